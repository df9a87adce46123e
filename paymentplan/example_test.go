package paymentplan_test

import (
	"errors"
	"fmt"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/money"
	"github.com/skuld-go/skuld/paymentplan"
)

// A loan over three years in equal rows.
func ExampleBuild() {
	plan, err := paymentplan.Build(paymentplan.Request{
		Kind: paymentplan.Annuity, Debt: money.MustParse("100000.00 SEK"), Count: 36, Start: calendar.MustParseDate("2024-01-01"),
		Interest: interest.Terms{Rate: interest.Fixed(interest.MustPercent("9.99")), DayCount: calendar.ThirtyE360},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(plan.Level, plan.Totals.Interest, plan.Rows[35].DueDate, plan.Rows[35].Amount)
	// Output: 3226.25 SEK 16145.00 SEK 2027-01-01 3226.25 SEK
}

// An amount that does not cover the interest is refused with one that does.
func ExampleTooSmallError() {
	_, err := paymentplan.Build(paymentplan.Request{
		Kind: paymentplan.FixedAmount, Debt: money.MustParse("10000.00 EUR"), Amount: money.MustParse("90.00 EUR"), Start: calendar.MustParseDate("2025-01-01"),
		Interest: interest.Terms{Rate: interest.Fixed(interest.MustPercent("12")), DayCount: calendar.ThirtyE360}, Step: money.MustParse("5.00 EUR"),
	})
	var small *paymentplan.TooSmallError
	fmt.Println(errors.As(err, &small), small.Smallest)
	// Output: true 105.00 EUR
}

// What can somebody do who has 900 a month?
func ExampleFind() {
	found, err := paymentplan.Find(paymentplan.Request{
		Kind: paymentplan.Annuity, Debt: money.MustParse("10000.00 SEK"), Start: calendar.MustParseDate("2024-07-01"), Step: money.MustParse("1.00 SEK"),
		Interest: interest.Terms{Rate: interest.Fixed(interest.MustPercent("12")), DayCount: calendar.ThirtyE360},
	}, paymentplan.Search{MaxAmount: money.MustParse("900.00 SEK"), MaxCount: 14})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, c := range found.Candidates {
		fmt.Println(c.Count, c.Level, c.End, c.Cost)
	}
	// Output:
	// 12 889.00 SEK 2025-07-01 661.50 SEK
	// 13 825.00 SEK 2025-08-01 713.24 SEK
	// 14 770.00 SEK 2025-09-01 765.23 SEK
}
