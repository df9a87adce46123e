// Package compare counts where two sides of a benchmark give different results, and
// says which of them was right.
package compare

import (
	"github.com/skuld-go/skuld/bench/job"
	"github.com/skuld-go/skuld/bench/portfolio"
	"github.com/skuld-go/skuld/bench/reckon"
	"github.com/skuld-go/skuld/bench/workers"
)

// Verdict says how often a peer differs from skuld. Right and wrong are decided by
// package reckon for every case on which the two differ.
type Verdict struct {
	Cases, Differ       int
	SkuldWrong, PeerOff int
	Worst               int64 // the largest difference of a figure, in minor units
	First               int   // the first case that differs, −1 if there is none
}

func (v *Verdict) add(i int, off int64, skuldRight, peerRight bool) {
	if v.Differ == 0 {
		v.First = i
	}
	v.Differ++
	v.Worst = max(v.Worst, off)
	if !skuldRight {
		v.SkuldWrong++
	}
	if !peerRight {
		v.PeerOff++
	}
}

// Totals compares prepared jobs over a portfolio, working both out.
func Totals(p *portfolio.Portfolio, skuld, peer job.Job) Verdict {
	workers.Run(2, p.Len(), skuld.Run)
	workers.Run(2, p.Len(), peer.Run)
	series := portfolio.HalfYearly()
	v := Verdict{Cases: p.Len(), First: -1}
	for i := range p.Len() {
		a, b := skuld.Total(i), peer.Total(i)
		if a == b {
			continue
		}
		want := reckon.Statement(p.Case(i), series, portfolio.Margin)
		v.add(i, Off(a, b), a == want, b == want)
	}
	return v
}

// Off is the largest difference between two totals, in minor units.
func Off(a, b portfolio.Total) int64 {
	return max(abs(a.Principal-b.Principal), abs(a.Interest-b.Interest), abs(a.Fees-b.Fees), abs(a.Held-b.Held))
}

// Scheduler prepares the schedule of a loan: a function that works it out and one
// that gives the rows.
type Scheduler func(portfolio.Loan) (run func(), rows func() []job.Row)

// Rows is the schedule of a loan.
func (s Scheduler) Rows(l portfolio.Loan) []job.Row {
	run, rows := s(l)
	run()
	return rows()
}

// Schedules compares the schedules of loans.
func Schedules(loans []portfolio.Loan, skuld, peer Scheduler) Verdict {
	v := Verdict{Cases: len(loans), First: -1}
	for i, l := range loans {
		a, b := skuld.Rows(l), peer.Rows(l)
		off := offRows(a, b)
		if off == 0 {
			continue
		}
		want := reckon.Schedule(l)
		v.add(i, off, offRows(a, want) == 0, offRows(b, want) == 0)
	}
	return v
}

func offRows(a, b []job.Row) (off int64) {
	for k := range a {
		off = max(off, abs(a[k].Interest-b[k].Interest), abs(a[k].Principal-b[k].Principal), abs(a[k].Closing-b[k].Closing))
	}
	return off
}

// Solver prepares the search for an annual percentage rate in 0.01 %.
type Solver func(portfolio.Flows) func() int64

// Rates compares annual percentage rates; Worst is in 0.01 %.
func Rates(flows []portfolio.Flows, skuld, peer Solver) Verdict {
	v := Verdict{Cases: len(flows), First: -1}
	for i, f := range flows {
		if a, b := skuld(f)(), peer(f)(); a != b {
			v.add(i, abs(a-b), reckon.IsAPR(f, a), reckon.IsAPR(f, b))
		}
	}
	return v
}

func abs(n int64) int64 { return max(n, -n) }
