package report

import (
	"fmt"

	"github.com/skuld-go/skuld/dunning"
)

// limitation says until when what is open can be claimed.
func (p *page) limitation(l dunning.Limitation) {
	if l.Date.IsZero() && l.NextInterruption.IsZero() {
		return
	}
	p.section("LIMITATION")
	if !l.Date.IsZero() {
		p.para("  ", fmt.Sprintf("%s is the last day on which none of the open debts is barred.", l.Date))
	}
	if !l.NextInterruption.IsZero() {
		p.para("  ", fmt.Sprintf("Limitation should be interrupted again by %s.", l.NextInterruption))
	}
}

// debitReturns says when a direct debit came back last, and whether to try again.
func (p *page) debitReturns(d *dunning.Decision) {
	if d.LastReturn.IsZero() {
		return
	}
	p.section("DEBIT RETURNS")
	text := fmt.Sprintf("A direct debit came back last on %s.", d.LastReturn)
	if d.Retry.IsZero() {
		text += " It is not to be tried again."
	} else {
		text += fmt.Sprintf(" It may be tried again from %s on.", d.Retry)
	}
	p.para("  ", text)
}

// promises says what became of what the debtor promised.
func (p *page) promises(list []dunning.PromiseState) {
	if len(list) == 0 {
		return
	}
	p.section("PROMISES TO PAY")
	t := table{columns: "llrrl", indent: 2}
	t.add("Promise", "Due", "Promised", "Paid in time", "State")
	for _, x := range list {
		t.add(x.ID, dayText(x.Due), amountText(x.Amount), amountText(x.Paid), x.State.String())
	}
	p.table(t)
}

// notifications lists by when somebody else has to be told of the debts.
func (p *page) notifications(list []dunning.Notification) {
	if len(list) == 0 {
		return
	}
	p.section("DEADLINES TO OTHERS")
	t := table{columns: "llll", indent: 2}
	t.add("Deadline", "Debt", "Last day", "State")
	for _, x := range list {
		t.add(x.Kind, x.Item, dayText(x.Day), x.State.String())
	}
	p.table(t)
}
