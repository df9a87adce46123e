package portfolio

import (
	"cmp"
	"slices"

	"github.com/skuld-go/skuld/calendar"
)

var (
	firstDue = calendar.MustDate(2007, 1, 31)
	lastDue  = calendar.MustDate(2017, 3, 31)
	feeSizes = [10]int64{60_00, 60_00, 60_00, 60_00, 180_00, 180_00, 180_00, 180_00, 450_00, 600_00}
)

// fill appends a case to the arena.
func (d *drawer) fill(p *Portfolio, n counts) {
	first := firstDue + calendar.Date(d.r.IntN(int(lastDue-firstDue)+1))
	var due calendar.Date
	var principal int64
	for k := range n.claims {
		due = first.AddMonths(k)
		c := Claim{Principal: d.principal(), Due: due}
		principal += c.Principal
		p.claims = append(p.claims, c)
	}
	asOf := due.AddYears(Years)
	if d.shape == Mixed {
		asOf = due + 30 + calendar.Date(d.r.IntN(2971))
	}
	from := len(p.fees)
	for range n.fees {
		on := min(asOf, due+10+calendar.Date(d.r.IntN(391)))
		p.fees = append(p.fees, Fee{Amount: feeSizes[d.r.IntN(len(feeSizes))], Date: on})
	}
	slices.SortFunc(p.fees[from:], func(a, b Fee) int { return cmp.Compare(a.Date, b.Date) })
	d.payments(p, n.payments, principal, due, asOf)
	p.cases = append(p.cases, bounds{asOf, int32(len(p.claims)), int32(len(p.fees)), int32(len(p.payments))})
}

func (d *drawer) principal() int64 {
	size := int64(50_00) << (d.r.IntN(5) + d.r.IntN(5) + d.r.IntN(5))
	p := size + d.r.Int64N(size)
	if d.r.IntN(3) == 0 {
		p -= p % 100
	}
	return p
}

// payments appends n payments after due through asOf.
func (d *drawer) payments(p *Portfolio, n int, principal int64, due, asOf calendar.Date) {
	from, span := len(p.payments), int(asOf-due)
	for k := range n {
		var pay Payment
		if d.shape == Mixed {
			pay = Payment{Amount: d.share(principal, 40), Date: due + 1 + calendar.Date(d.r.IntN(span))}
			if d.r.IntN(10) == 0 {
				pay.Amount = 2 * principal
			}
		} else {
			step := span / n
			pay = Payment{Amount: d.share(principal, 10), Date: due + calendar.Date(k*step+1+d.r.IntN(step-1))}
		}
		p.payments = append(p.payments, pay)
	}
	slices.SortStableFunc(p.payments[from:], func(a, b Payment) int { return cmp.Compare(a.Date, b.Date) })
}

// share draws 1 % to percent % of an amount, at least one minor unit.
func (d *drawer) share(of, percent int64) int64 {
	return max(1, of/100+d.r.Int64N(1+of*(percent-1)/100))
}
