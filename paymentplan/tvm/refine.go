package tvm

import (
	"fmt"
	"math/big"
)

// Bounds of the way to a root: steps, of which every fourth halves the bracket or
// its logarithm, and bits of all coefficients together.
const (
	maxSteps    = 4000
	maxHuntBits = 1 << 26
)

// hunt closes in on the root of a bracket.
type hunt struct {
	bracket
	digits        int
	prec          uint
	atLow, atHigh *big.Float // heights at the ends, nil if not known
	last          int        // the end that moved last, −1 or +1
}

// refine returns the root rounded to so many decimals of r, with the proof that
// the polynomial has opposite signs at the borders of the rounding.
func (b bracket) refine(digits int) (Root, error) {
	if b.low.Cmp(b.high) == 0 {
		return rootAt(b.rate(b.low), digits), nil
	}
	h := hunt{bracket: b, digits: digits, prec: uint(lowBits + 4*digits + 2*b.low.Denom().BitLen())}
	if len(b.f.coefs)*int(h.prec) > maxHuntBits {
		return Root{}, fmt.Errorf("%w: a rate of %d bits", ErrTooLarge, h.prec)
	}
	var before *big.Int
	for step := range maxSteps {
		t := h.guess(step)
		units := nearestUnits(h.rate(t), digits)
		settled := !h.narrow(t) || before != nil && units.Cmp(before) == 0
		before = units
		if !settled {
			continue
		}
		if root, proven, err := h.prove(units); proven || err != nil {
			return root, err
		}
	}
	return Root{}, fmt.Errorf("%w: no digits proven in %d steps", ErrTooLarge, maxSteps)
}

// rootAt rounds a root that is known exactly.
func rootAt(r *big.Rat, digits int) Root {
	root := Root{units: nearestUnits(r, digits), digits: digits}
	root.exact = root.Number().Rat().Cmp(r) == 0
	return root
}

// rate returns r at t.
func (b bracket) rate(t *big.Rat) *big.Rat {
	r := new(big.Rat).Set(t)
	if !b.loss {
		r.Inv(r)
	}
	return r.Sub(r, big.NewRat(1, 1))
}

// place returns t at a rate above −1, and 0 at others.
func (b bracket) place(r *big.Rat) *big.Rat {
	t := new(big.Rat).Add(r, big.NewRat(1, 1))
	if t.Sign() <= 0 {
		return t.SetInt64(0)
	}
	if !b.loss {
		t.Inv(t)
	}
	return t
}

// guess returns a place inside the bracket: on the line through the heights at its
// ends or, each fourth time or where these are not known, the middle.
func (h *hunt) guess(step int) *big.Rat {
	low, high := newFloat(h.prec).SetRat(h.low), newFloat(h.prec).SetRat(h.high)
	var t *big.Float
	switch {
	case h.atLow != nil && h.atHigh != nil && step%4 != 3:
		share := newFloat(h.prec).Sub(h.atLow, h.atHigh)
		share.Quo(h.atLow, share)
		t = high.Sub(high, low)
		t.Mul(t, share).Add(t, low)
	case high.MantExp(nil)-low.MantExp(nil) > 2:
		t = low.Mul(low, high)
		t.Sqrt(t)
	}
	if t != nil {
		if guess, _ := t.Rat(nil); guess.Cmp(h.low) > 0 && guess.Cmp(h.high) < 0 {
			return guess
		}
	}
	return half(h.low, h.high)
}

// narrow moves one end of the bracket to t, and says whether the sign there was
// clear enough for that.
func (h *hunt) narrow(t *big.Rat) bool {
	s, _ := h.f.at(newFloat(h.prec).SetRat(t), h.prec, false)
	slack := h.f.slack(h.prec)
	sign := 0
	switch {
	case exceeds(s.pos, s.neg, slack):
		sign = +1
	case exceeds(s.neg, s.pos, slack):
		sign = -1
	default:
		return false
	}
	end := +1
	if sign == h.signLow {
		end = -1
	}
	h.move(end, t, height(s))
	return true
}

// move sets an end. If the other one stays a second time, its height is halved, so
// that it will move too (the Illinois rule).
func (h *hunt) move(end int, t *big.Rat, at *big.Float) {
	moved, other := &h.atHigh, &h.atLow
	if end < 0 {
		h.low, moved, other = t, &h.atLow, &h.atHigh
	} else {
		h.high = t
	}
	*moved = at
	if h.last == end && *other != nil {
		*other = newFloat(h.prec).Quo(*other, newFloat(h.prec).SetInt64(2))
	}
	h.last = end
}

// height returns about log(pos/neg), which is nearly straight in t where the flows
// of both signs have a clear mean date; nil if one of both is 0. It guides the
// search and bears on no proof.
func height(s sums) *big.Float {
	if s.pos.Sign() == 0 || s.neg.Sign() == 0 {
		return nil
	}
	if octaves := s.pos.MantExp(nil) - s.neg.MantExp(nil); octaves > 1 || octaves < -1 {
		return newFloat(s.pos.Prec()).SetInt64(int64(octaves))
	}
	gap := newFloat(s.pos.Prec()).Sub(s.pos, s.neg)
	sum := newFloat(s.pos.Prec()).Add(s.pos, s.neg)
	ratio := gap.Quo(gap, sum)
	return ratio.Mul(ratio, newFloat(64).SetInt64(3)) // 2·atanh(ratio)/log 2, about
}

// prove looks at the borders half a unit below and above. Opposite signs prove the
// rounding; a border that is the root is a tie; equal signs narrow the bracket.
func (h *hunt) prove(units *big.Int) (root Root, proven bool, err error) {
	root = Root{units: units, digits: h.digits}
	below, above := root.Borders()
	var places [2]*big.Rat
	var signs [2]int
	for i, border := range []*big.Rat{below.Rat(), above.Rat()} {
		places[i] = h.place(border)
		if signs[i], err = h.sign(places[i]); err != nil {
			return Root{}, false, err
		}
		if signs[i] == 0 {
			return rootAt(border, h.digits), true, nil
		}
	}
	if signs[0] != signs[1] {
		here, err := h.sign(h.place(root.Number().Rat()))
		root.exact = here == 0
		return root, true, err
	}
	end := +1
	if signs[0] == h.signLow {
		end = -1
	}
	for _, t := range places {
		if end < 0 && t.Cmp(h.low) > 0 || end > 0 && t.Cmp(h.high) < 0 {
			h.move(end, t, nil)
		}
	}
	return Root{}, false, nil
}

// sign returns that of f at t, which outside of the bracket counts as at its ends.
func (h *hunt) sign(t *big.Rat) (int, error) {
	switch {
	case t.Cmp(h.low) <= 0:
		return h.signLow, nil
	case t.Cmp(h.high) >= 0:
		return -h.signLow, nil
	}
	sign, ok := h.f.sign(t)
	if !ok {
		return 0, fmt.Errorf("%w: the sign of a sum of %d flows at a rate of %d bits", ErrTooLarge, len(h.f.coefs), t.Denom().BitLen())
	}
	return sign, nil
}
