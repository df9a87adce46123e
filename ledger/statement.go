package ledger

import (
	"errors"
	"fmt"

	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/law"
	"github.com/skuld-go/skuld/money"
)

// Statement is what is owed on a case on a day, with every step that led there.
type Statement struct {
	Case     string
	AsOf     calendar.Date
	KnownAt  calendar.Date
	Currency money.Currency
	// Totals are what remains; money that waits unallocated does not lower them.
	Totals Totals
	Paid   Paid
	// PerDiem is the interest of the day after AsOf on the balance after all
	// facts; nil where a rate is not known on that day.
	PerDiem *money.Exact
	Items   []Item
	// Allocations lists the payments in the order in which they were worked.
	Allocations []PaymentAllocation
	Facts       []Fact
	Findings    []Finding
	// Rounding is how the interest of each claim was rounded.
	Rounding interest.Rounding
	Versions Versions
	// Digest is "sha256:…" over the facts and over this statement without
	// Versions and Digest.
	Digest string
}

// Totals are the sums over all items.
type Totals struct {
	Principal, Capitalized            money.Amount
	Interest                          money.Amount // ContractInterest + DefaultInterest
	ContractInterest, DefaultInterest money.Amount
	Fees                              money.Amount
	Total                             money.Amount // Principal + Capitalized + Interest + Fees
}

// Paid is what payments settled; Total leaves Unallocated out.
type Paid struct {
	Principal, Capitalized, Interest, Fees money.Amount
	Total, Unallocated                     money.Amount
}

// Item is a claim or a fee as it stands.
type Item struct {
	ID string
	// Fee says that the item is a fee; then only Code and Charge are filled.
	Fee  bool
	Code string
	// Due is the claim's due date, zero where it has none.
	Due         calendar.Date
	Principal   PrincipalAccount
	Capitalized CapitalizedAccount
	Interest    InterestAccount
	Charge      ChargeAccount
	// Rate is the rate on the as-of day, whether or not the claim bears on it; nil
	// where it is not known.
	Rate *interest.Percent
	// DaysPastDue is max(0, as-of − due).
	DaysPastDue int
	// Segments are the runs of days behind Interest.Exact.
	Segments []interest.Segment
}

// PrincipalAccount is the principal of a claim: Original + Adjusted − Paid =
// Remaining. VATRemaining is the value added tax within Remaining.
type PrincipalAccount struct {
	Original, Adjusted, Paid, Remaining, VATRemaining money.Amount
}

// CapitalizedAccount is interest that became part of the debt.
type CapitalizedAccount struct{ Raised, Paid, Remaining money.Amount }

// InterestAccount is the interest of a claim. Accrued is Exact as rounded;
// Remaining is what is open, never below zero.
type InterestAccount struct {
	// Component is contract or default interest.
	Component allocation.Component
	Accrued   money.Amount
	Exact     money.Exact
	Paid      money.Amount
	Adjusted  money.Amount
	Remaining money.Amount
	// CappedAway is interest that a cost cap took off.
	CappedAway money.Amount
	// Compounded is the part of Remaining that itself bears interest.
	Compounded money.Amount
}

// ChargeAccount is a fee: Original − Paid = Remaining.
type ChargeAccount struct{ Original, Paid, Remaining money.Amount }

// Fact is something that happened to the case and what it did.
type Fact struct {
	Kind, ID string
	// Date is zero for a claim that was there from the start.
	Date   calendar.Date
	Effect string
}

// Versions name the software and the tables behind a statement.
type Versions struct{ Skuld, Tables string }

// Statement reads the book. Interest counts through the as-of day, inclusive.
// Errors are [Problems] at claims whose rate is not known for a day they need
// ([github.com/skuld-go/skuld/law.ErrNotKnown]), all of them at once, or whose
// interest is beyond what an amount can hold.
func (b *Book) Statement() (*Statement, error) {
	st := &Statement{
		Case: b.c.ID, AsOf: b.at.AsOf, KnownAt: b.at.KnownAt, Currency: b.c.Currency,
		Allocations: b.payments, Facts: b.facts, Rounding: b.rounding(),
		Versions: Versions{Skuld: Version, Tables: b.resolved.Tables},
	}
	findings := append([]Finding(nil), b.findings...)
	for _, it := range b.items {
		if !it.raised {
			continue
		}
		view, err := b.itemView(it)
		if err != nil {
			return nil, b.everyUnknown(err)
		}
		findings = append(findings, it.segmentFindings(view.Segments)...)
		st.Items = append(st.Items, view)
	}
	st.total()
	perDiem, more, err := b.perDiem()
	if err != nil {
		return nil, err
	}
	st.PerDiem = perDiem
	st.Findings = sortFindings(append(findings, more...))
	st.Digest = digest(b.c, st)
	return st, nil
}

func (b *Book) rounding() interest.Rounding {
	for _, it := range b.items {
		if it.terms.Bears {
			return it.terms.Rounding
		}
	}
	return interest.Commercial()
}

func (b *Book) money(minor int64) money.Amount { return money.FromMinor(minor, b.c.Currency) }

func (b *Book) itemView(it *item) (Item, error) {
	v := Item{ID: it.id(), Fee: it.fee != nil}
	if it.fee != nil {
		v.Code = it.fee.Code
		v.Charge = ChargeAccount{it.fee.Amount, b.money(it.paid[allocation.Fee]), b.money(it.open[allocation.Fee])}
		return v, nil
	}
	v.Due = it.claim.Due
	v.DaysPastDue = max(0, int(b.at.AsOf-it.claim.DueDate()))
	v.Principal = PrincipalAccount{
		Original: it.claim.Principal, Adjusted: b.money(0), Paid: b.money(it.paid[allocation.Principal]),
		Remaining: b.money(it.open[allocation.Principal]), VATRemaining: b.money(it.vat),
	}
	v.Capitalized = CapitalizedAccount{b.money(0), b.money(it.paid[allocation.Capitalized]), b.money(it.open[allocation.Capitalized])}
	if step, err := it.rate(b.at.AsOf); err == nil {
		v.Rate = &step.Rate
	}
	return v, b.interestView(it, &v)
}

func (b *Book) interestView(it *item, v *Item) error {
	component := it.terms.Component
	if component == 0 {
		component = allocation.DefaultInterest
	}
	zero := b.money(0)
	v.Interest = InterestAccount{
		Component: component, Accrued: zero, Exact: money.ExactOf(zero), Paid: b.money(it.paid[component]),
		Adjusted: zero, Remaining: zero, CappedAway: zero, Compounded: b.money(it.compounded),
	}
	if it.account == nil {
		return nil
	}
	accrual, err := it.account.Through(b.at.AsOf)
	if err != nil {
		return it.problem(err)
	}
	rounded, err := it.account.Rounded(b.at.AsOf)
	if err != nil {
		return it.problem(err)
	}
	due, err := it.due(b.at.AsOf)
	if err != nil {
		return err
	}
	v.Segments = accrual.Segments
	v.Interest.Accrued, v.Interest.Exact, v.Interest.Remaining = rounded, accrual.Exact, b.money(due)
	return nil
}

// segmentFindings notes provisional and weakly evidenced rates behind segments,
// and floors above ceilings, each once per claim.
func (it *item) segmentFindings(segments []interest.Segment) []Finding {
	var out []Finding
	note := func(code, format string, args ...any) {
		out = append(out, Finding{code, Warning, it.path + "/interest", fmt.Sprintf(format, args...)})
	}
	for _, s := range segments {
		if s.Provisional {
			note(FindingProvisional, "from %s the last known value stands in for a rate that is not known yet", s.Period.First())
			break
		}
	}
	for _, s := range segments {
		if e := s.Basis.Evidence; e >= law.Secondary {
			note(FindingEvidence, "a value behind the interest from %s rests on %s evidence", s.Period.First(), e)
			break
		}
	}
	if day, found := it.floorAboveCeiling(segments); found {
		note(FindingFloorCeiling, "the floor is above the ceiling on %s; the ceiling holds", day)
	}
	return out
}

// floorAboveCeiling is the first day of the segments on which the claim's floor
// is above its ceiling.
func (it *item) floorAboveCeiling(segments []interest.Segment) (calendar.Date, bool) {
	if it.terms.Floor.IsZero() || it.terms.Ceiling.IsZero() {
		return 0, false
	}
	for _, s := range segments {
		// The segments were built from both rates, so neither can be unknown here.
		if day, found, err := interest.ExceedsOn(it.terms.Floor, it.terms.Ceiling, s.Period); err == nil && found {
			return day, true
		}
	}
	return 0, false
}

// total sums the items and the payments.
func (st *Statement) total() {
	var open, paid allocation.Balances
	for _, it := range st.Items {
		if it.Fee {
			open[allocation.Fee] += it.Charge.Remaining.Minor()
			paid[allocation.Fee] += it.Charge.Paid.Minor()
			continue
		}
		open[allocation.Principal] += it.Principal.Remaining.Minor()
		open[allocation.Capitalized] += it.Capitalized.Remaining.Minor()
		open[it.Interest.Component] += it.Interest.Remaining.Minor()
		paid[allocation.Principal] += it.Principal.Paid.Minor()
		paid[allocation.Capitalized] += it.Capitalized.Paid.Minor()
		paid[it.Interest.Component] += it.Interest.Paid.Minor()
	}
	var unallocated int64
	for _, pa := range st.Allocations {
		unallocated += pa.Unallocated.Minor()
	}
	st.Totals = totalsOf(open, st.Currency)
	p := totalsOf(paid, st.Currency)
	st.Paid = Paid{
		Principal: p.Principal, Capitalized: p.Capitalized, Interest: p.Interest, Fees: p.Fees,
		Total: p.Total, Unallocated: money.FromMinor(unallocated, st.Currency),
	}
}

// totalsOf names the parts of balances.
func totalsOf(b allocation.Balances, c money.Currency) Totals {
	of := func(minor int64) money.Amount { return money.FromMinor(minor, c) }
	return Totals{
		Principal:        of(b[allocation.Principal]),
		Capitalized:      of(b[allocation.Capitalized]),
		Interest:         of(b[allocation.ContractInterest] + b[allocation.DefaultInterest]),
		ContractInterest: of(b[allocation.ContractInterest]),
		DefaultInterest:  of(b[allocation.DefaultInterest]),
		Fees:             of(b[allocation.Fee]),
		Total:            of(b.Total()),
	}
}

// perDiem is the unrounded interest of the day after the as-of day; nil with a
// finding where a bearing claim's rate is not known on it.
func (b *Book) perDiem() (*money.Exact, []Finding, error) {
	day := b.at.AsOf + 1
	sum := money.ExactOf(b.money(0))
	var unknown []Finding
	for _, it := range b.items {
		one, err := it.oneDay(day)
		if errors.Is(err, law.ErrNotKnown) {
			unknown = append(unknown, Finding{FindingPerDiem, Warning, it.path + "/interest", err.Error()})
			continue
		}
		if err != nil {
			return nil, nil, it.problem(err)
		}
		if one.Sign() == 0 {
			continue
		}
		if sum, err = sum.Add(one); err != nil {
			return nil, nil, it.problem(err)
		}
	}
	if unknown != nil {
		return nil, unknown, nil
	}
	return &sum, nil, nil
}

// oneDay is the interest of one day on the balance after all facts.
func (it *item) oneDay(day calendar.Date) (money.Exact, error) {
	t := it.terms
	if !it.raised || !t.Bears || it.bearing() == 0 || day < t.First || (!t.Last.IsZero() && day > t.Last) {
		return money.Exact{}, nil
	}
	step, err := it.rate(day)
	if err != nil {
		return money.Exact{}, err
	}
	principal := money.FromMinor(it.bearing(), it.claim.Principal.Currency())
	return interest.OneDay(t.Terms.DayCount, t.First, day, step.Rate, principal)
}
