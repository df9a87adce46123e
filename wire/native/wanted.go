package native

import (
	"errors"
	"fmt"

	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/money"
)

// wanted is an error of a lower package in words that end in what was wanted. It
// still is the error it was.
type wanted struct {
	text  string
	cause error
}

// Error gives the words.
func (e *wanted) Error() string { return e.text }

// Unwrap gives the error behind them.
func (e *wanted) Unwrap() error { return e.cause }

func wantedf(cause error, format string, args ...any) error {
	return &wanted{fmt.Sprintf(format, args...), cause}
}

// parseCurrency reads a currency.
func parseCurrency(s string) (money.Currency, error) {
	c, err := money.ParseCurrency(s)
	if err != nil {
		err = wantedf(err, "%s is not a currency with a minor unit, want a code of ISO 4217 such as SEK", quote(s))
	}
	return c, err
}

// parseAmount reads an amount in a currency.
func parseAmount(s string, c money.Currency) (money.Amount, error) {
	a, err := money.ParseIn(s, c)
	switch {
	case errors.Is(err, money.ErrOffQuantum):
		err = wantedf(err, "%s has too many decimals, want at most %d for %s", quote(s), c.Digits(), c)
	case errors.Is(err, money.ErrTooLarge):
		most := money.FromMinor(money.MaxMinor, c)
		err = wantedf(err, "%s is too large, want at most %s", quote(s), most)
	}
	return a, err
}

// parseForm checks the form of an amount whose currency is not known.
func parseForm(s string) (money.Amount, error) {
	// The currency with most decimals leaves only the form to complain of.
	_, err := money.ParseIn(s, money.MustCurrency("CLF"))
	if errors.Is(err, money.ErrOffQuantum) || errors.Is(err, money.ErrTooLarge) {
		err = nil
	}
	return money.Amount{}, err
}

// parseExchangeRate reads the price of one unit of a currency in another.
func parseExchangeRate(s string) (money.ExchangeRate, error) {
	r, err := money.ParseExchangeRate(s)
	if err != nil {
		err = wantedf(err, "%s is not an exchange rate, want more than 0 with at most ten decimals such as \"11.2345\"", quote(s))
	}
	return r, err
}

// parsePercent reads a rate in per cent a year.
func parsePercent(s string) (interest.Percent, error) {
	p, err := interest.ParsePercent(s)
	switch {
	case errors.Is(err, interest.ErrTooFine):
		err = wantedf(err, "%s has too many decimals, want at most 6", quote(s))
	case errors.Is(err, interest.ErrRateTooLarge):
		err = wantedf(err, "%s is out of bounds, want -1000 to 1000 per cent a year", quote(s))
	}
	return p, err
}

// parseFactor reads a multiplier of a rate.
func parseFactor(s string) (interest.Factor, error) {
	f, err := interest.ParseFactor(s)
	if err != nil {
		err = wantedf(err, `%s is not a multiplier, want a number such as "1.5" from -1000 to 1000, not 0, with at most 6 decimals`, quote(s))
	}
	return f, err
}
