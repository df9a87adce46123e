package interest

import "github.com/skuld-go/skuld/calendar"

// Year is the number of equal parts into which a day count divides a year, so that
// every day of a claim is a whole number of them. The zero value is invalid.
type Year uint8

// The years. Together with the unit of rates each makes a denominator: interest in
// minor units is Σ balance × rate × parts over parts of the year × 10⁸.
const (
	// Year360 has a part for each day of a year of 360 days.
	Year360 Year = iota + 1
	// Year364 has a part for each day of 52 weeks.
	Year364
	// Year365 has a part for each day of a year of 365 days.
	Year365
	// YearMixed has 365 × 366 = 133 590 parts, for days of common and leap years together:
	// a day of a common year is 366 of them and a day of a leap year 365.
	YearMixed
)

const (
	partsMixed  = 365 * 366
	partsCommon = partsMixed / 365
	partsLeap   = partsMixed / 366
	// perUnit is by how much a balance in minor units times a rate in millionths of a
	// per cent is too large: 10⁶ for the millionths, 10² for the per cent.
	perUnit = 100 * onePercent
)

var yearParts = [...]int64{Year360: 360, Year364: 364, Year365: 365, YearMixed: partsMixed}

// Parts is the number of parts of the year, 0 for the zero value.
func (y Year) Parts() int64 {
	if int(y) < len(yearParts) {
		return yearParts[y]
	}
	return 0
}

// denominator is by what a sum over the year is divided.
func (y Year) denominator() uint64 { return uint64(y.Parts()) * perUnit }

// YearOf is the year of a day count, 0 for one that no account can use.
func YearOf(dc calendar.DayCount) Year {
	switch dc {
	case calendar.Act364:
		return Year364
	case calendar.Act365Fixed, calendar.NL365, calendar.ThirtyE365, calendar.Thirty365:
		return Year365
	case calendar.ActActISDA, calendar.ActActAFB, calendar.Act365Actual:
		return YearMixed
	}
	if !dc.Valid() || dc.NeedsContext() {
		return 0
	}
	return Year360
}

// actual reports whether every day of a count is one part of its year.
func actual(dc calendar.DayCount) bool {
	return dc == calendar.Act365Fixed || dc == calendar.Act360 || dc == calendar.Act364
}
