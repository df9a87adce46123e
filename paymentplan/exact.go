package paymentplan

import "math/big"

// unrounded is a plan whose interest is not rounded to minor units.
type unrounded struct {
	// unit is what one minor unit is worth.
	unit *big.Int
	// balance is the principal, carried the interest of earlier rows, held a negative
	// accrual that later ones make up for.
	balance, carried, held *big.Int
	// ceil and floor cut the interest of a row to whole units, up or down. Without
	// either nothing is cut: the unit grows by the denominator of each row instead, so
	// that nothing is ever divided.
	ceil, floor bool
}

// guard is how many bits a unit of a run that cuts has below the minor unit.
const guard = 128

// overSettles reports whether rows of so many half minor units more than settle the
// plan when interest is never rounded: its exact level is then below them. More interest
// never settles a plan sooner, so that two runs in short numbers, one cutting up and one
// down, decide wherever they agree.
func (f *frame) overSettles(halves int64) (bool, error) {
	most, err := f.run(unrounded{ceil: true, unit: new(big.Int).Lsh(big.NewInt(2), guard)}, halves)
	if err != nil || most {
		return most, err
	}
	least, err := f.run(unrounded{floor: true, unit: new(big.Int).Lsh(big.NewInt(2), guard)}, halves)
	if err != nil || !least {
		return least, err
	}
	return f.run(unrounded{unit: big.NewInt(2)}, halves)
}

// run works the plan through without rounding.
func (f *frame) run(u unrounded, halves int64) (bool, error) {
	u.balance, u.carried, u.held = u.minor(f.req.Debt.Minor()), new(big.Int), new(big.Int)
	for k := 1; k <= f.n; k++ {
		s, err := f.slot(k)
		if err == nil {
			err = f.terms.weigh(s, k)
		}
		if err != nil {
			return false, err
		}
		u.accrue(&s.weight)
		if k <= len(f.extra) {
			u.carried.Add(u.carried, u.minor(f.extra[k-1]))
		}
		if over, done := u.pay(f, k, s, halves); done {
			return over, nil
		}
	}
	return false, nil
}

// minor is so many minor units over the denominator.
func (u *unrounded) minor(n int64) *big.Int { return new(big.Int).Mul(u.unit, big.NewInt(n)) }

// accrue adds the interest of a row.
func (u *unrounded) accrue(w *weight) {
	den := new(big.Int).Mul(big.NewInt(w.den), big.NewInt(perPercent))
	interest := new(big.Int).Mul(u.balance, big.NewInt(w.num))
	switch {
	case u.ceil:
		interest.Neg(interest.Div(interest.Neg(interest), den))
	case u.floor:
		interest.Div(interest, den) // towards minus infinity, for den is positive
	default:
		for _, n := range []*big.Int{u.unit, u.balance, u.carried, u.held} {
			n.Mul(n, den)
		}
	}
	if interest.Add(interest, u.held); interest.Sign() < 0 {
		u.held.Set(interest)
		return
	}
	u.held.SetInt64(0)
	u.carried.Add(u.carried, interest)
}

// pay pays a row; done says that the plan is at its end.
func (u *unrounded) pay(f *frame, k int, s *slot, halves int64) (over, done bool) {
	need := new(big.Int).Add(u.balance, u.carried)
	need.Add(need, u.minor(f.extraAfter(k)+s.invoiceFee))
	level := u.minor(halves)
	level.Rsh(level, 1)
	if p := s.period; p >= 0 && f.req.Periods[p].Amount.Minor() > 0 {
		level = u.minor(f.req.Periods[p].Amount.Minor())
	}
	pays := level
	switch d := s.deviation; {
	case d >= 0 && f.req.Deviations[d].Amount != nil:
		pays = u.minor(f.req.Deviations[d].Amount.Minor() - s.registration)
		if pays.Cmp(need) >= 0 {
			return true, true
		}
	case s.fullGrace():
		return false, false
	case s.noPrincipal:
		u.carried.SetInt64(0)
		return false, false
	case s.noInterest:
		u.balance.Sub(u.balance, clamp(level.Sub(level, u.minor(s.invoiceFee)), u.balance))
		return false, false
	case k == f.n:
		return need.Cmp(level) < 0, true
	case need.Cmp(level) <= 0:
		return true, true
	}
	rest := new(big.Int).Sub(pays, u.minor(s.invoiceFee))
	interest := clamp(rest, u.carried)
	u.carried.Sub(u.carried, interest)
	u.balance.Sub(u.balance, new(big.Int).Sub(rest, interest))
	return false, false
}

// clamp is n as far as it lies between 0 and most, in a number of its own.
func clamp(n, most *big.Int) *big.Int {
	switch {
	case n.Sign() < 0:
		return new(big.Int)
	case n.Cmp(most) > 0:
		return new(big.Int).Set(most)
	}
	return new(big.Int).Set(n)
}
