package dunning

import (
	"cmp"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/ledger"
)

// Deadline is the last day on which somebody may be told of a debt that fell due on a
// day. Business days are those of the calendar, which may be nil where r does not ask
// for them. Errors wrap [calendar.ErrOutOfRange].
func (r Report) Deadline(due calendar.Date, business *calendar.Calendar) (calendar.Date, error) {
	if !r.Business || r.Days == 0 {
		return due.AddDays(r.Days), nil
	}
	return business.AddBusinessDays(due, r.Days)
}

// Covers reports whether the time of credit from the invoice to the due day is not
// longer than r covers. A zero day of the invoice is covered.
func (r Report) Covers(invoiced, due calendar.Date) bool {
	return r.MaxTerm == 0 || invoiced.IsZero() || int(due-invoiced) <= r.MaxTerm
}

// State says where the deadline for a debt stands on a day.
func (r Report) State(deadline, day calendar.Date) NotificationState {
	switch cmp.Compare(day, deadline) {
	case -1:
		return NotificationPending
	case 0:
		return NotificationDue
	}
	return NotificationPassed
}

// notifications are the deadlines of every debt that is late.
func (c *course) notifications() []Notification {
	var list []Notification
	for _, r := range c.p.Deadlines {
		for i := range c.accounts[:c.nextLate] {
			a := &c.accounts[i]
			if a.open == 0 {
				continue
			}
			deadline := c.keep(a.debt.Due)(r.Deadline(a.debt.Due, c.p.Calendar))
			n := Notification{Kind: r.Kind, Item: a.debt.ID, Day: deadline, State: r.State(deadline, c.day)}
			if !r.Covers(a.debt.Invoiced, a.debt.Due) {
				n.State = NotCovered
				c.find(FindingNotCovered, ledger.Warning, "", "%s gave %s of credit, %s covers %s", a.debt.ID,
					days(int(a.debt.Due-a.debt.Invoiced)), r.Kind, days(r.MaxTerm))
			}
			list = append(list, n)
		}
	}
	return list
}

// review is the next day on which the decision may change by itself. certain leaves out
// the days on which to look again because no end of a block is known.
func (c *course) review(d *Decision) (next, certain calendar.Date) {
	at := func(day calendar.Date) {
		if day > c.day {
			next = earliest(next, day)
		}
	}
	if c.closed() || c.matured() {
		return 0, 0
	}
	at(c.nextLateDay())
	for _, a := range d.Actions {
		if a.Level > 0 {
			at(a.Deadline + 1)
		}
	}
	if c.running {
		c.turns(at)
	}
	for _, p := range d.Promises {
		if p.State == PromiseOpen {
			at(p.Due + 1)
		}
	}
	at(d.Retry)
	if c.h.Loan != nil {
		at(c.h.Loan.Matures)
	}
	for _, b := range d.Blocked {
		if !b.Open {
			at(b.Until)
		}
	}
	certain = next
	for _, b := range d.Blocked {
		at(b.Until)
	}
	return next, certain
}

// turns names the days on which something ends that bears on the present run.
func (c *course) turns(at func(calendar.Date)) {
	for _, n := range c.run.latest {
		if n > 0 {
			last, _ := c.expires(c.levelOfNotice(n), &c.h.Notices[n-1])
			at(last + 1)
		}
	}
	for i := range c.h.Holds {
		if h := &c.h.Holds[i]; h.Scope == ledger.HoldDunning && c.covers(h) && !h.Through.IsZero() {
			at(h.Through + 1)
		}
	}
	for i := range c.accounts[:c.nextLate] {
		if a := &c.accounts[i]; a.open > 0 && !a.debt.Limitation.IsZero() {
			at(a.debt.Limitation + 1)
		}
	}
	if oldest := c.oldestLate(); oldest >= 0 {
		for i := range c.p.Levels {
			if l := &c.p.Levels[i]; l.Gate != nil && l.Gate.Days > 0 && c.applies(l) {
				at(c.dueOf(&c.accounts[oldest]).AddDays(l.Gate.Days))
			}
		}
	}
}
