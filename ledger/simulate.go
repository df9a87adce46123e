package ledger

import (
	"fmt"
	"slices"

	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/money"
)

// Planned is a payment to come, with the fees that are raised on its day before it.
type Planned struct {
	ID   string
	Date calendar.Date
	Fees []Fee
}

// Decide says what a planned payment pays: nothing, or less than that, is no payment.
// It gets the number of the payment, from 0; everything that is open on its day,
// interest through that day included (through the day before for claims whose payment
// day is free); and all fees that were charged until then, paid or not.
type Decide func(i int, open Totals, charged money.Amount) (money.Amount, error)

// Simulate folds a case as [Fold] does, with planned payments after those of the case.
// What each of them pays is decided when its turn in the fold has come, so that it may
// depend on what is open then. The plan directs them: no hold keeps them back. Fees need amounts of their own; they bear nothing. The
// planned payments must be in the order of their dates, and all ids new to the case.
// Errors are those of Fold and of decide.
func Simulate(c Case, r Resolved, at At, planned []Planned, decide Decide) (*Book, error) {
	c.Fees, c.Payments = slices.Clone(c.Fees), slices.Clone(c.Payments)
	r.Fees = slices.Clone(r.Fees)
	for len(r.Fees) < len(c.Fees) {
		r.Fees = append(r.Fees, FeeTerms{})
	}
	first := len(c.Payments)
	for i, p := range planned {
		if i > 0 && p.Date < planned[i-1].Date {
			return nil, fmt.Errorf("planned payment %s on %s comes after one on %s, want them in order", p.ID, p.Date, planned[i-1].Date)
		}
		for _, f := range p.Fees {
			f.Date = p.Date
			c.Fees, r.Fees = append(c.Fees, f), append(r.Fees, FeeTerms{})
		}
		c.Payments = append(c.Payments, Payment{ID: p.ID, Date: p.Date, Amount: money.FromMinor(0, c.Currency)})
	}
	return workThrough(c, r, at, &Book{decide: decide, planned: first})
}

// plan lets a planned payment be decided, and reports whether there is one.
func (b *Book) plan(position int) (bool, error) {
	if b.decide == nil || position < b.planned {
		return true, nil
	}
	open, err := b.openTotals(b.c.Payments[position].Date)
	if err != nil {
		return false, err
	}
	var charged int64
	for _, it := range b.items {
		if it.fee != nil && it.raised {
			charged += it.open[allocation.Fee] + it.paid[allocation.Fee]
		}
	}
	pays, err := b.decide(position-b.planned, open, b.money(charged))
	b.c.Payments[position].Amount = pays
	return pays.Sign() > 0, err
}

// openTotals is what a payment of a day finds open.
func (b *Book) openTotals(day calendar.Date) (Totals, error) {
	if err := b.bookThrough(func(a *accrual) calendar.Date { return a.lastFor(day) }); err != nil {
		return Totals{}, err
	}
	items, _, err := b.openOn(day, false)
	if err != nil {
		return Totals{}, err
	}
	var open allocation.Balances
	for _, it := range items {
		for c, minor := range it.Open {
			open[c] += minor
		}
	}
	return totalsOf(open, b.c.Currency), nil
}
