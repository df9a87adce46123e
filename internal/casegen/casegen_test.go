package casegen

import (
	"bytes"
	"encoding/json"
	"slices"
	"testing"
)

// required are the features of which each has to occur in at least one case of
// twenty.
var required = []string{
	"several-claims", "twins", "half-units", "due/after-as-of", "fees", "vat", "directed", "quantum", "multiplier", "cutoff", "from", "through",
	"jurisdiction/SE", "jurisdiction/FI", "jurisdiction/NO", "jurisdiction/DK", "jurisdiction/DE", "jurisdiction/AT", "jurisdiction/NL",
	"jurisdiction/GB", "jurisdiction/EU", "jurisdiction/none",
	"currency/SEK", "currency/EUR", "currency/GBP", "currency/NOK", "currency/DKK", "currency/JPY", "currency/KWD",
	"compounding/annual", "compounding/by-default-NL", "cutoff/by-default-FI", "accelerated", "titles", "credit-ceiling", "old-contract", "payment/anniversary",
	"basis/by-default", "basis/statutory", "basis/fixed", "basis/reference", "basis/none",
	"day-count/ACT/365F", "day-count/ACT/360", "day-count/ACT/364", "day-count/ACT/ACT-ISDA", "day-count/NL/365",
	"day-count/30E/360", "day-count/30E/360-ISDA", "day-count/30U/360", "day-count/30/360-BOND", "day-count/30E/365",
	"rate/negative-reference-SE", "rate/negative-reference-DE", "rate/negative-total",
	"reset/floating", "reset/fixed-at-start", "agreed/statutory", "agreed/other",
	"floor/fixed", "floor/series", "ceiling/fixed", "ceiling/series", "kind/contract", "payment-day/free",
	"preset/SE", "preset/FI", "preset/NO", "preset/DK", "preset/DE-BGB-367", "preset/DE-BGB-497", "preset/AT", "preset/NL",
	"preset/GB", "preset/costs-interest-principal", "preset/principal-first", "preset/interest-first",
	"rungs", "order/oldest", "order/highest-rate", "order/largest", "order/pro-rata", "order/latest", "order/even", "rungs/interleaved", "processing/vertical", "processing/horizontal",
	"rung/due", "rung/codes", "rung/groups", "unallocated/apply", "direction/item", "direction/none", "direction/free", "directed/item",
	"mode/half-up", "mode/half-even", "mode/half-down", "mode/up", "mode/down", "mode/ceiling", "mode/floor",
	"place/claim", "place/segment", "place/day",
	"due/29-february", "due/month-end", "issued-after-due", "rate-change-inside",
	"payment/rate-change-day", "payment/before-due", "payment/same-day", "payment/fee-day", "payment/due-day", "payment/over-all-principal",
	"recorded-later", "known-at", "extend-rates", "recorded-later/life", "known-at/life",
	"opening", "contract-interest", "refixes", "credit-note", "capitalization",
	"adjustment/principal", "adjustment/capitalized", "adjustment/interest", "adjustment/contract-interest", "adjustment/fee", "adjustment/less",
	"hold/interest-open", "hold/interest-closed", "hold/fees", "hold/dunning",
	"reversal/void", "reversal/mirror", "reversal/principal", "reversal/ratio",
	"closed/plain", "closed/disposition", "notice", "promise",
	"hold/payments-closed", "hold/payments-open", "hold/payments-items", "hold/payments-all",
	"refund", "refund/named",
	"write-off", "write-off/waiver", "write-off/item", "write-off/any-item", "write-off/component", "write-off/amount",
	"fee/interest", "fee/payment-day-free", "fee/assessed", "fee/base", "credit", "credit/used", "credit/prior-costs", "cost-cap",
	"payment/own-order", "former-interest", "base", "claim/exchange", "payment/received-own", "payment/foreign-rate", "payment/foreign-received", "payment/foreign-books", "payment/foreign-fee",
}

func seeds(t *testing.T, full uint64) uint64 {
	if testing.Short() {
		return full / 10
	}
	return full
}

func TestCoverage(t *testing.T) {
	const n = uint64(10_000) // fewer would not tell 5 % from 4 %
	count := map[string]uint64{}
	for seed := range n {
		_, _, features := Case(seed)
		for _, f := range features {
			count[f]++
		}
	}
	names := slices.Clone(required)
	for f := range count {
		if !slices.Contains(names, f) {
			names = append(names, f)
		}
	}
	slices.Sort(names)
	for _, f := range names {
		t.Logf("%-34s %5.1f %%", f, 100*float64(count[f])/float64(n))
	}
	for _, f := range names {
		if count[f]*20 < n {
			t.Errorf("%s occurs in %d of %d cases, want one of twenty", f, count[f], n)
		}
	}
}

func TestSameSeedSameCase(t *testing.T) {
	for seed := range uint64(200) {
		a, b := Generate(seed), Generate(seed)
		if !bytes.Equal(a.JSON, b.JSON) || a.AsOf != b.AsOf || a.KnownAt != b.KnownAt || !slices.Equal(a.Features, b.Features) {
			t.Fatalf("seed %d gives two cases", seed)
		}
		if c := Generate(seed + 1); bytes.Equal(a.JSON, c.JSON) {
			t.Fatalf("seeds %d and %d give one case", seed, seed+1)
		}
	}
}

// What the format forbids whatever the tables say.
func TestForbidden(t *testing.T) {
	for seed := range seeds(t, 5000) {
		g := Generate(seed)
		var f caseFile
		if err := json.Unmarshal(g.JSON, &f); err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		if g.PayoffOn > g.AsOf || g.AsOf > "2026-06-30" && !f.ExtendRates {
			t.Errorf("seed %d: as of %s, payoff on %s", seed, g.AsOf, g.PayoffOn)
		}
		for _, c := range f.Claims {
			if c.Kind == "credit-note" {
				continue
			}
			if problem := f.problem(&c); problem != "" {
				t.Errorf("seed %d, %s: %s", seed, c.ID, problem)
			}
		}
	}
}

// selects is the day that selects the law, or one day too many.
func (f *caseFile) selects(c *claim) string {
	for _, s := range []string{c.Contracted, c.Issued, c.Due} {
		if s != "" {
			return s
		}
	}
	return c.Interest.From
}

func (f *caseFile) problem(c *claim) string {
	t := c.Interest
	if t == nil {
		t = &terms{}
	}
	rates := []rate{t.rate}
	if t.Agreed != nil {
		rates = append(rates, *t.Agreed)
	}
	for _, r := range rates {
		if total(r.Series) && r.Margin != "" {
			return "a margin on a published total"
		}
	}
	statutory := t.Basis == "statutory" || t.Basis == "" && f.Jurisdiction != ""
	switch {
	case statutory && f.Jurisdiction == "":
		return "statutory interest without a law"
	case statutory && f.Jurisdiction == "GB" && f.Debtor != "business":
		return "statutory interest from a consumer in GB"
	case f.Jurisdiction != "" && f.Debtor == "":
		return "a law without a debtor"
	case c.Due == "" && t.From == "":
		return "neither a due date nor a first day of interest"
	case t.Through != "" && t.Through < max(c.Due, t.From) && t.Through < t.From:
		return "interest ends before it begins"
	case statutory && f.Jurisdiction == "AT" && f.selects(c) < "2002-08-01", statutory && f.Jurisdiction == "EU" && f.selects(c) < "2002-08-08":
		return "a contract older than its law"
	case statutory && f.Jurisdiction == "DK" && or(c.Due, t.From) < "2002-08-02":
		return "due under the discount rate"
	case c.Recorded != "" && c.Recorded < c.Issued:
		return "recorded before it was issued"
	}
	return ""
}
