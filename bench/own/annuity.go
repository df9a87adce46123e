package own

import (
	"github.com/skuld-go/skuld/bench/job"
	"github.com/skuld-go/skuld/bench/portfolio"
	"github.com/skuld-go/skuld/paymentplan"
)

// AppendedLoan prepares the rows of a loan by terms that were compiled for any debt: a
// table of offers. The level is the smallest whose last row is not above it.
func AppendedLoan(l portfolio.Loan) (run func(), rows func() []job.Row) {
	terms := must(paymentplan.CompileAnnuities(lower(l)))
	return appended(l, func() *paymentplan.Annuities { return terms })
}

// CompiledLoan is AppendedLoan with the terms compiled every time.
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
