package money_test

import (
	"math"
	"testing"

	"github.com/leanovate/gopter"
	"github.com/leanovate/gopter/gen"
	"github.com/leanovate/gopter/prop"

	"github.com/skuld-go/skuld/money"
)

// Generators of amounts at the door, in currencies of every number of digits.
var (
	genMinor    = gen.Int64Range(-money.MaxMinor, money.MaxMinor)
	genCurrency = gen.OneConstOf(sek, eur, jpy, kwd, clf)
	genMode     = gen.OneConstOf(money.HalfUp, money.HalfEven, money.HalfDown, money.Down, money.Up, money.Floor, money.Ceiling)
	genFactor   = gen.Int64Range(-1_000_000_000, 1_000_000_000)
	genDivisor  = gen.Int64Range(1, 36_500_000_000)
)

// must takes the value of an operation that cannot fail here.
func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

func TestAmountProperties(t *testing.T) {
	properties := gopter.NewProperties(gopter.DefaultTestParametersWithSeed(1))
	properties.Property("Parse reads what String prints", prop.ForAll(
		func(minor int64, c money.Currency) bool {
			a := money.FromMinor(minor, c)
			return must(money.Parse(a.String())) == a && must(money.ParseIn(a.Number(), c)) == a
		}, genMinor, genCurrency))
	properties.Property("New takes what Decimal gives", prop.ForAll(
		func(minor int64, c money.Currency) bool {
			a := money.FromMinor(minor, c)
			return must(money.New(a.Decimal(), c)) == a
		}, genMinor, genCurrency))
	properties.Property("addition commutes and subtraction undoes it", prop.ForAll(
		func(m, n int64, c money.Currency) bool {
			a, b := money.FromMinor(m, c), money.FromMinor(n, c)
			sum := must(a.Add(b))
			return sum == must(b.Add(a)) && must(sum.Sub(b)) == a && must(a.Sub(b)) == must(b.Sub(a)).Neg()
		}, genMinor, genMinor, genCurrency))
	properties.Property("the sign of the difference is the order", prop.ForAll(
		func(m, n int64, c money.Currency) bool {
			a, b := money.FromMinor(m, c), money.FromMinor(n, c)
			return must(a.Compare(b)) == must(a.Sub(b)).Sign() && (must(a.Compare(b)) == 0) == (a == b)
		}, genMinor, genMinor, genCurrency))
	properties.TestingRun(t)
}

func TestExactProperties(t *testing.T) {
	properties := gopter.NewProperties(gopter.DefaultTestParametersWithSeed(1))
	part := func(minor, num, den int64) money.Exact {
		return money.ExactOf(money.FromMinor(minor, sek)).Times(num, den)
	}
	properties.Property("a sum does not depend on the order", prop.ForAll(
		func(a, b, c, num, d1, d2 int64) bool {
			x, y, z := part(a, num, d1), part(b, num, d2), part(c, 1, d1)
			left := must(must(x.Add(y)).Add(z))
			right := must(x.Add(must(z.Add(y))))
			return sameExact(left, right) && sameExact(must(left.Sub(z)), must(x.Add(y)))
		}, genMinor, genMinor, genMinor, genFactor, genDivisor, genDivisor))
	properties.Property("a factor may be taken at once or in parts", prop.ForAll(
		func(a, m, n, d int64) bool {
			whole := part(a, m+n, d)
			return sameExact(whole, must(part(a, m, d).Add(part(a, n, d))))
		}, genMinor, genFactor, genFactor, genDivisor))
	properties.Property("times a fraction and its inverse is nothing new", prop.ForAll(
		func(a, m, d int64) bool {
			e := money.ExactOf(money.FromMinor(a, sek))
			return m == 0 || sameExact(e.Times(m, d).Times(d, m), e)
		}, genMinor, genFactor, genDivisor))
	properties.Property("text comes back", prop.ForAll(
		func(a, m, d int64) bool {
			e := part(a, m, d)
			var back money.Exact
			return back.UnmarshalText(must(e.MarshalText())) == nil && sameExact(back, e)
		}, genMinor, genFactor, genDivisor))
	properties.TestingRun(t)
}

func TestRoundingProperties(t *testing.T) {
	properties := gopter.NewProperties(gopter.DefaultTestParametersWithSeed(1))
	genStep := gen.Int64Range(1, 500)
	properties.Property("the result is a multiple of the step, nearer than one step", prop.ForAll(
		func(a, m, d int64, mode money.Rounding, step int64) bool {
			e := money.ExactOf(money.FromMinor(a/1000, sek)).Times(m, d)
			got, err := e.Round(mode.ToStep(step))
			if err != nil {
				return false
			}
			unit := money.ExactOf(money.FromMinor(step, sek))
			off := must(money.ExactOf(got).Sub(e))
			return got.Minor()%step == 0 && must(off.Compare(unit)) < 0 && must(off.Neg().Compare(unit)) < 0
		}, genMinor, gen.Int64Range(-10_000, 10_000), genDivisor, genMode, genStep))
	properties.Property("what is round stays", prop.ForAll(
		func(n int64, mode money.Rounding, step int64) bool {
			a := money.FromMinor(n*step, sek)
			return must(money.ExactOf(a).Round(mode.ToStep(step))) == a &&
				must(money.ExactOf(a).Round(money.Exactly.ToStep(step))) == a
		}, gen.Int64Range(-1_000_000, 1_000_000), genMode, genStep))
	properties.Property("rounding keeps the order", prop.ForAll(
		func(a, b, d int64, mode money.Rounding, step int64) bool {
			x := money.ExactOf(money.FromMinor(a, sek)).Times(1, d)
			y := money.ExactOf(money.FromMinor(b, sek)).Times(1, d)
			r := mode.ToStep(step)
			return must(x.Compare(y))*must(must(x.Round(r)).Compare(must(y.Round(r)))) >= 0
		}, genMinor, genMinor, genDivisor, genMode, genStep))
	properties.Property("the opposite rounds to the opposite, floor as ceiling", prop.ForAll(
		func(a, d int64, mode money.Rounding, step int64) bool {
			e := money.ExactOf(money.FromMinor(a, sek)).Times(1, d)
			mirror := mode
			switch mode {
			case money.Floor:
				mirror = money.Ceiling
			case money.Ceiling:
				mirror = money.Floor
			}
			return must(e.Neg().Round(mode.ToStep(step))) == must(e.Round(mirror.ToStep(step))).Neg()
		}, genMinor, genDivisor, genMode, genStep))
	properties.TestingRun(t)
}

func TestSplitProperties(t *testing.T) {
	properties := gopter.NewProperties(gopter.DefaultTestParametersWithSeed(1))
	properties.Property("parts sum to the whole and keep within one minor unit", prop.ForAll(
		func(minor int64, weights []int64) bool {
			checkSplit(t, money.FromMinor(minor, sek), append(weights, 1))
			return !t.Failed()
		}, genMinor, gen.SliceOfN(6, gen.Int64Range(0, math.MaxInt64/8))))
	properties.TestingRun(t)
}
