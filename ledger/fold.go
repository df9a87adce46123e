package ledger

import (
	"cmp"
	"errors"
	"fmt"
	"slices"

	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/law"
	"github.com/skuld-go/skuld/money"
)

// Book is a case folded up to a day: the balances of its items after every fact
// that counts. Make one with [Fold].
type Book struct {
	c        Case
	resolved Resolved
	at       At
	items    []*item // claims, then fees, each in file order
	byFile   map[string]int
	payments []PaymentAllocation
	waiting  []int // payments with a rest that may still be applied
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
	path        string
}

// Line is a part of a payment on one component of one item. VAT is the memo that
// a principal line takes along, in the same currency.
type Line struct {
	Item      string
	Component allocation.Component
	Amount    money.Amount
	VAT       money.Amount
	// Rung counts from 1; 0 means that the debtor directed the money.
	Rung     int
	Citation string
	// Deviates marks a directed line that the order alone would not have made.
	Deviates bool
}

// class ranks the facts of one day.
type class uint8

const (
	claimRaised class = iota
	feeRaised
	anniversary
	paymentReceived
)

// event is a fact in its place in the fold.
type event struct {
	date, recorded calendar.Date
	class          class
	position       int // in its list in the file
}

// Fold works through the facts of a case that count at a day, in the order of
// date, class (claims, fees, payments), recording and position in the file.
// The case must be valid ([Case.Validate]) and the terms must be its own, one
// per claim. Errors are [Problems] at the claim whose rate is not known for a day
// it needs, all of them at once.
func Fold(c Case, r Resolved, at At) (*Book, error) {
	if len(r.Claims) != len(c.Claims) {
		return nil, fmt.Errorf("terms for %d claims, want one for each of %d", len(r.Claims), len(c.Claims))
	}
	if at.AsOf.IsZero() {
		return nil, errors.New("no as-of day, want one")
	}
	b := &Book{c: c, resolved: r, at: at, byFile: map[string]int{}}
	if err := b.open(); err != nil {
		return nil, err
	}
	for _, e := range b.events() {
		if err := b.apply(e); err != nil {
			return nil, b.everyUnknown(err)
		}
	}
	return b, nil
}

// everyUnknown adds to an error at a rate that is not known those of all other
// claims that reach such a day, so that one run finds them all.
func (b *Book) everyUnknown(err error) error {
	problems := AsProblems(err)
	if !errors.Is(err, law.ErrNotKnown) {
		return err
	}
	for _, it := range b.items {
		_, err := it.due(b.at.AsOf)
		problems.Merge(AsProblems(err))
	}
	return problems.Err()
}

// open sets up the items; nothing is raised yet.
func (b *Book) open() error {
	var problems Problems
	for i := range b.c.Claims {
		it := &item{claim: &b.c.Claims[i], terms: b.resolved.Claims[i], path: fmt.Sprintf("/claims/%d", i)}
		it.open[allocation.Principal] = it.claim.Principal.Minor()
		it.vat = it.claim.VAT.Minor()
		if b.counts(it.claim) {
			b.findings = append(b.findings, it.terms.Findings...)
			problems = append(problems, AsProblems(b.openAccount(it))...)
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
	b.byFile[it.id()] = len(b.items)
	b.items = append(b.items, it)
}

func (b *Book) counts(cl *Claim) bool { return b.at.counts(cl.Issued, cl.Recorded) }

// openAccount compiles the claim's rate over its bearing days through the as-of
// day.
func (b *Book) openAccount(it *item) error {
	t := it.terms
	last := b.at.AsOf
	if !t.Last.IsZero() {
		last = min(last, t.Last)
	}
	if !t.Bears || t.First > last {
		return nil
	}
	line, err := t.Terms.Rate.CompileKnown(calendar.Days(t.First, last))
	if err != nil {
		return it.problem(err)
	}
	it.account, err = interest.NewAccount(line, t.Terms.DayCount, t.First, t.Rounding, it.claim.Principal)
	if err != nil {
		return it.problem(err)
	}
	return nil
}

func (b *Book) find(code string, s Severity, path, format string, args ...any) {
	b.findings = append(b.findings, Finding{Code: code, Severity: s, Path: path, Message: fmt.Sprintf(format, args...)})
}

// events lists the facts that count, in the order of the fold.
func (b *Book) events() []event {
	var list []event
	for i := range b.c.Claims {
		if cl := &b.c.Claims[i]; b.counts(cl) {
			list = append(list, event{cl.Issued, known(cl.Issued, cl.Recorded), claimRaised, i})
		}
	}
	for i, f := range b.c.Fees {
		if b.at.counts(f.Date, f.Recorded) {
			list = append(list, event{f.Date, known(f.Date, f.Recorded), feeRaised, i})
		}
	}
	for i, p := range b.c.Payments {
		if b.at.counts(p.Date, p.Recorded) {
			list = append(list, event{p.Date, known(p.Date, p.Recorded), paymentReceived, i})
		}
	}
	list = append(list, b.anniversaries()...)
	slices.SortStableFunc(list, func(x, y event) int {
		return cmp.Or(cmp.Compare(x.date, y.date), cmp.Compare(x.class, y.class),
			cmp.Compare(x.recorded, y.recorded), cmp.Compare(x.position, y.position))
	})
	return list
}

// anniversaries lists the days on which unpaid interest joins the balance of
// claims that compound, counted from the first bearing day, inclusive. They run
// from that day whether or not the claim has been raised.
func (b *Book) anniversaries() []event {
	var list []event
	for i, it := range b.items[:len(b.c.Claims)] {
		t := it.terms
		if t.Compounding != Annual || it.account == nil {
			continue
		}
		for year := 1; ; year++ {
			day := t.First.AddYears(year)
			if day.IsZero() || day > b.at.AsOf || (!t.Last.IsZero() && day > t.Last) {
				break
			}
			list = append(list, event{day, day, anniversary, i})
		}
	}
	return list
}

func (b *Book) apply(e event) error {
	switch e.class {
	case anniversary:
		return b.items[e.position].compound(e.date)
	case claimRaised:
		it := b.items[e.position]
		it.raised = true
		b.fact("claim", it.id(), e.date, "raises principal "+it.claim.Principal.String())
	case feeRaised:
		it := b.items[len(b.c.Claims)+e.position]
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
	spec := p.Specification
	if err := b.allocate(n, p.Date, &spec); err != nil {
		return err
	}
	pa := &b.payments[n]
	b.fact("payment", p.ID, p.Date, b.paymentEffect(pa))
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
		if err := b.allocate(n, day, nil); err != nil {
			return err
		}
	}
	b.waiting = slices.DeleteFunc(b.waiting, func(n int) bool { return b.payments[n].Unallocated.IsZero() })
	return nil
}

// allocate walks the order with what is left of a payment on a day.
func (b *Book) allocate(n int, day calendar.Date, spec *[]allocation.Directed) error {
	pa := &b.payments[n]
	open, index, err := b.openOn(day)
	if err != nil {
		return err
	}
	b.rateFindings(open, index, day)
	p := allocation.Payment{Date: day, Amount: pa.Unallocated}
	var dropped []int
	if spec != nil {
		p.Specification, dropped = b.reachable(*spec)
	}
	result, err := allocation.Allocate(p, open, b.resolved.Order)
	if err != nil {
		return &Problem{Path: pa.path, Message: err.Error(), Cause: err}
	}
	for _, l := range result.Lines {
		if err := b.book(pa, index[l.Index], l, day); err != nil {
			return err
		}
	}
	pa.Unallocated = result.Unallocated
	b.clipFindings(pa, spec, result.Clipped, dropped)
	return nil
}

// openOn lists the raised items as they stand when a payment of the day acts.
func (b *Book) openOn(day calendar.Date) ([]allocation.Item, []*item, error) {
	var open []allocation.Item
	var index []*item
	rates := b.resolved.Order.NeedsRates()
	for _, it := range b.items {
		if !it.raised {
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
		if v.RateUnknown {
			b.find(FindingRateUnknown, Warning, index[i].path+"/interest",
				"the rate on %s is not known; the claim comes after those with a known rate", day)
		}
	}
}

// book settles a line and keeps it with its payment.
func (b *Book) book(pa *PaymentAllocation, it *item, l allocation.Line, day calendar.Date) error {
	vat, err := it.settle(l.Component, l.Amount.Minor(), day)
	if err != nil {
		return err
	}
	line := Line{
		Item: l.Item, Component: l.Component, Amount: l.Amount, Rung: l.Rung, Citation: l.Citation, Deviates: l.Deviates,
	}
	if it.claim != nil && it.claim.VAT != (money.Amount{}) && l.Component == allocation.Principal {
		line.VAT = money.FromMinor(vat, b.c.Currency)
	}
	pa.add(line)
	return nil
}

// add keeps a line with its payment; money that waited and was applied on several
// days shows as one line for each component and rung.
func (pa *PaymentAllocation) add(line Line) {
	for i := range pa.Lines {
		l := &pa.Lines[i]
		if l.Item == line.Item && l.Component == line.Component && l.Rung == line.Rung {
			l.Amount = money.FromMinor(l.Amount.Minor()+line.Amount.Minor(), line.Amount.Currency())
			if line.VAT != (money.Amount{}) {
				l.VAT = money.FromMinor(l.VAT.Minor()+line.VAT.Minor(), line.VAT.Currency())
			}
			return
		}
	}
	pa.Lines = append(pa.Lines, line)
}

// reachable drops entries whose item has not been raised yet and returns their
// positions.
func (b *Book) reachable(spec []allocation.Directed) (kept []allocation.Directed, dropped []int) {
	for i, d := range spec {
		if b.items[b.byFile[d.Item]].raised {
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
			"item %s is not raised on %s; %s follows the order", d.Item, pa.Date, d.Amount)
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
