package casegen

import (
	"encoding/json"
	"io/fs"
	"os"
	"strings"
	"testing"

	"github.com/skuld-go/skuld/internal/oracle"
)

// loadRates gives the module's own rate tables, read as plain files.
func loadRates(t testing.TB) *oracle.Tables {
	dir := os.DirFS("../../law/rates")
	if names, err := fs.Glob(dir, "*.csv"); err != nil || len(names) == 0 {
		t.Skip("no rate tables beside the module")
	}
	tables, err := oracle.Load(dir)
	if err != nil {
		t.Fatal(err)
	}
	return tables
}

// Every case has an answer, the answer adds up, and what the features promise
// comes about: money left over, provisional days, clipped specifications,
// interest below zero.
func TestOracleAnswers(t *testing.T) {
	tables := loadRates(t)
	n := seeds(t, 1500)
	count := map[string]uint64{}
	for seed := range n {
		g := Generate(seed)
		r, err := tables.Statement(g.JSON, oracle.At{AsOf: g.AsOf, KnownAt: g.KnownAt})
		if err != nil {
			t.Fatalf("seed %d: %v\n%s", seed, err, g.JSON)
		}
		for _, outcome := range outcomes(r) {
			count[outcome]++
		}
	}
	for _, outcome := range []string{"unallocated", "rate-provisional", "specification-clipped", "negative-segment", "negative-accrual",
		"some-paid-interest", "two-lines-of-one-cell", "rate-unknown", "per-diem-unknown", "settled", "date-fallback", "floor-above-ceiling", "no-interest-terms", "negative-per-diem"} {
		t.Logf("%-24s %5.1f %%", outcome, 100*float64(count[outcome])/float64(n))
	}
	for _, outcome := range []string{"unallocated", "rate-provisional", "specification-clipped", "negative-segment", "some-paid-interest"} {
		if count[outcome]*20 < n {
			t.Errorf("%s comes about in %d of %d cases, want one of twenty", outcome, count[outcome], n)
		}
	}
}

func outcomes(r *oracle.Result) []string {
	found := map[string]bool{
		"unallocated":        r.Paid.Unallocated[0] != '0' || len(r.Paid.Unallocated) > 5,
		"settled":            r.Totals.Total == "0.00" || r.Totals.Total == "0" || r.Totals.Total == "0.000",
		"some-paid-interest": r.Paid.Interest[0] != '0',
		"negative-per-diem":  r.PerDiem != "" && r.PerDiem[0] == '-',
	}
	for _, code := range r.Findings {
		found[code] = true
	}
	for _, it := range r.Items {
		found["rate-unknown"] = found["rate-unknown"] || it.Kind == "claim" && it.Rate == ""
		found["negative-accrual"] = found["negative-accrual"] || it.Kind == "claim" && it.Interest.Accrued[0] == '-'
		for _, s := range it.Segments {
			found["negative-segment"] = found["negative-segment"] || s.Interest[0] == '-'
		}
	}
	for _, a := range r.Allocations {
		seen := map[string]bool{}
		for _, l := range a.Lines {
			cell := l.Item + l.Component
			found["two-lines-of-one-cell"] = found["two-lines-of-one-cell"] || seen[cell]
			seen[cell] = true
		}
	}
	var all []string
	for outcome, is := range found {
		if is {
			all = append(all, outcome)
		}
	}
	return all
}

// Whoever pays the payoff on its day owes nothing at the end of that day.
func TestPayoffSettles(t *testing.T) {
	tables := loadRates(t)
	settled := 0
	for seed := range seeds(t, 800) {
		g := Generate(seed)
		var f caseFile
		if err := json.Unmarshal(g.JSON, &f); err != nil {
			t.Fatal(err)
		}
		if f.Allocation != nil && len(f.Allocation.Rungs) > 0 {
			continue // rungs need not reach everything
		}
		due, err := tables.Payoff(g.JSON, g.PayoffOn)
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		if strings.Trim(due.Amount, "0.") == "" {
			continue
		}
		f.Payments = append(f.Payments, payment{ID: "PAYOFF", Date: g.PayoffOn, Amount: due.Amount})
		text, err := json.Marshal(&f)
		if err != nil {
			t.Fatal(err)
		}
		r, err := tables.Statement(text, oracle.At{AsOf: g.PayoffOn})
		if err != nil {
			t.Fatal(err)
		}
		if r.Totals.Total != due.Breakdown.Capitalized { // nothing is ever capitalized
			t.Errorf("seed %d: %s is left after %s on %s\n%s", seed, r.Totals.Total, due.Amount, g.PayoffOn, text)
		}
		settled++
	}
	if settled < 20 {
		t.Errorf("only %d cases had something to settle", settled)
	}
}

func BenchmarkOracle(b *testing.B) {
	tables := loadRates(b)
	seed := uint64(0)
	for b.Loop() {
		g := Generate(seed % 10_000)
		seed++
		if _, err := tables.Statement(g.JSON, oracle.At{AsOf: g.AsOf, KnownAt: g.KnownAt}); err != nil {
			b.Fatal(err)
		}
	}
}
