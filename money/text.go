package money

import (
	"fmt"
	"strconv"
	"strings"
)

// maxNumber bounds the length of a number from outside, in characters.
const maxNumber = 30

// Parse reads an amount with its currency, as "10000.00 SEK": a number as in
// [ParseIn], one space, and the code. What [Amount.String] prints comes back as
// it was, up to [MaxMinor] minor units.
func Parse(s string) (Amount, error) {
	number, code, ok := strings.Cut(s, " ")
	if !ok {
		return Amount{}, fmt.Errorf("%s is not an amount, want one as 10000.00 SEK", quote(s))
	}
	c, err := ParseCurrency(code)
	if err != nil {
		return Amount{}, err
	}
	return ParseIn(number, c)
}

// MustParse is [Parse] for amounts written in the program; it panics on an
// error.
func MustParse(s string) Amount {
	a, err := Parse(s)
	if err != nil {
		panic(err)
	}
	return a
}

// ParseIn reads an amount of c, as "10000.00" or "10000": at most 30
// characters, an optional minus sign, digits, and optionally a point with more
// digits. There is no exponent, no plus sign, no space and no grouping, and a
// digit stands on both sides of a point. Fewer decimals than the currency has
// are fine; more, even zeros, are [ErrOffQuantum], and more than [MaxMinor]
// minor units [ErrTooLarge]. "-0.00" is zero.
func ParseIn(s string, c Currency) (Amount, error) {
	if c.IsZero() {
		return Amount{}, fmt.Errorf("%s without a currency: %w", quote(s), ErrUnknownCurrency)
	}
	value, decimals, ok := scanNumber(s)
	switch {
	case !ok:
		return Amount{}, fmt.Errorf("%s is not an amount, want digits as 10000.00 in at most %d characters", quote(s), maxNumber)
	case decimals > c.Digits():
		return Amount{}, fmt.Errorf("%s has more than the %d decimals of %s: %w", quote(s), c.Digits(), c, ErrOffQuantum)
	}
	// At most 10¹⁵+1 times 10⁴, which fits.
	minor := value * pow10[c.Digits()-decimals]
	switch {
	case minor > MaxMinor:
		return Amount{}, fmt.Errorf("%s %s is over 10^15 minor units: %w", s, c, ErrTooLarge)
	case s[0] == '-':
		return Amount{-int64(minor), c}, nil
	}
	return Amount{int64(minor), c}, nil
}

// scanNumber reads -?[0-9]+(\.[0-9]+)? in at most 30 characters. The value is
// without its sign and point, and stops at MaxMinor + 1.
func scanNumber(s string) (value uint64, decimals int, ok bool) {
	digits := strings.TrimPrefix(s, "-")
	if len(s) > maxNumber || digits == "" || digits[0] == '.' || digits[len(digits)-1] == '.' {
		return 0, 0, false
	}
	point := -1
	for i := range len(digits) {
		switch b := digits[i]; {
		case b >= '0' && b <= '9':
			value = min(value*10+uint64(b-'0'), MaxMinor+1)
		case b == '.' && point < 0:
			point = i
		default:
			return 0, 0, false
		}
	}
	if point >= 0 {
		decimals = len(digits) - 1 - point
	}
	return value, decimals, true
}

// isDigits reports whether s is one decimal digit or more.
func isDigits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

// String returns the amount with its currency, as "10000.00 SEK", and "" for no
// amount.
func (a Amount) String() string {
	text, _ := a.AppendText(nil)
	return string(text)
}

// Number returns the amount without its currency, as "10000.00", with exactly
// the decimals of the currency, and "" for no amount.
func (a Amount) Number() string { return string(a.AppendNumber(nil)) }

// AppendNumber appends what [Amount.Number] returns to dst.
func (a Amount) AppendNumber(dst []byte) []byte {
	if a.currency.IsZero() {
		return dst
	}
	return appendScaled(dst, a.minor, a.currency.Digits())
}

// AppendText appends what [Amount.String] returns to b. It never fails.
func (a Amount) AppendText(b []byte) ([]byte, error) {
	if a.currency.IsZero() {
		return b, nil
	}
	b = append(a.AppendNumber(b), ' ')
	return a.currency.AppendText(b)
}

// MarshalText returns what [Amount.String] returns. It never fails.
func (a Amount) MarshalText() ([]byte, error) { return a.AppendText(nil) }

// UnmarshalText reads an amount as [Parse] does; nothing is no amount.
func (a *Amount) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*a = Amount{}
		return nil
	}
	parsed, err := Parse(string(text))
	if err != nil {
		return err
	}
	*a = parsed
	return nil
}

// appendScaled appends n/10^places with exactly so many decimals.
func appendScaled(dst []byte, n int64, places int) []byte {
	var buf [20]byte
	return appendPoint(dst, strconv.AppendInt(buf[:0], n, 10), places)
}

// appendPoint appends the digits of an integer, with its minus sign if it has
// one, and sets the point before the last so many of them.
func appendPoint(dst, digits []byte, places int) []byte {
	if digits[0] == '-' {
		dst, digits = append(dst, '-'), digits[1:]
	}
	whole := len(digits) - places
	if whole > 0 {
		dst = append(dst, digits[:whole]...)
	} else {
		dst = append(dst, '0')
	}
	if places == 0 {
		return dst
	}
	dst = append(dst, '.')
	for ; whole < 0; whole++ {
		dst = append(dst, '0')
	}
	return append(dst, digits[whole:]...)
}
