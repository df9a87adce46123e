package dunning_test

import (
	"fmt"
	"slices"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/dunning"
)

func (w *world) report(n dunning.Report, d dunning.Debt) string {
	day := later(w.p.Calendar, d.Due, n.Days, n.Business)
	state := "passed"
	switch {
	case n.MaxTerm != 0 && d.Invoiced != 0 && int(d.Due-d.Invoiced) > n.MaxTerm:
		state = "not-covered"
	case w.day < day:
		state = "pending"
	case w.day == day:
		state = "due"
	}
	return fmt.Sprintf("%s %s %s %s", n.Kind, d.ID, day, state)
}

// nextReview is the next day on which something changes by itself.
func (w *world) nextReview(v Verdict) calendar.Date {
	if w.closed() || w.matured() {
		return 0
	}
	days := []calendar.Date{w.nextLate(), v.Retry}
	if w.h.Loan != nil {
		days = append(days, w.h.Loan.Matures)
	}
	for _, s := range v.Blocks {
		days = append(days, s.Until)
	}
	for _, a := range v.Actions {
		if a.Deadline != 0 {
			days = append(days, a.Deadline+1)
		}
	}
	if r := w.present(); r != nil {
		for t := dunning.TrackClaim; t <= dunning.TrackSurveillance; t++ {
			if l := latest(w.standing(r, w.day), t); l != nil {
				days = append(days, w.deadline(*l)+1)
			}
		}
	}
	days = append(days, w.turns()...)
	for _, p := range w.promises() {
		if p.state == dunning.PromiseOpen {
			days = append(days, p.Due+1)
		}
	}
	next := calendar.Date(0)
	for _, d := range days {
		if d > w.day && (next == 0 || d < next) {
			next = d
		}
	}
	return next
}

// turns are the days on which holds, limitation and gates of days change by themselves.
func (w *world) turns() []calendar.Date {
	if w.present() == nil {
		return nil
	}
	var days []calendar.Date
	for _, h := range w.h.Holds {
		if covers(h, w.day) && h.Through != 0 {
			days = append(days, h.Through+1)
		}
	}
	late := w.late(w.day, w.open(w.day, w.day))
	for _, i := range late {
		if last := w.h.Debts[i].Limitation; last != 0 {
			days = append(days, last+1)
		}
	}
	for _, l := range w.ladder {
		if l.Gate != nil && l.Gate.Days > 0 && len(late) > 0 {
			past := calendar.Date(int(w.day) + l.Gate.Days)
			due := w.h.Debts[late[0]].Due
			if w.calledIn(late[0], w.day) {
				due = w.called
			}
			days = append(days, past-(w.day-due))
		}
	}
	return days
}

// met names what the walk came upon.
func (w *world) met() map[string]bool {
	met := map[string]bool{"two runs": len(w.runs) > 1, "accelerated": w.called != 0 && w.called < w.day}
	switch {
	case w.closed():
		met["closed"] = true
	case w.matured():
		met["matured"] = true
	case w.present() != nil:
		met["on the ladder"] = len(w.present().letters) > 0
	case len(w.runs) > 0:
		met["run that ended"] = true
	default:
		met["new"] = true
	}
	if r := w.present(); r != nil && !w.closed() {
		met["letter that counts no more"] = len(w.standing(r, w.day)) < len(r.letters)
		met["letter about what is held"] = len(w.answerable(r)) < len(w.standing(r, w.day))
	}
	for what := range w.notes {
		met[what] = true
	}
	return met
}

// decided are the findings that are compared.
var decided = []string{dunning.FindingNoArrears, dunning.FindingUnfounded, dunning.FindingSkipped, dunning.FindingAnchor, dunning.FindingPromiseBroken, dunning.FindingRest}

// verdictOf is the parts of an engine's decision that are compared.
func verdictOf(d *dunning.Decision) Verdict {
	v := Verdict{Stage: d.Stage, Tracks: d.Tracks, Level: d.Level, Since: d.Arrears.Since, Deadline: d.Deadline,
		Overdue: d.Arrears.Installments.Minor(), Total: d.Arrears.Total.Minor(), PastDue: d.Arrears.DaysPastDue,
		Count: d.Arrears.Count, Consecutive: d.Arrears.Consecutive, NextReview: d.NextReview,
		LastReturn: d.LastReturn, Retry: d.Retry, Limitation: d.Limitation.Date, Interruption: d.Limitation.NextInterruption}
	for _, b := range d.Arrears.Buckets {
		v.Buckets = append(v.Buckets, fmt.Sprintf("%d:%d×%d", b.Through, b.Amount.Minor(), b.Count))
	}
	for _, x := range d.Arrears.Items {
		v.Items = append(v.Items, fmt.Sprintf("%s %s %d %d", x.ID, x.Due, x.DaysPastDue, x.Open.Minor()))
	}
	for _, a := range d.Actions {
		v.Actions = append(v.Actions, Act{a.Track, a.Kind, a.Level, a.Since, a.Deadline, a.Fee.Minor()})
	}
	for _, b := range d.Blocked {
		v.Blocks = append(v.Blocks, Stop{Track: b.Track, Action: b.Action, Until: b.Until, Open: b.Open})
	}
	for _, p := range d.Promises {
		v.Promises = append(v.Promises, fmt.Sprintf("%s due %s paid %d of %d %s", p.ID, p.Due, p.Paid.Minor(), p.Amount.Minor(), p.State))
	}
	for _, n := range d.Deadlines {
		v.Reports = append(v.Reports, fmt.Sprintf("%s %s %s %s", n.Kind, n.Item, n.Day, n.State))
	}
	found := map[string]bool{}
	for _, f := range d.Findings {
		if !found[f.Code] && slices.Contains(decided, f.Code) {
			v.Findings = append(v.Findings, f.Code)
		}
		found[f.Code] = true
	}
	slices.Sort(v.Items)
	slices.Sort(v.Promises)
	slices.Sort(v.Reports)
	slices.Sort(v.Findings)
	return v
}
