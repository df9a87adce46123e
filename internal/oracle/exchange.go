package oracle

import (
	"fmt"
	"math/big"
)

// money is how a payment came in, where that is not simply its amount.
type money struct {
	currency    string // of the payment
	paid        int64  // minor units of it
	digits      int
	rate        string // as given
	hasReceived bool
	received    int64 // in the base currency, without one in the case's
	inBase      bool  // received, in a base currency: lines have a share of it
	rest        int64 // what of received stays with the unallocated rest
	booked      int64 // of the lines
}

const (
	rateDecimals = 10
	rateLimit    = 900_000_000
)

// parseRate reads units of one currency for one unit of another.
func parseRate(s string) (*big.Rat, error) {
	rate, err := parseDecimal(s)
	if err != nil {
		return nil, err
	}
	if rate.Sign() <= 0 || rate.Cmp(new(big.Rat).SetInt64(rateLimit)) >= 0 {
		return nil, fmt.Errorf("%q is not above 0 and below %d", s, rateLimit)
	}
	if !new(big.Rat).Mul(rate, new(big.Rat).SetInt64(pow10(rateDecimals))).IsInt() {
		return nil, fmt.Errorf("%q has more than %d decimals", s, rateDecimals)
	}
	return rate, nil
}

// exchanged turns minor units of a currency into those of another, half-up.
func exchanged(n int64, rate *big.Rat, from, to int) *big.Int {
	x := new(big.Rat).SetFrac64(n, pow10(from))
	x.Mul(x, rate)
	x.Mul(x, new(big.Rat).SetInt64(pow10(to)))
	return roundToInt(x, halfUp)
}

// inBase is an amount of the case at a claim's rate.
func (b *book) inBase(n int64, c *claim) int64 {
	return exchanged(n, c.booked, b.digits, b.baseDigits).Int64()
}

// fall does something to a component and says by how much it lowered the value
// of the principal in the books, where that has one.
func (b *book) fall(it item, component string, do func()) (ofClaim bool, fall int64) {
	c, is := it.(*claim)
	if !is || c.booked == nil || component != compPrincipal {
		do()
		return false, 0
	}
	before := b.inBase(c.principal.remaining, c)
	do()
	return true, before - b.inBase(c.principal.remaining, c)
}

// enter puts the lines of a walk to the others of the payment. What came in is
// shared over them and the rest by their amounts.
func (b *book) enter(p *payment) {
	if p.money.inBase && len(p.fresh) > 0 {
		weights := make([]int64, 0, len(p.fresh)+1)
		for i := range p.fresh {
			weights = append(weights, p.fresh[i].amount)
		}
		parts := proportion(p.money.rest, append(weights, p.rest()))
		p.money.rest = parts[len(p.fresh)]
		for i := range p.fresh {
			l := &p.fresh[i]
			l.inBase, l.base = true, parts[i]
			if l.ofClaim {
				p.money.booked += l.fall
			} else {
				p.money.booked += l.base
			}
		}
	}
	for i := range p.fresh {
		p.lines = b.addLine(p.lines, p.fresh[i])
	}
	p.fresh = nil
}

// baseBack shares what the payment's lines brought in over those of its
// reversal.
func (b *book) baseBack(r *reversal) {
	if !r.payment.money.inBase || len(r.lines) == 0 {
		return
	}
	total := int64(0)
	for i := range r.payment.lines {
		total += r.payment.lines[i].base
	}
	weights := make([]int64, len(r.lines))
	for i := range r.lines {
		weights[i] = -r.lines[i].amount
	}
	for i, part := range proportion(total, weights) {
		r.lines[i].inBase, r.lines[i].base = true, -part
	}
}

// shownExchange is nil for a payment in the case's currency that says nothing of
// what came in.
func (b *book) shownExchange(p *payment) *Exchange {
	m := p.money
	if m.currency == b.currency && !m.hasReceived {
		return nil
	}
	base, digits := b.currency, b.digits
	if b.base != "" {
		base, digits = b.base, b.baseDigits
	}
	e := &Exchange{Currency: m.currency, Amount: printMinor(m.paid, m.digits), Rate: m.rate, Base: base}
	if !m.hasReceived {
		return e
	}
	booked := p.amount
	if m.inBase {
		booked = m.booked + m.rest
	}
	e.Received, e.Booked, e.Difference = printMinor(m.received, digits), printMinor(booked, digits), printMinor(m.received-booked, digits)
	return e
}

// baseAccount is nil for a claim without a rate.
func (b *book) baseAccount(c *claim) *BaseAccount {
	if c.booked == nil {
		return nil
	}
	interest := int64(0)
	for _, t := range c.tracks() {
		interest += c.open(t.component)
	}
	p, k, i := b.inBase(c.principal.remaining, c), b.inBase(c.capitalized.remaining, c), b.inBase(interest, c)
	printed := func(n int64) string { return printMinor(n, b.baseDigits) }
	return &BaseAccount{Currency: b.base, Principal: printed(p), Capitalized: printed(k), Interest: printed(i), Total: printed(p + k + i)}
}
