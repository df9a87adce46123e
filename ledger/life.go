package ledger

import (
	"fmt"
	"slices"

	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/money"
)

// ClosingLines are the explicit lines by which what was still open at the closing
// of a case was disposed of. Amounts are positive.
type ClosingLines struct {
	Date        calendar.Date
	Disposition Disposition
	Lines       []DisposedLine
	// VAT is the sum over the lines.
	VAT money.Amount
}

// DisposedLine is a part of what is no longer asked for. VAT is the memo that a
// principal line takes along.
type DisposedLine struct {
	Item        string
	Component   allocation.Component
	Amount, VAT money.Amount
}

// begin sets the balances with which a claim's books begin.
func (it *item) begin() {
	if it.isCredit() {
		return
	}
	body := it.body()
	it.open[body] = it.claim.Principal.Minor()
	it.vat = it.claim.VAT.Minor()
	o := it.claim.Opening
	if o == nil {
		return
	}
	it.open[body] = o.Principal.Minor()
	it.booked[allocation.ContractInterest] = o.ContractInterest.Minor()
	it.booked[allocation.DefaultInterest] = o.Interest.Minor()
	it.followVAT()
}

// body is the component that the debt of a claim itself is.
func (it *item) body() allocation.Component {
	if it.claim.Kind == CapitalizedInterest {
		return allocation.Capitalized
	}
	return allocation.Principal
}

// holdsOn lists the days on which a claim is kept from bearing.
func (b *Book) holdsOn(it *item) []interest.Hold {
	var out []interest.Hold
	for _, h := range b.c.Holds {
		if h.Scope == HoldInterest && b.at.Counts(h.From, h.Recorded) && h.covers(it.id()) {
			out = append(out, interest.Hold{Period: h.period(), Reason: h.Reason})
		}
	}
	return out
}

// covers reports whether the hold is on an item.
func (h Hold) covers(id string) bool { return len(h.Items) == 0 || slices.Contains(h.Items, id) }

// period is the days of the hold.
func (h Hold) period() calendar.Period {
	if h.Through.IsZero() {
		return calendar.Period{From: h.From, To: calendar.MustDate(LastYear+1, 1, 1)}
	}
	return calendar.Days(h.From, h.Through)
}

// feeHeld reports, with a finding, that a fee may not be raised on its day.
func (b *Book) feeHeld(it *item) bool {
	for _, h := range b.c.Holds {
		if h.Scope == HoldFees && b.at.Counts(h.From, h.Recorded) && h.covers(it.id()) && h.period().Contains(it.fee.Date) {
			it.barred = true
			b.find(FindingFeeHeld, Warning, it.path, "no fee may be raised on %s; %s is left out", it.fee.Date, it.fee.Amount)
			return true
		}
	}
	return false
}

// lifeEvents lists adjustments, capitalizations, reversals, refunds, write-offs and
// the closing, and the days on which holds on payments have ended.
func (b *Book) lifeEvents() []event {
	list := append(b.releases(), b.givenUp()...)
	paidOn := map[string]calendar.Date{}
	for _, p := range b.c.Payments {
		paidOn[p.ID] = p.Date
	}
	after := func(item string, before, after class) class {
		if it := b.named(item); it != nil && it.lead() != nil && it.lead().terms.PaymentDay == Free {
			return after
		}
		return before
	}
	for i, a := range b.c.Adjustments {
		if b.at.Counts(a.Date, a.Recorded) {
			list = append(list, event{date: a.Date, recorded: knownFrom(a.Date, a.Recorded), class: after(a.Item, adjusted, adjustedAfter), position: i})
		}
	}
	for i, c := range b.c.Capitalizations {
		if b.at.Counts(c.Date, c.Recorded) {
			list = append(list, event{date: c.Date, recorded: knownFrom(c.Date, c.Recorded), class: after(c.Item, capitalized, capitalizedAfter), position: i})
		}
	}
	for i, r := range b.c.Reversals {
		if b.at.Counts(r.Date, r.Recorded) {
			class := reversed
			if paidOn[r.Payment] == r.Date {
				class = reversedAfter // there must be a payment to take back
			}
			list = append(list, event{date: r.Date, recorded: knownFrom(r.Date, r.Recorded), class: class, position: i})
		}
	}
	if c := b.c.Closed; c != nil && b.at.Counts(c.Date, c.Recorded) {
		list = append(list, event{date: c.Date, recorded: knownFrom(c.Date, c.Recorded), class: closed})
	}
	return list
}

// givenUp lists refunds and write-offs.
func (b *Book) givenUp() []event {
	var list []event
	for i, r := range b.c.Refunds {
		if b.at.Counts(r.Date, r.Recorded) {
			list = append(list, event{date: r.Date, recorded: knownFrom(r.Date, r.Recorded), class: refunded, position: i})
		}
	}
	for i, w := range b.c.WriteOffs {
		if b.at.Counts(w.Date, w.Recorded) && !(b.settling && w.Date == b.at.AsOf) {
			list = append(list, event{date: w.Date, recorded: knownFrom(w.Date, w.Recorded), class: writtenOff, position: i})
		}
	}
	return list
}

// named is an item by its id, nil where there is none.
func (b *Book) named(id string) *item { return b.byID[id] }

// applyLife lets a fact other than a claim, a fee or a payment act.
func (b *Book) applyLife(e event) error {
	switch e.class {
	case adjusted, adjustedAfter:
		return b.adjust(b.c.Adjustments[e.position], fmt.Sprintf("/adjustments/%d", e.position))
	case capitalized, capitalizedAfter:
		return b.capitalize(b.c.Capitalizations[e.position], fmt.Sprintf("/capitalizations/%d", e.position))
	}
	return b.reverse(b.c.Reversals[e.position])
}

// absent reports whether an item is not there for a fact of a day: not by mistake,
// if it has arisen and is only not known yet; otherwise with a problem.
func (b *Book) absent(it *item, id string, day calendar.Date, path string) (bool, error) {
	if it != nil && it.raised {
		return false, nil
	}
	if it != nil && it.arisen(day) {
		return true, nil
	}
	return true, &Problem{Path: path + "/item", Message: fmt.Sprintf("%q is not raised on %s, want an item that is", clip(id), day)}
}

// arisen reports whether the item's own day has come, whether or not it is known.
func (it *item) arisen(day calendar.Date) bool {
	if it.fee != nil {
		return it.fee.Date <= day && !it.barred
	}
	return it.claim.raisedOn() <= day
}

// adjust changes a component at the end of a day.
func (b *Book) adjust(a Adjustment, path string) error {
	it := b.named(a.Item)
	if gone, err := b.absent(it, a.Item, a.Date, path); gone {
		return err
	}
	if err := it.bookInterest(b.through(a.Date)); err != nil {
		return err
	}
	open, err := it.openThrough(a.Date)
	if err != nil {
		return err
	}
	minor := a.Amount.Minor()
	if open[a.Component]+minor < 0 {
		return &Problem{Path: path + "/amount", Message: fmt.Sprintf("%s is more than the %s open on %s, want at most that",
			a.Amount, b.money(open[a.Component]), a.Date)}
	}
	if open[a.Component]+minor > money.MaxMinor {
		return &Problem{Path: path + "/amount", Message: fmt.Sprintf("%s brings %s beyond bounds, want at most %s open",
			a.Amount, a.Component, b.money(money.MaxMinor))}
	}
	it.adjusted[a.Component] += minor
	it.altered = true
	switch {
	case !isInterest(a.Component):
		it.reduce(a.Component, -minor)
	case minor < 0 && !it.joinedBefore(a):
		it.fromCompounded(a.Component, -minor)
	}
	b.fact("adjustment", a.ID, a.Date, fmt.Sprintf("changes %s of %s by %s", a.Component, a.Item, a.Amount))
	return it.rebase(a.Date, false)
}

// through gives the last day of interest that a fact at the end of a day sees: that
// day, unless a payment of it is to come first.
func (b *Book) through(day calendar.Date) func(*accrual) calendar.Date {
	return func(a *accrual) calendar.Date {
		if a != nil && b.settling && day == b.at.AsOf {
			return a.lastFor(day)
		}
		return day
	}
}

// capitalize turns the interest due through a day into debt.
func (b *Book) capitalize(c Capitalization, path string) error {
	it := b.named(c.Item)
	if gone, err := b.absent(it, c.Item, c.Date, path); gone {
		return err
	}
	through := b.through(c.Date)
	if err := it.bookInterest(through); err != nil {
		return err
	}
	var sum int64
	for _, component := range bothInterests {
		due, err := it.due(component, through(it.of(component)))
		if err != nil {
			return err
		}
		it.moved[component] += due
		sum += due
	}
	if it.open[allocation.Capitalized]+sum > money.MaxMinor {
		return &Problem{Path: path, Message: fmt.Sprintf("brings capitalized interest of %s beyond bounds, want at most %s", c.Item, b.money(money.MaxMinor))}
	}
	it.forget()
	it.open[allocation.Capitalized] += sum
	b.fact("capitalization", c.ID, c.Date, fmt.Sprintf("capitalizes %s of %s", b.money(sum), c.Item))
	return it.rebase(c.Date, false)
}

// close ends the case and disposes of the rest.
func (b *Book) close(c Closing) error {
	b.fact("closing", "", c.Date, "stops interest")
	if c.Disposition == 0 {
		return nil
	}
	if err := b.bookThrough(func(*accrual) calendar.Date { return c.Date }); err != nil {
		return err
	}
	lines := &ClosingLines{Date: c.Date, Disposition: c.Disposition}
	var total int64
	for _, it := range b.items {
		if !it.raised {
			continue
		}
		open, err := it.openThrough(c.Date)
		if err != nil {
			return err
		}
		for component, minor := range open {
			if minor > 0 {
				total += minor
				lines.Lines = append(lines.Lines, DisposedLine{Item: it.id(), Component: allocation.Component(component), Amount: b.money(minor)})
			}
		}
	}
	if c.Disposition == SmallBalance && total > c.Tolerance.Minor() {
		return &Problem{Path: "/closed/tolerance", Message: fmt.Sprintf("%s is open, above the tolerance of %s, want another disposition", b.money(total), c.Tolerance)}
	}
	for i := range lines.Lines {
		it := b.named(lines.Lines[i].Item)
		b.dispose(it, &lines.Lines[i])
		it.forget()
		if err := it.rebase(c.Date, false); err != nil {
			return err
		}
	}
	lines.VAT = b.vatOf(lines.Lines)
	b.closing = lines
	b.facts[len(b.facts)-1].Effect = fmt.Sprintf("stops interest; %s is %s", b.money(total), c.Disposition)
	return nil
}
