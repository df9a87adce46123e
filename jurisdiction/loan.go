package jurisdiction

import (
	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/ledger"
)

// OrderOfLoan gives a case whose claims are the installments of a loan the order in which
// payments on such a loan settle, where the case states none: in Germany a consumer's
// payments go to costs, then to the installments, to default interest last (BGB § 497
// (3)). Other cases come back as they are.
func OrderOfLoan(c ledger.Case) ledger.Case {
	if c.Jurisdiction == "DE" && c.Debtor == ledger.Consumer && len(c.Allocation.Rungs) == 0 {
		o := preset(allocation.PresetBGB497)
		o.Rest, o.Direction = c.Allocation.Rest, c.Allocation.Direction
		c.Allocation = o
	}
	return c
}
