package casegen

import "time"

// interest draws the terms of a claim; nil where the file is to say nothing.
func (m *maker) interest(i int, due day) *terms {
	t := &terms{}
	n := m.r.IntN(100)
	if m.beyond && i == 0 {
		n = 60 // a rate that moves, so that something is provisional
	}
	if m.credit && m.chance(30) {
		n = 80 // a rate that the law may have to cut
	}
	switch {
	case due >= lastKnown && !m.beyond && m.chance(60):
		// The rate will be fixed on a day that nobody knows yet.
		t.rate = rate{Basis: "reference", Series: "SE", Margin: "8", Reset: "fixed-at-start"}
	case n < 12 && m.statutory || n < 5 && m.file.Jurisdiction == "":
		m.noteNegative(m.file.Jurisdiction, due)
		m.note("basis/by-default")
		m.note("day-count/" + m.defaultDayCount())
		return nil
	case n < 48 && m.statutory, n < 66 && m.finnishConsumer():
		t.Basis = "statutory"
		m.noteNegative(m.file.Jurisdiction, due)
		if m.chance(20) {
			t.Reset = m.reset()
		}
	case n < 70:
		t.rate = m.reference(due)
	case n < 95:
		t.rate = m.fixed()
	default:
		m.note("basis/none")
		return &terms{rate: rate{Basis: "none"}}
	}
	m.note("basis/" + t.Basis)
	m.bearing(t, due)
	m.manner(t)
	m.bounds(t)
	if m.chance(28) || t.Basis == "statutory" && (m.chance(25) || (m.credit || m.finnishConsumer()) && m.chance(60)) {
		m.agree(t, due)
	}
	return t
}

// same gives the terms of an earlier claim.
func (m *maker) same(twin int) *terms {
	other := m.file.Claims[twin].Interest
	if other == nil {
		return nil
	}
	t := *other
	return &t
}

func (m *maker) reset() string {
	r := pick(m, "fixed-at-start", "floating")
	m.note("reset/" + r)
	return r
}

func (m *maker) fixed() rate {
	if m.chance(9) {
		m.note("rate/negative-total")
		return rate{Basis: "fixed", Rate: m.percent(-300, -1)}
	}
	if m.credit && m.chance(75) {
		return rate{Basis: "fixed", Rate: m.percent(1500, 6000)}
	}
	if m.chance(40) {
		return rate{Basis: "fixed", Rate: pick(m, "8", "10", "12.00", "24", "5", "36.5", "0")}
	}
	return rate{Basis: "fixed", Rate: m.percent(25, 2500)}
}

// reference draws a published series. Totals stand alone; the rest takes a
// margin and a multiplier.
func (m *maker) reference(due day) rate {
	r := rate{Basis: "reference", Series: m.series()}
	m.note("series/" + r.Series)
	m.noteNegative(r.Series, due)
	if m.chance(30) {
		r.Reset = m.reset()
	}
	if total(r.Series) {
		return r
	}
	switch n := m.r.IntN(100); {
	case n < 60:
		r.Margin = pick(m, "8", "5", "9", "2.5", "7", m.percent(0, 1200))
	case n < 72:
		r.Margin = m.percent(-900, -500)
		m.note("rate/negative-total")
	}
	if m.chance(25) {
		r.Multiplier = pick(m, "0.5", "1.5", "2", "0.95", "1.25", "-1")
		m.note("multiplier")
	}
	return r
}

func (m *maker) series() string {
	s := m.file.Jurisdiction
	if m.start > dayOf(2014, time.June, 1) && m.start < dayOf(2019, time.May, 1) && m.chance(35) {
		return "SE" // while it was below zero
	}
	if s == "" || m.chance(55) {
		s = pick(m, "SE", "DE", "GB", "FI", "DK", "AT", "EU", "NO", "NL", "NL-commercial")
	}
	if s == "NL-commercial" && m.start < dayOf(2002, time.December, 1) {
		s = "NL"
	}
	return s
}

// total says whether a series is published as a total.
func total(series string) bool {
	return series == "NO" || series == "NL" || series == "NL-commercial"
}

// noteNegative notes a series that was below zero within the case's span.
func (m *maker) noteNegative(series string, due day) {
	first, last := none, none
	switch series {
	case "DE":
		first, last = dayOf(2013, time.January, 1), dayOf(2022, time.December, 31)
	case "SE":
		first, last = dayOf(2016, time.July, 1), dayOf(2019, time.June, 30)
	}
	if due < last && first <= m.asOf && due < m.asOf {
		m.note("rate/negative-reference-" + series)
	}
}

// bearing draws a first and a last bearing day of their own.
func (m *maker) bearing(t *terms, due day) {
	first := due + 1
	if m.chance(16) {
		first = max(m.start, due+day(m.r.IntN(60)-20))
		if leap := leapDay(m.start, m.asOf); leap != none && m.chance(15) {
			first = leap
		}
		t.From = first.String()
		m.note("from")
	}
	if m.chance(14) {
		through := m.between(first, m.asOf+100)
		if anniversary := first.years(1) + day(m.r.IntN(3)-1); m.chance(30) && anniversary < m.asOf {
			through = anniversary
		}
		t.Through = through.String()
		m.note("through")
	}
}

// manner draws day count, payment day and kind.
func (m *maker) manner(t *terms) {
	if m.chance(75) {
		t.DayCount = pick(m, "ACT/365F", "ACT/360", "ACT/364", "ACT/ACT-ISDA", "NL/365",
			"30E/360", "30E/360-ISDA", "30U/360", "30/360-BOND", "30E/365")
	}
	m.note("day-count/" + or(t.DayCount, m.defaultDayCount()))
	if m.chance(25) {
		t.PaymentDay = pick(m, "free", "free", "free", "bears")
		m.note("payment-day/" + t.PaymentDay)
	}
	if m.chance(22) {
		t.Kind = pick(m, "contract", "contract", "contract", "default")
		m.note("kind/" + t.Kind)
	}
	switch n := m.r.IntN(100); {
	case n < 14:
		t.Compounding = "annual"
	case n < 20:
		t.Compounding = "none"
	}
}

// bounds draws floor and ceiling; now and then the floor lies above.
func (m *maker) bounds(t *terms) {
	if m.chance(13) {
		t.Floor = m.bound("floor", -100, 600, -200, 200)
		if m.chance(12) {
			t.Floor = m.bound("floor", 600, 3000, 800, 2500)
		}
	}
	if m.chance(13) {
		t.Ceiling = m.bound("ceiling", 500, 1500, 300, 1200)
	}
}

func (m *maker) bound(name string, low, high, lowMargin, highMargin int) any {
	if m.chance(50) {
		m.note(name + "/fixed")
		return m.percent(low, high)
	}
	m.note(name + "/series")
	b := bound{Series: pick(m, "SE", "DE", "GB", "EU", "FI", "DK", "AT")}
	if m.chance(85) {
		b.Margin = m.percent(lowMargin, highMargin)
	}
	return b
}

// agree draws a contract rate, with or without a last day.
func (m *maker) agree(t *terms, due day) {
	r := m.fixed()
	switch {
	case m.credit && m.chance(60):
	case m.finnishConsumer() && m.chance(50):
		r = rate{Basis: "fixed", Rate: m.percent(1000, 2600)}
	case m.chance(60):
		r = m.reference(due)
	}
	t.Agreed = &r
	if t.Basis == "statutory" {
		m.note("agreed/statutory")
	} else {
		m.note("agreed/other")
	}
	if m.chance(45) && !(m.finnishConsumer() && m.chance(50)) {
		t.Cutoff = m.between(due-10, m.asOf+30).String()
		m.note("cutoff")
	}
}
