package calendar

import (
	"fmt"
	"slices"
)

// Stub says where a span of time that is no whole number of regular periods
// gets its odd one.
type Stub uint8

// The stubs. First and last are the ends of the span; short leaves the odd
// period as it is, long joins it to the regular one beside it.
const (
	// NoStub refuses a span that regular periods do not fill exactly.
	NoStub Stub = iota
	// ShortFirst rolls back from the end; the first period is the short one.
	ShortFirst
	// LongFirst rolls back from the end; the first period is the long one.
	LongFirst
	// ShortLast rolls on from the start; the last period is the short one.
	ShortLast
	// LongLast rolls on from the start; the last period is the long one.
	LongLast
)

// Schedule divides the span from From up to To into periods of the length
// Every. The bounds are unadjusted: move them to business days with
// [Calendar.Adjust] where payment dates are wanted, and keep these for interest.
type Schedule struct {
	// From is the first day of the first period, To the day after the last.
	From, To Date
	// Every is the regular length, at least one day.
	Every Span
	// Stub places the odd period where the bounds below do not.
	Stub Stub
	// FirstRegular, if it is a date, ends an odd first period; the regular ones
	// are rolled on from it. Stub then speaks of the last period only.
	FirstRegular Date
	// LastRegular, if it is a date, begins an odd last period; the regular ones
	// are rolled back from it, unless FirstRegular is given too: then it must be
	// one of those rolled on. Stub then speaks of the first period only.
	LastRegular Date
	// EndOfMonth keeps bounds on month ends as in [Recurrence].
	EndOfMonth bool
}

// maxBounds limits a schedule: a bound for each day of three centuries.
const maxBounds = 110_000

// Bounds returns From, the bounds between periods and To, ascending: one more
// than there are periods.
//
// Errors: dates that are invalid or out of order, a length that is not
// positive, a stub that contradicts the regular bounds given, a rest where no
// stub is allowed, more than 110000 bounds.
func (s Schedule) Bounds() ([]Date, error) {
	if err := s.check(); err != nil {
		return nil, err
	}
	from, to := s.From, s.To
	if s.FirstRegular != 0 {
		from = s.FirstRegular
	}
	if s.LastRegular != 0 {
		to = s.LastRegular
	}
	back := s.Stub == ShortFirst || s.Stub == LongFirst || s.LastRegular != 0 && s.FirstRegular == 0
	regular, err := s.roll(from, to, back)
	if err != nil {
		return nil, err
	}
	if from != s.From {
		regular = slices.Insert(regular, 0, s.From)
	}
	if to != s.To {
		regular = append(regular, s.To)
	}
	return regular, nil
}

// Periods returns the periods between the bounds. The errors are those of
// Bounds.
func (s Schedule) Periods() ([]Period, error) {
	bounds, err := s.Bounds()
	if err != nil {
		return nil, err
	}
	periods := make([]Period, len(bounds)-1)
	for i := range periods {
		periods[i] = Period{From: bounds[i], To: bounds[i+1]}
	}
	return periods, nil
}

// Context returns what day counts need to know of the schedule; its end is the
// maturity. The errors are those of Bounds.
func (s Schedule) Context() (Context, error) {
	bounds, err := s.Bounds()
	if err != nil {
		return Context{}, err
	}
	return Context{Schedule: bounds, Frequency: s.Every, EndOfMonth: s.EndOfMonth, Maturity: s.To}, nil
}

func (s Schedule) check() error {
	switch {
	case !s.From.Valid() || !s.To.Valid() || s.From >= s.To:
		return fmt.Errorf("schedule from %q to %q, want two dates in order", s.From, s.To)
	case s.Every.n < 1:
		return fmt.Errorf("schedule every %q, want a length of at least one day such as 1M", s.Every)
	case s.Stub > LongLast:
		return fmt.Errorf("schedule stub %d, want one of the five", uint8(s.Stub))
	case s.FirstRegular != 0 && (s.FirstRegular <= s.From || s.FirstRegular > s.To):
		return fmt.Errorf("first regular bound %v, want a date after %v and through %v", s.FirstRegular, s.From, s.To)
	case s.LastRegular != 0 && (s.LastRegular >= s.To || s.LastRegular < max(s.From, s.FirstRegular)):
		return fmt.Errorf("last regular bound %v, want a date from %v and before %v", s.LastRegular, max(s.From, s.FirstRegular), s.To)
	case s.FirstRegular != 0 && (s.Stub == ShortFirst || s.Stub == LongFirst):
		return fmt.Errorf("first regular bound %v and a stub at the start, want one of them", s.FirstRegular)
	case s.LastRegular != 0 && (s.Stub == ShortLast || s.Stub == LongLast):
		return fmt.Errorf("last regular bound %v and a stub at the end, want one of them", s.LastRegular)
	}
	return nil
}

// roll returns the bounds from from through to, rolled from the one end or the
// other, with the odd period at the far end.
func (s Schedule) roll(from, to Date, back bool) ([]Date, error) {
	if from == to {
		return []Date{from}, nil
	}
	r, end, step := Recurrence{Anchor: from, Every: s.Every, EndOfMonth: s.EndOfMonth}, to, 1
	if back {
		r.Anchor, end, step = to, from, -1
	}
	var bounds []Date
	d := r.Anchor
	for k := step; d != 0 && d != end && (d < end) == (step > 0); k += step {
		if len(bounds) == maxBounds {
			return nil, fmt.Errorf("schedule from %v to %v every %v: more than %d bounds", s.From, s.To, s.Every, maxBounds)
		}
		bounds = append(bounds, d)
		d = r.At(k)
	}
	if d != end {
		if s.Stub == NoStub {
			return nil, fmt.Errorf("schedule from %v to %v every %v leaves a rest at %v, want a stub", s.From, s.To, s.Every, bounds[len(bounds)-1])
		}
		if long := s.Stub == LongFirst || s.Stub == LongLast; long && len(bounds) > 1 {
			bounds = bounds[:len(bounds)-1]
		}
	}
	bounds = append(bounds, end)
	if back {
		slices.Reverse(bounds)
	}
	return bounds, nil
}
