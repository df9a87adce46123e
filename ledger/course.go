package ledger

import (
	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/money"
)

// Movement is a change of what is open of a claim, principal and capitalized interest
// together, at the end of Date.
type Movement struct {
	Date calendar.Date
	// Claim is its position in the case.
	Claim int
	// Amount by which what is open fell; below zero where it grew.
	Amount money.Amount
	// Paid says that money of the debtor's did it, and not a credit, a write-off or the
	// like.
	Paid bool
}

// FoldCourse is [Fold], and lists how what is open of each claim changed on the way, in
// the order of the fold. A claim begins with its principal, or with that of its opening.
func FoldCourse(c Case, r Resolved, at At) (*Book, []Movement, error) {
	w := &watch{open: make([]int64, len(c.Claims)), paid: make([]int64, len(c.Claims))}
	for i, cl := range c.Claims {
		w.open[i] = cl.Principal.Minor()
		if cl.Opening != nil {
			w.open[i] = cl.Opening.Principal.Minor()
		}
	}
	b, err := workThrough(c, r, at, &Book{watch: w})
	return b, w.moves, err
}

// watch notes what the fold does to claims.
type watch struct {
	// open and paid are what the events so far left.
	open, paid []int64
	moves      []Movement
}

// note compares what is open after an event with what was before it.
func (w *watch) note(b *Book, e event) {
	if w == nil {
		return
	}
	for i := range b.c.Claims {
		it := b.items[i]
		if !it.raised || it.isCredit() {
			continue
		}
		open := it.open[allocation.Principal] + it.open[allocation.Capitalized]
		paid := it.paid[allocation.Principal] + it.paid[allocation.Capitalized]
		if open == w.open[i] {
			continue
		}
		// A credit note settles claims in the way of a payment, when it is raised.
		credit := e.class == claimRaised && b.items[e.position].isCredit()
		w.moves = append(w.moves, Movement{Date: e.date, Claim: i, Amount: b.money(w.open[i] - open), Paid: paid > w.paid[i] && !credit})
		w.open[i], w.paid[i] = open, paid
	}
}
