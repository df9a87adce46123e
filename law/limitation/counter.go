package limitation

import (
	"slices"

	"github.com/skuld-go/skuld/calendar"
)

// Counter counts claims down under one rule with the acts that they have in common. What
// two claims share is worked out once: claims with equal facts and no acts of their own
// get one answer, with the same lists. It is not safe for concurrent use.
type Counter struct {
	rule    Rule
	effects effects
	acts    *Acts
	// answers are those for claims without acts of their own.
	answers map[question]Limit
	// shared is the interest of claims without acts of their own.
	shared *interestDays
	// line is memory for the acts of a claim that has some of its own.
	line []*entry
}

// question is what the answer depends on beside the rule and the acts.
type question struct {
	origin, due, interestFrom calendar.Date
	unsettled                 bool
}

// Counter prepares a rule for the claims that have acts in common.
func (r Rule) Counter(acts *Acts) *Counter {
	return &Counter{rule: r, effects: effectsOf(r.Acts), acts: acts, answers: map[question]Limit{}}
}

// Limit works out the last day on which a claim is not barred: [Facts].Events are its own
// acts, which come before those in common on one day. It is an error if the rule has no
// period or start, if a date that it needs is missing, or if an act has no kind or ends
// before it begins.
func (n *Counter) Limit(f Facts) (Limit, error) {
	if err := n.rule.check(f); err != nil {
		return Limit{}, err
	}
	own, err := inOrder(f.Events, n.acts.asOf)
	if err != nil {
		return Limit{}, err
	}
	if len(own) > 0 {
		return n.count(f, own), nil
	}
	q := question{f.Origin, f.Due, f.InterestFrom, f.Unsettled}
	l, known := n.answers[q]
	if !known {
		l = n.count(f, nil)
		n.answers[q] = l
	}
	return l, nil
}

// count lets all acts of a claim take effect.
func (n *Counter) count(f Facts, own []*entry) Limit {
	line, titles := n.acts.line, n.acts.titles
	if len(own) > 0 {
		n.line = merged(n.line, own, line)
		line = n.line
		if more := titlesOf(own); len(more) > 0 {
			titles = slices.Sorted(slices.Values(slices.Concat(titles, more)))
		}
	}
	c := newClock(&n.rule, &n.effects, n.rule.anchor(f), n.acts.asOf)
	c.titles, c.log, c.unsettled = titles, &log{}, f.Unsettled
	c.begin(f)
	for _, e := range line {
		c.act(e)
	}
	l := c.limit()
	l.Steps, l.LeftOut.Steps = c.log.steps(&n.rule, f)
	l.Interest = n.interest(c, f, l, line, len(own) > 0)
	return l
}
