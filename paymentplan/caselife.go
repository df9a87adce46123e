package paymentplan

import (
	"slices"

	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
)

// live adds what was asked of the life of a plan over a case.
func (o *over) live(sched *Schedule) error {
	if o.req.Life == nil {
		o.matchAll(sched)
		return nil
	}
	x := *o.req.Life
	x.Payments = append(slices.Clone(x.Payments), o.standing(x.AsOf)...)
	sched.settleLife(&x)
	var err error
	if !x.SettleOn.IsZero() {
		if sched.Settlement, err = o.settlement(sched, &x); err != nil {
			return err
		}
	}
	if x.Proposal {
		return nil // it changes nothing
	}
	if x.Ended != nil {
		if sched.Returned, err = o.returned(sched, &x); err != nil {
			return err
		}
	}
	if x.Restructure != nil {
		sched.Restructured, err = o.restructured(sched, &x)
	}
	return err
}

// standing are the payments of the case after the start of the plan that were not taken
// back by a day.
func (o *over) standing(day calendar.Date) []Payment {
	return slices.DeleteFunc(slices.Clone(o.opened.Payments), func(p Payment) bool {
		back, ok := o.opened.reversed[p.ID]
		return ok && back <= day
	})
}

// matchAll matches the payments of the case to the rows where nothing is said of a day:
// all of them count.
func (o *over) matchAll(sched *Schedule) {
	if payments := o.standing(lastDay()); len(payments) > 0 {
		sched.match(&Life{AsOf: lastDay(), Payments: payments})
	}
	sched.upcoming(nil)
}

// actual is the case as it went under the plan: with the fees of the rows that were due
// through a day, inclusive, and the payments that came through it.
func (o *over) actual(sched *Schedule, x *Life, day calendar.Date) ledger.Case {
	c := o.opened.Case
	c.Fees, c.Payments = slices.Clone(c.Fees), slices.Clone(c.Payments)
	for i, row := range sched.Rows {
		if row.DueDate <= day {
			c.Fees = append(c.Fees, o.planned(row.No, &o.slots[i]).Fees...)
		}
	}
	for _, p := range x.counted() {
		if p.Date <= day {
			c.Payments = append(c.Payments, ledger.Payment{ID: o.ids + "paid-" + p.ID, Date: p.Date, Amount: p.Amount})
		}
	}
	return c
}

// settlement is the payoff of the case on a day.
func (o *over) settlement(sched *Schedule, x *Life) (*Settlement, error) {
	c := o.withTerms(o.actual(sched, x, x.SettleOn), 0)
	book, err := ledger.Fold(c, o.resolved(c), o.opened.At(x.SettleOn))
	if err != nil {
		return nil, below("/case", err)
	}
	p, err := book.Payoff()
	if err != nil {
		return nil, below("/case", err)
	}
	var unpaid int64
	for _, row := range sched.Rows {
		unpaid += row.Unpaid.Minor()
	}
	b := p.Breakdown
	return &Settlement{
		On: x.SettleOn, Amount: p.Amount, Principal: plus(b.Principal, b.Capitalized.Minor()), Interest: b.Interest, Fee: b.Fees,
		Prepaid: o.money(0), Saved: o.money(max(0, unpaid-p.Amount.Minor())),
	}, nil
}

// returned is the statement of the case when the plan has ended; what it suspended is
// owed after all where that was agreed.
func (o *over) returned(sched *Schedule, x *Life) (*Returned, error) {
	e := x.Ended
	c := o.actual(sched, x, e.Date)
	kept, err := o.statement(o.withTerms(c, e.Date), e.Date)
	if err != nil {
		return nil, err
	}
	st, revived := kept, o.money(0)
	if e.Revive && (o.req.Kind == DebtRelief || o.req.SuspendInterest) {
		if st, err = o.statement(c, e.Date); err != nil {
			return nil, err
		}
		revived = plus(st.Totals.Interest, -kept.Totals.Interest.Minor())
	}
	t := st.Totals
	return &Returned{
		On: e.Date, Reason: e.Reason, Total: t.Total, Principal: plus(t.Principal, t.Capitalized.Minor()), Interest: t.Interest, Fee: t.Fees,
		Revived: revived,
	}, nil
}

// restructured is a plan over what the case owes on a day.
func (o *over) restructured(sched *Schedule, x *Life) (*Restructured, error) {
	c := x.Restructure
	cs := o.withTerms(o.actual(sched, x, c.Date), c.Date)
	st, err := o.statement(cs, c.Date)
	if err != nil {
		return nil, err
	}
	t := st.Totals
	out := &Restructured{
		On: c.Date, Change: c.Change, Interest: c.Interest, OpenInterest: t.Interest, OpenFees: t.Fees,
	}
	switch c.Interest {
	case Capitalize:
		for _, cl := range cs.Claims {
			cs.Capitalizations = append(slices.Clone(cs.Capitalizations), ledger.Capitalization{ID: o.ids + "capitalized-" + cl.ID, Item: cl.ID, Date: c.Date})
		}
	case WaiveInterest:
		cs.WriteOffs = append(slices.Clone(cs.WriteOffs), ledger.WriteOff{
			ID: o.ids + "waived", Date: c.Date, Kind: ledger.Waiver, Reason: "interest waived when the payment plan is restructured",
			Components: []allocation.Component{allocation.ContractInterest, allocation.DefaultInterest},
		})
	}
	out.Principal = plus(t.Total, 0)
	if c.Interest == WaiveInterest {
		out.Principal = plus(t.Total, -t.Interest.Minor())
	}
	if out.Principal.Sign() <= 0 {
		return nil, problemf("/restructure/date", "nothing is left to pay off on %s, want an earlier day", c.Date)
	}
	r := o.after(c, money.Amount{}, money.Amount{})
	next := o.opened
	next.Case, next.Resolved, next.Payments, next.Later = cs, o.resolved(cs), nil, nil
	g, err := o.goingOn(sched, &r, c)
	if err != nil {
		return nil, ofRestructuring(err)
	}
	n, err := newOver(next, &r)
	if err == nil {
		n.slots = g.slots
		out.Schedule, err = n.schedule()
	}
	if err != nil {
		return nil, ofRestructuring(err)
	}
	out.Schedule.upcoming(nil)
	return out, n.addAPR(out.Schedule)
}
