package limitation

import (
	"slices"

	"github.com/skuld-go/skuld/calendar"
)

// stop is a run of days that are not counted, both ends inclusive; a zero through has
// no end that is known. The period ends no earlier than atLeast after it, zero for none.
type stop struct {
	from, through, atLeast calendar.Date
	by                     ground
}

// suspend leaves the days of an act uncounted.
func (c *clock) suspend(e Event, effect *Effect) {
	s, text := stop{from: e.Day, through: c.through(e), by: c.on(effect.Citation, effect.Evidence)}, actText(e)+" stops the period"
	title := c.titleFrom(e.Day)
	switch {
	case s.through.IsZero():
		text += ", and lasts"
	case e.Act == Action && !title.IsZero() && title <= over(s.through, effect.Extra):
		s.through = title
		text += " through the title of " + title.String()
	case !effect.Extra.IsZero():
		text += " through " + s.through.String() + ", and for " + length(effect.Extra)
		s.through = over(s.through, effect.Extra)
		text += " more through " + s.through.String()
	default:
		text += " through " + s.through.String()
	}
	if !effect.AtLeast.IsZero() && !s.through.IsZero() {
		s.atLeast = s.through.Add(effect.AtLeast)
		text += ", and it ends on " + s.atLeast.String() + " at the earliest"
	}
	c.add(s)
	c.step(e.Day, text, effect.Citation)
}

// over is a day and so much more, or the day itself where there is no more.
func over(d calendar.Date, more calendar.Span) calendar.Date {
	if more.IsZero() {
		return d
	}
	return d.Add(more)
}

// add keeps stops in the order of their first days.
func (c *clock) add(s stop) {
	at := len(c.stops)
	for at > 0 && c.stops[at-1].from > s.from {
		at--
	}
	c.stops = slices.Insert(c.stops, at, s)
}

// runOut is the last day of a period that starts with base, moved by each day within
// it that is not counted; zero where it is stopped without an end. Days that several
// stops share move it once. Nothing is barred on a day that is not counted, even where
// only the bound atLeast of an earlier stop kept the claim until then.
func (c *clock) runOut(base calendar.Date, period calendar.Span) calendar.Date {
	counted, stopped := base.Add(period), base
	end := counted
	for _, s := range c.stops {
		switch {
		case s.from > end:
			return end // this and all later ones come too late
		case s.through.IsZero():
			return 0
		case s.through <= base:
			continue // over before the period starts
		}
		if first := max(s.from, stopped+1); s.through >= first {
			counted += s.through - first + 1
			stopped = s.through
		}
		end = max(end, counted, s.through, s.atLeast)
	}
	return end
}

// stoppedSince is the first day of what lasts without an end that is known; zero where
// nothing does.
func (c *clock) stoppedSince() calendar.Date {
	since := c.pending.Day
	if !c.runOut(c.base, c.period).IsZero() {
		return since
	}
	for _, s := range c.stops {
		if s.through.IsZero() && (since.IsZero() || s.from < since) {
			since = s.from
		}
	}
	return since
}

// stoppedBy is the ground of what lasts without an end that is known.
func (c *clock) stoppedBy() ground {
	if c.pending.Act != 0 {
		return c.pendingBy
	}
	for _, s := range c.stops {
		if s.through.IsZero() {
			return s.by
		}
	}
	return c.ground
}

// suspendDefault leaves the days of default uncounted where the rule says so: from the
// day after the due date until a title.
func (c *clock) suspendDefault(due calendar.Date) {
	d, title := c.rule.Default, c.titleFrom(0)
	if d == nil || due.IsZero() || due >= c.asOf || !title.IsZero() && title <= due {
		return
	}
	through := (due + 1).Add(d.AtMost) - 1
	if !title.IsZero() {
		through = min(through, title)
	}
	c.add(stop{from: due + 1, through: through})
	c.step(due+1, "default stops the period through "+through.String(), d.Citation)
}
