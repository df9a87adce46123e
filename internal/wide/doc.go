// Package wide is signed 128-bit integer arithmetic for sums of products of
// int64s.
//
// It answers one question: what is this sum of products, exactly, and did it
// still fit? Numbers carry no unit here; the packages above give them one.
//
// Representation: two's complement, the high word signed and the low word not,
// so that the range is −2¹²⁷ … 2¹²⁷−1 and the zero value is 0. A product of two
// int64s always fits. Where a result might not, the operation says so with a
// second result instead of wrapping; [Int.AddMul] is the one exception, for
// loops whose range was proven beforehand.
//
// Division truncates toward zero, as Go's own does, and leaves the remainder to
// the caller: this package never rounds.
//
// It does not do general 128-bit multiplication or division by 128-bit numbers:
// whoever needs those has left the fast form and takes math/big.
package wide
