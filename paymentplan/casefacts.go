package paymentplan

import (
	"fmt"
	"slices"
	"strings"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/ledger"
)

// Opened is a case as it stands at the end of the day on which a plan over it starts.
type Opened struct {
	// Case has the facts dated through that day and no others.
	Case ledger.Case
	// Resolved are its terms.
	Resolved ledger.Resolved
	// Payments are those of the case after that day, in its currency; they are matched
	// to the rows.
	Payments []Payment
	// Later lists the other facts that were left out, as JSON Pointers into the case.
	Later []string
}

// OpenCase leaves the facts after a day out of a case, so that a plan that starts on it
// is built on what was owed then. The terms remain to be resolved. An error is a
// problem of a payment that cannot be counted in the currency of the case.
func OpenCase(c ledger.Case, start calendar.Date) (Opened, error) {
	var o Opened
	var problems ledger.Problems
	o.Case = c
	o.Case.Payments = nil
	for i, p := range c.Payments {
		if p.Date <= start {
			o.Case.Payments = append(o.Case.Payments, p)
			continue
		}
		credited, err := c.Credited(p)
		if err != nil {
			problems.AddError(fmt.Sprintf("/payments/%d", i), err)
			continue
		}
		o.Payments = append(o.Payments, Payment{p.ID, p.Date, credited})
	}
	o.Case.Claims = through(&o, "claims", c.Claims, start, func(cl ledger.Claim) calendar.Date { return cl.Issued })
	o.Case.Fees = through(&o, "fees", c.Fees, start, func(f ledger.Fee) calendar.Date { return f.Date })
	o.Case.Titles = through(&o, "titles", c.Titles, start, func(t ledger.Title) calendar.Date { return t.Date })
	o.Case.Adjustments = through(&o, "adjustments", c.Adjustments, start, func(a ledger.Adjustment) calendar.Date { return a.Date })
	o.Case.Capitalizations = through(&o, "capitalizations", c.Capitalizations, start, func(k ledger.Capitalization) calendar.Date { return k.Date })
	o.Case.Holds = through(&o, "holds", c.Holds, start, func(h ledger.Hold) calendar.Date { return h.From })
	o.Case.Reversals = through(&o, "reversals", c.Reversals, start, func(r ledger.Reversal) calendar.Date { return r.Date })
	o.Case.Refunds = through(&o, "refunds", c.Refunds, start, func(r ledger.Refund) calendar.Date { return r.Date })
	o.Case.WriteOffs = through(&o, "writeOffs", c.WriteOffs, start, func(w ledger.WriteOff) calendar.Date { return w.Date })
	if c.Closed != nil && c.Closed.Date > start {
		o.Case.Closed = nil
		o.Later = append(o.Later, "/closed")
	}
	return o, problems.Err()
}

// through keeps the facts of a list that are dated on or before a day.
func through[T any](o *Opened, name string, list []T, day calendar.Date, date func(T) calendar.Date) []T {
	var out []T
	for i, f := range list {
		if date(f) <= day {
			out = append(out, f)
			continue
		}
		o.Later = append(o.Later, fmt.Sprintf("/%s/%d", name, i))
	}
	return out
}

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
// leaves open.
func (sched *Schedule) Apply(c ledger.Case) (ledger.Case, error) {
	if sched.over == nil {
		return c, fmt.Errorf("a plan over a bare debt, want one over a case")
	}
	opened, err := OpenCase(c, sched.Start)
	if err != nil {
		return c, err
	}
	return sched.over.applied(opened.Case, sched), nil
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
