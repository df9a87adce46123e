package marks

import (
	"fmt"
	"io"
	"runtime"
	"runtime/debug"
	"strings"

	"github.com/skuld-go/skuld/bench/compare"
)

// Results is everything that RESULTS.md says.
type Results struct {
	Runs      *Runs
	Points    []Point
	Findings  []compare.Finding
	Identical map[string]bool // results of one and two workers, by side
	How       string          // how it was measured
}

// Write writes RESULTS.md.
func (r Results) Write(w io.Writer) {
	fmt.Fprintf(w, "# Results\n\nWritten by `make bench`; not edited. %s. %s, %d processors, %s %s/%s.\n", r.How, CPU(), runtime.NumCPU(), runtime.Version(), runtime.GOOS, runtime.GOARCH)
	fmt.Fprintf(w, "What is compared with what: README.md. Every sample: testdata/marks.txt, for benchstat.\n")
	r.marks(w)
	r.findings(w)
	r.throughput(w)
	r.samples(w)
	versions(w)
}

const marksText = `
## Marks

Measured: the median over the rounds of one run, ratios between samples of the same
round; in brackets the lowest and the highest round. The verdict looks at this alone.
At best: the fastest sample of one side against the fastest of the other, near what an
idle machine shows. Processor time: the same ratio by what the sides used of all
processors, which is blind to other programs but counts the collector of garbage.

Marks in nanoseconds are those of the machine on which they were set, times %.2f: so
much longer than there %s takes here.

`

func (r Results) marks(w io.Writer) {
	fmt.Fprintf(w, marksText, r.Runs.Scale(), Yardstick)
	fmt.Fprintf(w, "| mark | benchmark | against | target | measured | at best | processor time | ns | |\n|---|---|---|---|---|---|---|---|---|\n")
	for _, m := range List() {
		j := r.Runs.Judge(m)
		fmt.Fprintf(w, "| %s | %s | %s | %s | %s | %s | %s | %s | %s |\n", m.What, code(m.Bench), code(m.Against), j.target(), j.measured(), j.timed(j.Best), j.timed(j.cpu()), j.times(), j.Gap())
	}
	for _, name := range r.Runs.Names {
		if same, ok := r.Identical[name]; ok {
			fmt.Fprintf(w, "\nResults of `%s` with 1 and 2 workers, byte for byte: %s.", name, map[bool]string{true: "the same", false: "NOT the same"}[same])
			fmt.Fprintln(w, r.Runs.scaling(name))
		}
	}
}

// scaling says what the processor time of a side and of its twin with two workers
// makes of them where both processors are free, which no clock on a busy machine tells.
func (r *Runs) scaling(name string) string {
	one, two := r.By[name], r.By[name+"-2"]
	if two == nil || len(one.CPU) == 0 || len(two.CPU) == 0 {
		return ""
	}
	a, b := Median(one.CPU), Median(two.CPU)
	return fmt.Sprintf(" One worker takes %s ms of processor time for a pass, two take %s ms together: with two processors to themselves they would be %s × as fast.",
		figure(a/1e6), figure(b/1e6), figure(2*a/b))
}

func (r Results) findings(w io.Writer) {
	fmt.Fprintf(w, "\n## Who is right\n\nResults of the other programs that differ from skuld's. Where two differ, a day-by-day reckoner in rational numbers decides.\n"+
		"The worst difference is in minor units, of rates in 0.01 %%.\n\n| job | with | cases | differ | skuld wrong | other wrong | worst |\n|---|---|---|---|---|---|---|\n")
	for _, f := range r.Findings {
		fmt.Fprintf(w, "| %s | %s | %d | %d | %d | %d | %d |\n", f.Job, f.Peer, f.Cases, f.Differ, f.SkuldWrong, f.PeerOff, f.Worst)
	}
}

func (r Results) samples(w io.Writer) {
	fmt.Fprintf(w, "\n## Everything measured\n\nMedians. Names are those of `go test -bench`, after `%s`.\n\n| benchmark | ns/op | B/op | allocs/op |\n|---|---|---|---|\n", Prefix)
	for _, name := range r.Runs.Names {
		s := r.Runs.By[name]
		fmt.Fprintf(w, "| %s | %s | %s | %s |\n", name, figure(Median(s.Nanoseconds)), figure(Median(s.Bytes)), figure(Median(s.Allocs)))
	}
}

func versions(w io.Writer) {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return
	}
	var out []string
	for _, m := range info.Deps {
		for _, want := range []string{"shopspring", "govalues", "udecimal", "go-financial", "rickar"} {
			if strings.Contains(m.Path, want) {
				out = append(out, m.Path+" "+m.Version)
			}
		}
	}
	fmt.Fprintf(w, "\nVersions: %s.\n", strings.Join(out, ", "))
}

func (r Results) throughput(w io.Writer) {
	fmt.Fprintf(w, "\n## Throughput\n\nThousand claims a second by size of the portfolio, accrual walks without lines; 1 and 2 workers.\n\n![throughput](throughput.svg)\n\n| side | workers |")
	sizes := map[int]bool{}
	var order []int
	for _, p := range r.Points {
		if !sizes[p.Size] {
			sizes[p.Size] = true
			order = append(order, p.Size)
			fmt.Fprintf(w, " %d |", p.Size)
		}
	}
	fmt.Fprintf(w, "\n|---|---|%s\n", strings.Repeat("---|", len(order)))
	for _, key := range series(r.Points) {
		fmt.Fprintf(w, "| %s | %d |", key.Stream, key.Workers)
		for _, p := range r.Points {
			if p.Stream == key.Stream && p.Workers == key.Workers {
				fmt.Fprintf(w, " %s |", figure(p.PerSecond/1000))
			}
		}
		fmt.Fprintln(w)
	}
}
