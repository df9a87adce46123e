package casegen

import "fmt"

var feeCodes = []string{"reminder", "notice", "demand", "plan", "compensation"}

func (m *maker) fees() {
	m.credit = false
	n, byTariff := pick(m, 0, 0, 1, 1, 2, 3, 4), 35
	switch {
	case m.lending && m.chance(60):
		n = pick(m, 1, 2, 3, 5)
	case m.finnishConsumer() && m.chance(45):
		n, byTariff = pick(m, 3, 4, 6, 8), 85
	}
	for i := range n {
		d := m.between(m.start, m.asOf+10)
		if m.chance(15) {
			d = pick(m, m.dues...)
		}
		m.feeDates = append(m.feeDates, d)
		f := fee{ID: fmt.Sprintf("F-%d", i+1), Code: pick(m, feeCodes...), Date: d.String()}
		if tariff := m.tariffs(d); len(tariff) == 0 || !m.chance(byTariff) {
			f.Amount = m.money(m.minor(5_00, 180_00))
		} else {
			m.assess(&f, pick(m, tariff...), d)
		}
		m.feeTerms(&f, d)
		if m.chance(12) {
			f.Recorded = m.late(d)
		}
		m.file.Fees = append(m.file.Fees, f)
		m.note("fees")
	}
}

// titles draws judgments and orders, some of them soon after a due date.
func (m *maker) titles() {
	if m.file.Jurisdiction == "FI" && !m.chance(45) || m.file.Jurisdiction != "FI" && !m.chance(6) {
		return
	}
	for i := range pick(m, 1, 1, 1, 2) {
		d := m.between(m.start, m.asOf+20)
		if m.chance(60) {
			d = pick(m, m.dues...) + day(20+m.r.IntN(190))
		}
		t := title{ID: fmt.Sprintf("T-%d", i+1), Date: d.String(), Kind: pick(m, "", "payment-order")}
		if m.chance(30) {
			t.Recorded = m.late(d)
		}
		m.file.Titles = append(m.file.Titles, t)
		m.note("titles")
	}
}

func (m *maker) payments() {
	for i := range pick(m, 1, 1, 2, 2, 3, 3, 4, 5, 7) {
		if i == 0 && m.chance(4) {
			continue
		}
		d := m.payDay()
		m.paid = append(m.paid, d)
		p := payment{ID: fmt.Sprintf("P-%d", i+1), Date: d.String()}
		amount := m.paidIn(&p, m.payAmount(d))
		m.credited = append(m.credited, amount)
		if m.chance(15) {
			p.Recorded = m.late(d)
		}
		if len(m.file.Debtors) > 0 && m.chance(30) {
			p.By = m.file.Debtors[0].ID
		}
		if m.chance(22) {
			p.Specification = m.specification(amount)
		}
		m.file.Payments = append(m.file.Payments, p)
	}
}

// payDay draws the day of a payment, as a rule within the span, always after the
// openings.
func (m *maker) payDay() day {
	d, feature := m.between(m.start+5, m.asOf), ""
	switch n := m.r.IntN(100); {
	case n < 14:
		d, feature = m.halfYear(d), "payment/rate-change-day"
	case n < 24:
		d, feature = pick(m, m.dues...)-day(1+m.r.IntN(50)), "payment/before-due"
	case n < 36 && len(m.paid) > 0:
		d, feature = pick(m, m.paid...), "payment/same-day"
	case n < 44 && len(m.feeDates) > 0:
		d, feature = pick(m, m.feeDates...), "payment/fee-day"
	case n < 54:
		d, feature = pick(m, m.dues...)+day(m.r.IntN(2)), "payment/due-day"
	case n < 66:
		anniversary := (pick(m, m.dues...) + 1).years(pick(m, 1, 1, 1, 2)) + pick[day](m, -1, 0, 0, 1)
		if anniversary <= m.asOf {
			d, feature = anniversary, "payment/anniversary"
		}
	case n < 70:
		d, feature = m.asOf+day(m.r.IntN(3)), "payment/as-of-day"
	}
	if d <= m.opened {
		return m.between(m.opened+1, max(m.opened+1, m.asOf))
	}
	if feature != "" {
		m.note(feature)
	}
	return d
}

// payAmount draws how much, measured by all principals; who pays all and more
// does it late, as a rule.
func (m *maker) payAmount(d day) int64 {
	part := func(low, high int64) int64 {
		return max(1, m.total*(low+m.r.Int64N(high-low+1))/1000+m.r.Int64N(100))
	}
	switch n := m.r.IntN(100); {
	case n < 35:
		return part(2, 40)
	case n < 70:
		return part(40, 350)
	case n < 80:
		return part(300, 900)
	case n < 90 && d > m.start+(m.asOf-m.start)/2, n < 82:
		m.note("payment/over-all-principal")
		return part(1050, 1800)
	}
	return m.minor(1, 100_00)
}

// specification divides up to the whole payment over items, whatever is open.
func (m *maker) specification(amount int64) []directed {
	var rows []directed
	left := amount
	for range 1 + m.r.IntN(3) {
		part := left
		if !m.chance(25) {
			part = m.r.Int64N(left + 1)
		}
		if part == 0 {
			break
		}
		left -= part
		row := directed{Amount: m.money(part)}
		if n := len(m.file.Fees); n > 0 && m.chance(30) {
			f := &m.file.Fees[m.r.IntN(n)]
			row.Item, row.Component = f.ID, "fee"
			if bears(f) {
				row.Component = pick(m, "fee", "fee", "interest", "default-interest")
			}
		} else {
			row.Item, row.Component = m.claimComponent()
		}
		if m.chance(30) {
			row.Component = ""
			m.note("directed/item")
		}
		rows = append(rows, row)
		m.note("directed")
		if left == 0 {
			break
		}
	}
	return rows
}

func (m *maker) claimComponent() (item, component string) {
	c := m.file.Claims[m.r.IntN(len(m.file.Claims))]
	own := "default-interest"
	if c.Interest != nil && c.Interest.Kind == "contract" {
		own = "contract-interest"
	}
	if c.ContractInterest != nil {
		own = pick(m, "contract-interest", own)
	}
	return c.ID, pick(m, "principal", "principal", "principal", "principal", "interest", "interest", own, own, "capitalized")
}
