package ledger

import "github.com/skuld-go/skuld/money"

// Status says how a case stands as a whole. The zero value is invalid.
type Status uint8

const (
	// Open cases owe something.
	Open Status = iota + 1
	// SettledInFull cases owe nothing and hold nothing.
	SettledInFull
	// RefundDue cases owe nothing and hold money of the payer's.
	RefundDue
	// OverRefunded cases returned more than there was to return.
	OverRefunded
)

var statusNames = []string{"", "open", "settled", "refund-due", "over-refunded"}

// String is the word used in files.
func (s Status) String() string { return kindName(statusNames, uint8(s)) }

// Balance is what of the money received is not with the debt. Components of the
// debt are never negative: what was paid too much stands here. At most one of the
// amounts is above zero.
type Balance struct {
	Status Status
	// Held is money that waits while something is open: it was blocked, or the order
	// does not reach what is open.
	Held money.Amount
	// RefundDue is money that waits while nothing is open.
	RefundDue money.Amount
	// OverRefunded was returned and should not have been.
	OverRefunded money.Amount
}

// balanceOf reads the balance from what is owed and what is unallocated, which is
// below zero where more was returned than there was.
func balanceOf(owed money.Amount, unallocated int64) Balance {
	of := func(minor int64) money.Amount { return money.FromMinor(minor, owed.Currency()) }
	b := Balance{Status: SettledInFull, Held: of(0), RefundDue: of(0), OverRefunded: of(max(0, -unallocated))}
	switch {
	case owed.Sign() > 0:
		b.Status, b.Held = Open, of(max(0, unallocated))
	case unallocated > 0:
		b.Status, b.RefundDue = RefundDue, of(unallocated)
	}
	if unallocated < 0 {
		b.Status = OverRefunded
	}
	return b
}
