package money

import (
	"math"
	"math/big"
	"math/bits"

	"github.com/skuld-go/skuld/internal/wide"
)

// quotient returns num/den rounded by r to a multiple of its step; den is not 0.
// It is the one division of every rounding, over numerators
// of 128 bits, and allocates nothing. The errors come bare:
// [ErrInexact] when r is Exactly and a rest remains, [ErrTooLarge] when the
// result is beyond ±(2⁶³−1).
func (r Rounding) quotient(num wide.Int, den uint64) (int64, error) {
	hi, lo := num.Magnitude()
	// The quotient has one word only if the high word is below the divisor.
	if hi >= den {
		return 0, ErrTooLarge
	}
	var q, rest uint64
	if hi == 0 {
		q, rest = lo/den, lo%den
	} else {
		q, rest = bits.Div64(hi, lo, den)
	}
	neg := num.Sign() < 0
	if r > Ceiling {
		return r.stepped(q, rest, den, neg)
	}
	if rest != 0 {
		if r == Exactly {
			return 0, ErrInexact
		}
		if r.away(neg, q&1 == 1, compareHalf(rest, den)) {
			q++
		}
	}
	return signed(q, neg)
}

// stepped finishes quotient for a step over 1 (and for what is no rounding):
// q + rest/den, without its sign, becomes a multiple of the step.
func (r Rounding) stepped(q, rest, den uint64, neg bool) (int64, error) {
	if !r.Valid() {
		return 0, errRounding
	}
	step := uint64(r.Step())
	n, over := q/step, q%step
	if over != 0 || rest != 0 {
		if r.Mode() == Exactly {
			return 0, ErrInexact
		}
		// The whole rest is over + rest/den, and half of the step is step/2. For
		// integers, 2·over and step decide unless they are less than two apart.
		half := compareHalf(over, step)
		switch {
		case 2*over == step && rest != 0:
			half = +1
		case 2*over+1 == step:
			half = compareHalf(rest, den)
		}
		if r.Mode().away(neg, n&1 == 1, half) {
			n++
		}
	}
	hi, product := bits.Mul64(n, step)
	if hi != 0 {
		return 0, ErrTooLarge
	}
	return signed(product, neg)
}

// away reports whether a magnitude that lies between two multiples of the step
// goes to the greater one. odd is the lower multiple's parity; half compares the
// rest with half a step.
func (r Rounding) away(neg, odd bool, half int) bool {
	switch r {
	case HalfUp:
		return half >= 0
	case HalfEven:
		return half > 0 || half == 0 && odd
	case HalfDown:
		return half > 0
	case Up:
		return true
	case Floor:
		return neg
	case Ceiling:
		return !neg
	}
	return false // Down
}

// compareHalf compares rest with half of whole, for rest < whole.
func compareHalf(rest, whole uint64) int {
	// whole − rest cannot wrap, where 2·rest could.
	other := whole - rest
	switch {
	case rest < other:
		return -1
	case rest > other:
		return +1
	}
	return 0
}

// signed gives a magnitude its sign.
func signed(magnitude uint64, neg bool) (int64, error) {
	if magnitude > math.MaxInt64 {
		return 0, ErrTooLarge
	}
	if neg {
		return -int64(magnitude), nil
	}
	return int64(magnitude), nil
}

// bigQuotient is quotient for numbers of any size; den is above 0.
func (r Rounding) bigQuotient(num, den *big.Int) (*big.Int, error) {
	if !r.Valid() {
		return nil, errRounding
	}
	step := big.NewInt(r.Step())
	whole := new(big.Int).Mul(den, step)
	q, rest := new(big.Int).QuoRem(new(big.Int).Abs(num), whole, new(big.Int))
	if rest.Sign() != 0 {
		if r.Mode() == Exactly {
			return nil, ErrInexact
		}
		half := rest.Lsh(rest, 1).Cmp(whole)
		if r.Mode().away(num.Sign() < 0, q.Bit(0) == 1, half) {
			q.Add(q, big.NewInt(1))
		}
	}
	q.Mul(q, step)
	if num.Sign() < 0 {
		q.Neg(q)
	}
	return q, nil
}

// minorOf takes a rounded number back into minor units.
func minorOf(q *big.Int) (int64, error) {
	if !q.IsInt64() || q.Int64() == math.MinInt64 {
		return 0, ErrTooLarge
	}
	return q.Int64(), nil
}
