package jurisdiction

import (
	"time"

	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/interest"
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
//
// A consumer credit bears at most the reference rate plus 20 percentage points,
// before and after its due date, if it was contracted from 1 March 2025
// (konsumentkreditlag (2010:1846) 19 a §). For contracts from 1 September 2018 the
// bound of high-cost credit, plus 40, is applied to all consumer credit: a rate
// above it makes a credit a high-cost one. What such a credit costs in all, interest,
// late interest and collection costs together, is at most the credit (19 b §); it is
// for the case to state the credit.
func SE() Rules {
	return Rules{
		Code: "SE", Fees: Tariffs("SE"), Ladder: ladderSE(), Name: "Sweden", Currency: money.MustCurrency("SEK"),
		DayCount: calendar.Act365Fixed, Order: preset(allocation.PresetSE),
		Late: lateSE, Limitation: limitationSE, Agreed: agreedSE, Ceiling: ceilingSE, CostCap: costCapSE,
		Calendar: calendar.SE, DueRule: "lag (1930:173) om beräkning av lagstadgad tid 2 §",
		Series: []string{"SE", "SE-margin", "SE-credit-ceiling-margin"},
		Sources: []string{
			"räntelag (1975:635) 3, 4, 6, 7, 9 §§", "konsumentkreditlag (2010:1846) 19 a, 19 b §§", "handelsbalken 9 kap. 5 §",
			"preskriptionslagen (1981:130)",
		},
	}
}

func lateSE(q Query) (interest.Rate, error) {
	return q.Over(q.Floating("SE"), q.Floating("SE-margin")), nil
}

// agreedSE freezes the agreed rate at its value on the due date with the
// statutory rate as its floor, day by day.
func agreedSE(q Query, agreed, statutory interest.Rate) interest.Rate {
	frozen := agreed.FixedAt(q.Claim.DueDate()).Cite("räntelagen (1975:635) 7 §")
	return interest.HigherOf(frozen, statutory)
}

func ceilingSE(q Query) interest.Rate {
	if !q.IsConsumerCredit() {
		return interest.Rate{}
	}
	contracted := q.Selected()
	if contracted < calendar.MustDate(2018, time.September, 1) {
		return interest.Rate{}
	}
	return interest.Sum(q.Floating("SE"), q.Margin("SE-credit-ceiling-margin", contracted))
}

func costCapSE(q Query) string {
	if !q.IsConsumerCredit() || q.Selected() < calendar.MustDate(2018, time.September, 1) {
		return ""
	}
	return "konsumentkreditlagen (2010:1846) 19 b §"
}
