package suite

import (
	"github.com/skuld-go/skuld/bench/compare"
	"github.com/skuld-go/skuld/bench/own"
	"github.com/skuld-go/skuld/bench/plain/floats"
	"github.com/skuld-go/skuld/bench/portfolio"
	"github.com/skuld-go/skuld/calendar"
)

// annuities: a schedule of 60 rows.
func annuities() Group {
	loan := portfolio.Loans(Seed, 1, 60)[0]
	g := Group{Name: "annuity"}
	for _, s := range append(own.Schedulers(), own.LowerSchedulers()[1:]...) {
		g.Sides = append(g.Sides, Side{"skuld-" + s.Name, repeated(func() func() {
			run, _ := s.Prepare(loan)
			return run
		})})
	}
	for _, p := range compare.Peers() {
		g.Sides = append(g.Sides, Side{p.Name, repeated(func() func() {
			run, _ := p.Loan(loan)
			return run
		})})
	}
	return g
}

// rates: the annual percentage rate of 60 payments a month apart.
func rates() Group {
	flows := portfolio.Repaid(Seed, 1)[0]
	solver := func(s compare.Solver) func() func() {
		return func() func() {
			solve := s(flows)
			return func() { solve() }
		}
	}
	g := Group{"apr-months", []Side{{"skuld", repeated(solver(own.Rate12))}}}
	for _, p := range compare.Peers() {
		if p.Rate != nil {
			g.Sides = append(g.Sides, Side{p.Name, repeated(solver(p.Rate))})
		}
	}
	return g
}

// datedRates: the same of payments that all lie some days off.
func datedRates() Group {
	flows := portfolio.Repaid(Seed, 1)[0]
	dates := make([]calendar.Date, len(flows.Payments))
	amounts, times := make([]float64, len(dates)), make([]float64, len(dates))
	for k := range dates {
		dates[k] = own.LoanStart().AddMonths(k+1) + calendar.Date(k*k%23)
		amounts[k], times[k] = float64(flows.Payments[k])/100, float64(dates[k]-own.LoanStart())/365
	}
	return Group{"apr-dated", []Side{
		{"skuld", repeated(func() func() {
			solve := own.DatedRate(flows, dates)
			return func() { solve() }
		})},
		{"float64", repeated(func() func() {
			return func() { floats.DatedAPR(float64(flows.Loan)/100, amounts, times) }
		})},
	}}
}
