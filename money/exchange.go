package money

import (
	"errors"
	"fmt"
	"strings"

	"github.com/shopspring/decimal"
)

// ExchangeRate is the price of one major unit of a currency in major units of
// another, in units of 10⁻¹⁰: 11.2345 is 112_345_000_000. The zero value is none.
type ExchangeRate int64

const (
	exchangeDecimals = 10
	// MaxExchangeRate bounds every rate that enters from outside, exclusive.
	MaxExchangeRate ExchangeRate = 900_000_000 * 10_000_000_000
)

// ErrNotExchangeRate marks text that is no exchange rate.
var ErrNotExchangeRate = errors.New("not an exchange rate")

// ParseExchangeRate reads a rate such as "11.2345": digits with at most ten
// decimals, above 0 and below [MaxExchangeRate]. The error wraps
// [ErrNotExchangeRate].
func ParseExchangeRate(s string) (ExchangeRate, error) {
	_, decimals, ok := scanNumber(s)
	d, err := decimal.NewFromString(s)
	if !ok || err != nil || d.Sign() <= 0 || decimals > exchangeDecimals || !d.LessThan(MaxExchangeRate.Decimal()) {
		return 0, fmt.Errorf("%w: %s, want more than 0 and below %s with at most %d decimals",
			ErrNotExchangeRate, quote(s), MaxExchangeRate, exchangeDecimals)
	}
	return ExchangeRate(d.Shift(exchangeDecimals).IntPart()), nil
}

// Decimal is the rate as a decimal number.
func (r ExchangeRate) Decimal() decimal.Decimal { return decimal.New(int64(r), -exchangeDecimals) }

// String is the rate without trailing zeros, as "11.2345", and "" for none.
func (r ExchangeRate) String() string {
	if r == 0 {
		return ""
	}
	s := string(appendScaled(nil, int64(r), exchangeDecimals))
	return strings.TrimSuffix(strings.TrimRight(s, "0"), ".")
}

// MarshalText returns what [ExchangeRate.String] returns. It never fails.
func (r ExchangeRate) MarshalText() ([]byte, error) { return []byte(r.String()), nil }
