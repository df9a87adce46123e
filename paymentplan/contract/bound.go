package contract

import (
	"fmt"
	"math/big"

	"github.com/skuld-go/skuld/money"
)

// Bounds on contracts.
const (
	// MaxDates bounds the dates of each list: interest, repayments, resets, fixings.
	MaxDates = 1200
	// exactBits is the size of a denominator up to which figures are exact, places how
	// many decimals they are carried with beyond it.
	exactBits = 2048
	places    = 60
	// rateBits bounds the parts of a rate that is given.
	rateBits = 256
	// productBits bounds the products that a level is found from.
	productBits = 2 * exactBits
)

// scale is the denominator of figures that are not exact.
func scale() *big.Int { return new(big.Int).Exp(big.NewInt(10), big.NewInt(places), nil) }

// carried is x, or x with as many decimals as are carried where its denominator is too
// large to stay exact.
func carried(x *big.Rat) *big.Rat {
	if x.Denom().BitLen() <= exactBits {
		return x
	}
	return decimals(x.Num(), x.Denom())
}

// quotient is num/den for den above 0, carried.
func quotient(num, den *big.Int) *big.Rat {
	if den.BitLen() > 2*productBits {
		return decimals(num, den)
	}
	return carried(new(big.Rat).SetFrac(num, den))
}

// decimals is num/den for den above 0 with the decimals that are carried, half to even.
func decimals(num, den *big.Int) *big.Rat {
	unit := scale()
	q, rest := new(big.Int).DivMod(new(big.Int).Mul(num, unit), den, new(big.Int))
	if c := rest.Lsh(rest, 1).Cmp(den); c > 0 || c == 0 && q.Bit(0) == 1 {
		q.Add(q, big.NewInt(1))
	}
	return new(big.Rat).SetFrac(q, unit)
}

// ceil is the smallest whole number that is not below x.
func ceil(x *big.Rat) *big.Int {
	q, rest := new(big.Int).DivMod(x.Num(), x.Denom(), new(big.Int))
	if rest.Sign() != 0 {
		q.Add(q, big.NewInt(1))
	}
	return q
}

// orZero is x, 0 for nil.
func orZero(x *big.Rat) *big.Rat {
	if x == nil {
		return new(big.Rat)
	}
	return x
}

// checkRate refuses rates beyond 1000 % a year.
func checkRate(r *big.Rat) error {
	if new(big.Rat).Abs(r).Cmp(big.NewRat(10, 1)) > 0 {
		return fmt.Errorf("a rate of %s %%, want at most 1000 %% a year", new(big.Rat).Mul(r, big.NewRat(100, 1)).FloatString(6))
	}
	return nil
}

// checkAmount refuses balances and accruals beyond what amounts may be.
func checkAmount(x *big.Rat, c money.Currency) error {
	most := money.ExactOf(money.FromMinor(money.MaxMinor, c)).Rat()
	if new(big.Rat).Abs(x).Cmp(most) > 0 {
		return fmt.Errorf("%w: %s %s", money.ErrTooLarge, x.FloatString(2), c.Code())
	}
	return nil
}
