package casegen

import "fmt"

// refunds send money back, as a rule what a payment had over.
func (m *maker) refunds() {
	if len(m.paid) == 0 || !m.chance(24) {
		return
	}
	for i := range pick(m, 1, 1, 2) {
		k := m.r.IntN(len(m.paid))
		for n, amount := range m.credited {
			if amount > m.total && m.chance(60) {
				k = n
			}
		}
		p := &m.file.Payments[k]
		on := m.paid[k] + day(m.r.IntN(120))
		switch n := m.r.IntN(100); {
		case n < 12:
			on = m.paid[k]
		case n < 20:
			on = max(on, m.halfYear(m.paid[k]))
		case n < 30:
			on = max(m.paid[k], pick(m, m.paid...))
		}
		r := refund{ID: fmt.Sprintf("RF-%d", i+1), Date: on.String(), Reason: pick(m, "", "overpaid")}
		over := max(1, m.credited[k]-m.total)
		r.Amount = m.money(pick(m, over, 1+m.r.Int64N(over), 1+m.r.Int64N(over), 1+m.r.Int64N(m.credited[k]), m.minor(1, 50_00)))
		r.Recorded = m.recorded(on, "")
		if m.chance(55) {
			r.Payment = p.ID
			r.Recorded = m.recorded(on, p.Recorded)
			m.note("refund/named")
		}
		m.file.Refunds = append(m.file.Refunds, r)
		m.note("refund")
	}
}
