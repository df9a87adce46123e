package law

import (
	"slices"
	"time"

	"github.com/skuld-go/skuld/calendar"
)

// HalfYearly gives the table in which the value in force on 1 January or 1 July
// holds for the whole half-year, as UGB § 456 reads the Austrian base rate.
// Changes inside a half-year wait for the next one, so that the table is known to
// the end of the half-year in which the knowledge of t ends. Days before the
// first half-year that t knows from its first day are not known. What Meta says of
// superseded values stays with the rows that still begin on their day. Extended before
// or after, the last value of t goes on from the first half-year beyond.
func (t *Table[T]) HalfYearly() *Table[T] {
	h := &Table[T]{meta: t.meta.clone(), extended: t.extended, root: t.origin(), halved: true}
	h.meta.Changes, h.meta.Exceptions = HalfYear, nil
	if len(t.entries) == 0 {
		return h
	}
	day, used := halfYear(t.entries[0].From), -1
	if day < t.entries[0].From {
		day = nextHalfYear(day)
	}
	for ; day <= t.meta.KnownThrough; day = nextHalfYear(day) {
		if i := t.index(day); i != used {
			e := t.entries[i]
			e.From = day
			h.entries, used = append(h.entries, e), i
		}
	}
	h.meta.Superseded = slices.DeleteFunc(h.meta.Superseded, func(s Superseded) bool {
		i := h.index(s.From)
		return i < 0 || h.entries[i].From != s.From
	})
	h.meta.KnownThrough = nextHalfYear(halfYear(t.meta.KnownThrough)) - 1
	h.beyond = t.beyond
	h.beyond.From = max(h.beyond.From, h.meta.KnownThrough+1)
	return h
}

// halfYear is the first day of the half-year of d.
func halfYear(d calendar.Date) calendar.Date {
	year, month, _ := d.Civil()
	if month < time.July {
		return calendar.MustDate(year, time.January, 1)
	}
	return calendar.MustDate(year, time.July, 1)
}

// nextHalfYear is the first day of the half-year after the one that begins on
// d; the bound on a table's knowledge keeps it a date.
func nextHalfYear(d calendar.Date) calendar.Date {
	if d.Month() == time.January {
		return calendar.MustDate(d.Year(), time.July, 1)
	}
	return calendar.MustDate(d.Year()+1, time.January, 1)
}
