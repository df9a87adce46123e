package interest

import (
	"fmt"
	"math/bits"

	"github.com/skuld-go/skuld/internal/wide"
	"github.com/skuld-go/skuld/money"
)

// Tally is unrounded interest as a whole number: Σ balance × weight, where a weight is
// rate × parts of a year ([Year]). It is a signed number of 128 bits, an immutable
// value, comparable with ==, and nothing when zero. It becomes money in [Tally.Round],
// by the one division that there is.
//
// Nothing is lost and nothing overflows, because of these bounds (a test works them
// out with numbers of any size):
//
//	balance    |P| ≤ 3 × 10¹⁵ minor units: principal, capitalized and compounded
//	           interest, each within [github.com/skuld-go/skuld/money.MaxMinor]  < 2^51.5
//	rate       |r| ≤ 1000 % = 10⁹ millionths of a per cent                        < 2^29.9
//	days       T ≤ 301 years, all that a case may hold (1900 to 2200)             < 2^16.8
//	parts      of a day, at most 133 590 / 365 = 366                              < 2^8.6
//	weight     r × T × parts, the running integral at any day                     < 2^55.3
//	sum        P × r × T × parts: the days of all segments add up to T            < 2^106.7
//	quotient   P × 10 × 301, rounded                                              < 2^63
//	remainder  2 × rest + 1, for ties                                             < 2^45
//
// So a weight is an int64, a sum has 20 bits to spare, and the quotient is an int64.
// Balances or rates beyond the bounds go to a [Meter] in big.Int of the same shape.
type Tally struct {
	hi int64
	lo uint64
}

// maxBalance is the largest balance for which the proof holds, in minor units.
const maxBalance = 3 * money.MaxMinor

// Add is s + principal × weight, the principal in minor units.
func (s Tally) Add(principal, weight int64) Tally {
	hi, lo := bits.Mul64(uint64(principal), uint64(weight))
	// Mul64 reads a negative factor as factor + 2⁶⁴; the other factor comes off the high
	// word for that. x>>63 is all ones for a negative x, else 0.
	h := int64(hi) - principal>>63&weight - weight>>63&principal
	lo, carry := bits.Add64(s.lo, lo, 0)
	return Tally{s.hi + h + int64(carry), lo}
}

// Round is the sum in whole minor units. Errors: [money.ErrInexact] for a rest under
// [money.Exactly], [money.ErrTooLarge] beyond 10¹⁵ minor units.
func (s Tally) Round(y Year, r money.Rounding) (int64, error) {
	if s.hi >= 0 {
		if n, ok := y.nearest(uint64(s.hi), s.lo, r); ok {
			return n, nil
		}
	}
	return s.round(y, r)
}

// nearest rounds a sum to the nearest minor unit, which is what nearly every claim asks
// for at each of its payments; not ok for other modes, and beyond bounds. What it returns
// is the quotient of the sum and half a denominator, and whether that came to a tie is a
// question beside it: a payment waits for the quotient, but not for the answer.
func (y Year) nearest(hi, lo uint64, r money.Rounding) (n int64, ok bool) {
	var q, den, carry uint64
	switch y { // the divisions are by constants, which the machine does without dividing
	case Year365:
		den = 365 * perUnit
		lo, carry = bits.Add64(lo, den/2, 0)
		q = lo / (365 * perUnit)
	case Year360:
		den = 360 * perUnit
		lo, carry = bits.Add64(lo, den/2, 0)
		q = lo / (360 * perUnit)
	case YearMixed:
		den = partsMixed * perUnit
		lo, carry = bits.Add64(lo, den/2, 0)
		q = lo / (partsMixed * perUnit)
	default:
		return 0, false
	}
	if hi += carry; hi != 0 {
		if hi >= den {
			return 0, false
		}
		q, _ = bits.Div64(hi, lo, den)
	}
	// q × den is less than den below the sum and half a denominator: they are equal if their
	// low words are, and then the sum was a tie.
	tie := q*den == lo
	switch r {
	case money.HalfEven:
		if tie && q&1 != 0 {
			q--
		}
	case money.HalfDown:
		if tie {
			q--
		}
	case money.HalfUp:
	default:
		return 0, false
	}
	return int64(q), q <= money.MaxMinor
}

// round is Round for any sum and mode.
func (s Tally) round(y Year, r money.Rounding) (int64, error) {
	// −x is (x ^ −1) + 1: with neg all ones for a negative sum, the magnitude is
	// (s ^ neg) − neg without a branch.
	neg := uint64(s.hi >> 63)
	lo, borrow := bits.Sub64(s.lo^neg, neg, 0)
	hi, _ := bits.Sub64(uint64(s.hi)^neg, neg, borrow)
	q, rest, den, ok := y.divide(hi, lo)
	if !ok {
		return 0, tooMuch()
	}
	// A mode looks at the rest beside half of the denominator. Twice the rest is below
	// 2⁴⁵; half-even goes up from a tie only where q is odd.
	twice := 2 * rest
	switch r {
	case money.HalfUp:
		q += above(twice+1, den)
	case money.HalfEven:
		q += above(twice+q&1, den)
	case money.HalfDown:
		q += above(twice, den)
	case money.Down:
	case money.Up:
		q += above(rest, 0)
	case money.Floor:
		q += above(rest, 0) & neg
	case money.Ceiling:
		q += above(rest, 0) &^ neg
	default:
		return s.step(y, r)
	}
	if q > money.MaxMinor {
		return 0, tooMuch()
	}
	return int64(q^neg) - int64(neg), nil
}

// tooMuch says that interest is beyond bounds.
func tooMuch() error {
	return fmt.Errorf("%w: interest beyond %d minor units", money.ErrTooLarge, int64(money.MaxMinor))
}

// above is 1 where a > b, else 0: the borrow of b − a.
func above(a, b uint64) uint64 {
	_, borrow := bits.Sub64(b, a, 0)
	return borrow
}

// divide is a sum without its sign over the denominator of the year. Where the sum has
// one word, which is nearly always, the division is by a constant, and no division at
// all in the machine. It is not ok where the quotient has more than a word.
func (y Year) divide(hi, lo uint64) (q, rest, den uint64, ok bool) {
	if hi != 0 {
		return y.divideLong(hi, lo)
	}
	switch y {
	case Year365:
		den = 365 * perUnit
		q = lo / (365 * perUnit)
	case Year360:
		den = 360 * perUnit
		q = lo / (360 * perUnit)
	case Year364:
		den = 364 * perUnit
		q = lo / (364 * perUnit)
	case YearMixed:
		den = partsMixed * perUnit
		q = lo / (partsMixed * perUnit)
	default:
		return 0, 0, 0, false
	}
	return q, lo - q*den, den, true
}

// divideLong is divide for sums of two words.
func (y Year) divideLong(hi, lo uint64) (q, rest, den uint64, ok bool) {
	if den = y.denominator(); hi >= den {
		return 0, 0, den, false
	}
	q, rest = bits.Div64(hi, lo, den)
	return q, rest, den, true
}

// step rounds to steps over one minor unit, and exactly.
func (s Tally) step(y Year, r money.Rounding) (int64, error) {
	if y.Parts() == 0 {
		return 0, tooMuch()
	}
	n, err := r.Ratio(s.hi, s.lo, y.denominator())
	if err != nil {
		return 0, err
	}
	return n, bounded(n)
}

// Exact is the sum as an amount before rounding.
func (s Tally) Exact(y Year, c money.Currency) money.Exact {
	return money.ExactOfRatio(s.hi, s.lo, y.denominator(), c)
}

// wide is the sum in the form of package wide, for printing and tests.
func (s Tally) wide() wide.Int { return wide.FromWords(s.hi, s.lo) }

// String is the numerator in decimal digits.
func (s Tally) String() string { return s.wide().String() }
