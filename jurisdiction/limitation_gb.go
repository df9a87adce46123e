package jurisdiction

import (
	"slices"

	"github.com/skuld-go/skuld/law"
	"github.com/skuld-go/skuld/law/limitation"
	"github.com/skuld-go/skuld/ledger"
)

// scotland is the law of limitation that a claim in GB may name.
const scotland = "GB-SCT"

// limitationGB is the law of England and Wales, or of Scotland where the claim names it.
func limitationGB(q Query) limitation.Rule {
	if limitationFacts(q.Claim).Law == scotland {
		return limitationScotland()
	}
	return limitationEngland(q)
}

// limitationEngland is the Limitation Act 1980: six years from the due date (s. 5),
// twelve for deeds (s. 8) and mortgages. A payment, and an acknowledgement in writing and
// signed, begin the period anew (s. 29(5)), but not once it has ended (s. 29(7)); a
// promise that is not known to be written does not, and acknowledgements are read as
// written. Proceedings keep the claim from being barred while they last and begin no new
// period. No source tells the period of a judgment; interest on one is barred after six
// years (s. 24).
func limitationEngland(q Query) limitation.Rule {
	r := limitation.Rule{
		Law: "GB", Period: years(6), From: limitation.FromDue,
		Acts: slices.Concat(
			each(limitation.Effect{Does: limitation.Restarts, Citation: "Limitation Act 1980 s. 29(5)"},
				limitation.Payment, limitation.Acknowledgement, limitation.WrittenAcknowledgement),
			each(limitation.Effect{Does: limitation.Holds, Citation: "Limitation Act 1980 s. 5", Evidence: law.Derived},
				limitation.Action, limitation.Enforcement, limitation.Bankruptcy)),
		Title: limitation.Title{Unknown: true, Citation: "Limitation Act 1980 s. 24", Evidence: law.Unverified},
		Interest: &limitation.InterestRule{
			Period: years(6), From: limitation.FromDue, LaterOnly: true, Citation: "Limitation Act 1980 s. 24", Evidence: law.Unverified,
		},
		Citation: "Limitation Act 1980 s. 5", Source: "legislation.gov.uk; nechambers.co.uk", Evidence: law.Sourced,
	}
	if q.Instrument() == ledger.Deed || q.Claim.Kind == ledger.Mortgage {
		r.Period, r.Citation = years(12), "Limitation Act 1980 ss. 8, 20"
	}
	return r
}

// limitationScotland is the Prescription and Limitation (Scotland) Act 1973: the debt is
// extinguished five years after the due date (s. 6), unless a claim in proceedings or an
// acknowledgement, by conduct too, begins the period anew (ss. 9, 10), and after twenty
// whatever happens. What a decree makes of it no source tells.
func limitationScotland() limitation.Rule {
	const act = "Prescription and Limitation (Scotland) Act 1973 "
	return limitation.Rule{
		Law: scotland, Period: years(5), From: limitation.FromDue, Extinguishes: true,
		Acts: slices.Concat(recognized(act+"s. 10"),
			each(pursued(act+"s. 9"), limitation.Action, limitation.Enforcement, limitation.Bankruptcy)),
		Title:    limitation.Title{Unknown: true, Citation: act + "s. 6", Evidence: law.Unverified},
		Finals:   []limitation.Final{{From: limitation.FromDue, Period: years(20), Citation: act + "s. 7"}},
		Citation: act + "s. 6", Source: "legislation.gov.uk", Evidence: law.Sourced,
	}
}
