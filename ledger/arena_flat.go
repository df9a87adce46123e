package ledger

import (
	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/money"
)

// flatCase is a case in the arena: ranges of the shared slices, and what it is as a
// whole.
type flatCase struct {
	asOf                           calendar.Date
	items, courses, events, blocks span
	order                          int32 // in orders
	kept                           int32 // in kept, or −1
	templates                      int32 // start in templates, or −1 where all orders are known beforehand
	rates                          int32 // start in rates of a row for each event, or −1
	currency                       money.Currency
	way                            Way
	single                         single
	apply                          bool // money that finds nothing open waits
}

// span is a range of a shared slice.
type span struct{ from, to int32 }

// flatItem is a claim, a fee or a credit note as its books begin.
type flatItem struct {
	// open is what the debt or the fee comes to, of the component body.
	open int64
	// booked is the interest that was there at an opening: contract, default.
	booked  [2]int64
	courses span
	due     calendar.Date
	body    allocation.Component
	// early says that the item is there before anything else happens.
	early bool
}

// flatCourse is one kind of interest of an item.
type flatCourse struct {
	course    interest.Course
	component allocation.Component
	// free lets payments act at the start of their day.
	free bool
}

// flatEvent is a fact; those of a case are in the order of the fold.
type flatEvent struct {
	amount int64
	date   calendar.Date
	// of is the item among those of the case; of a payment its place in
	// special, or −1; of a refund the position of the payment, or −1.
	of    int32
	class class
	// component is that of an adjustment or an anniversary, of a write-off a set of them;
	// of a claim 1 for a credit note.
	component uint8
}

// datedEvent is a fact with what the fold sorts by.
type datedEvent struct {
	flatEvent
	recorded calendar.Date
	position int32
}

// specialPayment is what only few payments have.
type specialPayment struct {
	position int32 // in the case
	order    int32 // its own, or −1
	directed []allocation.Directed
}

// keptCase is a case that is or may have to be folded.
type keptCase struct {
	c        Case
	resolved Resolved
	at       At
}

// marks are the lengths of the shared slices, to go back to.
type marks struct {
	items, courses, events, orders, cells, special, templates, rates, blocks, kept int
}

func (a *Arena) marks() marks {
	return marks{
		len(a.items), len(a.courses), len(a.events), len(a.orders), len(a.cells), len(a.special), len(a.templates), len(a.rates), len(a.blocks), len(a.kept),
	}
}

// cut goes back to marks.
func (a *Arena) cut(m marks) {
	a.items, a.courses, a.events = a.items[:m.items], a.courses[:m.courses], a.events[:m.events]
	a.orders, a.cells, a.special = a.orders[:m.orders], a.cells[:m.cells], a.special[:m.special]
	a.templates, a.rates, a.blocks, a.kept = a.templates[:m.templates], a.rates[:m.rates], a.blocks[:m.blocks], a.kept[:m.kept]
}

// since is the range from a mark to the present length of a slice.
func since(mark, length int) span { return span{int32(mark), int32(length)} }

// slot is the place of a kind of interest in arrays of both.
func slot(c allocation.Component) int { return int(c - allocation.ContractInterest) }
