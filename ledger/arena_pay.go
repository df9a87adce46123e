package ledger

import (
	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/calendar"
)

// receive settles a payment.
func (w *Worker) receive(e *flatEvent) bool {
	if !w.applyWaiting(e.date) {
		return false
	}
	r := rest{position: -1, order: w.c.order}
	var directed []allocation.Directed
	if e.of >= 0 {
		s := &w.a.special[e.of]
		directed, r.position = s.directed, s.position
		if s.order >= 0 {
			r.order = s.order
		}
	}
	left, back, ok := w.allocate(e.date, e.amount, r.order, directed)
	r.minor, r.back = left, back
	if left > 0 {
		w.rests = append(w.rests, r)
	}
	return ok
}

// applyWaiting lets what payments left act again, where the order says so.
func (w *Worker) applyWaiting(day calendar.Date) bool {
	if !w.c.apply {
		return true
	}
	for i := range w.rests {
		r := &w.rests[i]
		if r.minor <= 0 {
			continue
		}
		left, _, ok := w.allocate(day, r.minor, r.order, nil)
		if !ok {
			return false
		}
		r.minor = left
	}
	return true
}

// allocate settles an amount in an order on a day and returns what is left, and whether a
// hold kept it back.
func (w *Worker) allocate(day calendar.Date, minor int64, order int32, directed []allocation.Directed) (left int64, back, ok bool) {
	whole := w.block(day)
	o := &w.a.orders[order]
	if !o.static || len(directed) > 0 {
		left, ok = w.walkOrder(day, minor, o, directed)
	} else {
		left, ok = w.walkCells(day, minor, o)
	}
	if ok {
		back, ok = w.keptBack(whole, day)
	}
	return left, back, ok
}

// walkCells settles an amount in an order that is the same every day.
func (w *Worker) walkCells(day calendar.Date, minor int64, o *flatOrder) (int64, bool) {
	cells := w.a.cells[o.cells.from:o.cells.to]
	for i := range cells {
		it, c := &w.items[cells[i].item], cells[i].component
		if !it.raised || it.blocked {
			continue
		}
		open := it.open[c]
		if isInterest(c) {
			var ok bool
			if open, ok = w.dueAt(it, c, day); !ok {
				return 0, false
			}
		}
		if n := min(open, minor); n > 0 {
			minor -= n
			w.settle(it, c, n)
			if minor == 0 {
				break
			}
		}
	}
	return minor, w.rebaseChanged(day)
}

// dueAt is the interest that a payment of a day finds.
func (w *Worker) dueAt(it *itemState, c allocation.Component, day calendar.Date) (int64, bool) {
	return w.due(it, c, w.lastFor(it, c, day))
}

// lastFor is the last day whose interest is due when a payment of a day acts.
func (w *Worker) lastFor(it *itemState, c allocation.Component, day calendar.Date) calendar.Date {
	m := it.meter[slot(c)]
	if m >= 0 && w.a.courses[w.c.courses.from+m].free && w.ended != day {
		return day - 1
	}
	return day
}

// settle takes money of a payment off a component.
func (w *Worker) settle(it *itemState, c allocation.Component, minor int64) {
	it.paid[c] += minor
	if isInterest(c) {
		it.changed = w.fromCompounded(it, c, minor) || it.changed
		return
	}
	it.open[c] -= minor
	it.changed = true
}

// fromCompounded takes interest off what was compounded, which is the oldest, and
// reports whether there was any.
func (w *Worker) fromCompounded(it *itemState, c allocation.Component, minor int64) bool {
	n := min(minor, it.compounded[slot(c)])
	it.compounded[slot(c)] -= n
	return n != 0
}

// rebaseChanged lets the balances that a payment of a day changed bear as they are now.
func (w *Worker) rebaseChanged(day calendar.Date) bool {
	for i := range w.items {
		it := &w.items[i]
		if !it.changed {
			continue
		}
		it.changed = false
		for _, c := range bothInterests {
			if !w.bear(it, c, w.lastFor(it, c, day)+1) {
				return false
			}
		}
	}
	return true
}

// rebase lets the balances of an item bear as they are from the day after a fact on.
func (w *Worker) rebase(it *itemState, day calendar.Date) bool {
	return w.bear(it, allocation.ContractInterest, day+1) && w.bear(it, allocation.DefaultInterest, day+1)
}

// bear sets the balance of one kind of interest.
func (w *Worker) bear(it *itemState, c allocation.Component, from calendar.Date) bool {
	m := it.meter[slot(c)]
	if m < 0 {
		return true
	}
	balance := it.open[allocation.Principal] + it.open[allocation.Capitalized] + it.open[allocation.Fee] + it.compounded[slot(c)]
	if w.itemised != nil && !w.balance(it.index, m, from, balance) {
		return false
	}
	return w.meters[m].Set(from, balance) == nil
}
