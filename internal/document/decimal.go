package document

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/skuld-go/skuld/internal/words"
	"github.com/skuld-go/skuld/money"
)

// MaxDigits is how many digits a number may have when it is written out in full, and
// the highest exponent, up or down, with which it may be written.
const MaxDigits = 28

// Decimal is a number by its value: 1e2, 100.0 and 100 are the same Decimal, which is
// comparable with ==. The zero value is 0.
type Decimal struct {
	text string // plain, without zeros that say nothing; "" for 0
}

// String is the number in full: an optional minus sign, digits, and a point with digits
// where there is a fraction. It has neither an exponent nor zeros at the end of a
// fraction, and no more than 30 characters.
func (d Decimal) String() string {
	if d.text == "" {
		return "0"
	}
	return d.text
}

// IsZero reports whether the number is 0.
func (d Decimal) IsZero() bool { return d.text == "" }

// errNumber says what a number looks like.
var errNumber = errors.New("not a number")

// ParseDecimal reads a number in the form of JSON: 100, -0.5, 1.25e3. Fewer forms are
// numbers than programs print: no plus sign, no blank, no comma.
func ParseDecimal(s string) (Decimal, error) {
	p := parser{d: &Document{text: s, limits: Limits{}.or()}, text: s}
	if c := p.peek(); c != '-' && (c < '0' || c > '9') || !p.number() || p.at != len(s) {
		return Decimal{}, fmt.Errorf("%s is %w, want one such as 100.50", words.Quote(s), errNumber)
	}
	d, ok := decimalOf(s)
	if !ok {
		return Decimal{}, fmt.Errorf("%s has too many digits, want at most %d when written in full", words.Quote(s), MaxDigits)
	}
	return d, nil
}

// decimalOf gives a number in the form of JSON its plain form. It reports false where
// that would be too long.
func decimalOf(s string) (Decimal, bool) {
	s, negative := strings.CutPrefix(s, "-")
	s, exponent := splitExponent(s)
	whole, fraction, _ := strings.Cut(s, ".")
	digits := strings.TrimLeft(whole+fraction, "0")
	if digits == "" {
		return Decimal{}, exponent != tooLarge
	}
	trimmed := strings.TrimRight(digits, "0")
	if len(trimmed) > MaxDigits || exponent == tooLarge {
		return Decimal{}, false
	}
	// The number is digits × 10^shift.
	shift := exponent - len(fraction) + len(digits) - len(trimmed)
	if shift > MaxDigits || shift < -MaxDigits {
		return Decimal{}, false
	}
	text := plain(trimmed, shift)
	if len(strings.Replace(text, ".", "", 1)) > MaxDigits {
		return Decimal{}, false
	}
	if negative {
		text = "-" + text
	}
	return Decimal{strings.Clone(text)}, true
}

// tooLarge is the exponent of numbers that are refused whatever their digits are.
const tooLarge = 1 << 30

// splitExponent takes the exponent off a number.
func splitExponent(s string) (string, int) {
	i := strings.IndexAny(s, "eE")
	if i < 0 {
		return s, 0
	}
	e, err := strconv.Atoi(s[i+1:])
	if err != nil || e > MaxDigits || e < -MaxDigits {
		return s[:i], tooLarge
	}
	return s[:i], e
}

// plain writes digits × 10^shift.
func plain(digits string, shift int) string {
	if shift >= 0 {
		return digits + strings.Repeat("0", shift)
	}
	if missing := -shift - len(digits) + 1; missing > 0 {
		digits = strings.Repeat("0", missing) + digits
	}
	point := len(digits) + shift
	return digits[:point] + "." + digits[point:]
}

// Decimal is a number, written as a JSON number or as a string that holds one.
func (v Value) Decimal() Decimal {
	d, _ := v.decimal("a number such as 100.50")
	return d
}

func (v Value) decimal(want string) (Decimal, bool) {
	if v.Kind() == Number {
		d, ok := decimalOf(v.d.raw(v.n))
		if !ok {
			v.Problemf("%s has too many digits, want at most %d when written in full", v, MaxDigits)
		}
		return d, ok
	}
	if !v.given(want) {
		return Decimal{}, false
	}
	if v.n.kind != String {
		v.Problemf("%s, want %s", v, want)
		return Decimal{}, false
	}
	v.need = true // an empty string is no way of giving no number
	s, ok := v.text(want, v.d.limits.Text)
	if !ok {
		return Decimal{}, false
	}
	d, err := ParseDecimal(s)
	v.ProblemOf(err)
	return d, err == nil
}

// Amount is an amount in a currency, written as [Value.Decimal]. It is never rounded:
// a fraction of a minor unit is a problem. Where the currency is not known, only the
// form is checked and there is no amount.
func (v Value) Amount(c money.Currency) money.Amount {
	d, ok := v.decimal("an amount such as 100.50")
	if !ok || c.IsZero() {
		return money.Amount{}
	}
	a, err := money.ParseIn(d.String(), c)
	switch {
	case errors.Is(err, money.ErrOffQuantum):
		v.Problemf("%s has too many decimals, want at most %d for %s", v, c.Digits(), c)
	case errors.Is(err, money.ErrTooLarge):
		v.Problemf("%s is too large, want at most %s", v, money.FromMinor(money.MaxMinor, c))
	default:
		v.ProblemOf(err)
	}
	return a
}
