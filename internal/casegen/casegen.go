package casegen

import (
	"encoding/json"
	"math/rand/v2"
	"slices"
	"time"
)

// Generated is a case file with the questions to put to it.
type Generated struct {
	JSON     []byte   // the native case file
	AsOf     string   // YYYY-MM-DD: the day of the statement
	KnownAt  string   // YYYY-MM-DD or empty: the knowledge of the statement
	PayoffOn string   // YYYY-MM-DD: a day to settle on, not after AsOf
	Features []string // what the file contains, sorted, each once
}

// Case gives the file, the day of the statement and the features of a seed. The
// day of knowledge is in Generate.
func Case(seed uint64) (file []byte, asOf string, features []string) {
	g := Generate(seed)
	return g.JSON, g.AsOf, g.Features
}

// Generate makes the file of a seed.
func Generate(seed uint64) Generated {
	m := &maker{r: rand.New(rand.NewPCG(seed, 0x736b756c64)), features: map[string]bool{}, opened: none, lowered: none}
	m.frame()
	m.claims()
	m.openings()
	m.titles()
	m.fees()
	m.payments()
	m.life()
	m.file.Allocation = m.allocation()
	m.file.Rounding = m.rounding()
	m.questions()
	m.ownOrders()
	m.formerInterest()
	text, err := json.Marshal(&m.file)
	if err != nil {
		panic(err) // strings, lists and booleans only
	}
	g := Generated{JSON: text, AsOf: m.asOf.String(), KnownAt: m.knownAt, PayoffOn: m.payoffOn.String()}
	for f := range m.features {
		g.Features = append(g.Features, f)
	}
	slices.Sort(g.Features)
	return g
}

// maker holds what is drawn so far.
type maker struct {
	r           *rand.Rand
	features    map[string]bool
	file        caseFile
	digits      int
	start, asOf day // the span of the case
	knownAt     string
	payoffOn    day
	statutory   bool  // the law gives late interest here
	credit      bool  // the claim at hand is a consumer credit under a ceiling
	lending     bool  // all claims are, as a rule, credits whose costs a law caps
	capped      bool  // the costs of a claim are
	beyond      bool  // the statement lies past what the series know
	total       int64 // minor units of all principals
	dues        []day
	feeDates    []day
	paid        []day   // of the payments, in file order
	credited    []int64 // what they are worth in the case's currency
	abroad      bool    // some payments come in another currency

	opened       day      // the last end of an opening, or none
	notes        []claim  // credit notes, not yet among the claims
	credits      []day    // their value dates
	lowered      day      // of the last adjustment to less
	lessOf       []string // items and components that have one
	adjustedFees []string
	writtenDown  []string // items and components of which an amount is written off
}

func (m *maker) note(feature string) { m.features[feature] = true }

// Ends of what the series know, with room for the youngest of them.
var (
	firstStart = dayOf(2002, time.August, 2)
	lastKnown  = dayOf(2026, time.June, 30)
)

// frame draws who, where, in which money and when.
func (m *maker) frame() {
	f := &m.file
	f.ID = "CASE-" + m.number(1, 99999)
	f.Jurisdiction = pick(m, "SE", "FI", "FI", "NO", "DK", "DE", "AT", "NL", "NL", "GB", "EU", "")
	if m.lending = m.chance(11); m.lending {
		f.Jurisdiction = pick(m, "SE", "SE", "DK")
	}
	m.note("jurisdiction/" + or(f.Jurisdiction, "none"))
	if f.Jurisdiction != "" || m.chance(50) {
		f.Debtor = pick(m, "consumer", "business")
	}
	if m.creditLaw() && (m.lending || m.chance(40)) {
		f.Debtor = "consumer"
	}
	m.statutory = f.Jurisdiction != "" && !(f.Jurisdiction == "GB" && f.Debtor == "consumer")
	m.currency()
	m.books()
	if m.chance(10) {
		f.Debtors = []debtor{{ID: "D-1", Kind: or(f.Debtor, "consumer"), Role: "main"}}
	}
	m.span()
}

func (m *maker) currency() {
	home := map[string]string{"SE": "SEK", "NO": "NOK", "DK": "DKK", "GB": "GBP"}[m.file.Jurisdiction]
	switch {
	case m.file.Jurisdiction == "":
		home = pick(m, "EUR", "SEK", "GBP")
	case home == "":
		home = "EUR"
	}
	m.digits = 2
	switch n := m.r.IntN(100); {
	case n < 9:
		home, m.digits = "JPY", 0
	case n < 18:
		home, m.digits = "KWD", 3
	}
	m.file.Currency = home
	m.note("currency/" + home)
}

func (m *maker) span() {
	length := day(365 + m.r.IntN(3*365+2))
	switch n := m.r.IntN(100); {
	case n < 16:
		m.beyond, m.file.ExtendRates = true, true
		m.asOf = m.between(lastKnown+3, dayOf(2027, time.December, 31))
		m.start = m.asOf - length
		m.note("extend-rates")
		return
	case m.lending:
		m.start = m.between(m.firstCap(), lastKnown-370)
	case n < 30 && len(m.turns()) > 0:
		turn := pick(m, m.turns()...)
		m.start = max(m.firstStart(), m.between(turn-330, turn+60))
	case n < 48:
		m.start = m.between(dayOf(2012, time.June, 1), dayOf(2019, time.December, 31))
	case n < 80:
		m.start = m.between(dayOf(2019, time.June, 1), lastKnown-370)
	default:
		m.start = m.between(m.firstStart(), dayOf(2012, time.June, 1))
	}
	m.asOf = min(m.start+length, lastKnown)
	if m.chance(15) {
		m.asOf = min(m.halfYear(m.asOf)-day(m.r.IntN(2)), lastKnown)
	}
	m.file.ExtendRates = m.chance(3)
}

// questions draws the knowledge of the statement and the day to settle on.
func (m *maker) questions() {
	m.payoffOn = m.between(max(m.start+30, m.opened), m.asOf)
	share := 16
	if m.features["recorded-later/life"] {
		share = 40
	}
	if m.chance(share) {
		m.knownAt = m.between(m.start+60, m.asOf+20).String()
		m.note("known-at")
		if m.features["recorded-later/life"] {
			m.note("known-at/life")
		}
	}
	if first := m.halfYear(m.start); first < m.asOf {
		m.note("rate-change-inside")
	}
}
