package ledger

import (
	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/money"
)

// Totals are the sums over all items.
type Totals struct {
	Principal, Capitalized            money.Amount
	Interest                          money.Amount // ContractInterest + DefaultInterest
	ContractInterest, DefaultInterest money.Amount
	Fees                              money.Amount
	Total                             money.Amount // Principal + Capitalized + Interest + Fees
}

// Paid is what payments settled; Total leaves Unallocated out, which is never below
// zero.
type Paid struct {
	Principal, Capitalized, Interest, Fees money.Amount
	Total, Unallocated                     money.Amount
}

// Item is a claim or a fee as it stands.
type Item struct {
	ID string
	// altered says that adjustments or credits changed the balance, even if they
	// cancel out.
	altered bool
	// margin is what Rate has on top of the published rate that it follows.
	margin interest.Percent
	// Fee says that the item is a fee; then Code and Charge are filled, and what
	// belongs to interest where the fee bears any.
	Fee bool
	// CreditNote says that the item is a credit note; then only Credit is filled.
	CreditNote bool
	Credit     CreditAccount
	Code       string
	// Due is the claim's due date, zero where it has none.
	Due calendar.Date
	// OpenedThrough is the last day, inclusive, that the opening figures cover; zero
	// where the case holds the claim's whole life.
	OpenedThrough calendar.Date
	Principal     PrincipalAccount
	Capitalized   CapitalizedAccount
	// Interest is both kinds together, Parts each kind that there is.
	Interest InterestAccount
	Parts    []InterestAccount
	Charge   ChargeAccount
	// Rate is the rate on the as-of day, whether or not the claim bears on it; nil
	// where it is not known.
	Rate *interest.Percent
	// DaysPastDue is max(0, as-of − due).
	DaysPastDue int
	// PaymentDay and Compounding are how the claim's balance changes.
	PaymentDay  PaymentDay
	Compounding Compounding
	// Cap is what the law lets the claim cost in all, interest included, CollectionCap
	// what it lets its collection cost in fees by tariff; nil where there is no such
	// bound, or where no fee came to it.
	Cap, CollectionCap *CapAccount
	// Base is what remains in the creditor's books; nil where they are kept in the
	// case's currency or the rate is not known.
	Base *BaseAccount
	// Limitation is through which day the claim can be enforced; nil where no law says
	// so.
	Limitation *Limitation
	// Segments are the runs of days behind Interest.Exact, ContractSegments those of
	// contract interest that a claim bears beside its other interest.
	Segments, ContractSegments []interest.Segment
}

// PrincipalAccount is the principal of a claim: Original + Adjusted − Paid −
// Disposed = Remaining. VATRemaining is the value added tax within Remaining.
type PrincipalAccount struct {
	Original, Adjusted, Paid, Remaining, VATRemaining money.Amount
	// Opening is the principal that remained when the books were taken over; the
	// zero Amount where the case holds the claim's whole life. It stands in for
	// Original in the sum.
	Opening money.Amount
	// Disposed was given up or handed back, by a write-off or at the closing.
	Disposed money.Amount
}

// CapitalizedAccount is interest that became part of the debt: Original + Raised +
// Adjusted − Paid − Disposed = Remaining. Raised is what capitalizations of the claim's
// interest made of it.
type CapitalizedAccount struct {
	Raised, Paid, Remaining, Adjusted, Disposed money.Amount
	// Original is the principal of a claim that is capitalized interest itself, Opening
	// what of it remained when the books were taken over, which then stands in for it in
	// the sum; the zero Amount for other claims.
	Original, Opening money.Amount
}

// InterestAccount is the interest of a claim. Accrued is Exact as rounded;
// Remaining is what is open, never below zero.
type InterestAccount struct {
	// Component is contract or default interest.
	Component allocation.Component
	Accrued   money.Amount
	Exact     money.Exact
	Paid      money.Amount
	Adjusted  money.Amount
	Remaining money.Amount
	// Opening is what was due when the books were taken over; Accrued and Exact
	// include it. Capitalized became part of the debt, Disposed was given up or
	// handed back, by a write-off or at the closing: Accrued + Adjusted − Capitalized
	// − Disposed − Paid − CappedAway = Remaining, unless that is below zero.
	Opening, Capitalized, Disposed money.Amount
	// CappedAway is interest that a cost cap took off.
	CappedAway money.Amount
	// Compounded is the part of Remaining that itself bears interest.
	Compounded money.Amount
}

// ChargeAccount is a fee: Original + Adjusted − Paid − Disposed − CappedAway =
// Remaining.
type ChargeAccount struct {
	Original, Paid, Remaining, Adjusted, Disposed money.Amount
	// CappedAway is what of the fee a cost cap took off when it was raised.
	CappedAway money.Amount
	// VATRemaining is the value added tax within Remaining, in proportion to Original and
	// rounded half up; the zero Amount where no tariff says the tax.
	VATRemaining money.Amount
	// Assessed is how a tariff gave Original; nil where the file states the amount.
	Assessed *FeeAssessment
}
