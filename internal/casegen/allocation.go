package casegen

// Presets as they are drawn: more often those that no country has by default.
var presets = []string{"SE", "SE", "FI", "NO", "NO", "DK", "DK", "DE-BGB-367", "DE-BGB-367", "AT", "AT", "NL", "GB", "GB",
	"DE-BGB-497", "DE-BGB-497", "DE-BGB-497", "principal-first", "principal-first", "principal-first", "interest-first", "interest-first", "interest-first",
	"costs-interest-principal"}

func (m *maker) allocation() *allocation {
	a := &allocation{}
	if m.chance(40) {
		a.Unallocated = pick(m, "apply", "apply", "apply", "hold")
		m.note("unallocated/" + a.Unallocated)
	}
	if m.chance(38) {
		a.Direction = pick(m, "item", "item", "item", "none", "none", "none", "none", "free", "free")
		m.note("direction/" + a.Direction)
	}
	switch n := m.r.IntN(100); {
	case n < 54:
		a.Preset = pick(m, presets...)
		m.note("preset/" + a.Preset)
	case n < 77:
		m.explicit(a)
	default:
		m.note("preset/by-default")
		m.note("preset/" + m.defaultPreset())
		if a.Unallocated == "" && a.Direction == "" {
			return nil
		}
	}
	return a
}

// ownOrders gives payments here and there an order of their own. It comes last, so that a
// seed draws the same case otherwise.
func (m *maker) ownOrders() {
	for i := range m.file.Payments {
		if !m.chance(7) {
			continue
		}
		a := &allocation{}
		if m.chance(50) {
			a.Preset = pick(m, presets...)
		} else {
			m.explicit(a)
		}
		if m.chance(25) {
			a.Direction = pick(m, "item", "none", "free")
		}
		m.file.Payments[i].Allocation = a
		m.note("payment/own-order")
	}
}

func (m *maker) explicit(a *allocation) {
	m.note("rungs")
	a.Processing = pick(m, "vertical", "horizontal", "horizontal", "")
	m.note("processing/" + or(a.Processing, "vertical"))
	if m.chance(33) {
		m.interleaved(a)
		return
	}
	for range 1 + m.r.IntN(4) {
		a.Rungs = append(a.Rungs, m.rung())
	}
	if m.chance(65) {
		a.Rungs = append(a.Rungs, rung{Components: []string{"fee"}}, rung{Components: []string{"interest"}, Order: m.order()},
			rung{Components: []string{"principal"}, Order: m.order()})
	}
}

// interleaved draws rungs as lenders write them for instalments: all that is past
// due before what is due before what is not, or one group before another, which
// a horizontal walk must keep apart. Without the last bucket money is held.
func (m *maker) interleaved(a *allocation) {
	m.note("rungs/interleaved")
	buckets := []string{"past-due", "due", "in-advance"}
	groups := []string{"telecom", "energy", "loan"}[m.r.IntN(3):]
	for i, last := 0, 2+m.r.IntN(2); i < last; i++ {
		order := m.order()
		for _, component := range []string{"fee", "interest", "principal"} {
			r := rung{Components: []string{component}, Order: order, Due: buckets[i : i+1]}
			if len(groups) == 1 {
				r.Groups = groups
			}
			a.Rungs = append(a.Rungs, r)
		}
	}
}

func (m *maker) order() string {
	o := pick(m, "oldest", "highest-rate", "largest", "pro-rata", "latest", "even", "even", "")
	m.note("order/" + or(o, "oldest"))
	return o
}

func (m *maker) rung() rung {
	r := rung{Order: m.order()}
	names := []string{"fee", "principal", pick(m, "interest", "default-interest", "contract-interest")}
	if m.chance(10) {
		names = append(names, "capitalized")
	}
	m.r.Shuffle(len(names), func(i, k int) { names[i], names[k] = names[k], names[i] })
	r.Components = names[:1+m.r.IntN(len(names))]
	if m.chance(25) {
		r.Codes = m.some(feeCodes)
		m.note("rung/codes")
	}
	if m.chance(25) {
		r.Groups = m.some([]string{"telecom", "energy", "loan"})
		m.note("rung/groups")
	}
	if m.chance(35) {
		r.Due = m.some([]string{"past-due", "due", "in-advance"})
		m.note("rung/due")
	}
	return r
}

// some draws one or more of a list, in any order.
func (m *maker) some(list []string) []string {
	drawn := make([]string, 0, len(list))
	for _, i := range m.r.Perm(len(list))[:1+m.r.IntN(len(list))] {
		drawn = append(drawn, list[i])
	}
	return drawn
}

func (m *maker) rounding() *rounding {
	r := &rounding{}
	if m.chance(85) {
		r.Mode = pick(m, "half-up", "half-even", "half-down", "up", "down", "ceiling", "floor")
	}
	if m.chance(80) {
		r.Place = pick(m, "claim", "segment", "day")
	}
	if m.chance(16) {
		r.Quantum = m.money(pick[int64](m, 5, 10, 50, 100))
		m.note("quantum")
	}
	m.note("mode/" + or(r.Mode, "half-up"))
	m.note("place/" + or(r.Place, "claim"))
	if *r == (rounding{}) {
		return nil
	}
	return r
}
