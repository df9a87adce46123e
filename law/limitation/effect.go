package limitation

import (
	"github.com/skuld-go/skuld/calendar"
)

// act lets an act take effect.
func (c *clock) act(e Event) {
	if e.Act == TitleObtained {
		c.title(e)
		return
	}
	effect, end := c.rule.effect(e.Act), c.end()
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
func (c *clock) restartOn(e Event, effect *Effect) {
	if e.Day < c.start && effect.Period.IsZero() {
		c.ignore(e, TooEarly)
		return
	}
	c.lengthen(e, effect)
	c.interrupt(e, max(e.Day, c.start), effect)
	c.step(e.Day, actText(e)+" begins the period anew", effect.Citation)
}

// restartAfter begins the period anew with the last day of an act.
func (c *clock) restartAfter(e Event, effect *Effect) {
	through := c.through(e)
	c.lengthen(e, effect)
	if through.IsZero() {
		c.interrupted = e
		c.wait(e, effect)
		c.step(e.Day, actText(e)+" lasts, and nothing is barred meanwhile", effect.Citation)
		return
	}
	c.interrupt(e, max(through, c.start), effect)
	c.step(e.Day, actText(e)+" begins the period anew with its last day "+through.String(), effect.Citation)
}

// lengthen gives the claim another period from an act on.
func (c *clock) lengthen(e Event, effect *Effect) {
	if effect.Period.IsZero() {
		return
	}
	c.covered = e.Day
	if effect.Period.N() > c.sticky.N() {
		c.sticky = effect.Period
	}
}

// interrupt begins the period anew with a day, unless the old one ends later.
func (c *clock) interrupt(e Event, base calendar.Date, effect *Effect) {
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
	old, end := c.runOut(c.base, c.period), c.runOut(base, period)
	if end.IsZero() || !old.IsZero() && (end > old || end == old && basis == ByTitle) {
		c.base, c.period, c.basis, c.ground = base, period, basis, on
	}
}

// hold keeps the claim from being barred while an act lasts.
func (c *clock) hold(e Event, effect *Effect) {
	through := c.through(e)
	if through.IsZero() {
		c.wait(e, effect)
		c.step(e.Day, actText(e)+" lasts, and nothing is barred meanwhile", effect.Citation)
		return
	}
	c.held = max(c.held, through)
	c.step(e.Day, actText(e)+" keeps the claim from being barred through "+through.String(), effect.Citation)
}

// wait keeps the claim from being barred until an end that is not known.
func (c *clock) wait(e Event, effect *Effect) {
	if c.pending.Act == 0 {
		c.pending, c.pendingBy = e, c.on(effect.Citation, effect.Evidence)
	}
}

// through is the last day of what lasts, zero where it lasts still. A title ends the
// proceedings that led to it.
func (c *clock) through(e Event) calendar.Date {
	if e.Act == Action && e.Through.IsZero() {
		return c.titleFrom(e.Day)
	}
	return e.Through
}

// titleFrom is the first title on or after a day, zero where there is none.
func (c *clock) titleFrom(day calendar.Date) calendar.Date {
	for _, t := range c.titles {
		if t >= day {
			return t
		}
	}
	return 0
}

// title lets a title take effect. It does so even after the last day: what a court has
// found to be owed is owed. Only an end that nothing moves holds against it.
func (c *clock) title(e Event) {
	t, late := c.rule.Title, c.end()
	if !c.final.IsZero() && e.Day > c.final {
		c.ignore(e, TooLate)
		return
	}
	c.interrupted, c.covered = e, e.Day
	on := c.on(t.Citation, t.Evidence)
	if t.Unknown {
		c.unknown, c.basis, c.ground, c.base, c.period = true, ByUnknown, on, e.Day, calendar.Span{}
		c.step(e.Day, actText(e)+" is obtained; no source tells the period after it", on.citation)
		return
	}
	if !t.Period.IsZero() {
		c.sticky = t.Period
	}
	base := max(e.Day, c.arisen)
	c.start = min(c.start, base) // acts after the title find a period that runs
	c.adopt(base, c.sticky, ByTitle, on)
	text := actText(e) + " begins a period of " + length(c.sticky)
	if !late.IsZero() && e.Day > late {
		text += ", although the period had ended on " + late.String() + ": what a court has found to be owed is owed"
	}
	c.step(e.Day, text, on.citation)
}
