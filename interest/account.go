package interest

import (
	"fmt"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/money"
)

// Account accrues one interest component on a balance that changes by date. It
// is the explaining form: every segment is kept. Use it from one goroutine.
type Account struct {
	line     *Timeline
	count    counter
	rounding Rounding
	currency money.Currency
	runs     []run
	segments []Segment // of all runs but the last
}

// run is a stretch of unchanged balance together with what had accrued before
// it began, so that a question costs only the steps of the last run.
type run struct {
	from      calendar.Date
	principal money.Amount
	exact     money.Exact
	counted   int64
	segments  int
}

// NewAccount opens an account over a compiled timeline. Interest starts on the
// day first, inclusive, which is also where counts of days begin that do not add
// up when split; it runs through the end of the period that was compiled, or
// fails there where [Rate.CompileKnown] had to stop. The balance on the first
// day is principal.
// Errors: [github.com/skuld-go/skuld/calendar.ErrNoDayCount] and
// [github.com/skuld-go/skuld/calendar.ErrNeedsContext].
func NewAccount(line *Timeline, dc calendar.DayCount, first calendar.Date, r Rounding, principal money.Amount) (*Account, error) {
	count, err := newCounter(dc, first)
	if err != nil {
		return nil, err
	}
	if r.Place.String() == "" {
		return nil, ErrNoPlace
	}
	zero := money.ExactOf(money.FromMinor(0, principal.Currency()))
	return &Account{
		line: line, count: count, rounding: r, currency: principal.Currency(),
		runs: []run{{from: first, principal: principal, exact: zero}},
	}, nil
}

// Principal is the bearing balance after the last change.
func (a *Account) Principal() money.Amount { return a.runs[len(a.runs)-1].principal }

// SetPrincipal makes p the bearing balance from the given day on, inclusive.
// Days must not go back; setting the balance that already holds changes
// nothing, and so does a change that is undone on the same day.
func (a *Account) SetPrincipal(from calendar.Date, p money.Amount) error {
	last := &a.runs[len(a.runs)-1]
	if p == last.principal {
		return nil
	}
	if from <= last.from {
		last.principal = p
		if n := len(a.runs); n > 1 && a.runs[n-2].principal == p {
			a.runs = a.runs[:n-1]
			a.segments = a.segments[:a.runs[n-2].segments]
		}
		return nil
	}
	sum, err := a.sum(from - 1)
	if err != nil {
		return err
	}
	a.segments = sum.segments
	a.runs = append(a.runs, run{
		from: from, principal: p, exact: sum.exact, counted: sum.counted, segments: len(sum.segments),
	})
	return nil
}

// sum is the state of an account at the end of a day.
type sum struct {
	exact    money.Exact
	counted  int64
	segments []Segment
}

// Through is everything accrued through the given day, inclusive. It does not
// change the account.
func (a *Account) Through(day calendar.Date) (Accrual, error) {
	s, err := a.sum(day)
	if err != nil {
		return Accrual{}, err
	}
	return Accrual{Exact: s.exact, Segments: s.segments}, nil
}

// Rounded is the accrual through the given day, inclusive, rounded at the
// account's place. It may fall from one day to the next where rates are
// negative. Errors as for [github.com/skuld-go/skuld/money.Exact.Round].
func (a *Account) Rounded(day calendar.Date) (money.Amount, error) {
	s, err := a.sum(day)
	if err != nil {
		return money.Amount{}, err
	}
	if a.rounding.Place == PlaceClaim {
		return s.exact.Round(a.rounding.Mode)
	}
	return money.FromMinor(s.counted, a.currency), nil
}

func (a *Account) sum(day calendar.Date) (sum, error) {
	last := a.runs[len(a.runs)-1]
	s := sum{last.exact, last.counted, a.segments[:len(a.segments):len(a.segments)]}
	if last.principal.IsZero() || day < last.from {
		return s, nil
	}
	p := calendar.Days(last.from, day).Intersect(a.line.asked)
	if a.line.gap != nil && p.To > a.line.period.To {
		return sum{}, a.line.gap
	}
	if p.IsEmpty() {
		return s, nil
	}
	for i := a.line.index(p.From); i < len(a.line.steps) && a.line.steps[i].Period.From < p.To; i++ {
		step := a.line.steps[i]
		for _, piece := range a.count.pieces(step.Period.Intersect(p)) {
			seg, err := a.segment(step, piece, last.principal)
			if err != nil {
				return sum{}, err
			}
			if s.exact, err = s.exact.Add(seg.Exact); err != nil {
				return sum{}, err
			}
			s.counted += seg.Counted.Minor()
			s.segments = append(s.segments, seg)
		}
	}
	return s, nil
}

func (a *Account) segment(step Step, p calendar.Period, principal money.Amount) (Segment, error) {
	fraction, err := a.count.fraction(p)
	if err != nil {
		return Segment{}, err
	}
	yearly := money.ExactOf(principal).Times(int64(step.Rate), 100*onePercent)
	seg := Segment{
		Period: p, Principal: principal, Rate: step.Rate, Fraction: fraction,
		Exact: yearly.Times(fraction.Num, fraction.Den),
		Basis: a.line.basis(p), Provisional: step.Provisional,
	}
	switch a.rounding.Place {
	case PlaceSegment:
		seg.Counted, err = seg.Exact.Round(a.rounding.Mode)
	case PlaceDay:
		var daily money.Amount
		if daily, err = yearly.Times(1, fraction.Den).Round(a.rounding.Mode); err == nil {
			seg.Counted = money.FromMinor(daily.Minor()*fraction.Num, a.currency)
		}
	}
	if err != nil {
		return Segment{}, fmt.Errorf("interest over %s: %w", p, err)
	}
	return seg, nil
}

// OneDay is the unrounded interest of a single bearing day on a balance at a
// rate, in an accrual whose first bearing day is first.
// Errors as for [NewAccount].
func OneDay(dc calendar.DayCount, first, day calendar.Date, rate Percent, principal money.Amount) (money.Exact, error) {
	count, err := newCounter(dc, first)
	if err != nil {
		return money.Exact{}, err
	}
	fraction, err := count.fraction(calendar.Days(day, day))
	if err != nil {
		return money.Exact{}, err
	}
	return money.ExactOf(principal).Times(int64(rate), 100*onePercent).Times(fraction.Num, fraction.Den), nil
}
