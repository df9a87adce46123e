package paymentplan

import (
	"errors"
	"fmt"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/law"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
)

// terms is what a debt bears, worked out over its whole time.
type terms struct {
	count    calendar.DayCount
	line     *interest.Timeline
	steps    []interest.Step
	known    calendar.Date // the first day whose rate is not known
	gap      error         // why
	rounding money.Rounding
}

// weight is what a row accrues on a balance of 1: Num/Den, where Den counts years in
// the day count's denominator and rates in 10⁻⁸. Steps are what it is made of.
type weight struct {
	num, den int64
	steps    []stretch
}

// stretch is a run of days of one rate within a row.
type stretch struct {
	step     interest.Step
	period   calendar.Period
	fraction calendar.Fraction
}

// perPercent turns a rate into a factor: it counts 10⁻⁶ per cent.
const perPercent = 100_000_000

// newTerms compiles rates from the start of a plan to the last day that any plan may
// have; what is not known is asked for only by rows that need it.
func newTerms(r *Request) (*terms, error) {
	t := &terms{count: r.Interest.DayCount, rounding: r.rounding(), known: lastDay() + 1}
	if !r.bears() {
		t.line = nil
		return t, nil
	}
	if _, err := t.count.Fraction(calendar.Days(r.Start, r.Start)); err != nil {
		return nil, &ledger.Problem{Path: "/interest/dayCount", Message: err.Error(), Cause: err}
	}
	line, err := r.Interest.Rate.CompileKnown(calendar.Days(r.Start, lastDay()))
	if err != nil {
		return nil, &ledger.Problem{Path: "/interest", Message: err.Error(), Cause: err}
	}
	t.line, t.steps, t.known = line, line.Steps(), line.Period().To
	if t.known <= lastDay() {
		_, t.gap = r.Interest.Rate.At(t.known)
	}
	return t, nil
}

// weigh works out the weight of a row. An error is a problem of a rate that is not
// known.
func (t *terms) weigh(s *slot, k int) error {
	if s.weighed {
		return nil
	}
	s.weight, s.weighed = weight{den: 1}, true
	if t.line == nil || s.from >= s.to {
		return nil
	}
	if s.to > t.known {
		return t.unknown(s, k)
	}
	for _, step := range t.steps {
		p := step.Period.Intersect(calendar.Period{From: s.from, To: s.to})
		if p.IsEmpty() {
			continue
		}
		f, err := t.fraction(s.from, p)
		if err != nil {
			return &ledger.Problem{Path: "/interest/dayCount", Message: err.Error(), Cause: err}
		}
		s.weight.steps = append(s.weight.steps, stretch{step, p, f})
		sum := calendar.Fraction{Num: s.weight.num, Den: s.weight.den}.Add(calendar.Fraction{Num: int64(step.Rate) * f.Num, Den: f.Den})
		s.weight.num, s.weight.den = sum.Num, sum.Den
	}
	return nil
}

// unknown is the problem of a row whose rate is not known to its end.
func (t *terms) unknown(s *slot, k int) error {
	err := t.gap
	if err == nil || !errors.Is(err, law.ErrNotKnown) {
		err = fmt.Errorf("%w: the rate of %s", law.ErrNotKnown, t.known)
	}
	return &ledger.Problem{Path: "/interest", Message: fmt.Sprintf("row %d, through %s: %v", k, s.to-1, err), Cause: err}
}

// fraction of a run of days within a row that starts on from: where a count does not
// add up, the difference of two counts from the start of the row.
func (t *terms) fraction(from calendar.Date, p calendar.Period) (calendar.Fraction, error) {
	if t.count.Additive() || p.From == from {
		return t.count.Fraction(p)
	}
	whole, err := t.count.Fraction(calendar.Period{From: from, To: p.To})
	if err != nil {
		return calendar.Fraction{}, err
	}
	before, err := t.count.Fraction(calendar.Period{From: from, To: p.From})
	if err != nil {
		return calendar.Fraction{}, err
	}
	return whole.Add(before.Neg()), nil
}

// accrue is the interest of a row on a balance, rounded, and what of a negative accrual
// is carried on. Due interest never falls under 0: a negative accrual is held against
// what accrues later.
func (t *terms) accrue(w *weight, balance money.Amount, held money.Exact) (own int64, rest money.Exact, err error) {
	x := money.ExactOf(balance).Times(w.num, perPercent).Times(1, w.den)
	if held.Sign() != 0 {
		if x, err = x.Add(held); err != nil {
			return 0, held, err
		}
	}
	if x.Sign() < 0 {
		return 0, x, nil
	}
	rounded, err := x.Round(t.rounding)
	if err == nil && rounded.Minor() > money.MaxMinor {
		err = fmt.Errorf("%w: interest of %s in one row", money.ErrTooLarge, rounded)
	}
	return rounded.Minor(), money.Exact{}, err
}

// segments explain the interest of a row on a balance.
func (w *weight) segments(balance money.Amount) []interest.Segment {
	return w.exactSegments(balance, money.ExactOf(balance))
}

// exactSegments explain the interest of a row on a balance that is not rounded; shown is
// what stands for it.
func (w *weight) exactSegments(shown money.Amount, balance money.Exact) []interest.Segment {
	out := make([]interest.Segment, 0, len(w.steps))
	for _, s := range w.steps {
		out = append(out, interest.Segment{
			Period: s.period, Principal: shown, Rate: s.step.Rate, Fraction: s.fraction, Basis: s.step.Basis, Provisional: s.step.Provisional,
			Exact: balance.Times(int64(s.step.Rate), perPercent).Times(s.fraction.Num, s.fraction.Den),
		})
	}
	return out
}
