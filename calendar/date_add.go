package calendar

import "time"

// AddDays returns the day n days later, earlier for a negative n. A result
// outside 0001-01-01 … 9999-12-31, or a d that is not valid, gives no date.
func (d Date) AddDays(n int) Date {
	if !d.Valid() {
		return 0
	}
	e := int64(d) + int64(n)
	if n > int(maxDate) || n < -int(maxDate) || e < 1 || e > int64(maxDate) {
		return 0
	}
	return Date(e)
}

// AddMonths returns the same day of the month n months later, earlier for a
// negative n. A day the target month lacks becomes its last day: 31 January
// and one month is 28 or 29 February. A result outside the range, or a d that
// is not valid, gives no date.
//
// Adding twice is not adding the sum, because the clamp forgets the day: count
// recurrences from their anchor (see [Recurrence]).
func (d Date) AddMonths(n int) Date {
	if !d.Valid() || n > 12*9999 || n < -12*9999 {
		return 0
	}
	year, month, day := toCivil(d)
	months := year*12 + month - 1 + n
	if months < 12 || months >= 12*10000 {
		return 0
	}
	year, month = int(uint32(months)/12), int(uint32(months)%12)+1
	first := fromCivil(year, month, 1)
	if day > 28 {
		day = min(day, daysIn(year, time.Month(month)))
	}
	return first + Date(day) - 1
}

// AddYears returns the same day n years later, earlier for a negative n;
// 29 February becomes 28 February in common years. A result outside the range,
// or a d that is not valid, gives no date.
func (d Date) AddYears(n int) Date {
	if n > 9999 || n < -9999 {
		return 0
	}
	return d.AddMonths(12 * n)
}

// Add returns d moved by s: days and weeks exactly, months and years clamped as
// in AddMonths. An invalid span, and a result outside the range, gives no date.
func (d Date) Add(s Span) Date {
	return d.addTimes(s, 1)
}

// addTimes returns d moved by k spans at once, so that clamping happens once.
func (d Date) addTimes(s Span, k int) Date {
	const bound = 1 << 40 // keeps the product of two bounded factors in int64
	if k > int(maxDate) || k < -int(maxDate) {
		return 0
	}
	n := int64(s.n) * int64(k)
	if n > bound || n < -bound {
		return 0
	}
	switch s.unit {
	case UnitDay:
		return d.AddDays(int(n))
	case UnitWeek:
		return d.AddDays(int(7 * n))
	case UnitMonth:
		return d.AddMonths(int(n))
	case UnitYear:
		return d.AddMonths(int(12 * n))
	}
	return 0
}
