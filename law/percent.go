package law

import (
	"fmt"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/skuld-go/skuld/internal/words"
)

// Bounds on a rate.
const (
	maxPercent  = 1000 // percent per year, either sign
	maxDecimals = 6
)

// parsePercent reads percent per year as -?digits[.digits], without exponent,
// plus sign, leading zeros or spaces.
func parsePercent(s string) (decimal.Decimal, error) {
	digits, negative := strings.CutPrefix(s, "-")
	whole, part, point := strings.Cut(digits, ".")
	ok := isDigits(whole, 4) && (len(whole) == 1 || whole[0] != '0') && (!point || isDigits(part, maxDecimals))
	if !ok {
		return decimal.Decimal{}, notPercent(s)
	}
	n := int64(0)
	for _, c := range whole + part {
		n = n*10 + int64(c-'0')
	}
	if negative {
		n = -n
	}
	d := decimal.New(n, -int32(len(part)))
	if d.Abs().GreaterThan(decimal.New(maxPercent, 0)) {
		return decimal.Decimal{}, notPercent(s)
	}
	return d, nil
}

func notPercent(s string) error {
	return fmt.Errorf("%s is not a rate, want percent from -%d to %d with a point and at most %d decimals", words.Quote(s), maxPercent, maxPercent, maxDecimals)
}

// isDigits reports whether s is 1 to most decimal digits.
func isDigits(s string, most int) bool {
	if s == "" || len(s) > most {
		return false
	}
	for _, c := range []byte(s) {
		if c < '0' || c > '9' {
			return false
		}
	}
	return true
}

// percentText prints a rate without trailing zeros. It reads coefficient and
// exponent itself, because the decimal package prints by global settings. It
// reports false for a rate that a file could not hold.
func percentText(d decimal.Decimal) (string, bool) {
	if d.Abs().GreaterThan(decimal.New(maxPercent, 0)) || !d.Equal(d.Truncate(maxDecimals)) {
		return "", false
	}
	n := d.Shift(maxDecimals).IntPart()
	sign := ""
	if n < 0 {
		sign, n = "-", -n
	}
	text := fmt.Sprintf("%s%d.%06d", sign, n/1_000_000, n%1_000_000)
	return strings.TrimSuffix(strings.TrimRight(text, "0"), "."), true
}
