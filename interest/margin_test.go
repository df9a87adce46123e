package interest

import (
	"testing"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/law/rates"
)

// What a rate follows and what lies on it stay apart, whatever is done to the rate.
func TestStepMargin(t *testing.T) {
	table, ok := rates.BuiltIn().Lookup("SE")
	if !ok {
		t.Fatal("no series SE")
	}
	day := calendar.MustParseDate("2024-05-01") // 4 %
	se := Reference(table)
	for _, c := range []struct {
		name                     string
		rate                     Rate
		whole, reference, margin string
		follows                  bool
	}{
		{"fixed", Fixed(MustPercent("12.5")), "12.5", "0", "12.5", false},
		{"reference", se, "4", "4", "0", true},
		{"margin", se.Plus(MustPercent("8")), "12", "4", "8", true},
		{"margins", se.Plus(MustPercent("8")).Plus(MustPercent("-0.5")), "11.5", "4", "7.5", true},
		{"multiplier", se.Times(1_500_000).Plus(MustPercent("8")), "14", "6", "8", true},
		{"sum", Sum(se, Fixed(MustPercent("8"))), "12", "4", "8", true},
		{"fixed at start", se.Plus(MustPercent("8")).FixedAt(calendar.MustParseDate("2023-02-01")), "10.5", "2.5", "8", true},
		{"higher of", HigherOf(Fixed(MustPercent("11")), se.Plus(MustPercent("8"))), "12", "4", "8", true},
		{"agreed is higher", HigherOf(Fixed(MustPercent("13")), se.Plus(MustPercent("8"))), "13", "0", "13", false},
		{"cited", se.Plus(MustPercent("8")).Cite("6 §").Named("late"), "12", "4", "8", true},
	} {
		s, err := c.rate.At(day)
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if s.Rate.String() != c.whole || s.Reference.String() != c.reference || s.Margin().String() != c.margin || s.Follows != c.follows {
			t.Errorf("%s: %s = %s + %s, follows %v; want %s = %s + %s, %v", c.name, s.Rate, s.Reference, s.Margin(), s.Follows, c.whole, c.reference, c.margin, c.follows)
		}
	}
}
