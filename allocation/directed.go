package allocation

import (
	"fmt"
	"slices"
)

// debtorsDirection is the ground of directed lines where an order names none.
const debtorsDirection = "debtor's direction"

// specification works directed money, as far as the order lets the debtor direct,
// and marks the lines that the order alone would not have made.
func (w *walk) specification(plain *walk, clipped []Clip, p *Payment, o *Order) ([]Clip, error) {
	clipped, err := w.directed(clipped, p, o)
	if err != nil || o.Direction == DirectNothing {
		return nil, err
	}
	plain.mute = true
	plain.begin(p, w.items, nil)
	plain.run(o)
	for i := range w.lines[w.first:] {
		l := &w.lines[w.first+i]
		l.Deviates = l.Amount.Minor() > plain.settled(l.Index)[l.Component]
		if o.Grounds.Consent != "" && l.Deviates && w.passesBy(l, o) {
			l.ByConsent, l.Citation = true, o.Grounds.Consent
		}
	}
	return clipped, nil
}

// directed settles what a specification names, and appends what found too little open.
func (w *walk) directed(clipped []Clip, p *Payment, o *Order) ([]Clip, error) {
	var named [componentCount]Component
	citation := o.Grounds.Item
	if citation == "" {
		citation = debtorsDirection
	}
	var sum int64
	for n, d := range p.Specification {
		i := slices.IndexFunc(w.items, func(it Item) bool { return it.ID == d.Item })
		if i < 0 {
			return nil, fmt.Errorf("%w: specification %d names item %q, which is not open", ErrPayment, n, d.Item)
		}
		rest := d.Amount.Minor()
		if rest < 0 || rest > p.Amount.Minor()-sum {
			return nil, fmt.Errorf("%w: specification %d of %s brings the sum above the payment or is negative, want at most %s in all", ErrPayment, n, d.Amount, p.Amount)
		}
		sum += rest
		if o.Direction == DirectNothing {
			continue
		}
		for _, c := range o.within(named[:0], d.Components) {
			rest -= w.pay(i, c, rest, 0, citation)
		}
		if rest > 0 {
			clipped = append(clipped, Clip{n, w.amount(rest)})
		}
	}
	return clipped, nil
}

// within is the order in which directed money settles an item, appended to all where no
// components are named.
func (o *Order) within(all, named []Component) []Component {
	if len(named) > 0 && o.Direction != DirectItem {
		return named
	}
	for _, r := range o.Rungs {
		for _, c := range r.Components {
			if !slices.Contains(all, c) {
				all = append(all, c)
			}
		}
	}
	return all
}

// passesBy reports whether the directed lines leave something open on a line's
// item that the order settles before it.
func (w *walk) passesBy(l *Line, o *Order) bool {
	var all [componentCount]Component
	for _, c := range o.within(all[:0], nil) {
		if c == l.Component {
			return false
		}
		if w.open(l.Index, c) > 0 {
			return true
		}
	}
	return false
}

// extend adds to the line that directed money to the same component before, if
// there is one: a specification may name a component twice.
func (w *walk) extend(i int, c Component, n int64) bool {
	for k := w.first; k < len(w.lines); k++ {
		if l := &w.lines[k]; l.Index == i && l.Component == c {
			l.Amount = w.amount(l.Amount.Minor() + n)
			return true
		}
	}
	return false
}
