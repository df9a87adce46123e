package calendar_test

import (
	"math"
	"math/big"
	"testing"

	"github.com/leanovate/gopter/gen"
	"github.com/leanovate/gopter/prop"

	"github.com/skuld-go/skuld/calendar"
)

func TestFractionZero(t *testing.T) {
	var zero calendar.Fraction
	third := calendar.Fraction{Num: 1, Den: 3}
	if zero.String() != "0/1" || zero.Rat().Sign() != 0 || !zero.IsZero() {
		t.Errorf("the zero fraction is %v", zero)
	}
	if got := zero.Add(third); got != third {
		t.Errorf("0 + 1/3 = %v", got)
	}
	if got := third.Add(zero); got != third {
		t.Errorf("1/3 + 0 = %v", got)
	}
	if zero.Compare(calendar.Fraction{Num: 0, Den: 365}) != 0 || zero.Compare(third) != -1 {
		t.Error("the zero fraction does not compare as nothing")
	}
}

func TestFractionKeepsItsDenominator(t *testing.T) {
	for _, c := range []struct{ a, b, want calendar.Fraction }{
		{calendar.Fraction{Num: 100, Den: 365}, calendar.Fraction{Num: 265, Den: 365}, calendar.Fraction{Num: 365, Den: 365}},
		{calendar.Fraction{Num: 1, Den: 365}, calendar.Fraction{Num: 1, Den: 366}, calendar.Fraction{Num: 731, Den: 133590}},
		{calendar.Fraction{Num: 1, Den: 4}, calendar.Fraction{Num: 1, Den: 6}, calendar.Fraction{Num: 5, Den: 12}},
		{calendar.Fraction{Num: math.MaxInt64, Den: 2}, calendar.Fraction{Num: math.MinInt64 + 1, Den: 2}, calendar.Fraction{Num: 0, Den: 2}},
	} {
		if got := c.a.Add(c.b); got != c.want {
			t.Errorf("%v + %v = %v, want %v", c.a, c.b, got, c.want)
		}
	}
	if got := (calendar.Fraction{Num: 100, Den: 365}).Reduced(); got != (calendar.Fraction{Num: 20, Den: 73}) {
		t.Errorf("100/365 reduced = %v", got)
	}
	if got := (calendar.Fraction{Num: 4, Den: -6}).Reduced(); got != (calendar.Fraction{Num: -2, Den: 3}) {
		t.Errorf("4/-6 reduced = %v", got)
	}
}

// Whatever the signs, the sum is that of the rationals, over a denominator above 0.
func TestFractionAddOfAnySign(t *testing.T) {
	for _, f := range []calendar.Fraction{{Num: 3, Den: -4}, {Num: -3, Den: -4}, {Num: 3, Den: 4}} {
		for _, g := range []calendar.Fraction{{Num: 1, Den: -6}, {Num: -1, Den: -6}, {Num: -1, Den: 6}} {
			if got, want := f.Add(g), new(big.Rat).Add(f.Rat(), g.Rat()); got.Rat().Cmp(want) != 0 || got.Den < 0 {
				t.Errorf("%v + %v = %v, want %v", f, g, got, want)
			}
		}
	}
}

func TestFractionAddReducesWhenItMust(t *testing.T) {
	huge := calendar.Fraction{Num: math.MaxInt64 - 1, Den: 4}
	if got, want := huge.Add(huge), new(big.Rat).SetFrac64(math.MaxInt64-1, 2); got.Rat().Cmp(want) != 0 {
		t.Errorf("%v twice = %v, want %v", huge, got, want)
	}
	defer func() {
		if recover() == nil {
			t.Error("a sum beyond 64 bits did not panic")
		}
	}()
	calendar.Fraction{Num: math.MaxInt64, Den: 1}.Add(calendar.Fraction{Num: 1, Den: 1})
}

func TestFractionProperties(t *testing.T) {
	anyFraction := func(bound int64) func(n, d int64) calendar.Fraction {
		return func(n, d int64) calendar.Fraction { return calendar.Fraction{Num: n % bound, Den: 1 + d%bound} }
	}
	small, large := anyFraction(1<<31), anyFraction(math.MaxInt64)
	p := properties()
	p.Property("Add is the sum of the rationals", prop.ForAll(func(a, b, c, d int64) bool {
		f, g := small(a, b), small(c, d)
		return f.Add(g).Rat().Cmp(new(big.Rat).Add(f.Rat(), g.Rat())) == 0
	}, gen.Int64(), gen.Int64Range(0, math.MaxInt64), gen.Int64(), gen.Int64Range(0, math.MaxInt64)))
	p.Property("Compare is the order of the rationals", prop.ForAll(func(a, b, c, d int64) bool {
		f, g := large(a, b), large(c, d)
		return f.Compare(g) == f.Rat().Cmp(g.Rat()) && f.Compare(f) == 0 && f.Neg().Compare(g.Neg()) == -f.Compare(g)
	}, gen.Int64(), gen.Int64Range(0, math.MaxInt64), gen.Int64(), gen.Int64Range(0, math.MaxInt64)))
	p.Property("Reduced changes nothing but the terms", prop.ForAll(func(a, b int64) bool {
		f := large(a, b)
		return f.Reduced().Compare(f) == 0 && f.Reduced().Reduced() == f.Reduced()
	}, gen.Int64(), gen.Int64Range(0, math.MaxInt64)))
	p.TestingRun(t)
}
