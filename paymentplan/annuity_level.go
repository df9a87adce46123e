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

// growth is what a debt, and a payment of one in every row, have grown to after some rows:
// the one over the other is the level, not rounded.
type growth struct{ debt, paid uint64 }

// unit is the one of a growth.
const unit = 1 << 48

// then is the growth over some rows and over those of h after them.
func (g growth) then(h growth) growth {
	if g.large() || h.large() {
		return growth{1 << 62, 1 << 62}
	}
	return growth{times(g.debt, h.debt), times(g.paid, h.debt) + h.paid} // less than 2⁶³
}

// times is a product of numbers with 48 binary places, or a large one.
func times(a, b uint64) uint64 {
	hi, lo := bits.Mul64(a, b)
	if hi>>46 != 0 {
		return 1 << 62
	}
	return hi<<16 | lo>>48
}

// run is the growth after n more rows of one share, by repeated squaring.
func (g growth) run(share uint64, n int) growth {
	h := growth{unit + share>>16, unit}
	for ; n > 0; n >>= 1 {
		if n&1 != 0 {
			g = g.then(h)
		}
		if n > 1 {
			h = h.then(h)
		}
	}
	return g
}

// large says that it is beyond what a word holds well.
func (g growth) large() bool { return (g.debt|g.paid)>>62 != 0 }

// setGuess works out the level for a debt of 2⁶⁴ without rounding. It only has to be near;
// the rows decide.
func (a *Annuities) setGuess() {
	g, run := growth{debt: unit}, 0
	for i := range a.rows {
		if i+1 == len(a.rows) || a.rows[i+1].share != a.rows[i].share {
			g, run = g.run(a.rows[i].share, i+1-run), i+1
		}
	}
	a.guessFrom(g)
}

// guessFrom is setGuess for a growth that is known.
func (a *Annuities) guessFrom(g growth) {
	switch {
	case g.large():
		a.setGuessWide()
	case g.debt < g.paid:
		a.guess, _ = bits.Div64(g.debt, 0, g.paid)
	default:
		a.guess = ^uint64(0) // a single row
	}
}

// setGuessWide is setGuess for debts that grow a lot, in whole numbers with 128 binary
// places.
func (a *Annuities) setGuessWide() {
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
			return a.covered(dst[:first], debt, at)
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

// covered works out the rows at a level that was found, in steps. Where the step below it leaves interest
// unpaid on the way, Build may settle the debt by that all the same, for it carries such
// interest and lets it bear none.
func (a *Annuities) covered(dst []AnnuityRow, debt, at int64) ([]AnnuityRow, int64, bool) {
	first := len(dst)
	var under annuityEnd
	if at > 1 {
		dst, under = a.walk(dst, debt, (at-1)*a.step)
	}
	dst, end := a.walk(dst[:first], debt, at*a.step)
	return dst, at * a.step, !end.short && !under.short
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
