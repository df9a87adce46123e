package money

import (
	"errors"
	"fmt"
	"math/big"
	"strings"
)

// Fixed returns e in major units with exactly so many decimals, rounded half to
// even, without the currency: "328.7671232877". places below 0 counts as 0.
func (e Exact) Fixed(places int) string { return e.FixedMode(places, HalfEven) }

// FixedMode is [Exact.Fixed] with a rounding; its step counts units of the last
// decimal. Under Exactly, digits that do not suffice are not cut: the result is
// the fraction instead, as in "1/3". The same holds for a rounding that is not
// valid.
func (e Exact) FixedMode(places int, r Rounding) string {
	return string(e.AppendFixed(nil, places, r))
}

// AppendFixed appends what [Exact.FixedMode] returns to dst.
func (e Exact) AppendFixed(dst []byte, places int, r Rounding) []byte {
	places = max(places, 0)
	n, err := e.scaled(places, r)
	switch {
	case err == nil:
		return appendScaled(dst, n, places)
	case errors.Is(err, ErrTooLarge):
		if q, err := e.scaledBig(places, r); err == nil {
			return appendPoint(dst, q.Append(nil, 10), places)
		}
	}
	return append(dst, e.Rat().String()...)
}

// scaled returns e·10^places in major units, rounded, from the fast form.
func (e Exact) scaled(places int, r Rounding) (int64, error) {
	num, den, ok := e.num, e.denominator(), true
	if up := places - e.currency.Digits(); up >= len(pow10) {
		ok = false
	} else if up >= 0 {
		num, ok = num.MulUint64(pow10[up])
	} else {
		var fits bool
		den, fits = mulUint64(den, pow10[-up])
		ok = fits
	}
	if e.large != nil || !ok {
		return 0, ErrTooLarge
	}
	return r.quotient(num, den)
}

// scaledBig is scaled for numbers of any size.
func (e Exact) scaledBig(places int, r Rounding) (*big.Int, error) {
	minor := e.minorRat()
	num, den := new(big.Int).Set(minor.Num()), new(big.Int).Set(minor.Denom())
	scale(num, den, places-e.currency.Digits())
	return r.bigQuotient(num, den)
}

// String returns e as a reduced fraction of major units with its currency, as
// "24000/73 SEK" or "100/1 SEK", and "" for nothing.
func (e Exact) String() string {
	if e.isNothing() {
		return ""
	}
	return e.Rat().String() + " " + e.currency.Code()
}

// maxExact bounds the text of an exact amount, in characters. Interest over
// interest for a hundred years stays far below it.
const maxExact = 10_000

// MarshalText returns what [Exact.String] returns. It fails with [ErrTooLarge]
// when that is over 10 000 characters.
func (e Exact) MarshalText() ([]byte, error) {
	s := e.String()
	if len(s) > maxExact {
		return nil, fmt.Errorf("%s: %w", quote(s), ErrTooLarge)
	}
	return []byte(s), nil
}

// UnmarshalText reads "numerator/denominator CUR" in major units, in at most
// 10 000 characters: digits on both sides of the slash, a minus sign only
// before the first, the denominator above 0. Nothing is the zero value.
func (e *Exact) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*e = Exact{}
		return nil
	}
	if len(text) > maxExact {
		return fmt.Errorf("%s: %d characters: %w", quote(string(text)), len(text), ErrTooLarge)
	}
	fraction, code, _ := strings.Cut(string(text), " ")
	num, den, _ := strings.Cut(fraction, "/")
	if !isDigits(strings.TrimPrefix(num, "-")) || !isDigits(den) || strings.Trim(den, "0") == "" {
		return fmt.Errorf("%s is not an exact amount, want a fraction as 24000/73 SEK", quote(string(text)))
	}
	c, err := ParseCurrency(code)
	if err != nil {
		return err
	}
	// Both are known to be digits. Rat's own SetString would read a leading zero
	// as the mark of base 8.
	n, _ := new(big.Int).SetString(num, 10)
	d, _ := new(big.Int).SetString(den, 10)
	*e = ExactOfRat(new(big.Rat).SetFrac(n, d), c)
	return nil
}
