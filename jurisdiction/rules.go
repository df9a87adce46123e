package jurisdiction

import (
	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
)

// Rules are what a country's law says about a debt. The zero value is invalid.
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

// Reference is a published series by name, per cent a year. A series that does
// not exist yields a rate that cannot be compiled.
func (q Query) Reference(series string) interest.Rate {
	table, ok := q.resolver.table(series)
	if !ok {
		return interest.Rate{}
	}
	return interest.Reference(table)
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

// Find notes a finding at the claim.
func (q Query) Find(code string, s ledger.Severity, message string) {
	q.terms.Findings = append(q.terms.Findings, ledger.Finding{
		Code: code, Severity: s, Path: q.path, Message: message,
	})
}

// All returns the built-in rules, in the order of their codes.
func All() []Rules { return []Rules{DE(), GB(), SE()} }

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
