package apr

import (
	"math"
	"math/big"
	"math/rand"
	"testing"
)

func drawRate(r *rand.Rand) int64 {
	switch r.Intn(4) {
	case 0:
		return lowestRate + r.Int63n(-lowestRate)
	case 1:
		return r.Int63n(highestRate)
	}
	return r.Int63n(100*unitsPerPercent) - 20*unitsPerPercent
}

var laws = []Method{months, {Law: US, Unit: Month}, usYear, {Law: US, Unit: Week, Per: 2}, {Law: EIR, Unit: Day}}

// What floats are sure of, intervals of big.Float say too; and their middle is
// within the bound of what floats give.
func TestFloatSignAgreesWithIntervals(t *testing.T) {
	r := rand.New(rand.NewSource(1))
	for range 3000 {
		m := laws[r.Intn(len(laws))]
		e := mustBuild(draw(r, m.Law == US), m)
		q := drawRate(r)
		if len(e.terms) == 0 || q == 0 {
			continue
		}
		s := e.side(q < 0)
		u, i := e.rates(q)
		w := s.at(math.Abs(u), i)
		low, high := e.enclose(e.growth(q), 256)
		// Both value over what the whole periods of the same first term are worth.
		want, _ := new(big.Float).Quo(new(big.Float).Add(low, high), big.NewFloat(2)).Float64()
		if bound := s.relativeError(math.Abs(u), i) * w.sum(); !(math.Abs(w.difference()-want) <= bound) {
			t.Fatalf("%v at %d: %v by floats, want %v within %v", e.terms, q, w.difference(), want, bound)
		}
		if sign, ok := e.floatSign(q); ok && (sign > 0 && low.Sign() <= 0 || sign < 0 && high.Sign() >= 0) {
			t.Fatalf("%v at %d: sign %d by floats, value %v to %v", e.terms, q, sign, low, high)
		}
	}
}

// Intervals hold the value in fractions where times are whole.
func TestIntervalsHoldTheValue(t *testing.T) {
	r := rand.New(rand.NewSource(2))
	for range 300 {
		f := draw(r, false)
		for k := range f {
			f[k].Time.Num = f[k].Time.Num / f[k].Time.Den
			f[k].Time.Den = 1
		}
		e := mustBuild(f, years)
		q := drawRate(r)
		if len(e.terms) == 0 || q == 0 {
			continue
		}
		y := e.growth(q)
		want := valueAt(f, y)
		first := e.terms[0].at
		if q < 0 {
			first = e.terms[len(e.terms)-1].at
		}
		want.Quo(want, valueAt([]Flow{flow(1, first, 1)}, y))
		low, high := e.enclose(y, 128)
		a, _ := low.Rat(nil)
		b, _ := high.Rat(nil)
		if a.Cmp(want) > 0 || b.Cmp(want) < 0 {
			t.Fatalf("%v at %d: %v to %v, want %v", f, q, low, high, want.FloatString(20))
		}
		if sign, ok := e.sign(q); !ok || sign != want.Sign() {
			t.Fatalf("%v at %d: sign %d %v, want %d", f, q, sign, ok, want.Sign())
		}
	}
}

// Zeros are told from values however small.
func TestZero(t *testing.T) {
	for _, tt := range []struct {
		flows []Flow
		m     Method
		q     int64
		want  int
	}{
		{flows(one(100_00, 0, 1), one(-121_00, 1, 1)), months, 21 * unitsPerPercent, 0},
		{flows(one(100_00, 0, 1), one(-110_00, 1, 2)), months, 21 * unitsPerPercent, 0}, // 1.21 is a square
		{flows(one(100_00, 0, 1), one(-110_00, 1, 1), one(-1, 3, 1)), months, 10 * unitsPerPercent, -1},
		{flows(one(100_00, 0, 1), one(-110_00, 1, 1), one(-1, 1, 2), one(1, 1, 2)), months, 10 * unitsPerPercent, 0},
		// Each class of exponents is zero by itself: whole years, and half years off them.
		{flows(one(100_00, 0, 1), one(-110_00, 1, 1), one(50_00, 1, 2), one(-55_00, 3, 2)), months, 10 * unitsPerPercent, 0},
		{flows(one(100_00, 0, 1), one(-80_00, 1, 1)), years, -20 * unitsPerPercent, 0},
		{flows(one(100_00, 0, 1), one(-125_00, -1, 1)), years, -20 * unitsPerPercent, 0},
		{flows(one(100_00, 0, 1), one(-105_00, 1, 2)), usYear, 10 * unitsPerPercent, 0}, // 1 + i/2
		{flows(one(100_00, 0, 1), one(-115_50, 3, 2)), usYear, 10 * unitsPerPercent, 0}, // (1 + i/2)(1 + i)
		{flows(one(100_00, 0, 1), one(-115_51, 3, 2)), usYear, 10 * unitsPerPercent, -1},
		{flows(one(1e15, 0, 1), one(-1e15, 1, 1)), years, 0, 0},
	} {
		e := mustBuild(tt.flows, tt.m)
		if sign, ok := e.sign(tt.q); !ok || sign != tt.want {
			t.Errorf("%v at %d: sign %d %v, want %d", tt.flows, tt.q, sign, ok, tt.want)
		}
		if tt.q == 0 || tt.want != 0 {
			continue
		}
		if zero, told := e.zero(e.growth(tt.q)); !told || !zero {
			t.Errorf("%v at %d: zero %v %v, want it told", tt.flows, tt.q, zero, told)
		}
	}
}

// What would take too long is not told.
func TestZeroIsBounded(t *testing.T) {
	for _, m := range []Method{years, usYear} {
		e := mustBuild(flows(one(100_00, 0, 1), one(-1_00, 1_000_000, 1), one(-1_00, 3_000_000, 1)), m)
		if e.patience = 1 << 20; e.patience > patience {
			t.Fatal("no patience at all")
		}
		if _, told := e.zero(e.growth(unitsPerPercent)); told {
			t.Errorf("%v: three million years are told, want that left open", m)
		}
	}
}

func TestRoot(t *testing.T) {
	r := rand.New(rand.NewSource(3))
	for range 200 {
		x := big.NewRat(1+r.Int63n(1e11), 1e11+1)
		n := 1 + r.Int63n([]int64{12, 4380, 1e9}[r.Intn(3)])
		s := root(x, n, 192)
		width := new(big.Float).Sub(s.high, s.low)
		if limit := new(big.Float).SetMantExp(s.high, -150); width.Sign() < 0 || width.Cmp(limit) > 0 {
			t.Errorf("%v^(1/%d) is %v to %v, want these closer", x, n, s.low, s.high)
		}
		under, over := newPowers(span{s.low, s.low}, 192).of(n), newPowers(span{s.high, s.high}, 192).of(n)
		exact := newSpan(192).setRat(x)
		if under.low.Cmp(exact.high) > 0 || over.high.Cmp(exact.low) < 0 {
			t.Errorf("%v^(1/%d) is not within %v to %v", x, n, s.low, s.high)
		}
	}
}

func TestReducePower(t *testing.T) {
	for _, tt := range []struct {
		x *big.Rat
		n int64
		z *big.Rat
		d int64
	}{
		{x: big.NewRat(100, 121), n: 2, z: big.NewRat(10, 11), d: 1},
		{x: big.NewRat(100, 121), n: 12, z: big.NewRat(10, 11), d: 6},
		{x: big.NewRat(64, 729), n: 12, z: big.NewRat(2, 3), d: 2},
		{x: big.NewRat(64, 729), n: 9, z: big.NewRat(4, 9), d: 3},
		{x: big.NewRat(10, 11), n: 365, z: big.NewRat(10, 11), d: 365},
		{x: big.NewRat(1, 32), n: 365, z: big.NewRat(1, 2), d: 73},
	} {
		if z, d := reducePower(tt.x, tt.n); z.Cmp(tt.z) != 0 || d != tt.d {
			t.Errorf("%v^(1/%d) is %v^(1/%d), want %v^(1/%d)", tt.x, tt.n, z, d, tt.z, tt.d)
		}
	}
}

// The errors assumed of package math hold on this machine.
func TestLibraryErrors(t *testing.T) {
	r := rand.New(rand.NewSource(4))
	for range 2000 {
		x := -r.Float64() * 30
		// exp(x) = exp(x/2^20)^(2^20), by the series for the small one.
		small := new(big.Float).SetPrec(200).SetMantExp(big.NewFloat(x).SetPrec(200), -20)
		sum, power := new(big.Float).SetPrec(200).SetInt64(1), new(big.Float).SetPrec(200).SetInt64(1)
		for k := int64(1); k < 12; k++ {
			power.Mul(power, small).Quo(power, new(big.Float).SetInt64(k))
			sum.Add(sum, power)
		}
		for range 20 {
			sum.Mul(sum, sum)
		}
		want, _ := sum.Float64()
		if got := math.Exp(x); math.Abs(got-want) > libm*want {
			t.Fatalf("exp(%v) is %v, want %v", x, got, want)
		}
		// log(exp(x)) within the error of both.
		if got := math.Log(want); math.Abs(got-x) > libm*math.Abs(x)+2*ulp {
			t.Fatalf("log(%v) is %v, want %v", want, got, x)
		}
		// 1−exp(x) from near 0 as well.
		for _, halvings := range []int{0, 20} {
			y := math.Ldexp(x, -halvings)
			if got, want := -math.Expm1(y), oneLess(y); math.Abs(got-want) > libm*want {
				t.Fatalf("expm1(%v) is %v, want %v", y, -got, -want)
			}
		}
		i := math.Expm1(x / 100)
		if got := math.Log1p(i); math.Abs(got-x/100) > 2*libm*math.Abs(x/100) {
			t.Fatalf("log1p(%v) is %v, want %v", i, got, x/100)
		}
	}
}

// oneLess is 1−exp(x) for x below 0.
func oneLess(x float64) float64 {
	const prec = 300
	small := new(big.Float).SetPrec(prec).SetMantExp(big.NewFloat(x).SetPrec(prec), -20)
	sum, power := new(big.Float).SetPrec(prec).SetInt64(1), new(big.Float).SetPrec(prec).SetInt64(1)
	for k := int64(1); k < 16; k++ {
		power.Mul(power, small).Quo(power, new(big.Float).SetInt64(k))
		sum.Add(sum, power)
	}
	for range 20 {
		sum.Mul(sum, sum)
	}
	less, _ := sum.Sub(big.NewFloat(1).SetPrec(prec), sum).Float64()
	return less
}
