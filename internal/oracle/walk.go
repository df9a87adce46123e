package oracle

import "slices"

// item is a claim or a fee.
type item interface {
	name() string
	dueDay() day
	rateOn(d day) (rate micro, known bool)
	passes(r *rung) bool // the filters of codes and groups
	isRaised() bool
	isFree() bool // payments act at the start of their day
	open(component string) int64
	pay(component string, amount int64) (vat string, joined int64)
	unpay(component string, amount, joined int64) (vat string)
	adjust(today day, component string, amount int64)
	dispose(component string, amount int64) (vat string)
}

// payment is a payment in view, with what has been done with it so far.
type payment struct {
	index          int
	id             string
	date, recorded day
	amount, left   int64 // in the case's currency
	withdrawn      int64 // of the rest, by a reversal
	refunded       int64 // of the rest
	blocked        bool  // the rest waits for the end of a hold
	reversed       bool  // by whatever reversal
	planned        bool  // directed by a plan, so that no hold stops it
	money          money
	order          *order // nil: that of the case
	specification  []directed
	lines          []line
	fresh          []line           // of the walk that goes on
	joined         map[string]int64 // by cell: interest taken that had joined the base
}

type directed struct {
	item, component string
	amount          int64
}

// rest is what the payment has left over, be it gone back or not.
func (p *payment) rest() int64 { return p.left + p.withdrawn + p.refunded }

type line struct {
	item, component, vat string
	amount               int64
	rung                 int  // 0: directed
	inBase               bool // base is known
	base                 int64
	ofClaim              bool // the claim has a rate of its own, so that
	fall                 int64
}

// walk lets one payment go through the debt on one day.
type walk struct {
	book    *book
	payment *payment
	today   day
}

// order is the one by which the payment goes.
func (w walk) order() *order {
	if w.payment.order != nil {
		return w.payment.order
	}
	return &w.book.order
}

// pay puts at most limit on one component of one item.
func (w walk) pay(it item, component string, rung int, limit int64) (paid int64) {
	p := w.payment
	paid = min(limit, p.left, it.open(component))
	if paid <= 0 {
		return 0
	}
	p.left -= paid
	one := line{item: it.name(), component: component, amount: paid, rung: rung}
	joined := int64(0)
	one.ofClaim, one.fall = w.book.fall(it, component, func() { one.vat, joined = it.pay(component, paid) })
	p.joined[it.name()+"\x00"+component] += joined
	p.fresh = w.book.addLine(p.fresh, one)
	return paid
}

// directed follows the payer's own specification, entry by entry, each clipped
// to what is open; it reports whether one was.
func (w walk) directed() (clipped bool) {
	for _, d := range w.payment.specification {
		left := d.amount
		parts := w.order().meant(d.component)
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

// undirected follows the order of allocation, behind what was directed on the
// same day, and ends the walk.
func (w walk) undirected() {
	defer w.book.enter(w.payment)
	o := w.order()
	rungs := o.rungs
	for i := 0; i < len(rungs); {
		n := i + 1
		if o.horizontal && !onlyFees(&rungs[i]) {
			for n < len(rungs) && goesOn(&rungs[n-1], &rungs[n]) {
				n++
			}
			w.run(rungs[i:n], o.claimByClaim)
		} else {
			w.run(rungs[i:n], false)
		}
		i = n
	}
}

func onlyFees(r *rung) bool {
	return len(r.components) == 1 && r.components[0] == compFee
}

// goesOn says whether a run over claims does not end before the next rung.
func goesOn(r, next *rung) bool {
	return !onlyFees(next) && slices.Equal(r.due, next.due) && slices.Equal(r.groups, next.groups)
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
		case rungs[0].order == proRata, rungs[0].order == even:
			for n < len(all) && all[n].bucket == all[0].bucket {
				n++
			}
		}
		w.share(all[:n], rungs)
		all = all[n:]
	}
}

// share divides the money between items of the same standing, by what is open
// of them in the run or in equal parts; with one item or money enough that is
// plain payment.
func (w walk) share(group []candidate, rungs []rung) {
	weights := make([]int64, len(group))
	for i, c := range group {
		weights[i] = c.inRun
	}
	divide := split
	if rungs[0].order == even {
		divide = evenly
	}
	for i, part := range divide(w.payment.left, weights) {
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
