package own

import (
	"github.com/skuld-go/skuld/bench/job"
	"github.com/skuld-go/skuld/bench/portfolio"
)

type touch struct {
	p   *portfolio.Portfolio
	out []portfolio.Total
}

// Touch reads every field of every case once and writes a result of the size of a
// total: what memory alone costs in this layout.
func Touch(p *portfolio.Portfolio) job.Job {
	return &touch{p, make([]portfolio.Total, p.Len())}
}

func (t *touch) Total(i int) portfolio.Total { return t.out[i] }

func (t *touch) Run(lo, hi int) {
	for i := lo; i < hi; i++ {
		c := t.p.Case(i)
		sum, day := int64(0), int64(c.AsOf)
		for _, x := range c.Claims {
			sum, day = sum+x.Principal, day+int64(x.Due)
		}
		for _, x := range c.Fees {
			sum, day = sum+x.Amount, day+int64(x.Date)
		}
		for _, x := range c.Payments {
			sum, day = sum+x.Amount, day+int64(x.Date)
		}
		t.out[i] = portfolio.Total{Principal: sum, Interest: day, Fees: sum, Held: day}
	}
}

// Touches are passes over the layouts that Passes use.
func Touches() []Side { return []Side{{"touch", Touch, 20}} }

// Passes are the ways to the totals of a portfolio that are fast enough for a million
// claims.
func Passes() []Side {
	return []Side{{"totals", Totals, 70}, {"integral", Integral, 50}, {"walk", Segments, 200}}
}
