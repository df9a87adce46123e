package limitation

import (
	"cmp"
	"slices"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/law"
)

// clock counts a claim down, act by act. What an act costs does not grow with the acts
// before it.
type clock struct {
	rule    *Rule
	effects *effects
	asOf    calendar.Date
	// arisen is the due date or the origin, start the day with which the first period
	// starts.
	arisen, start calendar.Date
	// run is the present period; period is its length, sticky that of the periods which
	// later acts begin.
	run            run
	period, sticky calendar.Span
	basis          Basis
	ground         ground
	// stops are the days that are not counted.
	stops stops
	// pending keeps the claim from being barred without an end that is known; nil where
	// nothing does. held is the last day through which something did.
	pending   *entry
	pendingBy ground
	held      calendar.Date
	// final is the earliest end that nothing moves, zero where there is none.
	final       calendar.Date
	finalGround ground
	// unknown says that no source tells the period any more.
	unknown bool
	// covered is the day of the last title or of the last act that gave the claim another
	// period; titles are the days of all titles, in order.
	covered     calendar.Date
	titles      []calendar.Date
	interrupted *entry
	// unsettled says that something of the claim is open.
	unsettled bool
	// log keeps steps and what is ignored, nil where nobody asks.
	log *log
}

// newClock starts the count of a rule.
func newClock(r *Rule, effects *effects, anchor, asOf calendar.Date) *clock {
	start := anchor
	if r.From == FromYearEnd {
		start = yearEnd(anchor)
	}
	return &clock{
		rule: r, effects: effects, asOf: asOf, arisen: anchor, start: start, run: newRun(start, r.Period),
		period: r.Period, sticky: r.Period, basis: ByStart, ground: ground{r.Citation, r.Evidence},
	}
}

func yearEnd(d calendar.Date) calendar.Date { return calendar.MustDate(d.Year(), 12, 31) }

// ground is a text of law and how well it is backed.
type ground struct {
	citation string
	evidence law.Evidence
}

// on is a ground, that of the rule where it says less.
func (c *clock) on(citation string, evidence law.Evidence) ground {
	return ground{cmp.Or(citation, c.rule.Citation), cmp.Or(evidence, c.rule.Evidence)}
}

// begin sets what the rule brings with it before any act.
func (c *clock) begin(f Facts) {
	for _, final := range c.rule.Finals {
		c.endAt(final, f)
	}
	c.step(note{kind: noteStart, day: c.start, citation: c.rule.Citation})
	if !c.final.IsZero() {
		c.step(note{kind: noteFinal, day: c.final, citation: c.finalGround.citation})
	}
	c.suspendDefault(f.Due)
}

// endAt brings in an end that nothing moves.
func (c *clock) endAt(final Final, f Facts) {
	from := f.Due
	switch {
	case final.AfterTitle:
		from = c.titleFrom(0)
	case final.From == FromOrigin:
		from = f.Origin
	}
	if from.IsZero() {
		return
	}
	end := max(from.Add(final.Period), final.NotBefore)
	if c.final.IsZero() || end < c.final {
		c.final, c.finalGround = end, c.on(final.Citation, final.Evidence)
	}
}

// titleFrom is the first title on or after a day, zero where there is none.
func (c *clock) titleFrom(day calendar.Date) calendar.Date {
	if at, _ := slices.BinarySearch(c.titles, day); at < len(c.titles) {
		return c.titles[at]
	}
	return 0
}

// end is the last day as it stands, zero where it cannot be said.
func (c *clock) end() calendar.Date {
	if c.unknown {
		return 0
	}
	end := c.stops.last(c.run)
	if !end.IsZero() {
		end = max(end, c.held)
	}
	if c.pending != nil {
		end = 0
	}
	if !c.final.IsZero() && (end.IsZero() || c.final < end) {
		return c.final
	}
	return end
}

// limit is the answer after all acts, without its steps and the interest.
func (c *clock) limit() Limit {
	l := Limit{
		Last: c.end(), Start: c.run.base, Period: c.period, Basis: c.basis, Final: c.final,
		Citation: c.ground.citation, Evidence: c.ground.evidence, SuspendedSince: c.stoppedSince(), Ignored: c.log.ignored, LeftOut: c.log.leftOut,
	}
	if c.interrupted != nil {
		l.Interrupted = c.interrupted.Event
	}
	switch {
	case c.unknown:
		l.SuspendedSince, l.Final = 0, 0
	case l.Last.IsZero():
		by := c.stoppedBy()
		l.Basis, l.Citation, l.Evidence = ByPending, by.citation, by.evidence
	case l.Last == c.final && c.final != max(c.stops.last(c.run), c.held):
		l.Basis, l.Citation, l.Evidence = ByFinal, c.finalGround.citation, c.finalGround.evidence
	}
	return l
}
