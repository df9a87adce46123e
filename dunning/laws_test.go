package dunning_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/dunning"
	"github.com/skuld-go/skuld/fee"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
)

// asked is a generated question with the engine's answer and the oracle's walk.
type asked struct {
	drawn
	seed     uint64
	decision *dunning.Decision
	walked   *world
}

// decide asks the engine and stops the test at an error.
func decide(t *testing.T, seed uint64, p dunning.Policy, h dunning.History, day calendar.Date) *dunning.Decision {
	t.Helper()
	d, err := dunning.Next(p, h, day)
	if err != nil {
		t.Fatalf("seed %d on %s: %v", seed, day, err)
	}
	return d
}

// overGenerated holds a law against generated questions, and fails where it met too few
// that it has something to say about.
func overGenerated(t *testing.T, least int, law func(t *testing.T, a asked) bool) {
	t.Helper()
	n := *caseCount / 2
	if testing.Short() {
		n = min(n, 500)
	}
	met := 0
	for seed := *firstSeed + 1_000_000; seed < *firstSeed+1_000_000+uint64(n) && !t.Failed(); seed++ {
		g := generate(seed)
		w := newWorld(g.policy, g.history, g.day)
		w.walk()
		if law(t, asked{g, seed, decide(t, seed, g.policy, g.history, g.day), w}) {
			met++
		}
	}
	if n >= 500 && met*1000 < least*n && !t.Failed() {
		t.Errorf("the law was about %d of %d cases, want at least %d of 1000", met, n, least)
	}
}

func TestNoLevelIsSkippedOrSentTwice(t *testing.T) {
	overGenerated(t, 200, func(t *testing.T, a asked) bool {
		met := false
		for _, act := range a.decision.Actions {
			if act.Level == 0 {
				continue
			}
			met = true
			if a.walked.present() == nil {
				t.Errorf("seed %d on %s: level %d without arrears", a.seed, a.day, act.Level)
				return true
			}
			track, letters := a.walked.track(act.Track), a.walked.answerable(a.walked.present())
			at := slices.IndexFunc(track, func(l rung) bool { return l.no == act.Level }) + 1
			from := place(track, letters)
			if at <= from || at > from+a.walked.maxStep() {
				t.Errorf("seed %d: level %d is place %d of track %s, where %d was reached, step %d", a.seed, act.Level, at, act.Track, from, a.walked.maxStep())
			}
			if l := reachedBy(letters, act.Level); l != nil {
				t.Errorf("seed %d: level %d again, reached on %s", a.seed, act.Level, l.Sent)
			}
		}
		return met
	})
}

// reachedBy is the latest letter that reached a level, nil where none did.
func reachedBy(letters []letter, level int) *letter {
	for i := len(letters) - 1; i >= 0; i-- {
		if letters[i].rung.no == level {
			return &letters[i]
		}
	}
	return nil
}

func TestNothingOnWhatIsSettledOrClosed(t *testing.T) {
	overGenerated(t, 50, func(t *testing.T, a asked) bool {
		d := a.decision
		settled := d.Arrears.Installments.Sign() == 0
		for _, act := range d.Actions {
			if a.walked.closed() || settled && act.Level > 0 {
				t.Errorf("seed %d: %s on %s, overdue %s, closed %t", a.seed, act.Kind, act.Day, d.Arrears.Installments, a.walked.closed())
			}
		}
		if len(d.Blocked) > 0 && (settled || a.walked.closed()) {
			t.Errorf("seed %d: %s is blocked where nothing is to be done", a.seed, d.Blocked[0].Action)
		}
		return settled || a.walked.closed()
	})
}

func TestEveryAnswerSaysWhyAndWhen(t *testing.T) {
	overGenerated(t, 500, func(t *testing.T, a asked) bool {
		d := a.decision
		for _, act := range d.Actions {
			if act.Day != a.day || act.Rule == "" || act.Since == 0 || act.Since > a.day {
				t.Errorf("seed %d on %s: action %+v", a.seed, a.day, act)
			}
		}
		for _, b := range d.Blocked {
			if b.Until <= a.day || b.Reason == "" {
				t.Errorf("seed %d on %s: block %+v", a.seed, a.day, b)
			}
		}
		if d.NextReview != 0 && d.NextReview <= a.day {
			t.Errorf("seed %d on %s: next review %s", a.seed, a.day, d.NextReview)
		}
		return len(d.Actions)+len(d.Blocked) > 0
	})
}

// TestAskingLateCatchesUp asks months too late and sends what may be sent: one letter a
// day on each track, each the next of its track.
func TestAskingLateCatchesUp(t *testing.T) {
	overGenerated(t, 50, func(t *testing.T, a asked) bool {
		p, h := a.policy, copied(known(a.history, a.day))
		p.MaxStep, h.Closed, h.Plan, h.Holds = 1, 0, nil, nil
		h.Waiting = money.Amount{}
		w := newWorld(p, h, a.day)
		w.walk()
		place := map[dunning.Track]int{}
		for track := dunning.TrackClaim; track <= dunning.TrackSurveillance; track++ {
			place[track] = w.reached(track)
		}
		sent := 0
		for day := a.day + 200; day < a.day+215; day++ {
			today := map[dunning.Track]bool{}
			for range 2 {
				for _, act := range decide(t, a.seed, p, h, day).Actions {
					if act.Level == 0 {
						continue
					}
					track := w.track(act.Track)
					if today[act.Track] || track[place[act.Track]].no != act.Level {
						t.Errorf("seed %d on %s: level %d, want one letter a day, the next one", a.seed, day, act.Level)
						return true
					}
					today[act.Track] = true
					place[act.Track]++
					sent++
					h.Notices = append(h.Notices, ledger.Notice{ID: "late", Kind: act.Kind, Sent: day, Delivered: day, Level: act.Level})
				}
			}
		}
		return sent > 1
	})
}

// TestOrderOfRecordingDoesNotMatter records the facts of different days in another
// order, so that payments and letters come in that were long past.
func TestOrderOfRecordingDoesNotMatter(t *testing.T) {
	overGenerated(t, 500, func(t *testing.T, a asked) bool {
		r := rand.New(rand.NewPCG(a.seed, 3))
		h := copied(a.history)
		h.Receipts = reorder(r, h.Receipts, func(x dunning.Receipt) calendar.Date { return x.Date })
		h.Payments = reorder(r, h.Payments, func(x dunning.Payment) calendar.Date { return x.Date })
		h.Notices = reorder(r, h.Notices, func(x ledger.Notice) calendar.Date { return x.Sent })
		h.Promises = reorder(r, h.Promises, func(x ledger.Promise) calendar.Date { return x.Date })
		h.Holds = reorder(r, h.Holds, func(x ledger.Hold) calendar.Date { return x.From })
		h.Titles = reorder(r, h.Titles, func(x ledger.Title) calendar.Date { return x.Date })
		h.Charged = reorder(r, h.Charged, func(x fee.Charge) calendar.Date { return x.Date })
		again := decide(t, a.seed, a.policy, h, a.day)
		if diff := differences(verdictOf(a.decision), verdictOf(again)); diff != "" {
			t.Errorf("seed %d on %s, first as drawn, then in another order:\n%s", a.seed, a.day, diff)
		}
		return len(h.Receipts)+len(h.Notices) > 1
	})
}

// reorder shuffles days and keeps the order within each.
func reorder[T any](r *rand.Rand, list []T, day func(T) calendar.Date) []T {
	rank := map[calendar.Date]int{}
	for _, x := range list {
		if _, ok := rank[day(x)]; !ok {
			rank[day(x)] = r.IntN(1000)
		}
	}
	list = slices.Clone(list)
	slices.SortStableFunc(list, func(a, b T) int {
		if x, y := rank[day(a)], rank[day(b)]; x != y {
			return x - y
		}
		return day(a).Compare(day(b))
	})
	return list
}
