package summary_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/ledger/summary"
	"github.com/skuld-go/skuld/money"
)

func showInterest(r *summary.InterestReport) []string {
	var out []string
	for _, l := range r.Rows {
		out = append(out, fmt.Sprintf("%q %s %d: %s", l.Debtor, l.Currency, l.Year, numbers(l.Contract, l.Default, l.Total)))
	}
	for _, l := range r.Totals {
		out = append(out, fmt.Sprintf("%s: %s", l.Currency, numbers(l.Contract, l.Default, l.Total)))
	}
	return out
}

// both bears contract interest of 10 % from 2023-10-20 on through 2023-12-31, 73 days
// = 2 %, and default interest of 10 % from 2024-01-01 on.
func both(id string, debtors ...string) ledger.Case {
	c := owedBy(simple(id, "10000.00 SEK"), debtors...)
	c.Claims[0].Issued = day("2023-10-01")
	terms := fixed(0)
	terms.From, terms.Through = day("2023-10-20"), day("2023-12-31")
	c.Claims[0].ContractInterest = terms
	return c
}

func paid(id, on, much string) ledger.Payment {
	return ledger.Payment{ID: id, Date: day(on), Amount: amount(much + " SEK")}
}

// Fees first, then default interest, contract interest, principal. P1 of 150 on 2023-12-31 finds 200 of contract
// interest. P2 of 310 on 2024-03-13 finds the fee of 60, 200 of default interest and
// 50 of contract interest; all of P2 settles something. Where a payer is stated there
// are two debtors, X and Y.
func TestPaidInterest(t *testing.T) {
	type reversals = []ledger.Reversal
	payments := []ledger.Payment{paid("P1", "2023-12-31", "150.00"), paid("P2", "2024-03-13", "310.00")}
	back := func(payment, on string, e ledger.Effect) reversals {
		return reversals{{ID: "R", Payment: payment, Date: day(on), Effect: e}}
	}
	for _, tt := range []struct {
		name     string
		by       string // "first second": who made the payments
		from     string
		year     summary.ReversalYear
		reversed reversals
		want     []string
	}{
		{"the only debtor paid what nobody is said to have paid", "", "", summary.YearOfPayment, nil, []string{
			`"X" SEK 2023: 150.00 0.00 150.00`, `"X" SEK 2024: 50.00 200.00 250.00`, "SEK: 200.00 200.00 400.00"}},
		{"one of two debtors paid", " Y", "", summary.YearOfPayment, nil, []string{
			`"" SEK 2023: 150.00 0.00 150.00`, `"Y" SEK 2024: 50.00 200.00 250.00`, "SEK: 200.00 200.00 400.00"}},
		{"from the day of the second payment, inclusive", "X Y", "2024-03-13", summary.YearOfPayment, nil, []string{
			`"Y" SEK 2024: 50.00 200.00 250.00`, "SEK: 50.00 200.00 250.00"}},
		{"from the day after", "X Y", "2024-03-14", summary.YearOfPayment, nil, nil},
		{"the first is taken back, in its own year", "X Y", "", summary.YearOfPayment, back("P1", "2024-12-30", ledger.Mirror), []string{
			`"Y" SEK 2024: 50.00 200.00 250.00`, "SEK: 50.00 200.00 250.00"}},
		{"in the year of the reversal", "X Y", "", summary.YearOfReversal, back("P1", "2024-12-30", ledger.Mirror), []string{
			`"X" SEK 2023: 150.00 0.00 150.00`, `"X" SEK 2024: -150.00 0.00 -150.00`, `"Y" SEK 2024: 50.00 200.00 250.00`,
			"SEK: 50.00 200.00 250.00"}},
		{"what was never reported is not taken back", "X Y", "2024-01-01", summary.YearOfReversal, back("P1", "2024-12-30", ledger.Mirror), []string{
			`"Y" SEK 2024: 50.00 200.00 250.00`, "SEK: 50.00 200.00 250.00"}},
		// Default interest comes before contract interest: 60 + 200 + 50 of the 200 that are then open.
		{"a void payment was never made", "X Y", "", summary.YearOfReversal, back("P1", "2024-12-30", ledger.Void), []string{
			`"Y" SEK 2024: 50.00 200.00 250.00`, "SEK: 50.00 200.00 250.00"}},
		{"what returns to principal leaves the interest paid", "X Y", "", summary.YearOfPayment, back("P1", "2024-12-30", ledger.ToPrincipal), []string{
			`"X" SEK 2023: 150.00 0.00 150.00`, `"Y" SEK 2024: 50.00 200.00 250.00`, "SEK: 200.00 200.00 400.00"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c := both("1", "X")
			c.Allocation, _ = allocation.Preset(allocation.CostsInterestPrincipal)
			c.Payments, c.Reversals = slices.Clone(payments), tt.reversed
			if tt.by != "" {
				c = owedBy(c, "Y")
				c.Payments[0].By, c.Payments[1].By, _ = strings.Cut(tt.by, " ")
			}
			q := summary.InterestQuery{Reversals: tt.year}
			if tt.from != "" {
				q.From = day(tt.from)
			}
			r, err := summary.PaidInterest([]summary.Entry{entry(t, c, "2024-12-31")}, q)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.want, showInterest(r)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// line is interest settled, or taken back, on an item.
func line(on, item string, c allocation.Component, minor int64) ledger.Line {
	return ledger.Line{Date: day(on), Item: item, Component: c, Amount: money.FromMinor(minor, money.MustCurrency("SEK"))}
}

// By hand: P of 2021, money that waited, settles 30 + 10 of default interest of two
// items in 2022 and 20 in 2023. A reversal in ratio takes back 60 of it on item A,
// and 5 of contract interest, which P never settled: of the 60, 30 go to 2022, 20 to
// 2023, and a rest of 10 as well as the 5 to the day of P. Capitalized interest,
// credit notes and refunds count for nothing.
func TestReversalBeyondItsLines(t *testing.T) {
	sek := money.MustCurrency("SEK")
	e := summary.Entry{
		Case: ledger.Case{ID: "1", Currency: sek, Payments: []ledger.Payment{{ID: "P", By: "X"}}},
		Statement: &ledger.Statement{Case: "1", AsOf: day("2024-03-13"), Currency: sek, Allocations: []ledger.PaymentAllocation{
			{Payment: "P", Date: day("2021-12-01"), Lines: []ledger.Line{
				line("2022-12-01", "B", allocation.DefaultInterest, 10), line("2022-12-01", "B", allocation.Principal, 500),
				line("2022-12-01", "A", allocation.DefaultInterest, 30), line("2023-02-01", "A", allocation.DefaultInterest, 20),
				line("2023-02-01", "A", allocation.Capitalized, 500)}},
			{Payment: "C", CreditNote: true, Lines: []ledger.Line{line("2022-12-01", "A", allocation.DefaultInterest, 1)}},
			{Payment: "P", Refund: "F", Lines: []ledger.Line{line("2022-12-01", "A", allocation.DefaultInterest, -1)}},
			{Payment: "P", Reversal: "R", Date: day("2024-02-01"), Lines: []ledger.Line{
				line("2024-02-01", "A", allocation.ContractInterest, -5), line("2024-02-01", "A", allocation.DefaultInterest, -60)}},
		}},
	}
	for _, tt := range []struct {
		year summary.ReversalYear
		from string
		want []string
	}{
		{summary.YearOfPayment, "2000-01-01", []string{`"X" SEK 2021: -0.05 -0.10 -0.15`, `"X" SEK 2022: 0.00 0.10 0.10`, "SEK: -0.05 0.00 -0.05"}},
		{summary.YearOfPayment, "2023-01-01", []string{"SEK: 0.00 0.00 0.00"}},
		{summary.YearOfReversal, "2023-01-01", []string{`"X" SEK 2023: 0.00 0.20 0.20`, `"X" SEK 2024: 0.00 -0.20 -0.20`, "SEK: 0.00 0.00 0.00"}},
		{summary.YearOfReversal, "2000-01-01", []string{
			`"X" SEK 2022: 0.00 0.40 0.40`, `"X" SEK 2023: 0.00 0.20 0.20`, `"X" SEK 2024: -0.05 -0.60 -0.65`, "SEK: -0.05 0.00 -0.05"}},
	} {
		e.InterestFrom = day(tt.from)
		r, err := summary.PaidInterest([]summary.Entry{e}, summary.InterestQuery{Reversals: tt.year, From: day("1999-01-01")})
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(tt.want, showInterest(r)); diff != "" {
			t.Errorf("%s from %s: %s", tt.year, tt.from, diff)
		}
	}
}

func TestPaidInterestTooLarge(t *testing.T) {
	e := byHand("1", 1)
	yen := money.MustCurrency("JPY")
	for _, id := range []string{"P", "Q"} {
		e.Statement.Allocations = append(e.Statement.Allocations, ledger.PaymentAllocation{Payment: id, Lines: []ledger.Line{
			{Date: day("2024-01-01"), Component: allocation.DefaultInterest, Amount: money.FromMinor(5_000_000_000_000_000_000, yen)}}})
	}
	_, err := summary.PaidInterest([]summary.Entry{e}, summary.InterestQuery{Reversals: summary.YearOfPayment})
	said := "sum in JPY: 5000000000000000000 JPY plus 5000000000000000000 JPY: amount too large"
	wantErrors(t, err, `interest paid by "" in 2024: `+said, "interest paid in all: "+said)
}
