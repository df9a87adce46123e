package workers

import (
	"slices"
	"testing"
)

// Every case is worked out once, whatever the number of workers.
func TestEveryCaseOnce(t *testing.T) {
	for _, n := range []int{0, 1, chunk - 1, chunk, 5*chunk + 7} {
		want := slices.Repeat([]int32{1}, n)
		for _, w := range []int{1, 2, 5} {
			got := make([]int32, n)
			Run(w, n, func(lo, hi int) {
				for i := lo; i < hi; i++ {
					got[i]++
				}
			})
			if !slices.Equal(got, want) {
				t.Errorf("%d workers, %d cases: some not once", w, n)
			}
		}
	}
}
