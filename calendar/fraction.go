package calendar

import (
	"math"
	"math/big"
	"math/bits"
	"strconv"
)

// Fraction is an exact number of years, Num/Den. It is kept as the convention
// counts it and not reduced: a hundred days of Act/365F are 100/365, not 20/73,
// so that Num can be read as days. Days of common and leap years together are
// over 365·366 = 133590.
//
// Den is positive in every fraction this package returns. The zero value
// counts as nothing (0/1). Because of unreduced terms == is not equality of
// value; use Compare.
type Fraction struct {
	Num int64
	Den int64
}

// Rat returns the fraction as a new reduced rational.
func (f Fraction) Rat() *big.Rat {
	if f.Den == 0 {
		return new(big.Rat)
	}
	return big.NewRat(f.Num, f.Den)
}

// String returns "100/365", and "0/1" for the zero value.
func (f Fraction) String() string {
	if f.Den == 0 {
		return "0/1"
	}
	return strconv.FormatInt(f.Num, 10) + "/" + strconv.FormatInt(f.Den, 10)
}

// IsZero reports whether the value of f is nothing.
func (f Fraction) IsZero() bool { return f.Num == 0 || f.Den == 0 }

// Reduced returns the fraction of equal value in lowest terms with a positive
// denominator; nothing is 0/1.
func (f Fraction) Reduced() Fraction {
	if f.IsZero() {
		return Fraction{Den: 1}
	}
	g := gcd(f.Num, f.Den)
	if f.Den < 0 {
		g = -g
	}
	return Fraction{Num: f.Num / g, Den: f.Den / g}
}

// Neg returns the fraction of opposite sign over the same denominator.
func (f Fraction) Neg() Fraction { return Fraction{Num: -f.Num, Den: f.Den} }

// Add returns the exact sum over the common denominator, which is Den itself
// where both have it and their least common multiple otherwise. Terms that do
// not fit into 64 bits are reduced; a sum that does not fit even then, which
// fractions of calendar periods cannot reach, panics.
func (f Fraction) Add(g Fraction) Fraction {
	switch {
	case f.Den == 0:
		return g
	case g.Den == 0:
		return f
	case f.Den == g.Den && addFits(f.Num, g.Num):
		return Fraction{Num: f.Num + g.Num, Den: f.Den}
	}
	if sum, ok := f.addSmall(g); ok {
		return sum
	}
	den := new(big.Int).Div(big.NewInt(f.Den), big.NewInt(gcd(f.Den, g.Den)))
	den.Mul(den, big.NewInt(g.Den)).Abs(den)
	sum := new(big.Rat).Add(f.Rat(), g.Rat())
	num := new(big.Int).Div(den, sum.Denom())
	num.Mul(num, sum.Num())
	if !num.IsInt64() || !den.IsInt64() {
		num, den = sum.Num(), sum.Denom()
	}
	if !num.IsInt64() || !den.IsInt64() {
		panic("calendar: " + f.String() + " + " + g.String() + " does not fit into a fraction")
	}
	return Fraction{Num: num.Int64(), Den: den.Int64()}
}

// addSmall is Add where every product on the way fits into 64 bits.
func (f Fraction) addSmall(g Fraction) (Fraction, bool) {
	if f.Den < 0 || g.Den < 0 {
		return Fraction{}, false
	}
	common := gcd(f.Den, g.Den)
	den, ok := product(f.Den/common, g.Den)
	left, okLeft := product(f.Num, g.Den/common)
	right, okRight := product(g.Num, f.Den/common)
	if !ok || !okLeft || !okRight || !addFits(left, right) {
		return Fraction{}, false
	}
	return Fraction{Num: left + right, Den: den}, true
}

// product is a × b, b above zero, and whether it fits into 64 bits.
func product(a, b int64) (int64, bool) {
	hi, lo := bits.Mul64(magnitude(a), uint64(b))
	if hi != 0 || lo > math.MaxInt64 {
		return 0, false
	}
	if a < 0 {
		return -int64(lo), true
	}
	return int64(lo), true
}

// Compare returns -1, 0 or +1 as the value of f is less than, equal to or
// greater than that of g.
func (f Fraction) Compare(g Fraction) int {
	a, b := f.Reduced(), g.Reduced()
	if sa, sb := sign(a.Num), sign(b.Num); sa != sb || sa == 0 {
		return sign(int64(sa - sb))
	}
	ah, al := bits.Mul64(magnitude(a.Num), uint64(b.Den))
	bh, bl := bits.Mul64(magnitude(b.Num), uint64(a.Den))
	c := 0
	switch {
	case ah > bh || ah == bh && al > bl:
		c = 1
	case ah < bh || al < bl:
		c = -1
	}
	return c * sign(a.Num)
}

func addFits(a, b int64) bool {
	s := a + b
	return (a^s)&(b^s) >= 0
}

func sign(n int64) int {
	switch {
	case n > 0:
		return 1
	case n < 0:
		return -1
	}
	return 0
}

func magnitude(n int64) uint64 {
	if n < 0 {
		return -uint64(n)
	}
	return uint64(n)
}

// gcd returns the greatest common divisor, positive for arguments not both 0.
func gcd(a, b int64) int64 {
	x, y := magnitude(a), magnitude(b)
	for y != 0 {
		x, y = y, x%y
	}
	return int64(x)
}
