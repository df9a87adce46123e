package remittance

import (
	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/money"
)

// Remittance is the settlement of one payment between collector and creditor,
// with its reasons. All amounts are of one currency. None has the sign opposite
// to Received's: a payment that is taken back has them at or below zero, and what
// is then payable is a claim on the creditor.
//
// The names that Aptic's payment has for these figures are methods, with the
// reading of each in its comment.
type Remittance struct {
	// Received is the whole payment: Allocated + Unallocated.
	Received money.Amount
	// Direct says that the creditor received it.
	Direct bool
	// TrustProhibited says that what would be payable is held.
	TrustProhibited bool
	// Phase of the case that the rules were asked for.
	Phase string

	// Allocated is the sum of the lines: the bases of Lines, Retentions and Free.
	Allocated money.Amount
	// Unallocated settled nothing yet. In hand it is held apart, neither
	// withdrawn from nor remitted until it is allocated; of a direct payment it is
	// with the creditor.
	Unallocated money.Amount
	// Free settled components that no rule names.
	Free money.Amount

	// Lines are the commission, one per rule that had a base, in the tariff's
	// order.
	Lines []CommissionLine
	// Retentions are what belongs to the collector whole, one per rule.
	Retentions []Retention
	// Rounding is how each line was rounded, on absolute values.
	Rounding money.Rounding
	// VATRate is the per cent of VAT on Commission.Due.
	VATRate interest.Percent
	// VATRounding is how the VAT was rounded, on absolute values.
	VATRounding money.Rounding
	// VATExact is Commission.Due × VATRate before rounding.
	VATExact money.Exact

	// Commission is the sum of the lines and how it is taken.
	Commission Leg
	// VAT is VATExact rounded and how it is taken.
	VAT Leg
	// Retained is the sum of Retentions of a payment in hand.
	Retained money.Amount
	// RetainedToInvoice is the sum of Retentions of a direct payment: the creditor
	// received what belongs to the collector and owes it. It is not netted.
	RetainedToInvoice money.Amount

	// Payable is the remittance to the creditor: Allocated − Retained − what is
	// withdrawn, for a payment in hand without prohibition.
	Payable money.Amount
	// Held is what would be payable, where trust accounting is prohibited.
	Held money.Amount
}

// Leg is an amount due to the collector and how it is taken:
// Due = Withdrawn + Netted + ToInvoice.
type Leg struct {
	// Due is owed to the collector.
	Due money.Amount
	// Withdrawn is withheld from this payment.
	Withdrawn money.Amount
	// Netted is set off against other money of the creditor.
	Netted money.Amount
	// ToInvoice remains to be invoiced, or below zero to be credited.
	ToInvoice money.Amount
}

// CommissionLine is the commission by one rule.
type CommissionLine struct {
	// Rule is the position of the rule in the tariff.
	Rule int
	// Label of the rule.
	Label string
	// Components that the rule decided and the payment settled.
	Components []allocation.Component
	// Base is what the payment settled of them.
	Base money.Amount
	// Steps are the per cent of the base, or of its tiers; they add up to Base.
	Steps []Step
	// Flat is the sum per payment, 0 if the rule has none.
	Flat money.Amount
	// Min and Max of the rule, with the sign of the payment; the zero Amount is
	// none.
	Min, Max money.Amount
	// Before is the sum of the steps and Flat, before Min and Max.
	Before money.Exact
	// Exact is Before held between Min and Max.
	Exact money.Exact
	// Amount is Exact rounded. A rounding step of more than one minor unit may
	// carry it past Min or Max.
	Amount money.Amount
}

// Step is a slice of a base and its commission.
type Step struct {
	// Slice is the part of the base.
	Slice money.Amount
	// Percent of the slice.
	Percent interest.Percent
	// Exact is Slice × Percent.
	Exact money.Exact
}

// Retention is what one rule leaves to the collector whole.
type Retention struct {
	// Rule is the position of the rule in the tariff.
	Rule int
	// Label of the rule.
	Label string
	// Components that the rule decided and the payment settled.
	Components []allocation.Component
	// Amount is what the payment settled of them.
	Amount money.Amount
}
