package money_test

import (
	"errors"
	"fmt"

	"github.com/shopspring/decimal"

	"github.com/skuld-go/skuld/money"
)

func Example() {
	// Late interest of 11.5 % on 10 000 kronor for 100 days, part of it paid.
	principal := money.MustParse("10000.00 SEK")
	interest := money.ExactOf(principal).Times(115, 1000).Times(100, 365)
	due, err := interest.Round(money.HalfUp)
	if err != nil {
		fmt.Println(err)
		return
	}
	left, err := due.Sub(money.MustParse("200.00 SEK"))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(interest)
	fmt.Println(interest.Fixed(10))
	fmt.Println(due, "due,", left, "left")
	// Output:
	// 23000/73 SEK
	// 315.0684931507
	// 315.07 SEK due, 115.07 SEK left
}

func ExampleParse() {
	a, err := money.Parse("10000.5 SEK")
	fmt.Println(a, err)
	_, err = money.Parse("12.345 EUR")
	fmt.Println(errors.Is(err, money.ErrOffQuantum))
	_, err = money.Parse("1e5 EUR")
	fmt.Println(err)
	// Output:
	// 10000.50 SEK <nil>
	// true
	// "1e5" is not an amount, want digits as 10000.00 in at most 30 characters
}

func ExampleParseCurrency() {
	for _, code := range []string{"KWD", "JPY", "XAU"} {
		c, err := money.ParseCurrency(code)
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Println(c, c.Numeric(), c.Digits(), c.Name())
	}
	// Output:
	// KWD 414 3 Kuwaiti Dinar
	// JPY 392 0 Yen
	// "XAU" has no minor unit to count an amount in: unknown currency
}

func ExampleNew() {
	d := decimal.RequireFromString("12.345")
	eur := money.MustCurrency("EUR")
	_, err := money.New(d, eur)
	fmt.Println(err)
	a, err := money.Round(d, eur, money.HalfEven)
	fmt.Println(a, err)
	// Output:
	// 12.345 EUR: more decimals than the currency has
	// 12.34 EUR <nil>
}

func ExampleRounding() {
	half := money.ExactOf(money.MustParse("-0.05 EUR")).Times(1, 2) // minus two and a half cents
	for _, r := range []money.Rounding{
		money.Exactly, money.HalfUp, money.HalfEven, money.HalfDown,
		money.Down, money.Up, money.Floor, money.Ceiling,
	} {
		a, err := half.Round(r)
		if err != nil {
			fmt.Println(r, "refuses")
			continue
		}
		fmt.Println(r, a)
	}
	// Output:
	// exactly refuses
	// half-up -0.03 EUR
	// half-even -0.02 EUR
	// half-down -0.02 EUR
	// down -0.02 EUR
	// up -0.03 EUR
	// floor -0.03 EUR
	// ceiling -0.02 EUR
}

func ExampleRounding_ToStep() {
	e := money.ExactOf(money.MustParse("1234.56 SEK"))
	for _, step := range []int64{1, 5, 100, 5000} {
		a, err := e.Round(money.HalfUp.ToStep(step))
		fmt.Println(a, err)
	}
	// Output:
	// 1234.56 SEK <nil>
	// 1234.55 SEK <nil>
	// 1235.00 SEK <nil>
	// 1250.00 SEK <nil>
}

// Rounding each third loses an öre; adding before rounding does not.
func ExampleExact_Add() {
	third := money.ExactOf(money.MustParse("100.00 SEK")).Times(1, 3)
	var sum money.Exact
	var cents int64
	for range 3 {
		rounded, err := third.Round(money.HalfUp)
		if err != nil {
			fmt.Println(err)
			return
		}
		cents += rounded.Minor()
		if sum, err = sum.Add(third); err != nil {
			fmt.Println(err)
			return
		}
	}
	whole, err := sum.Round(money.Exactly)
	fmt.Println(money.FromMinor(cents, third.Currency()), whole, err)
	// Output: 99.99 SEK 100.00 SEK <nil>
}

func ExampleExact_FixedMode() {
	third := money.ExactOf(money.MustParse("100.00 SEK")).Times(1, 3)
	fmt.Println(third.FixedMode(4, money.Up), third.FixedMode(4, money.Exactly))
	// Output: 33.3334 100/3
}

// A payment covers claims in proportion to what is open on each.
func ExampleAmount_Split() {
	parts, err := money.MustParse("100.00 EUR").Split([]int64{150_00, 150_00, 150_00})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, p := range parts {
		fmt.Println(p)
	}
	// Output:
	// 33.34 EUR
	// 33.33 EUR
	// 33.33 EUR
}

func ExampleAmount_Convert() {
	rate := decimal.RequireFromString("11.4825")
	a, err := money.MustParse("249.99 EUR").Convert(money.MustCurrency("SEK"), rate, money.HalfUp)
	fmt.Println(a, err)
	// Output: 2870.51 SEK <nil>
}

// Collection costs may not pass a limit in all, whoever charges them.
func ExampleCap_Draw() {
	costs := money.Cap{Limit: money.MustParse("60.00 EUR")}
	for _, fee := range []string{"14.00 EUR", "24.00 EUR", "50.00 EUR"} {
		granted, err := costs.Draw(money.MustParse(fee))
		fmt.Println(granted, err, "left", costs.Left())
	}
	// Output:
	// 14.00 EUR <nil> left 46.00 EUR
	// 24.00 EUR <nil> left 22.00 EUR
	// 22.00 EUR <nil> left 0.00 EUR
}
