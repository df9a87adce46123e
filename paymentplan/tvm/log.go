package tvm

import "math/big"

// span is an enclosure of a number, in units of 2^−prec.
type span struct{ low, high *big.Int }

// guardBits are carried beyond the precision of a span.
const guardBits = 64

// logarithm encloses the natural logarithm of num/den > 0 within 2 units of
// 2^−prec, for prec up to maxLogBits and numbers of up to 2^20 bits.
//
// With num/den = m·2^k, 1/2 < m < 2, it is k·log 2 + 2·atanh((m−1)/(m+1)), the
// latter a series in powers of at most 1/9. With w = prec + 64 bits each series has
// less than 2^13 terms, each wrong by less than 4 units of 2^−w, so that all of it
// is wrong by less than 2·(2^20 + 1)·2^15 units, a small part of one of 2^−prec.
func logarithm(num, den *big.Int, prec uint) span {
	w := prec + guardBits
	k := num.BitLen() - den.BitLen()
	if k > 0 {
		den = new(big.Int).Lsh(den, uint(k))
	} else {
		num = new(big.Int).Lsh(num, uint(-k))
	}
	y := new(big.Int).Sub(num, den)
	y.Lsh(y, w).Quo(y, new(big.Int).Add(num, den))
	sum := atanh(y, w)
	third := new(big.Int).Lsh(bigOne, w)
	logTwo := atanh(third.Quo(third, big.NewInt(3)), w)
	sum.Add(sum, logTwo.Mul(logTwo, big.NewInt(int64(k))))
	sum.Rsh(sum, guardBits-1) // times 2
	return span{new(big.Int).Sub(sum, bigOne), sum.Add(sum, bigTwo)}
}

var bigTwo = big.NewInt(2)

// atanh adds y + y³/3 + y⁵/5 + …, in units of 2^−w.
func atanh(y *big.Int, w uint) *big.Int {
	square := new(big.Int).Mul(y, y)
	square.Rsh(square, w)
	sum, power := new(big.Int), new(big.Int).Set(y)
	for i := int64(1); power.Sign() != 0; i += 2 {
		sum.Add(sum, new(big.Int).Quo(power, big.NewInt(i)))
		power.Quo(power.Mul(power, square), new(big.Int).Lsh(bigOne, w))
	}
	return sum
}

// sign returns the sign of the number enclosed, and false if 0 is in the span.
func (s span) sign() (int, bool) {
	if s.low.Sign() > 0 || s.high.Sign() < 0 {
		return s.low.Sign(), true
	}
	return 0, false
}

func (s span) neg() span { return span{new(big.Int).Neg(s.high), new(big.Int).Neg(s.low)} }

// over returns the ends of s/by, whatever the units, for s and by without 0.
func (s span) over(by span) (low, high *big.Rat) {
	if by.low.Sign() < 0 {
		s, by = s.neg(), by.neg()
	}
	small, great := by.low, by.high
	if s.low.Sign() > 0 {
		small, great = great, small
	}
	// s > 0: low/high of by and high/low; s < 0: low/low and high/high.
	return new(big.Rat).SetFrac(s.low, small), new(big.Rat).SetFrac(s.high, great)
}
