package ledger

import (
	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/fee"
	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/law/limitation"
	"github.com/skuld-go/skuld/money"
)

// Resolved is what the law and the case's own agreements make of its facts: the
// terms of each claim, in file order, and the order of settlement.
type Resolved struct {
	Claims []ClaimTerms
	// Fees holds the terms of each fee, in file order; nil where no fee has any.
	Fees  []FeeTerms
	Order allocation.Order
	// Tables names the state of the rate tables that were used, for the record.
	Tables string
	// Directed are the ids of payments that holds on payments do not keep back: somebody
	// directed them otherwise than by a specification, such as an agreed payment plan.
	Directed []string
}

// ClaimTerms are the terms that a claim bears. The zero value bears nothing.
type ClaimTerms struct {
	Bears bool
	Terms interest.Terms
	// First and Last are the bearing days, inclusive; a zero Last is open.
	First, Last calendar.Date
	PaymentDay  PaymentDay
	// Compounding is Annual where unpaid interest joins the bearing balance on each
	// anniversary of First.
	Compounding Compounding
	// Component is the interest that accrues: contract or default interest.
	Component allocation.Component
	Rounding  interest.Rounding
	// Floor and Ceiling hold the bounds and the ceiling where the claim has both, so
	// that days on which they contradict each other can be found.
	Floor, Ceiling interest.Rate
	// Contract holds the terms of contract interest beside these; nil where the claim
	// has none.
	Contract *ClaimTerms
	// Cap is the most that the claim may cost by law; nil where there is none.
	Cap *CapTerms
	// Limitation is what the law says of the claim's limitation; nil where no law does.
	Limitation *limitation.Rule
	// Findings about the terms, shown with the claim.
	Findings []Finding
}

// CapTerms are what the law lets a credit cost: interest of either kind and fees
// together at most Limit, of which Prior is used already.
type CapTerms struct {
	Limit, Prior money.Amount
	Citation     string
}

// FeeTerms are the terms of a fee.
type FeeTerms struct {
	// Interest is what the fee bears; the zero value bears nothing.
	Interest ClaimTerms
	// Tariff says the amount of a fee that states none; nil for the others. TotalCap
	// is the tariff of what the collection of one claim may cost in all, by its
	// principal; nil where the law has no such bound on this fee.
	Tariff, TotalCap *fee.Tariff
	// PerClaim says that the tariff goes by one claim: where several are due, the fee
	// has to state its base.
	PerClaim bool
}

// At says for which day, and on which day's knowledge, a case is asked.
type At struct {
	// AsOf is the day of the statement, inclusive; required.
	AsOf calendar.Date
	// KnownAt leaves out facts recorded after it; zero means no limit.
	KnownAt calendar.Date
}

// Counts reports whether a fact of that date and recording counts; a zero recording is
// that of its date.
func (at At) Counts(date, recorded calendar.Date) bool {
	return date <= at.AsOf && (at.KnownAt.IsZero() || knownFrom(date, recorded) <= at.KnownAt)
}
