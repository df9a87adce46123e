package dunning_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/dunning"
	"github.com/skuld-go/skuld/fee"
	"github.com/skuld-go/skuld/ledger"
)

// TestPayingKeepsThresholds pays a part of a late debt: what lay below a threshold is
// not lifted over it.
func TestPayingKeepsThresholds(t *testing.T) {
	overGenerated(t, 50, func(t *testing.T, a asked) bool {
		w := a.walked
		late := w.late(a.day, w.open(a.day, a.day))
		if w.present() == nil || len(late) == 0 {
			return false
		}
		h := copied(a.history)
		open := w.open(a.day, a.day)
		last := late[len(late)-1]
		h.Receipts = append(h.Receipts, dunning.Receipt{Date: a.day, Amount: cents(open[last] / 2), Debt: last + 1, Credit: true})
		if open[last] < 2 {
			return false
		}
		after := decide(t, a.seed, a.policy, h, a.day)
		if after.Arrears.Since != a.decision.Arrears.Since {
			return false
		}
		met := false
		for _, b := range Oracle(a.policy, a.history, a.day).Blocks {
			same := func(x dunning.Block) bool { return x.Track == b.Track && x.Action == b.Action && x.Open }
			if b.Rule != 6 && b.Rule != 7 || !slices.ContainsFunc(a.decision.Blocked, same) {
				continue
			}
			met = true
			if !slices.ContainsFunc(after.Blocked, same) {
				t.Errorf("seed %d on %s: %s lay below a threshold until a part was paid", a.seed, a.day, b.Action)
			}
		}
		return met
	})
}

// TestNothingNewBeforeTheNextReview asks on every day up to the next review, with the
// facts known today: no track gets a letter that today has none for.
func TestNothingNewBeforeTheNextReview(t *testing.T) {
	overGenerated(t, 100, func(t *testing.T, a asked) bool {
		p, h := a.policy, known(a.history, a.day)
		p.MaxStep = 1
		h.Plan = nil
		d := decide(t, a.seed, p, h, a.day)
		end := d.NextReview
		if end == 0 {
			end = a.day + 60
		}
		may := map[string]bool{}
		for _, act := range d.Actions {
			may[act.Track.String()+act.Kind] = true
		}
		for day := a.day + 1; day < end && day < a.day+60; day++ {
			for _, act := range decide(t, a.seed, p, h, day).Actions {
				if !may[act.Track.String()+act.Kind] {
					t.Errorf("seed %d: %s may be sent on %s, asked on %s the next review was %s", a.seed, act.Kind, day, a.day, d.NextReview)
					return true
				}
			}
		}
		return len(d.Blocked) > 0
	})
}

// TestTimelineEnds follows what comes if nothing is paid.
func TestTimelineEnds(t *testing.T) {
	overGenerated(t, 100, func(t *testing.T, a asked) bool {
		h := known(a.history, a.day)
		through := a.day + 300
		var all []ledger.Notice
		source := func(day calendar.Date, sent []ledger.Notice, charged []fee.Charge) (dunning.History, error) {
			if day < a.day || day > through {
				return h, fmt.Errorf("asked about %s, outside %s to %s", day, a.day, through)
			}
			if len(sent) > len(all) {
				all = slices.Clone(sent)
			}
			now := copied(h)
			now.Notices = append(now.Notices, sent...)
			now.Charged = append(now.Charged, charged...)
			return now, nil
		}
		line, err := dunning.Timeline(a.policy, source, a.day, through)
		if err != nil {
			t.Errorf("seed %d: %v", a.seed, err)
			return true
		}
		if len(line) == 0 || line[0].AsOf != a.day {
			t.Errorf("seed %d: a timeline of %d decisions does not begin on %s", a.seed, len(line), a.day)
			return true
		}
		letters := 0
		for i, d := range line {
			if i > 0 && (d.AsOf <= line[i-1].AsOf || d.AsOf > through) {
				t.Errorf("seed %d: %s comes after %s", a.seed, d.AsOf, line[i-1].AsOf)
			}
			before := copied(h)
			before.Notices = append(before.Notices, keep(all, func(n ledger.Notice) bool { return n.Sent < d.AsOf })...)
			letters += sentOnce(t, a, before, d)
		}
		return letters > 1
	})
}

// sentOnce counts the letters of a decision and holds against them the levels that
// letters before it have reached.
func sentOnce(t *testing.T, a asked, before dunning.History, d dunning.Decision) int {
	t.Helper()
	w := newWorld(a.policy, before, d.AsOf)
	w.walk()
	for _, act := range d.Actions {
		if r := w.present(); act.Level > 0 && r != nil {
			if l := reachedBy(w.answerable(r), act.Level); l != nil {
				t.Errorf("seed %d: level %d on %s and again on %s", a.seed, act.Level, l.Sent, d.AsOf)
			}
		}
	}
	return len(d.Actions)
}
