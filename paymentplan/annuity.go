package paymentplan

import (
	"errors"
	"fmt"
	"math/bits"
	"slices"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/money"
)

// Annuities works out annuity plans of equal terms and dates for any number of debts,
// in plain numbers: a simulation, a table of offers. The rows are those of [Build], to
// the minor unit. Make one with [CompileAnnuities], and others of the same dates with
// [Annuities.AtRate]. It is safe for concurrent use, but not while AtRate writes to it.
type Annuities struct {
	rows     []annuityTerm
	year     interest.Year
	bears    bool
	rounding money.Rounding
	step     int64
	// halves says that only a tie or nearly one needs more than the share, and even that
	// a tie goes to the even number.
	halves bool
	// guess is the level, not rounded, for a debt of 2⁶⁴: see level.
	guess uint64
}

// annuityTerm is a row as its terms make it, for any debt.
type annuityTerm struct {
	due calendar.Date
	// parts are those of the year that the row bears over.
	parts int64
	// weight is rate × parts of the year over the days of the row.
	weight int64
	// share is the same as a fraction of 2⁶⁴, rounded down: interest ÷ balance.
	share uint64
}

// AnnuityRow is a row in minor units: Amount = Interest + Principal, and Opening −
// Principal is what the next row opens with.
type AnnuityRow struct {
	Due                                  calendar.Date
	Opening, Interest, Principal, Amount int64
}

// Closing is the principal after the row.
func (r AnnuityRow) Closing() int64 { return r.Opening - r.Principal }

// ErrNotPlain says that a request asks for more than a plain annuity; [Build] works it
// out.
var ErrNotPlain = errors.New("not a plain annuity")

// CompileAnnuities takes the terms and dates of a request for an annuity of so many rows
// whose level is to be solved; its debt has no bearing but on the currency. Fees, grace,
// deviations, periods, a life, an end, a final amount, other levels than the lower one
// and negative rates wrap [ErrNotPlain]; other errors are those of [Build].
func CompileAnnuities(r Request) (*Annuities, error) {
	if err := r.Validate(); err != nil {
		return nil, err
	}
	if !r.plain() {
		return nil, fmt.Errorf("%w, want %s with a count and rates alone", ErrNotPlain, Annuity)
	}
	f, err := debtFrame(&r, nil)
	if err != nil {
		return nil, err
	}
	a := &Annuities{rounding: f.terms.rounding, step: f.step, year: interest.Year365}
	if a.bears = r.bears(); a.bears {
		a.year = interest.YearOf(r.Interest.DayCount)
	}
	mode := a.rounding
	a.halves = mode == money.HalfUp || mode == money.HalfEven || mode == money.HalfDown
	for k := 1; k <= f.n; k++ {
		s, err := f.slot(k)
		if err == nil {
			err = f.terms.weigh(s, k)
		}
		if err != nil {
			return nil, err
		}
		if err := a.add(s); err != nil {
			return nil, err
		}
	}
	a.setGuess()
	return a, nil
}

// AtRate makes to the same rows at a fixed rate of one's own, per cent a year, above 0 and
// at most [interest.MaxPercent]: a table of offers, or loans that are paid out on one day.
// What to was before is forgotten, its memory is used again; it may be a itself. The
// terms must have a rate, which stands for the day count alone. Errors wrap [ErrNotPlain]:
// such a rate, terms without one, or a row that would bear as much as the debt; to is then
// of no use.
func (a *Annuities) AtRate(to *Annuities, rate interest.Percent) error {
	if rate <= 0 || rate > interest.MaxPercent || !a.bears {
		return fmt.Errorf("%w: %s %% in place of the rate of the terms", ErrNotPlain, rate)
	}
	rows, g := slices.Grow(to.rows[:0], len(a.rows))[:len(a.rows)], growth{debt: unit}
	var t annuityTerm // the terms of the row before: runs of rows have the same
	run := 0
	for i := range rows {
		from := &a.rows[i]
		if from.parts != t.parts || i == 0 {
			g = g.run(t.share, i-run)
			t.parts, run = from.parts, i
			if hi, lo := bits.Mul64(uint64(rate), uint64(t.parts)); !t.weigh(hi, lo, a.year) {
				return tooDear()
			}
		}
		r := &rows[i]
		r.due, r.parts, r.weight, r.share = from.due, t.parts, t.weight, t.share
	}
	*to = *a
	to.rows = rows
	to.guessFrom(g.run(t.share, len(rows)-run))
	return nil
}

// weigh sets the weight of a row, of two words; not ok where the row bears as much as the
// debt.
func (t *annuityTerm) weigh(hi, weight uint64, y interest.Year) bool {
	whole := uint64(y.Parts()) * perPercent
	if hi != 0 || weight >= whole {
		return false
	}
	t.weight = int64(weight)
	t.share, _ = bits.Div64(weight, 0, whole)
	return true
}

func tooDear() error { return fmt.Errorf("%w: a row bears as much as the debt", ErrNotPlain) }

// plain reports whether a request has nothing but a debt, terms, dates and a count.
func (r *Request) plain() bool {
	return r.Kind == Annuity && r.Count > 0 && r.Amount.Minor() == 0 && r.Final.Minor() == 0 && r.Posting != Unrounded &&
		(r.LastRow == 0 || r.LastRow == Lower) && r.Fees.Registration.Minor() == 0 && r.Fees.Invoice.Minor() == 0 &&
		r.Grace == Grace{} && len(r.Deviations) == 0 && len(r.Periods) == 0 && len(r.Creditors) == 0 && r.Life == nil
}

// add adds the row of a slot.
func (a *Annuities) add(s *slot) error {
	parts := a.year.Parts()
	t := annuityTerm{due: s.due}
	if s.weight.num != 0 {
		if parts == 0 || parts%s.weight.den != 0 || s.weight.num < 0 {
			return fmt.Errorf("%w: a weight of %d/%d in a row", ErrNotPlain, s.weight.num, s.weight.den)
		}
		if hi, weight := bits.Mul64(uint64(s.weight.num), uint64(parts/s.weight.den)); !t.weigh(hi, weight, a.year) {
			return tooDear()
		}
	}
	for _, part := range s.weight.steps {
		if parts == 0 || parts%part.fraction.Den != 0 {
			return fmt.Errorf("%w: %s of a year in a row", ErrNotPlain, part.fraction)
		}
		t.parts += part.fraction.Num * (parts / part.fraction.Den)
	}
	a.rows = append(a.rows, t)
	return nil
}

// Len is the number of rows that a plan has at most.
func (a *Annuities) Len() int { return len(a.rows) }

// AppendRows appends the rows of a debt in minor units, above zero, and gives its level.
// It allocates nothing where dst has room. A debt whose interest a row does not cover at
// the level or at the step below it, or that grows beyond bounds, wraps [ErrNotPlain]:
// Build works it out, or says what is wrong with it.
func (a *Annuities) AppendRows(dst []AnnuityRow, debt int64) ([]AnnuityRow, int64, error) {
	if debt <= 0 || debt > money.MaxMinor {
		return dst, 0, fmt.Errorf("%w: a debt of %d minor units", ErrNotPlain, debt)
	}
	first := len(dst)
	dst, level, ok := a.level(dst, debt)
	if !ok {
		return dst[:first], 0, fmt.Errorf("%w: a debt of %d minor units that no level pays off", ErrNotPlain, debt)
	}
	return dst, level, nil
}
