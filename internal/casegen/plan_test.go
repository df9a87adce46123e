package casegen

import (
	"bytes"
	"slices"
	"testing"
)

// requiredOfPlans are the features of which each has to occur in at least one
// request of twenty.
var requiredOfPlans = []string{
	"type annuity", "type annuity-limited", "type linear", "type linear-limited", "type debt-relief", "type fixed-amount", "type interest-only", "type bullet",
	"told count", "told end", "told periods", "told amount", "told amount and count", "told amount and end", "told final", "told final and count", "told final and amount",
	"last row lower", "last row similar", "last row higher", "low amount",
	"residual open", "residual balloon", "residual waive", "shares",
	"grace principal", "grace interest", "grace both", "free months", "deviation amount", "deviation due",
	"periods", "period amount", "period open", "odd first period", "month-end start",
	"calendar", "adjust by default", "adjust following", "adjust modified-following", "adjust preceding", "adjust modified-preceding", "adjust unadjusted",
	"accrue adjusted", "accrue unadjusted", "invoice lead days", "registration fee", "invoice fee",
	"no interest", "basis fixed", "basis reference", "basis statutory", "negative rate", "refixes", "floor", "ceiling", "reference rate changes", "extend rates",
	"day count ACT/365F", "day count ACT/360", "day count ACT/364", "day count ACT/ACT-ISDA", "day count NL/365",
	"day count 30E/360", "day count 30E/360-ISDA", "day count 30U/360", "day count 30/360-BOND", "day count 30E/365",
	"currency SEK", "currency EUR", "currency JPY", "currency KWD", "rounding mode", "rounding quantum",
	"step of a minor unit", "step 0.05", "step 1", "step 10", "step 100", "payments", "as of",
}

// requiredOfCasePlans are those of plans over a case.
var requiredOfCasePlans = []string{
	"type annuity", "type annuity-limited", "type linear", "type linear-limited", "type debt-relief", "type fixed-amount", "type interest-only", "type bullet",
	"told count", "told end", "told amount", "told amount and count", "told final", "last row lower", "last row higher", "low amount",
	"several claims", "basis statutory", "basis fixed", "basis reference", "compounding", "payment day free", "due after start", "claim issued after start",
	"fees", "fee after start", "payments before start", "payments after start", "hold", "hold after start", "interest suspended",
	"registration fee", "invoice fee", "grace principal", "grace interest", "grace both", "deviation amount", "deviation due",
	"calendar", "odd first period", "month-end start", "allocation", "case rounding", "as of",
}

func TestPlanCoverage(t *testing.T) {
	for name, one := range map[string]struct {
		make func(uint64) GeneratedPlan
		want []string
	}{"debt": {GeneratePlan, requiredOfPlans}, "case": {GenerateCasePlan, requiredOfCasePlans}} {
		const n = uint64(10_000) // fewer would not tell 5 % from 4 %
		count := map[string]uint64{}
		for seed := range n {
			for _, f := range one.make(seed).Features {
				count[f]++
			}
		}
		for _, f := range one.want {
			if count[f]*20 < n {
				t.Errorf("%s: %q occurs in %d of %d requests, want one of twenty", name, f, count[f], n)
			}
		}
	}
}

func TestPlansAreReproducible(t *testing.T) {
	for _, generate := range []func(uint64) GeneratedPlan{GeneratePlan, GenerateCasePlan} {
		for seed := range uint64(200) {
			x, y := generate(seed), generate(seed)
			if !bytes.Equal(x.JSON, y.JSON) || !slices.Equal(x.Features, y.Features) || x.Calendar != y.Calendar {
				t.Fatalf("seed %d gives two requests:\n%s\n%s", seed, x.JSON, y.JSON)
			}
			if bytes.Equal(x.JSON, generate(seed+1).JSON) {
				t.Fatalf("seeds %d and %d give one request", seed, seed+1)
			}
		}
	}
}
