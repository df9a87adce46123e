package paymentplan

import (
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
)

// position is what is owed on a plan over a debt on a day, in minor units.
type position struct {
	principal, interest, fee int64
	// prepaid is money that was matched to rows that are not due.
	prepaid int64
	// saved is what the rows that are not due would have cost.
	saved int64
}

// position adds up what is unpaid of rows that are due on a day or before, the
// principal after them, and the interest since the last of them, over the days before
// end.
func (f *frame) position(sched *Schedule, day, end calendar.Date) (position, error) {
	var p position
	from, balance, carried, held := f.req.Start, f.req.Debt.Minor(), int64(0), money.Exact{}
	for i, row := range sched.Rows {
		if row.DueDate > day {
			p.prepaid += row.Paid.Minor()
			p.saved += row.Interest.Minor() + row.Fee.Minor()
			continue
		}
		from, balance, carried, held = f.slots[i].to, row.Closing.Minor(), row.Carried.Minor(), f.slots[i].held
		paid := row.Paid.Minor()
		for _, part := range []struct {
			to   *int64
			owed int64
		}{{&p.fee, row.Fee.Minor()}, {&p.interest, row.Interest.Minor()}, {&p.principal, row.Principal.Minor()}} {
			taken := min(paid, max(0, part.owed))
			paid -= taken
			*part.to += part.owed - taken
		}
	}
	if last := len(sched.Rows) - 1; last >= 0 && sched.Waived && sched.Rows[last].DueDate <= day {
		return p, nil // paying the rows is enough
	}
	since := slot{from: from, to: end}
	if err := f.terms.weigh(&since, 0); err != nil {
		return p, err
	}
	own, _, err := f.terms.accrue(&since.weight, f.money(balance), held)
	if err != nil {
		return p, &ledger.Problem{Path: "/interest", Message: err.Error(), Cause: err}
	}
	p.principal += balance
	p.interest += carried + own
	p.saved -= carried + own
	return p, nil
}

// net takes prepaid money off the fees, the interest and the principal, in this order.
func (p *position) net() {
	for _, part := range []*int64{&p.fee, &p.interest, &p.principal} {
		n := min(p.prepaid, *part)
		*part -= n
		p.prepaid -= n
	}
}

// settlement is the sum that settles the plan on a day.
func (f *frame) settlement(sched *Schedule, on calendar.Date) (*Settlement, error) {
	p, err := f.position(sched, on, on)
	if err != nil {
		return nil, err
	}
	return &Settlement{
		On: on, Amount: f.money(max(0, p.principal+p.interest+p.fee-p.prepaid)), Principal: f.money(p.principal),
		Interest: f.money(p.interest), Fee: f.money(p.fee), Prepaid: f.money(p.prepaid), Saved: f.money(max(0, p.saved)),
	}, nil
}

// returned is what is owed when the plan has ended, with interest through its last day.
func (f *frame) returned(sched *Schedule, x *Life) (*Returned, error) {
	e := x.Ended
	p, err := f.position(sched, e.Date, e.Date+1)
	if err != nil {
		return nil, err
	}
	p.net()
	back := &Returned{On: e.Date, Reason: e.Reason, Principal: f.money(p.principal), Fee: f.money(p.fee), Revived: f.money(0)}
	if f.suspends() && e.Revive {
		if err := f.revive(sched, x, back); err != nil {
			return nil, err
		}
	}
	back.Interest = plus(back.Revived, p.interest)
	back.Total = f.money(p.principal + p.fee + back.Interest.Minor())
	return back, nil
}

// suspends reports whether the plan keeps interest from running.
func (f *frame) suspends() bool {
	return (f.req.Kind == DebtRelief || f.req.SuspendInterest) && !f.req.Interest.Rate.IsZero()
}

// revive works out the interest that the plan suspended: on what was open of the
// principal day by day, from the start through the end, rounded once.
func (f *frame) revive(sched *Schedule, x *Life, back *Returned) error {
	r := *f.req
	r.Kind, r.SuspendInterest = Annuity, false
	t, err := newTerms(&r)
	if err != nil {
		return err
	}
	sum := money.ExactOf(f.money(0))
	from, balance := r.Start, r.Debt.Minor()
	stretch := func(to calendar.Date) error {
		s := slot{from: from, to: to}
		if err := t.weigh(&s, 0); err != nil {
			return err
		}
		for _, seg := range s.weight.segments(f.money(balance)) {
			if sum, err = sum.Add(seg.Exact); err != nil {
				return err
			}
			back.Segments = append(back.Segments, seg)
		}
		from = max(from, to)
		return nil
	}
	for _, p := range f.principalPaid(sched, x) {
		if p.Date > x.Ended.Date {
			break
		}
		if err := stretch(p.Date); err != nil {
			return err
		}
		balance -= p.Amount.Minor()
	}
	if err := stretch(x.Ended.Date + 1); err != nil {
		return err
	}
	if sum.Sign() <= 0 {
		return nil
	}
	back.Revived, err = sum.Round(t.rounding)
	return err
}

// principalPaid is what of every payment was for principal: a row is paid fee first.
func (f *frame) principalPaid(sched *Schedule, x *Life) []Payment {
	var out []Payment
	k, paid := 0, int64(0)
	for _, p := range x.counted() {
		left, principal := p.Amount.Minor(), int64(0)
		for left > 0 && k < len(sched.Rows) {
			row := sched.Rows[k]
			charges := row.Fee.Minor() + row.Interest.Minor()
			n := min(left, row.Amount.Minor()-paid)
			principal += max(0, paid+n-charges) - max(0, paid-charges)
			left, paid = left-n, paid+n
			if paid < row.Amount.Minor() {
				break
			}
			k, paid = k+1, 0
		}
		out = append(out, Payment{p.ID, p.Date, f.money(principal)})
	}
	return out
}
