package aptic

import (
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
)

// kind finds out what the debt arises from: what its principal is of, and for a credit the
// purpose of the loan, else its type; else the type of the claim.
func (d *debtReader) kind() {
	o := d.o
	d.file.code, d.file.said = lookup(o.Field("debtPrincipalType"), d.codes.Principals)
	purpose, hasPurpose := lookup(o.Field("loanPurpose"), d.codes.LoanPurposes)
	loan, hasLoan := lookup(o.Field("loanTypeCode"), d.codes.LoanTypes)
	if hasPurpose {
		loan = purpose
	}
	kind := d.file.code.Kind
	switch {
	case (hasPurpose || hasLoan) && (!d.file.said || d.file.code.Credit):
		kind = d.byDebtor(loan)
	case kind == ledger.ConsumerCredit:
		kind = d.byDebtor(LoanCode{ledger.ConsumerCredit, ledger.Loan})
	case kind == 0:
		kind = d.codes.Claims[quiet(d.caseReader.o.Field("claimType"))]
	}
	if kind == ledger.ConsumerCredit && d.forGoods() {
		kind = ledger.Loan
	}
	d.cl.Kind = kind
}

// byDebtor is the kind of a loan by who owes it.
func (d *debtReader) byDebtor(c LoanCode) ledger.ClaimKind {
	if d.f.c.Debtor == ledger.Business {
		return c.Business
	}
	return c.Consumer
}

// forGoods reports whether a credit for goods was contracted when such credits were outside
// the ceilings and caps of the jurisdiction.
func (d *debtReader) forGoods() bool {
	if !d.o.Field("goodsRelatedCredit").Bool() {
		return false
	}
	last, known := d.codes.GoodsExempt[d.f.c.Jurisdiction]
	return known && firstOf(d.day("agreementDate"), d.day("billDate"), d.day("dueDate")) <= last
}

// firstOf is the first date that there is.
func firstOf(list ...calendar.Date) calendar.Date {
	for _, d := range list {
		if !d.IsZero() {
			return d
		}
	}
	return 0
}

// highCost reads the high-cost credit of the case, which is that of its one credit. Where
// the document says that there is none, nothing caps what the credits cost.
func (r *caseReader) highCost() {
	flag := r.o.Field("highCostCredit")
	amount, used := r.o.Field("highCostCreditAmount").Amount(r.f.c.Currency), r.o.Field("highCostCreditUsedAmount").Amount(r.f.c.Currency)
	high := flag.Bool()
	var credits []int
	for i, cl := range r.f.c.Claims {
		if cl.Kind == ledger.ConsumerCredit {
			credits = append(credits, i)
		}
	}
	switch {
	case flag.Given() && !high:
		for _, i := range credits {
			r.f.c.Claims[i].Credit = nil
		}
	case amount == (money.Amount{}) && used == (money.Amount{}):
	case !high:
		flag.Problemf("%s beside the amount of a high-cost credit, want true, or false where it is none", flag)
	case len(credits) != 1:
		flag.Problemf("%s with %d credits in the case, want one", flag, len(credits))
	default:
		r.highCostOf(credits[0], amount, used)
	}
}

// highCostOf gives the credit of a claim the amounts that the case states of it.
func (r *caseReader) highCostOf(i int, amount, used money.Amount) {
	cl := &r.f.c.Claims[i]
	if cl.Credit == nil {
		cl.Credit = &ledger.Credit{PriorCosts: r.f.costs(r.f.debts[i].o.Field("oneTimeServiceFees").Amount(r.f.c.Currency), r.f.debts[i].first, r.f.debts[i].charged)}
	}
	for _, p := range []struct {
		name string
		to   *money.Amount
		a    money.Amount
	}{{"highCostCreditAmount", &cl.Credit.Granted, amount}, {"highCostCreditUsedAmount", &cl.Credit.Used, used}} {
		switch {
		case p.a == (money.Amount{}):
		case p.name == "highCostCreditUsedAmount" && r.codes.Used == UsedIsCosts:
			cl.Credit.PriorCosts = p.a
		case *p.to != (money.Amount{}) && *p.to != p.a:
			r.o.Field(p.name).Problemf("%s, and the debt says %s, want the same", p.a, *p.to)
		default:
			*p.to = p.a
		}
	}
}
