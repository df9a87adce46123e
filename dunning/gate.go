package dunning

import (
	"fmt"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/interest"
)

// against says what keeps a gate shut as the course stands, "" where it is open.
func (c *course) against(g *Gate) string {
	missed, consecutive := c.missed()
	switch {
	case consecutive < g.Consecutive:
		return fmt.Sprintf("%d consecutive installments are in arrears, %d are needed", consecutive, g.Consecutive)
	case missed < g.Missed:
		return fmt.Sprintf("%d installments are in arrears, %d are needed", missed, g.Missed)
	case g.Days > 0 && c.daysPastDue() < g.Days:
		return fmt.Sprintf("the oldest is %s past due, %d are needed", days(c.daysPastDue()), g.Days)
	}
	p, base, of := c.share(g)
	if p == 0 || atLeast(c.overdue, p, base) {
		return ""
	}
	return fmt.Sprintf("%s is overdue, %s %% of %s of %s is needed", c.money(c.overdue), p, of, c.money(base))
}

// share is the part of a base that has to be overdue, zero where none has to.
func (c *course) share(g *Gate) (p interest.Percent, base int64, of string) {
	l := c.h.Loan
	if l != nil && l.Secured && g.Secured != 0 {
		return g.Secured, l.Nominal.Minor(), "the nominal amount"
	}
	for _, s := range g.Shares {
		switch {
		case l == nil:
			return s.Percent, c.run.base, "what fell due"
		case s.Months == 0 || l.Months <= s.Months:
			return s.Percent, l.Nominal.Minor(), "the nominal amount"
		}
	}
	return 0, 0, ""
}

// missed counts the debts that are late and open, and the most of them that follow each
// other.
func (c *course) missed() (count, consecutive int) {
	in := 0
	for i := range c.accounts[:c.nextLate] {
		if c.accounts[i].open == 0 {
			in = 0
			continue
		}
		count++
		in++
		consecutive = max(consecutive, in)
	}
	return count, consecutive
}

// oldestLate is the position of the oldest debt that is late and open, -1 for none.
func (c *course) oldestLate() int {
	if i := c.firstOpen(); i < c.nextLate {
		return i
	}
	return -1
}

// dueOf is the day on which a debt fell due: its own, or that of the letter that made the
// whole loan due.
func (c *course) dueOf(a *account) calendar.Date {
	if !c.accelerated.IsZero() && a.overdue {
		return min(a.debt.Due, c.accelerated)
	}
	return a.debt.Due
}

// pastDue is how many days a debt is past due on the last day of the course.
func (c *course) pastDue(a *account) int { return max(0, int(c.day-c.dueOf(a))) }
