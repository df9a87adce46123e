package interest

import (
	"fmt"

	"github.com/skuld-go/skuld/calendar"
)

// Course is what one balance bears, compiled for totals: by a running integral where
// there is one, else by a walk. It is immutable; a [Meter] works balances out over it.
type Course struct {
	of     *running // nil where only the walk will do
	walk   *Walk
	margin Percent
	// first is where counts begin that look at both ends of a period, days are the
	// bearing days.
	first    calendar.Date
	days     calendar.Period
	rounding Rounding
	count    calendar.DayCount
	// large says that rates or days are beyond the proof at [Tally].
	large bool
}

// NewCourse compiles a timeline as [NewAccount] takes it: first is the first bearing
// day, inclusive, and the errors are the same.
func NewCourse(line *Timeline, dc calendar.DayCount, first calendar.Date, r Rounding) (Course, error) {
	if line == nil {
		return Course{}, ErrNoRate
	}
	if _, err := newCounter(dc, first); err != nil {
		return Course{}, err
	}
	if r.Place.String() == "" {
		return Course{}, ErrNoPlace
	}
	walk, err := line.Walk(dc)
	if err != nil {
		return Course{}, err
	}
	c := Course{walk: walk, first: first, days: line.asked, rounding: r, count: dc}
	c.large = !walk.within()
	return c, nil
}

// WithIntegral is the course with the running integral of a rate in place of the walk.
// The integral must be of the rate and the day count of the course. It is no use, and
// left away, where segments are rounded, or where it does not know all bearing days.
func (c Course) WithIntegral(in Integral) Course {
	known := in.Known()
	if c.rounding.Place == PlaceClaim && !c.large && known.From <= c.days.From && c.days.To <= known.To && in.margin == int64(c.margin) {
		c.of = in.of
	}
	return c
}

// Walked is the course without its running integral. The figures are the same; it is
// there to be compared.
func (c Course) Walked() Course {
	c.of = nil
	return c
}

// Large is the course worked out in numbers of any size. The figures are the same.
func (c Course) Large() Course {
	c.of, c.large = nil, true
	return c
}

// Integral is the running integral of the course, and whether it has one.
func (c *Course) Integral() (Integral, bool) { return Integral{c.of, int64(c.margin)}, c.of != nil }

// Days are the bearing days, half-open.
func (c *Course) Days() calendar.Period { return c.days }

// Rounding is where and how the interest is rounded.
func (c *Course) Rounding() Rounding { return c.rounding }

// Whole reports whether the rates of all bearing days are known, so that no question
// about them can fail.
func (c *Course) Whole() bool { return c.of != nil || c.days.To <= c.walk.known.To }

// cuts reports whether it matters where segments are cut.
func (c *Course) cuts() bool {
	return c.rounding.Place != PlaceClaim || c.count == calendar.ActActAFB || c.count == calendar.Act365Actual
}

// Sums reports whether [Course.At] has the interest of any run of days: not where the
// places of cuts matter, nor for day counts that do not add up, nor beyond the bounds of
// [Tally].
func (c *Course) Sums() bool { return c.of != nil || c.walk.even && !c.cuts() }

// At is the running integral at the start of a bearing day, or of the day after the last
// one; it panics where the rates of the days before it are not known ([Course.Whole]): the interest of a balance over days is balance × (At of
// the day after them − At of the first), over the denominator of the year ([Tally]). The
// course must sum.
func (c *Course) At(day calendar.Date) int64 {
	if c.of != nil {
		return Integral{c.of, int64(c.margin)}.At(day)
	}
	return c.walk.at(day, int64(c.margin))
}

// Year is the number of parts into which days are counted.
func (c *Course) Year() Year {
	if c.of != nil {
		return c.of.year
	}
	return c.walk.year
}

// piece is a segment in parts of the year, and its days over the days of its year.
func (c *Course) piece(l *leg, from, to calendar.Date) (parts int64, f calendar.Fraction, err error) {
	if l.parts > 0 {
		days := int64(to - from)
		return days * l.parts, calendar.Fraction{Num: days, Den: c.walk.year.Parts() / l.parts}, nil
	}
	count := counter{convention: c.count, origin: c.first - 1}
	f, err = count.fraction(calendar.Period{From: from, To: to})
	if err != nil {
		return 0, f, err
	}
	return f.Num * (c.walk.year.Parts() / f.Den), f, nil
}

// unknown says that a day is not known; a timeline that knows less than was asked for
// has the reason.
func (c *Course) unknown() error {
	if c.walk.gap != nil {
		return c.walk.gap
	}
	return fmt.Errorf("%w: the rate is known through %s", ErrNoRate, c.walk.known.Last())
}

// inBounds reports whether a balance is within the proof at [Tally].
func inBounds(principal int64) bool { return principal <= maxBalance && principal >= -maxBalance }
