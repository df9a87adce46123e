package apr

import (
	"errors"
	"fmt"

	"github.com/skuld-go/skuld/calendar"
)

// ErrInterval marks two dates between which a method cannot count.
var ErrInterval = errors.New("no interval")

// Interval returns the time from the first date up to the second as the method
// measures it: in years, for US in unit-periods. The day of from does not count,
// the day of to does. It is 0 for equal dates. Where to is the earlier, as for a
// charge before the drawdown, EU, UK and EIR give the same time below 0; US, whose
// term begins with the first advance, has none.
//
// EU and UK count whole units back from the later date and take the days that
// remain over 365, or over 366 where the year that ends on the day at which the
// count stopped is a leap one (2014/17/EU Annex I remark (c)(iii)): 12 January to
// 15 February 2012 is 1/12+3/365, the year back from 15 January 2012 being a
// common one. In days the count stops on the later date itself, however far back
// the other is.
//
// US counts by Appendix J (b)(5): months back from the later date, what remains
// in days of which 30 are a month; half months and several months the same in
// days of 15 or 30 times so many; weeks and days as days; years with what remains
// in whole months over 12 or else in days over 365.
//
// The error wraps ErrMethod or ErrInterval: dates that are none, or, for EU and
// UK, a count that ends within the first year of the calendar.
func (m Method) Interval(from, to calendar.Date) (calendar.Fraction, error) {
	switch err := m.Validate(); {
	case err != nil:
		return calendar.Fraction{}, err
	case !from.Valid() || !to.Valid():
		return calendar.Fraction{}, fmt.Errorf("%w from %q to %q, want dates", ErrInterval, from, to)
	case from > to && m.Law == US:
		return calendar.Fraction{}, fmt.Errorf("%w from %s back to %s, want no date before the first advance", ErrInterval, from, to)
	case from > to:
		f, err := m.Interval(to, from)
		return f.Neg(), err
	}
	switch m.Law {
	case EIR:
		return calendar.Fraction{Num: int64(to - from), Den: 365}, nil
	case US:
		return m.unitPeriods(from, to), nil
	}
	return m.years(from, to)
}

// years is remark (c).
func (m Method) years(from, to calendar.Date) (calendar.Fraction, error) {
	n, stop := m.whole(from, to)
	whole := calendar.Fraction{Num: int64(n), Den: [...]int64{Day: 1, Week: 52, Month: 12, Year: 1}[m.Unit]}
	odd := int64(stop - from)
	if odd == 0 {
		return whole, nil
	}
	before := stop.AddYears(-1)
	if !before.Valid() {
		return calendar.Fraction{}, fmt.Errorf("%w from %s to %s, want a whole year before %s", ErrInterval, from, to, stop)
	}
	year := int64(stop - before)
	if n == 0 {
		return calendar.Fraction{Num: odd, Den: year}, nil
	}
	den := lcm(whole.Den, year)
	return calendar.Fraction{Num: whole.Num*(den/whole.Den) + odd*(den/year), Den: den}, nil
}

// unitPeriods is Appendix J (b)(5).
func (m Method) unitPeriods(from, to calendar.Date) calendar.Fraction {
	per := m.per()
	switch m.Unit {
	case Day:
		return calendar.Fraction{Num: int64(to - from), Den: per}
	case Week:
		return calendar.Fraction{Num: int64(to - from), Den: 7 * per}
	case Year:
		return m.unitYears(from, to)
	}
	n, stop := m.whole(from, to)
	days := 30*int64(n) + int64(stop-from)
	if m.Unit == HalfMonth {
		return calendar.Fraction{Num: days, Den: 15}
	}
	return calendar.Fraction{Num: days, Den: 30 * per}
}

func (m Method) unitYears(from, to calendar.Date) calendar.Fraction {
	n, stop := m.whole(from, to)
	m.Unit = Month
	if months, rest := m.whole(from, to); rest == from {
		return calendar.Fraction{Num: int64(months), Den: 12}
	}
	return calendar.Fraction{Num: 365*int64(n) + int64(stop-from), Den: 365}
}

// whole returns the number of whole units back from to that do not pass from, and
// the date at which they stop.
func (m Method) whole(from, to calendar.Date) (n int, stop calendar.Date) {
	each := 1
	switch m.Unit {
	case Day:
		return 0, to
	case Week:
		n = int(to-from) / 7
		return n, to - calendar.Date(7*n)
	case Year:
		each = 12
	}
	n = 12*(to.Year()-from.Year()) + int(to.Month()) - int(from.Month())
	n /= each
	for stop = m.monthsBack(to, n*each); stop < from; stop = m.monthsBack(to, n*each) {
		n--
	}
	return n, stop
}

// monthsBack counts from the day of the month that was agreed where d is the last
// day of a month that does not have it.
func (m Method) monthsBack(d calendar.Date, n int) calendar.Date {
	e := d.AddMonths(-n)
	if d.Day() < m.MonthDay && d.IsMonthEnd() {
		end := e.MonthEnd()
		return end + calendar.Date(min(m.MonthDay, end.Day())-end.Day())
	}
	return e
}

func lcm(a, b int64) int64 { return a / gcd(a, b) * b }

// gcd returns the greatest common divisor of two numbers of at least 0.
func gcd(a, b int64) int64 {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}
