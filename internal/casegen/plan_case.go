package casegen

import (
	"math/rand/v2"
	"time"
)

// GenerateCasePlan makes the request of a seed for a plan over a case: one to
// four claims of one jurisdiction at rates of their own, with fees, payments and
// holds from before the plan, at times facts after its start that must not count,
// and payments that its rows take. No last row is to be similar to the others.
func GenerateCasePlan(seed uint64) GeneratedPlan {
	m := newPlanMaker(rand.New(rand.NewPCG(seed, 0x63617365)))
	m.caseFrame()
	for i := range pick(m.maker, 1, 1, 2, 2, 3, 4) {
		m.caseClaim(i)
	}
	m.caseFacts()
	m.perMille, m.moving = 110, true
	m.perRow = m.debt * m.perMille / 1000 / m.every.perYear
	m.caseTold()
	if m.chance(25) && len(m.req.Periods) == 0 { // at their seams two rows may fall on one day
		m.calendar()
		m.req.AccrueOn = ""
	}
	if m.chance(25) && m.req.Type != "bullet" {
		m.caseFirst()
	}
	m.grace()
	if m.req.Grace == nil {
		m.deviations()
	}
	m.caseLife()
	if m.first+day(m.every.days*(m.n+4)*2+120) > lastKnown || m.open || m.low {
		m.req.Case.ExtendRates = true
	}
	return m.generated()
}

func (m *planMaker) caseFrame() {
	f := &caseFile{ID: "CASE-" + m.number(1, 99999)}
	m.req.Case = f
	f.Jurisdiction = pick(m.maker, "SE", "SE", "FI", "NO", "DK", "DE", "AT", "NL", "GB", "EU", "")
	f.Debtor = pick(m.maker, "consumer", "business")
	m.note("jurisdiction " + or(f.Jurisdiction, "none"))
	f.Currency = or(map[string]string{"SE": "SEK", "NO": "NOK", "DK": "DKK", "GB": "GBP"}[f.Jurisdiction], "EUR")
	m.digits = 2
	if m.chance(8) {
		f.Currency, m.digits = "JPY", 0
	}
	if m.chance(30) {
		m.req.Currency = f.Currency
	}
	m.req.Type = pick(m.maker, "annuity", "annuity", "annuity", "annuity", "annuity", "annuity-limited", "linear", "linear", "linear-limited",
		"debt-relief", "debt-relief", "fixed-amount", "interest-only", "bullet")
	m.note("type " + m.req.Type)
	m.every = pick(m.maker, everies()[0], everies()[0], everies()[0], everies()[1], everies()[3], everies()[6])
	m.req.Every = m.every.text
	m.n = pick(m.maker, 1, 2, 3, 4, 5, 6, 6, 8, 10, 12, 12, 14)
	start := m.between(dayOf(2019, time.July, 1), dayOf(2025, time.December, 31))
	if m.chance(20) {
		start = monthEnd(start)
		m.note("month-end start")
	}
	m.req.Start = start.String()
	m.first = m.every.after(start, 1)
	m.simple = true
	if m.chance(15) {
		f.Rounding = &rounding{Mode: pick(m.maker, "half-even", "up", "down"), Place: pick(m.maker, "claim", "segment", "day")}
		m.note("case rounding")
	}
	if m.chance(30) {
		f.Allocation = &allocation{Preset: pick(m.maker, "SE", "FI", "DE-BGB-367", "DE-BGB-497", "NL", "principal-first", "interest-first")}
		m.note("allocation")
	}
}

func (m *planMaker) caseClaim(i int) {
	f := m.req.Case
	principal := m.minor(100_00, 20_000_00)
	due := m.start() - day(m.r.IntN(600))
	switch n := m.r.IntN(100); {
	case n < 12:
		due = m.start() + day(m.r.IntN(90))
		m.note("due after start")
	case n < 20:
		due = m.start()
	}
	c := claim{ID: "INV-" + decimal(int64(i+1), 0), Principal: m.money(principal), Due: due.String(), Kind: pick(m.maker, "", "invoice", "loan", "rent")}
	if i > 0 && m.chance(8) {
		c.Issued = (m.start() + 1 + day(m.r.IntN(60))).String()
		m.note("claim issued after start")
	} else {
		m.debt += principal
	}
	c.Interest = m.caseTerms()
	f.Claims = append(f.Claims, c)
	if i == 1 {
		m.note("several claims")
	}
}

func (m *planMaker) caseTerms() *terms {
	f := m.req.Case
	lawful := f.Jurisdiction != "" && !(f.Jurisdiction == "GB" && f.Debtor == "consumer")
	t := &terms{}
	switch n := m.r.IntN(100); {
	case n < 35 && lawful:
		t.Basis = "statutory"
		m.note("basis statutory")
	case n < 75:
		t.rate = rate{Basis: "fixed", Rate: m.percent(25, 2500)}
		m.note("basis fixed")
	case n < 94:
		t.rate = rate{Basis: "reference", Series: pick(m.maker, "SE", "FI", "DK", "DE", "AT", "GB", "EU", "NO", "NL", "NL-commercial")}
		if !total(t.Series) {
			t.Margin = pick(m.maker, "8", "5", "9.25")
		}
		m.note("basis reference")
	default:
		t.Basis = "none"
		return t
	}
	if m.chance(40) {
		t.DayCount = pick(m.maker, dayCounts...)
	}
	if m.chance(12) {
		t.PaymentDay = "free"
		m.note("payment day free")
	}
	if m.chance(10) {
		t.Compounding = "annual"
		m.note("compounding")
	}
	return t
}

// caseFacts draws fees, payments and holds, most of them from before the plan.
func (m *planMaker) caseFacts() {
	f := m.req.Case
	for i := range m.r.IntN(3) {
		on := m.start() - day(m.r.IntN(200))
		amount := m.minor(5_00, 180_00)
		if m.chance(20) {
			on = m.start() + day(1+m.r.IntN(100))
			m.note("fee after start")
		} else {
			m.debt += amount
		}
		f.Fees = append(f.Fees, fee{ID: "F-" + decimal(int64(i+1), 0), Code: pick(m.maker, "reminder", "demand"), Date: on.String(), Amount: m.money(amount)})
		m.note("fees")
	}
	left := m.debt / 3
	for i := range m.r.IntN(3) {
		amount := 1 + m.r.Int64N(left/2+1)
		left -= amount
		m.debt -= amount
		f.Payments = append(f.Payments, payment{ID: "P-" + decimal(int64(i+1), 0), Date: (m.start() - day(m.r.IntN(200))).String(), Amount: m.money(amount)})
		m.note("payments before start")
	}
	if m.chance(15) {
		from := m.start() + day(m.r.IntN(60)-40)
		h := hold{ID: "H-1", Scope: "interest", From: from.String(), Through: (from + day(m.r.IntN(90))).String()}
		if from > m.start() {
			m.note("hold after start")
		}
		if m.chance(50) {
			h.Items = []string{"INV-1"}
		}
		f.Holds = append(f.Holds, h)
		m.note("hold")
	}
	if m.chance(10) {
		m.req.SuspendInterest = true
		m.note("interest suspended")
	}
}

// caseTold draws what is told of length and level.
func (m *planMaker) caseTold() {
	m.fees()
	m.told()
	m.lasting()
	r := &m.req
	r.Creditors = nil
	delete(m.features, "shares")
	if r.LastRow == "similar" {
		r.LastRow = "lower"
		delete(m.features, "last row similar")
	}
	if m.low && m.open {
		// An amount that works is searched over a hundred years else.
		r.Count, r.Final, m.open = m.n, "", false
	}
}

func (m *planMaker) caseFirst() {
	r := &m.req
	m.first = m.start() + day(8+m.r.IntN(60))
	r.First = m.first.String()
	m.note("odd first period")
	if r.End != "" {
		r.End = (m.every.after(m.first, m.n-1) + day(m.r.IntN(m.every.days/2+1))).String()
	}
}

// caseLife draws payments after the start, and the day that is asked about.
func (m *planMaker) caseLife() {
	m.life()
	for _, one := range m.req.Payments {
		if one.Date > m.req.Start {
			m.req.Case.Payments = append(m.req.Case.Payments, payment{ID: "L-" + one.ID, Date: one.Date, Amount: one.Amount})
			m.note("payments after start")
		}
	}
	m.req.Payments = nil
	delete(m.features, "payments")
}
