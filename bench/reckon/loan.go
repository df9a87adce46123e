package reckon

import (
	"math/big"

	"github.com/skuld-go/skuld/bench/job"
	"github.com/skuld-go/skuld/bench/portfolio"
)

// Schedule is the schedule of a loan: the level is the exact one, rounded once; the
// interest of a row is that of a twelfth of a year on the balance before it,
// rounded half to even; the last row closes.
func Schedule(l portfolio.Loan) []job.Row {
	rate := big.NewRat(l.BasisPoints, 12*100*100)
	growth, sum := big.NewRat(1, 1), new(big.Rat)
	for range l.Rows { // Σ (1+r)^-k
		growth.Quo(growth, new(big.Rat).Add(big.NewRat(1, 1), rate))
		sum.Add(sum, growth)
	}
	level := HalfEven(new(big.Rat).Quo(big.NewRat(l.Principal, 1), sum))
	open := l.Principal
	rows := make([]job.Row, l.Rows)
	for k := range rows {
		interest := HalfEven(new(big.Rat).Mul(rate, big.NewRat(open, 1)))
		principal := level - interest
		if k == l.Rows-1 {
			principal = open
		}
		open -= principal
		rows[k] = job.Row{Interest: interest, Principal: principal, Closing: open}
	}
	return rows
}

// Precision in bits of the sums that decide an annual percentage rate.
const precision = 400

// IsAPR says whether a rate in 0.01 % is the annual percentage rate of flows, rounded
// to the nearest: whether the flows are worth more than nothing at a rate half a
// unit higher and not at one half a unit lower.
func IsAPR(f portfolio.Flows, rate int64) bool {
	return worth(f, 2*rate+1) > 0 && worth(f, 2*rate-1) <= 0
}

// worth is the sign of the value of flows to the debtor at a yearly rate in 0.005 %.
func worth(f portfolio.Flows, rate int64) int {
	x := new(big.Rat).Add(big.NewRat(1, 1), big.NewRat(rate, 20_000))
	v := twelfthRoot(new(big.Float).SetPrec(precision).SetRat(x.Inv(x)))
	value := new(big.Float).SetPrec(precision)
	for k := len(f.Payments) - 1; k >= 0; k-- {
		value.Add(value, new(big.Float).SetInt64(f.Payments[k]))
		value.Mul(value, v)
	}
	return new(big.Float).SetPrec(precision).SetInt64(f.Loan).Cmp(value)
}

// twelfthRoot is the 12th root of a number near 1: a cube root by Newton's method of
// a root of a root.
func twelfthRoot(x *big.Float) *big.Float {
	c := new(big.Float).SetPrec(precision).Sqrt(x)
	c.Sqrt(c)
	y := new(big.Float).SetPrec(precision).SetInt64(1)
	three := new(big.Float).SetPrec(precision).SetInt64(3)
	for range 40 { // y ← (2y + c/y²)/3
		q := new(big.Float).SetPrec(precision).Quo(c, y)
		q.Quo(q, y)
		q.Add(q, y)
		q.Add(q, y)
		y = new(big.Float).SetPrec(precision).Quo(q, three)
	}
	return y
}
