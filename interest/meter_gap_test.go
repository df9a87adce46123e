package interest

import (
	"errors"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/law"
	"github.com/skuld-go/skuld/money"
)

// A meter over days of which the table knows some, none yet or none any more says so when
// it is asked, as an account does, and not before.
func TestMeterBeyondTheTable(t *testing.T) {
	table, err := law.NewTable(law.Meta{
		Series: "T", Name: "test series", Unit: law.RateUnit, Citation: "c", Kind: law.Reference, Changes: law.AnyDay,
		KnownThrough: calendar.MustDate(2020, 12, 15),
	}, []law.Entry[decimal.Decimal]{{From: calendar.MustDate(2020, 1, 1), Value: decimal.New(2, 0), Citation: "c", Source: "s", Evidence: law.Sourced}})
	if err != nil {
		t.Fatal(err)
	}
	for from, last := range map[string]string{"2020-12-14": "2020-12-15", "2020-12-15": "2020-12-15", "2020-12-16": "", "2021-02-01": "", "2019-12-31": ""} {
		first := calendar.MustParseDate(from)
		line, err := Reference(table).CompileKnown(calendar.Period{From: first, To: first + 10})
		if err != nil {
			t.Fatal(err)
		}
		for _, dc := range []calendar.DayCount{calendar.Act365Fixed, calendar.ActActISDA, calendar.ThirtyE360} {
			for _, r := range []Rounding{{money.HalfEven, PlaceClaim}, {money.HalfEven, PlaceSegment}} {
				c, err := NewCourse(line, dc, first, r)
				if err != nil {
					t.Fatal(err)
				}
				var m Meter
				m.Open(&c, 1_000_000_00)
				if last != "" {
					if n, err := m.Rounded(calendar.MustParseDate(last)); err != nil || n < 5_000 {
						t.Errorf("%s from %s through %s: %d, %v, want interest", dc, from, last, n, err)
					}
				}
				for range 2 { // and the same when asked again
					if _, err := m.Rounded(first + 5); !errors.Is(err, law.ErrNotKnown) {
						t.Errorf("%s from %s: %v, want %v", dc, from, err, law.ErrNotKnown)
					}
				}
			}
		}
	}
}

// What a meter has counted stays right where its compiler meets earlier and later days.
func TestMeterWhileTablesGrow(t *testing.T) {
	first := calendar.MustDate(2024, 1, 1)
	days := calendar.Period{From: first, To: first + 300}
	r := Rounding{money.HalfEven, PlaceClaim}
	for _, dc := range []calendar.DayCount{calendar.Act365Fixed, calendar.ActActISDA, calendar.ThirtyE360} {
		for name, form := range map[string]func(Course) Course{"integral": func(c Course) Course { return c }, "walk": Course.Walked, "large": Course.Large} {
			var k Compiler
			terms := Terms{Fixed(MustPercent("10")), dc}
			compile := func(p calendar.Period) Course {
				c, err := k.Course(terms, p.From, p, nil, r)
				if err != nil {
					t.Fatal(err)
				}
				return c
			}
			c := form(compile(days))
			var m, whole Meter
			m.Open(&c, 1_000_000)
			if _, err := m.Rounded(first + 50); err != nil {
				t.Fatal(err)
			}
			compile(calendar.Period{From: first - 9000, To: first + 300})
			compile(calendar.Period{From: first, To: first + 9000})
			got, err := m.Rounded(first + 199)
			if err != nil {
				t.Fatal(err)
			}
			whole.Open(&c, 1_000_000)
			if want, err := whole.Rounded(first + 199); got != want || err != nil || got < 50_000 || got > 60_000 {
				t.Errorf("%s by %s: %d, want %d, %v", dc, name, got, want, err)
			}
		}
	}
}

// A course may have days before the first that bears.
func TestMeterBearsFromItsFirstDay(t *testing.T) {
	day := calendar.MustDate(2024, 1, 1)
	line, err := Fixed(MustPercent("10")).Compile(calendar.Period{From: day, To: day + 300})
	if err != nil {
		t.Fatal(err)
	}
	c, err := NewCourse(line, calendar.Act365Fixed, day+100, Rounding{money.HalfEven, PlaceClaim})
	if err != nil {
		t.Fatal(err)
	}
	var m Meter
	m.Open(&c, 1_000_000)
	// 10 000.00 × 10 % × 100 ÷ 365 = 273.97…
	if n, err := m.Rounded(day + 199); n != 27397 || err != nil {
		t.Errorf("%d, %v, want 27397", n, err)
	}
}
