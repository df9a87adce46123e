package jurisdiction

import (
	"github.com/skuld-go/skuld/law"
	"github.com/skuld-go/skuld/law/limitation"
	"github.com/skuld-go/skuld/ledger"
)

// limitationDK is forældelsesloven: three years from the due date (§ 3); ten for a claim
// that rests on a gældsbrev, was acknowledged in writing by existence and amount, or has
// a title (§ 5). Money lent is read as resting on a gældsbrev. Acknowledgements (§ 15)
// begin the period anew, proceedings (§§ 16–18) with their end (§ 19); a letter does
// nothing. Interest that accrues later within ten years is barred three years after it
// accrued (§ 5(2)). The long stops of ten and thirty years, which matter to a creditor
// who does not know of the claim, are not worked out.
func limitationDK(q Query) limitation.Rule {
	restart := limitation.Effect{Does: limitation.Restarts, Citation: "forældelsesloven §§ 15, 19"}
	written := limitation.Effect{
		Act: limitation.WrittenAcknowledgement, Does: limitation.Restarts, Period: years(10), Citation: "forældelsesloven §§ 5, 15, 19",
	}
	r := limitation.Rule{
		Law: "DK", Period: years(3), From: limitation.FromDue,
		Acts: append(each(restart, limitation.Payment, limitation.Promise, limitation.Acknowledgement), written,
			limitation.Effect{Act: limitation.Action, Does: limitation.RestartsAfter, Citation: "forældelsesloven §§ 16, 19"},
			limitation.Effect{Act: limitation.Bankruptcy, Does: limitation.RestartsAfter, Citation: "forældelsesloven §§ 17, 19"},
			limitation.Effect{Act: limitation.Enforcement, Does: limitation.RestartsAfter, Citation: "forældelsesloven §§ 18, 19"}),
		Title:    limitation.Title{Period: years(10), Citation: "forældelsesloven §§ 5, 19"},
		Interest: &limitation.InterestRule{Period: years(3), From: limitation.FromDue, LaterOnly: true, Citation: "forældelsesloven § 5(2)"},
		Citation: "forældelsesloven § 3", Source: "danskelove.dk; elov.dk", Evidence: law.Sourced,
	}
	if q.isLending() || q.Instrument() == ledger.PromissoryNote {
		r.Period, r.Citation, r.Interest.LaterOnly = years(10), "forældelsesloven § 5", false
	}
	return r
}
