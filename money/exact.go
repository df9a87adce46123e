package money

import (
	"fmt"
	"math/big"
	"math/bits"

	"github.com/skuld-go/skuld/internal/wide"
)

// Exact is an amount before rounding: a fraction of minor units of a currency.
// Sums, differences and products by fractions lose nothing; only
// [Exact.Round] and the printing with decimals do.
//
// It is an immutable value. Equal values may be held in different forms, so
// they are compared with [Exact.Compare], never with ==. The zero value is
// nothing: zero without a currency, which may be added to anything.
//
// The fast form is a 128-bit numerator over a 64-bit denominator and allocates
// nothing. What does not fit is kept as a big.Rat, and comes back to the fast
// form when it fits again; results never depend on the form.
type Exact struct {
	num      wide.Int // minor units × den
	den      uint64   // not reduced with num; 0 stands for 1
	large    *big.Rat // minor units, in place of num and den when not nil
	currency Currency
}

// ExactOf returns a as an exact amount.
func ExactOf(a Amount) Exact {
	return Exact{num: wide.FromInt64(a.minor), den: 1, currency: a.currency}
}

// ExactOfRat returns a number of major units of c as an exact amount: 1/3 is a
// third of a krona, not of an öre. Without a currency only 0 makes sense.
func ExactOfRat(major *big.Rat, c Currency) Exact {
	minor := new(big.Rat).SetInt(bigPow10(c.Digits()))
	return fromMinorRat(minor.Mul(minor, major), c)
}

// Currency returns the currency, none for nothing.
func (e Exact) Currency() Currency { return e.currency }

// Sign returns −1, 0 or +1 by the sign of e.
func (e Exact) Sign() int {
	if e.large != nil {
		return e.large.Sign()
	}
	return e.num.Sign()
}

// Times returns e · num/den, exactly: interest is principal times rate × days
// over 100 × the year's days. It panics when den is 0.
func (e Exact) Times(num, den int64) Exact {
	if den == 0 {
		panic("money: Exact.Times with a denominator of 0")
	}
	if e.large == nil {
		product, ok := e.num.MulInt64(num)
		magnitude := uint64(den)
		if den < 0 {
			magnitude = -magnitude
			neg, fits := product.Neg()
			product, ok = neg, ok && fits
		}
		hi, lo := bits.Mul64(e.denominator(), magnitude)
		if ok && hi == 0 {
			return Exact{num: product, den: lo, currency: e.currency}
		}
	}
	return fromMinorRat(new(big.Rat).Mul(e.minorRat(), big.NewRat(num, den)), e.currency)
}

// Add returns e + f, exactly. It fails with [ErrCurrencyMismatch] when both have
// a currency and these differ.
func (e Exact) Add(f Exact) (Exact, error) {
	if e.currency != f.currency {
		return addMixed(e, f)
	}
	if e.large == nil && f.large == nil {
		if e.den == f.den {
			if sum, ok := e.num.Add(f.num); ok {
				return Exact{num: sum, den: e.den, currency: e.currency}, nil
			}
		} else if sum, ok := addFractions(e, f); ok {
			return sum, nil
		}
	}
	return fromMinorRat(new(big.Rat).Add(e.minorRat(), f.minorRat()), e.currency), nil
}

// Sub returns e − f, exactly. It fails as [Exact.Add] does.
func (e Exact) Sub(f Exact) (Exact, error) { return e.Add(f.Neg()) }

// Neg returns −e.
func (e Exact) Neg() Exact {
	if e.large == nil {
		if neg, ok := e.num.Neg(); ok {
			e.num = neg
			return e
		}
	}
	return fromMinorRat(new(big.Rat).Neg(e.minorRat()), e.currency)
}

// Compare returns −1 when e < f, 0 when they are equal, +1 when e > f. It fails
// with [ErrCurrencyMismatch] when both have a currency and these differ.
func (e Exact) Compare(f Exact) (int, error) {
	if e.currency != f.currency && !e.isNothing() && !f.isNothing() {
		return 0, mismatchExact(e, f)
	}
	if e.large == nil && f.large == nil {
		a, okA := e.num.MulUint64(f.denominator())
		b, okB := f.num.MulUint64(e.denominator())
		if okA && okB {
			return a.Compare(b), nil
		}
	}
	return e.minorRat().Cmp(f.minorRat()), nil
}

// Round returns e rounded by r. It fails with [ErrInexact] when r is Exactly and
// a rest remains, with [ErrTooLarge] beyond 2⁶³−1 minor units.
func (e Exact) Round(r Rounding) (Amount, error) {
	minor, err := e.roundMinor(r)
	if err != nil {
		return Amount{}, fmt.Errorf("%s rounded %s: %w", brief(e), r, err)
	}
	return Amount{minor, e.currency}, nil
}

// Rat returns e in major units as a new big.Rat.
func (e Exact) Rat() *big.Rat {
	scale := new(big.Rat).SetInt(bigPow10(e.currency.Digits()))
	return scale.Quo(e.minorRat(), scale)
}
