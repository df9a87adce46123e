package apr

import (
	"errors"
	"testing"

	"github.com/skuld-go/skuld/calendar"
)

func TestIntervals(t *testing.T) {
	eu := func(u Unit) Method { return Method{Law: EU, Unit: u} }
	us := func(u Unit, per int) Method { return Method{Law: US, Unit: u, Per: per} }
	agreed := func(m Method, day int) Method { m.MonthDay = day; return m }
	for _, tt := range []struct {
		m        Method
		from, to string
		want     string // in lowest terms
	}{
		// Directive 2014/17/EU Annex I remark (c) as the Commission's guidelines
		// SWD(2012) 128 and its examples of 2015 work it.
		{eu(Year), "2019-01-12", "2020-01-12", "1/1"},
		{eu(Month), "2012-01-12", "2012-02-15", "401/4380"}, // 1/12+3/365
		{eu(Month), "2012-01-12", "2012-04-15", "377/1460"}, // 3/12+3/365
		{eu(Month), "2013-01-12", "2013-03-15", "32/183"},   // 2/12+3/366
		{eu(Month), "2013-02-25", "2013-03-28", "67/732"},   // 1/12+3/366
		{eu(Month), "2012-03-12", "2012-05-01", "101/732"},  // 1/12+20/366
		{eu(Month), "2013-02-15", "2013-03-01", "14/365"},
		{eu(Week), "2012-01-12", "2013-01-10", "1/1"},
		{eu(Week), "2012-01-12", "2013-01-12", "367/365"},
		{eu(Day), "2012-10-10", "2012-10-15", "5/366"},
		{eu(Day), "2013-10-10", "2013-10-15", "1/73"},
		{eu(Day), "2011-01-01", "2013-03-01", "790/365"}, // the year that ends on the payment
		{Method{Law: UK, Unit: Month}, "2013-01-12", "2013-03-15", "32/183"},
		// Of the month, the payment's own day counts back, unless another was agreed.
		{eu(Month), "2024-12-31", "2025-02-28", "39/244"}, // 1/12+28/366: to 28 January, and no further
		{agreed(eu(Month), 31), "2024-12-31", "2025-02-28", "1/6"},
		{agreed(eu(Month), 30), "2024-12-30", "2025-02-28", "1/6"},
		{agreed(eu(Month), 31), "2024-02-28", "2025-02-27", "727/732"}, // 11/12+28/366
		{eu(Year), "2020-02-29", "2021-02-28", "365/366"},
		{agreed(eu(Year), 31), "2020-02-29", "2021-02-28", "1/1"},
		{eu(Month), "2012-02-29", "2012-03-31", "1/12"},
		{eu(Month), "2012-03-31", "2012-03-31", "0/1"},
		{eu(Month), "2012-02-15", "2012-01-12", "-401/4380"}, // before the drawdown
		{Method{Law: EIR, Unit: Day}, "2012-01-01", "2013-01-01", "366/365"},
		// Regulation Z Appendix J (c)(1)(i), (iii), (v), (2)(ii), (3)(ii), (4)(ii).
		{us(Month, 1), "1978-01-10", "1978-02-10", "1/1"},
		{us(HalfMonth, 0), "1978-02-23", "1978-03-01", "2/5"},
		{us(Week, 1), "1978-03-20", "1978-04-21", "32/7"},
		{us(Week, 4), "1978-03-18", "1978-04-20", "33/28"},
		{us(Week, 2), "1978-04-03", "1978-04-11", "4/7"},
		{us(Month, 2), "1978-01-10", "1978-03-01", "13/15"},
		{us(Month, 3), "1978-06-23", "1978-10-01", "49/45"},
		{us(Month, 0), "1978-01-10", "1978-03-01", "26/15"}, // one month and 22 of 30 days
		{us(Day, 0), "2023-10-26", "2023-11-30", "35/1"},
		{us(Day, 45), "2023-10-26", "2023-12-10", "1/1"}, // (b)(5)(vii)
		{us(Month, 7), "2023-10-26", "2024-05-26", "1/1"},
		{us(Year, 0), "1978-01-10", "1979-03-10", "7/6"},
		{us(Year, 0), "1978-01-10", "1979-03-11", "425/365"},
		{agreed(us(Month, 1), 31), "2023-01-31", "2023-02-28", "1/1"}, // (b)(3)(iv)
		{agreed(us(Month, 1), 30), "2023-01-30", "2023-02-28", "1/1"},
	} {
		from, to := calendar.MustParseDate(tt.from), calendar.MustParseDate(tt.to)
		got, err := tt.m.Interval(from, to)
		if err != nil || got.Reduced().String() != lowest(tt.want) {
			t.Errorf("%v from %s to %s: %v %v, want %s", tt.m, tt.from, tt.to, got, err, tt.want)
		}
	}
}

func lowest(s string) string {
	switch s {
	case "790/365":
		return "158/73"
	case "425/365":
		return "85/73"
	}
	return s
}

func TestIntervalRefuses(t *testing.T) {
	day := calendar.MustParseDate("2024-01-01")
	early := calendar.MustParseDate("0001-03-01")
	for _, tt := range []struct {
		m        Method
		from, to calendar.Date
		want     error
	}{
		{Method{}, day, day, ErrMethod},
		{Method{Law: EU}, day, day, ErrMethod},
		{Method{Law: EIR, Unit: Month}, day, day, ErrMethod},
		{Method{Law: EU, Unit: HalfMonth}, day, day, ErrMethod},
		{Method{Law: EU, Unit: Month, Per: 2}, day, day, ErrMethod},
		{Method{Law: US, Unit: Month, Per: 12}, day, day, ErrMethod},
		{Method{Law: US, Unit: Month, MonthDay: 32}, day, day, ErrMethod},
		{months, 0, day, ErrInterval},
		{months, day, 0, ErrInterval},
		{months, early - 20, early, ErrInterval},
		{Method{Law: US, Unit: Month}, day + 1, day, ErrInterval},
	} {
		if _, err := tt.m.Interval(tt.from, tt.to); !errors.Is(err, tt.want) {
			t.Errorf("%v: %v, want %v", tt.m, err, tt.want)
		}
	}
	if _, err := months.Flows(day, []Dated{{eur(1), day}, {eur(1), 0}}); !errors.Is(err, ErrInterval) {
		t.Errorf("flows on no date: %v, want %v", err, ErrInterval)
	}
}

// However far apart, a count back stops between zero and one unit from the earlier
// date, and every later payment is at least as far.
func TestIntervalsGrow(t *testing.T) {
	methods := []Method{months, years, {Law: EU, Unit: Week}, {Law: EU, Unit: Day}, {Law: EIR, Unit: Day},
		{Law: US, Unit: Week, Per: 2}, {Law: US, Unit: Day}}
	from := calendar.MustParseDate("2023-01-31")
	for _, m := range methods {
		last := calendar.Fraction{}
		for d := from; d < from+1500; d++ {
			f, err := m.Interval(from, d)
			if err != nil {
				t.Fatal(err)
			}
			// Odd days of leap years may take back at most what one day is.
			if next := f.Add(calendar.Fraction{Num: 3, Den: 365}); next.Compare(last) < 0 {
				t.Errorf("%v to %s: %v after %v", m, d, f, last)
			}
			last = f
		}
	}
}

func TestUnitOf(t *testing.T) {
	for text, want := range map[string]Unit{"1Y": Year, "3M": Month, "12M": Month, "2W": Week, "14D": Week, "10D": Day, "0D": 0} {
		every, err := calendar.ParseSpan(text)
		if err != nil || UnitOf(every) != want {
			t.Errorf("%s: %v, want %v", text, UnitOf(every), want)
		}
	}
	if UnitOf(calendar.Span{}) != 0 {
		t.Error("no span has a unit")
	}
}

func TestLawTexts(t *testing.T) {
	for l := EU; l <= EIR; l++ {
		if got, err := ParseLaw(l.String()); err != nil || got != l || l.Citation() == "" {
			t.Errorf("%d: %v %v %q", l, got, err, l.Citation())
		}
	}
	if _, err := ParseLaw(""); !errors.Is(err, ErrMethod) {
		t.Errorf("no law: %v", err)
	}
	if Law(9).String() != "" || Law(9).Citation() != "" || Unit(9).String() != "" || Outcome(9).String() != "" {
		t.Error("a text for a value that is none")
	}
}
