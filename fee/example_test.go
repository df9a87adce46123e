package fee_test

import (
	"errors"
	"fmt"
	"strings"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/fee"
	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/law"
	"github.com/skuld-go/skuld/money"
)

// dutchCosts is the tariff of the Dutch extrajudicial collection costs (Besluit
// vergoeding voor buitengerechtelijke incassokosten art. 2).
func dutchCosts() fee.Tariff {
	eur := func(s string) money.Amount { return money.MustParse(s + " EUR") }
	tier := func(over, upTo, percent string) fee.Band {
		b := fee.Band{Over: eur(over), Shape: fee.Marginal, Percent: interest.MustPercent(percent)}
		if upTo != "" {
			b.UpTo = eur(upTo)
		}
		return b
	}
	return fee.Tariff{
		Code: "collection", Audience: fee.Consumer, Selector: fee.Measure,
		Versions: []fee.Version{{
			From: calendar.MustDate(2012, 10, 1), Currency: money.MustCurrency("EUR"),
			Bands: []fee.Band{
				tier("0", "2500", "15"), tier("2500", "5000", "10"), tier("5000", "10000", "5"),
				tier("10000", "200000", "1"), tier("200000", "", "0.5"),
			},
			Min: eur("40"), Max: eur("6775"), VAT: fee.VAT{Percent: interest.MustPercent("21")},
			Citation: "Besluit BIK art. 2", Source: "Stb. 2012, 141", Evidence: law.Sourced,
		}},
		Guards: fee.Guards{{Rule: fee.RuleLetter, N: 14, Codes: []string{"demand"}, Citation: "BW 6:96 (6)"}},
	}
}

// A fee comes with its derivation and the text it rests on.
func ExampleTariff_Assess() {
	t := dutchCosts()
	a, err := t.Assess(fee.Facts{Date: calendar.MustDate(2024, 5, 10), Base: money.MustParse("3500.00 EUR")})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(a.Total)
	fmt.Println(a.Derivation)
	fmt.Println(a.Citation, "·", a.Source, "·", a.Evidence)
	// Output:
	// 574.75 EUR
	// 15 % of 2500.00 + 10 % of 1000.00 = 475.00; 21 % VAT 99.75, total 574.75
	// Besluit BIK art. 2 · Stb. 2012, 141 · sourced
}

// Before its first version a tariff is not known: that is no fee of 0.
func ExampleTariff_Assess_notKnown() {
	_, err := dutchCosts().Assess(fee.Facts{Date: calendar.MustDate(2010, 1, 1), Base: money.MustParse("3500.00 EUR")})
	fmt.Println(errors.Is(err, law.ErrNotKnown))
	fmt.Println(err)
	// Output:
	// true
	// tariff "collection" for consumer: no version of the tariff: not known on that day: 2010-01-01, known from 2012-10-01
}

func ExampleVersion_Formula() {
	fmt.Println(dutchCosts().Versions[0].Formula())
	// Output:
	// 15 % up to 2500.00, 10 % up to 5000.00, 5 % up to 10000.00, 1 % up to 200000.00, 0.5 % above; at least 40.00, at most 6775.00; plus 21 % VAT if not deductible
}

// The debtor has 14 days from the day after a letter that names the exact amount.
func ExamplePermit() {
	h := fee.History{
		Amount: money.MustParse("475.00 EUR"),
		Notices: []fee.Notice{{
			Kind: "demand", Sent: calendar.MustDate(2024, 5, 1), Delivered: calendar.MustDate(2024, 5, 3), Amount: money.MustParse("475.00 EUR"),
		}},
	}
	for _, day := range []calendar.Date{calendar.MustDate(2024, 5, 17), calendar.MustDate(2024, 5, 18)} {
		d := fee.Permit(dutchCosts().Guards, h, day)
		fmt.Println(day, d.Answer, len(d.Objections))
	}
	h.Amount = money.MustParse("480.00 EUR")
	fmt.Println(fee.Permit(dutchCosts().Guards, h, calendar.MustDate(2024, 6, 1)).Reason)
	// Output:
	// 2024-05-17 not-before 1
	// 2024-05-18 permitted 0
	// no demand names exactly 480.00 EUR; only after a demand that names the amount and gives 14 days from the day after it
}

// A tariff of one's own is a file; the Norwegian fee is a multiple of a rate that
// the payment selects, while the due day selects the table.
func ExampleRead() {
	tariffs, err := fee.Read(strings.NewReader(`code,audience,valid_from,valid_to,selector,shape,amount,factor,unit,over,up_to,currency,legal_basis,source,evidence
rate,all,2017-01-01,2025-12-31,paid,flat,700,,,,,NOK,Inkassoforskriften § 1-1,Lovdata,sourced
rate,all,2026-01-01,,,flat,750,,,,,NOK,Inkassoforskriften § 1-1,Lovdata,sourced
collection,consumer,2020-10-01,,due,multiple,,0.25,rate,,500,NOK,Inkassoforskriften § 2-2,Lovdata,sourced
collection,consumer,2020-10-01,,,multiple,,0.35,,500,,NOK,,,
`))
	if err != nil {
		fmt.Println(err)
		return
	}
	t, _ := fee.Find(tariffs, "collection", fee.Consumer)
	for _, paid := range []calendar.Date{calendar.MustDate(2025, 12, 31), calendar.MustDate(2026, 1, 1)} {
		a, err := t.Assess(fee.Facts{
			Date: calendar.MustDate(2025, 11, 1), Due: calendar.MustDate(2025, 9, 1), Paid: paid,
			Base: money.MustParse("800.00 NOK"), VATDeductible: true,
		})
		fmt.Println(a.Derivation, err, a.SelectedBy(fee.Paid))
	}
	// Output:
	// 0.35 × rate 700.00 = 245.00 <nil> true
	// 0.35 × rate 750.00 = 262.50 <nil> true
}
