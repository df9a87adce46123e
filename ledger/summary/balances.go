package summary

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/skuld-go/skuld/money"
)

// balances holds running balances, one for each currency.
type balances struct {
	lines []*balanceLine
}

type balanceLine struct {
	tally
	Balance
}

// of is the balance in a currency.
func (s *balances) of(c money.Currency) *balanceLine {
	for _, l := range s.lines {
		if l.Currency == c {
			return l
		}
	}
	zero := money.FromMinor(0, c)
	l := &balanceLine{tally{currency: c}, Balance{
		Currency: c, Purchases: zero, Invoices: zero, Cases: zero, OpenItems: zero, Accounts: zero, Unsettled: zero, Total: zero,
		Contingent: zero,
	}}
	s.lines = append(s.lines, l)
	return l
}

// item adds an open item or an account.
func (s *balances) item(it OpenItem) {
	l := s.of(it.Balance.Currency())
	switch it.Kind {
	case Purchase:
		l.add(&l.Purchases, it.Balance)
	case Invoice:
		l.add(&l.Invoices, it.Balance)
	default:
		l.add(&l.Accounts, it.Balance)
	}
}

// unsettled adds money that settles nothing.
func (s *balances) unsettled(a money.Amount) {
	l := s.of(a.Currency())
	l.add(&l.Unsettled, a)
}

// owed adds a case.
func (s *balances) owed(v *CaseView) {
	l := s.of(v.Currency)
	l.add(&l.Cases, v.Remaining.Sum)
	l.add(&l.Unsettled, v.Unsettled)
}

// contingent adds what guarantees may come to.
func (s *balances) contingent(list []money.Amount) {
	for _, a := range list {
		l := s.of(a.Currency())
		l.add(&l.Contingent, a)
	}
}

// sorted closes the balances and gives them by currency code; sums beyond bounds are
// noted under a name.
func (s *balances) sorted(name string, ps *problems) []Balance {
	slices.SortFunc(s.lines, func(x, y *balanceLine) int { return cmp.Compare(x.Currency.Code(), y.Currency.Code()) })
	var out []Balance
	for _, l := range s.lines {
		l.OpenItems = l.sum(l.Purchases, l.Invoices, l.Cases)
		l.Total = l.sum(l.OpenItems, l.Accounts, l.Unsettled.Neg())
		if l.err != nil {
			ps.add(fmt.Errorf("%s: %w", name, l.err))
		}
		out = append(out, l.Balance)
	}
	return out
}

// amounts holds running sums, one for each currency.
type amounts struct {
	lines []*amountLine
}

type amountLine struct {
	tally
	amount money.Amount
}

// add adds an amount to the sum of its currency.
func (s *amounts) add(a money.Amount) {
	k := slices.IndexFunc(s.lines, func(l *amountLine) bool { return l.currency == a.Currency() })
	if k < 0 {
		k = len(s.lines)
		s.lines = append(s.lines, &amountLine{tally{currency: a.Currency()}, money.FromMinor(0, a.Currency())})
	}
	s.lines[k].tally.add(&s.lines[k].amount, a)
}

// sorted gives the sums by currency code; those beyond bounds are noted under a name.
func (s *amounts) sorted(name string, ps *problems) []money.Amount {
	slices.SortFunc(s.lines, func(x, y *amountLine) int { return cmp.Compare(x.currency.Code(), y.currency.Code()) })
	var out []money.Amount
	for _, l := range s.lines {
		if l.err != nil {
			ps.add(fmt.Errorf("%s: %w", name, l.err))
		}
		out = append(out, l.amount)
	}
	return out
}
