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
	Allocations []Allocation // payments, reversals that leave them, refunds and credit notes in view, in the order in which they act
	WriteOffs   []WriteOff   // in view, in the order in which they act
	Closing     *Closing     // nil unless the case is closed with a disposition
	Balance     Balance
	// RecoverableVAT is the tax in what was written off, not waived.
	RecoverableVAT string
	Findings       []string // codes, sorted, each once
}

// Totals are amounts still open.
type Totals struct {
	Principal, Capitalized, Interest, ContractInterest, DefaultInterest, Fees, Total string
}

// Paid are amounts that payments have settled; Total leaves Unallocated out.
type Paid struct {
	Principal, Capitalized, Interest, Fees, Total, Unallocated string
}

// Item is a claim, a fee or a credit note. A claim has neither Fee nor Credit, a
// fee has beside Fee only Interest and Segments, where it bears, and Assessed, a
// credit note nothing but Credit.
type Item struct {
	ID, Kind    string // Kind: claim, fee or credit-note
	Code        string // of a fee
	Principal   Principal
	Capitalized Capitalized
	Interest    Interest
	Fee         Fee
	Credit      Credit
	Base        *BaseAccount // nil unless the claim has an exchange rate
	Cap         *Cap         // nil unless a law caps the costs of the claim
	Assessed    *Assessed    // nil unless the fee has no amount in the file
	// Rate is a claim's on the statement's day, bearing or not; empty where the
	// table does not know it.
	Rate string
	// Segments are those of the terms called interest, ContractSegments those
	// of contractInterest.
	Segments         []Segment
	ContractSegments []Segment
}

// Principal is a claim's principal; VATRemaining is empty without VAT, Opening
// without an opening, Disposed where nothing was disposed of.
type Principal struct {
	Original, Adjusted, Paid, Remaining, VATRemaining string
	Opening, Disposed                                 string
}

// Capitalized is interest turned into a balance that bears; Disposed is empty
// where nothing was disposed of.
type Capitalized struct {
	Raised, Paid, Remaining string
	Adjusted, Disposed      string
	Original, Opening       string // of a claim that is capitalized interest
}

// Interest is a claim's interest of both kinds: Accrued is rounded, Exact is not
// (ten decimals, half-even), both with the opening. Capitalized went over to the
// balance of that name; Disposed is empty where nothing was disposed of.
// Component is that of the terms called interest.
type Interest struct {
	Component                                             string
	Accrued, Exact, Paid, Adjusted, Remaining, CappedAway string
	Capitalized, Disposed                                 string
}

// Fee is a fee's account; Disposed and CappedAway are empty where they are 0.
type Fee struct {
	Original, Paid, Remaining      string
	Adjusted, Disposed, CappedAway string
}

// Cap is what the costs of a claim may come to: Used is what they have come to,
// with those from before the file, Prior, and CappedAway what found nothing left.
// Component is what first did so, empty where nothing has; First and Last are
// the days of its segment, or both the date of the fee.
type Cap struct {
	Limit, Prior, Used, Left, CappedAway string
	Component, First, Last               string
	Collection                           bool // on fees only
}

// Assessed is how a fee came by its amount, Net and VAT together, over a Base of
// principal.
type Assessed struct {
	Base, Net, VAT string
}

// Credit is a credit note's account.
type Credit struct {
	Original, Used, Remaining string
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
	Held            bool // listed only; rate and interest 0
}

// Allocation is what one payment or credit note settled, or what a reversal took
// back: then Reversal is its id and all amounts are below zero or 0. With Refund,
// its id, it is money that went back, without lines; Payment is then the payment
// named, or empty.
type Allocation struct {
	Payment, Date, Amount string
	Lines                 []Line
	Unallocated           string
	Reversal, Refund      string
	CreditNote            bool
	Exchange              *Exchange // of a payment that came in otherwise than by its amount
}

// Closing is how a case ended; its lines have an item, a component, an amount and
// the tax in it.
type Closing struct {
	Date, Disposition, VAT string
	Lines                  []Line
}

// Line is an amount on one component of one item. Rung 0 is the payer's own
// specification or a reversal, otherwise rungs count from 1. VAT is the tax in a principal
// line of a claim that has one, else empty. Base is the line's share of what came
// in, in the currency of the books, where that is known.
type Line struct {
	Item, Component, Amount, VAT string
	Rung                         int
	Base                         string
}

// Payable is what has to be paid on a day so that nothing is open after it.
type Payable struct {
	Case, On, Currency, Amount string
	Breakdown                  Totals
}
