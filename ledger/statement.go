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
	// Balance says whether money is owed, held or too much was returned.
	Balance Balance
	// WriteOffs lists what was taken off the debt while the case was open.
	WriteOffs []WriteOffLines
	// RecoverableVAT is the value added tax in what was given up as lost, by
	// write-offs or at the closing.
	RecoverableVAT money.Amount
	// Closing is how the rest was disposed of; nil while the case is open or where
	// nothing was said of the rest.
	Closing  *ClosingLines
	Facts    []Fact
	Findings []Finding
	// Rounding is how the interest of each claim was rounded.
	Rounding interest.Rounding
	Versions Versions
	// Digest is "sha256:…" over the facts and over this statement without
	// Versions and Digest.
	Digest string
}

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
	if err := b.refreshFees(b.at.AsOf); err != nil {
		return nil, b.everyUnknown(err, b.at.AsOf)
	}
	if err := b.bookThrough(func(*accrual) calendar.Date { return b.at.AsOf }); err != nil {
		return nil, b.everyUnknown(err, b.at.AsOf)
	}
	b.paymentFacts()
	b.letterFacts()
	slices.SortStableFunc(b.facts, func(x, y Fact) int { return cmp.Compare(x.Date, y.Date) })
	st := &Statement{
		Case: b.c.ID, AsOf: b.at.AsOf, KnownAt: b.at.KnownAt, Currency: b.c.Currency,
		WriteOffs: b.writeOffs, RecoverableVAT: b.recoverableVAT(),
		Allocations: b.payments, Closing: b.closing, Facts: b.facts, Rounding: b.rounding(),
		Versions: Versions{Skuld: Version, Tables: b.resolved.Tables},
	}
	var findings []Finding
	for _, it := range b.items {
		if !it.raised {
			continue
		}
		if it.isCredit() {
			st.Items = append(st.Items, b.creditView(it))
			continue
		}
		view, err := b.itemView(it)
		if err != nil {
			return nil, b.everyUnknown(err, b.at.AsOf)
		}
		for _, a := range it.bears {
			findings = append(findings, it.segmentFindings(a, view.segmentsOf(a.terms.Component))...)
		}
		st.Items = append(st.Items, view)
	}
	st.total()
	limits, err := b.limitations(st)
	if err != nil {
		return nil, err
	}
	findings = append(append(findings, b.findings...), limits...)
	perDiem, more, err := b.perDiem()
	if err != nil {
		return nil, err
	}
	st.PerDiem = perDiem
	st.Findings = sortFindings(append(findings, unsaid(findings, more)...))
	st.Digest, err = digest(b.c, st)
	return st, err
}

// unsaid drops remarks on a provisional next day where the claim's segments say
// already that its rate is provisional.
func unsaid(said, more []Finding) []Finding {
	return slices.DeleteFunc(more, func(f Finding) bool {
		return f.Code == FindingPerDiemProvisional && slices.ContainsFunc(said, func(g Finding) bool {
			return g.Code == FindingProvisional && g.Path == f.Path
		})
	})
}

// paymentFacts says what each payment did in the end.
func (b *Book) paymentFacts() {
	for i := range b.facts {
		if b.facts[i].Kind == "payment" {
			b.facts[i].Effect = b.paymentEffect(&b.payments[b.received[b.facts[i].ID]])
		}
	}
}

func (b *Book) rounding() interest.Rounding {
	for _, t := range b.resolved.Claims {
		switch {
		case t.Bears:
			return t.Rounding
		case t.Contract != nil && t.Contract.Bears:
			return t.Contract.Rounding
		}
	}
	for _, f := range b.resolved.Fees {
		if f.Interest.Bears {
			return f.Interest.Rounding
		}
	}
	return interest.Commercial()
}

func (b *Book) money(minor int64) money.Amount { return money.FromMinor(minor, b.c.Currency) }

func (b *Book) itemView(it *item) (Item, error) {
	v := Item{ID: it.id(), Fee: it.fee != nil}
	v.altered = it.altered
	if lead := it.lead(); lead != nil {
		v.PaymentDay = lead.terms.PaymentDay
	}
	if it.fee != nil {
		return v, b.feeView(it, &v)
	}
	v.Due = it.claim.Due
	for _, a := range it.bears {
		v.Compounding = max(v.Compounding, a.terms.Compounding)
	}
	v.DaysPastDue = max(0, int(b.at.AsOf-it.claim.DueDate()))
	b.debtView(it, &v)
	if step, err := it.rate(b.at.AsOf); err == nil {
		v.Rate, v.margin = &step.Rate, step.Margin()
	}
	if err := b.interestView(it, &v); err != nil {
		return v, err
	}
	var err error
	if v.Cap, err = b.capView(it.cap, &v); err != nil {
		return v, it.problem(err)
	}
	if v.CollectionCap, err = b.capView(it.collection, &v); err != nil {
		return v, it.problem(err)
	}
	return v, b.baseView(it, &v)
}

// debtView fills in the principal and the capitalized interest of a claim.
func (b *Book) debtView(it *item, v *Item) {
	of := func(b2 allocation.Balances, c allocation.Component) money.Amount { return b.money(b2[c]) }
	v.Principal = PrincipalAccount{
		Original: it.claim.Principal, Adjusted: of(it.adjusted, allocation.Principal), Paid: of(it.paid, allocation.Principal),
		Remaining: of(it.open, allocation.Principal), VATRemaining: b.money(it.vat), Disposed: of(it.disposed, allocation.Principal),
	}
	v.Capitalized = CapitalizedAccount{
		Raised: b.money(it.moved[allocation.ContractInterest] + it.moved[allocation.DefaultInterest]),
		Paid:   of(it.paid, allocation.Capitalized), Remaining: of(it.open, allocation.Capitalized),
		Adjusted: of(it.adjusted, allocation.Capitalized), Disposed: of(it.disposed, allocation.Capitalized),
	}
	if o := it.claim.Opening; o != nil {
		v.Principal.Opening, v.OpenedThrough = o.Principal, o.Through
	}
	if it.body() == allocation.Capitalized {
		v.Capitalized.Original, v.Capitalized.Opening = v.Principal.Original, v.Principal.Opening
		v.Principal.Original = b.money(0)
		if it.claim.Opening != nil {
			v.Principal.Opening = b.money(0)
		}
	}
}

// feeView fills in a fee, with its interest where it bears any.
func (b *Book) feeView(it *item, v *Item) error {
	v.Code = it.fee.Code
	v.Charge = ChargeAccount{
		Original: b.money(it.charged), Paid: b.money(it.paid[allocation.Fee]), Remaining: b.money(it.open[allocation.Fee]),
		Adjusted: b.money(it.adjusted[allocation.Fee]), Disposed: b.money(it.disposed[allocation.Fee]),
		CappedAway: b.money(it.cappedAway), Assessed: b.assessed(it),
	}
	if err := v.Charge.tax(); err != nil {
		return it.problem(err)
	}
	if len(it.bears) == 0 {
		return nil
	}
	if step, err := it.rate(b.at.AsOf); err == nil {
		v.Rate, v.margin = &step.Rate, step.Margin()
	}
	return b.interestView(it, v)
}

// tax works out the value added tax within what remains of an assessed fee.
func (c *ChargeAccount) tax() error {
	if c.Assessed == nil || c.Assessed.VAT == (money.Amount{}) || c.Original.Sign() == 0 {
		return nil
	}
	rest, err := money.ExactOf(c.Assessed.VAT).Times(c.Remaining.Minor(), c.Original.Minor()).Round(money.HalfUp)
	c.VATRemaining = rest
	return err
}

// interestView fills in the interest of an item, each kind by itself and both
// together.
func (b *Book) interestView(it *item, v *Item) error {
	main := allocation.DefaultInterest
	if lead := it.lead(); lead != nil && !lead.beside {
		main = lead.terms.Component
	}
	for _, c := range bothInterests {
		part, err := b.interestPart(it, v, c)
		if err != nil {
			return err
		}
		if c == main || it.of(c) != nil || part.stirred() {
			v.Parts = append(v.Parts, part)
		}
	}
	sum, err := sumParts(v.Parts)
	v.Interest = sum
	v.Interest.Component = main
	return err
}

// stirred reports whether anything but an accrual ever moved the account.
func (a InterestAccount) stirred() bool {
	return a.Opening.Sign() != 0 || a.Adjusted.Sign() != 0 || a.Paid.Sign() != 0 || a.Capitalized.Sign() != 0 || a.Disposed.Sign() != 0
}

// segmentsOf lists the segments of a kind of interest.
func (v *Item) segmentsOf(c allocation.Component) []interest.Segment {
	if c == v.Interest.Component {
		return v.Segments
	}
	return v.ContractSegments
}

// interestPart is the account of one kind of interest.
func (b *Book) interestPart(it *item, v *Item, c allocation.Component) (InterestAccount, error) {
	accrued, exact := b.money(it.booked[c]), money.ExactOf(b.money(it.booked[c]))
	if a := it.of(c); a != nil && a.account != nil {
		accrual, err := a.account.Through(b.at.AsOf)
		if err != nil {
			return InterestAccount{}, it.problem(err)
		}
		rounded, err := a.account.Rounded(b.at.AsOf)
		if err != nil {
			return InterestAccount{}, it.problem(err)
		}
		if a.beside {
			v.ContractSegments = accrual.Segments
		} else {
			v.Segments = accrual.Segments
		}
		accrued = b.money(rounded.Minor() + it.booked[c])
		if exact, err = exact.Add(accrual.Exact); err != nil {
			return InterestAccount{}, it.problem(err)
		}
	}
	due, err := it.due(c, b.at.AsOf)
	if err != nil {
		return InterestAccount{}, err
	}
	a := InterestAccount{
		Component: c, Opening: b.money(it.booked[c]), Accrued: accrued, Exact: exact, Paid: b.money(it.paid[c]),
		Adjusted: b.money(it.adjusted[c]), Capitalized: b.money(it.moved[c]), Disposed: b.money(it.disposed[c]),
		Remaining: b.money(due), CappedAway: b.money(0), Compounded: b.money(0),
	}
	if it.cap != nil {
		a.CappedAway = b.money(it.cap.away[c])
	}
	if bears := it.of(c); bears != nil {
		a.Compounded = b.money(bears.compounded)
	}
	return a, nil
}

// sumParts adds the accounts of both kinds of interest.
func sumParts(parts []InterestAccount) (InterestAccount, error) {
	sum := parts[0]
	for _, p := range parts[1:] {
		for _, pair := range [...]struct {
			to *money.Amount
			by money.Amount
		}{
			{&sum.Opening, p.Opening}, {&sum.Accrued, p.Accrued}, {&sum.Paid, p.Paid}, {&sum.Adjusted, p.Adjusted},
			{&sum.Capitalized, p.Capitalized}, {&sum.Disposed, p.Disposed}, {&sum.Remaining, p.Remaining},
			{&sum.CappedAway, p.CappedAway}, {&sum.Compounded, p.Compounded},
		} {
			*pair.to = money.FromMinor(pair.to.Minor()+pair.by.Minor(), pair.to.Currency())
		}
		exact, err := sum.Exact.Add(p.Exact)
		if err != nil {
			return InterestAccount{}, err
		}
		sum.Exact = exact
	}
	return sum, nil
}

// segmentFindings notes provisional and weakly evidenced rates behind segments,
// and floors above ceilings, each once per claim.
func (it *item) segmentFindings(a *accrual, segments []interest.Segment) []Finding {
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
	if day, found := a.floorAboveCeiling(segments); found {
		note(FindingFloorCeiling, "the floor is above the ceiling on %s; the ceiling holds", day)
	}
	return out
}

// floorAboveCeiling is the first day of the segments on which the claim's floor
// is above its ceiling.
func (a *accrual) floorAboveCeiling(segments []interest.Segment) (calendar.Date, bool) {
	if a.terms.Floor.IsZero() || a.terms.Ceiling.IsZero() {
		return 0, false
	}
	for _, s := range segments {
		if s.Held {
			continue // neither bound is asked about
		}
		// The segments were built from both rates, so neither can be unknown here.
		if day, found, err := interest.ExceedsOn(a.terms.Floor, a.terms.Ceiling, s.Period); err == nil && found {
			return day, true
		}
	}
	return 0, false
}

// total sums the items and the payments.
func (st *Statement) total() {
	var open, paid allocation.Balances
	for _, it := range st.Items {
		if it.CreditNote {
			continue
		}
		if it.Fee {
			open[allocation.Fee] += it.Charge.Remaining.Minor()
			paid[allocation.Fee] += it.Charge.Paid.Minor()
			for _, p := range it.Parts {
				open[p.Component] += p.Remaining.Minor()
				paid[p.Component] += p.Paid.Minor()
			}
			continue
		}
		open[allocation.Principal] += it.Principal.Remaining.Minor()
		open[allocation.Capitalized] += it.Capitalized.Remaining.Minor()
		for _, p := range it.Parts {
			open[p.Component] += p.Remaining.Minor()
			paid[p.Component] += p.Paid.Minor()
		}
		paid[allocation.Principal] += it.Principal.Paid.Minor()
		paid[allocation.Capitalized] += it.Capitalized.Paid.Minor()
	}
	var unallocated int64
	for _, pa := range st.Allocations {
		if !pa.CreditNote {
			unallocated += pa.Unallocated.Minor()
		}
	}
	st.Totals = totalsOf(open, st.Currency)
	p := totalsOf(paid, st.Currency)
	st.Paid = Paid{
		Principal: p.Principal, Capitalized: p.Capitalized, Interest: p.Interest, Fees: p.Fees,
		Total: p.Total, Unallocated: money.FromMinor(max(0, unallocated), st.Currency),
	}
	st.Balance = balanceOf(st.Totals.Total, unallocated)
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
	var unknown, provisional []Finding
	for _, it := range b.items {
		whole := money.ExactOf(b.money(0))
		for _, a := range it.bears {
			one, step, err := it.oneDay(a, day)
			if step.Provisional {
				provisional = append(provisional, Finding{FindingPerDiemProvisional, Warning, it.path + "/interest",
					"the last known value stands in for the rate of " + day.String() + " in the interest of the next day"})
			}
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
			if whole, err = whole.Add(one); err != nil {
				return nil, nil, it.problem(err)
			}
		}
		more, err := sum.Add(it.withinCap(whole))
		if err != nil {
			return nil, nil, it.problem(err)
		}
		sum = more
	}
	if unknown != nil {
		return nil, unknown, nil
	}
	return &sum, provisional, nil
}

// oneDay is the interest of one kind of one day on the balance after all facts, and the rate
// behind it.
func (it *item) oneDay(a *accrual, day calendar.Date) (money.Exact, interest.Step, error) {
	t := a.terms
	if !it.raised || it.bearing(a) == 0 || !a.bearsOn(day) {
		return money.Exact{}, interest.Step{}, nil
	}
	step, err := t.Terms.Rate.At(day)
	if err != nil {
		return money.Exact{}, interest.Step{}, err
	}
	principal := money.FromMinor(it.bearing(a), it.currency)
	one, err := interest.OneDay(t.Terms.DayCount, t.First, day, step.Rate, principal)
	return one, step, err
}
