package dunning

import (
	"fmt"
	"slices"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/fee"
	"github.com/skuld-go/skuld/ledger"
)

// MaxTimeline bounds the decisions that a timeline looks at.
const MaxTimeline = 1_000

// Source gives the history of a debt on a day, with letters that are taken to have been
// sent and fees that are taken to have been charged besides.
type Source func(day calendar.Date, sent []ledger.Notice, charged []fee.Charge) (History, error)

// Timeline is what follows if nothing more is paid: the decision of the first day, and
// those of later days on which something may be done, through the last, inclusive. What
// may be done is taken to be done on its day, letters to be delivered as many days later
// as the policy says. A timeline ends where no day is left on which anything may change,
// and after MaxTimeline decisions at the latest, with a finding in its last one.
//
// Errors are those of [Next] and of the source.
func Timeline(p Policy, source Source, from, through calendar.Date) ([]Decision, error) {
	t := timeline{p: &p, source: source}
	var list []Decision
	for day, looked := from, 0; !day.IsZero() && day <= through; looked++ {
		if looked == MaxTimeline {
			note(&list[len(list)-1].Findings, FindingCut, ledger.Warning, "", "the timeline was followed as far as %s only: it has more than %d days to look at", day, MaxTimeline)
			return list, nil
		}
		d, certain, err := t.look(day)
		if err != nil {
			return nil, err
		}
		switch last := len(list) - 1; {
		case last >= 0 && list[last].AsOf == day: // what the letters of the day brought about
			list[last].Actions = append(list[last].Actions, d.Actions...)
		case looked == 0 || len(d.Actions) > 0:
			list = append(list, *d)
		}
		if !t.carryOut(d) {
			day = certain
		}
	}
	return list, nil
}

// timeline carries out decisions.
type timeline struct {
	p       *Policy
	source  Source
	sent    []ledger.Notice
	charged []fee.Charge
	// history is that of the last question, asked whether it has to be asked for anew.
	history History
	asked   bool
}

// look decides on a day by the history at hand and, where something may be done, by that
// of the day itself: what is owed grows every day, what may be done seldom.
func (t *timeline) look(day calendar.Date) (d *Decision, certain calendar.Date, err error) {
	if t.asked && !t.history.Plan.runsOut(day) {
		if d, certain, err = decide(t.p, &t.history, day); err != nil || len(d.Actions) == 0 {
			return d, certain, err
		}
	}
	if t.history, err = t.source(day, t.sent, t.charged); err != nil {
		return nil, 0, err
	}
	t.asked = true
	return decide(t.p, &t.history, day)
}

// runsOut reports whether the plan would be broken by a day if nothing is paid.
func (p *Plan) runsOut(day calendar.Date) bool {
	return p != nil && p.Pauses && !p.Until.IsZero() && p.Until <= day
}

// carryOut takes the actions of a decision to be done, and reports whether there was any
// that was not done on the same day already.
func (t *timeline) carryOut(d *Decision) bool {
	done := false
	for _, a := range d.Actions {
		n := a.Notice(fmt.Sprintf("timeline-%d", len(t.sent)+1))
		if slices.ContainsFunc(t.sent, func(x ledger.Notice) bool {
			return x.Sent == n.Sent && x.Kind == n.Kind && x.Level == n.Level && n.Level > 0
		}) {
			continue
		}
		done, t.asked = true, false
		n.Delivered = a.Day.AddDays(t.p.Delivery)
		t.sent = append(t.sent, n)
		if a.Fee.Sign() > 0 {
			t.charged = append(t.charged, fee.Charge{Code: a.FeeCode, Date: a.Day, Amount: a.Fee})
		}
	}
	return done
}

// Notice is the fact to be kept once the action was taken on its day: it holds the terms
// by which the letter went out, so that a policy that changes later does not change what
// it said.
func (a Action) Notice(id string) ledger.Notice {
	return ledger.Notice{ID: id, Kind: a.Kind, Sent: a.Day, Through: a.Deadline, Level: a.Level, Fee: a.Announces}
}
