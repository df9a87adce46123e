package jurisdiction

import (
	"slices"

	"github.com/skuld-go/skuld/law"
	"github.com/skuld-go/skuld/law/limitation"
)

// limitationNL is book 3 of the BW: five years from the day after the due date (3:307),
// twenty after a judgment (3:324). Legal steps (3:316), written demands (3:317) and
// acknowledgements (3:318) begin a new period, of five years at most, that never ends
// earlier than the old one (3:319). Interest is barred five years after it accrued
// (3:308; 3:324(3) after a judgment), and no later than the principal (3:312).
func limitationNL(Query) limitation.Rule {
	anew := limitation.Effect{Does: limitation.Restarts, AtMost: years(5), Citation: "BW 3:318, 3:319"}
	demand := limitation.Effect{Does: limitation.Restarts, AtMost: years(5), Citation: "BW 3:317, 3:319"}
	action := limitation.Effect{Does: limitation.RestartsAfter, AtMost: years(5), Citation: "BW 3:316, 3:319"}
	return limitation.Rule{
		Law: "NL", Period: years(5), From: limitation.FromDue,
		Acts: slices.Concat(
			each(anew, limitation.Payment, limitation.Promise, limitation.Acknowledgement, limitation.WrittenAcknowledgement),
			each(demand, limitation.Demand),
			each(action, limitation.Action, limitation.Enforcement, limitation.Bankruptcy)),
		Title:    limitation.Title{Period: years(20), Citation: "BW 3:324"},
		Interest: &limitation.InterestRule{Period: years(5), From: limitation.FromDue, Citation: "BW 3:308, 3:324"},
		Citation: "BW 3:307", Source: "BW boek 3", Evidence: law.Sourced,
	}
}
