package oracle

import (
	"fmt"
	"math/big"
	"time"
)

// assessed is how a fee without an amount in the file comes by one.
type assessed struct {
	tariff         tariff
	given          bool  // the base, by the file
	base, net, vat int64 // minor units
	vatOnTop       bool
}

// tariff finds the tariff of a fee.
func (b *builder) tariff(path string, in *feeInput, f *fee) {
	f.assessed = &assessed{}
	a := f.assessed
	if in.Facts.Base != "" {
		a.given, a.base = true, b.notBelow0(path+"/facts/base", in.Facts.Base)
	}
	sent := b.day(path+"/facts/sent", or(in.Facts.Sent, in.Date))
	b.day(path+"/facts/mandate", in.Facts.Mandate)
	found := false
	for _, t := range tariffs() {
		if t.jurisdiction != b.in.Jurisdiction || t.code != in.Code || t.audience != "" && t.audience != b.in.Debtor {
			continue
		}
		found = true
		on := f.date
		if t.bySent {
			on = sent
		}
		if t.from <= on && on <= t.through {
			a.tariff = t
		}
	}
	switch home := moneyOf(b.in.Jurisdiction); {
	case !found || b.in.Debtor != "consumer" && b.in.Debtor != "business":
		b.fail(path+"/code", fmt.Errorf("the oracle has no tariff for %q in %q of %q", in.Code, b.in.Jurisdiction, b.in.Debtor))
	case a.tariff.code == "":
		b.fail(path+"/date", fmt.Errorf("the oracle has no %q of that day", in.Code))
	case b.in.Currency != home:
		b.fail("/currency", fmt.Errorf("the tariff is in %s", home))
	}
	if d := in.Facts.VATDeductible; d != nil && !*d && a.tariff.marginal {
		a.vatOnTop = true
		if !turned(f.date, 2012, time.October, 1) {
			b.fail(path+"/date", fmt.Errorf("the oracle does not know the tax of that day"))
		}
	}
}

// moneyOf is the currency of a country.
func moneyOf(jurisdiction string) string {
	switch jurisdiction {
	case "SE":
		return "SEK"
	case "NO":
		return "NOK"
	case "DK":
		return "DKK"
	case "GB":
		return "GBP"
	}
	return "EUR"
}

// totalCapped says whether the fee counts towards the Finnish total.
func (f *fee) totalCapped() bool { return f.assessed != nil && f.assessed.tariff.totalCap }

// assess gives a fee its amount on the day on which it is raised.
func (b *book) assess(f *fee) {
	a := f.assessed
	if a == nil {
		return
	}
	if !a.given {
		a.base = 0
		for _, c := range b.meantBy(f) {
			a.base += c.principal.remaining
		}
	}
	a.net = a.tariff.amount(a.base)
	if a.vatOnTop {
		a.vat = roundToInt(big.NewRat(a.net*vatNL, 100), halfUp).Int64()
	}
	f.original = a.net + a.vat
}

func (b *book) shownAssessed(a *assessed) *Assessed {
	if a == nil {
		return nil
	}
	return &Assessed{Base: b.print(a.base), Net: b.print(a.net), VAT: b.print(a.vat)}
}
