package contract

import "github.com/skuld-go/skuld/internal/words"

// Kind is how a contract pays its principal back. The zero value is invalid.
type Kind uint8

const (
	// Bullet pays the principal at maturity and interest until then (ACTUS: PAM). With
	// interest capitalized throughout and no maturity it is money that compounds until
	// further notice (UMP); with a maturity, call money that was not called (CLM).
	Bullet Kind = iota + 1
	// Linear pays agreed parts of the principal, with the interest beside them (LAM).
	// Several repayments with amounts and distances of their own make steps, and one
	// with a negative amount draws further money (LAX).
	Linear
	// NegativeAmortizing pays a level amount, of which interest takes its part first.
	// The level stays when the rate is reset: where it does not cover the interest the
	// balance grows (NAM).
	NegativeAmortizing
	// Annuity pays a level amount, of which interest takes its part first. The level is
	// given or derived so that the last date closes the loan, and derived anew whenever
	// the rate is reset (ANN).
	Annuity
)

var kindWords = []string{"bullet", "linear", "negative-amortizing", "annuity"}

// ParseKind reads the word of a kind, such as "annuity".
func ParseKind(s string) (Kind, error) { return words.Parse[Kind](kindWords, "a kind of contract", s) }

// String is the word that ParseKind reads, or kind(n) for an invalid value.
func (k Kind) String() string { return words.Of(kindWords, "kind", k) }

// levelled reports whether the interest is a part of what is repaid.
func (k Kind) levelled() bool { return k == NegativeAmortizing || k == Annuity }

// AccrueOn says which day bounds interest where a date moves to a business day. The
// zero value is invalid.
type AccrueOn uint8

const (
	// Unadjusted counts interest to the date of the schedule (ACTUS: CS…).
	Unadjusted AccrueOn = iota + 1
	// Adjusted counts interest to the business day (ACTUS: SC…).
	Adjusted
)

var accrueOnWords = []string{"unadjusted", "adjusted"}

// ParseAccrueOn reads "unadjusted" or "adjusted".
func ParseAccrueOn(s string) (AccrueOn, error) {
	return words.Parse[AccrueOn](accrueOnWords, "a way to accrue", s)
}

// String is the word that ParseAccrueOn reads, or accrual(n) for an invalid value.
func (a AccrueOn) String() string { return words.Of(accrueOnWords, "accrual", a) }

// EventKind is what happens on a date. The order of the constants is the order of the
// events of one day. The zero value is invalid.
type EventKind uint8

const (
	// Disbursed pays principal and premium out to the borrower (ACTUS: IED).
	Disbursed EventKind = iota + 1
	// Repaid pays principal back; a negative amount adds to it, where a level does not
	// cover the interest (PR).
	Repaid
	// Drawn pays further principal out (PI).
	Drawn
	// InterestPaid pays what has accrued (IP).
	InterestPaid
	// Capitalized adds what has accrued to the balance; nothing is paid (IPCI).
	Capitalized
	// RateFixed is the start of a rate that was agreed before (RRF).
	RateFixed
	// RateReset is the start of a rate found from a fixing (RR).
	RateReset
	// LevelSet is the start of a level that was derived (PRF).
	LevelSet
	// Terminated ends the contract early, at a price and with the accrued interest (TD).
	Terminated
	// Matured pays what is still open (MD).
	Matured
)

var eventWords = []string{"disbursed", "repaid", "drawn", "interest-paid", "capitalized", "rate-fixed", "rate-reset", "level-set", "terminated", "matured"}

// String is a word such as "interest-paid", or event(n) for an invalid value.
func (k EventKind) String() string { return words.Of(eventWords, "event", k) }
