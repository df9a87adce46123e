package interest

import (
	"fmt"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/law"
)

type fixed struct {
	rate  Percent
	basis Basis
}

func (n fixed) steps(p calendar.Period) ([]Step, error) {
	return []Step{{Period: p, Rate: n.rate, Basis: n.basis}}, nil
}

type reference struct{ table *law.Table[decimal.Decimal] }

func (n reference) steps(p calendar.Period) ([]Step, error) {
	if n.table == nil {
		return nil, ErrNoRate
	}
	rows, err := n.table.Over(p)
	if err != nil {
		return nil, err
	}
	series := n.table.Series()
	out := make([]Step, len(rows))
	for i, row := range rows {
		rate, err := NewPercent(row.Value.Value)
		if err != nil {
			return nil, err
		}
		out[i] = Step{Period: row.Period, Rate: rate, Provisional: row.Provisional, Follows: true, Reference: rate, Basis: Basis{
			Label:    "reference rate " + series + " " + rate.String() + " %",
			Source:   row.Source,
			Citation: row.Citation,
			Evidence: row.Evidence,
		}}
	}
	return out, nil
}

type plus struct {
	rate   Rate
	margin Percent
}

func (n plus) steps(p calendar.Period) ([]Step, error) {
	return each(n.rate, p, func(s *Step) (err error) {
		s.Rate, err = add(s.Rate, n.margin)
		s.Basis.Label += plusLabel(n.margin)
		return err
	})
}

type times struct {
	rate   Rate
	factor Factor
}

func (n times) steps(p calendar.Period) ([]Step, error) {
	if n.factor == 0 {
		return nil, fmt.Errorf("%w: a multiplier of 0, want another rate instead", ErrNotPercent)
	}
	return each(n.rate, p, func(s *Step) (err error) {
		if s.Reference, err = n.factor.apply(s.Reference); err != nil {
			return err
		}
		s.Rate, err = n.factor.apply(s.Rate)
		s.Basis.Label = "(" + s.Basis.Label + ") × " + n.factor.String()
		return err
	})
}

type cited struct {
	rate     Rate
	citation string
}

func (n cited) steps(p calendar.Period) ([]Step, error) {
	return each(n.rate, p, func(s *Step) error {
		s.Basis.Citation = join(n.citation, s.Basis.Citation)
		return nil
	})
}

type named struct {
	rate Rate
	role string
}

func (n named) steps(p calendar.Period) ([]Step, error) {
	return each(n.rate, p, func(s *Step) error {
		s.Basis.Label = n.role + ": " + s.Basis.Label
		return nil
	})
}

// each maps the steps of a rate in place; the slice is fresh at every call of
// steps, so no other rate sees the change.
func each(r Rate, p calendar.Period, f func(*Step) error) ([]Step, error) {
	out, err := r.steps(p)
	if err != nil {
		return nil, err
	}
	for i := range out {
		if err := f(&out[i]); err != nil {
			return nil, err
		}
	}
	return out, nil
}

type fixedAt struct {
	rate Rate
	day  calendar.Date
}

func (n fixedAt) steps(p calendar.Period) ([]Step, error) {
	s, err := n.rate.At(n.day)
	if err != nil {
		return nil, err
	}
	s.Period = p
	s.Basis.Label += ", fixed at " + n.day.String()
	return []Step{s}, nil
}

type until struct {
	rate, then Rate
	cutoff     calendar.Date
}

func (n until) steps(p calendar.Period) ([]Step, error) {
	before, err := n.rate.steps(p.Intersect(calendar.Period{From: p.From, To: n.cutoff + 1}))
	if err != nil {
		return nil, err
	}
	after, err := n.then.steps(p.Intersect(calendar.Period{From: n.cutoff + 1, To: p.To}))
	if err != nil {
		return nil, err
	}
	return append(before, after...), nil
}

// choice picks one of two rates day by day.
type choice struct {
	a, b Rate
	pick func(a, b Percent) bool // whether b is taken
}

func higher(a, b Percent) bool { return b > a }
func lower(a, b Percent) bool  { return b < a }

func (n choice) steps(p calendar.Period) ([]Step, error) {
	as, err := n.a.steps(p)
	if err != nil {
		return nil, err
	}
	bs, err := n.b.steps(p)
	if err != nil {
		return nil, err
	}
	pairs := zip(as, bs)
	out := make([]Step, len(pairs))
	for i, pair := range pairs {
		out[i] = pair.a
		if n.pick(pair.a.Rate, pair.b.Rate) {
			out[i] = pair.b
		}
		// A provisional loser may have lost only because it is provisional.
		out[i].Provisional = pair.a.Provisional || pair.b.Provisional
		out[i].Basis.Evidence = max(pair.a.Basis.Evidence, pair.b.Basis.Evidence)
	}
	return out, nil
}

// sumOf adds two rates day by day.
type sumOf struct{ a, b Rate }

func (n sumOf) steps(p calendar.Period) ([]Step, error) {
	as, err := n.a.steps(p)
	if err != nil {
		return nil, err
	}
	bs, err := n.b.steps(p)
	if err != nil {
		return nil, err
	}
	pairs := zip(as, bs)
	out := make([]Step, len(pairs))
	for i, pair := range pairs {
		a, b := pair.a, pair.b
		rate, err := add(a.Rate, b.Rate)
		if err != nil {
			return nil, err
		}
		out[i] = Step{Period: a.Period, Rate: rate, Provisional: a.Provisional || b.Provisional, Follows: a.Follows, Reference: a.Reference, Basis: Basis{
			Label:    a.Basis.Label + plusLabel(b.Rate),
			Source:   join(a.Basis.Source, b.Basis.Source),
			Citation: join(b.Basis.Citation, a.Basis.Citation),
			Evidence: max(a.Basis.Evidence, b.Basis.Evidence),
		}}
	}
	return out, nil
}

// plusLabel writes a margin: " + 8" or " − 0.5".
func plusLabel(margin Percent) string {
	if margin < 0 {
		return " − " + (-margin).String()
	}
	return " + " + margin.String()
}

type stepPair struct{ a, b Step }

// zip cuts two gapless step lists over the same period at each other's borders.
func zip(as, bs []Step) []stepPair {
	out := make([]stepPair, 0, len(as)+len(bs))
	for i, j := 0, 0; i < len(as) && j < len(bs); {
		a, b := as[i], bs[j]
		common := a.Period.Intersect(b.Period)
		a.Period, b.Period = common, common
		out = append(out, stepPair{a, b})
		if as[i].Period.To == common.To {
			i++
		}
		if bs[j].Period.To == common.To {
			j++
		}
	}
	return out
}

// join adds the grounds of more to a list "x; y", each once.
func join(list, more string) string {
	if more == "" || list == more {
		return list
	}
	have := strings.Split(list, "; ")
	if list == "" {
		have = nil
	}
	for _, ground := range strings.Split(more, "; ") {
		if !slices.Contains(have, ground) {
			have = append(have, ground)
		}
	}
	return strings.Join(have, "; ")
}
