package jurisdiction

import "slices"

// FeeCode is a name by which tariffs know a fee.
type FeeCode struct {
	Code string
	// Meaning in one line.
	Meaning string
	// Base says what the fee is measured by, if that is not the principal and the case
	// has to state it; "" where it is the principal.
	Base string
	// Auxiliary codes are caps and units of other tariffs: nobody owes them by
	// themselves.
	Auxiliary bool
}

// FeeCodes lists every code that an embedded tariff has: fees in the order in
// which a case meets them, then caps and units, which nobody owes by themselves.
func FeeCodes() []FeeCode {
	return []FeeCode{
		{"compensation", "standard compensation for late payment between businesses", "", false},
		{"reminder", "reminder of a claim that is past due", "", false},
		{"notice", "notice that collection is to begin (NO inkassovarsel)", "", false},
		{"first-dunning", "first dunning letter of a collection agency (AT)", "", false},
		{"further-dunning", "second and every further dunning letter, call or payment plan of a collection agency (AT)", "", false},
		{"demand", "first demand for payment in collection", "", false},
		{"second-demand", "second demand for payment in collection", "", false},
		{"own-demand", "demand for payment by the creditor itself or a company of its group", "", false},
		{"enforceable-demand", "first demand for a debt that can be enforced without a judgment (FI)", "", false},
		{"second-enforceable-demand", "second demand for a debt that can be enforced without a judgment (FI)", "", false},
		{"letter", "simple letter by a lawyer or collector (DE, VV 2301)", "", false},
		{"tratta", "demand with the threat of entry in a register of defaults (FI)", "", false},
		{"bankruptcy-notice", "demand with the threat of a petition for bankruptcy (FI)", "", false},
		{"handover", "handing the claim over to collection (DK inkassogebyr)", "", false},
		{"collection", "collection out of court by another; where the law knows degrees, the normal one", "", false},
		{"simple-collection", "collection of an undisputed claim that is paid on the first demand (DE)", "", false},
		{"heavy-collection", "collection that took long (NO) or was especially extensive or difficult (DE)", "", false},
		{"disputed-collection", "collection of a disputed claim (DE)", "", false},
		{"own-collection", "collection out of court by the creditor itself (DK)", "", false},
		{"extension", "postponement of payment at the debtor's request", "", false},
		{"plan", "payment plan", "", false},
		{"long-plan", "payment plan of more than four instalments", "", false},
		{"settlement", "settlement with the debtor (DE, VV 1000 no. 1)", "", false},
		{"transfer", "receiving and passing on money (DE, VV 1009)", "the sum passed on", false},
		{"expenses", "lump sum for post and telephone (DE, VV 7002)", "the fees of the matter", false},
		{"application", "the authority's fee for an application for an order for payment", "", false},
		{"agent", "an agent's fee for an application for an order for payment", "", false},
		{"enforcement-order", "an agent's fee for an application for an enforcement order (DE, VV 3308)", "", false},
		{"enforcement", "the authority's fee for enforcement", "", false},
		{"enforcement-measure", "an agent's fee for one measure of enforcement (DE, VV 3309)", "", false},
		{"total-cap", "cap: the fees of collecting one debt together (FI)", "", true},
		{"total-cap-enforceable", "cap: the same for a debt that can be enforced without a judgment (FI)", "", true},
		{"notice-rate", "unit: the collection rate of the day on which a notice is sent (NO inkassosats)", "", true},
		{"collection-rate", "unit: the collection rate of the day on which the principal is paid (NO inkassosats)", "", true},
		{"court-fee", "unit: the court fee R (NO rettsgebyr)", "", true},
		{"rvg-13", "unit: the full fee of the lawyers' scale (DE, RVG § 13)", "", true},
		{"rvg-13-undisputed", "unit: the same for collecting an undisputed claim (DE, RVG § 13 (2))", "", true},
		{"rvg-13-plan", "unit: the same for the value of a payment plan on a claim, which is the base (DE, RVG § 31b)", "", true},
	}
}

// FeeCodeOf translates the fee name of another system, so far "aptic", into the
// code that the tariffs of a country use. It reports false for a name that it
// does not know. No public text says what Aptic's names mean; they are read as
// reminder (REMIND), notice or demand before collection (INKVARSEL) and cost of
// collection (KK).
func FeeCodeOf(system, name, country string) (code string, ok bool) {
	if system != "aptic" {
		return "", false
	}
	switch {
	case name == "REMIND":
		return "reminder", true
	case name == "INKVARSEL" && country == "NO":
		return "notice", true
	case name == "INKVARSEL", name == "KK" && country == "SE":
		return "demand", true
	case name == "KK":
		return "collection", true
	}
	return "", false
}

// chargeable reports whether a fee may have a code.
func chargeable(code string) bool {
	return !slices.ContainsFunc(FeeCodes(), func(c FeeCode) bool { return c.Code == code && c.Auxiliary })
}

// baseOf is what a code is measured by where that is not the principal.
func baseOf(code string) string {
	for _, c := range FeeCodes() {
		if c.Code == code {
			return c.Base
		}
	}
	return ""
}
