package dunning

import (
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
)

// Request is a case with what dunning asks of it beside: the loan behind it, the
// policy, and facts for guards of fees.
type Request struct {
	Case ledger.Case
	// Loan is nil where the case is about claims. Installments are its schedule; a case
	// that was made of them ([CaseOf]) has a claim for each.
	Loan         *Loan
	Installments []Installment
	// PolicyName names a policy of the jurisdictions; "" and no Policy take that of the
	// case's jurisdiction.
	PolicyName string
	// Policy of one's own; nil where it is named.
	Policy *Policy
	Facts  Facts
}

// Installment is one row of a loan's schedule.
type Installment struct {
	No  int
	Due calendar.Date
	// Amount that falls due, Principal what of it is principal; the zero Amount where
	// that is not known.
	Amount, Principal money.Amount
}

// MaxInstallments of a loan.
const MaxInstallments = 1200
