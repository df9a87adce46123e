package ledger

import (
	"errors"
	"fmt"
	"slices"

	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/money"
)

// PaymentAllocation is what became of a payment: Lines and Unallocated add up to
// Amount, which is what the payment counts for in the case's currency.
type PaymentAllocation struct {
	Payment     string
	Date        calendar.Date
	Amount      money.Amount
	Lines       []Line
	Unallocated money.Amount
	// CreditNote says that the entry is a credit note and no payment.
	CreditNote bool
	// Reversal is the id of the reversal that the entry belongs to; its amounts are
	// negative. Empty for a payment.
	Reversal string
	// Refund is the id of the refund that the entry is; its amounts are negative and
	// it has no lines. Empty for a payment.
	Refund string
	// Exchange is what the payment was in another currency, or in the creditor's
	// books; nil where neither is the case.
	Exchange *PaymentExchange
	path     string
	// refunded is how much of Unallocated was returned, baseLeft what of the receipt
	// in the creditor's books lies with Unallocated.
	refunded, baseLeft int64
	// reversed says that a reversal took the payment back.
	reversed bool
	// order is the payment's own, nil where it is settled by that of the case.
	order *allocation.Order
	// directed says that no hold keeps it back.
	directed bool
}

// Line is a part of a payment on one component of one item, acting on Date: the
// payment's day, or a later one for money that waited. VAT is the memo that a
// principal line takes along, in the same currency.
type Line struct {
	Date      calendar.Date
	Item      string
	Component allocation.Component
	Amount    money.Amount
	VAT       money.Amount
	// Rung counts from 1; 0 means that the debtor directed the money.
	Rung     int
	Citation string
	// Deviates marks a directed line that the order alone would not have made.
	Deviates bool
	// ByConsent marks a directed line that holds only because the creditor took the
	// money so.
	ByConsent bool
	// Base is the line's part of what came in, and Booked what it settles, in the
	// currency of the creditor's books; the zero Amount where that is the case's, or
	// where the receipt is not known.
	Base, Booked money.Amount
	// booksAtRate says that Booked is the fall of the claim's value in the books.
	booksAtRate bool
	// compounded is how much of an interest line had been compounded.
	compounded int64
}

// receive allocates a payment.
func (b *Book) receive(position int) error {
	p := &b.c.Payments[position]
	path := fmt.Sprintf("/payments/%d", position)
	credited, err := b.c.Credited(*p)
	if err != nil {
		var problem *Problem
		if errors.As(err, &problem) {
			problem.Path = path + problem.Path
		}
		return err
	}
	b.payments = append(b.payments, PaymentAllocation{
		Payment: p.ID, Date: p.Date, Amount: credited, Unallocated: credited, Exchange: b.exchanged(p, credited), path: path,
		baseLeft: p.Received.Minor(), order: p.ownOrder(), directed: b.isDirected(position),
	})
	n := len(b.payments) - 1
	b.received[p.ID] = n
	spec := p.Specification
	outcome, err := b.allocate(n, p.Date, &spec)
	if err != nil {
		return err
	}
	pa := &b.payments[n]
	if outcome.back && pa.Unallocated.Sign() > 0 {
		b.find(FindingBlocked, Warning, path, "a hold on payments keeps back %s on %s", pa.Unallocated, p.Date)
		b.blocked = append(b.blocked, n)
	}
	b.fact("payment", p.ID, p.Date, "") // what it did is known when the fold is done
	if b.resolved.Order.Rest == allocation.Apply && pa.Unallocated.Sign() > 0 {
		b.waiting = append(b.waiting, n)
	}
	return nil
}

func (b *Book) paymentEffect(pa *PaymentAllocation) string {
	if pa.Unallocated.IsZero() {
		return "settles " + pa.Amount.String()
	}
	settled := money.FromMinor(pa.Amount.Minor()-pa.Unallocated.Minor(), b.c.Currency)
	return fmt.Sprintf("settles %s, leaves %s unallocated", settled, pa.Unallocated)
}

// applyWaiting lets waiting rests act on the given day, oldest payment first.
func (b *Book) applyWaiting(day calendar.Date) error {
	for _, n := range b.waiting {
		outcome, err := b.allocate(n, day, nil)
		if err != nil {
			return err
		}
		if !outcome.settled && b.oneOrder() {
			break // nothing is open, for the other waiting payments either
		}
	}
	b.waiting = slices.DeleteFunc(b.waiting, func(n int) bool { return b.payments[n].available() == 0 })
	return nil
}

// outcome is what came of a walk: whether it settled anything, and whether a hold
// kept money back.
type outcome struct{ settled, back bool }

// allocate walks the order with what is left of a payment on a day.
func (b *Book) allocate(n int, day calendar.Date, spec *[]allocation.Directed) (outcome, error) {
	pa := &b.payments[n]
	if err := b.bookThrough(func(a *accrual) calendar.Date { return a.lastFor(day) }); err != nil {
		return outcome{}, err
	}
	order := b.orderOf(pa)
	open, index, err := b.openOn(day, order.NeedsRates())
	if err != nil {
		return outcome{}, err
	}
	whole := !pa.directed && b.blockedOn(day, open)
	b.rateFindings(open, index, day)
	p := allocation.Payment{Date: day, Amount: b.money(pa.available())}
	var dropped []int
	if spec != nil {
		p.Specification, dropped = b.reachable(*spec, index)
	}
	result, err := allocation.Allocate(p, open, order)
	if err != nil {
		return outcome{}, &Problem{Path: pa.path, Message: err.Error(), Cause: err}
	}
	for _, l := range result.Lines {
		if err := b.book(pa, index[l.Index], l, day); err != nil {
			return outcome{}, err
		}
	}
	pa.Unallocated = b.money(result.Unallocated.Minor() + pa.refunded)
	if err := b.shareBase(pa, pa.Lines[len(pa.Lines)-len(result.Lines):]); err != nil {
		return outcome{}, err
	}
	b.directionFindings(pa, spec)
	b.clipFindings(pa, spec, result.Clipped, dropped)
	return outcome{len(result.Lines) > 0, keptBack(whole, open, result.Lines)}, nil
}

// openOn lists the raised items as they stand when a payment of the day acts, with
// their rates where an order asks for them.
func (b *Book) openOn(day calendar.Date, rates bool) ([]allocation.Item, []*item, error) {
	var open []allocation.Item
	var index []*item
	for _, it := range b.items {
		if !it.raised || it.isCredit() || it.settled(b.at.AsOf) {
			continue
		}
		v, err := it.view(day, rates)
		if err != nil {
			return nil, nil, err
		}
		open, index = append(open, v), append(index, it)
	}
	return open, index, nil
}

// rateFindings notes claims that an order by rates could not place.
func (b *Book) rateFindings(open []allocation.Item, index []*item, day calendar.Date) {
	for i, v := range open {
		if v.RateUnknown && v.Open.Total() > 0 && !index[i].noted {
			index[i].noted = true
			b.find(FindingRateUnknown, Warning, index[i].path+"/interest",
				"the rate on %s is not known; the claim comes after those with a known rate", day)
		}
	}
}

// book settles a line and keeps it with its payment.
func (b *Book) book(pa *PaymentAllocation, it *item, l allocation.Line, day calendar.Date) error {
	before := it.open[allocation.Principal]
	vat, compounded, err := it.settle(l.Component, l.Amount.Minor(), day)
	if err != nil {
		return err
	}
	line := Line{
		Date: day, Item: l.Item, Component: l.Component, Amount: l.Amount, Rung: l.Rung, Citation: l.Citation, Deviates: l.Deviates,
		ByConsent: l.ByConsent, compounded: compounded,
	}
	if b.keepsBase(pa) {
		if err := b.bookValue(it, &line, before); err != nil {
			return err
		}
	}
	if it.claim != nil && it.claim.VAT != (money.Amount{}) && l.Component == allocation.Principal {
		line.VAT = money.FromMinor(vat, b.c.Currency)
	}
	pa.Lines = append(pa.Lines, line)
	return nil
}

// reachable drops entries whose item is not there to be settled, because it has
// not been raised yet or has nothing left, and returns their positions.
func (b *Book) reachable(spec []allocation.Directed, index []*item) (kept []allocation.Directed, dropped []int) {
	there := map[string]bool{}
	for _, it := range index {
		there[it.id()] = true
	}
	for i, d := range spec {
		if there[d.Item] {
			kept = append(kept, d)
		} else {
			dropped = append(dropped, i)
		}
	}
	return kept, dropped
}

// directionFindings notes directions that the order does not follow.
func (b *Book) directionFindings(pa *PaymentAllocation, spec *[]allocation.Directed) {
	if spec == nil || b.orderOf(pa).Direction != allocation.DirectNothing {
		return
	}
	for i, d := range *spec {
		b.find(FindingDirectionRefused, Warning, fmt.Sprintf("%s/specification/%d", pa.path, i),
			"nothing may be directed; %s for %s follows the order", d.Amount, d.Item)
	}
}

// clipFindings notes directed money that found too little open.
func (b *Book) clipFindings(pa *PaymentAllocation, spec *[]allocation.Directed, clipped []allocation.Clip, dropped []int) {
	if spec == nil || b.orderOf(pa).Direction == allocation.DirectNothing {
		return
	}
	for _, i := range dropped {
		d := (*spec)[i]
		b.find(FindingClipped, Warning, fmt.Sprintf("%s/specification/%d", pa.path, i),
			"nothing is open on item %s on %s; %s follows the order", d.Item, pa.Date, d.Amount)
	}
	for _, c := range clipped {
		i := c.Specification
		for _, d := range dropped {
			if d <= i {
				i++
			}
		}
		b.find(FindingClipped, Warning, fmt.Sprintf("%s/specification/%d", pa.path, i),
			"more than is open on %s; %s follows the order", pa.Date, c.Rest)
	}
}
