package casegen

import (
	"strings"
	"testing"

	"github.com/skuld-go/skuld/internal/oracle"
)

// cents reads a printed amount; an empty one is 0.
func cents(s string) int64 {
	n := (&maker{}).parse(or(strings.TrimPrefix(s, "-"), "0"))
	if strings.HasPrefix(s, "-") {
		return -n
	}
	return n
}

// Fees and caps add up: nobody owes more costs than a cap allows, and what is
// left of a fee or of interest is what was not paid, adjusted, given up or
// capped away.
func TestCostsAddUp(t *testing.T) {
	tables := loadRates(t)
	for seed := range seeds(t, 1500) {
		g := Generate(seed)
		r, err := tables.Statement(g.JSON, oracle.At{AsOf: g.AsOf, KnownAt: g.KnownAt})
		if err != nil {
			t.Fatalf("seed %d: %v\n%s", seed, err, g.JSON)
		}
		for _, it := range r.Items {
			f, i := it.Fee, it.Interest
			if cents(f.Remaining) != cents(f.Original)+cents(f.Adjusted)-cents(f.Paid)-cents(f.Disposed)-cents(f.CappedAway) {
				t.Errorf("seed %d: %s: %+v", seed, it.ID, f)
			}
			// Two kinds may hold each other's negative interest.
			open := cents(i.Accrued) + cents(i.Adjusted) - cents(i.Capitalized) - cents(i.Paid) - cents(i.Disposed) - cents(i.CappedAway)
			if !strings.HasPrefix(i.Accrued, "-") && len(it.ContractSegments) == 0 && cents(i.Remaining) != max(0, open) {
				t.Errorf("seed %d: %s: %d is open of %+v", seed, it.ID, open, i)
			}
			if a := it.Assessed; a != nil && cents(f.Original) != cents(a.Net)+cents(a.VAT) {
				t.Errorf("seed %d: %s: %+v", seed, it.ID, a)
			}
			if k := it.Cap; k != nil && !sound(k, cents(i.CappedAway)) {
				t.Errorf("seed %d: %s: %+v, interest capped away %s", seed, it.ID, k, i.CappedAway)
			}
		}
	}
}

// sound says whether the figures of a cap fit each other.
func sound(k *oracle.Cap, interest int64) bool {
	limit, prior, used, away := cents(k.Limit), cents(k.Prior), cents(k.Used), cents(k.CappedAway)
	reached := k.Component != ""
	return used >= prior && used <= max(prior, limit) && cents(k.Left) == max(0, limit-used) &&
		(away > 0) == reached && away >= interest && (!reached || cents(k.Left) == 0) && (k.First != "") == reached
}

// costOutcomes are those of fees and of caps.
func costOutcomes(r *oracle.Result, found map[string]bool) {
	is := func(s string) bool { return strings.Trim(s, "0.") != "" }
	for _, it := range r.Items {
		fee := it.Kind == "fee"
		found["fee-segments"] = found["fee-segments"] || fee && len(it.Segments) > 0
		found["fee-interest-paid"] = found["fee-interest-paid"] || fee && is(it.Interest.Paid)
		found["fee-capped"] = found["fee-capped"] || is(it.Fee.CappedAway)
		found["interest-capped"] = found["interest-capped"] || is(it.Interest.CappedAway)
		found["assessed"] = found["assessed"] || it.Assessed != nil
		if k := it.Cap; k != nil {
			found["capped"] = true
			found["cap-left"] = found["cap-left"] || is(k.Left)
			found["cap-reached"] = found["cap-reached"] || k.Component != ""
			found["cap-reached/"+k.Component] = true
			found["total-cap"] = found["total-cap"] || r.Currency == "EUR"
		}
	}
}
