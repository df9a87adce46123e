package tvm

import (
	"fmt"
	"math/big"
	"slices"
)

// IRR returns the rates r > −1 at which the flows, one period apart, are worth
// nothing: the roots of the sum of flows[i]/(1+r)^i, to so many decimals.
//
// The answer is None if no rate does it, as when all flows have one sign, and
// Ambiguous if several do: [Solution.Usual] then takes one. If all flows are 0, or
// there are none, every rate does it: Ambiguous without roots and not Complete.
// A rate so near to −1 that it is rounded to −1 is given as −1.
//
// Errors: ErrPeriods beyond MaxPeriods + 1 flows, ErrDigits, ErrTooLarge. Source
// of the counts of roots: Descartes' rule of signs; Norstrøm, A sufficient
// condition for a unique nonnegative internal rate of return, 1972.
func IRR(flows []Number, digits int) (Solution, error) {
	values, _, err := integers(flows)
	if err = firstOf(checkDigits(digits), err); err != nil {
		return Solution{}, err
	}
	return solve(values, digits)
}

// RATE returns the rates r > −1 per period that solve the equation of the package,
// as IRR of its flows does. It looks at Periods, Payment, Present, Future and
// When. Errors: ErrPeriods, ErrDigits, ErrTooLarge, no When.
func RATE(a Annuity, digits int) (Solution, error) {
	three, _, err := integers([]Number{a.Present, a.Payment, a.Future})
	if err = firstOf(checkDigits(digits), a.checkPeriods(), a.checkWhen(), err); err != nil {
		return Solution{}, err
	}
	present, payment, future := three[0], three[1], three[2]
	if size := payment.BitLen() * a.Periods; size > maxTotalBits {
		return Solution{}, fmt.Errorf("%w: payments of %d bits, want at most %d", ErrTooLarge, size, maxTotalBits)
	}
	flows := slices.Repeat([]*big.Int{payment}, a.Periods+1)
	last := a.Periods
	if a.When == End {
		flows[0], flows[last] = present, new(big.Int).Add(payment, future)
	} else {
		flows[0], flows[last] = new(big.Int).Add(payment, present), future
	}
	return solve(flows, digits)
}

// MIRR returns the modified internal rate of return of flows one period apart, to
// so many decimals: with n = len(flows) − 1 the root above −1 of
//
//	(1+m)^n = future value of the positive flows at the reinvestment rate
//	          / −present value of the negative flows at the finance rate
//
// It is Found, or None without a negative or without a positive flow. Errors:
// ErrRate, ErrPeriods unless there are 2 to MaxPeriods + 1 flows, ErrDigits,
// ErrTooLarge. The definition is that of spreadsheets and numpy-financial.
func MIRR(flows []Number, finance, reinvest Number, digits int) (Solution, error) {
	if len(flows) < 2 {
		return Solution{}, fmt.Errorf("%w: %d flows, want at least 2", ErrPeriods, len(flows))
	}
	out, errOut := newFactor(finance)
	in, errIn := newFactor(reinvest)
	values, _, err := integers(flows)
	if err = firstOf(checkDigits(digits), errOut, errIn, err); err != nil {
		return Solution{}, err
	}
	n := len(flows) - 1
	if err := checkSize(out.bits(n)+in.bits(n), values); err != nil {
		return Solution{}, err
	}
	positive, negative := apart(values)
	// Their values over q^n of the reinvestment and over p^n of the finance rate.
	gained := homogeneous(positive, in.p, in.q)
	spent := homogeneous(negative, out.p, out.q)
	if gained.Sign() == 0 || spent.Sign() == 0 {
		return solved(nil, true), nil
	}
	two := slices.Repeat([]*big.Int{new(big.Int)}, n+1)
	two[0] = spent.Mul(spent, pow(in.q, n))
	two[n] = gained.Mul(gained, pow(out.p, n))
	return solve(two, digits)
}

// apart returns the positive and the negative values, 0 in place of the others.
func apart(values []*big.Int) (positive, negative []*big.Int) {
	zero := new(big.Int)
	positive, negative = slices.Repeat([]*big.Int{zero}, len(values)), slices.Repeat([]*big.Int{zero}, len(values))
	for i, v := range values {
		switch v.Sign() {
		case +1:
			positive[i] = v
		case -1:
			negative[i] = v
		}
	}
	return positive, negative
}

func firstOf(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

// solve finds the rates of flows in whole numbers.
func solve(flows []*big.Int, digits int) (Solution, error) {
	isZero := func(v *big.Int) bool { return v.Sign() == 0 }
	first := slices.IndexFunc(flows, func(v *big.Int) bool { return !isZero(v) })
	if first < 0 {
		return Solution{Outcome: Ambiguous}, nil
	}
	last := len(flows)
	for isZero(flows[last-1]) {
		last--
	}
	found, complete := isolate(flows[first:last])
	var roots []Root
	for _, b := range found {
		root, err := b.refine(digits)
		if err != nil {
			return Solution{}, err
		}
		roots = append(roots, root)
	}
	slices.SortStableFunc(roots, func(a, b Root) int { return a.units.Cmp(b.units) })
	return solved(roots, complete), nil
}
