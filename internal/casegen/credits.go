package casegen

import "time"

// noLongerCapped is the first day of contracts under rules that nobody has read.
var noLongerCapped = dayOf(2026, time.November, 20)

// firstCap is the first day of contracts whose costs are capped.
func (m *maker) firstCap() day {
	if m.file.Jurisdiction == "DK" {
		return dayOf(2020, time.July, 1)
	}
	return dayOf(2018, time.September, 1)
}

// costs draws what a credit was granted for and what it has cost: as a rule of
// credits whose costs are capped, at times of others; about as often so small
// that fees and interest reach it as not.
func (m *maker) costs(c *claim, principal int64, due day) {
	lent := c.Kind == "consumer-credit"
	if selecting(c, due) >= noLongerCapped.String() || !(m.lending && lent && m.chance(92) || m.chance(3) || lent && m.chance(20)) {
		return
	}
	granted := max(1, principal*pick[int64](m, 1, 2, 4, 7, 12, 25, 50, 100, 100, 120)/100)
	c.Credit = &credit{Granted: m.money(granted)}
	if m.chance(40) {
		c.Credit.Used = m.money(max(1, granted*(30+m.r.Int64N(71))/100))
		if m.chance(30) {
			c.Credit.Granted = ""
		}
		m.note("credit/used")
	}
	if m.chance(35) {
		c.Credit.PriorCosts = m.money(granted * m.r.Int64N(121) / 100)
		m.note("credit/prior-costs")
	}
	m.note("credit")
	if lent && m.file.Debtor == "consumer" && (m.file.Jurisdiction == "SE" || m.file.Jurisdiction == "DK") && selecting(c, due) >= m.firstCap().String() {
		m.capped = true
		m.note("cost-cap")
	}
}
