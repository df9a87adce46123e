package ledger

import (
	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/money"
)

// Opening is where a claim stood at the end of Through, inclusive, when its books
// were taken over. Accrual goes on from the next day; what happened before is not
// in the case.
type Opening struct {
	Through calendar.Date
	// Principal that remained; interest due and unpaid of either kind.
	Principal, ContractInterest, Interest money.Amount
}

// Adjustment changes what is owed on one component of an item at the end of Date:
// a credit, a correction. Amount is signed and not zero.
type Adjustment struct {
	ID, Item       string
	Date, Recorded calendar.Date
	Component      allocation.Component
	Amount         money.Amount
	Reason         string
}

// Capitalization turns the interest of a claim that is due through Date,
// inclusive, into a part of the debt that bears interest from the next day.
type Capitalization struct {
	ID, Item       string
	Date, Recorded calendar.Date
}

// Scope says what a hold stops. The zero value is invalid.
type Scope uint8

const (
	// HoldInterest lets days pass without interest, never to be recovered.
	HoldInterest Scope = iota + 1
	// HoldDunning pauses dunning; it changes no figure.
	HoldDunning
	// HoldFees bars the raising of fees.
	HoldFees
	// HoldPayments keeps money that nobody directed from the items.
	HoldPayments
)

var scopeNames = []string{"", "interest", "dunning", "fees", "payments"}

// ParseScope reads "interest", "dunning", "fees" or "payments". The error wraps
// ErrNoKind.
func ParseScope(s string) (Scope, error) {
	k, err := parseKind(scopeNames, s)
	return Scope(k), err
}

// String is the word used in files.
func (s Scope) String() string { return kindName(scopeNames, uint8(s)) }

// Hold stops something on the days From through Through, both inclusive; a zero
// Through is open. Items names claims or fees; none means all.
type Hold struct {
	ID            string
	Scope         Scope
	Items         []string
	From, Through calendar.Date
	Recorded      calendar.Date
	Reason        string
}

// Effect says what a reversal does. The zero value means Void.
type Effect uint8

const (
	// Void makes the payment count as never made.
	Void Effect = iota + 1
	// Mirror reverses every line of the payment on the day of the reversal.
	Mirror
	// ToPrincipal returns what the payment settled on each claim to its principal.
	ToPrincipal
	// Ratio returns it in the ratio of what is open.
	Ratio
)

var effectNames = []string{"", "void", "mirror", "principal", "ratio"}

// ParseEffect reads "void", "mirror", "principal" or "ratio". The error wraps
// ErrNoKind.
func ParseEffect(s string) (Effect, error) {
	k, err := parseKind(effectNames, s)
	return Effect(k), err
}

// String is the word used in files.
func (e Effect) String() string { return kindName(effectNames, uint8(e)) }

// Reversal takes a payment back: a returned direct debit, a chargeback.
type Reversal struct {
	ID, Payment    string
	Date, Recorded calendar.Date
	Effect         Effect
}

// Refund is money returned to the payer on Date. It is taken from what Payment, if
// named, left unallocated, then from what the others left; beyond that too much was
// returned.
type Refund struct {
	ID             string
	Date, Recorded calendar.Date
	Amount         money.Amount
	Payment        string
	Reason         string
}

// WriteOffKind says why something is no longer asked for. The zero value means
// WriteOffLoss.
type WriteOffKind uint8

const (
	// WriteOffLoss gives up what cannot be collected; value added tax in it may be
	// recoverable.
	WriteOffLoss WriteOffKind = iota + 1
	// Waiver releases the debtor.
	Waiver
)

var writeOffNames = []string{"", "write-off", "waiver"}

// ParseWriteOffKind reads "write-off" or "waiver". The error wraps ErrNoKind.
func ParseWriteOffKind(s string) (WriteOffKind, error) {
	k, err := parseKind(writeOffNames, s)
	return WriteOffKind(k), err
}

// String is the word used in files.
func (k WriteOffKind) String() string { return kindName(writeOffNames, uint8(k)) }

// WriteOff takes what is open at the end of Date off the debt: on Item, or on all
// items where that is empty; on Components, or on all where there are none; Amount
// of it, or all where that is zero.
type WriteOff struct {
	ID, Item       string
	Date, Recorded calendar.Date
	Kind           WriteOffKind
	Components     []allocation.Component
	Amount         money.Amount
	Reason         string
}

// Disposition says what becomes of what is still open when a case is closed. The
// zero value leaves it open.
type Disposition uint8

// The dispositions of a rest.
const (
	WrittenOff Disposition = iota + 1
	Returned
	Waived
	Settled
	DebtRelief
	SmallBalance
)

var dispositionNames = []string{"", "written-off", "returned", "waived", "settled", "debt-relief", "small-balance"}

// ParseDisposition reads "written-off", "returned", "waived", "settled",
// "debt-relief" or "small-balance". The error wraps ErrNoKind.
func ParseDisposition(s string) (Disposition, error) {
	k, err := parseKind(dispositionNames, s)
	return Disposition(k), err
}

// String is the word used in files.
func (d Disposition) String() string { return kindName(dispositionNames, uint8(d)) }

// Closing ends a case: no interest runs after Date, and what is still open then is
// disposed of as Disposition says. Tolerance is the most that a small balance may
// be.
type Closing struct {
	Date, Recorded calendar.Date
	Disposition    Disposition
	Tolerance      money.Amount
}

// voids reports whether the payment counts as never made.
func (r Reversal) voids() bool { return r.Effect == Void || r.Effect == 0 }

// Refix is the fixed rate that holds from a day on, until the next.
type Refix struct {
	From calendar.Date
	Rate interest.Percent
}

// Notice is a letter to the debtor, or a step for or against them. Its Kind is any word.
// These kinds are acts in the law of limitation: letters that ask for payment, by what
// the ladders of dunning call them (reminder, demand, letter and others), are demands;
// action, payment-order, application and claim-form are proceedings from their filing,
// the last two being the ladders' step to court; enforcement, bankruptcy, negotiation,
// acknowledgement and written-acknowledgement are what they say.
type Notice struct {
	ID, Kind string
	// Delivered is Sent or later. Through is the last day of what lasts: of proceedings
	// and negotiations.
	Sent, Delivered, Through calendar.Date
	Recorded                 calendar.Date
	// Level is the number of the level of a dunning policy that the letter takes, from
	// 1; 0 leaves it to the letter's kind.
	Level int
	// Fee is the fee that the letter announces; the zero Amount where it names none.
	Fee money.Amount
}

// Promise is a promise of the debtor to pay Amount by Due.
type Promise struct {
	ID                  string
	Date, Due, Recorded calendar.Date
	Amount              money.Amount
}
