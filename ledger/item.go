package ledger

import (
	"fmt"

	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/money"
)

// item is a claim or a fee with its running balances, in minor units.
type item struct {
	claim *Claim // nil for a fee
	fee   *Fee
	path  string // JSON Pointer of the fact
	terms ClaimTerms
	// raised says that the fact has taken effect.
	raised  bool
	account *interest.Account // nil where the item bears nothing
	// open holds fee, capitalized and principal; interest is worked out when asked.
	open, paid allocation.Balances
	// compounded is the unpaid interest that joined the bearing balance on
	// anniversaries; it stays interest in all accounts.
	compounded int64
	// vat is what remains of the VAT memo.
	vat int64
}

func (it *item) id() string {
	if it.fee != nil {
		return it.fee.ID
	}
	return it.claim.ID
}

// lastFor is the last day whose interest is due when a payment of the given day
// acts.
func (it *item) lastFor(day calendar.Date) calendar.Date {
	if it.terms.PaymentDay == Free {
		return day - 1
	}
	return day
}

// due is the interest open at the end of the given day: the rounded accrual less
// what was paid, never below 0, since a negative accrual is carried against
// later interest.
func (it *item) due(last calendar.Date) (int64, error) {
	if it.account == nil {
		return 0, nil
	}
	rounded, err := it.account.Rounded(last)
	if err != nil {
		return 0, it.problem(err)
	}
	return max(0, rounded.Minor()-it.paid[it.terms.Component]), nil
}

// balances is what is open when a payment of the given day acts.
func (it *item) balances(day calendar.Date) (allocation.Balances, error) {
	open := it.open
	if it.account == nil {
		return open, nil
	}
	due, err := it.due(it.lastFor(day))
	open[it.terms.Component] = due
	return open, err
}

// settle books a line of a payment of the given day.
func (it *item) settle(c allocation.Component, minor int64, day calendar.Date) (vat int64, err error) {
	it.paid[c] += minor
	switch c {
	case allocation.ContractInterest, allocation.DefaultInterest:
		// The oldest interest is paid first, and what was compounded is the oldest.
		it.compounded -= min(minor, it.compounded)
	case allocation.Principal:
		it.open[c] -= minor
		vat = it.reduceVAT()
	default:
		it.open[c] -= minor
	}
	if it.account == nil {
		return vat, nil
	}
	return vat, it.rebase(it.lastFor(day) + 1)
}

// bearing is the balance that bears interest.
func (it *item) bearing() int64 {
	return it.open[allocation.Principal] + it.open[allocation.Capitalized] + it.compounded
}

// rebase makes the present bearing balance count from a day on, inclusive.
func (it *item) rebase(from calendar.Date) error {
	if err := it.account.SetPrincipal(from, money.FromMinor(it.bearing(), it.claim.Principal.Currency())); err != nil {
		return it.problem(err)
	}
	return nil
}

// compound lets the unpaid interest through the eve of an anniversary join the
// bearing balance from that day on.
func (it *item) compound(anniversary calendar.Date) error {
	if it.account == nil {
		return nil
	}
	due, err := it.due(anniversary - 1)
	if err != nil || due <= 0 {
		return err
	}
	it.compounded = due
	return it.rebase(anniversary)
}

// reduceVAT keeps the VAT memo in proportion to the remaining principal, rounded
// half up, so that the last cent of principal clears it; it returns by how much
// the memo fell.
func (it *item) reduceVAT() int64 {
	if it.vat == 0 {
		return 0
	}
	rest, err := money.ExactOf(it.claim.VAT).Times(it.open[allocation.Principal], it.claim.Principal.Minor()).Round(money.HalfUp)
	if err != nil {
		// The memo is at most the principal, so the quotient is in bounds.
		panic(fmt.Sprintf("ledger: vat of %s: %v", it.claim.ID, err))
	}
	fell := it.vat - rest.Minor()
	it.vat = rest.Minor()
	return fell
}

// rate is the rate on a day, whether or not the claim bears on it.
func (it *item) rate(day calendar.Date) (interest.Step, error) {
	if !it.terms.Bears {
		return interest.Step{}, nil
	}
	return it.terms.Terms.Rate.At(day)
}

// view is the item as the allocation sees it on a payment day.
func (it *item) view(day calendar.Date, rates bool) (allocation.Item, error) {
	open, err := it.balances(day)
	if err != nil {
		return allocation.Item{}, err
	}
	if it.fee != nil {
		return allocation.Item{ID: it.fee.ID, Fee: true, Code: it.fee.Code, Due: it.fee.Date, Open: open}, nil
	}
	v := allocation.Item{ID: it.claim.ID, Group: it.claim.Group, Due: it.claim.DueDate(), Open: open}
	if rates {
		step, err := it.rate(day)
		v.Rate, v.RateUnknown = int64(step.Rate), err != nil
	}
	return v, nil
}

// problem puts an error at the interest of the claim.
func (it *item) problem(err error) error {
	return &Problem{Path: it.path + "/interest", Message: err.Error(), Cause: err}
}
