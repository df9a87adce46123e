package casegen

import (
	"strings"
	"time"
)

var dayCounts = []string{"ACT/365F", "ACT/360", "ACT/364", "ACT/ACT-ISDA", "NL/365",
	"30E/360", "30E/360-ISDA", "30U/360", "30/360-BOND", "30E/365"}

// terms draws the interest, and where it comes from.
func (m *planMaker) terms() {
	r := &m.req
	if m.chance(30) {
		r.Jurisdiction = pick(m.maker, "SE", "FI", "NO", "DK", "DE", "AT", "NL", "GB", "EU")
	}
	t := &terms{}
	switch n := m.r.IntN(100); {
	case n < 7:
		m.note("no interest")
		return
	case n < 10:
		t.Basis = "none"
		r.Interest = t
		m.note("no interest")
		return
	case n < 62:
		m.fixedTerms(t)
	case n < 92:
		m.referenceTerms(t)
	default:
		m.statutoryTerms(t)
	}
	r.Interest = t
	m.perRow = m.debt * m.perMille / 1000 / m.every.perYear
	if m.chance(86) {
		t.DayCount = pick(m.maker, dayCounts...)
		m.note("day count " + t.DayCount)
	}
	if m.chance(11) {
		t.Floor = m.planBound(-100, 600)
		m.note("floor")
	}
	if m.chance(11) {
		t.Ceiling = m.planBound(400, 1500)
		m.note("ceiling")
	}
}

func (m *planMaker) fixedTerms(t *terms) {
	t.Basis = "fixed"
	m.note("basis fixed")
	var micros int64
	switch n := m.r.IntN(100); {
	case n < 36:
		micros = m.r.Int64N(40_000_001)
	case n < 88:
		micros = 500_000 + m.r.Int64N(15_000_000)
	case n < 97:
		micros = -1 - m.r.Int64N(3_000_000)
		m.note("negative rate")
	}
	if fine := pick[int64](m.maker, 1, 10_000, 10_000, 1_000_000); micros/fine != 0 {
		micros = micros / fine * fine
	}
	t.Rate, m.perMille = rateText(micros), micros/100_000
	if m.chance(16) {
		from := m.start()
		for range pick(m.maker, 1, 1, 2) {
			from += day(1 + m.r.IntN(m.every.days*max(1, m.n)/2+20))
			next := micros + m.r.Int64N(6_000_001) - 3_000_000
			t.Refixes = append(t.Refixes, refix{from.String(), rateText(next)})
		}
		m.note("refixes")
	}
}

// rateText prints millionths of a percent without needless zeros.
func rateText(micros int64) string {
	return strings.TrimSuffix(strings.TrimRight(decimal(micros, 6), "0"), ".")
}

func (m *planMaker) referenceTerms(t *terms) {
	t.rate = rate{Basis: "reference", Series: pick(m.maker, "SE", "FI", "DK", "DE", "AT", "GB", "EU", "NO", "NL", "NL-commercial")}
	m.moving, m.perMille = true, 110
	m.note("basis reference")
	negative := m.start() > dayOf(2015, time.June, 1) && m.start() < dayOf(2019, time.January, 1)
	if negative && m.chance(50) {
		t.Series = pick(m.maker, "SE", "DE")
		m.note("negative rate")
		m.perMille = 0
	}
	if !total(t.Series) && !m.features["negative rate"] {
		t.Margin = pick(m.maker, "8", "5", "9", "2.5", "7", "0.123456")
	}
	if !total(t.Series) && m.chance(20) {
		t.Multiplier = pick(m.maker, "0.5", "1.5", "2", "0.95")
	}
	if m.chance(20) {
		t.Reset = pick(m.maker, "fixed-at-start", "floating")
	}
	if t.Reset != "fixed-at-start" && m.every.days*m.n > 190 {
		m.note("reference rate changes")
	}
}

// statutoryTerms keep off the days on which a law turned.
func (m *planMaker) statutoryTerms(t *terms) {
	r := &m.req
	m.moving, m.perMille = true, 110
	r.Jurisdiction = pick(m.maker, "SE", "FI", "NO", "DK", "DE", "AT", "NL", "EU", "GB")
	r.Debtor = pick(m.maker, "consumer", "business")
	if r.Jurisdiction == "GB" {
		r.Debtor = "business"
	}
	if m.start() < dayOf(2015, time.January, 1) {
		r.Start = (m.start() + 12*365).String()
		m.first = m.every.after(m.start(), 1)
		delete(m.features, "month-end start")
	}
	t.Basis = "statutory"
	m.note("basis statutory")
}

func (m *planMaker) planBound(low, high int) any {
	if m.chance(70) {
		return m.percent(low, high)
	}
	m.moving = true
	return bound{Series: pick(m.maker, "SE", "DE", "GB", "EU", "FI", "DK", "AT"), Margin: m.percent(max(low, 0), high)}
}

// extend lets rates go on where the plan may pass what is known of them. Nobody
// knows how far a plan goes whose rows are not counted, or whose amount is low.
func (m *planMaker) extend() {
	last := m.first + day(m.every.days*(m.n+4)*2+120)
	if m.moving && (m.open || m.low || len(m.req.Periods) > 0 || last > lastKnown) {
		m.req.ExtendRates = true
		m.note("extend rates")
	}
}
