package oracle

import (
	"cmp"
	"fmt"
	"math/big"
)

// book is the case as it is known: what is in view, in file order.
type book struct {
	currency        string
	digits          int
	base            string // the currency of the books; empty: the case's own
	baseDigits      int
	rounding        rounding
	order           order
	claims          []*claim
	credits         []*credit
	fees            []*fee
	payments        []*payment
	adjustments     []*adjustment
	capitalizations []*capitalization
	reversals       []*reversal
	refunds         []*refund
	writeOffs       []*writeOff
	given           []*writeOff // those that have acted
	blocks          []block
	closing         *closing // nil: none in view
	items           []item   // claims, then fees
	issuedCredits   []*credit
	entries         []entry // of the list of allocations, as they came about
	clipped         bool
	refused         bool // a specification, by the case's order
	stopped         bool // a rest, by a hold
	feeHeld         bool
	settles         day // noDay: no payment is to come
}

// entry is one of the four.
type entry struct {
	payment  *payment
	reversal *reversal
	credit   *credit
	refund   *refund
}

// runThrough lives through every day up to last. On each day first interest
// compounds where it is an anniversary; then the claims bear on which the payer
// still owes interest on the day he pays, then the facts of the day act, then
// the claims bear whose payment day is free, and what follows their payments
// acts. With settle they do not bear on the last day: a payment of that day would
// come before it, and before what is written off on that day.
func (b *book) runThrough(last day, settle bool) error {
	facts := b.facts()
	b.settles = noDay
	if settle {
		b.settles = last
	}
	for today := b.start(facts, last); today <= last; today++ {
		b.anniversaries(today)
		b.beforeFees(today)
		if err := b.accrue(today, false); err != nil {
			return err
		}
		var err error
		if facts, err = b.act(facts, today, classRefund); err != nil {
			return err
		}
		if !settle || today != last {
			if err := b.accrue(today, true); err != nil {
				return err
			}
		}
		b.toNextDay()
		if facts, err = b.act(facts, today, classClosing); err != nil {
			return err
		}
		b.toNextDay()
	}
	b.bookInterest()
	return nil
}

func (b *book) start(facts []fact, last day) day {
	first := last
	for _, c := range b.claims {
		first = min(first, c.main.first, c.other.first)
	}
	for i := range facts {
		if facts[i].date != noDay {
			first = min(first, facts[i].date)
		}
	}
	return first
}

func (b *book) accrue(today day, free bool) error {
	for _, c := range b.bearers() {
		if c.free != free {
			continue
		}
		if err := c.accrue(today); err != nil {
			return fmt.Errorf("%s/interest: %w", c.path, err)
		}
	}
	return nil
}

// act lets the facts of today up to a class act, and money that waits after each
// of them; it gives the rest of the facts.
func (b *book) act(facts []fact, today day, class int) ([]fact, error) {
	for len(facts) > 0 && facts[0].date <= today && facts[0].class <= class {
		f := facts[0]
		facts = facts[1:]
		if f.class == classWriteOff && today == b.settles {
			continue
		}
		if err := f.run(today); err != nil {
			return nil, err
		}
		if b.order.apply && f.class < classWriteOff && (f.class != classPayment || f.after) {
			b.applyWaiting(today)
		}
	}
	return facts, nil
}

// pay allocates a payment, behind the rests that wait.
func (b *book) pay(p *payment, today day) error {
	b.bookInterest()
	if b.order.apply {
		b.applyWaiting(today)
	}
	p.left, p.money.rest = p.amount, p.money.received
	b.entries = append(b.entries, entry{payment: p})
	w := walk{b, p, today}
	switch {
	case w.order().direction != directionNone:
		b.clipped = w.directed() || b.clipped
	case len(p.specification) > 0:
		b.refused = true
	}
	w.undirected()
	p.blocked = p.left > 0 && !p.planned && b.blocksRests(today)
	b.stopped = b.stopped || p.blocked
	return nil
}

// applyWaiting offers the rests of earlier payments to what is open, the oldest
// payment first.
func (b *book) applyWaiting(today day) {
	for _, p := range b.worked() {
		if p.left > 0 {
			b.bookInterest()
			walk{b, p, today}.undirected()
		}
	}
}

func comparePayments(x, y *payment) int {
	return cmp.Or(cmp.Compare(x.date, y.date), cmp.Compare(x.recorded, y.recorded), cmp.Compare(x.index, y.index))
}

func (b *book) named(name string) item {
	for _, it := range b.items {
		if it.name() == name {
			return it
		}
	}
	return nil
}

// perDiem is the interest of the day after asOf on the balances there are, in
// minor units; unknown if a rate is not known on that day.
func (b *book) perDiem(asOf day) (sum *big.Rat, known bool) {
	next := asOf + 1
	sum = new(big.Rat)
	for _, c := range b.bearers() {
		if c.heldOn(next) {
			continue
		}
		own := new(big.Rat)
		for _, t := range c.tracks() {
			one, err := t.perDay(next, c.base(t))
			if err != nil {
				return nil, false
			}
			own.Add(own, one)
		}
		sum.Add(sum, c.limit.atMost(own))
	}
	return sum, true
}
