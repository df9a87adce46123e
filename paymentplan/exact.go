package paymentplan

import "math/big"

// unrounded is a plan whose interest is never rounded. All sums are whole numbers over
// one denominator, which grows by that of each row, so that nothing is ever divided.
type unrounded struct {
	// unit is what one minor unit is worth.
	unit *big.Int
	// balance is the principal, carried the interest of earlier rows, held a negative
	// accrual that later ones make up for.
	balance, carried, held *big.Int
}

// overSettles reports whether rows of so many half minor units more than settle the
// plan when interest is never rounded: its exact level is then below them.
func (f *frame) overSettles(halves int64) (bool, error) {
	u := unrounded{unit: big.NewInt(2), balance: big.NewInt(2 * f.req.Debt.Minor()), carried: new(big.Int), held: new(big.Int)}
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

// accrue moves everything to the denominator of the row and adds its interest.
func (u *unrounded) accrue(w *weight) {
	den := new(big.Int).Mul(big.NewInt(w.den), big.NewInt(perPercent))
	interest := new(big.Int).Mul(u.balance, big.NewInt(w.num))
	for _, n := range []*big.Int{u.unit, u.balance, u.carried, u.held} {
		n.Mul(n, den)
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
