package oracle

import (
	"fmt"
	"strings"
	"testing"
)

// Beside the claim of lifeCase, F: 365.00 of 10 January at 10 %, 0.10 a day from
// the 11th on.
func feeCase(terms, rest string) string {
	return lifeCase(`}`, `, "fees": [{"id": "F", "code": "demand", "date": "2025-01-10", "amount": "365.00", "interest": {"basis": "fixed", "rate": "10"`+terms+`}}]`+rest)
}

// As of 31 January: what is left of the fee, its interest accrued, adjusted, paid
// and remaining, and what is written beside it.
func TestFeeInterest(t *testing.T) {
	const paid = `, "payments": [{"id": "P", "date": "2025-01-%s", "amount": "%s"}]`
	for _, c := range []struct{ name, terms, rest, segments, fee, total, perDiem string }{
		{"21 days", "", "", "01-11 01-31 365.00", "365.00 2.10/0.00/0.00/2.10", "4048.10", "1.1000"},
		{"from the 21st: 11 days", `, "from": "2025-01-21"`, "", "01-21 01-31 365.00", "365.00 1.10/0.00/0.00/1.10", "4047.10", "1.1000"},
		{"from before it is there: none more", `, "from": "2025-01-01", "paymentDay": "free"`, "", "01-11 01-31 365.00", "365.00 2.10/0.00/0.00/2.10", "4048.10", "1.1000"},
		{"no basis is none", `, "basis": "none"`, "", "", "365.00 ///", "4046.00", "1.0000"},
		{
			"paid before it is there: 5.00 of interest and 73.00 of the claim, which then bears 0.98 on 26 days", "", fmt.Sprintf(paid, "05", "78.00"),
			"01-11 01-31 365.00", "365.00 2.10/0.00/0.00/2.10", "3969.58", "1.0800",
		},
		{
			"paid on its day, in full", "", fmt.Sprintf(paid, "10", "365.00"), "", "0.00 0.00/0.00/0.00/0.00", "3681.00", "1.0000",
		},
		{
			"half paid on the 20th: 10 × 0.10 + 11 × 0.05", "", fmt.Sprintf(paid, "20", "182.50"),
			"01-11 01-20 365.00, 01-21 01-31 182.50", "182.50 1.55/0.00/0.00/1.55", "3865.05", "1.0500",
		},
		{
			"paid on the 20th with interest, the claim's first as it is older: 365.00, 20.00, 0.60", "", fmt.Sprintf(paid, "20", "385.60"),
			"01-11 01-20 365.00", "0.00 1.00/0.00/0.60/0.40", "3661.40", "1.0000",
		},
		{
			"and where its payment day is free, the fee has run nine days", `, "paymentDay": "free"`, fmt.Sprintf(paid, "20", "385.90"),
			"01-11 01-19 365.00", "0.00 0.90/0.00/0.90/0.00", "3661.00", "1.0000",
		},
		{
			"paid and taken back on the 25th: 10 days and 6", "", fmt.Sprintf(paid, "20", "365.00") + `, "reversals": [{"id": "R", "payment": "P", "date": "2025-01-25", "effect": "mirror"}]`,
			"01-11 01-20 365.00, 01-26 01-31 365.00", "365.00 1.60/0.00/0.00/1.60", "4047.60", "1.1000",
		},
		{
			"adjusted: 36.50 less on the 20th, 0.30 of interest less", "", `, "adjustments": [{"id": "A", "date": "2025-01-20", "item": "F", "component": "fee", "amount": "-36.50"},
				{"id": "B", "date": "2025-01-20", "item": "F", "component": "interest", "amount": "-0.30"}]`,
			"01-11 01-20 365.00, 01-21 01-31 328.50", "328.50 1.99/-0.30/0.00/1.69", "4011.19", "1.0900",
		},
		{
			"held from the 21st on", "", `, "holds": [{"scope": "interest", "items": ["F"], "from": "2025-01-21"}]`,
			"01-11 01-20 365.00, 01-21 01-31 365.00 held", "365.00 1.00/0.00/0.00/1.00", "4047.00", "1.0000",
		},
		{
			"a hold of the claim is none of the fee", "", `, "holds": [{"scope": "interest", "items": ["C"], "from": "2025-01-21"}]`,
			"01-11 01-31 365.00", "365.00 2.10/0.00/0.00/2.10", "4037.10", "0.1000",
		},
		{"closed on the 15th: 15.00 and 0.50", "", `, "closed": {"date": "2025-01-15"}`, "01-11 01-15 365.00", "365.00 0.50/0.00/0.00/0.50", "4030.50", "0.0000"},
		{
			"written off: the fee on the 15th, its interest on the 20th", "", `, "writeOffs": [{"id": "W", "date": "2025-01-15", "item": "F", "component": "fee"},
				{"id": "V", "date": "2025-01-20", "item": "F", "component": "interest"}]`,
			"01-11 01-15 365.00", "0.00 0.50/0.00/0.00/0.00", "3681.00", "1.0000",
		},
		{
			"directed to its interest", "", `, "payments": [{"id": "P", "date": "2025-01-20", "amount": "1.00", "specification": [{"item": "F", "component": "interest", "amount": "1.00"}]}]`,
			"01-11 01-31 365.00", "365.00 2.10/0.00/1.00/1.10", "4047.10", "1.1000",
		},
	} {
		r := statement(t, feeCase(c.terms, c.rest), "2025-01-31")
		it := r.Items[1]
		i := it.Interest
		got := fmt.Sprintf("%s %s/%s/%s/%s", it.Fee.Remaining, i.Accrued, i.Adjusted, i.Paid, i.Remaining)
		wantEqual(t, c.name, []string{short(it.Segments), got, r.Totals.Total, r.PerDiem}, []string{c.segments, c.fee, c.total, c.perDiem})
	}
}

// The fee is an item of its own, due on its date, at its own rate: claim by claim
// F comes first where it is dearer, and 365.00 at 20 % have run 20 × 0.20.
func TestFeeInterestInTurn(t *testing.T) {
	text := feeCase(`, "floor": "20"`, `, "payments": [{"id": "P", "date": "2025-01-30", "amount": "380.00"}], "allocation": {"preset": "DE-BGB-367"}`)
	r := statement(t, text, "2025-01-31")
	wantEqual(t, "lines", shownLines(r.Allocations[0]), "F fee 365.00 1; F default-interest 4.00 2; C default-interest 11.00 2")
	p, err := Payoff([]byte(text), "2025-01-29", fixture)
	if err != nil {
		t.Fatal(err)
	}
	wantEqual(t, "payoff", p.Breakdown, Totals{"3650.00", "0.00", "32.80", "0.00", "32.80", "365.00", "4047.80"}) // 29.00 + 19 × 0.20
}

// By Swedish law 3 + 8 %, by Dutch law between businesses 11.15 %, never
// compounding: 365.00 bear 0.11 a day, or 0.1115.
func TestFeeInterestByLaw(t *testing.T) {
	for _, c := range []struct{ law, interest, findings string }{
		{`"SE", "debtor": "consumer"`, "18.70", ""}, // 170 days
		{`"NL", "debtor": "business"`, "18.96", ""},
	} {
		r := statement(t, `{"id": "X", "currency": "EUR", "jurisdiction": `+c.law+`, "claims": [{"id": "C", "principal": "1.00", "due": "2025-01-01", "interest": {"basis": "none"}}],
			"fees": [{"id": "F", "code": "demand", "date": "2025-01-10", "amount": "365.00", "interest": {"basis": "statutory"}}]}`, "2025-06-29")
		wantEqual(t, c.law, []string{r.Items[1].Interest.Accrued, strings.Join(r.Findings, " ")}, []string{c.interest, c.findings})
	}
}

func TestFeeInterestRefused(t *testing.T) {
	for _, text := range []string{
		feeCase(`, "kind": "contract"`, ""), feeCase(`, "compounding": "annual"`, ""), feeCase(`, "basis": ""`, ""),
		feeCase("", `, "capitalizations": [{"id": "K", "date": "2025-01-20", "item": "F"}]`),
		feeCase("", `, "adjustments": [{"id": "A", "date": "2025-01-20", "item": "F", "component": "contract-interest", "amount": "1.00"}]`),
		feeCase(`, "basis": "none"`, `, "adjustments": [{"id": "A", "date": "2025-01-20", "item": "F", "component": "interest", "amount": "1.00"}]`),
		feeCase(`, "basis": "none"`, `, "writeOffs": [{"id": "W", "date": "2025-01-20", "item": "F", "component": "interest"}]`),
		feeCase("", `, "adjustments": [{"id": "A", "date": "2025-01-20", "item": "F", "component": "interest", "amount": "-1.01"}]`),
	} {
		if _, err := Statement([]byte(text), At{AsOf: "2025-01-31"}, fixture); err == nil {
			t.Errorf("no error for %s", text)
		}
	}
}
