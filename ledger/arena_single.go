package ledger

import (
	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/money"
)

// one works a case of one claim and payments out. It is what work does, without
// anything that such a case cannot have: between two payments one multiplication, at
// each payment one division.
func (w *Worker) one(out *CaseTotals) {
	c := w.c
	o := oneClaim{item: &w.a.items[c.items.from], of: &w.a.courses[c.courses.from], debtFirst: c.single == debtFirst}
	o.open, o.booked = o.item.open, o.item.booked[slot(o.of.component)]
	rounding := o.of.course.Rounding()
	o.mode, o.year = rounding.Mode, o.of.course.Year()
	events := w.a.events[c.events.from:c.events.to]
	in, ok := o.of.course.Integral()
	if ok && w.forced != ByWalk && w.itemised == nil {
		o.byIntegral(in, events)
	} else {
		o.byWalk(w, events)
	}
	o.totals(out, c.currency, w.way())
}

// oneClaim is a claim under way, with one kind of interest.
type oneClaim struct {
	item      *flatItem
	of        *flatCourse
	sum       interest.Tally
	year      interest.Year
	mode      money.Rounding
	debtFirst bool
	// open is the debt, booked and paid are interest, left is money that found nothing
	// open.
	open, booked, paid, left int64
}

// next is the first day that bears on the balance after a payment: the day after it, or
// its own where payments act at the start of their day; within the bearing days.
func (o *oneClaim) next(e *flatEvent, days calendar.Period, after calendar.Date) calendar.Date {
	return max(days.From, min(days.To, e.date+after))
}

// after is how long after its day a payment acts.
func (o *oneClaim) after() calendar.Date {
	if o.of.free {
		return 0
	}
	return 1
}

// byIntegral takes the days between two payments as the difference of two integrals. It
// is the innermost loop of a portfolio, so its figures are variables and no fields; what
// a payment does is what pay does.
func (o *oneClaim) byIntegral(in interest.Integral, events []flatEvent) {
	days, after, year, mode := o.of.course.Days(), o.after(), o.year, o.mode
	open, due, left, paid := o.open, int64(0), int64(0), -o.booked
	at := in.At(days.From)
	var sum interest.Tally
	for i := range events {
		e := &events[i]
		to := in.At(o.next(e, days, after))
		sum = sum.Add(open, to-at)
		at = to
		rounded, _ := sum.Round(year, mode)
		due = max(0, rounded-paid)
		first := e.amount
		if o.debtFirst {
			first -= min(open, first)
		}
		charged := min(due, first)
		debt := min(open, e.amount-charged)
		paid += charged
		open -= debt
		left += e.amount - charged - debt
	}
	o.sum, o.open, o.left, o.paid = sum.Add(open, in.At(days.To)-at), open, left, paid+o.booked
}

// byWalk goes through the legs, and appends the segments where they are wanted.
func (o *oneClaim) byWalk(w *Worker, events []flatEvent) {
	course := &o.of.course
	if w.forced == ByWalk {
		walked := course.Walked()
		course = &walked
	}
	days, after := course.Days(), o.after()
	bears, line := days.From, 0
	from := course.At(days.From)
	for i := range events {
		to := o.next(&events[i], days, after)
		at := course.At(to)
		o.sum, from = o.sum.Add(o.open, at-from), at
		open := o.open
		if o.pay(events[i].amount); open != o.open && w.itemised != nil {
			line = w.segments(course, o.of.component, open, bears, to, line)
			bears = to
		}
	}
	o.sum = o.sum.Add(o.open, course.At(days.To)-from)
	if w.itemised != nil {
		w.segments(course, o.of.component, o.open, bears, days.To, line)
	}
}

// due is the interest that is open. Nothing in such a case can be beyond the bounds of a
// rounding, or it would not be worked out here.
func (o *oneClaim) due() int64 {
	rounded, _ := o.sum.Round(o.year, o.mode)
	return max(0, o.booked+rounded-o.paid)
}

// pay settles a payment.
func (o *oneClaim) pay(amount int64) {
	due := o.due()
	charged := min(due, amount)
	if o.debtFirst {
		charged = min(due, amount-min(o.open, amount))
	}
	debt := min(o.open, amount-charged)
	o.paid += charged
	o.open -= debt
	o.left += amount - charged - debt
}

// totals names the figures, field by field: a whole would be made elsewhere first and
// then moved.
func (o *oneClaim) totals(out *CaseTotals, c money.Currency, way Way) {
	due, debt := o.due(), o.item.open-o.open
	out.Currency, out.Way, out.Fees, out.PaidFees = c, way, 0, 0
	out.PaidInterest, out.Unallocated = o.paid, o.left
	out.ContractInterest, out.DefaultInterest = 0, due
	if slot(o.of.component) == 0 {
		out.ContractInterest, out.DefaultInterest = due, 0
	}
	out.Principal, out.PaidPrincipal, out.Capitalized, out.PaidCapitalized = o.open, debt, 0, 0
	if o.item.body != allocation.Principal {
		out.Principal, out.PaidPrincipal, out.Capitalized, out.PaidCapitalized = 0, 0, o.open, debt
	}
}
