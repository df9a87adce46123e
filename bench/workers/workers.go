// Package workers spreads a range of cases over goroutines. The library has none of
// its own outside package portfolio of the main module; this is what a program
// that uses it would write.
package workers

import (
	"sync"
	"sync/atomic"
)

// chunk is how many cases a worker takes at a time: enough that taking them costs
// nothing, few enough that the last one to finish is not waited for.
const chunk = 256

// Run calls run for disjoint ranges that together are [0, n), from so many
// goroutines, and returns when all are done. The ranges are the same for any number
// of workers, and so are results that depend on nothing but the range.
func Run(workers, n int, run func(lo, hi int)) {
	var next atomic.Int64
	work := func() {
		for {
			lo := int(next.Add(chunk)) - chunk
			if lo >= n {
				return
			}
			run(lo, min(lo+chunk, n))
		}
	}
	var wg sync.WaitGroup
	for range workers - 1 {
		wg.Go(work)
	}
	work()
	wg.Wait()
}
