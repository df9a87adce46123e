package calendar

import (
	"cmp"
	"fmt"
	"time"
)

// Date is a day of the proleptic Gregorian calendar, without time of day or
// zone, held as a day number in which 1 is 0001-01-01. The zero value is "no
// date". Valid dates run from 0001-01-01 to 9999-12-31.
//
// Day numbers may be used directly: d+1 is the next day, b-a the days from a
// up to but not including b, and <, == compare. Arithmetic with operators does
// not check the range; the Add methods do.
type Date int32

// maxDate is 9999-12-31, the last day of the range.
const maxDate Date = 3652059

// NewDate returns the day of the civil date given. A day that the month does
// not have, a month outside 1…12 or a year outside 1…9999 is an error; nothing
// is normalised.
func NewDate(year int, month time.Month, day int) (Date, error) {
	if year < 1 || year > 9999 || month < time.January || month > time.December ||
		day < 1 || day > daysIn(year, month) {
		return 0, fmt.Errorf("year %d, month %d, day %d is not a date, want one from 0001-01-01 through 9999-12-31",
			year, int(month), day)
	}
	return fromCivil(year, int(month), day), nil
}

// MustDate is NewDate for dates known to be right; it panics where NewDate
// would return an error.
func MustDate(year int, month time.Month, day int) Date {
	d, err := NewDate(year, month, day)
	if err != nil {
		panic("calendar: " + err.Error())
	}
	return d
}

// DateOf returns the day that t shows in its own location. The zero time, and
// a time outside the years 1…9999, is no date.
func DateOf(t time.Time) Date {
	if t.IsZero() {
		return 0
	}
	year, month, day := t.Date()
	if year < 1 || year > 9999 {
		return 0
	}
	return fromCivil(year, int(month), day)
}

// Time returns the start of the day in loc, which must not be nil. No date
// gives the zero time. Where a clock change skips midnight, package time's
// reading of that midnight is returned.
func (d Date) Time(loc *time.Location) time.Time {
	if !d.Valid() {
		return time.Time{}
	}
	year, month, day := d.Civil()
	return time.Date(year, month, day, 0, 0, 0, 0, loc)
}

// IsZero reports whether d is "no date".
func (d Date) IsZero() bool { return d == 0 }

// Valid reports whether d lies from 0001-01-01 through 9999-12-31; "no date"
// is not valid.
func (d Date) Valid() bool { return d >= 1 && d <= maxDate }

// Civil returns year, month and day of the month, all zero for a date that is
// not valid.
func (d Date) Civil() (year int, month time.Month, day int) {
	if !d.Valid() {
		return 0, 0, 0
	}
	y, m, dd := toCivil(d)
	return y, time.Month(m), dd
}

// Year returns the year, 0 for a date that is not valid.
func (d Date) Year() int { year, _, _ := d.Civil(); return year }

// Month returns the month, 0 for a date that is not valid.
func (d Date) Month() time.Month { _, month, _ := d.Civil(); return month }

// Day returns the day of the month, 0 for a date that is not valid.
func (d Date) Day() int { _, _, day := d.Civil(); return day }

// Weekday returns the day of the week. It has no meaning for a date that is
// not valid.
func (d Date) Weekday() time.Weekday { return time.Weekday(uint32(d) % 7) } // 0001-01-01 is a Monday

// Compare returns -1, 0 or +1 as d is before, on or after e. No date is before
// every date.
func (d Date) Compare(e Date) int { return cmp.Compare(d, e) }

// IsMonthEnd reports whether d is the last day of its month.
func (d Date) IsMonthEnd() bool { return d.Valid() && d == d.MonthEnd() }

// MonthEnd returns the last day of d's month, no date for a date that is not
// valid.
func (d Date) MonthEnd() Date {
	if !d.Valid() {
		return 0
	}
	y, m, dd := toCivil(d)
	return d + Date(daysIn(y, time.Month(m))-dd)
}

// IsLeapYear reports whether the Gregorian year has a 29 February.
func IsLeapYear(year int) bool {
	return year%4 == 0 && (year%100 != 0 || year%400 == 0)
}

// daysIn returns the length of a month in days; month is 1…12.
func daysIn(year int, month time.Month) int {
	if month == time.February {
		if IsLeapYear(year) {
			return 29
		}
		return 28
	}
	// The long months are the odd ones through July and the even ones after.
	return 30 + (int(month)+int(month)>>3)&1
}
