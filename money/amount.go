package money

import (
	"cmp"
	"fmt"
	"math"
)

// MaxMinor bounds every amount that comes from outside: 10¹⁵ minor units, ten
// thousand billion in a currency of two decimals. Sums and interest inside a
// program may go beyond it, up to 2⁶³−1 minor units.
const MaxMinor = 1_000_000_000_000_000

// Amount is a settled sum of money: whole minor units of a currency, below zero
// too. It is comparable with ==, which is the same as [Amount.Compare] giving 0.
//
// The zero value is no amount, which is not the same as an amount of zero: it
// has no currency, its text is "", and it takes part in no arithmetic.
type Amount struct {
	minor    int64 // −(2⁶³−1) … 2⁶³−1
	currency Currency
}

// FromMinor returns minor units of c, unchecked: it is for sums inside a
// program, whose parts were bounded at the door. It panics on −2⁶³, which has no
// opposite.
func FromMinor(minor int64, c Currency) Amount {
	if minor == math.MinInt64 {
		panic("money: FromMinor(-2^63)")
	}
	return Amount{minor, c}
}

// Minor returns the amount in minor units: 1000000 for 10000.00 SEK.
func (a Amount) Minor() int64 { return a.minor }

// Currency returns the currency, none for no amount.
func (a Amount) Currency() Currency { return a.currency }

// Add returns a + b. It fails with [ErrCurrencyMismatch] or [ErrTooLarge].
func (a Amount) Add(b Amount) (Amount, error) {
	if !a.goesWith(b) {
		return Amount{}, mismatch(a, b)
	}
	sum := a.minor + b.minor
	// An overflow shows as a sum on the wrong side of a.
	if (sum > a.minor) != (b.minor > 0) || sum == math.MinInt64 {
		return Amount{}, fmt.Errorf("%s plus %s: %w", a, b, ErrTooLarge)
	}
	return Amount{sum, a.currency}, nil
}

// Sub returns a − b. It fails with [ErrCurrencyMismatch] or [ErrTooLarge].
func (a Amount) Sub(b Amount) (Amount, error) {
	if !a.goesWith(b) {
		return Amount{}, mismatch(a, b)
	}
	return a.Add(b.Neg())
}

// Neg returns −a.
func (a Amount) Neg() Amount { return Amount{-a.minor, a.currency} }

// Compare returns −1 when a < b, 0 when they are equal, +1 when a > b. It fails
// with [ErrCurrencyMismatch].
func (a Amount) Compare(b Amount) (int, error) {
	if !a.goesWith(b) {
		return 0, mismatch(a, b)
	}
	return cmp.Compare(a.minor, b.minor), nil
}

// Sign returns −1, 0 or +1 by the sign of the amount.
func (a Amount) Sign() int { return cmp.Compare(a.minor, 0) }

// IsZero reports whether the sum is zero: true for 0.00 SEK and for no amount.
// To tell these apart, ask whether the currency is zero.
func (a Amount) IsZero() bool { return a.minor == 0 }

// goesWith reports whether a and b are amounts of one currency.
func (a Amount) goesWith(b Amount) bool {
	return a.currency == b.currency && !a.currency.IsZero()
}

// mismatch reports two operands that do not go together.
func mismatch(a, b Amount) error {
	return fmt.Errorf("%s and %s: %w", operand(a), operand(b), ErrCurrencyMismatch)
}

// operand is how an error prints an amount.
func operand(a Amount) string {
	if a.currency.IsZero() {
		return "no amount"
	}
	return a.String()
}
