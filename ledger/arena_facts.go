package ledger

import (
	"math"
	"slices"

	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/calendar"
)

// payments adds the payments that count and are not void.
func (f *flattener) payments() bool {
	for i := range f.c.Payments {
		p := &f.c.Payments[i]
		if !f.at.Counts(p.Date, p.Recorded) || f.void(p.ID) {
			continue
		}
		credited, err := f.c.Credited(*p)
		if err != nil {
			return false
		}
		e := flatEvent{amount: credited.Minor(), date: p.Date, of: -1, class: paymentReceived}
		if len(p.Specification) > 0 || len(p.Order.Rungs) > 0 || f.refunded(p.ID) {
			e.of = int32(len(f.a.special))
			f.a.special = append(f.a.special, specialPayment{int32(i), -1, p.Specification})
		}
		f.a.sorting = append(f.a.sorting, datedEvent{e, knownFrom(p.Date, p.Recorded), int32(i)})
	}
	return true
}

// void reports whether a payment counts as never made.
func (f *flattener) void(id string) bool {
	for i := range f.c.Reversals {
		if r := &f.c.Reversals[i]; r.Payment == id && r.voids() && f.at.Counts(r.Date, r.Recorded) {
			return true
		}
	}
	return false
}

// refunded reports whether a refund names the payment.
func (f *flattener) refunded(id string) bool {
	for i := range f.c.Refunds {
		if f.c.Refunds[i].Payment == id {
			return true
		}
	}
	return false
}

// item is the position of an item by its id, −1 where there is none.
func (f *flattener) item(id string) int32 {
	for i := range f.c.Claims {
		if f.c.Claims[i].ID == id {
			return int32(i)
		}
	}
	for i := range f.c.Fees {
		if f.c.Fees[i].ID == id {
			return int32(len(f.c.Claims) + i)
		}
	}
	return -1
}

// isFree reports whether payments act on an item at the start of their day, by its
// lead interest.
func (f *flattener) isFree(item int32) bool {
	it := &f.a.items[f.start.items+int(item)]
	return it.courses.from < it.courses.to && f.a.courses[it.courses.from].free
}

// life adds the other facts that count.
func (f *flattener) life() bool {
	for i, a := range f.c.Adjustments {
		if f.at.Counts(a.Date, a.Recorded) && !f.onItem(i, a.Item, a.Date, a.Recorded, adjusted, adjustedAfter, a.Amount.Minor(), a.Component) {
			return false
		}
	}
	for i, c := range f.c.Capitalizations {
		if f.at.Counts(c.Date, c.Recorded) && !f.onItem(i, c.Item, c.Date, c.Recorded, capitalized, capitalizedAfter, 0, 0) {
			return false
		}
	}
	for i, r := range f.c.Refunds {
		if !f.at.Counts(r.Date, r.Recorded) {
			continue
		}
		named := int32(slices.IndexFunc(f.c.Payments, func(p Payment) bool { return p.ID == r.Payment }))
		f.add(flatEvent{amount: r.Amount.Minor(), date: r.Date, of: named, class: refunded}, r.Recorded, i)
	}
	return f.givenUp()
}

// givenUp adds write-offs and the closing.
func (f *flattener) givenUp() bool {
	for i, w := range f.c.WriteOffs {
		if !f.at.Counts(w.Date, w.Recorded) {
			continue
		}
		e := flatEvent{amount: w.Amount.Minor(), date: w.Date, of: -1, class: writtenOff}
		if w.Item != "" {
			if e.of = f.item(w.Item); e.of < 0 {
				return false
			}
		}
		if e.amount != 0 && len(w.Components) != 1 {
			return false
		}
		for _, c := range w.Components {
			e.component |= 1 << c
		}
		f.add(e, w.Recorded, i)
	}
	if c := f.c.Closed; c != nil && c.Disposition != 0 && f.at.Counts(c.Date, c.Recorded) {
		tolerance := int64(math.MaxInt64)
		if c.Disposition == SmallBalance {
			tolerance = c.Tolerance.Minor()
		}
		f.add(flatEvent{amount: tolerance, date: c.Date, class: closed}, c.Recorded, 0)
	}
	return true
}

// add adds a fact.
func (f *flattener) add(e flatEvent, recorded calendar.Date, position int) {
	f.a.sorting = append(f.a.sorting, datedEvent{e, knownFrom(e.date, recorded), int32(position)})
}

// onItem adds a fact on an item, in the class that comes before or after the payments
// of its day.
func (f *flattener) onItem(position int, id string, date, recorded calendar.Date, before, after class, minor int64, c allocation.Component) bool {
	item := f.item(id)
	if item < 0 || int(item) < len(f.c.Claims) && f.c.Claims[item].Kind == CreditNote {
		return false
	}
	if f.isFree(item) {
		before = after
	}
	f.add(flatEvent{amount: minor, date: date, of: item, class: before, component: uint8(c)}, recorded, position)
	return true
}

// anniversaries adds the days on which unpaid interest of a claim joins the balance:
// what adjustments of the day change of it comes before, and a capitalization of the
// day leaves nothing. Where payments act at the start of the day both come after.
func (f *flattener) anniversaries(id string, t *ClaimTerms, days calendar.Period, leadFree bool) {
	item := int32(len(f.a.items) - f.start.items)
	for year := 1; ; year++ {
		day := t.First.AddYears(year)
		if day.IsZero() || day > f.at.AsOf || !t.Last.IsZero() && day > t.Last {
			return
		}
		if c := f.c.Closed; c != nil && f.at.Counts(c.Date, c.Recorded) && day > c.Date {
			return
		}
		if day < days.From {
			continue
		}
		e := flatEvent{date: day, of: item, class: anniversary, component: uint8(t.Component)}
		if !leadFree {
			var taken bool
			if e.amount, taken = f.onEve(id, t.Component, day); taken {
				continue
			}
		}
		f.a.sorting = append(f.a.sorting, datedEvent{e, day, item})
	}
}

// onEve is what adjustments of a day change of a component, and whether the claim is
// capitalized on it.
func (f *flattener) onEve(id string, c allocation.Component, day calendar.Date) (sum int64, capitalized bool) {
	for _, a := range f.c.Adjustments {
		if a.Item == id && a.Component == c && a.Date == day && f.at.Counts(a.Date, a.Recorded) {
			sum += a.Amount.Minor()
		}
	}
	for _, k := range f.c.Capitalizations {
		capitalized = capitalized || k.Item == id && k.Date == day && f.at.Counts(k.Date, k.Recorded)
	}
	return sum, capitalized
}
