package contract

import (
	"math/big"
	"testing"

	"github.com/skuld-go/skuld/calendar"
)

func TestCarried(t *testing.T) {
	third := big.NewRat(1, 3)
	if carried(third).Cmp(big.NewRat(1, 3)) != 0 {
		t.Error("a third is not kept")
	}
	unit := scale()
	far := new(big.Int).Lsh(big.NewInt(1), exactBits)
	for _, c := range []struct{ num, den, want *big.Int }{
		{big.NewInt(1), far, big.NewInt(0)},
		{new(big.Int).Neg(far), new(big.Int).Mul(far, big.NewInt(3)), nil},
		// Halves of the last decimal: to even.
		{new(big.Int).Mul(far, big.NewInt(5)), new(big.Int).Mul(far, new(big.Int).Mul(unit, big.NewInt(2))), big.NewInt(2)},
		{new(big.Int).Mul(far, big.NewInt(-7)), new(big.Int).Mul(far, new(big.Int).Mul(unit, big.NewInt(2))), big.NewInt(-4)},
	} {
		want := c.want
		if want == nil { // −1/3 rounds to the threes
			want = new(big.Int).Neg(new(big.Int).Div(unit, big.NewInt(3)))
		}
		if got := decimals(c.num, c.den); got.Cmp(new(big.Rat).SetFrac(want, unit)) != 0 {
			t.Errorf("%s", got.FloatString(61))
		}
	}
	if got := quotient(big.NewInt(10), new(big.Int).Add(far, big.NewInt(1))); got.Sign() != 0 {
		t.Errorf("%s", got)
	}
	huge := new(big.Int).Lsh(big.NewInt(1), 4*productBits)
	if got := quotient(new(big.Int).Add(huge, big.NewInt(1)), huge); got.Cmp(big.NewRat(1, 1)) != 0 {
		t.Errorf("%s", got)
	}
}

func TestCeil(t *testing.T) {
	for _, c := range []struct{ num, den, want int64 }{{6, 2, 3}, {7, 2, 4}, {-7, 2, -3}, {0, 1, 0}} {
		if got := ceil(big.NewRat(c.num, c.den)); got.Int64() != c.want {
			t.Errorf("%d/%d: %s", c.num, c.den, got)
		}
	}
}

// The products of a level stay small, and their quotient precise.
func TestProducts(t *testing.T) {
	var p products
	p.start()
	rate, month := big.NewRat(120_000_000_000_000_017, 1_000_000_000_000_000_000), calendar.Fraction{Num: 31, Den: 366}
	g := new(big.Rat).Mul(rate, month.Rat())
	g.Add(g, big.NewRat(1, 1))
	product, sum := big.NewRat(1, 1), big.NewRat(1, 1)
	for range 300 {
		if !p.grow(rate, month) {
			t.Fatal("nothing is left")
		}
		product.Mul(product, g)
		sum.Mul(sum, g)
		sum.Add(sum, big.NewRat(1, 1))
	}
	if new(products).grow(big.NewRat(-12, 1), calendar.Fraction{Num: 1, Den: 12}) {
		t.Error("something is left of what is taken")
	}
	if bits := p.sum.BitLen(); bits > productBits+64 {
		t.Errorf("%d bits", bits)
	}
	d := new(big.Rat).Sub(new(big.Rat).SetFrac(p.product, p.sum), new(big.Rat).Quo(product, sum))
	if least := new(big.Rat).SetFrac(big.NewInt(1), new(big.Int).Lsh(big.NewInt(1), 4000)); d.Abs(d).Cmp(least) > 0 {
		t.Errorf("off by %s", d.FloatString(1300))
	}
}
