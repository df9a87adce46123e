package jurisdiction_test

import (
	"fmt"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/jurisdiction"
	"github.com/skuld-go/skuld/law/rates"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
)

// What German law makes of an unpaid invoice between businesses.
func ExampleResolve() {
	c := ledger.Case{
		ID: "1", Currency: money.MustCurrency("EUR"), Jurisdiction: "DE", Debtor: ledger.Business,
		Claims: []ledger.Claim{{
			ID: "INV", Principal: money.MustParse("1000.00 EUR"),
			Contracted: calendar.MustParseDate("2023-11-02"), Due: calendar.MustParseDate("2024-01-31"),
		}},
	}
	r, err := jurisdiction.Resolve(c, jurisdiction.All(), rates.BuiltIn())
	if err != nil {
		fmt.Println(err)
		return
	}
	step, err := r.Claims[0].Terms.Rate.At(calendar.MustParseDate("2024-05-01"))
	fmt.Println(step.Rate, step.Basis.Label, "|", step.Basis.Citation, err)
	fmt.Println(r.Claims[0].Terms.DayCount, r.Order.Name)
	// Output:
	// 12.62 reference rate DE 3.62 % + 9 | BGB § 288(2); EGBGB Art. 229 § 34; BGB § 247 <nil>
	// ACT/ACT-ISDA DE-BGB-367
}

// A country of one's own: a fixed legal rate of 6 %.
func ExampleRules() {
	own := jurisdiction.Rules{
		Code: "XA", Name: "Exampleland", Currency: money.MustCurrency("EUR"),
		DayCount: calendar.Act360, Order: jurisdiction.SE().Order,
		Late: func(jurisdiction.Query) (interest.Rate, error) {
			return interest.Fixed(interest.MustPercent("6")).Cite("Debts Act s. 1"), nil
		},
	}
	c := ledger.Case{
		ID: "1", Currency: own.Currency, Jurisdiction: "XA", Debtor: ledger.Consumer,
		Claims: []ledger.Claim{{ID: "INV", Principal: money.MustParse("1000.00 EUR"), Due: calendar.MustParseDate("2024-01-31")}},
	}
	r, err := jurisdiction.Resolve(c, append(jurisdiction.All(), own), rates.BuiltIn())
	if err != nil {
		fmt.Println(err)
		return
	}
	step, err := r.Claims[0].Terms.Rate.At(calendar.MustParseDate("2024-05-01"))
	fmt.Println(step.Rate, step.Basis.Citation, err)
	// Output: 6 Debts Act s. 1 <nil>
}
