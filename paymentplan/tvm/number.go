package tvm

import (
	"errors"
	"fmt"
	"math/big"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/skuld-go/skuld/money"
)

// Number is an exact fraction of whole numbers: a rate, an amount of money or a
// figure computed from them. It is an immutable value; the zero value is 0.
// Numbers are compared with [Number.Compare], never with ==.
type Number struct {
	num, den *big.Int // den is above 0; not reduced; both nil for 0
}

// Bounds on what is read and printed.
const (
	// MaxText is the length of the longest text that Parse reads.
	MaxText = 100
	// MaxPlaces is the greatest number of decimals that [Number.Round] gives.
	MaxPlaces = 1000

	maxExponent = 1000 // of a decimal at the door, in either direction
	shownBits   = 1024 // numbers beyond are printed short
	shownPlaces = 30
)

// Errors on which a caller may branch.
var (
	// ErrNotNumber marks text that is no number.
	ErrNotNumber = errors.New("not a number")
	// ErrRate marks a rate of −100 % or below: nothing is left to bear interest.
	ErrRate = errors.New("not a rate above -1")
	// ErrPeriods marks a number of periods or flows, or the number of a period,
	// that is out of bounds.
	ErrPeriods = errors.New("periods out of bounds")
	// ErrDigits marks a number of decimals that is out of bounds.
	ErrDigits = errors.New("decimals out of bounds")
	// ErrTooLarge marks a question whose exact numbers would be too long.
	ErrTooLarge = errors.New("exact numbers too large")
)

var (
	bigOne = big.NewInt(1)
	bigTen = big.NewInt(10)
)

// Parse reads a decimal number such as "-0.075", or a quotient of two such as
// "0.24/12", exactly. Text is at most MaxText long. Errors wrap ErrNotNumber.
func Parse(s string) (Number, error) {
	above, below, quotient := strings.Cut(s, "/")
	n, ok := parsePlain(strings.TrimPrefix(above, "-"))
	if strings.HasPrefix(above, "-") {
		n = n.neg()
	}
	if quotient && ok {
		var d Number
		if d, ok = parsePlain(below); ok && d.Sign() != 0 {
			n = fraction(new(big.Int).Mul(n.above(), d.below()), new(big.Int).Mul(n.below(), d.above()))
		} else {
			ok = false
		}
	}
	if !ok || len(s) > MaxText {
		return Number{}, fmt.Errorf("%w: %q, want one such as 0.075 or 0.24/12", ErrNotNumber, s[:min(len(s), MaxText)])
	}
	return n, nil
}

// MustParse is Parse for constants in code; it panics on bad text.
func MustParse(s string) Number {
	n, err := Parse(s)
	if err != nil {
		panic(err)
	}
	return n
}

// parsePlain reads digits(.digits)?.
func parsePlain(s string) (Number, bool) {
	whole, decimals, dotted := strings.Cut(s, ".")
	digits := whole + decimals
	if len(s) > MaxText || whole == "" || dotted && decimals == "" || strings.Trim(digits, "0123456789") != "" {
		return Number{}, false
	}
	num, ok := new(big.Int).SetString(digits, 10)
	return fraction(num, pow(bigTen, len(decimals))), ok
}

// NumberOf returns r as a Number.
func NumberOf(r *big.Rat) Number {
	return fraction(new(big.Int).Set(r.Num()), new(big.Int).Set(r.Denom()))
}

// Whole returns n as a Number.
func Whole(n int64) Number { return fraction(big.NewInt(n), bigOne) }

// FromDecimal returns d as a Number, exactly. It fails with ErrTooLarge if the
// exponent of d is beyond ±1000.
func FromDecimal(d decimal.Decimal) (Number, error) {
	if e := d.Exponent(); e > maxExponent || e < -maxExponent {
		return Number{}, fmt.Errorf("%w: a decimal with exponent %d, want one within ±%d", ErrTooLarge, e, maxExponent)
	}
	return NumberOf(d.Rat()), nil
}

// fraction returns num/den, without copying; den is not 0.
func fraction(num, den *big.Int) Number {
	if den.Sign() < 0 {
		num, den = new(big.Int).Neg(num), new(big.Int).Neg(den)
	}
	return Number{num, den}
}

// above and below are the numerator and the denominator, not to be changed.
func (n Number) above() *big.Int {
	if n.num == nil {
		return new(big.Int)
	}
	return n.num
}

func (n Number) below() *big.Int {
	if n.den == nil {
		return bigOne
	}
	return n.den
}

func (n Number) neg() Number { return Number{new(big.Int).Neg(n.above()), n.below()} }

// bits is the length of n.
func (n Number) bits() int { return max(n.above().BitLen(), n.below().BitLen()) }

// Sign returns −1, 0 or +1 by the sign of n.
func (n Number) Sign() int { return n.above().Sign() }

// Compare returns −1 when n < m, 0 when they are equal, +1 when n > m.
func (n Number) Compare(m Number) int {
	return new(big.Int).Mul(n.above(), m.below()).Cmp(new(big.Int).Mul(m.above(), n.below()))
}

// Rat returns n as a new big.Rat. Reducing the fraction takes seconds for numbers
// of some hundred thousand digits; [Number.Round] does without.
func (n Number) Rat() *big.Rat { return new(big.Rat).SetFrac(n.above(), n.below()) }

// Round returns n as a decimal with so many places, 0 through MaxPlaces, rounded
// by r; a step of r counts units of the last place. It fails with ErrDigits, with
// money.ErrInexact when r is money.Exactly and a rest remains, and when r is not
// valid.
func (n Number) Round(places int, r money.Rounding) (decimal.Decimal, error) {
	if places < 0 || places > MaxPlaces {
		return decimal.Decimal{}, fmt.Errorf("%w: %d, want 0 to %d", ErrDigits, places, MaxPlaces)
	}
	if !r.Valid() {
		return decimal.Decimal{}, fmt.Errorf("%v is not a rounding", r)
	}
	units, err := roundQuotient(new(big.Int).Mul(n.above(), pow(bigTen, places)), n.below(), r)
	if err != nil {
		return decimal.Decimal{}, err
	}
	return decimal.NewFromBigInt(units, int32(-places)), nil
}

// String returns a form that [Parse] reads if it is short enough: "0.075" for what
// ends after at most 30 decimals, "1/3" for other fractions. Numbers of more than
// 1024 bits are cut to 30 decimals and a "…".
func (n Number) String() string {
	short := n.bits() <= shownBits
	mode := money.Exactly
	if !short {
		mode = money.Down
	}
	d, err := n.Round(shownPlaces, mode)
	switch {
	case err != nil:
		return n.Rat().RatString()
	case !short:
		return plain(d.Coefficient(), shownPlaces) + "…"
	}
	return trimZeros(plain(d.Coefficient(), shownPlaces))
}
