package paymentplan

import (
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
)

// restructured is how the plan goes on otherwise.
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
	r := f.req.after(c, out.Principal)
	g, err := f.goingOn(sched, &r, c)
	if err != nil {
		return nil, below("/restructure", err)
	}
	g.extra = f.spread(g, c.Interest, p.interest)
	if g.terms, err = newTerms(&r); err != nil {
		return nil, err
	}
	if out.Schedule, err = g.schedule(); err != nil {
		return nil, below("/restructure", err)
	}
	out.Schedule.upcoming(nil)
	return out, nil
}

// after is the request for what follows a restructuring.
func (r *Request) after(c *Restructuring, debt money.Amount) Request {
	next := *r
	next.Debt, next.Start, next.First, next.Every = debt, c.Date, c.First, c.Every
	next.Count, next.End, next.Amount, next.Final = c.Count, c.End, c.Amount, money.Amount{}
	next.Fees.Registration = money.Amount{}
	next.Deviations, next.Periods, next.Creditors, next.Life, next.Findings = nil, nil, nil, nil, nil
	next.Grace = Grace{}
	if next.Every.IsZero() {
		next.Every = r.Every
	}
	if next.Amount.Minor() == 0 && (r.Kind.limited() || r.residual() != 0 && r.Kind.level()) {
		next.Amount = r.Amount
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
	left[0].from = c.Date
	r.Count = len(left)
	g, err := newFrame(r, f.currency)
	if err == nil {
		g.slots = left
	}
	return g, err
}

// spread places open interest in the rows that pay it.
func (f *frame) spread(g *frame, policy InterestPolicy, open int64) []int64 {
	switch {
	case open <= 0:
		return nil
	case policy == ToFirstRow, policy == Spread && g.n == 0:
		return []int64{open}
	case policy != Spread:
		return nil
	}
	weights := make([]int64, g.n)
	for i := range weights {
		weights[i] = 1
	}
	parts, err := f.money(open).Split(weights)
	if err != nil {
		return []int64{open}
	}
	extra := make([]int64, g.n)
	for i, p := range parts {
		extra[i] = p.Minor()
	}
	return extra
}

// below puts a path before those of problems.
func below(path string, err error) error {
	var all ledger.Problems
	for _, p := range ledger.AsProblems(err) {
		all.AddBelow(path, p)
	}
	return all.Err()
}
