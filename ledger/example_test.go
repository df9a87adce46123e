package ledger_test

import (
	"fmt"

	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
)

// A case on terms of one's own, without any statute.
func ExampleFold() {
	c := ledger.Case{
		ID: "1", Currency: money.MustCurrency("SEK"),
		Claims:   []ledger.Claim{{ID: "INV", Principal: money.MustParse("10000.00 SEK"), Due: calendar.MustParseDate("2024-01-31")}},
		Payments: []ledger.Payment{{ID: "PAY", Date: calendar.MustParseDate("2024-05-10"), Amount: money.MustParse("2500.00 SEK")}},
	}
	order, _ := allocation.Preset(allocation.CostsInterestPrincipal)
	resolved := ledger.Resolved{Order: order, Claims: []ledger.ClaimTerms{{
		Bears:     true,
		Terms:     interest.Terms{Rate: interest.Fixed(interest.MustPercent("12")), DayCount: calendar.Act365Fixed},
		First:     c.Claims[0].FirstBearingDay(),
		Component: allocation.DefaultInterest,
		Rounding:  interest.Commercial(),
	}}}
	book, err := ledger.Fold(c, resolved, ledger.At{AsOf: calendar.MustParseDate("2024-05-31")})
	if err != nil {
		fmt.Println(err)
		return
	}
	st, err := book.Statement()
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, s := range st.Items[0].Segments {
		fmt.Println(s.Period, s.Principal, s.Rate, s.Fraction, s.Exact.Fixed(4))
	}
	fmt.Println(st.Totals.Total, st.Verify())
	// Output:
	// 2024-02-01 – 2024-05-10 10000.00 SEK 12 100/365 328.7671
	// 2024-05-11 – 2024-05-31 7828.77 SEK 12 21/365 54.0507
	// 7882.82 SEK <nil>
}
