package dunning

import (
	"fmt"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/ledger"
)

// clock counts days by a policy and keeps the first error of its calendars, so that
// rules read as sums.
type clock struct {
	p   *Policy
	err error
}

// plus is a day moved by a number of days, business days if so.
func (c *clock) plus(d calendar.Date, n int, business bool) calendar.Date {
	switch {
	case n == 0 || d.IsZero():
		return d
	case !business:
		return d.AddDays(n)
	}
	return c.keep(d)(c.p.Calendar.AddBusinessDays(d, n))
}

// roll is the day itself or the next business day.
func (c *clock) roll(d calendar.Date) calendar.Date {
	if d.IsZero() {
		return d
	}
	return c.keep(d)(c.p.Calendar.Adjust(d, calendar.Following))
}

// keep takes a day from a calendar; where that does not know it, the day stays and the
// error is kept.
func (c *clock) keep(d calendar.Date) func(calendar.Date, error) calendar.Date {
	return func(moved calendar.Date, err error) calendar.Date {
		if err == nil {
			return moved
		}
		if c.err == nil {
			c.err = &ledger.Problem{Path: "/policy/calendar", Message: err.Error(), Cause: err}
		}
		return d
	}
}

// inTime is the last day on which paying a debt is in time.
func (c *clock) inTime(due calendar.Date) calendar.Date {
	g := c.p.Grace
	if g.Roll {
		due = c.roll(due)
	}
	return c.plus(due, g.Days, g.Business)
}

// deadline is the last day of the term that a letter of a level gives; delivered is
// zero where that day is not known.
func (c *clock) deadline(t Term, sent, delivered calendar.Date) calendar.Date {
	from := sent
	if t.Delivered {
		if from = delivered; from.IsZero() {
			from = sent.AddDays(c.p.Delivery)
		}
	}
	last := c.plus(from, t.Days, t.Business)
	if t.Roll {
		last = c.roll(last)
	}
	return last
}

// days says a number of days in words.
func days(n int) string {
	if n == 1 {
		return "1 day"
	}
	return fmt.Sprintf("%d days", n)
}
