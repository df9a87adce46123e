package udecimal

import (
	"strconv"
	"strings"

	"github.com/quagmt/udecimal"

	"github.com/skuld-go/skuld/bench/portfolio"
)

// New loads the series of the bench.
func New() Calculator {
	c := Calculator{Margin: udecimal.MustFromInt64(portfolio.Margin/1_000_000, 0)}
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

func amount(minor int64) udecimal.Decimal { return udecimal.MustFromInt64(minor, 2) }

// minor goes through text, because Int64 refuses numbers that the library happens to
// hold as big integers.
func minor(d udecimal.Decimal) int64 {
	return must(strconv.ParseInt(strings.Replace(d.StringFixed(2), ".", "", 1), 10, 64))
}
