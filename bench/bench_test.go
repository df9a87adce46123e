package bench

import (
	"testing"

	"github.com/shopspring/decimal"

	"github.com/skuld-go/skuld"
)

// The naive version agrees but for a cent here and there; skuld is the one that
// the oracle of the main module vouches for.
func TestNaiveAgreesWithinACent(t *testing.T) {
	naive, calc := NewNaive(), skuld.Default()
	claims := Portfolio(1, 5_000)
	cent := decimal.New(1, -2)
	off := 0
	for i, c := range claims {
		principal, interest := naive.Statement(c.Naive())
		st, err := calc.Statement(c.Case(), skuld.At{AsOf: c.AsOf})
		if err != nil {
			t.Fatal(err)
		}
		p := principal.Sub(st.Totals.Principal.Decimal()).Abs()
		n := interest.Sub(st.Totals.Interest.Decimal()).Abs()
		if p.GreaterThan(cent) || n.GreaterThan(cent) {
			t.Fatalf("claim %d: naive %s and %s, skuld %s and %s", i, principal, interest, st.Totals.Principal, st.Totals.Interest)
		}
		if !p.IsZero() || !n.IsZero() {
			off++
		}
	}
	t.Logf("the naive version is a cent off in %d of %d claims", off, len(claims))
}

func BenchmarkStatement(b *testing.B) {
	claims := Portfolio(1, 1_000)
	b.Run("naive", func(b *testing.B) {
		naive := NewNaive()
		inputs := make([]NaiveClaim, len(claims))
		for i, c := range claims {
			inputs[i] = c.Naive()
		}
		b.ReportAllocs()
		for i := 0; b.Loop(); i++ {
			naive.Statement(inputs[i%len(inputs)])
		}
	})
	b.Run("skuld", func(b *testing.B) {
		calc := skuld.Default()
		inputs := make([]skuld.Case, len(claims))
		for i, c := range claims {
			inputs[i] = c.Case()
		}
		b.ReportAllocs()
		for i := 0; b.Loop(); i++ {
			k := i % len(inputs)
			if _, err := calc.Statement(inputs[k], skuld.At{AsOf: claims[k].AsOf}); err != nil {
				b.Fatal(err)
			}
		}
	})
}
