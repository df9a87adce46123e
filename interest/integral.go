package interest

import (
	"errors"
	"fmt"

	"github.com/skuld-go/skuld/calendar"
)

// Integral is the running integral of a rate: for every day the sum of rate × parts
// of a year over all days before it. The interest of a balance over any run of days is
// then one multiplication, however many rate changes lie between:
//
//	balance × (At(to) − At(from)), over the denominator of the year
//
// That is exact, so it equals the sum over all segments to the last bit. It needs a
// day count that adds up, and it shows no segments; [Walk] has those.
//
// The days are held in tables that any number of integrals share; a margin that a
// contract adds to a published rate is a factor of its own, so that all claims on one
// series share one table, whatever their margins. An Integral is a small immutable
// value, safe for concurrent use; the zero value is no integral.
type Integral struct {
	of     *running
	margin int64 // millionths of a per cent, on top of the table
}

// running is what integrals share.
type running struct {
	known calendar.Period // the days in the tables
	year  Year
	// rates holds the integral at the start of every known day and at their end; nil for
	// a rate of 0.
	rates []int64
	// parts holds the same of the rate 1; nil where every day is one part.
	parts []int64
	// low and high are the bounds of the rate.
	low, high Percent
}

// ErrNoIntegral marks rates and day counts that a running integral cannot hold: counts
// that do not add up, days that are not known, rates beyond 1000 %.
var ErrNoIntegral = errors.New("no running integral")

// maxDays bounds the days of an integral, by the proof at [Tally]: 301 years.
const maxDays = 301 * 366

// Integral is the running integral of the timeline by a day count. It knows the days
// of [Timeline.Period]. Errors wrap [ErrNoIntegral].
func (t *Timeline) Integral(dc calendar.DayCount) (Integral, error) {
	switch {
	case !summable(dc):
		return Integral{}, fmt.Errorf("%w: %s does not add up", ErrNoIntegral, dc)
	case t.gap != nil || t.period.IsEmpty():
		return Integral{}, fmt.Errorf("%w: %s is not known whole", ErrNoIntegral, t.asked)
	}
	parts, err := runningParts(dc, t.period)
	if err != nil {
		return Integral{}, err
	}
	r, err := t.running(dc, parts)
	return Integral{of: r}, err
}

// summable reports whether a day count adds up whatever day an accrual began on.
func summable(dc calendar.DayCount) bool { return YearOf(dc) != 0 && dc.Additive() }

// runningParts is the running integral of the rate 1, nil where every day is one part.
func runningParts(dc calendar.DayCount, p calendar.Period) ([]int64, error) {
	if p.Len() > maxDays || p.From < 2 {
		return nil, fmt.Errorf("%w: %s, want at most %d days", ErrNoIntegral, p, maxDays)
	}
	if actual(dc) {
		return nil, nil
	}
	count, err := newCounter(dc, p.From)
	if err != nil {
		return nil, err
	}
	sums := make([]int64, p.Len()+1)
	for i := range p.Len() {
		d := p.From + calendar.Date(i)
		f, err := count.fraction(calendar.Days(d, d))
		if err != nil {
			return nil, err
		}
		sums[i+1] = sums[i] + f.Num*(YearOf(dc).Parts()/f.Den)
	}
	return sums, nil
}

// running sums the steps of the timeline day by day.
func (t *Timeline) running(dc calendar.DayCount, parts []int64) (*running, error) {
	r := &running{known: t.period, year: YearOf(dc), parts: parts, low: MaxPercent, high: -MaxPercent}
	r.rates = make([]int64, t.period.Len()+1)
	for _, s := range t.steps {
		r.low, r.high = min(r.low, s.Rate), max(r.high, s.Rate)
		for d := s.Period.From; d < s.Period.To; d++ {
			i := d - t.period.From
			r.rates[i+1] = r.rates[i] + int64(s.Rate)*r.part(i)
		}
	}
	if r.low < -MaxPercent || r.high > MaxPercent {
		return nil, fmt.Errorf("%w: %s %% to %s %%, want within 1000 %%", ErrNoIntegral, r.low, r.high)
	}
	return r, nil
}

// agree moves the integrals so that they are those of older tables, all of whose days
// these know: what was taken from them stays right beside what is taken from these.
func (r *running) agree(old *running) {
	at := old.known.From - r.known.From
	for _, sums := range [...]struct{ of, old []int64 }{{r.rates, old.rates}, {r.parts, old.parts}} {
		if sums.of == nil {
			continue
		}
		move := sums.old[0] - sums.of[at]
		for i := range sums.of {
			sums.of[i] += move
		}
	}
}

// part is what the i-th known day is of the year.
func (r *running) part(i calendar.Date) int64 {
	if r.parts == nil {
		return 1
	}
	return r.parts[i+1] - r.parts[i]
}

// Plus is the integral with a margin added to the rate of every day; it shares the
// tables. The margin must keep every rate within 1000 %.
func (in Integral) Plus(margin Percent) Integral {
	in.margin += int64(margin)
	return in
}

// Known is the period of the days that the integral can tell apart, half-open.
func (in Integral) Known() calendar.Period { return in.of.known }

// Year is the number of parts into which days are counted.
func (in Integral) Year() Year { return in.of.year }

// At is the integral at the start of a day: of a known day or of the day after the last
// one. Only the difference of two days has a meaning. It panics for other days.
func (in Integral) At(day calendar.Date) int64 {
	r := in.of
	var sum int64
	if r.parts == nil {
		sum = in.margin * int64(day)
	} else {
		sum = in.margin * r.parts[day-r.known.From]
	}
	if r.rates != nil {
		sum += r.rates[day-r.known.From]
	}
	return sum
}

// Over is the weight of a run of days: the integral over them. It panics for days that
// are not known.
func (in Integral) Over(p calendar.Period) int64 { return in.At(p.To) - in.At(p.From) }
