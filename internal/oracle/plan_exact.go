package oracle

import "math/big"

// similar is the level, unrounded, at which the last row of the unrounded plan is
// like the others, rounded half up to the step: the greatest multiple of which
// half a step less is not above that level.
func (p *plan) similar() int64 {
	half := big.NewRat(p.step, 2)
	notAbove := func(multiple int64) bool {
		return p.exactNotAbove(new(big.Rat).Sub(new(big.Rat).SetInt64(multiple), half))
	}
	// The rounded plan is a good first guess; from there one by one.
	guess := p.least(func(level int64) bool {
		r := p.run(level, p.n)
		return r.over || len(r.rows) < p.n || r.last().bare() <= r.last().level
	})
	for guess > 0 && !notAbove(guess) {
		guess -= p.step
	}
	for p.ready() && guess < tooMuch && notAbove(guess+p.step) {
		guess += p.step
	}
	return guess
}

// exactNotAbove says whether a level lets the unrounded plan come to row n and
// leave at least as much for it as the row goes by.
func (p *plan) exactNotAbove(level *big.Rat) bool {
	principal, carried, below := whole64(p.debt), new(big.Rat), new(big.Rat)
	for k := 1; k <= p.n && p.row(k) != nil; k++ {
		row := p.row(k)
		f := p.frame(k, 0)
		goesBy := level
		if row.fixed > 0 {
			goesBy = whole64(row.fixed)
		}
		own := plus(below, new(big.Rat).Mul(principal, big.NewRat(row.factor, p.basis)))
		if below = new(big.Rat); own.Sign() < 0 {
			own, below = below, own
		}
		due := plus(carried, own)
		bare := plus(plus(principal, due), whole64(f.invoice))
		available := minus(goesBy, whole64(f.invoice))
		interest, paid := new(big.Rat), new(big.Rat)
		switch {
		case row.deviation.paid:
			rest := whole64(row.deviation.amount - f.fee)
			if plus(principal, due).Cmp(rest) <= 0 {
				return false
			}
			interest = smaller(due, rest)
			paid = minus(rest, interest)
		case p.fullGrace(k):
		case k <= p.principalGrace:
			interest = due
		case k <= p.interestFree:
			paid = smaller(principal, available)
		case k == p.n:
			return bare.Cmp(goesBy) >= 0
		case bare.Cmp(goesBy) <= 0:
			return false
		default:
			interest = smaller(due, available)
			paid = minus(available, interest)
		}
		if principal, carried = minus(principal, paid), minus(due, interest); principal.Sign() == 0 && carried.Sign() == 0 {
			return false
		}
	}
	return false
}

func whole64(n int64) *big.Rat { return new(big.Rat).SetInt64(n) }

func plus(x, y *big.Rat) *big.Rat { return new(big.Rat).Add(x, y) }

func minus(x, y *big.Rat) *big.Rat { return new(big.Rat).Sub(x, y) }

func smaller(x, y *big.Rat) *big.Rat {
	if x.Cmp(y) <= 0 {
		return x
	}
	return y
}
