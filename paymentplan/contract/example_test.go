package contract_test

import (
	"fmt"
	"math/big"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/money"
	"github.com/skuld-go/skuld/paymentplan/contract"
)

// A loan at a rate that is reset every half year, with 2 points on the reference rate;
// the level is derived anew each time.
func ExampleTerms_Events() {
	terms := contract.Terms{
		Kind: contract.Annuity, Principal: money.ExactOf(money.MustParse("100000.00 EUR")),
		Rate: contract.Percent(interest.MustPercent("5")), DayCount: calendar.ThirtyE360,
		Start: calendar.MustParseDate("2024-01-31"), Maturity: calendar.MustParseDate("2025-01-31"), EndOfMonth: true,
		Repayments: []contract.Repayment{{Cycle: contract.Cycle{Every: calendar.Months(3)}}},
		Resets:     []contract.Reset{{Cycle: contract.Cycle{Every: calendar.Months(6)}, Spread: contract.Percent(interest.MustPercent("2"))}},
		Fixings: []contract.Fixing{
			{Date: calendar.MustParseDate("2024-07-01"), Rate: contract.Percent(interest.MustPercent("3.621"))},
			{Date: calendar.MustParseDate("2024-08-01"), Rate: contract.Percent(interest.MustPercent("3.435"))},
		},
	}
	events, err := terms.Events(0)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, e := range events {
		fmt.Println(e.Date, e.Kind, e.Amount.Fixed(4), e.Balance.Fixed(4), e.Rate.FloatString(5))
	}
	// Output:
	// 2024-01-31 disbursed -100000.0000 100000.0000 0.05000
	// 2024-04-29 level-set 0.0000 100000.0000 0.05000
	// 2024-04-30 repaid 24536.1023 75463.8977 0.05000
	// 2024-04-30 interest-paid 1250.0000 75463.8977 0.05000
	// 2024-07-31 repaid 24842.8036 50621.0941 0.05000
	// 2024-07-31 interest-paid 943.2987 50621.0941 0.05000
	// 2024-07-31 rate-reset 0.0000 50621.0941 0.05621
	// 2024-07-31 level-set 0.0000 50621.0941 0.05621
	// 2024-10-31 repaid 25133.9496 25487.1444 0.05621
	// 2024-10-31 interest-paid 711.3529 25487.1444 0.05621
	// 2025-01-31 interest-paid 358.1581 25487.1444 0.05621
	// 2025-01-31 matured 25487.1444 0.0000 0.05621
}

// A balloon: paid as if over ten years, with the rest due after one.
func ExampleTerms_balloon() {
	terms := contract.Terms{
		Kind: contract.Annuity, Principal: money.ExactOf(money.MustParse("12000.00 EUR")), Rate: big.NewRat(6, 100), DayCount: calendar.ThirtyE360,
		Start: calendar.MustParseDate("2024-01-01"), Maturity: calendar.MustParseDate("2025-01-01"), Amortization: calendar.MustParseDate("2034-01-01"),
		Repayments: []contract.Repayment{{Cycle: contract.Cycle{Every: calendar.Months(1)}}},
	}
	events, err := terms.Events(0)
	if err != nil {
		fmt.Println(err)
		return
	}
	rest, err := events[len(events)-1].Amount.Round(money.HalfUp)
	fmt.Println(events[len(events)-1].Level.Fixed(2), rest, err)
	// Output: 133.22 11174.09 EUR <nil>
}
