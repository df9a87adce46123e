package own

import (
	"github.com/skuld-go/skuld/bench/job"
	"github.com/skuld-go/skuld/bench/portfolio"
	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/paymentplan"
)

// AppendedLoan prepares the rows of a loan by dates that were compiled for any rate and
// debt, as those of loans that are paid out on one day: what is worked out are the terms
// at the rate of the loan, its level, and its rows. The level is the smallest whose last
// row is not above it.
func AppendedLoan(l portfolio.Loan) (run func(), rows func() []job.Row) {
	other := l
	other.BasisPoints = 1
	dates, terms := must(paymentplan.CompileAnnuities(lower(other))), new(paymentplan.Annuities)
	rate := interest.Percent(l.BasisPoints * 10_000)
	return appended(l, func() *paymentplan.Annuities {
		if err := dates.AtRate(terms, rate); err != nil {
			panic(err)
		}
		return terms
	})
}

// CompiledLoan is AppendedLoan with the dates compiled every time.
func CompiledLoan(l portfolio.Loan) (run func(), rows func() []job.Row) {
	return appended(l, func() *paymentplan.Annuities { return must(paymentplan.CompileAnnuities(lower(l))) })
}

// LowerLoan is Loan with the level of AppendedLoan.
func LowerLoan(l portfolio.Loan) (run func(), rows func() []job.Row) { return built(lower(l)) }

func lower(l portfolio.Loan) paymentplan.Request {
	r := Request(l)
	r.LastRow = paymentplan.Lower
	return r
}

func appended(l portfolio.Loan, terms func() *paymentplan.Annuities) (run func(), rows func() []job.Row) {
	out := make([]paymentplan.AnnuityRow, 0, l.Rows)
	run = func() {
		var err error
		if out, _, err = terms().AppendRows(out[:0], l.Principal); err != nil {
			panic(err)
		}
	}
	rows = func() []job.Row {
		res := make([]job.Row, len(out))
		for k, r := range out {
			res[k] = job.Row{Interest: r.Interest, Principal: r.Principal, Closing: r.Closing()}
		}
		return res
	}
	return run, rows
}
