package interest

import (
	"errors"
	"fmt"

	"github.com/shopspring/decimal"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/law"
)

// ErrNoRate marks terms whose rate was never set.
var ErrNoRate = errors.New("no interest rate")

// Basis says why a rate holds: a label a person can read, the publication that
// states the figure, the rule of law behind it and how well it is evidenced.
// Evidence is the zero value for rates that need none (agreed or fixed ones).
type Basis struct {
	Label    string
	Source   string
	Citation string
	Evidence law.Evidence
}

// Step is a rate in force over a period, per cent a year. Provisional marks a
// value that was extended beyond what its table knows.
type Step struct {
	Period      calendar.Period
	Rate        Percent
	Basis       Basis
	Provisional bool
	// Held marks days that are kept from bearing; their Rate is 0.
	Held bool
	// Follows says that the rate is that of a published table, changed by a multiplier,
	// a margin or nothing; Reference is then the table's value times the multiplier.
	Follows   bool
	Reference Percent
}

// Margin is what lies on the published rate that a step follows, in percentage points:
// Rate − Reference. A rate that follows none is all margin.
func (s Step) Margin() Percent { return s.Rate - s.Reference }

// Rate is a yearly rate as a step function of the date. It is immutable; the
// zero value is no rate at all, which [Rate.Compile] refuses with [ErrNoRate].
// Methods return new rates and keep the receiver.
type Rate struct{ n node }

// node yields the steps of a rate over a non-empty period, in order and without
// gaps.
type node interface {
	steps(p calendar.Period) ([]Step, error)
}

// Fixed is the same rate on every day.
func Fixed(p Percent) Rate {
	return Rate{fixed{p, Basis{Label: p.String() + " % fixed"}}}
}

// Reference is the value of a published table, per cent a year, on each day.
// Days the table does not know are errors that wrap
// [github.com/skuld-go/skuld/law.ErrNotKnown] when the rate is compiled.
func Reference(t *law.Table[decimal.Decimal]) Rate { return Rate{reference{t}} }

// Plus adds a margin in percentage points.
func (r Rate) Plus(margin Percent) Rate {
	if margin == 0 {
		return r
	}
	return Rate{plus{r, margin}}
}

// Times multiplies the rate. The product must have at most six decimals,
// otherwise compiling fails with [ErrTooFine].
func (r Rate) Times(f Factor) Rate {
	if f == onePercent {
		return r
	}
	return Rate{times{r, f}}
}

// HigherOf is, day by day, the higher of a and b; where they are equal the
// grounds of a are given.
func HigherOf(a, b Rate) Rate { return Rate{choice{a, b, higher}} }

// LowerOf is, day by day, the lower of a and b; where they are equal the
// grounds of a are given.
func LowerOf(a, b Rate) Rate { return Rate{choice{a, b, lower}} }

// Sum is, day by day, the sum of a and b, such as a reference rate and a margin
// that a table gives by date. The grounds of b come first, because the law that
// sets the margin is the one that makes the rate owed.
func Sum(a, b Rate) Rate { return Rate{sumOf{a, b}} }

// Until is r through the cut-off day, inclusive, and then the other rate.
func (r Rate) Until(cutoff calendar.Date, then Rate) Rate {
	return Rate{until{r, then, cutoff}}
}

// FixedAt is the value that r has on the given day, on every day.
func (r Rate) FixedAt(day calendar.Date) Rate { return Rate{fixedAt{r, day}} }

// Cite puts a citation before the ones that the steps of r already have.
func (r Rate) Cite(citation string) Rate { return Rate{cited{r, citation}} }

// Named puts "role: " before the labels of r, so that a reader sees which of
// several rates holds: "agreed: 10 % fixed".
func (r Rate) Named(role string) Rate { return Rate{named{r, role}} }

// IsZero reports whether r was never set.
func (r Rate) IsZero() bool { return r.n == nil }

// At is the step in force on one day. Errors as for [Rate.Compile].
func (r Rate) At(day calendar.Date) (Step, error) {
	s, err := r.steps(calendar.Days(day, day))
	if err != nil {
		return Step{}, err
	}
	return s[0], nil
}

func (r Rate) steps(p calendar.Period) ([]Step, error) {
	if r.n == nil {
		return nil, ErrNoRate
	}
	if p.IsEmpty() {
		return nil, nil
	}
	return r.n.steps(p)
}

// ExceedsOn returns the first day of p on which a is above b, if there is one.
func ExceedsOn(a, b Rate, p calendar.Period) (calendar.Date, bool, error) {
	if p.IsEmpty() {
		return 0, false, nil
	}
	as, err := a.steps(p)
	if err != nil {
		return 0, false, err
	}
	bs, err := b.steps(p)
	if err != nil {
		return 0, false, err
	}
	for _, pair := range zip(as, bs) {
		if pair.a.Rate > pair.b.Rate {
			return pair.a.Period.From, true, nil
		}
	}
	return 0, false, nil
}

// CompileKnown is Compile as far as the tables know: days from the first unknown
// one on are left out of the timeline, and an [Account] that needs one of them
// for a balance fails with the table's error. A claim that is settled before the
// tables end so needs no later table.
func (r Rate) CompileKnown(p calendar.Period) (*Timeline, error) {
	asked := p
	var gap error
	for {
		t, err := r.Compile(p)
		if err == nil {
			t.asked, t.gap = asked, gap
			return t, nil
		}
		var unknown *law.NotKnownError
		if !errors.As(err, &unknown) {
			return nil, err
		}
		gap = err
		if unknown.Day <= p.From || unknown.Day >= p.To {
			return &Timeline{asked: asked, period: calendar.Period{From: p.From, To: p.From}, gap: gap}, nil
		}
		p.To = unknown.Day
	}
}

// Hold keeps days from bearing interest, for a reason.
type Hold struct {
	Period calendar.Period
	Reason string
}

// CompileHeld is [Rate.CompileKnown] with days that do not bear: they are steps
// of their own at 0 %, marked, and no table is asked about them. The holds may
// come in any order and overlap; the reason of the earliest is given.
func (r Rate) CompileHeld(p calendar.Period, holds []Hold) (*Timeline, error) {
	var raw []Step
	for from := p.From; from < p.To; {
		hold, next := nextHold(holds, calendar.Period{From: from, To: p.To})
		if next.From > from {
			t, err := r.CompileKnown(calendar.Period{From: from, To: next.From})
			if err != nil {
				return nil, err
			}
			raw = append(raw, t.raw...)
			if t.gap != nil {
				out := newTimeline(calendar.Period{From: p.From, To: t.period.To}, raw)
				out.asked, out.gap = p, t.gap
				return out, nil
			}
		}
		if !next.IsEmpty() {
			raw = append(raw, Step{Period: next, Held: true, Basis: Basis{Label: hold}})
		}
		from = next.To
	}
	return newTimeline(p, raw), nil
}

// nextHold is the first stretch of held days within a period; where nothing is
// held it is empty at the period's end.
func nextHold(holds []Hold, within calendar.Period) (string, calendar.Period) {
	reason, found := "", calendar.Period{From: within.To, To: within.To}
	for _, h := range holds {
		if q := h.Period.Intersect(within); !q.IsEmpty() && (q.From < found.From || found.IsEmpty()) {
			reason, found = h.Reason, q
		}
	}
	if reason == "" {
		return "held", found
	}
	return "held: " + reason, found
}

// Compile works the rate out over a period, half-open, into an immutable
// timeline that any number of accruals may share. Steps of equal value and
// equal standing are joined: a table that restates its value breaks nothing.
// Errors: [ErrNoRate]; [ErrTooFine] and [ErrRateTooLarge] for impossible
// products and sums; [github.com/skuld-go/skuld/law.ErrNotKnown] for days
// beyond a table's knowledge.
func (r Rate) Compile(p calendar.Period) (*Timeline, error) {
	raw, err := r.steps(p)
	if err != nil {
		return nil, fmt.Errorf("rate over %s: %w", p, err)
	}
	return newTimeline(p, raw), nil
}
