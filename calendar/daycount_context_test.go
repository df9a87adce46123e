package calendar_test

import (
	"errors"
	"testing"

	"github.com/skuld-go/skuld/calendar"
)

func dates(texts ...string) []calendar.Date {
	var ds []calendar.Date
	for _, s := range texts {
		ds = append(ds, day(s))
	}
	return ds
}

// TestActActICMA has the stub cases of the ISDA paper "EMU and market
// conventions" and regular periods between them.
func TestActActICMA(t *testing.T) {
	for _, c := range []struct {
		name     string
		schedule []calendar.Date
		every    calendar.Span
		eom      bool
		from, to string
		want     calendar.Fraction
	}{
		{"regular", dates("2003-11-01", "2004-05-01", "2004-11-01"), calendar.Months(6), false,
			"2003-11-01", "2004-05-01", calendar.Fraction{Num: 182, Den: 364}},
		{"short first", dates("1999-02-01", "1999-07-01", "2000-07-01"), calendar.Years(1), false,
			"1999-02-01", "1999-07-01", calendar.Fraction{Num: 150, Den: 365}},
		{"long first", dates("2002-08-15", "2003-07-15", "2004-01-15"), calendar.Months(6), false,
			"2002-08-15", "2003-07-15", calendar.Fraction{Num: 153*181 + 181*184, Den: 2 * 184 * 181}},
		{"short last", dates("1999-07-30", "2000-01-30", "2000-06-30"), calendar.Months(6), false,
			"2000-01-30", "2000-06-30", calendar.Fraction{Num: 152, Den: 364}},
		{"long last on month ends", dates("1999-08-31", "1999-11-30", "2000-04-30"), calendar.Months(3), true,
			"1999-11-30", "2000-04-30", calendar.Fraction{Num: 153, Den: 368}},
		{"long last", dates("1999-08-31", "1999-11-30", "2000-04-30"), calendar.Months(3), false,
			"1999-11-30", "2000-04-30", calendar.Fraction{Num: 151, Den: 360}},
		{"last period clamped at its start", dates("2024-12-30", "2025-01-30", "2025-02-28", "2025-03-30"), calendar.Months(1), false,
			"2025-02-28", "2025-03-30", calendar.Fraction{Num: 30, Den: 360}},
		{"over several periods", dates("2024-01-15", "2024-02-15", "2024-03-15", "2024-04-15"), calendar.Months(1), false,
			"2024-01-15", "2024-04-15", calendar.Fraction{Num: 3, Den: 12}},
		{"coupons of five months", dates("2024-01-15", "2024-06-15"), calendar.Months(5), false,
			"2024-01-15", "2024-06-15", calendar.Fraction{Num: 5, Den: 12}},
	} {
		t.Run(c.name, func(t *testing.T) {
			ctx := calendar.Context{Schedule: c.schedule, Frequency: c.every, EndOfMonth: c.eom}
			got, err := calendar.ActActICMA.FractionIn(calendar.Period{From: day(c.from), To: day(c.to)}, ctx)
			if err != nil || got.Compare(c.want) != 0 {
				t.Errorf("%v, %v, want %v", got, err, c.want)
			}
		})
	}
}

func TestAct365L(t *testing.T) {
	for _, c := range []struct {
		every    calendar.Span
		schedule []calendar.Date
		from, to string
		want     calendar.Fraction
	}{
		{calendar.Years(1), dates("2011-12-28", "2012-02-28"), "2011-12-28", "2012-02-28", calendar.Fraction{Num: 62, Den: 365}},
		{calendar.Years(1), dates("2011-12-28", "2012-02-29"), "2011-12-28", "2012-02-28", calendar.Fraction{Num: 62, Den: 366}},
		{calendar.Months(6), dates("2011-12-28", "2012-02-28"), "2011-12-28", "2012-02-28", calendar.Fraction{Num: 62, Den: 366}},
		{calendar.Months(6), dates("2010-12-28", "2011-03-01"), "2010-12-28", "2011-02-28", calendar.Fraction{Num: 62, Den: 365}},
		{calendar.Months(6), dates("2023-07-01", "2024-01-01", "2024-07-01", "2025-01-01"), "2023-12-01", "2024-08-01",
			calendar.Fraction{Num: 31*366*365 + 182*365*366 + 31*366*366, Den: 366 * 366 * 365}},
	} {
		ctx := calendar.Context{Schedule: c.schedule, Frequency: c.every}
		got, err := calendar.Act365L.FractionIn(calendar.Period{From: day(c.from), To: day(c.to)}, ctx)
		if err != nil || got.Compare(c.want) != 0 {
			t.Errorf("%v every %v from %s to %s = %v, %v, want %v", c.schedule, c.every, c.from, c.to, got, err, c.want)
		}
	}
}

func TestContextRefuses(t *testing.T) {
	p := calendar.Period{From: day("2024-01-15"), To: day("2024-03-15")}
	cover := dates("2024-01-15", "2024-07-15")
	for _, c := range []struct {
		name  string
		ctx   calendar.Context
		needs bool // says that context is missing, not that it is wrong
	}{
		{"nothing", calendar.Context{}, true},
		{"no frequency", calendar.Context{Schedule: cover}, true},
		{"one bound", calendar.Context{Schedule: cover[:1], Frequency: calendar.Months(6)}, true},
		{"weeks", calendar.Context{Schedule: cover, Frequency: calendar.Weeks(26)}, false},
		{"negative", calendar.Context{Schedule: cover, Frequency: calendar.Months(-6)}, false},
		{"descending", calendar.Context{Schedule: dates("2024-07-15", "2024-01-15"), Frequency: calendar.Months(6)}, false},
		{"too late", calendar.Context{Schedule: dates("2024-02-15", "2024-07-15"), Frequency: calendar.Months(6)}, false},
		{"too short", calendar.Context{Schedule: dates("2024-01-15", "2024-03-14"), Frequency: calendar.Months(6)}, false},
		{"a bound that is no date", calendar.Context{Schedule: []calendar.Date{0, p.To}, Frequency: calendar.Months(6)}, false},
	} {
		for _, count := range []calendar.DayCount{calendar.ActActICMA, calendar.Act365L} {
			_, err := count.FractionIn(p, c.ctx)
			if err == nil || errors.Is(err, calendar.ErrNeedsContext) != c.needs {
				t.Errorf("%v with %s: %v", count, c.name, err)
			}
		}
	}
	early := calendar.Context{Schedule: dates("0001-01-15", "0001-06-20", "0001-12-20"), Frequency: calendar.Years(1)}
	if f, err := calendar.ActActICMA.FractionIn(calendar.Days(day("0001-01-15"), day("0001-02-15")), early); err == nil {
		t.Errorf("a notional period before the first date gives %v, want an error", f)
	}
}
