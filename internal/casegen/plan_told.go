package casegen

// fees of the plan.
func (m *planMaker) fees() {
	f := planFees{}
	if m.chance(28) {
		m.registration = m.minor(50_00, 400_00)
		if m.req.Jurisdiction != "" || m.req.Case != nil {
			m.registration = m.minor(50, 1_00) // below what any law allows
		}
		f.Registration = m.text(m.registration)
		m.note("registration fee")
	}
	if m.chance(40) {
		m.invoice = m.minor(5_00, 60_00)
		f.Invoice = m.text(m.invoice)
		m.note("invoice fee")
	}
	if m.chance(10) {
		f.Reminder = m.text(m.minor(60_00, 60_00))
	}
	if f != (planFees{}) {
		m.req.Fees = &f
	}
}

// told draws what the request says of length and level.
func (m *planMaker) told() {
	r := &m.req
	m.level = m.debt/int64(m.n) + m.invoice
	if r.Type == "linear" || r.Type == "linear-limited" {
		m.level = m.debt/int64(m.n) + 1
	} else if r.Type != "debt-relief" {
		m.level += max(0, m.perRow)
	}
	switch r.Type {
	case "annuity":
		m.say(pick(m.maker, "count", "count", "count", "count", "end", "end", "periods", "periods", "amount", "amount and count", "final and count", "final and count", "final", "final", "final and amount"))
		m.chooseLast()
	case "linear":
		m.say(pick(m.maker, "count", "count", "end", "periods", "amount", "amount and count", "final and count", "final and count", "final", "final", "final and amount"))
	case "fixed-amount":
		m.say(pick(m.maker, "amount", "amount", "amount and count", "final and amount"))
	case "annuity-limited", "linear-limited":
		m.say(pick(m.maker, "amount and count", "amount and count", "amount and end"))
	case "debt-relief":
		m.say(pick(m.maker, "amount and count", "amount and count", "amount and count", "amount and end", "count", "count", "count", "amount"))
		m.chooseLast()
		m.shares()
	case "interest-only":
		m.say(pick(m.maker, "count", "count", "end"))
	case "bullet":
		m.bullet()
	}
	m.step()
}

// say sets what is told.
func (m *planMaker) say(what string) {
	r := &m.req
	m.note("told " + what)
	switch what {
	case "count", "amount and count", "final and count":
		r.Count = m.n
	case "end", "amount and end":
		r.End = (m.every.after(m.start(), m.n) + day(m.r.IntN(m.every.days/2+1))).String()
	case "periods":
		m.periods(true)
	default:
		m.open = true
	}
	switch what {
	case "amount", "final and amount":
		m.amount(34)
	case "amount and count", "amount and end":
		m.amount(22)
	}
	switch what {
	case "final", "final and count":
		r.Final = m.text(m.level*(40+m.r.Int64N(120))/100 + m.invoice + m.perRow/2 + 1)
		if what == "final" && m.perRow > 0 {
			r.Final = m.text(m.level*(100+m.r.Int64N(100))/100 + m.invoice + m.perRow)
		}
	case "final and amount":
		r.Final = m.text(m.parsed(r.Amount) + m.level*m.r.Int64N(60)/100)
	}
}

// amount draws the amount, in so many of a hundred cases one that is too low.
func (m *planMaker) amount(tooLow int) {
	amount := m.level * (85 + m.r.Int64N(75)) / 100
	if m.open && m.perRow > 0 {
		amount = max(amount, m.invoice+m.perRow*5/4+m.debt/60)
	} else if m.perRow > 0 && m.req.Type != "debt-relief" {
		amount = max(amount, m.invoice+m.perRow*6/5)
	}
	amount = max(amount, m.invoice+1)
	if m.chance(40) {
		round := pick(m.maker, m.major(1), m.major(10), m.major(50))
		amount = amount/round*round + round
	}
	if m.chance(tooLow) && !m.byPrincipal() && m.perRow > 0 {
		m.low = true
		m.note("low amount")
		amount = m.invoice + m.perRow*(30+m.r.Int64N(65))/100 + 1
		if m.open && m.chance(30) {
			amount = m.invoice + m.perRow*5/4 + m.debt/(1500+m.r.Int64N(5000)) + 1
		}
	}
	if m.open && m.byPrincipal() && m.chance(3) {
		m.low = true
		amount = m.debt/(1300+m.r.Int64N(5000)) + 1
	}
	m.req.Amount = m.text(amount)
	m.level = amount
}

func (m *planMaker) byPrincipal() bool {
	return m.req.Type == "linear" || m.req.Type == "linear-limited"
}

// parsed reads minor units that text printed.
func (m *planMaker) parsed(s string) int64 {
	if n := len(s) - m.digits - 1; m.digits > 0 && (n < 0 || s[n] != '.') {
		return m.parse(s) * m.major(1)
	}
	return m.parse(s)
}

// chooseLast draws the last row of a level that is to be found.
func (m *planMaker) chooseLast() {
	r := &m.req
	if r.Amount != "" || r.Final != "" {
		return
	}
	r.LastRow = pick(m.maker, "", "", "lower", "similar", "similar", "higher", "higher")
	m.note("last row " + or(r.LastRow, "lower"))
}

func (m *planMaker) bullet() {
	r := &m.req
	m.n = 1
	m.first = m.every.after(m.start(), 1)
	switch m.r.IntN(3) {
	case 0:
		m.first = m.start() + day(10+m.r.IntN(900))
		r.End = m.first.String()
	case 1:
		r.Count = 1 + m.r.IntN(6)
		m.n = r.Count
		m.first = m.every.after(m.start(), r.Count)
	}
}

// shares draws the creditors of a debt relief.
func (m *planMaker) shares() {
	if !m.chance(65) {
		return
	}
	left := m.debt
	for i := range pick(m.maker, 1, 2, 2, 3, 4, 7) {
		if part := m.r.Int64N(left/2 + 1); part > 0 && left-part > 0 {
			m.req.Creditors = append(m.req.Creditors, planCreditor{"C-" + decimal(int64(i+1), 0), m.text(part)})
			left -= part
		}
	}
	m.req.Creditors = append(m.req.Creditors, planCreditor{"C-LAST", m.text(left)})
	m.note("shares")
}

// step draws the step, a good deal below the level.
func (m *planMaker) step() {
	steps := []int64{m.major(1) / 20, m.major(1), m.major(10), m.major(100)}
	names := []string{"0.05", "1", "10", "100"}
	i := m.r.IntN(6)
	for i < 4 && i > 0 && steps[i]*8 > m.level {
		i--
	}
	switch {
	case i < 4 && steps[i] > 0:
		m.req.Step = m.text(steps[i])
		m.note("step " + names[i])
	case m.chance(50):
		m.req.Step = decimal(1, m.digits)
		m.note("step of a minor unit")
	default:
		m.note("step of a minor unit")
	}
}
