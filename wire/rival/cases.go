package rival

import (
	"github.com/skuld-go/skuld/allocation/remittance"
	"github.com/skuld-go/skuld/dunning"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/paymentplan"
)

// Cases are the cases of the document, those that are updated or merged as one, in the
// order in which they first appear. There are none where the document is a client, a
// payment, a search date or a question for installments alone; a list of cases that is
// empty is an error of [Decode].
func (d *Document) Cases() []ledger.Case {
	list := make([]ledger.Case, len(d.cases))
	for i, m := range d.cases {
		list[i] = m.facts
	}
	return list
}

// Case is the first case of the document, the zero Case where it has none.
func (d *Document) Case() ledger.Case {
	if len(d.cases) == 0 {
		return ledger.Case{}
	}
	return d.cases[0].facts
}

// Plan is the installment plan of a case among [Document.Cases], as an answer that came
// in tells of it: the standard amount every so many days, from the next payment on. nil is
// none, or one of which nothing but its existence is known.
func (d *Document) Plan(i int) *paymentplan.Request { return d.cases[i].planRequest() }

// Dunning asks where a case stands, with the plan over it, nil where there is none. What
// was carried out are its letters; the next action keeps the rest back until its day.
func (d *Document) Dunning(i int) (dunning.Request, *paymentplan.Request) {
	m := d.cases[i]
	r := dunning.Request{Case: m.facts, Facts: dunning.Facts{Mandate: m.first.registered, NoVATDeduction: d.client != nil && d.client.noVAT}}
	for _, cl := range m.facts.Claims {
		if day := cl.Origin(); !day.IsZero() && (r.Facts.Origin.IsZero() || day < r.Facts.Origin) {
			r.Facts.Origin = day
		}
	}
	return r, m.planRequest()
}

// Phase is the furthest of the four tracks on which a case has a status, by which a
// settlement tariff may tell commissions apart: "claim", "legal", "enforcement" or
// "surveillance"; "" where it has no status.
func (d *Document) Phase(i int) string {
	for track := dunning.Tracks; track > 0; track-- {
		if d.cases[i].status.words[track-1] != "" {
			return dunning.Track(track).String()
		}
	}
	return ""
}

// Settlement is the tariff that the client's SettlementCode selects; false where the
// document has no code. The error is a problem at a code that the table lacks.
func (d *Document) Settlement() (remittance.Tariff, bool, error) {
	if d.client == nil || d.client.settlement == "" {
		return remittance.Tariff{}, false, nil
	}
	t, known := d.opt.Codes.Settlements[d.client.settlement]
	if !known {
		var ps ledger.Problems
		ps.Addf(d.client.settlementAt, "%q is not a known code, want %s", d.client.settlement, names(d.opt.Codes.Settlements))
		return remittance.Tariff{}, false, ps.Err()
	}
	return t, true, nil
}
