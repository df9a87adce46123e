package apr

import (
	"math"
	"math/big"
)

// root returns x^(1/n) for a fraction x between 0 and 1: Newton's steps from the
// float64 nearby, then bounds around the result whose own powers, rounded the
// unkind way, show that the root is between them.
func root(x *big.Rat, n int64, prec uint) span {
	exact := newSpan(prec).setRat(x)
	if n == 1 {
		return exact
	}
	z := nearRoot(exact.low, n, prec)
	for widen := 8 - int(prec); widen < -8; widen += 4 {
		margin := new(big.Float).SetMantExp(z, widen)
		s := newSpan(prec)
		s.low.Sub(z, margin)
		s.high.Add(z, margin)
		under := newPowers(span{s.low, s.low}, prec).of(n).high
		over := newPowers(span{s.high, s.high}, prec).of(n).low
		if under.Cmp(exact.low) <= 0 && over.Cmp(exact.high) >= 0 {
			return s
		}
	}
	exact.high.SetInt64(1)
	return exact // true of any root
}

// nearRoot works in the precision given, without bounds: z += (x/z^(n−1) − z)/n
// doubles the digits each time.
func nearRoot(x *big.Float, n int64, prec uint) *big.Float {
	f, _ := x.Float64()
	z := big.NewFloat(math.Exp(math.Log(f) / float64(n))).SetPrec(prec)
	count := new(big.Float).SetPrec(prec).SetInt64(n)
	for bits := uint(40); bits < prec; bits *= 2 {
		p := newPowers(span{z, z}, prec).of(n - 1)
		step := new(big.Float).SetPrec(prec).Quo(x, p.low)
		step.Sub(step, z).Quo(step, count)
		z = new(big.Float).SetPrec(prec).Add(z, step)
	}
	return z
}
