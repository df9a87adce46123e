package oracle

import (
	"cmp"
	"slices"
)

// Classes of facts of one day. An anniversary acts at the day's beginning.
const (
	classClaim = 1 + iota
	classFee
	classAdjustment
	classCapitalization
	_
	classReversal
	classRelease // of money that was blocked
	classPayment
	classRefund
	classLateAdjustment // where the payment day is free
	classLateCapitalization
	classWriteOff
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
	all := append(append(b.raisings(), b.moneys()...), b.releases()...)
	for _, a := range b.adjustments {
		class := classAdjustment
		if a.item.isFree() {
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
	for _, w := range b.writeOffs {
		all = append(all, fact{w.date, classWriteOff, w.recorded, w.index, false, func(day) error { return b.writeOff(w) }})
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
			b.raise(f)
			return nil
		}})
	}
	return all
}

// moneys are the payments, what takes them back and what went back.
func (b *book) moneys() (all []fact) {
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
	for _, r := range b.refunds {
		all = append(all, fact{r.date, classRefund, r.recorded, r.index, false, func(day) error {
			b.giveBack(r)
			return nil
		}})
	}
	return all
}
