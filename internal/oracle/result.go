package oracle

// Result is a statement as text: amounts in the currency's decimals, exact
// amounts with ten, rates in percent without trailing zeros, dates YYYY-MM-DD.
type Result struct {
	Case     string
	Currency string
	Totals   Totals
	Paid     Paid
	// PerDiem is the interest of the day after the statement's, with four
	// decimals, half-up; empty where it is not known.
	PerDiem     string
	Items       []Item       // in view: claims, then fees, each in file order
	Allocations []Allocation // payments in view, in the order in which they act
	Findings    []string     // codes, sorted, each once
}

// Totals are amounts still open.
type Totals struct {
	Principal, Capitalized, Interest, ContractInterest, DefaultInterest, Fees, Total string
}

// Paid are amounts that payments have settled; Total leaves Unallocated out.
type Paid struct {
	Principal, Capitalized, Interest, Fees, Total, Unallocated string
}

// Item is a claim or a fee. A claim has no Fee, a fee nothing else.
type Item struct {
	ID, Kind    string // Kind: claim or fee
	Code        string // of a fee
	Principal   Principal
	Capitalized Capitalized
	Interest    Interest
	Fee         Fee
	// Rate is that of the statement's day, bearing or not; empty where the
	// table does not know it.
	Rate     string
	Segments []Segment
}

// Principal is a claim's principal; VATRemaining is empty without VAT.
type Principal struct {
	Original, Adjusted, Paid, Remaining, VATRemaining string
}

// Capitalized is interest turned into principal.
type Capitalized struct {
	Raised, Paid, Remaining string
}

// Interest is a claim's interest: Accrued is rounded, Exact is not (ten
// decimals, half-even).
type Interest struct {
	Component                                             string
	Accrued, Exact, Paid, Adjusted, Remaining, CappedAway string
}

// Fee is a fee's account.
type Fee struct {
	Original, Paid, Remaining string
}

// Segment is a run of bearing days; First and Last both bear. Principal is all
// that bears, with the interest that has joined it where interest compounds.
type Segment struct {
	First, Last     string
	Days            int // calendar days
	Principal, Rate string
	Fraction        string // unreduced, such as 100/365
	Interest        string // exact, ten decimals, half-even
	Provisional     bool
}

// Allocation is what one payment settled.
type Allocation struct {
	Payment, Date, Amount string
	Lines                 []Line
	Unallocated           string
}

// Line is an amount on one component of one item. Rung 0 is the payer's own
// specification, otherwise rungs count from 1. VAT is the tax in a principal
// line of a claim that has one, else empty.
type Line struct {
	Item, Component, Amount, VAT string
	Rung                         int
}

// Payable is what has to be paid on a day so that nothing is open after it.
type Payable struct {
	Case, On, Currency, Amount string
	Breakdown                  Totals
}
