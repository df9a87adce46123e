package oracle

import (
	"fmt"
	"slices"
)

// caseWalk is a case that is lived through with the payments of a plan, each
// decided when its day has come.
type caseWalk struct {
	plan      *plan
	book      *book
	level     int64
	n         int
	run       *planRun
	closing   int64 // after the last row
	postponed int64 // interest of rows in which nothing was paid
	done      bool
}

// someRows is how many rows are laid over a case at first, where nobody knows how
// many it takes.
const someRows = 40

// runCase lives through a plan over a case, through row n, or until it is closed
// where n is 0.
func (p *plan) runCase(l *planLedger, level int64, n int) *planRun {
	for rows := someRows; ; rows = min(5*rows, maxPlanRows) {
		if n > 0 {
			rows = n
		}
		r, err := p.tryCase(l, level, n, rows)
		if err != nil {
			p.b.fail("/case", err)
			return &planRun{rows: make([]planFigures, 1)}
		}
		if n > 0 || rows == maxPlanRows || r.closed || r.over || len(r.rows) < rows {
			return r
		}
	}
}

// tryCase lays so many rows over the case.
func (p *plan) tryCase(l *planLedger, level int64, n, rows int) (*planRun, error) {
	in := *l.in
	in.Fees, in.Payments = slices.Clone(in.Fees), slices.Clone(in.Payments)
	last := p.start
	for k := 1; k <= rows && p.row(k) != nil; k++ {
		p.lay(&in, k)
		last = p.row(k).due
	}
	b, err := build(&in, p.b.tables, view{last, endless})
	if err != nil {
		return nil, err
	}
	w := &caseWalk{plan: p, book: b, level: level, n: n, run: &planRun{}, closing: p.debt}
	facts := b.facts()
	for i := range facts {
		if k := facts[i].position - len(l.in.Payments) + 1; facts[i].class == classPayment && k > 0 {
			paid := b.payments[slices.IndexFunc(b.payments, func(q *payment) bool { return q.index == facts[i].position })]
			facts[i].run = func(today day) error { return w.pay(k, paid, today) }
		}
	}
	err = w.live(facts, last)
	w.run.residual = w.closing
	return w.run, err
}

// lay puts the fees of a row and its payment, of whatever amount, into the file.
func (p *plan) lay(in *caseInput, k int) {
	on := p.row(k).due.String()
	invoice, registration := p.feeParts(k)
	if registration > 0 {
		in.Fees = append(in.Fees, feeInput{ID: "plan registration", Code: "plan", Date: on, Amount: p.b.book.print(registration)})
	}
	if invoice > 0 {
		in.Fees = append(in.Fees, feeInput{ID: fmt.Sprintf("plan invoice %d", k), Code: "invoice", Date: on, Amount: p.b.book.print(invoice)})
	}
	in.Payments = append(in.Payments, paymentInput{ID: fmt.Sprintf("plan row %d", k), Date: on, Amount: p.b.book.print(1)})
}

// live goes through the days as a statement does, until the plan is done.
func (w *caseWalk) live(facts []fact, last day) error {
	b := w.book
	b.settles = noDay
	for today := b.start(facts, last); today <= last && !w.done; today++ {
		b.anniversaries(today)
		b.beforeFees(today)
		for _, part := range []struct {
			free  bool
			class int
		}{{false, classRefund}, {true, classClosing}} {
			if err := b.accrue(today, part.free); err != nil {
				return err
			}
			var err error
			if part.free {
				b.toNextDay()
			}
			if facts, err = b.act(facts, today, part.class); err != nil {
				return err
			}
		}
		b.toNextDay()
	}
	return nil
}

// pay decides what row k pays, from what is open before it, and pays it.
func (w *caseWalk) pay(k int, paid *payment, today day) error {
	if w.done {
		return nil
	}
	w.book.bookInterest()
	_, total := w.book.totals()
	p := w.plan
	f := p.frame(k, w.level)
	f.opening, f.need = w.closing, total
	f.own = total - f.opening - f.fee
	w.decide(k, &f)
	f.interest = f.own
	f.principal = f.amount - f.interest - f.fee
	w.closing = f.need - f.amount
	w.run.rows = append(w.run.rows, f)
	w.run.negative = w.run.negative || f.negative
	w.run.closed, w.run.over = f.amount == f.need, f.over
	w.done = w.run.closed || f.over || k == w.n
	if f.amount <= 0 || f.over {
		return nil
	}
	paid.planned = true
	paid.amount, paid.money.paid = f.amount, f.amount
	return w.book.pay(paid, today)
}

// decide sets the amount of a row.
func (w *caseWalk) decide(k int, f *planFigures) {
	p := w.plan
	closes := k == w.n && p.closesLast() || p.amount > 0 && p.final > 0 && f.bare() <= p.final
	one := p.deviations[k]
	switch {
	case one.paid:
		f.amount, f.over = one.amount, one.amount > f.need
	case p.fullGrace(k):
		f.amount = f.registration
		w.postponed += f.own
	case k <= p.principalGrace:
		f.amount = f.own + w.postponed + f.fee
		w.postponed = 0
	case k <= p.interestFree:
		f.amount = min(f.need, p.regularPrincipal(f)+f.fee)
	case closes:
		f.amount = f.need
	case p.unlevelled():
		f.amount = f.own + f.fee
	case p.byPrincipal() && f.level >= f.opening, !p.byPrincipal() && f.bare() <= f.level:
		f.amount = f.need
	case p.byPrincipal():
		f.amount = f.level + f.own + f.fee
	default:
		f.amount = f.level + f.registration
		f.negative = f.level-f.invoice < f.own
	}
}
