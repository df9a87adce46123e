// Package reckon works out the jobs of the bench as slowly and plainly as can be,
// in rational numbers, to say who is right where two programs differ. Interest is
// added up day by day; nothing is shared with the library that is measured.
package reckon

import (
	"math/big"

	"github.com/skuld-go/skuld/bench/portfolio"
	"github.com/skuld-go/skuld/calendar"
)

// claim is a claim as it stands on a day.
type claim struct {
	open, paid int64
	due        calendar.Date
	// sum is Σ open × rate over the bearing days so far; over 365·10⁸ it is the interest.
	sum *big.Int
}

var perYear = big.NewInt(365 * 100 * 1_000_000)

// unpaid is the rounded interest so far less what was paid of it.
func (c *claim) unpaid() int64 {
	return HalfEven(new(big.Rat).SetFrac(c.sum, perYear)) - c.paid
}

// Statement is what is open on a case: interest at the series and the margin,
// actual/365, through the day of a payment; payments settle fees, then interest,
// then principal, the oldest first.
func Statement(c portfolio.Case, series []portfolio.Rate, margin int64) portfolio.Total {
	claims := make([]claim, len(c.Claims))
	for k, cl := range c.Claims {
		claims[k] = claim{open: cl.Principal, due: cl.Due, sum: new(big.Int)}
	}
	fees := make([]int64, len(c.Fees))
	for k, f := range c.Fees {
		fees[k] = f.Amount
	}
	var held int64
	next := 0
	for day := c.Claims[0].Due; day <= c.AsOf; day++ {
		rate := rateOn(series, day) + margin
		for k := range claims {
			if day > claims[k].due {
				x := big.NewInt(claims[k].open)
				claims[k].sum.Add(claims[k].sum, x.Mul(x, big.NewInt(rate)))
			}
		}
		for ; next < len(c.Payments) && c.Payments[next].Date == day; next++ {
			held += settle(c.Payments[next].Amount, day, c.Fees, fees, claims)
		}
	}
	t := portfolio.Total{Held: held}
	for k := range claims {
		t.Principal += claims[k].open
		t.Interest += claims[k].unpaid()
	}
	for _, f := range fees {
		t.Fees += f
	}
	return t
}

// settle spends a payment and returns what nothing was open for.
func settle(money int64, day calendar.Date, facts []portfolio.Fee, fees []int64, claims []claim) int64 {
	take := func(open int64) int64 {
		n := min(money, open)
		money -= n
		return n
	}
	for k := range fees {
		if facts[k].Date <= day {
			fees[k] -= take(fees[k])
		}
	}
	for k := range claims {
		claims[k].paid += take(claims[k].unpaid())
	}
	for k := range claims {
		claims[k].open -= take(claims[k].open)
	}
	return money
}

func rateOn(series []portfolio.Rate, day calendar.Date) int64 {
	value := int64(0)
	for _, r := range series {
		if r.From <= day {
			value = r.Value
		}
	}
	return value
}

// HalfEven rounds to the nearest whole number, ties to the even one.
func HalfEven(x *big.Rat) int64 {
	twice := new(big.Int).Lsh(x.Num(), 1)
	floor := new(big.Int).Div(twice.Add(twice, x.Denom()), new(big.Int).Lsh(x.Denom(), 1)) // ⌊x + ½⌋
	n := floor.Int64()
	half := new(big.Rat).Sub(big.NewRat(n, 1), x)
	if half.Cmp(big.NewRat(1, 2)) == 0 && n%2 != 0 {
		n--
	}
	return n
}
