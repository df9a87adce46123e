package calendar

import (
	"fmt"
	"iter"
)

// Recurrence is the dates Anchor, Anchor + Every, Anchor + 2·Every, … and, for
// negative numbers, those before. Each is counted from the anchor at once and
// never from its neighbour, so a month too short for the anchor's day shortens
// only its own date: 31 January, 29 February, 31 March.
type Recurrence struct {
	// Anchor is the date number 0.
	Anchor Date
	// Every is the distance, at least one day.
	Every Span
	// EndOfMonth keeps to the last day of the month when the anchor is one and
	// Every is in months or years: 30 April, 31 May. Without it the anchor's day
	// of the month is kept: 30 April, 30 May.
	EndOfMonth bool
}

// Validate returns what is wrong with r: an anchor that is no date, or a
// distance that is not positive. An invalid recurrence has no dates.
func (r Recurrence) Validate() error {
	if !r.Anchor.Valid() {
		return fmt.Errorf("recurrence anchor %q is not a date, want the first of the dates", r.Anchor)
	}
	if r.Every.n < 1 {
		return fmt.Errorf("recurrence every %q, want a length of at least one day such as 1M", r.Every)
	}
	return nil
}

// At returns date number k, the anchor for 0. It is no date where r is invalid
// or the result is outside 0001-01-01 … 9999-12-31.
func (r Recurrence) At(k int) Date {
	if r.Every.n < 1 {
		return 0
	}
	d := r.Anchor.addTimes(r.Every, k)
	if r.EndOfMonth && r.Every.unit >= UnitMonth && r.Anchor.IsMonthEnd() {
		d = d.MonthEnd()
	}
	return d
}

// IndexFrom returns the number of the first date on or after d, and false where
// there is none in range or r or d is invalid.
func (r Recurrence) IndexFrom(d Date) (int, bool) {
	if r.Validate() != nil || !d.Valid() {
		return 0, false
	}
	k := r.estimate(d)
	for r.At(k) < d {
		if k++; r.At(k) == 0 {
			return 0, false
		}
	}
	for r.At(k-1) >= d {
		k--
	}
	return k, true
}

// estimate returns a number whose date lies between the anchor and the end of
// d's month, a few dates from d at most.
func (r Recurrence) estimate(d Date) int {
	n := int(r.Every.n)
	switch r.Every.unit {
	case UnitDay:
		return int(d-r.Anchor) / n
	case UnitWeek:
		return int(d-r.Anchor) / (7 * n)
	case UnitYear:
		n *= 12
	}
	a, b := split(r.Anchor), split(d)
	return (12*(b.y-a.y) + b.m - a.m) / n
}

// Over ranges over the dates in p with their numbers, in ascending order. An
// invalid recurrence has none.
func (r Recurrence) Over(p Period) iter.Seq2[int, Date] {
	return func(yield func(int, Date) bool) {
		k, ok := r.IndexFrom(p.From)
		if !ok {
			return
		}
		for d := r.At(k); d != 0 && d < p.To; d = r.At(k) {
			if !yield(k, d) {
				return
			}
			k++
		}
	}
}
