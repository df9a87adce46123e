package rival

import (
	"github.com/skuld-go/skuld/internal/document"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
)

// readTotals checks that the totals of an answer are those of its parts, and takes over
// its costs, which are in no invoice.
func (d *Document) readTotals(o document.Object, p *post) {
	v, curr := o.Field("RemainingCostAmount"), o.Field("RemainingCostAmountCurr")
	costs := v.Amount(d.opt.System)
	if own := curr.Amount(p.currency); p.foreign && curr.Given() {
		costs = own
	}
	o.Field("RemainingPrincipalAmount").Amount(d.opt.System)
	o.Field("RemainingInterestAmount").Amount(d.opt.System)
	d.sumOf(o, "RemainingTotalAmount", d.opt.System, "RemainingPrincipalAmount", "RemainingInterestAmount", "RemainingCostAmount")
	if costs.Sign() == 0 {
		return
	}
	switch {
	case p.foreign && !curr.Given():
		v.Problemf("%s is in %s, want RemainingCostAmountCurr beside it: costs are charged in the currency of the claims", v, d.opt.System)
		return
	case d.opt.Through.IsZero():
		v.Problemf("%s of no day, want the day through which the amounts stand in the options", v)
		return
	}
	p.at("fees", len(p.facts.Fees), "", v.Path())
	p.facts.Fees = append(p.facts.Fees, ledger.Fee{ID: "costs" + suffix(len(d.posts)), Date: d.opt.Through, Amount: costs})
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
