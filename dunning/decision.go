package dunning

import (
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
)

// Decision is where a debt stands on a day and what may be done about it.
type Decision struct {
	Case     string
	AsOf     calendar.Date
	Policy   string
	Currency money.Currency
	// Stage of the whole, Tracks the stage of each track by Track − 1, "" where nothing
	// was done on it.
	Stage  string
	Tracks [Tracks]string
	// Level is the number of the highest level of the claim track that was reached in the
	// present arrears, from 1 in the order of the policy; 0 for none.
	Level int
	// Deadline is the last day of the latest letter of the present arrears.
	Deadline calendar.Date
	Arrears  Arrears
	// Actions may be taken on the as-of day; Blocked says what keeps others back.
	Actions []Action
	Blocked []Block
	// NextReview is the next day on which the decision may change by itself.
	NextReview calendar.Date
	Limitation Limitation
	// LastReturn is the day of the latest debit return, Retry the day from which the
	// debit may be tried again.
	LastReturn, Retry calendar.Date
	Promises          []PromiseState
	Deadlines         []Notification
	Findings          []ledger.Finding
}

// Arrears is what is overdue on a day.
type Arrears struct {
	// Installments is what is open on debts that are late, Interest and Fees what is open
	// of them on the whole case.
	Installments, Interest, Fees, Total money.Amount
	// Since is the first day of the present unbroken period of arrears.
	Since calendar.Date
	// DaysPastDue of the oldest late debt: days after its due day.
	DaysPastDue int
	// Count is how many debts are late, Consecutive how many of them follow each other at
	// most.
	Count, Consecutive int
	Buckets            []Bucket
	Items              []Overdue
}

// Bucket is what has been due for From to Through days, both inclusive; the last has
// no Through (0).
type Bucket struct {
	From, Through, Count int
	Amount               money.Amount
}

// Overdue is a debt that is late.
type Overdue struct {
	ID          string
	Due         calendar.Date
	DaysPastDue int
	// Open is what is open of the debt, without default interest; Owed how that and the
	// interest divide, where it is known.
	Open money.Amount
	Owed Owed
}

// Action is a letter or a step that may be taken on Day.
type Action struct {
	Track Track
	Kind  string
	// Level is its number in the policy, from 1; 0 where it tells of an event.
	Level int
	Day   calendar.Date
	// Since is the first day on which it might have been taken, Rule what gave that day.
	Since calendar.Date
	Rule  string
	// Deadline is the last day of the time that the letter gives if it is sent on Day.
	Deadline calendar.Date
	// Fee is what the letter costs the debtor by tariff FeeCode; the zero Amount where
	// it costs nothing, FeeReason then says why.
	Fee                money.Amount
	FeeCode, FeeReason string
	// Announces is the fee that the letter names as the consequence of not paying.
	Announces      money.Amount
	Text, Citation string
}

// Block is one reason for which an action has to wait.
type Block struct {
	Track          Track
	Action, Reason string
	// Until is the first day on which the reason no longer holds. Open says that its end
	// is not known; Until is then the day on which to look again.
	Until    calendar.Date
	Open     bool
	Citation string
}

// Limitation is the earliest over the debts that are open; zero where not known.
type Limitation struct{ Date, NextInterruption calendar.Date }

// PromiseState is what became of a promise.
type PromiseState struct {
	ID string
	// Date of the promise, and the last day on which paying keeps it.
	Date, Due calendar.Date
	Amount    money.Amount
	// Paid is what of it was paid in time.
	Paid  money.Amount
	State PromiseStateKind
}

// PromiseStateKind says what became of a promise. The zero value is invalid.
type PromiseStateKind uint8

// The states of promises.
const (
	// PromiseOpen can still be kept.
	PromiseOpen PromiseStateKind = iota + 1
	// PromiseKept was paid in time.
	PromiseKept
	// PromiseBroken was not.
	PromiseBroken
)

// Notification is a deadline by which somebody has to be told of a debt.
type Notification struct {
	Kind, Item string
	Day        calendar.Date
	State      NotificationState
}

// NotificationState says where a deadline stands. The zero value is invalid.
type NotificationState uint8

// The states of deadlines.
const (
	// NotificationPending lies ahead.
	NotificationPending NotificationState = iota + 1
	// NotificationDue is today.
	NotificationDue
	// NotificationPassed is over.
	NotificationPassed
	// NotCovered: the time of credit was longer than covered.
	NotCovered
)
