package casegen

// lasting draws what becomes of what is left at the end.
func (m *planMaker) lasting() {
	switch m.req.Type {
	case "annuity-limited", "linear-limited", "interest-only", "debt-relief":
		m.req.Residual = pick(m.maker, "", "", "open", "balloon", "waive")
		if m.req.Residual != "" {
			m.note("residual " + m.req.Residual)
		}
	}
}

// dates draws the first row, periods, months without rows and business days.
func (m *planMaker) dates() {
	r := &m.req
	if m.chance(35) && !m.low {
		m.calendar()
	}
	byEnd := r.Type == "bullet" && r.End != ""
	if m.chance(28) && !byEnd {
		m.first = m.start() + day(8+m.r.IntN(70))
		if m.chance(15) {
			m.first = monthEnd(m.first)
		}
		if m.chance(8) && r.Calendar == "" {
			m.first = m.start()
		}
		r.First = m.first.String()
		m.note("odd first period")
		if r.End != "" {
			r.End = (m.every.after(m.first, m.n-1) + day(m.r.IntN(m.every.days/2+1))).String()
		}
	}
	if m.chance(11) && m.every.days <= 31 && !byEnd {
		r.FreeMonths = pick(m.maker, []int{7}, []int{12}, []int{6, 7}, []int{1, 7, 12}, []int{2, 3, 4, 5, 6, 7, 8})
		m.simple = false
		m.note("free months")
		if r.End != "" {
			r.End = (dayOfText(r.End) + 260).String()
		}
	}
	if len(r.Periods) == 0 && m.chance(16) && r.Type != "bullet" && (r.Final == "" || r.Amount == "") {
		m.periods(false)
	}
	if m.chance(25) {
		r.InvoiceLeadDays = 1 + m.r.IntN(30)
		m.note("invoice lead days")
	}
}

func (m *planMaker) calendar() {
	r := &m.req
	r.Calendar = pick(m.maker, "SE", "FI", "NO", "DK", "DE", "AT", "NL", "GB")
	m.note("calendar")
	r.Adjust = pick(m.maker, "", "following", "modified-following", "preceding", "modified-preceding", "unadjusted")
	m.note("adjust " + or(r.Adjust, "by default"))
	if m.chance(60) {
		r.AccrueOn = pick(m.maker, "adjusted", "adjusted", "unadjusted")
		m.note("accrue " + r.AccrueOn)
	}
}

// periods draws stretches of their own, the first of about a third of the rows;
// only it has an amount where a level is to be found. Closed, they tell the
// number of rows.
func (m *planMaker) periods(closed bool) {
	r := &m.req
	m.simple = false
	m.note("periods")
	from := m.start()
	if !closed && r.Count > 0 && m.chance(30) {
		from = m.every.after(from, 1+m.n/4) + day(m.r.IntN(10))
	}
	count := pick(m.maker, 1, 2, 2, 3)
	for i := range count {
		one := planPeriod{No: i + 1, Start: from.String()}
		distance := m.every
		if m.chance(40) {
			distance = pick(m.maker, everies()[:6]...)
			one.Every = distance.text
		}
		end := distance.after(from, max(1, m.n/3)) + day(m.r.IntN(distance.days))
		if i < count-1 || closed || m.chance(40) {
			one.End = end.String()
		}
		solved := r.Amount == "" && !m.unlevelled()
		if solved && i == 0 && count > 1 && m.n >= 6 && m.chance(60) || r.Amount != "" && !m.low && m.chance(50) {
			one.Amount = m.text(max(m.invoice+max(0, m.perRow)*5/4, m.level*(80+m.r.Int64N(60))/100) + 1)
			m.note("period amount")
		}
		if one.End == "" {
			m.note("period open")
		}
		r.Periods = append(r.Periods, one)
		from = end + 1
	}
	if r.End != "" {
		r.End = m.every.after(from, 2).String()
	}
}

func (m *planMaker) unlevelled() bool {
	return m.req.Type == "interest-only" || m.req.Type == "bullet"
}

// grace draws rows at the start that leave out principal, interest or both.
func (m *planMaker) grace() {
	r := &m.req
	if r.Type == "bullet" || m.low || len(r.Periods) > 0 || m.n < 3 {
		return
	}
	most := min(4, (m.n-1)/2)
	if len(r.FreeMonths) > 0 && r.End != "" {
		most = 1
	}
	g := planGrace{}
	switch n := m.r.IntN(100); {
	case n < 12:
		g.Principal = 1 + m.r.IntN(most)
		m.note("grace principal")
	case n < 24:
		g.Interest = 1 + m.r.IntN(most)
		m.note("grace interest")
	case n < 36:
		g.Principal, g.Interest = 1+m.r.IntN(most), 1+m.r.IntN(most)
		m.note("grace both")
	default:
		return
	}
	r.Grace = &g
}

// deviations draws rows that are otherwise.
func (m *planMaker) deviations() {
	r := &m.req
	last := m.n - 1
	if len(r.Periods) > 0 || len(r.FreeMonths) > 0 && r.End != "" {
		last = m.n / 4 // they may leave less rows
	}
	if last < 1 || r.Type == "bullet" || r.Final != "" && r.Amount == "" && m.open || m.low {
		return
	}
	for no := 1; no <= last; no++ {
		one := planDeviation{No: no}
		if m.r.IntN(3*last) == 0 {
			one.Amount = m.deviating(no)
			m.note("deviation amount")
		}
		if m.simple && m.r.IntN(3*last) == 0 && m.every.days >= 14 {
			if one.Due = m.otherDay(no).String(); r.Deviations == nil || r.Deviations[len(r.Deviations)-1].No < no-1 {
				m.note("deviation due")
			} else {
				one.Due = ""
			}
		}
		if one.Due != "" || one.Amount != "" {
			r.Deviations = append(r.Deviations, one)
		}
	}
}

// otherDay is a day between the neighbours of a row, not close to them, so that
// business days keep the order.
func (m *planMaker) otherDay(no int) day {
	at := func(no int) day {
		if m.req.First == "" {
			return m.every.after(m.start(), no)
		}
		return m.every.after(m.first, no-1)
	}
	before := m.start()
	if no > 1 {
		before = at(no - 1)
	}
	return m.between(min(before+6, at(no)), max(at(no+1)-6, at(no)))
}

// deviating draws what is paid in a row: nothing, the fees, or about as much as
// the others.
func (m *planMaker) deviating(no int) string {
	fees := m.invoice
	if no == 1 {
		fees += m.registration
	}
	switch n := m.r.IntN(100); {
	case n < 20 && (no > 1 || m.registration == 0):
		return "0"
	case n < 20:
		return m.text(m.registration)
	case n < 30:
		return m.text(fees)
	}
	most := min(m.level*3/2, m.debt/int64(m.n))
	return m.text(fees + m.r.Int64N(most+1))
}
