package interest

import (
	"github.com/shopspring/decimal"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/law"
)

// Compiler compiles the terms of many claims into courses. Claims whose rate is a
// published series and a margin share the tables of the series; the others get a walk
// of their own. The zero value is ready. It grows with the series that it meets, and is
// not safe for concurrent use; the courses it gives are, as long as nothing is being
// compiled.
type Compiler struct {
	series map[seriesKey]*shared
}

// seriesKey names what claims may share: up to two series, each times a multiplier, by
// a day count. Without a series it is a fixed rate.
type seriesKey struct {
	a, b  multiple
	count calendar.DayCount
}

// multiple is a series times a multiplier.
type multiple struct {
	of     law.Identity[decimal.Decimal]
	factor Factor
}

// shared is a series compiled over the days that have been asked for so far.
type shared struct {
	running *running
	walk    *Walk
	// reach is how far from 0 its series come, each by itself, together.
	reach Percent
}

// margins is by how many days shared tables reach beyond what is asked for, so that
// they need not grow with every claim.
const margins = 3660

// Course compiles the terms of a claim: first is the first bearing day, where counts
// begin, days are the bearing days that are asked for, and holds are days among them
// that do not bear. Errors are those of [Rate.CompileHeld] and [NewCourse].
func (k *Compiler) Course(t Terms, first calendar.Date, days calendar.Period, holds []Hold, r Rounding) (Course, error) {
	if len(holds) == 0 && r.Place == PlaceClaim && first >= 2 && days.Len() <= maxDays {
		if s, margin, ok := k.share(t, days); ok {
			return Course{
				of: s.running, walk: s.walk, margin: margin, first: first, days: days, rounding: r, count: t.DayCount,
			}, nil
		}
	}
	line, err := t.Rate.CompileHeld(days, holds)
	if err != nil {
		return Course{}, err
	}
	return NewCourse(line, t.DayCount, first, r)
}

// share finds the tables of a series and the margin on it; not ok where the rate is no
// such thing, or not known for all days.
func (k *Compiler) share(t Terms, days calendar.Period) (*shared, Percent, bool) {
	if !summable(t.DayCount) || days.IsEmpty() {
		return nil, 0, false
	}
	of, ok := t.Rate.plain()
	if !ok {
		return nil, 0, false
	}
	key := seriesKey{of.key(0), of.key(1), t.DayCount}
	s := k.series[key]
	if s == nil || days.From < s.running.known.From || s.running.known.To < days.To {
		if s = k.compile(key, of, s, days); s == nil {
			return nil, 0, false
		}
	}
	// No sum on the way to the rate may leave the bounds, or the rate itself would be
	// refused.
	return s, of.margin, s.reach+of.moved <= MaxPercent
}

// compile makes the tables of a series over the days, and over those that it held
// before; nil where they are not known. The first try reaches further, so that other
// claims find what they need.
func (k *Compiler) compile(key seriesKey, of plainRate, old *shared, days calendar.Period) *shared {
	if old != nil {
		days = calendar.Period{From: min(days.From, old.running.known.From), To: max(days.To, old.running.known.To)}
	}
	for _, reach := range [...]calendar.Date{margins, 0} {
		p := calendar.Period{From: max(2, days.From-reach), To: days.To + margins}
		line, err := of.series().CompileKnown(p)
		if err != nil || line.period.IsEmpty() || line.period.To < days.To {
			continue
		}
		s, err := newShared(line, key.count, of.tables[0] == nil)
		if err != nil {
			return nil
		}
		s.reach = of.reach(line.period)
		if k.series == nil {
			k.series = map[seriesKey]*shared{}
		}
		if old != nil {
			s.running.agree(old.running)
			s.walk.agree(old.walk)
			*old.running, *old.walk, old.reach = *s.running, *s.walk, s.reach
			return old
		}
		k.series[key] = s
		return s
	}
	return nil
}

// newShared makes both forms of a series as far as it is known.
func newShared(line *Timeline, dc calendar.DayCount, flat bool) (*shared, error) {
	known := &Timeline{asked: line.period, period: line.period, steps: line.steps, raw: line.raw}
	in, err := known.Integral(dc)
	if err != nil {
		return nil, err
	}
	if flat {
		in.of.rates = nil
	}
	walk, err := known.Walk(dc)
	return &shared{running: in.of, walk: walk}, err
}
