package tvm

import (
	"fmt"
	"math/big"
)

// With P = p^n and Q = q^n for 1+r = p/q, d = p − q, and k = q for payments at the
// end of periods and p for payments at their begin, the equation of the package is
//
//	FV·Q·d + PV·P·d + PMT·k·(P − Q) = 0
//
// in whole numbers. (P − Q)/d is n·q^(n−1) in the limit r = 0.

// PMT returns the payment of each period, exactly. It looks at Rate, Periods,
// Present, Future and When. Errors: ErrRate, ErrPeriods, ErrTooLarge, no When.
func PMT(a Annuity) (Number, error) {
	parts, err := a.split(1)
	if err != nil {
		return Number{}, err
	}
	return fraction(parts.payment, parts.den), nil
}

// IPMT returns the interest in the payment of period per, 1 through Periods,
// exactly: rate × what was owed when the period began, and 0 in the first period
// if payments are made at the begin. Errors: those of PMT.
func IPMT(a Annuity, per int) (Number, error) {
	parts, err := a.split(per)
	if err != nil {
		return Number{}, err
	}
	return fraction(parts.interest, parts.den), nil
}

// PPMT returns the principal in the payment of period per, 1 through Periods:
// PPMT + IPMT = PMT, exactly. Errors: those of PMT.
func PPMT(a Annuity, per int) (Number, error) {
	parts, err := a.split(per)
	if err != nil {
		return Number{}, err
	}
	return fraction(new(big.Int).Sub(parts.payment, parts.interest), parts.den), nil
}

// parts are a payment and its interest over one denominator.
type parts struct{ payment, interest, den *big.Int }

// split returns the payment of period per. After j = per − 1 payments the balance
// with the sign of FV is
//
//	(PV·(p^j·q^(n−j) − P) + FV·q^(n−j)·(p^j − q^j)) / (P − Q)
//
// at the end of period j; before a payment at the begin of the next one it bears
// the interest of a period that has passed, a factor of q/p.
func (a Annuity) split(per int) (parts, error) {
	f, pn, qn, err := a.powers(a.Present, a.Future)
	if err != nil {
		return parts{}, err
	}
	if per < 1 || per > a.Periods {
		return parts{}, fmt.Errorf("%w: period %d, want 1 to %d", ErrPeriods, per, a.Periods)
	}
	below := times(a.Present.below(), a.Future.below())
	if f.d.Sign() == 0 {
		sum := combine(a.Present, bigOne, a.Future, bigOne)
		return parts{sum.Neg(sum), new(big.Int), below.Mul(below, big.NewInt(int64(a.Periods)))}, nil
	}
	payment := combine(a.Present, pn, a.Future, qn)
	payment.Neg(payment).Mul(payment, f.d)
	interest := new(big.Int)
	if j := per - 1; j > 0 || a.When == End {
		pj, qj, rest := pow(f.p, j), pow(f.q, j), pow(f.q, a.Periods-j)
		ofPresent := new(big.Int).Mul(pj, rest)
		ofFuture := pj.Sub(pj, qj).Mul(pj, rest)
		interest = combine(a.Present, ofPresent.Sub(ofPresent, pn), a.Future, ofFuture)
		interest.Mul(interest, f.d)
	}
	return parts{payment, interest, below.Mul(below, f.k).Mul(below, pn.Sub(pn, qn))}, nil
}

// FV returns the value after the last period, exactly. It looks at Rate, Periods,
// Payment, Present and When. Errors: those of PMT.
func FV(a Annuity) (Number, error) {
	f, pn, qn, err := a.powers(a.Present, a.Payment)
	if err != nil {
		return Number{}, err
	}
	below := times(a.Present.below(), a.Payment.below())
	if f.d.Sign() == 0 {
		sum := combine(a.Present, bigOne, a.Payment, big.NewInt(int64(a.Periods)))
		return fraction(sum.Neg(sum), below), nil
	}
	growth := new(big.Int).Sub(pn, qn)
	sum := combine(a.Present, pn.Mul(pn, f.d), a.Payment, growth.Mul(growth, f.k))
	return fraction(sum.Neg(sum), below.Mul(below, qn).Mul(below, f.d)), nil
}

// PV returns the value at time 0, exactly. It looks at Rate, Periods, Payment,
// Future and When. Errors: those of PMT.
func PV(a Annuity) (Number, error) {
	f, pn, qn, err := a.powers(a.Future, a.Payment)
	if err != nil {
		return Number{}, err
	}
	below := times(a.Future.below(), a.Payment.below())
	if f.d.Sign() == 0 {
		sum := combine(a.Future, bigOne, a.Payment, big.NewInt(int64(a.Periods)))
		return fraction(sum.Neg(sum), below), nil
	}
	growth := new(big.Int).Sub(pn, qn)
	sum := combine(a.Future, qn.Mul(qn, f.d), a.Payment, growth.Mul(growth, f.k))
	return fraction(sum.Neg(sum), below.Mul(below, pn).Mul(below, f.d)), nil
}
