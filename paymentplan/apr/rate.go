package apr

import (
	"strconv"
	"strings"

	"github.com/skuld-go/skuld/interest"
)

// RateDigits is the number of decimals of a per cent to which rates are looked
// for.
const RateDigits = 9

// unitsPerPercent is 10^RateDigits.
const unitsPerPercent = 1_000_000_000

// A Rate is a yearly rate known to lie between two bounds, at both of which the
// sign of the equation is proven. Its methods give texts and rates in per cent a
// year. The zero value is exactly 0 %.
type Rate struct {
	low, high int64 // 10^-9 %; equal for an exact rate, else the rate is between, at neither
	unsure    bool  // there may be no rate between the bounds, or several
}

// Exact reports whether the rate is exactly the decimal that both bounds are.
func (r Rate) Exact() bool { return r.low == r.high }

// Single reports whether exactly one rate is between the bounds. It is false for
// bounds of an ambiguous answer, between which the equation touches zero or comes
// so near to it that bounded work could not tell.
func (r Rate) Single() bool { return !r.unsure }

// Bounds returns the bounds in per cent with nine decimals: "6.434412489" and
// "6.434412490". The rate lies between them and at neither, unless it is exact.
func (r Rate) Bounds() (low, high string) { return percentText(r.low, 9), percentText(r.high, 9) }

// Digits returns the number of decimals up to which every [Rate.Rounded] is proven,
// −1 if not even whole per cents are. It is 8 but for rates that bounded work could
// not separate from a rounding border.
func (r Rate) Digits() int {
	for places := range RateDigits {
		if _, ok := r.round(places); !ok {
			return places - 1
		}
	}
	return RateDigits - 1
}

// Rounded returns the rate in per cent with so many decimals, 0 to 8, rounded half
// up (ties away from zero): "6.43". EU and UK law want at least one decimal and
// this rounding (2008/48/EC Annex I remark (d)). False means that the bounds do
// not prove it, or that places is out of range.
func (r Rate) Rounded(places int) (string, bool) {
	n, ok := r.round(places)
	if !ok {
		return "", false
	}
	return percentText(n, places), true
}

// Percent returns the rate rounded half up to two decimals of a per cent. It may
// lie beyond interest.MaxPercent. False as for [Rate.Rounded].
func (r Rate) Percent() (interest.Percent, bool) {
	n, ok := r.round(2)
	return interest.Percent(n * 10_000), ok
}

// round gives the rate in units of 10^-places per cent. What lies between the
// bounds rounds as both ends do, and just above a tie that is up, just below down.
func (r Rate) round(places int) (int64, bool) {
	if places < 0 || places >= RateDigits || r.unsure {
		return 0, false
	}
	unit := int64(1)
	for range RateDigits - places {
		unit *= 10
	}
	if r.Exact() && r.low < 0 {
		return -floorDiv(unit/2-r.low, unit), true
	}
	low := floorDiv(r.low+unit/2, unit)
	high := -floorDiv(unit/2-r.high, unit)
	return low, low == high || r.Exact()
}

func floorDiv(a, b int64) int64 {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

// percentText writes n units of 10^-places.
func percentText(n int64, places int) string {
	sign := ""
	if n < 0 {
		sign, n = "-", -n
	}
	digits := strconv.FormatInt(n, 10)
	if short := places + 1 - len(digits); short > 0 {
		digits = strings.Repeat("0", short) + digits
	}
	if places == 0 {
		return sign + digits
	}
	cut := len(digits) - places
	return sign + digits[:cut] + "." + digits[cut:]
}
