package casegen

import "fmt"

func (m *maker) claims() {
	n := pick(m, 1, 1, 2, 2, 3, 3, 4, 5, 6)
	if m.lending {
		n = pick(m, 1, 1, 1, 1, 2, 2, 3, n)
	}
	if n > 1 {
		m.note("several-claims")
	}
	for i := range n {
		m.file.Claims = append(m.file.Claims, m.claim(i))
	}
}

// formerInterest makes claims here and there capitalized interest, those that nothing
// else treats as principal. It comes last, so that a seed draws the same case otherwise.
func (m *maker) formerInterest() {
	named := map[string]bool{}
	for _, a := range m.file.Adjustments {
		named[a.Item] = true
	}
	for _, w := range m.file.WriteOffs {
		named[w.Item] = true
	}
	for i := range m.file.Claims {
		c := &m.file.Claims[i]
		plain := c.Interest != nil && c.ContractInterest == nil && c.Credit == nil && c.Kind != "credit-note" && c.Exchange == nil
		if !plain || named[c.ID] || !m.chance(12) {
			continue
		}
		switch c.Interest.Basis {
		case "fixed", "reference", "none":
			c.Kind, c.VAT = "capitalized-interest", ""
			m.note("former-interest")
		}
	}
}

func (m *maker) claim(i int) claim {
	c := claim{ID: fmt.Sprintf("INV-%d", i+1), Group: pick(m, "", "telecom", "energy", "loan"), Secured: m.chance(30)}
	if c.Secured {
		m.note("secured")
	}
	c.Kind = m.kind()
	principal := m.principal()
	c.Principal = m.money(principal)
	if m.chance(40) {
		c.VAT = m.money(principal / pick[int64](m, 4, 5, 6, 10, 1+principal))
		m.note("vat")
	}
	if i > 0 && m.chance(15) {
		// Equal due dates and terms, so that claims of equal rank occur.
		twin := m.r.IntN(i)
		m.dues = append(m.dues, m.dues[twin])
		c.Interest = m.same(twin)
		m.note("twins")
	} else {
		m.dues = append(m.dues, m.due(i))
		c.Interest = m.interest(i, m.dues[i])
	}
	if c.Interest == nil || c.Interest.From == "" || !m.chance(25) {
		c.Due = m.dues[i].String()
	}
	m.origin(&c, m.dues[i])
	m.noteClaim(&c, m.dues[i])
	if m.chance(10) && c.Interest != nil && c.Interest.Basis == "fixed" {
		principal = m.halves(&c)
	} else {
		m.refix(&c, m.dues[i])
	}
	m.beside(&c, m.dues[i])
	m.bookedAt(&c)
	m.costs(&c, principal, m.dues[i])
	m.total += principal
	return c
}

// principal draws from tens to hundreds of thousands, small sums more often.
func (m *maker) principal() int64 {
	switch n := m.r.IntN(100); {
	case n < 40:
		return m.minor(20_00, 2_000_00)
	case n < 85:
		return m.minor(500_00, 30_000_00)
	case n < 97:
		return m.minor(10_000_00, 400_000_00)
	}
	return m.minor(1, 20_00)
}

// due draws a due date: on days that matter, on that of another claim, or on
// any in the first two thirds of the span, now and then after the statement.
func (m *maker) due(i int) day {
	d := m.between(m.start, m.start+(m.asOf-m.start)*2/3)
	leap := leapDay(m.start, m.asOf-20)
	switch n := m.r.IntN(100); {
	case n < 2 && leap != none:
		return leap - 1 // bears from 29 February on
	case n < 9 && leap != none:
		m.note("due/29-february")
		return leap
	case n < 15 && m.file.Jurisdiction == "DK" && m.start < turnDK && turnDK < m.asOf-30:
		return turnDK - pick[day](m, 0, 1)
	case n < 24:
		d = min(monthEnd(d), m.asOf)
		m.note("due/month-end")
	case n < 30 && i > 0:
		d = pick(m, m.dues...)
	case n < 40:
		d = m.halfYear(d) - pick[day](m, 0, 1, 1, 2)
	case n < 46 && i > 0, n < 60 && i > 0 && m.asOf == lastKnown:
		d = m.between(m.asOf-1, m.asOf+60)
		m.note("due/after-as-of")
	}
	return d
}

// halves draws round figures, whose daily interest falls on half a minor unit
// every so often: a thousandth of a principal in steps of 500 minor units.
func (m *maker) halves(c *claim) (principal int64) {
	basis := pick(m, [2]string{"36.5", "ACT/365F"}, [2]string{"36", "ACT/360"}, [2]string{"36.4", "ACT/364"}, [2]string{"36", "30E/360"})
	principal = m.minor(1, 400) * 500
	c.Principal = m.money(principal)
	c.Interest.Rate, c.Interest.DayCount = basis[0], basis[1]
	c.VAT, c.Interest.Refixes = "", nil
	m.note("half-units")
	return principal
}

// origin draws the dates before and around the due date. A claim that is issued
// after its due date is known late, though it bears from its first day.
func (m *maker) origin(c *claim, due day) {
	issued := none
	switch n := m.r.IntN(100); {
	case n < 50:
		issued = due - day(5+m.r.IntN(45))
	case n < 56:
		issued = due + day(1+m.r.IntN(90))
		m.note("issued-after-due")
	}
	c.Issued = issued.String()
	if m.chance(50) {
		before := due
		if issued != none {
			before = min(issued, due)
		}
		contracted := m.contracted(before)
		c.Contracted = contracted.String()
	}
	if m.chance(10) {
		c.Demanded = (due + day(m.r.IntN(40))).String()
	}
	if m.chance(6) || m.file.Jurisdiction == "FI" && m.chance(55) {
		c.Accelerated = (due + day(m.r.IntN(160)-20)).String()
		m.note("accelerated")
	}
	if m.chance(10) {
		if issued == none {
			issued = due - 30
		}
		c.Recorded = m.late(issued)
	}
}

// late draws a day of recording after the day of the fact.
func (m *maker) late(d day) string {
	m.note("recorded-later")
	return (d + day(1+m.r.IntN(90))).String()
}
