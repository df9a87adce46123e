package tvm

import (
	"math/big"
	"strings"

	"github.com/skuld-go/skuld/money"
)

// roundQuotient returns num/den rounded by r to a multiple of its step; den is
// above 0.
func roundQuotient(num, den *big.Int, r money.Rounding) (*big.Int, error) {
	step := big.NewInt(r.Step())
	whole := new(big.Int).Mul(den, step)
	q, rest := new(big.Int).QuoRem(new(big.Int).Abs(num), whole, new(big.Int))
	if rest.Sign() != 0 {
		if r.Mode() == money.Exactly {
			return nil, money.ErrInexact
		}
		if away(r.Mode(), num.Sign() < 0, q.Bit(0) == 1, rest.Lsh(rest, 1).Cmp(whole)) {
			q.Add(q, bigOne)
		}
	}
	if q.Mul(q, step); num.Sign() < 0 {
		q.Neg(q)
	}
	return q, nil
}

// away says whether a magnitude between two multiples of the step goes to the
// greater one. odd is the lower multiple's parity; half compares the rest with
// half a step.
func away(mode money.Rounding, negative, odd bool, half int) bool {
	switch mode {
	case money.HalfUp:
		return half >= 0
	case money.HalfEven:
		return half > 0 || half == 0 && odd
	case money.HalfDown:
		return half > 0
	case money.Up:
		return true
	case money.Floor:
		return negative
	case money.Ceiling:
		return !negative
	}
	return false // money.Down
}

// nearest returns num/den rounded to the nearest whole number, ties away from 0.
func nearest(num, den *big.Int) *big.Int {
	if den.Sign() < 0 {
		num, den = new(big.Int).Neg(num), new(big.Int).Neg(den)
	}
	q, _ := roundQuotient(num, den, money.HalfUp) // only Exactly fails
	return q
}

// nearestUnits returns x·10^places rounded to the nearest, ties away from 0.
func nearestUnits(x *big.Rat, places int) *big.Int {
	return nearest(new(big.Int).Mul(x.Num(), pow(bigTen, places)), x.Denom())
}

// plain writes units·10^-places with all its decimals.
func plain(units *big.Int, places int) string {
	digits := new(big.Int).Abs(units).String()
	if pad := places + 1 - len(digits); pad > 0 {
		digits = strings.Repeat("0", pad) + digits
	}
	if places > 0 {
		digits = digits[:len(digits)-places] + "." + digits[len(digits)-places:]
	}
	if units.Sign() < 0 {
		digits = "-" + digits
	}
	return digits
}

// trimZeros takes the zeros at the end of decimals away.
func trimZeros(s string) string {
	if !strings.Contains(s, ".") {
		return s
	}
	return strings.TrimSuffix(strings.TrimRight(s, "0"), ".")
}

// pow returns base^n for n of at least 0.
func pow(base *big.Int, n int) *big.Int {
	return new(big.Int).Exp(base, big.NewInt(int64(n)), nil)
}
