package casegen

import (
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
		"reversed", "negative-paid", "payment-blocked", "direction-refused", "refunded", "over-refunded", "refund-due", "held-money",
		"written-off", "recoverable-vat", "exchange-difference", "base-lines", "base-of-reversal",
		"fee-segments", "fee-interest-paid", "assessed", "cost-cap-not-in-force", "capped", "cap-reached", "cap-reached/fee", "cap-reached/default-interest", "cap-reached/contract-interest",
		"fee-capped", "interest-capped", "cap-left", "total-cap"} {
		t.Logf("%-24s %5.1f %%", outcome, 100*float64(count[outcome])/float64(n))
	}
	for _, outcome := range []string{"unallocated", "rate-provisional", "specification-clipped", "negative-segment", "some-paid-interest",
		"fee-held", "held", "capitalized", "contract-segments", "disposed", "credit-used", "reversed",
		"payment-blocked", "direction-refused", "refunded", "over-refunded", "refund-due", "held-money", "written-off", "recoverable-vat", "exchange-difference", "base-lines",
		"fee-segments", "fee-interest-paid", "assessed", "cost-cap-not-in-force", "capped", "cap-reached", "interest-capped", "cap-left"} {
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
	moneyOutcomes(r, found)
	costOutcomes(r, found)
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

// moneyOutcomes are those of refunds, write-offs and currencies.
func moneyOutcomes(r *oracle.Result, found map[string]bool) {
	is := func(s string) bool { return strings.Trim(s, "0.") != "" }
	found["over-refunded"], found["refund-due"], found["held-money"] = is(r.Balance.OverRefunded), is(r.Balance.RefundDue), is(r.Balance.Held)
	found["recoverable-vat"] = is(r.RecoverableVAT)
	for _, w := range r.WriteOffs {
		found["written-off"] = found["written-off"] || len(w.Lines) > 0
	}
	for _, a := range r.Allocations {
		found["refunded"] = found["refunded"] || a.Refund != ""
		found["exchange-difference"] = found["exchange-difference"] || a.Exchange != nil && is(a.Exchange.Difference)
		for _, l := range a.Lines {
			found["base-lines"] = found["base-lines"] || l.Base != ""
			found["base-of-reversal"] = found["base-of-reversal"] || l.Base != "" && a.Reversal != ""
		}
	}
}

// more compares two printed amounts of one currency, neither below zero.
func more(a, b string) bool { return len(a) > len(b) || len(a) == len(b) && a > b }

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
		if f.unsettled(g.PayoffOn) {
			continue
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

// unsettled says whether a payment of a day may not settle what is open in the
// evening: it passes by what is held, and what is written off after it may have
// been paid by it.
func (f *caseFile) unsettled(on string) bool {
	return slices.ContainsFunc(f.WriteOffs, func(w writeOff) bool { return w.Date == on }) ||
		slices.ContainsFunc(f.Adjustments, func(a adjustment) bool { return a.Date == on }) || // after payments, where the payment day is free
		slices.ContainsFunc(f.Claims, func(c claim) bool { return c.Opening != nil && c.Opening.Through >= on }) ||
		slices.ContainsFunc(f.Holds, func(h hold) bool {
			return h.Scope == "payments" && h.From <= on && (h.Through == "" || on <= h.Through)
		})
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
