package marks

import (
	"bytes"
	"strings"
	"testing"

	"github.com/skuld-go/skuld/bench/compare"
	"github.com/skuld-go/skuld/bench/suite"
)

func TestMedian(t *testing.T) {
	for _, tt := range []struct {
		in   []float64
		want float64
	}{{nil, 0}, {[]float64{3}, 3}, {[]float64{3, 1}, 2}, {[]float64{9, 1, 2}, 2}, {[]float64{4, 1, 3, 2}, 2.5}} {
		if got := Median(tt.in); got != tt.want {
			t.Errorf("%v: %v, want %v", tt.in, got, tt.want)
		}
	}
}

// samples are runs in which a takes 10 and b 25 ns, and the machine is twice as slow
// as that of the marks.
func samples() *Runs {
	r := NewRuns()
	for i := range 3 {
		r.Add("g/a", 10+float64(i-1), 64, 2)
		r.Add("g/b", 2.5*(10+float64(i-1)), 0, 0)
		r.Add(Yardstick, 2*YardstickAt, 0, 0)
	}
	return r
}

func TestJudge(t *testing.T) {
	r := samples()
	for _, tt := range []struct {
		mark     Mark
		measured float64
		met      bool
		gap      string
	}{
		{Mark{"", "g/a", "g/b", Faster, 2}, 2.5, true, "met, +25 %"},
		{Mark{"", "g/a", "g/b", Faster, 5}, 2.5, false, "missed, -50 %"},
		{Mark{"", "g/b", "g/a", AtMost, 2}, 2.5, false, "missed, +25 %"},
		{Mark{"", "g/b", "g/a", Share, 15}, 40, true, "met, +167 %"},
		{Mark{"", "g/a", "", Nanoseconds, 5}, 10, true, "met, +0 %"},
		{Mark{"", "g/a", "", Nanoseconds, 4}, 10, false, "missed, +25 %"},
		{Mark{"", "g/a", "", NoAllocs, 0}, 2, false, "missed by 2"},
		{Mark{"", "g/b", "", NoAllocs, 0}, 0, true, "met"},
		{Mark{"", "g/a", "", Bytes, 64}, 64, true, "met, +0 %"},
	} {
		j := r.Judge(tt.mark)
		if !j.Known || j.Measured != tt.measured || j.Met != tt.met || j.Gap() != tt.gap {
			t.Errorf("%+v: %v %v %q, want %v %v %q", tt.mark, j.Measured, j.Met, j.Gap(), tt.measured, tt.met, tt.gap)
		}
	}
	if j := r.Judge(Mark{"", "g/none", "g/b", Faster, 2}); j.Known || j.Gap() != "not measured" {
		t.Errorf("%+v, want not measured", j)
	}
}

// Every mark names a benchmark that exists, so that a renamed side is noticed.
func TestMarksNameBenchmarks(t *testing.T) {
	names := map[string]bool{"calendar-build/SE": true, "calendar-size/SE": true}
	for _, g := range suite.Groups(1) {
		for _, s := range g.Sides {
			names[g.Name+"/"+s.Name] = true
		}
	}
	for _, m := range List() {
		for _, name := range []string{m.Bench, m.Against} {
			if name != "" && !names[name] {
				t.Errorf("%s: no benchmark %s", m.What, name)
			}
		}
	}
}

// The report shows what was measured, and the chart is one.
func TestResultsAndChart(t *testing.T) {
	points := []Point{{"x", 1, 1, 1000}, {"x", 1000, 1, 2000}, {"x", 1, 2, 900}, {"x", 1000, 2, 3900}}
	res := Results{
		Runs: samples(), Points: points, How: "3 rounds", Identical: map[string]bool{"g/a": true},
		Findings: []compare.Finding{{Job: "walk", Peer: "p", Verdict: compare.Verdict{Cases: 100, Differ: 3, PeerOff: 3, Worst: 1}}},
	}
	var text, svg bytes.Buffer
	res.Write(&text)
	for _, want := range []string{"| g/a | 10 | 64 | 2 |", "| walk | p | 100 | 3 | 0 | 3 | 1 |", "| x | 2 | 0.90 | 3.90 |", "byte for byte: the same", "not measured"} {
		if !strings.Contains(text.String(), want) {
			t.Errorf("no %q in\n%s", want, text.String())
		}
	}
	if err := Chart(points, &svg); err != nil || !strings.Contains(svg.String(), "</svg>") {
		t.Errorf("%d bytes, %v", svg.Len(), err)
	}
}

// A group is measured in the form that benchstat reads.
func TestGroupWritesLines(t *testing.T) {
	var lines bytes.Buffer
	Header(&lines)
	r := NewRuns()
	for _, g := range suite.Groups(1) {
		if g.Name == "parse-date" {
			if err := r.Group(g, 2, "1ms", &lines); err != nil {
				t.Fatal(err)
			}
		}
	}
	if len(r.By["parse-date/skuld"].Nanoseconds) != 2 || !strings.Contains(lines.String(), "\nBenchmarkMarks/parse-date/skuld-") {
		t.Error(lines.String())
	}
}

// The probe prints a line for every calendar.
func TestProbe(t *testing.T) {
	var out bytes.Buffer
	Probe(&out)
	if n := strings.Count(out.String(), "\n"); n != len(calendars) || !strings.Contains(out.String(), "\nSE ") {
		t.Errorf("%q", out.String())
	}
}
