package ledger

import (
	"fmt"
	"slices"

	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/money"
)

// Payoff is the smallest payment of day On after which nothing is open.
type Payoff struct {
	Case     string
	On       calendar.Date
	Currency money.Currency
	Amount   money.Amount
	// Breakdown says what the payment would settle; its Total is Amount.
	Breakdown Totals
	Findings  []Finding
}

// Payoff reads the payoff of the as-of day from the book: everything open after
// the facts of that day but its write-offs, which follow the payments, with interest through it, or through the day before for
// claims whose payment day is free. Money that waits unallocated does not lower
// it. Errors as for [Book.Statement].
func (b *Book) Payoff() (*Payoff, error) {
	if !b.settling && b.endsWithFacts() {
		settling, err := foldFor(b.c, b.resolved, b.at, true)
		if err != nil {
			return nil, err
		}
		return settling.Payoff()
	}
	if err := b.refreshFees(b.at.AsOf); err != nil {
		return nil, b.everyUnknown(err, b.at.AsOf)
	}
	if err := b.bookThrough(func(a *accrual) calendar.Date { return a.lastFor(b.at.AsOf) }); err != nil {
		return nil, b.everyUnknown(err, b.at.AsOf)
	}
	var open allocation.Balances
	findings := append([]Finding(nil), b.findings...)
	for _, it := range b.items {
		if !it.raised || it.isCredit() {
			continue
		}
		balances, err := it.balances(b.at.AsOf)
		if err != nil {
			return nil, b.everyUnknown(err, b.at.AsOf)
		}
		for c, minor := range balances {
			open[c] += minor
		}
		if it.charge != nil && it.charge.provisional {
			findings = append(findings, it.provisional(b.at.AsOf))
		}
		for _, a := range it.bears {
			if a.account == nil {
				continue
			}
			accrued, err := a.account.Through(a.lastFor(b.at.AsOf))
			if err != nil {
				return nil, it.problem(err)
			}
			findings = append(findings, it.segmentFindings(a, accrued.Segments)...)
		}
	}
	totals := totalsOf(open, b.c.Currency)
	if left, err := b.unreachable(totals.Total); err != nil {
		return nil, err
	} else if left.Sign() > 0 {
		findings = append(findings, Finding{FindingUnreachable, Warning, "/allocation",
			"the order of settlement does not reach " + left.String() + " of what is open"})
	}
	for i, h := range b.c.Holds {
		if h.Scope == HoldPayments && b.at.Counts(h.From, h.Recorded) && h.period().Contains(b.at.AsOf) {
			findings = append(findings, Finding{FindingBlocked, Warning, fmt.Sprintf("/holds/%d", i),
				"a hold keeps back what nobody directs: the payment settles only if it is directed, or once the hold ends"})
		}
	}
	return &Payoff{
		Case: b.c.ID, On: b.at.AsOf, Currency: b.c.Currency,
		Amount: totals.Total, Breakdown: totals, Findings: sortFindings(findings),
	}, nil
}

// endsWithFacts reports whether the as-of day has facts that act at its end, after a
// payment of the day: write-offs, and others on claims whose payment day is free.
func (b *Book) endsWithFacts() bool {
	on := b.at.AsOf
	return slices.ContainsFunc(b.c.Capitalizations, func(c Capitalization) bool { return c.Date == on }) ||
		slices.ContainsFunc(b.c.Adjustments, func(a Adjustment) bool { return a.Date == on }) ||
		slices.ContainsFunc(b.c.WriteOffs, func(w WriteOff) bool { return w.Date == on })
}

// unreachable is what of a payment of everything the order would leave
// unallocated, because no rung reaches it.
func (b *Book) unreachable(total money.Amount) (money.Amount, error) {
	items, _, err := b.openOn(b.at.AsOf, b.resolved.Order.NeedsRates())
	if err != nil {
		return money.Amount{}, err
	}
	result, err := allocation.Allocate(allocation.Payment{Date: b.at.AsOf, Amount: total}, items, b.resolved.Order)
	if err != nil {
		return money.Amount{}, &Problem{Path: "/allocation", Message: err.Error(), Cause: err}
	}
	return result.Unallocated, nil
}
