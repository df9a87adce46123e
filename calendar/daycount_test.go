package calendar_test

import (
	"errors"
	"math/big"
	"slices"
	"testing"

	"github.com/leanovate/gopter/gen"
	"github.com/leanovate/gopter/prop"

	"github.com/skuld-go/skuld/calendar"
)

// conventions lists every day count there is.
func conventions() []calendar.DayCount {
	var all []calendar.DayCount
	for c := calendar.DayCount(1); c.Valid(); c++ {
		all = append(all, c)
	}
	return all
}

// shortSpan is a pair of dates at most some years apart, so that the days that
// conventions treat specially are met often.
func shortSpan() (a, b func(n int32) calendar.Date) {
	start := calendar.MustDate(2023, 1, 1)
	return func(n int32) calendar.Date { return start + calendar.Date(n%1600) },
		func(n int32) calendar.Date { return start + calendar.Date(n%1600) }
}

// yearly is a context for any period of the years 2020 through 2039: coupon
// periods of half a year from 31 January.
func halfYears(t testing.TB) calendar.Context {
	t.Helper()
	ctx, err := calendar.Schedule{
		From: day("2020-01-31"), To: day("2039-07-31"), Every: calendar.Months(6), EndOfMonth: true,
	}.Context()
	if err != nil {
		t.Fatal(err)
	}
	return ctx
}

func TestDayCountLaws(t *testing.T) {
	ctx := halfYears(t)
	ctx.Maturity = 0
	for _, c := range conventions() {
		t.Run(c.String(), func(t *testing.T) {
			for _, d := range []string{"2023-02-28", "2024-01-31", "2024-02-28", "2024-02-29", "2024-03-31", "2024-12-31"} {
				same := calendar.Period{From: day(d), To: day(d)}
				f, err := c.FractionIn(same, ctx)
				if err != nil || !f.IsZero() || f.Den <= 0 {
					t.Errorf("no days at %s are %v, %v", d, f, err)
				}
			}
			year := calendar.Period{From: day("2025-03-15"), To: day("2026-03-15")}
			f, err := c.FractionIn(year, ctx)
			if err != nil || f.Compare(calendar.Fraction{Num: 98, Den: 100}) < 0 || f.Compare(calendar.Fraction{Num: 102, Den: 100}) > 0 {
				t.Errorf("a year is %v, %v, want nearly 1", f, err)
			}
			reversed := calendar.Period{From: year.To, To: year.From}
			if f, err := c.FractionIn(reversed, ctx); err == nil {
				t.Errorf("reversed dates are %v, want an error", f)
			}
			if _, err := c.Fraction(year); errors.Is(err, calendar.ErrNeedsContext) != c.NeedsContext() {
				t.Errorf("Fraction without context: %v", err)
			}
			if _, err := c.Days(calendar.Period{From: 0, To: day("2024-01-01")}); err == nil {
				t.Error("a period from no date is counted")
			}
		})
	}
}

func TestDayCountAdditive(t *testing.T) {
	ctx := halfYears(t)
	ctx.Maturity = 0
	from, to := shortSpan()
	for _, c := range conventions() {
		broken := 0
		law := func(x, y, z int32) bool {
			d := []calendar.Date{from(x), to(y), to(z)}
			slices.Sort(d)
			whole, err1 := c.FractionIn(calendar.Period{From: d[0], To: d[2]}, ctx)
			left, err2 := c.FractionIn(calendar.Period{From: d[0], To: d[1]}, ctx)
			right, err3 := c.FractionIn(calendar.Period{From: d[1], To: d[2]}, ctx)
			if errors.Join(err1, err2, err3) != nil {
				return false
			}
			if whole.Compare(left.Add(right)) != 0 {
				broken++
			}
			return !c.Additive() || broken == 0
		}
		p := properties()
		p.Property(c.String()+": parts add up to the whole", prop.ForAll(law,
			gen.Int32Range(0, 1599), gen.Int32Range(0, 1599), gen.Int32Range(0, 1599)))
		p.TestingRun(t)
		// Splits at the days where conventions that do not add up go wrong.
		for _, split := range []string{"2023-02-28", "2023-08-31", "2024-02-28", "2024-02-29", "2025-03-30"} {
			law(0, int32(day(split)-from(0)), 1599)
		}
		if (broken > 0) == c.Additive() {
			t.Errorf("%v: %d splits changed the sum, Additive() is %v", c, broken, c.Additive())
		}
	}
}

// TestActActISDADayByDay counts each day as one over the length of its year.
func TestActActISDADayByDay(t *testing.T) {
	for _, p := range []calendar.Period{
		calendar.Days(day("2023-12-01"), day("2024-01-31")),
		calendar.Days(day("2020-06-15"), day("2028-02-29")),
		calendar.Days(day("1899-06-01"), day("1901-06-01")),
		calendar.Days(day("9999-06-01"), day("9999-12-31")),
		calendar.Days(day("0001-01-01"), day("0005-01-01")),
	} {
		want := new(big.Rat)
		for d := p.From; d < p.To; d++ {
			length := int64(365)
			if calendar.IsLeapYear(d.Year()) {
				length = 366
			}
			want.Add(want, big.NewRat(1, length))
		}
		got, err := calendar.ActActISDA.Fraction(p)
		if err != nil || got.Rat().Cmp(want) != 0 {
			t.Errorf("%v = %v, %v, want %v", p, got, err, want)
		}
	}
}

func TestDayCountKeepsDays(t *testing.T) {
	for _, c := range []struct {
		count    calendar.DayCount
		from, to string
		want     calendar.Fraction
	}{
		{calendar.Act365Fixed, "2024-02-01", "2024-05-11", calendar.Fraction{Num: 100, Den: 365}},
		{calendar.Act360, "2024-01-01", "2025-01-01", calendar.Fraction{Num: 366, Den: 360}},
		{calendar.Act364, "2024-01-01", "2024-01-08", calendar.Fraction{Num: 7, Den: 364}},
		{calendar.ActActISDA, "2024-02-01", "2024-05-11", calendar.Fraction{Num: 100, Den: 366}},
		{calendar.ActActISDA, "2023-02-01", "2023-05-12", calendar.Fraction{Num: 100, Den: 365}},
		{calendar.ActActISDA, "2023-12-31", "2024-01-02", calendar.Fraction{Num: 731, Den: 133590}},
		{calendar.ActActISDA, "2024-01-01", "2025-01-01", calendar.Fraction{Num: 366, Den: 366}},
		{calendar.NL365, "2024-02-28", "2024-03-01", calendar.Fraction{Num: 1, Den: 365}},
		{calendar.NL365, "2024-02-28", "2024-02-29", calendar.Fraction{Num: 0, Den: 365}},
		{calendar.NL365, "2024-02-29", "2024-03-01", calendar.Fraction{Num: 1, Den: 365}},
		{calendar.NL360, "2024-01-01", "2025-01-01", calendar.Fraction{Num: 365, Den: 360}},
		{calendar.Act365Actual, "2023-03-01", "2024-02-29", calendar.Fraction{Num: 365, Den: 366}},
		{calendar.Act365Actual, "2023-03-01", "2024-02-28", calendar.Fraction{Num: 364, Den: 365}},
		{calendar.ActActAFB, "2004-02-28", "2008-02-29", calendar.Fraction{Num: 4*365 + 1, Den: 365}},
		{calendar.ActActAFB, "2004-02-29", "2005-02-28", calendar.Fraction{Num: 365, Den: 366}},
		{calendar.ActActAFB, "1994-02-10", "1997-06-30", calendar.Fraction{Num: 3*365 + 140, Den: 365}},
	} {
		got, err := c.count.Fraction(calendar.Period{From: day(c.from), To: day(c.to)})
		if err != nil || got != c.want {
			t.Errorf("%v from %s to %s = %v, %v, want %v", c.count, c.from, c.to, got, err, c.want)
		}
	}
}

// TestThirtyDays has one row per pair of dates and one column per convention, so
// that what sets them apart can be read.
func TestThirtyDays(t *testing.T) {
	columns := []calendar.DayCount{
		calendar.ThirtyE360, calendar.ThirtyE360ISDA, calendar.ThirtyEPlus360,
		calendar.ThirtyU360, calendar.Thirty360Bond, calendar.Thirty360PSA,
	}
	for _, c := range []struct {
		from, to string
		want     [6]int //  30E ISDA E+  30U bond PSA
	}{
		{"2023-12-31", "2024-01-30", [6]int{30, 30, 30, 30, 30, 30}},
		{"2024-01-15", "2024-02-15", [6]int{30, 30, 30, 30, 30, 30}},
		{"2024-01-31", "2024-02-29", [6]int{29, 30, 29, 29, 29, 29}},
		{"2024-02-29", "2024-03-31", [6]int{31, 30, 32, 30, 32, 30}},
		{"2023-02-28", "2023-03-01", [6]int{3, 1, 3, 1, 3, 1}},
		{"2023-02-28", "2024-02-29", [6]int{361, 360, 361, 360, 361, 359}},
		{"2024-02-28", "2024-03-31", [6]int{32, 32, 33, 33, 33, 33}},
		{"2024-01-30", "2024-03-31", [6]int{60, 60, 61, 60, 60, 60}},
		{"2024-01-29", "2024-03-31", [6]int{61, 61, 62, 62, 62, 62}},
		{"2024-12-31", "2025-12-31", [6]int{360, 360, 361, 360, 360, 360}},
	} {
		p := calendar.Period{From: day(c.from), To: day(c.to)}
		for i, count := range columns {
			got, err := count.Days(p)
			if err != nil || got != c.want[i] {
				t.Errorf("%v from %s to %s = %d, %v, want %d", count, c.from, c.to, got, err, c.want[i])
			}
		}
	}
	for _, pair := range [][2]calendar.DayCount{
		{calendar.ThirtyU360EOM, calendar.ThirtyU360}, {calendar.Thirty365, calendar.ThirtyE360}, {calendar.ThirtyE365, calendar.ThirtyE360ISDA},
	} {
		for from := day("2023-02-25"); from < day("2024-03-05"); from++ {
			p := calendar.Period{From: from, To: from + 367}
			a, _ := pair[0].Days(p)
			b, _ := pair[1].Days(p)
			if a != b {
				t.Errorf("%v counts %d days in %v, %v %d", pair[0], a, p, pair[1], b)
			}
		}
	}
}

func TestThirtyByHand(t *testing.T) {
	// Due on 31 December, paid on 30 January: a month.
	due, paid := day("2023-12-31"), day("2024-01-30")
	days, err := calendar.ThirtyE360.Days(calendar.Period{From: due, To: paid})
	if err != nil || days != 30 {
		t.Errorf("from the due date to the day paid are %d days, %v, want 30", days, err)
	}
	for _, c := range conventions() {
		if year := c.String()[:2]; c.Thirty() != (year == "30") {
			t.Errorf("%v.Thirty() = %v", c, c.Thirty())
		}
	}
}

func TestMaturity(t *testing.T) {
	p := calendar.Period{From: day("2011-08-31"), To: day("2012-02-29")}
	for maturity, want := range map[string]int{"": 180, "2012-02-29": 179, "2013-02-28": 180} {
		ctx := calendar.Context{Maturity: day(maturity)}
		if got, err := calendar.ThirtyE360ISDA.DaysIn(p, ctx); err != nil || got != want {
			t.Errorf("maturity %q: %d days, %v, want %d", maturity, got, err, want)
		}
		if got, _ := calendar.ThirtyE365.DaysIn(p, ctx); got != 180 {
			t.Errorf("30E/365 with maturity %q: %d days, want 180", maturity, got)
		}
	}
}

func TestDayCountText(t *testing.T) {
	for _, c := range conventions() {
		text, err := c.MarshalText()
		if err != nil || string(text) != c.String() {
			t.Errorf("%v is marshalled as %s, %v", c, text, err)
		}
		var back calendar.DayCount
		if err := back.UnmarshalText(text); err != nil || back != c {
			t.Errorf("%s comes back as %v, %v", text, back, err)
		}
	}
	for _, s := range []string{"", "ACT/365", "30/360", "Actual/Actual", "act/360", "ACT/360 "} {
		if c, err := calendar.ParseDayCount(s); err == nil {
			t.Errorf("ParseDayCount(%q) = %v, want an error", s, c)
		}
	}
	bad := calendar.DayCount(99)
	if _, err := bad.MarshalText(); !errors.Is(err, calendar.ErrNoDayCount) {
		t.Errorf("MarshalText of %v: %v", bad, err)
	}
	for _, c := range []calendar.DayCount{0, bad} {
		if _, err := c.Fraction(calendar.Days(1, 2)); !errors.Is(err, calendar.ErrNoDayCount) {
			t.Errorf("Fraction of %v: %v", c, err)
		}
	}
	c := calendar.Act360
	if err := c.UnmarshalText(nil); err != nil || c != 0 {
		t.Errorf("UnmarshalText of nothing = %v, %v", c, err)
	}
}

func FuzzParseDayCount(f *testing.F) {
	for _, c := range conventions() {
		f.Add(c.String())
	}
	f.Fuzz(func(t *testing.T, s string) {
		if c, err := calendar.ParseDayCount(s); err == nil && c.String() != s {
			t.Errorf("%q is read as %v", s, c)
		}
	})
}
