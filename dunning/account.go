package dunning

import (
	"cmp"
	"slices"

	"github.com/skuld-go/skuld/calendar"
)

// account is a debt on the way through its history.
type account struct {
	debt *Debt
	// late is the first day on which the debt is overdue if it is open then, inTime the
	// last on which paying it is in time.
	late, inTime calendar.Date
	// amount is what the debt counts for in sums of what fell due.
	open, amount int64
	overdue      bool
	// fell says that the debt fell into the present run.
	fell bool
}

// openAccounts puts the debts in the order of their due days.
func (c *course) openAccounts() {
	c.accounts = make([]account, len(c.h.Debts))
	for i := range c.h.Debts {
		d := &c.h.Debts[i]
		inTime := c.inTime(d.Due)
		c.accounts[i] = account{debt: d, inTime: inTime, late: inTime + 1, open: d.Amount.Minor(), amount: d.Amount.Minor()}
	}
	if c.sortedByDue() {
		return
	}
	numbers := make([]int, len(c.accounts))
	for i := range numbers {
		numbers[i] = i
	}
	slices.SortStableFunc(numbers, func(i, k int) int { return cmp.Compare(c.h.Debts[i].Due, c.h.Debts[k].Due) })
	accounts := make([]account, len(c.accounts))
	c.place = make([]int, len(c.accounts))
	for at, number := range numbers {
		accounts[at], c.place[number] = c.accounts[number], at
	}
	c.accounts = accounts
}

func (c *course) sortedByDue() bool {
	for i := 1; i < len(c.accounts); i++ {
		if c.accounts[i].debt.Due < c.accounts[i-1].debt.Due {
			return false
		}
	}
	return true
}

// at is the position of a debt in accounts, by its number from 1.
func (c *course) at(number int) int {
	if c.place == nil {
		return number - 1
	}
	return c.place[number-1]
}

// nextDay is the next day on which something happens, zero if nothing does.
func (c *course) nextDay(receipts []Receipt, r int, notices []int, n int) calendar.Date {
	var next calendar.Date
	earlier := func(d calendar.Date) {
		if next.IsZero() || d < next {
			next = d
		}
	}
	if c.nextLate < len(c.accounts) {
		earlier(c.lateDay(c.nextLate))
	}
	if r < len(receipts) {
		earlier(receipts[r].Date)
	}
	if n < len(c.h.Notices) {
		earlier(c.h.Notices[nth(notices, n)].Sent)
	}
	return next
}

// lateDay is the first day on which a debt is overdue.
func (c *course) lateDay(i int) calendar.Date {
	late := c.accounts[i].late
	if !c.accelerated.IsZero() {
		late = min(late, c.accelerated+1)
	}
	return late
}

// fallDue makes the debts late whose day has come.
func (c *course) fallDue(day calendar.Date) {
	for ; c.nextLate < len(c.accounts) && c.lateDay(c.nextLate) <= day; c.nextLate++ {
		a := &c.accounts[c.nextLate]
		if !c.accelerated.IsZero() && a.debt.Due > c.accelerated && a.debt.Principal.Sign() > 0 {
			a.amount = a.debt.Principal.Minor()
			a.open = max(0, a.open-(a.debt.Amount.Minor()-a.amount))
		}
		a.overdue = true
		c.overdue += a.open
		c.fall(a)
	}
	c.begin(day)
}

// fall counts a debt that is late and open into the present run.
func (c *course) fall(a *account) {
	if c.running && a.open > 0 && !a.fell {
		a.fell = true
		c.run.base += a.amount
	}
}

// receive settles debts by a receipt; what is more than open settles nothing.
func (c *course) receive(r Receipt) {
	left := r.Amount.Minor()
	if r.Debt > 0 {
		c.settle(c.at(r.Debt), left)
		return
	}
	for ; c.oldest < len(c.accounts); c.oldest++ {
		if left -= c.settle(c.oldest, left); c.accounts[c.oldest].open > 0 {
			return
		}
	}
}

// settle lowers what is open of a debt by at most an amount, and returns by how much.
func (c *course) settle(i int, minor int64) int64 {
	a := &c.accounts[i]
	minor = min(minor, a.open)
	a.open -= minor
	if a.overdue {
		c.overdue -= minor
	}
	if minor < 0 {
		c.grown = append(c.grown, i)
	}
	if a.open > 0 {
		c.oldest = min(c.oldest, i)
	}
	return minor
}

// daysPastDue of the oldest debt that is late, on the last day of the course.
func (c *course) daysPastDue() int {
	i := c.oldestLate()
	if i < 0 {
		return 0
	}
	return c.pastDue(&c.accounts[i])
}
