package jurisdiction

import (
	"time"

	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
)

// DE are the rules of Germany.
//
// Late interest follows the base rate of BGB § 247: plus 5 percentage points
// (§ 288(1)); plus 9 where no consumer takes part and the claim is for
// consideration, if it arose after 28 July 2014 (§ 288(2), EGBGB Art. 229 § 34),
// plus 8 before; plus 2.5 on a consumer's loan secured by land (§ 497(4)). Of the
// kinds of claims, invoice, rent and other are for consideration; the repayment
// of a loan, credit or mortgage and damages are not. A higher agreed rate stays
// (§ 288(3)). Interest bears no interest (§ 289). The statute has no day count;
// actual/actual with years split at 1 January is the usual reading of a yearly
// rate. The order is costs, interest, principal within a debt, the most onerous
// debt first (§§ 366, 367).
//
// Continuing obligations from before 29 July 2014 whose consideration is rendered
// after 30 June 2016 bear plus 9 by Art. 229 § 34; the case has no date of
// performance, so give such a claim the date of performance as its contract date.
func DE() Rules {
	return Rules{
		Code: "DE", Fees: Tariffs("DE"), Ladder: ladderDE(), Name: "Germany", Currency: money.MustCurrency("EUR"),
		DayCount: calendar.ActActISDA, Order: preset(allocation.PresetBGB367),
		AgreedRule: "BGB § 288(3)",
		Late:       lateDE, Limitation: limitationDE, Calendar: calendar.DE, DueRule: "BGB § 193",
		Series: []string{"DE", "DE-margin", "DE-margin-business", "DE-margin-mortgage"},
		Sources: []string{
			"BGB §§ 247, 286–289, 366, 367, 497", "EGBGB Art. 229 § 34",
			"BGB §§ 195–217",
		},
	}
}

func lateDE(q Query) (interest.Rate, error) {
	return q.Over(q.Floating("DE"), marginDE(q)), nil
}

// marginDE picks the percentage points over the base rate.
func marginDE(q Query) interest.Rate {
	consumer := q.Debtor == ledger.Consumer
	switch {
	case consumer && q.Claim.Kind == ledger.Mortgage:
		return q.Margin("DE-margin-mortgage", calendar.MustDate(2010, time.June, 11))
	case consumer && q.Claim.Kind == ledger.ConsumerCredit:
		return q.Floating("DE-margin").Cite("BGB § 497(1)")
	case consumer || !q.IsPaymentClaim():
		return q.Floating("DE-margin")
	}
	// Obligations from before 2002 bear the margin of 2002 as well, as far as the
	// base rate of BGB § 247 goes.
	return q.Margin("DE-margin-business", max(q.Selected(), calendar.MustDate(2002, time.January, 1)))
}
