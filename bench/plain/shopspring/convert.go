package shopspring

import (
	"time"

	"github.com/shopspring/decimal"

	"github.com/skuld-go/skuld/bench/portfolio"
	"github.com/skuld-go/skuld/calendar"
)

// New loads the series of the bench.
func New() Calculator {
	c := Calculator{Margin: decimal.New(portfolio.Margin/1_000_000, 0)}
	for _, r := range portfolio.HalfYearly() {
		c.Rates = append(c.Rates, Rate{date(r.From), decimal.New(r.Value/10_000, -2)})
	}
	return c
}

// Cases are the cases of a portfolio in decimals and times.
func Cases(p *portfolio.Portfolio) []Case {
	out := make([]Case, p.Len())
	for i := range out {
		c := p.Case(i)
		out[i] = Case{
			AsOf: date(c.AsOf), Claims: make([]Claim, len(c.Claims)),
			Fees: make([]Fee, len(c.Fees)), Payments: make([]Payment, len(c.Payments)),
		}
		for k, x := range c.Claims {
			out[i].Claims[k] = Claim{amount(x.Principal), date(x.Due)}
		}
		for k, x := range c.Fees {
			out[i].Fees[k] = Fee{amount(x.Amount), date(x.Date)}
		}
		for k, x := range c.Payments {
			out[i].Payments[k] = Payment{amount(x.Amount), date(x.Date)}
		}
	}
	return out
}

// Minor is a total in minor units.
func (t Total) Minor() portfolio.Total {
	return portfolio.Total{Principal: minor(t.Principal), Interest: minor(t.Interest), Fees: minor(t.Fees), Held: minor(t.Held)}
}

func date(d calendar.Date) time.Time     { return d.Time(time.UTC) }
func amount(minor int64) decimal.Decimal { return decimal.New(minor, -2) }
func minor(d decimal.Decimal) int64      { return d.Shift(2).IntPart() }
