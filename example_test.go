package skuld_test

import (
	"fmt"
	"io"
	"strings"

	"github.com/skuld-go/skuld"
	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/jurisdiction"
	"github.com/skuld-go/skuld/law/rates"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
	"github.com/skuld-go/skuld/paymentplan"
	"github.com/skuld-go/skuld/report"
	"github.com/skuld-go/skuld/wire/native"
)

// The whole job: a case file in, a statement out.
func Example() {
	file := strings.NewReader(`{
		"id": "SE-1001", "currency": "SEK", "jurisdiction": "SE", "debtor": "consumer",
		"claims": [{"id": "INV-1", "principal": "10000.00", "issued": "2024-01-01", "due": "2024-01-31"}],
		"fees": [{"id": "F-1", "code": "reminder", "date": "2024-02-15", "amount": "60.00"}],
		"payments": [{"id": "P-1", "date": "2024-05-10", "amount": "2500.00"}]
	}`)
	err := func(file io.Reader, w io.Writer) error {
		c, err := native.DecodeCase(file)
		if err != nil {
			return err
		}
		st, err := skuld.Default().Statement(c, skuld.At{AsOf: calendar.MustParseDate("2025-09-30")})
		if err != nil {
			return err
		}
		fmt.Println(st.Totals.Total, st.Totals.Interest)
		return report.Text(w, st)
	}(file, io.Discard)
	fmt.Println(err)
	// Output:
	// 9127.41 SEK 1238.64 SEK
	// <nil>
}

// A case made in the program, explained step by step.
func ExampleCalculator_Statement() {
	c := skuld.Case{
		ID: "DE-1", Currency: money.MustCurrency("EUR"), Jurisdiction: "DE", Debtor: ledger.Consumer,
		Claims: []skuld.Claim{{ID: "INV", Principal: money.MustParse("3089.00 EUR"), Due: calendar.MustParseDate("2025-04-16")}},
	}
	st, err := skuld.Default().Statement(c, skuld.At{AsOf: calendar.MustParseDate("2026-02-20")})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, s := range st.Items[0].Segments {
		fmt.Println(s.Period, s.Rate, s.Fraction, s.Exact.Fixed(4), s.Basis.Citation)
	}
	fmt.Println(st.Totals.Interest, st.PerDiem.FixedMode(4, money.HalfUp), st.Verify())
	// Output:
	// 2025-04-17 – 2025-06-30 7.27 75/365 46.1446 BGB § 288(1); BGB § 247
	// 2025-07-01 – 2025-12-31 6.27 184/365 97.6361 BGB § 288(1); BGB § 247
	// 2026-01-01 – 2026-02-20 6.27 51/365 27.0622 BGB § 288(1); BGB § 247
	// 170.84 EUR 0.5306 <nil>
}

// What to pay on a day so that nothing is left.
func ExampleCalculator_Payoff() {
	c := skuld.Case{
		ID: "GB-1", Currency: money.MustCurrency("GBP"), Jurisdiction: "GB", Debtor: ledger.Business,
		Claims: []skuld.Claim{{ID: "INV", Principal: money.MustParse("1000.00 GBP"), Due: calendar.MustParseDate("2024-06-30")}},
	}
	quote, err := skuld.Default().Payoff(c, calendar.MustParseDate("2024-10-08"))
	fmt.Println(quote.Amount, quote.Breakdown.Interest, err)
	// Output: 1036.30 GBP 36.30 GBP <nil>
}

// Everything that is wrong is said at once.
func ExampleCalculator_Check() {
	c := skuld.Case{
		ID: "GB-2", Currency: money.MustCurrency("GBP"), Jurisdiction: "GB", Debtor: ledger.Consumer,
		Claims: []skuld.Claim{{Principal: money.MustParse("-1.00 GBP"), Due: calendar.MustParseDate("2024-06-30")}},
	}
	fmt.Println(skuld.Default().Check(c))
	// Output:
	// /claims/0/id: missing, want a text
	// /claims/0/principal: -1.00 GBP is negative, want an amount of at least 0
	// /debtor: "consumer" bears no statutory interest in GB outside court, want a business or a rate at /claims/0/interest
}

// The floors below can be used by themselves.
func Example_floors() {
	first, last := calendar.MustParseDate("2024-02-01"), calendar.MustParseDate("2024-05-10")
	terms := interest.Terms{Rate: interest.Reference(rates.SE()).Plus(interest.MustPercent("8")), DayCount: calendar.Act365Fixed}
	acc, err := interest.Accrue(terms, money.MustParse("10000.00 SEK"), calendar.Days(first, last))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(acc.Exact.Fixed(10), len(acc.Segments))
	fmt.Println(acc.Round(money.HalfUp))

	open := []allocation.Item{{ID: "INV", Due: first - 1, Open: allocation.Balances{
		allocation.DefaultInterest: 328_77, allocation.Principal: 10_000_00,
	}}}
	payment := allocation.Payment{Date: last, Amount: money.MustParse("2500.00 SEK")}
	res, err := allocation.Allocate(payment, open, jurisdiction.DE().Order)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, l := range res.Lines {
		fmt.Println(l.Item, l.Component, l.Amount)
	}
	fmt.Println(res.Unallocated)
	// Output:
	// 328.7671232877 1
	// 328.77 SEK <nil>
	// INV default-interest 328.77 SEK
	// INV principal 2171.23 SEK
	// 0.00 SEK
}

// Six installments over a case: by its own terms, so that paying them to the letter
// leaves nothing.
func ExampleCalculator_Plan() {
	c := skuld.Case{
		ID: "SE-1", Currency: money.MustCurrency("SEK"), Jurisdiction: "SE", Debtor: ledger.Consumer,
		Claims: []skuld.Claim{{ID: "INV", Principal: money.MustParse("6000.00 SEK"), Due: calendar.MustParseDate("2024-12-31")}},
	}
	plan, err := skuld.Default().Plan(c, skuld.PlanRequest{
		Kind: paymentplan.Annuity, Start: calendar.MustParseDate("2025-03-31"), Count: 3, Step: money.MustParse("1.00 SEK"),
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, row := range plan.Rows {
		fmt.Println(row.DueDate, row.Opening.Number(), row.Interest.Number(), row.Amount.Number(), row.Closing.Number())
	}
	// Output:
	// 2025-04-30 6162.74 54.25 2092.00 4124.99
	// 2025-05-31 4124.99 38.53 2092.00 2071.52
	// 2025-06-30 2071.52 18.73 2090.25 0.00
}
