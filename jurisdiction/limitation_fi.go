package jurisdiction

import (
	"slices"
	"time"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/law"
	"github.com/skuld-go/skuld/law/limitation"
	"github.com/skuld-go/skuld/ledger"
)

// lawFI names the Finnish statute of limitation.
const lawFI = "laki velan vanhentumisesta (728/2003)"

// limitationFI is laki velan vanhentumisesta (728/2003): three years from the due date,
// five after a title; arrangements, payments, acknowledgements and reminders that
// identify the debt begin the period anew, proceedings with their end. What a natural
// person owes by contract ends twenty years after the due date whatever happens,
// twenty-five where the creditor is a natural person; of these at most fifteen counted as
// passed when the rule came into force on 1 January 2015 (13 a §). What a natural person
// owes by a title ends fifteen years after it, twenty where the creditor is a natural
// person (ulosottokaari 2:24). Neither the ten years by which a court may extend that
// nor the longer period of damages from a crime is worked out.
func limitationFI(q Query) limitation.Rule {
	return limitation.Rule{
		Law: "FI", Period: years(3), From: limitation.FromDue,
		Acts: slices.Concat(
			recognized(lawFI+" 10 §"),
			each(limitation.Effect{Does: limitation.Restarts, Citation: lawFI + " 10 §"}, limitation.Demand),
			each(pursued(lawFI+" 11 §"), limitation.Action, limitation.Enforcement, limitation.Bankruptcy)),
		Title:  limitation.Title{Period: years(5), Citation: lawFI + " 13 §"},
		Finals: finalsFI(q), Citation: lawFI + " 4 §", Source: "finlex.fi 728/2003", Evidence: law.Sourced,
	}
}

// finalsFI are the ends that nothing moves; only natural persons have them.
func finalsFI(q Query) []limitation.Final {
	if q.Debtor != ledger.Consumer {
		return nil
	}
	due := limitation.Final{
		From: limitation.FromDue, Period: years(20), NotBefore: calendar.MustDate(2020, time.January, 1), Citation: lawFI + " 13 a §",
	}
	title := limitation.Final{AfterTitle: true, Period: years(15), Citation: "ulosottokaari 2:24"}
	if limitationFacts(q.Claim).PrivateCreditor {
		due.Period, due.NotBefore, title.Period = years(25), calendar.MustDate(2025, time.January, 1), years(20)
	}
	if q.Claim.Kind == ledger.Damages {
		return []limitation.Final{title}
	}
	return []limitation.Final{due, title}
}
