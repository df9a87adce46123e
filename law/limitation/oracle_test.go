package limitation_test

import (
	"slices"
	"time"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/law/limitation"
)

// The oracle walks a claim from day to day, with one count of days left for every
// period that was ever begun. It shares nothing with the package but its types, and
// reckons dates by package time.

// horizon is where the walk gives up: what is not barred then has no last day.
const horizon = 2075

func civil(d calendar.Date) time.Time {
	t, err := time.Parse("2006-01-02", d.String())
	if err != nil {
		panic(err)
	}
	return t
}

func dateOf(t time.Time) calendar.Date { return calendar.MustParseDate(t.Format("2006-01-02")) }

// later is the same day a span later, the last of the month where there is none.
func later(d calendar.Date, s calendar.Span) calendar.Date {
	t := civil(d)
	months := s.N()
	switch s.Unit() {
	case calendar.UnitYear:
		months *= 12
	case calendar.UnitMonth:
	default:
		panic("years and months only")
	}
	first := time.Date(t.Year(), t.Month(), 1, 0, 0, 0, 0, time.UTC).AddDate(0, months, 0)
	last := first.AddDate(0, 1, -1)
	return dateOf(first.AddDate(0, 0, min(t.Day(), last.Day())-1))
}

// run is a period with the days that are left of it.
type run struct {
	base calendar.Date
	left int
}

type walk struct {
	rule    limitation.Rule
	events  []limitation.Event
	arisen  calendar.Date
	start   calendar.Date
	first   calendar.Date // with which the first period starts
	runs    []run
	stops   [][2]calendar.Date // through 0: open
	alive   [][2]calendar.Date // days on which nothing is barred
	length  calendar.Span
	unknown bool
	// endsActions says that titles end actions and begin nothing.
	endsActions bool
}

// oracle is the last day on which a claim is not barred, zero where there is none.
func oracle(r limitation.Rule, f limitation.Facts, asOf calendar.Date) calendar.Date {
	return (&walk{rule: r, length: r.Period}).from(f, asOf)
}

func (w *walk) from(f limitation.Facts, asOf calendar.Date) calendar.Date {
	r := w.rule
	for _, e := range f.Events {
		if e.Day <= asOf {
			w.events = append(w.events, e)
		}
	}
	w.arisen = f.Due
	if r.From == limitation.FromOrigin {
		w.arisen = f.Origin
	}
	w.start = w.arisen
	if r.From == limitation.FromYearEnd {
		w.start = calendar.MustDate(w.arisen.Year(), 12, 31)
	}
	w.first = w.start
	w.add(w.start, r.Period)
	final := w.final(f)
	if d := r.Default; d != nil && f.Due < asOf {
		through := later(f.Due+1, d.AtMost) - 1
		title := w.titleFrom(0)
		if title == 0 || title > f.Due {
			if title != 0 && title < through {
				through = title
			}
			w.stops = append(w.stops, [2]calendar.Date{f.Due + 1, through})
		}
	}
	return w.walk(final)
}

// walk goes from the first day that matters to the horizon.
func (w *walk) walk(final calendar.Date) calendar.Date {
	day := w.arisen
	for _, e := range w.events {
		day = min(day, e.Day)
	}
	busy := w.start // through the last day that something begins or ends on
	for _, e := range w.events {
		busy = max(busy, e.Day, e.Through)
	}
	var last calendar.Date
	end := calendar.MustDate(horizon, 1, 1)
	for ; day <= end; day++ {
		if final != 0 && day > final {
			return last
		}
		living := w.today(day)
		if w.unknown {
			return 0
		}
		if living = living || w.living(day); living {
			last = day
		} else if day > busy {
			return last
		}
	}
	if last == end {
		return 0
	}
	return last
}

// today counts a day and lets its acts act; it reports whether the claim lives on it. An
// act may stop the period from its own day on, which then is not counted after all.
func (w *walk) today(day calendar.Date) bool {
	acts := slices.ContainsFunc(w.events, func(e limitation.Event) bool { return e.Day == day })
	if !acts {
		return w.count(day)
	}
	before := slices.Clone(w.runs)
	living := w.count(day)
	for _, e := range w.events {
		if e.Day == day && (living || e.Act == limitation.TitleObtained) {
			w.act(e)
			living = true
		}
	}
	w.runs = append(before, w.runs[len(before):]...)
	return w.count(day) || living
}

// count takes a day off what is left, unless it is stopped, and reports whether the
// claim lives on it.
func (w *walk) count(day calendar.Date) bool {
	living, stopped := day <= w.first || w.living(day), within(w.stops, day)
	for i := range w.runs {
		r := &w.runs[i]
		switch {
		case day <= r.base || r.left < 0:
		case stopped:
		default:
			r.left--
			living = living || r.left >= 0
		}
		living = living || r.left >= 0 && stopped
	}
	return living
}

func (w *walk) living(day calendar.Date) bool {
	for _, r := range w.runs {
		if r.base == day {
			return true
		}
	}
	return within(w.alive, day)
}

func within(list [][2]calendar.Date, day calendar.Date) bool {
	for _, s := range list {
		if s[0] <= day && (s[1] == 0 || day <= s[1]) {
			return true
		}
	}
	return false
}

func (w *walk) add(base calendar.Date, s calendar.Span) {
	w.runs = append(w.runs, run{base, int(later(base, s) - base)})
}

func (w *walk) act(e limitation.Event) {
	if e.Act == limitation.TitleObtained {
		if w.unknown = w.rule.Title.Unknown; w.unknown || w.endsActions {
			return
		}
		if p := w.rule.Title.Period; p.N() > 0 {
			w.length = p
		}
		base := max(e.Day, w.arisen)
		w.start = min(w.start, base)
		w.add(base, w.length)
		return
	}
	for _, effect := range w.rule.Acts {
		if effect.Act != e.Act {
			continue
		}
		through := e.Through
		if e.Act == limitation.Action && through == 0 {
			through = w.titleFrom(e.Day)
		}
		if effect.Period.N() > w.length.N() {
			w.length = effect.Period
		}
		length := w.length
		if n := effect.AtMost.N(); n > 0 && n < length.N() {
			length = effect.AtMost
		}
		switch effect.Does {
		case limitation.Restarts:
			w.add(max(e.Day, w.start), length)
		case limitation.RestartsAfter:
			w.alive = append(w.alive, [2]calendar.Date{e.Day, through})
			if through != 0 {
				w.add(max(through, w.start), length)
			}
		case limitation.Holds:
			w.alive = append(w.alive, [2]calendar.Date{e.Day, through})
		case limitation.Suspends:
			w.suspend(e, through, effect)
		}
	}
}

func (w *walk) suspend(e limitation.Event, through calendar.Date, effect limitation.Effect) {
	if through == 0 {
		w.stops = append(w.stops, [2]calendar.Date{e.Day, 0})
		w.alive = append(w.alive, [2]calendar.Date{e.Day, 0})
		return
	}
	last := through
	if effect.Extra.N() > 0 {
		last = later(through, effect.Extra)
	}
	if title := w.titleFrom(e.Day); e.Act == limitation.Action && title != 0 && title < last {
		last = title
	}
	if effect.AtLeast.N() > 0 {
		w.alive = append(w.alive, [2]calendar.Date{e.Day, later(last, effect.AtLeast)})
	}
	w.stops = append(w.stops, [2]calendar.Date{e.Day, last})
	w.alive = append(w.alive, [2]calendar.Date{e.Day, last})
}

func (w *walk) titleFrom(day calendar.Date) calendar.Date {
	var first calendar.Date
	for _, e := range w.events {
		if e.Act == limitation.TitleObtained && e.Day >= day && (first == 0 || e.Day < first) {
			first = e.Day
		}
	}
	return first
}

func (w *walk) final(f limitation.Facts) calendar.Date {
	var earliest calendar.Date
	for _, final := range w.rule.Finals {
		from := f.Due
		if final.AfterTitle {
			from = w.titleFrom(0)
		} else if final.From == limitation.FromOrigin {
			from = f.Origin
		}
		if from == 0 {
			continue
		}
		end := max(later(from, final.Period), final.NotBefore)
		if earliest == 0 || end < earliest {
			earliest = end
		}
	}
	return earliest
}
