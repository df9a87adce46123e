package report

import (
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/skuld-go/skuld/ledger"
)

// PayoffText writes the smallest payment of a day after which nothing is open,
// with its parts and findings; where the order of settlement does not reach all
// that is open, it says so instead. Amounts are in the payoff's currency. Errors
// are those of w, which gets the text in one piece, or of a payoff that is nil.
func PayoffText(w io.Writer, p *ledger.Payoff) error {
	if p == nil {
		return errors.New("no payoff, want one")
	}
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
	s.para("  ", fmt.Sprintf("A payment of %s with value date %s %s.", p.Amount, p.On, whatItLeaves(p)))
	s.findings(p.Findings)
	return s.writeTo(w)
}

// whatItLeaves says what is open after the payment.
func whatItLeaves(p *ledger.Payoff) string {
	if slices.ContainsFunc(p.Findings, func(f ledger.Finding) bool { return f.Code == ledger.FindingUnreachable }) {
		return "does not settle everything; the findings say what it leaves open"
	}
	if slices.ContainsFunc(p.Findings, func(f ledger.Finding) bool { return f.Code == ledger.FindingBlocked }) {
		return "leaves nothing open, if it is directed"
	}
	return "leaves nothing open"
}
