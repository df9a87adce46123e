package suite

import (
	"time"

	"github.com/skuld-go/skuld/bench/job"
	"github.com/skuld-go/skuld/bench/own"
	"github.com/skuld-go/skuld/bench/plain/floats"
	"github.com/skuld-go/skuld/bench/plain/shopspring"
	"github.com/skuld-go/skuld/bench/plain/udecimal"
	"github.com/skuld-go/skuld/bench/portfolio"
	"github.com/skuld-go/skuld/bench/workers"
)

// Sizes of the portfolios whose throughput is measured.
var Sizes = []int{1, 1_000, 100_000, 1_000_000}

// Stream is a side whose throughput is measured over sizes and workers: accrual
// walks, totals only.
type Stream struct {
	Name  string
	Maker job.Maker
	// Nanoseconds is about what a claim takes: it bounds the passes.
	Nanoseconds int
	// Slice is how many claims are held at once where a side's types take much
	// memory: larger portfolios are drawn and prepared piece by piece, outside the
	// time. 0 holds all.
	Slice int
}

// Streams are the sides of the throughput.
func Streams() []Stream {
	var out []Stream
	for _, s := range own.Passes() {
		out = append(out, Stream{Name: "skuld-" + s.Name, Maker: s.Maker, Nanoseconds: s.Nanoseconds})
	}
	return append(out,
		Stream{"float64", floats.Walk, 400, 100_000},
		Stream{"udecimal", udecimal.Walk, 2_000, 100_000},
		Stream{"shopspring", shopspring.Walk, 15_000, 100_000})
}

// Prepared is a stream at a size, made once for all its passes unless it is sliced.
type Prepared struct {
	Stream
	Size  int
	whole job.Job
}

// At prepares a stream for the first n claims of the portfolio.
func (s Stream) At(n int) *Prepared {
	p := &Prepared{Stream: s, Size: n}
	if s.Slice == 0 || s.Slice >= n {
		p.whole = s.Maker(portfolio.Draw(Seed, portfolio.OneClaim, 0, n))
	}
	return p
}

// Pass is the mean time of a pass over all claims with so many workers. Passes are
// repeated until about atLeast was worked, and done once at least.
func (p *Prepared) Pass(threads int, atLeast time.Duration) (pass time.Duration, passes int) {
	passes = max(1, int(atLeast)/(p.Nanoseconds*p.Size))
	slice := p.Size
	if p.whole == nil {
		slice = p.Slice
	}
	var spent time.Duration
	for lo := 0; lo < p.Size; lo += slice {
		hi := min(lo+slice, p.Size)
		j := p.whole
		if j == nil {
			j = p.Maker(portfolio.Draw(Seed, portfolio.OneClaim, lo, hi))
		}
		start := time.Now()
		for range passes {
			workers.Run(threads, hi-lo, j.Run)
		}
		spent += time.Since(start)
	}
	return spent / time.Duration(passes), passes
}
