package suite

import (
	"sync"
	"testing"

	"github.com/skuld-go/skuld/bench/job"
	"github.com/skuld-go/skuld/bench/own"
	"github.com/skuld-go/skuld/bench/portfolio"
	"github.com/skuld-go/skuld/bench/workers"
)

// Large is the size of the portfolio that no cache holds.
const Large = 1_000_000

// memory: the totals of many claims beside a pass that only reads every field of
// the same arena and writes every result: the limit that memory sets. An operation
// is one pass, which is reported by claim, too.
func memory(large int) Group {
	g := Group{Name: "portfolio"}
	arena := sync.OnceValue(func() *portfolio.Portfolio { return portfolio.Draw(Seed, portfolio.OneClaim, 0, large) })
	for _, s := range own.Touches() {
		g.Sides = append(g.Sides, Side{s.Name, passes(sync.OnceValue(func() job.Job { return s.Maker(arena()) }), large, 1)})
	}
	for _, s := range own.Passes() {
		j := sync.OnceValue(func() job.Job { return s.Maker(arena()) })
		g.Sides = append(g.Sides, Side{"skuld-" + s.Name, passes(j, large, 1)}, Side{"skuld-" + s.Name + "-2", passes(j, large, 2)})
	}
	return g
}

// passes is the benchmark of whole passes over a portfolio of a size, with so many
// workers. The job is prepared when it is first needed.
func passes(prepared func() job.Job, size, threads int) func() func(*testing.B) {
	return func() func(*testing.B) {
		j := prepared()
		workers.Run(threads, size, j.Run) // touches the memory of the results for the first time
		return measured(func(b *testing.B) {
			for b.Loop() {
				workers.Run(threads, size, j.Run)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(size), "ns/claim")
		})
	}
}
