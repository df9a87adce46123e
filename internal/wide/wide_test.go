package wide

import (
	"math"
	"math/big"
	"testing"
)

// words are values at which carries, borrows and signs change.
var words = []int64{
	math.MinInt64, math.MinInt64 + 1, -1 << 32, -1_000_000_007, -2, -1,
	0, 1, 2, 3, 365, 36_500_000_000, 1<<32 - 1, 1 << 32, math.MaxInt64 - 1, math.MaxInt64,
}

// ints are all values that two of the words make.
func ints() []Int {
	var all []Int
	for _, hi := range words {
		for _, lo := range words {
			all = append(all, Int{hi, uint64(lo)})
		}
	}
	return all
}

var (
	bigMin = new(big.Int).Neg(new(big.Int).Lsh(big.NewInt(1), 127))
	bigMax = new(big.Int).Sub(new(big.Int).Lsh(big.NewInt(1), 127), big.NewInt(1))
)

// check compares a result and its report with the exact answer.
func check(t *testing.T, what string, got Int, ok bool, want *big.Int) {
	t.Helper()
	fits := want.Cmp(bigMin) >= 0 && want.Cmp(bigMax) <= 0
	if ok != fits {
		t.Fatalf("%s: reported fit %v of %v", what, ok, want)
	}
	if ok && got.Big().Cmp(want) != 0 {
		t.Fatalf("%s = %v, want %v", what, got, want)
	}
}

func TestBigRoundTrip(t *testing.T) {
	for _, x := range ints() {
		back, ok := FromBig(x.Big())
		if !ok || back != x {
			t.Fatalf("%#v came back as %#v, %v", x, back, ok)
		}
		// The value is hi·2⁶⁴ + lo by definition.
		want := new(big.Int).Lsh(big.NewInt(x.hi), 64)
		want.Add(want, new(big.Int).SetUint64(x.lo))
		if x.Big().Cmp(want) != 0 {
			t.Fatalf("%#v is %v, want %v", x, x.Big(), want)
		}
	}
	one := big.NewInt(1)
	for _, b := range []*big.Int{
		new(big.Int).Add(bigMax, one), new(big.Int).Sub(bigMin, one),
		new(big.Int).Lsh(one, 128), new(big.Int).Lsh(one, 1000),
	} {
		if x, ok := FromBig(b); ok {
			t.Errorf("FromBig(%v) = %v, want a report that it does not fit", b, x)
		}
	}
}

func TestMulAgainstBig(t *testing.T) {
	for _, a := range words {
		for _, b := range words {
			want := new(big.Int).Mul(big.NewInt(a), big.NewInt(b))
			check(t, "product", Mul(a, b), true, want)
		}
	}
}

func TestBinaryAgainstBig(t *testing.T) {
	all := ints()
	for _, x := range all {
		for _, y := range all {
			compareBinary(t, x, y)
		}
	}
}

// compareBinary holds every operation on two Ints against math/big.
func compareBinary(t *testing.T, x, y Int) {
	t.Helper()
	sum, ok := x.Add(y)
	check(t, "sum", sum, ok, new(big.Int).Add(x.Big(), y.Big()))
	diff, ok := x.Sub(y)
	check(t, "difference", diff, ok, new(big.Int).Sub(x.Big(), y.Big()))
	if got, want := x.Compare(y), x.Big().Cmp(y.Big()); got != want {
		t.Fatalf("compare %v with %v: %d, want %d", x, y, got, want)
	}
}

func TestUnaryAgainstBig(t *testing.T) {
	for _, x := range ints() {
		compareUnary(t, x)
	}
}

// compareUnary holds every operation on one Int against math/big.
func compareUnary(t *testing.T, x Int) {
	t.Helper()
	neg, ok := x.Neg()
	check(t, "negation", neg, ok, new(big.Int).Neg(x.Big()))
	if got, want := x.Sign(), x.Big().Sign(); got != want {
		t.Fatalf("sign of %v is %d, want %d", x, got, want)
	}
	v, ok := x.Int64()
	if ok != x.Big().IsInt64() || ok && v != x.Big().Int64() {
		t.Fatalf("%v as an int64 is %d, %v", x, v, ok)
	}
	hi, lo := x.Magnitude()
	magnitude := new(big.Int).Lsh(new(big.Int).SetUint64(hi), 64)
	magnitude.Add(magnitude, new(big.Int).SetUint64(lo))
	if magnitude.Cmp(new(big.Int).Abs(x.Big())) != 0 {
		t.Fatalf("magnitude of %v is %v", x, magnitude)
	}
	if x.String() != x.Big().String() {
		t.Fatalf("%v prints as %s", x.Big(), x)
	}
}

func TestScalarAgainstBig(t *testing.T) {
	for _, x := range ints() {
		for _, m := range words {
			compareScalar(t, x, m)
		}
	}
}

// compareScalar holds every operation on an Int and a word against math/big.
func compareScalar(t *testing.T, x Int, m int64) {
	t.Helper()
	p, ok := x.MulInt64(m)
	check(t, "product by an int64", p, ok, new(big.Int).Mul(x.Big(), big.NewInt(m)))
	u := new(big.Int).SetUint64(uint64(m))
	p, ok = x.MulUint64(uint64(m))
	check(t, "product by a uint64", p, ok, new(big.Int).Mul(x.Big(), u))
	if m == 0 {
		return
	}
	wantQuo, wantRem := new(big.Int).QuoRem(x.Big(), big.NewInt(m), new(big.Int))
	q, r, ok := x.QuoInt64(m)
	check(t, "quotient by an int64", q, ok, wantQuo)
	if ok && r != wantRem.Int64() {
		t.Fatalf("%v rem %d = %d, want %v", x, m, r, wantRem)
	}
	wantQuo, wantRem = new(big.Int).QuoRem(x.Big(), u, new(big.Int))
	q, ur := x.QuoUint64(uint64(m))
	check(t, "quotient by a uint64", q, true, wantQuo)
	if wantRem.Abs(wantRem).Uint64() != ur {
		t.Fatalf("%v rem %d = %d, want %v", x, uint64(m), ur, wantRem)
	}
}

func TestConversions(t *testing.T) {
	for _, w := range words {
		if got := FromInt64(w); got.Big().Cmp(big.NewInt(w)) != 0 {
			t.Errorf("FromInt64(%d) = %v", w, got)
		}
		want := new(big.Int).SetUint64(uint64(w))
		if got := FromUint64(uint64(w)); got.Big().Cmp(want) != 0 {
			t.Errorf("FromUint64(%v) = %v", want, got)
		}
	}
	if (Int{}).Sign() != 0 || (Int{}).String() != "0" {
		t.Errorf("the zero value is %v, want 0", Int{})
	}
}

func TestAddMulIsSumOfProducts(t *testing.T) {
	var sum Int
	want := new(big.Int)
	for _, a := range words {
		for _, b := range words {
			sum = sum.AddMul(a, b)
			want.Add(want, new(big.Int).Mul(big.NewInt(a), big.NewInt(b)))
		}
	}
	check(t, "sum of products", sum, true, want)
}

func TestAddMulWraps(t *testing.T) {
	most, _ := FromBig(bigMax)
	least, _ := FromBig(bigMin)
	if got := most.AddMul(1, 1); got != least {
		t.Errorf("one past the largest is %v, want %v", got, least)
	}
}

func TestDivisionByZeroPanics(t *testing.T) {
	for name, divide := range map[string]func(){
		"uint64":        func() { FromInt64(1).QuoUint64(0) },
		"uint64, large": func() { Int{5, 0}.QuoUint64(0) },
		"int64":         func() { FromInt64(1).QuoInt64(0) },
	} {
		t.Run(name, func(t *testing.T) {
			defer func() {
				if recover() == nil {
					t.Error("no panic")
				}
			}()
			divide()
		})
	}
}

func TestNoAllocations(t *testing.T) {
	var sink Int
	var word uint64
	allocs := testing.AllocsPerRun(100, func() {
		x := Mul(1_000_000_000_000_000, -999_999_999)
		x, _ = x.Add(Mul(7, 11))
		x, _ = x.Sub(FromInt64(5))
		x = x.AddMul(3, 4)
		x, _ = x.MulInt64(-3)
		x, _ = x.MulUint64(3)
		sink, word = x.QuoUint64(36_500_000_000)
	})
	if allocs != 0 || sink.Sign() == 0 || word == 0 {
		t.Errorf("%v allocations, want none (%v rest %d)", allocs, sink, word)
	}
}
