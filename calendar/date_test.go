package calendar_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/leanovate/gopter"
	"github.com/leanovate/gopter/gen"
	"github.com/leanovate/gopter/prop"

	"github.com/skuld-go/skuld/calendar"
)

const (
	firstDate = calendar.Date(1)
	lastDate  = calendar.Date(3652059)
)

func day(s string) calendar.Date {
	if s == "" {
		return 0
	}
	return calendar.MustParseDate(s)
}

func properties() *gopter.Properties {
	return gopter.NewProperties(gopter.DefaultTestParametersWithSeed(1))
}

func anyDate() gopter.Gen {
	return gen.Int32Range(int32(firstDate), int32(lastDate)).Map(func(n int32) calendar.Date { return calendar.Date(n) })
}

// TestCivilRoundTrip walks every day of the years 1 through 9999 beside package
// time.
func TestCivilRoundTrip(t *testing.T) {
	d := firstDate
	for noon := time.Date(1, 1, 1, 12, 0, 0, 0, time.UTC); ; noon = noon.Add(24 * time.Hour) {
		year, month, dd := noon.Date()
		if year > 9999 {
			break
		}
		if y, m, n := d.Civil(); y != year || m != month || n != dd {
			t.Fatalf("Civil of day number %d is %d-%d-%d, want %v", d, y, m, n, noon)
		}
		if got, err := calendar.NewDate(year, month, dd); got != d || err != nil {
			t.Fatalf("NewDate of %v is %d, %v, want %d", noon, got, err, d)
		}
		if d.Weekday() != noon.Weekday() {
			t.Fatalf("Weekday of %v is %v, want %v", d, d.Weekday(), noon.Weekday())
		}
		if dd <= 2 || d.IsMonthEnd() { // the texts of all days would take long
			text := noon.Format(time.DateOnly)
			if got, err := calendar.ParseDate(text); got != d || err != nil || d.String() != text {
				t.Fatalf("%s is read as %d, %v and written as %s", text, got, err, d)
			}
		}
		d++
	}
	if d-1 != lastDate {
		t.Errorf("last day is number %d, want %d", d-1, lastDate)
	}
}

func TestNewDateRefuses(t *testing.T) {
	for _, c := range []struct {
		year  int
		month time.Month
		day   int
	}{
		{2026, 2, 30}, {2026, 2, 29}, {1900, 2, 29}, {2024, 4, 31}, {2024, 0, 1}, {2024, 13, 1},
		{2024, 1, 0}, {2024, 1, 32}, {0, 1, 1}, {10000, 1, 1}, {-4, 2, 29}, {2024, 5, -1},
	} {
		if d, err := calendar.NewDate(c.year, c.month, c.day); err == nil || d != 0 {
			t.Errorf("NewDate(%d, %d, %d) = %v, want an error", c.year, c.month, c.day, d)
		}
	}
}

func TestParseDateRefuses(t *testing.T) {
	for _, s := range []string{
		"", "2026-02-30", "2026-2-03", "2026-02-3", "20260203", "2026/02/03", "2026-02-03 ", " 2026-02-03",
		"2026-02-03T00:00:00", "0000-01-01", "2026-00-10", "2026-13-10", "2026-01-00", "2026-01-32",
		"-026-01-01", "+026-01-01", "2026-+1-01", "２０26-01-01", "2026-01-0a", "2026:01-01", "1900-02-29",
	} {
		d, err := calendar.ParseDate(s)
		if err == nil || d != 0 {
			t.Errorf("ParseDate(%q) = %v, want an error", s, d)
			continue
		}
		if !strings.Contains(err.Error(), "want YYYY-MM-DD") {
			t.Errorf("ParseDate(%q): %v does not say what was wanted", s, err)
		}
	}
	_, err := calendar.ParseDate(strings.Repeat("9", 5000))
	if err == nil || len(err.Error()) > 200 {
		t.Errorf("a long text makes a message of %d bytes, want it cut", len(err.Error()))
	}
}

func TestDateOutsideRange(t *testing.T) {
	for _, d := range []calendar.Date{0, -1, lastDate + 1, 1 << 30, -1 << 31} {
		if d.Valid() || d.Year() != 0 || d.Month() != 0 || d.Day() != 0 || d.IsMonthEnd() || d.MonthEnd() != 0 {
			t.Errorf("%d passes for a date", int32(d))
		}
		if d.AddDays(0) != 0 || d.AddMonths(0) != 0 || d.AddYears(0) != 0 || d.Add(calendar.Months(1)) != 0 {
			t.Errorf("%d can be added to", int32(d))
		}
		if !d.Time(time.UTC).IsZero() {
			t.Errorf("%d has the time %v", int32(d), d.Time(time.UTC))
		}
		if _, err := d.MarshalText(); (err == nil) != d.IsZero() {
			t.Errorf("MarshalText of %d: %v", int32(d), err)
		}
	}
	if got := (lastDate + 1).String(); got != "Date(3652060)" {
		t.Errorf("String of the day after the last is %q", got)
	}
	if got := calendar.Date(0).String(); got != "" {
		t.Errorf("String of no date is %q", got)
	}
}

func TestDateText(t *testing.T) {
	d := day("2024-02-29")
	text, err := d.MarshalText()
	if err != nil || string(text) != "2024-02-29" {
		t.Errorf("MarshalText = %s, %v", text, err)
	}
	var got calendar.Date
	if err := got.UnmarshalText(text); err != nil || got != d {
		t.Errorf("UnmarshalText = %v, %v", got, err)
	}
	if err := got.UnmarshalText([]byte("2023-02-29")); err == nil || got != d {
		t.Errorf("UnmarshalText of a day that is not left %v, %v", got, err)
	}
	if err := got.UnmarshalText(nil); err != nil || !got.IsZero() {
		t.Errorf("UnmarshalText of nothing = %v, %v", got, err)
	}
}

func TestDateOfTime(t *testing.T) {
	tokyo := time.FixedZone("", 9*3600)
	moment := time.Date(2024, 2, 28, 20, 0, 0, 0, time.UTC)
	if got := calendar.DateOf(moment); got != day("2024-02-28") {
		t.Errorf("DateOf in UTC = %v", got)
	}
	if got := calendar.DateOf(moment.In(tokyo)); got != day("2024-02-29") {
		t.Errorf("DateOf in its own zone = %v, want the day the clock there shows", got)
	}
	if got := day("2024-02-29").Time(tokyo); !got.Equal(time.Date(2024, 2, 28, 15, 0, 0, 0, time.UTC)) {
		t.Errorf("Time = %v", got)
	}
	for _, outside := range []time.Time{{}, time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC), time.Date(0, 12, 31, 0, 0, 0, 0, time.UTC)} {
		if got := calendar.DateOf(outside); got != 0 {
			t.Errorf("DateOf(%v) = %v, want no date", outside, got)
		}
	}
}

func TestAddMonths(t *testing.T) {
	for _, c := range []struct {
		from   string
		months int
		want   string
	}{
		{"2024-01-31", 1, "2024-02-29"}, {"2023-01-31", 1, "2023-02-28"}, {"2024-01-30", 1, "2024-02-29"},
		{"2024-01-31", 3, "2024-04-30"}, {"2024-03-31", -1, "2024-02-29"}, {"2024-12-15", 1, "2025-01-15"},
		{"2024-01-15", -1, "2023-12-15"}, {"2024-02-29", 12, "2025-02-28"}, {"2024-02-29", 48, "2028-02-29"},
		{"2024-02-29", 0, "2024-02-29"}, {"9999-12-31", 1, ""}, {"0001-01-31", -1, ""}, {"9999-11-30", 1, "9999-12-30"},
		{"0001-02-28", -1, "0001-01-28"}, {"2024-01-31", 1 << 60, ""}, {"2024-01-31", -1 << 60, ""},
	} {
		if got := day(c.from).AddMonths(c.months); got != day(c.want) {
			t.Errorf("%s and %d months = %v, want %q", c.from, c.months, got, c.want)
		}
	}
	if got := day("2024-02-29").AddYears(1); got != day("2025-02-28") {
		t.Errorf("a year from 29 February = %v", got)
	}
	for _, n := range []int{10000, -10000, 1 << 62, -1 << 62} {
		if got := day("2024-02-29").AddYears(n); got != 0 {
			t.Errorf("%d years = %v, want no date", n, got)
		}
	}
}

func TestAddDays(t *testing.T) {
	for _, c := range []struct {
		from string
		n    int
		want string
	}{
		{"2024-02-28", 2, "2024-03-01"}, {"2024-03-01", -1, "2024-02-29"}, {"9999-12-31", 1, ""}, {"0001-01-01", -1, ""},
		{"0001-01-01", 3652058, "9999-12-31"}, {"2024-01-01", 1 << 62, ""}, {"2024-01-01", -1 << 63, ""},
	} {
		if got := day(c.from).AddDays(c.n); got != day(c.want) {
			t.Errorf("%s and %d days = %v, want %q", c.from, c.n, got, c.want)
		}
	}
}

func TestDateProperties(t *testing.T) {
	p := properties()
	p.Property("the month of a sum is the month wanted, the day the same or the last", prop.ForAll(
		func(d calendar.Date, n int) bool {
			e := d.AddMonths(n)
			y, m, dd := d.Civil()
			months := y*12 + int(m) - 1 + n
			if months < 12 || months >= 120000 {
				return e == 0
			}
			return e.Year() == months/12 && int(e.Month()) == months%12+1 &&
				(e.Day() == dd || e.Day() < dd && e.IsMonthEnd())
		}, anyDate(), gen.IntRange(-2000, 2000)))
	p.Property("adding months keeps the order of dates", prop.ForAll(
		func(a, b calendar.Date, n int) bool {
			x, y := a.AddMonths(n), b.AddMonths(n)
			return x == 0 || y == 0 || a.Compare(b) == 0 || x.Compare(y) == 0 || a.Compare(b) == x.Compare(y)
		}, anyDate(), anyDate(), gen.IntRange(-2000, 2000)))
	p.Property("the month end is in the month and the day after is not", prop.ForAll(
		func(d calendar.Date) bool {
			e := d.MonthEnd()
			return e >= d && e.Month() == d.Month() && (e == lastDate || (e+1).Day() == 1) && d.IsMonthEnd() == (d == e)
		}, anyDate()))
	p.TestingRun(t)
}

func FuzzParseDate(f *testing.F) {
	for _, s := range []string{"2024-02-29", "0001-01-01", "9999-12-31", "2023-02-29", "", "2024-1-01", "24-01-01"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := calendar.ParseDate(s)
		slow, slowErr := time.Parse(time.DateOnly, s)
		if slowErr == nil && slow.Year() == 0 {
			slowErr = errors.New("the years begin with 1")
		}
		switch {
		case (err == nil) != (slowErr == nil):
			t.Errorf("ParseDate(%q) says %v, package time says %v", s, err, slowErr)
		case err == nil && (d.String() != s || calendar.DateOf(slow) != d && s != "0001-01-01"):
			t.Errorf("ParseDate(%q) = %v, package time has %v", s, d, slow)
		}
	})
}
