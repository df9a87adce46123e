package dunning

import (
	"cmp"
	"slices"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
)

// run is an unbroken period of arrears.
type run struct {
	since calendar.Date
	// end is the day on which it was cured, zero while it lasts.
	end calendar.Date
	// base is the sum of the debts that fell into it.
	base int64
	letters
	// firstLetter is the day of the first letter.
	firstLetter calendar.Date
	// paid lists the days of payments.
	paid []calendar.Date
	// findings about its letters.
	findings []ledger.Finding
}

// letters are those of a run that count.
type letters struct {
	// reached holds, by level, the number of the latest notice that reached it, from 1;
	// covers how many debts had become late by then, sums what was overdue.
	reached, covers [MaxLevels]int32
	sums            [MaxLevels]int64
	// top and latest hold the highest level and the latest notice of each track, last the
	// latest of all tracks, from 1.
	top    [Tracks]int
	latest [Tracks]int32
	last   int32
	// whole says that a letter made the whole debt due.
	whole bool
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
		for ; n < len(h.Notices) && h.Notices[nth(notices, n)].Sent == day; n++ {
			c.letter(nth(notices, n))
		}
	}
	c.day = through
	return c
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

// order lists the positions of notices by the day on which they were sent, nil where they
// are in that order already.
func order(notices []ledger.Notice) []int {
	bySent := func(a, b ledger.Notice) int { return cmp.Compare(a.Sent, b.Sent) }
	if slices.IsSortedFunc(notices, bySent) {
		return nil
	}
	at := make([]int, len(notices))
	for i := range at {
		at[i] = i
	}
	slices.SortStableFunc(at, func(i, k int) int { return bySent(notices[i], notices[k]) })
	return at
}

// nth is the position of a notice in that order.
func nth(order []int, n int) int {
	if order == nil {
		return n
	}
	return order[n]
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
		if c.run.paid == nil {
			c.run.paid = make([]calendar.Date, 0, min(len(c.h.Receipts), 64))
		}
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

// money is an amount in the currency of the history.
func (c *course) money(minor int64) money.Amount { return money.FromMinor(minor, c.h.Currency) }
