package dunning_test

import (
	"testing"

	"github.com/skuld-go/skuld/dunning"
	"github.com/skuld-go/skuld/ledger"
)

// TestDeliveriesToComeDoNotCount forgets the deliveries after the day asked for: nothing
// may have gone by them.
func TestDeliveriesToComeDoNotCount(t *testing.T) {
	overGenerated(t, 150, func(t *testing.T, a asked) bool {
		h := copied(a.history)
		forgotten := false
		for i, n := range h.Notices {
			if n.Delivered > a.day {
				h.Notices[i].Delivered, forgotten = 0, forgotten || n.Sent <= a.day
			}
		}
		if diff := differences(verdictOf(decide(t, a.seed, a.policy, h, a.day)), verdictOf(a.decision)); diff != "" {
			t.Errorf("seed %d on %s, without the deliveries to come, then with them:\n%s", a.seed, a.day, diff)
		}
		return forgotten
	})
}

// TestWhatMayBeSentCounts sends each letter that may be sent: it is not without ground,
// and it is not asked for again on that day or the next.
func TestWhatMayBeSentCounts(t *testing.T) {
	overGenerated(t, 150, func(t *testing.T, a asked) bool {
		met := false
		for _, act := range a.decision.Actions {
			if act.Level == 0 {
				continue
			}
			met = true
			h := copied(known(a.history, a.day))
			h.Notices = append(h.Notices, ledger.Notice{ID: "sent", Kind: act.Kind, Level: act.Level, Sent: a.day})
			after := decide(t, a.seed, a.policy, h, a.day)
			if n := count(after, dunning.FindingUnfounded); n != count(a.decision, dunning.FindingUnfounded) {
				t.Errorf("seed %d: level %d may be sent on %s, and has no ground once it is", a.seed, act.Level, a.day)
			}
			for _, again := range append(after.Actions, decide(t, a.seed, a.policy, h, a.day+1).Actions...) {
				if again.Level == act.Level {
					t.Errorf("seed %d: level %d was sent on %s and may be again on %s", a.seed, act.Level, a.day, again.Day)
				}
			}
		}
		return met
	})
}

func count(d *dunning.Decision, code string) int {
	n := 0
	for _, f := range d.Findings {
		if f.Code == code {
			n++
		}
	}
	return n
}

// TestTheEndFollowsAProvenWarning looks behind each letter that makes the whole debt due
// where the policy asks for a warning.
func TestTheEndFollowsAProvenWarning(t *testing.T) {
	overGenerated(t, 2, func(t *testing.T, a asked) bool {
		met := false
		for _, act := range a.decision.Actions {
			if act.Level == 0 || !a.policy.Levels[act.Level-1].Accelerates {
				continue
			}
			gated := 0
			for _, l := range a.walked.track(act.Track) {
				if l.no < act.Level && l.Gate != nil {
					gated = l.no
				}
			}
			if gated == 0 {
				continue
			}
			met = true
			l := reachedBy(a.walked.answerable(a.walked.present()), gated)
			if l == nil {
				t.Errorf("seed %d: level %d on %s without the letter of level %d", a.seed, act.Level, a.day, gated)
			} else if a.walked.deadline(*l) >= a.day || unproven(*l) {
				t.Errorf("seed %d: level %d on %s, the letter of %s gave until %s", a.seed, act.Level, a.day, l.Sent, a.walked.deadline(*l))
			}
		}
		return met
	})
}
