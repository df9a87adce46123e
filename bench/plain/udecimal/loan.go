package udecimal

import (
	"github.com/quagmt/udecimal"

	"github.com/skuld-go/skuld/bench/job"
	"github.com/skuld-go/skuld/bench/portfolio"
)

// Row is a row of a schedule.
type Row struct{ Interest, Principal, Closing udecimal.Decimal }

var one = udecimal.MustFromInt64(1, 0)

// Schedule is a loan in equal monthly rows, by the annuity formula; rate is a
// fraction of one a year. Rows are appended to dst.
func Schedule(dst []Row, principal, rate udecimal.Decimal, n int) []Row {
	monthly := must(rate.Div64(12))
	factor := must(monthly.Add(one).PowInt32(int32(n)))
	level := must(principal.Mul(monthly).Mul(factor).Div(factor.Sub(one))).RoundBank(2)
	open := principal
	for k := range n {
		interest := open.Mul(monthly).RoundBank(2)
		part := level.Sub(interest)
		if k == n-1 {
			part = open
		}
		open = open.Sub(part)
		dst = append(dst, Row{interest, part, open})
	}
	return dst
}

// Loan prepares the schedule of a loan; the function works it out, the other gives
// the rows in minor units.
func Loan(l portfolio.Loan) (run func(), rows func() []job.Row) {
	principal, rate := amount(l.Principal), udecimal.MustFromInt64(l.BasisPoints, 4)
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
// apart: Newton's method for the monthly discount factor, by Horner's rule.
func APR(loan udecimal.Decimal, payments []udecimal.Decimal) udecimal.Decimal {
	v := udecimal.MustFromInt64(99, 2)
	for range 50 {
		value, slope := udecimal.Zero, udecimal.Zero
		for k := len(payments) - 1; k >= 0; k-- {
			slope = slope.Mul(v).Add(value)
			value = value.Mul(v).Add(payments[k])
		}
		slope = slope.Mul(v).Add(value)
		step := must(value.Mul(v).Sub(loan).Div(slope))
		v = v.Sub(step)
		if step.Abs().LessThan(udecimal.MustFromInt64(1, 15)) {
			break
		}
	}
	growth := one
	for range 12 {
		growth = must(growth.Div(v))
	}
	return growth.Sub(one).Mul64(100).RoundHAZ(2)
}

// Rate12 prepares the search for an annual percentage rate, which it gives in 0.01 %.
func Rate12(f portfolio.Flows) func() int64 {
	loan, payments := amount(f.Loan), make([]udecimal.Decimal, len(f.Payments))
	for k, p := range f.Payments {
		payments[k] = amount(p)
	}
	return func() int64 { return minor(APR(loan, payments)) }
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}
