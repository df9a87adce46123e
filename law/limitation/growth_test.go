package limitation_test

import (
	stdcmp "cmp"
	"fmt"
	"math/rand"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/law/limitation"
)

// many are acts in turn, a day apart from the next or on one day with it.
func many(acts []limitation.Act, n int) []limitation.Event {
	first := day("2000-06-01")
	list := make([]limitation.Event, n)
	for i := range list {
		e := limitation.Event{Act: acts[i%len(acts)], ID: fmt.Sprint("E", i), Day: first.AddDays(i * 9000 / n), DeliveryUnknown: i%2 == 0}
		if e.Act == limitation.Negotiation {
			e.Through = e.Day.AddDays(i % 40)
		}
		list[i] = e
	}
	return list
}

// countMany counts claims down that fell due one day after the other.
func countMany(t testing.TB, r limitation.Rule, events []limitation.Event, claims int) []limitation.Limit {
	acts, err := limitation.NewActs(events, day("2026-11-21"))
	if err != nil {
		t.Fatal(err)
	}
	n := r.Counter(acts)
	list := make([]limitation.Limit, claims)
	for i := range list {
		due := day("2000-01-01").AddDays(i)
		if list[i], err = n.Limit(limitation.Facts{Origin: due, Due: due, InterestFrom: due + 1, Unsettled: true}); err != nil {
			t.Fatal(err)
		}
	}
	return list
}

// What an answer lists is bounded, and what it leaves out is counted: every act is a
// step or moved nothing.
func TestAnswersAreBounded(t *testing.T) {
	const acts, start = 10_000, 1
	for name, kinds := range map[string][]limitation.Act{
		"restarts": {limitation.Payment}, "suspensions": {limitation.Negotiation}, "both": {limitation.Negotiation, limitation.Promise},
		"no effect": {limitation.Acknowledgement}, "some effect": {limitation.Acknowledgement, limitation.Payment},
	} {
		for _, l := range countMany(t, three(), many(kinds, acts), 300) {
			if len(l.Steps) > 20 || len(l.Ignored) > 30 {
				t.Fatalf("%s: %d steps and %d acts that moved nothing are listed", name, len(l.Steps), len(l.Ignored))
			}
			if n := len(l.Steps) + l.LeftOut.Steps + len(l.Ignored) + l.LeftOut.Ignored(); n != acts+start {
				t.Fatalf("%s: %d acts are listed or counted, want %d", name, n-start, acts)
			}
			if last := l.Steps[len(l.Steps)-1].Last; last != l.Last {
				t.Fatalf("%s: the last step gives %s, the answer is %s", name, last, l.Last)
			}
		}
	}
}

// The step that gave the present end is listed, however many acts came after it, and the
// last and the first late act are known.
func TestTheStepThatGaveTheEnd(t *testing.T) {
	r := three()
	events := []limitation.Event{act(limitation.WrittenAcknowledgement, "2023-06-01")}
	for i := range 100 {
		events = append(events, limitation.Event{Act: limitation.Promise, ID: fmt.Sprint("P", i), Day: day("2023-07-01").AddDays(i)})
	}
	for i := range 50 {
		events = append(events, limitation.Event{Act: limitation.Payment, ID: fmt.Sprint("L", i), Day: day("2033-06-02").AddDays(i)})
	}
	l, err := r.Limit(limitation.Facts{Due: day("2023-05-10"), Events: events}, day("2035-01-01"))
	if err != nil {
		t.Fatal(err)
	}
	if l.Last != day("2033-06-01") || len(l.Steps) != 18 || l.LeftOut.Steps != 84 {
		t.Fatalf("through %s with %d steps and %d left out", l.Last, len(l.Steps), l.LeftOut.Steps)
	}
	for i, want := range map[int]string{0: "2023-05-10", 1: "2023-06-01", 2: "2023-09-23", 17: "2023-10-08"} {
		if got := l.Steps[i].Day.String(); got != want {
			t.Errorf("step %d is of %s, want %s", i, got, want)
		}
	}
	if first, n := l.Late(); first.ID != "L0" || n != 50 || l.LeftOut != (limitation.LeftOut{Steps: 84, TooLate: 40}) {
		t.Errorf("%d late from %s, left out %+v", n, first.ID, l.LeftOut)
	}
}

// Ten times the acts, or claims with equal facts, take no more memory for a claim.
func TestAllocationsDoNotGrow(t *testing.T) {
	r := three()
	r.Interest = &limitation.InterestRule{Period: calendar.Years(1), From: limitation.FromDue}
	kinds := []limitation.Act{limitation.Negotiation, limitation.Payment, limitation.Demand}
	allocs := func(acts int) float64 {
		events := many(kinds, acts)
		return testing.AllocsPerRun(1, func() { countMany(t, r, events, 100) })
	}
	if few, lots := allocs(1_000), allocs(10_000); lots > few+100*20 {
		t.Errorf("%.0f allocations with 1000 acts, %.0f with 10000", few, lots)
	}
	acts, err := limitation.NewActs(many(kinds, 1_000), day("2026-11-21"))
	if err != nil {
		t.Fatal(err)
	}
	n := r.Counter(acts)
	again := testing.AllocsPerRun(100, func() {
		if _, err := n.Limit(limitation.Facts{Due: day("2001-02-03"), InterestFrom: day("2001-02-04")}); err != nil {
			t.Fatal(err)
		}
	})
	if again != 0 {
		t.Errorf("%.0f allocations for a claim with the facts of another", again)
	}
}

// Acts in common and acts of a claim's own give what all of them together give, the own
// ones first on one day; and the demands whose arrival is not known are told if they
// moved a claim of which something is open.
func TestCounterAgreesWithLimit(t *testing.T) {
	r := rand.New(rand.NewSource(3))
	for range 3_000 {
		d := draw(r)
		for i := range d.facts.Events {
			d.facts.Events[i].DeliveryUnknown = r.Intn(2) == 0
		}
		if r.Intn(2) == 0 {
			d.rule.Interest = &limitation.InterestRule{Period: calendar.Years(1 + r.Intn(3)), From: limitation.FromDue}
		}
		want, err := d.rule.Limit(d.facts, d.asOf)
		if err != nil {
			t.Fatal(err)
		}
		at := r.Intn(len(d.facts.Events) + 1)
		acts, err := limitation.NewActs(d.facts.Events[at:], d.asOf)
		if err != nil {
			t.Fatal(err)
		}
		f := d.facts
		f.Events, f.Unsettled = f.Events[:at], r.Intn(2) == 0
		n := d.rule.Counter(acts)
		for range 2 {
			got, err := n.Limit(f)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(want, got, cmp.Comparer(func(a, b calendar.Span) bool { return a == b })); diff != "" {
				t.Fatalf("%+v\n%s", d, diff)
			}
		}
		if diff := cmp.Diff(unproven(d, at, f.Unsettled, want), acts.Unproven(), cmpopts.EquateEmpty(), cmpopts.SortSlices(stdcmp.Less[string])); diff != "" {
			t.Fatal(diff)
		}
	}
}

// unproven are the acts in common, from number at, that count and are not ignored, and
// whose arrival is not known.
func unproven(d drawn, at int, unsettled bool, l limitation.Limit) []string {
	var ids []string
	for _, e := range d.facts.Events[at:] {
		ignored := slices.ContainsFunc(l.Ignored, func(x limitation.Ignored) bool { return x.ID == e.ID })
		if unsettled && e.DeliveryUnknown && e.Day <= d.asOf && !ignored {
			ids = append(ids, e.ID)
		}
	}
	return ids
}

func TestActsRefused(t *testing.T) {
	if _, err := limitation.NewActs([]limitation.Event{{ID: "E"}}, day("2024-01-01")); err == nil {
		t.Error("an act without a kind is taken")
	}
	acts, err := limitation.NewActs(nil, day("2024-01-01"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := three().Counter(acts).Limit(limitation.Facts{Due: day("2023-01-01"), Events: []limitation.Event{{ID: "E"}}}); err == nil {
		t.Error("an act of a claim's own without a kind is taken")
	}
}
