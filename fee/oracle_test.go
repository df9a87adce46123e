package fee_test

import (
	"math/big"

	. "github.com/skuld-go/skuld/fee"
	"github.com/skuld-go/skuld/money"
)

// The oracle knows nothing of money.Exact: it counts minor units in big.Rat,
// climbs steps one by one and adds tiers cent range by cent range.

func rat(n int64) *big.Rat { return new(big.Rat).SetInt64(n) }

// share is so many millionths of a hundredth of a number.
func share(n *big.Rat, percent int64) *big.Rat {
	return new(big.Rat).Mul(n, big.NewRat(percent, 100_000_000))
}

// oracleBand looks for the band of a base; −1 is none.
func oracleBand(v Version, base int64) int {
	for i, b := range v.Bands {
		over, upTo := b.Over.Minor(), b.UpTo.Minor()
		fromOver := over == 0 && i == 0 || i == 0 && b.UpToExclusive || i > 0 && v.Bands[i-1].UpToExclusive
		low := base > over || base == over && fromOver
		high := b.UpTo == money.Amount{} || base < upTo || base == upTo && !b.UpToExclusive
		if low && high {
			return i
		}
	}
	return -1
}

// oracleValue is the value of band i in minor units, before bounds.
func oracleValue(v Version, i int, base int64) *big.Rat {
	b := v.Bands[i]
	over := b.Over.Minor()
	switch b.Shape {
	case Flat:
		return rat(b.Amount.Minor())
	case Percent:
		return share(rat(base), int64(b.Percent))
	case PercentOfExcess:
		return share(rat(base-over), int64(b.Percent))
	case PlusPercent:
		return new(big.Rat).Add(rat(b.Amount.Minor()), share(rat(base-over), int64(b.Percent)))
	case Marginal:
		sum, rest := rat(0), base
		for k := i; k >= 0; k-- { // from above
			part := rest - v.Bands[k].Over.Minor()
			sum.Add(sum, share(rat(part), int64(v.Bands[k].Percent)))
			rest = v.Bands[k].Over.Minor()
		}
		return sum
	case Step:
		sum := rat(0)
		if i > 0 {
			sum = oracleValue(v, i-1, over)
		}
		for reached := over; reached < base; reached += b.Per.Minor() {
			sum.Add(sum, rat(b.Amount.Minor()))
		}
		return sum
	}
	unit := v.Unit.Versions[0]
	k := oracleBand(unit, base)
	if k < 0 {
		return nil
	}
	value := oracleValue(unit, k, base)
	if value == nil {
		return nil
	}
	return value.Mul(value, big.NewRat(int64(b.Factor), 1_000_000))
}

// oracleRound rounds a number that is not negative.
func oracleRound(n *big.Rat, r money.Rounding) *big.Rat {
	step := rat(r.Step())
	q := new(big.Rat).Quo(n, step)
	whole := new(big.Int).Quo(q.Num(), q.Denom())
	half := new(big.Rat).Sub(q, new(big.Rat).SetInt(whole)).Cmp(big.NewRat(1, 2))
	up := false
	switch r.Mode() {
	case money.Exactly, money.HalfUp:
		up = half >= 0
	case money.HalfDown:
		up = half > 0
	case money.HalfEven:
		up = half > 0 || half == 0 && whole.Bit(0) == 1
	case money.Up, money.Ceiling:
		up = !q.IsInt()
	}
	if up {
		whole.Add(whole, big.NewInt(1))
	}
	return step.Mul(step, new(big.Rat).SetInt(whole))
}

// oracle is the net fee and the VAT in minor units, nil if there is none.
func oracle(v Version, base int64, deductible bool) (net, vat *big.Rat) {
	i := oracleBand(v, base)
	if i < 0 {
		return nil, nil
	}
	value := oracleValue(v, i, base)
	if value == nil {
		return nil, nil
	}
	if v.Min != (money.Amount{}) && value.Cmp(rat(v.Min.Minor())) < 0 {
		value = rat(v.Min.Minor())
	}
	if v.Max != (money.Amount{}) && value.Cmp(rat(v.Max.Minor())) > 0 {
		value = rat(v.Max.Minor())
	}
	net, vat = oracleRound(value, v.Rounding), rat(0)
	if !deductible && !v.VAT.Included {
		vat = oracleRound(share(net, int64(v.VAT.Percent)), money.HalfUp)
	}
	return net, vat
}
