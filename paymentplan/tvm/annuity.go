package tvm

import (
	"fmt"
	"math/big"
)

// When says when in its period a payment is made. The zero value is invalid.
type When uint8

const (
	// End is a payment at the end of each period, type 0 of spreadsheets.
	End When = iota + 1
	// Begin is a payment at the begin of each period, type 1 of spreadsheets.
	Begin
)

// String returns "end" or "begin".
func (w When) String() string {
	switch w {
	case End:
		return "end"
	case Begin:
		return "begin"
	}
	return fmt.Sprintf("When(%d)", uint8(w))
}

// MaxPeriods is the greatest number of periods, and of flows after the first.
const MaxPeriods = 100_000

// Bounds on exact numbers: bits of one of them, of a rate, and of all flows
// together.
const (
	maxBits      = 1 << 24
	maxRateBits  = 512
	maxTotalBits = 1 << 26
)

// Annuity is a debt or a saving with equal payments: the figures of the equation
// of the package, of which each function computes one from the others and does
// not look at the one it computes.
type Annuity struct {
	// Rate is the interest of one period as a fraction, above −1.
	Rate Number
	// Periods is the number of periods and of payments, 1 through MaxPeriods.
	Periods int
	// Payment is what is paid each period, negative if it goes out.
	Payment Number
	// Present is the value at time 0, positive if it comes in.
	Present Number
	// Future is the value after the last period, a balloon or a sum saved.
	Future Number
	// When is End or Begin.
	When When
}

// factor is 1 + rate as a reduced fraction p/q, and what the equation has of it.
type factor struct {
	p, q *big.Int
	d    *big.Int // p − q: rate = d/q
	k    *big.Int // (1 + rate·w)/rate = k/d
}

// factor checks rate and when.
func (a Annuity) factor() (factor, error) {
	if err := a.checkWhen(); err != nil {
		return factor{}, err
	}
	f, err := newFactor(a.Rate)
	if f.k = f.q; a.When == Begin {
		f.k = f.p
	}
	return f, err
}

func newFactor(rate Number) (factor, error) {
	if rate.bits() > maxBits/64 {
		return factor{}, fmt.Errorf("%w: a rate of %d bits, want at most %d", ErrTooLarge, rate.bits(), maxRateBits)
	}
	r := rate.Rat()
	q := r.Denom()
	p := new(big.Int).Add(r.Num(), q)
	if p.Sign() <= 0 {
		return factor{}, fmt.Errorf("%w: %v", ErrRate, rate)
	}
	if size := max(p.BitLen(), q.BitLen()); size > maxRateBits {
		return factor{}, fmt.Errorf("%w: a rate of %d bits, want at most %d", ErrTooLarge, size, maxRateBits)
	}
	return factor{p: p, q: q, d: r.Num()}, nil
}

// powers checks the periods and the sizes of what multiplies p^n and q^n, and
// returns these.
func (a Annuity) powers(values ...Number) (f factor, pn, qn *big.Int, err error) {
	if f, err = a.factor(); err != nil {
		return f, nil, nil, err
	}
	if err = a.checkPeriods(); err != nil {
		return f, nil, nil, err
	}
	size := f.bits(a.Periods)
	for _, v := range values {
		size += v.bits()
	}
	if size > maxBits {
		return f, nil, nil, fmt.Errorf("%w: %d bits, want at most %d", ErrTooLarge, size, maxBits)
	}
	return f, pow(f.p, a.Periods), pow(f.q, a.Periods), nil
}

// bits bounds the length of the n-th powers.
func (f factor) bits(n int) int { return n * max(f.p.BitLen(), f.q.BitLen()) }

func (a Annuity) checkWhen() error {
	if a.When != End && a.When != Begin {
		return fmt.Errorf("payments at %v of the period, want End or Begin", a.When)
	}
	return nil
}

func (a Annuity) checkPeriods() error {
	if a.Periods < 1 || a.Periods > MaxPeriods {
		return fmt.Errorf("%w: %d, want 1 to %d", ErrPeriods, a.Periods, MaxPeriods)
	}
	return nil
}

// combine returns a·m + b·n over the product of the denominators of a and b.
func combine(a Number, m *big.Int, b Number, n *big.Int) *big.Int {
	left := new(big.Int).Mul(new(big.Int).Mul(a.above(), b.below()), m)
	right := new(big.Int).Mul(new(big.Int).Mul(b.above(), a.below()), n)
	return left.Add(left, right)
}

// times multiplies whole numbers.
func times(first *big.Int, others ...*big.Int) *big.Int {
	product := new(big.Int).Set(first)
	for _, f := range others {
		product.Mul(product, f)
	}
	return product
}
