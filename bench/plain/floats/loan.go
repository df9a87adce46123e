package floats

import (
	"math"

	"github.com/skuld-go/skuld/bench/job"
	"github.com/skuld-go/skuld/bench/portfolio"
)

// Row is a row of a schedule.
type Row struct{ Interest, Principal, Closing float64 }

// Schedule is a loan in equal monthly rows, by the annuity formula; rate is a
// fraction of one a year. Rows are appended to dst.
func Schedule(dst []Row, principal, rate float64, n int) []Row {
	monthly := rate / 12
	factor := math.Pow(1+monthly, float64(n))
	level := cents(principal * monthly * factor / (factor - 1))
	open := principal
	for k := range n {
		interest := cents(open * monthly)
		part := level - interest
		if k == n-1 {
			part = open
		}
		open -= part
		dst = append(dst, Row{interest, part, open})
	}
	return dst
}

// Loan prepares the schedule of a loan; the function works it out, the other gives
// the rows in minor units.
func Loan(l portfolio.Loan) (run func(), rows func() []job.Row) {
	principal, rate := amount(l.Principal), float64(l.BasisPoints)/10_000
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
func APR(loan float64, payments []float64) float64 {
	v := 0.99
	for range 50 {
		value, slope := 0.0, 0.0
		for k := len(payments) - 1; k >= 0; k-- {
			slope = slope*v + value
			value = value*v + payments[k]
		}
		slope = slope*v + value
		step := (value*v - loan) / slope
		v -= step
		if math.Abs(step) < 1e-13 {
			break
		}
	}
	return math.Round((math.Pow(v, -12)-1)*10_000) / 100
}

// Rate12 prepares the search for an annual percentage rate, which it gives in 0.01 %.
func Rate12(f portfolio.Flows) func() int64 {
	loan, payments := amount(f.Loan), make([]float64, len(f.Payments))
	for k, p := range f.Payments {
		payments[k] = amount(p)
	}
	return func() int64 { return minor(APR(loan, payments)) }
}

// DatedAPR is the annual percentage rate of payments at any times in years: Newton's
// method for the continuous rate.
func DatedAPR(loan float64, payments, times []float64) float64 {
	x := 0.05
	for range 50 {
		value, slope := -loan, 0.0
		for k, p := range payments {
			d := p * math.Exp(-x*times[k])
			value += d
			slope -= d * times[k]
		}
		step := value / slope
		x -= step
		if math.Abs(step) < 1e-13 {
			break
		}
	}
	return math.Round(math.Expm1(x)*10_000) / 100
}
