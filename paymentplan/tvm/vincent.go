package tvm

import "math/big"

// tile is the polynomial on the interval from place/2^depth to (place+1)/2^depth,
// there stretched to 0 … 1, lowest power first, its first coefficient not 0.
type tile struct {
	coefs []*big.Int
	place *big.Int
	depth uint
}

// rule counts the roots of a tile in 0 < t < 1 by Descartes' rule of signs after
// t = 1/(1+s): 0 and 1 are the number of roots, others bound it. With simple roots
// halving ends (Vincent's theorem), here in whole numbers throughout, as Collins and
// Akritas have it.
func (p tile) rule() int { return variations(shifted(reverse(p.coefs))) }

// shifted returns p(t+1) for p lowest power first.
func shifted(coefs []*big.Int) []*big.Int {
	sums := make([]*big.Int, len(coefs))
	for i, c := range coefs {
		sums[i] = new(big.Int).Set(c)
	}
	for start := range sums {
		for i := len(sums) - 2; i >= start; i-- {
			sums[i].Add(sums[i], sums[i+1])
		}
	}
	return sums
}

// halves returns both halves of a tile, and whether their common end is a root.
func (p tile) halves() (low, high tile, root bool) {
	n := len(p.coefs) - 1
	left := make([]*big.Int, len(p.coefs))
	for i, c := range p.coefs {
		left[i] = new(big.Int).Lsh(c, uint(n-i))
	}
	right := shifted(left)
	for right[0].Sign() == 0 {
		right, root = right[1:], true
	}
	place := new(big.Int).Lsh(p.place, 1)
	return tile{left, place, p.depth + 1}, tile{right, new(big.Int).Add(place, bigOne), p.depth + 1}, root
}

// ends returns the interval of a tile.
func (p tile) ends() (low, high *big.Rat) {
	den := new(big.Int).Lsh(bigOne, p.depth)
	return new(big.Rat).SetFrac(p.place, den), new(big.Rat).SetFrac(new(big.Int).Add(p.place, bigOne), den)
}

// cost is about that of taking a tile apart, in words added.
func (p tile) cost() int {
	n := len(p.coefs)
	return n * n * (bitsOf(p.coefs)/64 + 8)
}

// halve finds the roots of a polynomial that is short enough.
func (s *side) halve() {
	queue := []tile{{reverse(s.f.coefs), new(big.Int), 0}}
	words := 0
	for len(queue) > 0 {
		p := queue[0]
		queue = queue[1:]
		count := 0
		if words += p.cost(); words > maxWords {
			s.complete = false
			count = (1 - p.coefs[0].Sign()*sumOf(p.coefs).Sign()) / 2 // at least
		} else {
			count = p.rule()
		}
		switch count {
		case 0:
		case 1:
			low, high := p.ends()
			s.add(low, high, p.coefs[0].Sign())
		default:
			left, right, root := p.halves()
			if root {
				_, middle := left.ends()
				s.found = append(s.found, exactly(middle, s.loss))
			}
			queue = append(queue, left, right)
		}
	}
}
