package rival

import (
	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/internal/document"
	"github.com/skuld-go/skuld/ledger"
)

// interest are the terms of an invoice: its own, else its client's, else nil, which
// leaves them to the law.
func (d *Document) interest(o document.Object, p *post, cl *ledger.Claim, b *bill) *ledger.InterestFacts {
	typ := o.Field("InterestType")
	reading, word := read(typ, d.opt.Codes.Interest)
	b.tot, b.totAt = d.restated(o)
	if word == "" && d.client != nil {
		reading, word = d.client.interest, d.client.interestWord
	}
	rate, rated, at := d.rate(o, reading.Agreed)
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
		if own := o.Field("InterestRate"); own.Given() && rate != 0 {
			d.rateWithoutUse(typ, own, word)
		}
		if word == "" && t.From.IsZero() {
			return nil
		}
	}
	return t
}

// rate is the rate of an invoice, or the addition that an answer states in its place; the
// value is where it is or should be. What an answer adds to the reference rate on its day
// is no agreed rate.
func (d *Document) rate(o document.Object, agreed bool) (interest.Percent, bool, document.Value) {
	own := o.Field("InterestRate")
	rate, rated := percent(own)
	if own.Given() || agreed {
		percent(o.Field("InterestAddPct"))
		return rate, rated, own
	}
	add := o.Field("InterestAddPct")
	rate, rated = percent(add)
	if add.Given() {
		return rate, rated, add
	}
	return 0, false, own
}

// rateWithoutUse refuses a rate that would be dropped.
func (d *Document) rateWithoutUse(typ, rate document.Value, word string) {
	if word == "" {
		typ.Problemf("%s beside a rate, want what the rate is: %s", typ, names(d.opt.Codes.Interest))
		return
	}
	rate.Problemf("%s beside the type %s, which has no rate of its own, want none", rate, word)
}

// restated is the whole rate that an answer states, for comparison.
func (d *Document) restated(o document.Object) (rate, path string) {
	v := o.Field("InterestTotPct")
	p, ok := percent(v)
	if !ok {
		return "", ""
	}
	return p.String(), v.Path()
}
