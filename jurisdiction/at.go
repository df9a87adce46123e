package jurisdiction

import (
	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
)

// AT are the rules of Austria.
//
// Late interest is 4 % (ABGB §§ 1000, 1333). Between businesses it is the base
// rate plus 9.2 percentage points, plus 8 for transactions before 16 March 2013
// (UGB § 456, formerly § 352); the base rate of the first day of a calendar
// half-year counts for the whole of it. Damages bear 4 %. If the debtor is not
// responsible for the delay the 4 % apply as well: state that rate then. The
// statute has no day count; actual/365 is used. Payments go to costs, then claim
// by claim to interest and principal (ABGB §§ 1415, 1416).
func AT() Rules {
	return Rules{
		Code: "AT", Fees: Tariffs("AT"), Ladder: ladderAT(), Name: "Austria", Currency: money.MustCurrency("EUR"),
		DayCount: calendar.Act365Fixed, Order: preset(allocation.PresetAT),
		Late: lateAT, Limitation: limitationAT, Calendar: calendar.AT, DueRule: "ABGB § 903",
		Series:  []string{"AT", "AT-margin-business", "AT-statutory"},
		Sources: []string{"ABGB §§ 1000, 1333, 1415, 1416", "UGB § 456", "ABGB §§ 1478–1497"},
	}
}

func lateAT(q Query) (interest.Rate, error) {
	if q.Debtor == ledger.Consumer || q.Claim.Kind == ledger.Damages {
		return q.Reference("AT-statutory"), nil
	}
	return q.Over(q.HalfYearly("AT"), q.Margin("AT-margin-business", q.Selected())), nil
}
