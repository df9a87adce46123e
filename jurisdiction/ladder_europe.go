package jurisdiction

import (
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/dunning"
	"github.com/skuld-go/skuld/fee"
)

// ladderDE is the ladder of Germany. The reminder costs nothing: it sets the debtor in
// default where no day of the calendar did (BGB § 286 (1)), and the costs of that are
// not damages of delay. The demand is the collector's first. An undisputed claim that
// is paid within two weeks after it costs the debtor half a fee, one that is not 0.9
// (RVG VV 2300 Anm. (2), RDG § 13e), so that the letter charges the half and names the
// 0.9; charging what lies between, once the two weeks are over, is a fee of the case
// and no level. Who collects itself charges nothing, and a disputed claim is outside
// the rule ([ResolvePolicy] sees to both). The fee of a lawyer for the application is
// credited to what follows (VV 3305).
func ladderDE() dunning.Policy {
	return ladder("DE", calendar.DE(),
		dunning.Level{Kind: kindReminder, After: 7, Term: toPay(14),
			Citation: cite("BGB § 286 (1) (default by demand)"),
			Text:     "Asks for payment, which sets in default where no calendar day did; costs nothing."},
		dunning.Level{Kind: kindDemand, Expired: true, Term: toPay(14), Fee: "simple-collection", Announces: "collection",
			Citation: cite("RDG §§ 13a, 13e; RVG VV 2300 Anm. (2) (fees, two weeks)"),
			Text:     "Demands payment in collection and states debt, rate and time of interest; names what not paying within two weeks costs."},
		planOffer(toPay(14)), application("agent", "RVG VV 3305 (fee)"),
		enforcement("enforcement-measure", "RVG VV 3309 (fee)"), surveillance())
}

// ladderAT is the ladder of Austria: the maxima of collection agencies (BGBl 141/1996
// § 3) for a first and a further dunning and for processing. A creditor that collects
// itself has only what ABGB § 1333 (2) gives, which no table holds ([ResolvePolicy]
// takes the fees away). The days are defaults of the ladder.
func ladderAT() dunning.Policy {
	return ladder("AT", calendar.AT(),
		dunning.Level{Kind: "first-dunning", After: 7, Term: toPay(14), Fee: "first-dunning",
			Citation: cite("BGBl 141/1996 § 3 Z 2 (fee)"), Text: textReminder},
		dunning.Level{Kind: "further-dunning", Expired: true, Term: toPay(14), Fee: "further-dunning",
			Citation: cite("BGBl 141/1996 § 3 Z 2 (fee)"), Text: "Reminds again and asks for payment."},
		dunning.Level{Kind: kindDemand, Expired: true, Term: toPay(14), Fee: "collection",
			Citation: cite("BGBl 141/1996 § 3 Z 1 (fee)"), Text: "Demands payment for the last time before court."},
		planOffer(toPay(14)), application("", ""), enforcement("", ""), surveillance())
}

// ladderNL is the ladder of the Netherlands. A consumer owes the costs of collection
// only after a letter that names what happens and the exact sum and gives 14 days from
// the day after it was received (BW 6:96 (6)); while its receipt is not known the days
// do not run out. A business owes them without one, by the same scale.
func ladderNL() dunning.Policy {
	consumer, business := fee.Consumer, fee.Business
	scale := "Besluit vergoeding voor buitengerechtelijke incassokosten art. 2 (fee)"
	return ladder("NL", calendar.NL(),
		dunning.Level{Kind: kindReminder, After: 7, Term: toPay(7), Citation: ladderDefault, Text: textReminder},
		dunning.Level{Kind: "fourteen-day-letter", Audience: consumer, Expired: true, Announces: "collection",
			Term:     dunning.Term{Days: 14, Delivered: true, Roll: true, Least: true, Proven: true},
			Citation: cite("BW 6:96 (6) (letter, 14 days, sum)"),
			Text:     "Gives 14 days from the day after receipt and names the exact costs of collection that follow."},
		dunning.Level{Kind: kindDemand, Audience: consumer, Expired: true, Waits: true, Term: toPay(7), Fee: "collection",
			Citation: cite("BW 6:96 (6); " + scale), Text: "Demands payment with the costs of collection."},
		dunning.Level{Kind: kindDemand, Audience: business, Expired: true, Term: toPay(14), Fee: "collection",
			Citation: cite("BW 6:96 (4); " + scale), Text: "Demands payment with the costs of collection."},
		planOffer(toPay(14)), application("", ""), enforcement("", ""), surveillance())
}

// ladderGB is the ladder of the United Kingdom. The fixed sum of section 5A of the Late
// Payment of Commercial Debts (Interest) Act 1998 is due between businesses by itself,
// once for each debt, and no fee of a letter: it belongs to the fees of the case. The
// letter before claim gives a person 30 days and a business 14 and offers to pay by
// instalments; the sources have no rule behind the days, which are defaults of the
// ladder. Nothing in the sources moves a day for paying that is no business day, so
// terms do not move either.
func ladderGB() dunning.Policy {
	consumer, business := fee.Consumer, fee.Business
	days := func(n int) dunning.Term { return dunning.Term{Days: n} }
	before := dunning.Level{Kind: "letter-before-claim", Audience: consumer, Expired: true, Term: days(30),
		Citation: ladderDefault, Text: "Last letter before a claim in court; offers to pay by instalments."}
	beforeBusiness := before
	beforeBusiness.Audience, beforeBusiness.Term = business, days(14)
	claim := application("", "")
	claim.Kind, claim.Requires = "claim-form", []string{"letter-before-claim"}
	return ladder("GB", calendar.GB(),
		dunning.Level{Kind: kindReminder, After: 7, Term: days(7), Citation: ladderDefault, Text: textReminder},
		dunning.Level{Kind: kindDemand, Expired: true, Term: days(14), Citation: ladderDefault, Text: "Demands payment."},
		before, beforeBusiness, claim, enforcement("", ""), surveillance())
}
