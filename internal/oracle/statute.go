package oracle

import (
	"fmt"
	"time"
)

// statute is a claim before the law of its case: what the law looks at and what
// there was to say about it.
type statute struct {
	tables               *Tables
	jurisdiction, debtor string
	kind                 string // of the claim, never empty
	contracted, issued   day
	due, first           day
	frozen               bool // the reference rate of the first bearing day for ever

	fellBack, oldContract, beyondDirective bool
}

// statute reads what the law needs to know of a claim.
func (b *builder) statute(path string, in *claimInput, c *claim) *statute {
	return &statute{
		tables: b.tables, jurisdiction: b.in.Jurisdiction, debtor: b.in.Debtor, kind: or(in.Kind, "invoice"),
		contracted: b.day(path+"/contracted", in.Contracted), issued: b.day(path+"/issued", in.Issued),
		due: c.due, first: c.main.first,
	}
}

// lateInterest is the late interest of the law.
func (s *statute) lateInterest(r rateInput) (yearly, error) {
	if s.debtor != "consumer" && s.debtor != "business" {
		return nil, fmt.Errorf("/debtor: want consumer or business, got %q", s.debtor)
	}
	if r.Rate+r.Series+r.Margin+r.Multiplier != "" {
		return nil, fmt.Errorf("a statutory basis takes no rate, series, margin or multiplier")
	}
	var err error
	if s.frozen, err = readReset(r.Reset, s.jurisdiction == "GB"); err != nil {
		return nil, err
	}
	rate, err := s.written()
	if err == nil && s.marginUnread() {
		rate = unread{rate}
	}
	return rate, err
}

// marginUnread says whether the day that selects the margin lies beyond the days
// for which anybody has read it.
func (s *statute) marginUnread() bool {
	switch s.jurisdiction {
	case "DK":
		return turned(s.due, 2026, time.November, 21)
	case "FI", "DE":
		return s.trade() && turned(s.selecting(), 2027, time.January, 1)
	case "AT":
		return s.debtor == "business" && s.kind != "damages" && turned(s.selecting(), 2027, time.January, 1)
	case "EU":
		return turned(s.selecting(), 2027, time.January, 1)
	}
	return false
}

// written is the late interest as the statutes say it.
func (s *statute) written() (yearly, error) {
	switch s.jurisdiction {
	case "SE":
		return s.over("SE", overSE), nil
	case "FI":
		return s.lateFI(), nil
	case "NO":
		return s.lateNO(), nil
	case "DK":
		return s.lateDK(), nil
	case "DE":
		return s.over("DE", s.marginDE()), nil
	case "AT":
		return s.lateAT()
	case "NL":
		return s.lateNL(), nil
	case "GB":
		if s.debtor == "consumer" {
			return nil, fmt.Errorf("/debtor: no statutory interest from a consumer, give a rate")
		}
		return s.over("GB", overGB), nil
	case "EU":
		return s.lateEU()
	}
	return nil, fmt.Errorf("/jurisdiction: no statute is known for %q", s.jurisdiction)
}

// over is a series with a margin.
func (s *statute) over(series string, margin micro) *source {
	return &source{series: s.tables.named(series), margin: margin, frozen: s.frozen, anchor: s.first}
}

// selecting is the day that selects between an older and a newer law: that of
// the contract, else of the invoice, else the due date.
func (s *statute) selecting() day {
	s.fellBack = s.fellBack || s.contracted == noDay
	switch {
	case s.contracted != noDay:
		return s.contracted
	case s.issued != noDay:
		return s.issued
	}
	return s.due
}

// trade says whether it is a claim for payment between businesses, which most
// laws treat in their own way.
func (s *statute) trade() bool {
	return s.debtor == "business" && (s.kind == "invoice" || s.kind == "rent" || s.kind == "other")
}

// annually says whether unpaid interest bears interest after a year where the
// file says nothing: BW 6:119(2), 6:119a(3).
func annually(jurisdiction, basis string) bool {
	return jurisdiction == "NL" && basis == "statutory"
}

// turned says whether a day lies on or after another, given by its date.
func turned(d day, y int, m time.Month, dayOfMonth int) bool {
	return d >= date(y, m, dayOfMonth)
}

// defaultConvention is the day count of a jurisdiction.
func defaultConvention(jurisdiction string) string {
	switch jurisdiction {
	case "FI", "NO", "DE":
		return actActISDA
	case "DK":
		return thirtyE360
	}
	return act365F
}

// defaultPreset is the order of allocation of a jurisdiction.
func defaultPreset(jurisdiction string) string {
	switch jurisdiction {
	case "SE", "FI", "NO", "DK", "AT", "NL", "GB":
		return jurisdiction
	case "DE":
		return "DE-BGB-367"
	}
	return "costs-interest-principal"
}
