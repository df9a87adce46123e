package ledger

import (
	"fmt"
	"slices"

	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/interest"
)

// Worker works cases of an arena out, with memory of its own: use one for each
// goroutine. It allocates nothing once it has seen a case of the largest size, but for
// cases that are folded.
type Worker struct {
	a      *Arena
	forced Way
	large  bool
	// what follows is of the case at hand
	c        *flatCase
	items    []itemState
	meters   []interest.Meter
	courses  []interest.Course // in other forms, where a way is forced
	rests    []rest
	credits  int64         // what credit notes have left
	ended    calendar.Date // the latest day that ended before what follows its payments
	row      int           // of the event at hand, in the rates
	open     []allocation.Item
	lines    []allocation.Line
	directed []allocation.Directed
	// allocator walks the orders that are not the same every day.
	allocator allocation.Allocator

	itemised  *itemised // nil where no lines are wanted
	collected itemised
}

// itemState is an item under way.
type itemState struct {
	// open holds fee, capitalized and principal, paid all components.
	open, paid allocation.Balances
	// base is interest that no course gives: opened and adjusted, less what was moved and
	// disposed of.
	base, compounded [2]int64
	joined           [2]calendar.Date
	// meter is the place of the meter of a kind of interest, −1 where there is none.
	meter   [2]int32
	index   int32
	raised  bool
	changed bool // a payment changed what bears
	blocked bool // a hold keeps it from money that nobody directed
}

// rest is what a payment left and nobody returned.
type rest struct {
	minor           int64
	position, order int32
	back            bool // a hold kept it back
}

// Worker makes a worker.
func (a *Arena) Worker() *Worker { return &Worker{a: a} }

// Force makes the worker go another way than the fastest: [ByWalk] for the segments of
// all claims, [ByIntegral] for the fastest again. The figures are the same.
func (w *Worker) Force(way Way) { w.forced, w.large = way, false }

// ForceLarge makes the worker sum interest in numbers of any size. The figures are the
// same.
func (w *Worker) ForceLarge() { w.forced, w.large = ByWalk, true }

// Run works out the cases lo up to hi, exclusive, and writes the totals of case i to
// dst[i]; the other elements are left alone. Workers may run at the same time on ranges
// that do not overlap: what they write does not depend on who works what.
func (w *Worker) Run(dst []CaseTotals, lo, hi int) {
	for i := lo; i < hi; i++ {
		w.c = &w.a.cases[i]
		switch {
		case w.c.way == ByFold:
			w.fold(&dst[i])
		case w.alone():
			w.one(&dst[i])
		case !w.work(&dst[i]):
			w.fold(&dst[i])
		}
	}
}

// alone reports whether the case at hand is one claim and payments, and goes by the loop
// that such cases have: it takes running integrals, those of days or of legs.
func (w *Worker) alone() bool {
	if w.c.single == notSingle || w.large {
		return false
	}
	if w.forced != ByWalk {
		return true
	}
	walked := w.a.courses[w.c.courses.from].course.Walked()
	return walked.Sums()
}

// fold makes the statement.
func (w *Worker) fold(out *CaseTotals) {
	*out = CaseTotals{Currency: w.c.currency, Way: Failed}
	st, err := w.a.statement(w.c)
	if err != nil {
		return
	}
	t, p := st.Totals, st.Paid
	*out = CaseTotals{
		Principal: t.Principal.Minor(), Capitalized: t.Capitalized.Minor(), Fees: t.Fees.Minor(),
		ContractInterest: t.ContractInterest.Minor(), DefaultInterest: t.DefaultInterest.Minor(),
		PaidPrincipal: p.Principal.Minor(), PaidCapitalized: p.Capitalized.Minor(), PaidInterest: p.Interest.Minor(),
		PaidFees: p.Fees.Minor(), Unallocated: p.Unallocated.Minor(), Currency: st.Currency, Way: ByFold,
	}
}

// Statement is the statement of a case that the arena had to keep: one that is folded,
// or that may fail. Other cases are not kept, and are an error.
func (a *Arena) Statement(i int) (*Statement, error) { return a.statement(&a.cases[i]) }

func (a *Arena) statement(c *flatCase) (*Statement, error) {
	if c.kept < 0 {
		return nil, fmt.Errorf("the case is not kept, want one whose way is %s or %s", ByFold, Failed)
	}
	k := &a.kept[c.kept]
	b, err := Fold(k.c, k.resolved, k.at)
	if err != nil {
		return nil, err
	}
	return b.Statement()
}

// work goes through the facts of a case; not ok where the fold has to.
func (w *Worker) work(out *CaseTotals) bool {
	w.begin()
	if w.itemised != nil {
		w.beginLines()
	}
	for i := w.c.events.from; i < w.c.events.to; i++ {
		e := &w.a.events[i]
		w.row = int(i - w.c.events.from)
		occasion, ok := w.act(e)
		if ok && occasion {
			ok = w.applyWaiting(e.date)
		}
		if !ok {
			return false
		}
	}
	return w.totals(out)
}

// begin sets the items up.
func (w *Worker) begin() {
	c := w.c
	n := int(c.items.to - c.items.from)
	w.items = slices.Grow(w.items[:0], n)[:n]
	m := int(c.courses.to - c.courses.from)
	if m > len(w.meters) {
		w.meters = append(w.meters, make([]interest.Meter, m-len(w.meters))...)
		w.courses = append(w.courses, make([]interest.Course, m-len(w.courses))...)
	}
	w.rests, w.credits, w.ended = w.rests[:0], 0, 0
	for i := range w.items {
		it, from := &w.items[i], &w.a.items[int(c.items.from)+i]
		*it = itemState{base: from.booked, index: int32(i), meter: [2]int32{-1, -1}, raised: from.early}
		it.open[from.body] = from.open
		for k := from.courses.from; k < from.courses.to; k++ {
			fc := &w.a.courses[k]
			if !fc.course.Days().IsEmpty() {
				place := k - c.courses.from
				it.meter[slot(fc.component)] = place
				w.meters[place].Open(w.form(fc, place), from.open)
			}
		}
	}
}

// form is a course, in the form that was forced.
func (w *Worker) form(fc *flatCourse, place int32) *interest.Course {
	if w.forced != ByWalk {
		return &fc.course
	}
	w.courses[place] = fc.course.Walked()
	if w.large {
		w.courses[place] = fc.course.Large()
	}
	return &w.courses[place]
}
