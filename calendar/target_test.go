package calendar

import (
	"errors"
	"slices"
	"testing"
	"time"
)

// The closing days of weekdays as the European Central Bank gave them for each year:
// by its press releases through 2001, by the long-term calendar for 2013 and 2024 to
// 2026, with Easter from an almanac. The calendar is compared whole years at a time,
// so that a day closed in error shows as well.
func TestTargetClosingDays(t *testing.T) {
	for year, want := range map[int][]Date{
		1999: parsed("1999-01-01", "1999-12-31"), // 25 December is a Saturday
		2000: parsed("2000-04-21", "2000-04-24", "2000-05-01", "2000-12-25", "2000-12-26"),
		2001: parsed("2001-01-01", "2001-04-13", "2001-04-16", "2001-05-01", "2001-12-25", "2001-12-26", "2001-12-31"),
		2002: parsed("2002-01-01", "2002-03-29", "2002-04-01", "2002-05-01", "2002-12-25", "2002-12-26"),
		2013: parsed("2013-01-01", "2013-03-29", "2013-04-01", "2013-05-01", "2013-12-25", "2013-12-26"),
		2024: parsed("2024-01-01", "2024-03-29", "2024-04-01", "2024-05-01", "2024-12-25", "2024-12-26"),
		2025: parsed("2025-01-01", "2025-04-18", "2025-04-21", "2025-05-01", "2025-12-25", "2025-12-26"),
		2026: parsed("2026-01-01", "2026-04-03", "2026-04-06", "2026-05-01", "2026-12-25"), // 26 December is a Saturday
	} {
		if got := closedWeekdays(t, year); !slices.Equal(got, want) {
			t.Errorf("%d: closed on %v, want %v", year, got, want)
		}
	}
}

func closedWeekdays(t *testing.T, year int) []Date {
	t.Helper()
	var closed []Date
	for d := MustDate(year, time.January, 1); d <= MustDate(year, time.December, 31); d++ {
		open, err := TARGET().IsBusinessDay(d)
		if err != nil {
			t.Fatal(err)
		}
		if weekend := d.Weekday() == time.Saturday || d.Weekday() == time.Sunday; !open && !weekend {
			closed = append(closed, d)
		} else if open && weekend {
			t.Errorf("%v is open", d)
		}
	}
	return closed
}

// From 2002 on every year has the six days and no other, with Easter by another
// formula than the library's.
func TestTargetLongTermCalendar(t *testing.T) {
	want := slices.Concat(goodFridays(2002, builtInLast), fromEaster(2002, builtInLast, 1))
	for _, d := range []struct {
		month time.Month
		day   int
	}{{time.January, 1}, {time.May, 1}, {time.December, 25}, {time.December, 26}} {
		want = append(want, eachYear(2002, builtInLast, d.month, d.day)...)
	}
	want = slices.DeleteFunc(want, func(d Date) bool { return d.Weekday() == time.Saturday || d.Weekday() == time.Sunday })
	slices.Sort(want)
	var got []Date
	for year := 2002; year <= builtInLast; year++ {
		got = append(got, closedWeekdays(t, year)...)
	}
	if !slices.Equal(got, want) {
		t.Errorf("%d weekdays are closed, want %d", len(got), len(want))
	}
}

// Days that one takes for holidays of the banks and that are none, or the other way
// round.
func TestTargetTraps(t *testing.T) {
	for _, c := range []struct {
		day  string
		open bool
		why  string
	}{
		{"1999-04-02", true, "Good Friday was open in 1999"},
		{"1999-04-05", true, "Easter Monday was open in 1999"},
		{"1999-12-30", true, "the last day of TARGET before 2000"},
		{"2000-01-03", true, "the first day of 2000"},
		{"2000-12-29", true, "the last weekday of 2000"},
		{"2002-12-31", true, "31 December was closed for the change to notes alone"},
		{"2021-12-27", true, "no day instead of a Saturday's Christmas"},
		{"2022-01-03", true, "no day instead of a Saturday's New Year"},
		{"2025-05-29", true, "Ascension is no closing day"},
		{"2025-06-09", true, "Whit Monday is no closing day"},
		{"2025-10-03", true, "nor is the German Unity Day"},
		{"2025-12-26", false, "26 December"},
	} {
		if open, err := TARGET().IsBusinessDay(MustParseDate(c.day)); err != nil || open != c.open {
			t.Errorf("%s is open: %v, %v, want %v: %s", c.day, open, err, c.open, c.why)
		}
	}
	if _, err := TARGET().IsBusinessDay(MustParseDate("1998-12-31")); !errors.Is(err, ErrOutOfRange) {
		t.Errorf("before TARGET: %v, want %v", err, ErrOutOfRange)
	}
	if d, err := TARGET().AddBusinessDays(MustParseDate("2025-04-17"), 5); err != nil || d != MustParseDate("2025-04-28") {
		t.Errorf("five bank days after Maundy Thursday of 2025: %v, %v", d, err)
	}
}
