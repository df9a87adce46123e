package own

import (
	"github.com/skuld-go/skuld/bench/job"
	"github.com/skuld-go/skuld/bench/portfolio"
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/money"
	"github.com/skuld-go/skuld/paymentplan"
	"github.com/skuld-go/skuld/paymentplan/apr"
)

var loanStart = calendar.MustDate(2024, 1, 15)

// Request is a loan as a plan: months of thirty days, the level rounded to the
// nearest minor unit.
func Request(l portfolio.Loan) paymentplan.Request {
	return paymentplan.Request{
		Kind: paymentplan.Annuity, Debt: money.FromMinor(l.Principal, sek), Count: l.Rows, Start: loanStart, Rounding: money.HalfEven, LastRow: paymentplan.Similar,
		Interest: interest.Terms{Rate: interest.Fixed(interest.Percent(l.BasisPoints * 10_000)), DayCount: calendar.ThirtyE360},
	}
}

// Loan prepares the schedule of a loan with all that a plan shows; the function works
// it out, the other gives the rows in minor units.
func Loan(l portfolio.Loan) (run func(), rows func() []job.Row) {
	return built(Request(l))
}

func built(req paymentplan.Request) (run func(), rows func() []job.Row) {
	var plan *paymentplan.Schedule
	run = func() { plan = must(paymentplan.Build(req)) }
	rows = func() []job.Row {
		res := make([]job.Row, len(plan.Rows))
		for k, r := range plan.Rows {
			res[k] = job.Row{Interest: r.Interest.Minor(), Principal: r.Principal.Minor(), Closing: r.Closing.Minor()}
		}
		return res
	}
	return run, rows
}

var monthly = apr.Method{Law: apr.EU, Unit: apr.Month}

// Rate12 prepares the search for the annual percentage rate of payments a month
// apart, which it gives in 0.01 %.
func Rate12(f portfolio.Flows) func() int64 {
	return solver(f, func(k int) calendar.Date { return loanStart.AddMonths(k) })
}

// DatedRate prepares the search for the annual percentage rate of payments on any
// dates, which it gives in 0.01 %.
func DatedRate(f portfolio.Flows, dates []calendar.Date) func() int64 {
	return solver(f, func(k int) calendar.Date { return dates[k-1] })
}

// LoanStart is the day on which loans are paid out.
func LoanStart() calendar.Date { return loanStart }

func solver(f portfolio.Flows, due func(k int) calendar.Date) func() int64 {
	dated := []apr.Dated{{Amount: money.FromMinor(f.Loan, sek), Date: loanStart}}
	for k, p := range f.Payments {
		dated = append(dated, apr.Dated{Amount: money.FromMinor(-p, sek), Date: due(k + 1)})
	}
	flows := must(monthly.Flows(loanStart, dated))
	return func() int64 {
		answer := must(apr.Solve(flows, monthly))
		percent, ok := answer.Rate.Percent()
		if !ok || answer.Outcome != apr.Found {
			panic("no proven rate")
		}
		return int64(percent) / 10_000
	}
}
