package rival

import (
	"errors"

	"github.com/skuld-go/skuld/internal/document"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/ledger/summary"
	"github.com/skuld-go/skuld/money"
)

// sums are what remains of a case in the currency of the system; the zero Amounts where
// no rate is known.
type sums struct {
	principal, interest, costs, total money.Amount
	// own are the costs in the currency of the claims.
	own money.Amount
}

// members are the sums in the order of the answers.
func (s sums) members(total bool) []document.Member {
	list := []document.Member{
		{Name: "RemainingPrincipalAmount", Value: amount(s.principal)}, {Name: "RemainingInterestAmount", Value: amount(s.interest)},
		{Name: "RemainingCostAmount", Value: amount(s.costs)},
	}
	if total {
		list = append(list, document.Member{Name: "RemainingTotalAmount", Value: amount(s.total)})
	}
	return list
}

// totals are what remains of a case.
func (d *Document) totals(m *made, st *ledger.Statement) (sums, error) {
	view, err := summary.Case(summary.Entry{Case: m.facts, Statement: st})
	if err != nil {
		return sums{}, err
	}
	r := view.Remaining
	if !m.first.foreign {
		return sums{r.Principal, r.Interest, r.Fees, r.Sum, r.Fees}, nil
	}
	rate := d.opt.Exchange[m.facts.Currency]
	if view.Base == nil || len(view.Base.Missing) > 0 && rate == 0 {
		return sums{own: r.Fees}, nil
	}
	// Costs stand in the books at the rate of the claims.
	costs, err := r.Fees.Convert(d.opt.System, rate.Decimal(), money.HalfUp)
	if err != nil {
		return sums{}, err
	}
	b := view.Base.Remaining
	total, err := b.Sum.Sub(b.Fees)
	if err == nil {
		total, err = total.Add(costs)
	}
	return sums{b.Principal, b.Interest, costs, total, r.Fees}, err
}

// invoices are the claims of a case that a statement knows.
func (d *Document) invoices(m *made, st *ledger.Statement) document.JSON {
	items := map[string]*ledger.Item{}
	for i := range st.Items {
		if it := &st.Items[i]; !it.Fee && !it.CreditNote {
			items[it.ID] = it
		}
	}
	list := make([]document.JSON, len(m.facts.Claims))
	for i, cl := range m.facts.Claims {
		b := m.bills[i]
		members := []document.Member{
			{Name: "InvoiceNo", Value: b.no}, {Name: "InvoiceDate", Value: document.Day(cl.Issued)}, {Name: "DueDate", Value: document.Day(cl.Due)},
			{Name: "Description", Value: b.description}, {Name: "InterestType", Value: document.TextOr(b.word, document.Nothing)},
		}
		members = append(members, m.figures(items[cl.ID])...)
		list[i] = document.Members(append(members, document.Member{Name: "InterestRate", Value: b.agreed}), b.kept...)
	}
	return document.Values(list...)
}

// figures are the rates and remaining amounts of an invoice; all null where the statement
// does not know it yet.
func (m *made) figures(it *ledger.Item) []document.Member {
	add, tot := document.Nothing, document.Nothing
	var own, books [3]money.Amount
	if it != nil {
		if margin, ok := it.Margin(); ok {
			add, tot = per(margin), per(*it.Rate)
		}
		own = three(it.Principal.Remaining, it.Capitalized.Remaining, it.Interest.Remaining)
		if books = own; m.first.foreign {
			books = [3]money.Amount{}
		}
		if b := it.Base; b != nil {
			books = three(b.Principal, b.Capitalized, b.Interest)
		}
	}
	members := []document.Member{{Name: "InterestAddPct", Value: add}, {Name: "InterestTotPct", Value: tot}}
	for i, name := range [...]string{"RemainingPrincipalAmount", "RemainingInterestAmount", "RemainingTotalAmount"} {
		members = append(members, document.Member{Name: name, Value: amount(books[i])})
	}
	for i, name := range [...]string{"RemainingPrincipalAmountCurr", "RemainingInterestAmountCurr", "RemainingTotalAmountCurr"} {
		members = append(members, document.Member{Name: name, Value: amount(own[i])})
	}
	return members
}

// three are principal with what was capitalized, interest, and both together.
func three(principal, capitalized, interest money.Amount) [3]money.Amount {
	whole, err := principal.Add(capitalized)
	total, err2 := whole.Add(interest)
	if errors.Join(err, err2) != nil {
		return [3]money.Amount{} // cannot be: the statement has added them up
	}
	return [3]money.Amount{whole, interest, total}
}
