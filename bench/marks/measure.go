// Package marks measures the suite, holds the figures against the marks that the
// project set itself and writes both down.
package marks

import (
	"flag"
	"fmt"
	"io"
	"runtime"
	"slices"
	"testing"

	"github.com/skuld-go/skuld/bench/suite"
)

// Prefix of the names of all benchmarks of the suite.
const Prefix = "BenchmarkMarks/"

// Samples are what the rounds measured of one benchmark, in the order of the rounds.
type Samples struct {
	Nanoseconds []float64
	Bytes       []float64
	Allocs      []float64
	// CPU is the processor time, where the system says it.
	CPU []float64
}

// Runs holds the samples of all benchmarks by group/side, and their order.
type Runs struct {
	Names []string
	By    map[string]*Samples
}

// NewRuns is without samples.
func NewRuns() *Runs { return &Runs{By: map[string]*Samples{}} }

// Add notes a sample.
func (r *Runs) Add(name string, ns, bytes, allocs float64) {
	s := r.By[name]
	if s == nil {
		s = &Samples{}
		r.By[name] = s
		r.Names = append(r.Names, name)
	}
	s.Nanoseconds = append(s.Nanoseconds, ns)
	s.Bytes = append(s.Bytes, bytes)
	s.Allocs = append(s.Allocs, allocs)
}

// Header is how a file of benchmarks for benchstat begins.
func Header(w io.Writer) {
	fmt.Fprintf(w, "goos: %s\ngoarch: %s\npkg: github.com/skuld-go/skuld/bench\ncpu: %s\n", runtime.GOOS, runtime.GOARCH, CPU())
}

// Group measures a group: its sides in turn, so many rounds of about benchtime each,
// every other round backwards. What disturbs the machine for a while so disturbs all
// sides. Every sample is a line in the form of go test.
func (r *Runs) Group(g suite.Group, rounds int, benchtime string, w io.Writer) error {
	benchmarks, times := make([]func(*testing.B), len(g.Sides)), make([]string, len(g.Sides))
	order := make([]int, len(g.Sides))
	for i, s := range g.Sides {
		benchmarks[i], times[i], order[i] = s.Prepare(), benchtime, i
		r.By[g.Name+"/"+s.Name] = &Samples{}
		r.Names = append(r.Names, g.Name+"/"+s.Name)
	}
	for range rounds {
		for _, i := range order {
			name := g.Name + "/" + g.Sides[i].Name
			res, err := sample(benchmarks[i], times[i])
			if err != nil || res.N == 0 {
				return fmt.Errorf("%s for %s: no result (%v)", name, times[i], err)
			}
			// From the second round on the number is fixed by the first: finding it takes
			// as long as measuring.
			times[i] = fmt.Sprint(res.N, "x")
			r.Add(name, float64(res.T.Nanoseconds())/float64(res.N), float64(res.AllocedBytesPerOp()), float64(res.AllocsPerOp()))
			if cpu := res.Extra[suite.CPU]; cpu > 0 {
				r.By[name].CPU = append(r.By[name].CPU, cpu)
			}
			Line(w, name, res)
		}
		slices.Reverse(order)
	}
	return nil
}

// sample runs a benchmark once for a time, or a number of operations.
func sample(f func(*testing.B), benchtime string) (testing.BenchmarkResult, error) {
	if flag.Lookup("test.benchtime") == nil {
		testing.Init()
	}
	if err := flag.Set("test.benchtime", benchtime); err != nil {
		return testing.BenchmarkResult{}, err
	}
	return testing.Benchmark(f), nil
}

// Line writes a sample in the form of go test.
func Line(w io.Writer, name string, res testing.BenchmarkResult) {
	fmt.Fprintf(w, "%s%s-%d\t%s\t%s\n", Prefix, name, runtime.GOMAXPROCS(0), res, res.MemString())
}

// Median is the middle one of some figures, the mean of the two middle ones.
func Median(x []float64) float64 {
	s := slices.Sorted(slices.Values(x))
	n := len(s)
	if n == 0 {
		return 0
	}
	return (s[(n-1)/2] + s[n/2]) / 2
}
