package money

import "github.com/skuld-go/skuld/internal/wide"

// Ratio is a fraction of minor units rounded by r: the numerator is a signed
// number of 128 bits in two's complement, high word first, and den is above 0. It is
// the rounding of [Exact.Round] for programs that keep their own sums. Errors:
// [ErrInexact] when r is Exactly and a rest remains, [ErrTooLarge] beyond 2⁶³−1, and
// one for a rounding that is not valid.
func (r Rounding) Ratio(hi int64, lo, den uint64) (int64, error) {
	return r.quotient(wide.FromWords(hi, lo), den)
}

// ExactOfRatio returns a fraction of minor units of c as an exact amount; numerator
// and denominator are those of [Rounding.Ratio].
func ExactOfRatio(hi int64, lo, den uint64, c Currency) Exact {
	return Exact{num: wide.FromWords(hi, lo), den: den, currency: c}
}
