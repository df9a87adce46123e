package dunning

import (
	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
)

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

// origin is the earliest day on which a claim arose of which something is open, as far as
// it is known.
func origin(claims []ledger.Claim, items map[string]*ledger.Item) calendar.Date {
	var first calendar.Date
	for i := range claims {
		cl := &claims[i]
		if it := items[cl.ID]; it == nil || it.CreditNote || it.Principal.Remaining.Sign() <= 0 {
			continue
		}
		on := cl.Contracted
		if on.IsZero() {
			on = cl.Issued
		}
		first = earliest(first, on)
	}
	return first
}
