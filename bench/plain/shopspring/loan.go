package shopspring

import (
	"github.com/shopspring/decimal"

	"github.com/skuld-go/skuld/bench/job"
	"github.com/skuld-go/skuld/bench/portfolio"
)

// Row is a row of a schedule.
type Row struct{ Interest, Principal, Closing decimal.Decimal }

var (
	one    = decimal.NewFromInt(1)
	twelve = decimal.NewFromInt(12)
)

// Schedule is a loan in equal monthly rows, by the annuity formula; rate is a
// fraction of one a year. Rows are appended to dst.
func Schedule(dst []Row, principal, rate decimal.Decimal, n int) []Row {
	monthly := rate.Div(twelve)
	factor := monthly.Add(one).Pow(decimal.NewFromInt(int64(n)))
	level := principal.Mul(monthly).Mul(factor).Div(factor.Sub(one)).RoundBank(2)
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
	principal, rate := amount(l.Principal), decimal.New(l.BasisPoints, -4)
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

// places is to how many decimals the search for a rate rounds on its way.
const places = 20

// APR is the annual percentage rate, per cent with two decimals, of payments a month
// apart: Newton's method for the monthly discount factor, by Horner's rule.
func APR(loan decimal.Decimal, payments []decimal.Decimal) decimal.Decimal {
	v := decimal.New(99, -2)
	for range 50 {
		value, slope := decimal.Zero, decimal.Zero
		for k := len(payments) - 1; k >= 0; k-- {
			slope = slope.Mul(v).Add(value).Round(places)
			value = value.Mul(v).Add(payments[k]).Round(places)
		}
		slope = slope.Mul(v).Add(value)
		step := value.Mul(v).Sub(loan).DivRound(slope, places)
		v = v.Sub(step)
		if step.Abs().LessThan(decimal.New(1, -15)) {
			break
		}
	}
	growth := one
	for range 12 {
		growth = growth.DivRound(v, places)
	}
	return growth.Sub(one).Shift(2).Round(2)
}

// Rate12 prepares the search for an annual percentage rate, which it gives in 0.01 %.
func Rate12(f portfolio.Flows) func() int64 {
	loan, payments := amount(f.Loan), make([]decimal.Decimal, len(f.Payments))
	for k, p := range f.Payments {
		payments[k] = amount(p)
	}
	return func() int64 { return minor(APR(loan, payments)) }
}
