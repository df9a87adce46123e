package jurisdiction

import (
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/dunning"
	"github.com/skuld-go/skuld/fee"
)

// ladderSE is the ladder of Sweden. The law gives fees (lag (1981:739)) and the form of
// a demand (inkassolag (1974:182) 5 §); the days are defaults of the ladder. The
// reminder costs the debtor nothing unless that was agreed when the debt arose, and
// none of the fees goes beside the standard compensation between businesses. Kronofogden
// takes its fee again for each year in which enforcement is open; that is a new fee of
// the case and no level.
func ladderSE() dunning.Policy {
	apply := application("application", "förordning (1992:1094) 1 § (fee)")
	apply.Term = toPay(10)
	return ladder("SE", calendar.SE(),
		dunning.Level{Kind: kindReminder, After: 5, Term: toPay(10), Fee: "reminder",
			Citation: cite("lag (1981:739) 2 §, 4 § 1 p. (fee)"), Text: textReminder},
		dunning.Level{Kind: kindDemand, Expired: true, Term: toPay(10), Fee: "demand",
			Citation: cite("inkassolag (1974:182) 5 § (form); lag (1981:739) 3 § 1 p., 4 § 2 p. (fee)"),
			Text:     "Demands payment and states principal, interest and costs apart; of interest the sum, rate, time and base."},
		planOffer(toPay(10)), apply,
		enforcement("enforcement", "förordning (1992:1094) 5, 6 §§ (fee)"), surveillance())
}

// ladderFI is the ladder of Finland: a fee may be taken 14 days after the due day or
// the letter before at the earliest (perintälaki (513/1999) 10 a §), between businesses
// 10 days after the letter before (10 e §). The law bounds fees and not letters; the
// ladder lets a letter wait for its fee. A debt that can be enforced without a judgment
// and a creditor that collects itself have other fees ([ResolvePolicy] puts them in).
func ladderFI() dunning.Policy {
	consumer, business := fee.Consumer, fee.Business
	apply := application("", "")
	apply.Audience, apply.Requires = consumer, []string{"second-demand", kindPlanOffer}
	applyBusiness := application("", "")
	applyBusiness.Audience = business
	return ladder("FI", calendar.FI(),
		dunning.Level{Kind: kindReminder, Audience: consumer, After: 14, Waits: true, Term: toPay(14), Fee: "reminder",
			Citation: cite("perintälaki (513/1999) 10 a § 1 k., 10 d § (14 days, fee, total)"), Text: textReminder},
		dunning.Level{Kind: kindReminder, Audience: business, After: 7, Waits: true, Term: toPay(10), Fee: "reminder",
			Citation: cite("perintälaki (513/1999) 10 e § (fee)"), Text: textReminder},
		dunning.Level{Kind: kindDemand, Audience: consumer, Gap: 14, Expired: true, Waits: true, Term: toPay(14), Fee: "demand",
			Citation: cite("perintälaki (513/1999) 10 a § 2 k., 10 c, 10 d §§ (14 days, fee, two paid demands, total)"), Text: "Demands payment in collection."},
		dunning.Level{Kind: kindDemand, Audience: business, Gap: 10, Expired: true, Waits: true, Term: toPay(10), Fee: "demand",
			Citation: cite("perintälaki (513/1999) 10 e § (10 days, fee)"), Text: "Demands payment in collection."},
		dunning.Level{Kind: "second-demand", Audience: consumer, Gap: 14, Expired: true, Waits: true, Term: toPay(14), Fee: "second-demand",
			Citation: cite("perintälaki (513/1999) 10 a § 4 k., 10 c, 10 d §§ (14 days, fee, two paid demands, total)"), Text: "Demands payment a second time."},
		planOffer(toPay(14)), apply, applyBusiness, enforcement("", ""), surveillance())
}

// ladderNO is the ladder of Norway: reminder and notice before collection may cost
// something 14 days after the due day, the second of them when its 14 days have been
// missed (inkassoforskriften (FOR-1989-07-14-562) § 1-2); the demand gives the 14 days
// from which the heavy fee of § 2-3 reckons. That fee takes the place of the light one
// 28 days after they ended; no letter goes with it, so it is a fee of the case and no
// level. A creditor that collects itself has the fee of § 1-2 instead ([ResolvePolicy]
// puts it in).
func ladderNO() dunning.Policy {
	return ladder("NO", calendar.NO(),
		dunning.Level{Kind: kindReminder, After: 14, Waits: true, Term: toPay(14), Fee: "reminder",
			Citation: cite("inkassoforskriften (FOR-1989-07-14-562) § 1-2 (14 days, fee)"), Text: textReminder},
		dunning.Level{Kind: "notice", Gap: 14, Expired: true, Waits: true, Term: toPay(14), Fee: "notice",
			Citation: cite("inkassoforskriften (FOR-1989-07-14-562) § 1-2 (14 days, fee)"),
			Text:     "Notice that collection is to begin (inkassovarsel)."},
		dunning.Level{Kind: kindDemand, Expired: true, Term: toPay(14), Fee: "collection",
			Citation: cite("inkassoforskriften (FOR-1989-07-14-562) §§ 2-2, 2-3 (fee, 14 days)"),
			Text:     "Demands payment in collection (betalingsoppfordring)."},
		planOffer(toPay(14)), application("", ""), enforcement("", ""), surveillance())
}

// ladderDK is the ladder of Denmark: at most three reminders with a fee in one period of
// arrears, 10 days apart at least (renteloven § 9 b (2)). The demand is the first letter
// of the collector; the fee for handing the claim over (§ 9 b (3)) is a fee of the case
// and no level. A creditor that collects itself has the fees of bilag 2
// ([ResolvePolicy] puts them in).
func ladderDK() dunning.Policy {
	const nine = "renteloven § 9 b (2) (fee, three at most, 10 days apart)"
	again := dunning.Level{Kind: kindReminder, Gap: 10, Expired: true, Waits: true, Term: toPay(10), Fee: "reminder",
		Citation: cite(nine), Text: "Reminds again and asks for payment."}
	return ladder("DK", calendar.DK(),
		dunning.Level{Kind: kindReminder, After: 10, Waits: true, Term: toPay(10), Fee: "reminder",
			Citation: cite(nine), Text: textReminder},
		again, again,
		dunning.Level{Kind: kindDemand, Expired: true, Term: toPay(10), Fee: "collection",
			Citation: cite("renteloven § 9 a, BEK 601/2002 bilag 1 (fee)"), Text: "Demands payment in collection."},
		planOffer(toPay(10)), application("", ""), enforcement("", ""), surveillance())
}
