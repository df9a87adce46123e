package casegen

// openings puts the balances of an earlier book behind some claims. What is paid
// comes after all of them.
func (m *maker) openings() {
	if !m.chance(15) {
		return
	}
	last := m.start + (m.asOf-m.start)/2
	for i := range m.file.Claims {
		c := &m.file.Claims[i]
		low := m.dues[i] - 20
		if c.Issued != "" {
			low = max(low, dayOfText(c.Issued))
		}
		if low >= last || !m.chance(60) {
			continue
		}
		through := m.between(low, min(last, low+200))
		if m.chance(20) {
			through = min(monthEnd(through), last)
		}
		m.opened = max(m.opened, through)
		principal := m.parse(c.Principal)
		o := &opening{Through: through.String(), Principal: m.money(principal - m.r.Int64N(principal+1)/pick[int64](m, 1, 2, 3, 1<<40))}
		if m.chance(60) {
			o.Interest = m.money(m.minor(0, 200_00))
		}
		if m.chance(25) {
			o.ContractInterest = m.money(m.minor(0, 90_00))
		}
		c.Opening = o
		m.note("opening")
	}
}

// beside draws contract interest of its own beside the claim's interest.
func (m *maker) beside(c *claim, due day) {
	if c.Interest != nil && c.Interest.Kind == "contract" || !m.chance(11) {
		return
	}
	t := &terms{rate: m.fixed(), Kind: pick(m, "", "contract")}
	if m.chance(40) {
		t.rate = m.reference(due)
	}
	first := max(m.start, due-day(m.r.IntN(240)))
	t.From = first.String()
	if m.chance(30) {
		t.Through = max(first, due+day(m.r.IntN(200))).String()
	}
	if m.chance(60) {
		t.DayCount = pick(m, "ACT/365F", "ACT/360", "ACT/ACT-ISDA", "NL/365", "30E/360", "30U/360", "30/360-BOND")
	}
	t.Compounding = pick(m, "", "", "annual", "none")
	if m.chance(20) {
		t.Ceiling = m.bound("ceiling", 500, 1500, 300, 1200)
	}
	if c.Interest != nil {
		t.PaymentDay = c.Interest.PaymentDay
	}
	c.ContractInterest = t
	m.note("contract-interest")
}

// refix gives a fixed rate new values from days on.
func (m *maker) refix(c *claim, due day) {
	if c.Interest == nil || c.Interest.Basis != "fixed" || c.Interest.Refixes != nil || !m.chance(20) {
		return
	}
	from := due - 20
	for range 1 + m.r.IntN(3) {
		from += day(1 + m.r.IntN(200))
		if m.chance(30) {
			from = m.halfYear(from)
		}
		c.Interest.Refixes = append(c.Interest.Refixes, refix{From: from.String(), Rate: m.percent(0, 2400)})
	}
	m.note("refixes")
}
