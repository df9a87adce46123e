package dunning_test

import (
	"math/big"
	"slices"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/dunning"
	"github.com/skuld-go/skuld/interest"
)

// original is what a debt amounted to at first, or its principal once the whole debt had
// fallen due before it.
func (w *world) original(debt int, day calendar.Date) int64 {
	d := w.h.Debts[debt]
	if w.calledIn(debt, day) && given(d.Principal) {
		return d.Principal.Minor()
	}
	return d.Amount.Minor()
}

// calledOn reports whether the whole debt has fallen due before a day.
func (w *world) calledOn(day calendar.Date) bool { return w.called != 0 && day > w.called }

// calledIn reports whether a debt was not due when the whole debt was.
func (w *world) calledIn(debt int, day calendar.Date) bool {
	return w.calledOn(day) && w.h.Debts[debt].Due > w.called
}

// open is what is open on each debt on a day, with the receipts through another.
func (w *world) open(through, day calendar.Date) []int64 {
	left := make([]int64, len(w.h.Debts))
	for i, d := range w.h.Debts {
		left[i] = d.Amount.Minor()
	}
	lowered := false
	lower := func(on calendar.Date) {
		for i, d := range w.h.Debts {
			if !lowered && w.calledIn(i, on) {
				left[i] = max(0, left[i]-(d.Amount.Minor()-w.original(i, on)))
			}
		}
		lowered = lowered || w.calledOn(on)
	}
	for _, r := range w.h.Receipts {
		if r.Date > through {
			break
		}
		lower(r.Date)
		money := r.Amount.Minor()
		if r.Debt > 0 {
			left[r.Debt-1] -= min(money, left[r.Debt-1])
			continue
		}
		for _, i := range w.byDue() {
			take := min(left[i], money)
			left[i] -= take
			money -= take
		}
	}
	lower(day)
	return left
}

// byDue is the debts by their due days, then as the file has them.
func (w *world) byDue() []int {
	order := make([]int, len(w.h.Debts))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return w.h.Debts[a].Due.Compare(w.h.Debts[b].Due) })
	return order
}

// late is the debts by due day that are late on a day and have something open.
func (w *world) late(day calendar.Date, open []int64) []int {
	var list []int
	for _, i := range w.byDue() {
		if open[i] > 0 && (day > w.lastInTime(i) || w.calledOn(day)) {
			list = append(list, i)
		}
	}
	return list
}

func total(open []int64, debts []int) int64 {
	sum := int64(0)
	for _, i := range debts {
		sum += open[i]
	}
	return sum
}

// share compares a sum with a percentage of a whole.
func share(sum int64, p interest.Percent, whole int64) int {
	left := new(big.Int).Mul(big.NewInt(sum), big.NewInt(100*1_000_000))
	return left.Cmp(new(big.Int).Mul(big.NewInt(int64(p)), big.NewInt(whole)))
}

// cured reports whether so little is overdue that a run ends.
func (w *world) cured(overdue int64, r *run) bool {
	c := w.p.Cure
	if !given(c.Amount) && c.Percent == 0 {
		return overdue <= 0
	}
	if given(c.Amount) && overdue > c.Amount.Minor() {
		return false
	}
	return c.Percent == 0 || share(overdue, c.Percent, r.sum()) <= 0
}

func (r *run) sum() int64 {
	sum := int64(0)
	for _, amount := range r.base {
		sum += amount
	}
	return sum
}

// walk goes from the first day on which anything may be late to the day asked for.
func (w *world) walk() {
	if len(w.h.Debts) == 0 {
		return
	}
	first := w.h.Debts[w.byDue()[0]].Due
	for day := first; day <= w.day; day++ {
		w.fallLate(day)
		w.receive(day)
		w.read(day)
	}
	for _, n := range w.h.Notices {
		inRun := false
		for _, r := range w.runs {
			inRun = inRun || n.Sent >= r.since && (r.end == 0 || n.Sent <= r.end)
		}
		for _, l := range w.ladder {
			if l.Kind == n.Kind && !inRun {
				w.findings["notice-without-arrears"] = true
			}
		}
	}
}

// fallLate is the morning of a day.
func (w *world) fallLate(day calendar.Date) {
	open := w.open(day-1, day)
	w.meet(day, open, w.late(day, open))
}

// receive is the payments of a day.
func (w *world) receive(day calendar.Date) {
	var any, paid bool
	for _, r := range w.h.Receipts {
		any = any || r.Date == day
		paid = paid || r.Date == day && r.Amount.Sign() > 0
	}
	if !any {
		return
	}
	open := w.open(day, day)
	late := w.late(day, open)
	w.meet(day, open, late)
	if r := w.present(); r != nil && paid && w.cured(total(open, late), r) {
		r.end = day
		w.tolerated = total(open, late)
	}
}

// meet begins a run where enough is overdue, and counts late debts into its base.
func (w *world) meet(day calendar.Date, open []int64, late []int) {
	least := int64(0)
	if given(w.p.Cure.Amount) {
		least = w.p.Cure.Amount.Minor()
	}
	if w.present() == nil && total(open, late) > max(least, w.tolerated) {
		w.runs = append(w.runs, &run{since: day, base: map[int]int64{}})
	}
	w.tolerated = min(w.tolerated, total(open, late))
	r := w.present()
	if r == nil {
		return
	}
	for _, i := range late {
		if _, counted := r.base[i]; !counted {
			r.base[i] = w.original(i, day)
		}
	}
}

// gate reports whether the arrears of a run meet a test at the end of a day.
func (w *world) gate(g *dunning.Gate, day calendar.Date, r *run) bool {
	open := w.open(day, day)
	late := w.late(day, open)
	if w.consecutive(late) < g.Consecutive || len(late) < g.Missed || w.pastDue(late, day) < g.Days {
		return false
	}
	whole, percent := r.sum(), interest.Percent(0)
	months, secured := 0, false
	if w.h.Loan != nil {
		whole, months, secured = w.h.Loan.Nominal.Minor(), w.h.Loan.Months, w.h.Loan.Secured
	}
	for i := len(g.Shares) - 1; i >= 0; i-- {
		if s := g.Shares[i]; s.Months == 0 || s.Months >= months {
			percent = s.Percent
		}
	}
	if secured {
		percent = g.Secured
	}
	return percent == 0 || share(total(open, late), percent, whole) >= 0
}

// consecutive is how many late debts follow each other at most.
func (w *world) consecutive(late []int) int {
	best, row := 0, 0
	for _, i := range w.byDue() {
		row++
		if !has(late, i) {
			row = 0
		}
		best = max(best, row)
	}
	return best
}

// pastDue is how many days the oldest of some debts is past its due day.
func (w *world) pastDue(late []int, day calendar.Date) int {
	most := 0
	for _, i := range late {
		most = max(most, w.daysPastDue(i, day))
	}
	return most
}

// daysPastDue counts from the due day, or from that of the whole debt if it came first.
func (w *world) daysPastDue(debt int, day calendar.Date) int {
	due := w.h.Debts[debt].Due
	if w.calledIn(debt, day) {
		due = w.called
	}
	return max(0, int(day-due))
}
