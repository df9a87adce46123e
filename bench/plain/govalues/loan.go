package govalues

import (
	"github.com/govalues/decimal"

	"github.com/skuld-go/skuld/bench/job"
	"github.com/skuld-go/skuld/bench/portfolio"
)

// Row is a row of a schedule.
type Row struct{ Interest, Principal, Closing decimal.Decimal }

var (
	one     = decimal.MustNew(1, 0)
	twelve  = decimal.MustNew(12, 0)
	hundred = decimal.MustNew(100, 0)
	tiny    = decimal.MustNew(1, 15)
)

// Schedule is a loan in equal monthly rows, by the annuity formula; rate is a
// fraction of one a year. Rows are appended to dst.
func Schedule(dst []Row, principal, rate decimal.Decimal, n int) []Row {
	monthly := quo(rate, twelve)
	factor := must(add(monthly, one).PowInt(n))
	level := quo(mul(mul(principal, monthly), factor), sub(factor, one)).Round(2)
	open := principal
	for k := range n {
		interest := mul(open, monthly).Round(2)
		part := sub(level, interest)
		if k == n-1 {
			part = open
		}
		open = sub(open, part)
		dst = append(dst, Row{interest, part, open})
	}
	return dst
}

// Loan prepares the schedule of a loan; the function works it out, the other gives
// the rows in minor units.
func Loan(l portfolio.Loan) (run func(), rows func() []job.Row) {
	principal, rate := amount(l.Principal), decimal.MustNew(l.BasisPoints, 4)
	out := make([]Row, 0, l.Rows)
	run = func() { out = Schedule(out[:0], principal, rate, l.Rows) }
	rows = func() []job.Row {
		res := make([]job.Row, len(out))
		for k, r := range out {
			res[k] = job.Row{Interest: minor(r.Interest), Principal: minor(r.Principal), Closing: minor(r.Closing)}
		}
		return res
	}
	return run, rows
}

// APR is the annual percentage rate, per cent with two decimals, of payments a month
// apart: Newton's method for the monthly discount factor, by Horner's rule. The
// library rounds half to even only.
func APR(loan decimal.Decimal, payments []decimal.Decimal) decimal.Decimal {
	v := decimal.MustNew(99, 2)
	for range 50 {
		var value, slope decimal.Decimal
		for k := len(payments) - 1; k >= 0; k-- {
			slope = add(mul(slope, v), value)
			value = add(mul(value, v), payments[k])
		}
		slope = add(mul(slope, v), value)
		step := quo(sub(mul(value, v), loan), slope)
		v = sub(v, step)
		if step.Abs().Less(tiny) {
			break
		}
	}
	growth := one
	for range 12 {
		growth = quo(growth, v)
	}
	return mul(sub(growth, one), hundred).Round(2)
}

// Rate12 prepares the search for an annual percentage rate, which it gives in 0.01 %.
func Rate12(f portfolio.Flows) func() int64 {
	loan, payments := amount(f.Loan), make([]decimal.Decimal, len(f.Payments))
	for k, p := range f.Payments {
		payments[k] = amount(p)
	}
	return func() int64 { return minor(APR(loan, payments)) }
}
