package ledger

import (
	"fmt"

	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/fee"
	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/money"
)

// item is a claim or a fee with its running balances, in minor units.
type item struct {
	claim    *Claim // nil for a fee
	fee      *Fee
	currency money.Currency
	path     string // JSON Pointer of the fact
	// bears holds the kinds of interest that a claim bears, that of its interest
	// terms before that of its contract.
	bears []*accrual
	// raised says that the fact has taken effect; noted, that an unknown rate of it
	// has been found.
	// barred says that a hold keeps a fee from being raised.
	raised, noted, barred bool
	// open holds fee, capitalized and principal; interest is worked out when asked.
	open, paid allocation.Balances
	// adjusted and disposed are signed sums by component, booked interest that was
	// there at the opening, and moved interest that became capitalized.
	adjusted, disposed, booked, moved allocation.Balances
	// altered says that there were adjustments or credits, even if they cancel out.
	altered bool
	// vat is what remains of the VAT memo.
	vat int64
	// charged is what a fee was raised with, cappedAway what of it a cost cap took
	// off.
	charged, cappedAway int64
	// tariff says the amount of a fee that states none, charge how; totalCap bounds
	// what the collection of a claim may cost in all. All are nil where there is none.
	tariff, totalCap *fee.Tariff
	charge           *charge
	perClaim         bool // the tariff goes by one claim
	// collection is what such fees have drawn on a claim, away what of a fee no cap had
	// room for.
	collection *costCap
	away       []turnedAway
	// cap is what the law lets a claim cost; nil where there is no such bound.
	cap *costCap
}

func (it *item) id() string {
	if it.fee != nil {
		return it.fee.ID
	}
	return it.claim.ID
}

// settled reports that nothing is open and nothing bears, so that nothing will
// be open until something raises it again.
func (it *item) settled(asOf calendar.Date) bool {
	if it.open != (allocation.Balances{}) {
		return false
	}
	for _, c := range bothInterests {
		if due, err := it.due(c, asOf); err != nil || due != 0 {
			return false
		}
	}
	return true
}

// bothInterests in the order of statements.
var bothInterests = [...]allocation.Component{allocation.ContractInterest, allocation.DefaultInterest}

// due is the interest of a component open at the end of the given day: what was
// there at the opening and the rounded accrual, adjusted, less what was paid, moved
// or disposed of; never below 0, since a negative accrual is carried against later
// interest.
func (it *item) due(c allocation.Component, last calendar.Date) (int64, error) {
	due, err := it.carried(c, last)
	return max(0, due), err
}

// carried is what due is before it is held at 0: below it, it is carried against
// later interest.
func (it *item) carried(c allocation.Component, last calendar.Date) (int64, error) {
	due := it.booked[c] + it.adjusted[c] - it.moved[c] - it.disposed[c] - it.paid[c]
	if a := it.of(c); a != nil && a.account != nil {
		rounded, err := a.account.Rounded(last)
		if err != nil {
			return 0, it.problem(err)
		}
		due += rounded.Minor()
	}
	if it.cap != nil {
		due -= it.cap.away[c]
	}
	return due, nil
}

// balances is what is open when a payment of the given day acts.
func (it *item) balances(day calendar.Date) (allocation.Balances, error) {
	return it.openWith(func(a *accrual) calendar.Date { return a.lastFor(day) }, day)
}

// openThrough is what is open with interest through the given day, inclusive.
func (it *item) openThrough(day calendar.Date) (allocation.Balances, error) {
	return it.openWith(func(*accrual) calendar.Date { return day }, day)
}

// openWith is what is open with each kind of interest through its own last day.
func (it *item) openWith(last func(*accrual) calendar.Date, day calendar.Date) (allocation.Balances, error) {
	open := it.open
	for _, c := range bothInterests {
		through := day
		if a := it.of(c); a != nil {
			through = last(a)
		}
		due, err := it.due(c, through)
		if err != nil {
			return open, err
		}
		open[c] = due
	}
	return open, nil
}

// settle books a line of a payment of the given day. It returns by how much the
// VAT memo fell and how much of an interest line was compounded interest.
func (it *item) settle(c allocation.Component, minor int64, day calendar.Date) (vat, compounded int64, err error) {
	it.paid[c] += minor
	if isInterest(c) {
		compounded = it.fromCompounded(c, minor)
	} else {
		vat = it.reduce(c, minor)
	}
	return vat, compounded, it.rebase(day, true)
}

func isInterest(c allocation.Component) bool {
	return c == allocation.ContractInterest || c == allocation.DefaultInterest
}

// reduce lowers, or by a negative amount raises, a balance that is no interest; it
// returns by how much the VAT memo fell.
func (it *item) reduce(c allocation.Component, minor int64) int64 {
	it.open[c] -= minor
	if c == allocation.Principal {
		return it.followVAT()
	}
	return 0
}

// followVAT keeps the VAT memo in proportion to the remaining principal, rounded
// half up and never above the original, so that the last cent of principal clears
// it; it returns by how much the memo fell.
func (it *item) followVAT() int64 {
	if it.claim.VAT.Sign() == 0 {
		return 0
	}
	rest, err := money.ExactOf(it.claim.VAT).Times(it.open[allocation.Principal], it.claim.Principal.Minor()).Round(money.HalfUp)
	if err != nil {
		// The memo is at most the principal, so the quotient is in bounds.
		panic(fmt.Sprintf("ledger: vat of %s: %v", it.claim.ID, err))
	}
	left := min(rest.Minor(), it.claim.VAT.Minor())
	fell := it.vat - left
	it.vat = left
	return fell
}

// Margin is what the rate of the as-of day has on top of the published reference rate
// that it follows, in percentage points, or the whole rate where it follows none; false
// where the rate is not known.
func (v *Item) Margin() (interest.Percent, bool) {
	if v.Rate == nil {
		return 0, false
	}
	return v.margin, true
}

// rate is the rate on a day, whether or not the claim bears on it.
func (it *item) rate(day calendar.Date) (interest.Step, error) {
	lead := it.lead()
	if lead == nil {
		return interest.Step{}, nil
	}
	return lead.terms.Terms.Rate.At(day)
}

// view is the item as the allocation sees it on a payment day.
func (it *item) view(day calendar.Date, rates bool) (allocation.Item, error) {
	open, err := it.balances(day)
	if err != nil {
		return allocation.Item{}, err
	}
	var v allocation.Item
	if it.fee != nil {
		v = allocation.Item{ID: it.fee.ID, Fee: true, Code: it.fee.Code, Due: it.fee.Date, Open: open}
	} else {
		v = it.claimView(open)
	}
	if rates {
		step, err := it.rate(day)
		v.Rate, v.RateUnknown = int64(step.Rate), err != nil
	}
	return v, nil
}

func (it *item) claimView(open allocation.Balances) allocation.Item {
	return allocation.Item{ID: it.claim.ID, Group: it.claim.Group, Secured: it.claim.Secured, Due: it.claim.DueDate(), Open: open}
}

// problem puts an error at the interest of the claim.
func (it *item) problem(err error) error {
	return &Problem{Path: it.path + "/interest", Message: err.Error(), Cause: err}
}
