package money_test

import (
	"math/big"

	"github.com/skuld-go/skuld/money"
)

// ratAmount is the slow twin of an Exact: a big.Rat of minor units.
type ratAmount struct{ minor *big.Rat }

func (r ratAmount) times(num, den int64) ratAmount {
	f := new(big.Rat).SetFrac(big.NewInt(num), big.NewInt(den))
	return ratAmount{f.Mul(f, r.minor)}
}

func (r ratAmount) add(s ratAmount) ratAmount {
	return ratAmount{new(big.Rat).Add(r.minor, s.minor)}
}

func (r ratAmount) neg() ratAmount { return ratAmount{new(big.Rat).Neg(r.minor)} }

// round takes the definitions by their words: of the two multiples of the step
// around the number, which is meant? It returns nil when none is.
func (r ratAmount) round(rounding money.Rounding) *big.Int {
	step := big.NewInt(rounding.Step())
	inSteps := new(big.Rat).Quo(r.minor, new(big.Rat).SetInt(step))
	lower := new(big.Int).Div(inSteps.Num(), inSteps.Denom()) // towards minus infinity
	if inSteps.IsInt() {
		return lower.Mul(lower, step)
	}
	upper := new(big.Int).Add(lower, big.NewInt(1))
	above := new(big.Rat).Sub(inSteps, new(big.Rat).SetInt(lower))
	chosen := choose(rounding.Mode(), lower, upper, inSteps.Sign() < 0, above.Cmp(big.NewRat(1, 2)))
	if chosen == nil {
		return nil
	}
	return new(big.Int).Mul(chosen, step)
}

// choose picks one of two neighbours; half compares the distance from the lower
// one with a half.
func choose(mode money.Rounding, lower, upper *big.Int, negative bool, half int) *big.Int {
	inner, outer := lower, upper
	if negative {
		inner, outer = upper, lower
	}
	even := lower
	if lower.Bit(0) == 1 {
		even = upper
	}
	nearest := func(tie *big.Int) *big.Int { return []*big.Int{lower, tie, upper}[half+1] }
	switch mode {
	case money.HalfUp:
		return nearest(outer)
	case money.HalfEven:
		return nearest(even)
	case money.HalfDown:
		return nearest(inner)
	case money.Down:
		return inner
	case money.Up:
		return outer
	case money.Floor:
		return lower
	case money.Ceiling:
		return upper
	}
	return nil
}
