package interest

import (
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"
)

// Percent is a yearly rate in millionths of a per cent: 11.5 % is 11_500_000.
// It is signed; the zero value is 0 %.
type Percent int64

// onePercent is the number of units in 1 %.
const onePercent = 1_000_000

// MaxPercent bounds every rate that enters from outside: 1000 % a year in
// either direction. The bound keeps balance × rate × days within 128 bits.
const MaxPercent Percent = 1000 * onePercent

// percentDecimals is the number of decimals of a Percent.
const percentDecimals = 6

// maxPercentText bounds the text of a rate before it is looked at.
const maxPercentText = 30

// Errors of rates that come from outside.
var (
	// ErrNotPercent marks text that is not a plain decimal number.
	ErrNotPercent = errors.New("not a rate")
	// ErrTooFine marks a rate with a part below 0.000001 %.
	ErrTooFine = errors.New("finer than 0.000001 %")
	// ErrRateTooLarge marks a rate beyond MaxPercent.
	ErrRateTooLarge = errors.New("beyond 1000 % a year")
)

// ParsePercent reads a rate in per cent a year, such as "11.5" or "-0.88": an
// optional minus sign, digits, and at most six decimals that are not zero.
// Errors wrap ErrNotPercent, ErrTooFine or ErrRateTooLarge.
func ParsePercent(s string) (Percent, error) {
	if !plainDecimal(s) {
		return 0, fmt.Errorf("%w: %q, want per cent a year such as 11.5", ErrNotPercent, clip(s))
	}
	d, err := decimal.NewFromString(s)
	if err != nil {
		return 0, fmt.Errorf("%w: %q, want per cent a year such as 11.5", ErrNotPercent, clip(s))
	}
	return NewPercent(d)
}

// MustPercent is ParsePercent for constants in code; it panics on bad text.
func MustPercent(s string) Percent {
	p, err := ParsePercent(s)
	if err != nil {
		panic(err)
	}
	return p
}

// NewPercent takes per cent a year as a decimal and never rounds. Errors wrap
// ErrTooFine or ErrRateTooLarge.
func NewPercent(d decimal.Decimal) (Percent, error) {
	if d.Exponent() > 3 || d.NumDigits() > maxPercentText || d.Exponent() < -maxPercentText {
		return 0, fmt.Errorf("%w: want at most %d %% and %d decimals", ErrRateTooLarge, MaxPercent/onePercent, percentDecimals)
	}
	shifted := d.Shift(percentDecimals)
	if !shifted.IsInteger() {
		return 0, fmt.Errorf("%s %% is %w", d, ErrTooFine)
	}
	if shifted.Abs().GreaterThan(decimal.NewFromInt(int64(MaxPercent))) {
		return 0, fmt.Errorf("%s %% is %w", d, ErrRateTooLarge)
	}
	return Percent(shifted.IntPart()), nil
}

// plainDecimal reports whether s is -?digits(.digits)? of bounded length.
func plainDecimal(s string) bool {
	if len(s) > maxPercentText {
		return false
	}
	s = strings.TrimPrefix(s, "-")
	whole, frac, dotted := strings.Cut(s, ".")
	return digits(whole) && (!dotted || digits(frac))
}

func digits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

// clip keeps an error text short whatever came in.
func clip(s string) string {
	if len(s) > maxPercentText {
		return s[:maxPercentText] + "…"
	}
	return s
}

// Decimal returns the rate in per cent a year.
func (p Percent) Decimal() decimal.Decimal { return decimal.New(int64(p), -percentDecimals) }

// String gives per cent a year without trailing zeros: "12", "11.5", "-0.88".
func (p Percent) String() string { return string(p.appendTo(nil)) }

func (p Percent) appendTo(dst []byte) []byte {
	n := uint64(p)
	if p < 0 {
		dst = append(dst, '-')
		n = -n
	}
	dst = strconv.AppendUint(dst, n/onePercent, 10)
	frac := n % onePercent
	if frac == 0 {
		return dst
	}
	digits := strconv.FormatUint(onePercent+frac, 10)[1:]
	dst = append(dst, '.')
	return append(dst, strings.TrimRight(digits, "0")...)
}

// AppendText appends the text of String.
func (p Percent) AppendText(dst []byte) ([]byte, error) { return p.appendTo(dst), nil }

// MarshalText gives the text of String.
func (p Percent) MarshalText() ([]byte, error) { return p.appendTo(nil), nil }

// UnmarshalText reads what ParsePercent reads.
func (p *Percent) UnmarshalText(text []byte) error {
	q, err := ParsePercent(string(text))
	if err != nil {
		return err
	}
	*p = q
	return nil
}

// Factor is a multiplier of a rate in millionths: 1.5 is 1_500_000. The zero
// value is invalid.
type Factor int64

// NewFactor takes a multiplier as a decimal with at most six decimals, between
// -1000 and 1000 and not zero. Errors wrap ErrNotPercent (zero), ErrTooFine or
// ErrRateTooLarge.
func NewFactor(d decimal.Decimal) (Factor, error) {
	p, err := NewPercent(d)
	if err != nil {
		return 0, err
	}
	if p == 0 {
		return 0, fmt.Errorf("%w: a multiplier of 0, want another rate instead", ErrNotPercent)
	}
	return Factor(p), nil
}

// ParseFactor reads a multiplier such as "1.5". Errors wrap ErrNotPercent,
// ErrTooFine or ErrRateTooLarge.
func ParseFactor(s string) (Factor, error) {
	if !plainDecimal(s) {
		return 0, fmt.Errorf("%w: multiplier %q, want a number such as 1.5", ErrNotPercent, clip(s))
	}
	d, err := decimal.NewFromString(s)
	if err != nil {
		return 0, fmt.Errorf("%w: multiplier %q, want a number such as 1.5", ErrNotPercent, clip(s))
	}
	return NewFactor(d)
}

// String gives the multiplier without trailing zeros.
func (f Factor) String() string { return Percent(f).String() }

// apply multiplies exactly or fails with ErrTooFine or ErrRateTooLarge.
func (f Factor) apply(p Percent) (Percent, error) {
	if p > 10*MaxPercent || p < -10*MaxPercent || f > Factor(MaxPercent) || f < -Factor(MaxPercent) {
		return 0, fmt.Errorf("%s %% × %s is %w", p, f, ErrRateTooLarge)
	}
	// Both factors are below 10^10 in size, so the decimal product is exact and small.
	product := p.Decimal().Mul(decimal.New(int64(f), -percentDecimals))
	return NewPercent(product)
}

// add adds two rates and checks the bound.
func add(a, b Percent) (Percent, error) {
	if a > math.MaxInt64/2 || b > math.MaxInt64/2 || a < math.MinInt64/2 || b < math.MinInt64/2 {
		return 0, ErrRateTooLarge
	}
	if s := a + b; s >= -MaxPercent && s <= MaxPercent {
		return s, nil
	}
	return 0, fmt.Errorf("%s %% + %s %% is %w", a, b, ErrRateTooLarge)
}
