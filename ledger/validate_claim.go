package ledger

import (
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/interest"
)

func (v *validator) claims() {
	if len(v.c.Claims) == 0 {
		v.Addf("/claims", "empty, want at least one claim")
	}
	if !v.count("/claims", len(v.c.Claims), MaxClaims) {
		return
	}
	for i, cl := range v.c.Claims {
		v.claim(v.at("/claims", i), cl)
	}
}

func (v *validator) claim(path string, cl Claim) {
	v.id(path+"/id", cl.ID)
	known(v, path+"/kind", cl.Kind)
	v.text(path+"/group", cl.Group, false)
	v.amount(path+"/principal", cl.Principal, true, false)
	v.amount(path+"/vat", cl.VAT, false, false)
	if cl.VAT.Minor() > cl.Principal.Minor() && cl.VAT.Currency() == cl.Principal.Currency() {
		v.Addf(path+"/vat", "%s is above the principal, want at most %s", cl.VAT, cl.Principal)
	}
	v.date(path+"/contracted", cl.Contracted, false)
	v.date(path+"/issued", cl.Issued, false)
	v.date(path+"/due", cl.Due, false)
	v.date(path+"/demanded", cl.Demanded, false)
	v.date(path+"/accelerated", cl.Accelerated, false)
	v.opening(v.in(path, "/opening"), cl.Opening)
	v.exchange(v.in(path, "/exchange"), cl.Exchange)
	v.credit(v.in(path, "/credit"), cl.Credit)
	v.limitation(v.in(path, "/limitation"), cl.Limitation)
	v.date(path+"/recorded", cl.Recorded, false)
	if cl.Kind == CreditNote {
		v.creditNote(path, cl)
		return
	}
	if cl.Kind == CapitalizedInterest {
		v.capitalized(path, cl)
	}
	if cl.FirstBearingDay().IsZero() {
		v.Addf(path+"/due", "missing, want a due date or interest.from")
	}
	if cl.Interest != nil {
		v.interest(v.in(path, "/interest"), cl)
	}
	v.contract(v.in(path, "/contractInterest"), cl)
}

func (v *validator) interest(path string, cl Claim) {
	t := cl.Interest
	known(v, path+"/paymentDay", t.PaymentDay)
	known(v, path+"/compounding", t.Compounding)
	known(v, path+"/kind", t.Kind)
	if t.DayCount != 0 {
		_, err := t.DayCount.Fraction(calendar.Period{From: 1, To: 2})
		v.AddError(path+"/dayCount", err)
	}
	v.date(path+"/from", t.From, false)
	v.date(path+"/through", t.Through, false)
	v.date(path+"/cutoff", t.Cutoff, false)
	if !t.Through.IsZero() && t.Through < cl.FirstBearingDay() {
		v.Addf(path+"/through", "%s is before the first bearing day %s, want that day or later", t.Through, cl.FirstBearingDay())
	}
	if t.Basis == BasisStatutory && v.c.Jurisdiction == "" {
		v.Addf(path+"/basis", "statutory without a jurisdiction, want one at /jurisdiction or another basis")
	}
	stated := t.RateFacts
	if stated.Basis == 0 && v.c.Jurisdiction != "" {
		stated.Basis = BasisStatutory
	}
	v.rate(path, stated)
	v.refixes(v.in(path, "/refixes"), t)
	v.bound(v.in(path, "/floor"), t.Floor)
	v.bound(v.in(path, "/ceiling"), t.Ceiling)
	if t.Basis == BasisNone && (t.Floor != nil || t.Ceiling != nil) {
		v.Addf(path+"/basis", "none beside a floor or a ceiling, want another basis or no bounds")
	}
	if t.Agreed != nil {
		v.agreed(path, t)
	} else if !t.Cutoff.IsZero() {
		v.Addf(path+"/cutoff", "without an agreed rate, want agreed beside it")
	}
}

// bound checks a floor or ceiling: a rate, or a series and a margin.
func (v *validator) bound(path string, b *RateFacts) {
	switch {
	case b == nil:
	case b.Basis != BasisFixed && b.Basis != BasisReference:
		v.Addf(path, "basis %q, want a rate or a series", b.Basis)
	case b.Multiplier != 0 || b.Reset != 0:
		v.Addf(path, "a multiplier or a reset, want a rate, or a series and a margin")
	default:
		v.rate(path, *b)
	}
}

func (v *validator) agreed(path string, t *InterestFacts) {
	if t.Basis == BasisNone {
		v.Addf(path+"/agreed", "beside basis none, want another basis")
	}
	if b := t.Agreed.Basis; b == BasisStatutory || b == BasisNone {
		v.Addf(path+"/agreed/basis", "%q, want fixed or reference", b)
	}
	v.rate(v.in(path, "/agreed"), *t.Agreed)
}

// rate checks that a rate states what its basis asks for and nothing else.
func (v *validator) rate(path string, r RateFacts) {
	switch r.Basis {
	case BasisStatutory, BasisFixed, BasisReference, BasisNone:
	default:
		v.Addf(path+"/basis", "missing, want statutory, fixed, reference or none")
		return
	}
	known(v, path+"/reset", r.Reset)
	v.bounded(path, r)
	if r.Basis != BasisFixed && r.Rate != 0 {
		v.Addf(path+"/rate", "beside basis %s, want it with fixed only", r.Basis)
	}
	if r.Basis == BasisReference {
		if r.Series == "" {
			v.Addf(path+"/series", "missing, want the name of a series")
		}
		v.text(path+"/series", r.Series, false)
		return
	}
	if r.Series != "" {
		v.Addf(path+"/series", "beside basis %s, want it with reference only", r.Basis)
	}
	if r.Margin != 0 {
		v.Addf(path+"/margin", "beside basis %s, want it with reference only", r.Basis)
	}
	if r.Multiplier != 0 {
		v.Addf(path+"/multiplier", "beside basis %s, want it with reference only", r.Basis)
	}
	if r.Reset != 0 && r.Basis != BasisStatutory {
		v.Addf(path+"/reset", "beside basis %s, want it with reference or statutory", r.Basis)
	}
}

// bounded checks the size of the numbers of a rate.
func (v *validator) bounded(path string, r RateFacts) {
	for _, f := range []struct {
		name  string
		value interest.Percent
	}{{"/rate", r.Rate}, {"/margin", r.Margin}, {"/multiplier", interest.Percent(r.Multiplier)}} {
		if f.value > interest.MaxPercent || f.value < -interest.MaxPercent {
			v.Addf(path+f.name, "%s is out of bounds, want at most %s in either direction", f.value, interest.MaxPercent)
		}
	}
}
