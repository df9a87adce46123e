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
				if _, err := m.Rounded(first + 5); !errors.Is(err, law.ErrNotKnown) {
					t.Errorf("%s from %s: %v, want %v", dc, from, err, law.ErrNotKnown)
				}
			}
		}
	}
}
