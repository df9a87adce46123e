package apr

import (
	"math/big"
)

// A power form is an equation over powers of one base from 0 to 1: the value of
// term k is minor · base^(exponents[k]/root), for US over 1+f·i too, times what
// all terms share.
type powerForm struct {
	base      *big.Rat
	root      int64
	from, by  int // the terms in the order of growing exponents
	origin    int64
	unit      int64 // of exponents, in steps
	backwards bool
}

// form writes the equation in powers of 1/y, or of y where that is below 1.
func (e *equation) form(y *big.Rat) powerForm {
	n := len(e.terms)
	f := powerForm{base: new(big.Rat).Inv(y), by: 1}
	if f.base.Cmp(big.NewRat(1, 1)) > 0 {
		f.base, f.from, f.by, f.backwards = y, n-1, -1, true
	}
	f.origin = e.terms[f.from].at
	f.unit = e.steps()
	for _, t := range e.terms {
		if f.unit > 1 {
			f.unit = gcd(f.unit, f.distance(t))
		}
	}
	f.root = e.steps() / f.unit
	return f
}

func (f *powerForm) distance(t term) int64 {
	if f.backwards {
		return f.origin - t.at
	}
	return t.at - f.origin
}

// enclose bounds the value of the flows at the growth factor y, over that of the
// term with the exponent 0.
func (e *equation) enclose(y *big.Rat, prec uint) (low, high *big.Float) {
	f := e.form(y)
	gaps := newPowers(root(f.base, f.root, prec), prec)
	sum, power := newSpan(prec), gaps.of(0)
	value, amount := newSpan(prec), new(big.Float).SetPrec(64)
	within := withins{e: e, y: y, prec: prec, known: map[int64]span{}}
	last := int64(0)
	for n, k := 0, f.from; n < len(e.terms); n, k = n+1, k+f.by {
		t := e.terms[k]
		if d := f.distance(t) / f.unit; d > last {
			power = newSpan(prec).mul(power, gaps.of(d-last))
			last = d
		}
		amount.SetInt64(t.minor)
		if t.minor > 0 {
			value.mul(span{amount, amount}, power)
		} else { // turned round, as the larger power is now the smaller value
			value.low.Mul(amount, power.high)
			value.high.Mul(amount, power.low)
		}
		if e.us && t.part > 0 {
			value.over(within.of(t.part))
		}
		sum.low.Add(sum.low, value.low)
		sum.high.Add(sum.high, value.high)
	}
	return sum.low, sum.high
}

// withins keeps 1+f·i for the fractions of a period that were met.
type withins struct {
	e     *equation
	y     *big.Rat
	prec  uint
	known map[int64]span
}

// exact is 1 + part/den · (y−1).
func (w *withins) exact(part int64) *big.Rat {
	one := big.NewRat(1, 1)
	i := new(big.Rat).Sub(w.y, one)
	return i.Mul(i, big.NewRat(part, w.e.den)).Add(i, one)
}

func (w *withins) of(part int64) span {
	s, ok := w.known[part]
	if !ok {
		s = newSpan(w.prec).setRat(w.exact(part))
		if len(w.known) < knownPowers {
			w.known[part] = s
		}
	}
	return s
}

// over divides by a positive span.
func (s span) over(by span) {
	if s.low.Sign() > 0 {
		s.low.Quo(s.low, by.high)
		s.high.Quo(s.high, by.low)
	} else {
		s.low.Quo(s.low, by.low)
		s.high.Quo(s.high, by.high)
	}
}
