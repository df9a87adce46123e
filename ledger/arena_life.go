package ledger

import (
	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/money"
)

// act lets a fact act, and reports whether it is an occasion for money that waits, and
// whether it could be done.
func (w *Worker) act(e *flatEvent) (occasion, ok bool) {
	switch e.class {
	case paymentReceived:
		return false, w.receive(e)
	case claimRaised:
		it := &w.items[e.of]
		if e.component != 0 {
			w.credits += e.amount
		} else {
			it.raised = true
		}
		return true, w.net(e.date)
	case feeRaised:
		w.items[e.of].raised = true
		return true, true
	case anniversary:
		return false, w.anniversary(e)
	case released:
		return true, w.release(e.date)
	case refunded:
		w.refund(e)
		return true, true
	case writtenOff:
		return false, w.writeOff(e)
	case closed:
		return false, w.close(e)
	case adjustedAfter, capitalizedAfter:
		w.ended = e.date
	}
	if e.class == adjusted || e.class == adjustedAfter {
		return true, w.adjust(e)
	}
	return true, w.capitalize(e)
}

// net lets what credit notes have left settle principal, oldest claim first.
func (w *Worker) net(day calendar.Date) bool {
	for w.credits > 0 {
		oldest := -1
		for i := range w.items {
			if w.items[i].raised && w.items[i].open[allocation.Principal] > 0 && !w.isFee(i) &&
				(oldest < 0 || w.a.items[int(w.c.items.from)+i].due < w.a.items[int(w.c.items.from)+oldest].due) {
				oldest = i
			}
		}
		if oldest < 0 {
			return true
		}
		it := &w.items[oldest]
		n := min(w.credits, it.open[allocation.Principal])
		w.credits -= n
		it.open[allocation.Principal] -= n
		if !w.rebase(it, day) {
			return false
		}
	}
	return true
}

func (w *Worker) isFee(i int) bool { return w.a.items[int(w.c.items.from)+i].body == allocation.Fee }

// anniversary lets the unpaid interest through the day before join the balance.
func (w *Worker) anniversary(e *flatEvent) bool {
	it, c := &w.items[e.of], allocation.Component(e.component)
	due, ok := w.carried(it, c, e.date-1)
	if due += e.amount; !ok || due <= 0 {
		return ok
	}
	it.compounded[slot(c)], it.joined[slot(c)] = due, e.date
	return w.bear(it, c, e.date)
}

// adjust changes a component at the end of a day.
func (w *Worker) adjust(e *flatEvent) bool {
	it, c := &w.items[e.of], allocation.Component(e.component)
	if !it.raised {
		return false
	}
	open := it.open[c]
	if isInterest(c) {
		var ok bool
		if open, ok = w.due(it, c, e.date); !ok {
			return false
		}
	}
	if open+e.amount < 0 || open+e.amount > money.MaxMinor {
		return false
	}
	switch {
	case !isInterest(c):
		it.open[c] += e.amount
	default:
		it.base[slot(c)] += e.amount
		if e.amount < 0 && (it.joined[slot(c)] != e.date || e.class == adjustedAfter) {
			w.fromCompounded(it, c, -e.amount)
		}
	}
	return w.rebase(it, e.date)
}

// capitalize turns the interest due through a day into debt.
func (w *Worker) capitalize(e *flatEvent) bool {
	it := &w.items[e.of]
	if !it.raised {
		return false
	}
	for _, c := range bothInterests {
		due, ok := w.due(it, c, e.date)
		if !ok {
			return false
		}
		it.base[slot(c)] -= due
		it.open[allocation.Capitalized] += due
		it.compounded[slot(c)] = 0
	}
	return it.open[allocation.Capitalized] <= money.MaxMinor && w.rebase(it, e.date)
}

// refund returns money to the payer: of the payment that it names, then of the others.
// What is more than was left is owed by the payer again, as an amount below zero.
func (w *Worker) refund(e *flatEvent) {
	left := e.amount
	take := func(r *rest) {
		if r.minor > 0 {
			n := min(left, r.minor)
			r.minor -= n
			left -= n
		}
	}
	for i := range w.rests {
		if w.rests[i].position == e.of && e.of >= 0 {
			take(&w.rests[i])
		}
	}
	for i := range w.rests {
		take(&w.rests[i])
	}
	if left > 0 {
		w.rests = append(w.rests, rest{minor: -left, position: -1})
	}
}
