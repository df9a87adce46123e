package jurisdiction

import (
	"slices"

	"github.com/skuld-go/skuld/law"
	"github.com/skuld-go/skuld/law/limitation"
	"github.com/skuld-go/skuld/ledger"
)

// limitationNO is foreldelsesloven (1979): three years from the day performance could be
// claimed (§§ 2, 3), ten for money lent and promissory notes (§ 5) and after a judgment.
// Acknowledgements, by conduct as by paying interest too (§ 14), and legal steps
// (§§ 15–19) begin the period anew. The list is closed: a demand does nothing. The year
// after the creditor learned of a claim (§ 10) is not worked out.
func limitationNO(q Query) limitation.Rule {
	r := limitation.Rule{
		Law: "NO", Period: years(3), From: limitation.FromDue,
		Acts: slices.Concat(
			recognized("foreldelsesloven § 14"),
			each(pursued("foreldelsesloven §§ 15–19"), limitation.Action, limitation.Enforcement, limitation.Bankruptcy)),
		Title:    limitation.Title{Period: years(10), Citation: "foreldelsesloven § 21", Evidence: law.Unverified},
		Citation: "foreldelsesloven §§ 2, 3", Source: "snl.no; skatteetaten.no", Evidence: law.Secondary,
	}
	if q.isLending() || q.Instrument() == ledger.PromissoryNote {
		r.Period, r.Citation = years(10), "foreldelsesloven § 5"
	}
	return r
}
