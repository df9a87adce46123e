package summary

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/money"
)

// Totals are sums over cases of one currency.
type Totals struct {
	Currency money.Currency
	// Active and Closed count cases; a closed case has a closing that counts on the
	// as-of day.
	Active, Closed int
	// Remaining is what remains of the active cases.
	Remaining Parts
	// RemainingClosed is what closed cases leave open: nothing was said of their rest,
	// or something was raised later.
	RemainingClosed Parts
	// Unsettled is money of all cases that settles nothing.
	Unsettled money.Amount
}

// DebtorCase is a case as one of its debtors has it. Remaining is the whole of it,
// however many debtors there are.
type DebtorCase struct {
	Case, Role string
	Currency   money.Currency
	Closed     bool
	Remaining  Parts
}

// DebtorView is what somebody owes.
type DebtorView struct {
	// Debtor is the id that cases have in common.
	Debtor string
	// Totals add up the cases that the debtor owes as main or joint debtor, each in
	// full, by currency.
	Totals []Totals
	// Guaranteed adds up those that the debtor guarantees; they are in no other total
	// of the debtor's.
	Guaranteed []Totals
	// Cases lists both, in the order given.
	Cases []DebtorCase
}

// PortfolioView is many cases, by debtor and as a whole.
type PortfolioView struct {
	// AsOf is the one day of all statements, zero where there are none.
	AsOf calendar.Date
	// Cases lists every case once, in the order given.
	Cases []CaseView
	// Totals count every case once, so they are less than the sum over the debtors
	// where debtors owe jointly; cases without debtors are in them too.
	Totals []Totals
	// Debtors are in the order of their first appearance.
	Debtors []DebtorView
}

// Portfolio adds cases up by debtor, and as a whole, by currency. The error wraps
// [ErrSummary] and names everything that is wrong: statements of different days, a
// case given twice, what [Case] reports, and sums that are [money.ErrTooLarge].
func Portfolio(entries []Entry) (*PortfolioView, error) {
	if err := checkAll(entries, 0); err != nil {
		return nil, err
	}
	views, err := viewsOf(entries)
	if err != nil {
		return nil, err
	}
	p := &PortfolioView{Cases: views}
	whole, debtors := new(sheet), new(register)
	for i := range entries {
		v := &views[i]
		p.AsOf = v.AsOf
		whole.add(v)
		for _, d := range entries[i].Case.Debtors {
			l := debtors.of(d.ID)
			l.cases = append(l.cases, DebtorCase{v.Case, d.Role, v.Currency, v.Closed, v.Remaining})
			if guarantees(d) {
				l.guaranteed.add(v)
			} else {
				l.own.add(v)
			}
		}
	}
	var ps problems
	p.Totals = whole.totals("portfolio", &ps)
	for _, l := range debtors.list {
		name := fmt.Sprintf("debtor %q", l.debtor)
		p.Debtors = append(p.Debtors, DebtorView{
			Debtor: l.debtor, Totals: l.own.totals(name, &ps), Guaranteed: l.guaranteed.totals(name+" as guarantor", &ps), Cases: l.cases,
		})
	}
	if err := ps.err(); err != nil {
		return nil, err
	}
	return p, nil
}

// viewsOf reads every case, and reports the problems of all at once.
func viewsOf(entries []Entry) ([]CaseView, error) {
	var ps problems
	views := make([]CaseView, len(entries))
	for i := range entries {
		v, err := entries[i].view()
		ps.add(err)
		views[i] = v
	}
	return views, ps.err()
}

// register finds the running sums of debtors, in the order of first appearance.
type register struct {
	list []*debtorSums
	byID map[string]*debtorSums
}

// debtorSums are a debtor's running sums.
type debtorSums struct {
	debtor          string
	own, guaranteed sheet
	cases           []DebtorCase
}

func (r *register) of(debtor string) *debtorSums {
	if r.byID == nil {
		r.byID = map[string]*debtorSums{}
	}
	l := r.byID[debtor]
	if l == nil {
		l = &debtorSums{debtor: debtor}
		r.byID[debtor] = l
		r.list = append(r.list, l)
	}
	return l
}

// sheet holds running totals, one for each currency.
type sheet struct {
	lines []*sheetLine
}

type sheetLine struct {
	tally
	Totals
}

// add adds a case to the totals of its currency.
func (s *sheet) add(v *CaseView) {
	k := slices.IndexFunc(s.lines, func(l *sheetLine) bool { return l.Currency == v.Currency })
	if k < 0 {
		zero := zeroParts(v.Currency)
		s.lines = append(s.lines, &sheetLine{tally{currency: v.Currency},
			Totals{Currency: v.Currency, Remaining: zero, RemainingClosed: zero, Unsettled: zero.Sum}})
		k = len(s.lines) - 1
	}
	l := s.lines[k]
	if v.Closed {
		l.Closed++
		l.plus(&l.RemainingClosed, v.Remaining)
	} else {
		l.Active++
		l.plus(&l.Remaining, v.Remaining)
	}
	l.tally.add(&l.Unsettled, v.Unsettled)
}

// totals gives the totals by currency code, and notes the sums that went beyond
// bounds under a name.
func (s *sheet) totals(name string, ps *problems) []Totals {
	slices.SortFunc(s.lines, func(a, b *sheetLine) int { return cmp.Compare(a.Currency.Code(), b.Currency.Code()) })
	var out []Totals
	for _, l := range s.lines {
		if l.err != nil {
			ps.add(fmt.Errorf("%s: %w", name, l.err))
		}
		out = append(out, l.Totals)
	}
	return out
}
