package casegen

import "time"

// turnDK is the first due date under the present Danish margin.
var turnDK = dayOf(2013, time.March, 1)

// creditLaw says whether the law here has a ceiling on consumer credit.
func (m *maker) creditLaw() bool {
	j := m.file.Jurisdiction
	return j == "SE" || j == "FI" || j == "DK"
}

func (m *maker) finnishConsumer() bool {
	return m.file.Jurisdiction == "FI" && m.file.Debtor == "consumer"
}

// turns are the first days of contracts (in DK also of due dates) under a newer
// law, for the debtor of the case.
func (m *maker) turns() []day {
	consumer := m.file.Debtor == "consumer"
	directive := dayOf(2013, time.March, 16)
	switch j := m.file.Jurisdiction; {
	case j == "SE" && consumer:
		return []day{dayOf(2018, time.September, 1), dayOf(2025, time.March, 1)}
	case j == "FI" && consumer:
		return []day{dayOf(2019, time.September, 1), dayOf(2020, time.July, 1), dayOf(2021, time.October, 1), dayOf(2023, time.October, 1)}
	case j == "DK" && consumer:
		return []day{turnDK, dayOf(2020, time.July, 1)}
	case j == "DK":
		return []day{turnDK}
	case j == "NL" && !consumer:
		return []day{dayOf(2002, time.December, 1), directive, directive}
	case j == "DE" && !consumer:
		return []day{dayOf(2014, time.July, 29)}
	case j == "EU", !consumer && (j == "FI" || j == "AT"):
		return []day{directive}
	}
	return nil
}

// firstStart is the first day of a span of which every rate is known, be it the
// contract's day, a little earlier, that selects it.
func (m *maker) firstStart() day {
	switch m.file.Jurisdiction {
	case "AT", "NL", "EU":
		return dayOf(2003, time.January, 1)
	}
	return firstStart
}

// contracted draws the day of a contract for a claim that arose on a day: as a
// rule of the last years, often beside a day on which the law turned, at times
// long ago, yet not before the law that its claims need.
func (m *maker) contracted(arose day) day {
	d := arose - day(m.r.IntN(900))
	if m.chance(15) {
		d = arose - day(m.r.IntN(6000))
	}
	for _, turn := range m.turns() {
		if turn < arose-1 && arose < turn+800 && m.chance(50) {
			d = turn + day(m.r.IntN(3)-1)
		}
	}
	switch m.file.Jurisdiction {
	case "AT":
		return max(d, dayOf(2002, time.August, 1))
	case "EU":
		return max(d, dayOf(2002, time.August, 8))
	}
	if m.lending && m.chance(92) {
		return min(arose, max(d, m.firstCap()))
	}
	return d
}

// kind draws the kind of the next claim.
func (m *maker) kind() string {
	k := pick(m, "", "", "invoice", "loan", "consumer-credit", "mortgage", "rent", "damages", "other")
	lends := m.creditLaw() && m.file.Debtor == "consumer"
	if lends && (m.chance(50) || m.lending && m.chance(85)) {
		k = "consumer-credit"
	}
	m.credit = lends && k == "consumer-credit"
	return k
}

// selecting is the day that selects the law of a claim.
func selecting(c *claim, due day) string {
	return or(or(c.Contracted, c.Issued), due.String())
}

// noteClaim notes what comes of law, terms and dates together.
func (m *maker) noteClaim(c *claim, due day) {
	t := c.Interest
	if t == nil {
		t = &terms{}
	}
	statutory := t.Basis == "statutory" || t.Basis == "" && m.file.Jurisdiction != ""
	law := selecting(c, due)
	if m.credit && t.Basis != "none" && law >= m.firstCeiling() {
		m.note("credit-ceiling")
	}
	if statutory && m.oldContract(c, law, due) {
		m.note("old-contract")
	}
	if statutory && m.finnishConsumer() && t.Agreed != nil && t.Cutoff == "" && due+180 < m.asOf {
		m.note("cutoff/by-default-FI")
	}
	first := due + 1
	if t.From != "" {
		first = dayOfText(t.From)
	}
	if anniversary := first.years(1); anniversary > m.asOf || t.Through != "" && anniversary.String() > t.Through {
		return
	}
	switch {
	case t.Compounding == "annual":
		m.note("compounding/annual")
	case t.Compounding == "" && statutory && m.file.Jurisdiction == "NL":
		m.note("compounding/by-default-NL")
	}
}

// firstCeiling is the first day of contracts under a ceiling.
func (m *maker) firstCeiling() string {
	return map[string]string{"SE": "2018-09-01", "FI": "2019-09-01", "DK": "2020-07-01"}[m.file.Jurisdiction]
}

// oldContract says whether a claim has an older margin of its law, or is of a
// contract older than the present one.
func (m *maker) oldContract(c *claim, law string, due day) bool {
	business := m.file.Debtor == "business"
	trade := business && (c.Kind == "" || c.Kind == "invoice" || c.Kind == "rent" || c.Kind == "other")
	switch m.file.Jurisdiction {
	case "DK":
		return due < turnDK
	case "DE":
		return trade && law < "2014-07-29"
	case "FI", "NL":
		return trade && law < "2013-03-16"
	case "AT":
		return business && c.Kind != "damages" && law < "2013-03-16"
	case "EU":
		return law < "2013-03-16"
	}
	return false
}

func (m *maker) defaultDayCount() string {
	switch m.file.Jurisdiction {
	case "FI", "NO", "DE":
		return "ACT/ACT-ISDA"
	case "DK":
		return "30E/360"
	}
	return "ACT/365F"
}

func (m *maker) defaultPreset() string {
	switch j := m.file.Jurisdiction; j {
	case "", "EU":
		return "costs-interest-principal"
	case "DE":
		return "DE-BGB-367"
	default:
		return j
	}
}
