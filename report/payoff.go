package report

import (
	"fmt"
	"io"

	"github.com/skuld-go/skuld/ledger"
)

// PayoffText writes the smallest payment of a day after which nothing is open,
// with its parts and findings. Amounts are in the payoff's currency. Errors are
// those of w, which gets the text in one piece.
func PayoffText(w io.Writer, p *ledger.Payoff) error {
	var s page
	s.line("PAYOFF")
	s.line("")
	head := table{columns: "ll", indent: 2}
	head.add("Case", p.Case)
	head.add("Paid on", p.On.String())
	head.add("Currency", p.Currency.Code())
	s.table(head)
	s.line("")
	b := p.Breakdown
	t := table{columns: "lr", indent: 2}
	t.add("Principal", b.Principal.Number())
	if !b.Capitalized.IsZero() {
		t.add("Capitalized interest", b.Capitalized.Number())
	}
	t.add("Contract interest", b.ContractInterest.Number())
	t.add("Default interest", b.DefaultInterest.Number())
	t.add("Fees", b.Fees.Number())
	t.add("To pay", p.Amount.Number())
	s.table(t)
	s.line("")
	s.para("  ", fmt.Sprintf("A payment of %s with value date %s leaves nothing open.", p.Amount, p.On))
	s.findings(p.Findings)
	return s.writeTo(w)
}
