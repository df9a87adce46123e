package oracle

import (
	"fmt"
	"strings"
	"testing"
)

// One claim of 10 000.00 kr, a reminder, a payment, and the rate that falls on
// 1 January: worked with pencil and paper.
func TestStatementWhole(t *testing.T) {
	r := statement(t, `{"id": "SE-1001", "currency": "SEK", "jurisdiction": "SE", "debtor": "consumer",
		"claims": [{"id": "INV-1", "principal": "10000.00", "vat": "2000.00", "issued": "2024-01-01", "due": "2024-01-31"}],
		"fees": [{"id": "F-1", "code": "reminder", "date": "2024-02-15", "amount": "60.00"}],
		"payments": [{"id": "P-1", "date": "2024-05-10", "amount": "2500.00"}]}`, "2024-12-31")
	want := &Result{
		Case: "SE-1001", Currency: "SEK",
		Totals:  Totals{Principal: "7888.77", Capitalized: "0.00", Interest: "609.49", ContractInterest: "0.00", DefaultInterest: "609.49", Fees: "0.00", Total: "8498.26"},
		Paid:    Paid{Principal: "2111.23", Capitalized: "0.00", Interest: "328.77", Fees: "60.00", Total: "2500.00", Unallocated: "0.00"},
		PerDiem: "2.3774",
		Items: []Item{
			{
				ID: "INV-1", Kind: "claim",
				Principal:   Principal{"10000.00", "0.00", "2111.23", "7888.77", "1577.75", "", ""},
				Capitalized: Capitalized{Raised: "0.00", Paid: "0.00", Remaining: "0.00", Adjusted: "0.00"},
				Interest:    Interest{"default-interest", "938.26", "938.2556547945", "328.77", "0.00", "609.49", "0.00", "0.00", ""},
				Rate:        "12",
				Segments: []Segment{
					{"2024-02-01", "2024-05-10", 100, "10000.00", "12", "100/365", "328.7671232877", false, false},
					{"2024-05-11", "2024-12-31", 235, "7888.77", "12", "235/365", "609.4885315068", false, false},
				},
			},
			{ID: "F-1", Kind: "fee", Code: "reminder", Fee: Fee{"60.00", "60.00", "0.00", "0.00", "", ""}},
		},
		Allocations: []Allocation{{
			Payment: "P-1", Date: "2024-05-10", Amount: "2500.00", Unallocated: "0.00",
			Lines: []Line{
				{"F-1", "fee", "60.00", "", 1, ""},
				{"INV-1", "default-interest", "328.77", "", 2, ""},
				{"INV-1", "principal", "2111.23", "422.25", 4, ""},
			},
		}},
		Balance: Balance{"open", "0.00", "0.00", "0.00"}, RecoverableVAT: "0.00",
	}
	wantEqual(t, "statement", r, want)
}

// One claim, no payments: the accrued interest and the last segment.
func TestAccrual(t *testing.T) {
	for _, c := range []struct {
		name, head, claim, asOf string
		accrued, exact, rate    string
		segments                string
	}{
		{
			"DE consumer, base + 5", `"currency": "EUR", "jurisdiction": "DE", "debtor": "consumer"`,
			`"principal": "3089.00", "due": "2025-04-16"`, "2026-02-20", "170.84", "170.8428575342", "6.27",
			"2025-04-17 75 7.27 75/365, 2025-07-01 184 6.27 184/365, 2026-01-01 51 6.27 51/365",
		},
		{
			"2024 by its own length", `"currency": "EUR"`,
			`"principal": "10000.00", "due": "2023-12-31", "interest": {"basis": "fixed", "rate": "10", "dayCount": "ACT/ACT-ISDA"}`,
			"2024-12-31", "1000.00", "1000.0000000000", "10", "2024-01-01 366 10 366/366",
		},
		{
			"2024 over 365", `"currency": "EUR"`,
			`"principal": "10000.00", "due": "2023-12-31", "interest": {"basis": "fixed", "rate": "10"}`,
			"2024-12-31", "1002.74", "1002.7397260274", "10", "2024-01-01 366 10 366/365",
		},
		{
			"Kronofogden 2021", `"currency": "SEK", "jurisdiction": "SE", "debtor": "business"`,
			`"principal": "6780.00", "due": "2020-12-31"`, "2021-04-20", "163.46", "163.4630136986", "8", "2021-01-01 110 8 110/365",
		},
		{
			"GB due on 29 June", `"currency": "GBP", "jurisdiction": "GB", "debtor": "business"`,
			`"principal": "1000.00", "due": "2025-06-29"`, "2025-07-30", "10.83", "10.8287671233", "12.75", "2025-06-30 31 12.75 31/365",
		},
		{
			"GB due on 30 June", `"currency": "GBP", "jurisdiction": "GB", "debtor": "business"`,
			`"principal": "1000.00", "due": "2025-06-30"`, "2025-07-30", "10.07", "10.0684931507", "12.25", "2025-07-01 30 12.25 30/365",
		},
		{
			"GB floating", `"currency": "GBP", "jurisdiction": "GB", "debtor": "business"`,
			`"principal": "1000.00", "due": "2025-06-29", "interest": {"basis": "statutory", "reset": "floating"}`,
			"2025-07-30", "10.42", "10.4178082192", "12.25", "2025-06-30 1 12.75 1/365, 2025-07-01 30 12.25 30/365",
		},
		{
			"thirty days from the due date", `"currency": "DKK"`,
			`"principal": "5000.00", "due": "2023-12-31", "interest": {"basis": "fixed", "rate": "12", "dayCount": "30E/360"}`,
			"2024-01-30", "50.00", "50.0000000000", "12", "2024-01-01 30 12 30/360",
		},
		{
			"a negative half-year is carried", `"currency": "EUR"`,
			`"principal": "10000.00", "due": "2022-06-30", "interest": {"basis": "reference", "series": "DE"}`,
			"2023-06-30", "35.97", "35.9726027397", "1.62", "2022-07-01 184 -0.88 184/365, 2023-01-01 181 1.62 181/365",
		},
		{
			"the ceiling wins", `"currency": "EUR"`,
			`"principal": "10000.00", "due": "2024-12-31", "interest": {"basis": "reference", "series": "DE", "multiplier": "1.5", "margin": "1", "floor": {"series": "SE", "margin": "2"}, "ceiling": "4.5"}`,
			"2025-07-31", "257.12", "257.1232876712", "4", "2025-01-01 181 4.5 181/365, 2025-07-01 31 4 31/365",
		},
		{
			"interest runs from its first day whatever the due date", `"currency": "JPY"`,
			`"principal": "100000", "due": "2024-03-31", "interest": {"basis": "fixed", "rate": "3.65", "from": "2024-02-29", "through": "2024-03-09"}`,
			"2024-12-31", "100", "100.0000000000", "3.65", "2024-02-29 10 3.65 10/365",
		},
		{
			"SE: frozen contract rate over the floating statute", `"currency": "SEK", "jurisdiction": "SE", "debtor": "consumer"`,
			`"principal": "36500.00", "due": "2024-12-31", "interest": {"basis": "statutory", "agreed": {"basis": "reference", "series": "SE", "margin": "7.5"}}`,
			"2025-07-10", "2196.50", "2196.5000000000", "11.5", "2025-01-01 191 11.5 191/365",
		},
		{
			"no terms and no law", `"currency": "EUR"`, `"principal": "10000.00", "due": "2023-12-31"`, "2024-12-31", "0.00", "0.0000000000", "0", "",
		},
	} {
		r := statement(t, fmt.Sprintf(`{"id": "X", %s, "claims": [{"id": "C", %s}]}`, c.head, c.claim), c.asOf)
		it := r.Items[0]
		wantEqual(t, c.name, []string{it.Interest.Accrued, it.Interest.Exact, it.Rate, shown(it.Segments)}, []string{c.accrued, c.exact, c.rate, c.segments})
	}
}

func shown(segments []Segment) string {
	var all []string
	for _, s := range segments {
		all = append(all, fmt.Sprintf("%s %d %s %s", s.First, s.Days, s.Rate, s.Fraction))
	}
	return strings.Join(all, ", ")
}

// The margin of German law by debtor, kind and the day that selects it.
func TestMarginDE(t *testing.T) {
	for _, c := range []struct{ debtor, claim, rate, findings string }{
		{"consumer", `"kind": "invoice"`, "6.27", ""},
		{"consumer", `"kind": "mortgage"`, "3.77", ""},
		{"business", `"kind": "invoice", "contracted": "2014-07-29"`, "10.27", ""},
		{"business", `"kind": "rent", "contracted": "2014-07-28"`, "9.27", ""},
		{"business", `"kind": "other", "issued": "2014-07-28"`, "9.27", "date-fallback"},
		{"business", `"issued": ""`, "10.27", "date-fallback"},
		{"business", `"kind": "loan"`, "6.27", ""},
		{"business", `"kind": "damages", "contracted": "2014-07-28"`, "6.27", ""},
		{"business", `"kind": "mortgage"`, "6.27", ""},
	} {
		r := statement(t, fmt.Sprintf(`{"id": "X", "currency": "EUR", "jurisdiction": "DE", "debtor": %q,
			"claims": [{"id": "C", "principal": "100.00", "due": "2025-07-31", %s}]}`, c.debtor, c.claim), "2025-08-31")
		wantEqual(t, c.debtor+" "+c.claim, []string{r.Items[0].Rate, strings.Join(r.Findings, " ")}, []string{c.rate, c.findings})
	}
}

func TestRoundingPlaces(t *testing.T) {
	const text = `{"id": "X", "currency": "EUR", "claims": [{"id": "C", "principal": "1234.56", "due": "2024-12-17",
		"interest": {"basis": "fixed", "rate": "7", "dayCount": "ACT/ACT-ISDA"}}], "rounding": {"place": %q, "mode": %q, "quantum": %q}}`
	// 14 days over 366 are 3.3057… and 31 over 365 are 7.3397…; a day is 0.2361… or 0.2367….
	for _, c := range []struct{ place, mode, quantum, accrued string }{
		{"claim", "half-up", "", "10.65"},
		{"claim", "up", "", "10.65"},
		{"claim", "down", "", "10.64"},
		{"claim", "half-even", "0.10", "10.60"},
		{"segment", "half-up", "", "10.65"},
		{"segment", "down", "", "10.63"},
		{"segment", "ceiling", "0.05", "10.70"},
		{"day", "half-up", "", "10.80"},
		{"day", "floor", "", "10.35"},
	} {
		r := statement(t, fmt.Sprintf(text, c.place, c.mode, c.quantum), "2025-01-31")
		wantEqual(t, c.place+" "+c.mode+" "+c.quantum, r.Items[0].Interest.Accrued, c.accrued)
		wantEqual(t, "exact", r.Items[0].Interest.Exact, "10.6453653357")
	}
}

// What is known when: the day's last known rate, the day after it, and facts
// that were entered late.
func TestKnowledge(t *testing.T) {
	const text = `{"id": "X", "currency": "SEK", "jurisdiction": "SE", "debtor": "consumer", "extendRates": %t,
		"claims": [{"id": "C", "principal": "36500.00", "due": "2026-06-20"}, {"id": "LATE", "principal": "100.00", "issued": "2026-06-01", "due": "2027-01-01", "recorded": "2026-06-25"}],
		"payments": [{"id": "P", "date": "2026-06-22", "recorded": "2026-06-26", "amount": "20.00"}]}`
	closed := fmt.Sprintf(text, false)
	r := statement(t, closed, "2026-06-30")
	wantEqual(t, "last known day", []any{r.Totals.Interest, r.PerDiem, r.Findings}, []any{"80.00", "", []string{"per-diem-unknown"}})
	if _, err := Statement([]byte(closed), At{AsOf: "2026-07-01"}, fixture); err == nil || !strings.Contains(err.Error(), "/claims/0/interest: series SE is not known on 2026-07-01") {
		t.Errorf("got error %v", err)
	}
	r = statement(t, fmt.Sprintf(text, true), "2026-07-01")
	wantEqual(t, "extended", []any{r.Totals.Interest, r.PerDiem, r.Findings}, []any{"90.00", "10.0000", []string{"rate-provisional"}})
	wantEqual(t, "extended segments", shown(r.Items[0].Segments), "2026-06-21 10 10 10/365, 2026-07-01 1 10 1/365")
	r = statementKnown(t, closed, At{AsOf: "2026-06-28", KnownAt: "2026-06-25"})
	wantEqual(t, "before the payment is entered", []any{len(r.Items), len(r.Allocations), r.Totals.Interest}, []any{2, 0, "80.00"})
	r = statementKnown(t, closed, At{AsOf: "2026-06-28", KnownAt: "2026-06-24"})
	wantEqual(t, "before the claim is entered", len(r.Items), 1)
}

func TestRefused(t *testing.T) {
	const claim = `"claims": [{"id": "C", "principal": "100.00", "due": "2025-01-01"%s}]`
	for _, text := range []string{
		`"currency": "EUR", ` + fmt.Sprintf(claim, `, "opening": {"through": "2025-01-01"}`),
		`"currency": "EUR", ` + fmt.Sprintf(claim, `, "colour": "red"`),
		`"currency": "EUR", ` + fmt.Sprintf(claim, `, "kind": "credit-note", "interest": {"basis": "statutory"}`),
		`"currency": "EUR", ` + fmt.Sprintf(claim, `, "interest": {"basis": "reference", "series": "NL-commercial", "margin": "1"}`),
		`"currency": "EUR", ` + fmt.Sprintf(claim, `, "interest": {"basis": "reference", "series": "DE", "multiplier": "1.00001"}`),
		`"currency": "EUR", ` + fmt.Sprintf(claim, `, "interest": {"basis": "fixed", "rate": "1", "compounding": "monthly"}`),
		`"currency": "EUR", "reversals": [{"id": "R"}], ` + fmt.Sprintf(claim, ""),
		`"currency": "EUR", "jurisdiction": "FR", "debtor": "consumer", ` + fmt.Sprintf(claim, ""),
		`"currency": "GBP", "jurisdiction": "GB", "debtor": "consumer", ` + fmt.Sprintf(claim, ""),
		`"currency": "SEK", "jurisdiction": "SE", ` + fmt.Sprintf(claim, ""),
		`"currency": "JPY", ` + fmt.Sprintf(claim, `, "vat": "0.50"`),
		`"currency": "EUR", "payments": [{"id": "P", "date": "2025-01-01", "amount": "1.00", "specification": [{"item": "C", "component": "principal", "amount": "1.01"}]}], ` + fmt.Sprintf(claim, ""),
	} {
		if _, err := Statement([]byte(`{"id": "X", `+text+`}`), At{AsOf: "2025-12-31"}, fixture); err == nil {
			t.Errorf("no error for %s", text)
		}
	}
}
