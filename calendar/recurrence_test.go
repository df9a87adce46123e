package calendar_test

import (
	"slices"
	"testing"

	"github.com/leanovate/gopter/gen"
	"github.com/leanovate/gopter/prop"

	"github.com/skuld-go/skuld/calendar"
)

func TestRecurrenceCountsFromItsAnchor(t *testing.T) {
	for _, c := range []struct {
		r    calendar.Recurrence
		want []calendar.Date
	}{
		{calendar.Recurrence{Anchor: day("2024-01-31"), Every: calendar.Months(1)},
			dates("2024-01-31", "2024-02-29", "2024-03-31", "2024-04-30", "2024-05-31")},
		{calendar.Recurrence{Anchor: day("2024-04-30"), Every: calendar.Months(1)},
			dates("2024-04-30", "2024-05-30", "2024-06-30", "2024-07-30")},
		{calendar.Recurrence{Anchor: day("2024-04-30"), Every: calendar.Months(1), EndOfMonth: true},
			dates("2024-04-30", "2024-05-31", "2024-06-30", "2024-07-31")},
		{calendar.Recurrence{Anchor: day("2024-04-29"), Every: calendar.Months(1), EndOfMonth: true},
			dates("2024-04-29", "2024-05-29", "2024-06-29")},
		{calendar.Recurrence{Anchor: day("2024-02-29"), Every: calendar.Years(1)},
			dates("2024-02-29", "2025-02-28", "2026-02-28", "2027-02-28", "2028-02-29")},
		{calendar.Recurrence{Anchor: day("2023-02-28"), Every: calendar.Years(1), EndOfMonth: true},
			dates("2023-02-28", "2024-02-29")},
		{calendar.Recurrence{Anchor: day("2024-01-31"), Every: calendar.Weeks(2), EndOfMonth: true},
			dates("2024-01-31", "2024-02-14", "2024-02-28")},
		{calendar.Recurrence{Anchor: day("2024-02-28"), Every: calendar.DaySpan(14)},
			dates("2024-02-28", "2024-03-13", "2024-03-27")},
	} {
		for k, want := range c.want {
			if got := c.r.At(k); got != want {
				t.Errorf("%+v: number %d is %v, want %v", c.r, k, got, want)
			}
		}
		var got []calendar.Date
		for k, d := range c.r.Over(calendar.Days(c.want[0], c.want[len(c.want)-1])) {
			if k != len(got) {
				t.Errorf("%+v: number %d where %d is next", c.r, k, len(got))
			}
			got = append(got, d)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%+v ranges over %v, want %v", c.r, got, c.want)
		}
	}
}

func TestRecurrenceBackwards(t *testing.T) {
	r := calendar.Recurrence{Anchor: day("2024-05-31"), Every: calendar.Months(1)}
	if got := r.At(-3); got != day("2024-02-29") {
		t.Errorf("number -3 = %v", got)
	}
	if k, ok := r.IndexFrom(day("2024-03-01")); k != -2 || !ok {
		t.Errorf("first from 1 March is number %d, %v", k, ok)
	}
	if k, ok := r.IndexFrom(day("0001-01-01")); !ok || r.At(k) != day("0001-01-31") || r.At(k-1) != 0 {
		t.Errorf("first of all is number %d, %v", k, ok)
	}
	if k, ok := r.IndexFrom(day("9999-12-31")); !ok || r.At(k) != day("9999-12-31") {
		t.Errorf("last of all is number %d, %v", k, ok)
	}
	late := calendar.Recurrence{Anchor: day("2024-05-30"), Every: calendar.Years(9000)}
	if k, ok := late.IndexFrom(day("2024-05-31")); ok {
		t.Errorf("a date beyond the range has number %d", k)
	}
}

func TestRecurrenceInvalid(t *testing.T) {
	for _, r := range []calendar.Recurrence{
		{}, {Anchor: day("2024-01-31")}, {Every: calendar.Months(1)},
		{Anchor: day("2024-01-31"), Every: calendar.DaySpan(0)}, {Anchor: day("2024-01-31"), Every: calendar.Months(-1)},
	} {
		if r.Validate() == nil || r.At(1) != 0 {
			t.Errorf("%+v is valid, number 1 is %v", r, r.At(1))
		}
		for k, d := range r.Over(calendar.Days(firstDate, lastDate)) {
			t.Fatalf("%+v has number %d, %v", r, k, d)
		}
	}
}

func TestRecurrenceProperties(t *testing.T) {
	p := properties()
	units := []func(int) calendar.Span{calendar.DaySpan, calendar.Weeks, calendar.Months, calendar.Years}
	p.Property("IndexFrom finds the first date from a day on", prop.ForAll(
		func(anchor, d calendar.Date, unit, n int, eom bool) bool {
			r := calendar.Recurrence{Anchor: anchor, Every: units[unit](n), EndOfMonth: eom}
			k, ok := r.IndexFrom(d)
			if !ok {
				// Every date of the recurrence is before d: so is the last.
				last := 0
				for step := 1 << 22; step > 0; step /= 2 {
					if r.At(last+step) != 0 {
						last += step
					}
				}
				return r.At(last) < d
			}
			return r.At(k) >= d && r.At(k-1) < d
		}, anyDate(), anyDate(), gen.IntRange(0, 3), gen.IntRange(1, 400), gen.Bool()))
	p.TestingRun(t)
}
