package oracle

import (
	"fmt"
	"math/big"
	"strings"
)

// micro is a rate in millionths of a percent per year.
type micro int64

const microPerPercent = 1_000_000

// parseDecimal reads a plain decimal: a sign if negative, digits, at most one
// point with digits on both sides.
func parseDecimal(s string) (*big.Rat, error) {
	whole, frac, point := strings.Cut(strings.TrimPrefix(s, "-"), ".")
	if !allDigits(whole) || point && !allDigits(frac) || len(s) > 40 {
		return nil, fmt.Errorf("%q is not a decimal number", s)
	}
	r, ok := new(big.Rat).SetString(s)
	if !ok {
		return nil, fmt.Errorf("%q is not a decimal number", s)
	}
	return r, nil
}

func allDigits(s string) bool {
	return s != "" && strings.Trim(s, "0123456789") == ""
}

// whole gives x × scale as an integer, or an error if it is none.
func whole(x *big.Rat, scale int64) (int64, error) {
	y := new(big.Rat).Mul(x, new(big.Rat).SetInt64(scale))
	if !y.IsInt() || !y.Num().IsInt64() {
		return 0, fmt.Errorf("%s is no whole multiple of 1/%d", x.RatString(), scale)
	}
	return y.Num().Int64(), nil
}

// parseMicro reads a percentage of at most six decimals; the empty string is 0.
func parseMicro(s string) (micro, error) {
	if s == "" {
		return 0, nil
	}
	r, err := parseDecimal(s)
	if err != nil {
		return 0, err
	}
	n, err := whole(r, microPerPercent)
	return micro(n), err
}

// String prints the percentage without trailing zeros.
func (m micro) String() string {
	s := new(big.Rat).SetFrac64(int64(m), microPerPercent).FloatString(6)
	return strings.TrimSuffix(strings.TrimRight(s, "0"), ".")
}

// digitsOf is the number of decimals of a currency by ISO 4217.
func digitsOf(currency string) (int, error) {
	if len(currency) != 3 || strings.ToUpper(currency) != currency {
		return 0, fmt.Errorf("%q is not a currency code", currency)
	}
	switch currency {
	case "BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "UYI", "VND", "VUV", "XAF", "XOF", "XPF":
		return 0, nil
	case "BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND":
		return 3, nil
	case "CLF", "UYW":
		return 4, nil
	}
	return 2, nil
}

func pow10(n int) int64 {
	p := int64(1)
	for ; n > 0; n-- {
		p *= 10
	}
	return p
}

// parseMinor reads an amount of a currency with that many decimals.
func parseMinor(s string, digits int) (int64, error) {
	r, err := parseDecimal(s)
	if err != nil {
		return 0, err
	}
	return whole(r, pow10(digits))
}

// printMinor prints minor units with the currency's decimals.
func printMinor(n int64, digits int) string {
	return new(big.Rat).SetFrac64(n, pow10(digits)).FloatString(digits)
}

// printExact prints x, in minor units, as major units with that many places.
func printExact(x *big.Rat, digits, places int, mode string) string {
	scaled := new(big.Rat).Mul(x, new(big.Rat).SetFrac64(pow10(places), pow10(digits)))
	return new(big.Rat).SetFrac(roundToInt(scaled, mode), big.NewInt(pow10(places))).FloatString(places)
}
