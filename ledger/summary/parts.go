package summary

import (
	"fmt"

	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/money"
)

// Parts is a sum of money by what it is for, all of one currency: Sum = Principal +
// Interest + Fees. Capitalized is the part of Principal that once was interest;
// Interest is contract and default interest.
type Parts struct {
	Principal, Interest, Fees, Sum money.Amount
	Capitalized                    money.Amount
}

// zeroParts is nothing in a currency.
func zeroParts(c money.Currency) Parts {
	zero := money.FromMinor(0, c)
	return Parts{zero, zero, zero, zero, zero}
}

// cell is one amount of parts under its name.
type cell struct {
	name string
	*money.Amount
}

// cells lists the amounts of the parts.
func (p *Parts) cells() [5]cell {
	return [...]cell{
		{"principal", &p.Principal}, {"interest", &p.Interest}, {"fees", &p.Fees}, {"sum", &p.Sum}, {"capitalized", &p.Capitalized},
	}
}

// String says the parts in one line, each as a bare number but for the sum.
func (p Parts) String() string {
	return fmt.Sprintf("%s = principal %s + interest %s + fees %s", p.Sum, p.Principal.Number(), p.Interest.Number(), p.Fees.Number())
}

// tally adds amounts of one currency. It keeps the first error, after which sums
// mean nothing.
type tally struct {
	currency money.Currency
	err      error
}

// add adds to an amount; no amount, which has no currency, adds nothing.
func (t *tally) add(to *money.Amount, by money.Amount) {
	if t.err != nil || by == (money.Amount{}) {
		return
	}
	sum, err := to.Add(by)
	if err != nil {
		t.err = fmt.Errorf("%w: sum in %s: %w", ErrSummary, t.currency.Code(), err)
		return
	}
	*to = sum
}

// sum is what amounts come to.
func (t *tally) sum(amounts ...money.Amount) money.Amount {
	out := money.FromMinor(0, t.currency)
	for _, a := range amounts {
		t.add(&out, a)
	}
	return out
}

// book adds an amount of a component to parts.
func (t *tally) book(to *Parts, c allocation.Component, a money.Amount) {
	switch c {
	case allocation.Fee:
		t.add(&to.Fees, a)
	case allocation.ContractInterest, allocation.DefaultInterest:
		t.add(&to.Interest, a)
	case allocation.Capitalized:
		t.add(&to.Capitalized, a)
		t.add(&to.Principal, a)
	default:
		t.add(&to.Principal, a)
	}
	t.add(&to.Sum, a)
}

// plus adds parts to parts.
func (t *tally) plus(to *Parts, by Parts) {
	cells := by.cells()
	for i, cell := range to.cells() {
		t.add(cell.Amount, *cells[i].Amount)
	}
}

// minus takes parts from parts.
func (t *tally) minus(to *Parts, by Parts) {
	cells := by.cells()
	for i, cell := range to.cells() {
		t.add(cell.Amount, cells[i].Neg())
	}
}
