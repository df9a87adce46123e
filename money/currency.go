package money

import (
	"fmt"
	"slices"
	"strings"
)

//go:generate go run ./internal/currencygen

// Currency is a currency or fund of ISO 4217 list one that has a minor unit. It
// is comparable with ==; the zero value is no currency. A Currency is made by
// [ParseCurrency] and kept outside a program as its code.
//
// Codes without a minor unit are refused, because no debt can be counted in
// them: the metals (XAU, XAG, XPT, XPD), units of account and bond market units
// (XDR, XUA, XSU, XBA … XBD), XTS for tests and XXX for none. Funds that have
// one are allowed: debts are stated in CLF or UYI. Codes that have left the
// list, as HRK and the currencies before the euro, are unknown; such debts are
// owed in what replaced them.
type Currency struct {
	index uint8 // in currencyTable
}

// currencyFacts is one row of the generated table.
type currencyFacts struct {
	code    string
	name    string
	numeric uint16
	digits  uint8
}

// ParseCurrency returns the currency of a code in capital letters, as "SEK".
// Anything else, and codes without a minor unit, are [ErrUnknownCurrency].
func ParseCurrency(code string) (Currency, error) {
	i, found := slices.BinarySearchFunc(currencyTable[1:], code, func(f currencyFacts, code string) int {
		return strings.Compare(f.code, code)
	})
	if found {
		return Currency{uint8(i + 1)}, nil
	}
	if slices.Contains(noMinorUnit[:], code) {
		return Currency{}, fmt.Errorf("%q has no minor unit to count an amount in: %w", code, ErrUnknownCurrency)
	}
	return Currency{}, fmt.Errorf("%s is not a currency, want a code of ISO 4217 as SEK: %w", quote(code), ErrUnknownCurrency)
}

// MustCurrency is [ParseCurrency] for codes written in the program; it panics on
// an error.
func MustCurrency(code string) Currency {
	c, err := ParseCurrency(code)
	if err != nil {
		panic(err)
	}
	return c
}

// Currencies returns every currency that [ParseCurrency] knows, by code.
func Currencies() []Currency {
	all := make([]Currency, len(currencyTable)-1)
	for i := range all {
		all[i] = Currency{uint8(i + 1)}
	}
	return all
}

// Code returns the three letters of ISO 4217, "" for no currency.
func (c Currency) Code() string { return currencyTable[c.index].code }

// Name returns the name in list one, in English, "" for no currency.
func (c Currency) Name() string { return currencyTable[c.index].name }

// Digits returns how many decimals the minor unit has by ISO 4217: 2 for SEK, 0
// for JPY, 3 for KWD, 4 for CLF; 0 for no currency.
func (c Currency) Digits() int { return int(currencyTable[c.index].digits) }

// Numeric returns the number of ISO 4217, 752 for SEK and 8 for ALL; 0 for no
// currency.
func (c Currency) Numeric() int { return int(currencyTable[c.index].numeric) }

// IsZero reports whether c is no currency.
func (c Currency) IsZero() bool { return c.index == 0 }

// String returns the code, "" for no currency.
func (c Currency) String() string { return c.Code() }

// AppendText appends the code to b. It never fails.
func (c Currency) AppendText(b []byte) ([]byte, error) { return append(b, c.Code()...), nil }

// MarshalText returns the code, nothing for no currency. It never fails.
func (c Currency) MarshalText() ([]byte, error) { return c.AppendText(nil) }

// UnmarshalText reads a code as [ParseCurrency] does; nothing is no currency.
func (c *Currency) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*c = Currency{}
		return nil
	}
	parsed, err := ParseCurrency(string(text))
	if err != nil {
		return err
	}
	*c = parsed
	return nil
}
