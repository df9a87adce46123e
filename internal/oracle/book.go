package oracle

import (
	"cmp"
	"fmt"
	"math/big"
	"slices"
)

// book is the case as it is known: what is in view, in file order.
type book struct {
	currency string
	digits   int
	rounding rounding
	order    order
	claims   []*claim
	fees     []*fee
	payments []*payment
	items    []item // claims, then fees
	clipped  bool
}

// fact is something dated that happens to the book.
type fact struct {
	date     day
	class    int // 0 claim, 1 fee, 2 payment
	recorded day
	position int
	claim    *claim
	fee      *fee
	payment  *payment
}

// facts are all facts in the order in which they act.
func (b *book) facts() []fact {
	var all []fact
	for _, c := range b.claims {
		all = append(all, fact{date: c.raise, class: 0, recorded: c.recorded, position: c.index, claim: c})
	}
	for _, f := range b.fees {
		all = append(all, fact{date: f.date, class: 1, recorded: f.recorded, position: f.index, fee: f})
	}
	for _, p := range b.payments {
		all = append(all, fact{date: p.date, class: 2, recorded: p.recorded, position: p.index, payment: p})
	}
	slices.SortStableFunc(all, func(x, y fact) int {
		return cmp.Or(cmp.Compare(x.date, y.date), cmp.Compare(x.class, y.class),
			cmp.Compare(x.recorded, y.recorded), cmp.Compare(x.position, y.position))
	})
	return all
}

// runThrough lives through every day up to last. On each day first interest
// compounds where it is an anniversary; then the claims bear on which the payer
// still owes interest on the day he pays, then the facts of the day act, then the claims bear whose payment day is free. With
// settle that last step is left out on the last day: a payment of that day
// would come before it.
func (b *book) runThrough(last day, settle bool) error {
	facts := b.facts()
	for len(facts) > 0 && facts[0].date == noDay {
		b.act(&facts[0], noDay)
		facts = facts[1:]
	}
	for today := b.start(facts, last); today <= last; today++ {
		for _, c := range b.claims {
			c.compound(today)
		}
		if err := b.accrue(today, false); err != nil {
			return err
		}
		for len(facts) > 0 && facts[0].date == today {
			b.act(&facts[0], today)
			facts = facts[1:]
		}
		if settle && today == last {
			break
		}
		if err := b.accrue(today, true); err != nil {
			return err
		}
	}
	return nil
}

func (b *book) start(facts []fact, last day) day {
	first := last
	for _, c := range b.claims {
		first = min(first, c.first)
	}
	for i := range facts {
		first = min(first, facts[i].date)
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

func (b *book) act(f *fact, today day) {
	switch {
	case f.claim != nil:
		f.claim.raised = true
	case f.fee != nil:
		f.fee.raised = true
	}
	if b.order.apply {
		b.applyWaiting(today)
	}
	if f.payment != nil {
		f.payment.left = f.payment.amount
		w := walk{b, f.payment, today}
		b.clipped = w.directed() || b.clipped
		w.undirected()
	}
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

// perDiem is the interest of the day after asOf on the balances there are, in
// minor units; unknown if a rate is not known on that day.
func (b *book) perDiem(asOf day) (sum *big.Rat, known bool) {
	next := asOf + 1
	sum = new(big.Rat)
	for _, c := range b.claims {
		if !c.bears(next) {
			continue
		}
		q, err := c.terms.on(next)
		if err != nil {
			return nil, false
		}
		num, den := dayFraction(c.convention, c.first, next)
		one := segment{balance: c.base(), rate: q.rate, num: num, den: den}
		sum.Add(sum, one.exact())
	}
	return sum, true
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
