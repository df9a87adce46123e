package jurisdiction

import (
	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
)

// SE are the rules of Sweden.
//
// Late interest is the reference rate plus 8 percentage points, following the
// reference rate, alike for consumers and businesses (räntelag (1975:635) 6 §;
// the reference rate is fixed for each half-year by 9 §). A claim that bore
// interest when it fell due keeps the rate of that day, frozen, but never less
// than the statutory rate (7 §). Days are counted actual/365, as the Swedish
// Enforcement Authority's calculator does; the statute is silent. Costs before
// interest before principal is the custom of collection where the debtor does
// not choose (handelsbalken 9 kap. 5 §).
func SE() Rules {
	return Rules{
		Code: "SE", Name: "Sweden", Currency: money.MustCurrency("SEK"),
		DayCount: calendar.Act365Fixed, Order: preset(allocation.PresetSE),
		Late: lateSE, Agreed: agreedSE,
		Sources: []string{"räntelag (1975:635) 3, 4, 6, 7, 9 §§", "handelsbalken 9 kap. 5 §"},
	}
}

func lateSE(q Query) (interest.Rate, error) {
	r := q.Reference("SE")
	if q.Reset == ledger.FixedAtStart {
		r = r.FixedAt(q.FirstDay)
	}
	return r.Plus(interest.MustPercent("8")).Cite("räntelag (1975:635) 6 §"), nil
}

// agreedSE freezes the agreed rate at its value on the due date with the
// statutory rate as its floor, day by day.
func agreedSE(q Query, agreed, statutory interest.Rate) interest.Rate {
	frozen := agreed.FixedAt(q.Claim.DueDate()).Cite("räntelag (1975:635) 7 §")
	return interest.HigherOf(frozen, statutory)
}
