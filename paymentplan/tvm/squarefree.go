package tvm

import (
	"math/big"
	"math/bits"
	"slices"
)

// squareFree returns flows without repeated roots, where these can be divided out
// within bounds, and the flows themselves elsewhere. No interval around a double
// root ever excludes a second one.
func squareFree(flows []*big.Int) []*big.Int {
	n := len(flows)
	if variations(flows) < 2 || n > maxModular || coprimeModular(flows) || n*n*bitsOf(flows) > maxGCDWork {
		return flows
	}
	divisor := gcdPoly(flows, derivative(flows))
	if len(divisor) <= 1 {
		return flows
	}
	return quotient(flows, divisor)
}

// modulus is the prime 2^61 − 1.
const modulus = 1<<61 - 1

// coprimeModular says that f and its derivative have no common divisor, for sure:
// they would have one modulo a prime that does not divide the first coefficient.
func coprimeModular(f []*big.Int) bool {
	p := new(big.Int).SetUint64(modulus)
	residues := func(coefs []*big.Int) []uint64 {
		all := make([]uint64, len(coefs))
		for i, c := range coefs {
			all[i] = new(big.Int).Mod(c, p).Uint64()
		}
		return all
	}
	a, b := residues(f), residues(derivative(f))
	if a[0] == 0 || b[0] == 0 {
		return false
	}
	for len(b) > 0 {
		a, b = b, remainderModular(a, b)
	}
	return len(a) == 1
}

// remainderModular returns the remainder of a by b, up to a factor.
func remainderModular(a, b []uint64) []uint64 {
	rest := slices.Clone(a)
	for len(rest) >= len(b) {
		lead := rest[0]
		for i := 1; i < len(rest); i++ {
			rest[i] = timesModular(rest[i], b[0])
			if i < len(b) {
				rest[i] = (rest[i] + modulus - timesModular(lead, b[i])) % modulus
			}
		}
		rest = rest[1:]
		for len(rest) > 0 && rest[0] == 0 {
			rest = rest[1:]
		}
	}
	return rest
}

func timesModular(a, b uint64) uint64 {
	hi, lo := bits.Mul64(a, b)
	return bits.Rem64(hi, lo, modulus)
}

// derivative of coefs, highest power first.
func derivative(coefs []*big.Int) []*big.Int {
	n := len(coefs) - 1
	slopes := make([]*big.Int, n)
	for i := range slopes {
		slopes[i] = new(big.Int).Mul(coefs[i], big.NewInt(int64(n-i)))
	}
	return slopes
}

// gcdPoly returns the greatest common divisor, without a common factor of its
// coefficients, by Euclid's algorithm with whole numbers.
func gcdPoly(a, b []*big.Int) []*big.Int {
	for len(b) > 0 {
		a, b = b, primitive(remainder(a, b))
	}
	return primitive(a)
}

// remainder of a·c by b, for the c > 0 that keeps whole numbers.
func remainder(a, b []*big.Int) []*big.Int {
	rest := slices.Clone(a)
	for len(rest) >= len(b) {
		rest = primitive(divideOnce(rest, b))
	}
	return rest
}

// divideOnce takes the highest power from a·b[0] by a multiple of b.
func divideOnce(a, b []*big.Int) []*big.Int {
	next := make([]*big.Int, len(a)-1)
	for i := range next {
		next[i] = new(big.Int).Mul(a[i+1], b[0])
		if i+1 < len(b) {
			next[i].Sub(next[i], new(big.Int).Mul(a[0], b[i+1]))
		}
	}
	return next
}

// primitive strips zeros in front and the common factor.
func primitive(coefs []*big.Int) []*big.Int {
	for len(coefs) > 0 && coefs[0].Sign() == 0 {
		coefs = coefs[1:]
	}
	common := new(big.Int)
	for _, c := range coefs {
		common.GCD(nil, nil, common, new(big.Int).Abs(c))
	}
	stripped := make([]*big.Int, len(coefs))
	for i, c := range coefs {
		stripped[i] = new(big.Int).Quo(c, common)
	}
	return stripped
}

// quotient of a·c by b, for the constant c that keeps whole numbers; b divides it.
func quotient(a, b []*big.Int) []*big.Int {
	var result []*big.Int
	rest := slices.Clone(a)
	for len(rest) >= len(b) {
		for i := range result {
			result[i] = new(big.Int).Mul(result[i], b[0])
		}
		result = append(result, rest[0])
		rest = divideOnce(rest, b)
	}
	return primitive(result)
}
