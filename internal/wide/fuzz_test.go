package wide

import "testing"

func FuzzWideAgainstBig(f *testing.F) {
	for _, x := range []Int{{}, {-1, 0}, {0, 1 << 63}, {-1 << 63, 0}, {1<<63 - 1, 1<<64 - 1}} {
		f.Add(x.hi, x.lo, -x.hi, ^x.lo, int64(36_500_000_000))
	}
	f.Fuzz(func(t *testing.T, hi int64, lo uint64, hi2 int64, lo2 uint64, m int64) {
		x, y := Int{hi, lo}, Int{hi2, lo2}
		compareUnary(t, x)
		compareBinary(t, x, y)
		compareScalar(t, x, m)
	})
}

// FuzzWideInverse needs no oracle: what is put on comes off again.
func FuzzWideInverse(f *testing.F) {
	f.Add(int64(100_000), int64(12), uint64(365))
	f.Add(int64(-1<<63), int64(-1<<63), uint64(1<<64-1))
	f.Fuzz(func(t *testing.T, a, b int64, d uint64) {
		x := Mul(a, b)
		if sum, ok := x.Add(FromInt64(a)); ok {
			if back, ok := sum.Sub(FromInt64(a)); !ok || back != x {
				t.Fatalf("%v + %d − %d = %v", x, a, a, back)
			}
		}
		if d == 0 {
			return
		}
		q, r := x.QuoUint64(d)
		if r >= d {
			t.Fatalf("%v rem %d = %d", x, d, r)
		}
		back, ok := q.MulUint64(d)
		rest, fits := FromUint64(r), true
		if x.Sign() < 0 {
			rest, fits = rest.Neg()
		}
		sum, summed := back.Add(rest)
		if !ok || !fits || !summed || sum != x {
			t.Fatalf("%v·%d + %v = %v, want %v", q, d, rest, sum, x)
		}
	})
}
