package allocation

import (
	"cmp"
	"slices"

	"github.com/skuld-go/skuld/internal/wide"
)

// share gives each of the items its part and works it through the rungs.
func (w *walk) share(rungs []Rung, number int, list []candidate) {
	var total int64
	for i := range list {
		list[i].part = list[i].open
		total += list[i].open
	}
	switch {
	case w.left >= total:
	case len(list) == 1:
		list[0].part = w.left
	case rungs[0].Sequence == Even:
		evenly(list, w.left)
	default:
		proRata(list, w.left, total)
	}
	for i := range list {
		rest := list[i].part
		for r := range rungs {
			if !w.admits(&rungs[r], list[i].index) {
				continue
			}
			for _, component := range rungs[r].Components {
				rest -= w.pay(list[i].index, component, rest, number+r, rungs[r].Citation)
			}
		}
	}
}

// proRata divides an amount below the total by what is open, largest remainder
// first, ties in the order of the list. Parts, remainders and total are positive,
// so nothing overflows.
func proRata(list []candidate, amount, total int64) {
	left := amount
	for i := range list {
		q, rest := wide.Mul(amount, list[i].open).QuoUint64(uint64(total))
		list[i].part, _ = q.Int64() // at most the amount
		list[i].rest, list[i].place = rest, i
		left -= list[i].part
	}
	slices.SortStableFunc(list, func(a, b candidate) int { return cmp.Compare(b.rest, a.rest) })
	for i := range list[:left] {
		list[i].part++
	}
	slices.SortFunc(list, func(a, b candidate) int { return cmp.Compare(a.place, b.place) })
}

// evenly divides an amount below the total in equal parts, rounded half even, at
// most what is open: the last item with something left open takes the difference,
// and what does not fit is divided again.
func evenly(list []candidate, amount int64) {
	for i := range list {
		list[i].part = 0
	}
	for amount > 0 {
		var n, last int
		for i := range list {
			if list[i].part < list[i].open {
				n, last = n+1, i
			}
		}
		each := halfEven(amount, int64(n))
		left := amount
		for i := range list {
			give := min(each, left)
			if i == last {
				give = left
			}
			if list[i].part == list[i].open {
				continue
			}
			left -= give
			give = min(give, list[i].open-list[i].part)
			list[i].part += give
			amount -= give
		}
	}
}

// halfEven is a / n to the nearest integer, ties to even, for positive numbers.
func halfEven(a, n int64) int64 {
	q, r := a/n, a%n
	if r > n-r || r == n-r && q%2 == 1 {
		q++
	}
	return q
}
