package summary_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/skuld-go/skuld/ledger/summary"
	"github.com/skuld-go/skuld/money"
)

func showBalances(list []summary.Balance) []string {
	var out []string
	for _, b := range list {
		out = append(out, fmt.Sprintf("%s %s + %s + %s = %s; + %s - %s = %s; contingent %s", b.Currency, b.Purchases.Number(), b.Invoices.Number(),
			b.Cases.Number(), b.OpenItems.Number(), b.Accounts.Number(), b.Unsettled.Number(), b.Total.Number(), b.Contingent.Number()))
	}
	return out
}

func showGroup(g *summary.GroupView) []string {
	out := append([]string{"group"}, showBalances(g.Balances)...)
	for _, c := range g.Customers {
		out = append(append(out, c.Customer), showBalances(c.Balances)...)
		for _, v := range c.Cover {
			out = append(out, fmt.Sprintf("cover %s of %s: limit %s, %s not", v.Covered, v.Outstanding.Number(), v.Limit.Number(), v.Uncovered.Number()))
		}
		for _, v := range c.GuaranteeFor {
			out = append(out, fmt.Sprintf("for %s of %v: %s of %s, inside %v", v.Debt, v.Debtors, v.Liability, v.Owed.Number(), v.Inside))
		}
		for _, v := range c.Guarantors {
			out = append(out, fmt.Sprintf("guarantor %s: %s", v.Guarantor, v.Liability))
		}
	}
	return out
}

func item(id string, k summary.ItemKind, balance string) summary.OpenItem {
	return summary.OpenItem{ID: id, Kind: k, Balance: amount(balance)}
}

// One customer: 100 + (250 − 50) + 1 080 = 1 380 of open items, 20 on the account,
// 30 unsettled: 1 370. The case is 1 000 + 2 % + 60.
func TestCustomer(t *testing.T) {
	g, err := summary.Customers(summary.Group{
		AsOf: day("2024-03-13"),
		Customers: []summary.Customer{{
			ID: "X",
			Items: []summary.OpenItem{
				item("1", summary.Purchase, "100.00 SEK"), item("2", summary.Invoice, "250.00 SEK"), item("3", summary.Invoice, "-50.00 SEK"),
				item("4", summary.Account, "20.00 SEK"), item("5", summary.Account, "-7.00 EUR"),
			},
			Unsettled:  []money.Amount{amount("30.00 SEK")},
			Insurances: []summary.Insurance{{ID: "I", Amount: amount("1000.00 SEK")}, {ID: "J", Amount: amount("5.00 EUR")}, {ID: "K", Amount: amount("9.00 NOK")}},
		}},
		Cases: []summary.Entry{entry(t, owedBy(simple("A", "1000.00 SEK"), "X"), "2024-03-13")},
	})
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"group",
		"EUR 0.00 + 0.00 + 0.00 = 0.00; + -7.00 - 0.00 = -7.00; contingent 0.00",
		"SEK 100.00 + 200.00 + 1080.00 = 1380.00; + 20.00 - 30.00 = 1370.00; contingent 0.00",
		"X",
		"EUR 0.00 + 0.00 + 0.00 = 0.00; + -7.00 - 0.00 = -7.00; contingent 0.00",
		"SEK 100.00 + 200.00 + 1080.00 = 1380.00; + 20.00 - 30.00 = 1370.00; contingent 0.00",
		"cover 0.00 EUR of 0.00: limit 5.00, 0.00 not",
		"cover 0.00 NOK of 0.00: limit 9.00, 0.00 not",
		"cover 1000.00 SEK of 1370.00: limit 1000.00, 370.00 not",
	}
	if diff := cmp.Diff(want, showGroup(g)); diff != "" {
		t.Error(diff)
	}
}

// X owes case A of 1 080 and, with Y, invoice J of 500. Y guarantees A up to 300, and Z
// A without limit: inside the group. X guarantees case B of 570 EUR, of an outsider, up
// to 400, and Y the same up to 400: 800, but no more than 570 for the group. Z
// guarantees L of an outsider up to 50, which ended, and M, of which 90 are owed, up to
// nothing. A stranger guarantees J, and K of Z, which is in credit.
func TestGuarantees(t *testing.T) {
	g, err := summary.Customers(summary.Group{
		AsOf: day("2024-03-13"),
		Customers: []summary.Customer{
			{ID: "X", Items: []summary.OpenItem{item("J", summary.Invoice, "500.00 SEK")}},
			{ID: "Y", Items: []summary.OpenItem{item("J", summary.Invoice, "500.00 SEK")}},
			{ID: "Z", Items: []summary.OpenItem{item("K", summary.Invoice, "-40.00 SEK")}},
		},
		Cases: []summary.Entry{
			entry(t, owedBy(simple("A", "1000.00 SEK"), "X", "Y guarantor"), "2024-03-13"),
			entry(t, owedBy(simple("B", "500.00 EUR"), "outsider"), "2024-03-13"),
		},
		Guarantees: []summary.Guarantee{
			{ID: "1", Guarantor: "Y", Debt: "A", Cap: amount("300.00 SEK")},
			{ID: "2", Guarantor: "Z", Debt: "A", Unlimited: true},
			{ID: "3", Guarantor: "X", Debt: "B", Cap: amount("400.00 EUR")},
			{ID: "4", Guarantor: "Y", Debt: "B", Cap: amount("400.00 EUR"), End: day("2024-03-14")},
			{ID: "5", Guarantor: "Z", Debt: "L", Debtor: "outsider", Outstanding: amount("90.00 SEK"), Cap: amount("50.00 SEK"), End: day("2024-03-13")},
			{ID: "6", Guarantor: "Z", Debt: "M", Debtor: "outsider", Outstanding: amount("90.00 SEK"), Cap: amount("0.00 SEK")},
			{ID: "7", Guarantor: "stranger", Debt: "J", Unlimited: true},
			{ID: "8", Guarantor: "stranger", Debt: "K", Unlimited: true},
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"group",
		"EUR 0.00 + 0.00 + 0.00 = 0.00; + 0.00 - 0.00 = 0.00; contingent 570.00",
		"SEK 0.00 + 460.00 + 1080.00 = 1540.00; + 0.00 - 0.00 = 1540.00; contingent 0.00",
		"X",
		"EUR 0.00 + 0.00 + 0.00 = 0.00; + 0.00 - 0.00 = 0.00; contingent 400.00",
		"SEK 0.00 + 500.00 + 1080.00 = 1580.00; + 0.00 - 0.00 = 1580.00; contingent 0.00",
		"for B of [outsider]: 400.00 EUR of 570.00, inside false",
		"guarantor Y: 300.00 SEK", "guarantor Z: 1080.00 SEK", "guarantor stranger: 500.00 SEK",
		"Y",
		"EUR 0.00 + 0.00 + 0.00 = 0.00; + 0.00 - 0.00 = 0.00; contingent 400.00",
		"SEK 0.00 + 500.00 + 0.00 = 500.00; + 0.00 - 0.00 = 500.00; contingent 300.00",
		"for A of [X]: 300.00 SEK of 1080.00, inside true",
		"for B of [outsider]: 400.00 EUR of 570.00, inside false",
		"guarantor stranger: 500.00 SEK",
		"Z",
		"SEK 0.00 + -40.00 + 0.00 = -40.00; + 0.00 - 0.00 = -40.00; contingent 1080.00",
		"for A of [X]: 1080.00 SEK of 1080.00, inside true",
		"for L of [outsider]: 0.00 SEK of 90.00, inside false",
		"for M of [outsider]: 0.00 SEK of 90.00, inside false",
		"guarantor stranger: 0.00 SEK",
	}
	if diff := cmp.Diff(want, showGroup(g)); diff != "" {
		t.Error(diff)
	}
}

// 1 000 through 2024-05-31 and 200 more through 2024-03-31: both ends are exclusive.
func TestLimit(t *testing.T) {
	both := summary.Insurance{ID: "I", Amount: amount("1000.00 SEK"), End: day("2024-06-01"), Extra: amount("200.00 SEK"), ExtraEnd: day("2024-04-01")}
	late := both
	late.End, late.ExtraEnd = both.ExtraEnd, both.End
	for _, tt := range []struct {
		i        summary.Insurance
		on, want string
	}{
		{both, "2024-03-31", "1200.00 SEK"}, {both, "2024-04-01", "1000.00 SEK"},
		{both, "2024-05-31", "1000.00 SEK"}, {both, "2024-06-01", "0.00 SEK"},
		{late, "2024-03-31", "1200.00 SEK"}, {late, "2024-04-01", "200.00 SEK"}, {late, "2024-06-01", "0.00 SEK"},
		{summary.Insurance{Extra: amount("200.00 SEK")}, "2200-12-31", "200.00 SEK"},
	} {
		if got, err := tt.i.Limit(day(tt.on)); err != nil || got.String() != tt.want {
			t.Errorf("on %s: %s, %v, want %s", tt.on, got, err, tt.want)
		}
	}
	yen := money.MustCurrency("JPY")
	huge := money.FromMinor(5_000_000_000_000_000_000, yen)
	for _, tt := range []struct {
		i    summary.Insurance
		want string
	}{
		{summary.Insurance{ID: "I"}, `insurance "I" has no amount, want one`},
		{summary.Insurance{ID: "I", Amount: amount("-1.00 SEK")}, `insurance "I" of -1.00 SEK, want at least 0`},
		{summary.Insurance{ID: "I", Amount: amount("1.00 SEK"), Extra: amount("1.00 EUR")}, `insurance "I" in SEK: 1.00 SEK and 1.00 EUR: currencies differ`},
		{summary.Insurance{ID: "I", Amount: huge, Extra: huge}, `insurance "I" in JPY: 5000000000000000000 JPY plus 5000000000000000000 JPY: amount too large`},
	} {
		_, err := tt.i.Limit(day("2024-01-01"))
		wantErrors(t, err, tt.want)
	}
}

func TestGroupErrors(t *testing.T) {
	a := entry(t, owedBy(simple("A", "1000.00 SEK"), "X"), "2024-03-13")
	_, err := summary.Customers(summary.Group{
		Customers: []summary.Customer{
			{ID: "X", Items: []summary.OpenItem{item("1", summary.Invoice, "1.00 SEK"), item("1", summary.Invoice, "1.00 SEK"), {ID: "2"}},
				Unsettled: []money.Amount{amount("-1.00 SEK"), {}}},
			{ID: "X", Items: []summary.OpenItem{item("1", summary.Account, "2.00 SEK")}},
		},
	})
	wantErrors(t, err,
		"no as-of day, want one",
		`customer "X": item "1", want an id of its own`,
		`customer "X": item "2" is of kind 0, want a purchase, an invoice or an account`,
		`customer "X": item "2" has no balance, want an amount`,
		`customer "X": "-1.00 SEK" unsettled, want an amount of at least 0`,
		`customer "X": "" unsettled, want an amount of at least 0`,
		`customer "X", want an id of its own`,
		`customer "X": item "1" is the account of 2.00 SEK, elsewhere the invoice of 1.00 SEK, want one item for one id`)

	outside := func(id, outstanding string) summary.Guarantee {
		return summary.Guarantee{ID: id, Guarantor: "X", Debt: "L", Debtor: "W", Outstanding: amount(outstanding), Unlimited: true}
	}
	dry, capless, loose := outside("2", "5.00 SEK"), outside("3", "5.00 SEK"), outside("4", "5.00 SEK")
	dry.Debt, capless.Unlimited, loose.Cap = "A", false, amount("1.00 SEK")
	foreign, negative := capless, capless
	foreign.Cap, negative.Cap = amount("1.00 EUR"), amount("-1.00 SEK")
	own := outside("8", "5.00 SEK")
	own.Debtor, own.Debt = "X", "N"
	_, err = summary.Customers(summary.Group{
		AsOf:      day("2024-03-13"),
		Customers: []summary.Customer{{ID: "X", Items: []summary.OpenItem{item("A", summary.Invoice, "1.00 SEK")}, Insurances: []summary.Insurance{{ID: "I"}}}},
		Cases:     []summary.Entry{a},
		Guarantees: []summary.Guarantee{
			{ID: "1", Guarantor: "X"}, dry, capless, loose, foreign, negative, {ID: "7", Guarantor: "X", Debt: "N", Unlimited: true}, own,
			outside("9", "5.00 SEK"), outside("10", "6.00 SEK"), {ID: "11", Guarantor: "X", Debt: "O", Debtor: "W", Outstanding: amount("-1.00 SEK")},
		},
	})
	wantErrors(t, err,
		`"A" is the id of a case and of an item, want one for each`,
		`guarantee "1" of "X" for debt "", want the ids of both`,
		`guarantee "2" states a debtor or what is outstanding of "A", want neither: it is given in the group`,
		`guarantee "3", want either unlimited or a cap`,
		`guarantee "4", want either unlimited or a cap`,
		`guarantee "3" up to 1.00 EUR of a debt of 5.00 SEK, want one currency`,
		`guarantee "3" up to -1.00 SEK, want at least 0`,
		`guarantee "7" is for "N", which is no case or item of the group, want its debtor and what is outstanding`,
		`guarantee "8": debtor "X" is a customer of the group, want debt "N" among the cases or items`,
		`guarantee "10": 6.00 SEK outstanding of "W", another has 5.00 SEK of "W", want one`,
		`guarantee "11": -1.00 SEK outstanding, want at least 0`,
		`customer "X": insurance "I" has no amount, want one`)
}

// A case of no customer counts in no balance.
func TestCaseOfNobody(t *testing.T) {
	g, err := summary.Customers(summary.Group{
		AsOf: day("2024-03-13"), Customers: []summary.Customer{{ID: "X"}},
		Cases: []summary.Entry{entry(t, owedBy(simple("A", "1000.00 SEK"), "Y", "X "+summary.RoleGuarantor), "2024-03-13")},
	})
	if err != nil || g.Balances != nil || g.Customers[0].Balances != nil {
		t.Error(g, err)
	}
}
