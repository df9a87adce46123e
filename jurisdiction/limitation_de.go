package jurisdiction

import (
	"slices"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/law"
	"github.com/skuld-go/skuld/law/limitation"
)

// limitationDE is the BGB: three years (§ 195) from the end of the year in which the
// claim fell due (§ 199(1)), thirty from a title (§ 197). Acknowledgements, payments
// among them, and acts of enforcement begin the period anew with their day (§ 212).
// Negotiations stop it, and it ends no earlier than three months after them (§ 203);
// court proceedings stop it until six months after their end (§ 204). A reminder does
// nothing. Interest for days after a title is barred three years after the end of its
// year (§ 197(2)); before, it dies with the principal (§ 217).
//
// On a consumer loan default itself stops the period until a title, for ten years at
// most, and § 197(2) is no bar to its interest (§ 497(3)). That the creditor knew of the
// claim is taken for granted, so that the ten years of § 199(4) never matter. Filing
// the claim in insolvency proceedings is not among the acts.
func limitationDE(q Query) limitation.Rule {
	r := limitation.Rule{
		Law: "DE", Period: years(3), From: limitation.FromYearEnd,
		Acts: slices.Concat(recognized("BGB § 212(1) no. 1"), []limitation.Effect{
			{Act: limitation.Enforcement, Does: limitation.Restarts, Citation: "BGB § 212(1) no. 2"},
			{Act: limitation.Action, Does: limitation.Suspends, Extra: calendar.Months(6), Citation: "BGB §§ 204, 209"},
			{Act: limitation.Negotiation, Does: limitation.Suspends, AtLeast: calendar.Months(3), Citation: "BGB §§ 203, 209"},
		}),
		Title:    limitation.Title{Period: years(30), Citation: "BGB § 197(1)"},
		Interest: &limitation.InterestRule{Period: years(3), From: limitation.FromYearEnd, LaterOnly: true, Citation: "BGB § 197(2)"},
		Citation: "BGB §§ 195, 199(1)", Source: "BGB, copy of 2026-04-18", Evidence: law.Sourced,
	}
	if q.IsConsumerCredit() {
		r.Interest = nil
		r.Default = &limitation.DefaultSuspension{AtMost: years(10), Citation: "BGB § 497(3) sentence 3"}
	}
	return r
}
