package apr

import (
	"math/big"
	"math/rand"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/money"
)

var (
	months = Method{Law: EU, Unit: Month}
	years  = Method{Law: EU, Unit: Year}
	usYear = Method{Law: US, Unit: Year}
)

func eur(minor int64) money.Amount { return money.FromMinor(minor, money.MustCurrency("EUR")) }

// flow is so many cents at the time num/den.
func flow(minor, num, den int64) Flow {
	return Flow{eur(minor), calendar.Fraction{Num: num, Den: den}}
}

// level is flows of one amount at the times first/den, (first+1)/den, …
func level(minor, first, den, count int64) (flows []Flow) {
	for k := range count {
		flows = append(flows, flow(minor, first+k, den))
	}
	return flows
}

func flows(parts ...[]Flow) (all []Flow) {
	for _, p := range parts {
		all = append(all, p...)
	}
	return all
}

func one(minor, num, den int64) []Flow { return []Flow{flow(minor, num, den)} }

// mustBuild is the equation of flows that are known to be sound.
func mustBuild(f []Flow, m Method) *equation {
	e, err := build(nil, f, m)
	if err != nil {
		panic(err)
	}
	return e.kept()
}

// draw makes flows of any kind: loans with charges, several drawdowns, and no order
// at all.
func draw(r *rand.Rand, us bool) []Flow {
	den := []int64{1, 12, 52, 365, 366, 12 * 365, 7, 30}[r.Intn(8)]
	var f []Flow
	n := 1 + r.Intn(40)
	size := []int64{100, 1_000_000, 1e15}[r.Intn(3)]
	span := den * int64(1+r.Intn(30))
	for k := range n {
		amount := -r.Int63n(size) / int64(n)
		if k == 0 || r.Intn(10) == 0 {
			amount = 1 + r.Int63n(size)
		}
		at := r.Int63n(span)
		if k == 0 {
			at = 0
		} else if !us && r.Intn(20) == 0 {
			at = -at
		}
		f = append(f, flow(amount, at, den))
	}
	return f
}

// valueAt is the value of flows at whole times, in fractions: the slow way.
func valueAt(f []Flow, growth *big.Rat) *big.Rat {
	sum := new(big.Rat)
	for _, x := range f {
		v := new(big.Rat).SetInt64(x.Amount.Minor())
		n := x.Time.Num / max(x.Time.Den, 1)
		for range n {
			v.Quo(v, growth)
		}
		for range -n {
			v.Mul(v, growth)
		}
		sum.Add(sum, v)
	}
	return sum
}
