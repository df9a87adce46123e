package report

import (
	"fmt"
	"strings"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/paymentplan"
)

// planInterest says at which rates a plan bears interest, and why.
func (p *page) planInterest(s *paymentplan.Schedule) {
	var all []interest.Segment
	for _, r := range s.Rows {
		all = append(all, r.Segments...)
	}
	switch {
	case len(all) > 0:
		p.rateSpans(all)
	case s.Case != "" && !s.Totals.Interest.IsZero():
		p.para("  ", "The claims of the case bear interest by their own terms; its statement shows the rates.")
	case s.Totals.Interest.IsZero():
		p.para("  ", "The plan bears no interest.")
	default:
		p.para("  ", "The rows pay interest from before the plan; the plan bears none.")
	}
}

// span is a rate with its reason and the runs of days for which it held.
type span struct {
	text string // the rate, and what is remarkable about it
	why  string
	runs []calendar.Period
}

// rateSpans lists each rate once, in the order in which they come.
func (p *page) rateSpans(segments []interest.Segment) {
	for _, s := range spansOf(segments) {
		runs := make([]string, len(s.runs))
		for i, r := range s.runs {
			runs[i] = fmt.Sprintf("from %s through %s", r.First(), r.Last())
		}
		p.para("  ", sentences([]string{s.text + " " + strings.Join(runs, ", "), s.why}))
	}
}

func spansOf(segments []interest.Segment) []span {
	var spans []span
	known := map[string]int{}
	for _, seg := range segments {
		s := span{text: seg.Rate.String() + " % a year", why: rateGround(seg.Basis)}
		switch {
		case seg.Held:
			s = span{text: "No interest", why: seg.Basis.Label}
		case seg.Provisional:
			s.text += " (provisional)"
		}
		i, ok := known[s.text+"\n"+s.why]
		if !ok {
			i = len(spans)
			known[s.text+"\n"+s.why] = i
			spans = append(spans, s)
		}
		spans[i].lengthen(seg.Period)
	}
	return spans
}

// lengthen adds a run of days, to the one before it where they join.
func (s *span) lengthen(p calendar.Period) {
	if n := len(s.runs); n > 0 && s.runs[n-1].To == p.From {
		s.runs[n-1].To = p.To
		return
	}
	s.runs = append(s.runs, p)
}
