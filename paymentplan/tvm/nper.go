package tvm

import (
	"fmt"
	"math/big"
)

// maxLogBits is the greatest precision of the logarithms of NPER.
const maxLogBits = 1 << 14

// NPER returns the number of periods that solves the equation of the package, to so
// many decimals; a fraction of a period counts as in the formula, and a number
// below 0 lies in the past. It looks at Rate, Payment, Present, Future and When.
//
// The equation says (1+r)^n = (K − FV)/(K + PV) with K = PMT·(1+r·w)/r, so there is
// one answer if the right side is above 0, and none otherwise: the payments never
// reach the goal. If every n solves it, as when a debt is paid its interest and
// left as it is, the answer is Ambiguous without roots and not Complete. For r = 0
// it is −(FV + PV)/PMT. Errors: ErrRate, ErrDigits, ErrTooLarge, no When.
func NPER(a Annuity, digits int) (Solution, error) {
	f, wrong := a.factor()
	three, _, err := integers([]Number{a.Present, a.Payment, a.Future})
	if err = firstOf(checkDigits(digits), wrong, err); err != nil {
		return Solution{}, err
	}
	present, payment, future := three[0], three[1], three[2]
	// For r = 0: −(FV + PV) = PMT·n. Else (PMT·k − FV·d)·q^n = (PMT·k + PV·d)·p^n.
	num, den := new(big.Int).Add(future, present), payment
	num.Neg(num)
	if f.d.Sign() != 0 {
		k := times(payment, f.k)
		num, den = new(big.Int).Sub(k, times(future, f.d)), k.Add(k, times(present, f.d))
	}
	switch {
	case num.Sign() == 0 && den.Sign() == 0:
		return Solution{Outcome: Ambiguous}, nil
	case f.d.Sign() == 0 && den.Sign() != 0:
		return solved([]Root{rootAt(new(big.Rat).SetFrac(num, den), digits)}, true), nil
	case num.Sign()*den.Sign() <= 0:
		return solved(nil, true), nil
	}
	root, err := exponent(new(big.Rat).SetFrac(f.p, f.q), new(big.Rat).SetFrac(num, den), digits)
	if err != nil {
		return Solution{}, err
	}
	return solved([]Root{root}, true), nil
}

// exponent returns n with x^n = y, for x > 0 but 1 and y > 0. It is rounded when
// both ends of an enclosure of log y/log x are rounded to the same decimal. They
// never are if n is a tie, which is told by whole powers.
func exponent(x, y *big.Rat, digits int) (Root, error) {
	if y.Cmp(big.NewRat(1, 1)) == 0 {
		return rootAt(new(big.Rat), digits), nil
	}
	for prec := uint(lowBits); prec <= maxLogBits; prec *= 2 {
		top, base := logarithm(y.Num(), y.Denom(), prec), logarithm(x.Num(), x.Denom(), prec)
		_, ok := top.sign()
		if _, too := base.sign(); !ok || !too {
			continue
		}
		low, high := top.over(base)
		from, to := nearestUnits(low, digits), nearestUnits(high, digits)
		if from.Cmp(to) == 0 {
			root := Root{units: from, digits: digits}
			root.exact = isPower(x, y, root.Number().Rat())
			return root, nil
		}
		for _, end := range []*big.Int{from, to} {
			below, above := Root{units: end, digits: digits}.Borders()
			for _, tie := range []*big.Rat{below.Rat(), above.Rat()} {
				if isPower(x, y, tie) {
					return rootAt(tie, digits), nil
				}
			}
		}
	}
	return Root{}, fmt.Errorf("%w: no %d decimals proven at %d bits", ErrTooLarge, digits, maxLogBits)
}

// isPower says whether x^n = y, exactly. With n = m/k reduced it is x^m = y^k, and
// then x is a k-th and y an m-th power, so that neither m nor k is greater than the
// length of the numbers.
func isPower(x, y, n *big.Rat) bool {
	m, k := n.Num(), n.Denom()
	longest := func(r *big.Rat) int64 { return int64(max(r.Num().BitLen(), r.Denom().BitLen())) }
	if !k.IsInt64() || k.Int64() > longest(x) || !m.IsInt64() || max(m.Int64(), -m.Int64()) > longest(y) {
		return false
	}
	left := [2]*big.Int{x.Num(), x.Denom()}
	power := int(m.Int64())
	if power < 0 {
		left[0], left[1] = left[1], left[0]
		power = -power
	}
	if longest(x)*int64(power) > maxBits || longest(y)*k.Int64() > maxBits {
		return false
	}
	root := int(k.Int64())
	return pow(left[0], power).Cmp(pow(y.Num(), root)) == 0 && pow(left[1], power).Cmp(pow(y.Denom(), root)) == 0
}
