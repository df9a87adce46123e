package oracle

import "errors"

var errBackwards = errors.New("a row would be due before the one before it")

// planFigures are the figures of one row.
type planFigures struct {
	opening, own, interest, fee, principal, amount int64

	level, registration, invoice int64 // what the row goes by
	need                         int64 // closes the plan
	due                          int64 // interest, with what is carried
	negative                     bool  // what is paid does not cover the row's own interest
	over                         bool  // a deviation pays more than closes the plan
}

// bare is what closes the plan in the row, were there no registration.
func (f *planFigures) bare() int64 { return f.need - f.registration }

// planRun is a plan at some level, with as many rows as it came to.
type planRun struct {
	rows           []planFigures
	closed         bool
	negative, over bool
	residual       int64
}

// last is the last row, or nil.
func (r *planRun) last() *planFigures {
	if len(r.rows) == 0 {
		return nil
	}
	return &r.rows[len(r.rows)-1]
}

// most is the number of rows a run may have.
func most(n int) int {
	if n > 0 {
		return n
	}
	return maxPlanRows
}

// runDebt lives through a plan over a debt, through row n, or until it is closed
// where n is 0. Nothing is refused; what is wrong is noted.
func (p *plan) runDebt(level int64, n int) *planRun {
	r := &planRun{}
	s := &planState{principal: p.debt}
	for k := 1; k <= most(n) && p.row(k) != nil; k++ {
		f := p.worked(k, n, level, s)
		r.rows = append(r.rows, f)
		r.negative = r.negative || f.negative
		if r.over = f.over; r.over {
			return r
		}
		s.principal -= f.principal
		s.carried = f.due - f.interest
		if r.closed = s.principal == 0 && s.carried == 0; r.closed {
			return r
		}
	}
	r.residual = s.principal + s.carried
	return r
}

// frame is what of a row's figures comes before its payment; due is not yet
// known.
func (p *plan) frame(k int, level int64) planFigures {
	f := planFigures{level: level}
	if row := p.row(k); row.fixed > 0 {
		f.level = row.fixed
	}
	f.invoice, f.registration = p.feeParts(k)
	f.fee = f.invoice + f.registration
	return f
}

// worked works row k of n.
func (p *plan) worked(k, n int, level int64, s *planState) planFigures {
	f := p.frame(k, level)
	row := p.row(k)
	f.opening = s.principal
	f.own = p.own(s, row)
	f.due = s.carried + f.own
	f.need = s.principal + f.due + f.fee
	switch {
	case row.deviation.paid:
		rest := row.deviation.amount - f.fee
		f.over = row.deviation.amount > f.need
		f.interest = min(f.due, rest)
		f.principal = rest - f.interest
	case p.fullGrace(k):
	case k <= p.principalGrace:
		f.interest = f.due
	case k <= p.interestFree:
		f.principal = min(s.principal, p.regularPrincipal(&f))
		f.negative = f.principal < 0
	default:
		p.regular(&f, k == n && p.closesLast())
	}
	f.amount = f.principal + f.interest + f.fee
	return f
}

// regularPrincipal is what a row pays on principal when it pays no interest.
func (p *plan) regularPrincipal(f *planFigures) int64 {
	switch {
	case p.unlevelled():
		return 0
	case p.byPrincipal():
		return f.level
	}
	return f.level - f.invoice
}

// regular works a row without grace or deviation.
func (p *plan) regular(f *planFigures, closes bool) {
	closes = closes || p.amount > 0 && p.final > 0 && f.bare() <= p.final
	if !p.byPrincipal() && !p.unlevelled() {
		closes = closes || f.bare() <= f.level
	}
	switch {
	case closes:
		f.principal, f.interest = f.opening, f.due
	case p.unlevelled():
		f.interest = f.due
	case p.byPrincipal():
		f.principal, f.interest = min(f.level, f.opening), f.due
	default:
		available := f.level - f.invoice
		f.negative = available < f.own
		f.interest = min(f.due, available)
		f.principal = available - f.interest
	}
}
