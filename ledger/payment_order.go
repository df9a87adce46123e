package ledger

import (
	"slices"

	"github.com/skuld-go/skuld/allocation"
)

// paymentCitation is the ground of a rung of a payment's own order that names none.
const paymentCitation = "order stated for the payment"

// ownOrder is the order in which a payment alone is settled, nil where it is that of
// the case.
func (p Payment) ownOrder() *allocation.Order {
	if len(p.Order.Rungs) == 0 {
		return nil
	}
	o := p.Order
	o.Rungs = slices.Clone(o.Rungs)
	for i := range o.Rungs {
		if o.Rungs[i].Citation == "" {
			o.Rungs[i].Citation = paymentCitation
		}
	}
	return &o
}

// orderOf is the order in which a payment or a credit note is settled; what becomes of
// its rest is for the case to say.
func (b *Book) orderOf(pa *PaymentAllocation) allocation.Order {
	if pa.order == nil {
		return b.resolved.Order
	}
	o := *pa.order
	o.Rest = b.resolved.Order.Rest
	return o
}

// oneOrder reports whether all payments are settled in the order of the case.
func (b *Book) oneOrder() bool {
	return !slices.ContainsFunc(b.c.Payments, func(p Payment) bool { return len(p.Order.Rungs) > 0 })
}

// paymentOrder checks the order of a payment.
func (v *validator) paymentOrder(path string, o allocation.Order) {
	switch {
	case o.Name == "" && o.Rungs == nil && o.Processing == 0 && o.Rest == 0 && o.Direction == 0 && o.Grounds == allocation.Grounds{}:
	case o.Rest == allocation.Apply:
		v.Addf(path+"/unallocated", "apply on a payment, want it in the order of the case")
	default:
		v.AddError(path, o.Validate())
	}
}
