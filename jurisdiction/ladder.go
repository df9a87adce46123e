package jurisdiction

import (
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/dunning"
)

// ladderDefault is the citation of a figure or a step that no law gives.
const ladderDefault = "ladder default"

// Kinds of letters that several ladders have.
const (
	kindReminder     = "reminder"
	kindDemand       = "demand"
	kindPlanOffer    = "plan-offer"
	kindApplication  = "application"
	kindEnforcement  = "enforcement"
	kindSurveillance = "surveillance"
)

// Words for letters that several ladders have.
const (
	textReminder     = "Reminds of the debt and asks for payment."
	textPlanOffer    = "Offers to pay by instalments before a court is asked."
	textApplication  = "Asks the court or authority for an order to pay; the time to object is the court's to set."
	textEnforcement  = "Asks for enforcement of the title."
	textSurveillance = "Watches a debt that could not be enforced: limitation, and means that turn up."
)

// enforcementDays is the time that enforcement has before the debt is put under
// surveillance: default of the ladder, no law gives it.
const enforcementDays = 90

// ladder is a policy with what the ladders of all countries have in common, all of it
// default of the ladder: days count from the due day, which moves to the next business
// day; a letter counts as delivered three days after it was sent; only paying
// everything that is overdue ends arrears; no level is skipped; out of court nothing more
// is asked once there is a title.
func ladder(code string, c *calendar.Calendar, levels ...dunning.Level) dunning.Policy {
	for i := range levels {
		if t := levels[i].Track; t == 0 || t == dunning.TrackClaim {
			levels[i].NoTitle = true
		}
	}
	return dunning.Policy{
		Name: code, Citation: ladderDefault,
		Anchor: dunning.AnchorDue, Grace: dunning.Grace{Roll: true}, MaxStep: 1, Delivery: 3,
		Calendar: c, Tariffs: Tariffs(code), Levels: levels,
	}
}

// toPay is the time that a letter gives to pay. Its last day moves as a day for paying
// does by the country's law ([Rules.DueRule]): who pays on the next business day is in
// time, so that nothing may follow before.
func toPay(days int) dunning.Term { return dunning.Term{Days: days, Roll: true} }

// planOffer is the letter before court: default of the ladder.
func planOffer(term dunning.Term) dunning.Level {
	return dunning.Level{Kind: kindPlanOffer, Expired: true, Term: term, Citation: ladderDefault, Text: textPlanOffer}
}

// application is the step to court, which follows an offer to pay by instalments and is
// of no use beside a title: default of the ladder. Its fee is cited apart.
func application(code, law string) dunning.Level {
	return dunning.Level{
		Kind: kindApplication, Track: dunning.TrackLegal, Requires: []string{kindPlanOffer}, NoTitle: true,
		Fee: code, Citation: cite(law), Text: textApplication,
	}
}

// enforcement is enforcing a title: default of the ladder, but for the fee.
func enforcement(code, law string) dunning.Level {
	return dunning.Level{
		Kind: kindEnforcement, Track: dunning.TrackEnforcement, Title: true,
		Term: dunning.Term{Days: enforcementDays}, Fee: code, Citation: cite(law), Text: textEnforcement,
	}
}

// surveillance follows enforcement: default of the ladder.
func surveillance() dunning.Level {
	return dunning.Level{
		Kind: kindSurveillance, Track: dunning.TrackSurveillance, Requires: []string{kindEnforcement},
		Citation: ladderDefault, Text: textSurveillance,
	}
}

// cite puts what a law says of a level before what the ladder adds to it.
func cite(law string) string {
	if law == "" {
		return ladderDefault
	}
	return law + "; else " + ladderDefault
}
