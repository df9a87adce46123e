package aptic

import (
	"github.com/skuld-go/skuld/internal/document"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
)

// exchange reads at which rate the debt stands in the creditor's books.
func (d *debtReader) exchange() {
	v, day := d.o.Field("exchRate"), d.day("exchDate")
	if !v.Given() {
		return
	}
	rate, err := money.ParseExchangeRate(v.Decimal().String())
	v.ProblemOf(err)
	one, _ := money.ParseExchangeRate("1")
	own := d.opt.Base.IsZero() || d.opt.Base == d.f.c.Currency
	switch {
	case err != nil || own && rate == one:
	case own:
		v.Problemf("%s, want 1, or beside it the currency of the creditor's books", v)
	default:
		d.cl.Exchange = ledger.Exchange{Rate: rate, Date: day}
	}
}

// creditNote reads what is left of a credit note, whose sums may be written below zero.
func (d *debtReader) creditNote() {
	first, left := d.o.Field("originalPrincipal"), d.o.Field("remainingPrincipal")
	if !first.Given() && !left.Given() {
		left = d.o.Need("remainingPrincipal")
	}
	d.cl.Principal = magnitude(first.Amount(d.f.c.Currency))
	if rest := magnitude(left.Amount(d.f.c.Currency)); left.Given() {
		if rest != d.cl.Principal && first.Given() {
			d.cl.VAT = d.amount("remainingVAT")
		}
		d.cl.Principal = rest
	}
	d.cl.VAT = magnitude(d.cl.VAT)
	d.cl.Interest = d.interest()
	d.cl.Limitation = nil
	d.o.Unused("remainingVAT", "remainingInterest", "interestTo", "originalInterest", "oneTimeServiceFees", "grantedCreditAmount", "usedCreditAmount", "fixedInterestTermStart")
}

// magnitude is an amount without its sign.
func magnitude(a money.Amount) money.Amount {
	if a.Sign() < 0 {
		return a.Neg()
	}
	return a
}

// credit reads the credit behind a debt that is one.
func (d *debtReader) credit() {
	d.file.charged = d.amount("chargedInterest")
	granted, used, fees := d.amount("grantedCreditAmount"), d.amount("usedCreditAmount"), d.amount("oneTimeServiceFees")
	if granted == (money.Amount{}) && used == (money.Amount{}) || d.cl.Kind != ledger.ConsumerCredit {
		return
	}
	d.cl.Credit = &ledger.Credit{Granted: granted, Used: used, PriorCosts: d.f.costs(fees, d.file.first, d.file.charged)}
}

// uselessCredit notes the amounts of a credit from which nothing follows: those of debts
// that are none, or whose costs nothing caps, and that of a case that has none.
func (r *caseReader) uselessCredit() {
	caps := false
	for i, b := range r.f.debts {
		if r.f.c.Claims[i].Credit != nil {
			caps = true
			continue
		}
		for _, name := range []string{"grantedCreditAmount", "usedCreditAmount", "oneTimeServiceFees"} {
			r.useless(b.o.Field(name), "the debt is no credit whose costs the law caps")
		}
	}
	if !caps {
		r.useless(r.o.Field("highCostCreditAmount"), "the case has no credit whose costs the law caps")
		r.useless(r.o.Field("highCostCreditUsedAmount"), "the case has no credit whose costs the law caps")
	}
}

// useless notes an amount without use; none is needed where there is none.
func (r *caseReader) useless(v document.Value, why string) {
	if v.Amount(r.f.c.Currency).Sign() != 0 {
		r.find(FindingNoUse, ledger.Warning, v.Path(), "nothing follows from it: %s", why)
	}
}

// costs adds up what a credit cost before.
func (f *caseFile) costs(list ...money.Amount) money.Amount {
	sum := f.zero()
	for _, a := range list {
		if more, err := sum.Add(a); err == nil {
			sum = more
		}
	}
	return sum
}
