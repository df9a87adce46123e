package jurisdiction

import (
	"time"

	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
)

// NO are the rules of Norway.
//
// Late interest is a total that the ministry publishes for each half-year
// (forsinkelsesrenteloven (1976 nr 100) § 3); a change applies from its first day
// to claims already running, and a claim that bore more before may keep it. From
// 1986 through 1993 consumers had a rate of their own. A year has 365 or 366
// days (Lovavdelingen, 26 June 2006), and late interest bears no interest. Where
// the debtor does not choose, agencies take costs first.
func NO() Rules {
	return Rules{
		Code: "NO", Fees: Tariffs("NO"), Ladder: ladderNO(), Name: "Norway", Currency: money.MustCurrency("NOK"),
		DayCount: calendar.ActActISDA, Order: preset(allocation.PresetNO),
		AgreedRule: "forsinkelsesrenteloven § 3",
		Late:       lateNO, Limitation: limitationNO, Calendar: calendar.NO, DueRule: "gjeldsbrevlova § 5",
		Series:  []string{"NO", "NO-general-before-1994", "NO-consumer-before-1994"},
		Sources: []string{"forsinkelsesrenteloven (17.12.1976 nr 100) §§ 2, 3", "Lovavdelingen 2006-06-26 and 1999-08-19", "foreldelsesloven (18.5.1979 nr 18)"},
	}
}

func lateNO(q Query) (interest.Rate, error) {
	before := "NO-general-before-1994"
	if q.Debtor == ledger.Consumer && q.FirstDay < calendar.MustDate(1994, time.January, 1) {
		before = "NO-consumer-before-1994"
	}
	lastOld := calendar.MustDate(1993, time.December, 31)
	return q.reset(q.Floating(before).Until(lastOld, q.Floating("NO"))), nil
}
