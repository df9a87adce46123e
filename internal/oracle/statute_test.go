package oracle

import (
	"fmt"
	"strings"
	"testing"
)

// one is a case of one claim in a country, and its first item.
func one(t *testing.T, country, debtor, claim, asOf string) (Item, []string) {
	t.Helper()
	currency := map[string]string{"SE": "SEK", "NO": "NOK", "DK": "DKK", "GB": "GBP"}[country]
	r := statement(t, fmt.Sprintf(`{"id": "X", "currency": %q, "jurisdiction": %q, "debtor": %q, "claims": [{"id": "C", %s}]}`,
		or(currency, "EUR"), country, debtor, claim), asOf)
	return r.Items[0], r.Findings
}

// Late interest of each country, worked by hand: days × rate / year.
func TestLateInterest(t *testing.T) {
	for _, c := range []struct{ name, country, debtor, claim, asOf, exact, segments, findings string }{
		{"general rate over both year lengths", "FI", "consumer", `"principal": "10000.00", "due": "2024-11-30"`, "2025-01-31",
			"186.5824537765", "2024-12-01 31 11.5 31/366, 2025-01-01 31 10.5 31/365", ""},
		{"published total, 2024 by 366", "NO", "consumer", `"principal": "10000.00", "due": "2024-11-30"`, "2025-07-31",
			"829.7784265289", "2024-12-01 31 12.5 31/366, 2025-01-01 181 12.5 181/365, 2025-07-01 31 12.25 31/365", ""},
		{"two totals before 1994", "NO", "business", `"principal": "36500.00", "due": "1993-12-21"`, "1994-01-10",
			"300.0000000000", "1993-12-22 10 18 10/365, 1994-01-01 10 12 10/365", ""},
		{"the consumer's before 1994", "NO", "consumer", `"principal": "36500.00", "due": "1993-12-21"`, "1994-01-10",
			"270.0000000000", "1993-12-22 10 15 10/365, 1994-01-01 10 12 10/365", ""},
		{"due on the last day of the old margin", "DK", "business", `"principal": "10000.00", "due": "2013-02-28"`, "2013-12-31",
			"604.0000000000", "2013-03-01 306 7.2 302/360", ""},
		{"due on the first day of the new one", "DK", "business", `"principal": "10000.00", "contracted": "2010-01-01", "due": "2013-03-01"`, "2013-12-31",
			"681.0555555556", "2013-03-02 305 8.2 299/360", ""},
		{"diskonto + 5, in August too", "DK", "consumer", `"principal": "36000.00", "due": "2002-07-31"`, "2002-12-10",
			"1070.0000000000", "2002-08-01 127 8.25 125/360, 2002-12-06 5 7.75 5/360", ""},
		{"diskonto + 6 became + 5 in 1991", "DK", "consumer", `"principal": "36000.00", "due": "1990-12-20"`, "1991-01-10",
			"289.0000000000", "1990-12-21 11 14.5 10/360, 1991-01-01 1 13.5 1/360, 1991-01-02 9 14.5 9/360", ""},
		{"the base rate of 1 January holds through June", "AT", "business", `"principal": "10000.00", "contracted": "2024-12-01", "due": "2024-12-31"`, "2025-08-31",
			"763.9424657534", "2025-01-01 181 11.73 181/365, 2025-07-01 62 10.73 62/365", ""},
		{"old contract: + 8", "AT", "business", `"principal": "10000.00", "contracted": "2013-03-15", "due": "2024-12-31"`, "2025-08-31",
			"684.0520547945", "2025-01-01 181 10.53 181/365, 2025-07-01 62 9.53 62/365", ""},
		{"four per cent from a consumer", "AT", "consumer", `"principal": "10000.00", "due": "2024-12-31"`, "2025-08-31",
			"266.3013698630", "2025-01-01 243 4 243/365", ""},
		{"and as damages", "AT", "business", `"principal": "10000.00", "kind": "damages", "due": "2024-12-31"`, "2025-08-31",
			"266.3013698630", "2025-01-01 243 4 243/365", ""},
		{"fixed at start in the middle of a half-year", "AT", "business",
			`"principal": "36500.00", "contracted": "2024-12-01", "due": "2025-06-20", "interest": {"basis": "statutory", "reset": "fixed-at-start"}`, "2025-07-10",
			"234.6000000000", "2025-06-21 20 11.73 20/365", ""},
		{"reference + 8 by the half-year", "EU", "business", `"principal": "10000.00", "contracted": "2013-03-16", "due": "2025-05-31"`, "2025-07-31",
			"177.8493150685", "2025-06-01 30 11.15 30/365, 2025-07-01 31 10.15 31/365", ""},
		{"the older directive, and a consumer under it", "EU", "consumer", `"principal": "36500.00", "issued": "2013-03-15", "due": "2025-06-20"`, "2025-06-30",
			"101.5000000000", "2025-06-21 10 10.15 10/365", "date-fallback directive-business-only"},
		{"the commercial rate", "NL", "business", `"principal": "36500.00", "contracted": "2013-03-16", "due": "2025-06-20"`, "2025-07-10",
			"213.0000000000", "2025-06-21 10 11.15 10/365, 2025-07-01 10 10.15 10/365", ""},
		{"an old contract at it", "NL", "business", `"principal": "36500.00", "contracted": "2013-03-15", "due": "2025-06-20"`, "2025-06-30",
			"111.5000000000", "2025-06-21 10 11.15 10/365", "old-contract"},
		{"a contract from before it", "NL", "business", `"principal": "36500.00", "kind": "rent", "issued": "2002-11-30", "due": "2025-06-20"`, "2025-06-30",
			"60.0000000000", "2025-06-21 10 6 10/365", "date-fallback old-contract"},
		{"no trade", "NL", "business", `"principal": "36500.00", "kind": "loan", "due": "2025-06-20"`, "2025-06-30",
			"60.0000000000", "2025-06-21 10 6 10/365", ""},
		{"the total of the first day", "NL", "consumer", `"principal": "36500.00", "due": "2024-12-21", "interest": {"basis": "statutory", "reset": "fixed-at-start"}`, "2025-01-10",
			"140.0000000000", "2024-12-22 20 7 20/365", ""},
	} {
		it, findings := one(t, c.country, c.debtor, c.claim, c.asOf)
		wantEqual(t, c.country+": "+c.name, []string{it.Interest.Exact, shown(it.Segments), strings.Join(findings, " ")},
			[]string{c.exact, c.segments, c.findings})
	}
}

// The rate of 2025-06-30, by debtor, kind and the day that selects the law.
func TestSelectedMargin(t *testing.T) {
	for _, c := range []struct{ country, debtor, claim, rate, findings string }{
		{"FI", "business", `"contracted": "2013-03-16"`, "11.5", ""},
		{"FI", "business", `"contracted": "2013-03-15"`, "10.5", ""},
		{"FI", "business", `"kind": "other"`, "11.5", "date-fallback"},
		{"FI", "business", `"kind": "damages"`, "10.5", ""},
		{"FI", "consumer", `"kind": "rent"`, "10.5", ""},
		{"AT", "business", `"kind": "loan"`, "11.73", "date-fallback"},
		{"AT", "business", `"contracted": "2002-08-01"`, "10.53", ""},
		{"AT", "business", `"interest": {"basis": "statutory", "agreed": {"basis": "fixed", "rate": "11.72"}}`, "11.73", "date-fallback"},
		{"NO", "business", `"interest": {"basis": "statutory", "agreed": {"basis": "fixed", "rate": "12.51"}}`, "12.51", ""},
		{"NO", "business", `"interest": {"basis": "statutory", "agreed": {"basis": "fixed", "rate": "12.49"}}`, "12.5", ""},
		{"DK", "consumer", `"interest": {"basis": "statutory", "agreed": {"basis": "reference", "series": "DK", "margin": "8.01"}}`, "8.21", ""},
		{"NL", "consumer", `"interest": {"basis": "statutory", "agreed": {"basis": "fixed", "rate": "9"}, "cutoff": "2025-06-29"}`, "6", ""},
		{"EU", "business", `"contracted": "2002-08-08", "interest": {"basis": "statutory", "ceiling": "10"}`, "10", ""},
	} {
		it, findings := one(t, c.country, c.debtor, `"principal": "100.00", "due": "2025-05-31", `+c.claim, "2025-06-30")
		wantEqual(t, c.country+" "+c.debtor+" "+c.claim, []string{it.Rate, strings.Join(findings, " ")}, []string{c.rate, c.findings})
	}
}

// 16 % agreed against 4.5 + 7. The whole debt falls due on 31 January 2024, and
// 180 days later it is 29 July.
func TestCutOffFI(t *testing.T) {
	const agreed = `"interest": {"basis": "statutory", "agreed": {"basis": "fixed", "rate": "16"}`
	const through = "%s %d 16 %d/366, %s %d 11.5 %d/366"
	for _, c := range []struct{ name, debtor, claim, titles, knownAt, accrued, segments string }{
		{"by default", "consumer", agreed + `}`, ``, "", "636.95",
			fmt.Sprintf(through, "2024-02-01", 180, 180, "2024-07-30", 155, 155)},
		{"accelerated", "consumer", `"accelerated": "2024-03-01", ` + agreed + `}`, ``, "", "655.40",
			fmt.Sprintf(through, "2024-02-01", 210, 210, "2024-08-29", 125, 125)},
		{"title", "consumer", `"accelerated": "2024-03-01", ` + agreed + `}`, `{"id": "T", "date": "2024-09-01"}, {"id": "U", "date": "2024-05-15", "recorded": "2024-05-20", "kind": "payment-order"}`, "2024-05-20", "590.85",
			fmt.Sprintf(through, "2024-02-01", 105, 105, "2024-05-16", 230, 230)},
		{"title not known yet", "consumer", agreed + `}`, `{"id": "U", "date": "2024-05-15", "recorded": "2024-05-21"}`, "2024-05-20", "636.95",
			fmt.Sprintf(through, "2024-02-01", 180, 180, "2024-07-30", 155, 155)},
		{"title too late", "consumer", agreed + `}`, `{"id": "U", "date": "2024-07-30"}`, "", "636.95",
			fmt.Sprintf(through, "2024-02-01", 180, 180, "2024-07-30", 155, 155)},
		{"explicit", "consumer", `"accelerated": "2024-03-01", ` + agreed + `, "cutoff": "2024-06-30"}`, `{"id": "U", "date": "2024-05-15"}`, "", "619.13",
			fmt.Sprintf(through, "2024-02-01", 151, 151, "2024-07-01", 184, 184)},
		{"business", "business", agreed + `}`, `{"id": "U", "date": "2024-05-15"}`, "", "732.24", "2024-02-01 335 16 335/366"},
		{"not beside another basis", "consumer", `"interest": {"basis": "fixed", "rate": "11.5", "agreed": {"basis": "fixed", "rate": "16"}}`, ``, "", "732.24", "2024-02-01 335 16 335/366"},
	} {
		r := statementKnown(t, fmt.Sprintf(`{"id": "X", "currency": "EUR", "jurisdiction": "FI", "debtor": %q, "titles": [%s],
			"claims": [{"id": "C", "principal": "5000.00", "due": "2024-01-31", "kind": "loan", %s}]}`, c.debtor, c.titles, c.claim), At{AsOf: "2024-12-31", KnownAt: c.knownAt})
		wantEqual(t, c.name, []string{r.Items[0].Interest.Accrued, shown(r.Items[0].Segments)}, []string{c.accrued, c.segments})
	}
}

// The ceilings on consumer credit, by the day of the contract.
func TestCreditCeiling(t *testing.T) {
	const fixed, credit = `, "interest": {"basis": "fixed", "rate": "36"}`, `"kind": "consumer-credit", `
	for _, c := range []struct{ name, country, debtor, claim, asOf, exact, segments, findings string }{
		{"reference + 20", "SE", "consumer", credit + `"contracted": "2025-03-01", "due": "2025-04-30"` + fixed, "2025-08-31",
			"758.0821917808", "2025-05-01 61 23 61/365, 2025-07-01 62 22 62/365", ""},
		{"reference + 40 leaves 36", "SE", "consumer", credit + `"contracted": "2025-02-28", "due": "2025-04-30"` + fixed, "2025-08-31",
			"1213.1506849315", "2025-05-01 123 36 123/365", ""},
		{"and binds 50, agreed beside the law", "SE", "consumer", credit + `"issued": "2018-09-01", "due": "2025-06-20", "interest": {"basis": "statutory", "agreed": {"basis": "fixed", "rate": "50"}}`, "2025-07-10",
			"232.8767123288", "2025-06-21 10 43 10/365, 2025-07-01 10 42 10/365", "date-fallback"},
		{"no ceiling on an older contract", "SE", "consumer", credit + `"contracted": "2018-08-31", "due": "2025-06-20", "interest": {"basis": "fixed", "rate": "73"}`, "2025-06-30",
			"200.0000000000", "2025-06-21 10 73 10/365", ""},
		{"nor for a business", "SE", "business", credit + `"due": "2025-06-20", "interest": {"basis": "fixed", "rate": "73"}`, "2025-06-30",
			"200.0000000000", "2025-06-21 10 73 10/365", ""},
		{"the file's own ceiling is lower", "SE", "consumer", credit + `"contracted": "2025-03-01", "due": "2025-06-20", "interest": {"basis": "fixed", "rate": "73", "floor": "22.5", "ceiling": "22.5"}`, "2025-07-10",
			"121.9178082192", "2025-06-21 10 22.5 10/365, 2025-07-01 10 22 10/365", "floor-above-ceiling"},
		{"reference + 15", "FI", "consumer", credit + `"contracted": "2023-10-01", "due": "2024-10-31"` + fixed, "2025-01-31",
			"482.1232876712", "2024-11-01 61 19.5 61/366, 2025-01-01 31 18.5 31/365", ""},
		{"20 before", "FI", "consumer", credit + `"contracted": "2023-09-30", "due": "2025-06-20"` + fixed, "2025-06-30",
			"54.7945205479", "2025-06-21 10 20 10/365", ""},
		{"10 for a time", "FI", "consumer", credit + `"contracted": "2020-07-01", "due": "2021-08-31"` + fixed, "2021-10-31",
			"252.0547945205", "2021-09-01 30 10 30/365, 2021-10-01 31 20 31/365", ""},
		{"the last contract of that time", "FI", "consumer", credit + `"contracted": "2021-09-30", "due": "2021-08-31"` + fixed, "2021-09-10",
			"27.3972602740", "2021-09-01 10 10 10/365", ""},
		{"a contract before that time", "FI", "consumer", credit + `"contracted": "2020-06-30", "due": "2021-08-31"` + fixed, "2021-09-10",
			"54.7945205479", "2021-09-01 10 20 10/365", ""},
		{"no ceiling on an older contract", "FI", "consumer", credit + `"contracted": "2019-08-31", "due": "2025-06-20"` + fixed, "2025-06-30",
			"98.6301369863", "2025-06-21 10 36 10/365", ""},
		{"35", "DK", "consumer", credit + `"contracted": "2020-07-01", "due": "2025-06-20"` + fixed, "2025-06-30",
			"97.2222222222", "2025-06-21 10 35 10/360", ""},
		{"no ceiling before", "DK", "consumer", credit + `"contracted": "2020-06-30", "due": "2025-06-20"` + fixed, "2025-06-30",
			"100.0000000000", "2025-06-21 10 36 10/360", ""},
		{"nothing to select without interest", "DK", "consumer", credit + `"due": "2025-06-20", "interest": {"basis": "none"}`, "2025-06-30", "0.0000000000", "", ""},
	} {
		it, findings := one(t, c.country, c.debtor, `"principal": "10000.00", `+c.claim, c.asOf)
		wantEqual(t, c.country+": "+c.name, []string{it.Interest.Exact, shown(it.Segments), strings.Join(findings, " ")},
			[]string{c.exact, c.segments, c.findings})
	}
}

// The ceiling of the law is not known for longer than its reference rate.
func TestCeilingUnknown(t *testing.T) {
	const text = `{"id": "X", "currency": "SEK", "jurisdiction": "SE", "debtor": "consumer", "extendRates": %t, "claims": [{"id": "C", "kind": "consumer-credit",
		"contracted": "2025-03-01", "principal": "100.00", "due": "2026-06-29", "interest": {"basis": "fixed", "rate": "5"}}]}`
	if _, err := Statement(fmt.Appendf(nil, text, false), At{AsOf: "2026-07-01"}, fixture); err == nil || !strings.Contains(err.Error(), "/claims/0/interest: series SE is not known on 2026-07-01") {
		t.Errorf("got error %v", err)
	}
	r := statement(t, fmt.Sprintf(text, true), "2026-07-01")
	wantEqual(t, "findings", r.Findings, []string{"rate-provisional"})
}

// The Austrian rate for trade is known to the end of the half-year whose first
// day is known, the base rate itself is not.
func TestKnownThroughAT(t *testing.T) {
	const text = `{"id": "X", "currency": "EUR", "jurisdiction": "AT", "debtor": "business", "extendRates": %t, "claims": [{"id": "C",
		"contracted": "2025-03-01", "principal": "100.00", "due": "2026-06-30", "interest": {%s}}]}`
	r := statement(t, fmt.Sprintf(text, false, `"basis": "statutory"`), "2026-12-31")
	wantEqual(t, "trade", []string{shown(r.Items[0].Segments), strings.Join(r.Findings, " ")}, []string{"2026-07-01 184 10.73 184/365", "per-diem-unknown"})
	r = statement(t, fmt.Sprintf(strings.Replace(text, "business", "consumer", 1), true, `"basis": "statutory"`), "2027-01-01")
	wantEqual(t, "civil code", []string{shown(r.Items[0].Segments), strings.Join(r.Findings, " ")},
		[]string{"2026-07-01 184 4 184/365, 2027-01-01 1 4 1/365", "rate-provisional"})
	r = statement(t, fmt.Sprintf(text, true, `"basis": "reference", "series": "AT"`), "2026-09-17")
	wantEqual(t, "base", []string{shown(r.Items[0].Segments), strings.Join(r.Findings, " ")},
		[]string{"2026-07-01 77 1.53 77/365, 2026-09-16 1 2.03 1/365, 2026-09-17 1 2.03 1/365", "rate-provisional"})
}

func TestRefusedByLaw(t *testing.T) {
	for _, c := range []struct{ country, debtor, claim string }{
		{"AT", "business", `"contracted": "2002-07-31"`},
		{"EU", "business", `"contracted": "2002-08-07"`},
		{"EU", "consumer", `"contracted": "2002-08-07"`},
		{"FI", "", `"group": ""`},
		{"NL", "consumer", `"interest": {"basis": "statutory", "compounding": "monthly"}`},
		{"NO", "consumer", `"interest": {"basis": "statutory", "margin": "1"}`},
	} {
		text := fmt.Sprintf(`{"id": "X", "currency": "EUR", "jurisdiction": %q, "debtor": %q, "claims": [{"id": "C", "principal": "1.00", "due": "2025-05-31", %s}]}`, c.country, c.debtor, c.claim)
		if _, err := Statement([]byte(text), At{AsOf: "2025-06-30"}, fixture); err == nil {
			t.Errorf("no error for %s", text)
		}
	}
	for _, titles := range []string{`{"id": "T"}`, `{"id": "C", "date": "2025-01-01"}`, `{"id": "T", "date": "2025-02-30"}`} {
		text := fmt.Sprintf(`{"id": "X", "currency": "EUR", "titles": [%s], "claims": [{"id": "C", "principal": "1.00", "due": "2025-05-31"}]}`, titles)
		if _, err := Statement([]byte(text), At{AsOf: "2025-06-30"}, fixture); err == nil {
			t.Errorf("no error for %s", text)
		}
	}
}

func TestDefaultsByCountry(t *testing.T) {
	want := map[string][2]string{
		"SE": {act365F, "SE"}, "FI": {actActISDA, "FI"}, "NO": {actActISDA, "NO"}, "DK": {thirtyE360, "DK"}, "DE": {actActISDA, "DE-BGB-367"},
		"AT": {act365F, "AT"}, "NL": {act365F, "NL"}, "GB": {act365F, "GB"}, "EU": {act365F, "costs-interest-principal"}, "": {act365F, "costs-interest-principal"},
	}
	for country, w := range want {
		wantEqual(t, country, [2]string{defaultConvention(country), defaultPreset(country)}, w)
	}
}
