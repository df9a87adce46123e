package money

import (
	"fmt"
	"math/big"

	"github.com/shopspring/decimal"

	"github.com/skuld-go/skuld/internal/wide"
)

// Convert returns a in another currency at a rate, the price of one major unit
// of a's currency in major units of the other. The product is exact and rounded
// once, by r.
//
// The rate is above 0 and has at most 30 digits and an exponent within ±30;
// anything else is an error. The result fails with [ErrInexact] when r is
// Exactly and a rest remains, with [ErrTooLarge] over [MaxMinor] minor units.
func (a Amount) Convert(to Currency, rate decimal.Decimal, r Rounding) (Amount, error) {
	if a.currency.IsZero() || to.IsZero() {
		return Amount{}, fmt.Errorf("convert %s to %q: %w", operand(a), to, ErrUnknownCurrency)
	}
	exp := rate.Exponent()
	if rate.Sign() <= 0 || rate.NumDigits() > maxNumber || exp > maxNumber || exp < -maxNumber {
		return Amount{}, fmt.Errorf("convert %s to %s: the rate is %s, want more than 0 in at most %d digits",
			a, to, decimalText(rate), maxNumber)
	}
	minor, err := a.converted(rate, int(exp)+to.Digits()-a.currency.Digits(), r)
	if err == nil && (minor > MaxMinor || minor < -MaxMinor) {
		err = ErrTooLarge
	}
	if err != nil {
		return Amount{}, fmt.Errorf("convert %s to %s at %s: %w", a, to, decimalText(rate), err)
	}
	return Amount{minor, to}, nil
}

// converted returns a's minor units times the coefficient of rate times
// 10^shift, rounded.
func (a Amount) converted(rate decimal.Decimal, shift int, r Rounding) (int64, error) {
	if rate.NumDigits() <= maxInt64Digits && shift <= 0 && -shift < len(pow10) {
		return r.quotient(wide.Mul(a.minor, rate.CoefficientInt64()), pow10[-shift])
	}
	num, den := rate.Coefficient(), big.NewInt(1)
	scale(num.Mul(num, big.NewInt(a.minor)), den, shift)
	q, err := r.bigQuotient(num, den)
	if err != nil {
		return 0, err
	}
	return minorOf(q)
}
