package paymentplan

import (
	"fmt"
	"slices"
	"strings"

	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/ledger"
)

// planIDs is a beginning for ids that no fact of a case has.
func planIDs(c ledger.Case) string {
	var ids []string
	for _, cl := range c.Claims {
		ids = append(ids, cl.ID)
	}
	for _, f := range c.Fees {
		ids = append(ids, f.ID)
	}
	for _, p := range c.Payments {
		ids = append(ids, p.ID)
	}
	for _, h := range c.Holds {
		ids = append(ids, h.ID)
	}
	for _, w := range c.WriteOffs {
		ids = append(ids, w.ID)
	}
	prefix := "plan-"
	for slices.ContainsFunc(ids, func(id string) bool { return strings.HasPrefix(id, prefix) }) {
		prefix = "the-" + prefix
	}
	return prefix
}

// suspended is the case with the interest of all claims stopped from the day after the
// plan starts through a day, inclusive; a zero day is open.
func suspended(c ledger.Case, start, through calendar.Date) ledger.Case {
	c.Holds = append(slices.Clone(c.Holds), ledger.Hold{
		ID: planIDs(c) + "hold", Scope: ledger.HoldInterest, From: start + 1, Through: through, Reason: "interest suspended by the payment plan",
	})
	return c
}

// The codes of the fees of a plan.
const (
	codeRegistration = "registration"
	codeInvoice      = "invoice"
)

// planned is the fees and the payment of a row as facts of the case.
func (o *over) planned(k int, s *slot) ledger.Planned {
	p := ledger.Planned{ID: fmt.Sprintf("%s%d", o.ids, k), Date: s.due}
	for _, f := range []struct {
		code  string
		minor int64
	}{{codeRegistration, s.registration}, {codeInvoice, s.invoiceFee}} {
		if f.minor > 0 {
			p.Fees = append(p.Fees, ledger.Fee{ID: p.ID + "-" + f.code, Code: f.code, Date: s.due, Amount: o.money(f.minor)})
		}
	}
	return p
}

// Apply is a case with the fees and the payments of a plan over it, every row paid to
// the letter on its due date: its statement on the last due date shows what the plan
// leaves open. Where the case has holds on payments, each of them is directed to what its
// row settles.
func (sched *Schedule) Apply(c ledger.Case) (ledger.Case, error) {
	if sched.over == nil {
		return c, fmt.Errorf("a plan over a bare debt, want one over a case")
	}
	opened, err := OpenCase(c, sched.Start)
	if err != nil {
		return c, err
	}
	c = sched.over.applied(opened.trimmed(), sched)
	if slices.ContainsFunc(c.Holds, func(h ledger.Hold) bool { return h.Scope == ledger.HoldPayments }) {
		sched.direct(c.Payments)
	}
	return c, nil
}

// direct specifies the payments of the plan as its rows settle.
func (sched *Schedule) direct(payments []ledger.Payment) {
	for _, row := range sched.Rows {
		i := slices.IndexFunc(payments, func(p ledger.Payment) bool { return p.ID == fmt.Sprintf("%s%d", sched.over.ids, row.No) })
		if i < 0 {
			continue
		}
		for _, l := range row.Lines {
			payments[i].Specification = append(payments[i].Specification, allocation.Directed{
				Item: l.Item, Components: []allocation.Component{l.Component}, Amount: l.Amount,
			})
		}
	}
}

// applied adds the rows to a case.
func (o *over) applied(c ledger.Case, sched *Schedule) ledger.Case {
	c = o.withTerms(c, 0)
	c.Fees, c.Payments = slices.Clone(c.Fees), slices.Clone(c.Payments)
	for i, row := range sched.Rows {
		p := o.planned(row.No, &o.slots[i])
		c.Fees = append(c.Fees, p.Fees...)
		if row.Amount.Sign() > 0 {
			c.Payments = append(c.Payments, ledger.Payment{ID: p.ID, Date: p.Date, Amount: row.Amount})
		}
	}
	if sched.Waived {
		last := sched.Rows[len(sched.Rows)-1].DueDate
		c.WriteOffs = append(slices.Clone(c.WriteOffs), ledger.WriteOff{
			ID: o.ids + "waiver", Date: last, Kind: ledger.Waiver, Reason: "residual waived when the payment plan is fulfilled",
		})
	}
	return c
}

// withTerms lets no interest run while a plan that suspends it holds, through end; a zero
// end is open.
func (o *over) withTerms(c ledger.Case, end calendar.Date) ledger.Case {
	if o.req.Kind == DebtRelief || o.req.SuspendInterest {
		c = suspended(c, o.req.Start, end)
	}
	return c
}
