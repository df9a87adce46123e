package jurisdiction

import (
	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
)

// EU are the rules that the directives on late payment ask of every member state,
// for commercial transactions under a law that is not built in: simple interest
// at the reference rate of the European Central Bank, which changes each
// half-year, plus 8 percentage points for contracts from 16 March 2013 (Directive
// 2011/7/EU art. 2(6), 3), plus 7 for those from 8 August 2002 (Directive
// 2000/35/EC). Member states may set more. Consumers are not covered.
func EU() Rules {
	return Rules{
		Code: "EU", Fees: Tariffs("EU"), Name: "European Union", Currency: money.MustCurrency("EUR"),
		DayCount: calendar.Act365Fixed, Order: preset(allocation.CostsInterestPrincipal),
		AgreedRule: "Directive 2011/7/EU art. 2(5)",
		Late:       lateEU,
		Series:     []string{"EU", "EU-margin"},
		Sources:    []string{"Directive 2011/7/EU art. 2, 3", "Directive 2000/35/EC art. 3(1)(d)"},
	}
}

func lateEU(q Query) (interest.Rate, error) {
	if q.Debtor != ledger.Business {
		q.Find(ledger.FindingBusinessOnly, ledger.Warning,
			"the directive covers commercial transactions only; the debtor is a consumer")
	}
	return q.Over(q.Floating("EU"), q.Margin("EU-margin", q.Selected())), nil
}
