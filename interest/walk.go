package interest

import "github.com/skuld-go/skuld/calendar"

// Walk is a rate as a list of legs, runs of days that have one rate and one length of
// year each. It works interest out leg by leg, for what a running integral cannot: day
// counts that do not add up, rounding at every segment or day, rates that one claim
// has for itself, and lines that show the segments.
//
// It is immutable and safe for concurrent use.
type Walk struct {
	legs []leg
	year Year
	// even says that all days of each leg have the same parts.
	even bool
	// known is the period of the days that the legs cover, asked what was asked for.
	known, asked calendar.Period
	gap          error // why the days after known are not known
}

// leg is a run of days with one rate. Each of its days is so many parts of a year; 0
// says that the day count has to be asked.
type leg struct {
	from, to calendar.Date
	rate     Percent
	parts    int64
	held     bool
}

// Walk is the timeline as legs by a day count. Errors:
// [github.com/skuld-go/skuld/calendar.ErrNoDayCount] and
// [github.com/skuld-go/skuld/calendar.ErrNeedsContext].
func (t *Timeline) Walk(dc calendar.DayCount) (*Walk, error) {
	count, err := newCounter(dc, max(t.asked.From, 2))
	if err != nil {
		return nil, err
	}
	w := &Walk{year: YearOf(dc), even: actual(dc) || count.byYear, known: t.period, asked: t.asked, gap: t.gap, legs: make([]leg, 0, len(t.steps))}
	for _, s := range t.steps {
		for p := range count.pieces(s.Period) {
			l := leg{from: p.From, to: p.To, rate: s.Rate, held: s.Held}
			switch {
			case actual(dc):
				l.parts = 1
			case count.byYear && calendar.IsLeapYear(p.From.Year()):
				l.parts = partsLeap
			case count.byYear:
				l.parts = partsCommon
			}
			w.legs = append(w.legs, l)
		}
	}
	return w, nil
}

// leg is the position of the leg that holds on a known day, looked for from a leg on;
// days are asked for in order, so that the next one is near.
func (w *Walk) leg(day calendar.Date, from int) int {
	for from > 0 && w.legs[from].from > day {
		from--
	}
	for w.legs[from].to <= day {
		from++
	}
	return from
}

// over is the weight of known days, rate × parts leg by leg, with a margin on every
// rate; it is looked for from a leg on, and the leg of the last day comes back. A
// balance that does not change needs no more than the sum of the weights.
func (w *Walk) over(from, to calendar.Date, margin int64, i int) (weight int64, last int) {
	i = w.leg(from, i)
	for {
		l := &w.legs[i]
		end := min(to, l.to)
		weight += (int64(l.rate) + margin) * l.parts * int64(end-from)
		if end == to {
			return weight, i
		}
		from = end
		i++
	}
}

// within reports whether rates with a margin keep to the bounds of [Tally].
func (w *Walk) within(margin Percent) bool {
	if w.known.Len() > maxDays {
		return false
	}
	for _, l := range w.legs {
		if r := l.rate + margin; r > MaxPercent || r < -MaxPercent {
			return false
		}
	}
	return true
}
