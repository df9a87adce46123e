package limitation

import (
	"github.com/skuld-go/skuld/calendar"
)

// stop is a run of days that are not counted, both ends inclusive; a zero through has
// no end that is known. The period ends no earlier than atLeast after it, zero for none.
type stop struct {
	from, through, atLeast calendar.Date
}

// run is a period that runs out, moved by each day within it that is not counted. Stops
// come in the order of their first days. Days that several of them share move it once.
// Nothing is barred on a day that is not counted, even where only the bound atLeast of
// an earlier stop kept the claim until then.
type run struct {
	base calendar.Date
	// counted is the last day by the days that are not counted alone, stopped the last of
	// these, end the last day.
	counted, stopped, end calendar.Date
	// late says that a stop came after the end, as all after it do; open that one within
	// the period has no end.
	late, open bool
}

func newRun(base calendar.Date, period calendar.Span) run {
	counted := base.Add(period)
	return run{base: base, counted: counted, stopped: base, end: counted}
}

// add moves the end by a stop.
func (r *run) add(s stop) {
	switch {
	case r.late || r.open:
	case s.from > r.end:
		r.late = true
	case s.through.IsZero():
		r.open = true
	case s.through <= r.base: // over before the period starts
	default:
		if first := max(s.from, r.stopped+1); s.through >= first {
			r.counted += s.through - first + 1
			r.stopped = s.through
		}
		r.end = max(r.end, r.counted, s.through, s.atLeast)
	}
}

// stops are the days that are not counted. Of all that have begun only the latest of
// each act is kept: a period that starts no earlier than any of them began is moved
// through the latest day of all, and atLeast grows with the last day of a stop.
type stops struct {
	any    bool
	latest [TitleObtained + 1]stop // by act; default is that of no act
	// open is the first that has no end that is known, nil where none has; by is its
	// ground.
	open *entry
	by   ground
	// ahead begins after the acts so far; its from is zero where nothing does.
	ahead stop
}

// begun puts what lay ahead in its place once its first day has come.
func (c *clock) begun(day calendar.Date) {
	if s := c.stops.ahead; !s.from.IsZero() && s.from <= day {
		c.stops.ahead = stop{}
		c.run.add(s)
		c.stops.keep(0, s)
	}
}

// keep adds a stop to those that have begun.
func (ss *stops) keep(by Act, s stop) {
	ss.any = true
	if s.through > ss.latest[by].through {
		ss.latest[by] = s
	}
}

// start is a period that starts no earlier than any stop which has begun.
func (ss *stops) start(base calendar.Date, period calendar.Span) run {
	r := newRun(base, period)
	if !ss.any {
		return r
	}
	var atLeast calendar.Date
	for _, s := range ss.latest {
		if s.through > base {
			r.stopped, atLeast = max(r.stopped, s.through), max(atLeast, s.atLeast)
		}
	}
	r.counted += r.stopped - base
	r.end = max(r.counted, r.stopped, atLeast)
	r.open = ss.open != nil
	return r
}

// last is the last day of a period, zero where it is stopped without an end.
func (ss *stops) last(r run) calendar.Date {
	if !ss.ahead.from.IsZero() {
		r.add(ss.ahead)
	}
	if r.open {
		return 0
	}
	return r.end
}

// suspend leaves the days of an act uncounted.
func (c *clock) suspend(e *entry, effect *Effect) {
	through := c.through(e)
	s, n := stop{from: e.Day, through: through}, note{kind: noteSuspends, day: e.Day, through: through, event: e, effect: effect, citation: effect.Citation}
	if !through.IsZero() {
		s.through = over(through, effect.Extra)
		if title := c.titleFrom(e.Day); e.Act == Action && !title.IsZero() && title <= s.through {
			s.through, n.title = title, title
		}
		if !effect.AtLeast.IsZero() {
			s.atLeast = s.through.Add(effect.AtLeast)
		}
	} else if c.stops.open == nil {
		c.stops.open, c.stops.by = e, c.on(effect.Citation, effect.Evidence)
	}
	c.run.add(s)
	c.stops.keep(e.Act, s)
	n.stop = s
	c.step(n)
}

// over is a day and so much more, or the day itself where there is no more.
func over(d calendar.Date, more calendar.Span) calendar.Date {
	if more.IsZero() {
		return d
	}
	return d.Add(more)
}

// stoppedSince is the first day of what lasts without an end that is known; zero where
// nothing does.
func (c *clock) stoppedSince() calendar.Date {
	var since calendar.Date
	if c.pending != nil {
		since = c.pending.Day
	}
	if open := c.stops.open; open != nil && c.stops.last(c.run).IsZero() && (since.IsZero() || open.Day < since) {
		since = open.Day
	}
	return since
}

// stoppedBy is the ground of what lasts without an end that is known.
func (c *clock) stoppedBy() ground {
	switch {
	case c.pending != nil:
		return c.pendingBy
	case c.stops.open != nil:
		return c.stops.by
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
	c.stops.ahead = stop{from: due + 1, through: through}
	c.step(note{kind: noteDefault, day: due + 1, through: through, citation: d.Citation})
}
