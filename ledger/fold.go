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
	c         Case
	resolved  Resolved
	at        At
	settling  bool    // a payment of the as-of day is to come
	items     []*item // claims, then fees, each in file order
	byID      map[string]*item
	void      map[string]bool // payments that count as never made
	received  map[string]int  // payments that came into the fold, by id
	payments  []PaymentAllocation
	waiting   []int // payments with a rest that may still be applied
	blocked   []int // payments with a rest that a hold keeps back
	credits   []int // credit notes with a rest that may still net claims
	eve       eveFacts
	capped    bool // some claim has a cost cap
	repriced  bool // some fee goes by the day of payment
	blocks    blocks
	decide    Decide // what planned payments pay; nil where there are none
	planned   int    // position of the first planned payment
	watch     *watch // notes what the fold does to claims; nil where nobody asks
	closing   *ClosingLines
	writeOffs []WriteOffLines
	facts     []Fact
	findings  []Finding
}

// class ranks the facts of one day. Facts on items whose payment day is free come
// after the payments of the day.
type class uint8

const (
	anniversary class = iota // before what the day brings
	claimRaised
	feeRaised
	adjusted
	capitalized
	reversed
	released // money that a hold kept back
	paymentReceived
	reversedAfter
	refunded
	adjustedAfter
	capitalizedAfter
	writtenOff
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
	return workThrough(c, r, at, &Book{settling: settling})
}

// workThrough folds a case through in a new book.
func workThrough(c Case, r Resolved, at At, b *Book) (*Book, error) {
	if len(r.Claims) != len(c.Claims) {
		return nil, fmt.Errorf("terms for %d claims, want one for each of %d", len(r.Claims), len(c.Claims))
	}
	if err := at.Validate(); err != nil {
		return nil, err
	}
	b.c, b.resolved, b.at = c, r, at
	b.byID, b.void, b.received = map[string]*item{}, map[string]bool{}, map[string]int{}
	if err := b.open(); err != nil {
		return nil, err
	}
	b.eve, b.capped, b.blocks = b.eveFacts(), r.hasCaps(), b.blocksOf()
	for _, e := range b.events() {
		if err := b.apply(e); err != nil {
			return nil, b.everyUnknown(err, e.date)
		}
		b.watch.note(b, e)
	}
	return b, nil
}

// everyUnknown adds to an error at a rate that is not known on a day, or at
// interest beyond bounds, those of all other claims that reach that day and of later
// fees, so that one run finds them all.
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
	for _, it := range b.items {
		if it.tariff != nil && !it.raised && !it.barred && it.fee.Date >= day && b.at.Counts(it.fee.Date, it.fee.Recorded) {
			problems.Merge(AsProblems(it.unpriced()))
		}
	}
	return problems.Err()
}

// open sets up the items; nothing is raised yet.
func (b *Book) open() error {
	var problems Problems
	for _, r := range b.c.Reversals {
		if r.voids() && b.at.Counts(r.Date, r.Recorded) {
			b.void[r.Payment] = true
		}
	}
	for i := range b.c.Claims {
		it := &item{claim: &b.c.Claims[i], currency: b.c.Currency, path: fmt.Sprintf("/claims/%d", i)}
		it.begin()
		if b.counts(it.claim) {
			terms := b.resolved.Claims[i]
			it.cap = newCap(terms.Cap)
			b.findings = append(b.findings, terms.Findings...)
			problems = append(problems, AsProblems(b.openAccounts(it, terms))...)
		}
		b.add(it)
	}
	for i := range b.c.Fees {
		it := &item{fee: &b.c.Fees[i], currency: b.c.Currency, path: fmt.Sprintf("/fees/%d", i)}
		it.charged = it.fee.Amount.Minor()
		it.open[allocation.Fee] = it.charged
		if b.at.Counts(it.fee.Date, it.fee.Recorded) && i < len(b.resolved.Fees) {
			it.tariff, it.totalCap = b.resolved.Fees[i].Tariff, b.resolved.Fees[i].TotalCap
			it.perClaim = b.resolved.Fees[i].PerClaim
			terms := b.resolved.Fees[i].Interest
			problems = append(problems, AsProblems(b.openAccounts(it, terms))...)
		}
		b.add(it)
	}
	return problems.Err()
}

func (b *Book) add(it *item) {
	b.items = append(b.items, it)
	b.byID[it.id()] = it
}

func (b *Book) counts(cl *Claim) bool { return b.at.Counts(cl.raisedOn(), cl.Recorded) }

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
		if b.at.Counts(f.Date, f.Recorded) {
			list = append(list, event{date: f.Date, recorded: knownFrom(f.Date, f.Recorded), class: feeRaised, position: i})
		}
	}
	for i, p := range b.c.Payments {
		if b.at.Counts(p.Date, p.Recorded) && !b.void[p.ID] {
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
	if err := b.refreshFees(e.date); err != nil {
		return err
	}
	occasion, err := b.act(e)
	if err == nil && occasion {
		err = b.applyWaiting(e.date)
	}
	b.settleFees()
	return err
}

// act lets a fact act, and reports whether it is an occasion for money that waits.
func (b *Book) act(e event) (occasion bool, err error) {
	switch e.class {
	case anniversary:
		return false, b.anniversary(b.items[e.position], e.component, e.date)
	case claimRaised:
		return true, b.raiseClaim(b.items[e.position], e.date)
	case feeRaised:
		it := b.items[len(b.c.Claims)+e.position]
		if b.feeHeld(it) {
			return false, nil
		}
		if e.position < len(b.resolved.Fees) {
			b.findings = append(b.findings, b.resolved.Fees[e.position].Interest.Findings...)
		}
		return true, b.raiseFee(it)
	case paymentReceived: // after the money that waits
		if err := b.applyWaiting(e.date); err != nil {
			return false, err
		}
		if pays, err := b.plan(e.position); !pays || err != nil {
			return false, err
		}
		return false, b.receive(e.position)
	case released:
		return true, b.release(e.date)
	case refunded:
		b.refund(b.c.Refunds[e.position])
		return true, nil
	case writtenOff:
		return false, b.writeOff(b.c.WriteOffs[e.position], fmt.Sprintf("/writeOffs/%d", e.position))
	case closed:
		return false, b.close(*b.c.Closed)
	}
	if e.class >= adjustedAfter {
		b.end(e.date)
	}
	// The day of what never was is no occasion.
	void := (e.class == reversed || e.class == reversedAfter) && b.c.Reversals[e.position].voids()
	return !void, b.applyLife(e)
}

// raiseClaim lets a claim or a credit note take effect.
func (b *Book) raiseClaim(it *item, day calendar.Date) error {
	it.raised = true
	if it.claim.Kind == CreditNote {
		b.credit(it, day)
	} else {
		b.fact("claim", it.id(), day, "raises principal "+it.claim.Principal.String())
	}
	return b.net(day)
}

func (b *Book) fact(kind, id string, date calendar.Date, effect string) {
	b.facts = append(b.facts, Fact{Kind: kind, ID: id, Date: date, Effect: effect})
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
