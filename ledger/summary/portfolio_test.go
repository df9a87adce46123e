package summary_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/ledger/summary"
	"github.com/skuld-go/skuld/money"
)

func showTotals(list []summary.Totals) []string {
	var out []string
	for _, l := range list {
		out = append(out, fmt.Sprintf("%s %d/%d: %s; closed %s; unsettled %s", l.Currency, l.Active, l.Closed, l.Remaining, l.RemainingClosed.Sum.Number(), l.Unsettled.Number()))
	}
	return out
}

// Three cases as of 2024-03-13, each with 2 % interest and a fee of 60:
// A 1 000 SEK owed by X and Y, B 500 EUR owed by X and guaranteed by Y, C 100 SEK of
// Y's, closed and left open. X owes A + B, Y owes A + C; the portfolio has A once.
func TestPortfolio(t *testing.T) {
	a := owedBy(simple("A", "1000.00 SEK"), "X main", "Y joint")
	b := owedBy(simple("B", "500.00 EUR"), "X", "Y guarantor")
	c := owedBy(simple("C", "100.00 SEK"), "Y")
	c.Closed = &ledger.Closing{Date: day("2024-03-13")}
	orphan := simple("D", "10.00 SEK")
	orphan.Payments = []ledger.Payment{{ID: "P", Date: day("2024-03-13"), Amount: amount("80.00 SEK")}} // 60 + 0.20 + 10 are owed
	var entries []summary.Entry
	for _, c := range []ledger.Case{a, b, c, orphan} {
		entries = append(entries, entry(t, c, "2024-03-13"))
	}
	p, err := summary.Portfolio(entries)
	if err != nil {
		t.Fatal(err)
	}
	got := append([]string{p.AsOf.String()}, showTotals(p.Totals)...)
	for _, d := range p.Debtors {
		got = append(append(got, d.Debtor+" owes"), showTotals(d.Totals)...)
		got = append(append(got, d.Debtor+" guarantees"), showTotals(d.Guaranteed)...)
		for _, c := range d.Cases {
			got = append(got, fmt.Sprintf("%s %q %s %v", c.Case, c.Role, c.Remaining.Sum, c.Closed))
		}
	}
	want := []string{
		"2024-03-13",
		"EUR 1/0: 570.00 EUR = principal 500.00 + interest 10.00 + fees 60.00; closed 0.00; unsettled 0.00",
		"SEK 2/1: 1080.00 SEK = principal 1000.00 + interest 20.00 + fees 60.00; closed 162.00; unsettled 9.80",
		"X owes",
		"EUR 1/0: 570.00 EUR = principal 500.00 + interest 10.00 + fees 60.00; closed 0.00; unsettled 0.00",
		"SEK 1/0: 1080.00 SEK = principal 1000.00 + interest 20.00 + fees 60.00; closed 0.00; unsettled 0.00",
		"X guarantees",
		`A "main" 1080.00 SEK false`,
		`B "" 570.00 EUR false`,
		"Y owes",
		"SEK 1/1: 1080.00 SEK = principal 1000.00 + interest 20.00 + fees 60.00; closed 162.00; unsettled 0.00",
		"Y guarantees",
		"EUR 1/0: 570.00 EUR = principal 500.00 + interest 10.00 + fees 60.00; closed 0.00; unsettled 0.00",
		`A "joint" 1080.00 SEK false`,
		`B "guarantor" 570.00 EUR false`,
		`C "" 162.00 SEK true`,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestNothing(t *testing.T) {
	if p, err := summary.Portfolio(nil); err != nil || p.Totals != nil || !p.AsOf.IsZero() {
		t.Error(p, err)
	}
	if r, err := summary.PaidInterest(nil, summary.InterestQuery{Reversals: summary.YearOfPayment}); err != nil || r.Rows != nil {
		t.Error(r, err)
	}
	if g, err := summary.Customers(summary.Group{AsOf: day("2024-03-13")}); err != nil || g.Balances != nil {
		t.Error(g, err)
	}
}

// wantErrors compares the lines of an error, each without its first words.
func wantErrors(t *testing.T, err error, want ...string) {
	t.Helper()
	if !errors.Is(err, summary.ErrSummary) {
		t.Fatalf("%v, want ErrSummary", err)
	}
	got := strings.Split(strings.ReplaceAll(err.Error(), summary.ErrSummary.Error()+": ", ""), "\n")
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestEverythingWrongAtOnce(t *testing.T) {
	good := entry(t, simple("A", "1000.00 SEK"), "2024-03-13")
	other := entry(t, simple("B", "1000.00 SEK"), "2024-03-12")
	twin := entry(t, owedBy(simple("C", "1000.00 SEK"), "X"), "2024-03-13")
	twin.Case.Debtors = append(twin.Case.Debtors, twin.Case.Debtors[0])
	stranger := entry(t, simple("D", "1000.00 SEK"), "2024-03-13")
	stranger.Case.ID, stranger.Case.Currency = "E", money.MustCurrency("EUR")
	known := entry(t, simple("F", "1000.00 SEK"), "2024-03-11")
	known.Statement.KnownAt = day("2024-03-11")
	timeless := entry(t, simple("G", "1000.00 SEK"), "2024-03-11")
	timeless.Statement.AsOf = 0
	entries := []summary.Entry{good, other, twin, stranger, known, timeless, {Case: ledger.Case{ID: "H"}}, good}
	want := []string{
		`case "B" is as of 2024-03-12, want all as of 2024-03-13`,
		`case "C" lists debtor "X" twice, want once`,
		`case "E" beside the statement of case "D", want those of one case`,
		`case "E" in "EUR", its statement in "SEK", want one currency`,
		`case "F" is as of 2024-03-11, want all as of 2024-03-13`,
		`case "F" is as known on 2024-03-11, case "A" as known now, want one day of knowledge`,
		`case "G": the statement is of no day, want an as-of day`,
		`case "H" has no statement, want one`,
		`case "A" is given twice, want each case once`,
	}
	_, err := summary.Portfolio(entries)
	wantErrors(t, err, want...)
	_, err = summary.Customers(summary.Group{AsOf: day("2024-03-13"), Cases: entries})
	wantErrors(t, err, want...)
	_, err = summary.PaidInterest(entries, summary.InterestQuery{})
	wantErrors(t, err, append([]string{"reversals 0, want YearOfPayment or YearOfReversal"}, want...)...)
	if _, err = summary.Case(stranger); !errors.Is(err, summary.ErrSummary) {
		t.Error(err)
	}
}

// A statement that was tampered with does not add up.
func TestCaseThatDoesNotAddUp(t *testing.T) {
	e := entry(t, simple("A", "1000.00 SEK"), "2024-03-13")
	e.Statement.Items[0].Principal.Remaining = amount("999.00 SEK")
	_, err := summary.Portfolio([]summary.Entry{e})
	wantErrors(t, err,
		`case "A": remaining principal is 999.00 SEK, the rows above it leave 1000.00 SEK`,
		`case "A": remaining sum is 1079.00 SEK, the rows above it leave 1080.00 SEK`,
		`case "A": remaining principal is 999.00 SEK, the statement's totals say 1000.00 SEK`,
		`case "A": remaining sum is 1079.00 SEK, the statement's totals say 1080.00 SEK`)
	v, _ := summary.Case(entry(t, simple("A", "1000.00 SEK"), "2024-03-13"))
	v.Paid.Sum, v.PaidToThirdParty.Sum = amount("1.00 SEK"), amount("2.00 SEK")
	wantErrors(t, v.Verify(),
		`case "A": paid sum is 1.00 SEK, its parts give 0.00 SEK`,
		`case "A": paid to third party sum is 2.00 SEK, its parts give 0.00 SEK`,
		`case "A": remaining sum is 1080.00 SEK, the rows above it leave 1079.00 SEK`,
		`case "A": 2.00 SEK paid to third parties, want at least 0 and at most the 1.00 SEK paid`)
	v, _ = summary.Case(entry(t, simple("A", "1000.00 SEK"), "2024-03-13"))
	v.PaidToThirdParty.Sum, v.PaidToThirdParty.Fees = amount("-1.00 SEK"), amount("-1.00 SEK")
	wantErrors(t, v.Verify(), `case "A": -1.00 SEK paid to third parties, want at least 0 and at most the 0.00 SEK paid`)
}

// byHand is a statement of one claim that owes minor units of yen.
func byHand(id string, minor int64) summary.Entry {
	yen := money.MustCurrency("JPY")
	a := money.FromMinor(minor, yen)
	return summary.Entry{
		Case: ledger.Case{ID: id, Currency: yen, Debtors: []ledger.Debtor{{ID: "X"}}},
		Statement: &ledger.Statement{
			Case: id, AsOf: day("2024-03-13"), Currency: yen,
			Items:  []ledger.Item{{ID: "1", Principal: ledger.PrincipalAccount{Original: a, Remaining: a}}},
			Totals: ledger.Totals{Principal: a, Total: a},
		},
	}
}

func TestClosedByHand(t *testing.T) {
	e := byHand("1", 5)
	e.Statement.Closing = &ledger.ClosingLines{}
	if v, err := summary.Case(e); err != nil || !v.Closed {
		t.Error(v.Closed, err)
	}
}

// Three cases of 4·10¹⁸ are more than 2⁶³ − 1 = 9.2·10¹⁸; two are not.
func TestTooLarge(t *testing.T) {
	const huge = 4_000_000_000_000_000_000
	entries := []summary.Entry{byHand("1", huge), byHand("2", huge), byHand("3", huge)}
	p, err := summary.Portfolio(entries[:2])
	if err != nil || p.Totals[0].Remaining.Sum.Minor() != 2*huge {
		t.Error(p, err)
	}
	_, err = summary.Portfolio(entries)
	said := "sum in JPY: 8000000000000000000 JPY plus 4000000000000000000 JPY: amount too large"
	wantErrors(t, err, "portfolio: "+said, `debtor "X": `+said)
	_, err = summary.Customers(summary.Group{AsOf: day("2024-03-13"), Customers: []summary.Customer{{ID: "X"}}, Cases: entries})
	wantErrors(t, err, `customer "X": `+said, "group: "+said)
	if !errors.Is(err, money.ErrTooLarge) {
		t.Error(err)
	}
}
