package paymentplan

import (
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
)

// Bounds on a request, checked by Validate.
const (
	// MaxLead bounds the days between an invoice and its due date.
	MaxLead = 366
	// MaxPayments and MaxCreditors bound the lists of a request.
	MaxPayments  = ledger.MaxPayments
	MaxCreditors = ledger.MaxClaims
)

// validator collects what is wrong with a request.
type validator struct {
	ledger.Problems
	r        *Request
	currency money.Currency
}

// Validate reports everything that is wrong with a request over a bare debt, before
// any row is worked out, as [ledger.Problems] with JSON Pointers into the plan request.
func (r Request) Validate() error {
	v := validator{r: &r, currency: r.Debt.Currency()}
	switch {
	case v.currency.IsZero():
		v.Addf("/debt", "missing, want the amount that the plan pays off")
	case r.Debt.Sign() <= 0 || r.Debt.Minor() > money.MaxMinor:
		v.Addf("/debt", "%s, want an amount above 0 and of at most 10^15 minor units", r.Debt.Number())
	}
	v.creditors()
	if x := r.Life; x != nil && x.Restructure != nil && x.Restructure.Interest == ByOrder {
		v.Addf("/restructure/interest", "%q over a bare debt, want first-row, spread, capitalize, waive or keep", x.Restructure.Interest)
	}
	v.all()
	return v.Err()
}

// ValidateCase is Validate for a plan over a case in the given currency.
func (r Request) ValidateCase(c money.Currency) error {
	v := validator{r: &r, currency: c}
	if r.Debt != (money.Amount{}) {
		v.Addf("/debt", "beside a case, want one of them")
	}
	if !r.Interest.Rate.IsZero() {
		v.Addf("/interest", "beside a case, whose claims have terms of their own; want none")
	}
	if len(r.Creditors) > 0 {
		v.Addf("/creditors", "beside a case, whose claims are shared among; want none")
	}
	if r.Posting == Unrounded {
		v.Addf("/posting", "%q over a case, whose ledger posts whole minor units; want rounded", r.Posting)
	}
	if r.Rounding != 0 {
		v.Addf("/rounding", "beside a case, which has its own; want none")
	}
	if x := r.Life; x != nil && x.Restructure != nil {
		switch x.Restructure.Interest {
		case ToFirstRow, Spread, Keep:
			v.Addf("/restructure/interest", "%q over a case, whose order of settlement decides; want order, capitalize or waive", x.Restructure.Interest)
		}
	}
	v.all()
	return v.Err()
}

func (v *validator) all() {
	r := v.r
	if r.Kind == 0 || int(r.Kind) > len(kindWords) {
		v.Addf("/type", "missing, want a kind of plan such as annuity")
	}
	v.dates()
	v.size()
	v.amount("/step", r.Step, false)
	v.amount("/fees/registration", r.Fees.Registration, true)
	v.amount("/fees/invoice", r.Fees.Invoice, true)
	v.amount("/fees/reminder", r.Fees.Reminder, true)
	v.between("/grace/principal", r.Grace.Principal, 0, MaxRows)
	v.between("/grace/interest", r.Grace.Interest, 0, MaxRows)
	v.between("/invoiceLeadDays", r.InvoiceLeadDays, 0, MaxLead)
	if r.Rounding != 0 && !r.Rounding.Valid() {
		v.Addf("/rounding", "no rounding, want a mode with a step")
	}
	if r.Adjust > calendar.Unadjusted && r.Calendar == nil {
		v.Addf("/calendar", "missing, want one that tells business days for %q", r.Adjust)
	}
	if r.APR != 0 && !r.APR.Valid() {
		v.Addf("/apr", "no law of annual percentage rates, want EU, UK, US or EIR")
	}
	if r.Posting > Unrounded {
		v.Addf("/posting", "no posting, want rounded or unrounded")
	}
	if r.Posting == Unrounded && (r.Life != nil || r.Rounding != 0 || len(r.Creditors) > 0) {
		v.Addf("/posting", "%q beside payments, the life of a plan, creditors or rounding: nobody pays such rows; want it alone", r.Posting)
	}
	v.freeMonths()
	v.deviations()
	v.periods()
	if r.Life != nil {
		v.life()
	}
}

func (v *validator) dates() {
	r := v.r
	v.date("/start", r.Start, true)
	v.date("/first", r.First, false)
	v.date("/end", r.End, false)
	if r.First.Valid() && r.First < r.Start {
		v.Addf("/first", "%s, want a day on or after the start, %s", r.First, r.Start)
	}
	if r.End.Valid() && r.End < r.Start {
		v.Addf("/end", "%s, want a day on or after the start, %s", r.End, r.Start)
	}
	v.every("/every", r.Every)
}

// size checks that what is given says how long the plan is and how much a row pays.
func (v *validator) size() {
	r := v.r
	if r.Count < 0 || r.Count > MaxRows {
		v.Addf("/count", "%d, want 1 to %d rows", r.Count, MaxRows)
	}
	if r.Count != 0 && !r.End.IsZero() {
		v.Addf("/end", "beside count, want one of them")
	}
	v.amount("/amount", r.Amount, false)
	v.amount("/final", r.Final, false)
	amount, final := r.Amount != (money.Amount{}), r.Final != (money.Amount{})
	length := r.Count != 0 || !r.End.IsZero() || r.closedPeriods()
	switch {
	case r.Kind == Bullet || r.Kind == InterestOnly:
		v.unlevelled(length)
	case r.Kind.limited():
		if !length {
			v.Addf("/count", "missing, want the most rows of the plan")
		}
		if !amount && !r.periodAmounts() {
			v.Addf("/amount", "missing, want what a row pays")
		}
		if final {
			v.Addf("/final", "in a limited plan, want residual balloon or none")
		}
	case !length && !amount && !final && !r.periodAmounts():
		v.Addf("/count", "missing, want one of count, amount, end and final")
	case amount && final && (r.Count != 0 || !r.End.IsZero()):
		v.Addf("/final", "beside amount and a number of rows, want two of them at most")
	case amount && final && r.Final.Minor() < r.Amount.Minor():
		v.Addf("/final", "%s, want at least the amount, %s", r.Final, r.Amount)
	}
}

// unlevelled checks a plan without a level.
func (v *validator) unlevelled(length bool) {
	r := v.r
	if r.Kind == InterestOnly && !length {
		v.Addf("/count", "missing, want the number of rows or the end")
	}
	for _, f := range []struct {
		path  string
		given bool
	}{
		{"/amount", r.Amount.Minor() != 0}, {"/final", r.Final.Minor() != 0}, {"/periods", len(r.Periods) > 0 && r.Kind == Bullet},
	} {
		if f.given {
			v.Addf(f.path, "in a plan of kind %q, whose rows have no level; want none", r.Kind)
		}
	}
}

// date checks a date; an absent one only where it is required.
func (v *validator) date(path string, d calendar.Date, required bool) {
	switch {
	case d.IsZero() && required:
		v.Addf(path, "missing, want a date")
	case !d.IsZero() && (!d.Valid() || d.Year() < ledger.FirstYear || d.Year() > ledger.LastYear):
		v.Addf(path, "%s, want a date from %d to %d", d, ledger.FirstYear, ledger.LastYear)
	}
}

// every checks a distance of due dates; the zero span stands for a default.
func (v *validator) every(path string, s calendar.Span) {
	if !s.IsZero() && s.N() < 1 {
		v.Addf(path, "%s, want a length of at least one day such as 1M", s)
	}
}

// amount checks an amount that may be absent; zero says whether it may be 0.
func (v *validator) amount(path string, a money.Amount, zero bool) {
	switch {
	case a == (money.Amount{}):
	case !v.currency.IsZero() && a.Currency() != v.currency:
		v.Addf(path, "in %s, want %s", a.Currency(), v.currency)
	case a.Sign() < 0 || a.Sign() == 0 && !zero || a.Minor() > money.MaxMinor:
		least := "above 0"
		if zero {
			least = "of 0 or more"
		}
		v.Addf(path, "%s, want an amount %s and of at most 10^15 minor units", a.Number(), least)
	}
}

func (v *validator) between(path string, n, low, high int) {
	if n < low || n > high {
		v.Addf(path, "%d, want %d to %d", n, low, high)
	}
}
