package govalues

import (
	"github.com/govalues/decimal"

	"github.com/skuld-go/skuld/bench/portfolio"
)

// New loads the series of the bench.
func New() Calculator {
	c := Calculator{Margin: decimal.MustNew(portfolio.Margin/1_000_000, 0)}
	for _, r := range portfolio.HalfYearly() {
		c.Rates = append(c.Rates, Rate{int32(r.From), amount(r.Value / 10_000)})
	}
	return c
}

// Cases are the cases of a portfolio in decimals.
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

func amount(minor int64) decimal.Decimal { return decimal.MustNew(minor, 2) }

func minor(d decimal.Decimal) int64 {
	whole, cents, ok := d.Int64(2)
	if !ok {
		panic("not an amount: " + d.String())
	}
	return whole*100 + cents
}

func add(a, b decimal.Decimal) decimal.Decimal { return must(a.Add(b)) }
func sub(a, b decimal.Decimal) decimal.Decimal { return must(a.Sub(b)) }
func mul(a, b decimal.Decimal) decimal.Decimal { return must(a.Mul(b)) }
func quo(a, b decimal.Decimal) decimal.Decimal { return must(a.Quo(b)) }

func must(d decimal.Decimal, err error) decimal.Decimal {
	if err != nil {
		panic(err)
	}
	return d
}
