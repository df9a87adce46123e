package casegen

import (
	"fmt"
	"slices"
)

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
