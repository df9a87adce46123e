// Package days does the jobs with dates as programs usually do: business days with
// rickar/cal, months and texts with package time.
package days

import (
	"time"

	"github.com/rickar/cal/v2"
	"github.com/rickar/cal/v2/se"
)

// Sweden is the calendar of rickar/cal for Sweden, as its documentation makes it.
func Sweden() *cal.BusinessCalendar {
	c := cal.NewBusinessCalendar()
	c.AddHoliday(se.Holidays...)
	return c
}

// SwedenCached is Sweden with the library's cache of holidays by year, which is not
// safe for several goroutines.
func SwedenCached() *cal.BusinessCalendar {
	c := cal.NewBusinessCalendar()
	c.Cacheable = true
	c.AddHoliday(se.Holidays...)
	return c
}

// AddMonths is the same day n months later, or the last day of a shorter month.
func AddMonths(t time.Time, n int) time.Time {
	y, m, d := t.Date()
	first := time.Date(y, m+time.Month(n), 1, 0, 0, 0, 0, t.Location())
	last := first.AddDate(0, 1, -1).Day()
	return first.AddDate(0, 0, min(d, last)-1)
}
