package aptic

import (
	"maps"
	"slices"
	"strings"

	"github.com/skuld-go/skuld/internal/document"
	"github.com/skuld-go/skuld/ledger"
)

// jurisdiction finds out whose law applies.
func (r *caseReader) jurisdiction() {
	c, claim := &r.f.c, r.o.Field("legalClaimType")
	said, legal := claim.Text(), ""
	for _, begin := range slices.Sorted(maps.Keys(r.codes.LegalClaims)) {
		if legal == "" && said != "" && strings.HasPrefix(said, begin) {
			legal = r.codes.LegalClaims[begin]
		}
	}
	for _, country := range []string{r.opt.Jurisdiction, legal, r.codes.Countries[c.Currency.Code()]} {
		if c.Jurisdiction == "" {
			c.Jurisdiction = country
		}
	}
	switch {
	case c.Jurisdiction != "" && legal != "" && legal != c.Jurisdiction:
		r.find(FindingOverruled, ledger.Warning, claim.Path(), "%q is a claim in %s; the law that was asked for, of %s, holds", said, legal, c.Jurisdiction)
	case c.Jurisdiction != "" && legal == "" && said != "":
		r.find(FindingNoReading, ledger.Warning, claim.Path(), "%q has no reading; the law is that of %s", said, c.Jurisdiction)
	case c.Jurisdiction != "" || c.Currency.IsZero():
	case said != "":
		claim.Problemf("%s, want a jurisdiction (--jurisdiction), or a type that begins with %s", claim, strings.TrimPrefix(names(r.codes.LegalClaims), "one of "))
	default:
		r.o.Field("currencyCode").Problemf("%s is the currency of several countries or of none known here, want a jurisdiction (--jurisdiction) or a legalClaimType", c.Currency)
	}
	if word := r.o.Field("claimType").Text(); word != "" {
		if _, known := r.codes.Claims[word]; !known {
			r.find(FindingNoReading, ledger.Info, r.o.Field("claimType").Path(), "%q has no reading; nothing follows from it", word)
		}
	}
}

// idsOf are the ids that a case gives its debts, fees, payments, debtors and promises.
func (r *caseReader) idsOf() map[string]bool {
	ids := map[string]bool{}
	for list, fields := range map[string][]string{
		"debts": {"debtGuid", "referenceNumber", "ledgerRef"}, "fees": {"feeGuid"}, "payments": {"paymentGuid"}, "pledges": {"pledgeGuid"},
		"debtors": {"debtorGuid", "debtorReference", "idNumber"},
	} {
		v := r.v.Peek(list)
		if v.Kind() != document.List {
			continue
		}
		for _, one := range v.List(ledger.MaxPayments) {
			for _, name := range fields {
				if id := one.Peek(name); id.Kind() == document.String || id.Kind() == document.Number {
					ids[id.Code()] = true
				}
			}
		}
	}
	return ids
}

// unnamed is an id, by its place from 0, for something that the case gives none: one that
// nothing in the case has.
func (r *caseReader) unnamed(what string, i int) string {
	id := unnamed(what, i)
	for r.taken[id] {
		id = "the-" + id
	}
	return id
}
