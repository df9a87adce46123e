package limitation

import (
	"fmt"
	"reflect"
	"testing"

	"github.com/skuld-go/skuld/calendar"
)

// elements counts what hangs on a value in lists and maps. Acts, effects and rules are
// there before the count and are not its own.
func elements(v reflect.Value) int {
	n := 0
	switch v.Kind() {
	case reflect.Pointer:
		if t := v.Type(); !v.IsNil() && t != reflect.TypeFor[*entry]() && t != reflect.TypeFor[*Rule]() && t != reflect.TypeFor[*effects]() {
			n = elements(v.Elem())
		}
	case reflect.Struct:
		for i := range v.NumField() {
			n += elements(v.Field(i))
		}
	case reflect.Slice, reflect.Array:
		n = v.Len()
		for i := range v.Len() {
			n += elements(v.Index(i))
		}
	case reflect.Map:
		n = v.Len()
	}
	return n
}

// drawActs are acts of all kinds but titles that do something, none of which lasts for
// ever, from a day a year after the due date.
func drawActs(n int) []Event {
	due := calendar.MustDate(2000, 1, 1)
	list := make([]Event, n)
	for i := range list {
		day := due.AddDays(365 + i*9000/n)
		list[i] = Event{Act: Payment + Act(i)%(TitleObtained-Payment), ID: fmt.Sprint(i), Day: day, Through: day.AddDays(i % 50)}
	}
	return list
}

// An act costs the same however many came before it: the clock goes through nothing but
// what it holds, and that does not grow with the acts.
func TestTheClockDoesNotGrow(t *testing.T) {
	r := Rule{Period: calendar.Years(3), From: FromDue, Default: &DefaultSuspension{AtMost: calendar.Years(2)}}
	for act := Payment; act < TitleObtained; act++ {
		does := []Consequence{Restarts, Suspends, RestartsAfter, Holds}[act%4]
		r.Acts = append(r.Acts, Effect{Act: act, Does: does, AtLeast: calendar.Months(3)})
	}
	of, due, asOf := effectsOf(r.Acts), calendar.MustDate(2000, 1, 1), calendar.MustDate(2026, 11, 21)
	held := func(n int) int {
		line, err := inOrder(drawActs(n), asOf)
		if err != nil {
			t.Fatal(err)
		}
		c := newClock(&r, &of, due, asOf)
		c.log = &log{}
		c.begin(Facts{Due: due})
		for _, e := range line {
			c.act(e)
		}
		if c.log.count != n {
			t.Fatalf("%d acts of %d did something", c.log.count, n)
		}
		return elements(reflect.ValueOf(c))
	}
	if few, many := held(100), held(10_000); few != many || many > 60 {
		t.Errorf("the clock holds %d after 100 acts and %d after 10000", few, many)
	}
}

// The interest of a thousand claims is found with the days that a few of them ask about.
func TestClaimsShareTheDaysOfInterest(t *testing.T) {
	r := Rule{
		Period: calendar.Years(30), From: FromDue, Interest: &InterestRule{Period: calendar.Years(3), From: FromDue},
		Acts: []Effect{{Act: Payment, Does: Restarts}, {Act: Negotiation, Does: Suspends}},
	}
	acts, err := NewActs(drawActs(1_000)[:300], calendar.MustDate(2026, 11, 21))
	if err != nil {
		t.Fatal(err)
	}
	n := r.Counter(acts)
	for i := range 1_000 {
		due := calendar.MustDate(2000, 1, 1).AddDays(i)
		l, err := n.Limit(Facts{Due: due, InterestFrom: due + 1})
		if err != nil {
			t.Fatal(err)
		}
		if l.Interest == nil || l.Interest.BarredThrough <= due {
			t.Fatalf("no interest of the claim due on %s is barred: %+v", due, l.Interest)
		}
	}
	if asked := len(n.shared.alive) + len(n.shared.lasts); asked > 60 {
		t.Errorf("%d days asked about", asked)
	}
}
