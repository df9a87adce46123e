package apr

import (
	"fmt"
	"math"
	"math/rand"
	"reflect"
	"slices"
	"testing"

	"github.com/leanovate/gopter"
	"github.com/leanovate/gopter/gen"
	"github.com/leanovate/gopter/prop"
)

// holds checks a law that returns "" or how it is broken.
func holds(t *testing.T, tests int, name string, law func(*rand.Rand) string) {
	t.Helper()
	parameters := gopter.DefaultTestParametersWithSeed(1)
	parameters.MinSuccessfulTests = tests
	properties := gopter.NewProperties(parameters)
	properties.Property(name, prop.ForAll(func(seed int64) string {
		return law(rand.New(rand.NewSource(seed)))
	}, gen.Int64()))
	properties.TestingRun(t)
}

// loan draws one drawdown and what is paid for it.
func loan(r *rand.Rand, us bool) []Flow {
	den := []int64{12, 52, 365, 366, 4380, 30}[r.Intn(6)]
	f := one(1_000_00+r.Int63n(1e9), 0, 1)
	for k := range 1 + r.Int63n(80) {
		f = append(f, flow(-r.Int63n(1e8)-1, 1+k*(1+r.Int63n(3))*den/4+r.Int63n(5), den))
	}
	if !us && r.Intn(4) == 0 {
		f[0].Time.Num = -r.Int63n(50)
		f[0].Time.Den = den
	}
	return f
}

func drawLoan(r *rand.Rand) ([]Flow, Method) {
	m := laws[r.Intn(len(laws))]
	return loan(r, m.Law == US), m
}

func mustSolve(f []Flow, m Method) Answer {
	a, err := Solve(f, m)
	if err != nil {
		panic(err)
	}
	return a
}

func TestOrderSizeAndStartChangeNothing(t *testing.T) {
	holds(t, 300, "the same flows otherwise written", func(r *rand.Rand) string {
		f, m := drawLoan(r)
		want := mustSolve(f, m)
		g := slices.Clone(f)
		factor := 1 + r.Int63n(1000)
		if r.Intn(2) == 0 {
			factor = -factor
		}
		shift := int64(0)
		if m.Law != US {
			shift = r.Int63n(20) - 10
		}
		for k := range g {
			g[k].Time.Num += shift * g[k].Time.Den
			part := r.Int63n(3)
			g = append(g, flow(part*factor, g[k].Time.Num, g[k].Time.Den))
			g[k].Amount = eur((g[k].Amount.Minor() - part) * factor)
		}
		r.Shuffle(len(g), func(i, j int) { g[i], g[j] = g[j], g[i] })
		if got := mustSolve(g, m); !reflect.DeepEqual(got, want) {
			return fmt.Sprintf("%v by %v: %v, want %v", g, m, got, want)
		}
		return ""
	})
}

func TestCostsRaiseTheRate(t *testing.T) {
	holds(t, 300, "a charge raises the rate", func(r *rand.Rand) string {
		f, m := drawLoan(r)
		a := mustSolve(f, m)
		at := f[r.Intn(len(f))].Time
		b := mustSolve(append(slices.Clone(f), Flow{eur(-1 - r.Int63n(1000)), at}), m)
		if a.Outcome == Found && b.Outcome == Found && b.Rate.low < a.Rate.low {
			return fmt.Sprintf("%v by %v: %v, with a charge at %v %v", f, m, a, at, b)
		}
		return ""
	})
}

// The signs at the borders of the rounded rate differ, by intervals alone, and
// between the bounds the flows are worth nothing.
func TestRoundingBorders(t *testing.T) {
	holds(t, 300, "borders", func(r *rand.Rand) string {
		f, m := drawLoan(r)
		a := mustSolve(f, m)
		if a.Outcome != Found {
			return ""
		}
		e := mustBuild(f, m)
		for _, places := range []int{1, 2, 8} {
			n, ok := a.Rate.round(places)
			unit := int64(math.Pow10(RateDigits - places))
			under, ok1 := e.sign(n*unit - unit/2)
			over, ok2 := e.sign(n*unit + unit/2)
			if !ok || !ok1 || !ok2 || under*over > 0 || under == 0 && n > 0 && over == 0 {
				return fmt.Sprintf("%v by %v: %v at %d decimals, signs %d and %d", f, m, a.Rate, places, under, over)
			}
		}
		for q, want := range map[int64]int{a.Rate.low: -e.first, a.Rate.high: e.first} {
			if sign, ok := e.bigSign(q); q != 0 && !a.Rate.Exact() && (!ok || sign != want) {
				return fmt.Sprintf("%v by %v: sign %d at %d, want %d", f, m, sign, q, want)
			}
		}
		s := e.side(a.Rate.low < 0)
		u, i := e.rates(a.Rate.low)
		if w := s.at(math.Abs(u), i); math.Abs(w.difference()) > 1e-8*w.sum() {
			return fmt.Sprintf("%v by %v at %v: worth %v of %v", f, m, a.Rate, w.difference(), w.sum())
		}
		return ""
	})
}

// Flows made of the rates that they shall have: the coefficients of the product of
// (x − growth) over all rates, and of a factor without a zero.
func TestAllRatesAreFound(t *testing.T) {
	holds(t, 300, "rates of a product", func(r *rand.Rand) string {
		var want []int64
		for range r.Intn(5) {
			want = append(want, int64(r.Intn(250)-60)*unitsPerPercent)
		}
		slices.Sort(want)
		want = slices.Compact(want)
		c := []int64{1}
		for _, q := range want {
			c = times(c, []int64{100, -100 - q/unitsPerPercent})
		}
		if r.Intn(2) == 0 {
			c = times(c, []int64{1, -2, 3})
		}
		var f []Flow
		for k, minor := range c {
			f = append(f, flow(minor, int64(k), 1))
		}
		m := []Method{years, usYear}[r.Intn(2)]
		a := mustSolve(f, m)
		rates := a.Rates
		if a.Outcome == Found {
			rates = []Rate{a.Rate}
		}
		same := slices.EqualFunc(rates, want, func(r Rate, q int64) bool { return r == Rate{low: q, high: q} })
		if outcome := []Outcome{None, Found, Ambiguous}[min(len(want), 2)]; !same || a.Outcome != outcome {
			return fmt.Sprintf("%v by %v: %v, want %v", f, m, a, want)
		}
		return ""
	})
}

// times multiplies polynomials.
func times(a, b []int64) []int64 {
	c := make([]int64, len(a)+len(b)-1)
	for i, x := range a {
		for j, y := range b {
			c[i+j] += x * y
		}
	}
	return c
}
