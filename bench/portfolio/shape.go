package portfolio

import "math/rand/v2"

// Shape says what the cases of a portfolio look like. The zero value is invalid.
type Shape uint8

// The shapes; the package comment gives their distributions.
const (
	OneClaim Shape = iota + 1
	ThreeClaims
	Mixed
)

// Years is how long cases of the fixed shapes run after the last due date.
const Years = 5

// counts is how many facts a case has.
type counts struct{ claims, fees, payments int }

// Weights in per cent of the numbers of facts of a mixed case.
var (
	claimWeights   = []int{60, 20, 10, 5, 3, 2}
	feeWeights     = []int{20, 30, 30, 15, 5}
	paymentWeights = []int{25, 20, 15, 10, 8, 6, 5, 4, 3, 2, 1, 1}
)

func (s Shape) counts(r *rand.Rand) counts {
	switch s {
	case OneClaim:
		return counts{claims: 1, payments: 6}
	case ThreeClaims:
		return counts{claims: 3, fees: 2, payments: 6}
	}
	return counts{claims: 1 + weighted(r, claimWeights), fees: weighted(r, feeWeights), payments: weighted(r, paymentWeights)}
}

// weighted draws an index by weights in per cent.
func weighted(r *rand.Rand, weights []int) int {
	n := r.IntN(100)
	for i, w := range weights {
		if n -= w; n < 0 {
			return i
		}
	}
	return len(weights) - 1
}
