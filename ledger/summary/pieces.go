package summary

import (
	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
)

// piece is interest paid, or below zero taken back, by a debtor: paid on one day,
// acting on the same or, for what was taken back, on that of the reversal.
type piece struct {
	debtor      string
	component   allocation.Component
	paid, acted calendar.Date
	amount      money.Amount
}

// isInterest reports whether a component is interest.
func isInterest(c allocation.Component) bool {
	return c == allocation.ContractInterest || c == allocation.DefaultInterest
}

// payers names who made each payment.
func (e *Entry) payers() map[string]string {
	var only string
	if len(e.Case.Debtors) == 1 {
		only = e.Case.Debtors[0].ID
	}
	out := make(map[string]string, len(e.Case.Payments))
	for _, p := range e.Case.Payments {
		out[p.ID] = only
		if p.By != "" {
			out[p.ID] = p.By
		}
	}
	return out
}

// interestPieces lists the interest paid and taken back on a case, in the order of
// its allocations.
func (e *Entry) interestPieces() []piece {
	payers := e.payers()
	var out []piece
	open := map[string]*reversible{}
	for _, pa := range e.Statement.Allocations {
		if pa.CreditNote || pa.Refund != "" {
			continue
		}
		payer := payers[pa.Payment]
		if pa.Reversal != "" {
			out = append(out, open[pa.Payment].takeBack(payer, pa)...)
			continue
		}
		r := &reversible{day: pa.Date}
		for _, l := range pa.Lines {
			if isInterest(l.Component) {
				r.lines = append(r.lines, l)
				out = append(out, piece{payer, l.Component, l.Date, l.Date, l.Amount})
			}
		}
		open[pa.Payment] = r
	}
	return out
}

// reversible is a payment of a day with what is left to be taken back of its lines of
// interest.
type reversible struct {
	day   calendar.Date
	lines []ledger.Line
}

// takeBack sets the lines of a reversal against those of its payment.
func (r *reversible) takeBack(payer string, back ledger.PaymentAllocation) []piece {
	if r == nil {
		r = &reversible{day: back.Date} // a statement by hand, without the payment
	}
	var out []piece
	for _, l := range back.Lines {
		if !isInterest(l.Component) {
			continue
		}
		rest := l.Amount.Minor() // below zero
		for i := range r.lines {
			own := &r.lines[i]
			if own.Item != l.Item || own.Component != l.Component || own.Amount.Sign() <= 0 || rest >= 0 {
				continue
			}
			part := max(rest, -own.Amount.Minor())
			rest -= part
			own.Amount = money.FromMinor(own.Amount.Minor()+part, own.Amount.Currency())
			out = append(out, piece{payer, l.Component, own.Date, l.Date, money.FromMinor(part, l.Amount.Currency())})
		}
		if rest != 0 {
			out = append(out, piece{payer, l.Component, r.day, l.Date, money.FromMinor(rest, l.Amount.Currency())})
		}
	}
	return out
}
