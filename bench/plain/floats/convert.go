package floats

import (
	"math"

	"github.com/skuld-go/skuld/bench/portfolio"
)

// New loads the series of the bench.
func New() Calculator {
	c := Calculator{Margin: portfolio.Margin / 1e6}
	for _, r := range portfolio.HalfYearly() {
		c.Rates = append(c.Rates, Rate{int32(r.From), float64(r.Value) / 1e6})
	}
	return c
}

// Cases are the cases of a portfolio in floats.
func Cases(p *portfolio.Portfolio) []Case {
	out := make([]Case, p.Len())
	for i := range out {
		c := p.Case(i)
		out[i] = Case{
			AsOf: int32(c.AsOf), Claims: make([]Claim, len(c.Claims)),
			Fees: make([]Fee, len(c.Fees)), Payments: make([]Payment, len(c.Payments)),
		}
		for k, x := range c.Claims {
			out[i].Claims[k] = Claim{amount(x.Principal), int32(x.Due)}
		}
		for k, x := range c.Fees {
			out[i].Fees[k] = Fee{amount(x.Amount), int32(x.Date)}
		}
		for k, x := range c.Payments {
			out[i].Payments[k] = Payment{amount(x.Amount), int32(x.Date)}
		}
	}
	return out
}

// Minor is a total in minor units.
func (t Total) Minor() portfolio.Total {
	return portfolio.Total{Principal: minor(t.Principal), Interest: minor(t.Interest), Fees: minor(t.Fees), Held: minor(t.Held)}
}

func amount(minor int64) float64 { return float64(minor) / 100 }
func minor(x float64) int64      { return int64(math.Round(x * 100)) }
