package dunning

import (
	"fmt"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
)

// Validate reports everything that is wrong with what a request has beside its case. The
// error joins [ledger.Problem] values with JSON Pointers into a dunning file.
func (r Request) Validate() error {
	var problems ledger.Problems
	v := requestCheck{&problems, r.Case.Currency}
	if r.Loan != nil {
		v.loan(r.Loan)
	}
	v.installments(&r)
	if r.Policy != nil {
		r.Policy.validate(&problems, r.Case.Currency)
	}
	return problems.Err()
}

// requestCheck collects what is wrong with a request.
type requestCheck struct {
	to       *ledger.Problems
	currency money.Currency
}

// amount checks an amount above zero; optional ones may be missing.
func (v requestCheck) amount(path string, a money.Amount, optional bool) {
	switch {
	case a == money.Amount{} && optional:
	case a == money.Amount{}:
		v.to.Addf(path, "missing, want an amount")
	case a.Sign() <= 0:
		v.to.Addf(path, "%s, want more than 0", a)
	case a.Currency() != v.currency:
		v.to.Addf(path, "%s, want %s", a, v.currency)
	}
}

// day checks a date; optional ones may be missing.
func (v requestCheck) day(path string, d calendar.Date, optional bool) {
	switch {
	case d.IsZero() && optional:
	case d.IsZero():
		v.to.Addf(path, "missing, want a date")
	case d.Year() < ledger.FirstYear || d.Year() > ledger.LastYear:
		v.to.Addf(path, "%s, want a day of the years %d to %d", d, ledger.FirstYear, ledger.LastYear)
	}
}

func (v requestCheck) loan(l *Loan) {
	v.amount("/loan/nominal", l.Nominal, true)
	v.day("/loan/start", l.Start, true)
	v.day("/loan/matures", l.Matures, true)
	if l.Months < 0 || l.Months > MaxInstallments {
		v.to.Addf("/loan/months", "%d, want 1 to %d", l.Months, MaxInstallments)
	}
	if len(l.Returns) > ledger.MaxLife {
		v.to.Addf("/loan/debitReturns", "%d debit returns, want at most %d", len(l.Returns), ledger.MaxLife)
		return
	}
	for i, x := range l.Returns {
		path := fmt.Sprintf("/loan/debitReturns/%d", i)
		v.day(path+"/date", x.Date, false)
		v.day(path+"/recorded", x.Recorded, true)
		v.amount(path+"/amount", x.Amount, true)
	}
}

// installments have to follow each other within the loan.
func (v requestCheck) installments(r *Request) {
	if len(r.Installments) > MaxInstallments {
		v.to.Addf("/loan/installments", "%d installments, want at most %d", len(r.Installments), MaxInstallments)
		return
	}
	var last Installment
	for i, in := range r.Installments {
		path := fmt.Sprintf("/loan/installments/%d", i)
		v.day(path+"/due", in.Due, false)
		v.amount(path+"/amount", in.Amount, false)
		if in.Principal.Sign() < 0 || in.Principal.Minor() > in.Amount.Minor() {
			v.to.Addf(path+"/principal", "%s, want 0 to %s", in.Principal, in.Amount)
		}
		switch {
		case in.No < 1:
			v.to.Addf(path+"/no", "%d, want 1 or more", in.No)
		case i > 0 && in.No <= last.No:
			v.to.Addf(path+"/no", "%d after %d, want more", in.No, last.No)
		}
		if i > 0 && !in.Due.IsZero() && in.Due <= last.Due {
			v.to.Addf(path+"/due", "%s is not after %s, want a later day", in.Due, last.Due)
		}
		last = in
	}
	if r.Loan == nil || len(r.Installments) == 0 {
		return
	}
	if first := r.Installments[0].Due; !first.IsZero() && first < r.Loan.Start {
		v.to.Addf("/loan/installments/0/due", "%s is before the start of the loan %s, want that day or later", first, r.Loan.Start)
	}
	if m := r.Loan.Matures; !m.IsZero() && m < last.Due {
		v.to.Addf("/loan/matures", "%s is before the last installment of %s, want that day or later", m, last.Due)
	}
}
