package casegen

import (
	"fmt"
	"slices"
)

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
	m.paymentHolds()
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

// paymentHolds keeps undirected money from items, as a rule while something is
// paid; now and then two that overlap, so that a release frees a part.
func (m *maker) paymentHolds() {
	if len(m.paid) == 0 || !m.chance(24) {
		return
	}
	for range pick(m, 1, 1, 1, 2) {
		on := m.between(m.start, m.asOf)
		if m.chance(80) {
			on = pick(m, m.paid...)
		}
		h := hold{Scope: "payments", From: (on - day(m.r.IntN(15))).String(), Reason: pick(m, "", "dispute")}
		h.Recorded = m.recorded(dayOfText(h.From), "")
		if m.chance(75) {
			h.Through = m.endOfBlock(on).String()
			m.note("hold/payments-closed")
		} else {
			m.note("hold/payments-open")
		}
		if m.chance(60) {
			h.Items = m.someClaims()
			m.note("hold/payments-items")
		} else {
			m.note("hold/payments-all")
		}
		m.file.Holds = append(m.file.Holds, h)
	}
}

// endOfBlock draws the last day of a hold on payments, often one before
// something happens.
func (m *maker) endOfBlock(on day) day {
	switch n := m.r.IntN(100); {
	case n < 15:
		return m.halfYear(on) - 1
	case n < 30:
		return max(on, pick(m, m.paid...)-pick[day](m, 0, 1))
	case n < 40 && len(m.feeDates) > 0:
		return max(on, pick(m, m.feeDates...)-pick[day](m, 0, 1))
	case n < 50:
		return max(on, (pick(m, m.dues...)+1).years(1)-pick[day](m, 0, 1))
	}
	return on + day(m.r.IntN(90))
}
