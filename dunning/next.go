package dunning

import (
	"cmp"
	"fmt"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
)

// Next says where a debt stands on a day and what may be done about it. Facts after the
// as-of day do not count; the figures of the history that are of a day are taken to be of
// this one.
//
// Errors are [ledger.Problems] with JSON Pointers into a dunning file: a policy that is
// not valid, a history that cannot be, business days outside the calendar
// ([calendar.ErrOutOfRange]). Histories that should not be, such as letters without
// arrears, are findings.
func Next(p Policy, h History, asOf calendar.Date) (*Decision, error) {
	d, _, err := decide(&p, &h, asOf)
	return d, err
}

// decide is Next; certain is the next day on which the decision may change for a known
// reason.
func decide(p *Policy, h *History, asOf calendar.Date) (d *Decision, certain calendar.Date, err error) {
	if err := check(p, h, asOf); err != nil {
		return nil, 0, err
	}
	c := follow(p, h, asOf)
	if c.running {
		c.forget(c.firstOpen())
	}
	d = &Decision{
		Case: h.Case, AsOf: asOf, Policy: p.Name, Currency: h.Currency, Stage: c.stage(),
		Deadline: c.lastDeadline(), Arrears: c.arrears(), Limitation: c.limitation(),
	}
	d.Tracks[0] = d.Stage
	for t := 1; t < Tracks; t++ {
		d.Tracks[t] = c.trackStage(t)
	}
	if c.running {
		d.Level = c.run.top[TrackClaim-1]
	}
	d.Promises = c.promises()
	d.LastReturn, d.Retry = c.retry()
	if !c.closed() {
		d.Actions = c.told(d.Actions)
		if c.running {
			c.steps(d)
		}
	}
	c.remarks(d)
	d.Deadlines = c.notifications()
	d.NextReview, certain = c.review(d)
	if c.running {
		c.findings = append(c.findings, c.run.findings...)
	}
	d.Findings = append(c.findings, h.Findings...)
	return d, certain, c.err
}

// check reports what keeps a decision from being made.
func check(p *Policy, h *History, asOf calendar.Date) error {
	var problems ledger.Problems
	if !asOf.Valid() {
		problems.Addf("", "no as-of day, want a date")
	}
	p.validate(&problems, h.Currency)
	h.validate(p, &problems)
	return problems.Err()
}

// closed reports that the case was closed.
func (c *course) closed() bool { return !c.h.Closed.IsZero() && c.h.Closed <= c.day }

// settled reports that nothing is open on any debt.
func (c *course) settled() bool {
	for i := range c.accounts {
		if c.accounts[i].open > 0 {
			return false
		}
	}
	return true
}

// matured reports that the loan has come to its end with nothing open.
func (c *course) matured() bool {
	l := c.h.Loan
	return l != nil && !l.Matures.IsZero() && l.Matures <= c.day && c.settled()
}

// stage of the whole.
func (c *course) stage() string {
	s := c.p.Stages.named()
	switch {
	case c.closed():
		return s.Closed
	case c.matured():
		return s.Matured
	case c.running:
		return cmp.Or(c.trackStage(0), s.New)
	case c.had || c.returned(0, c.day):
		return s.Closed
	}
	return s.New
}

// named are the stages with their names.
func (s Stages) named() Stages {
	if s.New == "" {
		s.New = "new"
	}
	if s.Closed == "" {
		s.Closed = "closed"
	}
	if s.Matured == "" {
		s.Matured = s.Closed
	}
	return s
}

// trackStage is the stage of the level reached on a track in the present run, "" where
// there is none.
func (c *course) trackStage(t int) string {
	if !c.running || c.run.top[t] == 0 {
		return ""
	}
	l := &c.p.Levels[c.run.top[t]-1]
	return cmp.Or(l.Stage, l.Kind)
}

// lastDeadline is the deadline of the latest letter of the present run.
func (c *course) lastDeadline() calendar.Date {
	if !c.running || c.run.last == 0 {
		return 0
	}
	last, _ := c.expires(c.levelOfNotice(c.run.last), &c.h.Notices[c.run.last-1])
	return last
}

// limitation is the earliest over the debts that are late and open, or over all that are
// open where none is late.
func (c *course) limitation() Limitation {
	among := c.accounts
	if c.overdue > 0 {
		among = c.accounts[:c.nextLate]
	}
	var l Limitation
	for i := range among {
		if a := &among[i]; a.open > 0 {
			l.Date = earliest(l.Date, a.debt.Limitation)
			l.NextInterruption = earliest(l.NextInterruption, a.debt.NextInterruption)
		}
	}
	return l
}

// remarks notes what a reader of the decision might overlook.
func (c *course) remarks(d *Decision) {
	if rest := d.Arrears.Interest.Minor() + d.Arrears.Fees.Minor(); rest > 0 && !c.running && d.Stage != c.p.Stages.named().New {
		c.find(FindingRest, ledger.Info, "", "%s of interest and fees are open; no level asks for them", c.money(rest))
	}
	if c.h.Waiting.Sign() > 0 && c.running {
		c.find(FindingWaits, ledger.Warning, "/payments", "%s that was paid waits unallocated", c.h.Waiting)
	}
}

// steps finds the next level of each track: an action, or what keeps it back.
func (c *course) steps(d *Decision) {
	all := c.run.letters
	defer func() { c.run.letters = all }()
	v := c.view(d)
	var buffer [4]int
	for t := range Tracks {
		next := c.candidates(t, buffer[:0])
		var lowest []Block
		for i := len(next) - 1; i >= 0; i-- {
			s := v.try(next[i])
			if len(s.blocks) == 0 {
				d.Actions = append(d.Actions, v.action(next[i], &s))
				lowest = nil
				break
			}
			lowest = s.blocks
		}
		d.Blocked = append(d.Blocked, lowest...)
	}
}

// candidates appends the positions of the levels that may come next on a track.
func (c *course) candidates(t int, next []int) []int {
	for k := c.run.top[t]; k < len(c.p.Levels) && len(next) < c.p.maxStep(); k++ {
		if l := &c.p.Levels[k]; l.track() == t && c.applies(l) {
			next = append(next, k)
		}
	}
	return next
}

// amountOf names what is missing as nothing.
func amountOf(a money.Amount, c money.Currency) money.Amount {
	if a.Currency().IsZero() {
		return money.FromMinor(0, c)
	}
	return a
}

// after says a rule that counts days from one.
func after(n int, what string, from, day calendar.Date) string {
	if n == 0 {
		return fmt.Sprintf("%s %s: %s", what, from, day)
	}
	return fmt.Sprintf("%s after %s %s: %s", days(n), what, from, day)
}
