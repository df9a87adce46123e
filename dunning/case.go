package dunning

import (
	"strconv"

	"github.com/skuld-go/skuld/fee"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
)

// CaseOf is a case with a claim for each installment of a loan: its principal is the
// whole installment, it was contracted when the loan began, and it bears what the law of
// the case makes of one that is late. A case that has claims of its own keeps them.
func CaseOf(c ledger.Case, installments []Installment, loan *Loan) ledger.Case {
	if len(c.Claims) > 0 || len(installments) == 0 {
		return c
	}
	kind := ledger.Loan
	if c.Debtor == ledger.Consumer {
		kind = ledger.ConsumerCredit
	}
	c.Claims = make([]ledger.Claim, len(installments))
	for i, in := range installments {
		c.Claims[i] = ledger.Claim{ID: in.id(), Kind: kind, Principal: in.Amount, Due: in.Due}
		if loan != nil {
			c.Claims[i].Contracted = loan.Start
		}
	}
	return c
}

func (in Installment) id() string { return "installment-" + strconv.Itoa(in.No) }

// HistoryOf is the history of a case on the day of its statement, with what of its facts
// is known then. The movements are those of the same fold ([ledger.FoldCourse]).
//
// Where a loan has claims of its own beside its installments, payments settle the
// installments, oldest first, with what the statement did not put on fees or default
// interest; a payment that was taken back counts as never made.
func HistoryOf(r Request, st *ledger.Statement, moves []ledger.Movement) History {
	at := ledger.At{AsOf: st.AsOf, KnownAt: st.KnownAt}
	h := History{
		Case: r.Case.ID, Currency: r.Case.Currency, Debtor: r.Case.Debtor, Holds: r.Case.Holds, Interest: st.Totals.Interest,
		Fees: st.Totals.Fees, Facts: r.Facts, Findings: st.Findings, Waiting: st.Paid.Unallocated,
	}
	h.known(&r, at)
	items := map[string]*ledger.Item{}
	for i := range st.Items {
		items[st.Items[i].ID] = &st.Items[i]
	}
	h.charges(&r.Case, items)
	h.payments(st)
	if r.fromSchedule() {
		h.installments(r.Installments, st, items)
		h.Waiting = money.Amount{} // it settles installments
	} else {
		h.claims(&r, items, moves)
	}
	if h.Facts.Origin.IsZero() {
		h.Facts.Origin = origin(r.Case.Claims, items)
	}
	return h
}

// fromSchedule reports whether the debts are installments that are no claims.
func (r *Request) fromSchedule() bool {
	return len(r.Installments) > 0 && (len(r.Case.Claims) != len(r.Installments) || r.Case.Claims[0].ID != r.Installments[0].id())
}

// known takes over the facts that count.
func (h *History) known(r *Request, at ledger.At) {
	for i, n := range r.Case.Notices {
		if at.Counts(n.Sent, n.Recorded) {
			h.Notices, h.Positions = append(h.Notices, n), append(h.Positions, i)
		}
	}
	for _, p := range r.Case.Promises {
		if at.Counts(p.Date, p.Recorded) {
			h.Promises = append(h.Promises, p)
		}
	}
	for _, t := range r.Case.Titles {
		if at.Counts(t.Date, t.Recorded) {
			h.Titles = append(h.Titles, t)
		}
	}
	h.Holds = nil
	for _, x := range r.Case.Holds {
		if at.Counts(x.From, x.Recorded) {
			h.Holds = append(h.Holds, x)
		}
	}
	if c := r.Case.Closed; c != nil && at.Counts(c.Date, c.Recorded) {
		h.Closed = c.Date
	}
	if r.Loan != nil {
		loan := *r.Loan
		loan.Returns = nil
		for _, x := range r.Loan.Returns {
			if at.Counts(x.Date, x.Recorded) {
				loan.Returns = append(loan.Returns, x)
			}
		}
		h.Loan = &loan
	}
}

// payments lists the payments that were not taken back.
func (h *History) payments(st *ledger.Statement) {
	back := takenBack(st)
	for i := range st.Allocations {
		if pa := &st.Allocations[i]; received(pa) && !back[pa.Payment] {
			h.Payments = append(h.Payments, Payment{pa.Date, pa.Amount})
		}
	}
}

// received reports whether an entry is money that came in.
func received(pa *ledger.PaymentAllocation) bool {
	return pa.Reversal == "" && pa.Refund == "" && !pa.CreditNote
}

// takenBack names the payments that a reversal took back.
func takenBack(st *ledger.Statement) map[string]bool {
	back := map[string]bool{}
	for i := range st.Allocations {
		if pa := &st.Allocations[i]; pa.Reversal != "" {
			back[pa.Payment] = true
		}
	}
	return back
}

// charges lists the fees of the case.
func (h *History) charges(c *ledger.Case, items map[string]*ledger.Item) {
	for _, f := range c.Fees {
		if it := items[f.ID]; it != nil {
			h.Charged = append(h.Charged, fee.Charge{Code: f.Code, Date: f.Date, Amount: it.Charge.Original})
		}
	}
}
