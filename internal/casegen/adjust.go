package casegen

import (
	"fmt"
	"slices"
	"strings"
)

func (m *maker) adjustments() {
	if !m.chance(42) {
		return
	}
	for range pick(m, 1, 1, 2, 3, 4) {
		if n := len(m.file.Fees); n > 0 && m.chance(25) {
			m.adjustFee(m.r.IntN(n))
			continue
		}
		m.adjustClaim(m.r.IntN(len(m.file.Claims)))
	}
}

func (m *maker) adjustment(on day, item, component string, amount int64, recorded string) {
	m.file.Adjustments = append(m.file.Adjustments, adjustment{
		ID: fmt.Sprintf("A-%d", len(m.file.Adjustments)+1), Date: on.String(), Recorded: recorded,
		Item: item, Component: component, Amount: m.money(amount),
	})
	m.note("adjustment/" + strings.Replace(component, "default-", "", 1))
	if amount < 0 {
		m.lowered = max(m.lowered, on)
		m.lessOf = append(m.lessOf, item+component)
		m.note("adjustment/less")
	}
}

func (m *maker) adjustFee(k int) {
	f := &m.file.Fees[k]
	if m.feeDates[k] > m.asOf {
		return
	}
	on := min(m.asOf, m.feeDates[k]+day(m.r.IntN(60)))
	amount := m.minor(1, 60_00)
	m.adjustedFees = append(m.adjustedFees, f.ID)
	if bears(f) && m.chance(60) {
		recorded := m.recorded(on, f.Recorded)
		m.adjustment(on, f.ID, "default-interest", amount, recorded)
		if m.untouched(on) && f.Interest.Basis == "fixed" && f.Interest.Rate[0] != '-' && f.Interest.Ceiling == nil && !slices.Contains(m.lessOf, f.ID+"default-interest") {
			m.adjustment(on, f.ID, "default-interest", -max(1, amount/pick[int64](m, 1, 2, 3)), recorded)
		}
		return
	}
	if f.Amount != "" && !m.capped && m.untouched(on) && m.chance(60) && !slices.Contains(m.lessOf, f.ID+"fee") {
		amount = -max(1, m.parse(f.Amount)/pick[int64](m, 1, 2, 3))
	}
	m.adjustment(on, f.ID, "fee", amount, m.recorded(on, f.Recorded))
}

func (m *maker) adjustClaim(k int) {
	c := &m.file.Claims[k]
	low := m.alive(c)
	if low > m.asOf {
		return
	}
	on := m.between(low, m.asOf)
	switch n := m.r.IntN(100); {
	case n < 15:
		on = max(low, min(m.asOf, (m.dues[k]+1).years(1)))
	case n < 30 && len(m.paid) > 0:
		on = max(low, min(m.asOf, pick(m, m.paid...)))
	case n < 65 && len(m.paid) > 0:
		on = m.between(low, max(low, slices.Min(m.paid)-1))
	}
	recorded := m.recorded(on, c.Recorded)
	component := pick(m, "principal", "principal", "capitalized", "interest", "default-interest", "contract-interest")
	amount := m.minor(1, 300_00)
	less := on <= m.asOf && m.untouched(on) && !slices.Contains(m.lessOf, c.ID+component) && m.chance(60)
	switch {
	case less && component == "principal":
		have := m.parse(c.Principal)
		if c.Opening != nil {
			have = m.parse(c.Opening.Principal)
		}
		if have >= 20 {
			amount = -have / pick[int64](m, 2, 10, 20)
		}
	case less && (component == "capitalized" || notNegative(c)):
		m.adjustment(on, c.ID, component, amount, recorded)
		amount = -max(1, amount/pick[int64](m, 1, 2, 3))
	}
	m.adjustment(on, c.ID, component, amount, recorded)
}

// untouched says whether nothing was paid or credited through a day.
func (m *maker) untouched(on day) bool {
	early := func(d day) bool { return d <= on }
	return !slices.ContainsFunc(m.paid, early) && !slices.ContainsFunc(m.credits, early)
}

// notNegative says whether the interest of a claim never runs below zero.
func notNegative(c *claim) bool {
	return c.ContractInterest == nil && c.Interest != nil && c.Interest.Ceiling == nil &&
		(c.Interest.Basis == "none" || c.Interest.Basis == "fixed" && !strings.HasPrefix(c.Interest.Rate, "-"))
}
