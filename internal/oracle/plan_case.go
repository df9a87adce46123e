package oracle

import (
	"fmt"
	"reflect"
	"slices"
)

// planLedger is a case that a plan is laid over, as it is on the plan's first day.
type planLedger struct {
	in    *caseInput // without the facts after that day
	later []planPaymentInput
}

// CasePlan works out a plan over a case: for every level that is tried the fees
// and payments of the rows are put into the case file, which is then lived through
// day by day. It is an error where the last row is to be similar: there is no
// unrounded case.
func (t *Tables) CasePlan(requestJSON []byte, o PlanOptions) (*PlanResult, error) {
	in, err := decodePlan(requestJSON)
	if err != nil {
		return nil, err
	}
	if in.LastRow == lastSimilar && in.Amount == "" && in.Final == "" {
		return nil, fmt.Errorf("/lastRow: the oracle cannot take a case unrounded")
	}
	file, err := decode(in.Case)
	if err != nil {
		return nil, fmt.Errorf("/case: %w", err)
	}
	in.Currency = or(in.Currency, file.Currency)
	p := t.readPlan(in, o)
	p.alone(in, file)
	l := p.ledger(file)
	p.suspend(in, file)
	if !p.ready() {
		return p.result(in), nil
	}
	if err := p.apart(max(p.n, someRows)); err != nil {
		return nil, err
	}
	if p.debt, err = p.opening(l); err != nil {
		return nil, err
	}
	if p.debt <= 0 {
		p.b.fail("/case", fmt.Errorf("nothing is open on %s", p.start))
	}
	in.Payments = l.later
	p.run = func(level int64, n int) *planRun { return p.runCase(l, level, n) }
	return p.result(in), nil
}

// alone refuses what only a plan over a debt has.
func (p *plan) alone(in *planInput, file *caseInput) {
	if in.Currency != file.Currency || in.Debt != "" || in.Jurisdiction+in.Debtor != "" || in.Rounding != (roundingInput{}) ||
		len(in.Creditors)+len(in.Payments) > 0 || !reflect.DeepEqual(in.Interest, termsInput{}) {
		p.b.fail("", fmt.Errorf("the case says it"))
	}
}

// apart wants a day of its own for every row: of two on one day the fees of both
// would come before either payment.
func (p *plan) apart(rows int) error {
	for k := 1; k <= rows && p.row(k) != nil; k++ {
		if row := p.row(k); k > 1 && row.due <= p.row(k-1).due || row.due < p.start {
			return fmt.Errorf("row %d: the oracle cannot tell it from the one before", k)
		}
	}
	return nil
}

// ledger takes the facts after the start out of a case, payments but to match them
// with the rows, and lets interest stop where the plan does so.
func (p *plan) ledger(file *caseInput) *planLedger {
	l := &planLedger{in: file}
	later := func(s string) bool { return p.b.day("/case", s) > p.start }
	for _, one := range file.Payments {
		if !later(one.Date) {
			continue
		}
		if or(one.Currency, file.Currency) != file.Currency {
			p.b.fail("/case/payments", fmt.Errorf("the oracle does not know how a row takes foreign money"))
		}
		l.later = append(l.later, planPaymentInput{one.ID, one.Date, one.Amount})
	}
	file.Claims = slices.DeleteFunc(file.Claims, func(c claimInput) bool { return later(c.Issued) })
	file.Fees = slices.DeleteFunc(file.Fees, func(f feeInput) bool { return later(f.Date) })
	file.Payments = slices.DeleteFunc(file.Payments, func(f paymentInput) bool { return later(f.Date) })
	file.Reversals = slices.DeleteFunc(file.Reversals, func(f reversalInput) bool { return later(f.Date) })
	file.Refunds = slices.DeleteFunc(file.Refunds, func(f refundInput) bool { return later(f.Date) })
	file.Adjustments = slices.DeleteFunc(file.Adjustments, func(f adjustmentInput) bool { return later(f.Date) })
	file.Capitalizations = slices.DeleteFunc(file.Capitalizations, func(f capitalizationInput) bool { return later(f.Date) })
	file.WriteOffs = slices.DeleteFunc(file.WriteOffs, func(f writeOffInput) bool { return later(f.Date) })
	file.Holds = slices.DeleteFunc(file.Holds, func(f holdInput) bool { return later(f.From) })
	file.Titles = slices.DeleteFunc(file.Titles, func(f titleInput) bool { return later(f.Date) })
	if file.Closed.Date != "" && later(file.Closed.Date) {
		file.Closed = closedInput{}
	}
	return l
}

// suspend lets interest rest from the day after the start where the plan does so.
// That a debt relief shares what comes in among all that is open needs nothing:
// where nothing bears, no total depends on what is paid first, and payments from
// before the plan went by the order of the case.
func (p *plan) suspend(in *planInput, file *caseInput) {
	if p.kind == planRelief || in.SuspendInterest {
		file.Holds = append(file.Holds, holdInput{Scope: "interest", From: (p.start + 1).String()})
	}
}

// opening is all that is open at the end of the first day.
func (p *plan) opening(l *planLedger) (int64, error) {
	b, err := build(l.in, p.b.tables, view{p.start, endless})
	if err != nil {
		return 0, err
	}
	if err := b.runThrough(p.start, false); err != nil {
		return 0, err
	}
	_, total := b.totals()
	return total, nil
}
