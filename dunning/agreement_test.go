package dunning_test

import (
	"flag"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/skuld-go/skuld/dunning"
)

var (
	firstSeed = flag.Uint64("dunning.first", 1, "seed of the first generated history")
	caseCount = flag.Int("dunning.cases", 3000, "how many generated histories to compare with the oracle")
)

// TestAgreement compares decisions about generated histories with the oracle's.
func TestAgreement(t *testing.T) {
	n := *caseCount
	if testing.Short() {
		n = min(n, 500)
	}
	coverage := map[string]int{}
	failures := 0
	for seed := *firstSeed; seed < *firstSeed+uint64(n); seed++ {
		g := generate(seed)
		want := Oracle(g.policy, g.history, g.day)
		for f := range g.features {
			coverage[f]++
		}
		for _, f := range outcomes(want) {
			coverage["→ "+f]++
		}
		d, err := dunning.Next(g.policy, g.history, g.day)
		diff := ""
		if err != nil {
			diff = fmt.Sprintf("  engine: %v\n", err)
		} else {
			diff = differences(want, verdictOf(d))
		}
		if diff != "" {
			failures++
			if failures <= 10 {
				t.Errorf("seed %d on %s:\n%s", seed, g.day, diff)
			}
		}
	}
	if failures > 10 {
		t.Errorf("%d of %d differ", failures, n)
	}
	covered(t, coverage, n)
}

// covered shows how often each feature was drawn, and fails where that was too seldom.
func covered(t *testing.T, coverage map[string]int, n int) {
	t.Helper()
	var names []string
	for f := range coverage {
		names = append(names, f)
	}
	slices.Sort(names)
	for _, f := range names {
		t.Logf("%6.1f %% %s", 100*float64(coverage[f])/float64(n), f)
		if n >= 1000 && coverage[f]*100 < n*3 {
			t.Errorf("%q in %d of %d cases, want at least 3 %%", f, coverage[f], n)
		}
	}
	for _, f := range wanted {
		if n >= 500 && coverage[f] == 0 {
			t.Errorf("%q in none of %d cases", f, n)
		}
	}
}

// wanted are the outcomes that a run has to have met.
var wanted = strings.Split("→ action,→ action on another track,→ action two levels up,→ tells of a return,→ tells of a part payment,"+
	"→ tells of payment in full,→ two runs,→ run that ended,→ accelerated,→ promise open,→ promise kept,→ promise broken,"+
	"→ accelerates without a warning,→ letter that counts no more,→ level sent again,→ letter about what is held,"+
	"→ fee under a hold,→ review as the loan matures,→ rest-open,→ notice-unfounded,→ notice-without-arrears,→ level-skipped,→ anchor-missing,→ new,→ closed,→ matured,→ on the ladder,"+
	"→ rule 1,→ rule 2,→ rule 3,→ rule 4,→ rule 5,→ rule 6,→ rule 7,→ rule 8,→ rule 9,→ rule 10,→ rule 11,→ rule 12", ",")

// outcomes names what came out of a case.
func outcomes(v Verdict) []string {
	out := map[string]bool{}
	for _, f := range v.Findings {
		out[f] = true
	}
	for _, a := range v.Actions {
		switch {
		case a.Kind == "return-letter":
			out["tells of a return"] = true
		case a.Kind == "partial-letter":
			out["tells of a part payment"] = true
		case a.Kind == "full-letter":
			out["tells of payment in full"] = true
		default:
			out["action"] = true
			out["action on another track"] = out["action on another track"] || a.Track != dunning.TrackClaim
		}
	}
	for _, b := range v.Blocks {
		out[fmt.Sprintf("rule %d", b.Rule)] = true
	}
	for _, p := range v.Promises {
		words := strings.Fields(p)
		out["promise "+words[len(words)-1]] = true
	}
	for f, yes := range v.walked {
		out[f] = out[f] || yes
	}
	var list []string
	for f, yes := range out {
		if yes {
			list = append(list, f)
		}
	}
	return list
}
