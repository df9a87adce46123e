package dunning

import (
	"cmp"
	"slices"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
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

// run is an unbroken period of arrears.
type run struct {
	since calendar.Date
	// end is the day on which it was cured, zero while it lasts.
	end calendar.Date
	// base is the sum of the debts that fell into it.
	base int64
	// reached holds, by level, the number of the latest notice that reached it, from 1;
	// top and latest hold the highest level and the latest notice of each track, from 1.
	reached [MaxLevels]int32
	top     [Tracks]int
	latest  [Tracks]int32
	// last is the latest letter of all tracks.
	last int32
	// firstLetter is the day of the first letter.
	firstLetter calendar.Date
	// paid lists the days of payments.
	paid []calendar.Date
	// findings about its letters.
	findings []ledger.Finding
}

// course works through a history day by day as far as it goes, in the order debts that
// become late, receipts, letters.
type course struct {
	clock
	h *History
	// day is the one that the course has come to, at the end the last that counts.
	day      calendar.Date
	accounts []account // by due day, then as in the history
	place    []int     // of each debt in accounts; nil where they are in the same order
	overdue  int64
	// grown lists the debts that grew on the day.
	grown []int
	// oldest is the first account that may still be open, nextLate the first that is not
	// late.
	oldest, nextLate int
	accelerated      calendar.Date
	// tolerated is what the cure of the run before left overdue, as far as it still is.
	tolerated    int64
	run          run
	running, had bool
	// previous is the last day of the run before the one in run.
	previous calendar.Date
	findings []ledger.Finding
}

// follow works through a history as far as a day.
func follow(p *Policy, h *History, through calendar.Date) *course {
	c := &course{clock: clock{p: p}, h: h}
	c.openAccounts()
	receipts := sorted(h.Receipts, func(r Receipt) calendar.Date { return r.Date })
	notices := order(h.Notices)
	r, n := 0, 0
	for {
		day := c.nextDay(receipts, r, notices, n)
		if day.IsZero() || day > through {
			break
		}
		c.day = day
		c.fallDue(day)
		first := r
		for ; r < len(receipts) && receipts[r].Date == day; r++ {
			c.receive(receipts[r])
		}
		c.turn(day, receipts[first:r])
		for ; n < len(notices) && h.Notices[notices[n]].Sent == day; n++ {
			c.letter(notices[n])
		}
	}
	c.day = through
	return c
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

// sorted is a list by day, in place where it is so already.
func sorted[T any](list []T, day func(T) calendar.Date) []T {
	byDay := func(a, b T) int { return cmp.Compare(day(a), day(b)) }
	if !slices.IsSortedFunc(list, byDay) {
		list = slices.Clone(list)
		slices.SortStableFunc(list, byDay)
	}
	return list
}

// order lists the positions of notices by the day on which they were sent.
func order(notices []ledger.Notice) []int {
	at := make([]int, len(notices))
	for i := range at {
		at[i] = i
	}
	slices.SortStableFunc(at, func(i, k int) int { return cmp.Compare(notices[i].Sent, notices[k].Sent) })
	return at
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
	if n < len(notices) {
		earlier(c.h.Notices[notices[n]].Sent)
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

// turn begins or ends a run after the receipts of a day.
func (c *course) turn(day calendar.Date, receipts []Receipt) {
	c.begin(day)
	for _, i := range c.grown {
		if a := &c.accounts[i]; a.overdue {
			c.fall(a)
		}
	}
	c.grown = c.grown[:0]
	c.tolerated = min(c.tolerated, c.overdue)
	settles := slices.ContainsFunc(receipts, func(r Receipt) bool { return r.Amount.Sign() > 0 })
	if !c.running || !settles {
		return
	}
	if slices.ContainsFunc(receipts, func(r Receipt) bool { return !r.Credit && r.Amount.Sign() > 0 }) {
		c.run.paid = append(c.run.paid, day)
	}
	if c.cured() {
		c.running, c.run.end, c.tolerated = false, day, c.overdue
	}
}

// begin opens a run where more is overdue than may be.
func (c *course) begin(day calendar.Date) {
	if c.running || c.overdue <= max(c.p.Cure.Amount.Minor(), c.tolerated) {
		return
	}
	if c.had {
		c.previous = c.run.end
	}
	c.running, c.had = true, true
	c.run = run{since: day}
	for i := range c.accounts[:c.nextLate] {
		c.accounts[i].fell = false
		c.fall(&c.accounts[i])
	}
}

// cured reports whether little enough is overdue.
func (c *course) cured() bool {
	t := c.p.Cure
	if t == (Threshold{}) {
		return c.overdue == 0
	}
	return c.overdue == 0 ||
		(t.Amount.IsZero() || c.overdue <= t.Amount.Minor()) && (t.Percent == 0 || atMost(c.overdue, t.Percent, c.run.base))
}

// daysPastDue of the oldest debt that is late, on the last day of the course.
func (c *course) daysPastDue() int {
	i := c.oldestLate()
	if i < 0 {
		return 0
	}
	return c.pastDue(&c.accounts[i])
}

// money is an amount in the currency of the history.
func (c *course) money(minor int64) money.Amount { return money.FromMinor(minor, c.h.Currency) }
