package oracle

import (
	"fmt"
	"strings"
	"testing"
)

// At 10 % over 365 days 3 650.00 bears 1.00 a day. On 28 February A owes 28.00
// of interest, B, at 20 %, 36.00.
const twoClaims = `{"id": "X", "currency": "EUR", "claims": [
	{"id": "A", "group": "g", "principal": "3650.00", "due": "2025-01-31", "interest": {"basis": "fixed", "rate": "10", "kind": "contract"}},
	{"id": "B", "principal": "3650.00", "due": "2025-02-10", "interest": {"basis": "fixed", "rate": "20"}},
	{"id": "C", "principal": "9000.00", "due": "2025-12-31", "interest": {"basis": "none"}}],
	"fees": [{"id": "F", "code": "reminder", "date": "2025-02-20", "amount": "5.00"}, {"id": "G", "code": "demand", "date": "2025-02-28", "amount": "7.00"}],
	"payments": [{"id": "P", "date": "2025-02-28", "amount": "%s" %s}], "allocation": %s}`

func TestAllocation(t *testing.T) {
	for _, c := range []struct{ name, amount, allocation, lines string }{
		{"costs first", "50.00", `{}`, "F fee 5.00 1; G fee 7.00 1; A contract-interest 28.00 2; B default-interest 10.00 2"},
		{"interest first", "70.00", `{"preset": "interest-first"}`, "A contract-interest 28.00 1; B default-interest 36.00 1; F fee 5.00 2; G fee 1.00 2"},
		{"principal first", "10.00", `{"preset": "principal-first"}`, "A principal 10.00 1"},
		{"FI", "100.00", `{"preset": "FI"}`, "A contract-interest 28.00 1; B default-interest 36.00 1; A principal 36.00 3"},
		{"BGB 367: the dearer of those past due", "60.00", `{"preset": "DE-BGB-367"}`, "F fee 5.00 1; G fee 7.00 1; B default-interest 36.00 2; B principal 12.00 4"},
		{"BGB 497: default interest last", "3700.00", `{"preset": "DE-BGB-497"}`,
			"F fee 5.00 1; G fee 7.00 1; A contract-interest 28.00 2; A principal 3650.00 2; B principal 10.00 2"},
		{"a rung of codes and a group", "50.00", `{"rungs": [{"components": ["fee"], "codes": ["demand"]}, {"components": ["interest", "principal"], "groups": ["g"]}]}`,
			"G fee 7.00 1; A contract-interest 28.00 2; A principal 15.00 2"},
		{"buckets come before the order", "15.00", `{"rungs": [{"components": ["fee", "principal"], "due": ["due", "past-due"], "order": "largest"}]}`,
			"G fee 7.00 1; A principal 8.00 1"},
		{"largest", "9010.00", `{"rungs": [{"components": ["principal"], "order": "largest"}]}`, "C principal 9000.00 1; A principal 10.00 1"},
		{"highest rate", "36.01", `{"rungs": [{"components": ["default-interest", "contract-interest"], "order": "highest-rate"}]}`,
			"B default-interest 36.00 1; A contract-interest 0.01 1"},
		{"pro rata by what is open", "8.00", `{"rungs": [{"components": ["interest"], "order": "pro-rata"}]}`,
			"A contract-interest 3.50 1; B default-interest 4.50 1"},
		{"horizontal", "60.00", `{"rungs": [{"components": ["interest"], "order": "highest-rate"}, {"components": ["fee"]}, {"components": ["interest"]}, {"components": ["principal"]}], "processing": "horizontal"}`,
			"B default-interest 36.00 1; A contract-interest 24.00 1"},
		{"horizontal run", "40.00", `{"rungs": [{"components": ["fee"]}, {"components": ["interest"]}, {"components": ["principal"]}], "processing": "horizontal"}`,
			"F fee 5.00 1; G fee 7.00 1; A contract-interest 28.00 2"},
		{"horizontal run, past the interest", "70.00", `{"rungs": [{"components": ["interest"]}, {"components": ["principal"]}], "processing": "horizontal"}`,
			"A contract-interest 28.00 1; A principal 42.00 2"},
	} {
		r := statement(t, fmt.Sprintf(twoClaims, c.amount, "", c.allocation), "2025-02-28")
		wantEqual(t, c.name, shownLines(r.Allocations[0]), c.lines)
	}
}

func shownLines(a Allocation) string {
	var all []string
	for _, l := range a.Lines {
		all = append(all, fmt.Sprintf("%s %s %s %d", l.Item, l.Component, l.Amount, l.Rung))
	}
	return strings.Join(all, "; ")
}

func TestDirected(t *testing.T) {
	const specification = `, "specification": [{"item": "B", "component": "principal", "amount": "30.00"}, {"item": "F", "component": "fee", "amount": "9.00"},
		{"item": "B", "component": "interest", "amount": "1.00"}, {"item": "B", "component": "principal", "amount": "3.00"}]`
	r := statement(t, fmt.Sprintf(twoClaims, "60.00", specification, "{}"), "2025-02-28")
	wantEqual(t, "lines", shownLines(r.Allocations[0]),
		"B principal 33.00 0; F fee 5.00 0; B default-interest 1.00 0; G fee 7.00 1; A contract-interest 14.00 2")
	wantEqual(t, "findings", r.Findings, []string{"specification-clipped"})
}

// Two claims of the same day and rate share by the whole that is open of each:
// 100.01 is to be divided as 3 678 to 7 356, that is 33.336… to 66.673….
func TestEqualsShare(t *testing.T) {
	r := statement(t, `{"id": "X", "currency": "EUR", "jurisdiction": "DE", "debtor": "consumer", "claims": [
		{"id": "A", "principal": "3650.00", "due": "2025-01-31", "interest": {"basis": "fixed", "rate": "10"}},
		{"id": "B", "principal": "7300.00", "due": "2025-01-31", "interest": {"basis": "fixed", "rate": "10.0"}}],
		"payments": [{"id": "P", "date": "2025-02-28", "amount": "100.01"}]}`, "2025-02-28")
	wantEqual(t, "lines", shownLines(r.Allocations[0]),
		"A default-interest 28.00 2; A principal 5.34 4; B default-interest 56.00 2; B principal 10.67 4")
}

func TestSplit(t *testing.T) {
	for _, c := range []struct {
		amount        int64
		weights, want []int64
	}{
		{10, []int64{1, 1, 1}, []int64{1, 1, 1}},
		{2, []int64{1, 1, 1}, []int64{1, 1, 0}},
		{100, []int64{100, 200, 1}, []int64{33, 67, 0}},
		{5, []int64{0, 7, 3}, []int64{0, 4, 1}},
		{999_999_999_999_999, []int64{700_000_000_000_000, 700_000_000_000_000}, []int64{500_000_000_000_000, 499_999_999_999_999}},
	} {
		wantEqual(t, fmt.Sprint(c.amount, c.weights), split(c.amount, c.weights), c.want)
	}
}

// Money over and above waits; under apply it pays what arises later, before a
// later payment does.
func TestWaiting(t *testing.T) {
	const text = `{"id": "X", "currency": "EUR", "claims": [
		{"id": "A", "principal": "50.00", "due": "2025-03-01", "interest": {"basis": "none"}},
		{"id": "B", "principal": "3650.00", "issued": "2025-03-20", "due": "2025-03-31", "interest": {"basis": "fixed", "rate": "10"}}],
		"fees": [{"id": "F", "code": "reminder", "date": "2025-03-10", "amount": "10.00"}],
		"payments": [{"id": "P", "date": "2025-02-01", "amount": "80.00"}, {"id": "Q", "date": "2025-04-02", "amount": "3.00"}], "allocation": {"unallocated": %q}}`
	r := statement(t, fmt.Sprintf(text, "hold"), "2025-04-02")
	wantEqual(t, "hold", []string{shownLines(r.Allocations[0]), r.Allocations[0].Unallocated, shownLines(r.Allocations[1])},
		[]string{"A principal 50.00 4", "30.00", "F fee 3.00 1"})
	r = statement(t, fmt.Sprintf(text, "apply"), "2025-04-02")
	wantEqual(t, "apply", []string{shownLines(r.Allocations[0]), r.Allocations[0].Unallocated, shownLines(r.Allocations[1])},
		[]string{"A principal 50.00 4; F fee 10.00 1; B principal 20.00 4", "0.00", "B default-interest 1.99 2; B principal 1.01 4"})
	wantEqual(t, "paid", r.Paid, Paid{"71.01", "0.00", "1.99", "10.00", "83.00", "0.00"})
}

// With a free payment day the interest stops on the day before, and the lower
// balance bears on the day itself.
func TestPaymentDayFree(t *testing.T) {
	const text = `{"id": "X", "currency": "SEK", "jurisdiction": "SE", "debtor": "consumer",
		"claims": [{"id": "A", "principal": "10000.00", "due": "2024-01-31", "interest": {"basis": "statutory", "paymentDay": "free"}}],
		"payments": [{"id": "P", "date": "2024-05-10", "amount": "2440.00"}]}`
	r := statement(t, text, "2024-12-31")
	wantEqual(t, "interest", []string{r.Totals.Principal, r.Totals.Interest, r.Items[0].Interest.Exact, shown(r.Items[0].Segments)},
		[]string{"7885.48", "611.83", "937.3062838356", "2024-02-01 99 12 99/365, 2024-05-10 236 12 236/365"})
	p, err := Payoff([]byte(text), "2024-05-10", fixture)
	if err != nil {
		t.Fatal(err)
	}
	wantEqual(t, "payoff", p.Amount, "7885.48")
}

// A payment of the payoff on its day leaves nothing.
func TestPayoffSettles(t *testing.T) {
	for _, allocation := range []string{`{}`, `{"preset": "DE-BGB-367"}`, `{"preset": "principal-first"}`} {
		text := fmt.Sprintf(twoClaims, "123.45", "", allocation)
		p, err := Payoff([]byte(text), "2025-06-30", fixture)
		if err != nil {
			t.Fatal(err)
		}
		paid := strings.Replace(text, `"payments": [`, fmt.Sprintf(`"payments": [{"id": "Z", "date": "2025-06-30", "amount": %q}, `, p.Amount), 1)
		wantEqual(t, "after "+p.Amount, statement(t, paid, "2025-07-31").Totals.Total, "0.00")
		cents, err := parseMinor(p.Amount, 2)
		if err != nil {
			t.Fatal(err)
		}
		less := printMinor(cents-1, 2)
		paid = strings.Replace(text, `"payments": [`, fmt.Sprintf(`"payments": [{"id": "Z", "date": "2025-06-30", "amount": %q}, `, less), 1)
		wantEqual(t, "after "+less, statement(t, paid, "2025-06-30").Totals.Total, "0.01")
	}
}

// A rate that is fixed on a day nobody knows yet comes after every known one,
// and is left blank.
func TestUnknownRateComesLast(t *testing.T) {
	r := statement(t, `{"id": "X", "currency": "SEK", "claims": [
		{"id": "A", "principal": "100.00", "due": "2026-07-01", "interest": {"basis": "reference", "series": "SE", "margin": "20", "reset": "fixed-at-start"}},
		{"id": "B", "principal": "100.00", "due": "2026-07-02", "interest": {"basis": "fixed", "rate": "-1"}}],
		"payments": [{"id": "P", "date": "2026-06-30", "amount": "150.00"}], "allocation": {"preset": "NL"}}`, "2026-06-30")
	wantEqual(t, "lines", shownLines(r.Allocations[0]), "B principal 100.00 4; A principal 50.00 4")
	wantEqual(t, "rates", []string{r.Items[0].Rate, r.Items[1].Rate, r.PerDiem}, []string{"", "-1", "0.0000"})
}
