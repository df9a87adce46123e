package oracle

import (
	"fmt"
	"strings"
	"testing"
)

// One fee without an amount beside a claim of the principal, as of 31 July 2025.
func assessedCase(law, currency, debtor, principal, fee string) string {
	return fmt.Sprintf(`{"id": "X", "currency": %q, "jurisdiction": %q, "debtor": %q, "claims": [
		{"id": "C", "principal": "%s", "due": "2001-12-31", "interest": {"basis": "none"}}], "fees": [{"id": "F", %s}]}`, currency, law, debtor, principal, fee)
}

func TestAssessed(t *testing.T) {
	const nl, collected = "NL EUR consumer", `"code": "collection", "date": "2025-01-10"`
	const taxed = collected + `, "facts": {"vatDeductible": false}`
	for _, c := range []struct{ law, principal, fee, want string }{
		{"SE SEK consumer", "999.00", `"code": "reminder", "date": "2013-03-15"`, "999.00 50.00 0.00 50.00"},
		{"SE SEK business", "999.00", `"code": "reminder", "date": "2013-03-16"`, "999.00 60.00 0.00 60.00"},
		{"SE SEK business", "999.00", `"code": "demand", "date": "2002-10-01"`, "999.00 150.00 0.00 150.00"},
		{"SE SEK consumer", "999.00", `"code": "demand", "date": "2025-01-10"`, "999.00 180.00 0.00 180.00"},
		{"SE SEK consumer", "999.00", `"code": "plan", "date": "2025-01-10"`, "999.00 170.00 0.00 170.00"},
		{"SE SEK business", "999.00", `"code": "compensation", "date": "2025-01-10"`, "999.00 450.00 0.00 450.00"},
		{"GB GBP business", "999.99", `"code": "compensation", "date": "2025-01-10"`, "999.99 40.00 0.00 40.00"},
		{"GB GBP business", "1000.00", `"code": "compensation", "date": "2025-01-10"`, "1000.00 70.00 0.00 70.00"},
		{"GB GBP business", "9999.99", `"code": "compensation", "date": "2025-01-10"`, "9999.99 70.00 0.00 70.00"},
		{"GB GBP business", "10000.00", `"code": "compensation", "date": "2025-01-10"`, "10000.00 100.00 0.00 100.00"},
		{"DE EUR business", "1.00", `"code": "compensation", "date": "2025-01-10"`, "1.00 40.00 0.00 40.00"},
		{"EU EUR business", "1.00", `"code": "compensation", "date": "2025-01-10"`, "1.00 40.00 0.00 40.00"},
		{"FI EUR consumer", "100.00", `"code": "demand", "date": "2025-01-10"`, "100.00 14.00 0.00 14.00"},
		{"FI EUR consumer", "100.01", `"code": "demand", "date": "2025-01-10"`, "100.01 24.00 0.00 24.00"},
		{"FI EUR consumer", "1000.01", `"code": "demand", "date": "2025-01-10"`, "1000.01 50.00 0.00 50.00"},
		{"FI EUR consumer", "1000.00", `"code": "second-demand", "date": "2025-01-10"`, "1000.00 12.00 0.00 12.00"},
		{"FI EUR consumer", "1000.00", `"code": "second-demand", "date": "2025-01-10", "facts": {"base": "1000.01"}`, "1000.01 25.00 0.00 25.00"},
		{"FI EUR consumer", "1000.00", `"code": "reminder", "date": "2025-01-10"`, "1000.00 5.00 0.00 5.00"},
		{"NO NOK consumer", "1.00", `"code": "reminder", "date": "2020-09-30"`, "1.00 70.00 0.00 70.00"},
		{"NO NOK business", "1.00", `"code": "notice", "date": "2020-10-05", "facts": {"sent": "2020-09-30"}`, "1.00 70.00 0.00 70.00"},
		{"NO NOK business", "1.00", `"code": "notice", "date": "2020-10-05"`, "1.00 35.00 0.00 35.00"},
		{"NO NOK business", "1.00", `"code": "reminder", "date": "2025-01-10", "facts": {"sent": "2026-01-01"}`, "1.00 37.50 0.00 37.50"},
		// 15 % of 266.66 is 39.999; of 266.70 40.005, a half that goes up; 375 and 250 and
		// 250 of whole bands, 1 % of 190 000 is 1 900, 0.5 % of the rest.
		{nl, "266.66", collected, "266.66 40.00 0.00 40.00"},
		{nl, "266.70", collected, "266.70 40.01 0.00 40.01"},
		{nl, "2500.00", collected, "2500.00 375.00 0.00 375.00"},
		{nl, "2500.05", collected, "2500.05 375.01 0.00 375.01"},
		{nl, "3500.00", taxed, "3500.00 475.00 99.75 574.75"},
		{nl, "266.90", taxed, "266.90 40.04 8.41 48.45"}, // 8.4084
		{nl, "7000.00", collected, "7000.00 725.00 0.00 725.00"},
		{nl, "200000.00", collected, "200000.00 2775.00 0.00 2775.00"},
		{nl, "999999.99", collected, "999999.99 6775.00 0.00 6775.00"}, // 2 775 + 4 000 - 0.00005
		{nl, "999900.00", collected, "999900.00 6774.50 0.00 6774.50"},
		{nl, "1999999.99", taxed, "1999999.99 6775.00 1422.75 8197.75"},
	} {
		w := strings.Fields(c.law)
		r := statement(t, assessedCase(w[0], w[1], w[2], c.principal, c.fee), "2025-07-31")
		a := r.Items[1].Assessed
		wantEqual(t, c.law+" "+c.principal+" "+c.fee, strings.Join([]string{a.Base, a.Net, a.VAT, r.Items[1].Fee.Original}, " "), c.want)
	}
}

// What is due before the day counts, as it is left when the fee is raised, before the
// payments of the day; if nothing is due, all that is raised.
func TestAssessedBase(t *testing.T) {
	r := statement(t, `{"id": "X", "currency": "EUR", "jurisdiction": "FI", "debtor": "consumer", "claims": [
		{"id": "A", "principal": "60.00", "issued": "2025-01-01", "due": "2025-01-10", "interest": {"basis": "none"}},
		{"id": "B", "principal": "50.00", "due": "2025-01-11", "interest": {"basis": "none"}},
		{"id": "N", "kind": "credit-note", "principal": "15.00", "issued": "2025-01-12"}],
		"fees": [{"id": "F0", "code": "demand", "date": "2025-01-01", "recorded": "2025-01-02"}, {"id": "F1", "code": "demand", "date": "2025-01-10"}, {"id": "F2", "code": "demand", "date": "2025-01-11"},
			{"id": "F3", "code": "demand", "date": "2025-01-12"}, {"id": "F4", "code": "demand", "date": "2025-01-13"}, {"id": "F5", "code": "demand", "date": "2025-01-14"}],
		"payments": [{"id": "P", "date": "2025-01-13", "amount": "25.00", "specification": [{"item": "B", "amount": "25.00", "component": "principal"}]}]}`, "2025-01-31")
	var bases []string
	for _, it := range r.Items[3:] {
		bases = append(bases, it.Assessed.Base)
	}
	wantEqual(t, "bases", bases, []string{"110.00", "110.00", "60.00", "95.00", "95.00", "70.00"})
}

// Five Finnish demands of 14.00 over 100.00, or 50.00 over 110.00 in two claims:
// they may come to 60.00 for each claim. A stated fee is none of it.
func TestTotalCap(t *testing.T) {
	const text = `{"id": "X", "currency": "EUR", "jurisdiction": "FI", "debtor": "consumer", "claims": [
		{"id": "A", "principal": "100.00", "due": "2024-12-31", "interest": {"basis": "fixed", "rate": "10"}}%s], "fees": [
		{"id": "S", "code": "demand", "date": "2025-01-01", "amount": "99.00"}%s]}`
	demands := ""
	for i := range 5 {
		demands += fmt.Sprintf(`, {"id": "F%d", "code": "demand", "date": "2025-01-0%d"}`, i, i+2)
	}
	r := statement(t, fmt.Sprintf(text, "", demands), "2025-01-31")
	wantEqual(t, "total", []string{r.Totals.Fees, r.Items[6].Fee.CappedAway, shownCap(r.Items[0].Cap), r.Items[0].Interest.CappedAway},
		[]string{"159.00", "10.00", "60.00/0.00/60.00/0.00/10.00 fee 2025-01-06 2025-01-06", "0.00"})
	r = statement(t, fmt.Sprintf(text, `, {"id": "B", "principal": "1000.00", "due": "2024-12-31", "interest": {"basis": "none"}}`, demands), "2025-01-31")
	wantEqual(t, "two claims: 60.00 and 120.00 of 250.00", []string{r.Totals.Fees, r.Items[6].Fee.CappedAway, r.Items[7].Fee.CappedAway, shownCap(r.Items[0].Cap), shownCap(r.Items[1].Cap)},
		[]string{"279.00", "20.00", "50.00", "60.00/0.00/60.00/0.00/0.00   ", "120.00/0.00/120.00/0.00/70.00 fee 2025-01-05 2025-01-05"})
	r = statement(t, fmt.Sprintf(text, "", ""), "2025-01-31")
	wantEqual(t, "no cap without an assessed fee", r.Items[0].Cap == nil, true)
}

func TestAssessedRefused(t *testing.T) {
	for _, c := range []struct{ law, fee string }{
		{"SE SEK consumer", `"code": "compensation", "date": "2025-01-10"`},
		{"SE SEK consumer", `"code": "reminder", "date": "2003-06-30"`},
		{"SE EUR consumer", `"code": "reminder", "date": "2025-01-10"`},
		{"NO NOK consumer", `"code": "reminder", "date": "2017-01-01", "facts": {"sent": "2016-12-31"}`},
		{"NO NOK consumer", `"code": "demand", "date": "2025-01-10"`},
		{"AT EUR business", `"code": "compensation", "date": "2025-01-10"`},
		{"NL EUR business", `"code": "collection", "date": "2012-06-30"`},
		{"NL EUR business", `"code": "collection", "date": "2012-09-30", "facts": {"vatDeductible": false}`},
		{"FI EUR business", `"code": "reminder", "date": "2025-01-10"`},
	} {
		w := strings.Fields(c.law)
		if _, err := Statement([]byte(assessedCase(w[0], w[1], w[2], "1.00", c.fee)), At{AsOf: "2025-07-31"}, fixture); err == nil {
			t.Errorf("no error for %s", c)
		}
	}
}
