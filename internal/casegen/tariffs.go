package casegen

import (
	"slices"
	"time"
)

// since is a code with the first day for which its tariff is known.
type since struct {
	code  string
	first day
}

// known are the tariffs of the law and the debtor of the case.
func (m *maker) known() []since {
	directive := dayOf(2013, time.March, 16)
	swedish := []since{{"reminder", dayOf(2003, time.July, 1)}, {"demand", dayOf(2003, time.July, 1)}, {"plan", dayOf(2003, time.July, 1)}}
	consumer := m.file.Debtor == "consumer"
	switch j := m.file.Jurisdiction; {
	case j == "SE" && consumer:
		return swedish
	case j == "SE":
		return append(swedish, since{"compensation", directive})
	case j == "FI" && consumer:
		return []since{{"reminder", directive}, {"demand", directive}, {"demand", directive}, {"second-demand", directive}}
	case j == "NO":
		return []since{{"reminder", dayOf(2017, time.January, 1)}, {"notice", dayOf(2017, time.January, 1)}}
	case j == "NL":
		return []since{{"collection", max(dayOf(2012, time.October, 1), m.start)}}
	case j == "GB" && !consumer:
		return []since{{"compensation", dayOf(2002, time.August, 7)}}
	case j == "DE" && !consumer:
		return []since{{"compensation", dayOf(2014, time.July, 29)}}
	case j == "EU" && !consumer:
		return []since{{"compensation", directive}}
	}
	return nil
}

// tariffs are the codes that need no amount on a day; they have amounts of the
// money at home only.
func (m *maker) tariffs(on day) (codes []string) {
	home := map[string]string{"SE": "SEK", "NO": "NOK", "GB": "GBP"}[m.file.Jurisdiction]
	if m.file.Currency != or(home, "EUR") || m.file.Jurisdiction == "NL" && m.start < dayOf(2012, time.October, 1) {
		return nil
	}
	arose := m.arose()
	for _, s := range m.known() {
		if s.first <= on && s.first <= arose {
			codes = append(codes, s.code)
		}
	}
	return codes
}

// arose is the first day by which a claim may pick the tariff, where the law goes by
// claims.
func (m *maker) arose() day {
	first := noLongerCapped
	switch m.file.Jurisdiction {
	case "DE", "GB", "NL", "EU":
	default:
		return first
	}
	for i, c := range m.file.Claims {
		first = min(first, m.dues[i])
		for _, s := range []string{c.Contracted, c.Issued} {
			if s != "" {
				first = min(first, dayOfText(s))
			}
		}
	}
	return first
}

// assess leaves the amount of a fee to the tariff.
func (m *maker) assess(f *fee, code string, on day) {
	f.Code = code
	a := facts{}
	if on <= m.opened || m.file.Jurisdiction == "GB" && len(m.file.Claims) > 1 || m.chance(32) {
		a.Base = m.money(pick(m, 100_00, 100_01, 1000_00, 999_99, 2500_00, m.minor(20_00, 400_000_00)))
		m.note("fee/base")
	}
	if m.file.Jurisdiction == "NO" && m.chance(40) {
		a.Sent = max(on-day(m.r.IntN(40)), dayOf(2017, time.January, 1)).String()
	}
	if m.file.Jurisdiction == "NL" && m.chance(60) || m.chance(5) {
		deductible := m.chance(20)
		a.VATDeductible = &deductible
	}
	if a != (facts{}) {
		f.Facts = &a
	}
	m.note("fee/assessed")
}

// feeTerms gives a fee late interest of its own.
func (m *maker) feeTerms(f *fee, on day) {
	if !m.chance(30) {
		return
	}
	t := &terms{}
	switch n := m.r.IntN(100); {
	case n < 45 && m.statutory:
		t.Basis = "statutory"
		if m.chance(15) {
			t.Reset = m.reset()
		}
	case n < 65:
		t.rate = m.reference(on)
	case n < 92:
		t.rate = m.fixed()
	default:
		f.Interest = &terms{rate: rate{Basis: "none"}}
		return
	}
	f.Interest = t
	m.feeManner(t, on)
	m.bounds(t)
	if m.chance(12) {
		m.agree(t, on)
	}
	m.note("fee/interest")
}

func (m *maker) feeManner(t *terms, on day) {
	if m.chance(20) {
		t.From = (on + 1 + day(m.r.IntN(60))).String()
	}
	if m.chance(12) {
		t.Through = (dayOfText(or(t.From, (on+1).String())) + day(m.r.IntN(200))).String()
	}
	if m.chance(50) {
		t.DayCount = pick(m, "ACT/365F", "ACT/360", "ACT/364", "ACT/ACT-ISDA", "NL/365", "30E/360", "30U/360", "30/360-BOND", "30E/365")
	}
	if m.chance(25) {
		if t.PaymentDay = pick(m, "free", "free", "free", "bears"); t.PaymentDay == "free" {
			m.note("fee/payment-day-free")
		}
	}
	if m.chance(15) {
		t.Kind = "default"
	}
	if m.chance(15) {
		t.Compounding = "none"
	}
	if t.Basis == "fixed" && m.chance(15) {
		t.Refixes = []refix{{From: (on + day(m.r.IntN(200))).String(), Rate: m.percent(0, 2400)}}
	}
}

// bears says whether a fee has interest.
func bears(f *fee) bool { return f.Interest != nil && f.Interest.Basis != "none" }

// feeOf is the fee of an id, or nil.
func (m *maker) feeOf(id string) *fee {
	k := slices.IndexFunc(m.file.Fees, func(f fee) bool { return f.ID == id })
	if k < 0 {
		return nil
	}
	return &m.file.Fees[k]
}
