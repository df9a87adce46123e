package interest

import (
	"fmt"
	"iter"

	"github.com/skuld-go/skuld/calendar"
)

// counter turns bearing days into fractions of a year so that splitting a run of
// days never changes the sum.
//
// ACT counts take the bearing days themselves. Counts of the 30/360 family run
// from the day before the first bearing day to the last, as by hand: due 31
// December, as of 30 January is 30 days. Where such a count does not add up (the
// February and 31st rules look at both ends) a piece is the difference of two
// counts from the start of the whole accrual.
type counter struct {
	convention calendar.DayCount
	origin     calendar.Date // the day before the first bearing day
	byYear     bool          // each calendar year has its own denominator
}

func newCounter(dc calendar.DayCount, first calendar.Date) (counter, error) {
	if _, err := dc.Fraction(calendar.Days(first, first)); err != nil {
		return counter{}, fmt.Errorf("day count: %w", err)
	}
	return counter{dc, first - 1, dc == calendar.ActActISDA}, nil
}

// pieces cuts a period so that each piece has one denominator.
func (c counter) pieces(p calendar.Period) iter.Seq[calendar.Period] {
	return func(yield func(calendar.Period) bool) {
		for p.From < p.To {
			piece := p
			if c.byYear {
				newYear := calendar.MustDate(p.From.Year(), 12, 31) + 1
				piece.To = min(newYear, p.To)
			}
			if !yield(piece) {
				return
			}
			p.From = piece.To
		}
	}
}

// fraction of the bearing days p.
func (c counter) fraction(p calendar.Period) (calendar.Fraction, error) {
	if !c.convention.Thirty() {
		return c.convention.Fraction(p)
	}
	if c.convention.Additive() {
		return c.convention.Fraction(calendar.Period{From: p.From - 1, To: p.To - 1})
	}
	to, err := c.convention.Fraction(calendar.Period{From: c.origin, To: p.To - 1})
	if err != nil {
		return calendar.Fraction{}, err
	}
	from, err := c.convention.Fraction(calendar.Period{From: c.origin, To: p.From - 1})
	if err != nil {
		return calendar.Fraction{}, err
	}
	return calendar.Fraction{Num: to.Num - from.Num, Den: to.Den}, nil
}
