package casegen

import (
	"math/big"
	"strings"
)

// currency is a kind of money with what a euro was worth in it, roughly, in ten
// thousandths.
type currency struct {
	code    string
	digits  int
	perEuro int64
}

func currencies() []currency {
	return []currency{
		{"EUR", 2, 1_0000}, {"SEK", 2, 11_2345}, {"NOK", 2, 11_6789}, {"DKK", 2, 7_4601}, {"GBP", 2, 8567},
		{"JPY", 0, 160_1234}, {"KWD", 3, 3345}, {"USD", 2, 1_0834},
	}
}

func currencyOf(code string) currency {
	for _, c := range currencies() {
		if c.code == code {
			return c
		}
	}
	panic("no currency " + code) // drawn, never read
}

// other draws a currency beside the case's own.
func (m *maker) other() currency {
	for {
		if c := pick(m, currencies()...); c.code != m.file.Currency {
			return c
		}
	}
}

// books draws the currency of the creditor's general ledger, and whether
// payments come from abroad.
func (m *maker) books() {
	m.abroad = m.chance(22)
	switch {
	case m.chance(24):
		m.file.Base, m.abroad = m.other().code, m.chance(45)
		m.note("base")
	case m.chance(2):
		m.file.Base = m.file.Currency // as good as none
	}
}

func (m *maker) hasBooks() bool { return m.file.Base != "" && m.file.Base != m.file.Currency }

const rateDigits = 10

// rate draws units of one currency for one of another, up to a tenth off, with
// four to ten decimals and no needless zeros.
func (m *maker) rateOf(from, to currency) (text string, scaled int64) {
	scaled = to.perEuro * 10_000_000_000 / from.perEuro / 100 * (90 + m.r.Int64N(21))
	coarse := pick[int64](m, 1, 1_000, 1_000_000, 1_000_000)
	scaled = scaled / coarse * coarse
	return strings.TrimSuffix(strings.TrimRight(decimal(scaled, rateDigits), "0"), "."), scaled
}

// worth turns minor units of a currency into those of another, half-up.
func worth(minor, scaled int64, from, to currency) int64 {
	n := new(big.Int).Mul(big.NewInt(minor), big.NewInt(scaled))
	n.Mul(n, power(to.digits))
	d := new(big.Int).Mul(power(rateDigits), power(from.digits))
	n.Add(n.Lsh(n, 1), d)
	return n.Quo(n, d.Lsh(d, 1)).Int64()
}

func power(n int) *big.Int {
	return new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(n)), nil)
}

// bookedAt draws what a claim was worth in the books when it arose.
func (m *maker) bookedAt(c *claim) {
	if !m.hasBooks() || !m.chance(80) {
		return
	}
	rate, _ := m.rateOf(currencyOf(m.file.Currency), currencyOf(m.file.Base))
	c.Exchange = &exchange{Rate: rate}
	if m.chance(40) {
		c.Exchange.Date = or(c.Issued, m.start.String())
	}
	m.note("claim/exchange")
}

// paidIn says how a payment of about an amount of the case's currency comes in,
// and gives what it is worth there.
func (m *maker) paidIn(p *payment, amount int64) int64 {
	if m.abroad && m.chance(60) {
		return m.foreign(p, amount)
	}
	p.Amount = m.money(amount)
	if m.chance(5) {
		p.Currency = m.file.Currency
	}
	if m.hasBooks() && m.chance(60) {
		p.Received = m.inBooks(amount)
		m.note("payment/received-own")
	}
	return amount
}

// foreign draws a payment in another currency: at a rate, or, where the books are
// kept in the case's currency, by what came in, or both.
func (m *maker) foreign(p *payment, amount int64) int64 {
	home, away := currencyOf(m.file.Currency), m.other()
	if m.hasBooks() && m.chance(30) {
		away = currencyOf(m.file.Base)
	}
	_, back := m.rateOf(home, away)
	paid := max(1, worth(amount, back, home, away))
	p.Currency, p.Amount = away.code, decimal(paid, away.digits)
	if m.chance(30) {
		p.Exchanged = p.Date
	}
	if !m.hasBooks() && m.chance(45) {
		p.Received = m.money(amount)
		m.note("payment/foreign-received")
		return amount
	}
	rate, scaled := m.rateOf(away, home)
	if worth(paid, scaled, away, home) == 0 { // a yen is less than a penny
		p.Currency, p.Amount, p.Exchanged = "", m.money(amount), ""
		return amount
	}
	p.Rate, amount = rate, worth(paid, scaled, away, home)
	m.note("payment/foreign-rate")
	switch {
	case m.hasBooks() && m.chance(70):
		p.Received = m.inBooks(amount)
		m.note("payment/foreign-books")
	case !m.hasBooks() && m.chance(50):
		p.Received = m.money(max(1, amount*(95+m.r.Int64N(7))/100))
		m.note("payment/foreign-fee")
	}
	return amount
}

// inBooks draws what an amount brought in.
func (m *maker) inBooks(amount int64) string {
	home, base := currencyOf(m.file.Currency), currencyOf(m.file.Base)
	_, scaled := m.rateOf(home, base)
	return decimal(max(1, worth(amount, scaled, home, base)), base.digits)
}
