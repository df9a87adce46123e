package native_test

import (
	"fmt"
	"os"
	"strings"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/law/rates"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
	"github.com/skuld-go/skuld/wire/native"
)

func ExampleDecodeCase() {
	file := strings.NewReader(`{
		"id": "SE-1001", "currency": "SEK", "jurisdiction": "SE", "debtor": "consumer",
		"claims": [{"id": "INV-1", "principal": "10000.00", "due": "2024-01-31"}],
		"payments": [{"id": "P-1", "date": "2024-05-10", "amount": "2500.00"}]
	}`)
	c, err := native.DecodeCase(file)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(c.ID, c.Claims[0].Principal, c.Claims[0].FirstBearingDay(), c.Payments[0].Amount)
	// Output: SE-1001 10000.00 SEK 2024-02-01 2500.00 SEK
}

// Everything that is wrong is reported at once, each with its place in the file.
func ExampleDecodeCase_problems() {
	file := strings.NewReader(`{
		"id": "SE-1001", "currency": "SEK",
		"claims": [
			{"id": "INV-1", "principal": 10000, "due": "2024-02-30"},
			{"id": "INV-1", "principal": "5.00", "due": "2024-01-31", "interest": {"basis": "fixed", "rat": "12"}}
		]
	}`)
	_, err := native.DecodeCase(file)
	for _, p := range ledger.AsProblems(err) {
		fmt.Printf("%s\n  %s\n", p.Path, p.Message)
	}
	// Output:
	// /claims/0/principal
	//   the number 10000, want a string such as "10000.00"
	// /claims/0/due
	//   "2024-02-30" is not a date, want YYYY-MM-DD
	// /claims/1/interest/rat
	//   unknown field, want one of basis, rate, series, margin, multiplier, reset, dayCount, from, through, paymentDay, floor, ceiling, agreed, cutoff, compounding, kind, refixes
	// /claims/1/interest/rate
	//   missing, want per cent a year such as "11.5"
	// /claims/1/id
	//   "INV-1" is used already at /claims/0/id, want ids unique over the case
}

func ExampleDecodePlan() {
	file := strings.NewReader(`{
		"currency": "SEK", "type": "annuity", "debt": "10000.00", "start": "2024-07-01", "count": 12,
		"interest": {"basis": "fixed", "rate": "12", "dayCount": "30E/360"}
	}`)
	p, err := native.DecodePlan(file)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(p.Request.Kind, p.Request.Debt, p.Request.Count, p.Facts.Interest.Rate)
	// Output: annuity 10000.00 SEK 12 12
}

// A loan file without claims gets one for each installment.
func ExampleDecodeDunning() {
	file := strings.NewReader(`{
		"id": "DE-1", "currency": "EUR", "jurisdiction": "DE", "debtor": "consumer", "policy": "solaris-consumer",
		"loan": {"nominal": "10000.00", "months": 48, "installments": [{"no": 1, "due": "2024-02-01", "amount": "250.00"}]}
	}`)
	q, err := native.DecodeDunning(file)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(q.Request.PolicyName, q.Made, q.Request.Case.Claims[0].ID, q.Request.Case.Claims[0].Principal)
	// Output: solaris-consumer true installment-1 250.00 EUR
}

func ExampleEncodeCase() {
	c := ledger.Case{
		ID: "C-1", Currency: money.MustCurrency("EUR"),
		Claims: []ledger.Claim{{ID: "INV-1", Principal: money.MustParse("250.00 EUR"), Due: calendar.MustParseDate("2024-01-31")}},
	}
	if err := native.EncodeCase(os.Stdout, c); err != nil {
		fmt.Println(err)
	}
	// Output:
	// {
	//   "id": "C-1",
	//   "currency": "EUR",
	//   "claims": [
	//     {
	//       "id": "INV-1",
	//       "principal": "250.00",
	//       "due": "2024-01-31"
	//     }
	//   ]
	// }
}

func ExampleEncodePayoff() {
	sek := money.MustCurrency("SEK")
	amount := func(s string) money.Amount { return money.MustParse(s + " SEK") }
	p := &ledger.Payoff{
		Case: "SE-1001", On: calendar.MustParseDate("2024-06-30"), Currency: sek, Amount: amount("7828.77"),
		Breakdown: ledger.Totals{
			Principal: amount("7500.00"), Capitalized: amount("0.00"), Interest: amount("328.77"),
			ContractInterest: amount("0.00"), DefaultInterest: amount("328.77"), Fees: amount("0.00"), Total: amount("7828.77"),
		},
	}
	if err := native.EncodePayoff(os.Stdout, p); err != nil {
		fmt.Println(err)
	}
	// Output:
	// {
	//   "case": "SE-1001",
	//   "on": "2024-06-30",
	//   "currency": "SEK",
	//   "amount": "7828.77",
	//   "breakdown": {
	//     "principal": "7500.00",
	//     "capitalized": "0.00",
	//     "interest": "328.77",
	//     "contractInterest": "0.00",
	//     "defaultInterest": "328.77",
	//     "fees": "0.00",
	//     "total": "7828.77"
	//   }
	// }
}

func ExampleEncodeRates() {
	var out strings.Builder
	if err := native.EncodeRates(&out, []*rates.Table{rates.SE()}); err != nil {
		fmt.Println(err)
	}
	head, _, _ := strings.Cut(out.String(), `    "name"`)
	fmt.Println(head)
	// Output:
	// [
	//   {
	//     "series": "SE",
	//     "jurisdiction": "SE",
}
