package tvm

import "math/big"

// poly is a polynomial in t on 0 ≤ t ≤ 1, highest power first. Its first and last
// coefficients are not 0.
type poly struct {
	coefs  []*big.Int
	floats map[uint][]*big.Float // coefs without signs, by precision
	exact  int                   // signs that took exact numbers
}

func newPoly(coefs []*big.Int) *poly { return &poly{coefs: coefs, floats: map[uint][]*big.Float{}} }

// Precisions in bits of the two tries before exact numbers.
const (
	lowBits  = 128
	highBits = 512
)

// sums are the terms of a polynomial added up apart: those with a positive
// coefficient, and the others without their sign. Neither has any cancellation, so
// each is right to a relative error, whatever their difference is.
type sums struct{ pos, neg *big.Float }

// at returns the sums at t of f and, if wanted, of its derivative.
//
// Error: t, each coefficient, each product and each addition is rounded with a
// relative error of at most u = 2^−prec. A term of f passes at most n roundings of
// t, 1 of its coefficient, n products and n + 1 additions; one of the derivative
// no more than twice as many. All are positive, so each sum is right within
// (6n + 8)·u, if that is small. A t^i too small for a big.Float becomes 0, which
// takes less than 2^(−2³⁰) from a sum to which the last coefficient, a whole
// number, gives at least 1 on one of both sides.
func (f *poly) at(t *big.Float, prec uint, slope bool) (value, derivative sums) {
	for _, s := range []*sums{&value, &derivative} {
		s.pos, s.neg = newFloat(prec), newFloat(prec)
	}
	t, spare := newFloat(prec).Set(t), newFloat(prec)
	step := func(sum **big.Float, add *big.Float) {
		if (*sum).Sign() != 0 {
			spare.Mul(*sum, t)
			*sum, spare = spare, *sum
		}
		accumulate(*sum, add)
	}
	none := newFloat(prec)
	for i, c := range f.rounded(prec) {
		if slope {
			step(&derivative.pos, value.pos)
			step(&derivative.neg, value.neg)
		}
		pos, neg := c, none
		if f.coefs[i].Sign() < 0 {
			pos, neg = none, c
		}
		step(&value.pos, pos)
		step(&value.neg, neg)
	}
	return value, derivative
}

// accumulate adds v ≥ 0 to sum ≥ 0. What is too small to bear on the sum is left
// out, an error below that of rounding: big.Float would write it out in full.
func accumulate(sum, v *big.Float) {
	switch distance := sum.MantExp(nil) - v.MantExp(nil); {
	case v.Sign() == 0 || sum.Sign() != 0 && distance > int(sum.Prec())+2:
	case sum.Sign() == 0 || -distance > int(sum.Prec())+2:
		sum.Set(v)
	default:
		sum.Add(sum, v)
	}
}

func newFloat(prec uint) *big.Float { return new(big.Float).SetPrec(prec) }

// rounded returns the coefficients as floats without their signs.
func (f *poly) rounded(prec uint) []*big.Float {
	if known, ok := f.floats[prec]; ok {
		return known
	}
	floats := make([]*big.Float, len(f.coefs))
	for i, c := range f.coefs {
		floats[i] = newFloat(prec).SetInt(c)
		floats[i].Abs(floats[i])
	}
	f.floats[prec] = floats
	return floats
}

// slack returns a bound of the relative error of sums, with room for the few
// roundings of a comparison: (16n + 64)·2^−prec.
func (f *poly) slack(prec uint) *big.Float {
	bound := newFloat(64).SetInt64(int64(16*len(f.coefs) + 64))
	return bound.SetMantExp(bound, -int(prec))
}

// exceeds says whether a > b for sure, for two sums with the relative error slack,
// which is far below 1/4.
func exceeds(a, b, slack *big.Float) bool {
	if a.Sign() == 0 || b.Sign() == 0 {
		return a.Sign() > 0
	}
	if distance := a.MantExp(nil) - b.MantExp(nil); distance > 2 || distance < 0 {
		return distance > 0
	}
	gap := newFloat(a.Prec()).Sub(a, b)
	room := newFloat(a.Prec()).Add(a, b)
	return gap.Cmp(room.Mul(room, slack)) > 0
}

// sign returns the sign of f at the fraction t, 0 ≤ t ≤ 1, and false where no
// method within the bounds of the package tells.
func (f *poly) sign(t *big.Rat) (sign int, ok bool) {
	for _, prec := range []uint{lowBits, highBits} {
		s, _ := f.at(newFloat(prec).SetRat(t), prec, false)
		slack := f.slack(prec)
		switch {
		case exceeds(s.pos, s.neg, slack):
			return +1, true
		case exceeds(s.neg, s.pos, slack):
			return -1, true
		}
	}
	// values[i]·p^(n−i)·q^i with the highest power of t = p/q first.
	n := len(f.coefs) - 1
	if n*max(t.Num().BitLen(), t.Denom().BitLen()) > maxBits*2 {
		return 0, false
	}
	f.exact++
	return homogeneous(f.coefs, t.Num(), t.Denom()).Sign(), true
}

// variations counts the changes of sign in values, zeros left out.
func variations(values []*big.Int) int {
	count, last := 0, 0
	for _, v := range values {
		if s := v.Sign(); s != 0 {
			if last == -s {
				count++
			}
			last = s
		}
	}
	return count
}

// reverse returns values from the last to the first.
func reverse(values []*big.Int) []*big.Int {
	turned := make([]*big.Int, len(values))
	for i, v := range values {
		turned[len(values)-1-i] = v
	}
	return turned
}
