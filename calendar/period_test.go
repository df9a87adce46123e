package calendar_test

import (
	"testing"

	"github.com/leanovate/gopter/prop"

	"github.com/skuld-go/skuld/calendar"
)

func TestPeriod(t *testing.T) {
	year := calendar.Days(day("2024-01-01"), day("2024-12-31"))
	if year.Len() != 366 || year.First() != day("2024-01-01") || year.Last() != day("2024-12-31") || year.To != day("2025-01-01") {
		t.Errorf("the year 2024 is %v of %d days", year, year.Len())
	}
	if got := year.String(); got != "2024-01-01 – 2024-12-31" {
		t.Errorf("String = %q", got)
	}
	if !year.Contains(day("2024-12-31")) || year.Contains(day("2025-01-01")) || year.Contains(day("2023-12-31")) {
		t.Error("Contains does not hold its first through last day")
	}
	for _, empty := range []calendar.Period{{}, calendar.Days(day("2024-01-02"), day("2024-01-01")), {From: day("2024-02-01"), To: day("2024-01-01")}} {
		if !empty.IsEmpty() || empty.Len() != 0 || empty.String() != "no days" || empty.Contains(day("2024-01-15")) {
			t.Errorf("%+v has %d days", empty, empty.Len())
		}
		if got := empty.Intersect(year); got != (calendar.Period{}) {
			t.Errorf("an empty period meets 2024 in %v", got)
		}
	}
	all := calendar.Days(firstDate, lastDate)
	if all.Len() != 3652059 || all.String() != "0001-01-01 – 9999-12-31" {
		t.Errorf("all dates are %v, %d days", all, all.Len())
	}
}

func TestPeriodIntersect(t *testing.T) {
	p := properties()
	p.Property("a day is in the intersection when it is in both", prop.ForAll(
		func(a, b, c, d, x calendar.Date) bool {
			p, q := calendar.Period{From: a, To: b}, calendar.Period{From: c, To: d}
			r := p.Intersect(q)
			return r == q.Intersect(p) && r.Contains(x) == (p.Contains(x) && q.Contains(x)) && r.Len() <= min(p.Len(), q.Len())
		}, anyDate(), anyDate(), anyDate(), anyDate(), anyDate()))
	p.TestingRun(t)
}
