package limitation

import (
	"fmt"

	"github.com/skuld-go/skuld/calendar"
)

// maxYear bounds the dates of an act or a claim, so that no sum of periods leaves the
// calendar, and maxYears the periods.
const (
	maxYear  = 5000
	maxYears = 100
)

// check reports what keeps a claim from being counted down, its acts aside.
func (r Rule) check(f Facts) error {
	if r.From == 0 || r.From > FromYearEnd {
		return fmt.Errorf("rule of %q starts with %s, want due, origin or year-end", r.Law, r.From)
	}
	if n := r.Period.N(); r.Period.Unit() != calendar.UnitYear || n < 1 || n > maxYears {
		return fmt.Errorf("rule of %q has a period of %q, want 1Y through %dY", r.Law, r.Period, maxYears)
	}
	if d := r.anchor(f); !within(d) {
		return fmt.Errorf("the period starts with %q, want a date before the year %d", d, maxYear)
	}
	return nil
}

// check reports what keeps an act from being counted.
func (e Event) check() error {
	switch {
	case !e.Act.Valid():
		return fmt.Errorf("event %q is no act (%s), want one", e.ID, e.Act)
	case !within(e.Day) || !e.Through.IsZero() && !within(e.Through):
		return fmt.Errorf("%s %q lasts from %q through %q, want dates before the year %d", e.Act, e.ID, e.Day, e.Through, maxYear)
	case !e.Through.IsZero() && e.Through < e.Day:
		return fmt.Errorf("%s %q ends on %s, want its day %s or later", e.Act, e.ID, e.Through, e.Day)
	}
	return nil
}

func within(d calendar.Date) bool { return d.Valid() && d.Year() < maxYear }

// anchor is the day from which the rule counts, before it moves to the end of a year.
func (r Rule) anchor(f Facts) calendar.Date {
	if r.From == FromOrigin {
		return f.Origin
	}
	return f.Due
}
