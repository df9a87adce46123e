package money_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"

	"github.com/skuld-go/skuld/money"
)

// Package decimal has variables that anyone in a program can set, and that
// change what its functions return. Whatever they are set to, nothing here moves.
func TestDecimalGlobalsChangeNothing(t *testing.T) {
	want := keyResults(t)
	spoilDecimalGlobals(t)
	if diff := cmp.Diff(want, keyResults(t)); diff != "" {
		t.Errorf("results moved with the globals of package decimal (-before +after):\n%s", diff)
	}
}

// spoilDecimalGlobals sets every variable of package decimal to nonsense for the
// time of a test.
func spoilDecimalGlobals(t *testing.T) {
	t.Helper()
	division, power := decimal.DivisionPrecision, decimal.PowPrecisionNegativeExponent
	quotes, zeros, scientific := decimal.MarshalJSONWithoutQuotes, decimal.TrimTrailingZeros, decimal.UseScientificNotation
	iterations, exponent, zero := decimal.ExpMaxIterations, decimal.MaxDecodeExponent, decimal.Zero
	t.Cleanup(func() {
		decimal.DivisionPrecision, decimal.PowPrecisionNegativeExponent = division, power
		decimal.MarshalJSONWithoutQuotes, decimal.TrimTrailingZeros, decimal.UseScientificNotation = quotes, zeros, scientific
		decimal.ExpMaxIterations, decimal.MaxDecodeExponent, decimal.Zero = iterations, exponent, zero
	})
	decimal.DivisionPrecision, decimal.PowPrecisionNegativeExponent = 0, 1
	decimal.MarshalJSONWithoutQuotes, decimal.TrimTrailingZeros, decimal.UseScientificNotation = !quotes, !zeros, !scientific
	decimal.ExpMaxIterations, decimal.MaxDecodeExponent, decimal.Zero = 0, 1, decimal.New(7, 3)
}

// keyResults runs everything that meets package decimal, and prints it.
func keyResults(t *testing.T) []string {
	t.Helper()
	var lines []string
	note := func(values ...any) { lines = append(lines, fmt.Sprint(values...)) }
	for _, d := range []decimal.Decimal{
		{}, decimal.New(12345, -3), decimal.New(-12345, -3), decimal.New(1, 4), decimal.New(1234000, -5),
		decimal.New(1, 40), decimal.New(1, -40), decimal.New(5, -1).Mul(decimal.New(1, -30)),
	} {
		a, err := money.New(d, eur)
		note(a, err)
		for _, r := range append([]money.Rounding{money.Exactly}, modes...) {
			a, err := money.Round(d, eur, r)
			b, errStep := money.Round(d, eur, r.ToStep(5))
			c, errConvert := money.MustParse("99.99 SEK").Convert(eur, d, r)
			note(a, err, b, errStep, c, errConvert)
		}
	}
	a := money.MustParse("10000.10 SEK")
	back, err := money.New(a.Decimal(), sek)
	note(back, err, a.Decimal().Exponent(), a.Decimal().CoefficientInt64())
	text, err := a.MarshalText()
	note(string(text), err, a.Number())
	e := money.ExactOf(a).Times(1150*100, 365*100*100)
	rounded, err := e.Round(money.HalfUp)
	note(e, e.Fixed(10), rounded, err)
	return lines
}
