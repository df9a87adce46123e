package limitation_test

import (
	"math/rand"
	"testing"

	"github.com/leanovate/gopter"
	"github.com/leanovate/gopter/gen"
	"github.com/leanovate/gopter/prop"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/law/limitation"
)

// drawn is a rule with facts and a day.
type drawn struct {
	rule  limitation.Rule
	facts limitation.Facts
	asOf  calendar.Date
}

func genDrawn() gopter.Gen {
	return gen.Int64().Map(func(seed int64) drawn { return draw(rand.New(rand.NewSource(seed))) })
}

func draw(r *rand.Rand) drawn {
	due := day("2016-01-01").AddDays(r.Intn(1500))
	if r.Intn(6) == 0 {
		due = day("2016-02-29")
	}
	d := drawn{rule: drawRule(r), asOf: due.AddDays(r.Intn(5000) - 100)}
	d.facts = limitation.Facts{Origin: due.AddDays(-r.Intn(200)), Due: due, InterestFrom: due + 1}
	for i := range r.Intn(8) {
		e := limitation.Event{Act: limitation.Act(1 + r.Intn(10)), ID: string(rune('A' + i)), Day: due.AddDays(r.Intn(4000) - 300)}
		if r.Intn(2) == 0 {
			e.Through = e.Day.AddDays(r.Intn(900))
		}
		if e.Act == limitation.TitleObtained && r.Intn(2) == 0 {
			e.Act = limitation.Payment
		}
		d.facts.Events = append(d.facts.Events, e)
	}
	return d
}

// drawRule draws what a law may say. What stops a period and what only keeps a claim
// from being barred do not come together in one law.
func drawRule(r *rand.Rand) limitation.Rule {
	rule := limitation.Rule{Law: "X", Period: calendar.Years(1 + r.Intn(6)), From: limitation.Start(1 + r.Intn(3))}
	lasting := []limitation.Consequence{limitation.RestartsAfter, limitation.Suspends}[r.Intn(2)]
	if r.Intn(4) == 0 {
		lasting = limitation.Holds
	}
	for act := limitation.Payment; act < limitation.TitleObtained; act++ {
		e := limitation.Effect{Act: act, Does: limitation.Restarts}
		if act >= limitation.Action {
			e.Does = lasting
		}
		switch {
		case r.Intn(4) == 0:
			continue
		case e.Does == limitation.Suspends && r.Intn(3) == 0:
			e.Extra = calendar.Months(6)
		case e.Does == limitation.Suspends && r.Intn(2) == 0:
			e.AtLeast = calendar.Months(3)
		case e.Does <= limitation.RestartsAfter && r.Intn(6) == 0:
			e.Period = calendar.Years(8)
		case e.Does <= limitation.RestartsAfter && r.Intn(6) == 0:
			e.AtMost = calendar.Years(2)
		}
		rule.Acts = append(rule.Acts, e)
	}
	switch r.Intn(4) {
	case 0:
		rule.Title.Period = calendar.Years(10)
	case 1:
		rule.Title.Unknown = true
	}
	if r.Intn(3) == 0 {
		rule.Finals = []limitation.Final{
			{From: limitation.FromDue, Period: calendar.Years(9), NotBefore: day("2026-06-01")}, {AfterTitle: true, Period: calendar.Years(6)},
		}
	}
	if r.Intn(4) == 0 && rule.From != limitation.FromOrigin {
		rule.Default = &limitation.DefaultSuspension{AtMost: calendar.Years(2)}
	}
	return rule
}

func day(s string) calendar.Date { return calendar.MustParseDate(s) }

// The day-by-day walk and the package agree.
func TestLimitAgreesWithTheWalk(t *testing.T) {
	parameters := gopter.DefaultTestParametersWithSeed(11)
	parameters.MinSuccessfulTests = 6000
	properties := gopter.NewProperties(parameters)
	seen := map[limitation.Basis]int{}
	properties.Property("last day", prop.ForAll(func(d drawn) bool {
		l, err := d.rule.Limit(d.facts, d.asOf)
		if err != nil {
			t.Fatal(err)
		}
		seen[l.Basis]++
		if want := oracle(d.rule, d.facts, d.asOf); l.Last != want {
			t.Logf("last %q, the walk has %q: %+v", l.Last, want, d)
			for _, s := range l.Steps {
				t.Log(s)
			}
			return false
		}
		return true
	}, genDrawn()))
	properties.TestingRun(t)
	for b := limitation.ByStart; b <= limitation.ByUnknown; b++ {
		if seen[b] < 20 {
			t.Errorf("only %d cases end %s", seen[b], b)
		}
	}
}

// Interest with a period of its own: the day found divides barred days from others, by
// the walk for single days.
func TestInterestAgreesWithTheWalk(t *testing.T) {
	parameters := gopter.DefaultTestParametersWithSeed(12)
	parameters.MinSuccessfulTests = 2000
	properties := gopter.NewProperties(parameters)
	barred, none := 0, 0
	properties.Property("days of interest", prop.ForAll(func(d drawn, pick int) bool {
		d.rule.Interest = &limitation.InterestRule{
			Period: calendar.Years(1 + pick%3), From: []limitation.Start{limitation.FromDue, limitation.FromYearEnd}[pick%2], LaterOnly: pick%5 == 0,
		}
		l, err := d.rule.Limit(d.facts, d.asOf)
		if err != nil {
			t.Fatal(err)
		}
		n := l.Interest
		if n == nil || l.Barred(d.asOf) {
			none++
			return n == nil || n.BarredThrough == d.asOf && n.Next == 0
		}
		first := interestFrom(d)
		for _, on := range []calendar.Date{first, n.BarredThrough, n.BarredThrough - 1, first.AddDays(pick)} {
			if on >= first && on <= n.BarredThrough && !dead(d, on) {
				t.Logf("interest of %s is not barred, barred through %s: %+v", on, n.BarredThrough, d)
				return false
			}
		}
		if !n.BarredThrough.IsZero() {
			barred++
		}
		next := max(first, n.BarredThrough+1)
		for _, on := range []calendar.Date{next, next + 1, next.AddDays(pick)} {
			if on <= d.asOf && dead(d, on) {
				t.Logf("interest of %s is barred, barred through %q: %+v", on, n.BarredThrough, d)
				return false
			}
		}
		return true
	}, genDrawn(), gen.IntRange(1, 1500)))
	properties.TestingRun(t)
	if barred < 50 || none < 50 {
		t.Errorf("%d cases with barred interest, %d without", barred, none)
	}
}

// interestFrom is the first day of interest that no title and no act that gave the
// claim another period covers.
func interestFrom(d drawn) calendar.Date {
	first := d.facts.InterestFrom
	l, err := d.rule.Limit(d.facts, d.asOf)
	if err != nil {
		panic(err)
	}
	for _, e := range d.facts.Events {
		ignored := e.Day > d.asOf
		for _, x := range l.Ignored {
			ignored = ignored || x.ID == e.ID
		}
		lengthens := e.Act == limitation.TitleObtained
		for _, effect := range d.rule.Acts {
			lengthens = lengthens || effect.Act == e.Act && !effect.Period.IsZero()
		}
		if lengthens && !ignored {
			first = max(first, e.Day+1)
		}
	}
	return first
}

// dead reports whether the walk has the interest of a day barred.
func dead(d drawn, on calendar.Date) bool {
	r := limitation.Rule{Law: "X", Period: d.rule.Interest.Period, From: d.rule.Interest.From}
	for _, e := range d.rule.Acts {
		e.Period = calendar.Span{}
		r.Acts = append(r.Acts, e)
	}
	f := limitation.Facts{Due: on}
	for _, e := range d.facts.Events {
		if e.Act == limitation.TitleObtained {
			f.Events = append(f.Events, e)
		}
		for _, effect := range r.Acts {
			through := e.Through
			if !through.IsZero() && !effect.Extra.IsZero() {
				through = later(through, effect.Extra)
			}
			over := effect.Does == limitation.Restarts || !through.IsZero() && through < on
			if effect.Act == e.Act && (e.Day >= on || !over) {
				f.Events = append(f.Events, e)
			}
		}
	}
	last := (&walk{rule: r, length: r.Period, endsActions: true}).from(f, d.asOf)
	return !last.IsZero() && last < d.asOf
}
