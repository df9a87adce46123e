package interest

import (
	"errors"
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/skuld-go/skuld/money"
)

// The bounds in the comment of Tally, worked out from the constants.
func TestTallyBounds(t *testing.T) {
	n := big.NewInt
	mul := func(f ...*big.Int) *big.Int {
		product := n(1)
		for _, x := range f {
			product.Mul(product, x)
		}
		return product
	}
	balance, rate, days := n(maxBalance), n(int64(MaxPercent)), n(maxDays)
	for y := range yearParts {
		if Year(y).denominator() >= 1<<44 {
			t.Errorf("year %d: twice the rest and 1 needs more than 45 bits", y)
		}
	}
	if partsCommon*365 != partsMixed || partsLeap*366 != partsMixed || partsLeap > partsCommon {
		t.Errorf("a day is %d or %d of %d parts", partsCommon, partsLeap, partsMixed)
	}
	weight := mul(rate, days, n(partsCommon))
	bounds := []struct {
		name string
		x    *big.Int
		bits int
	}{
		{"balance", balance, 52}, {"rate", rate, 30}, {"days", days, 17}, {"weight", weight, 56},
		{"sum", mul(balance, weight), 107},
	}
	for _, b := range bounds {
		if b.x.BitLen() > b.bits {
			t.Errorf("%s needs %d bits, want at most %d", b.name, b.x.BitLen(), b.bits)
		}
	}
	if most := mul(balance, n(10), n(302)); !most.IsInt64() {
		t.Errorf("quotient %s is no int64", most)
	}
	// A margin by itself, whose integral starts at the first date there is, and the sum of it
	// and the series.
	if x := mul(n(2), rate, n(3_652_060), n(1)); !x.IsInt64() {
		t.Errorf("margin × day %s is no int64", x)
	}
}

// Every mode treats ties, and what lies beside them, as package money does: forced, since
// random figures hardly ever come to a tie.
func TestTallyTies(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 5))
	eur := money.MustCurrency("EUR")
	ties := 0
	for range 20_000 {
		y := Year(1 + r.IntN(4))
		half := int64(y.denominator() / 2)
		k := r.Int64N(1 << 20)
		weight := (2*k+1)*half + int64(r.IntN(3)-1) // just below, on, just above
		principal := int64(1)
		if r.IntN(2) == 0 {
			principal = -1
		}
		s := Tally{}.Add(principal, weight)
		if r.IntN(3) == 0 { // the same in two words
			more := 2 * half * (1 + r.Int64N(9)) // whole units, times 2³⁰
			s = s.Add(1<<30, more).Add(1<<30, more)
		}
		mode := money.Rounding(r.IntN(8))
		if r.IntN(5) == 0 {
			mode = mode.ToStep(1 + r.Int64N(9))
		}
		got, err := s.Round(y, mode)
		want, wantErr := s.Exact(y, eur).Round(mode)
		var b large
		b.setTally(s)
		big, bigErr := b.round(y, mode)
		if (err != nil) != (wantErr != nil) || (bigErr != nil) != (err != nil) || err == nil && (got != want.Minor() || big != got) {
			t.Fatalf("%s over year %d %s: %d %v, large %d %v, want %v %v", s, y, mode, got, err, big, bigErr, want, wantErr)
		}
		ties++
	}
	if ties != 20_000 {
		t.Error(ties)
	}
}

// By hand: half of a cent, in each mode, above and below zero.
func TestTallyTieByHand(t *testing.T) {
	half := int64(Year365.denominator() / 2)
	for mode, want := range map[money.Rounding][4]int64{ // of 0.5, 1.5, −0.5, −1.5
		money.HalfUp: {1, 2, -1, -2}, money.HalfEven: {0, 2, 0, -2}, money.HalfDown: {0, 1, 0, -1}, money.Down: {0, 1, 0, -1},
		money.Up: {1, 2, -1, -2}, money.Floor: {0, 1, -1, -2}, money.Ceiling: {1, 2, 0, -1},
	} {
		for i, halves := range []int64{1, 3, -1, -3} {
			if got, err := (Tally{}).Add(halves, half).Round(Year365, mode); got != want[i] || err != nil {
				t.Errorf("%d halves %s: %d %v, want %d", halves, mode, got, err, want[i])
			}
		}
	}
}

// The limits: what is the most, and one more.
func TestTallyLimits(t *testing.T) {
	den := int64(Year365.denominator())
	most := Tally{}.Add(money.MaxMinor, den)
	if n, err := most.Round(Year365, money.HalfUp); n != money.MaxMinor || err != nil {
		t.Errorf("the most: %d %v", n, err)
	}
	for _, s := range []Tally{most.Add(1, den), {hi: 1<<63 - 1, lo: 1<<64 - 1}, {hi: -1 << 63}, Tally{}.Add(-money.MaxMinor, den).Add(-1, den)} {
		if n, err := s.Round(Year365, money.HalfUp); !errors.Is(err, money.ErrTooLarge) {
			t.Errorf("%s: %d %v, want %v", s, n, err, money.ErrTooLarge)
		}
	}
	if _, err := (Tally{}).Round(0, money.HalfUp); err == nil {
		t.Error("no year, want an error")
	}
}

func FuzzTallyIsExact(f *testing.F) {
	f.Add(int64(1), int64(18_250_000_000), int64(0), int64(0), uint8(2), uint8(3))
	f.Fuzz(func(t *testing.T, p, w, q, v int64, mode, year uint8) {
		y := Year(1 + year%4)
		s := Tally{}.Add(p, w).Add(q, v)
		a, _ := new(big.Int).SetString(s.String(), 10)
		want := new(big.Int).Mul(big.NewInt(p), big.NewInt(w))
		want.Add(want, new(big.Int).Mul(big.NewInt(q), big.NewInt(v)))
		if a.Cmp(want) != 0 {
			t.Skip("beyond 128 bits")
		}
		m := money.Rounding(mode % 8)
		got, err := s.Round(y, m)
		exact, wantErr := s.Exact(y, money.MustCurrency("EUR")).Round(m)
		if wantErr == nil {
			wantErr = bounded(exact.Minor())
		}
		if (err != nil) != (wantErr != nil) || err == nil && got != exact.Minor() {
			t.Fatalf("%d × %d + %d × %d over %d %s: %d %v, want %v %v", p, w, q, v, y, m, got, err, exact, wantErr)
		}
	})
}
