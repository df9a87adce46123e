package money

import "fmt"

// Cap is a limit on a sum of charges and what is already used of it, both in
// one currency. The zero value has no limit to draw on and fails on every draw.
type Cap struct {
	Limit Amount // the most that may be drawn in all
	Used  Amount // what has been drawn, no amount standing for zero; may be above Limit
}

// Left returns what may still be drawn: Limit − Used, and never below zero. It
// is no amount when the two do not go together.
func (c Cap) Left() Amount {
	left, err := c.Limit.Sub(c.used())
	if err != nil {
		return Amount{}
	}
	left.minor = max(left.minor, 0)
	return left
}

// Draw takes want from the cap, or what is left of it if that is less, adds it
// to Used and returns it. It fails, and takes nothing, when want is below zero
// or with [ErrCurrencyMismatch].
func (c *Cap) Draw(want Amount) (granted Amount, err error) {
	if want.Sign() < 0 {
		return Amount{}, fmt.Errorf("draw %s from a cap, want 0 or more", want)
	}
	if !c.Limit.goesWith(c.used()) {
		return Amount{}, fmt.Errorf("cap: %w", mismatch(c.Limit, c.Used))
	}
	granted = c.Left()
	order, err := granted.Compare(want)
	if err != nil {
		return Amount{}, fmt.Errorf("draw from a cap: %w", err)
	}
	if order > 0 {
		granted = want
	}
	// At most the limit, so it fits.
	c.Used = Amount{c.used().minor + granted.minor, granted.currency}
	return granted, nil
}

// used returns Used, with no amount taken as zero.
func (c Cap) used() Amount {
	if c.Used == (Amount{}) {
		return Amount{currency: c.Limit.currency}
	}
	return c.Used
}
