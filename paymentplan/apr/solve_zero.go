package apr

import (
	"math/big"
	"math/bits"
)

// zero tells whether the equation is exactly zero at the growth factor y, which is
// not 1; told is false where the integers would grow too long.
//
// Powers with fractions for exponents are irrational, unless the base is a power
// itself. Once y^(1/root) is written as z^(1/d), where z is no power whose exponent
// shares a factor with d, the powers z^(0/d) … z^((d−1)/d) are linearly independent
// over the fractions (x^d − z has no factor). So the sum is zero only where the
// terms of each of these classes add up to zero, and those are fractions.
func (e *equation) zero(y *big.Rat) (zero, told bool) {
	f := e.form(y)
	if e.us {
		return e.zeroUnitPeriods(y, f)
	}
	z, d := reducePower(f.base, f.root)
	classes := map[int64][]monomial{}
	for n, k := 0, f.from; n < len(e.terms); n, k = n+1, k+f.by {
		// base^(1/root) = z^(1/d), so base^(x/root) = z^(x/d).
		x := f.distance(e.terms[k]) / f.unit
		classes[x%d] = append(classes[x%d], monomial{x / d, e.terms[k].minor})
	}
	top := e.longest() / f.unit / d
	for _, c := range classes {
		if len(c) == 1 {
			return false, true
		}
	}
	if !e.affordable(top, z, 0) {
		return false, false
	}
	for _, c := range classes {
		if evaluate(c, z, top).Sign() != 0 {
			return false, true
		}
	}
	return true, true
}

// longest is the distance between the first and the last term, in steps.
func (e *equation) longest() int64 { return e.terms[len(e.terms)-1].at - e.terms[0].at }

// zeroUnitPeriods adds the classes of equal fractions of a period, each over its
// 1+f·i.
func (e *equation) zeroUnitPeriods(y *big.Rat, f powerForm) (zero, told bool) {
	classes := map[int64][]monomial{}
	for n, k := 0, f.from; n < len(e.terms); n, k = n+1, k+f.by {
		t := e.terms[k]
		classes[t.part] = append(classes[t.part], monomial{f.distance(t), t.minor})
	}
	if !e.affordable(e.longest(), f.base, len(classes)) {
		return false, false
	}
	within := withins{e: e, y: y}
	total, over := new(big.Int), big.NewInt(1)
	for part, c := range classes {
		// total/over + sum/w, for w = num/den
		w := within.exact(part)
		sum := evaluate(c, f.base, e.longest())
		sum.Mul(sum, w.Denom()).Mul(sum, over)
		total.Mul(total, w.Num()).Add(total, sum)
		over.Mul(over, w.Num())
	}
	return total.Sign() == 0, true
}

// A monomial is minor · z^exponent.
type monomial struct{ exponent, minor int64 }

// affordable bounds the bits that are multiplied: the length of the longest integer
// times the number of terms, and of the factors that classes multiply with.
func (e *equation) affordable(top int64, z *big.Rat, classes int) bool {
	longest := uint64(top)*uint64(z.Denom().BitLen()) + 64 // below 2^61
	hi, lo := bits.Mul64(longest, uint64(len(e.terms)+classes*classes))
	return hi == 0 && lo < e.patience
}

// evaluate adds monomials in the order of growing exponents, for a z below 1, from
// the largest exponent down. The sum is over the denominator of z to the power top.
func evaluate(c []monomial, z *big.Rat, top int64) *big.Int {
	sum, scale, add := new(big.Int), big.NewInt(1), new(big.Int)
	last := top
	raise := func(to int64) {
		gap := big.NewInt(last - to)
		sum.Mul(sum, new(big.Int).Exp(z.Num(), gap, nil))
		scale.Mul(scale, new(big.Int).Exp(z.Denom(), gap, nil))
		last = to
	}
	for k := len(c) - 1; k >= 0; k-- {
		raise(c[k].exponent)
		sum.Add(sum, add.Mul(scale, big.NewInt(c[k].minor)))
	}
	raise(0)
	return sum
}

// reducePower takes the common powers of numerator and denominator out of a root:
// x^(1/n) = z^(1/d).
func reducePower(x *big.Rat, n int64) (z *big.Rat, d int64) {
	z, d = x, n
	for p := int64(2); p <= int64(z.Denom().BitLen()); p++ {
		for d%p == 0 {
			num, ok1 := exactRoot(z.Num(), p)
			den, ok2 := exactRoot(z.Denom(), p)
			if !ok1 || !ok2 {
				break
			}
			z, d = new(big.Rat).SetFrac(num, den), d/p
		}
	}
	return z, d
}

// exactRoot returns the whole p-th root of x, which is above 0, by halves.
func exactRoot(x *big.Int, p int64) (*big.Int, bool) {
	low, high := new(big.Int), new(big.Int).Lsh(big.NewInt(1), uint(x.BitLen())/uint(p)+1)
	one, power := big.NewInt(1), new(big.Int)
	for new(big.Int).Sub(high, low).Cmp(one) > 0 { // low^p <= x < high^p
		mid := new(big.Int).Add(low, high)
		mid.Rsh(mid, 1)
		if power.Exp(mid, big.NewInt(p), nil).Cmp(x) <= 0 {
			low = mid
		} else {
			high = mid
		}
	}
	return low, power.Exp(low, big.NewInt(p), nil).Cmp(x) == 0
}
