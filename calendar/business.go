package calendar

import (
	"errors"
	"fmt"
	"math/bits"
	"time"
)

// ErrOutOfRange says that a calendar was asked about a day it does not cover.
// The error that wraps it names the day and the covered range.
var ErrOutOfRange = errors.New("day outside the business calendar")

// Calendar tells business days from others over a covered range. It is
// immutable and may be shared by goroutines. The zero value covers no day.
//
// A business day is one on which payments are made and time limits end: no
// weekend, no public holiday, no day that the law puts on a level with them.
// Asked about a day outside its range a calendar answers with [ErrOutOfRange]
// and never guesses.
type Calendar struct {
	code    string
	covered Period
	days    uint32   // length of covered
	open    []uint64 // one bit per day from covered.From, set on business days
	before  []uint32 // business days before each word of open
	total   int      // business days in all
}

// Definition is what a calendar of one's own consists of.
type Definition struct {
	// Code names the calendar in errors and files, 1 to 40 characters.
	Code string
	// Covered is the range of days for which the holidays are complete.
	Covered Period
	// Weekend lists the weekdays that are never business days. Empty means that
	// every weekday can be one.
	Weekend []time.Weekday
	// Holidays lists the other days that are no business days, in any order. A
	// day in the weekend or named twice does no harm; one outside Covered is an
	// error.
	Holidays []Date
}

// New returns the calendar that def describes. All problems of def are reported
// together.
func New(def Definition) (*Calendar, error) {
	if err := def.check(); err != nil {
		return nil, err
	}
	c := &Calendar{code: def.Code, covered: def.Covered, days: uint32(def.Covered.Len())}
	c.open = make([]uint64, (c.covered.Len()+63)/64)
	for i := range c.open {
		c.open[i] = ^uint64(0)
	}
	c.open[len(c.open)-1] >>= 63 - uint(c.covered.Len()-1)%64
	for _, w := range def.Weekend {
		days := int(w-c.covered.From.Weekday()+7) % 7
		for d := c.covered.From + Date(days); d < c.covered.To; d += 7 {
			c.close(d)
		}
	}
	for _, d := range def.Holidays {
		c.close(d)
	}
	c.before = make([]uint32, len(c.open))
	for i, word := range c.open {
		c.before[i] = uint32(c.total)
		c.total += bits.OnesCount64(word)
	}
	return c, nil
}

func (def Definition) check() error {
	var errs []error
	if n := len(def.Code); n < 1 || n > 40 {
		errs = append(errs, fmt.Errorf("calendar code %.50q has %d characters, want 1 to 40", def.Code, n))
	}
	if def.Covered.IsEmpty() || !def.Covered.First().Valid() || !def.Covered.Last().Valid() {
		errs = append(errs, fmt.Errorf("calendar %.40q covers %v, want a range of dates", def.Code, def.Covered))
		return errors.Join(errs...)
	}
	for _, w := range def.Weekend {
		if w < time.Sunday || w > time.Saturday {
			errs = append(errs, fmt.Errorf("weekend day %d is not a weekday, want 0 for Sunday to 6", int(w)))
		}
	}
	for _, d := range def.Holidays {
		if !def.Covered.Contains(d) {
			errs = append(errs, fmt.Errorf("holiday %v is outside the range covered, want a day of %v", d, def.Covered))
		}
	}
	return errors.Join(errs...)
}

// close marks a covered day as no business day.
func (c *Calendar) close(d Date) {
	i := d - c.covered.From
	c.open[i/64] &^= 1 << (i % 64)
}

// Code returns the name of the calendar, "SE" for [SE].
func (c *Calendar) Code() string { return c.code }

// Covered returns the range of days the calendar knows.
func (c *Calendar) Covered() Period { return c.covered }

// IsBusinessDay reports whether d is a business day. The error is
// [ErrOutOfRange].
func (c *Calendar) IsBusinessDay(d Date) (bool, error) {
	if i := uint32(d - c.covered.From); i < c.days {
		return c.open[i/64]>>(i%64)&1 != 0, nil
	}
	return false, &rangeError{c, d}
}

// BusinessDays returns how many days of p are business days, 0 for a period
// without days. The error is [ErrOutOfRange], for any day of p.
func (c *Calendar) BusinessDays(p Period) (int, error) {
	switch {
	case p.IsEmpty():
		return 0, nil
	case !c.covered.Contains(p.First()):
		return 0, &rangeError{c, p.First()}
	case !c.covered.Contains(p.Last()):
		return 0, &rangeError{c, p.Last()}
	}
	return c.rank(p.To) - c.rank(p.From), nil
}

// AddBusinessDays returns the n-th business day after d, or before d for a
// negative n; d itself need not be one. For n = 0 it is d, unchanged even where
// d is no business day (see Adjust). The error is [ErrOutOfRange], for d or for
// the day to be found.
func (c *Calendar) AddBusinessDays(d Date, n int) (Date, error) {
	if !c.covered.Contains(d) {
		return 0, &rangeError{c, d}
	}
	k := 0
	switch {
	case n == 0:
		return d, nil
	case n > c.total || n < -c.total:
		k = 0
	case n > 0:
		k = c.rank(d+1) + n
	default:
		k = c.rank(d) + n + 1
	}
	if k < 1 || k > c.total {
		return 0, fmt.Errorf("%d business days from %v: calendar %s covers %v: %w", n, d, c.code, c.covered, ErrOutOfRange)
	}
	return c.nth(k), nil
}

// rank counts the business days before d, which is in the range or the day
// after it.
func (c *Calendar) rank(d Date) int {
	i := uint32(d - c.covered.From)
	w := int(i / 64)
	if w == len(c.open) {
		return c.total
	}
	return int(c.before[w]) + bits.OnesCount64(c.open[w]&(1<<(i%64)-1))
}

// nth returns the k-th business day of the range, 1 <= k <= total.
func (c *Calendar) nth(k int) Date {
	// Business days are spread evenly enough for the proportional word to be
	// right or next to it.
	w := int(uint64(k-1) * uint64(len(c.open)) / uint64(c.total))
	for w+1 < len(c.open) && int(c.before[w+1]) < k {
		w++
	}
	for int(c.before[w]) >= k {
		w--
	}
	return c.covered.From + Date(64*w+nthBit(c.open[w], k-int(c.before[w])))
}

// nthBit returns the position of the k-th set bit of word, counted from 1.
func nthBit(word uint64, k int) int {
	pos := 0
	for width := 32; width >= 8; width /= 2 {
		if n := bits.OnesCount64(word & (1<<width - 1)); n < k {
			k -= n
			word >>= width
			pos += width
		}
	}
	for ; k > 1; k-- {
		word &= word - 1
	}
	return pos + bits.TrailingZeros64(word)
}

// rangeError names the day and the calendar that does not know it. Its text is
// made when it is read, which keeps IsBusinessDay small enough to be inlined.
type rangeError struct {
	calendar *Calendar
	day      Date
}

func (e *rangeError) Error() string {
	return fmt.Sprintf("%v: calendar %s covers %v: %v", e.day, e.calendar.code, e.calendar.covered, ErrOutOfRange)
}

func (e *rangeError) Unwrap() error { return ErrOutOfRange }
