package summary_test

import (
	"fmt"

	"github.com/skuld-go/skuld"
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/ledger/summary"
	"github.com/skuld-go/skuld/money"
)

// loan is a case at 10 % a year, due at the end of 2023, on which the creditor got 500
// directly on 2024-03-13.
func loan(id string, debtors ...ledger.Debtor) summary.Entry {
	c := ledger.Case{
		ID: id, Currency: money.MustCurrency("SEK"), Debtors: debtors,
		Claims: []ledger.Claim{{
			ID: "LOAN", Principal: money.MustParse("10000.00 SEK"), Due: calendar.MustParseDate("2023-12-31"),
			Interest: &ledger.InterestFacts{
				RateFacts: ledger.RateFacts{Basis: ledger.BasisFixed, Rate: interest.MustPercent("10")}, DayCount: calendar.Act365Fixed,
			},
		}},
		Payments: []ledger.Payment{{
			ID: "P", Date: calendar.MustParseDate("2024-03-13"), Amount: money.MustParse("500.00 SEK"), By: debtors[0].ID, Direct: true,
		}},
	}
	st, err := skuld.Default().Statement(c, skuld.At{AsOf: calendar.MustParseDate("2024-03-13")})
	if err != nil {
		panic(err)
	}
	return summary.Entry{Case: c, Statement: st}
}

func ExampleCase() {
	v, err := summary.Case(loan("17", ledger.Debtor{ID: "Ann"}))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("original ", v.Original)
	fmt.Println("accrued  ", v.Accrued)
	fmt.Println("paid     ", v.Paid)
	fmt.Println("remaining", v.Remaining)
	fmt.Println("of paid, to the creditor:", v.PaidToThirdParty.Sum)
	// Output:
	// original  10000.00 SEK = principal 10000.00 + interest 0.00 + fees 0.00
	// accrued   200.00 SEK = principal 0.00 + interest 200.00 + fees 0.00
	// paid      500.00 SEK = principal 300.00 + interest 200.00 + fees 0.00
	// remaining 9700.00 SEK = principal 9700.00 + interest 0.00 + fees 0.00
	// of paid, to the creditor: 500.00 SEK
}

// Ann and Bob owe case 17 jointly: each owes it all, the portfolio has it once.
func ExamplePortfolio() {
	p, err := summary.Portfolio([]summary.Entry{
		loan("17", ledger.Debtor{ID: "Ann", Role: summary.RoleMain}, ledger.Debtor{ID: "Bob", Role: summary.RoleJoint}),
		loan("18", ledger.Debtor{ID: "Bob"}),
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, d := range p.Debtors {
		fmt.Println(d.Debtor, d.Totals[0].Active, d.Totals[0].Remaining.Sum)
	}
	fmt.Println("all", p.Totals[0].Active, p.Totals[0].Remaining.Sum)
	// Output:
	// Ann 1 9700.00 SEK
	// Bob 2 19400.00 SEK
	// all 2 19400.00 SEK
}

func ExamplePaidInterest() {
	r, err := summary.PaidInterest(
		[]summary.Entry{loan("17", ledger.Debtor{ID: "Ann"}), loan("18", ledger.Debtor{ID: "Ann"})},
		summary.InterestQuery{From: calendar.MustParseDate("2024-01-01"), Reversals: summary.YearOfPayment})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, row := range r.Rows {
		fmt.Println(row.Debtor, row.Year, "contract", row.Contract, "default", row.Default)
	}
	// Output:
	// Ann 2024 contract 0.00 SEK default 400.00 SEK
}

// Ann has an invoice and a case; Bob guarantees the case for half of what it was.
func ExampleCustomers() {
	g, err := summary.Customers(summary.Group{
		AsOf: calendar.MustParseDate("2024-03-13"),
		Customers: []summary.Customer{
			{
				ID:         "Ann",
				Items:      []summary.OpenItem{{ID: "INV-1", Kind: summary.Invoice, Balance: money.MustParse("300.00 SEK")}},
				Unsettled:  []money.Amount{money.MustParse("100.00 SEK")},
				Insurances: []summary.Insurance{{ID: "POLICY", Amount: money.MustParse("8000.00 SEK"), End: calendar.MustParseDate("2025-01-01")}},
			},
			{ID: "Bob"},
		},
		Cases:      []summary.Entry{loan("17", ledger.Debtor{ID: "Ann"})},
		Guarantees: []summary.Guarantee{{ID: "G", Guarantor: "Bob", Debt: "17", Cap: money.MustParse("5000.00 SEK")}},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	ann, bob := g.Customers[0], g.Customers[1]
	fmt.Println(ann.Balances[0].OpenItems, "less", ann.Balances[0].Unsettled, "is", ann.Balances[0].Total)
	fmt.Println("insured", ann.Cover[0].Covered, "not", ann.Cover[0].Uncovered)
	fmt.Println("Bob owes", bob.Balances[0].Total, "and may owe", bob.Balances[0].Contingent)
	fmt.Println("both owe", g.Balances[0].Total, "and may owe", g.Balances[0].Contingent)
	// Output:
	// 10000.00 SEK less 100.00 SEK is 9900.00 SEK
	// insured 8000.00 SEK not 1900.00 SEK
	// Bob owes 0.00 SEK and may owe 5000.00 SEK
	// both owe 9900.00 SEK and may owe 0.00 SEK
}
