package jurisdiction

import (
	"fmt"
	"slices"
	"strings"

	"github.com/skuld-go/skuld/fee"
	"github.com/skuld-go/skuld/ledger"
)

// disputed opens the code of the tariff for a debt that is contested, where there
// is one of its own.
const disputed = "disputed-"

// fee resolves one fee: what it bears, and the tariff where its amount is not
// stated.
func (r *resolver) fee(i int) ledger.FeeTerms {
	f := r.c.Fees[i]
	var t ledger.FeeTerms
	if f.Interest != nil {
		t.Interest = r.terms(f.Bearing(), f.Interest, fmt.Sprintf("/fees/%d/interest", i))
	}
	if f.Amount.Currency().IsZero() && f.Code != "" && r.rules != nil {
		t.Tariff = r.tariff(i)
		t.TotalCap, t.PerClaim = r.totalCap(t.Tariff), r.rules.FeePerClaim
	}
	return t
}

// audience is whom a tariff of the case has to bind.
func (r *resolver) audience() fee.Audience {
	if r.c.Debtor == ledger.Business {
		return fee.Business
	}
	return fee.Consumer
}

// tariff is the tariff of a fee without an amount, nil with a problem where there
// is none.
func (r *resolver) tariff(i int) *fee.Tariff {
	f := r.c.Fees[i]
	if f.Facts.Disputed {
		if t, ok := fee.Find(r.rules.Fees, disputed+f.Code, r.audience()); ok {
			t = bound(t, r.rules.Fees, r.audience(), 0)
			return &t
		}
	}
	t, ok := fee.Find(r.rules.Fees, f.Code, r.audience())
	if !ok || !chargeable(f.Code) {
		r.Addf(fmt.Sprintf("/fees/%d/code", i), "%q has no tariff for a %s in %s, want an amount or one of %s",
			clip(f.Code), r.c.Debtor, r.rules.Code, strings.Join(r.feeCodes(), ", "))
		return nil
	}
	if base := baseOf(f.Code); base != "" && f.Facts.Base.Currency().IsZero() {
		r.Addf(fmt.Sprintf("/fees/%d/facts/base", i), "missing, want %s, which %q goes by", base, f.Code)
	}
	t = bound(t, r.rules.Fees, r.audience(), 0)
	return &t
}

// feeCodes lists the codes that have a tariff for the debtor.
func (r *resolver) feeCodes() []string {
	var codes []string
	for _, t := range r.rules.Fees {
		if (t.Audience == fee.Everybody || t.Audience == r.audience()) && chargeable(t.Code) {
			codes = append(codes, t.Code)
		}
	}
	slices.Sort(codes)
	return slices.Compact(codes)
}

// totalCap is the tariff of what collection may cost a consumer in all, nil where a
// fee is not bound by one.
func (r *resolver) totalCap(t *fee.Tariff) *fee.Tariff {
	if t == nil || r.c.Debtor != ledger.Consumer {
		return nil
	}
	for _, g := range t.Guards {
		if g.Rule == fee.RuleTotal {
			return g.Limit
		}
	}
	return nil
}
