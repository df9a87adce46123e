package money

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"github.com/skuld-go/skuld/internal/wide"
)

// Split divides a in proportion to the weights, by the largest remainder: each
// part is first the proportional share without its fraction, and the minor units
// left over go one each to the largest fractions, ties to the lower index. The
// parts sum to a, each is within one minor unit of its proportional share, and a
// weight of 0 gets nothing. A negative amount is split as its opposite.
//
// The weights are 0 or more, their sum above 0 and at most 2⁶³−1.
func (a Amount) Split(weights []int64) ([]Amount, error) {
	if a.currency.IsZero() {
		return nil, fmt.Errorf("no amount to split: %w", ErrUnknownCurrency)
	}
	total, err := sumWeights(weights)
	if err != nil {
		return nil, fmt.Errorf("split %s: %w", a, err)
	}
	parts := make([]Amount, len(weights))
	rests := make([]uint64, len(weights))
	left := a.minor
	for i, w := range weights {
		share, rest := wide.Mul(a.minor, w).QuoUint64(uint64(total))
		// A share is no larger than the amount itself.
		minor, _ := share.Int64()
		parts[i], rests[i] = Amount{minor, a.currency}, rest
		left -= minor
	}
	if left == 0 {
		return parts, nil
	}
	unit := int64(cmp.Compare(left, 0))
	for _, i := range byRest(rests)[:unit*left] {
		parts[i].minor += unit
	}
	return parts, nil
}

// byRest returns the indices by falling remainder, equal ones in order.
func byRest(rests []uint64) []int {
	order := make([]int, len(rests))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(rests[j], rests[i]) })
	return order
}

// sumWeights checks the weights of a split and sums them.
func sumWeights(weights []int64) (int64, error) {
	var total int64
	for i, w := range weights {
		if w < 0 {
			return 0, fmt.Errorf("weight %d is %d, want 0 or more", i, w)
		}
		if w > math.MaxInt64-total {
			return 0, fmt.Errorf("the weights sum to more than 2^63-1: %w", ErrTooLarge)
		}
		total += w
	}
	if total == 0 {
		return 0, fmt.Errorf("%d weights sum to 0, want more", len(weights))
	}
	return total, nil
}
