package oracle

import "slices"

// item is a claim or a fee.
type item interface {
	name() string
	dueDay() day
	rateOn(d day) (rate micro, known bool)
	passes(r *rung) bool // the filters of codes and groups
	isRaised() bool
	open(component string) int64
	pay(component string, amount int64) (vat string, joined int64)
	unpay(component string, amount, joined int64) (vat string)
	adjust(today day, component string, amount int64)
	dispose(component string, amount int64)
}

// payment is a payment in view, with what has been done with it so far.
type payment struct {
	index          int
	id             string
	date, recorded day
	amount, left   int64
	withdrawn      int64 // of the rest, by a reversal
	reversed       bool  // by whatever reversal
	specification  []directed
	lines          []line
	joined         map[string]int64 // by cell: interest taken that had joined the base
}

type directed struct {
	item, component string
	amount          int64
}

type line struct {
	item, component, vat string
	amount               int64
	rung                 int // 0: directed
}

// walk lets one payment go through the debt on one day.
type walk struct {
	book    *book
	payment *payment
	today   day
}

// pay puts at most limit on one component of one item.
func (w walk) pay(it item, component string, rung int, limit int64) (paid int64) {
	p := w.payment
	paid = min(limit, p.left, it.open(component))
	if paid <= 0 {
		return 0
	}
	p.left -= paid
	vat, joined := it.pay(component, paid)
	p.joined[it.name()+"\x00"+component] += joined
	p.lines = w.book.addLine(p.lines, line{it.name(), component, vat, paid, rung})
	return paid
}

// directed follows the payer's own specification, entry by entry, each clipped
// to what is open; it reports whether one was.
func (w walk) directed() (clipped bool) {
	for _, d := range w.payment.specification {
		left := d.amount
		parts, _ := expand(d.component)
		for _, it := range w.book.items {
			if it.name() != d.item {
				continue
			}
			for _, component := range parts {
				left -= w.pay(it, component, 0, left)
			}
		}
		clipped = clipped || left > 0
	}
	return clipped
}

// undirected follows the order of allocation.
func (w walk) undirected() {
	rungs := w.book.order.rungs
	for i := 0; i < len(rungs); {
		n := i + 1
		if w.book.order.horizontal && !onlyFees(&rungs[i]) {
			for n < len(rungs) && !onlyFees(&rungs[n]) {
				n++
			}
			w.run(rungs[i:n], w.book.order.claimByClaim)
		} else {
			w.run(rungs[i:n], false)
		}
		i = n
	}
}

func onlyFees(r *rung) bool {
	return len(r.components) == 1 && r.components[0] == compFee
}

// run works one rung (all items of it), or several rungs item by item, each
// item through all of them; the first rung gives the order of the items.
func (w walk) run(rungs []rung, claimByClaim bool) {
	all := w.candidates(rungs, claimByClaim)
	compare := compareBy(rungs[0].order)
	if claimByClaim {
		compare = compareClaimByClaim
	}
	slices.SortStableFunc(all, compare)
	for len(all) > 0 {
		n := 1
		switch {
		case claimByClaim:
			for n < len(all) && compareClaimByClaim(all[0], all[n]) == 0 {
				n++
			}
		case rungs[0].order == proRata:
			for n < len(all) && all[n].bucket == all[0].bucket {
				n++
			}
		}
		w.share(all[:n], rungs)
		all = all[n:]
	}
}

// share divides the money between items of the same standing, by what is open
// of them in the run; with one item or money enough that is plain payment.
func (w walk) share(group []candidate, rungs []rung) {
	weights := make([]int64, len(group))
	for i, c := range group {
		weights[i] = c.inRun
	}
	for i, part := range split(w.payment.left, weights) {
		for k := range rungs {
			if !w.admits(&rungs[k], group[i].item) {
				continue
			}
			for _, component := range rungs[k].components {
				part -= w.pay(group[i].item, component, rungs[k].number, part)
			}
		}
	}
}

// split gives each weight its part of the amount, never more than the weight
// itself: the whole weights if the amount covers them, else in proportion, by
// the largest remainder, equal remainders in the order given.
func split(amount int64, weights []int64) []int64 {
	total := int64(0)
	for _, w := range weights {
		total += w
	}
	if amount >= total {
		return weights
	}
	return proportion(amount, weights)
}
