package rival

import (
	"github.com/skuld-go/skuld/internal/document"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
)

// remains are what remains of the invoices of a case, added up in the currency of the
// system.
type remains struct {
	principal, interest money.Amount
	// unknown says that the invoices do not tell.
	unknown bool
}

// left adds what remains of an invoice to that of its case. Of claims in another currency
// only the invoice can say what they are in that of the system.
func (d *Document) left(o document.Object, p *post, cl *ledger.Claim) {
	principal, interest := cl.Principal, money.FromMinor(0, d.opt.System)
	switch {
	case p.foreign:
		principal, interest = o.Field("RemainingPrincipalAmount").Amount(d.opt.System), o.Field("RemainingInterestAmount").Amount(d.opt.System)
	case cl.Opening != nil:
		principal, interest = cl.Opening.Principal, cl.Opening.Interest
	}
	p.left.add(principal, interest)
}

func (r *remains) add(principal, interest money.Amount) {
	if r.principal == (money.Amount{}) {
		zero := money.FromMinor(0, principal.Currency())
		r.principal, r.interest = zero, zero
	}
	var err, err2 error
	r.principal, err = r.principal.Add(principal)
	r.interest, err2 = r.interest.Add(interest)
	zero := money.Amount{}
	r.unknown = r.unknown || err != nil || err2 != nil || principal == zero || interest == zero
}

// readTotals checks that the totals of a case are those of its parts, and takes over its
// costs, which are in no invoice.
func (d *Document) readTotals(o document.Object, p *post) {
	v, curr := o.Field("RemainingCostAmount"), o.Field("RemainingCostAmountCurr")
	costs := v.Amount(d.opt.System)
	d.totalOf(o, p, costs)
	if own := curr.Amount(p.currency); p.foreign && curr.Given() {
		costs = own
	}
	if costs.Sign() == 0 {
		return
	}
	switch {
	case p.foreign && !curr.Given():
		v.Problemf("%s is in %s, want RemainingCostAmountCurr beside it: costs are charged in the currency of the claims", v, d.opt.System)
		return
	case p.through.IsZero():
		v.Problemf("%s of no day, want the day through which the amounts stand in the options", v)
		return
	}
	p.at("fees", len(p.facts.Fees), "", v.Path())
	p.facts.Fees = append(p.facts.Fees, ledger.Fee{ID: "costs" + suffix(len(d.posts)), Date: p.through, Amount: costs})
}

// totalOf compares what remains of a case with its invoices, and all of it with the parts:
// those that are stated, else what the invoices say.
func (d *Document) totalOf(o document.Object, p *post, costs money.Amount) {
	principal := d.stated(o.Field("RemainingPrincipalAmount"), p.left.principal, p.left.unknown)
	interest := d.stated(o.Field("RemainingInterestAmount"), p.left.interest, p.left.unknown)
	if !o.Field("RemainingCostAmount").Given() {
		costs = money.FromMinor(0, d.opt.System)
	}
	v := o.Field("RemainingTotalAmount")
	total := v.Amount(d.opt.System)
	sum, err := principal.Add(interest)
	if err == nil {
		sum, err = sum.Add(costs)
	}
	if err == nil && v.Given() && total.Currency() == sum.Currency() && total != sum {
		v.Problemf("%s, want %s: the sum of its parts", v, sum.Number())
	}
}

// stated is an amount of a case that has to be the sum of its invoices where they tell;
// that sum where it is not given.
func (d *Document) stated(v document.Value, sum money.Amount, unknown bool) money.Amount {
	if !v.Given() {
		if unknown {
			return money.Amount{}
		}
		return sum
	}
	a := v.Amount(d.opt.System)
	if !unknown && a.Currency() == sum.Currency() && a != sum {
		v.Problemf("%s, want %s: the sum of the invoices", v, sum.Number())
	}
	return a
}

// sumOf checks that a total is the sum of its parts, where all are given.
func (d *Document) sumOf(o document.Object, total string, c money.Currency, parts ...string) {
	v := o.Field(total)
	want := v.Amount(c)
	sum := money.FromMinor(0, c)
	for _, name := range parts {
		part := o.Field(name)
		if !part.Given() {
			return
		}
		var err error
		if sum, err = sum.Add(part.Amount(c)); err != nil {
			return // a part that could not be read is a problem already
		}
	}
	if v.Given() && want.Currency() == c && want != sum {
		v.Problemf("%s, want %s: the sum of its parts", v, sum.Number())
	}
}
