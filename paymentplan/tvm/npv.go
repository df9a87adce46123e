package tvm

import (
	"fmt"
	"math/big"
)

// NPV returns the net present value of flows one period apart, exactly: the sum of
// flows[i]/(1+rate)^i. As in numpy-financial flows[0] is at time 0 and counts in
// full; the NPV of spreadsheets counts its first value at the end of a period, so
// it is this value over 1+rate, and theirs for an investment now is
// flows[0] + NPV(rate, flows[1:]…), which is this function. No flows are worth 0.
//
// Errors: ErrRate, ErrPeriods beyond MaxPeriods + 1 flows, ErrTooLarge.
func NPV(rate Number, flows []Number) (Number, error) {
	f, err := newFactor(rate)
	if err != nil {
		return Number{}, err
	}
	values, den, err := integers(flows)
	if err != nil || len(values) == 0 {
		return Number{}, err
	}
	n := len(values) - 1
	if err := checkSize(f.bits(n), values); err != nil {
		return Number{}, err
	}
	return fraction(homogeneous(values, f.p, f.q), times(pow(f.p, n), den)), nil
}

// integers returns flows over one denominator. Errors: ErrPeriods, ErrTooLarge.
func integers(flows []Number) (values []*big.Int, den *big.Int, err error) {
	if len(flows) > MaxPeriods+1 {
		return nil, nil, fmt.Errorf("%w: %d flows, want at most %d", ErrPeriods, len(flows), MaxPeriods+1)
	}
	reduced := make([]*big.Rat, len(flows))
	den = bigOne
	given := 0
	for i, v := range flows {
		if given += v.bits(); given > maxTotalBits {
			return nil, nil, fmt.Errorf("%w: flows of more than %d bits", ErrTooLarge, maxTotalBits)
		}
		if v.bits() > maxFlowBits {
			return nil, nil, fmt.Errorf("%w: a flow of %d bits, want at most %d", ErrTooLarge, v.bits(), maxFlowBits)
		}
		reduced[i] = v.Rat()
		if r := new(big.Int).Rem(den, reduced[i].Denom()); r.Sign() == 0 {
			continue
		}
		gcd := new(big.Int).GCD(nil, nil, den, reduced[i].Denom())
		den = gcd.Mul(gcd.Quo(den, gcd), reduced[i].Denom())
		if den.BitLen() > maxFlowBits {
			return nil, nil, fmt.Errorf("%w: flows with a common denominator over %d bits", ErrTooLarge, maxFlowBits)
		}
	}
	total := 0
	values = make([]*big.Int, len(flows))
	for i, r := range reduced {
		v := new(big.Int).Quo(den, r.Denom())
		values[i] = v.Mul(v, r.Num())
		if total += v.BitLen(); total > maxTotalBits {
			return nil, nil, fmt.Errorf("%w: flows of more than %d bits", ErrTooLarge, maxTotalBits)
		}
	}
	return values, den, nil
}

// maxFlowBits bounds a flow and the common denominator of flows.
const maxFlowBits = 1 << 16

// checkSize bounds a sum of powers times values.
func checkSize(powers int, values []*big.Int) error {
	longest := 0
	for _, v := range values {
		longest = max(longest, v.BitLen())
	}
	if size := powers + longest; size > maxBits {
		return fmt.Errorf("%w: %d bits, want at most %d", ErrTooLarge, size, maxBits)
	}
	return nil
}

// homogeneous returns the sum of values[i]·p^(n−i)·q^i, n = len(values) − 1, by
// halves, so that long numbers are multiplied with long ones only.
func homogeneous(values []*big.Int, p, q *big.Int) *big.Int {
	powers := map[int][2]*big.Int{}
	var sum func(values []*big.Int) *big.Int
	sum = func(values []*big.Int) *big.Int {
		if len(values) <= 16 {
			total, qi := new(big.Int), new(big.Int).Set(bigOne)
			for _, v := range values {
				total.Mul(total, p)
				total.Add(total, new(big.Int).Mul(v, qi))
				qi.Mul(qi, q)
			}
			return total
		}
		half := len(values) / 2
		left, right := sum(values[:half]), sum(values[half:])
		rest := len(values) - half
		for _, n := range []int{half, rest} {
			if _, known := powers[n]; !known {
				powers[n] = [2]*big.Int{pow(p, n), pow(q, n)}
			}
		}
		left.Mul(left, powers[rest][0])
		return left.Add(left, right.Mul(right, powers[half][1]))
	}
	return sum(values)
}
