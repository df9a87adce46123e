package apr

import (
	"fmt"
	"math"
	"math/big"
	"math/rand"
	"reflect"
	"slices"
	"testing"
)

// drawLevel draws level payments with what goes with them: a charge before the
// drawdown or on its day, odd days in the first period, a last payment that differs.
func drawLevel(r *rand.Rand) ([]Flow, Method) {
	m := laws[r.Intn(len(laws))]
	den := []int64{1, 12, 52, 365, 366, 30}[r.Intn(6)]
	gap := int64(1 + r.Intn(4))
	if m.Law == US {
		gap *= den
	}
	count := int64(1 + r.Intn([]int{5, 80, 400}[r.Intn(3)]))
	payment := -1 - r.Int63n(1e7)
	drawdown := 1 + int64(float64(-payment*count)*r.Float64())
	if r.Intn(3) == 0 { // rates near 0
		drawdown = max(1, -payment*count-r.Int63n(1+count))
	}
	first := gap + r.Int63n(3)*r.Int63n(40)
	f := one(drawdown, 0, []int64{1, den}[r.Intn(2)])
	switch {
	case r.Intn(4) == 0:
		f = append(f, flow(-1-r.Int63n(drawdown), 0, den))
	case m.Law != US && r.Intn(4) == 0:
		f = slices.Insert(f, 0, flow(1+r.Int63n(100), -1-r.Int63n(50), den))
	}
	for k := range count {
		f = append(f, flow(payment, first+k*gap, den))
	}
	if r.Intn(2) == 0 {
		f[len(f)-1].Amount = eur(payment - r.Int63n(100))
	}
	if r.Intn(4) == 0 {
		for k := range f {
			f[k].Amount = eur(-f[k].Amount.Minor())
		}
	}
	return f, m
}

// Sums without a loop prove what terms prove.
func TestLevelPaymentsAgreeWithTerms(t *testing.T) {
	drawn, found := 0, 0
	holds(t, 3000, "level payments", func(r *rand.Rand) string {
		f, m := drawLevel(r)
		want, err := solveTerms(f, m)
		if err != nil {
			panic(err)
		}
		low := want.Rate.low
		usual := want.Outcome == Found && low > unitsPerPercent/1000 && low < 1000*unitsPerPercent && !want.Rate.Exact()
		if usual {
			drawn++
		}
		if got, ok := levelRate(f, m); ok {
			if usual {
				found++
			}
			if want.Outcome != Found || got != want.Rate || want.Turns != 1 {
				return fmt.Sprintf("%v by %v: %v, want %v", f, m, got, want)
			}
		}
		if got := mustSolve(f, m); !reflect.DeepEqual(got, want) {
			return fmt.Sprintf("%v by %v: %v, want %v", f, m, got, want)
		}
		return ""
	})
	if found < drawn*9/10 {
		t.Errorf("%d of %d without a loop, want most", found, drawn)
	}
}

// What runs are worth is within the bounds claimed of what intervals and sums over
// all terms give, and so are the derivatives.
func TestRunsAreAccurate(t *testing.T) {
	r := rand.New(rand.NewSource(5))
	for tests := 0; tests < 1000; {
		f, m := drawLevel(r)
		var l levels
		q := 1 + r.Int63n([]int64{1e6, 1e9, 1e11, highestRate}[r.Intn(4)])
		e := mustBuild(f, m)
		u, _ := e.rates(q)
		if !l.read(f, m) || u < leastDiscount {
			continue
		}
		tests++
		var w worth
		if w.in, w.out = l.at(u); l.first < 0 {
			w.in, w.out = w.out, w.in
		}
		i := e.side(false)
		bound := l.accuracy().at(u, i.rate(u)) * w.sum()
		low, high := e.enclose(e.growth(q), 256)
		want, _ := new(big.Float).Quo(low.Add(low, high), big.NewFloat(2)).Float64()
		if !(math.Abs(w.difference()-want) <= bound) {
			t.Fatalf("%v by %v at %d: %v, want %v within %v", f, m, q, w.difference(), want, bound)
		}
		s := e.side(false)
		sure := s.at(u, s.rate(u))
		reach, doubt := l.longest()+2+1/u, s.relativeError(u, 0)
		for k, tt := range []struct{ got, want, bound float64 }{
			{w.in.first - w.out.first, sure.in.first - sure.out.first, 60},
			{w.in.second - w.out.second, sure.in.second - sure.out.second, 280},
			{w.in.third - w.out.third, sure.in.third - sure.out.third, 1560},
		} {
			most := tt.bound*ulp*math.Pow(reach, float64(k+1)) + doubt*math.Pow(l.longest()+2, float64(k+1))
			if !(math.Abs(tt.got-tt.want) <= most*w.sum()) {
				t.Fatalf("%v by %v at %d: derivative %d is %v, want %v within %v", f, m, q, k+1, tt.got, tt.want, most*w.sum())
			}
		}
	}
}

// Flows that are not a few runs in order, with one turn and a rate above 0, are left
// to terms, and so is everything that is wrong.
func TestRunsRefuse(t *testing.T) {
	loan := func() []Flow { return flows(one(1000_00, 0, 12), level(-100_00, 1, 12, 12)) }
	changed := func(k int, f Flow) []Flow {
		all := loan()
		all[k] = f
		return all
	}
	var l levels
	if !l.read(loan(), months) || l.met != 2 {
		t.Fatalf("%v, want two runs", l.runs)
	}
	for name, tt := range map[string]struct {
		flows []Flow
		m     Method
	}{
		"nothing":             {nil, months},
		"no method":           {loan(), Method{}},
		"too many":            {make([]Flow, MaxFlows+1), months},
		"no amount":           {changed(3, Flow{Time: loan()[3].Time}), months},
		"none at all":         {[]Flow{{}, {}, {}, {}}, months},
		"a zero":              {changed(3, flow(0, 3, 12)), months},
		"too large":           {changed(0, flow(1e15+1, 0, 12)), months},
		"too large together":  {flows(one(1e15, 0, 12), loan()), months},
		"too late":            {changed(12, flow(-100_00, MaxTime*12+1, 12)), months},
		"out of order":        {changed(5, flow(-100_00, 2, 12)), months},
		"back to the lowest":  {changed(5, flow(-100_00, math.MinInt64, 12)), months},
		"up to the highest":   {changed(5, flow(-100_00, math.MaxInt64, 12)), months},
		"another denominator": {changed(5, flow(-100_00, 10, 24)), months},
		"years, then months":  {flows(level(-100_00, 0, 1, 3), one(5000_00, 36, 12), level(-200_00, 37, 12, 60)), months},
		"a negative one":      {changed(0, flow(1000_00, 0, -12)), months},
		"a charge at the end": {flows(loan(), one(-1, 12, 12)), months},
		"settled at once":     {flows(one(5, 0, 12), one(-5, 0, 12), loan()), months},
		"five amounts":        {flows(one(9, 0, 1), one(8, 1, 1), one(7, 2, 1), one(6, 3, 1), one(-31, 4, 1)), years},
		"one way":             {level(-100_00, 1, 12, 12), months},
		"two turns":           {flows(loan(), one(1, 13, 12)), months},
		"a loss":              {flows(one(2000_00, 0, 12), level(-100_00, 1, 12, 12)), months},
		"no interest":         {flows(one(1200_00, 0, 12), level(-100_00, 1, 12, 12)), months},
		"before the advance":  {flows(one(1000_00, -1, 1), level(-100_00, 1, 1, 12)), usYear},
		"parts of periods":    {loan(), usYear},
	} {
		var l levels
		if l.read(tt.flows, tt.m) {
			t.Errorf("%s: %d runs %v, want none", name, l.met, l.runs)
		}
	}
}
