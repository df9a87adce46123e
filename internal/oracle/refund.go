package oracle

import "slices"

// refund is money that went back to the payer.
type refund struct {
	index          int
	id, named      string
	date, recorded day
	amount         int64
	payment        *payment // named, or nil
}

// giveBack takes the money from what waits, first of the payment named, then of
// the others as they were worked; what nobody has waiting is paid out of the
// creditor's own pocket.
func (b *book) giveBack(r *refund) {
	left := r.amount
	from := b.worked()
	if r.payment != nil {
		from = slices.Insert(from, 0, r.payment)
	}
	for _, p := range from {
		part := min(left, p.left)
		left, p.left, p.refunded = left-part, p.left-part, p.refunded+part
	}
	b.entries = append(b.entries, entry{refund: r})
}

// worked are the payments in the order in which they act.
func (b *book) worked() []*payment {
	all := slices.Clone(b.payments)
	slices.SortStableFunc(all, comparePayments)
	return all
}

// unallocated is what all payments left over, less what went back; below zero
// where more went back.
func (b *book) unallocated() (sum int64) {
	for _, e := range b.entries {
		switch {
		case e.payment != nil:
			sum += e.payment.rest()
		case e.reversal != nil:
			sum -= e.reversal.unallocated
		case e.refund != nil:
			sum -= e.refund.amount
		}
	}
	return sum
}

// balance says what the creditor holds or owes.
func (b *book) balance(open int64) Balance {
	waiting := b.unallocated()
	s := Balance{Status: "settled", Held: b.print(0), RefundDue: b.print(0), OverRefunded: b.print(max(0, -waiting))}
	switch {
	case waiting < 0:
		s.Status = "over-refunded"
	case open > 0:
		s.Status, s.Held = "open", b.print(waiting)
	case waiting > 0:
		s.Status, s.RefundDue = "refund-due", b.print(waiting)
	}
	return s
}
