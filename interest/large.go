package interest

import (
	"math/big"

	"github.com/skuld-go/skuld/money"
)

// large is a [Tally] in numbers of any size, of the same shape: products are added, and
// one division rounds. Its memory is kept from one claim to the next.
type large struct {
	sum             big.Int
	saved, before   big.Int // the sum as it was
	product, factor big.Int
	den, quo, rest  big.Int
}

// enlarge takes the sum of a meter over into numbers of any size.
func (m *Meter) enlarge() {
	if m.spare == nil {
		m.spare = new(large)
	}
	m.large = m.spare
	m.large.setTally(m.before.sum)
	m.large.before.Set(&m.large.sum)
	m.large.setTally(m.sum)
}

// setTally makes the sum that of a Tally.
func (b *large) setTally(s Tally) {
	b.sum.SetInt64(s.hi)
	b.sum.Lsh(&b.sum, 64)
	b.sum.Add(&b.sum, b.factor.SetUint64(s.lo))
}

// add adds principal × rate × parts.
func (b *large) add(principal, rate, parts int64) {
	b.times(principal, rate, parts)
	b.sum.Add(&b.sum, &b.product)
}

// times makes the product.
func (b *large) times(principal, rate, parts int64) {
	b.product.SetInt64(principal)
	b.product.Mul(&b.product, b.factor.SetInt64(rate))
	b.product.Mul(&b.product, b.factor.SetInt64(parts))
}

// save keeps the sum for restore.
func (b *large) save() { b.saved.Set(&b.sum) }

// restore goes back to the sum that was saved.
func (b *large) restore() { b.sum.Set(&b.saved) }

// round is the sum in minor units.
func (b *large) round(y Year, r money.Rounding) (int64, error) { return b.roundInt(&b.sum, y, r) }

// roundOne is principal × rate × parts in minor units.
func (b *large) roundOne(principal, rate, parts int64, y Year, r money.Rounding) (int64, error) {
	b.times(principal, rate, parts)
	return b.roundInt(&b.product, y, r)
}

// roundInt divides once. Only the rest beside half of the denominator tells the mode
// what to do, so the whole part and the rest go to package money as a number between 0
// and 1, or below one step where there is one.
func (b *large) roundInt(x *big.Int, y Year, r money.Rounding) (int64, error) {
	if !r.Valid() {
		_, err := r.Ratio(0, 0, 1)
		return 0, err
	}
	step := r.Step()
	b.den.SetUint64(y.denominator())
	b.den.Mul(&b.den, b.factor.SetInt64(step))
	b.quo.QuoRem(x, &b.den, &b.rest)
	whole := b.quo.Int64()
	if limit := money.MaxMinor / step; !b.quo.IsInt64() || whole > limit || whole < -limit {
		return 0, tooMuch()
	}
	more, err := b.roundRest(whole, x.Sign() < 0, r)
	if err != nil {
		return 0, err
	}
	n := (whole + more) * step
	return n, bounded(n)
}

// roundRest says what the rest adds to the whole part.
func (b *large) roundRest(whole int64, neg bool, r money.Rounding) (int64, error) {
	if b.rest.Sign() == 0 {
		return 0, nil
	}
	away := int64(1)
	if neg {
		away = -1
	}
	b.rest.Abs(&b.rest)
	b.rest.Lsh(&b.rest, 1)
	half := b.rest.Cmp(&b.den)
	up := false
	switch r.Mode() {
	case money.Exactly:
		return 0, money.ErrInexact
	case money.HalfUp:
		up = half >= 0
	case money.HalfEven:
		up = half > 0 || half == 0 && whole&1 != 0
	case money.HalfDown:
		up = half > 0
	case money.Up:
		up = true
	case money.Floor:
		up = neg
	case money.Ceiling:
		up = !neg
	}
	if !up {
		return 0, nil
	}
	return away, nil
}
