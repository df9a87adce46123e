package oracle

import (
	"fmt"
	"math/big"
	"slices"
)

func (b *book) print(n int64) string { return printMinor(n, b.digits) }

func (b *book) result(id string, asOf day) *Result {
	r := &Result{Case: id, Currency: b.currency, Totals: b.totals(), Paid: b.paid()}
	perDiem, known := b.perDiem(asOf)
	if known {
		r.PerDiem = printExact(perDiem, b.digits, 4, halfUp)
	}
	for _, c := range b.claims {
		r.Items = append(r.Items, b.claimItem(c, asOf))
	}
	for _, f := range b.fees {
		account := Fee{b.print(f.original), b.print(f.original - f.remaining), b.print(f.remaining)}
		r.Items = append(r.Items, Item{ID: f.id, Kind: "fee", Code: f.code, Fee: account})
	}
	r.Allocations = b.allocations()
	r.Findings = b.findings(known)
	return r
}

func (b *book) totals() Totals {
	var principal, contract, late, fees int64
	for _, c := range b.claims {
		principal += c.open(compPrincipal)
		contract += c.open(compContract)
		late += c.open(compDefault)
	}
	for _, f := range b.fees {
		fees += f.remaining
	}
	return Totals{
		Principal: b.print(principal), Capitalized: b.print(0),
		Interest: b.print(contract + late), ContractInterest: b.print(contract), DefaultInterest: b.print(late),
		Fees: b.print(fees), Total: b.print(principal + contract + late + fees),
	}
}

func (b *book) paid() Paid {
	var principal, interest, fees, payments int64
	for _, p := range b.payments {
		payments += p.amount
		for _, l := range p.lines {
			switch l.component {
			case compPrincipal:
				principal += l.amount
			case compFee:
				fees += l.amount
			default:
				interest += l.amount
			}
		}
	}
	total := principal + interest + fees
	return Paid{
		Principal: b.print(principal), Capitalized: b.print(0), Interest: b.print(interest),
		Fees: b.print(fees), Total: b.print(total), Unallocated: b.print(payments - total),
	}
}

func (b *book) claimItem(c *claim, asOf day) Item {
	it := Item{
		ID: c.id, Kind: "claim",
		Principal: Principal{
			Original: b.print(c.original), Adjusted: b.print(0), Paid: b.print(c.original - c.remaining), Remaining: b.print(c.remaining),
		},
		Capitalized: Capitalized{b.print(0), b.print(0), b.print(0)},
		Interest: Interest{
			Component: c.component,
			Accrued:   b.print(c.accrued()), Exact: b.exact(c.exact()), Paid: b.print(c.paidInterest),
			Adjusted: b.print(0), Remaining: b.print(c.open(c.component)), CappedAway: b.print(0),
		},
	}
	if c.hasVAT {
		it.Principal.VATRemaining = b.print(c.vatRemaining())
	}
	if rate, known := c.rateOn(asOf); known {
		it.Rate = rate.String()
	}
	for i := range c.segments {
		s := &c.segments[i]
		it.Segments = append(it.Segments, Segment{
			First: s.first.String(), Last: s.last.String(), Days: int(s.last-s.first) + 1,
			Principal: b.print(s.balance), Rate: s.rate.String(), Fraction: fmt.Sprintf("%d/%d", s.num, s.den),
			Interest: b.exact(s.exact()), Provisional: s.provisional,
		})
	}
	return it
}

func (b *book) exact(x *big.Rat) string { return printExact(x, b.digits, 10, halfEven) }

func (b *book) allocations() []Allocation {
	sorted := slices.Clone(b.payments)
	slices.SortStableFunc(sorted, comparePayments)
	var all []Allocation
	for _, p := range sorted {
		a := Allocation{Payment: p.id, Date: p.date.String(), Amount: b.print(p.amount), Unallocated: b.print(p.left)}
		for _, l := range p.lines {
			a.Lines = append(a.Lines, Line{l.item, l.component, b.print(l.amount), l.vat, l.rung})
		}
		all = append(all, a)
	}
	return all
}

func (b *book) findings(perDiemKnown bool) []string {
	found := map[string]bool{"per-diem-unknown": !perDiemKnown, "specification-clipped": b.clipped}
	for _, c := range b.claims {
		found["no-interest-terms"] = found["no-interest-terms"] || c.noTerms
		found["date-fallback"] = found["date-fallback"] || c.fellBack
		found["old-contract"] = found["old-contract"] || c.oldContract
		found["directive-business-only"] = found["directive-business-only"] || c.beyondDirective
		found["floor-above-ceiling"] = found["floor-above-ceiling"] || c.floorAboveCeiling
		for i := range c.segments {
			found["rate-provisional"] = found["rate-provisional"] || c.segments[i].provisional
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
