package limitation

import (
	"sort"

	"github.com/skuld-go/skuld/calendar"
)

// interest works out which interest is barred where it has a period of its own.
func (c *clock) interest(f Facts, l Limit) *InterestLimit {
	own, first := c.rule.Interest, f.InterestFrom
	if own == nil || first.IsZero() || own.LaterOnly && c.covered.IsZero() {
		return nil
	}
	if !c.covered.IsZero() {
		first = max(first, c.covered+1)
	}
	if first > c.asOf {
		return nil
	}
	out := &InterestLimit{Citation: own.Citation}
	if l.Barred(c.asOf) {
		out.BarredThrough = c.asOf // no interest outlives the claim
		return out
	}
	days := c.interestDays(counting(f.Events, c.asOf))
	barred := sort.Search(int(c.asOf-first)+1, func(i int) bool {
		last := days.last(first + calendar.Date(i))
		return last.IsZero() || last >= c.asOf
	})
	if barred > 0 {
		out.BarredThrough = first + calendar.Date(barred) - 1
	}
	if oldest := first + calendar.Date(barred); oldest <= c.asOf {
		out.Next = days.last(oldest)
		if !l.Last.IsZero() && (out.Next.IsZero() || l.Last < out.Next) {
			out.Next = l.Last
		}
	}
	return out
}

// interestDays counts down the interest of single days.
type interestDays struct {
	rule   Rule
	events []Event
	titles []calendar.Date
	asOf   calendar.Date
}

// interestDays makes the rule for the interest of a day: the acts of the claim, with
// the period of interest. Titles are no acts here: what they cover is not asked about.
func (c *clock) interestDays(events []Event) interestDays {
	own := c.rule.Interest
	sub := Rule{Law: c.rule.Law, Period: own.Period, From: own.From, Acts: make([]Effect, len(c.rule.Acts))}
	for i, effect := range c.rule.Acts {
		effect.Period = calendar.Span{}
		sub.Acts[i] = effect
	}
	return interestDays{sub, events, c.titles, c.asOf}
}

// last is the last day on which the interest for a day is not barred, zero where it
// cannot be said. Acts that were over before that day say nothing of its interest.
func (d interestDays) last(day calendar.Date) calendar.Date {
	c := d.rule.clock(day, nil, d.asOf)
	c.titles = d.titles
	for _, e := range d.events {
		if e.Act != TitleObtained && (e.Day >= day || c.lastsOn(e, day)) {
			c.act(e)
		}
	}
	return c.end()
}

// lastsOn reports whether an act that began before a day lasts on it.
func (c *clock) lastsOn(e Event, day calendar.Date) bool {
	effect := c.rule.effect(e.Act)
	if effect == nil || effect.Does == Restarts {
		return false
	}
	through := c.through(e)
	return through.IsZero() || over(through, effect.Extra) >= day
}
