package limitation

import (
	"github.com/skuld-go/skuld/calendar"
)

// act lets an act take effect.
func (c *clock) act(e *entry) {
	c.begun(e.Day)
	if e.Act == TitleObtained {
		c.title(e)
		return
	}
	effect, end := c.effects[e.Act], c.end()
	switch {
	case effect == nil:
		c.ignore(e, NoEffect)
	case !end.IsZero() && e.Day > end:
		c.ignore(e, TooLate)
	case effect.Does == Suspends:
		c.suspend(e, effect)
	case effect.Does == Holds:
		c.hold(e, effect)
	case effect.Does == RestartsAfter:
		c.restartAfter(e, effect)
	default:
		c.restartOn(e, effect)
	}
}

// restartOn begins the period anew with the day of an act. One that comes before the
// period can only give it another length.
func (c *clock) restartOn(e *entry, effect *Effect) {
	if e.Day < c.start && effect.Period.IsZero() {
		c.ignore(e, TooEarly)
		return
	}
	c.lengthen(e, effect)
	c.interrupt(e, max(e.Day, c.start), effect)
	c.step(note{kind: noteRestarts, day: e.Day, event: e, citation: effect.Citation})
}

// restartAfter begins the period anew with the last day of an act.
func (c *clock) restartAfter(e *entry, effect *Effect) {
	through := c.through(e)
	c.lengthen(e, effect)
	if through.IsZero() {
		c.interrupted = e
		c.wait(e, effect)
		c.step(note{kind: noteLasts, day: e.Day, event: e, citation: effect.Citation})
		return
	}
	c.interrupt(e, max(through, c.start), effect)
	c.step(note{kind: noteRestartsAfter, day: e.Day, through: through, event: e, citation: effect.Citation})
}

// lengthen gives the claim another period from an act on.
func (c *clock) lengthen(e *entry, effect *Effect) {
	if effect.Period.IsZero() {
		return
	}
	c.covered = e.Day
	if effect.Period.N() > c.sticky.N() {
		c.sticky = effect.Period
	}
}

// interrupt begins the period anew with a day, unless the old one ends later.
func (c *clock) interrupt(e *entry, base calendar.Date, effect *Effect) {
	period := c.sticky
	if most := effect.AtMost; !most.IsZero() && most.N() < period.N() {
		period = most
	}
	c.adopt(base, period, ByInterruption, c.on(effect.Citation, effect.Evidence))
	c.interrupted = e
}

// adopt takes a new period if it ends later than the present one, and that of a title
// also if it ends with it.
func (c *clock) adopt(base calendar.Date, period calendar.Span, basis Basis, on ground) {
	next := c.stops.start(base, period)
	old, end := c.stops.last(c.run), c.stops.last(next)
	if end.IsZero() || !old.IsZero() && (end > old || end == old && basis == ByTitle) {
		c.run, c.period, c.basis, c.ground = next, period, basis, on
	}
}

// hold keeps the claim from being barred while an act lasts.
func (c *clock) hold(e *entry, effect *Effect) {
	through := c.through(e)
	if through.IsZero() {
		c.wait(e, effect)
		c.step(note{kind: noteLasts, day: e.Day, event: e, citation: effect.Citation})
		return
	}
	c.held = max(c.held, through)
	c.step(note{kind: noteHolds, day: e.Day, through: through, event: e, citation: effect.Citation})
}

// wait keeps the claim from being barred until an end that is not known.
func (c *clock) wait(e *entry, effect *Effect) {
	if c.pending == nil {
		c.pending, c.pendingBy = e, c.on(effect.Citation, effect.Evidence)
	}
}

// through is the last day of what lasts, zero where it lasts still. A title ends the
// proceedings that led to it.
func (c *clock) through(e *entry) calendar.Date {
	if e.Act == Action && e.Through.IsZero() {
		return c.titleFrom(e.Day)
	}
	return e.Through
}

// title lets a title take effect. It does so even after the last day: what a court has
// found to be owed is owed. Only an end that nothing moves holds against it.
func (c *clock) title(e *entry) {
	t, late := c.rule.Title, c.end()
	if !c.final.IsZero() && e.Day > c.final {
		c.ignore(e, TooLate)
		return
	}
	c.interrupted, c.covered = e, e.Day
	on := c.on(t.Citation, t.Evidence)
	if t.Unknown {
		c.unknown, c.basis, c.ground, c.run, c.period = true, ByUnknown, on, run{base: e.Day}, calendar.Span{}
		c.step(note{kind: noteUnknown, day: e.Day, event: e, citation: on.citation})
		return
	}
	if !t.Period.IsZero() {
		c.sticky = t.Period
	}
	base := max(e.Day, c.arisen)
	c.start = min(c.start, base) // acts after the title find a period that runs
	c.adopt(base, c.sticky, ByTitle, on)
	n := note{kind: noteTitle, day: e.Day, event: e, period: c.sticky, citation: on.citation}
	if !late.IsZero() && e.Day > late {
		n.through = late
	}
	c.step(n)
}
