package interest_test

import (
	"fmt"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/law/rates"
	"github.com/skuld-go/skuld/money"
)

// Swedish late interest, reference rate plus 8, over a change of the rate.
func ExampleAccrue() {
	terms := interest.Terms{Rate: interest.Reference(rates.SE()).Plus(interest.MustPercent("8")), DayCount: calendar.Act365Fixed}
	first, last := calendar.MustParseDate("2024-12-01"), calendar.MustParseDate("2025-01-31")
	acc, err := interest.Accrue(terms, money.MustParse("10000.00 SEK"), calendar.Days(first, last))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, s := range acc.Segments {
		fmt.Println(s.Period, s.Rate, s.Fraction, s.Exact.Fixed(4), s.Basis.Label)
	}
	due, err := acc.Round(money.HalfUp)
	fmt.Println(due, err)
	// Output:
	// 2024-12-01 – 2024-12-31 12 31/365 101.9178 reference rate SE 4 % + 8
	// 2025-01-01 – 2025-01-31 11 31/365 93.4247 reference rate SE 3 % + 8
	// 195.34 SEK <nil>
}

// The higher of an agreed and a statutory rate through a cut-off, under a
// ceiling.
func ExampleRate_Until() {
	statutory := interest.Reference(rates.SE()).Plus(interest.MustPercent("8"))
	agreed := interest.Fixed(interest.MustPercent("24"))
	ceiling := interest.Fixed(interest.MustPercent("20"))
	cutoff := calendar.MustParseDate("2024-03-31")
	rate := interest.LowerOf(interest.HigherOf(agreed, statutory).Until(cutoff, statutory), ceiling)
	for _, d := range []string{"2024-03-31", "2024-04-01"} {
		step, err := rate.At(calendar.MustParseDate(d))
		fmt.Println(d, step.Rate, err)
	}
	// Output:
	// 2024-03-31 20 <nil>
	// 2024-04-01 12 <nil>
}

// Balances that change by date, asked as often as one likes.
func ExampleAccount() {
	line, err := interest.Fixed(interest.MustPercent("12")).Compile(
		calendar.Days(calendar.MustParseDate("2024-02-01"), calendar.MustParseDate("2024-12-31")))
	if err != nil {
		fmt.Println(err)
		return
	}
	first := calendar.MustParseDate("2024-02-01")
	account, err := interest.NewAccount(line, calendar.Act365Fixed, first, interest.Commercial(), money.MustParse("10000.00 SEK"))
	if err != nil {
		fmt.Println(err)
		return
	}
	paid := calendar.MustParseDate("2024-05-10")
	fmt.Println(account.Rounded(paid))
	fmt.Println(account.SetPrincipal(paid+1, money.MustParse("7500.00 SEK")))
	fmt.Println(account.Rounded(calendar.MustParseDate("2024-05-31")))
	// Output:
	// 328.77 SEK <nil>
	// <nil>
	// 380.55 SEK <nil>
}

func ExampleParsePercent() {
	p, err := interest.ParsePercent("11.50")
	fmt.Println(p, int64(p), err)
	// Output: 11.5 11500000 <nil>
}
