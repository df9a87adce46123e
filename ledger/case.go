package ledger

import (
	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/money"
)

// Case is everything known about a debt, as facts. All amounts are in Currency but
// those of payments made in another.
// A zero date means that the fact has none.
type Case struct {
	ID       string
	Currency money.Currency
	// Base is the currency of the creditor's books (the general ledger); zero where
	// they are kept in Currency.
	Base money.Currency
	// Jurisdiction is the code whose statutes apply, such as "SE"; empty means
	// that only what the case itself agrees applies.
	Jurisdiction string
	// Debtor decides which statutory rates apply.
	Debtor   DebtorKind
	Debtors  []Debtor
	Claims   []Claim
	Fees     []Fee
	Payments []Payment
	// Titles are enforceable titles; a statute may look at their dates.
	Titles          []Title
	Adjustments     []Adjustment
	Capitalizations []Capitalization
	Holds           []Hold
	Reversals       []Reversal
	Refunds         []Refund
	WriteOffs       []WriteOff
	// Notices and Promises change no figure.
	Notices  []Notice
	Promises []Promise
	// PlanAgreed is the day on which a payment plan over the case was agreed; zero where
	// there is none. It changes no figure.
	PlanAgreed calendar.Date
	// Closed ends the case; nil while it is open.
	Closed *Closing
	// Allocation is the order of settlement; the zero value leaves it to the
	// jurisdiction.
	Allocation allocation.Order
	// Rounding of interest; zero fields mean half up, once per claim.
	Rounding interest.Rounding
	// ExtendRates uses the last known value of a published rate beyond what its
	// table knows; such segments are provisional.
	ExtendRates bool
}

// Debtor is somebody who owes the case. It does not change what is owed.
type Debtor struct {
	ID   string
	Kind DebtorKind
	Role string
}

// Claim is a debt of its own: an invoice, a loan, damages.
type Claim struct {
	ID    string
	Kind  ClaimKind
	Group string
	// Secured says that the creditor has security for the claim; an order may ask.
	Secured bool
	// Principal is the original debt; VAT is the part of it that is value added
	// tax, carried along as a memo.
	Principal, VAT money.Amount
	// Contracted is the day the claim's contract was made, Issued the day of the
	// invoice: before it the claim does not count. Due is the last day on which
	// paying is in time. Demanded is the day of the first demand.
	// Accelerated is the day the whole debt fell due early.
	Contracted, Issued, Due, Demanded, Accelerated calendar.Date
	// Recorded is the day the claim became known; zero means Issued.
	Recorded calendar.Date
	// Interest is nil where the file is silent: then the statute of the
	// jurisdiction decides.
	Interest *InterestFacts
	// ContractInterest is what the contract bears beside Interest; nil where it bears
	// nothing more.
	ContractInterest *InterestFacts
	// Opening is nil where the case holds the claim's whole life.
	Opening *Opening
	// Credit is the credit behind the claim, by which the law may cap its costs; nil
	// where nothing is known of it.
	Credit *Credit
	// Exchange is at which rate the claim stands in the creditor's books.
	Exchange Exchange
	// Limitation is what its limitation depends on besides; nil where nothing is stated.
	Limitation *LimitationFacts
}

// Credit is what a credit agreement grants. Amounts that are not known are the zero
// Amount.
type Credit struct {
	// Granted is the credit amount, Used the part that was drawn; Used, where known,
	// is what costs may not exceed.
	Granted, Used money.Amount
	// PriorCosts were charged before the case began, with the interest of an opening,
	// which draws on nothing by itself.
	PriorCosts money.Amount
}

// Exchange is the price of one unit of the case's currency in the creditor's books
// and the day it is of. The zero value is none; Date changes no figure.
type Exchange struct {
	Rate money.ExchangeRate
	Date calendar.Date
}

// Title is a judgment, payment order or other title obtained on Date.
type Title struct {
	ID, Kind       string
	Date, Recorded calendar.Date
}

// Fee is a cost charged to the debtor on Date. Where Amount is the zero Amount, the
// tariff of the jurisdiction for Code decides, by Facts.
type Fee struct {
	ID, Code       string
	Date, Recorded calendar.Date
	Amount         money.Amount
	Facts          FeeFacts
	// Interest is nil where the fee bears none. It runs from the day after Date on
	// what is open of the fee.
	Interest *InterestFacts
}

// FeeFacts are what a tariff may ask. Dates are zero where the fee's own stands in.
type FeeFacts struct {
	// Base is the debt that the fee is measured by; the zero Amount leaves it to the
	// claims that are due.
	Base money.Amount
	// Sent is the day the letter went out, Mandate the day the collector was charged
	// with the case.
	Sent, Mandate calendar.Date
	// Disputed says that the debtor contests the debt.
	Disputed bool
	// NoVATDeduction says that the creditor cannot deduct value added tax.
	NoVATDeduction bool
}

// Bearing is the fee as a claim whose interest can be resolved: it arises and is due
// on its date.
func (f Fee) Bearing() Claim {
	return Claim{ID: f.ID, Kind: OtherClaim, Contracted: f.Date, Due: f.Date, Interest: f.Interest}
}

// Payment is money received with value date Date. Amount is as paid, in whatever
// currency. One that is not the case's is converted once, as a whole: at Rate
// (units of the case's currency for one of the payment's), else it counts for what
// Received says.
type Payment struct {
	ID             string
	Date, Recorded calendar.Date
	Amount         money.Amount
	Rate           money.ExchangeRate
	// Received is what came in, in the currency of the creditor's books; it decides
	// the exchange difference. Exchanged is the day of the exchange and changes no
	// figure.
	Received  money.Amount
	Exchanged calendar.Date
	// By names the debtor who paid; Direct says that the creditor was paid and
	// not the collector. Neither changes what is owed.
	By     string
	Direct bool
	// Specification is what the debtor directs the money to.
	Specification []allocation.Directed
	// Order in which this payment is settled, such as that of money which enforcement
	// brought; without rungs it is that of the case. Its Rest is not looked at: what
	// becomes of money that finds nothing open is the case's to say.
	Order allocation.Order
}

// RateFacts is a rate as a contract or a file states it.
type RateFacts struct {
	Basis Basis
	// Rate is per cent a year, for BasisFixed.
	Rate interest.Percent
	// Series names a published table, for BasisReference; the rate is
	// series × Multiplier + Margin, with a zero Multiplier standing for 1.
	Series     string
	Margin     interest.Percent
	Multiplier interest.Factor
	// Reset says whether the series floats; the zero value leaves it to the
	// statute or, for BasisReference, means Floating.
	Reset Reset
}

// InterestFacts are the terms of a claim's interest as its file states them. A
// zero Basis leaves the rate to the statute of the case's jurisdiction.
type InterestFacts struct {
	RateFacts
	// Refixes are later rates of a fixed one, each from its day on, in order.
	Refixes []Refix
	// DayCount is zero where the jurisdiction decides.
	DayCount calendar.DayCount
	// From and Through are the first and the last bearing day, inclusive.
	From, Through calendar.Date
	// PaymentDay zero means Bears.
	PaymentDay PaymentDay
	// Floor and Ceiling bound the rate day by day; the ceiling wins.
	Floor, Ceiling *RateFacts
	// Agreed is a contract rate running as late interest, through Cutoff,
	// inclusive, where that is given.
	Agreed *RateFacts
	Cutoff calendar.Date
	// Compounding zero leaves it to the statute, or means Simple.
	Compounding Compounding
	// Kind zero means DefaultInterest.
	Kind InterestKind
}

// TitlesKnown is the case without the titles that do not count yet. Titles change
// terms, which are resolved before the fold; all other facts are left to it.
func (c Case) TitlesKnown(at At) Case {
	var titles []Title
	for _, t := range c.Titles {
		if at.Counts(t.Date, t.Recorded) {
			titles = append(titles, t)
		}
	}
	c.Titles = titles
	return c
}

// statutory reports whether the rate is left to the statute.
func (f *InterestFacts) statutory() bool { return f.Basis == 0 || f.Basis == BasisStatutory }

// raisedOn is the day on which the claim takes effect: its issue, zero where it was
// there from the start; for a credit note its value date, the due date where it
// has no other.
func (c Claim) raisedOn() calendar.Date {
	if c.Kind == CreditNote && c.Issued.IsZero() {
		return c.Due
	}
	return c.Issued
}

// FirstBearingDay is the first day that bears interest: Interest.From, or the
// day after the due date; zero where the claim has neither.
func (c Claim) FirstBearingDay() calendar.Date {
	if c.Interest != nil && !c.Interest.From.IsZero() {
		return c.Interest.From
	}
	if c.Due.IsZero() {
		return 0
	}
	return c.Due + 1
}

// DueDate is the due date, or the day before interest starts where the claim
// states none.
func (c Claim) DueDate() calendar.Date {
	if c.Due.IsZero() && !c.FirstBearingDay().IsZero() {
		return c.FirstBearingDay() - 1
	}
	return c.Due
}

// knownFrom is the day from which a fact of the given date is known.
func knownFrom(date, recorded calendar.Date) calendar.Date {
	if recorded.IsZero() {
		return date
	}
	return recorded
}
