package casegen

import (
	"fmt"
	"slices"
)

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

// life draws what happens to claims, fees and payments.
func (m *maker) life() {
	m.creditNotes()
	m.reversals()
	m.adjustments()
	m.capitalizations()
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

func (m *maker) creditNotes() {
	if !m.chance(15) {
		return
	}
	for i := range pick(m, 1, 1, 2) {
		on := m.between(max(m.start, m.opened+1), m.asOf)
		if m.chance(20) {
			on = max(m.opened+1, min(m.asOf, pick(m, m.dues...)))
		}
		n := claim{ID: fmt.Sprintf("CN-%d", i+1), Kind: "credit-note"}
		principal := m.parse(m.file.Claims[m.r.IntN(len(m.file.Claims))].Principal)
		n.Principal = m.money(max(1, principal*(5+m.r.Int64N(110))/100))
		if m.chance(60) {
			n.Issued = on.String()
		} else {
			n.Due = on.String()
		}
		if m.chance(30) {
			n.VAT = m.money(m.parse(n.Principal) / 5)
		}
		n.Recorded = m.recorded(on, "")
		m.notes = append(m.notes, n)
		m.note("credit-note")
		m.credits = append(m.credits, on)
	}
}

// insertCreditNotes puts the credit notes anywhere between the claims.
func (m *maker) insertCreditNotes() {
	for _, n := range m.notes {
		m.file.Claims = slices.Insert(m.file.Claims, m.r.IntN(len(m.file.Claims)+1), n)
	}
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

func (m *maker) holds() {
	if m.chance(30) {
		for range pick(m, 1, 1, 2) {
			h := hold{Scope: "interest", Reason: pick(m, "", "dispute")}
			from := m.between(m.start-40, m.asOf-1)
			m.spanOfHold(&h, from)
			if m.chance(50) {
				h.Items = m.someClaims()
			}
			m.file.Holds = append(m.file.Holds, h)
		}
	}
	if len(m.file.Fees) > 0 && m.chance(22) {
		m.feeHold()
	}
	if m.chance(8) {
		m.file.Holds = append(m.file.Holds, hold{Scope: "dunning", From: m.between(m.start, m.asOf).String()})
		m.note("hold/dunning")
	}
	for i := range m.file.Holds {
		if m.chance(50) {
			m.file.Holds[i].ID = fmt.Sprintf("H-%d", i+1)
		}
	}
}

func (m *maker) spanOfHold(h *hold, from day) {
	h.From, h.Recorded = from.String(), m.recorded(from, "")
	if m.chance(40) {
		m.note("hold/interest-open")
		return
	}
	through := from + day(m.r.IntN(150))
	if m.chance(20) {
		through = m.halfYear(from) - pick[day](m, 0, 1)
	}
	h.Through = max(from, through).String()
	m.note("hold/interest-closed")
}

func (m *maker) someClaims() (ids []string) {
	for _, i := range m.r.Perm(len(m.file.Claims))[:1+m.r.IntN(len(m.file.Claims))] {
		ids = append(ids, m.file.Claims[i].ID)
	}
	if len(m.file.Fees) > 0 && m.chance(20) {
		ids = append(ids, m.file.Fees[0].ID)
	}
	return ids
}

// feeHold bars fees that nothing else speaks of.
func (m *maker) feeHold() {
	k := m.r.IntN(len(m.file.Fees))
	if len(m.adjustedFees) > 0 && slices.Contains(m.adjustedFees, m.file.Fees[k].ID) {
		return
	}
	h := hold{Scope: "fees", From: (m.feeDates[k] - day(m.r.IntN(20))).String()}
	if m.chance(70) {
		h.Through = (m.feeDates[k] + day(m.r.IntN(20))).String()
	}
	if len(m.adjustedFees) > 0 || m.chance(50) {
		h.Items = []string{m.file.Fees[k].ID}
	}
	h.Recorded = m.recorded(dayOfText(h.From), "")
	m.file.Holds = append(m.file.Holds, h)
	m.note("hold/fees")
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
