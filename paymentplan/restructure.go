package paymentplan

import (
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
)

// restructured is how the plan goes on otherwise. Fees that are open on the day are paid
// on top of the first new row.
func (f *frame) restructured(sched *Schedule, c *Restructuring) (*Restructured, error) {
	p, err := f.position(sched, c.Date, c.Date)
	if err != nil {
		return nil, err
	}
	p.net()
	out := &Restructured{On: c.Date, Change: c.Change, Interest: c.Interest, OpenInterest: f.money(p.interest), OpenFees: f.money(p.fee)}
	if c.Interest == Capitalize {
		p.principal += p.interest
	}
	if out.Principal = f.money(p.principal); p.principal <= 0 {
		return nil, problemf("/restructure/date", "nothing is left to pay off on %s, want an earlier day", c.Date)
	}
	r := f.after(c, out.Principal, out.OpenFees)
	r.Start = max(c.Date, f.boundOn(sched, c.Date))
	g, err := f.goingOn(sched, &r, c)
	if err != nil {
		return nil, ofRestructuring(err)
	}
	if g.extra, err = f.spread(g, c.Interest, p.interest); err != nil {
		return nil, err
	}
	if g.terms, err = newTerms(&r); err != nil {
		return nil, err
	}
	if out.Schedule, err = g.schedule(); err != nil {
		return nil, ofRestructuring(err)
	}
	out.Schedule.upcoming(nil)
	return out, g.addAPR(out.Schedule)
}

// boundOn is the day through which, exclusive, the rows that are due on a day or before
// have accrued.
func (f *frame) boundOn(sched *Schedule, day calendar.Date) calendar.Date {
	bound := f.req.Start
	for i, row := range sched.Rows {
		if row.DueDate <= day {
			bound = f.slots[i].to
		}
	}
	return bound
}

// after is the request for what follows a restructuring.
func (f *frame) after(c *Restructuring, debt, fees money.Amount) Request {
	r := f.req
	next := *r
	next.Debt, next.Start, next.First, next.Every = debt, c.Date, c.First, c.Every
	next.Count, next.End, next.Amount, next.Final = c.Count, c.End, c.Amount, money.Amount{}
	next.Fees = Fees{Registration: fees, Invoice: f.money(f.fees.invoice), Reminder: f.money(f.fees.reminder)}
	next.Deviations, next.Periods, next.Creditors, next.Life, next.Findings = nil, nil, nil, nil, nil
	next.Grace = Grace{}
	if next.Every.IsZero() {
		next.Every = r.Every
	}
	if next.Amount.Minor() == 0 && (r.Kind.limited() || r.residual() != 0 && r.Kind.level()) {
		next.Amount = r.Amount
	}
	if len(r.Creditors) > 0 && debt.Sign() > 0 {
		weights := make([]int64, len(r.Creditors))
		for i, cr := range r.Creditors {
			weights[i] = cr.Admitted.Minor()
		}
		if parts, err := debt.Split(weights); err == nil {
			for i, cr := range r.Creditors {
				next.Creditors = append(next.Creditors, Creditor{cr.ID, parts[i]})
			}
		}
	}
	return next
}

// goingOn is the frame of the rows that follow: those left, or new ones.
func (f *frame) goingOn(sched *Schedule, r *Request, c *Restructuring) (*frame, error) {
	if c.Change == Reage {
		if r.Kind.limited() && r.Count == 0 && r.End.IsZero() {
			return nil, problemf("/count", "missing, want the most rows of the plan")
		}
		return newFrame(r, f.currency)
	}
	var left []slot
	for i, row := range sched.Rows {
		if row.DueDate > c.Date {
			s := f.slots[i]
			s.deviation, s.period, s.registration, s.weighed = -1, -1, 0, false
			s.noPrincipal, s.noInterest, s.invoiceFee = false, false, f.fees.invoice
			left = append(left, s)
		}
	}
	if len(left) == 0 {
		return nil, problemf("/date", "no row is left after %s, want an earlier day or re-age", c.Date)
	}
	left[0].from, left[0].registration = r.Start, r.Fees.Registration.Minor()
	r.Count = len(left)
	g, err := newFrame(r, f.currency)
	if err == nil {
		g.slots = left
	}
	return g, err
}

// spread places open interest in the rows that pay it.
func (f *frame) spread(g *frame, policy InterestPolicy, open int64) ([]int64, error) {
	switch {
	case open <= 0 || policy != ToFirstRow && policy != Spread:
		return nil, nil
	case policy == ToFirstRow:
		return []int64{open}, nil
	case g.n == 0:
		return nil, problemf("/restructure/interest", "%q needs to know the number of rows, want count or end, or another policy", policy)
	}
	weights := make([]int64, g.n)
	for i := range weights {
		weights[i] = 1
	}
	parts, err := f.money(open).Split(weights)
	extra := make([]int64, len(parts))
	for i, p := range parts {
		extra[i] = p.Minor()
	}
	return extra, err
}

// ofRestructuring points problems of the new rows at the fields of the restructuring
// that have another of the same name in the request; the other fields are the
// request's.
func ofRestructuring(err error) error {
	var all ledger.Problems
	for _, p := range ledger.AsProblems(err) {
		switch p.Path {
		case "/count", "/amount", "/end", "/first", "/every", "/date":
			all.AddBelow("/restructure", p)
		default:
			all = append(all, p)
		}
	}
	return all.Err()
}

// below puts a path before those of problems.
func below(path string, err error) error {
	var all ledger.Problems
	for _, p := range ledger.AsProblems(err) {
		all.AddBelow(path, p)
	}
	return all.Err()
}
