package limitation

import (
	"math/bits"
	"slices"

	"github.com/skuld-go/skuld/calendar"
)

// interest works out which interest is barred where it has a period of its own.
func (n *Counter) interest(c *clock, f Facts, l Limit, line []*entry, own bool) *InterestLimit {
	rule, first := n.rule.Interest, f.InterestFrom
	if rule == nil || first.IsZero() || rule.LaterOnly && c.covered.IsZero() {
		return nil
	}
	if !c.covered.IsZero() {
		first = max(first, c.covered+1)
	}
	if first > c.asOf {
		return nil
	}
	out := &InterestLimit{Citation: rule.Citation}
	if l.Barred(c.asOf) {
		out.BarredThrough = c.asOf // no interest outlives the claim
		return out
	}
	if n.shared == nil {
		n.shared = n.interestDays(n.acts.line, n.acts.titles)
	}
	days, oldest := n.shared, first
	if !own {
		oldest = days.oldest(first, c.asOf)
	} else {
		days = n.interestDays(line, c.titles)
		oldest = days.oldest(first, n.latest(c, first))
	}
	if oldest > first {
		out.BarredThrough = oldest - 1
	}
	if oldest <= c.asOf {
		out.Next = days.last(oldest)
		if !l.Last.IsZero() && (out.Next.IsZero() || l.Last < out.Next) {
			out.Next = l.Last
		}
	}
	return out
}

// latest is a day that the search for the oldest interest of a claim with acts of its own
// need not pass: where the acts in common alone find it, because an act makes nothing end
// earlier. A title of its own may, by ending an action.
func (n *Counter) latest(c *clock, first calendar.Date) calendar.Date {
	if len(c.titles) != len(n.acts.titles) {
		return c.asOf
	}
	return min(n.shared.oldest(first, c.asOf)-1, c.asOf)
}

// interestDays counts down the interest of single days.
type interestDays struct {
	rule    Rule
	effects effects
	asOf    calendar.Date
	// line are the acts of the claim but titles, lasting those that go on after their day.
	line, lasting []*entry
	titles        []calendar.Date
	// alive and lasts are the days asked about so far.
	alive map[calendar.Date]bool
	lasts map[calendar.Date]calendar.Date
}

// interestDays makes the rule for the interest of a day: the acts of the claim, with
// the period of interest. Titles are no acts here: what they cover is not asked about.
func (n *Counter) interestDays(line []*entry, titles []calendar.Date) *interestDays {
	own := n.rule.Interest
	d := &interestDays{
		rule: Rule{Law: n.rule.Law, Period: own.Period, From: own.From, Acts: make([]Effect, len(n.rule.Acts))},
		asOf: n.acts.asOf, line: make([]*entry, 0, len(line)), titles: titles, alive: map[calendar.Date]bool{}, lasts: map[calendar.Date]calendar.Date{},
	}
	for i, effect := range n.rule.Acts {
		effect.Period = calendar.Span{}
		d.rule.Acts[i] = effect
	}
	d.effects = effectsOf(d.rule.Acts)
	for _, e := range line {
		if effect := d.effects[e.Act]; effect != nil && e.Act != TitleObtained {
			d.line = append(d.line, e)
			if effect.Does != Restarts {
				d.lasting = append(d.lasting, e)
			}
		}
	}
	return d
}

// oldest is the first day from one through another whose interest is not barred, the day
// after them where there is none. The days that it asks about are those with the roundest numbers,
// so that the searches for several claims ask about the same ones.
func (d *interestDays) oldest(from, through calendar.Date) calendar.Date {
	for from <= through {
		at := from
		if differ := uint32(from ^ through); differ != 0 {
			at = through >> (bits.Len32(differ) - 1) << (bits.Len32(differ) - 1)
		}
		alive, known := d.alive[at]
		if !known {
			alive = d.living(at)
			d.alive[at] = alive
		}
		if alive {
			through = at - 1
		} else {
			from = at + 1
		}
	}
	return from
}

// living reports whether the interest for a day is not barred on asOf. No act makes it
// end earlier.
func (d *interestDays) living(day calendar.Date) bool {
	end := d.count(day, func(end calendar.Date) bool { return end.IsZero() || end >= d.asOf })
	return end.IsZero() || end >= d.asOf
}

// last is the last day on which the interest for a day is not barred, zero where it
// cannot be said.
func (d *interestDays) last(day calendar.Date) calendar.Date {
	last, known := d.lasts[day]
	if !known {
		last = d.count(day, calendar.Date.IsZero)
		d.lasts[day] = last
	}
	return last
}

// count counts the interest for a day down until an end will do, or an act comes too
// late, as all after it do. Acts that were over before that day say nothing of its
// interest.
func (d *interestDays) count(day calendar.Date, enough func(end calendar.Date) bool) calendar.Date {
	c := newClock(&d.rule, &d.effects, day, d.asOf)
	c.titles = d.titles
	for _, e := range d.lasting {
		if e.Day >= day {
			break
		}
		if c.lastsOn(e, day) {
			c.act(e)
		}
	}
	at, _ := slices.BinarySearchFunc(d.line, day, func(e *entry, day calendar.Date) int { return e.Day.Compare(day) })
	for _, e := range d.line[at:] {
		if end := c.end(); enough(end) || e.Day > end {
			break
		}
		c.act(e)
	}
	return c.end()
}

// lastsOn reports whether an act that began before a day lasts on it.
func (c *clock) lastsOn(e *entry, day calendar.Date) bool {
	through := c.through(e)
	return through.IsZero() || over(through, c.effects[e.Act].Extra) >= day
}
