package dunning

import (
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/fee"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
)

// History is what happened to a debt: facts that count on their own days, and a few
// figures of the day asked for. Its slices are read, never changed.
type History struct {
	Case     string
	Currency money.Currency
	Debtor   ledger.DebtorKind
	Debts    []Debt
	// Receipts settle debts, at the end of their days.
	Receipts []Receipt
	// Payments are what the debtor paid, whatever it settled; promises are kept by them.
	// Where there are none, receipts that are no credits stand in.
	Payments []Payment
	Notices  []ledger.Notice
	// Positions are those of the notices in their file; nil where they are those of the
	// slice.
	Positions []int
	Holds     []ledger.Hold
	Promises  []ledger.Promise
	Titles    []ledger.Title
	// Loan is nil where the debts are claims.
	Loan *Loan
	// Plan is nil where none was agreed.
	Plan *Plan
	// Closed is the day on which the case was closed.
	Closed calendar.Date
	// Interest and Fees are open on the day asked for; Charged lists the fees that were
	// charged until then.
	Interest, Fees money.Amount
	Charged        []fee.Charge
	// Waiting is money of the debtor that is not allocated on the day asked for.
	Waiting money.Amount
	Facts   Facts
	// Findings of what the history comes from; a decision passes them on.
	Findings []ledger.Finding
}

// Debt is a claim or an installment.
type Debt struct {
	ID string
	// Due is the last day on which paying is in time. Invoiced and Demanded are the days
	// of the invoice and of the first demand, zero where there are none.
	Due, Invoiced, Demanded calendar.Date
	// Amount that was owed at first, above zero.
	Amount money.Amount
	// Principal is what is owed of an installment if the whole loan falls due before
	// it; the zero Amount means Amount.
	Principal money.Amount
	// Owed is how what is open on the day asked for divides; the zero value where that
	// is not known.
	Owed Owed
	// Limitation is the last day on which the debt is not barred, NextInterruption the
	// day by which limitation should be interrupted again; zero where not known.
	Limitation, NextInterruption calendar.Date
}

// Owed are the components of a claim that are open.
type Owed struct{ Principal, Capitalized, ContractInterest, DefaultInterest money.Amount }

// Receipt is money, or a credit, that settles debts from the end of Date on.
type Receipt struct {
	Date calendar.Date
	// Amount is below zero where a debt grows.
	Amount money.Amount
	// Debt is the number of the debt that is settled, from 1; 0 settles the debts by
	// their due days, oldest first.
	Debt int
	// Credit says that nobody paid: an adjustment, a write-off, a credit note.
	Credit bool
}

// Payment is money that the debtor paid on Date.
type Payment struct {
	Date   calendar.Date
	Amount money.Amount
}

// Loan is what gates and stages ask of a loan.
type Loan struct {
	// Nominal amount, at least that of every share asked for.
	Nominal money.Amount
	Start   calendar.Date
	Months  int
	// Secured says that the loan is secured by land.
	Secured bool
	// Matures is the day on which the loan ends; zero where it is not known.
	Matures calendar.Date
	Returns []Return
}

// Return is a direct debit that came back on Date. Code is the reason, such as AC04.
type Return struct {
	Date, Recorded calendar.Date
	Amount         money.Amount
	Code           string
}

// Plan is where an agreed payment plan stands.
type Plan struct {
	// Pauses says that the plan holds: it is neither a proposal nor broken, ended or
	// fulfilled.
	Pauses bool
	// Broken says that less was paid than the plan asks for.
	Broken bool
	// Until is the first day on which the plan would be broken if nothing more is paid;
	// zero where it does not break by itself.
	Until calendar.Date
}

// Facts are what guards of fees ask.
type Facts struct {
	// FeesAgreed says that fees were agreed when the debt arose, ByCreditor that the
	// creditor collects itself, Enforceable that the debt can be enforced without a
	// judgment, NoVATDeduction that the creditor cannot deduct value added tax.
	FeesAgreed, ByCreditor, Enforceable, Disputed, NoVATDeduction bool
	// Mandate is the day on which the collector was charged with the case.
	Mandate calendar.Date
	// Origin is the day on which the oldest claim arose.
	Origin calendar.Date
}
