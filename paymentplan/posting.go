package paymentplan

import (
	"fmt"
	"math/big"

	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
)

// Posting says whether rows are posted in whole minor units. The zero value means
// Rounded.
type Posting uint8

const (
	// Rounded posts every row in whole minor units and carries on what it shows.
	Rounded Posting = iota + 1
	// Unrounded keeps every row exact, as contracts of lenders are defined; nobody can
	// pay it to the letter.
	Unrounded
)

// MaxUnroundedRows bounds the rows of a plan that is not rounded: its fractions grow
// with every row.
const MaxUnroundedRows = 480

// ExactRow is a row that was never rounded: Amount = Principal + Interest + Fee, and
// Closing = Opening − Principal.
type ExactRow struct {
	Opening, Interest, Fee, Principal, Amount, Closing money.Exact
}

// ExactPlan is what a plan with the posting Unrounded has beside its rows, whose amounts
// are then rounded half to even, for reading.
type ExactPlan struct {
	// Level is exact, too: the amount by which the last row is like the others.
	Level, Residual money.Exact
	Rows            []ExactRow
	Totals          ExactRow // Opening and Closing are not set
}

// exactRun is a plan over a debt in the middle of its exact rows.
type exactRun struct {
	unrounded
	*frame
	// level is over the unit, as are the others.
	level *big.Int
	// forced lets the plan run to its last row, whatever is open before.
	forced bool
	emit   func(*slot, ExactRow)
	// last is what the last row pays without the registration, part what of it is
	// principal.
	last, part *big.Int
	rows       int
	closed     bool
}

// exactly works the plan through at an exact level in minor units.
func (f *frame) exactly(level *big.Rat, forced bool, emit func(*slot, ExactRow)) (*exactRun, error) {
	x := &exactRun{frame: f, forced: forced, emit: emit}
	x.unit, x.level = new(big.Int).Set(level.Denom()), new(big.Int).Set(level.Num())
	x.balance, x.carried, x.held = x.minor(f.req.Debt.Minor()), new(big.Int), new(big.Int)
	for k := 1; (f.n == 0 || k <= f.n) && !x.closed; k++ {
		if k > MaxUnroundedRows {
			return nil, problemf(f.lengthPath(), "more than %d rows that are not rounded, want fewer", MaxUnroundedRows)
		}
		s, err := f.slot(k)
		if err == nil {
			err = f.terms.weigh(s, k)
		}
		if err == nil {
			x.accrue(&s.weight)
			x.level.Mul(x.level, x.grown(&s.weight))
			err = x.row(k, s)
		}
		if err != nil {
			return nil, err
		}
	}
	return x, nil
}

// grown is by how much a row multiplies the unit.
func (x *exactRun) grown(w *weight) *big.Int {
	return new(big.Int).Mul(big.NewInt(w.den), big.NewInt(perPercent))
}

// row pays a row by the rules of pay.
func (x *exactRun) row(k int, s *slot) error {
	r, fee := x.req, x.minor(s.fee())
	need := new(big.Int).Add(x.balance, x.carried)
	need.Add(need, fee)
	level := x.level
	if p := s.period; p >= 0 && r.Periods[p].Amount.Minor() > 0 {
		level = x.minor(r.Periods[p].Amount.Minor())
	}
	last := k == x.n
	amount, closes := new(big.Int), false
	switch {
	case x.pinned(s):
		amount = x.minor(r.Deviations[s.deviation].Amount.Minor())
		if c := amount.Cmp(need); c > 0 && !x.forced {
			return problemf(deviationPath(s.deviation, "amount"), "more than what is open in row %d", k)
		} else if c == 0 {
			closes = true
		}
	case s.fullGrace():
		amount.Set(x.minor(s.registration))
	case s.noPrincipal && !last:
		amount.Add(x.carried, fee)
	case r.Kind == Bullet, r.Kind == InterestOnly && last && x.closes, last && x.closes:
		amount, closes = need, true
	case s.noInterest:
		part := new(big.Int)
		if r.Kind.level() {
			part.Set(level)
		}
		if !r.Kind.linear() && r.Kind.level() {
			part.Sub(part, x.minor(s.invoiceFee))
		}
		if !x.forced {
			part = clamp(part, x.balance)
		}
		amount.Add(part, fee)
	case r.Kind == InterestOnly:
		amount.Add(x.carried, fee)
	case r.Kind.linear():
		amount.Add(level, x.carried)
		amount.Add(amount, fee)
	default:
		amount.Add(level, x.minor(s.registration))
		if own := new(big.Int).Sub(level, x.minor(s.invoiceFee)); own.Cmp(x.carried) < 0 && !x.forced {
			return &ledger.Problem{
				Path: x.levelPath(), Cause: ErrNegativeAmortization,
				Message: fmt.Sprintf("row %d does not cover its interest of %s, want a larger amount", k, x.exact(x.carried).Fixed(2)),
			}
		}
	}
	if !x.forced && !closes && amount.Cmp(need) >= 0 {
		amount, closes = need, true
	}
	x.post(k, s, amount, fee, closes)
	return nil
}

// levelPath is the field that the level comes from.
func (x *exactRun) levelPath() string { return (&solver{frame: x.frame}).levelPath(0) }

// post splits what a row pays and shows it.
func (x *exactRun) post(k int, s *slot, amount, fee *big.Int, closes bool) {
	rest := new(big.Int).Sub(amount, fee)
	interest := clamp(rest, x.carried)
	switch {
	case closes:
		interest.Set(x.carried)
	case s.noInterest && !x.pinned(s):
		interest.SetInt64(0)
	case x.forced && !s.noInterest && !x.pinned(s):
		interest.Set(x.carried)
	}
	principal := rest.Sub(rest, interest)
	closing := new(big.Int).Sub(x.balance, principal)
	if x.emit != nil {
		x.emit(s, ExactRow{
			Opening: x.exact(x.balance), Interest: x.exact(interest), Fee: x.exact(fee), Principal: x.exact(principal),
			Amount: x.exact(amount), Closing: x.exact(closing),
		})
	}
	x.balance, x.carried = closing, new(big.Int).Sub(x.carried, interest)
	x.last, x.part = new(big.Int).Sub(amount, x.minor(s.registration)), principal
	x.rows, x.closed = k, closes
}

// exact is a number over the unit as an amount.
func (x *exactRun) exact(n *big.Int) money.Exact {
	return money.ExactOfRat(new(big.Rat).SetFrac(n, new(big.Int).Mul(x.unit, scale(x.currency))), x.currency)
}

// scale is how many minor units a major unit has.
func scale(c money.Currency) *big.Int {
	return new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(c.Digits())), nil)
}

// rat is a number over the unit, in minor units.
func (x *exactRun) rat(n *big.Int) *big.Rat { return new(big.Rat).SetFrac(n, x.unit) }
