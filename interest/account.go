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
	mark     mark      // how far the last run has been worked out
}

// run is a stretch of unchanged balance together with what had accrued before
// it began.
type run struct {
	from      calendar.Date
	principal money.Amount
	before    sum
	segments  int
}

// sum is interest accrued: exact, and as counted where segments or days are
// rounded.
type sum struct {
	exact   money.Exact
	counted int64
}

// mark is the sum before a day within the last run, so that a later question
// costs only the days since.
type mark struct {
	from calendar.Date
	sum
}

// NewAccount opens an account over a compiled timeline. Interest starts on the
// day first, inclusive, which is also where counts of days begin that do not add
// up when split; it runs through the end of the period that was compiled, or
// fails there where [Rate.CompileKnown] had to stop. The balance on the first
// day is principal.
// Errors: [ErrNoRate] without a timeline, [ErrNoPlace],
// [github.com/skuld-go/skuld/calendar.ErrNoDayCount] and
// [github.com/skuld-go/skuld/calendar.ErrNeedsContext].
func NewAccount(line *Timeline, dc calendar.DayCount, first calendar.Date, r Rounding, principal money.Amount) (*Account, error) {
	if line == nil {
		return nil, ErrNoRate
	}
	count, err := newCounter(dc, first)
	if err != nil {
		return nil, err
	}
	if r.Place.String() == "" {
		return nil, ErrNoPlace
	}
	nothing := sum{exact: money.ExactOf(money.FromMinor(0, principal.Currency()))}
	return &Account{
		line: line, count: count, rounding: r, currency: principal.Currency(),
		runs: []run{{from: first, principal: principal, before: nothing}}, mark: mark{first, nothing},
	}, nil
}

// SetPrincipal makes p the bearing balance from the given day on, inclusive;
// changes before the first bearing day replace the balance that it begins with.
// Setting the balance that already holds changes nothing, and so does a change
// that is undone on the same day. For a day before later changes p is the balance
// after all of them: what they changed stays, and all balances from the day on
// shift by the same difference, but not from above zero to below. Errors:
// [github.com/skuld-go/skuld/money.ErrCurrencyMismatch], and those of
// [Account.Through] for the days up to the change.
func (a *Account) SetPrincipal(from calendar.Date, p money.Amount) error {
	last := &a.runs[len(a.runs)-1]
	switch {
	case p.Currency() != a.currency:
		return fmt.Errorf("%w: %s in an account of %s", money.ErrCurrencyMismatch, p, a.currency)
	case p == last.principal:
		return nil
	case from < last.from && len(a.runs) > 1:
		return a.shift(from, p)
	case from <= last.from:
		a.replace(p)
		return nil
	}
	var kept []Segment
	before, err := a.walk(len(a.runs)-1, from-1, &kept)
	if err != nil {
		return err
	}
	a.segments = append(a.segments, kept...)
	a.runs = append(a.runs, run{from: from, principal: p, before: before, segments: len(a.segments)})
	a.mark = mark{from, before}
	return nil
}

// shift makes a change before the last one and makes that one again.
func (a *Account) shift(from calendar.Date, p money.Amount) error {
	n := len(a.runs)
	last, prev := a.runs[n-1], a.runs[n-2]
	a.runs = a.runs[:n-1]
	a.segments = a.segments[:prev.segments]
	a.mark = mark{prev.from, prev.before}
	shifted := prev.principal.Minor() + p.Minor() - last.principal.Minor()
	if prev.principal.Sign() >= 0 {
		shifted = max(0, shifted) // what a later change added cannot be taken from before it
	}
	if err := a.SetPrincipal(from, money.FromMinor(shifted, a.currency)); err != nil {
		return err
	}
	return a.SetPrincipal(last.from, p)
}

// replace changes the balance of the last run from its first day on; a run that
// so becomes like the one before it is no run of its own.
func (a *Account) replace(p money.Amount) {
	n := len(a.runs)
	a.runs[n-1].principal = p
	if n > 1 && a.runs[n-2].principal == p {
		a.runs = a.runs[:n-1]
		a.segments = a.segments[:a.runs[n-2].segments]
	}
	last := a.runs[len(a.runs)-1]
	a.mark = mark{last.from, last.before}
}

// Through is everything accrued through the given day, inclusive. It does not
// change the account. Errors: [github.com/skuld-go/skuld/law.ErrNotKnown] where a
// balance bears on a day that the timeline does not know, and
// [github.com/skuld-go/skuld/money.ErrTooLarge] for interest beyond 10¹⁵ minor
// units.
func (a *Account) Through(day calendar.Date) (Accrual, error) {
	k := a.runOf(day)
	closed := a.segments[:a.runs[k].segments]
	segments := append([]Segment(nil), closed...)
	s, err := a.walk(k, day, &segments)
	if err != nil {
		return Accrual{}, err
	}
	return Accrual{Exact: s.exact, Segments: segments}, nil
}

// Rounded is the accrual through the given day, inclusive, rounded at the
// account's place. It may fall from one day to the next where rates are
// negative. Errors as for [Account.Through] and
// [github.com/skuld-go/skuld/money.Exact.Round].
func (a *Account) Rounded(day calendar.Date) (money.Amount, error) {
	s, err := a.walk(a.runOf(day), day, nil)
	if err != nil {
		return money.Amount{}, err
	}
	if a.rounding.Place != PlaceClaim {
		return money.FromMinor(s.counted, a.currency), nil
	}
	rounded, err := s.exact.Round(a.rounding.Mode)
	if err == nil {
		err = bounded(rounded.Minor())
	}
	return rounded, err
}

// runOf is the run in which a day lies; days before the first run lie in it.
func (a *Account) runOf(day calendar.Date) int {
	k := len(a.runs) - 1
	for k > 0 && a.runs[k].from > day {
		k--
	}
	return k
}

// walk sums the accrual through a day of run k and, where segments is not nil,
// appends the segments of that run.
func (a *Account) walk(k int, day calendar.Date, segments *[]Segment) (sum, error) {
	r := a.runs[k]
	s, from := r.before, r.from
	lastRun := k == len(a.runs)-1
	if lastRun && segments == nil && a.mark.from <= day {
		s, from = a.mark.sum, a.mark.from
	}
	if r.principal.IsZero() || day < from {
		return s, nil
	}
	p := calendar.Days(from, day).Intersect(a.line.asked)
	if a.line.gap != nil && p.To > a.line.period.To {
		return sum{}, a.line.gap
	}
	if p = p.Intersect(a.line.period); p.IsEmpty() {
		return s, nil
	}
	for i := a.line.index(p.From); i < len(a.line.steps) && a.line.steps[i].Period.From < p.To; i++ {
		step := a.line.steps[i]
		for piece := range a.count.pieces(step.Period.Intersect(p)) {
			seg, err := a.segment(step, piece, r.principal, segments != nil)
			if err != nil {
				return sum{}, err
			}
			if err := s.add(seg); err != nil {
				return sum{}, err
			}
			if segments != nil {
				*segments = append(*segments, seg)
			}
			if lastRun && piece.To < p.To && piece.To > a.mark.from {
				a.mark = mark{piece.To, s}
			}
		}
	}
	return s, nil
}

// add adds a segment.
func (s *sum) add(seg Segment) (err error) {
	if s.exact, err = s.exact.Add(seg.Exact); err != nil {
		return err
	}
	s.counted += seg.Counted.Minor()
	return bounded(s.counted)
}

// bounded keeps interest where sums over all items of a case cannot overflow.
func bounded(minor int64) error {
	if minor > money.MaxMinor || minor < -money.MaxMinor {
		return tooMuch()
	}
	return nil
}

// segment works out a piece; its grounds only where they will be read.
func (a *Account) segment(step Step, p calendar.Period, principal money.Amount, grounds bool) (Segment, error) {
	fraction, err := a.count.fraction(p)
	if err != nil {
		return Segment{}, err
	}
	yearly := money.ExactOf(principal).Times(int64(step.Rate), 100*onePercent)
	seg := Segment{
		Period: p, Principal: principal, Rate: step.Rate, Fraction: fraction,
		Exact: yearly.Times(fraction.Num, fraction.Den), Provisional: step.Provisional, Held: step.Held,
	}
	if grounds {
		seg.Basis = a.line.basis(p)
	}
	switch a.rounding.Place {
	case PlaceSegment:
		seg.Counted, err = seg.Exact.Round(a.rounding.Mode)
	case PlaceDay:
		seg.Counted, err = a.daily(yearly, fraction)
	}
	if err != nil {
		return Segment{}, fmt.Errorf("interest over %s: %w", p, err)
	}
	return seg, nil
}

// daily rounds the interest of one day and multiplies it by the days.
func (a *Account) daily(yearly money.Exact, f calendar.Fraction) (money.Amount, error) {
	one, err := yearly.Times(1, f.Den).Round(a.rounding.Mode)
	if err != nil || f.Num == 0 {
		return money.FromMinor(0, a.currency), err
	}
	if limit := money.MaxMinor / f.Num; one.Minor() > limit || one.Minor() < -limit {
		return money.Amount{}, fmt.Errorf("%w: %s a day for %d days", money.ErrTooLarge, one, f.Num)
	}
	return money.FromMinor(one.Minor()*f.Num, a.currency), nil
}

// OneDay is the unrounded interest of a single bearing day on a balance at a
// rate, in an accrual whose first bearing day is first.
// Errors: [github.com/skuld-go/skuld/calendar.ErrNoDayCount] and
// [github.com/skuld-go/skuld/calendar.ErrNeedsContext].
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
