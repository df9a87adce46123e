package jurisdiction

import (
	"time"

	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
)

// FI are the rules of Finland.
//
// Late interest is the reference rate of korkolaki (633/1982) 12 § plus 7
// percentage points (4 § 1 mom.), plus 8 on payments under commercial contracts
// made from 16 March 2013 (4 a §). Where the rate agreed for the time before the
// due date is higher, late interest runs on the same grounds; for consumers at
// most 180 days from the day the whole debt fell due, or until a judgment if that
// comes first (4 § 2 mom.), for businesses without end. The day of the title is
// the last on agreed terms; that part of the rule is not evidenced well.
//
// A consumer credit bears at most 20 % if contracted from 1 September 2019, and
// at most the reference rate plus 15, never above 20 %, if contracted from
// 1 October 2023; contracts made from July 2020 through September 2021 bore at
// most 10 % through 30 September 2021 (kuluttajansuojalaki 7:17 a; law 512/2020).
//
// The sources on day counts disagree (actual years, 360, 365); actual/actual with
// years split at 1 January is used, as for "1/366 in a leap year". The
// collector's fees are settled last.
func FI() Rules {
	return Rules{
		Code: "FI", Fees: Tariffs("FI"), Ladder: ladderFI(), Name: "Finland", Currency: money.MustCurrency("EUR"),
		DayCount: calendar.ActActISDA, Order: preset(allocation.PresetFI),
		AgreedRule: "korkolaki (633/1982) 4 § 2 mom.",
		Late:       lateFI, Limitation: limitationFI, Cutoff: cutoffFI, Ceiling: ceilingFI,
		Calendar: calendar.FI, DueRule: "velkakirjalaki (622/1947) 5 § 2 mom.; laki säädettyjen määräaikain laskemisesta (150/1930) 5 §",
		Series: []string{
			"FI", "FI-margin", "FI-margin-commercial", "FI-credit-ceiling", "FI-credit-ceiling-temporary", "FI-credit-ceiling-margin",
		},
		Sources: []string{"korkolaki (633/1982) 4, 4 a, 12 §§", "kuluttajansuojalaki (38/1978) 7:17 a", "laki velan vanhentumisesta (728/2003)"},
	}
}

func lateFI(q Query) (interest.Rate, error) {
	margin := q.Floating("FI-margin")
	if q.Debtor == ledger.Business && q.IsPaymentClaim() {
		if contracted := q.Selected(); contracted >= calendar.MustDate(2013, time.March, 16) {
			margin = q.Margin("FI-margin-commercial", contracted)
		}
	}
	return q.Over(q.Floating("FI"), margin), nil
}

// agreedDaysFI is how long agreed terms go on for consumers after the whole debt
// fell due.
const agreedDaysFI = 180

func cutoffFI(q Query) calendar.Date {
	if q.Debtor != ledger.Consumer {
		return 0
	}
	due := q.Claim.Accelerated
	if due.IsZero() {
		due = q.Claim.DueDate()
	}
	last := due + agreedDaysFI
	if title := q.FirstTitle(); !title.IsZero() {
		last = min(last, title)
	}
	return last
}

func ceilingFI(q Query) interest.Rate {
	if !q.IsConsumerCredit() {
		return interest.Rate{}
	}
	contracted := q.Selected()
	twenty := q.Margin("FI-credit-ceiling", calendar.MustDate(2019, time.September, 1))
	temporaryFrom, temporaryLast := calendar.MustDate(2020, time.July, 1), calendar.MustDate(2021, time.September, 30)
	switch {
	case contracted < calendar.MustDate(2019, time.September, 1):
		return interest.Rate{}
	case contracted >= calendar.MustDate(2023, time.October, 1):
		return interest.LowerOf(interest.Sum(q.Floating("FI"), q.Margin("FI-credit-ceiling-margin", contracted)), twenty)
	case contracted >= temporaryFrom && contracted <= temporaryLast:
		return q.Margin("FI-credit-ceiling-temporary", contracted).Until(temporaryLast, twenty)
	}
	return twenty
}
