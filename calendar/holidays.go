package calendar

import (
	"sync"
	"time"

	"github.com/rickar/cal/v2"
)

// The range of the built-in calendars. Debts still collected seldom go back
// behind its first year; through its last the rules in force are carried forward.
const (
	builtInFrom = 1990
	builtInLast = 2100
)

// builtIn returns an accessor of a national calendar that is built on first
// use. The rules are asked once per year here and never by a query.
func builtIn(code string, rules func() []*cal.Holiday) func() *Calendar {
	return builtInSince(builtInFrom, code, rules)
}

// builtInSince is builtIn for a calendar that begins in a year of its own.
func builtInSince(first int, code string, rules func() []*cal.Holiday) func() *Calendar {
	return sync.OnceValue(func() *Calendar {
		c, err := New(Definition{
			Code:     code,
			Covered:  Days(MustDate(first, time.January, 1), MustDate(builtInLast, time.December, 31)),
			Weekend:  []time.Weekday{time.Saturday, time.Sunday},
			Holidays: evaluate(rules(), first, builtInLast),
		})
		if err != nil {
			panic("calendar: " + err.Error())
		}
		return c
	})
}

// evaluate returns the holidays of the years first through last, on the day
// itself and on the day they are observed.
func evaluate(rules []*cal.Holiday, first, last int) []Date {
	var days []Date
	for _, h := range rules {
		for year := first; year <= last; year++ {
			actual, _ := h.Calc(year)
			if actual.IsZero() {
				continue
			}
			d := civilDay(h, year, actual)
			days = append(days, d)
			for _, o := range h.Observed {
				if o.Day == d.Weekday() {
					days = append(days, d.AddDays(o.Offset))
				}
			}
		}
	}
	return days
}

// civilDay returns the day of year that the library means by t. It makes its
// times in a location that is a mutable global: where clocks change at midnight
// that location may show 23:00 of the day before or 01:00, so the day is taken
// at noon; and places that moved across the date line lack a day, so fixed dates
// are taken as they are written. Observed days are worked out from weekdays of
// our own for the same reason.
func civilDay(h *cal.Holiday, year int, t time.Time) Date {
	if h.Month != 0 && h.Day != 0 && h.Offset == 0 {
		return MustDate(year, h.Month, h.Day)
	}
	return DateOf(t.Add(12 * time.Hour))
}

// since returns h as of the year given.
func since(year int, h *cal.Holiday) *cal.Holiday {
	return h.Clone(&cal.Holiday{StartYear: year})
}

// until returns h through the year given.
func until(year int, h *cal.Holiday) *cal.Holiday {
	return h.Clone(&cal.Holiday{EndYear: year})
}

// except returns h without the years given.
func except(h *cal.Holiday, years ...int) *cal.Holiday {
	return h.Clone(&cal.Holiday{Except: years})
}

// yearly returns a holiday on the same date of each year.
func yearly(name string, month time.Month, day int) *cal.Holiday {
	return &cal.Holiday{Name: name, Type: cal.ObservancePublic, Month: month, Day: day, Func: cal.CalcDayOfMonth}
}

// once returns a holiday of a single year.
func once(name string, year int, month time.Month, day int) *cal.Holiday {
	h := yearly(name, month, day)
	h.StartYear, h.EndYear = year, year
	return h
}

// weekdayFrom returns a holiday on the first such weekday from a date on.
func weekdayFrom(name string, month time.Month, day int, weekday time.Weekday) *cal.Holiday {
	return &cal.Holiday{
		Name: name, Type: cal.ObservancePublic, Month: month, Day: day,
		Weekday: weekday, Offset: 1, Func: cal.CalcWeekdayFrom,
	}
}
