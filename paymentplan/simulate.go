package paymentplan

import (
	"errors"

	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
)

// walk simulates the plan at a level. Where the number of rows is not known, it looks
// as far ahead as it has to: rates may not be known for longer.
func (o *over) walk(level int64, emit func(Row)) (run, error) {
	if o.n > 0 {
		return o.simulate(level, o.n, emit)
	}
	good := 0
	for h := 12; ; h = min(2*h, MaxRows) {
		out, err := o.simulate(level, h, nil)
		if err != nil {
			return o.within(level, good, h, emit, err)
		}
		if out.closed || o.hopeless(&out) || h == MaxRows {
			return o.simulate(level, out.rows, emit)
		}
		good = h
	}
}

// within looks for the end of a plan between a number of rows that does not settle it
// and one whose rates are not all known; what is the error of the latter.
func (o *over) within(level int64, good, bad int, emit func(Row), what error) (run, error) {
	for good+1 < bad {
		mid := (good + bad) / 2
		out, err := o.simulate(level, mid, nil)
		switch {
		case err != nil:
			bad, what = mid, err
		case out.closed:
			return o.simulate(level, out.rows, emit)
		default:
			good = mid
		}
	}
	return run{}, what
}

// simulate folds the case with so many rows.
func (o *over) simulate(level int64, rows int, emit func(Row)) (run, error) {
	planned := make([]ledger.Planned, rows)
	for k := 1; k <= rows; k++ {
		s, err := o.slot(k)
		if o.n == 0 && errors.Is(err, errNoDate) && k > 1 {
			rows, planned = k-1, planned[:k-1]
			break // the plan does not end
		}
		if err != nil {
			return run{}, err
		}
		planned[k-1] = o.planned(k, s)
	}
	m := simulation{over: o, level: level, emit: emit, closing: o.opening, charged: o.charged}
	c := o.withTerms(o.opened.Case, 0)
	_, err := ledger.Simulate(c, o.opened.Resolved, o.opened.At(planned[rows-1].Date), planned, m.decide)
	if errors.Is(err, errStop) {
		return m.out, m.err
	}
	return m.out, below("/case", err)
}

// simulation is a plan over a case in the middle of its rows.
type simulation struct {
	*over
	level int64
	emit  func(Row)
	out   run
	// closing is what the row before left open, charged the fees until then; carried is
	// interest of rows of full grace.
	closing, charged, carried int64
	// err is why the plan cannot go on.
	err error
}

// errStop ends a fold before its last payment: the plan is at its end, or cannot go on.
var errStop = errors.New("the plan is at its end")

// decide pays a row.
func (m *simulation) decide(i int, open ledger.Totals, charged money.Amount) (money.Amount, error) {
	k, s := i+1, &m.slots[i]
	if m.out.closed || m.hopeless(&m.out) {
		return m.money(0), errStop
	}
	fee := charged.Minor() - m.charged
	m.charged = charged.Minor()
	need := open.Total.Minor()
	own := need - m.closing - fee
	d := found{opening: m.closing, own: own, payable: own, registration: min(s.registration, fee), fee: fee, need: need}
	if s.noPrincipal && !s.noInterest {
		d.payable += m.carried
	}
	amount, v, err := m.pay(k, s, m.level, d, &m.out)
	if err != nil {
		m.err = err
		return m.money(0), errStop
	}
	if amount = min(max(0, amount), need); amount == need && v == goesOn {
		v = closes
	}
	if s.fullGrace() {
		m.carried += own
	} else {
		m.carried = 0
	}
	if m.emit != nil {
		m.emit(m.row(k, s, d, amount))
	}
	m.closing = need - amount
	m.out.rows, m.out.last, m.out.lastPrincipal, m.out.left = k, amount-d.registration, amount-own-fee, m.closing
	m.out.closed, m.out.above = v != goesOn, v == closesAbove
	return m.money(amount), nil
}

// row shows what a row of a case pays: interest is what the case bears since the row
// before.
func (m *simulation) row(k int, s *slot, d found, amount int64) Row {
	d.payable = d.own
	row := m.frame.row(k, s, d, amount, 0)
	row.Segments = nil
	return row
}
