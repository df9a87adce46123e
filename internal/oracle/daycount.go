package oracle

import "time"

// The conventions a claim may name.
const (
	act365F       = "ACT/365F"
	act360        = "ACT/360"
	act364        = "ACT/364"
	actActISDA    = "ACT/ACT-ISDA"
	nl365         = "NL/365"
	thirtyE360    = "30E/360"
	thirtyE360ISD = "30E/360-ISDA"
	thirtyU360    = "30U/360"
	thirtyBond    = "30/360-BOND"
	thirtyE365    = "30E/365"
)

func knownConvention(c string) bool {
	switch c {
	case act365F, act360, act364, actActISDA, nl365,
		thirtyE360, thirtyE360ISD, thirtyU360, thirtyBond, thirtyE365:
		return true
	}
	return false
}

// dayFraction is what the bearing day d adds, as num/den of a year, to an
// accrual whose first bearing day is first: the difference between the count
// through d and the count through the day before.
func dayFraction(convention string, first, d day) (num, den int64) {
	return countThrough(convention, first, d) - countThrough(convention, first, d-1), yearBasis(convention, d)
}

// yearBasis is the length of the year that the bearing day d is divided by.
func yearBasis(convention string, d day) int64 {
	switch convention {
	case act365F, nl365, thirtyE365:
		return 365
	case act364:
		return 364
	case actActISDA:
		y, _, _ := d.civil()
		return yearLength(y)
	default:
		return 360
	}
}

// countThrough counts the days of an accrual from its first bearing day through
// the bearing day d. A count of actual days takes the nights from the morning
// of first to the morning after d; a count by thirties runs from the day before
// first, the due date, to d, as one counts by hand.
func countThrough(convention string, first, d day) int64 {
	switch convention {
	case act365F, act360, act364, actActISDA, nl365:
		return countBetween(convention, first, d+1)
	default:
		return countBetween(convention, first-1, d)
	}
}

// countBetween is the published count of a convention between two dates. For
// ACT/ACT-ISDA it is the plain number of days; their year length is a matter of
// the single day.
func countBetween(convention string, start, end day) int64 {
	switch convention {
	case nl365:
		return int64(end-start) - leapDays(start, end)
	case thirtyE360:
		return thirties(start, end, byTheThirtyFirst)
	case thirtyE360ISD, thirtyE365:
		return thirties(start, end, byEveryMonthEnd)
	case thirtyU360:
		return thirties(start, end, byTheAmericanRule)
	case thirtyBond:
		return thirties(start, end, byTheBondRule)
	default:
		return int64(end - start)
	}
}

// leapDays counts the 29 Februaries after start, up to and including end.
func leapDays(start, end day) int64 {
	from, _, _ := start.civil()
	to, _, _ := end.civil()
	n := int64(0)
	for y := from; y <= to; y++ {
		if !leap(y) {
			continue
		}
		if d := date(y, time.February, 29); start < d && d <= end {
			n++
		}
	}
	return n
}

// dayRule says as which days of the month the two ends of a count stand.
type dayRule func(start, end day) (d1, d2 int)

func thirties(start, end day, rule dayRule) int64 {
	y1, m1, _ := start.civil()
	y2, m2, _ := end.civil()
	d1, d2 := rule(start, end)
	return 360*int64(y2-y1) + 30*int64(m2-m1) + int64(d2-d1)
}

func dayOfMonth(d day) int {
	_, _, n := d.civil()
	return n
}

func lastOfFebruary(d day) bool {
	_, m, _ := d.civil()
	_, next, _ := (d + 1).civil()
	return m == time.February && next == time.March
}

func lastOfMonth(d day) bool {
	return dayOfMonth(d+1) == 1
}

// byTheThirtyFirst is the Eurobond basis: a 31st is a 30th at both ends.
func byTheThirtyFirst(start, end day) (d1, d2 int) {
	return min(dayOfMonth(start), 30), min(dayOfMonth(end), 30)
}

// byEveryMonthEnd is the German method of the ISDA definitions for a debt that
// has no maturity: the last day of any month, February too, is a 30th.
func byEveryMonthEnd(start, end day) (d1, d2 int) {
	d1, d2 = dayOfMonth(start), dayOfMonth(end)
	if lastOfMonth(start) {
		d1 = 30
	}
	if lastOfMonth(end) {
		d2 = 30
	}
	return d1, d2
}

// byTheBondRule is the ISDA 30/360 bond basis: a 31st at the start is a 30th,
// a 31st at the end only if the start stands on the 30th.
func byTheBondRule(start, end day) (d1, d2 int) {
	d1, d2 = min(dayOfMonth(start), 30), dayOfMonth(end)
	if d2 == 31 && d1 == 30 {
		d2 = 30
	}
	return d1, d2
}

// byTheAmericanRule is the bond rule with the end of February treated as a
// 30th: at the start always, at the end only if the start is one too.
func byTheAmericanRule(start, end day) (d1, d2 int) {
	d1, d2 = dayOfMonth(start), dayOfMonth(end)
	if lastOfFebruary(start) && lastOfFebruary(end) {
		d2 = 30
	}
	if lastOfFebruary(start) {
		d1 = 30
	}
	if d2 == 31 && d1 >= 30 {
		d2 = 30
	}
	return min(d1, 30), d2
}
