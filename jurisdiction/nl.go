package jurisdiction

import (
	"time"

	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
)

// NL are the rules of the Netherlands.
//
// Statutory interest is a total set by decree (BW 6:119, 6:120(1)); on commercial
// contracts made from 1 December 2002 it is the commercial total (6:119a,
// 6:120(2)). Both follow each change, and after each year of default the interest
// of that year joins the amount that bears interest (6:119(2), 6:119a(3)). A
// higher agreed rate stays (6:119(3)). Whether contracts from before 16 March 2013
// keep the older margin of the commercial total is not evidenced; the published
// total is used, with a finding. The statute has no day count; actual/365 is
// used. Payments go to costs, then claim by claim to interest and principal
// (6:43, 6:44).
func NL() Rules {
	return Rules{
		Code: "NL", Fees: Tariffs("NL"), Ladder: ladderNL(), Name: "Netherlands", Currency: money.MustCurrency("EUR"),
		DayCount: calendar.Act365Fixed, Order: preset(allocation.PresetNL),
		AgreedRule: "BW 6:119(3)",
		Late:       lateNL, Limitation: limitationNL, Compounding: ledger.Annual, Calendar: calendar.NL, DueRule: "Algemene termijnenwet art. 1",
		Series:  []string{"NL", "NL-commercial"},
		Sources: []string{"BW 6:43, 6:44, 6:119, 6:119a, 6:120", "BW 3:307–3:324"},
	}
}

func lateNL(q Query) (interest.Rate, error) {
	if q.Debtor == ledger.Consumer || !q.IsPaymentClaim() {
		return q.Reference("NL"), nil
	}
	contracted := q.Selected()
	if contracted < calendar.MustDate(2013, time.March, 16) {
		q.Find(ledger.FindingOldContract, ledger.Warning,
			"the contract is older than 2013-03-16; whether the margin of 7 points goes on is not evidenced")
	}
	if contracted < calendar.MustDate(2002, time.December, 1) {
		return q.Reference("NL"), nil
	}
	return q.Reference("NL-commercial"), nil
}
