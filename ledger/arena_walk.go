package ledger

import (
	"slices"

	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/money"
)

// walkOrder lets package allocation settle an amount: for orders that go by what is
// open on the day, and for directed money.
func (w *Worker) walkOrder(day calendar.Date, minor int64, o *flatOrder, directed []allocation.Directed) (int64, bool) {
	n := len(w.items)
	w.open = slices.Grow(w.open[:0], n)[:0]
	for i := range w.items {
		it := &w.items[i]
		v := w.a.templates[int(w.c.templates)+i]
		v.Blocked = it.blocked
		if it.raised {
			v.Open = it.open
			for _, c := range bothInterests {
				due, ok := w.dueAt(it, c, day)
				if !ok {
					return 0, false
				}
				v.Open[c] = due
			}
			if w.c.rates >= 0 {
				v.Rate = w.a.rates[int(w.c.rates)+w.row*n+i]
				v.RateUnknown = v.Rate == unknownRate
			}
		}
		w.open = append(w.open, v)
	}
	p := allocation.Payment{Date: day, Amount: money.FromMinor(minor, w.c.currency), Specification: w.reachable(directed)}
	result, err := w.allocator.AllocateInto(w.lines[:0], p, w.open, o.order)
	if err != nil {
		return 0, false
	}
	w.lines = result.Lines
	for _, l := range result.Lines {
		w.settle(&w.items[l.Index], l.Component, l.Amount.Minor())
	}
	return result.Unallocated.Minor(), w.rebaseChanged(day)
}

// reachable drops directions to items that are not there yet.
func (w *Worker) reachable(directed []allocation.Directed) []allocation.Directed {
	w.directed = w.directed[:0]
	for _, d := range directed {
		for i := range w.open {
			if w.open[i].ID == d.Item && w.items[i].raised {
				w.directed = append(w.directed, d)
			}
		}
	}
	return w.directed
}
