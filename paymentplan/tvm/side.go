package tvm

import "math/big"

// side searches 0 < t < 1 for the roots of one side of r = 0.
type side struct {
	f        *poly
	loss     bool
	bound    int // of the number of roots
	found    []bracket
	complete bool
	work     int
}

// point is a place with the sums of the polynomial and of its derivative there.
type point struct {
	t                 *big.Rat
	value, derivative sums
	sign              int
	sure              bool // of the sign
}

// newSide takes coefs with the highest power of t first; their sum is not 0.
func newSide(coefs []*big.Int, loss bool) *side {
	return &side{f: newPoly(coefs), loss: loss, bound: rootBound(reverse(coefs)), complete: true}
}

// search returns brackets of roots and whether these are all. The number of roots is
// odd if the signs at the ends differ, and the bound is lowered to that.
func (s *side) search() ([]bracket, bool) {
	zero, one := new(big.Rat), big.NewRat(1, 1)
	coefs := s.f.coefs
	low, high := coefs[len(coefs)-1].Sign(), sumOf(coefs).Sign()
	if odd := low != high; odd != (s.bound%2 == 1) {
		s.bound--
	}
	switch s.bound {
	case 0:
	case 1:
		s.add(zero, one, low)
	default:
		if len(coefs) <= maxExactly {
			s.halve()
			break
		}
		s.cut(s.look(zero), s.look(one))
	}
	return s.found, s.complete
}

func sumOf(values []*big.Int) *big.Int {
	sum := new(big.Int)
	for _, v := range values {
		sum.Add(sum, v)
	}
	return sum
}

// look evaluates f at t.
func (s *side) look(t *big.Rat) point {
	s.work += len(s.f.coefs) + pointWork
	p := point{t: t}
	p.value, p.derivative = s.f.at(newFloat(lowBits).SetRat(t), lowBits, true)
	slack := s.f.slack(lowBits)
	switch {
	case exceeds(p.value.pos, p.value.neg, slack):
		p.sign, p.sure = +1, true
	case exceeds(p.value.neg, p.value.pos, slack):
		p.sign, p.sure = -1, true
	default:
		before := s.f.exact
		p.sign, p.sure = s.f.sign(t)
		s.work += (s.f.exact - before) * (maxWork / maxExact)
	}
	return p
}

// cut halves intervals, the widest first, until each has no root or one.
func (s *side) cut(low, high point) {
	type interval struct{ low, high point }
	queue := []interval{{low, high}}
	for len(queue) > 0 && len(s.found) < s.bound {
		next := queue[0]
		queue = queue[1:]
		changes := next.low.sign*next.high.sign < 0
		switch {
		case s.excluded(next.low.value, next.high.value):
			continue
		case s.excluded(next.low.derivative, next.high.derivative) && next.low.sure && next.high.sure:
			if changes {
				s.add(next.low.t, next.high.t, next.low.sign)
			}
			continue
		case s.work > maxWork || narrowest(next.low.t, next.high.t):
			s.complete = false
			if changes {
				s.add(next.low.t, next.high.t, next.low.sign)
			}
			continue
		}
		middle := s.look(half(next.low.t, next.high.t))
		if middle.sure && middle.sign == 0 {
			s.found = append(s.found, exactly(middle.t, s.loss))
		}
		queue = append(queue, interval{next.low, middle}, interval{middle, next.high})
	}
	if len(s.found) >= s.bound {
		s.complete = true
	}
}

// narrowest says that sums of 128 bits would tell no more of parts of the interval.
func narrowest(low, high *big.Rat) bool {
	width := new(big.Rat).Sub(high, low)
	return width.Mul(width, narrowShare).Cmp(high) < 0
}

func half(a, b *big.Rat) *big.Rat {
	sum := new(big.Rat).Add(a, b)
	return sum.Mul(sum, big.NewRat(1, 2))
}

// excluded says whether the difference of sums has no zero from low to high: sums
// rise with t, so the one at low less the other at high bounds it.
func (s *side) excluded(low, high sums) bool {
	slack := s.f.slack(lowBits)
	return exceeds(low.pos, high.neg, slack) || exceeds(low.neg, high.pos, slack)
}

// add keeps an interval with one root and the sign above its low end, which is moved away
// from 0, where r is infinite or −1.
func (s *side) add(low, high *big.Rat, signLow int) {
	for k := uint(1); low.Sign() == 0; k *= 2 {
		t := new(big.Rat).SetFrac(bigOne, new(big.Int).Lsh(bigOne, k))
		sign, ok := s.f.sign(t)
		switch {
		case !ok || t.Cmp(high) >= 0:
			continue
		case sign == 0:
			s.found = append(s.found, exactly(t, s.loss))
			return
		case sign == signLow:
			low = t
		default:
			high = t
		}
	}
	s.found = append(s.found, bracket{s.f, s.loss, low, high, signLow})
}
