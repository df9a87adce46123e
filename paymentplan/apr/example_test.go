package apr_test

import (
	"fmt"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/money"
	"github.com/skuld-go/skuld/paymentplan/apr"
)

// A loan of 10,000 with a charge of 150 at the start, repaid in twelve months: the
// rate with two decimals, and the legal figure with one.
func ExampleSolve() {
	m := apr.Method{Law: apr.EU, Unit: apr.Month}
	drawdown := calendar.MustParseDate("2024-01-15")
	dated := []apr.Dated{
		{Amount: money.MustParse("10000.00 SEK"), Date: drawdown},
		{Amount: money.MustParse("-150.00 SEK"), Date: drawdown},
	}
	for n := range 12 {
		dated = append(dated, apr.Dated{Amount: money.MustParse("-888.49 SEK"), Date: drawdown.AddMonths(n + 1)})
	}
	flows, err := m.Flows(drawdown, dated)
	if err != nil {
		fmt.Println(err)
		return
	}
	answer, err := apr.Solve(flows, m)
	if err != nil {
		fmt.Println(err)
		return
	}
	printed, _ := answer.Rate.Rounded(2)
	legal, _ := answer.Rate.Rounded(1)
	low, high := answer.Rate.Bounds()
	fmt.Println(answer.Outcome, printed, legal, m.Law.Citation())
	fmt.Println("between", low, "and", high)
	// Output:
	// found 15.94 15.9 EU 2008/48/EC Annex I
	// between 15.938763622 and 15.938763623
}

// A charge a year before the drawdown makes the flows turn twice. Both rates solve
// the equation, and only the caller can say which one is meant.
func ExampleAnswer_Nearest() {
	at := func(amount string, years int64) apr.Flow {
		return apr.Flow{Amount: money.MustParse(amount + " EUR"), Time: calendar.Fraction{Num: years, Den: 1}}
	}
	flows := []apr.Flow{at("-500.00", -1), at("200000.00", 0), at("-220000.00", 1)}
	answer, err := apr.Solve(flows, apr.Method{Law: apr.EU, Unit: apr.Year})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(answer.Outcome)
	for _, r := range answer.Rates {
		text, _ := r.Rounded(2)
		fmt.Println(text)
	}
	nearest, ok := answer.Nearest()
	percent, _ := nearest.Percent()
	fmt.Println(percent, ok)
	// Output:
	// ambiguous
	// 10.30
	// 39789.70
	// 10.3 true
}

// The same dates in years by EU law, in months and days by Regulation Z, and in
// days over 365.
func ExampleMethod_Interval() {
	from, to := calendar.MustParseDate("2012-01-12"), calendar.MustParseDate("2012-02-15")
	for _, m := range []apr.Method{
		{Law: apr.EU, Unit: apr.Month},
		{Law: apr.US, Unit: apr.Month},
		{Law: apr.EIR, Unit: apr.Day},
	} {
		t, err := m.Interval(from, to)
		fmt.Println(m.Law, t, err)
	}
	// Output:
	// EU 401/4380 <nil>
	// US 33/30 <nil>
	// EIR 34/365 <nil>
}
