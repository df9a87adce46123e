// Package suite lists the benchmarks: groups of sides that do the same job. They run
// as Go benchmarks and, interleaved, from the program that writes RESULTS.md.
package suite

import (
	"testing"

	"github.com/skuld-go/skuld/bench/job"
	"github.com/skuld-go/skuld/bench/portfolio"
)

// Seed of every portfolio that is measured.
const Seed = 20261121

// Side is one way of doing a job.
type Side struct {
	Name string
	// Prepare makes the inputs, which is not measured, and returns the benchmark.
	Prepare func() func(b *testing.B)
}

// Group is a job and the sides that do it. Its benchmarks are called
// BenchmarkMarks/group/side.
type Group struct {
	Name  string
	Sides []Side
}

// Groups lists everything that is measured by its time for one operation; large is
// the size of the portfolio that is passed through whole.
func Groups(large int) []Group {
	return []Group{walkTotals(), walkLines(), statements(), annuities(), rates(), datedRates(),
		businessDays(), addWorkdays(), addMonths(), parseDates(), memory(large)}
}

// claims and cases are how many different claims and cases a benchmark goes round:
// too many for the processor to learn their branches.
const (
	claims = 10_000
	cases  = 2_000
)

// batch is how many cases a side works out at once, as a program would that has many.
const batch = 64

// perCase is the benchmark of a job, in which an operation is one case. It counts in
// batches, so that the call does not weigh on jobs of a few dozen nanoseconds.
func perCase(shape portfolio.Shape, n int, maker job.Maker) func() func(*testing.B) {
	return func() func(*testing.B) {
		j := maker(portfolio.Draw(Seed, shape, 0, n))
		return measured(func(b *testing.B) {
			for done, at := 0, 0; done < b.N; {
				k := min(batch, b.N-done, n-at)
				j.Run(at, at+k)
				done += k
				if at += k; at == n {
					at = 0
				}
			}
		})
	}
}

// repeated is the benchmark of a function that does one operation.
func repeated(prepare func() func()) func() func(*testing.B) {
	return func() func(*testing.B) {
		run := prepare()
		return measured(func(b *testing.B) {
			for b.Loop() {
				run()
			}
		})
	}
}

// CPU is the metric that says what an operation took of all processors together. On a
// machine that others use it is steadier than the clock; it counts the collector of
// garbage, which the clock does not where a processor is free for it.
const CPU = "cpu-ns/op"

// measured adds processor time and allocations to a benchmark.
func measured(run func(b *testing.B)) func(*testing.B) {
	return func(b *testing.B) {
		b.ReportAllocs()
		before := cpuTime()
		run(b)
		b.ReportMetric(float64(cpuTime()-before)/float64(b.N), CPU)
	}
}
