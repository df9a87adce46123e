package casegen

import (
	"encoding/json"
	"math/rand/v2"
	"slices"
	"time"
)

// GeneratedPlan is a plan request.
type GeneratedPlan struct {
	JSON     []byte
	Calendar string   // the code of the calendar that it names, or empty
	Features []string // what it asks for, sorted, each once
}

// GeneratePlan makes the request of a seed for a plan over a debt: of all kinds,
// a few rows to some dozens, nearly all of them feasible. Some amounts are too low
// to pay the interest, or to come to an end. Where the rates of a published series
// may be wanted for a day of which nobody knows them, the request extends them.
func GeneratePlan(seed uint64) GeneratedPlan {
	m := newPlanMaker(rand.New(rand.NewPCG(seed, 0x706c616e)))
	m.frame()
	m.terms()
	m.fees()
	m.told()
	m.lasting()
	m.dates()
	m.grace()
	m.deviations()
	m.rowRounding()
	m.life()
	m.extend()
	return m.generated()
}

func newPlanMaker(r *rand.Rand) *planMaker {
	return &planMaker{maker: &maker{r: r, features: map[string]bool{}, opened: none, lowered: none}}
}

func (m *planMaker) generated() GeneratedPlan {
	text, err := json.Marshal(&m.req)
	if err != nil {
		panic(err) // strings, lists and booleans only
	}
	g := GeneratedPlan{JSON: text, Calendar: m.req.Calendar}
	for f := range m.features {
		g.Features = append(g.Features, f)
	}
	slices.Sort(g.Features)
	return g
}

// planMaker holds what is drawn of a request so far. Sizes are rough: they make
// amounts that are likely to work, whatever the dates do to them.
type planMaker struct {
	*maker
	req          planRequest
	every        every
	n            int   // rows, roughly
	debt         int64 // minor units
	invoice      int64
	registration int64
	perRow       int64 // interest of the first row
	level        int64 // what a row comes to, or its principal part
	perMille     int64 // of the debt a year
	first        day   // row 1
	open         bool  // nobody says how many rows there are
	low          bool  // the amount is too low
	simple       bool  // all dates are the first and its distances
	moving       bool  // the rate comes from a series
}

// every is a distance between rows.
type every struct {
	text    string
	days    int // or, if months is not 0, about as many
	months  int
	perYear int64
}

func everies() []every {
	return []every{
		{"1M", 30, 1, 12}, {"14D", 14, 0, 26}, {"2W", 14, 0, 26}, {"1W", 7, 0, 52}, {"30D", 30, 0, 12},
		{"2M", 61, 2, 6}, {"3M", 91, 3, 4}, {"6M", 182, 6, 2}, {"1Y", 365, 12, 1},
	}
}

// after is the day k distances after d.
func (e every) after(d day, k int) day {
	if e.months == 0 {
		return d + day(e.days*k)
	}
	y, month, n := d.civil()
	month += time.Month(e.months * k)
	return min(dayOf(y, month, n), dayOf(y, month+1, 0))
}

// type of plan, money, debt and start.
func (m *planMaker) frame() {
	r := &m.req
	kinds := []string{"annuity", "annuity", "annuity", "annuity", "annuity", "annuity", "annuity", "annuity-limited", "annuity-limited",
		"linear", "linear", "linear", "linear", "linear-limited", "linear-limited", "debt-relief", "debt-relief", "debt-relief", "fixed-amount", "fixed-amount",
		"interest-only", "interest-only", "bullet", "bullet"}
	r.Type = pick(m.maker, kinds...)
	m.note("type " + r.Type)
	r.Currency = pick(m.maker, "SEK", "SEK", "SEK", "EUR", "EUR", "EUR", "JPY", "KWD")
	m.digits = map[string]int{"JPY": 0, "KWD": 3}[r.Currency]
	if r.Currency == "SEK" || r.Currency == "EUR" {
		m.digits = 2
	}
	m.note("currency " + r.Currency)
	m.debt = m.minor(200_00, 20_000_00)
	if m.chance(45) {
		m.debt = m.minor(5_000_00, 500_000_00)
	}
	if m.chance(35) {
		m.debt = m.debt/m.major(100)*m.major(100) + m.major(100)
	}
	r.Debt = m.text(m.debt)
	m.every = pick(m.maker, everies()...)
	if m.chance(50) {
		m.every = everies()[0]
	}
	if r.Every = m.every.text; r.Every == "1M" && m.chance(40) {
		r.Every = ""
	}
	m.n = pick(m.maker, 1, 2, 3, 3, 4, 5, 6, 6, 8, 10, 12, 12, 12, 13, 18, 24, 24, 30, 36, 40)
	if m.every.text == "1Y" || m.every.text == "6M" {
		m.n = 1 + m.n/3
	}
	start := m.between(dayOf(2003, time.February, 1), dayOf(2026, time.October, 31))
	if m.chance(60) {
		start = m.between(dayOf(2015, time.January, 1), dayOf(2025, time.December, 31))
	}
	if m.chance(22) {
		start = monthEnd(start)
		m.note("month-end start")
	}
	r.Start = start.String()
	m.first = m.every.after(start, 1)
	m.simple = true
}

func (m *planMaker) start() day { return dayOfText(m.req.Start) }

// major are so many major units.
func (m *planMaker) major(n int64) int64 { return n * power(m.digits).Int64() }

// text prints minor units, at times without needless decimals.
func (m *planMaker) text(minor int64) string {
	if one := m.major(1); minor%one == 0 && m.chance(30) {
		return decimal(minor/one, 0)
	}
	return decimal(minor, m.digits)
}
