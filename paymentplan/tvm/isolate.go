package tvm

import (
	"math/big"
	"slices"
)

// Bounds of the search for roots where the rule of signs does not tell.
const (
	maxSums    = 16      // running sums of running sums
	maxWork    = 1 << 21 // flows looked at on each side of r = 0
	maxExact   = 1 << 6  // exact signs on each side, of which each is that share of maxWork
	pointWork  = 64      // that a place costs beside its flows, in flows
	maxExactly = 400     // degree up to which it is done without floats
	maxWords   = 1 << 28 // words added on each side in doing so
	maxModular = 4000    // degree at which repeated roots are looked for
	maxGCDWork = 1 << 20 // degree² × bits at which they are divided out
)

// narrowShare is how many times the width of an interval goes into its place at least.
var narrowShare = new(big.Rat).SetInt(new(big.Int).Lsh(bigOne, 48))

// bracket encloses one root, on one side of r = 0. There t = 1+r if loss is true
// (r < 0) and t = 1/(1+r) otherwise (r > 0), so that 0 < t < 1. The root is between
// low and high, where the polynomial has the sign signLow before it and the opposite
// one behind it, or it is both.
type bracket struct {
	f         *poly
	loss      bool
	low, high *big.Rat
	signLow   int
}

func exactly(t *big.Rat, loss bool) bracket { return bracket{loss: loss, low: t, high: t} }

// isolate returns brackets of the rates of flows, of which the first and the last
// are not 0, and whether there are no others.
func isolate(flows []*big.Int) (found []bracket, complete bool) {
	flows, zero := deflate(flows)
	if len(flows) == 1 {
		return zero, true
	}
	found, complete = bothSides(squareFree(flows))
	return append(found, zero...), complete
}

// deflate divides by 1 − t as often as r = 0 is a root: the quotient is the running
// sums of the flows.
func deflate(flows []*big.Int) (rest []*big.Int, zero []bracket) {
	for {
		sums := runningSums(flows)
		if sums[len(sums)-1].Sign() != 0 {
			return flows, zero
		}
		flows = sums[:len(sums)-1]
		zero = []bracket{exactly(big.NewRat(1, 1), false)}
	}
}

func runningSums(values []*big.Int) []*big.Int {
	sums := make([]*big.Int, len(values))
	total := new(big.Int)
	for i, v := range values {
		total = new(big.Int).Add(total, v)
		sums[i] = total
	}
	return sums
}

func bothSides(flows []*big.Int) ([]bracket, bool) {
	// The powers of 1/(1+r) rise with time, those of 1+r fall.
	gains, sure := newSide(reverse(flows), false).search()
	losses, sureToo := newSide(flows, true).search()
	return append(gains, losses...), sure && sureToo
}

// rootBound bounds the number of roots of coefs, lowest power first, in 0 < t < 1,
// counted with multiplicity; the difference is even. Descartes' rule holds for the
// power series of f/(1−t)^k too, of which the coefficients are k-fold running sums.
// Those after the last grow from the last sums of each order by sums with binomial
// coefficients, a totally positive matrix, and so change their sign no more often
// than these do.
func rootBound(coefs []*big.Int) int {
	least := variations(coefs)
	sums := coefs
	var tail []*big.Int
	for range maxSums {
		if least <= 1 || len(sums)*bitsOf(tail) > maxTotalBits {
			break
		}
		sums = runningSums(sums)
		tail = append([]*big.Int{sums[len(sums)-1]}, tail...)
		least = min(least, variations(slices.Concat(sums, tail)))
	}
	return least
}

func bitsOf(values []*big.Int) int {
	longest := 0
	for _, v := range values {
		longest = max(longest, v.BitLen())
	}
	return longest
}
