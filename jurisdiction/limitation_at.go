package jurisdiction

import (
	"slices"

	"github.com/skuld-go/skuld/law"
	"github.com/skuld-go/skuld/law/limitation"
	"github.com/skuld-go/skuld/ledger"
)

// limitationAT is the ABGB: three years from the due date for goods, services, rent and
// damages (§ 1486), thirty for the rest (§ 1478) and, as far as is known, after a title.
// Acknowledgement, tacit by paying too, and an action that is pursued begin the period
// anew (§ 1497), if they come before its end; a reminder does nothing. Interest is barred
// three years after it accrued (§ 1480).
func limitationAT(q Query) limitation.Rule {
	further := pursued("ABGB § 1497")
	further.Evidence = law.Unverified
	r := limitation.Rule{
		Law: "AT", Period: years(3), From: limitation.FromDue,
		Acts: slices.Concat(recognized("ABGB § 1497"), each(pursued("ABGB § 1497"), limitation.Action),
			each(further, limitation.Enforcement, limitation.Bankruptcy)),
		Title:    limitation.Title{Period: years(30), Citation: "ABGB § 1478", Evidence: law.Unverified},
		Interest: &limitation.InterestRule{Period: years(3), From: limitation.FromDue, Citation: "ABGB § 1480"},
		Citation: "ABGB § 1486", Source: "ABGB", Evidence: law.Secondary,
	}
	switch q.Claim.Kind {
	case 0, ledger.Invoice, ledger.Rent, ledger.Damages:
	default:
		r.Period, r.Citation = years(30), "ABGB § 1478"
	}
	return r
}
