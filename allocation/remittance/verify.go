package remittance

import (
	"errors"
	"fmt"
	"math/big"

	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/money"
)

// ErrVerify marks a remittance, or a total of them, that does not add up.
var ErrVerify = errors.New("remittance does not add up")

// Verify adds the remittance up again from its steps, with rational arithmetic of
// its own: the payment from its parts, each line from base, per cent, bounds and
// rounding, VAT from the commission, each leg from how it is taken, and what is
// remitted from the money in hand. It also checks that all is of one currency and
// that nothing has the sign opposite to the payment's. All differences are
// reported, each wrapping [ErrVerify].
func (r Remittance) Verify() error {
	v := verifier{currency: r.Received.Currency(), sign: r.Received.Sign()}
	if v.currency.IsZero() {
		return fmt.Errorf("%w: no amount received, want one with a currency", ErrVerify)
	}
	v.payment(r)
	for i, l := range r.Lines {
		v.line(fmt.Sprintf("line %d", i), l, r.Rounding)
	}
	v.legs(r)
	v.remitted(r)
	return errors.Join(v.errs...)
}

type verifier struct {
	currency money.Currency
	sign     int
	mixed    bool                // signs may differ, as in a total
	seen     allocation.Balances // how often a component stands on a line
	errs     []error
}

func (v *verifier) addf(format string, args ...any) {
	v.errs = append(v.errs, fmt.Errorf("%w: %s", ErrVerify, fmt.Sprintf(format, args...)))
}

// number is an amount in minor units, after a look at currency and sign.
func (v *verifier) number(what string, a money.Amount) *big.Int {
	if a.Currency() != v.currency {
		v.addf("%s: %s, want an amount in %s", what, show(a), v.currency)
	}
	if a.Sign() != 0 && a.Sign() != v.sign && !v.mixed {
		v.addf("%s: %s, want the sign of the payment", what, show(a))
	}
	return big.NewInt(a.Minor())
}

// equal checks that a whole is the sum of its parts.
func (v *verifier) equal(what string, whole money.Amount, parts ...money.Amount) {
	sum := new(big.Int)
	for _, p := range parts {
		sum.Add(sum, v.number("a part of "+what, p))
	}
	if v.number(what, whole).Cmp(sum) != 0 {
		v.addf("%s is %s, its parts give %s minor units", what, show(whole), sum)
	}
}

// exact checks an exact amount against a rational number of major units.
func (v *verifier) exact(what string, e money.Exact, want *big.Rat) {
	if e.Currency() != v.currency || e.Rat().Cmp(want) != 0 {
		v.addf("%s is exactly %s, the steps give %s", what, e.Fixed(shownPlaces), want.FloatString(shownPlaces))
	}
}

// shownPlaces is how many decimals of an exact amount an error shows.
const shownPlaces = 10

// rounded checks the rounding of an exact amount, which works on absolute values.
func (v *verifier) rounded(what string, a money.Amount, e money.Exact, mode money.Rounding) {
	if e.Sign() < 0 {
		a, e = a.Neg(), e.Neg()
	}
	if got, err := e.Round(mode); err != nil || got != a {
		v.addf("%s is %s, want %s rounded %s", what, show(a), e.Fixed(shownPlaces), mode)
	}
}

// payment checks the division of the payment.
func (v *verifier) payment(r Remittance) {
	parts, retained := []money.Amount{r.Free}, []money.Amount{}
	for _, l := range r.Lines {
		v.components(l.Components)
		parts = append(parts, l.Base)
	}
	for _, t := range r.Retentions {
		v.components(t.Components)
		parts = append(parts, t.Amount)
		retained = append(retained, t.Amount)
	}
	v.equal("the payment", r.Received, r.Allocated, r.Unallocated)
	v.equal("what is allocated", r.Allocated, parts...)
	kept, idle := r.Retained, r.RetainedToInvoice
	if r.Direct {
		kept, idle = idle, kept
	}
	v.equal("what is retained", kept, retained...)
	v.equal("what is retained the other way", idle)
}

// components checks that each component stands on one line.
func (v *verifier) components(list []allocation.Component) {
	for _, c := range list {
		if c.String() == "" || v.seen[c] > 0 {
			v.addf("component %d is unknown or stands on two lines", c)
			continue
		}
		v.seen[c]++
	}
}

func (v *verifier) line(what string, l CommissionLine, mode money.Rounding) {
	if l.Base.Sign() == 0 {
		v.addf("%s has no base", what)
	}
	v.number(what+" flat", l.Flat)
	sum := rat(l.Flat)
	slices := make([]money.Amount, len(l.Steps))
	for i, s := range l.Steps {
		slices[i] = s.Slice
		part := share(s.Slice, s.Percent)
		v.exact(fmt.Sprintf("%s step %d", what, i), s.Exact, part)
		sum.Add(sum, part)
	}
	v.equal(what+" base", l.Base, slices...)
	v.exact(what+" before its bounds", l.Before, sum)
	v.exact(what, l.Exact, v.between(what, sum, l.Min, l.Max))
	v.rounded(what, l.Amount, l.Exact, mode)
}

// between holds a number within bounds, by absolute value.
func (v *verifier) between(what string, n *big.Rat, least, most money.Amount) *big.Rat {
	for _, b := range []struct {
		amount money.Amount
		beyond int // how a number that breaks the bound compares with it
	}{{least, -1}, {most, 1}} {
		if b.amount == (money.Amount{}) {
			continue
		}
		v.number(what+" bound", b.amount)
		if bound := rat(b.amount); cmpAbs(n, bound) == b.beyond {
			n = bound
		}
	}
	return n
}

func cmpAbs(a, b *big.Rat) int {
	return new(big.Rat).Abs(a).Cmp(new(big.Rat).Abs(b))
}

// legs checks commission and VAT, what they are and how they are taken.
func (v *verifier) legs(r Remittance) {
	lines := make([]money.Amount, len(r.Lines))
	for i, l := range r.Lines {
		lines[i] = l.Amount
	}
	v.equal("commission", r.Commission.Due, lines...)
	v.exact("VAT", r.VATExact, share(r.Commission.Due, r.VATRate))
	v.rounded("VAT", r.VAT.Due, r.VATExact, r.VATRounding)
	v.leg("commission", r.Commission)
	v.leg("VAT", r.VAT)
}

func (v *verifier) leg(what string, l Leg) {
	v.equal(what+" due", l.Due, l.Withdrawn, l.Netted, l.ToInvoice)
}

// remitted checks where the money in hand went.
func (v *verifier) remitted(r Remittance) {
	paid, idle := r.Payable, r.Held
	if r.TrustProhibited {
		paid, idle = idle, paid
	}
	v.equal("what is remitted the other way", idle)
	if r.Direct {
		v.equal("what is in hand of a direct payment", money.FromMinor(0, v.currency),
			paid, r.Retained, r.Commission.Withdrawn, r.VAT.Withdrawn)
		return
	}
	v.equal("the money in hand", r.Received, r.Unallocated, r.Retained, r.Commission.Withdrawn, r.VAT.Withdrawn, paid)
}

// rat is an amount in major units.
func rat(a money.Amount) *big.Rat { return money.ExactOf(a).Rat() }

// share is a per cent of an amount in major units.
func share(a money.Amount, p interest.Percent) *big.Rat {
	return new(big.Rat).Mul(rat(a), big.NewRat(int64(p), wholePercent))
}
