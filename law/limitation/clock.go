package limitation

import (
	"cmp"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/law"
)

// clock counts a claim down, act by act.
type clock struct {
	rule Rule
	asOf calendar.Date
	// arisen is the due date or the origin, start the day with which the first period
	// starts.
	arisen, start calendar.Date
	// base is the day with which the present period starts; period is its length, sticky
	// that of the periods which later acts begin.
	base           calendar.Date
	period, sticky calendar.Span
	basis          Basis
	ground         ground
	// stops are the days that are not counted, in the order of their first.
	stops []stop
	// pending keeps the claim from being barred without an end that is known; its Act is
	// zero where nothing does. held is the last day through which something did.
	pending   Event
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
	interrupted Event
	// explain keeps steps and what is ignored.
	explain bool
	steps   []Step
	ignored []Ignored
}

// clock starts the count of a rule. Of the events it takes what ends others.
func (r Rule) clock(anchor calendar.Date, events []Event, asOf calendar.Date) *clock {
	start := anchor
	if r.From == FromYearEnd {
		start = yearEnd(anchor)
	}
	c := &clock{
		rule: r, asOf: asOf, arisen: anchor, start: start, base: start, period: r.Period, sticky: r.Period,
		basis: ByStart, ground: ground{r.Citation, r.Evidence},
	}
	for _, e := range events {
		if e.Act == TitleObtained {
			c.titles = append(c.titles, e.Day)
		}
	}
	return c
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
	c.step(c.start, startText(c.rule, f), c.rule.Citation)
	c.finalStep()
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

// end is the last day as it stands, zero where it cannot be said.
func (c *clock) end() calendar.Date {
	if c.unknown {
		return 0
	}
	end := c.runOut(c.base, c.period)
	if !end.IsZero() {
		end = max(end, c.held)
	}
	if c.pending.Act != 0 {
		end = 0
	}
	if !c.final.IsZero() && (end.IsZero() || c.final < end) {
		return c.final
	}
	return end
}

// limit is the answer after all acts.
func (c *clock) limit() Limit {
	l := Limit{
		Last: c.end(), Start: c.base, Period: c.period, Basis: c.basis, Interrupted: c.interrupted, Final: c.final,
		Citation: c.ground.citation, Evidence: c.ground.evidence, SuspendedSince: c.stoppedSince(), Steps: c.steps, Ignored: c.ignored,
	}
	switch {
	case c.unknown:
		l.SuspendedSince, l.Final = 0, 0
	case l.Last.IsZero():
		by := c.stoppedBy()
		l.Basis, l.Citation, l.Evidence = ByPending, by.citation, by.evidence
	case l.Last == c.final && c.final != max(c.runOut(c.base, c.period), c.held):
		l.Basis, l.Citation, l.Evidence = ByFinal, c.finalGround.citation, c.finalGround.evidence
	}
	return l
}
