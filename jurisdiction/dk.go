package jurisdiction

import (
	"time"

	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/money"
)

// DK are the rules of Denmark.
//
// Late interest is the reference rate (the official lending rate of Nationalbank
// on 1 January and 1 July) plus a margin that the claim's due date picks for as
// long as the claim lives: 8 percentage points from 1 March 2013, 7 from
// 1 August 2002 (renteloven § 5). Claims due earlier follow the old discount rate
// with its margin. A higher agreed rate stays (§ 6); against consumers § 7 bars a
// higher one agreed for delay, which the case must judge. Custom counts thirty
// days a month and 360 a year, and interest before principal.
//
// A consumer credit contracted from 1 July 2020 may not cost more than an annual
// percentage rate of 35 %; no rate is therefore taken above 35 %. Nor may it cost
// more than the credit in all, default interest and fees included.
func DK() Rules {
	return Rules{
		Code: "DK", Fees: Tariffs("DK"), Ladder: ladderDK(), Name: "Denmark", Currency: money.MustCurrency("DKK"),
		DayCount: calendar.ThirtyE360, Order: preset(allocation.PresetDK),
		AgreedRule: "renteloven § 6",
		Late:       lateDK, Limitation: limitationDK, Ceiling: ceilingDK, CostCap: costCapDK, Calendar: calendar.DK, DueRule: "gældsbrevsloven § 5",
		Series:  []string{"DK", "DK-margin", "DK-diskonto", "DK-diskonto-margin", "DK-credit-ceiling"},
		Sources: []string{"renteloven (LBK 459/2014) §§ 3, 5–7", "lov om forbrugslånsvirksomheder §§ 11 a, 11 b", "forældelsesloven"},
	}
}

func lateDK(q Query) (interest.Rate, error) {
	due := q.Claim.DueDate()
	if due < calendar.MustDate(2002, time.August, 1) {
		return q.Over(q.Floating("DK-diskonto"), q.Floating("DK-diskonto-margin")), nil
	}
	return q.Over(q.Floating("DK"), q.Margin("DK-margin", due)), nil
}

func ceilingDK(q Query) interest.Rate {
	if !q.IsConsumerCredit() {
		return interest.Rate{}
	}
	contracted := q.Selected()
	if contracted < calendar.MustDate(2020, time.July, 1) {
		return interest.Rate{}
	}
	return q.Margin("DK-credit-ceiling", contracted)
}

func costCapDK(q Query) string {
	if !q.IsConsumerCredit() || q.Selected() < calendar.MustDate(2020, time.July, 1) {
		return ""
	}
	return "lov om forbrugslånsvirksomheder § 11 b"
}
