package interest

import "github.com/skuld-go/skuld/calendar"

// Walk is a rate as a list of legs, runs of days that have one rate and one length of
// year each. It is for what an [Integral] cannot be asked for: day counts that do not add
// up, rounding at every segment or day, rates that one claim has for itself, and lines
// that show the segments. Where days do add up, each leg has the running integral at its
// start, so that a balance that does not change is multiplied once, however many legs it
// bears over.
//
// It is immutable and safe for concurrent use.
type Walk struct {
	legs []leg
	year Year
	// even says that all days of each leg have the same parts, and that rates and days are
	// within the bounds of [Tally]: the running integral of the legs is right.
	even bool
	// index has, of an even walk, the leg in which every 32nd known day lies.
	index []int32
	// known is the period of the days that the legs cover, asked what was asked for.
	known, asked calendar.Period
	gap          error // why the days after known are not known
}

// indexBits is how many days an entry of an index stands for, as a power of 2: rates seldom
// change twice in a month.
const indexBits = 5

// leg is a run of days with one rate. Each of its days is so many parts of a year; 0
// says that the day count has to be asked.
type leg struct {
	from, to calendar.Date
	rate     Percent
	parts    int64
	// weight is Σ rate × parts over all days before the leg, passed Σ parts.
	weight, passed int64
	held           bool
}

// Walk is the timeline as legs by a day count. Errors:
// [github.com/skuld-go/skuld/calendar.ErrNoDayCount] and
// [github.com/skuld-go/skuld/calendar.ErrNeedsContext].
func (t *Timeline) Walk(dc calendar.DayCount) (*Walk, error) {
	count, err := newCounter(dc, max(t.asked.From, 2))
	if err != nil {
		return nil, err
	}
	w := &Walk{year: YearOf(dc), known: t.period, asked: t.asked, gap: t.gap, legs: make([]leg, 0, len(t.steps))}
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
	if w.even = len(w.legs) > 0 && (actual(dc) || count.byYear) && w.within(); w.even {
		w.integrate()
	}
	return w, nil
}

// integrate sums the weights leg by leg, and notes where to look for a day.
func (w *Walk) integrate() {
	w.index = make([]int32, w.known.Len()>>indexBits+1)
	var weight, passed int64
	for i := range w.legs {
		l := &w.legs[i]
		l.weight, l.passed = weight, passed
		parts := l.parts * int64(l.to-l.from)
		weight, passed = weight+int64(l.rate)*parts, passed+parts
		for k := (l.from - w.known.From + 1<<indexBits - 1) >> indexBits; k <= (l.to-w.known.From)>>indexBits; k++ {
			w.index[k] = int32(i)
		}
	}
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

// at is the running integral at the start of a known day or of the day after the last
// one, with a margin on every rate. The walk must be even, which one that knows no day is
// not.
func (w *Walk) at(day calendar.Date, margin int64) int64 {
	weight, passed := w.sums(day)
	return weight + margin*passed
}

// sums are the running integrals of the rate and of the rate 1. Either of two legs that
// meet on the day gives the same.
func (w *Walk) sums(day calendar.Date) (weight, passed int64) {
	i := w.index[(day-w.known.From)>>indexBits]
	for w.legs[i].to < day {
		i++
	}
	l := &w.legs[i]
	parts := l.parts * int64(day-l.from)
	return l.weight + int64(l.rate)*parts, l.passed + parts
}

// agree moves the running integrals so that they are those of an older walk, of which
// this one knows all days.
func (w *Walk) agree(old *Walk) {
	if !w.even || !old.even {
		return
	}
	weight, passed := w.sums(old.known.From)
	before, beforeParts := old.sums(old.known.From)
	for i := range w.legs {
		w.legs[i].weight += before - weight
		w.legs[i].passed += beforeParts - passed
	}
}

// within reports whether days and rates keep to the bounds of [Tally].
func (w *Walk) within() bool {
	if w.known.Len() > maxDays {
		return false
	}
	for _, l := range w.legs {
		if l.rate > MaxPercent || l.rate < -MaxPercent {
			return false
		}
	}
	return true
}
