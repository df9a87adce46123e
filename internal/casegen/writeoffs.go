package casegen

import (
	"fmt"
	"slices"
	"strings"
)

// writeOffs give something up before the case is closed: all that is open of a
// selection on any day, an amount only where nobody can have taken it.
func (m *maker) writeOffs() {
	if !m.chance(46) {
		return
	}
	for range pick(m, 1, 1, 2, 3) {
		if m.chance(40) {
			m.writeDown()
			continue
		}
		m.writeAllOff()
	}
}

func (m *maker) writeOff(w writeOff, on day) {
	w.ID, w.Date = fmt.Sprintf("W-%d", len(m.file.WriteOffs)+1), on.String()
	w.Kind = pick(m, "", "write-off", "waiver")
	w.Reason = pick(m, "", "goodwill")
	m.file.WriteOffs = append(m.file.WriteOffs, w)
	if w.Kind == "waiver" {
		m.note("write-off/waiver")
	}
	m.note("write-off")
}

// writeAllOff gives up all that is open of an item or of all, of a component or
// of all, not before what needs it open.
func (m *maker) writeAllOff() {
	low := max(m.start+(m.asOf-m.start)/4, m.lowered, m.opened+1)
	var w writeOff
	known := ""
	if m.chance(60) {
		c := &m.file.Claims[m.r.IntN(len(m.file.Claims))]
		w.Item, low, known = c.ID, max(low, m.alive(c)), c.Recorded
		if k := m.r.IntN(len(m.file.Fees) + 1); k < len(m.file.Fees) && m.chance(30) {
			f := &m.file.Fees[k]
			w.Item, low, known = f.ID, max(m.lowered, m.opened+1, m.feeDates[k]), f.Recorded
			m.adjustedFees = append(m.adjustedFees, f.ID)
		}
	}
	on := m.between(low, m.asOf)
	switch n := m.r.IntN(100); {
	case n < 15 && len(m.paid) > 0:
		on = max(low, pick(m, m.paid...))
	case n < 25:
		on = max(low, (pick(m, m.dues...) + 1).years(1))
	case n < 35:
		on = max(low, m.halfYear(on)-1)
	}
	if on > m.asOf {
		return
	}
	if m.chance(50) {
		w.Component = m.componentOf(w.Item)
		m.note("write-off/component")
	}
	if w.Item == "" {
		m.note("write-off/any-item")
	} else {
		m.note("write-off/item")
	}
	w.Recorded = m.recorded(on, known)
	m.writeOff(w, on)
}

// componentOf draws a component of an item, or of any that there is.
func (m *maker) componentOf(item string) string {
	component := pick(m, "principal", "principal", "capitalized", "interest", "interest", "default-interest", "contract-interest")
	f := m.feeOf(item)
	switch {
	case f != nil && bears(f) && m.chance(50):
		return pick(m, "interest", "default-interest")
	case f != nil, item == "" && m.chance(25):
		return "fee"
	}
	return component
}

// writeDown gives up an amount before anything is paid or credited.
func (m *maker) writeDown() {
	k := m.r.IntN(len(m.file.Claims))
	c := &m.file.Claims[k]
	low := max(m.alive(c), m.opened+1)
	last := m.asOf
	for _, d := range slices.Concat(m.paid, m.credits) {
		last = min(last, d-1)
	}
	if low > last {
		return
	}
	on := m.between(low, last)
	component := pick(m, "principal", "principal", "capitalized", "interest", "default-interest", "contract-interest")
	cell := c.ID + strings.TrimPrefix(component, "default-")
	if slices.Contains(m.writtenDown, cell) || m.writtenOffBy(on, c.ID) {
		return
	}
	recorded := m.recorded(on, c.Recorded)
	amount := m.principalLeft(c) / pick[int64](m, 4, 10, 20)
	if component != "principal" {
		if component != "capitalized" && (!notNegative(c) || m.capitalizedOn(on, c.ID)) {
			return
		}
		raised := m.minor(1, 300_00)
		m.adjustment(on, c.ID, component, raised, recorded)
		amount = max(1, raised/pick[int64](m, 1, 2, 3))
	}
	if amount < 1 {
		return
	}
	m.writtenDown = append(m.writtenDown, cell)
	m.lowered = max(m.lowered, on+1)
	m.note("write-off/amount")
	m.writeOff(writeOff{Item: c.ID, Component: component, Amount: m.money(amount), Recorded: recorded}, on)
}

// principalLeft is what a claim has at least, untouched: adjustments take half of
// it at most.
func (m *maker) principalLeft(c *claim) int64 {
	have := m.parse(c.Principal)
	if c.Opening != nil {
		have = m.parse(c.Opening.Principal)
	}
	return have
}

// writtenOffBy says whether a claim may be written off as a whole by a day.
func (m *maker) writtenOffBy(on day, item string) bool {
	return slices.ContainsFunc(m.file.WriteOffs, func(w writeOff) bool {
		return w.Amount == "" && (w.Item == "" || w.Item == item) && w.Date <= on.String()
	})
}

func (m *maker) capitalizedOn(on day, item string) bool {
	return slices.ContainsFunc(m.file.Capitalizations, func(k capitalization) bool {
		return k.Item == item && k.Date == on.String()
	})
}
