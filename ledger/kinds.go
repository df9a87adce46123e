package ledger

import (
	"errors"
	"fmt"
	"strings"
)

// ErrNoKind marks a word that none of the lists of kinds has.
var ErrNoKind = errors.New("not a known word")

// DebtorKind says whether the debtor acts as a consumer. The zero value is
// unknown.
type DebtorKind uint8

const (
	// Consumer is a natural person acting outside a trade or profession.
	Consumer DebtorKind = iota + 1
	// Business is everybody else.
	Business
)

var debtorNames = []string{"", "consumer", "business"}

// ClaimKind says what a claim arises from. The zero value means Invoice.
type ClaimKind uint8

// The kinds of claims.
const (
	Invoice ClaimKind = iota + 1
	Loan
	ConsumerCredit
	Mortgage
	Rent
	Damages
	OtherClaim
	// CreditNote is a claim of the debtor's: it nets the principal of claims, oldest
	// first, from its value date.
	CreditNote
	// CapitalizedInterest is former interest that is a claim of its own: its principal is
	// capitalized interest from the start, and what it bears has to be stated.
	CapitalizedInterest
)

var claimNames = []string{"", "invoice", "loan", "consumer-credit", "mortgage", "rent", "damages", "other", "credit-note", "capitalized-interest"}

// Basis says where a rate comes from. The zero value is invalid.
type Basis uint8

const (
	// BasisStatutory is the late interest of the case's jurisdiction.
	BasisStatutory Basis = iota + 1
	// BasisFixed is a rate of its own.
	BasisFixed
	// BasisReference is a published series with multiplier and margin.
	BasisReference
	// BasisNone bears nothing.
	BasisNone
)

var basisNames = []string{"", "statutory", "fixed", "reference", "none"}

// Reset says whether a reference rate follows its series. The zero value leaves
// the choice to the statute, or means Floating.
type Reset uint8

const (
	// Floating follows the series day by day.
	Floating Reset = iota + 1
	// FixedAtStart keeps the value of the first bearing day.
	FixedAtStart
)

var resetNames = []string{"", "floating", "fixed-at-start"}

// PaymentDay says whether the day of a payment bears interest on what it pays.
// The zero value means Bears.
type PaymentDay uint8

const (
	// Bears lets payments act at the end of their day.
	Bears PaymentDay = iota + 1
	// Free lets payments act at the start of their day.
	Free
)

var paymentDayNames = []string{"", "bears", "free"}

// InterestKind says what a claim's interest is for. The zero value means
// ForDelay.
type InterestKind uint8

const (
	// ForDelay is default interest.
	ForDelay InterestKind = iota + 1
	// ForCredit is contract interest.
	ForCredit
)

var interestKindNames = []string{"", "default", "contract"}

// Compounding says when interest starts to bear interest. The zero value leaves
// the choice to the statute, or means Simple.
type Compounding uint8

const (
	// Simple interest never bears interest.
	Simple Compounding = iota + 1
	// Annual lets the unpaid interest of each year join the bearing balance on the
	// anniversary of the first bearing day.
	Annual
)

var compoundingNames = []string{"", "none", "annual"}

// ParseCompounding reads "none" or "annual".
func ParseCompounding(s string) (Compounding, error) {
	k, err := parseKind(compoundingNames, s)
	return Compounding(k), err
}

// String is the word used in files.
func (c Compounding) String() string { return kindName(compoundingNames, uint8(c)) }

// parseKind finds a word in a list whose first entry is the zero value.
func parseKind(names []string, s string) (uint8, error) {
	for i, name := range names {
		if i > 0 && name == s {
			return uint8(i), nil
		}
	}
	last := len(names) - 1
	return 0, fmt.Errorf("%w, want %s or %s", ErrNoKind, strings.Join(names[1:last], ", "), names[last])
}

func kindName(names []string, k uint8) string {
	if int(k) < len(names) {
		return names[k]
	}
	return ""
}

// ParseDebtorKind reads "consumer" or "business".
func ParseDebtorKind(s string) (DebtorKind, error) {
	k, err := parseKind(debtorNames, s)
	return DebtorKind(k), err
}

// ParseClaimKind reads "invoice", "loan", "consumer-credit", "mortgage", "rent",
// "damages", "other", "credit-note" or "capitalized-interest".
func ParseClaimKind(s string) (ClaimKind, error) {
	k, err := parseKind(claimNames, s)
	return ClaimKind(k), err
}

// ParseBasis reads "statutory", "fixed", "reference" or "none".
func ParseBasis(s string) (Basis, error) {
	k, err := parseKind(basisNames, s)
	return Basis(k), err
}

// ParseReset reads "floating" or "fixed-at-start".
func ParseReset(s string) (Reset, error) {
	k, err := parseKind(resetNames, s)
	return Reset(k), err
}

// ParsePaymentDay reads "bears" or "free".
func ParsePaymentDay(s string) (PaymentDay, error) {
	k, err := parseKind(paymentDayNames, s)
	return PaymentDay(k), err
}

// ParseInterestKind reads "default" or "contract".
func ParseInterestKind(s string) (InterestKind, error) {
	k, err := parseKind(interestKindNames, s)
	return InterestKind(k), err
}

// String is the word used in files.
func (k DebtorKind) String() string { return kindName(debtorNames, uint8(k)) }

// String is the word used in files.
func (k ClaimKind) String() string { return kindName(claimNames, uint8(k)) }

// String is the word used in files.
func (b Basis) String() string { return kindName(basisNames, uint8(b)) }

// String is the word used in files.
func (r Reset) String() string { return kindName(resetNames, uint8(r)) }

// String is the word used in files.
func (d PaymentDay) String() string { return kindName(paymentDayNames, uint8(d)) }

// String is the word used in files.
func (k InterestKind) String() string { return kindName(interestKindNames, uint8(k)) }
