package ledger

import (
	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/calendar"
)

// writeOff takes what is open at the end of a day off the debt.
func (w *Worker) writeOff(e *flatEvent) bool {
	for i := range w.items {
		it := &w.items[i]
		switch {
		case e.of >= 0 && int(e.of) != i, e.of < 0 && !it.raised:
			continue
		case !it.raised:
			return false
		}
		if !w.dispose(it, e.date, e.component, e.amount, false) {
			return false
		}
	}
	return true
}

// dispose takes components off an item: so much of the only one, or what is open.
func (w *Worker) dispose(it *itemState, day calendar.Date, components uint8, amount int64, forget bool) bool {
	any := false
	for c := allocation.Fee; c <= allocation.Principal; c++ {
		open := it.open[c]
		if isInterest(c) {
			var ok bool
			if open, ok = w.due(it, c, day); !ok {
				return false
			}
		}
		if components != 0 && components>>c&1 == 0 || open <= 0 && amount == 0 {
			continue
		}
		if amount != 0 {
			if amount > open {
				return false
			}
			open = amount
		}
		any = true
		if isInterest(c) {
			it.base[slot(c)] -= open
			w.fromCompounded(it, c, open)
		} else {
			it.open[c] -= open
		}
	}
	if any && forget {
		it.compounded = [2]int64{}
	}
	return !any || w.rebase(it, day)
}

// close disposes of all that is open.
func (w *Worker) close(e *flatEvent) bool {
	var total int64
	for i := range w.items {
		it := &w.items[i]
		if !it.raised {
			continue
		}
		open := it.open.Total()
		for _, c := range bothInterests {
			due, ok := w.due(it, c, e.date)
			if !ok {
				return false
			}
			open += due
		}
		total += open
	}
	if total > e.amount {
		return false
	}
	for i := range w.items {
		if w.items[i].raised && !w.dispose(&w.items[i], e.date, 0, 0, true) {
			return false
		}
	}
	return true
}
