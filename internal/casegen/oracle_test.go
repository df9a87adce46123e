package casegen

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"os"
	"slices"
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
		"some-paid-interest", "two-lines-of-one-cell", "rate-unknown", "per-diem-unknown", "settled", "date-fallback", "floor-above-ceiling", "no-interest-terms", "negative-per-diem",
		"compounded", "old-contract", "directive-business-only", "fee-held", "held", "capitalized", "contract-segments", "disposed", "credit-used",
		"reversed", "negative-paid"} {
		t.Logf("%-24s %5.1f %%", outcome, 100*float64(count[outcome])/float64(n))
	}
	for _, outcome := range []string{"unallocated", "rate-provisional", "specification-clipped", "negative-segment", "some-paid-interest",
		"fee-held", "held", "capitalized", "contract-segments", "disposed", "credit-used", "reversed"} {
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
		found["capitalized"] = found["capitalized"] || strings.Trim(it.Capitalized.Raised, "0.") != ""
		found["contract-segments"] = found["contract-segments"] || len(it.ContractSegments) > 0
		found["credit-used"] = found["credit-used"] || strings.Trim(it.Credit.Used, "0.") != ""
		found["disposed"] = found["disposed"] || it.Principal.Disposed != ""
		found["negative-paid"] = found["negative-paid"] || it.Kind == "claim" && it.Principal.Paid[0] == '-'
		found["negative-accrual"] = found["negative-accrual"] || it.Kind == "claim" && it.Interest.Accrued[0] == '-'
		for _, s := range it.Segments {
			found["compounded"] = found["compounded"] || more(s.Principal, it.Principal.Original)
			found["held"] = found["held"] || s.Held
			found["negative-segment"] = found["negative-segment"] || s.Interest[0] == '-'
		}
	}
	for _, a := range r.Allocations {
		found["reversed"] = found["reversed"] || a.Reversal != "" && len(a.Lines) > 0
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

// more compares two printed amounts of one currency, neither below zero.
func more(a, b string) bool { return len(a) > len(b) || len(a) == len(b) && a > b }

// without takes a feature out of a case.
var without = map[string]func(f *caseFile){
	"titles":            func(f *caseFile) { f.Titles = nil },
	"compounding":       eachTerms(func(t *terms) { t.Compounding = "none" }),
	"accelerated":       eachClaim(func(c *claim) { c.Accelerated = "" }),
	"credit":            eachClaim(func(c *claim) { c.Kind = strings.Replace(c.Kind, "consumer-credit", "loan", 1) }),
	"contract":          eachClaim(func(c *claim) { c.Contracted = "2026-01-01" }),
	"cutoff in FI":      eachTerms(func(t *terms) { t.Cutoff = or(t.Cutoff, "2100-01-01") }),
	"agreed":            eachTerms(func(t *terms) { t.Agreed = nil }),
	"floor":             eachTerms(func(t *terms) { t.Floor = nil }),
	"ceiling":           eachTerms(func(t *terms) { t.Ceiling = nil }),
	"contract interest": eachClaim(func(c *claim) { c.ContractInterest = nil }),
	"refixes":           eachTerms(func(t *terms) { t.Refixes = nil }),
	"opening interest": eachClaim(func(c *claim) {
		if c.Opening != nil {
			c.Opening.Interest = ""
		}
	}),
	"adjustments": func(f *caseFile) {
		f.Adjustments = slices.DeleteFunc(f.Adjustments, func(a adjustment) bool { return a.Amount[0] != '-' })
	},
	"capitalizations": func(f *caseFile) { f.Capitalizations = nil },
	"holds":           func(f *caseFile) { f.Holds = nil },
	"reversals":       func(f *caseFile) { f.Reversals = nil },
	"closed":          func(f *caseFile) { f.Closed = nil },
}

func eachClaim(change func(*claim)) func(*caseFile) {
	return func(f *caseFile) {
		for i := range f.Claims {
			change(&f.Claims[i])
		}
	}
}

// eachTerms leaves out claims without terms, unless the law gives them some.
func eachTerms(change func(*terms)) func(*caseFile) {
	return func(f *caseFile) {
		for i := range f.Claims {
			c := &f.Claims[i]
			if c.Kind == "credit-note" {
				continue
			}
			if c.Interest == nil && f.Jurisdiction != "" {
				c.Interest = &terms{rate: rate{Basis: "statutory"}}
			}
			if c.Interest != nil {
				change(c.Interest)
			}
		}
	}
}

// The features of a case are not idle: often enough the figures change when one
// is taken out.
func TestFeaturesMatter(t *testing.T) {
	if testing.Short() {
		t.Skip("needs hundreds of cases")
	}
	const n = 800
	tables := loadRates(t)
	count := map[string]uint64{}
	for seed := range uint64(n) {
		g := Generate(seed)
		whole := figures(t, tables, g, g.JSON)
		unchanged := rewritten(t, g.JSON, func(*caseFile) {})
		for feature, remove := range without {
			text := rewritten(t, g.JSON, remove)
			if !bytes.Equal(text, unchanged) && figures(t, tables, g, text) != whole {
				count[feature]++
			}
		}
	}
	for feature := range without {
		t.Logf("%-14s %5.1f %%", feature, 100*float64(count[feature])/n)
		if count[feature]*200 < n {
			t.Errorf("%s decides in %d of %d cases, want one of two hundred", feature, count[feature], n)
		}
	}
}

func rewritten(t *testing.T, text []byte, change func(*caseFile)) []byte {
	t.Helper()
	var f caseFile
	if err := json.Unmarshal(text, &f); err != nil {
		t.Fatal(err)
	}
	change(&f)
	text, err := json.Marshal(&f)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// figures shows all accruals and what is owed.
func figures(t *testing.T, tables *oracle.Tables, g Generated, text []byte) string {
	t.Helper()
	r, err := tables.Statement(text, oracle.At{AsOf: g.AsOf, KnownAt: g.KnownAt})
	if err != nil {
		return err.Error() // what was taken out was needed
	}
	all := r.Totals.Total
	for _, it := range r.Items {
		all += " " + it.Interest.Exact
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
		if strings.Trim(r.Totals.Total, "0.") != "" {
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
