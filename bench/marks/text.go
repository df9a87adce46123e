package marks

import (
	"fmt"
	"math"
)

func (j Judged) target() string {
	switch j.Kind {
	case Faster:
		return "≥ " + figure(j.Target) + " ×"
	case AtMost:
		return "≤ " + figure(j.Target) + " ×"
	case Share:
		return "≥ " + figure(j.Target) + " %"
	case Nanoseconds:
		return "≤ " + figure(j.Limit()) + " ns"
	case Bytes:
		return "≤ " + figure(j.Target) + " B"
	}
	return "≤ " + figure(j.Target)
}

func (j Judged) measured() string {
	if !j.Known {
		return "–"
	}
	unit := j.Kind.unit()
	if j.Low == j.High {
		return figure(j.Measured) + unit
	}
	return fmt.Sprintf("%s%s (%s–%s)", figure(j.Measured), unit, figure(j.Low), figure(j.High))
}

// timed is a figure of a mark about time.
func (j Judged) timed(x float64) string {
	if !j.Known || j.Kind == Bytes || j.Kind == NoAllocs || x == 0 {
		return ""
	}
	return figure(x) + j.Kind.unit()
}

// cpu is the mark by processor time, which says nothing of two workers.
func (j Judged) cpu() float64 {
	if j.Bench == j.Against+"-2" {
		return 0
	}
	return j.CPU
}

func (k Kind) unit() string {
	return map[Kind]string{Faster: " ×", AtMost: " ×", Share: " %", Nanoseconds: " ns", Bytes: " B"}[k]
}

func (j Judged) times() string {
	switch {
	case !j.Known || j.Kind == Bytes || j.Kind == NoAllocs:
		return ""
	case j.Against == "":
		return figure(j.NS)
	}
	return figure(j.NS) + " / " + figure(j.AgainstNS)
}

func code(s string) string {
	if s == "" {
		return ""
	}
	return "`" + s + "`"
}

// figure is a number with three significant digits, or whole.
func figure(x float64) string {
	switch {
	case x == math.Trunc(x) || math.Abs(x) >= 1000:
		return fmt.Sprintf("%.0f", x)
	case math.Abs(x) >= 100:
		return fmt.Sprintf("%.0f", x)
	case math.Abs(x) >= 10:
		return fmt.Sprintf("%.1f", x)
	}
	return fmt.Sprintf("%.2f", x)
}
