package paymentplan

import (
	"cmp"
	"math/big"

	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
)

// unroundedSchedule works a plan over a debt out without rounding.
func (f *frame) unroundedSchedule() (*Schedule, error) {
	if f.n > MaxUnroundedRows {
		return nil, problemf(f.lengthPath(), "%d rows that are not rounded, want at most %d", f.n, MaxUnroundedRows)
	}
	level, err := f.exactLevel()
	if err != nil {
		return nil, err
	}
	plan := &ExactPlan{}
	sched := f.newSchedule(0)
	sched.Exact = plan
	var beyond error
	x, err := f.exactly(level, false, func(s *slot, row ExactRow) {
		plan.Rows = append(plan.Rows, row)
		read, err := f.forReading(len(plan.Rows), s, row)
		sched.Rows, beyond = append(sched.Rows, read), cmp.Or(beyond, err)
	})
	if err = cmp.Or(err, beyond); err != nil {
		return nil, err
	}
	plan.Level = money.ExactOfRat(new(big.Rat).Quo(level, new(big.Rat).SetInt(scale(f.currency))), f.currency)
	if f.req.Kind == Bullet {
		plan.Level = plan.Rows[0].Amount
	}
	plan.Residual = money.ExactOf(f.money(0))
	if !x.closed {
		plan.Residual = x.exact(new(big.Int).Add(x.balance, x.carried))
		sched.Waived = f.residual == Waive
	}
	if err := plan.total(); err != nil {
		return nil, err
	}
	return sched, f.readable(sched)
}

// exactLevel is the level in minor units: the one given, or the one by which the last
// row is like the others. Without rounding what the last row takes is a straight line
// over the level, so that two trials tell where the two meet.
func (f *frame) exactLevel() (*big.Rat, error) {
	r := f.req
	switch {
	case !r.Kind.level():
		return new(big.Rat), nil
	case !f.solved():
		return new(big.Rat).SetInt64(r.Amount.Minor()), nil
	case f.n == 0:
		return nil, problemf("/final", "without a number of rows in a plan that is not rounded, want count or end beside it")
	}
	var at, miss [2]*big.Rat
	for i := range at {
		at[i] = new(big.Rat).SetInt64(r.Debt.Minor()/int64(f.n) + int64(i))
		x, err := f.exactly(at[i], true, nil)
		if err != nil {
			return nil, err
		}
		takes := x.rat(x.last)
		if r.Kind.linear() {
			takes = x.rat(x.part)
		}
		should := at[i]
		if f.final > 0 {
			takes, should = x.rat(x.last), new(big.Rat).SetInt64(f.final)
		}
		miss[i] = takes.Sub(takes, should)
	}
	slope := new(big.Rat).Sub(miss[1], miss[0])
	if slope.Sign() == 0 {
		return at[0], nil // no row goes by the level
	}
	level := slope.Quo(miss[0], slope)
	if level.Sub(at[0], level); level.Sign() <= 0 {
		return nil, problemf(f.lengthPath(), "no level settles the debt in these rows, want other terms")
	}
	return level, nil
}

// rounded is an exact figure rounded half to even, for reading.
func rounded(e money.Exact) (money.Amount, error) {
	a, err := e.Round(money.HalfEven)
	if err == nil && a.Minor() > money.MaxMinor {
		err = money.ErrTooLarge
	}
	if err != nil {
		err = &ledger.Problem{Path: "/interest", Message: "a row grows beyond bounds, want a smaller rate", Cause: err}
	}
	return a, err
}

// forReading is a row with its amounts rounded half to even. An error is a figure
// beyond what an amount can hold.
func (f *frame) forReading(k int, s *slot, row ExactRow) (Row, error) {
	var beyond error
	of := func(e money.Exact) money.Amount {
		a, err := rounded(e)
		beyond = cmp.Or(beyond, err)
		return a
	}
	out := Row{
		No: k, InvoiceDate: s.invoice, DueDate: s.due, Opening: of(row.Opening), Closing: of(row.Closing), Interest: of(row.Interest),
		Fee: of(row.Fee), Principal: of(row.Principal), Amount: of(row.Amount), Carried: f.money(0), Segments: s.weight.exactSegments(of(row.Opening), row.Opening),
	}
	out.Paid, out.Unpaid = f.money(0), out.Amount
	if f.fees.reminder > 0 {
		out.IfLate = plus(out.Amount, f.fees.reminder)
	}
	return out, beyond
}

// readable rounds what is shown beside the rows.
func (f *frame) readable(sched *Schedule) (err error) {
	if sched.Level, err = rounded(sched.Exact.Level); err != nil {
		return err
	}
	if sched.Residual, err = rounded(sched.Exact.Residual); err != nil {
		return err
	}
	sched.total()
	sched.RemainingCount = len(sched.Rows)
	f.explain(sched)
	sched.Findings = append(append(sched.Findings, f.req.Findings...), f.notes...)
	return nil
}

// total adds up the exact rows.
func (p *ExactPlan) total() error {
	for _, row := range p.Rows {
		for _, pair := range [...]struct {
			to *money.Exact
			by money.Exact
		}{
			{&p.Totals.Interest, row.Interest}, {&p.Totals.Fee, row.Fee}, {&p.Totals.Principal, row.Principal}, {&p.Totals.Amount, row.Amount},
		} {
			sum, err := pair.to.Add(pair.by)
			if err != nil {
				return err
			}
			*pair.to = sum
		}
	}
	return nil
}
