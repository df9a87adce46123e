package ledger

import (
	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/calendar"
)

// totals reads the items at the end of the as-of day.
func (w *Worker) totals(out *CaseTotals) bool {
	*out = CaseTotals{Currency: w.c.currency, Way: w.way()}
	var unallocated int64
	for i := range w.items {
		it := &w.items[i]
		if !it.raised {
			continue
		}
		contract, ok := w.due(it, allocation.ContractInterest, w.c.asOf)
		late, ok2 := w.due(it, allocation.DefaultInterest, w.c.asOf)
		if !ok || !ok2 {
			return false
		}
		out.Principal += it.open[allocation.Principal]
		out.Capitalized += it.open[allocation.Capitalized]
		out.Fees += it.open[allocation.Fee]
		out.ContractInterest += contract
		out.DefaultInterest += late
		out.PaidPrincipal += it.paid[allocation.Principal]
		out.PaidCapitalized += it.paid[allocation.Capitalized]
		out.PaidInterest += it.paid[allocation.ContractInterest] + it.paid[allocation.DefaultInterest]
		out.PaidFees += it.paid[allocation.Fee]
	}
	for i := range w.rests {
		unallocated += w.rests[i].minor
	}
	out.Unallocated = max(0, unallocated)
	return true
}

// way is how the case at hand is worked out.
func (w *Worker) way() Way {
	if w.forced == ByWalk {
		return ByWalk
	}
	return w.c.way
}

// due is the interest of a component that is open at the end of a day, never below 0.
func (w *Worker) due(it *itemState, c allocation.Component, last calendar.Date) (int64, bool) {
	due, ok := w.carried(it, c, last)
	return max(0, due), ok
}

// carried is what due is before it is held at 0.
func (w *Worker) carried(it *itemState, c allocation.Component, last calendar.Date) (int64, bool) {
	due := it.base[slot(c)] - it.paid[c]
	m := it.meter[slot(c)]
	if m < 0 {
		return due, true
	}
	rounded, err := w.meters[m].Rounded(last)
	return due + rounded, err == nil
}
