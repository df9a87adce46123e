package dunning

import (
	"fmt"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/ledger"
)

// anchored counts from the anchor of the oldest debt.
func (v *view) anchored(s *step) {
	from, what := v.anchor(v.oldest)
	day, late := from.AddDays(s.level.After), v.lateOf(v.oldest)
	s.due(v.course, max(day, late), func() string {
		if day < late {
			return fmt.Sprintf("%s is overdue from %s", v.oldest.debt.ID, late)
		}
		return after(s.level.After, what, from, day)
	}, "")
}

// lateOf is the first day on which a debt that is late was.
func (v *view) lateOf(a *account) calendar.Date {
	if v.accelerated.IsZero() {
		return a.late
	}
	return min(a.late, v.accelerated+1)
}

// anchor is the day from which the days of a level count, with its name.
func (v *view) anchor(a *account) (calendar.Date, string) {
	var day calendar.Date
	what := ""
	switch v.p.Anchor {
	case AnchorInvoice:
		day, what = a.debt.Invoiced, "the invoice of"
	case AnchorNotice:
		day, what = a.debt.Demanded, "the demand of"
	case AnchorService:
		day, what = v.served(), "the service of"
	default:
		return v.dueAnchor(a)
	}
	if day.IsZero() {
		v.find(FindingAnchor, ledger.Warning, "", "%s has no day of %s; its due date %s stands in", a.debt.ID, v.p.Anchor, a.debt.Due)
		return v.dueAnchor(a)
	}
	return day, what
}

// dueAnchor counts from the due date or, where grace is not retroactive, from the end of
// the grace.
func (v *view) dueAnchor(a *account) (calendar.Date, string) {
	if due := v.dueOf(a); due != a.debt.Due {
		return due, "the whole debt fell due on"
	}
	if !v.p.Grace.Retroactive && a.inTime != a.debt.Due {
		return a.inTime, "the end of the grace on"
	}
	return a.debt.Due, "the due date"
}

// served is the day on which the first document of a court was served, zero if none was.
func (c *course) served() calendar.Date {
	var first *ledger.Notice
	for i := range c.h.Notices {
		n := &c.h.Notices[i]
		if n.Sent <= c.day && (n.Kind == "service" || n.Kind == "payment-order") && (first == nil || n.Sent < first.Sent) {
			first = n
		}
	}
	if first == nil {
		return 0
	}
	if first.Delivered.IsZero() || first.Delivered > c.day {
		return first.Sent
	}
	return first.Delivered
}

// afterLetter counts from the letter before the level on its track.
func (v *view) afterLetter(s *step) {
	latest := v.run.latest[s.level.track()]
	if latest == 0 {
		return
	}
	n := &v.h.Notices[latest-1]
	gap := max(1, s.level.Gap)
	s.due(v.course, n.Sent.AddDays(gap), func() string { return after(gap, "the "+n.Kind+" of", n.Sent, n.Sent.AddDays(gap)) }, "")
	if s.level.Expired {
		v.expired(s, v.levelOfNotice(latest), latest)
	}
}

// levelOfNotice is the level that a notice reached.
func (c *course) levelOfNotice(n int32) *Level {
	for k, at := range c.run.reached {
		if at == n {
			return &c.p.Levels[k]
		}
	}
	return nil
}

// expired waits for the end of the time that a letter gave.
func (v *view) expired(s *step, l *Level, notice int32) {
	n := &v.h.Notices[notice-1]
	last, proven := v.expires(l, n)
	if !proven {
		s.open(v, fmt.Sprintf("the delivery of the %s of %s is not known; its time does not run out without it", n.Kind, n.Sent), v.cites(l))
		return
	}
	s.due(v.course, last+1, func() string { return fmt.Sprintf("the %s of %s gave time through %s", n.Kind, n.Sent, last) }, v.cites(l))
}

// threatened waits for the end of the time that the threat of calling the whole debt due
// gave.
func (v *view) threatened(s *step, threat int) {
	l := &v.p.Levels[threat]
	if notice := v.run.reached[threat]; notice > 0 {
		v.expired(s, l, notice)
		return
	}
	s.open(v, "no "+l.Kind+" that counts was sent before it", v.cites(l))
}

// required waits for a letter of a kind and the end of its time.
func (v *view) required(s *step, kind string) {
	var notice int32
	var level *Level
	for k, n := range v.run.reached {
		if n > 0 && v.p.Levels[k].Kind == kind && v.later(n, notice) {
			notice, level = n, &v.p.Levels[k]
		}
	}
	if notice == 0 {
		s.open(v, "no "+kind+" was sent", "")
		return
	}
	v.expired(s, level, notice)
}

// later reports whether a notice comes after another, 0 being none.
func (c *course) later(n, than int32) bool {
	if than == 0 {
		return true
	}
	a, b := c.h.Notices[n-1].Sent, c.h.Notices[than-1].Sent
	return a > b || a == b && n > than
}
