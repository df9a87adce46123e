// Package floats does the jobs of the bench plainly with float64 and day numbers.
package floats

import (
	"math"
	"sort"

	"github.com/skuld-go/skuld/bench/job"
	"github.com/skuld-go/skuld/bench/portfolio"
)

// Rate is a rate in per cent a year from a day on.
type Rate struct {
	From  int32
	Value float64
}

// Claim, Fee, Payment and Case are the facts in floats and day numbers.
type (
	Claim struct {
		Principal float64
		Due       int32
	}
	Fee struct {
		Amount float64
		Date   int32
	}
	Payment struct {
		Amount float64
		Date   int32
	}
	Case struct {
		AsOf     int32
		Claims   []Claim
		Fees     []Fee
		Payments []Payment
	}
)

// Total is what is open.
type Total struct{ Principal, Interest, Fees, Held float64 }

// Calculator knows the reference rate and what is added to it.
type Calculator struct {
	Rates  []Rate
	Margin float64
}

// debt is a claim as it stands.
type debt struct {
	principal, accrued, paid float64
	from                     int32 // the next day that bears
	row                      int   // the rate of that day
}

func cents(x float64) float64 { return math.RoundToEven(x*100) / 100 }

// unpaid is the rounded interest less what was paid of it.
func (d *debt) unpaid() float64 { return cents(d.accrued) - d.paid }

// open is a claim from the day after it was due.
func (c Calculator) open(cl Claim) debt {
	from := cl.Due + 1
	row := sort.Search(len(c.Rates), func(i int) bool { return c.Rates[i].From > from }) - 1
	return debt{principal: cl.Principal, from: from, row: row}
}

// Statement settles fees, interest and principal, the oldest first.
func (c Calculator) Statement(cs Case) Total {
	debts := make([]debt, len(cs.Claims))
	for i, cl := range cs.Claims {
		debts[i] = c.open(cl)
	}
	fees := make([]float64, len(cs.Fees))
	for i, f := range cs.Fees {
		fees[i] = f.Amount
	}
	held := 0.0
	for _, p := range cs.Payments {
		held += c.pay(p, cs.Fees, fees, debts)
	}
	t := Total{Held: held}
	for i := range debts {
		c.advance(&debts[i], cs.AsOf, nil)
		t.Principal += debts[i].principal
		t.Interest += debts[i].unpaid()
	}
	for _, f := range fees {
		t.Fees += f
	}
	return t
}

// pay spends a payment on what is open of the fees and debts, and returns the rest.
func (c Calculator) pay(p Payment, facts []Fee, fees []float64, debts []debt) float64 {
	money := p.Amount
	for i, f := range facts {
		if f.Date <= p.Date {
			n := min(money, fees[i])
			money, fees[i] = money-n, fees[i]-n
		}
	}
	for i := range debts {
		c.advance(&debts[i], p.Date, nil)
		n := min(money, debts[i].unpaid())
		money, debts[i].paid = money-n, debts[i].paid+n
	}
	for i := range debts {
		n := min(money, debts[i].principal)
		money, debts[i].principal = money-n, debts[i].principal-n
	}
	return money
}

type statements struct {
	calc Calculator
	in   []Case
	out  []Total
}

// Statement is the job of statement totals.
func Statement(p *portfolio.Portfolio) job.Job {
	return &statements{New(), Cases(p), make([]Total, p.Len())}
}

func (s *statements) Run(lo, hi int) {
	for i := lo; i < hi; i++ {
		s.out[i] = s.calc.Statement(s.in[i])
	}
}

func (s *statements) Total(i int) portfolio.Total { return s.out[i].Minor() }
