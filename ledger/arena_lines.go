package ledger

import (
	"slices"

	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/interest"
)

// CaseLine is a segment of interest of an item of a case in plain numbers. Item counts
// claims, then fees, each in file order, from 0.
type CaseLine struct {
	Item      int32
	Component allocation.Component
	interest.Line
}

// itemised collects lines.
type itemised struct {
	lines []CaseLine
	first int             // of the case at hand
	fresh []interest.Line // of the balance at hand
	runs  []lineRun       // by course
}

// lineRun is a stretch of one balance of a course, and the one before it.
type lineRun struct {
	from, before          calendar.Date
	principal, principal2 int64
	leg, legBefore        int
}

// Lines is [Worker.Run] for one case, with the segments behind its interest appended to
// dst: those of [Item.Segments] and [Item.ContractSegments], item by item as balances
// end, or nothing for a case that is folded: its statement has them ([Arena.Statement]).
// It allocates nothing where dst has room.
func (w *Worker) Lines(dst []CaseLine, i int, out *CaseTotals) []CaseLine {
	w.c = &w.a.cases[i]
	w.itemised = &w.collected
	w.itemised.lines, w.itemised.first = dst, len(dst)
	switch {
	case w.c.way == ByFold:
		w.fold(out)
	case w.alone():
		w.one(out)
	case !w.work(out) || !w.lastLines():
		w.itemised.lines = w.itemised.lines[:len(dst)]
		w.fold(out)
	}
	dst = w.itemised.lines
	w.itemised.lines, w.itemised = nil, nil
	return dst
}

// segments appends the lines of a balance of the only claim, if they are wanted; the
// rates of a case that is worked out so are known.
func (w *Worker) segments(course *interest.Course, c allocation.Component, open int64, from, to calendar.Date, leg int) int {
	l := w.itemised
	l.fresh, leg, _ = course.AppendLines(l.fresh[:0], open, from, to, leg)
	l.tag(0, c)
	return leg
}

// tag moves the fresh lines to the others.
func (l *itemised) tag(item int32, c allocation.Component) {
	for i := range l.fresh {
		l.lines = append(l.lines, CaseLine{item, c, l.fresh[i]})
	}
}

// beginLines notes the balances that the accruals of a case begin with.
func (w *Worker) beginLines() {
	l := w.itemised
	n := int(w.c.courses.to - w.c.courses.from)
	l.runs = slices.Grow(l.runs[:0], n)[:n]
	for k := range l.runs {
		from := w.a.courses[int(w.c.courses.from)+k].course.Days().From
		l.runs[k] = lineRun{from: from, before: from, principal: w.meters[k].Principal()}
	}
}

// balance notes that a course bears another balance from a day on.
func (w *Worker) balance(it int32, place int32, from calendar.Date, principal int64) bool {
	l, r := w.itemised, &w.itemised.runs[place]
	fc := &w.a.courses[w.c.courses.from+place]
	switch {
	case principal == r.principal:
		return true
	case from > r.from:
		leg, ok := w.closeRun(it, place, from)
		if !ok {
			return false
		}
		*r = lineRun{from: from, before: r.from, principal: principal, principal2: r.principal, leg: leg, legBefore: r.leg}
	case r.before < r.from && principal == r.principal2: // undone
		own := slices.DeleteFunc(l.lines[l.first:], func(c CaseLine) bool {
			return c.Item == it && c.Component == fc.component && c.From >= r.before
		})
		l.lines = l.lines[:l.first+len(own)]
		*r = lineRun{from: r.before, before: r.before, principal: principal, leg: r.legBefore}
	default:
		r.principal = principal
	}
	return true
}

// closeRun appends the lines of a balance that ends.
func (w *Worker) closeRun(it, place int32, to calendar.Date) (leg int, ok bool) {
	l, r := w.itemised, &w.itemised.runs[place]
	fc := &w.a.courses[w.c.courses.from+place]
	var err error
	l.fresh, leg, err = fc.course.AppendLines(l.fresh[:0], r.principal, r.from, to, r.leg)
	l.tag(it, fc.component)
	return leg, err == nil
}

// lastLines appends the lines through the as-of day.
func (w *Worker) lastLines() bool {
	for i := range w.items {
		for _, m := range w.items[i].meter {
			if m < 0 || !w.items[i].raised {
				continue
			}
			if _, ok := w.closeRun(int32(i), m, w.c.asOf+1); !ok {
				return false
			}
		}
	}
	return true
}
