package ledger

import (
	"cmp"
	"slices"

	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/money"
)

// safeMinor bounds debts whose interest cannot leave the bounds of an amount in all the
// time that a case may span: 10¹⁵ over 1000 % a year in 301 years, with room.
const safeMinor = money.MaxMinor / (10 * 301) / 10

// Append adds a case, with the terms that it was resolved to, as it is to be worked out
// for a day: what [Fold] takes. It returns the case's number in the arena, from 0. It
// does not fail; what is wrong with a case is found when it is worked out. Where all
// claims bear series and margins that the arena has met, nothing but room in its slices
// is allocated.
func (a *Arena) Append(c Case, r Resolved, at At) int {
	f := flattener{a: a, c: &c, r: &r, at: at, start: a.marks()}
	out := flatCase{asOf: at.AsOf, currency: c.Currency, way: ByIntegral, kept: -1, templates: -1, rates: -1}
	if !f.flatten(&out) {
		a.cut(f.start)
		out = flatCase{asOf: at.AsOf, currency: c.Currency, way: ByFold, kept: -1}
	}
	if out.way == ByFold || !f.sure {
		out.kept = int32(len(a.kept))
		a.kept = append(a.kept, keptCase{c, r, at})
	}
	a.cases = append(a.cases, out)
	return len(a.cases) - 1
}

// flattener takes a case apart.
type flattener struct {
	a     *Arena
	c     *Case
	r     *Resolved
	at    At
	start marks
	// sure says that nothing can go wrong when the case is worked out.
	sure bool
}

// flatten adds the case to the slices of the arena; not ok where the fold has to do it.
func (f *flattener) flatten(out *flatCase) bool {
	if len(f.r.Claims) != len(f.c.Claims) || f.at.Validate() != nil || !f.plain() {
		return false
	}
	f.sure = len(f.c.Adjustments)+len(f.c.Capitalizations)+len(f.c.WriteOffs) == 0 && f.c.Closed == nil
	f.a.sorting = f.a.sorting[:0]
	if !f.claims() || !f.fees() || !f.payments() || !f.life() || !f.blocks() {
		return false
	}
	f.sort()
	out.items, out.courses = since(f.start.items, len(f.a.items)), since(f.start.courses, len(f.a.courses))
	for i := range f.a.courses[f.start.courses:] {
		fc := &f.a.courses[f.start.courses+i]
		if fc.course.Days().IsEmpty() {
			continue
		}
		if _, ok := fc.course.Integral(); !ok {
			out.way = ByWalk
		}
		f.sure = f.sure && fc.course.Whole() && fc.course.Rounding().Mode.Mode() != money.Exactly
	}
	out.events = since(f.start.events, len(f.a.events))
	f.sure = f.sure && !f.mayBackdate()
	out.blocks = since(f.start.blocks, len(f.a.blocks))
	out.apply = f.r.Order.Rest == allocation.Apply
	return f.settlement(out)
}

// claims adds the claims that count and their raising.
func (f *flattener) claims() bool {
	for i := range f.c.Claims {
		cl := &f.c.Claims[i]
		it := flatItem{courses: since(len(f.a.courses), len(f.a.courses))}
		if !f.at.Counts(cl.raisedOn(), cl.Recorded) {
			f.a.items = append(f.a.items, it) // never raised
			continue
		}
		raise := datedEvent{
			flatEvent: flatEvent{date: cl.raisedOn(), of: int32(i), class: claimRaised},
			recorded:  knownFrom(cl.raisedOn(), cl.Recorded), position: int32(i),
		}
		if cl.Kind == CreditNote {
			if raise.date.IsZero() {
				return false
			}
			raise.component, raise.amount = 1, cl.Principal.Minor()
		} else if !f.claim(&it, cl, &f.r.Claims[i]) {
			return false
		}
		// What is there from the start needs no event, unless a credit note waits for it.
		it.early = raise.date.IsZero() && cl.Kind != CreditNote && raise.recorded.IsZero()
		if !it.early {
			f.a.sorting = append(f.a.sorting, raise)
		}
		f.sure = f.sure && cl.Principal.Minor() <= safeMinor
		f.a.items = append(f.a.items, it)
	}
	return true
}

// claim fills in what a claim comes to, and its interest.
func (f *flattener) claim(it *flatItem, cl *Claim, terms *ClaimTerms) bool {
	it.open, it.body, it.due = cl.Principal.Minor(), allocation.Principal, cl.DueDate()
	if cl.Kind == CapitalizedInterest {
		it.body = allocation.Capitalized
	}
	var opened calendar.Date
	if o := cl.Opening; o != nil {
		if f.at.AsOf < o.Through {
			return false
		}
		it.open, it.booked = o.Principal.Minor(), [2]int64{o.ContractInterest.Minor(), o.Interest.Minor()}
		opened = o.Through + 1
		f.sure = f.sure && it.booked[0] <= safeMinor && it.booked[1] <= safeMinor
	}
	return f.bears(it, cl.ID, terms, opened)
}

// fees adds the fees that count and that no hold bars.
func (f *flattener) fees() bool {
	for i := range f.c.Fees {
		fee := &f.c.Fees[i]
		it := flatItem{courses: since(len(f.a.courses), len(f.a.courses))}
		if f.at.Counts(fee.Date, fee.Recorded) {
			if fee.Amount.Currency() != f.c.Currency {
				return false
			}
			it.open, it.body = fee.Amount.Minor(), allocation.Fee
			if i < len(f.r.Fees) && !f.bears(&it, fee.ID, &f.r.Fees[i].Interest, 0) {
				return false
			}
			if !f.barred(fee) {
				f.a.sorting = append(f.a.sorting, datedEvent{
					flatEvent: flatEvent{date: fee.Date, of: int32(len(f.c.Claims) + i), class: feeRaised},
					recorded:  knownFrom(fee.Date, fee.Recorded), position: int32(i),
				})
			}
			f.sure = f.sure && it.open <= safeMinor
		}
		f.a.items = append(f.a.items, it)
	}
	return true
}

// barred reports whether a hold keeps a fee from being raised.
func (f *flattener) barred(fee *Fee) bool {
	for _, h := range f.c.Holds {
		if h.Scope == HoldFees && f.at.Counts(h.From, h.Recorded) && h.covers(fee.ID) && h.period().Contains(fee.Date) {
			return true
		}
	}
	return false
}

// sort brings the facts into the order of the fold.
func (f *flattener) sort() {
	slices.SortStableFunc(f.a.sorting, func(x, y datedEvent) int {
		return cmp.Or(cmp.Compare(x.date, y.date), cmp.Compare(x.class, y.class),
			cmp.Compare(x.recorded, y.recorded), cmp.Compare(x.position, y.position))
	})
	for i := range f.a.sorting {
		f.a.events = append(f.a.events, f.a.sorting[i].flatEvent)
	}
}
