package ledger

import (
	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/interest"
)

// bears compiles the interest of an item.
func (f *flattener) bears(it *flatItem, id string, terms *ClaimTerms, opened calendar.Date) bool {
	leadFree, lead := false, true
	var have [2]bool
	for _, t := range [...]*ClaimTerms{terms, terms.Contract} {
		if t == nil || !t.Bears {
			continue
		}
		if !isInterest(t.Component) || have[slot(t.Component)] {
			return false
		}
		have[slot(t.Component)] = true
		if lead {
			leadFree, lead = t.PaymentDay == Free, false
		}
		if !f.course(it, id, t, opened, leadFree) {
			return false
		}
	}
	it.courses.to = int32(len(f.a.courses))
	return true
}

// course compiles one kind of interest, over the bearing days through the as-of day.
func (f *flattener) course(it *flatItem, id string, t *ClaimTerms, opened calendar.Date, leadFree bool) bool {
	days := calendar.Period{From: max(t.First, opened), To: f.at.AsOf + 1}
	if !t.Last.IsZero() {
		days.To = min(days.To, t.Last+1)
	}
	if c := f.c.Closed; c != nil && f.at.Counts(c.Date, c.Recorded) {
		days.To = min(days.To, c.Date+1)
	}
	fc := flatCourse{component: t.Component, free: t.PaymentDay == Free}
	if days.From < days.To {
		var err error
		fc.course, err = f.a.compiler.Course(t.Terms, t.First, days, f.holdsOn(id), t.Rounding)
		if err != nil {
			return false
		}
	}
	if t.Compounding == Annual && days.From < days.To && it.body != allocation.Fee {
		f.anniversaries(id, t, days, leadFree)
	}
	f.a.courses = append(f.a.courses, fc)
	return true
}

// holdsOn lists the days on which an item is kept from bearing.
func (f *flattener) holdsOn(id string) []interest.Hold {
	var out []interest.Hold
	for _, h := range f.c.Holds {
		if h.Scope == HoldInterest && f.at.Counts(h.From, h.Recorded) && h.covers(id) {
			out = append(out, interest.Hold{Period: h.period(), Reason: h.Reason})
		}
	}
	return out
}
