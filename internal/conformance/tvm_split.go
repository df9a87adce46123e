package conformance

import (
	"fmt"

	"github.com/skuld-go/skuld/calendar"
)

// A TVMSplitting is a span of days cut into periods, or refused.
type TVMSplitting struct {
	ID         string // for reports: no verdict depends on it
	start, end calendar.Date
	every      tvmFrequency
	refused    bool
	want       [][2]calendar.Date // first and last days
	notes      notes
}

func newTVMSplitting(o object) TVMSplitting {
	s := TVMSplitting{ID: o.word("name"), start: o.date("start"), end: o.date("end"), every: o.tvmFrequency("frequency")}
	if s.every == (tvmFrequency{}) && len(o.notes.foreign) == 0 {
		o.notes.fail("%sfrequency is missing", o.path)
	}
	switch v := o.take("want_error").(type) {
	case nil:
	case bool:
		s.refused = v
	default:
		o.notes.fail("%swant_error is %v, want true or false", o.path, v)
	}
	for i, v := range o.list("periods") {
		days, ok := v.([]any)
		if !ok || len(days) != 2 {
			o.notes.fail("%speriods[%d] is %v, want first and last day", o.path, i, v)
			continue
		}
		pair := object{fmt.Sprintf("%speriods[%d].", o.path, i), map[string]any{"first": days[0], "last": days[1]}, o.notes}
		s.want = append(s.want, [2]calendar.Date{pair.date("first"), pair.date("last")})
	}
	o.done()
	return s
}

// Judge cuts the span by a schedule without odd periods.
func (s TVMSplitting) Judge() Verdict {
	if v := outside(s.notes.foreign); v.OutOfScope != "" {
		return v
	}
	periods, err := calendar.Schedule{From: s.start, To: s.end + 1, Every: s.every.span}.Periods()
	switch {
	case s.refused && err == nil:
		return Verdict{Problem: fmt.Errorf("%d periods, want an error", len(periods))}
	case s.refused:
		return Verdict{}
	case err != nil:
		return Verdict{Problem: err}
	case len(periods) != len(s.want):
		return Verdict{Problem: fmt.Errorf("%d periods, want %d", len(periods), len(s.want))}
	}
	for i, p := range periods {
		if p.First() != s.want[i][0] || p.Last() != s.want[i][1] {
			return Verdict{Problem: fmt.Errorf("period %d is %v, want %v – %v", i+1, p, s.want[i][0], s.want[i][1])}
		}
	}
	return Verdict{}
}
