package oracle

import (
	"math/big"
	"slices"
)

// split gives each weight its part of the amount, never more than the weight
// itself: the whole weights if the amount covers them, else in proportion, by
// the largest remainder, equal remainders in the order given.
func split(amount int64, weights []int64) []int64 {
	total := int64(0)
	for _, w := range weights {
		total += w
	}
	if amount >= total {
		return weights
	}
	return proportion(amount, weights)
}

// evenly offers all the same, rounded half even, and the last what is left, nobody
// more than his weight; what did not fit goes round again.
func evenly(amount int64, weights []int64) []int64 {
	parts := make([]int64, len(weights))
	for amount > 0 {
		var takers []int
		for i, w := range weights {
			if parts[i] < w {
				takers = append(takers, i)
			}
		}
		if len(takers) == 0 {
			break
		}
		n := int64(len(takers))
		each := amount / n
		if twice := 2 * (amount % n); twice > n || twice == n && each%2 != 0 {
			each++
		}
		unoffered := amount
		for k, i := range takers {
			offer := min(each, unoffered)
			if k == len(takers)-1 {
				offer = unoffered
			}
			unoffered -= offer
			took := min(offer, weights[i]-parts[i])
			parts[i], amount = parts[i]+took, amount-took
		}
	}
	return parts
}

// proportion divides an amount by weights, by the largest remainder, equal
// remainders in the order given.
func proportion(amount int64, weights []int64) []int64 {
	total := big.NewInt(0)
	for _, w := range weights {
		total.Add(total, big.NewInt(w))
	}
	parts := make([]int64, len(weights))
	rests := make([]*big.Int, len(weights))
	ranks := make([]int, len(weights))
	left := amount
	for i, w := range weights {
		q, r := new(big.Int).QuoRem(new(big.Int).Mul(big.NewInt(amount), big.NewInt(w)), total, new(big.Int))
		parts[i], rests[i], ranks[i] = q.Int64(), r, i
		left -= parts[i]
	}
	slices.SortStableFunc(ranks, func(a, b int) int { return rests[b].Cmp(rests[a]) })
	for _, i := range ranks[:left] {
		parts[i]++
	}
	return parts
}
