package conformance

import (
	"fmt"
	"math/big"

	"github.com/skuld-go/skuld/money"
	"github.com/skuld-go/skuld/paymentplan/tvm"
)

// tvmRowBook compares a row of a table with what package tvm says of its period.
type tvmRowBook struct {
	loan   tvm.Annuity
	row    tvmRow
	places int
	exact  bool
	last   bool     // absorbs rounding
	before []tvmRow // the rows before a last one that does
	errs   []error
}

func (b *tvmRowBook) judge() {
	interest, err1 := tvm.IPMT(b.loan, b.row.period)
	principal, err2 := tvm.PPMT(b.loan, b.row.period)
	so := b.loan
	so.Periods = b.row.period
	left, err3 := tvm.FV(so)
	for _, err := range []error{err1, err2, err3} {
		if err != nil {
			b.errs = append(b.errs, err)
			return
		}
	}
	if b.last {
		b.absorbs()
	} else {
		b.compare("payment", b.loan.Payment, b.row.payment)
		b.compare("principal", principal, b.row.principal)
	}
	b.compareInterest(interest)
	// The value after the period has the other sign than what is owed then.
	if b.row.balance != "" {
		owed := new(big.Rat).Neg(left.Rat())
		b.compare("balance", tvm.NumberOf(owed), b.row.balance)
	}
}

// compare wants the figure rounded half up or, where nothing is rounded, within the
// tolerance of the source.
func (b *tvmRowBook) compare(what string, got tvm.Number, want string) {
	if want == "" {
		return
	}
	t := tvmTolerance{}
	if b.exact {
		t = tvmSourceTolerance
	} else if tvmDecimals(want) > b.places {
		b.errs = append(b.errs, fmt.Errorf("%s %s has more than %d decimals", what, want, b.places))
	}
	if _, err := t.compare(got, want); err != nil {
		b.errs = append(b.errs, fmt.Errorf("%s %w", what, err))
	}
}

// compareInterest wants the interest rounded or, where the rounded parts do not add
// up, what the payment has beside the principal.
func (b *tvmRowBook) compareInterest(interest tvm.Number) {
	if b.exact || b.row.payment == "" || b.row.principal == "" || b.row.interest == "" {
		b.compare("interest", interest, b.row.interest)
		return
	}
	rounded, err := interest.Round(b.places, money.HalfUp)
	if err != nil {
		b.errs = append(b.errs, err)
		return
	}
	rest := b.figure(b.row.payment)
	rest.Sub(rest, b.figure(b.row.principal))
	distance := new(big.Rat).Sub(rest, rounded.Rat())
	if adjusted := distance.Abs(distance).Cmp(tvmLastDigit("1", b.places+1)) <= 0; adjusted && b.figure(b.row.interest).Cmp(rest) == 0 {
		return
	}
	b.compare("interest", interest, b.row.interest)
}

// absorbs wants the principal of all rows to be the loan and the last payment to be
// its parts.
func (b *tvmRowBook) absorbs() {
	total := b.figure(b.row.principal)
	for _, row := range b.before {
		total.Add(total, b.figure(row.principal))
	}
	if total.Add(total, b.loan.Present.Rat()).Sign() != 0 {
		b.errs = append(b.errs, fmt.Errorf("principals miss the loan by %s", total.RatString()))
	}
	parts := b.figure(b.row.principal)
	if parts.Add(parts, b.figure(b.row.interest)).Cmp(b.figure(b.row.payment)) != 0 {
		b.errs = append(b.errs, fmt.Errorf("payment %s, want %s", b.row.payment, parts.RatString()))
	}
}

// figure reads one of the file to check what files add up.
func (b *tvmRowBook) figure(figure string) *big.Rat {
	n, err := tvm.Parse(figure)
	if err != nil {
		b.errs = append(b.errs, err)
	}
	return n.Rat()
}
