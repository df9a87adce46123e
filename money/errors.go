package money

import (
	"errors"
	"strconv"
)

// The errors that a caller may branch on. Each comes wrapped with the operands;
// use errors.Is.
var (
	// ErrUnknownCurrency: the text is no code of ISO 4217 list one, the code has
	// no minor unit, or an amount was asked for without a currency.
	ErrUnknownCurrency = errors.New("unknown currency")
	// ErrCurrencyMismatch: the operands are of two currencies, or one of them is
	// no amount at all.
	ErrCurrencyMismatch = errors.New("currencies differ")
	// ErrOffQuantum: the number has more decimals than the currency.
	ErrOffQuantum = errors.New("more decimals than the currency has")
	// ErrInexact: under Exactly a rest remains that rounding would lose.
	ErrInexact = errors.New("not a whole number of the rounding step")
	// ErrTooLarge: the number is beyond what the operation can hold.
	ErrTooLarge = errors.New("amount too large")
)

// errRounding reports a Rounding that no constant and no valid step made.
var errRounding = errors.New("not a rounding, want one of the modes with a step of 0 to 10^15 minor units")

// maxOperand is how much of an operand an error prints, in bytes; of quoted text
// less, because escapes may make four characters of a byte.
const (
	maxOperand = 60
	maxQuoted  = 40
)

// quote quotes text from outside for an error, cut to a length that fits a line.
func quote(s string) string {
	if len(s) > maxQuoted {
		return strconv.Quote(s[:maxQuoted]) + "…"
	}
	return strconv.Quote(s)
}

// brief is how an error prints an exact amount, whose text has no bound.
func brief(e Exact) string {
	switch s := e.String(); {
	case s == "":
		return "nothing"
	case len(s) > maxOperand:
		return "about " + e.Fixed(maxExactPlaces) + " " + e.currency.Code()
	default:
		return s
	}
}

// maxExactPlaces is how many decimals stand for a fraction that is too long.
const maxExactPlaces = 10
