package fee

import (
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/law"
	"github.com/skuld-go/skuld/money"
)

// Facts are what a fee is assessed by.
type Facts struct {
	// Date of the measure; never missing.
	Date calendar.Date
	// Sent is the day on which the notice was sent, Mandate that of the
	// unconditional mandate, Paid that on which the principal is paid in full, Due
	// the due day of the claim and Origin that on which it arose. A day that a
	// tariff selects by and that is missing here is taken to be Date, and the
	// assessment says so.
	Sent, Mandate, Paid, Due, Origin calendar.Date
	// Base that the tariff is applied to, 0 or more; which one, the law says. The
	// zero Amount is none, which does for tariffs of one flat amount.
	Base money.Amount
	// VATDeductible says that the creditor can deduct VAT, so that none is added.
	VATDeductible bool
	// Currency that the fee has to be in; the zero Currency takes any.
	Currency money.Currency
}

// Selection says which day picked a version.
type Selection struct {
	By  Selector
	Day calendar.Date
	// Fallback says that the facts do not have the day asked for, and that Day is
	// Facts.Date instead.
	Fallback bool
}

// Bound says whether a bound of the version decided the fee.
type Bound uint8

const (
	// Unbounded: neither did; the value lies within the bounds.
	Unbounded Bound = iota
	// RaisedToMin: the value is below Min.
	RaisedToMin
	// CutToMax: the value is above Max.
	CutToMax
)

// Assessment is a fee as a tariff gives it, with its reasons.
type Assessment struct {
	Code     string       // of the tariff
	Audience Audience     // of the tariff
	Base     money.Amount // as in the facts; the zero Amount if there was none
	Selected Selection    // the day that picked Version
	Version  Version      // used
	Band     Band         // of Version that holds the base
	// Exact is the value before bounds and rounding, Bound the bound that decided
	// over it.
	Exact money.Exact
	Bound Bound
	// Net is the fee, rounded once, and within the bounds; VAT what is added to it,
	// rounded half up; Total their sum.
	Net, VAT, Total money.Amount
	// Unit is the assessment of the unit that was multiplied, nil if none was. It
	// goes as far as Exact: no bound, rounding or VAT of a unit counts.
	Unit *Assessment
	// Derivation is the calculation on one line, in the currency's major units:
	// "15 % of 2500.00 + 10 % of 1000.00 = 475.00".
	Derivation string
	// Citation, Source and Evidence of the band.
	Citation, Source string
	Evidence         law.Evidence
}

// SelectedBy reports whether the day that s names picked the version of the
// tariff or of a unit that it multiplies.
func (a *Assessment) SelectedBy(s Selector) bool {
	for ; a != nil; a = a.Unit {
		if a.Selected.By == s {
			return true
		}
	}
	return false
}

// ByBase reports whether the fee depends on the base.
func (a *Assessment) ByBase() bool {
	for ; a != nil; a = a.Unit {
		if s := a.Band.Shape; !a.Version.borderless() || s != Flat && s != Multiple {
			return true
		}
	}
	return false
}
