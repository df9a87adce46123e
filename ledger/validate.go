package ledger

import (
	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/money"
)

// Bounds on a case, checked by Validate.
const (
	// MaxClaims, MaxFees, MaxPayments, MaxDebtors and MaxTitles bound the lists of a case.
	MaxClaims   = 1_000
	MaxFees     = 1_000
	MaxPayments = 10_000
	MaxDebtors  = 1_000
	MaxTitles   = 1_000
	// MaxSpecification bounds the entries of one directed payment.
	MaxSpecification = 1_000
	// MaxText bounds ids, codes, groups and other short texts, in bytes.
	MaxText = 200
	// MaxReceived bounds what all payments add up to, all refunds, and all adjustments
	// without their signs, in minor units.
	MaxReceived = 1_000_000_000_000_000_000
	// FirstYear and LastYear bound every date, inclusive.
	FirstYear = 1900
	LastYear  = 2200
)

// Validate reports everything that is wrong with a case as [Problems], each with
// a JSON Pointer into the native form; nil means that it can be folded once its
// terms are resolved.
func (c Case) Validate() error {
	quick := validator{c: &c}
	quick.check()
	if !quick.wrong {
		return nil
	}
	v := validator{c: &c, problems: new(Problems)}
	v.check()
	return v.problems.Err()
}

// check checks everything.
func (v *validator) check() {
	c := v.c
	v.words()
	v.text("/id", c.ID, true)
	if c.Currency.IsZero() {
		v.Addf("/currency", "missing, want a currency code such as SEK")
	}
	v.text("/jurisdiction", c.Jurisdiction, false)
	if c.Jurisdiction != "" && c.Debtor.String() == "" && c.needsStatute() {
		v.Addf("/debtor", "missing, want consumer or business: the statute of %s asks", c.Jurisdiction)
	}
	v.debtors()
	v.claims()
	v.fees()
	v.payments()
	v.titles()
	v.life()
	if o := c.Allocation; o.Name != "" || len(o.Rungs) > 0 {
		v.AddError("/allocation", o.Validate())
	}
}

// Validate reports a day that is missing or out of bounds.
func (at At) Validate() error {
	var v validator
	v.date("", at.AsOf, true)
	v.date("", at.KnownAt, false)
	if !v.wrong {
		return nil
	}
	v.problems = new(Problems)
	v.date("", at.AsOf, true)
	v.date("", at.KnownAt, false)
	for _, p := range *v.problems {
		p.Message = "as of " + at.AsOf.String() + ", known at " + at.KnownAt.String() + ": " + p.Message
	}
	return v.problems.Err()
}

// words checks the constants that belong to the case as a whole.
func (v *validator) words() {
	known(v, "/debtor", v.c.Debtor)
	known(v, "/rounding/place", v.c.Rounding.Place)
	if mode := v.c.Rounding.Mode; !mode.Valid() {
		v.Addf("/rounding/mode", "no rounding, want a mode with a step of at least 0")
	}
}

// needsStatute reports whether some claim leaves its rate to the statute.
func (c Case) needsStatute() bool {
	for _, cl := range c.Claims {
		if cl.Kind != CreditNote && (cl.Interest == nil || cl.Interest.statutory()) {
			return true
		}
	}
	for _, f := range c.Fees {
		if f.Amount.Currency().IsZero() || f.Interest != nil && f.Interest.statutory() {
			return true
		}
	}
	return false
}

func (v *validator) debtors() {
	if !v.count("/debtors", len(v.c.Debtors), MaxDebtors) {
		return
	}
	for i, d := range v.c.Debtors {
		path := v.at("/debtors", i)
		v.id(path+"/id", d.ID)
		v.text(path+"/role", d.Role, false)
	}
}

func (v *validator) fees() {
	if !v.count("/fees", len(v.c.Fees), MaxFees) {
		return
	}
	for i, f := range v.c.Fees {
		path := v.at("/fees", i)
		v.id(path+"/id", f.ID)
		v.text(path+"/code", f.Code, false)
		v.date(path+"/date", f.Date, true)
		v.date(path+"/recorded", f.Recorded, false)
		v.amount(path+"/amount", f.Amount, false, true)
		v.feeFacts(path, f)
	}
}

func (v *validator) payments() {
	if !v.count("/payments", len(v.c.Payments), MaxPayments) {
		return
	}
	var sum int64
	for i, p := range v.c.Payments {
		path := v.at("/payments", i)
		credited := v.credited(path, p)
		sum = addBounded(sum, credited.Minor())
		v.id(path+"/id", p.ID)
		v.date(path+"/date", p.Date, true)
		v.date(path+"/recorded", p.Recorded, false)
		if p.By != "" && !v.isDebtor(p.By) {
			v.Addf(path+"/by", "%q is not a debtor of the case, want an id from /debtors", clip(p.By))
		}
		v.specification(path, p, credited)
		v.paymentOrder(v.in(path, "/allocation"), p.Order)
	}
	v.received("/payments", sum)
}

func (v *validator) titles() {
	if !v.count("/titles", len(v.c.Titles), MaxTitles) {
		return
	}
	for i, t := range v.c.Titles {
		path := v.at("/titles", i)
		v.id(path+"/id", t.ID)
		v.text(path+"/kind", t.Kind, false)
		v.date(path+"/date", t.Date, true)
		v.date(path+"/recorded", t.Recorded, false)
	}
}

func (v *validator) specification(path string, p Payment, credited money.Amount) {
	path = v.in(path, "/specification")
	if !v.count(path, len(p.Specification), MaxSpecification) {
		return
	}
	var sum int64
	for i, d := range p.Specification {
		at := v.at(path, i)
		v.amount(at+"/amount", d.Amount, true, true)
		sum += min(max(d.Amount.Minor(), 0), money.MaxMinor)
		switch kind := v.itemOf(d.Item); kind {
		case feeItem, claimItem:
			v.components(at, d, kind == feeItem)
		default:
			v.Addf(at+"/item", "%q is not an item of the case, want the id of a claim or fee", clip(d.Item))
		}
	}
	if sum > credited.Minor() && credited.Sign() > 0 {
		v.Addf(path, "adds up to %s, want at most the payment's %s", money.FromMinor(sum, v.c.Currency), credited)
	}
}

func (v *validator) components(path string, d allocation.Directed, fee bool) {
	for _, c := range d.Components {
		if c.String() == "" || (c == allocation.Fee) != fee && !(fee && isInterest(c) && v.bearing[d.Item]) {
			v.Addf(path+"/component", "%q is no component of item %q", c, clip(d.Item))
			return
		}
	}
}
