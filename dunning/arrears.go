package dunning

import (
	"cmp"
	"slices"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/money"
)

// defaultBuckets are the last days of the aging buckets.
var defaultBuckets = []int{30, 60, 90, 180}

// arrears adds up what is overdue on the last day of the course.
func (c *course) arrears() Arrears {
	a := Arrears{
		Installments: c.money(c.overdue), Interest: amountOf(c.h.Interest, c.h.Currency), Fees: amountOf(c.h.Fees, c.h.Currency),
		DaysPastDue: c.daysPastDue(), Buckets: c.buckets(),
	}
	a.Total = c.money(c.overdue + a.Interest.Minor() + a.Fees.Minor())
	if c.running {
		a.Since = c.run.since
	}
	a.Count, a.Consecutive = c.missed()
	if a.Count > 0 {
		a.Items = make([]Overdue, 0, a.Count)
	}
	for i := range c.accounts[:c.nextLate] {
		x := &c.accounts[i]
		if x.open == 0 {
			continue
		}
		past := c.pastDue(x)
		a.Items = append(a.Items, Overdue{ID: x.debt.ID, Due: x.debt.Due, DaysPastDue: past, Open: c.money(x.open), Owed: x.owed()})
		k := slices.IndexFunc(a.Buckets, func(b Bucket) bool { return b.Through == 0 || past <= b.Through })
		b := &a.Buckets[k]
		b.Count, b.Amount = b.Count+1, c.money(b.Amount.Minor()+x.open)
	}
	return a
}

// owed divides what is open of a debt, where that is known: not for an installment that
// counts with its principal since the whole loan fell due.
func (a *account) owed() Owed {
	if a.amount != a.debt.Amount.Minor() {
		return Owed{}
	}
	return a.debt.Owed
}

// buckets are the aging buckets with nothing in them.
func (c *course) buckets() []Bucket {
	ends := c.p.Buckets
	if len(ends) == 0 {
		ends = defaultBuckets
	}
	list := make([]Bucket, len(ends)+1)
	from := 1
	for i, end := range ends {
		list[i] = Bucket{From: from, Through: end, Amount: c.money(0)}
		from = end + 1
	}
	list[len(ends)] = Bucket{From: from, Amount: c.money(0)}
	return list
}

// DebtorArrears is what a debtor is behind with in one currency.
type DebtorArrears struct {
	Debtor string
	// Cases is how many cases are behind.
	Cases int
	Arrears
}

// CaseArrears are the arrears of a case and those who owe it, each the whole.
type CaseArrears struct {
	Debtors []string
	Arrears Arrears
}

// ByDebtor adds the arrears of cases for each debtor and currency, in the order of the
// debtors' names and of the currencies. Who owes a case together with others is shown
// the whole of it, so that the sums of debtors do not add up to those of the cases. Days
// past due are those of the oldest. Buckets are added where the cases have the same ones,
// and left out where they do not; Items are left to the cases.
//
// An error wraps [money.ErrTooLarge].
func ByDebtor(cases []CaseArrears) ([]DebtorArrears, error) {
	var all []DebtorArrears
	for _, x := range cases {
		for _, who := range x.Debtors {
			i := slices.IndexFunc(all, func(d DebtorArrears) bool {
				return d.Debtor == who && d.Total.Currency() == x.Arrears.Total.Currency()
			})
			if i < 0 {
				first := x.Arrears
				first.Items, first.Buckets = nil, slices.Clone(first.Buckets)
				all = append(all, DebtorArrears{Debtor: who, Cases: behind(x.Arrears), Arrears: first})
				continue
			}
			if err := all[i].add(x.Arrears); err != nil {
				return nil, err
			}
		}
	}
	slices.SortStableFunc(all, func(a, b DebtorArrears) int {
		return cmp.Or(cmp.Compare(a.Debtor, b.Debtor), cmp.Compare(a.Total.Currency().Code(), b.Total.Currency().Code()))
	})
	return all, nil
}

func behind(a Arrears) int { return min(1, a.Count) }

// add adds the arrears of another case.
func (d *DebtorArrears) add(a Arrears) error {
	for _, pair := range [...]struct {
		to *money.Amount
		by money.Amount
	}{{&d.Installments, a.Installments}, {&d.Interest, a.Interest}, {&d.Fees, a.Fees}, {&d.Total, a.Total}} {
		sum, err := pair.to.Add(pair.by)
		if err != nil {
			return err
		}
		*pair.to = sum
	}
	d.Cases += behind(a)
	d.Count += a.Count
	d.Consecutive = max(d.Consecutive, a.Consecutive)
	d.DaysPastDue = max(d.DaysPastDue, a.DaysPastDue)
	d.Since = earliest(d.Since, a.Since)
	return d.addBuckets(a.Buckets)
}

func (d *DebtorArrears) addBuckets(more []Bucket) error {
	same := slices.EqualFunc(d.Buckets, more, func(a, b Bucket) bool { return a.From == b.From && a.Through == b.Through })
	if !same {
		d.Buckets = nil
		return nil
	}
	for i, b := range more {
		sum, err := d.Buckets[i].Amount.Add(b.Amount)
		if err != nil {
			return err
		}
		d.Buckets[i].Amount, d.Buckets[i].Count = sum, d.Buckets[i].Count+b.Count
	}
	return nil
}

// earliest is the earlier of two days, of which zero is none.
func earliest(a, b calendar.Date) calendar.Date {
	if a.IsZero() || !b.IsZero() && b < a {
		return b
	}
	return a
}
