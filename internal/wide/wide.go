package wide

import (
	"math/big"
	"math/bits"
)

// Int is a signed 128-bit integer, −2¹²⁷ … 2¹²⁷−1. It is a plain value:
// comparable with ==, never changed by a method, and 0 when zero.
type Int struct {
	hi int64
	lo uint64
}

// maxHi is the high word of the largest Int.
const maxHi = 1<<63 - 1

// FromInt64 returns x as an Int.
func FromInt64(x int64) Int { return Int{x >> 63, uint64(x)} }

// FromUint64 returns x as an Int.
func FromUint64(x uint64) Int { return Int{0, x} }

// Mul returns a·b, which always fits.
func Mul(a, b int64) Int {
	hi, lo := bits.Mul64(uint64(a), uint64(b))
	// The unsigned product counts a negative factor as factor + 2⁶⁴; take the
	// other factor off the high word for each.
	return Int{int64(hi) - (a>>63)&b - (b>>63)&a, lo}
}

// Add returns x + y and whether it fits. A sum that does not fit is worthless.
func (x Int) Add(y Int) (sum Int, ok bool) {
	lo, carry := bits.Add64(x.lo, y.lo, 0)
	hi := x.hi + y.hi + int64(carry)
	// Overflow shows as two equal signs giving the other one.
	return Int{hi, lo}, (x.hi^hi)&(y.hi^hi) >= 0
}

// Sub returns x − y and whether it fits. A difference that does not fit is
// worthless.
func (x Int) Sub(y Int) (diff Int, ok bool) {
	lo, borrow := bits.Sub64(x.lo, y.lo, 0)
	hi := x.hi - y.hi - int64(borrow)
	return Int{hi, lo}, (x.hi^y.hi)&(x.hi^hi) >= 0
}

// Neg returns −x and whether it fits: only −2¹²⁷ has no opposite.
func (x Int) Neg() (neg Int, ok bool) { return Int{}.Sub(x) }

// AddMul returns x + a·b without looking for overflow: the sum wraps. It is for
// inner loops whose callers have bounded every operand beforehand.
func (x Int) AddMul(a, b int64) Int {
	p := Mul(a, b)
	lo, carry := bits.Add64(x.lo, p.lo, 0)
	return Int{x.hi + p.hi + int64(carry), lo}
}

// MulInt64 returns x·m and whether it fits. A product that does not fit is
// worthless.
func (x Int) MulInt64(m int64) (product Int, ok bool) {
	if x.hi == int64(x.lo)>>63 {
		return Mul(int64(x.lo), m), true
	}
	neg, u := x.abs()
	magnitude := uint64(m)
	if m < 0 {
		neg, magnitude = !neg, -magnitude
	}
	return fromProduct(u, magnitude, neg)
}

// MulUint64 returns x·m and whether it fits. A product that does not fit is
// worthless.
func (x Int) MulUint64(m uint64) (product Int, ok bool) {
	neg, u := x.abs()
	return fromProduct(u, m, neg)
}

// fromProduct returns ±u·m and whether it fits.
func fromProduct(u unsigned, m uint64, neg bool) (Int, bool) {
	over, mid := bits.Mul64(u.hi, m)
	carry, lo := bits.Mul64(u.lo, m)
	hi, c := bits.Add64(mid, carry, 0)
	if over+c != 0 {
		return Int{}, false
	}
	return unsigned{hi, lo}.signed(neg)
}

// QuoUint64 divides x by d and truncates toward zero. The remainder is given as
// a magnitude and has the sign of x: x = quo·d ± rem, 0 ≤ rem < d. It panics
// when d is 0.
func (x Int) QuoUint64(d uint64) (quo Int, rem uint64) {
	neg, u := x.abs()
	var q unsigned
	if u.hi == 0 {
		q.lo, rem = u.lo/d, u.lo%d
	} else {
		q.hi, rem = u.hi/d, u.hi%d
		q.lo, rem = bits.Div64(rem, u.lo, d)
	}
	// −2¹²⁷ divided by 1 comes back through its own wrapped negation.
	quo, _ = q.signed(neg)
	return quo, rem
}

// QuoInt64 divides x by d and truncates toward zero; the remainder has the sign
// of x, as with Go's / and %. Only −2¹²⁷ / −1 does not fit: ok is then false.
// It panics when d is 0.
func (x Int) QuoInt64(d int64) (quo Int, rem int64, ok bool) {
	magnitude := uint64(d)
	if d < 0 {
		magnitude = -magnitude
	}
	quo, r := x.QuoUint64(magnitude)
	// |d| ≤ 2⁶³, so the remainder is below it and fits.
	rem, ok = int64(r), true
	if x.hi < 0 {
		rem = -rem
	}
	if d < 0 {
		quo, ok = quo.Neg()
	}
	return quo, rem, ok
}

// Compare returns −1 when x < y, 0 when they are equal, +1 when x > y.
func (x Int) Compare(y Int) int {
	switch {
	case x == y:
		return 0
	case x.hi < y.hi || x.hi == y.hi && x.lo < y.lo:
		return -1
	}
	return 1
}

// Sign returns −1, 0 or +1 by the sign of x.
func (x Int) Sign() int {
	switch {
	case x.hi < 0:
		return -1
	case x.hi == 0 && x.lo == 0:
		return 0
	}
	return 1
}

// Int64 returns x as an int64 and whether it fits one.
func (x Int) Int64() (v int64, ok bool) {
	return int64(x.lo), x.hi == int64(x.lo)>>63
}

// Magnitude returns |x| as an unsigned number of two words, high word first.
// Unlike [Int.Neg] it always fits.
func (x Int) Magnitude() (hi, lo uint64) {
	_, u := x.abs()
	return u.hi, u.lo
}

// Big returns x as a new big.Int.
func (x Int) Big() *big.Int {
	neg, u := x.abs()
	b := new(big.Int).SetUint64(u.hi)
	b.Lsh(b, 64).Or(b, new(big.Int).SetUint64(u.lo))
	if neg {
		b.Neg(b)
	}
	return b
}

// FromBig returns b as an Int and whether it fits.
func FromBig(b *big.Int) (x Int, ok bool) {
	if b.BitLen() > 128 {
		return Int{}, false
	}
	var words [16]byte
	b.FillBytes(words[:])
	return unsigned{be64(words[:8]), be64(words[8:])}.signed(b.Sign() < 0)
}

// String returns x in decimal digits, with a minus sign below zero.
func (x Int) String() string { return x.Big().String() }

// FromWords returns the number of two words in two's complement, high word first.
func FromWords(hi int64, lo uint64) Int { return Int{hi, lo} }
