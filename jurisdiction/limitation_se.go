package jurisdiction

import (
	"slices"

	"github.com/skuld-go/skuld/law"
	"github.com/skuld-go/skuld/law/limitation"
	"github.com/skuld-go/skuld/ledger"
)

// limitationSE is preskriptionslagen (1981:130): ten years from the day the claim arose,
// three where a business has a claim on a consumer for what it supplied for private use,
// unless that rests on a running promissory note (2 §). Invoices, rent, loans and
// consumer credits of consumers are read as such, mortgages as resting on a note.
// Promises, payments, acknowledgements and written demands that reach the debtor begin
// the same period anew, proceedings with their end (5–7 §§). Interest falls with the
// principal (8 §). That a claim of which the debtor was never notified is treated as not
// interrupted is not worked out.
func limitationSE(q Query) limitation.Rule {
	r := limitation.Rule{
		Law: "SE", Period: years(10), From: limitation.FromOrigin,
		Acts: slices.Concat(
			recognized("preskriptionslagen (1981:130) 5 §"),
			each(limitation.Effect{Does: limitation.Restarts, Citation: "preskriptionslagen (1981:130) 5 §"}, limitation.Demand),
			each(pursued("preskriptionslagen (1981:130) 5, 7 §§"), limitation.Action, limitation.Enforcement, limitation.Bankruptcy)),
		Title:    limitation.Title{Citation: "preskriptionslagen (1981:130) 7 §"},
		Citation: "preskriptionslagen (1981:130) 2 §", Source: "github.com/se-lex/sfs", Evidence: law.Sourced,
	}
	if q.Debtor != ledger.Consumer || q.Instrument() == ledger.PromissoryNote || limitationFacts(q.Claim).PrivateCreditor {
		return r
	}
	switch q.Claim.Kind {
	case 0, ledger.Invoice, ledger.Rent, ledger.Loan, ledger.ConsumerCredit:
		r.Period, r.Citation = years(3), "preskriptionslagen (1981:130) 2 § 2 st."
	}
	return r
}
