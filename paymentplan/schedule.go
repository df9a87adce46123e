package paymentplan

import (
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
)

// Schedule is a plan worked out, row by row.
type Schedule struct {
	Kind     Kind
	Currency money.Currency
	// Case is the id of the case that the plan is over; empty for a bare debt.
	Case  string
	Start calendar.Date
	Rows  []Row
	// Totals add up the rows.
	Totals Totals
	// Level is what a row pays, or in linear kinds its principal part; zero for
	// interest only.
	Level money.Amount
	// Residual is what is open after the last row; Waived says that it is waived when
	// the plan is fulfilled.
	Residual money.Amount
	Waived   bool
	// RemainingCount is the number of rows that are not paid, Next what is payable
	// next; nil where every row is paid.
	RemainingCount int
	Next           *Due
	// Exact is the plan before any rounding; nil where rows are posted in whole minor
	// units.
	Exact *ExactPlan
	// APR is what the plan costs a year.
	APR *APR
	// Standing says where the plan stands; nil where nothing was asked of its life.
	Standing *Standing
	// Settlement is the sum that settles the plan on a day; nil where none was asked
	// for.
	Settlement *Settlement
	// Returned is what goes back when the plan has ended early; nil while it holds.
	Returned *Returned
	// Restructured is how the plan goes on; nil where nothing was asked.
	Restructured *Restructured
	Findings     []ledger.Finding

	over         *over         // the case behind it, nil for a bare debt
	registration int64         // the registration fee in row 1, in minor units
	every        calendar.Span // the distance of due dates outside periods
}

// Row is one installment: Amount = Principal + Interest + Fee, and Closing = Opening
// − Principal.
type Row struct {
	// No counts from 1.
	No int
	// InvoiceDate is when it is invoiced, DueDate the last day on which paying is in
	// time.
	InvoiceDate, DueDate calendar.Date
	// Opening and Closing are the principal before and after the row; over a case the
	// whole debt.
	Opening, Closing money.Amount
	// Interest, Fee and Principal are the parts of Amount.
	Interest, Fee, Principal, Amount money.Amount
	// Carried is interest that accrued and is left to later rows.
	Carried money.Amount
	// Segments explain the interest that accrues since the row before; over a case the
	// statement does.
	Segments []interest.Segment
	// Lines are what the payment of the row settles, for a plan over a case.
	Lines []ledger.Line
	// Shares are what each creditor gets of a debt relief.
	Shares []Share
	// IfLate is Amount with the reminder fee; the zero Amount where there is none.
	IfLate money.Amount
	// Paid and Unpaid add up to Amount; PaidDate is the date of the payment that
	// settled the row, zero while it is open.
	Paid, Unpaid money.Amount
	PaidDate     calendar.Date
}

// Share is the part of a creditor in a row.
type Share struct {
	Creditor string
	Amount   money.Amount
}

// Totals add up rows: Amount = Principal + Interest + Fee.
type Totals struct{ Amount, Principal, Interest, Fee money.Amount }

// Due is a sum payable on a day.
type Due struct {
	Date   calendar.Date
	Amount money.Amount
}

// Standing is where a plan stands on a day.
type Standing struct {
	AsOf  calendar.Date
	State State
	// Since is the day from which State holds; zero for Proposed and Active.
	Since calendar.Date
	// Reason says why, "" for Proposed and Active.
	Reason string
	// Shortage is what is past due and unpaid.
	Shortage money.Amount
	// Overpaid is what was paid beyond the last row.
	Overpaid money.Amount
}

// Settlement is the sum that settles a plan on a day.
type Settlement struct {
	On calendar.Date
	// Amount = Principal + Interest + Fee − Prepaid, or 0 where more was prepaid.
	Amount, Principal, Interest, Fee money.Amount
	// Prepaid is money that was paid for rows that are not due.
	Prepaid money.Amount
	// Saved is the interest and the fees of rows that then fall away.
	Saved money.Amount
}

// Returned is what is owed when a plan has ended before it was fulfilled.
type Returned struct {
	On     calendar.Date
	Reason string
	// Total = Principal + Interest + Fee.
	Total, Principal, Interest, Fee money.Amount
	// Revived is the interest that the plan had suspended and that is owed after all;
	// it is part of Interest. Segments explain it.
	Revived  money.Amount
	Segments []interest.Segment
}

// Restructured is a plan that goes on otherwise, with what it takes over.
type Restructured struct {
	On       calendar.Date
	Change   Change
	Interest InterestPolicy
	// Principal is what the new rows pay off. OpenInterest and OpenFees were unpaid on
	// the day; of the interest the policy says where it went.
	Principal, OpenInterest, OpenFees money.Amount
	Schedule                          *Schedule
}

// Found is the answer of a search.
type Found struct {
	// Candidates are the plans that keep within the constraints, best first; at most
	// MaxCandidates.
	Candidates []Candidate
	// Best is the schedule of the first candidate; nil where there is none.
	Best *Schedule
	// Reason says why there is no candidate, "" where there is one.
	Reason string
}

// Candidate is a plan found.
type Candidate struct {
	Count int
	// Level is as in [Schedule], Largest the most that a row pays, the registration fee
	// aside, Last what the last row pays.
	Level, Largest, Last money.Amount
	// End is the last due date. Cost is the interest and the fees of all rows, Total
	// what is paid in all.
	End         calendar.Date
	Cost, Total money.Amount
}
