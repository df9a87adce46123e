package summary

import (
	"fmt"
	"slices"
)

// groupBuilder adds a group up.
type groupBuilder struct {
	in *Group
	ps problems
	// inside holds the ids of the customers, debts what is owed by id.
	inside map[string]bool
	debts  map[string]*debt
	// owing lists the cases that each debtor owes, by their place.
	owing map[string][]int
}

// check notes what is wrong with the group by itself.
func (b *groupBuilder) check() {
	if b.in.AsOf.IsZero() {
		b.ps.addf("no as-of day, want one")
	}
	for i := range b.in.Customers {
		c := &b.in.Customers[i]
		if c.ID == "" || b.inside[c.ID] {
			b.ps.addf("customer %q, want an id of its own", c.ID)
		}
		b.inside[c.ID] = true
		b.items(c)
		for _, a := range c.Unsettled {
			if a.Currency().IsZero() || a.Sign() < 0 {
				b.ps.addf("customer %q: %q unsettled, want an amount of at least 0", c.ID, a)
			}
		}
	}
	b.ps.add(checkAll(b.in.Cases, b.in.AsOf))
}

// items checks a customer's open items and keeps them as debts.
func (b *groupBuilder) items(c *Customer) {
	own := map[string]bool{}
	for _, it := range c.Items {
		if it.ID == "" || own[it.ID] {
			b.ps.addf("customer %q: item %q, want an id of its own", c.ID, it.ID)
		}
		own[it.ID] = true
		if it.Kind.String() == "" {
			b.ps.addf("customer %q: item %q is of kind %d, want a purchase, an invoice or an account", c.ID, it.ID, it.Kind)
		}
		if it.Balance.Currency().IsZero() {
			b.ps.addf("customer %q: item %q has no balance, want an amount", c.ID, it.ID)
		}
		d := b.debts[it.ID]
		if d == nil {
			d = &debt{owed: it.Balance, kind: it.Kind, inside: true}
			b.debts[it.ID] = d
		} else if d.owed != it.Balance || d.kind != it.Kind {
			b.ps.addf("customer %q: item %q is the %s of %s, elsewhere the %s of %s, want one item for one id", c.ID, it.ID,
				it.Kind, it.Balance, d.kind, d.owed)
		}
		d.debtors = append(d.debtors, c.ID)
	}
}

// collect keeps the cases as debts.
func (b *groupBuilder) collect(views []CaseView) {
	for i := range views {
		v := &views[i]
		if b.debts[v.Case] != nil {
			b.ps.addf("%q is the id of a case and of an item, want one for each", v.Case)
		}
		d := &debt{owed: v.Remaining.Sum}
		for _, debtor := range b.in.Cases[i].Case.Debtors {
			if !guarantees(debtor) {
				d.debtors = append(d.debtors, debtor.ID)
				d.inside = d.inside || b.inside[debtor.ID]
				b.owing[debtor.ID] = append(b.owing[debtor.ID], i)
			}
		}
		b.debts[v.Case] = d
	}
}

// customer adds one ledger up.
func (b *groupBuilder) customer(c *Customer, views []CaseView, list []GuaranteeView) CustomerView {
	owes := func(debt string) bool { return slices.Contains(b.debts[debt].debtors, c.ID) }
	var s balances
	for _, it := range c.Items {
		s.item(it)
	}
	for _, a := range c.Unsettled {
		s.unsettled(a)
	}
	for _, i := range b.owing[c.ID] {
		s.owed(&views[i])
	}
	s.contingent(contingent(list, func(id string) bool { return id == c.ID }, func(g *GuaranteeView) bool { return owes(g.Debt) }))
	v := CustomerView{Customer: c.ID, Balances: s.sorted(fmt.Sprintf("customer %q", c.ID), &b.ps)}
	v.Cover = b.cover(c, v.Balances)
	for _, g := range list {
		if g.Guarantor == c.ID {
			v.GuaranteeFor = append(v.GuaranteeFor, g)
		}
		if owes(g.Debt) {
			v.Guarantors = append(v.Guarantors, g)
		}
	}
	return v
}

// whole adds up the group, everything once.
func (b *groupBuilder) whole(views []CaseView, list []GuaranteeView) []Balance {
	var s balances
	seen := map[string]bool{}
	for _, c := range b.in.Customers {
		for _, it := range c.Items {
			if !seen[it.ID] {
				s.item(it)
			}
			seen[it.ID] = true
		}
		for _, a := range c.Unsettled {
			s.unsettled(a)
		}
	}
	for i := range views {
		if b.debts[views[i].Case].inside {
			s.owed(&views[i])
		}
	}
	s.contingent(contingent(list, func(id string) bool { return b.inside[id] }, func(g *GuaranteeView) bool { return g.Inside }))
	return s.sorted("group", &b.ps)
}
