package portfolio

import "math/rand/v2"

// Loan is a debt that is paid off monthly in equal rows.
type Loan struct {
	// Principal is in minor units, BasisPoints the yearly rate in 0.01 %.
	Principal, BasisPoints int64
	// Rows is the number of monthly rows.
	Rows int
}

// Flows are a loan and what is paid back for it, in minor units, a month apart: the
// k-th payment k months after the loan.
type Flows struct {
	Loan     int64
	Payments []int64
}

// Loans draws n loans of so many rows: principals of 1 000 to 50 000 in steps of
// 5.00, rates of 1 % to 30 % in steps of 0.1, both uniform. Round figures as these
// are what loans have, and what makes exact half cents.
func Loans(seed uint64, n, rows int) []Loan {
	r := rand.New(rand.NewPCG(seed, 2))
	out := make([]Loan, n)
	for i := range out {
		out[i] = Loan{Principal: 1000_00 + 5_00*r.Int64N(9801), BasisPoints: 100 + 10*r.Int64N(291), Rows: rows}
	}
	return out
}

// Repaid draws what is paid back for n loans of 60 rows: rows of one amount and a
// last one up to 5 % lower, 101 % to 170 % of the loan in all.
func Repaid(seed uint64, n int) []Flows {
	r := rand.New(rand.NewPCG(seed, 3))
	out := make([]Flows, n)
	for i, l := range Loans(seed, n, 60) {
		row := l.Principal * (101 + r.Int64N(70)) / 100 / 60
		f := Flows{Loan: l.Principal, Payments: make([]int64, l.Rows)}
		for k := range f.Payments {
			f.Payments[k] = row
		}
		f.Payments[l.Rows-1] -= r.Int64N(1 + row/20)
		out[i] = f
	}
	return out
}
