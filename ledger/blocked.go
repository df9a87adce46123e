package ledger

import (
	"fmt"
	"slices"

	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/calendar"
)

// blocks are the holds on payments of a case, with those of the day that was asked
// for last.
type blocks struct {
	holds []Hold
	day   calendar.Date
	whole bool
	items map[string]bool
}

// blocksOf picks the holds on payments that count.
func (b *Book) blocksOf() blocks {
	var out blocks
	for _, h := range b.c.Holds {
		if h.Scope == HoldPayments && b.at.Counts(h.From, h.Recorded) {
			out.holds = append(out.holds, h)
		}
	}
	return out
}

// on brings the blocks to a day.
func (k *blocks) on(day calendar.Date) {
	if k.day == day {
		return
	}
	k.day, k.whole, k.items = day, false, map[string]bool{}
	for _, h := range k.holds {
		if !h.period().Contains(day) {
			continue
		}
		k.whole = k.whole || len(h.Items) == 0
		for _, id := range h.Items {
			k.items[id] = true
		}
	}
}

// blockedOn marks the items that a hold keeps from money that nobody directed, and
// reports whether it is on the whole case.
func (b *Book) blockedOn(day calendar.Date, open []allocation.Item) (whole bool) {
	if len(b.blocks.holds) == 0 {
		return false
	}
	b.blocks.on(day)
	for i := range open {
		open[i].Blocked = b.blocks.whole || b.blocks.items[open[i].ID]
	}
	return b.blocks.whole
}

// isDirected reports whether somebody directed a payment as a whole: the plan that it
// belongs to, so that no hold keeps it back.
func (b *Book) isDirected(position int) bool {
	return b.decide != nil && position >= b.planned || slices.Contains(b.resolved.Directed, b.c.Payments[position].ID)
}

// keptBack reports whether a hold, and not the lack of anything open, left money
// over.
func keptBack(whole bool, open []allocation.Item, lines []allocation.Line) bool {
	if whole {
		return true
	}
	for i := range open {
		left := open[i].Open.Total()
		for _, l := range lines {
			if l.Index == i {
				left -= l.Amount.Minor()
			}
		}
		if open[i].Blocked && left > 0 {
			return true
		}
	}
	return false
}

// releases lists the first days after holds on payments, when money that was kept
// back acts.
func (b *Book) releases() []event {
	days := map[calendar.Date]bool{}
	var list []event
	for _, h := range b.blocks.holds {
		if on := h.Through + 1; !h.Through.IsZero() && on <= b.at.AsOf && !days[on] {
			days[on] = true
			list = append(list, event{date: on, class: released})
		}
	}
	return list
}

// release lets money that was kept back act; what finds nothing open is kept back
// no longer.
func (b *Book) release(day calendar.Date) error {
	if b.resolved.Order.Rest == allocation.Apply {
		return nil // it waits with all other money
	}
	var still []int
	for i, n := range b.blocked {
		kept, err := b.allocate(n, day, nil)
		if err != nil {
			return err
		}
		if kept.back && !kept.settled && b.oneOrder() {
			still = append(still, b.blocked[i:]...) // nothing is open to the others either
			break
		}
		if kept.back && b.payments[n].available() > 0 {
			still = append(still, n)
		}
	}
	b.blocked = still
	return nil
}

// available is what a payment left and nobody returned.
func (pa *PaymentAllocation) available() int64 { return pa.Unallocated.Minor() - pa.refunded }

// refund returns money to the payer.
func (b *Book) refund(r Refund) {
	order := make([]int, 0, len(b.payments))
	if n, there := b.received[r.Payment]; there {
		order = append(order, n)
	}
	for n := range b.payments {
		order = append(order, n)
	}
	left := r.Amount.Minor()
	for _, n := range order {
		pa := &b.payments[n]
		if pa.CreditNote || pa.Reversal != "" || pa.Refund != "" || pa.reversed {
			continue
		}
		taken := min(left, pa.available())
		pa.refunded += taken
		left -= taken
	}
	spent := func(n int) bool { return b.payments[n].available() == 0 }
	b.waiting, b.blocked = slices.DeleteFunc(b.waiting, spent), slices.DeleteFunc(b.blocked, spent)
	b.payments = append(b.payments, PaymentAllocation{
		Payment: r.Payment, Refund: r.ID, Date: r.Date, Amount: r.Amount.Neg(), Unallocated: r.Amount.Neg(),
	})
	effect := "returns " + r.Amount.String()
	if left > 0 {
		effect += fmt.Sprintf(", %s more than was left", b.money(left))
	}
	b.fact("refund", r.ID, r.Date, effect)
}
