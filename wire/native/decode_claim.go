package native

import (
	"fmt"
	"slices"
	"strings"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/ledger"
)

// claim reads a claim.
func (d *decoder) claim(o object) ledger.Claim {
	c := ledger.Claim{
		ID: d.itemID(o), Kind: d.claimKind(o), Group: o.label("group"), Secured: o.yes("secured"),
		Principal: o.amount("principal"), VAT: o.amount("vat"),
		Contracted: o.day("contracted"), Issued: o.day("issued"), Due: o.day("due"),
		Demanded: o.day("demanded"), Accelerated: o.day("accelerated"), Recorded: o.day("recorded"),
	}
	c.Opening = d.opening(o)
	c.Exchange = d.exchange(o)
	c.Credit = d.credit(o)
	c.Interest = d.interest(o)
	c.ContractInterest = d.terms(o, "contractInterest")
	c.Limitation = d.limitation(o)
	return c
}

// claimKind reads the field kind of a claim.
func (d *decoder) claimKind(o object) ledger.ClaimKind {
	k := word(o, "kind", ledger.ParseClaimKind)
	if k == 0 && o.states("kind") {
		// It may be a credit note, which needs no due date.
		d.cannotTell(o.path("due"))
	}
	return k
}

// interest reads the terms in the field interest of a claim or a fee, nil where
// there are none.
func (d *decoder) interest(of object) *ledger.InterestFacts {
	t := d.terms(of, "interest")
	switch n := of.field("interest"); {
	case n == nil || n.blank():
	case n.kind != isObject, t.From.IsZero() && n.field("from") != nil && !n.field("from").blank():
		// It may state a start: the due date must not be reported as missing.
		d.cannotTell(of.path("due"))
	}
	return t
}

// terms reads the interest terms in a field, nil where there are none.
func (d *decoder) terms(of object, name string) *ledger.InterestFacts {
	o, ok := of.child(name, interestFields)
	if !ok {
		return nil
	}
	return d.termsOf(o, dayCount)
}

// termsOf reads interest terms, nil where they say nothing; count reads their day
// count.
func (d *decoder) termsOf(o object, count func(string) (calendar.DayCount, error)) *ledger.InterestFacts {
	t := &ledger.InterestFacts{RateFacts: d.rate(o)}
	t.DayCount, _ = parse(o, "dayCount", wantText, count)
	var ok bool
	if t.From, ok = o.date("from"); !ok {
		d.cannotTell(o.path("through"))
	}
	t.Through = o.day("through")
	t.PaymentDay = word(o, "paymentDay", ledger.ParsePaymentDay)
	t.Floor = d.bound(o, "floor")
	t.Ceiling = d.bound(o, "ceiling")
	t.Agreed = d.agreed(o)
	t.Cutoff = o.day("cutoff")
	t.Compounding = word(o, "compounding", ledger.ParseCompounding)
	t.Kind = word(o, "kind", ledger.ParseInterestKind)
	t.Refixes, _ = objects(o, "refixes", ledger.MaxLife, refixFields, refix)
	if o.blank() {
		return nil
	}
	return t
}

// noRate is the message about a rate that is needed and not there.
const noRate = `missing, want per cent a year such as "11.5"`

// rate reads what interest terms and agreed rates have in common.
func (d *decoder) rate(o object) ledger.RateFacts {
	r := ledger.RateFacts{
		Basis: word(o, "basis", ledger.ParseBasis), Rate: o.percent("rate"),
		Series: o.label("series"), Margin: o.percent("margin"), Reset: word(o, "reset", ledger.ParseReset),
	}
	r.Multiplier, _ = parse(o, "multiplier", wantFactor, parseFactor)
	switch r.Basis {
	case 0:
		return r
	case ledger.BasisFixed:
		if o.field("rate").missing(isString) {
			o.problemf("rate", noRate)
		}
	default:
		o.beside(r.Basis, ledger.BasisFixed, "rate")
	}
	if r.Basis != ledger.BasisReference {
		o.beside(r.Basis, ledger.BasisReference, "series", "margin", "multiplier")
	}
	return r
}

// beside refuses fields that belong to another basis, also where they state 0,
// which the check of the case would take for nothing.
func (o object) beside(have, want ledger.Basis, names ...string) {
	for _, name := range names {
		if o.states(name) {
			o.problemf(name, "beside basis %s, want it with %s only", have, want)
		}
	}
}

// bound reads a floor or a ceiling: a rate, or a series with a margin; nil where
// there is none.
func (d *decoder) bound(o object, name string) *ledger.RateFacts {
	n := o.field(name)
	switch {
	case n == nil:
		return nil
	case n.kind == isObject:
		b, _ := o.child(name, boundFields)
		r := &ledger.RateFacts{Basis: ledger.BasisReference, Series: b.label("series"), Margin: b.percent("margin")}
		if n.blank() {
			return nil
		}
		return r
	}
	p, ok := parse(o, name, wantRate+" or an object of series and margin", parsePercent)
	if !ok || n.blank() {
		return nil
	}
	return &ledger.RateFacts{Basis: ledger.BasisFixed, Rate: p}
}

// agreed reads a contract rate, nil where there is none.
func (d *decoder) agreed(of object) *ledger.RateFacts {
	o, ok := of.child("agreed", rateFields)
	if !ok {
		if of.states("agreed") {
			d.cannotTell(of.path("cutoff"))
		}
		return nil
	}
	r := d.rate(o)
	if o.blank() {
		return nil
	}
	return &r
}

// dayCounts are the conventions that a claim may have.
var dayCounts = []calendar.DayCount{
	calendar.Act365Fixed, calendar.Act360, calendar.Act364, calendar.ActActISDA, calendar.NL365, calendar.ThirtyE360,
	calendar.ThirtyE360ISDA, calendar.ThirtyU360, calendar.Thirty360Bond, calendar.ThirtyE365,
}

func dayCountNames() string {
	names := make([]string, len(dayCounts))
	for i, c := range dayCounts {
		names[i] = c.String()
	}
	return strings.Join(names, ", ")
}

// dayCount reads a day count that a claim may have.
func dayCount(s string) (calendar.DayCount, error) {
	c, err := calendar.ParseDayCount(s)
	switch {
	case err == nil && slices.Contains(dayCounts, c):
		return c, nil
	case c == calendar.Act365L || c == calendar.ActActICMA || c == calendar.ActActAFB:
		return 0, fmt.Errorf("%s counts by the schedule of a plan, want for a claim one of %s", quote(s), dayCountNames())
	}
	return 0, fmt.Errorf("%s is not a day count of claims, want one of %s", quote(s), dayCountNames())
}
