package own

import (
	"github.com/skuld-go/skuld/bench/job"
	"github.com/skuld-go/skuld/bench/portfolio"
)

// Side is a way in which skuld does a job.
type Side struct {
	Name  string
	Maker job.Maker
	// Nanoseconds is about what a case takes: it bounds how often it is repeated.
	Nanoseconds int
}

// Walks are the ways to the totals of an accrual walk.
func Walks() []Side {
	return []Side{{"integral", Integral, 50}, {"meter", Meter, 90}, {"walk", Segments, 200}, {"totals", Totals, 70}, {"totals-walk", WalkedTotals, 250}, {"big", Large, 2_000}, {"lazy", Lazy, 150}, {"eager", Eager, 500}, {"account", Walk, 8_000}}
}

// OtherTerms are walks whose figures are others, because the terms are.
func OtherTerms() []Side { return []Side{{"actact", MixedYears, 60}} }

// Lines are the ways to an accrual walk with its lines.
func Lines() []Side {
	return []Side{{"append", Appended, 300}, {"arena", ArenaLines, 300}, {"account", Walk, 8_000}}
}

// Statements are the ways to the totals of a case.
func Statements() []Side {
	return []Side{{"totals", Totals, 800}, {"totals-walk", WalkedTotals, 1_500}, {"totals-statutory", StatutoryTotals, 1_500}, {"from-facts", FromFacts, 20_000}, {"statement", Statement, 500_000}}
}

// Scheduler is a way to the schedule of a loan.
type Scheduler struct {
	Name    string
	Prepare func(portfolio.Loan) (run func(), rows func() []job.Row)
}

// Schedulers are the ways to the schedule of a loan whose level is the exact one,
// rounded to the nearest minor unit.
func Schedulers() []Scheduler { return []Scheduler{{"build", Loan}} }

// LowerSchedulers are those to a level that leaves a last row not above it; the first
// explains, the others are held against it.
func LowerSchedulers() []Scheduler {
	return []Scheduler{{"build-lower", LowerLoan}, {"append", AppendedLoan}, {"compile", CompiledLoan}}
}
