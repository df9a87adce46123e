package dunning_test

import (
	"fmt"
	"slices"
	"strings"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/dunning"
)

// Verdict is the parts of a decision that oracle and engine are compared by.
type Verdict struct {
	Stage              string
	Tracks             [dunning.Tracks]string
	Level              int
	Since, Deadline    calendar.Date
	Overdue, Total     int64
	PastDue            int
	Count, Consecutive int
	// Buckets, Items, Promises and Reports are lines of text, the last three sorted.
	Buckets, Items, Promises, Reports []string
	Actions                           []Act
	Blocks                            []Stop
	NextReview, LastReturn, Retry     calendar.Date
	Limitation, Interruption          calendar.Date
	// Findings are codes, each once.
	Findings []string
	// walked names what the walk met, for the coverage of generated cases.
	walked map[string]bool
}

// Act is an action; Level 0 is one that tells of an event.
type Act struct {
	Track           dunning.Track
	Kind            string
	Level           int
	Since, Deadline calendar.Date
	Fee             int64
}

// Stop is a block; the engine does not give the number of its rule.
type Stop struct {
	Track  dunning.Track
	Action string
	Rule   int
	Until  calendar.Date
	Open   bool
}

// lines is the verdict as text without rule numbers, to be compared line by line.
func (v Verdict) lines() []string {
	out := []string{
		fmt.Sprintf("stage %q tracks %q level %d", v.Stage, v.Tracks, v.Level),
		fmt.Sprintf("since %s deadline %s", v.Since, v.Deadline),
		fmt.Sprintf("overdue %d total %d count %d consecutive %d dpd %d", v.Overdue, v.Total, v.Count, v.Consecutive, v.PastDue),
		fmt.Sprintf("buckets %s", v.Buckets),
		fmt.Sprintf("items %s", v.Items),
		fmt.Sprintf("next review %s", v.NextReview),
		fmt.Sprintf("return %s retry %s", v.LastReturn, v.Retry),
		fmt.Sprintf("limitation %s interruption %s", v.Limitation, v.Interruption),
		fmt.Sprintf("promises %s", v.Promises),
		fmt.Sprintf("reports %s", v.Reports),
		fmt.Sprintf("findings %s", v.Findings),
	}
	var acts, stops []string
	for _, a := range v.Actions {
		if a.Level == 0 {
			a.Track = 0
		}
		acts = append(acts, fmt.Sprintf("action %d %s level %d since %s deadline %s fee %d", a.Track, a.Kind, a.Level, a.Since, a.Deadline, a.Fee))
	}
	for _, s := range v.Blocks {
		stops = append(stops, fmt.Sprintf("block %d %s until %s open %t", s.Track, s.Action, s.Until, s.Open))
	}
	slices.Sort(acts)
	slices.Sort(stops)
	return slices.Concat(out, acts, slices.Compact(stops))
}

// differences tells two verdicts apart.
func differences(want, got Verdict) string {
	var b strings.Builder
	a, c := want.lines(), got.lines()
	for _, l := range a {
		if !slices.Contains(c, l) {
			fmt.Fprintf(&b, "  oracle: %s\n", l)
		}
	}
	for _, l := range c {
		if !slices.Contains(a, l) {
			fmt.Fprintf(&b, "  engine: %s\n", l)
		}
	}
	if b.Len() == 0 && len(a) != len(c) {
		fmt.Fprintf(&b, "  oracle has %d lines, engine %d\n", len(a), len(c))
	}
	return b.String()
}

func (w *world) verdict() Verdict {
	r := w.present()
	v := Verdict{Stage: w.stage()}
	for t := dunning.TrackClaim; t <= dunning.TrackSurveillance; t++ {
		v.Tracks[t-1] = w.stageOf(t)
	}
	if n := w.reached(dunning.TrackClaim); n > 0 {
		v.Level = w.track(dunning.TrackClaim)[n-1].no
	}
	if r != nil {
		v.Since = r.since
		if letters := w.standing(r, w.day); len(letters) > 0 {
			v.Deadline = w.deadline(letters[len(letters)-1])
		}
	}
	v.Tracks[0] = v.Stage
	w.arrears(&v)
	w.next(&v)
	w.events(&v)
	v.LastReturn, v.Retry = w.lastReturn()
	for _, p := range w.promises() {
		v.Promises = append(v.Promises, fmt.Sprintf("%s due %s paid %d of %d %s", p.ID, p.Due, p.paid, p.Amount.Minor(), p.state))
	}
	slices.Sort(v.Promises)
	v.NextReview = w.nextReview(v)
	w.hasMet("review as the loan matures", w.h.Loan != nil && v.NextReview != 0 && v.NextReview == w.h.Loan.Matures)
	if r == nil && v.Stage != w.fresh() && v.Total > v.Overdue {
		w.findings["rest-open"] = true
	}
	v.walked = w.met()
	for code := range w.findings {
		v.Findings = append(v.Findings, code)
	}
	slices.Sort(v.Findings)
	return v
}

// arrears is what is late today.
func (w *world) arrears(v *Verdict) {
	open := w.open(w.day, w.day)
	late := w.late(w.day, open)
	v.Overdue = total(open, late)
	v.Total = v.Overdue + w.h.Interest.Minor() + w.h.Fees.Minor()
	v.Count, v.Consecutive, v.PastDue = len(late), w.consecutive(late), w.pastDue(late, w.day)
	ends := w.p.Buckets
	if len(ends) == 0 {
		ends = []int{30, 60, 90, 180}
	}
	for k := 0; k <= len(ends); k++ {
		count, sum := 0, int64(0)
		for _, i := range late {
			days := w.daysPastDue(i, w.day)
			if (k == 0 || days > ends[k-1]) && (k == len(ends) || days <= ends[k]) {
				count++
				sum += open[i]
			}
		}
		through := 0
		if k < len(ends) {
			through = ends[k]
		}
		v.Buckets = append(v.Buckets, fmt.Sprintf("%d:%d×%d", through, sum, count))
	}
	for _, i := range late {
		d := w.h.Debts[i]
		v.Items = append(v.Items, fmt.Sprintf("%s %s %d %d", d.ID, d.Due, w.daysPastDue(i, w.day), open[i]))
		for _, n := range w.p.Deadlines {
			v.Reports = append(v.Reports, w.report(n, d))
		}
	}
	for i, d := range w.h.Debts {
		if open[i] == 0 || len(late) > 0 && !has(late, i) {
			continue
		}
		if d.Limitation != 0 && (v.Limitation == 0 || d.Limitation < v.Limitation) {
			v.Limitation = d.Limitation
		}
		if d.NextInterruption != 0 && (v.Interruption == 0 || d.NextInterruption < v.Interruption) {
			v.Interruption = d.NextInterruption
		}
	}
	slices.Sort(v.Items)
	slices.Sort(v.Reports)
}
