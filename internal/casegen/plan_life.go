package casegen

// rowRounding draws the rounding of interest.
func (m *planMaker) rowRounding() {
	if !m.chance(45) {
		return
	}
	r := &rounding{}
	if m.chance(80) {
		r.Mode = pick(m.maker, "half-up", "half-even", "half-down", "up", "down", "ceiling", "floor")
		m.note("rounding mode")
	}
	if m.chance(35) {
		r.Quantum = m.text(max(1, pick(m.maker, m.major(1)/20, m.major(1), m.major(1)/10)))
		m.note("rounding quantum")
	}
	m.req.Rounding = r
}

// life draws payments, most of them about a row's, and the day that is asked
// about.
func (m *planMaker) life() {
	if !m.chance(45) {
		return
	}
	r := &m.req
	r.AsOf = m.between(m.start(), m.every.after(m.first, m.n)+20).String()
	m.note("as of")
	if m.chance(50) {
		r.OnShortage = "carry"
		m.note("shortage carried")
	}
	on := max(m.start(), m.first-day(m.r.IntN(5)))
	for i := range m.r.IntN(min(m.n, 9) + 2) {
		amount := m.level
		switch n := m.r.IntN(100); {
		case n < 25:
			amount = m.level*(10+m.r.Int64N(180))/100 + 1
		case n < 35:
			amount = m.level*(200+m.r.Int64N(300))/100 + 1
		case n < 38:
			amount = m.debt * 2
		}
		r.Payments = append(r.Payments, planPayment{"P-" + decimal(int64(i+1), 0), max(on, m.start()).String(), m.text(max(1, amount))})
		m.note("payments")
		on = m.every.after(on, m.r.IntN(2)) + day(m.r.IntN(12)-5)
	}
	if len(r.Payments) > 1 && m.chance(20) {
		r.Payments[0], r.Payments[1] = r.Payments[1], r.Payments[0]
	}
}
