package paymentplan

import (
	"math/bits"
	"slices"
)

// near looks for the level next to the guess, which is off by no more than the rounding
// of the rows comes to: mostly one pass finds the level and proves it, since it works
// the step below it through as well. Not ok is no more than that it did not find it.
func (a *Annuities) near(dst []AnnuityRow, debt int64) ([]AnnuityRow, int64, bool) {
	n, first := len(a.rows), len(dst)
	if !a.halves || n < 2 {
		return dst, 0, false
	}
	dst = slices.Grow(dst, n)[:first+n]
	hi, _ := bits.Mul64(uint64(debt), a.guess)
	at := max(1, (int64(hi)+a.step-1)/a.step)
	for range 4 {
		last, below, ok := a.pass(dst[first:], debt, at*a.step)
		switch {
		case !ok || at == 1:
			return dst[:first], 0, false
		case last > at*a.step:
			at++
		case below <= (at-1)*a.step:
			at--
		default:
			return dst, at * a.step, true
		}
	}
	return dst[:first], 0, false
}

// pass works the rows of a debt out at a level, and without rows at the step below it,
// side by side: neither waits for the other. It returns what the last row of each takes;
// not ok where a plan ends before its last row, or where a row does not cover its
// interest. Nothing in the loop decides anything: what would, is gathered in the high
// bits of doubt and bad and looked at in the end.
func (a *Annuities) pass(rows []AnnuityRow, debt, level int64) (last, below int64, ok bool) {
	principal, under, lower := debt, debt, level-a.step
	var doubt uint64
	var bad int64
	end := len(a.rows) - 1
	terms := a.rows[:end]
	rows = rows[:len(a.rows)]
	for i := range terms {
		t := &terms[i]
		charged, unsure := t.charge(principal)
		chargedUnder, unsureUnder := t.charge(under)
		paid := level - charged
		// Field by field: a whole row would be made elsewhere first and then moved.
		r := &rows[i]
		r.Due, r.Opening, r.Interest, r.Principal, r.Amount = t.due, principal, charged, paid, level
		bad |= paid | (lower - chargedUnder)
		principal -= paid
		under -= lower - chargedUnder
		doubt |= unsure | unsureUnder
	}
	t := &a.rows[end]
	charged, unsure := t.charge(principal)
	chargedUnder, unsureUnder := t.charge(under)
	rows[end] = AnnuityRow{t.due, principal, charged, principal, principal + charged}
	if (doubt|unsure|unsureUnder)>>63 != 0 {
		return a.carefully(rows, debt, level)
	}
	// What is left never grew, so it was above 0 before if it is now.
	return principal + charged, under + chargedUnder, bad >= 0 && principal > 0 && under > 0
}

// carefully is pass for debts that meet a tie, or nearly.
func (a *Annuities) carefully(rows []AnnuityRow, debt, level int64) (last, below int64, ok bool) {
	under, lower := debt, level-a.step
	for i := range a.rows {
		t := &a.rows[i]
		charged, fine := a.charge(t, debt)
		chargedUnder, fineUnder := a.charge(t, under)
		if !fine || !fineUnder {
			return 0, 0, false
		}
		if i == len(a.rows)-1 {
			rows[i] = AnnuityRow{t.due, debt, charged, debt, debt + charged}
			return debt + charged, under + chargedUnder, true
		}
		principal := level - charged
		rows[i] = AnnuityRow{t.due, debt, charged, principal, level}
		debt -= principal
		under -= lower - chargedUnder
		if principal < 0 || debt <= 0 || under <= 0 || lower < chargedUnder {
			break
		}
	}
	return 0, 0, false
}

// charge is the interest of a row on a balance above 0, rounded to the nearest. The
// share gives it without a division: balance × share is below balance × weight ÷
// denominator by less than the balance, both counted in 2⁻⁶⁴. So the rest that counts
// lies from lo on, and before lo + balance. The high bit of unsure is set where a half
// or a whole lies there, which takes a tie or a chance of less than 2⁻¹³.
func (t *annuityTerm) charge(balance int64) (minor int64, unsure uint64) {
	hi, lo := bits.Mul64(uint64(balance), t.share)
	return int64(hi + lo>>63), (lo - 1) ^ (lo + uint64(balance))
}
