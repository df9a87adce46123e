package jurisdiction

import (
	"time"

	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
)

// GB are the rules of the United Kingdom.
//
// Between businesses, late interest is 8 percentage points over the official
// dealing rate in force on the 30 June or 31 December before interest starts
// (Late Payment of Commercial Debts (Interest) Act 1998 s. 6; SI 2002/1675 art. 4;
// SSI 2002/336 in Scotland). By s. 4 the rate of the relevant day holds for the
// life of the debt; a claim may ask for a floating reset instead, as many firms
// reckon. There is no statutory interest against consumers outside court: give a
// rate. Simple interest, actual/365, as on GOV.UK. The half-yearly fixing holds
// for contracts from 7 August 2002; what lies before is used with a finding.
func GB() Rules {
	return Rules{
		Code: "GB", Fees: Tariffs("GB"), Ladder: ladderGB(), FeePerClaim: true, Name: "United Kingdom", Currency: money.MustCurrency("GBP"),
		DayCount: calendar.Act365Fixed, Order: preset(allocation.PresetGB),
		AgreedRule: "Late Payment of Commercial Debts (Interest) Act 1998 ss. 8, 9",
		Late:       lateGB, Limitation: limitationGB, LimitationLaws: []string{scotland}, Series: []string{"GB", "GB-margin"},
		Sources: []string{
			"Late Payment of Commercial Debts (Interest) Act 1998 ss. 4, 6",
			"SI 2002/1675 art. 4", "SSI 2002/336",
			"Limitation Act 1980",
			"Prescription and Limitation (Scotland) Act 1973",
		},
	}
}

func lateGB(q Query) (interest.Rate, error) {
	if q.Debtor != ledger.Business {
		return interest.Rate{}, &ledger.Problem{
			Path:    "/debtor",
			Message: `"` + q.Debtor.String() + `" bears no statutory interest in GB outside court, want a business or a rate at ` + q.path,
		}
	}
	r := q.Floating("GB")
	if q.Reset != ledger.Floating {
		r = r.FixedAt(q.FirstDay)
	}
	if q.FirstDay < calendar.MustDate(2002, time.August, 7) {
		q.Find(ledger.FindingOldLaw, ledger.Warning,
			"interest starts before 2002-08-07; the half-yearly reference rate was not the law yet")
	}
	return interest.Sum(r, q.Margin("GB-margin", q.FirstDay)), nil
}
