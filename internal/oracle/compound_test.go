package oracle

import (
	"fmt"
	"strings"
	"testing"
)

// bases shows segments by what they bear on.
func bases(segments []Segment) string {
	var all []string
	for _, s := range segments {
		all = append(all, fmt.Sprintf("%s %d %s", s.First, s.Days, s.Principal))
	}
	return strings.Join(all, ", ")
}

// 1 000.00 € from a Dutch consumer, over two anniversaries.
//
//	2023  1000.00 × (181 × 4 + 184 × 6) / 36500            = 50.0821…, of which 50.08 joins
//	2024  1050.08 × 182 × 7 / 36500                        = 36.6521…, then 30.00 are paid,
//	      which reaches 2023: 50.08 - 30.00 leaves 1020.08
//	      1020.08 × 184 × 7 / 36500                        = 35.9962…
//	      122.7305… in all, 122.73 - 30.00 = 92.73 joins
//	2025  1092.73 × 181 × 6 / 36500                        = 32.5124…
//	      155.2430… in all, 155.24 - 30.00 = 125.24 is due
func TestCompoundingNL(t *testing.T) {
	r := statement(t, `{"id": "X", "currency": "EUR", "jurisdiction": "NL", "debtor": "consumer",
		"claims": [{"id": "C", "principal": "1000.00", "due": "2022-12-31"}],
		"payments": [{"id": "P", "date": "2024-06-30", "amount": "30.00"}]}`, "2025-06-30")
	want := []Segment{
		{"2023-01-01", "2023-06-30", 181, "1000.00", "4", "181/365", "19.8356164384", false, false},
		{"2023-07-01", "2023-12-31", 184, "1000.00", "6", "184/365", "30.2465753425", false, false},
		{"2024-01-01", "2024-06-30", 182, "1050.08", "7", "182/365", "36.6521073973", false, false},
		{"2024-07-01", "2024-12-31", 184, "1020.08", "7", "184/365", "35.9962476712", false, false},
		{"2025-01-01", "2025-06-30", 181, "1092.73", "6", "181/365", "32.5124597260", false, false},
	}
	it := r.Items[0]
	wantEqual(t, "segments", it.Segments, want)
	wantEqual(t, "interest", it.Interest, Interest{"default-interest", "155.24", "155.2430065753", "30.00", "0.00", "125.24", "0.00", "0.00", ""})
	wantEqual(t, "principal", it.Principal, Principal{"1000.00", "0.00", "0.00", "1000.00", "", "", ""})
	wantEqual(t, "capitalized", it.Capitalized, Capitalized{Raised: "0.00", Paid: "0.00", Remaining: "0.00", Adjusted: "0.00"})
	wantEqual(t, "totals", []string{r.Totals.Principal, r.Totals.DefaultInterest, r.Totals.Total, r.PerDiem}, []string{"1000.00", "125.24", "1125.24", "0.1796"})
	wantEqual(t, "lines", shownLines(r.Allocations[0]), "C default-interest 30.00 2")
}

// 5 days of 2023 at 6 and 361 of 2024 at 7 are 70.05 of 1 000.00; 366 at 10 are 100.27.
func TestCompoundingByDefault(t *testing.T) {
	for _, c := range []struct{ country, debtor, terms, principal string }{
		{"NL", "consumer", `{}`, "1070.05"},
		{"NL", "consumer", `{"basis": "statutory", "compounding": "none"}`, "1000.00"},
		{"NL", "consumer", `{"basis": "statutory", "compounding": "annual"}`, "1070.05"},
		{"NL", "consumer", `{"basis": "statutory", "agreed": {"basis": "fixed", "rate": "10"}}`, "1100.27"},
		{"NL", "business", `{"basis": "fixed", "rate": "10"}`, "1000.00"},
		{"NL", "business", `{"basis": "reference", "series": "NL"}`, "1000.00"},
		{"DE", "consumer", `{}`, "1000.00"},
		{"", "", `{"basis": "reference", "series": "NL", "compounding": "annual"}`, "1070.05"},
	} {
		r := statement(t, fmt.Sprintf(`{"id": "X", "currency": "EUR", "jurisdiction": %q, "debtor": %q,
			"claims": [{"id": "C", "contracted": "2020-01-01", "principal": "1000.00", "due": "2023-12-26", "interest": %s}]}`, c.country, c.debtor, c.terms), "2024-12-27")
		segments := r.Items[0].Segments
		wantEqual(t, c.country+" "+c.debtor+" "+c.terms, segments[len(segments)-1].Principal, c.principal)
	}
}

// 3 650.00 at 10 % bears 1.00 a day: 366.00 from 1 March 2023 through February
// 2024. A payment on the anniversary comes after it.
func TestAnniversary(t *testing.T) {
	const text = `{"id": "X", "currency": "EUR", %s "claims": [{"id": "C", "principal": "3650.00", "due": %q, "interest": {"basis": "fixed", "rate": "10", "compounding": "annual"%s}}]%s}`
	paid := func(on, amount string) string {
		return fmt.Sprintf(`, "payments": [{"id": "P", "date": %q, "amount": %q}]`, on, amount)
	}
	for _, c := range []struct{ name, before, due, terms, after, asOf, segments, due2, perDiem string }{
		{"on the eve nothing has happened", "", "2023-02-28", "", "", "2024-02-29", "2023-03-01 366 3650.00", "366.00", "1.0000"},
		{"on the day it has", "", "2023-02-28", "", "", "2024-03-01", "2023-03-01 366 3650.00, 2024-03-01 1 4016.00", "367.10", "1.1003"},
		{"paid on the day", "", "2023-02-28", "", paid("2024-03-01", "100.00"), "2024-03-31",
			"2023-03-01 366 3650.00, 2024-03-01 1 4016.00, 2024-03-02 30 3916.00", "299.29", "1.0729"},
		{"paid on the day, which is free", "", "2023-02-28", `, "paymentDay": "free"`, paid("2024-03-01", "100.00"), "2024-03-31",
			"2023-03-01 366 3650.00, 2024-03-01 31 3916.00", "299.26", "1.0729"},
		{"paid on the eve", "", "2023-02-28", "", paid("2024-02-29", "100.00"), "2024-03-31", "2023-03-01 366 3650.00, 2024-03-01 31 3916.00", "299.26", "1.0729"},
		{"29 February acts on 28 February", "", "2024-02-28", "", "", "2026-02-28",
			"2024-02-29 365 3650.00, 2025-02-28 365 4015.00, 2026-02-28 1 4416.50", "767.71", "1.2100"},
		{"the last bearing day is the anniversary", "", "2023-02-28", `, "through": "2024-03-01"`, "", "2026-12-31", "2023-03-01 366 3650.00, 2024-03-01 1 4016.00", "367.10", "0.0000"},
		{"no anniversary after the last bearing day", "", "2023-02-28", `, "through": "2024-02-29"`, "", "2026-12-31", "2023-03-01 366 3650.00", "366.00", "0.0000"},
		{"nothing new to join", "", "2023-02-28", "", paid("2024-02-29", "366.00"), "2024-03-31", "2023-03-01 397 3650.00", "31.00", "1.0000"},
		{"the principal paid, its interest bears alone", `"allocation": {"preset": "principal-first"},`, "2023-02-28", "", paid("2024-02-29", "3650.00"), "2024-03-31",
			"2023-03-01 366 3650.00, 2024-03-01 31 366.00", "369.11", "0.1003"},
		{"the principal paid, its interest not compounded yet", `"allocation": {"preset": "principal-first"},`, "2023-02-28", "", paid("2024-02-19", "3650.00"), "2024-03-31",
			"2023-03-01 356 3650.00, 2024-03-01 31 356.00", "359.02", "0.0975"},
		{"rounded down to the ten", `"rounding": {"mode": "down", "quantum": "10.00"},`, "2023-02-28", "", "", "2024-03-01", "2023-03-01 366 3650.00, 2024-03-01 1 4010.00", "360.00", "1.0986"},
	} {
		r := statement(t, fmt.Sprintf(text, c.before, c.due, c.terms, c.after), c.asOf)
		wantEqual(t, c.name, []string{bases(r.Items[0].Segments), r.Totals.Interest, r.PerDiem}, []string{c.segments, c.due2, c.perDiem})
	}
}

// A claim that is raised late has compounded all the same: 3 650.00 with 366.00
// bears 1.1002… a day, through 31 March 34.1085….
func TestCompoundingBeforeTheClaimIsRaised(t *testing.T) {
	r := statement(t, `{"id": "X", "currency": "EUR", "claims": [{"id": "C", "principal": "3650.00", "issued": "2024-03-10", "due": "2023-02-28",
		"interest": {"basis": "fixed", "rate": "10", "compounding": "annual"}}],
		"payments": [{"id": "P", "date": "2024-03-05", "amount": "40.00"}, {"id": "Q", "date": "2024-03-31", "amount": "50.00"}]}`, "2024-04-10")
	wantEqual(t, "bases", bases(r.Items[0].Segments), "2023-03-01 366 3650.00, 2024-03-01 31 4016.00, 2024-04-01 10 3966.00")
	wantEqual(t, "lines", []string{shownLines(r.Allocations[0]), r.Allocations[0].Unallocated, shownLines(r.Allocations[1])}, []string{"", "40.00", "C default-interest 50.00 2"})
	wantEqual(t, "interest", r.Totals.Interest, "360.97")
}

// Below zero nothing is due and nothing joins; what is carried is carried on.
func TestCompoundingNegative(t *testing.T) {
	r := statement(t, `{"id": "X", "currency": "EUR", "claims": [{"id": "C", "principal": "36500.00", "due": "2021-06-30",
		"interest": {"basis": "reference", "series": "DE", "compounding": "annual"}}]}`, "2024-07-01")
	// 549 days at -0.88 are -483.12, 181 at 1.62 are 293.22: -189.90 on the second
	// anniversary; 184 at 3.12 and 182 at 3.62 are 1232.92: 1043.02 joins the third.
	wantEqual(t, "bases", bases(r.Items[0].Segments), "2021-07-01 549 36500.00, 2023-01-01 181 36500.00, 2023-07-01 184 36500.00, 2024-01-01 182 36500.00, 2024-07-01 1 37543.02")
	wantEqual(t, "interest", r.Totals.Interest, "1046.49")
}

// The payoff of an anniversary settles what has joined the base as well.
func TestPayoffOnAnniversary(t *testing.T) {
	for _, paymentDay := range []string{"bears", "free"} {
		text := fmt.Sprintf(`{"id": "X", "currency": "EUR", "claims": [{"id": "C", "principal": "3650.00", "due": "2023-02-28",
			"interest": {"basis": "fixed", "rate": "10", "compounding": "annual", "paymentDay": %q}}]`, paymentDay)
		p, err := Payoff([]byte(text+"}"), "2024-03-01", fixture)
		if err != nil {
			t.Fatal(err)
		}
		wantEqual(t, paymentDay, p.Amount, map[string]string{"bears": "4017.10", "free": "4016.00"}[paymentDay])
		r := statement(t, text+fmt.Sprintf(`, "payments": [{"id": "P", "date": "2024-03-01", "amount": %q}]}`, p.Amount), "2026-03-01")
		wantEqual(t, paymentDay+" settled", []string{r.Totals.Total, r.PerDiem}, []string{"0.00", "0.0000"})
	}
}
