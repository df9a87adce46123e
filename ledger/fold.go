package ledger

import (
	"cmp"
	"errors"
	"fmt"
	"slices"

	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/law"
	"github.com/skuld-go/skuld/money"
)

// Book is a case folded up to a day: the balances of its items after every fact
// that counts. Make one with [Fold].
type Book struct {
	c        Case
	resolved Resolved
	at       At
	settling bool
	items    []*item // claims, then fees, each in file order
	byID     map[string]*item
	void     map[string]bool // payments that count as never made
	received map[string]int  // payments that came into the fold, by id
	payments []PaymentAllocation
	waiting  []int // payments with a rest that may still be applied
	credits  []int // credit notes with a rest that may still net claims
	closing  *ClosingLines
	facts    []Fact
	findings []Finding
}

// PaymentAllocation is what became of a payment: Lines and Unallocated add up to
// Amount.
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
	path     string
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
	// compounded is how much of an interest line had been compounded.
	compounded int64
}

// class ranks the facts of one day. Facts on items whose payment day is free come
// after the payments of the day.
type class uint8

const (
	claimRaised class = iota
	feeRaised
	adjusted
	capitalized
	anniversary
	reversed
	paymentReceived
	reversedAfter
	adjustedAfter
	capitalizedAfter
	closed
)

// event is a fact in its place in the fold.
type event struct {
	date, recorded calendar.Date
	class          class
	position       int // in its list in the file
	component      allocation.Component
}

// Fold works through the facts of a case that count at a day, in the order of
// date, class (claims, fees, payments), recording and position in the file.
// The case must be valid ([Case.Validate]) and the terms must be its own, one
// per claim. Errors are [Problems] at the claim whose rate is not known for a day
// it needs, all of them at once.
func Fold(c Case, r Resolved, at At) (*Book, error) { return foldFor(c, r, at, false) }

// foldFor is Fold; settling leaves the as-of day of claims whose payment day is free
// without interest, because a payment of that day will act at its start.
func foldFor(c Case, r Resolved, at At, settling bool) (*Book, error) {
	if len(r.Claims) != len(c.Claims) {
		return nil, fmt.Errorf("terms for %d claims, want one for each of %d", len(r.Claims), len(c.Claims))
	}
	if err := at.Validate(); err != nil {
		return nil, err
	}
	b := &Book{c: c, resolved: r, at: at, settling: settling, byID: map[string]*item{}, void: map[string]bool{}, received: map[string]int{}}
	if err := b.open(); err != nil {
		return nil, err
	}
	for _, e := range b.events() {
		if err := b.apply(e); err != nil {
			return nil, b.everyUnknown(err, e.date)
		}
	}
	return b, nil
}

// everyUnknown adds to an error at a rate that is not known on a day, or at
// interest beyond bounds, those of all other claims that reach that day, so that
// one run finds them all.
func (b *Book) everyUnknown(err error, day calendar.Date) error {
	problems := AsProblems(err)
	if !errors.Is(err, law.ErrNotKnown) && !errors.Is(err, money.ErrTooLarge) {
		return err
	}
	for _, it := range b.items {
		if it.raised {
			_, err := it.balances(day)
			problems.Merge(AsProblems(err))
		}
	}
	return problems.Err()
}

// open sets up the items; nothing is raised yet.
func (b *Book) open() error {
	var problems Problems
	for _, r := range b.c.Reversals {
		if r.voids() && b.at.counts(r.Date, r.Recorded) {
			b.void[r.Payment] = true
		}
	}
	for i := range b.c.Claims {
		it := &item{claim: &b.c.Claims[i], path: fmt.Sprintf("/claims/%d", i)}
		it.begin()
		if b.counts(it.claim) {
			terms := b.resolved.Claims[i]
			b.findings = append(b.findings, terms.Findings...)
			problems = append(problems, AsProblems(b.openAccounts(it, terms))...)
		}
		b.add(it)
	}
	for i := range b.c.Fees {
		it := &item{fee: &b.c.Fees[i], path: fmt.Sprintf("/fees/%d", i)}
		it.open[allocation.Fee] = it.fee.Amount.Minor()
		b.add(it)
	}
	return problems.Err()
}

func (b *Book) add(it *item) {
	b.items = append(b.items, it)
	b.byID[it.id()] = it
}

func (b *Book) counts(cl *Claim) bool { return b.at.counts(cl.raisedOn(), cl.Recorded) }

func (b *Book) find(code string, s Severity, path, format string, args ...any) {
	b.findings = append(b.findings, Finding{Code: code, Severity: s, Path: path, Message: fmt.Sprintf(format, args...)})
}

// events lists the facts that count, in the order of the fold.
func (b *Book) events() []event {
	var list []event
	for i := range b.c.Claims {
		if cl := &b.c.Claims[i]; b.counts(cl) {
			list = append(list, event{date: cl.raisedOn(), recorded: knownFrom(cl.raisedOn(), cl.Recorded), class: claimRaised, position: i})
		}
	}
	for i, f := range b.c.Fees {
		if b.at.counts(f.Date, f.Recorded) {
			list = append(list, event{date: f.Date, recorded: knownFrom(f.Date, f.Recorded), class: feeRaised, position: i})
		}
	}
	for i, p := range b.c.Payments {
		if b.at.counts(p.Date, p.Recorded) && !b.void[p.ID] {
			list = append(list, event{date: p.Date, recorded: knownFrom(p.Date, p.Recorded), class: paymentReceived, position: i})
		}
	}
	list = append(append(list, b.anniversaries()...), b.lifeEvents()...)
	slices.SortStableFunc(list, func(x, y event) int {
		return cmp.Or(cmp.Compare(x.date, y.date), cmp.Compare(x.class, y.class),
			cmp.Compare(x.recorded, y.recorded), cmp.Compare(x.position, y.position))
	})
	return list
}

func (b *Book) apply(e event) error {
	switch e.class {
	case anniversary:
		return b.items[e.position].compound(e.component, e.date)
	case closed:
		return b.close(*b.c.Closed)
	case adjusted, adjustedAfter, capitalized, capitalizedAfter, reversed, reversedAfter:
		if e.class >= adjustedAfter {
			b.end(e.date)
		}
		if err := b.applyLife(e); err != nil {
			return err
		}
		if (e.class == reversed || e.class == reversedAfter) && b.c.Reversals[e.position].voids() {
			return nil // the day of what never was is no occasion for waiting money
		}
	case claimRaised:
		it := b.items[e.position]
		it.raised = true
		if it.claim.Kind == CreditNote {
			b.credit(it, e.date)
		} else {
			b.fact("claim", it.id(), e.date, "raises principal "+it.claim.Principal.String())
		}
		if err := b.net(e.date); err != nil {
			return err
		}
	case feeRaised:
		it := b.items[len(b.c.Claims)+e.position]
		if b.feeHeld(it) {
			return nil
		}
		it.raised = true
		b.fact("fee", it.id(), e.date, "raises fee "+it.fee.Amount.String())
	case paymentReceived:
		if err := b.applyWaiting(e.date); err != nil {
			return err
		}
		return b.receive(e.position)
	}
	return b.applyWaiting(e.date)
}

func (b *Book) fact(kind, id string, date calendar.Date, effect string) {
	b.facts = append(b.facts, Fact{Kind: kind, ID: id, Date: date, Effect: effect})
}

// receive allocates a payment.
func (b *Book) receive(position int) error {
	p := &b.c.Payments[position]
	path := fmt.Sprintf("/payments/%d", position)
	b.payments = append(b.payments, PaymentAllocation{
		Payment: p.ID, Date: p.Date, Amount: p.Amount, Unallocated: p.Amount, path: path,
	})
	n := len(b.payments) - 1
	b.received[p.ID] = n
	spec := p.Specification
	if _, err := b.allocate(n, p.Date, &spec); err != nil {
		return err
	}
	pa := &b.payments[n]
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

// end lets every claim bear on a day before what follows its payments acts, and
// waiting money after that. The as-of day does not end for who pays on it.
func (b *Book) end(day calendar.Date) {
	if b.settling && day == b.at.AsOf {
		return
	}
	for _, it := range b.items {
		for _, a := range it.bears {
			a.ended = day
		}
	}
}

// applyWaiting lets waiting rests act on the given day, oldest payment first.
func (b *Book) applyWaiting(day calendar.Date) error {
	for _, n := range b.waiting {
		settled, err := b.allocate(n, day, nil)
		if err != nil {
			return err
		}
		if !settled {
			break // nothing is open, for the other waiting payments either
		}
	}
	b.waiting = slices.DeleteFunc(b.waiting, func(n int) bool { return b.payments[n].Unallocated.IsZero() })
	return nil
}

// allocate walks the order with what is left of a payment on a day; it reports
// whether anything was settled.
func (b *Book) allocate(n int, day calendar.Date, spec *[]allocation.Directed) (bool, error) {
	pa := &b.payments[n]
	open, index, err := b.openOn(day)
	if err != nil {
		return false, err
	}
	b.rateFindings(open, index, day)
	p := allocation.Payment{Date: day, Amount: pa.Unallocated}
	var dropped []int
	if spec != nil {
		p.Specification, dropped = b.reachable(*spec, index)
	}
	result, err := allocation.Allocate(p, open, b.resolved.Order)
	if err != nil {
		return false, &Problem{Path: pa.path, Message: err.Error(), Cause: err}
	}
	for _, l := range result.Lines {
		if err := b.book(pa, index[l.Index], l, day); err != nil {
			return false, err
		}
	}
	pa.Unallocated = result.Unallocated
	b.clipFindings(pa, spec, result.Clipped, dropped)
	return len(result.Lines) > 0, nil
}

// openOn lists the raised items as they stand when a payment of the day acts.
func (b *Book) openOn(day calendar.Date) ([]allocation.Item, []*item, error) {
	var open []allocation.Item
	var index []*item
	rates := b.resolved.Order.NeedsRates()
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
	vat, compounded, err := it.settle(l.Component, l.Amount.Minor(), day)
	if err != nil {
		return err
	}
	line := Line{
		Date: day, Item: l.Item, Component: l.Component, Amount: l.Amount, Rung: l.Rung, Citation: l.Citation, Deviates: l.Deviates,
		compounded: compounded,
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

// clipFindings notes directed money that found too little open.
func (b *Book) clipFindings(pa *PaymentAllocation, spec *[]allocation.Directed, clipped []allocation.Clip, dropped []int) {
	if spec == nil {
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
