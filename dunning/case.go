package dunning

import (
	"strconv"

	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/calendar"
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
		Fees: st.Totals.Fees, Facts: r.Facts, Findings: st.Findings,
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
	} else {
		h.claims(&r, items, moves)
	}
	if h.Facts.Origin.IsZero() {
		h.Facts.Origin = origin(r.Case.Claims)
	}
	return h
}

// fromSchedule reports whether the debts are installments that are no claims.
func (r *Request) fromSchedule() bool {
	return len(r.Installments) > 0 && (len(r.Case.Claims) != len(r.Installments) || r.Case.Claims[0].ID != r.Installments[0].id())
}

// known takes over the facts that count.
func (h *History) known(r *Request, at ledger.At) {
	for _, n := range r.Case.Notices {
		if at.Counts(n.Sent, n.Recorded) {
			h.Notices = append(h.Notices, n)
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

// claims makes the claims that have taken effect debts.
func (h *History) claims(r *Request, items map[string]*ledger.Item, moves []ledger.Movement) {
	number := make([]int, len(r.Case.Claims))
	for i := range r.Case.Claims {
		cl := &r.Case.Claims[i]
		it := items[cl.ID]
		if it == nil || it.CreditNote {
			continue
		}
		d := Debt{
			ID: cl.ID, Due: cl.DueDate(), Invoiced: cl.Issued, Demanded: cl.Demanded, Amount: cl.Principal, Owed: owed(it),
		}
		if l := it.Limitation; l != nil {
			d.Limitation, d.NextInterruption = l.Last, l.NextInterruption
		}
		if cl.Opening != nil {
			d.Amount = cl.Opening.Principal
		}
		if i < len(r.Installments) && r.Installments[i].id() == cl.ID {
			d.Principal = r.Installments[i].Principal
		}
		h.Debts = append(h.Debts, d)
		number[i] = len(h.Debts)
	}
	for _, m := range moves {
		if n := number[m.Claim]; n > 0 {
			h.Receipts = append(h.Receipts, Receipt{Date: m.Date, Amount: m.Amount, Debt: n, Credit: !m.Paid})
		}
	}
}

// owed are the components of a claim that are open.
func owed(it *ledger.Item) Owed {
	o := Owed{Principal: it.Principal.Remaining, Capitalized: it.Capitalized.Remaining}
	for _, p := range it.Parts {
		if p.Component == allocation.ContractInterest {
			o.ContractInterest = p.Remaining
		} else {
			o.DefaultInterest = p.Remaining
		}
	}
	return o
}

// installments makes the schedule of a loan debts, settled by payments, oldest first.
func (h *History) installments(list []Installment, st *ledger.Statement, items map[string]*ledger.Item) {
	for _, in := range list {
		h.Debts = append(h.Debts, Debt{ID: in.id(), Due: in.Due, Amount: in.Amount, Principal: in.Principal})
	}
	back, refunded := takenBack(st), map[string]int64{}
	for _, pa := range st.Allocations {
		if pa.Refund != "" {
			refunded[pa.Payment] -= pa.Amount.Minor()
		}
	}
	for i := range st.Allocations {
		pa := &st.Allocations[i]
		if !received(pa) || back[pa.Payment] {
			continue
		}
		for _, l := range pa.Lines {
			if l.Component != allocation.Fee && l.Component != allocation.DefaultInterest {
				h.receive(l.Date, l.Amount)
			}
		}
		h.receive(pa.Date, money.FromMinor(pa.Unallocated.Minor()-refunded[pa.Payment], h.Currency))
	}
	limit(h.Debts, items)
}

// receive notes money that settles debts, oldest first.
func (h *History) receive(on calendar.Date, a money.Amount) {
	if a.Sign() > 0 {
		h.Receipts = append(h.Receipts, Receipt{Date: on, Amount: a})
	}
}

// limit gives installments the earliest limitation of the claims that are open.
func limit(debts []Debt, items map[string]*ledger.Item) {
	var last, next calendar.Date
	for _, it := range items {
		if it.Fee || it.CreditNote || it.Principal.Remaining.Sign() <= 0 || it.Limitation == nil {
			continue
		}
		last, next = earliest(last, it.Limitation.Last), earliest(next, it.Limitation.NextInterruption)
	}
	for i := range debts {
		debts[i].Limitation, debts[i].NextInterruption = last, next
	}
}

// origin is the earliest day on which a claim arose, as far as it is known.
func origin(claims []ledger.Claim) calendar.Date {
	var first calendar.Date
	for i := range claims {
		cl := &claims[i]
		on := cl.Contracted
		if on.IsZero() {
			on = cl.Issued
		}
		first = earliest(first, on)
	}
	return first
}
