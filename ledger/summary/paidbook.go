package summary

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/money"
)

// interestBook adds interest up by payer, currency and year.
type interestBook struct {
	debtors map[string]int // order of first appearance
	lines   []*interestLine
	byKey   map[interestKey]*interestLine
	all     []*interestLine // one for each currency
}

type interestKey struct {
	debtor   int
	currency money.Currency
	year     int
}

type interestLine struct {
	tally
	key interestKey
	row InterestRow
}

func newInterestBook() *interestBook {
	return &interestBook{debtors: map[string]int{}, byKey: map[interestKey]*interestLine{}}
}

// add adds interest paid.
func (b *interestBook) add(debtor string, c money.Currency, year int, kind allocation.Component, amount money.Amount) {
	b.line(debtor, c, year).paid(kind, amount)
	k := slices.IndexFunc(b.all, func(l *interestLine) bool { return l.currency == c })
	if k < 0 {
		k = len(b.all)
		b.all = append(b.all, newInterestLine(interestKey{currency: c}, ""))
	}
	b.all[k].paid(kind, amount)
}

// line is the running sum of a payer, a currency and a year.
func (b *interestBook) line(debtor string, c money.Currency, year int) *interestLine {
	place, seen := b.debtors[debtor]
	if !seen {
		place = len(b.debtors)
		b.debtors[debtor] = place
	}
	key := interestKey{place, c, year}
	l := b.byKey[key]
	if l == nil {
		l = newInterestLine(key, debtor)
		b.byKey[key] = l
		b.lines = append(b.lines, l)
	}
	return l
}

func newInterestLine(key interestKey, debtor string) *interestLine {
	zero := money.FromMinor(0, key.currency)
	row := InterestRow{Debtor: debtor, Currency: key.currency, Year: key.year, InterestPaid: InterestPaid{zero, zero, zero}}
	return &interestLine{tally{currency: key.currency}, key, row}
}

// paid adds interest of a kind.
func (l *interestLine) paid(kind allocation.Component, amount money.Amount) {
	if kind == allocation.ContractInterest {
		l.add(&l.row.Contract, amount)
	} else {
		l.add(&l.row.Default, amount)
	}
	l.add(&l.row.Total, amount)
}

// rows lists what is not all zero, by payer, currency and year.
func (b *interestBook) rows(ps *problems) []InterestRow {
	slices.SortFunc(b.lines, func(x, y *interestLine) int {
		return cmp.Or(cmp.Compare(x.key.debtor, y.key.debtor), cmp.Compare(x.currency.Code(), y.currency.Code()), cmp.Compare(x.key.year, y.key.year))
	})
	var out []InterestRow
	for _, l := range b.lines {
		if l.err != nil {
			ps.add(fmt.Errorf("interest paid by %q in %d: %w", l.row.Debtor, l.row.Year, l.err))
		}
		if l.row.Contract.Sign() != 0 || l.row.Default.Sign() != 0 {
			out = append(out, l.row)
		}
	}
	return out
}

// totals lists the sums by currency.
func (b *interestBook) totals(ps *problems) []InterestTotal {
	slices.SortFunc(b.all, func(x, y *interestLine) int { return cmp.Compare(x.currency.Code(), y.currency.Code()) })
	var out []InterestTotal
	for _, l := range b.all {
		if l.err != nil {
			ps.add(fmt.Errorf("interest paid in all: %w", l.err))
		}
		out = append(out, InterestTotal{l.currency, l.row.InterestPaid})
	}
	return out
}
