package ledger

import (
	"slices"

	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/calendar"
)

// Known is the case with the facts alone that count at a day: everything of a later day,
// or recorded later than is known, is left out, claims that have not been issued with all
// that names them.
func (c Case) Known(at At) Case {
	gone := map[string]bool{}
	c.Claims = counted(c.Claims, at, gone, func(x *Claim) fact { return fact{x.ID, x.raisedOn(), x.Recorded} })
	c.Fees = counted(c.Fees, at, gone, func(x *Fee) fact { return fact{x.ID, x.Date, x.Recorded} })
	c.Payments = counted(c.Payments, at, gone, func(x *Payment) fact { return fact{x.ID, x.Date, x.Recorded} })
	c.Titles = counted(c.Titles, at, gone, func(x *Title) fact { return fact{x.ID, x.Date, x.Recorded} })
	c.Holds = counted(c.Holds, at, gone, func(x *Hold) fact { return fact{x.ID, x.From, x.Recorded} })
	c.Reversals = counted(c.Reversals, at, gone, func(x *Reversal) fact { return fact{x.ID, x.Date, x.Recorded} })
	c.Refunds = counted(c.Refunds, at, gone, func(x *Refund) fact { return fact{x.ID, x.Date, x.Recorded} })
	c.Notices = counted(c.Notices, at, gone, func(x *Notice) fact { return fact{x.ID, x.Sent, x.Recorded} })
	c.Promises = counted(c.Promises, at, gone, func(x *Promise) fact { return fact{x.ID, x.Date, x.Recorded} })
	c.Adjustments = counted(c.Adjustments, at, gone, func(x *Adjustment) fact { return fact{x.ID, x.Date, x.Recorded} })
	c.Capitalizations = counted(c.Capitalizations, at, gone, func(x *Capitalization) fact { return fact{x.ID, x.Date, x.Recorded} })
	c.WriteOffs = counted(c.WriteOffs, at, gone, func(x *WriteOff) fact { return fact{x.ID, x.Date, x.Recorded} })
	if c.Closed != nil && !at.Counts(c.Closed.Date, c.Closed.Recorded) {
		c.Closed = nil
	}
	if c.PlanAgreed > at.AsOf {
		c.PlanAgreed = 0
	}
	c.unname(gone)
	return c
}

// unname drops what names facts that are gone. The lists are the case's own.
func (c *Case) unname(gone map[string]bool) {
	for i := range c.Payments {
		p := &c.Payments[i]
		p.Specification = slices.DeleteFunc(slices.Clone(p.Specification), func(d allocation.Directed) bool { return gone[d.Item] })
	}
	for i := range c.Refunds {
		if gone[c.Refunds[i].Payment] {
			c.Refunds[i].Payment = ""
		}
	}
	c.Holds = slices.DeleteFunc(c.Holds, func(h Hold) bool {
		return len(h.Items) > 0 && !slices.ContainsFunc(h.Items, func(id string) bool { return !gone[id] })
	})
	for i := range c.Holds {
		h := &c.Holds[i]
		h.Items = slices.DeleteFunc(slices.Clone(h.Items), func(id string) bool { return gone[id] })
	}
	c.Reversals = slices.DeleteFunc(c.Reversals, func(r Reversal) bool { return gone[r.Payment] })
	c.Adjustments = slices.DeleteFunc(c.Adjustments, func(a Adjustment) bool { return gone[a.Item] })
	c.Capitalizations = slices.DeleteFunc(c.Capitalizations, func(k Capitalization) bool { return gone[k.Item] })
	c.WriteOffs = slices.DeleteFunc(c.WriteOffs, func(w WriteOff) bool { return w.Item != "" && gone[w.Item] })
}

// fact is what says whether something counts.
type fact struct {
	id             string
	date, recorded calendar.Date
}

// counted lists the facts that count, and notes the ids of the others.
func counted[T any](list []T, at At, gone map[string]bool, of func(*T) fact) []T {
	var kept []T
	for i := range list {
		if f := of(&list[i]); at.Counts(f.date, f.recorded) {
			kept = append(kept, list[i])
		} else if f.id != "" {
			gone[f.id] = true
		}
	}
	return kept
}
