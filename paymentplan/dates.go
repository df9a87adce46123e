package paymentplan

import (
	"slices"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/ledger"
)

// lastDay is the last day on which a row may fall due.
func lastDay() calendar.Date { return calendar.MustDate(ledger.LastYear, 12, 31) }

// series yields the nominal due dates of a request in ascending order: those of its
// own recurrence, with those of periods in the place of what lies inside them.
type series struct {
	req *Request
	// top is the request's own recurrence, from number next on.
	top  calendar.Recurrence
	next int
	// period is the index of the period at hand, in its number of dates taken from it.
	period, in int
}

func newSeries(r *Request) *series {
	s := &series{req: r, top: calendar.Recurrence{Anchor: r.Start, Every: r.every()}, next: 1}
	if !r.First.IsZero() {
		s.top.Anchor, s.next = r.First, 0
	}
	return s
}

// take is the next date and the index of its period, -1 for one of the request's own;
// no date where none is left before the bound of all dates.
func (s *series) take() (day calendar.Date, period int) {
	own, inside, p := s.own(), s.inside(), s.period
	switch {
	case own.IsZero() && inside.IsZero():
		return 0, -1
	case inside.IsZero() || !own.IsZero() && own < inside:
		s.next++
		return own, -1
	}
	s.in++
	return inside, p
}

// own is the next date of the request's own recurrence outside its periods.
func (s *series) own() calendar.Date {
	for ; ; s.next++ {
		d := s.top.At(s.next)
		if d.IsZero() || d > lastDay() {
			return 0
		}
		if !s.req.covered(d) && !s.req.free(d) {
			return d
		}
	}
}

// inside is the next date of the periods.
func (s *series) inside() calendar.Date {
	for s.period < len(s.req.Periods) {
		p := s.req.Periods[s.period]
		d := calendar.Recurrence{Anchor: p.Start, Every: s.req.everyIn(p)}.At(s.in)
		if d.IsZero() || d > lastDay() || !p.End.IsZero() && d > p.End {
			s.period, s.in = s.period+1, 0
			continue
		}
		if d > s.req.Start && !s.req.free(d) {
			return d
		}
		s.in++
	}
	return 0
}

// every is the distance of due dates outside periods.
func (r *Request) every() calendar.Span {
	if r.Every.IsZero() {
		return calendar.Months(1)
	}
	return r.Every
}

func (r *Request) everyIn(p Period) calendar.Span {
	if p.Every.IsZero() {
		return r.every()
	}
	return p.Every
}

// covered reports whether a day lies inside the periods.
func (r *Request) covered(d calendar.Date) bool {
	if len(r.Periods) == 0 || d < r.Periods[0].Start {
		return false
	}
	end := r.Periods[len(r.Periods)-1].End
	return end.IsZero() || d <= end
}

func (r *Request) free(d calendar.Date) bool { return slices.Contains(r.FreeMonths, d.Month()) }

// closedPeriods reports whether the last period ends.
func (r *Request) closedPeriods() bool {
	n := len(r.Periods)
	return n > 0 && !r.Periods[n-1].End.IsZero()
}

// datesThrough counts the nominal dates through a day, inclusive, but no more than
// MaxRows + 1.
func (r *Request) datesThrough(end calendar.Date) int {
	s := newSeries(r)
	for n := 0; ; n++ {
		d, _ := s.take()
		if d.IsZero() || d > end || n > MaxRows {
			return n
		}
	}
}
