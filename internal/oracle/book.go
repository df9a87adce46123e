package oracle

import (
	"cmp"
	"fmt"
	"math/big"
	"slices"
)

// book is the case as it is known: what is in view, in file order.
type book struct {
	currency        string
	digits          int
	rounding        rounding
	order           order
	claims          []*claim
	credits         []*credit
	fees            []*fee
	payments        []*payment
	adjustments     []*adjustment
	capitalizations []*capitalization
	reversals       []*reversal
	closing         *closing // nil: none in view
	items           []item   // claims, then fees
	issuedCredits   []*credit
	entries         []entry // of the list of allocations, as they came about
	clipped         bool
	feeHeld         bool
}

// entry is one of the three.
type entry struct {
	payment  *payment
	reversal *reversal
	credit   *credit
}

// Classes of facts of one day. An anniversary acts at the day's beginning.
const (
	classClaim = 1 + iota
	classFee
	classAdjustment
	classCapitalization
	_
	classReversal
	classPayment
	classLateAdjustment // where the payment day is free
	classLateCapitalization
	classClosing
)

// fact is something dated that happens to the book.
type fact struct {
	date     day
	class    int
	recorded day
	position int
	after    bool // behind the fact of the same place
	run      func(today day) error
}

func before(x, y fact) int {
	if c := cmp.Or(cmp.Compare(x.date, y.date), cmp.Compare(x.class, y.class),
		cmp.Compare(x.recorded, y.recorded), cmp.Compare(x.position, y.position)); c != 0 || x.after == y.after {
		return c
	}
	if y.after {
		return -1
	}
	return 1
}

// facts are all facts in the order in which they act.
func (b *book) facts() []fact {
	all := b.raisings()
	for _, a := range b.adjustments {
		class := classAdjustment
		if c, is := a.item.(*claim); is && c.free {
			class = classLateAdjustment
		}
		all = append(all, fact{a.date, class, a.recorded, a.index, false, func(today day) error { return b.adjust(a, today) }})
	}
	for _, k := range b.capitalizations {
		class := classCapitalization
		if k.claim.free {
			class = classLateCapitalization
		}
		all = append(all, fact{k.date, class, k.recorded, k.index, false, func(today day) error { return b.capitalize(k, today) }})
	}
	for _, r := range b.reversals {
		f := fact{r.date, classReversal, r.recorded, r.index, false, func(day) error {
			b.reverse(r)
			b.entries = append(b.entries, entry{reversal: r})
			return nil
		}}
		if p := r.payment; p.date == r.date { // never before what it reverses
			f.class, f.recorded, f.position, f.after = classPayment, p.recorded, p.index, true
		}
		all = append(all, f)
	}
	for _, p := range b.payments {
		all = append(all, fact{p.date, classPayment, p.recorded, p.index, false, func(today day) error { return b.pay(p, today) }})
	}
	if b.closing != nil && b.closing.disposition != "" {
		all = append(all, fact{b.closing.date, classClosing, b.closing.recorded, 0, false, func(day) error { return b.close() }})
	}
	slices.SortStableFunc(all, before)
	return all
}

// raisings are the claims, credit notes and fees.
func (b *book) raisings() (all []fact) {
	for _, c := range b.claims {
		all = append(all, fact{c.raise, classClaim, c.recorded, c.index, false, func(day) error {
			c.raised = true
			b.useCredits()
			return nil
		}})
	}
	for _, n := range b.credits {
		all = append(all, fact{n.date, classClaim, n.recorded, n.index, false, func(day) error {
			b.issuedCredits = append(b.issuedCredits, n)
			b.entries = append(b.entries, entry{credit: n})
			b.useCredits()
			return nil
		}})
	}
	for _, f := range b.fees {
		all = append(all, fact{f.date, classFee, f.recorded, f.index, false, func(day) error {
			f.raised = true
			return nil
		}})
	}
	return all
}

// runThrough lives through every day up to last. On each day first interest
// compounds where it is an anniversary; then the claims bear on which the payer
// still owes interest on the day he pays, then the facts of the day act, then
// the claims bear whose payment day is free, and what follows their payments
// acts. With settle they do not bear on the last day: a payment of that day would
// come before it.
func (b *book) runThrough(last day, settle bool) error {
	facts := b.facts()
	for today := b.start(facts, last); today <= last; today++ {
		b.anniversaries(today)
		if err := b.accrue(today, false); err != nil {
			return err
		}
		var err error
		if facts, err = b.act(facts, today, classPayment); err != nil {
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
	return nil
}

// toNextDay lets what came back or went today bear.
func (b *book) toNextDay() {
	for _, c := range b.claims {
		c.tomorrow = 0
		for _, t := range c.tracks() {
			t.tomorrow = 0
		}
	}
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
	for _, c := range b.claims {
		if c.free != free {
			continue
		}
		if err := c.accrue(today); err != nil {
			return fmt.Errorf("/claims/%d/interest: %w", c.index, err)
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
		if err := f.run(today); err != nil {
			return nil, err
		}
		if b.order.apply && f.class != classClosing && (f.class != classPayment || f.after) {
			b.applyWaiting(today)
		}
	}
	return facts, nil
}

// pay allocates a payment, behind the rests that wait.
func (b *book) pay(p *payment, today day) error {
	if b.order.apply {
		b.applyWaiting(today)
	}
	p.left = p.amount
	b.entries = append(b.entries, entry{payment: p})
	w := walk{b, p, today}
	b.clipped = w.directed() || b.clipped
	w.undirected()
	return nil
}

// applyWaiting offers the rests of earlier payments to what is open, the oldest
// payment first.
func (b *book) applyWaiting(today day) {
	waiting := slices.Clone(b.payments)
	slices.SortStableFunc(waiting, comparePayments)
	for _, p := range waiting {
		if p.left > 0 {
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
	for _, c := range b.claims {
		if c.heldOn(next) {
			continue
		}
		for _, t := range c.tracks() {
			one, err := t.perDay(next, c.base(t))
			if err != nil {
				return nil, false
			}
			sum.Add(sum, one)
		}
	}
	return sum, true
}

// addLine adds a line to those of its cell, directed and undirected apart.
func (b *book) addLine(lines []line, one line) []line {
	for i := range lines {
		l := &lines[i]
		if l.item == one.item && l.component == one.component && (l.rung == 0) == (one.rung == 0) {
			l.amount += one.amount
			l.vat = b.addPrinted(l.vat, one.vat)
			return lines
		}
	}
	return append(lines, one)
}

// addPrinted adds two printed amounts, either of which may be empty.
func (b *book) addPrinted(x, y string) string {
	if x == "" || y == "" {
		return x + y
	}
	m, _ := parseMinor(x, b.digits)
	n, _ := parseMinor(y, b.digits)
	return printMinor(m+n, b.digits)
}
