package jurisdiction

import (
	"slices"

	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/dunning"
	"github.com/skuld-go/skuld/fee"
	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/law/limitation"
	"github.com/skuld-go/skuld/law/rates"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
)

// Rules are what a country's law says about a debt. Code, DayCount, Order and
// Late are required; the rest may be left out. The zero value is invalid.
type Rules struct {
	// Code is the country code by which cases ask for the rules.
	Code string
	// Name of the country in English.
	Name string
	// Currency in which debts are usually owed there.
	Currency money.Currency
	// DayCount is used where a claim states none.
	DayCount calendar.DayCount
	// Order settles payments where a case states none.
	Order allocation.Order
	// Late is the statutory late interest of a claim.
	Late func(Query) (interest.Rate, error)
	// Agreed is what the law makes of a contract rate that is to run as late
	// interest beside the statutory one; nil means the higher of the two. The
	// agreed rate comes floating, whatever the case says: the law picks the day.
	Agreed func(q Query, agreed, statutory interest.Rate) interest.Rate
	// AgreedRule cites the article by which an agreed rate runs as late interest.
	AgreedRule string
	// Cutoff is the last day, inclusive, on which an agreed rate runs beside the
	// statutory one where the case names none; nil, or a zero day, means no end.
	Cutoff func(Query) calendar.Date
	// Ceiling is an upper bound that the law sets on every rate of a claim; nil, or
	// the zero Rate, means none.
	Ceiling func(Query) interest.Rate
	// CostCap cites the article by which a credit may not cost more than was granted
	// or drawn, "" where none binds the claim; nil means that there is none.
	CostCap func(Query) string
	// Limitation is the law of limitation of a claim; nil means that none is known.
	// LimitationLaws are those that a claim may name beside the one of Code.
	Limitation     func(Query) limitation.Rule
	LimitationLaws []string
	// Fees are the tariffs of what a creditor may add; none means that every fee
	// has to state its amount.
	Fees []fee.Tariff
	// FeePerClaim says that a fee is measured by one claim, and not by all that are due
	// together.
	FeePerClaim bool
	// Ladder is the policy of dunning where a request has none; the zero Policy means
	// that there is none. Its fees are assessed by Fees, whatever tariffs it brings.
	Ladder dunning.Policy
	// Compounding is used where a claim states none.
	Compounding ledger.Compounding
	// Calendar tells business days, for findings about due dates; nil means that
	// no due date is looked at. DueRule is the rule that moves a due date that is
	// no business day.
	Calendar func() *calendar.Calendar
	DueRule  string
	// Series names the tables behind the rules, for readers.
	Series []string
	// Sources lists what the rules rest on, for readers.
	Sources []string
}

// Query is a claim whose rate is sought.
type Query struct {
	Claim  ledger.Claim
	Debtor ledger.DebtorKind
	// Reset is the claim's wish for a floating or fixed reference rate; zero
	// leaves it to the statute.
	Reset ledger.Reset
	// FirstDay is the first bearing day.
	FirstDay calendar.Date

	resolver *resolver
	path     string
	terms    *ledger.ClaimTerms
}

// Reference is a published series by name, per cent a year, floating or, where
// the claim asks for it, fixed at the first bearing day. A series that does not
// exist yields a rate that cannot be compiled.
func (q Query) Reference(series string) interest.Rate {
	return q.reset(q.Floating(series))
}

// Floating is a published series by name, whatever the claim asks for.
func (q Query) Floating(series string) interest.Rate {
	table, ok := q.table(series)
	if !ok {
		return interest.Rate{}
	}
	return interest.Reference(table)
}

// table is a series as the case may use it; a query made by hand reads the
// built-in ones.
func (q Query) table(series string) (*rates.Table, bool) {
	if q.resolver == nil {
		return rates.BuiltIn().Lookup(series)
	}
	return q.resolver.table(series)
}

// HalfYearly is a published series that changes on any day, taken in each half of
// the calendar year at its value on the first day of the half.
func (q Query) HalfYearly(series string) interest.Rate {
	table, ok := q.table(series)
	if !ok {
		return interest.Rate{}
	}
	return interest.Reference(table.HalfYearly())
}

// Over is a reference rate with a margin on it, floating or, where the claim asks
// for it, both fixed at the first bearing day.
func (q Query) Over(reference, margin interest.Rate) interest.Rate {
	return q.reset(interest.Sum(reference, margin))
}

// reset fixes a rate at the first bearing day where the claim asks for it.
func (q Query) reset(r interest.Rate) interest.Rate {
	if q.Reset == ledger.FixedAtStart {
		return r.FixedAt(q.FirstDay)
	}
	return r
}

// Margin is the value that a table of margins, or of ceilings, has on a day, on
// every day: for rules that pick by the date of a contract or by the due date.
func (q Query) Margin(series string, on calendar.Date) interest.Rate {
	return q.Floating(series).FixedAt(on)
}

// Selected is the date by which the law selects a rule: the day the contract was
// made, else of the invoice, else the due date. Anything but the contract date
// leaves a finding.
func (q Query) Selected() calendar.Date {
	c := q.Claim
	switch {
	case !c.Contracted.IsZero():
		return c.Contracted
	case !c.Issued.IsZero():
		q.fallBack("issued", c.Issued)
		return c.Issued
	}
	q.fallBack("due", c.DueDate())
	return c.DueDate()
}

func (q Query) fallBack(field string, d calendar.Date) {
	q.Find(ledger.FindingDateFallback, ledger.Warning,
		"the contract date selects the rate and is missing; the date of "+field+" ("+d.String()+") stands in")
}

// IsPaymentClaim reports whether the claim is for goods, services or the use of
// something: an invoice, rent or another consideration, and not the repayment of
// money lent or damages.
func (q Query) IsPaymentClaim() bool {
	switch q.Claim.Kind {
	case 0, ledger.Invoice, ledger.Rent, ledger.OtherClaim:
		return true
	}
	return false
}

// IsConsumerCredit reports whether the claim is a credit to a consumer.
func (q Query) IsConsumerCredit() bool {
	return q.Debtor == ledger.Consumer && q.Claim.Kind == ledger.ConsumerCredit
}

// FirstTitle is the earliest date of the case's titles, zero where it has none.
func (q Query) FirstTitle() calendar.Date {
	var first calendar.Date
	if q.resolver == nil {
		return first
	}
	for _, t := range q.resolver.c.Titles {
		if first.IsZero() || t.Date < first {
			first = t.Date
		}
	}
	return first
}

// Find notes a finding at the claim; a query made by hand keeps none.
func (q Query) Find(code string, s ledger.Severity, message string) {
	if q.terms == nil {
		return
	}
	f := ledger.Finding{Code: code, Severity: s, Path: q.path, Message: message}
	if !slices.Contains(q.terms.Findings, f) {
		q.terms.Findings = append(q.terms.Findings, f)
	}
}

// All returns the built-in rules, in the order of their codes.
func All() []Rules {
	return []Rules{AT(), DE(), DK(), EU(), FI(), GB(), NL(), NO(), SE()}
}

// Find returns the rules of a code from a list.
func Find(rules []Rules, code string) (Rules, bool) {
	for _, r := range rules {
		if r.Code == code {
			return r, true
		}
	}
	return Rules{}, false
}

// preset returns an order that is known to exist.
func preset(name string) allocation.Order {
	o, ok := allocation.Preset(name)
	if !ok {
		panic("jurisdiction: no preset " + name)
	}
	return o
}
