package paymentplan

import (
	"time"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
	"github.com/skuld-go/skuld/paymentplan/apr"
)

// Request asks for a plan. Amounts are in one currency: that of Debt, or of the case.
// Zero values mean what the comments say; the zero Amount is no amount.
type Request struct {
	Kind Kind
	// Debt is what is paid off, above zero; a plan over a case has none here.
	Debt money.Amount
	// Interest is what the debt bears; without a rate it bears nothing. A plan over a
	// case bears the terms of its claims instead.
	Interest interest.Terms
	// Rounding of the interest of a row; the zero value means half up to one minor
	// unit.
	Rounding money.Rounding

	// Start is the day from which interest runs, inclusive; required.
	Start calendar.Date
	// First is the first due date, on or after Start, from which the others are
	// counted; without it they are counted from Start and begin one Every after it.
	First calendar.Date
	// Every is the distance of due dates; zero means a month.
	Every calendar.Span
	// FreeMonths are months without rows.
	FreeMonths []time.Month

	// Count is the number of rows, 1 to MaxRows, of Grace as well; End is the last day
	// on which a row may fall due, inclusive. Only one of them may be given.
	Count int
	End   calendar.Date
	// Amount is the level: what a row pays, invoice fee included, or in linear kinds
	// its principal part. Final is the most that the last row may pay.
	Amount, Final money.Amount
	// Step is what a level that is solved is a multiple of; zero means one minor unit.
	Step money.Amount
	// Posting says whether rows are rounded. Without rounding a level that is solved is
	// exact, and Step and LastRow have no bearing.
	Posting Posting
	// LastRow says how a solved level meets the step.
	LastRow LastRow
	// Residual says what becomes of what is open after the last row.
	Residual Residual
	Fees     Fees
	Grace    Grace
	// Deviations are rows that the parties agreed otherwise.
	Deviations []Deviation
	// Periods replace First, Every and Amount inside their dates.
	Periods []Period

	// InvoiceLeadDays is how long before its due date a row is invoiced.
	InvoiceLeadDays int
	// Calendar tells business days; Adjust moves due dates to them, zero meaning
	// Following where there is a calendar. AccrueOn says whether interest follows.
	Calendar *calendar.Calendar
	Adjust   calendar.Convention
	AccrueOn AccrueOn

	// Creditors share what a debt relief pays, pro rata of what they were admitted
	// with.
	Creditors []Creditor

	// APR says by whose law the annual percentage rate is worked out; zero means EU.
	APR apr.Law

	// SuspendInterest lets no interest run while the plan holds; a debt relief does so
	// always.
	SuspendInterest bool
	// Life is what happened to the plan since; nil where only its rows are asked for.
	Life *Life
	// Findings about the terms, shown with the schedule.
	Findings []ledger.Finding
}

// Fees are what a plan charges; the zero Amount charges nothing.
type Fees struct {
	// Registration is charged once, with row 1 and on top of its amount; Invoice with
	// every row that is invoiced, within its amount.
	Registration, Invoice money.Amount
	// Reminder is charged for a row that is late; it is in no row, and shown as what
	// the row would cost then.
	Reminder money.Amount
	// Caps are what the law lets them be at most; fees above are lowered to them.
	Caps []FeeCap
}

// FeeCap is the most that a fee may be by law.
type FeeCap struct {
	// Fee is the field of Fees, "registration", "invoice" or "reminder".
	Fee      string
	Most     money.Amount
	Citation string
	// Unknown is why Most is not known, such as a law before the table; nil where it is.
	// The fee then stays as it was asked for, with a finding.
	Unknown error
}

// Grace lets the first rows pay less. Numbers count rows.
type Grace struct {
	// Principal rows pay no principal, Interest rows no interest: it is carried to the
	// row after them, and bears nothing.
	Principal, Interest int
}

// Deviation is a row that the parties agreed otherwise.
type Deviation struct {
	// No is the number of the row, from 1.
	No int
	// Due is its due date; zero leaves it.
	Due calendar.Date
	// Amount is what is paid in it, fees included; nil leaves it.
	Amount *money.Amount
}

// Period is a stretch of days with rows of their own: the dates Start, Start + Every,
// … through End, but not the start of the plan itself.
type Period struct {
	// Start and End are inclusive; a zero End leaves the last period open.
	Start, End calendar.Date
	// Every zero means that of the request.
	Every calendar.Span
	// Amount is the level inside; the zero Amount leaves it to be solved.
	Amount money.Amount
}

// Creditor is one of those who share a debt relief.
type Creditor struct {
	ID       string
	Admitted money.Amount
}

// Life is what happened to a plan.
type Life struct {
	// AsOf is the day, inclusive, through which payments count; required.
	AsOf calendar.Date
	// Payments are matched to rows, oldest first.
	Payments []Payment
	// Tolerance is what a row may lack and still count as paid; ToleranceDays is how
	// long after its due date a row may be paid and still be in time.
	Tolerance     money.Amount
	ToleranceDays int
	OnShortage    OnShortage
	// Proposal says that the plan is not agreed yet.
	Proposal bool
	// Ended is how a party ended the plan; nil while it holds.
	Ended *Ending
	// SettleOn asks for the sum that settles the plan early on that day; zero asks for
	// none.
	SettleOn calendar.Date
	// Restructure asks how the plan goes on otherwise from a day; nil asks for nothing.
	Restructure *Restructuring
}

// Payment is money received on Date for a plan.
type Payment struct {
	ID     string
	Date   calendar.Date
	Amount money.Amount
}

// Ending is the end of a plan before its last row.
type Ending struct {
	// Date is the last day of the plan, inclusive.
	Date   calendar.Date
	Reason string
	// Revive lets the interest that the plan suspended be owed after all.
	Revive bool
}

// Restructuring changes a plan from a day on.
type Restructuring struct {
	Date   calendar.Date
	Change Change
	// Interest says what becomes of interest that is open on Date; required.
	Interest InterestPolicy
	// First, Every, Count, Amount and End are as in [Request], for the rows after Date.
	// Reamortize takes none of them but Amount.
	First  calendar.Date
	Every  calendar.Span
	Count  int
	Amount money.Amount
	End    calendar.Date
}

// Search asks for the plans that keep within constraints; zero values constrain
// nothing.
type Search struct {
	// MaxCount is the most rows, MaxAmount the most that a row may pay, the
	// registration fee aside. EndBefore is a day before which the last row is due.
	MaxCount  int
	MaxAmount money.Amount
	EndBefore calendar.Date
	// Minimize ranks what is found.
	Minimize Objective
}
