package paymentplan

import (
	"math/big"
	"math/bits"

	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/money"
)

// annuityEnd is how the rows of a debt ended at a level.
type annuityEnd struct {
	// need is what the last row takes, rows how many there were.
	need int64
	rows int
	// settled says that the last row is not above the level, short that a row did not
	// cover its interest.
	settled, short bool
}

// setGuess works out the level for a debt of 2⁶⁴ without rounding: growth of the debt
// over growth of the payments, in whole numbers with 128 binary places. It only has to
// be near; the rows decide.
func (a *Annuities) setGuess() {
	one := new(big.Int).Lsh(big.NewInt(1), 128)
	debt, paid := new(big.Int).Set(one), new(big.Int)
	den := new(big.Int).SetUint64(uint64(a.year.Parts()) * perPercent)
	var num, product, rest big.Int
	for _, t := range a.rows {
		num.Add(den, num.SetInt64(t.weight))
		for _, x := range [...]*big.Int{debt, paid} {
			x.QuoRem(product.Mul(x, &num), den, &rest)
		}
		paid.Add(paid, one)
	}
	ratio := debt.Lsh(debt, 64)
	ratio.Quo(ratio, paid)
	a.guess = ^uint64(0) // a single row
	if ratio.IsUint64() {
		a.guess = ratio.Uint64()
	}
}

// level finds the smallest multiple of the step that settles a debt, and leaves its rows
// in dst. Where the guess is not next to it, it halves the distance, and may prove a
// level without trying the one below it.
//
// The proof: what is open after k rows at a level that is a step s lower is more by at
// least k × s, since interest never falls where the balance rises. So if the last of n
// rows, of which the level is an upper bound, lacks less than n × s, a lower level will
// not do.
func (a *Annuities) level(dst []AnnuityRow, debt int64) ([]AnnuityRow, int64, bool) {
	first, n := len(dst), int64(len(a.rows))
	if rows, level, ok := a.near(dst, debt); ok {
		return rows, level, true
	}
	hi, _ := bits.Mul64(uint64(debt), a.guess)
	// In steps: low does not settle the debt, high does, where they are known.
	low, high, at := int64(0), int64(0), max(1, (int64(hi)+a.step-1)/a.step)
	for at <= 4*money.MaxMinor/a.step+1 {
		var end annuityEnd
		dst, end = a.walk(dst[:first], debt, at*a.step)
		lacks := end.need - at*a.step
		switch {
		case !end.settled:
			low = at
		case at == low+1, end.rows == len(a.rows) && -lacks < n*a.step:
			return dst, at * a.step, !end.short
		default:
			high = at
		}
		// Each step more lowers the last row by what the steps of all rows grow to; 3n is
		// much for that, so that the first tries go slowly.
		switch far := max(1, lacks/(3*n*a.step)); {
		case high == low+1:
			at = high
		case high > 0 && low > 0:
			at = low + (high-low)/2
		case high > 0:
			at = max(1, high-max(1, -lacks/(n*a.step), high/8*int64(len(a.rows)-end.rows)))
		default:
			at += far
		}
	}
	return dst, 0, false
}

// walk works the rows of a debt out at a level; the last takes what is open.
func (a *Annuities) walk(dst []AnnuityRow, debt, level int64) ([]AnnuityRow, annuityEnd) {
	var end annuityEnd
	for i := range a.rows {
		t := &a.rows[i]
		charged, ok := a.charge(t, debt)
		if !ok {
			return dst, annuityEnd{need: 4 * money.MaxMinor, short: true}
		}
		amount := debt + charged
		if amount > 2*money.MaxMinor {
			return dst, annuityEnd{need: 4 * money.MaxMinor, short: true}
		}
		end.rows, end.need = i+1, amount
		if amount <= level || i == len(a.rows)-1 {
			end.settled = amount <= level
			return append(dst, AnnuityRow{t.due, debt, charged, debt, amount}), end
		}
		end.short = end.short || level < charged
		dst = append(dst, AnnuityRow{t.due, debt, charged, level - charged, level})
		debt -= level - charged
	}
	return dst, end
}

// charge is the interest of a row on a balance, rounded; not ok beyond bounds.
func (a *Annuities) charge(t *annuityTerm, balance int64) (int64, bool) {
	if n, unsure := t.charge(balance); unsure>>63 == 0 && a.halves {
		return n, true
	}
	n, err := interest.Tally{}.Add(balance, t.weight).Round(a.year, a.rounding)
	return n, err == nil
}
