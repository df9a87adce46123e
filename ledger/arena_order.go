package ledger

import (
	"cmp"
	"slices"

	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/calendar"
)

// flatOrder is an order of settlement. Where it goes by due dates alone, it is the same
// list of cells whenever a payment comes; otherwise package allocation walks it.
type flatOrder struct {
	cells  span // in cells
	static bool
	order  allocation.Order // of one that is not static, or that directed money may meet
}

// cell32 is one component of one item of a case.
type cell32 struct {
	item      int32
	component allocation.Component
}

// single says of a case of one claim and payments which of the two a payment settles
// first.
type single uint8

const (
	notSingle single = iota
	interestFirst
	debtFirst
)

// rankedItem is an item in the sequence of a part of an order.
type rankedItem struct {
	item int32
	due  calendar.Date
}

// settlement compiles the orders of the case.
func (f *flattener) settlement(out *flatCase) bool {
	if f.r.Order.Validate() != nil {
		return len(f.c.Payments) == 0 && f.simple(out)
	}
	out.order = f.order(f.r.Order)
	static, needsRates := f.a.orders[out.order].static, f.r.Order.NeedsRates()
	for i := f.start.special; i < len(f.a.special); i++ {
		s := &f.a.special[i]
		static = static && len(s.directed) == 0
		if own := f.c.Payments[s.position].ownOrder(); own != nil {
			if own.Validate() != nil {
				return false
			}
			own.Rest = f.r.Order.Rest
			s.order = f.order(*own)
			static = static && f.a.orders[s.order].static
			needsRates = needsRates || own.NeedsRates()
		}
	}
	if !static {
		f.sure = false // package allocation has bounds of its own
		f.template(out)
		if needsRates {
			f.dailyRates(out)
		}
	}
	return f.simple(out)
}

// order adds an order to the arena and returns its place.
func (f *flattener) order(o allocation.Order) int32 {
	out := flatOrder{cells: since(len(f.a.cells), len(f.a.cells)), static: true}
	for start := 0; start < len(o.Rungs) && out.static; {
		end := o.Part(start)
		out.static = f.part(o.Rungs[start:end])
		start = end
	}
	if out.static {
		out.cells.to = int32(len(f.a.cells))
	} else {
		f.a.cells = f.a.cells[:out.cells.from]
	}
	if !out.static || len(f.a.special) > f.start.special {
		out.order = o
	}
	f.a.orders = append(f.a.orders, out)
	return int32(len(f.a.orders) - 1)
}

// part adds the cells of rungs that are worked together; not ok where their sequence
// depends on the day or on what is open.
func (f *flattener) part(rungs []allocation.Rung) bool {
	f.a.ranked = f.a.ranked[:0]
	for i := range f.a.items[f.start.items:] {
		due, there := f.admitted(rungs, i)
		if there {
			f.a.ranked = append(f.a.ranked, rankedItem{int32(i), due})
		}
	}
	for i := range rungs {
		if len(rungs[i].Due) > 0 {
			return false
		}
	}
	sign := 1
	switch rungs[0].Sequence {
	case 0, allocation.Oldest:
	case allocation.Latest:
		sign = -1
	default:
		if len(f.a.ranked) > 1 {
			return false
		}
	}
	slices.SortStableFunc(f.a.ranked, func(x, y rankedItem) int { return sign * cmp.Compare(x.due, y.due) })
	for _, ranked := range f.a.ranked {
		for i := range rungs {
			if !f.admits(&rungs[i], int(ranked.item)) {
				continue
			}
			for _, c := range rungs[i].Components {
				if f.holds(int(ranked.item), c) {
					f.a.cells = append(f.a.cells, cell32{ranked.item, c})
				}
			}
		}
	}
	return true
}

// admitted reports whether any of the rungs takes the item, and its due date.
func (f *flattener) admitted(rungs []allocation.Rung, item int) (calendar.Date, bool) {
	if n := item - len(f.c.Claims); n >= 0 {
		return f.c.Fees[n].Date, slices.ContainsFunc(rungs, func(r allocation.Rung) bool { return f.admits(&r, item) })
	}
	cl := &f.c.Claims[item]
	return cl.DueDate(), cl.Kind != CreditNote && slices.ContainsFunc(rungs, func(r allocation.Rung) bool { return f.admits(&r, item) })
}

// admits reports whether a rung takes an item on some component, by code or group.
func (f *flattener) admits(r *allocation.Rung, item int) bool {
	if !slices.ContainsFunc(r.Components, func(c allocation.Component) bool { return f.holds(item, c) }) {
		return false
	}
	if n := item - len(f.c.Claims); n >= 0 {
		return len(r.Codes) == 0 || slices.Contains(r.Codes, f.c.Fees[n].Code)
	}
	return len(r.Groups) == 0 || slices.Contains(r.Groups, f.c.Claims[item].Group)
}

// holds reports whether an item may ever have something open on a component.
func (f *flattener) holds(item int, c allocation.Component) bool {
	it := &f.a.items[f.start.items+item]
	if c == it.body {
		return true
	}
	if isInterest(c) {
		for _, fc := range f.a.courses[it.courses.from:it.courses.to] {
			if fc.component == c {
				return true
			}
		}
		return it.booked[slot(c)] != 0 || len(f.c.Adjustments) > 0
	}
	return len(f.c.Adjustments)+len(f.c.Capitalizations) > 0 && (item >= len(f.c.Claims)) == (c == allocation.Fee)
}
