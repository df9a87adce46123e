package money

import (
	"errors"
	"fmt"
	"math/big"

	"github.com/shopspring/decimal"

	"github.com/skuld-go/skuld/internal/wide"
)

// New returns d as an amount of c and never rounds: a number with more decimals
// than the currency is [ErrOffQuantum] (trailing zeros are fine), one of more
// than [MaxMinor] minor units [ErrTooLarge].
func New(d decimal.Decimal, c Currency) (Amount, error) {
	// Most decimals have the decimals of their currency already.
	if d.Exponent() == -int32(c.Digits()) && !c.IsZero() && d.NumDigits() <= maxInt64Digits {
		if minor := d.CoefficientInt64(); minor <= MaxMinor && minor >= -MaxMinor {
			return Amount{minor, c}, nil
		}
	}
	minor, err := minorUnits(d, c, Exactly)
	if errors.Is(err, ErrInexact) {
		err = ErrOffQuantum
	}
	return atDoor(minor, err, d, c)
}

// Round returns d as an amount of c, rounded by r. A number of more than
// [MaxMinor] minor units is [ErrTooLarge]; under Exactly a rest is [ErrInexact].
func Round(d decimal.Decimal, c Currency, r Rounding) (Amount, error) {
	minor, err := minorUnits(d, c, r)
	return atDoor(minor, err, d, c)
}

// Decimal returns the amount in major units, with the exponent of the currency:
// 10000.00 for 1000000 minor units of SEK.
func (a Amount) Decimal() decimal.Decimal {
	return decimal.New(a.minor, -int32(a.currency.Digits()))
}

// atDoor makes the amount of minor units that came from d.
func atDoor(minor int64, err error, d decimal.Decimal, c Currency) (Amount, error) {
	switch {
	case c.IsZero():
		return Amount{}, fmt.Errorf("%s without a currency: %w", decimalText(d), ErrUnknownCurrency)
	case err != nil:
		return Amount{}, fmt.Errorf("%s %s: %w", decimalText(d), c, err)
	case minor > MaxMinor || minor < -MaxMinor:
		return Amount{}, fmt.Errorf("%s %s is over 10^15 minor units: %w", decimalText(d), c, ErrTooLarge)
	}
	return Amount{minor, c}, nil
}

// maxInt64Digits is how many decimal digits always fit an int64.
const maxInt64Digits = 18

// minorUnits rounds d to minor units of c. A decimal may have any exponent, so
// no power of ten is made before it is known to be of the size of d's digits.
func minorUnits(d decimal.Decimal, c Currency, r Rounding) (int64, error) {
	digits, shift := int64(d.NumDigits()), int64(d.Exponent())+int64(c.Digits())
	size := digits + shift // 10^(size−1) ≤ |minor units| < 10^size
	switch {
	case d.IsZero():
		return r.quotient(wide.Int{}, 1)
	case size > int64(len(pow10)):
		return 0, ErrTooLarge
	case size < 0:
		// Under a tenth of a minor unit: every rounding treats it as a tenth.
		return r.quotient(wide.FromInt64(int64(d.Sign())), 10)
	case digits <= maxInt64Digits && shift >= 0:
		minor, _ := wide.FromInt64(d.CoefficientInt64()).MulUint64(pow10[shift])
		return r.quotient(minor, 1)
	case digits <= maxInt64Digits && -shift < int64(len(pow10)):
		return r.quotient(wide.FromInt64(d.CoefficientInt64()), pow10[-shift])
	}
	num, den := d.Coefficient(), big.NewInt(1)
	scale(num, den, int(shift))
	q, err := r.bigQuotient(num, den)
	if err != nil {
		return 0, err
	}
	return minorOf(q)
}

// scale multiplies num/den by 10^shift, in place.
func scale(num, den *big.Int, shift int) {
	if shift >= 0 {
		num.Mul(num, bigPow10(shift))
	} else {
		den.Mul(den, bigPow10(-shift))
	}
}

// decimalText prints a decimal for an error, from its integers, because its own
// String depends on variables that anyone can set, and in bounded length.
func decimalText(d decimal.Decimal) string {
	exp := int(d.Exponent())
	if d.NumDigits() > maxNumber || exp > maxNumber || exp < -maxNumber {
		return fmt.Sprintf("a number of %d digits with exponent %d", d.NumDigits(), exp)
	}
	coefficient := d.Coefficient()
	if exp > 0 {
		coefficient.Mul(coefficient, bigPow10(exp))
	}
	return string(appendPoint(nil, coefficient.Append(nil, 10), max(-exp, 0)))
}
