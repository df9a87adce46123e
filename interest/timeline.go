package interest

import (
	"sort"

	"github.com/skuld-go/skuld/calendar"
)

// Timeline is a rate worked out over a period: steps in order, without gaps,
// neighbours different in rate or standing. It is immutable and safe to share.
type Timeline struct {
	asked  calendar.Period
	period calendar.Period // what of asked is known
	steps  []Step
	raw    []Step // as the tables have them, so that a segment names only its own grounds
	gap    error  // why the days after period are not known; nil where none was asked for
}

// newTimeline joins neighbours of equal rate and standing.
func newTimeline(p calendar.Period, raw []Step) *Timeline {
	t := &Timeline{asked: p, period: p, raw: raw, steps: make([]Step, 0, len(raw))}
	for _, s := range raw {
		if n := len(t.steps); n > 0 {
			last := &t.steps[n-1]
			if last.Rate == s.Rate && last.Provisional == s.Provisional && last.Held == s.Held {
				last.Period.To = s.Period.To
				last.Basis = last.Basis.with(s.Basis)
				continue
			}
		}
		t.steps = append(t.steps, s)
	}
	return t
}

// with joins the grounds of two steps of the same rate; the evidence is that of
// the weaker.
func (b Basis) with(c Basis) Basis {
	return Basis{
		Label:    join(b.Label, c.Label),
		Source:   join(b.Source, c.Source),
		Citation: join(b.Citation, c.Citation),
		Evidence: max(b.Evidence, c.Evidence),
	}
}

// Period is the period that was compiled, half-open; after [Rate.CompileKnown] it
// may be shorter than what was asked for.
func (t *Timeline) Period() calendar.Period { return t.period }

// Steps returns a copy of the steps.
func (t *Timeline) Steps() []Step { return append([]Step(nil), t.steps...) }

// basis joins the grounds of all raw steps that touch a non-empty period within
// the timeline.
func (t *Timeline) basis(p calendar.Period) Basis {
	i := sort.Search(len(t.raw), func(i int) bool { return t.raw[i].Period.To > p.From })
	b := t.raw[i].Basis
	for i++; i < len(t.raw) && t.raw[i].Period.From < p.To; i++ {
		b = b.with(t.raw[i].Basis)
	}
	return b
}

// index is the position of the step that holds on day d; d lies in the period.
func (t *Timeline) index(d calendar.Date) int {
	return sort.Search(len(t.steps), func(i int) bool { return t.steps[i].Period.To > d })
}
