package calendar

import "time"

// mixedYear is 365·366, the denominator of days of common and leap years
// together.
const mixedYear = 365 * 366

// yearOf returns the days of a leap or a common year.
func yearOf(leap bool) int64 {
	if leap {
		return 366
	}
	return 365
}

// actActISDA divides the days of each year by that year's length.
func actActISDA(p Period) Fraction {
	inLeap := int64(leapYearDays(p.To) - leapYearDays(p.From))
	inCommon := int64(p.Len()) - inLeap
	switch {
	case inLeap == 0 && inCommon == 0:
		return Fraction{0, yearOf(IsLeapYear(p.From.Year()))}
	case inLeap == 0:
		return Fraction{inCommon, 365}
	case inCommon == 0:
		return Fraction{inLeap, 366}
	}
	return Fraction{inCommon*366 + inLeap*365, mixedYear}
}

// leapYearDays returns how many days before d, from 0001-01-01, lie in leap
// years. The day after the last date is allowed: it is in the common year 10000.
func leapYearDays(d Date) int {
	year, month, day := toCivil(d)
	n := 366 * leapsBefore(year)
	if IsLeapYear(year) {
		n += int(fromCivil(year, month, day) - fromCivil(year, 1, 1))
	}
	return n
}

// leapsBefore returns the number of leap years from 1 up to but not including
// year.
func leapsBefore(year int) int {
	y := year - 1
	return y/4 - y/100 + y/400
}

// leapDaysIn returns how many 29 Februaries lie after p.From and through p.To.
func leapDaysIn(p Period) int {
	return leapDaysThrough(p.To) - leapDaysThrough(p.From)
}

// leapDaysThrough returns how many 29 Februaries there are from 0001-01-01
// through d.
func leapDaysThrough(d Date) int {
	year, month, day := toCivil(d)
	if month > 2 || month == 2 && day == 29 {
		year++
	}
	return leapsBefore(year)
}

// actActAFB counts whole years back from To, each from To itself so that
// 29 February returns in every leap year, and divides the days that remain
// before them.
func actActAFB(p Period) Fraction {
	years := p.To.Year() - p.From.Year()
	rest := p.To.AddYears(-years)
	if rest < p.From {
		years--
		rest = p.To.AddYears(-years)
	}
	// A 29 February on From itself counts, one on the end does not.
	year := yearOf(leapDaysThrough(rest-1)-leapDaysThrough(p.From-1) > 0)
	return Fraction{int64(years)*year + int64(rest-p.From), year}
}

// isFebruaryEnd reports whether the civil day is the last of a February.
func isFebruaryEnd(year, month, day int) bool {
	return time.Month(month) == time.February && day == daysIn(year, time.February)
}
