package money

import (
	"fmt"
	"math/big"
	"math/bits"

	"github.com/skuld-go/skuld/internal/wide"
)

// denominator returns the denominator of the fast form.
func (e Exact) denominator() uint64 { return max(e.den, 1) }

// isNothing reports whether e is the neutral zero without a currency.
func (e Exact) isNothing() bool { return e.currency.IsZero() && e.Sign() == 0 }

// minorRat returns e in minor units. The caller must not change it.
func (e Exact) minorRat() *big.Rat {
	if e.large != nil {
		return e.large
	}
	return new(big.Rat).SetFrac(e.num.Big(), new(big.Int).SetUint64(e.denominator()))
}

// fromMinorRat takes minor units, which it keeps, into the fast form if they
// fit.
func fromMinorRat(minor *big.Rat, c Currency) Exact {
	if minor.Denom().IsUint64() {
		if num, ok := wide.FromBig(minor.Num()); ok {
			return Exact{num: num, den: minor.Denom().Uint64(), currency: c}
		}
	}
	return Exact{large: minor, currency: c}
}

// addMixed adds where the currencies are not the same, which works only when
// one side is nothing.
func addMixed(e, f Exact) (Exact, error) {
	switch {
	case e.isNothing():
		return f, nil
	case f.isNothing():
		return e, nil
	}
	return Exact{}, mismatchExact(e, f)
}

// addFractions adds in the fast form over the least common denominator, if that
// and the sum fit.
func addFractions(e, f Exact) (Exact, bool) {
	d, g := e.denominator(), f.denominator()
	common := gcd(d, g)
	hi, den := bits.Mul64(d, g/common)
	a, okA := e.num.MulUint64(g / common)
	b, okB := f.num.MulUint64(d / common)
	sum, ok := a.Add(b)
	return Exact{num: sum, den: den, currency: e.currency}, ok && okA && okB && hi == 0
}

// gcd returns the greatest common divisor of two numbers above 0.
func gcd(a, b uint64) uint64 {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}

// roundMinor rounds to minor units; its errors carry no operands.
func (e Exact) roundMinor(r Rounding) (int64, error) {
	if e.large == nil {
		return r.quotient(e.num, e.denominator())
	}
	q, err := r.bigQuotient(e.large.Num(), e.large.Denom())
	if err != nil {
		return 0, err
	}
	return minorOf(q)
}

// mismatchExact reports two operands that do not go together.
func mismatchExact(e, f Exact) error {
	return fmt.Errorf("%s and %s: %w", brief(e), brief(f), ErrCurrencyMismatch)
}
