package remittance

import (
	"slices"

	"github.com/skuld-go/skuld/money"
)

// Reverse is the exact opposite of an earlier remittance, for a payment that is
// taken back whole: the two sum to zero in every figure. What was withdrawn is
// given back to the money in hand, what was netted goes back to the creditor's
// credit, what was invoiced is credited, and what was paid out is a claim on the
// creditor. The reverse of a reverse is the remittance itself. The result shares
// no memory with r.
func Reverse(r Remittance) Remittance {
	for _, a := range []*money.Amount{
		&r.Received, &r.Allocated, &r.Unallocated, &r.Free,
		&r.Retained, &r.RetainedToInvoice, &r.Payable, &r.Held,
	} {
		*a = a.Neg()
	}
	r.VATExact = r.VATExact.Neg()
	r.Commission, r.VAT = r.Commission.neg(), r.VAT.neg()
	r.Lines = slices.Clone(r.Lines)
	for i := range r.Lines {
		r.Lines[i] = r.Lines[i].neg()
	}
	r.Retentions = slices.Clone(r.Retentions)
	for i := range r.Retentions {
		r.Retentions[i].Components = slices.Clone(r.Retentions[i].Components)
		r.Retentions[i].Amount = r.Retentions[i].Amount.Neg()
	}
	return r
}

func (l Leg) neg() Leg {
	return Leg{l.Due.Neg(), l.Withdrawn.Neg(), l.Netted.Neg(), l.ToInvoice.Neg()}
}

func (l CommissionLine) neg() CommissionLine {
	for _, a := range []*money.Amount{&l.Base, &l.Flat, &l.Min, &l.Max, &l.Amount} {
		*a = a.Neg()
	}
	l.Before, l.Exact = l.Before.Neg(), l.Exact.Neg()
	l.Components = slices.Clone(l.Components)
	l.Steps = slices.Clone(l.Steps)
	for i, s := range l.Steps {
		l.Steps[i] = Step{s.Slice.Neg(), s.Percent, s.Exact.Neg()}
	}
	return l
}
