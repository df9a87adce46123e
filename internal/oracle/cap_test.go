package oracle

import (
	"fmt"
	"strings"
	"testing"
)

// A Swedish credit of 2024: 3 650.00 at 10 %, 1.00 a day from 1 January 2025 on.
func capCase(credit, claim, rest string) string {
	return fmt.Sprintf(`{"id": "X", "currency": "SEK", "jurisdiction": "SE", "debtor": "consumer", "claims": [
		{"id": "C", "kind": "consumer-credit", "contracted": "2024-01-01", "principal": "3650.00", "due": "2024-12-31",
			"credit": {%s}, "interest": {"basis": "fixed", "rate": "10"%s}]%s}`, credit, claim, rest)
}

func shownCap(k *Cap) string {
	if k == nil {
		return "none"
	}
	return fmt.Sprintf("%s/%s/%s/%s/%s %s %s %s", k.Limit, k.Prior, k.Used, k.Left, k.CappedAway, k.Component, k.First, k.Last)
}

// As of 31 January 2025 unless said otherwise.
//
//	cap: limit/prior/used/left/capped away, what reached it
//	interest: accrued/capped away/paid/remaining
func TestCap(t *testing.T) {
	const year = `, "from": "2024-01-01", "compounding": "annual"}`
	for _, c := range []struct{ name, credit, claim, rest, cap, interest, total, perDiem string }{
		{
			"in the middle of a segment: 20 of 31 days", `"granted": "20.00"`, `}`, "",
			"20.00/0.00/20.00/0.00/11.00 default-interest 2025-01-01 2025-01-31", "31.00/11.00/0.00/20.00", "3670.00", "0.0000",
		},
		{
			"never: 0.50 are left of what was used, not granted", `"granted": "20.00", "used": "31.50"`, `}`, "",
			"31.50/0.00/31.00/0.50/0.00   ", "31.00/0.00/0.00/31.00", "3681.00", "0.5000",
		},
		{"to the cent is not over", `"granted": "31.00"`, `}`, "", "31.00/0.00/31.00/0.00/0.00   ", "31.00/0.00/0.00/31.00", "3681.00", "0.0000"},
		{
			"used up before", `"granted": "20.00", "priorCosts": "20.00"`, `}`, "",
			"20.00/20.00/20.00/0.00/31.00 default-interest 2025-01-01 2025-01-31", "31.00/31.00/0.00/0.00", "3650.00", "0.0000",
		},
		{
			"more than used up before", `"granted": "20.00", "priorCosts": "25.00"`, `}`, "",
			"20.00/25.00/25.00/0.00/31.00 default-interest 2025-01-01 2025-01-31", "31.00/31.00/0.00/0.00", "3650.00", "0.0000",
		},
		{
			"in the second segment: 10.00, then 2.00 a day", `"granted": "15.00"`, `, "refixes": [{"from": "2025-01-11", "rate": "20"}]}`, "",
			"15.00/0.00/15.00/0.00/37.00 default-interest 2025-01-11 2025-01-31", "52.00/37.00/0.00/15.00", "3665.00", "0.0000",
		},
		{
			"by a fee of the 21st: after 20.00 it finds 5.00", `"granted": "25.00"`, `}`, `, "fees": [{"id": "F", "code": "demand", "date": "2025-01-21", "amount": "10.00"}]`,
			"25.00/0.00/25.00/0.00/16.00 fee 2025-01-21 2025-01-21", "31.00/11.00/0.00/20.00", "3675.00", "0.0000",
		},
		{
			"by interest after a fee", `"granted": "35.00"`, `}`, `, "fees": [{"id": "F", "code": "demand", "date": "2025-01-21", "amount": "10.00"}]`,
			"35.00/0.00/35.00/0.00/6.00 default-interest 2025-01-01 2025-01-31", "31.00/6.00/0.00/25.00", "3685.00", "0.0000",
		},
		{
			"contract interest of 0.50 a day draws first: 15.50, then 4.50", `"granted": "20.00"`, `}, "contractInterest": {"basis": "fixed", "rate": "5", "from": "2025-01-01"}`, "",
			"20.00/0.00/20.00/0.00/26.50 default-interest 2025-01-01 2025-01-31", "46.50/26.50/0.00/20.00", "3670.00", "0.0000",
		},
		{
			"through the 10th both draw, 15.00; then contract interest finds 5.00 of 10.50", `"granted": "20.00"`, `}, "contractInterest": {"basis": "fixed", "rate": "5", "from": "2025-01-01"}`,
			`, "payments": [{"id": "P", "date": "2025-01-10", "amount": "15.00"}]`,
			"20.00/0.00/20.00/0.00/26.50 contract-interest 2025-01-01 2025-01-31", "46.50/26.50/15.00/5.00", "3655.00", "0.0000",
		},
		{
			"paid before: 10.00 of interest and 365.00, so that 0.90 run; paid after: 10.00 that were left and 40.00", `"granted": "20.00"`, `}`,
			`, "payments": [{"id": "P", "date": "2025-01-10", "amount": "375.00"}, {"id": "Q", "date": "2025-01-31", "amount": "50.00"}]`,
			"20.00/0.00/20.00/0.00/8.90 default-interest 2025-01-11 2025-01-31", "28.90/8.90/20.00/0.00", "3245.00", "0.0000",
		},
		{
			"366.00 ask, 300.00 join: 31 days on 3 950.00 are 33.55 and find nothing", `"granted": "300.00"`, year, "",
			"300.00/0.00/300.00/0.00/99.55 default-interest 2024-01-01 2024-12-31", "399.55/99.55/0.00/300.00", "3950.00", "0.0000",
		},
		{
			"capitalized on the 25th with what the cap allows", `"granted": "20.00"`, `}`, `, "capitalizations": [{"id": "K", "date": "2025-01-25", "item": "C"}]`,
			"20.00/0.00/20.00/0.00/11.03 default-interest 2025-01-01 2025-01-25", "31.03/11.03/0.00/0.00", "3670.00", "0.0000",
		},
		{
			"an opening's interest is from before; 16 days draw", `"granted": "20.00", "priorCosts": "7.00"`, `}, "opening": {"through": "2025-01-15", "principal": "3650.00", "interest": "7.00"}`, "",
			"20.00/7.00/20.00/0.00/3.00 default-interest 2025-01-16 2025-01-31", "23.00/3.00/0.00/20.00", "3670.00", "0.0000",
		},
		{
			"what falls gives nothing back and does not draw twice: 10, 5, 21", `"granted": "100.00"`, `, "refixes": [{"from": "2025-01-11", "rate": "-10"}, {"from": "2025-01-16", "rate": "10"}]}`,
			`, "writeOffs": [{"id": "V", "date": "2025-01-10", "component": "capitalized"}, {"id": "W", "date": "2025-01-15", "component": "capitalized"}]`,
			"100.00/0.00/21.00/79.00/0.00   ", "21.00/0.00/0.00/21.00", "3671.00", "1.0000",
		},
	} {
		r := statement(t, capCase(c.credit, c.claim, c.rest), "2025-01-31")
		i := r.Items[0].Interest
		wantEqual(t, c.name, []string{shownCap(r.Items[0].Cap), fmt.Sprintf("%s/%s/%s/%s", i.Accrued, i.CappedAway, i.Paid, i.Remaining), r.Totals.Total, r.PerDiem},
			[]string{c.cap, c.interest, c.total, c.perDiem})
	}
}

// Three fees over two capped claims without interest, 12.00 and 10.00: the first
// takes 10.00 of A, the second 2.00 and 8.00 of B, the third 2.00 of B.
func TestCapOfFees(t *testing.T) {
	const text = `{"id": "X", "currency": "DKK", "jurisdiction": "DK", "debtor": "consumer", "claims": [
		{"id": "A", "kind": "consumer-credit", "principal": "500.00", "due": "2024-12-31", "contracted": "%s", "credit": {"granted": "12.00"}, "interest": {"basis": "none"}},
		{"id": "B", "kind": "consumer-credit", "principal": "500.00", "due": "2024-12-31", "contracted": "2024-01-01", "credit": {"used": "10.00"}, "interest": {"basis": "none"}},
		{"id": "LATE", "principal": "500.00", "issued": "2025-01-04", "due": "2025-12-31", "interest": {"basis": "none"}}],
		"fees": [{"id": "F", "code": "reminder", "date": "2025-01-01", "amount": "10.00"}, {"id": "G", "code": "reminder", "date": "2025-01-02", "amount": "10.00", "interest": {"basis": "fixed", "rate": "36.5"}},
			{"id": "H", "code": "reminder", "date": "2025-01-03", "amount": "10.00", "interest": {"basis": "fixed", "rate": "36.5", "dayCount": "ACT/365F"}},
			{"id": "I", "code": "reminder", "date": "2025-01-04", "amount": "10.00"}]}`
	show := func(r *Result) string {
		var all []string
		for _, it := range r.Items {
			switch {
			case it.Kind == "fee":
				all = append(all, it.Fee.Remaining+" "+it.Fee.CappedAway)
			default:
				all = append(all, shownCap(it.Cap))
			}
		}
		return strings.Join(all, "; ")
	}
	r := statement(t, fmt.Sprintf(text, "2020-07-01"), "2025-01-13")
	wantEqual(t, "both capped, until there is a claim that is not", show(r), "12.00/0.00/12.00/0.00/0.00   ; "+
		"10.00/0.00/10.00/0.00/8.00 fee 2025-01-03 2025-01-03; none; 10.00 ; 10.00 ; 2.00 8.00; 10.00 ")
	wantEqual(t, "a fee bears on what is left of it: 2.00 at 0.1 % a day, ten days", r.Items[5].Interest.Accrued, "0.02")
	wantEqual(t, "findings", len(r.Findings), 0)
	r = statement(t, fmt.Sprintf(text, "2020-06-30"), "2025-01-13")
	wantEqual(t, "one is older than the law", show(r), "none; 10.00/0.00/0.00/10.00/0.00   ; none; 10.00 ; 10.00 ; 10.00 ; 10.00 ")
	wantEqual(t, "findings", r.Findings, []string{"cost-cap-not-in-force"})
}

func TestCapNotInForce(t *testing.T) {
	for change, want := range map[string]string{
		"": "", `"SE"→"FI"`: "x", `"SE"→"NO"`: "x", `"consumer", "claims"→"business", "claims"`: "x", `"consumer-credit"→"loan"`: "x",
		`2024-01-01→2018-09-01`: "", `2024-01-01→2018-08-31`: "x",
	} {
		from, to, _ := strings.Cut(change, "→")
		r := statement(t, strings.Replace(capCase(`"granted": "20.00"`, `}`, ""), from, to, 1), "2025-01-31")
		wantEqual(t, change, []bool{strings.Contains(strings.Join(r.Findings, " "), "cost-cap-not-in-force"), r.Items[0].Cap == nil}, []bool{want != "", want != ""})
	}
	for _, credit := range []string{`"priorCosts": "1.00"`, `"granted": "0.00"`, `"used": "-1.00"`, `"granted": "1.00", "priorCosts": "-1.00"`} {
		if _, err := Statement([]byte(capCase(credit, `}`, "")), At{AsOf: "2025-01-31"}, fixture); err == nil {
			t.Errorf("no error for %s", credit)
		}
	}
}

// No more than the cap allows can be adjusted, paid or written off; 20.00 of
// 31.00.
func TestCapBoundsOpen(t *testing.T) {
	const adjusted = `, "adjustments": [{"id": "A", "date": "2025-01-31", "item": "C", "component": "interest", "amount": "-%s"}]`
	text := func(less string) []byte {
		return []byte(capCase(`"granted": "20.00"`, `}`, fmt.Sprintf(adjusted, less)))
	}
	if _, err := Statement(text("20.01"), At{AsOf: "2025-01-31"}, fixture); err == nil || !strings.Contains(err.Error(), "only 20.00 is open") {
		t.Errorf("got error %v", err)
	}
	r := statement(t, string(text("20.00")), "2025-02-10")
	wantEqual(t, "total", []string{r.Totals.Total, r.Items[0].Cap.CappedAway}, []string{"3650.00", "21.00"})
	p, err := Payoff([]byte(capCase(`"granted": "20.00"`, `}`, "")), "2025-02-10", fixture)
	if err != nil {
		t.Fatal(err)
	}
	wantEqual(t, "payoff", p.Amount, "3670.00")
}
