package marks

import (
	"fmt"
	"slices"
)

// Kind says how a mark is measured.
type Kind uint8

// The kinds of marks.
const (
	// Faster: at least Target times as fast as Against.
	Faster Kind = iota + 1
	// AtMost: at most Target times the time of Against.
	AtMost
	// Share: at least Target per cent of the speed of Against.
	Share
	// Nanoseconds: at most Target of them on the machine of the marks; elsewhere they
	// are scaled by the yardstick.
	Nanoseconds
	// NoAllocs: at most Target allocations for one operation.
	NoAllocs
	// Bytes: at most Target bytes.
	Bytes
)

// Yardstick is the benchmark that tells how fast a machine is, and YardstickAt what it
// took where the marks were set: time.Parse of a date.
const (
	Yardstick   = "parse-date/time"
	YardstickAt = 49.8
)

// Mark is something that the project wants to reach.
type Mark struct {
	What           string
	Bench, Against string
	Kind           Kind
	Target         float64
}

// Judged is a mark with what was measured: the median over the rounds, and the lowest
// and the highest round.
type Judged struct {
	Mark
	Known               bool
	Measured, Low, High float64
	// Best is the fastest sample of one side against that of the other.
	Best float64
	// CPU is the mark by processor time instead of the clock.
	CPU           float64
	Scale         float64
	Met           bool
	NS, AgainstNS float64
}

// Judge holds a mark against the samples. Ratios are taken round by round, between
// samples that lie close together in time.
func (r *Runs) Judge(m Mark) Judged {
	j := Judged{Mark: m, Scale: r.Scale()}
	a, ok := r.By[m.Bench]
	if !ok || len(a.Nanoseconds) == 0 {
		return j
	}
	b := r.By[m.Against]
	if m.Against != "" && (b == nil || len(b.Nanoseconds) == 0) {
		return j
	}
	j.Known, j.NS = true, Median(a.Nanoseconds)
	values := a.values(m.Kind)
	if b != nil {
		values = m.Kind.ratios(a.Nanoseconds, b.Nanoseconds)
		j.CPU = Median(m.Kind.ratios(a.CPU, b.CPU))
		j.AgainstNS = Median(b.Nanoseconds)
		j.Best = m.Kind.ratio(slices.Min(a.Nanoseconds), slices.Min(b.Nanoseconds))
	}
	j.Measured, j.Low, j.High = Median(values), slices.Min(values), slices.Max(values)
	if b == nil {
		j.Best, j.CPU = j.Low, Median(a.CPU)
	}
	if m.Kind == Faster || m.Kind == Share {
		j.Met = j.Measured >= m.Target
	} else {
		j.Met = j.Measured <= j.Limit()
	}
	return j
}

// Scale is how much slower the machine is than the one of the marks, by the yardstick.
func (r *Runs) Scale() float64 {
	if s := r.By[Yardstick]; s != nil && len(s.Nanoseconds) > 0 {
		return Median(s.Nanoseconds) / YardstickAt
	}
	return 1
}

func (s *Samples) values(k Kind) []float64 {
	switch k {
	case NoAllocs:
		return s.Allocs
	case Bytes:
		return s.Bytes
	}
	return s.Nanoseconds
}

func (k Kind) ratio(own, other float64) float64 {
	switch k {
	case Faster:
		return other / own
	case Share:
		return 100 * other / own
	}
	return own / other
}

// ratios are those of samples of the same round.
func (k Kind) ratios(own, other []float64) []float64 {
	out := make([]float64, min(len(own), len(other)))
	for i := range out {
		out[i] = k.ratio(own[i], other[i])
	}
	return out
}

// Limit is the target on this machine.
func (j Judged) Limit() float64 {
	if j.Kind == Nanoseconds {
		return j.Target * j.Scale
	}
	return j.Target
}

// Gap says by how much a mark was met or missed.
func (j Judged) Gap() string {
	switch {
	case !j.Known:
		return "not measured"
	case j.Limit() == 0 && j.Met:
		return "met"
	case j.Limit() == 0:
		return fmt.Sprintf("missed by %s", figure(j.Measured))
	}
	verdict := "met"
	if !j.Met {
		verdict = "missed"
	}
	return fmt.Sprintf("%s, %+.0f %%", verdict, 100*(j.Measured/j.Limit()-1))
}
