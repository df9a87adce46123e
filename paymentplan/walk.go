package paymentplan

import (
	"errors"

	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
)

// found is what a row finds before it is paid, in minor units.
type found struct {
	// opening is the principal, or over a case the whole debt.
	opening int64
	// own is the interest accrued since the row before; payable is that and what
	// earlier rows carried.
	own, payable int64
	// registration and fee are charged in the row, the first within the second.
	registration, fee int64
	// need is what closes the plan.
	need int64
}

// run is how a plan ended at a level.
type run struct {
	rows int
	// closed says that nothing is open after the last row, above that it took more than
	// the level for that.
	closed, above bool
	// last is what the last row pays without the registration, lastPrincipal what of it
	// is principal, level the level that it goes by: its period may have one of its own.
	last, lastPrincipal, level int64
	// left is what is open after the last row.
	left int64
	// short is the first row whose level does not cover its interest, 0 for none, with
	// that interest and the level that would cover it.
	short           int
	shortOwn, wants int64
	// outgrown says that what is open grew beyond bounds.
	outgrown bool
	// tooMuch is a row whose deviating amount is above what is open there.
	tooMuch    int
	tooMuchFor int64
}

// verdict is what a row does to a plan.
type verdict uint8

const (
	goesOn verdict = iota
	closes
	closesAbove
)

// pay says what row k pays at a level. It fails only for a row that has no level.
func (f *frame) pay(k int, s *slot, level int64, d found, out *run) (amount int64, v verdict, err error) {
	r := f.req
	if f.pinned(s) {
		return f.payDeviating(k, r.Deviations[s.deviation].Amount.Minor(), d, out)
	}
	if s.period >= 0 && r.Periods[s.period].Amount.Minor() > 0 {
		level = r.Periods[s.period].Amount.Minor()
	}
	out.level = level
	if level == 0 && r.Kind.level() {
		return 0, goesOn, problemf("/amount", "missing, want one for row %d, which lies outside the periods", k)
	}
	last := f.n == k
	switch {
	case s.fullGrace():
		return d.registration, goesOn, nil
	case s.noPrincipal && !last:
		return d.payable + d.fee, goesOn, nil
	case r.Kind == Bullet:
		return d.need, closes, nil
	case s.noInterest:
		return f.payPrincipal(k, level, d, out), goesOn, nil
	case r.Kind == InterestOnly && last && f.closes:
		return d.need, closes, nil
	case r.Kind == InterestOnly:
		return d.payable + d.fee, goesOn, nil
	case r.Kind.linear():
		return f.payLinear(last, level, d)
	}
	return f.payLevel(k, last, level, d, out)
}

func (f *frame) payDeviating(k int, amount int64, d found, out *run) (int64, verdict, error) {
	switch {
	case amount == d.need:
		return amount, closes, nil
	case amount > d.need:
		out.tooMuch, out.tooMuchFor = k, d.need
		return d.need, closes, nil
	}
	return amount, goesOn, nil
}

// payPrincipal pays the principal of a row in grace of interest.
func (f *frame) payPrincipal(k int, level int64, d found, out *run) int64 {
	if invoice := d.fee - d.registration; f.req.Kind == InterestOnly {
		level = 0
	} else if !f.req.Kind.linear() {
		if level -= invoice; level < 0 && out.short == 0 {
			out.short, out.wants = k, invoice
		}
	}
	return min(d.opening, max(0, level)) + d.fee
}

// payLinear pays a principal part and everything else that is payable.
func (f *frame) payLinear(last bool, part int64, d found) (int64, verdict, error) {
	most := part + d.payable + d.fee
	switch {
	case most >= d.need, f.final > 0 && f.n == 0 && d.need-d.registration <= f.final:
		return d.need, closes, nil
	case last && f.closes:
		return d.need, closesAbove, nil
	}
	return most, goesOn, nil
}

// payLevel pays the level, or what closes the plan.
func (f *frame) payLevel(k int, last bool, level int64, d found, out *run) (int64, verdict, error) {
	need := d.need - d.registration
	switch {
	case need <= level, f.final > 0 && f.n == 0 && need <= f.final:
		return d.need, closes, nil
	case last && f.closes:
		return d.need, closesAbove, nil
	}
	if invoice := d.fee - d.registration; level-invoice < d.own && out.short == 0 {
		out.short, out.wants, out.shortOwn = k, d.own+invoice, d.own
	}
	return level + d.registration, goesOn, nil
}

// walk works a plan over a debt through at a level; emit, where it is not nil, gets
// every row. Errors are problems of dates, rates and sizes.
func (f *frame) walk(level int64, emit func(*slot, Row)) (run, error) {
	var out run
	balance, carried, held := f.req.Debt.Minor(), int64(0), money.Exact{}
	for k := 1; f.n == 0 && k <= MaxRows || k <= f.n; k++ {
		s, err := f.slot(k)
		if f.n == 0 && errors.Is(err, errNoDate) {
			return out, nil // the plan does not end
		}
		if err == nil {
			err = f.terms.weigh(s, k)
		}
		if err != nil {
			return out, err
		}
		own, rest, err := f.terms.accrue(&s.weight, f.money(balance), held)
		if errors.Is(err, money.ErrTooLarge) {
			return out.outgrow(f.n), nil
		}
		if err != nil {
			return out, &ledger.Problem{Path: "/interest", Message: err.Error(), Cause: err}
		}
		held = rest
		payable := carried + own
		if k <= len(f.extra) {
			payable += f.extra[k-1]
		}
		d := found{opening: balance, own: own, payable: payable, registration: s.registration, fee: s.fee(), need: balance + payable + f.extraAfter(k) + s.fee()}
		if d.need > 2*money.MaxMinor {
			return out.outgrow(f.n), nil
		}
		amount, v, err := f.pay(k, s, level, d, &out)
		if err != nil {
			return out, err
		}
		part := min(payable, max(0, amount-d.fee))
		if v != goesOn {
			part = payable + f.extraAfter(k)
		} else if s.noInterest && !f.pinned(s) {
			part = 0
		}
		principal := amount - d.fee - part
		if v == goesOn && amount == d.need {
			v = closes
		}
		if emit != nil {
			s.held = held
			emit(s, f.row(k, s, found{opening: balance, own: own, payable: part, fee: d.fee}, amount, max(0, payable-part)))
		}
		balance -= principal
		carried = payable - part
		out.rows, out.last, out.lastPrincipal, out.left = k, amount-d.registration, principal, balance+carried
		if v != goesOn {
			out.closed, out.above, out.left = true, v == closesAbove, 0
		}
		if out.closed || f.hopeless(&out) {
			return out, nil
		}
	}
	return out, nil
}

// pinned reports whether the parties agreed on the amount of a row.
func (f *frame) pinned(s *slot) bool {
	return s.deviation >= 0 && f.req.Deviations[s.deviation].Amount != nil
}

// hopeless reports whether the rest of a trial does not matter any more: the level is
// refused, or too low to look on for the end of the plan.
func (f *frame) hopeless(out *run) bool { return (f.strict || f.n == 0) && out.short > 0 }

// outgrow is a run that was cut off because the level is far too low.
func (out run) outgrow(rows int) run {
	out.outgrown, out.rows = true, max(out.rows, rows)
	out.last, out.lastPrincipal, out.left = 4*money.MaxMinor, 4*money.MaxMinor, 4*money.MaxMinor
	return out
}

// extraAfter is the interest from before the plan that later rows than k would pay.
func (f *frame) extraAfter(k int) int64 {
	var sum int64
	for i := k; i < len(f.extra); i++ {
		sum += f.extra[i]
	}
	return sum
}

// row shows what a row of a debt pays.
func (f *frame) row(k int, s *slot, d found, amount, carried int64) Row {
	principal := amount - d.fee - d.payable
	row := Row{
		No: k, InvoiceDate: s.invoice, DueDate: s.due,
		Opening: f.money(d.opening), Interest: f.money(d.payable), Fee: f.money(d.fee), Principal: f.money(principal),
		Amount: f.money(amount), Closing: f.money(d.opening - principal), Carried: f.money(carried),
		Segments: s.weight.segments(f.money(d.opening)),
		Unpaid:   f.money(amount), Paid: f.money(0),
	}
	if f.fees.reminder > 0 {
		row.IfLate = f.money(amount + f.fees.reminder)
	}
	return row
}
