package oracle

import (
	"fmt"
	"math/big"
	"slices"
)

func (b *book) print(n int64) string { return printMinor(n, b.digits) }

func (b *book) result(id string, asOf day) *Result {
	totals, open := b.totals()
	r := &Result{Case: id, Currency: b.currency, Totals: totals, Paid: b.paid(), Balance: b.balance(open), RecoverableVAT: b.print(b.recoverable())}
	perDiem, known := b.perDiem(asOf)
	if known {
		r.PerDiem = printExact(perDiem, b.digits, 4, halfUp)
	}
	r.Items = b.shownItems(asOf)
	r.Allocations = b.allocations()
	if c := b.closing; c != nil && c.disposition != "" {
		r.Closing = &Closing{Date: c.date.String(), Disposition: c.disposition, VAT: b.print(b.taxOf(c.lines)), Lines: b.shownLines(c.lines)}
	}
	for _, w := range b.given {
		r.WriteOffs = append(r.WriteOffs, WriteOff{ID: w.id, Date: w.date.String(), Kind: w.kind, VAT: b.print(b.taxOf(w.lines)), Lines: b.shownLines(w.lines)})
	}
	r.Findings = b.findings(known)
	return r
}

// shownItems are claims and credit notes in file order, then fees.
func (b *book) shownItems(asOf day) (all []Item) {
	notes := b.credits
	for _, c := range b.claims {
		for len(notes) > 0 && notes[0].index < c.index {
			all, notes = append(all, b.creditItem(notes[0])), notes[1:]
		}
		all = append(all, b.claimItem(c, asOf))
	}
	for _, n := range notes {
		all = append(all, b.creditItem(n))
	}
	for _, f := range b.fees {
		all = append(all, b.feeItem(f))
	}
	return all
}

func (b *book) feeItem(f *fee) Item {
	a := f.debt.principal
	it := Item{ID: f.id, Kind: "fee", Code: f.code, Assessed: b.shownAssessed(f.assessed), Fee: Fee{
		Original: b.print(f.original), Paid: b.print(a.paid), Remaining: b.print(a.remaining),
		Adjusted: b.print(a.adjusted), Disposed: b.unlessZero(a.disposed), CappedAway: b.unlessZero(f.cappedAway),
	}}
	if f.bears() {
		it.Interest, it.Segments = b.interest(&f.debt), b.shownSegments(f.debt.main)
	}
	return it
}

func (b *book) creditItem(n *credit) Item {
	return Item{ID: n.id, Kind: "credit-note", Credit: Credit{b.print(n.original), b.print(n.original - n.left), b.print(n.left)}}
}

func (b *book) unlessZero(n int64) string {
	if n == 0 {
		return ""
	}
	return b.print(n)
}

func (b *book) totals() (shown Totals, total int64) {
	sums := map[string]int64{}
	for _, it := range b.items {
		for _, component := range cells {
			sums[component] += it.open(component)
			total += it.open(component)
		}
	}
	return Totals{
		Principal: b.print(sums[compPrincipal]), Capitalized: b.print(sums[compCapitalized]),
		Interest:         b.print(sums[compContract] + sums[compDefault]),
		ContractInterest: b.print(sums[compContract]), DefaultInterest: b.print(sums[compDefault]),
		Fees: b.print(sums[compFee]), Total: b.print(total),
	}, total
}

// paid are the lines of payments less those of their reversals.
func (b *book) paid() Paid {
	sums := map[string]int64{}
	total := int64(0)
	for _, e := range b.entries {
		var lines []line
		switch {
		case e.payment != nil:
			lines = e.payment.lines
		case e.reversal != nil:
			lines = e.reversal.lines
		}
		for _, l := range lines {
			sums[l.component] += l.amount
			total += l.amount
		}
	}
	return Paid{
		Principal: b.print(sums[compPrincipal]), Capitalized: b.print(sums[compCapitalized]),
		Interest: b.print(sums[compContract] + sums[compDefault]), Fees: b.print(sums[compFee]),
		Total: b.print(total), Unallocated: b.print(max(0, b.unallocated())),
	}
}

func (b *book) claimItem(c *claim, asOf day) Item {
	p, k := c.principal, c.capitalized
	it := Item{
		ID: c.id, Kind: "claim",
		Principal: Principal{
			Original: b.print(c.original), Adjusted: b.print(p.adjusted), Paid: b.print(p.paid), Remaining: b.print(p.remaining),
			Disposed: b.unlessZero(p.disposed),
		},
		Capitalized: Capitalized{Raised: b.print(k.raised), Paid: b.print(k.paid), Remaining: b.print(k.remaining), Adjusted: b.print(k.adjusted), Disposed: b.unlessZero(k.disposed)},
		Interest:    b.interest(c),
		Base:        b.baseAccount(c),
		Cap:         b.shownCap(c),
		Segments:    b.shownSegments(c.main), ContractSegments: b.shownSegments(c.other),
	}
	if c.opened != noDay {
		it.Principal.Opening = b.print(c.opening)
	}
	if c.body == compCapitalized {
		it.Capitalized.Original, it.Principal.Original = it.Principal.Original, b.print(0)
		if c.opened != noDay {
			it.Capitalized.Opening, it.Principal.Opening = it.Principal.Opening, b.print(0)
		}
	}
	if c.hasVAT {
		it.Principal.VATRemaining = b.print(c.vatRemaining())
	}
	if rate, known := c.rateOn(asOf); known {
		it.Rate = rate.String()
	}
	return it
}

// interest sums both kinds.
func (b *book) interest(c *claim) Interest {
	var accrued, paid, adjusted, open, moved, disposed, away int64
	exact := new(big.Rat)
	for _, t := range c.tracks() {
		exact.Add(exact, t.exact())
		accrued, paid, adjusted = accrued+t.accrued(), paid+t.paid, adjusted+t.adjusted
		open, moved, disposed = open+c.open(t.component), moved+t.moved, disposed+t.disposed
		away += t.cappedAway
	}
	return Interest{
		Component: c.main.component,
		Accrued:   b.print(accrued), Exact: b.exact(exact), Paid: b.print(paid),
		Adjusted: b.print(adjusted), Remaining: b.print(open), CappedAway: b.print(away),
		Capitalized: b.print(moved), Disposed: b.unlessZero(disposed),
	}
}

func (b *book) shownSegments(t *track) (all []Segment) {
	for i := range t.segments {
		s := &t.segments[i]
		all = append(all, Segment{
			First: s.first.String(), Last: s.last.String(), Days: int(s.last-s.first) + 1,
			Principal: b.print(s.balance), Rate: s.rate.String(), Fraction: fmt.Sprintf("%d/%d", s.num, s.den),
			Interest: b.exact(s.exact()), Provisional: s.provisional, Held: s.held,
		})
	}
	return all
}

func (b *book) exact(x *big.Rat) string { return printExact(x, b.digits, 10, halfEven) }

func (b *book) findings(perDiemKnown bool) []string {
	found := map[string]bool{"per-diem-unknown": !perDiemKnown, "specification-clipped": b.clipped, "fee-held": b.feeHeld,
		"payment-blocked": b.stopped, "direction-refused": b.refused}
	for _, c := range b.bearers() {
		found["cost-cap-not-in-force"] = found["cost-cap-not-in-force"] || c.capNotInForce
		found["no-interest-terms"] = found["no-interest-terms"] || c.noTerms
		found["date-fallback"] = found["date-fallback"] || c.fellBack
		found["old-contract"] = found["old-contract"] || c.oldContract
		found["directive-business-only"] = found["directive-business-only"] || c.beyondDirective
		for _, t := range c.tracks() {
			found["floor-above-ceiling"] = found["floor-above-ceiling"] || t.floorAboveCeiling
			for i := range t.segments {
				found["rate-provisional"] = found["rate-provisional"] || t.segments[i].provisional
			}
		}
	}
	var codes []string
	for code, is := range found {
		if is {
			codes = append(codes, code)
		}
	}
	slices.Sort(codes)
	return codes
}
