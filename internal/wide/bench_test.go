package wide

import "testing"

func BenchmarkAddMul(b *testing.B) {
	var sum Int
	p, w := int64(1_234_567), int64(11_500_000*184)
	for b.Loop() {
		sum = sum.AddMul(p, w)
	}
	if sum.Sign() == 0 {
		b.Log(sum)
	}
}

func BenchmarkQuoUint64(b *testing.B) {
	x, d := Mul(1_000_000_000_000_000, 82_000_000_000_000), uint64(36_500_000_000)
	for b.Loop() {
		x.QuoUint64(d)
	}
}
