package remittance

import (
	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/money"
)

// Bounds of an Input. Amounts are at most [money.MaxMinor] minor units in either
// direction.
const (
	// MaxRules bounds the rules of a tariff.
	MaxRules = 100
	// MaxTiers bounds the tiers of a rule.
	MaxTiers = 100
	// MaxLines bounds the lines of a payment.
	MaxLines = 1000
	// MaxText bounds a label and a phase, in bytes.
	MaxText = 200
)

// Input is a payment on a case, as it was allocated, with what was agreed on
// commission. All amounts are of the currency of Received.
type Input struct {
	// Received is the whole payment; below zero when it is taken back, see
	// [Compute].
	Received money.Amount
	// Direct says that the creditor received the payment, so that none of it is in
	// the collector's hand.
	Direct bool
	// TrustProhibited says that nothing may be accounted for to the creditor on
	// this case (Aptic: prohibitTrustAccounting): what would be payable is held.
	TrustProhibited bool
	// Lines are what the payment settled. None has the sign opposite to Received's,
	// and their sum is at most Received; the rest is unallocated. A component may
	// stand on several lines, which count together.
	Lines []Line
	// Phase of the case on the day of the payment; "" is none, which only rules for
	// any phase match.
	Phase string
	// Tariff is what was agreed.
	Tariff Tariff
	// CreditorCredit is other money that the collector holds for the creditor and
	// may set off against, 0 or more; the zero Amount is none. What the result
	// nets is used up: the caller lowers the credit by it before the next payment.
	CreditorCredit money.Amount
}

// Line is a part of a payment that settled a component.
type Line struct {
	Component allocation.Component
	Amount    money.Amount
}

// LinesOf gives the lines of an allocation, whose payment is then Received.
func LinesOf(r allocation.Result) []Line {
	lines := make([]Line, len(r.Lines))
	for i, l := range r.Lines {
		lines[i] = Line{l.Component, l.Amount}
	}
	return lines
}
