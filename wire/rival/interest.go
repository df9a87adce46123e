package rival

import (
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/internal/document"
	"github.com/skuld-go/skuld/ledger"
)

// interest are the terms of an invoice: its own, else its client's, else nil, which
// leaves them to the law.
func (d *Document) interest(o document.Object, p *post, cl *ledger.Claim, b *bill) *ledger.InterestFacts {
	typ := o.Field("InterestType")
	reading, word := read(typ, d.opt.Codes.Interest)
	d.restated(o, p, b)
	if word == "" && d.client != nil {
		reading, word = d.client.interest, d.client.interestWord
	}
	rate, rated, at := d.rate(o, reading)
	if !rated && d.client != nil && d.client.rated && (word == d.client.interestWord) {
		rate, rated = d.client.rate, true
	}
	b.word = word
	if word != "" && reading.Basis == 0 { // not a known word: a problem already
		return &ledger.InterestFacts{RateFacts: ledger.RateFacts{Basis: ledger.BasisNone}}
	}
	t := &ledger.InterestFacts{DayCount: reading.DayCount, From: o.Field("InterestFromDate").Date(d.opt.Zone)}
	t.Basis = reading.Basis
	takes := reading.Agreed || reading.Basis == ledger.BasisFixed || reading.Basis == ledger.BasisReference
	if takes && !rated && !at.Given() {
		at.Problemf("%s, want the rate of the type %s", at, word)
	}
	switch {
	case reading.Agreed:
		t.Agreed, b.agreed = &ledger.RateFacts{Basis: ledger.BasisFixed, Rate: rate}, per(rate)
	case reading.Basis == ledger.BasisFixed:
		t.Rate = rate
	case reading.Basis == ledger.BasisReference:
		t.Margin, t.Series = rate, firstOf(reading.Series, p.facts.Jurisdiction)
	default:
		d.unusedRates(o, p, b, word)
		if word == "" && t.From.IsZero() {
			return nil
		}
	}
	return t
}

// rate is the rate of an invoice, or the addition that an answer states in its place; the
// value is where it is or should be. Beside an agreed rate an answer adds what the law
// does on its day; beside any other they are two names of one rate.
func (d *Document) rate(o document.Object, reading Interest) (interest.Percent, bool, document.Value) {
	own, add := o.Field("InterestRate"), o.Field("InterestAddPct")
	rate, rated := percent(own)
	added, adds := percent(add)
	if reading.Agreed && added != 0 && !answers(o) {
		add.Problemf("%s beside an agreed rate, want none: the rate is in InterestRate", add)
	}
	if own.Given() || reading.Agreed {
		if takes := reading.Basis == ledger.BasisFixed || reading.Basis == ledger.BasisReference; takes && !reading.Agreed && rated && adds && rate != added {
			add.Problemf("%s beside InterestRate %s, want the same, or one of them", add, rate)
		}
		return rate, rated, own
	}
	if add.Given() {
		return added, adds, add
	}
	return 0, false, own
}

// answers reports whether an invoice is one of an answer, whose rates are results.
func answers(o document.Object) bool { return o.Field("InterestTotPct").Kind() != document.Absent }

// unusedRates refuses rates that would be dropped where the type has none of its own. What
// an answer adds by law is compared instead.
func (d *Document) unusedRates(o document.Object, p *post, b *bill, word string) {
	typ, own, add := o.Field("InterestType"), o.Field("InterestRate"), o.Field("InterestAddPct")
	if rate, ok := percent(own); ok && rate != 0 {
		d.rateWithoutUse(typ, own, word)
	}
	added, ok := percent(add)
	switch {
	case !ok || added == 0:
	case answers(o):
		b.stated = append(b.stated, statedRate{p.through, added.String(), add.Path(), false})
	default:
		d.rateWithoutUse(typ, add, word)
	}
}

// rateWithoutUse refuses a rate that would be dropped.
func (d *Document) rateWithoutUse(typ, rate document.Value, word string) {
	if word == "" {
		typ.Problemf("%s beside a rate, want what the rate is: %s", typ, names(d.opt.Codes.Interest))
		return
	}
	rate.Problemf("%s beside the type %s, which has no rate of its own, want none", rate, word)
}

// statedRate is a rate that an answer stated, for comparison.
type statedRate struct {
	day        calendar.Date // zero where nobody said of which day it is
	rate, path string
	whole      bool // the whole rate, else what is added to that of reference
}

// restated notes the whole rate that an answer states.
func (d *Document) restated(o document.Object, p *post, b *bill) {
	v := o.Field("InterestTotPct")
	if rate, ok := percent(v); ok {
		b.stated = append(b.stated, statedRate{p.through, rate.String(), v.Path(), true})
	}
}
