package calendar_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/leanovate/gopter/gen"
	"github.com/leanovate/gopter/prop"

	"github.com/skuld-go/skuld/calendar"
)

// national returns the built-in calendars.
func national() []*calendar.Calendar {
	return []*calendar.Calendar{
		calendar.SE(), calendar.FI(), calendar.NO(), calendar.DK(),
		calendar.DE(), calendar.AT(), calendar.NL(), calendar.GB(),
	}
}

func isOpen(t testing.TB, c *calendar.Calendar, d calendar.Date) bool {
	t.Helper()
	open, err := c.IsBusinessDay(d)
	if err != nil {
		t.Fatal(err)
	}
	return open
}

// week is a calendar of one's own: Tuesdays are closed, and 1 March 2024.
func week(t testing.TB, covered calendar.Period) *calendar.Calendar {
	t.Helper()
	c, err := calendar.New(calendar.Definition{
		Code: "mine", Covered: covered, Weekend: []time.Weekday{time.Tuesday}, Holidays: dates("2024-03-01", "2024-03-01"),
	})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestOwnCalendar(t *testing.T) {
	for length := 1; length < 200; length++ { // words of the bitset begin and end anywhere
		covered := calendar.Period{From: day("2024-03-01"), To: day("2024-03-01") + calendar.Date(length)}
		c := week(t, covered)
		if c.Code() != "mine" || c.Covered() != covered {
			t.Fatalf("calendar %s covers %v", c.Code(), c.Covered())
		}
		for d := covered.From; d < covered.To; d++ {
			if want := d.Weekday() != time.Tuesday && d != day("2024-03-01"); isOpen(t, c, d) != want {
				t.Fatalf("covering %d days: %v is open: %v", length, d, !want)
			}
		}
	}
}

func TestOwnCalendarRefuses(t *testing.T) {
	good := calendar.Days(day("2024-01-01"), day("2024-12-31"))
	for _, c := range []struct {
		def  calendar.Definition
		want []string
	}{
		{calendar.Definition{}, []string{"0 characters", "want a range of dates"}},
		{calendar.Definition{Code: strings.Repeat("x", 41), Covered: good}, []string{"41 characters"}},
		{calendar.Definition{Code: "x", Covered: calendar.Period{From: -5, To: 5}}, []string{"want a range of dates"}},
		{calendar.Definition{Code: "x", Covered: calendar.Period{From: 5, To: lastDate + 2}}, []string{"want a range of dates"}},
		{calendar.Definition{Code: "x", Covered: good, Weekend: []time.Weekday{7}, Holidays: dates("2023-12-31", "2025-01-01")},
			[]string{"weekend day 7", "holiday 2023-12-31", "holiday 2025-01-01"}},
	} {
		got, err := calendar.New(c.def)
		if err == nil || got != nil {
			t.Errorf("%+v makes a calendar", c.def)
			continue
		}
		for _, want := range c.want {
			if !strings.Contains(err.Error(), want) {
				t.Errorf("%v does not say %q", err, want)
			}
		}
	}
}

func TestOutOfRange(t *testing.T) {
	c := calendar.SE()
	first, last := c.Covered().First(), c.Covered().Last()
	if first != day("1990-01-01") || last != day("2100-12-31") {
		t.Fatalf("SE covers %v", c.Covered())
	}
	for _, d := range []calendar.Date{0, -1, first - 1, last + 1, lastDate, lastDate + 1, 1<<31 - 1, -1 << 31} {
		_, err1 := c.IsBusinessDay(d)
		_, err2 := c.AddBusinessDays(d, 0)
		_, err3 := c.Adjust(d, calendar.Following)
		for _, err := range []error{err1, err2, err3} {
			if !errors.Is(err, calendar.ErrOutOfRange) || !strings.Contains(err.Error(), "SE covers 1990-01-01 – 2100-12-31") {
				t.Errorf("%v: error %v", d, err)
			}
		}
		if got, err := c.Adjust(d, calendar.Unadjusted); err != nil || got != d {
			t.Errorf("%v unadjusted = %v, %v", d, got, err)
		}
	}
	for _, n := range []int{40_000, -40_000, 1 << 62, -1 << 63} {
		if d, err := c.AddBusinessDays(day("2024-01-01"), n); !errors.Is(err, calendar.ErrOutOfRange) {
			t.Errorf("%d business days on = %v, %v", n, d, err)
		}
	}
	for _, p := range []calendar.Period{{From: first - 1, To: last}, {From: first, To: last + 2}} {
		if n, err := c.BusinessDays(p); !errors.Is(err, calendar.ErrOutOfRange) {
			t.Errorf("business days in %v = %d, %v", p, n, err)
		}
	}
	if n, err := c.BusinessDays(calendar.Period{}); n != 0 || err != nil {
		t.Errorf("business days in no days = %d, %v", n, err)
	}
	var none calendar.Calendar
	if _, err := none.IsBusinessDay(1); !errors.Is(err, calendar.ErrOutOfRange) {
		t.Errorf("the zero calendar answers, %v", err)
	}
	// The last business days of the range and the ones before the first.
	if d, err := c.AddBusinessDays(last, 1); err == nil {
		t.Errorf("the business day after the range is %v", d)
	}
	if d, err := c.AddBusinessDays(first, -1); err == nil {
		t.Errorf("the business day before the range is %v", d)
	}
	// 31 December 2100 is New Year's Eve in Sweden; 1 January 1990 New Year.
	if d, err := c.Adjust(last, calendar.ModifiedFollowing); !errors.Is(err, calendar.ErrOutOfRange) {
		t.Errorf("the last day is moved to %v, %v though the next business day is unknown", d, err)
	}
}

// TestBusinessDaysDayByDay walks all days and keeps count beside the tables.
func TestBusinessDaysDayByDay(t *testing.T) {
	for _, c := range append(national(), week(t, calendar.Period{From: day("2024-02-20"), To: day("2024-02-20") + 5*64})) {
		var open []calendar.Date
		covered := c.Covered()
		for d := covered.From; d < covered.To; d++ {
			n, err := c.BusinessDays(calendar.Period{From: covered.From, To: d + 1})
			if isOpen(t, c, d) {
				open = append(open, d)
			}
			if err != nil || n != len(open) {
				t.Fatalf("%s: %d business days through %v, %v, want %d", c.Code(), n, d, err, len(open))
			}
		}
		for k, d := range open {
			if got, err := c.AddBusinessDays(open[0], k); err != nil || got != d {
				t.Fatalf("%s: %d business days from %v = %v, %v, want %v", c.Code(), k, open[0], got, err, d)
			}
			back := len(open) - 1 - k
			if got, err := c.AddBusinessDays(open[len(open)-1], -back); err != nil || got != d {
				t.Fatalf("%s: %d business days before the last = %v, %v, want %v", c.Code(), back, got, err, d)
			}
		}
	}
}

func TestBusinessDayProperties(t *testing.T) {
	c := calendar.SE()
	anyDay := gen.Int32Range(int32(c.Covered().From)+400, int32(c.Covered().Last())-400).
		Map(func(n int32) calendar.Date { return calendar.Date(n) })
	p := properties()
	p.Property("n business days on, n business days lie between", prop.ForAll(func(d calendar.Date, n int) bool {
		e, err := c.AddBusinessDays(d, n)
		if err != nil {
			return false
		}
		between := calendar.Days(d+1, e)
		if n < 0 {
			between = calendar.Period{From: e, To: d}
		}
		count, err := c.BusinessDays(between)
		return err == nil && count == max(n, -n) && (n == 0 && e == d || n != 0 && isOpen(t, c, e))
	}, anyDay, gen.IntRange(-250, 250)))
	p.Property("an adjusted date is a business day, near, on its side or in its month", prop.ForAll(func(d calendar.Date) bool {
		f, err1 := c.Adjust(d, calendar.Following)
		b, err2 := c.Adjust(d, calendar.Preceding)
		mf, err3 := c.Adjust(d, calendar.ModifiedFollowing)
		mb, err4 := c.Adjust(d, calendar.ModifiedPreceding)
		if errors.Join(err1, err2, err3, err4) != nil {
			return false
		}
		inside, _ := c.BusinessDays(calendar.Period{From: b + 1, To: f})
		return isOpen(t, c, f) && isOpen(t, c, b) && b <= d && d <= f && inside == 0 &&
			(mf == f || mf == b) && mf.Month() == d.Month() && (mb == f || mb == b) && mb.Month() == d.Month() &&
			(f.Month() != d.Month() || mf == f) && (b.Month() != d.Month() || mb == b)
	}, anyDay))
	p.TestingRun(t)
}

func TestAdjust(t *testing.T) {
	c := calendar.SE()
	for _, tt := range []struct {
		from string
		v    calendar.Convention
		want string
	}{
		{"2024-06-06", calendar.Unadjusted, "2024-06-06"},
		{"2024-06-06", calendar.Following, "2024-06-07"},
		{"2024-06-06", calendar.Preceding, "2024-06-05"},
		{"2024-06-05", calendar.Following, "2024-06-05"},
		{"2024-03-31", calendar.Following, "2024-04-02"},         // Easter Sunday, then Easter Monday
		{"2024-03-31", calendar.ModifiedFollowing, "2024-03-28"}, // back over Good Friday
		{"2024-06-01", calendar.Preceding, "2024-05-31"},
		{"2024-06-01", calendar.ModifiedPreceding, "2024-06-03"},
	} {
		if got, err := c.Adjust(day(tt.from), tt.v); err != nil || got != day(tt.want) {
			t.Errorf("%s %v = %v, %v, want %s", tt.from, tt.v, got, err, tt.want)
		}
	}
	for _, v := range []calendar.Convention{0, 9} {
		if got, err := c.Adjust(day("2024-06-05"), v); err == nil {
			t.Errorf("%v = %v, want an error", v, got)
		}
	}
}

func TestConventionText(t *testing.T) {
	for v, name := range map[calendar.Convention]string{
		calendar.Unadjusted: "unadjusted", calendar.Following: "following", calendar.ModifiedFollowing: "modified-following",
		calendar.Preceding: "preceding", calendar.ModifiedPreceding: "modified-preceding",
	} {
		text, err := v.MarshalText()
		var back calendar.Convention
		if err2 := back.UnmarshalText(text); err != nil || err2 != nil || back != v || v.String() != name || string(text) != name {
			t.Errorf("%s is written %s and comes back as %v, %v, %v", name, text, back, err, err2)
		}
	}
	v := calendar.Following
	if err := v.UnmarshalText(nil); err != nil || v != 0 {
		t.Errorf("UnmarshalText of nothing = %v, %v", v, err)
	}
	if _, err := calendar.Convention(9).MarshalText(); err == nil {
		t.Error("convention 9 is marshalled")
	}
	if got := calendar.Convention(9).String(); got != "Convention(9)" {
		t.Errorf("convention 9 is %q", got)
	}
}

func FuzzParseConvention(f *testing.F) {
	for v := calendar.Unadjusted; v.Valid(); v++ {
		f.Add(v.String())
	}
	f.Fuzz(func(t *testing.T, s string) {
		if v, err := calendar.ParseConvention(s); err == nil && v.String() != s {
			t.Errorf("%q is read as %v", s, v)
		}
	})
}

func TestByCode(t *testing.T) {
	for _, c := range append(national(), calendar.TARGET()) {
		if got, ok := calendar.ByCode(c.Code()); !ok || got != c {
			t.Errorf("ByCode(%s) = %v, %v", c.Code(), got, ok)
		}
	}
	for _, code := range []string{"", "se", "US", "EU", "UK", "target"} {
		if got, ok := calendar.ByCode(code); ok {
			t.Errorf("ByCode(%q) = %s", code, got.Code())
		}
	}
}
