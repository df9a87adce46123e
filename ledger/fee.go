package ledger

import (
	"errors"
	"fmt"

	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/fee"
	"github.com/skuld-go/skuld/law"
	"github.com/skuld-go/skuld/money"
)

// FeeAssessment is how a tariff gave the amount of a fee.
type FeeAssessment struct {
	// Base is the debt that the fee is measured by.
	Base money.Amount
	// Formula is the calculation on one line.
	Formula string
	// Net is the fee without, VAT the value added tax on it.
	Net, VAT money.Amount
	// Selected is the day that picked the version of the tariff.
	Selected calendar.Date
	// Provisional says that a later day will pick it anew.
	Provisional      bool
	Citation, Source string
	Evidence         law.Evidence
	// Units are the tariffs that the fee is a multiple of, if any, the nearest first.
	Units []FeeUnit
}

// FeeUnit is a tariff whose value a fee multiplies.
type FeeUnit struct {
	Code string
	// Selected is the day that picked the version of the unit.
	Selected         calendar.Date
	Citation, Source string
	Evidence         law.Evidence
}

// charge is a fee whose amount its tariff says.
type charge struct {
	facts  fee.Facts
	claims []*item // whose principal the fee goes by
	last   fee.Assessment
	// gross is what is charged before caps, as the day of payment has changed it.
	gross int64
	// byPaid says that the tariff goes by the day on which the claims are paid,
	// provisional that they are not paid yet.
	byPaid, provisional bool
}

// raiseFee charges a fee on its day, as far as the cost caps of the case allow.
func (b *Book) raiseFee(it *item) error {
	day := it.fee.Date
	if it.tariff != nil {
		if err := b.assess(it); err != nil {
			return err
		}
	}
	granted, err := b.drawFee(it, it.charged, day)
	if err != nil {
		return err
	}
	it.raised = true
	it.open[allocation.Fee] = granted
	effect := "raises fee " + b.money(it.charged).String()
	if it.cappedAway > 0 {
		effect += ", of which " + b.money(it.cappedAway).String() + " is above the cost cap"
	}
	it.altered = it.altered || it.cappedAway > 0 || it.charge != nil
	b.fact("fee", it.id(), day, effect)
	return it.rebase(day, false)
}

// assess lets the tariff of a fee say its amount.
func (b *Book) assess(it *item) error {
	c := &charge{claims: b.feeClaims(it.fee.Date), facts: it.feeFacts()}
	for _, cl := range c.claims {
		c.facts.Due = max(c.facts.Due, cl.claim.DueDate())
		if o := cl.claim.origin(); c.facts.Origin.IsZero() || o < c.facts.Origin {
			c.facts.Origin = o
		}
	}
	stated := !c.facts.Base.Currency().IsZero()
	if !stated {
		c.facts.Base = b.money(min(c.open(), money.MaxMinor))
	}
	var err error
	if c.last, err = it.tariff.Assess(c.facts); err != nil {
		return it.feeProblem(err)
	}
	if !stated && c.facts.Base.Sign() == 0 && c.last.ByBase() {
		b.find(FindingFeeWithoutBase, Warning, it.path, "the fee goes by the principal that is open, and of that there was none")
	}
	if n := len(c.claims); it.perClaim && !stated && n > 1 && c.last.ByBase() {
		return &Problem{Path: it.path + "/facts/base", Message: fmt.Sprintf("missing, and %d claims are due, want the one amount that the fee goes by", n)}
	}
	it.charge, it.charged = c, c.last.Total.Minor()
	c.gross, c.byPaid = it.charged, c.last.SelectedBy(fee.Paid)
	c.provisional = c.byPaid && c.open() > 0
	b.repriced = b.repriced || c.byPaid
	return nil
}

// unpriced says that the tariff of a fee to come has no version for it, as far as
// that follows from the fee alone.
func (it *item) unpriced() error {
	switch it.tariff.Selector {
	case fee.Measure, fee.Sent, fee.Mandate:
	default:
		return nil
	}
	_, err := it.tariff.Assess(it.feeFacts())
	if !errors.Is(err, fee.ErrNotKnown) {
		return nil
	}
	return it.feeProblem(err)
}

// feeFacts are the facts of a fee that it states itself.
func (it *item) feeFacts() fee.Facts {
	f := it.fee
	return fee.Facts{
		Date: f.Date, Sent: f.Facts.Sent, Mandate: f.Facts.Mandate, Paid: f.Date, Base: f.Facts.Base,
		VATDeductible: !f.Facts.NoVATDeduction, Currency: it.currency,
	}
}

// feeProblem puts an error of a tariff where the file can mend it.
func (it *item) feeProblem(err error) error {
	at := "/facts"
	if errors.Is(err, fee.ErrNotKnown) {
		at = "/date"
	}
	return &Problem{Path: it.path + at, Message: err.Error() + ", want an amount", Cause: err}
}

// feeClaims are the claims that a fee of a day goes by: those that are raised and
// due before it, or all that are raised where none is due.
func (b *Book) feeClaims(day calendar.Date) []*item {
	var due, all []*item
	for _, it := range b.items {
		if it.fee != nil || !it.raised || it.isCredit() {
			continue
		}
		all = append(all, it)
		if it.claim.DueDate() < day {
			due = append(due, it)
		}
	}
	if len(due) == 0 {
		return all
	}
	return due
}

// refreshFees brings fees that go by the day on which their claims are paid to what
// they would be if that were a given day.
func (b *Book) refreshFees(day calendar.Date) error {
	if !b.repriced {
		return nil
	}
	for _, it := range b.items {
		c := it.charge
		if c == nil || !c.provisional || !it.raised || c.facts.Paid == day {
			continue
		}
		c.facts.Paid = day
		now, err := it.tariff.Assess(c.facts)
		if err != nil {
			return it.feeProblem(err)
		}
		c.last = now
		if err := b.reprice(it, now.Total, day); err != nil {
			return err
		}
	}
	return nil
}

// reprice changes a fee to a new amount before caps. What is more draws on the caps;
// what is less takes off what was capped away first, then what is open, and leaves
// what is settled.
func (b *Book) reprice(it *item, to money.Amount, day calendar.Date) error {
	by := to.Minor() - it.charge.gross
	switch {
	case by > 0:
		granted, err := b.drawFee(it, by, day)
		if err != nil {
			return err
		}
		it.open[allocation.Fee] += granted
	case by < 0:
		uncapped := it.uncap(-by)
		fell := min(-by-uncapped, it.open[allocation.Fee])
		it.open[allocation.Fee] -= fell
		by = -uncapped - fell
	}
	if by == 0 {
		return nil
	}
	it.charge.gross += by
	it.adjusted[allocation.Fee] += by
	b.fact("fee", it.id(), day, fmt.Sprintf("goes by the day of payment: changes by %s to %s", b.money(by), b.money(it.charge.gross)))
	return it.rebase(day, false)
}

// settleFees says of fees that go by the day of payment whether their claims are
// paid in full.
func (b *Book) settleFees() {
	if !b.repriced {
		return
	}
	for _, it := range b.items {
		if c := it.charge; c != nil && c.byPaid && it.raised {
			c.provisional = c.open() > 0
		}
	}
}

// open is what is left of the principal of the claims.
func (c *charge) open() (sum int64) {
	for _, cl := range c.claims {
		sum += cl.open[allocation.Principal]
	}
	return sum
}

// collectionCaps are the bounds on what the collection of each claim that a fee goes
// by may cost.
func (b *Book) collectionCaps(it *item) ([]*costCap, error) {
	var caps []*costCap
	for _, cl := range it.charge.claims {
		if cl.collection == nil {
			limit, err := it.totalCap.Assess(fee.Facts{Date: it.fee.Date, Base: cl.claim.Principal, VATDeductible: true, Currency: b.c.Currency})
			if err != nil {
				return nil, it.feeProblem(err)
			}
			cl.collection = newCap(&CapTerms{Limit: limit.Net, Citation: limit.Citation})
		}
		caps = append(caps, cl.collection)
	}
	return caps, nil
}

// assessed is how the amount of a fee came about, nil where it was stated.
func (b *Book) assessed(it *item) *FeeAssessment {
	c := it.charge
	if c == nil {
		return nil
	}
	if c.provisional {
		b.findings = append(b.findings, it.provisional(b.at.AsOf))
	}
	a := c.last
	var units []FeeUnit
	for u := a.Unit; u != nil; u = u.Unit {
		units = append(units, FeeUnit{u.Code, u.Selected.Day, u.Citation, u.Source, u.Evidence})
	}
	return &FeeAssessment{
		Units: units,
		Base:  c.facts.Base, Formula: a.Derivation, Net: a.Net, VAT: a.VAT, Selected: a.Selected.Day, Provisional: c.provisional,
		Citation: a.Citation, Source: a.Source, Evidence: a.Evidence,
	}
}

// provisional is the finding that the amount of a fee is not the last word.
func (it *item) provisional(day calendar.Date) Finding {
	return Finding{FindingFeeProvisional, Warning, it.path,
		fmt.Sprintf("the day on which the principal is paid decides; %s is what it would be on %s", it.charge.last.Total, day)}
}

// origin is the day on which a claim arose, as far as the case says.
func (c Claim) origin() calendar.Date {
	switch {
	case !c.Contracted.IsZero():
		return c.Contracted
	case !c.Issued.IsZero():
		return c.Issued
	}
	return c.DueDate()
}
