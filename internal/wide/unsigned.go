package wide

import (
	"encoding/binary"
	"math/bits"
)

// unsigned is the magnitude of an Int: 0 … 2¹²⁷.
type unsigned struct{ hi, lo uint64 }

// abs takes x apart into its sign and magnitude.
func (x Int) abs() (neg bool, u unsigned) {
	// With s all ones for a negative x, (x ^ s) − s is −x, and x otherwise.
	s := uint64(x.hi >> 63)
	lo, borrow := bits.Sub64(x.lo^s, s, 0)
	hi, _ := bits.Sub64(uint64(x.hi)^s, s, borrow)
	return x.hi < 0, unsigned{hi, lo}
}

// signed returns ±u and whether it fits. What does not fit wraps.
func (u unsigned) signed(neg bool) (Int, bool) {
	if !neg {
		return Int{int64(u.hi), u.lo}, u.hi <= maxHi
	}
	lo, borrow := bits.Sub64(0, u.lo, 0)
	hi, _ := bits.Sub64(0, u.hi, borrow)
	return Int{int64(hi), lo}, u.hi <= maxHi || u == unsigned{1 << 63, 0}
}

// be64 reads eight bytes, most significant first.
func be64(b []byte) uint64 { return binary.BigEndian.Uint64(b) }
