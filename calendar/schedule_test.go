package calendar_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/leanovate/gopter/gen"
	"github.com/leanovate/gopter/prop"

	"github.com/skuld-go/skuld/calendar"
)

func TestScheduleStubs(t *testing.T) {
	month, quarter := calendar.Months(1), calendar.Months(3)
	for _, c := range []struct {
		name string
		s    calendar.Schedule
		want []calendar.Date
	}{
		{"exact", calendar.Schedule{From: day("2024-01-15"), To: day("2024-04-15"), Every: month},
			dates("2024-01-15", "2024-02-15", "2024-03-15", "2024-04-15")},
		{"short last", calendar.Schedule{From: day("2024-01-15"), To: day("2024-03-20"), Every: month, Stub: calendar.ShortLast},
			dates("2024-01-15", "2024-02-15", "2024-03-15", "2024-03-20")},
		{"long last", calendar.Schedule{From: day("2024-01-15"), To: day("2024-03-20"), Every: month, Stub: calendar.LongLast},
			dates("2024-01-15", "2024-02-15", "2024-03-20")},
		{"short first", calendar.Schedule{From: day("2024-01-10"), To: day("2024-03-15"), Every: month, Stub: calendar.ShortFirst},
			dates("2024-01-10", "2024-01-15", "2024-02-15", "2024-03-15")},
		{"long first", calendar.Schedule{From: day("2024-01-10"), To: day("2024-03-15"), Every: month, Stub: calendar.LongFirst},
			dates("2024-01-10", "2024-02-15", "2024-03-15")},
		{"a stub that is not needed", calendar.Schedule{From: day("2024-01-15"), To: day("2024-03-15"), Every: month, Stub: calendar.LongLast},
			dates("2024-01-15", "2024-02-15", "2024-03-15")},
		{"shorter than a period, short", calendar.Schedule{From: day("2024-01-15"), To: day("2024-01-20"), Every: month, Stub: calendar.ShortLast},
			dates("2024-01-15", "2024-01-20")},
		{"shorter than a period, long", calendar.Schedule{From: day("2024-01-15"), To: day("2024-01-20"), Every: month, Stub: calendar.LongFirst},
			dates("2024-01-15", "2024-01-20")},
		{"a period and a bit, long", calendar.Schedule{From: day("2024-01-15"), To: day("2024-02-20"), Every: month, Stub: calendar.LongLast},
			dates("2024-01-15", "2024-02-20")},
		{"clamped from the start", calendar.Schedule{From: day("2024-01-31"), To: day("2024-05-31"), Every: month},
			dates("2024-01-31", "2024-02-29", "2024-03-31", "2024-04-30", "2024-05-31")},
		{"month ends", calendar.Schedule{From: day("2024-04-30"), To: day("2024-07-31"), Every: month, EndOfMonth: true},
			dates("2024-04-30", "2024-05-31", "2024-06-30", "2024-07-31")},
		{"first regular bound", calendar.Schedule{From: day("2017-01-17"), To: day("2018-08-31"), Every: calendar.Months(6), EndOfMonth: true,
			FirstRegular: day("2017-08-31")}, dates("2017-01-17", "2017-08-31", "2018-02-28", "2018-08-31")},
		{"first regular bound, short last", calendar.Schedule{From: day("2024-07-01"), To: day("2024-10-10"), Every: month,
			FirstRegular: day("2024-08-05"), Stub: calendar.ShortLast}, dates("2024-07-01", "2024-08-05", "2024-09-05", "2024-10-05", "2024-10-10")},
		{"last regular bound", calendar.Schedule{From: day("1999-05-31"), To: day("2000-04-30"), Every: quarter,
			LastRegular: day("1999-11-30"), Stub: calendar.ShortFirst}, dates("1999-05-31", "1999-08-30", "1999-11-30", "2000-04-30")},
		{"both regular bounds", calendar.Schedule{From: day("1999-05-01"), To: day("2000-04-30"), Every: quarter, EndOfMonth: true,
			FirstRegular: day("1999-08-31"), LastRegular: day("1999-11-30")}, dates("1999-05-01", "1999-08-31", "1999-11-30", "2000-04-30")},
		{"first regular bound at the end", calendar.Schedule{From: day("2024-01-15"), To: day("2024-03-20"), Every: month, FirstRegular: day("2024-03-20")},
			dates("2024-01-15", "2024-03-20")},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := c.s.Bounds()
			if err != nil || !slices.Equal(got, c.want) {
				t.Errorf("%v, %v, want %v", got, err, c.want)
			}
		})
	}
}

func TestScheduleRefuses(t *testing.T) {
	from, to, month := day("2024-01-15"), day("2024-03-20"), calendar.Months(1)
	for _, c := range []struct {
		name string
		s    calendar.Schedule
		want string // part of the message
	}{
		{"nothing", calendar.Schedule{}, "two dates in order"},
		{"reversed", calendar.Schedule{From: to, To: from, Every: month}, "two dates in order"},
		{"no length", calendar.Schedule{From: from, To: to}, "a length of at least one day"},
		{"length of nothing", calendar.Schedule{From: from, To: to, Every: calendar.DaySpan(0)}, "a length of at least one day"},
		{"rest without stub", calendar.Schedule{From: from, To: to, Every: month}, "leaves a rest at 2024-03-15"},
		{"unknown stub", calendar.Schedule{From: from, To: to, Every: month, Stub: 9}, "stub 9"},
		{"stub at both", calendar.Schedule{From: from, To: to, Every: month, FirstRegular: from + 5, Stub: calendar.ShortFirst}, "want one of them"},
		{"stub at both", calendar.Schedule{From: from, To: to, Every: month, LastRegular: to - 5, Stub: calendar.LongLast}, "want one of them"},
		{"bound outside", calendar.Schedule{From: from, To: to, Every: month, FirstRegular: from}, "first regular bound"},
		{"bound outside", calendar.Schedule{From: from, To: to, Every: month, LastRegular: to}, "last regular bound"},
		{"bounds that do not meet", calendar.Schedule{From: from, To: to, Every: month, FirstRegular: from + 5, LastRegular: to - 5}, "leaves a rest"},
		{"too many", calendar.Schedule{From: firstDate, To: lastDate, Every: calendar.DaySpan(1)}, "more than 110000"},
	} {
		if got, err := c.s.Bounds(); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, %v, want an error with %q", c.name, got, err, c.want)
		}
		if _, err := c.s.Periods(); err == nil {
			t.Errorf("%s: Periods gave no error", c.name)
		}
		if _, err := c.s.Context(); err == nil {
			t.Errorf("%s: Context gave no error", c.name)
		}
	}
}

func TestScheduleProperties(t *testing.T) {
	p := properties()
	p.Property("periods fill the span without gap or overlap, and all but one end are regular", prop.ForAll(
		func(from calendar.Date, length, months int, stub calendar.Stub, eom bool) bool {
			s := calendar.Schedule{From: from, To: from + calendar.Date(length), Every: calendar.Months(months), Stub: stub, EndOfMonth: eom}
			if !s.To.Valid() {
				return true
			}
			periods, err := s.Periods()
			if err != nil || periods[0].From != s.From || periods[len(periods)-1].To != s.To {
				return false
			}
			for i, q := range periods {
				if q.IsEmpty() || i > 0 && q.From != periods[i-1].To {
					return false
				}
				odd := i == 0 && stub <= calendar.LongFirst || i == len(periods)-1 && stub >= calendar.ShortLast
				long := stub == calendar.LongFirst || stub == calendar.LongLast
				if !odd && (q.Len() < 28*months || q.Len() > 31*months) || !long && q.Len() > 31*months || q.Len() >= 62*months+3 {
					return false
				}
			}
			return true
		}, anyDate(), gen.IntRange(1, 4000), gen.IntRange(1, 12),
		gen.IntRange(int(calendar.ShortFirst), int(calendar.LongLast)).Map(func(n int) calendar.Stub { return calendar.Stub(n) }), gen.Bool()))
	p.TestingRun(t)
}
