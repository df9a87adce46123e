// Command marks measures the suite and writes RESULTS.md, throughput.svg and
// testdata/marks.txt. The full run takes some minutes; -short takes less than one and
// writes elsewhere, to see that everything works.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/skuld-go/skuld/bench/compare"
	"github.com/skuld-go/skuld/bench/marks"
	"github.com/skuld-go/skuld/bench/own"
	"github.com/skuld-go/skuld/bench/portfolio"
	"github.com/skuld-go/skuld/bench/suite"
	"github.com/skuld-go/skuld/bench/workers"
)

// plan says how much is measured.
type plan struct {
	rounds, passes, large int
	benchtime             string
	sample                compare.Sample
}

var (
	full  = plan{20, 3, suite.Large, "20ms", compare.Sample{Seed: suite.Seed, Claims: 1_000_000, Cases: 20_000, Loans: 20_000, Flows: 1_000, Slow: 300}}
	short = plan{2, 1, 100_000, "5ms", compare.Sample{Seed: suite.Seed, Claims: 20_000, Cases: 500, Loans: 500, Flows: 50, Slow: 20}}
)

func main() {
	brief := flag.Bool("short", false, "measure little")
	out := flag.String("out", "", "directory to write to; by default the current one, with -short one for temporary files")
	probe := flag.Bool("probe-calendars", false, "print what building the calendars costs, nothing else")
	flag.Parse()
	if *probe {
		marks.Probe(os.Stdout)
		return
	}
	p, dir := full, "."
	if *brief {
		p, dir = short, filepath.Join(os.TempDir(), "skuld-bench")
	}
	if *out != "" {
		dir = *out
	}
	if err := p.run(dir); err != nil {
		fmt.Fprintln(os.Stderr, "marks:", err)
		os.Exit(1)
	}
	fmt.Println("# written to", filepath.Join(dir, "RESULTS.md"))
}

// run measures and writes everything.
func (p plan) run(dir string) error {
	if err := os.MkdirAll(filepath.Join(dir, "testdata"), 0o755); err != nil {
		return err
	}
	text, err := os.Create(filepath.Join(dir, "testdata", "marks.txt"))
	if err != nil {
		return err
	}
	defer text.Close()
	lines := io.MultiWriter(text, os.Stdout)
	marks.Header(lines)
	r := marks.Results{Runs: marks.NewRuns(), How: fmt.Sprintf("%d rounds of %s for each benchmark", p.rounds, p.benchtime)}
	groups := suite.Groups(p.large)
	for i := range groups {
		if err := r.Runs.Group(groups[i], p.rounds, p.benchtime, lines); err != nil {
			return err
		}
		groups[i] = suite.Group{} // its inputs may go
	}
	if err := r.Runs.Calendars(p.rounds, lines); err != nil {
		return err
	}
	r.Points = marks.Throughput(p.large, p.passes, lines)
	r.Identical = identical(min(p.large, 100_000))
	r.Findings = compare.All(p.sample)
	if err := write(filepath.Join(dir, "throughput.svg"), func(w io.Writer) error { return marks.Chart(r.Points, w) }); err != nil {
		return err
	}
	return write(filepath.Join(dir, "RESULTS.md"), func(w io.Writer) error { r.Write(w); return nil })
}

func write(path string, fill func(io.Writer) error) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	if err := fill(f); err != nil {
		f.Close()
		return err
	}
	return f.Close()
}

// identical says of every side whether two workers give the bytes that one gives.
func identical(n int) map[string]bool {
	p, out := portfolio.Draw(suite.Seed, portfolio.OneClaim, 0, n), map[string]bool{}
	for _, s := range own.Passes() {
		one, two := s.Maker(p), s.Maker(p)
		workers.Run(1, n, one.Run)
		workers.Run(2, n, two.Run)
		out["portfolio/skuld-"+s.Name] = compare.Digest(one, n) == compare.Digest(two, n)
	}
	return out
}
