package casegen

import "fmt"

// life draws what happens to claims, fees and payments.
func (m *maker) life() {
	m.creditNotes()
	m.reversals()
	m.refunds()
	m.adjustments()
	m.capitalizations()
	m.writeOffs()
	m.holds()
	m.closing()
	m.letters()
	m.insertCreditNotes()
}

// recorded draws the day on which a fact became known: never before one that it
// builds on.
func (m *maker) recorded(on day, after string) string {
	if m.chance(20) {
		m.note("recorded-later/life")
		return max(m.late(on), after)
	}
	if after > on.String() {
		return after
	}
	return ""
}

func (m *maker) reversals() {
	for i := range m.file.Payments {
		p := &m.file.Payments[i]
		if !m.chance(17) {
			continue
		}
		effect := pick(m, "void", "mirror", "principal", "ratio")
		on := m.paid[i] + day(1+m.r.IntN(150))
		if m.chance(30) {
			on = m.halfYear(m.paid[i])
		}
		if effect == "void" && m.chance(20) {
			on = m.paid[i]
		}
		r := reversal{ID: fmt.Sprintf("R-%d", i+1), Payment: p.ID, Date: on.String(), Effect: effect}
		r.Recorded = m.recorded(on, p.Recorded)
		if effect == "void" && m.chance(40) {
			r.Effect = ""
		}
		m.file.Reversals = append(m.file.Reversals, r)
		if on <= m.asOf {
			m.note("reversal/" + effect)
		}
	}
}

func (m *maker) capitalizations() {
	if !m.chance(24) {
		return
	}
	for i := range pick(m, 1, 1, 2, 3) {
		k := m.r.IntN(len(m.file.Claims))
		c := &m.file.Claims[k]
		low := max(m.alive(c), m.dues[k])
		on := m.between(low, m.asOf)
		switch n := m.r.IntN(100); {
		case n < 20:
			on = max(low, (m.dues[k] + 1).years(1))
		case n < 40:
			on = max(low, m.halfYear(on)-1)
		case n < 60 && len(m.paid) > 0:
			on = max(low, pick(m, m.paid...))
		}
		if on > m.asOf {
			continue
		}
		m.file.Capitalizations = append(m.file.Capitalizations, capitalization{
			ID: fmt.Sprintf("K-%d", i+1), Date: on.String(), Recorded: m.recorded(on, c.Recorded), Item: c.ID,
		})
		m.note("capitalization")
	}
}

// alive is the first day on which something can happen to a claim.
func (m *maker) alive(c *claim) day {
	first := m.start
	if c.Issued != "" {
		first = max(first, dayOfText(c.Issued))
	}
	if c.Opening != nil {
		first = max(first, dayOfText(c.Opening.Through)+1)
	}
	return first
}

// closing ends the case, not before what needs it open.
func (m *maker) closing() {
	if !m.chance(18) {
		return
	}
	on := m.between(max(m.start+(m.asOf-m.start)/3, m.lowered), m.asOf)
	c := &closed{Date: on.String(), Recorded: m.recorded(on, "")}
	if m.chance(35) {
		m.note("closed/plain")
	} else {
		c.Disposition = pick(m, "written-off", "returned", "waived", "settled", "debt-relief", "small-balance")
		m.note("closed/disposition")
	}
	if c.Disposition == "small-balance" {
		c.Tolerance = m.money(m.total*100 + 1_000_000)
	}
	m.file.Closed = c
}

// letters draws notices and promises, which no figure depends on.
func (m *maker) letters() {
	if m.chance(8) {
		on := m.between(m.start, m.asOf)
		m.file.Notices = append(m.file.Notices, notice{ID: "N-1", Kind: "reminder", Sent: on.String(), Delivered: (on + 3).String()})
		m.note("notice")
	}
	if m.chance(8) {
		on := m.between(m.start, m.asOf)
		m.file.Promises = append(m.file.Promises, promise{ID: "M-1", Date: on.String(), Due: (on + 30).String(), Amount: m.money(m.minor(10_00, 500_00))})
		m.note("promise")
	}
}
