package apr

import "math/big"

// precisions are tried one after the other, in bits. A zero that is one is told
// after the second.
var precisions = [...]uint{192, 384, 1024, 4096}

// zeroAfter is the index of the first precision before which the equation is
// tested for a true zero.
const zeroAfter = 2

// growth is 1+i as a reduced fraction.
func (e *equation) growth(q int64) *big.Rat {
	per := new(big.Int).Mul(big.NewInt(100*unitsPerPercent), big.NewInt(e.perNum))
	add := new(big.Int).Mul(big.NewInt(q), big.NewInt(e.perDen))
	return new(big.Rat).SetFrac(add.Add(add, per), per)
}

// bigSign gives the sign by intervals of growing precision, and by integers where
// these still hold zero; false where that would be too much work. q is not 0.
func (e *equation) bigSign(q int64) (sign int, ok bool) {
	y := e.growth(q)
	for n, prec := range precisions {
		if n == zeroAfter {
			if zero, told := e.zero(y); told && zero {
				return 0, true
			}
		}
		if len(e.terms)*int(prec) > bigWork && n > 0 {
			return 0, false
		}
		low, high := e.enclose(y, prec)
		switch {
		case low.Sign() > 0:
			return 1, true
		case high.Sign() < 0:
			return -1, true
		}
	}
	return 0, false
}

// bigWork bounds terms times bits of a precision after the first.
const bigWork = 1 << 27

// span is an interval of positive numbers, rounded outwards.
type span struct{ low, high *big.Float }

func newSpan(prec uint) span {
	return span{
		new(big.Float).SetPrec(prec).SetMode(big.ToNegativeInf),
		new(big.Float).SetPrec(prec).SetMode(big.ToPositiveInf),
	}
}

func (s span) setRat(r *big.Rat) span {
	s.low.SetRat(r)
	s.high.SetRat(r)
	return s
}

func (s span) mul(a, b span) span {
	s.low.Mul(a.low, b.low)
	s.high.Mul(a.high, b.high)
	return s
}

// powers gives the powers of a number from 0 to 1 by the squares it keeps.
type powers struct {
	prec    uint
	squares []span         // to the powers 1, 2, 4, …
	known   map[int64]span // of exponents met before
}

// knownPowers bounds what is kept.
const knownPowers = 1024

func newPowers(of span, prec uint) *powers {
	return &powers{prec: prec, squares: []span{of}, known: map[int64]span{}}
}

// of returns the power for an exponent of at least 0.
func (p *powers) of(n int64) span {
	if s, ok := p.known[n]; ok {
		return s
	}
	s := newSpan(p.prec)
	s.low.SetInt64(1)
	s.high.SetInt64(1)
	for k, rest := 0, n; rest > 0; k, rest = k+1, rest>>1 {
		if k == len(p.squares) {
			p.squares = append(p.squares, newSpan(p.prec).mul(p.squares[k-1], p.squares[k-1]))
		}
		if rest&1 == 1 {
			s.mul(s, p.squares[k])
		}
	}
	if len(p.known) < knownPowers {
		p.known[n] = s
	}
	return s
}
