package ledger

import (
	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/calendar"
)

// flatBlock is a hold on payments: on one item, or on the whole case.
type flatBlock struct {
	days calendar.Period
	item int32 // −1 for all
}

// blocks adds the holds on payments that count, and the days on which money that they
// kept back acts.
func (f *flattener) blocks() bool {
	for i := range f.c.Holds {
		h := &f.c.Holds[i]
		if h.Scope != HoldPayments || !f.at.Counts(h.From, h.Recorded) {
			continue
		}
		b := flatBlock{days: h.period(), item: -1}
		if len(h.Items) == 0 {
			f.a.blocks = append(f.a.blocks, b)
		}
		for _, id := range h.Items {
			if b.item = f.item(id); b.item < 0 {
				return false
			}
			f.a.blocks = append(f.a.blocks, b)
		}
		if !h.Through.IsZero() && h.Through+1 <= f.at.AsOf {
			f.a.sorting = append(f.a.sorting, datedEvent{flatEvent: flatEvent{date: h.Through + 1, class: released}})
		}
	}
	return true
}

// block marks the items that a hold keeps from money that nobody directed on a day, and
// reports whether it is on the whole case.
func (w *Worker) block(day calendar.Date) (whole bool) {
	blocks := w.a.blocks[w.c.blocks.from:w.c.blocks.to]
	if len(blocks) == 0 {
		return false
	}
	for i := range w.items {
		w.items[i].blocked = false
	}
	for _, b := range blocks {
		switch {
		case !b.days.Contains(day):
		case b.item >= 0:
			w.items[b.item].blocked = true
		default:
			whole = true
		}
	}
	for i := range w.items {
		w.items[i].blocked = w.items[i].blocked || whole
	}
	return whole
}

// keptBack reports whether a hold, and not the lack of anything open, left money over.
func (w *Worker) keptBack(whole bool, day calendar.Date) (back, ok bool) {
	if whole || w.c.blocks.from == w.c.blocks.to {
		return whole, true
	}
	for i := range w.items {
		it := &w.items[i]
		if !it.blocked || !it.raised {
			continue
		}
		left := it.open.Total()
		for _, c := range [...]allocation.Component{allocation.ContractInterest, allocation.DefaultInterest} {
			due, ok := w.dueAt(it, c, day)
			if !ok {
				return false, false
			}
			left += due
		}
		if left > 0 {
			return true, true
		}
	}
	return false, true
}

// release lets money that was kept back act; what finds nothing open is kept back no
// longer.
func (w *Worker) release(day calendar.Date) bool {
	if w.c.apply {
		return true // it waits with all other money
	}
	for i := range w.rests {
		r := &w.rests[i]
		if !r.back || r.minor <= 0 {
			continue
		}
		left, back, ok := w.allocate(day, r.minor, r.order, nil)
		if !ok {
			return false
		}
		r.minor, r.back = left, back
	}
	return true
}
