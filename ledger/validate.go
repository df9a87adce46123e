package ledger

import (
	"slices"
	"strconv"
	"strings"

	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/interest"
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

// known checks that a constant is one of those that have a word; zero leaves the
// choice open.
func known[T interface {
	~uint8
	String() string
}](v *validator, path string, constant T) {
	if constant != 0 && constant.String() == "" {
		v.Addf(path, "constant %d, want a known one", uint8(constant))
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

// validator collects what is wrong. Most cases are right, so the first look at one is
// quick: it makes no paths and no messages, and only says whether there is any problem;
// then a second look says which.
type validator struct {
	problems  *Problems // nil on a quick look
	c         *Case
	wrong     bool
	few       [fewIDs]string    // the first ids of a quick look
	known     int               // how many there were
	ids       map[string]string // id → where it was first used, of the ids that are not among few
	items     map[string]kindOfItem
	debtorIDs map[string]bool
	// bearing are the ids of fees with terms of interest.
	bearing map[string]bool
}

// fewIDs is how many ids a quick look holds against each other one by one.
const fewIDs = 40

// kindOfItem says what the id of an item names.
type kindOfItem uint8

const (
	noItem kindOfItem = iota
	claimItem
	feeItem
)

// Addf notes a problem.
func (v *validator) Addf(path, format string, args ...any) {
	v.wrong = true
	if v.problems != nil {
		v.problems.Addf(path, format, args...)
	}
}

// AddError notes an error at a path; nil is not noted.
func (v *validator) AddError(path string, err error) {
	v.wrong = v.wrong || err != nil
	if v.problems != nil {
		v.problems.AddError(path, err)
	}
}

// at is the path of an entry of a list; a quick look has none.
func (v *validator) at(list string, i int) string {
	if v.problems == nil {
		return ""
	}
	return list + "/" + strconv.Itoa(i)
}

// in is the path of a part that has paths of its own below it; a quick look has none.
func (v *validator) in(path, name string) string {
	if v.problems == nil {
		return ""
	}
	return path + name
}

// text checks a short text.
func (v *validator) text(path, s string, required bool) {
	switch {
	case s == "" && required:
		v.Addf(path, "missing, want a text")
	case len(s) > MaxText:
		v.Addf(path, "%d bytes, want at most %d", len(s), MaxText)
	}
}

// id checks an id and that it is the only one of its name.
func (v *validator) id(path, id string) {
	v.text(path, id, true)
	if id == "" {
		return
	}
	if first, taken := v.ids[id]; taken || slices.Contains(v.few[:v.known], id) {
		v.Addf(path, "%q is used already at %s, want ids unique over the case", clip(id), first)
		return
	}
	if v.problems == nil && v.known < fewIDs {
		v.few[v.known] = id
		v.known++
		return
	}
	if v.ids == nil {
		v.ids = map[string]string{}
	}
	v.ids[id] = path
}

// count checks the length of a list and reports whether it may be looked at.
func (v *validator) count(path string, n, limit int) bool {
	if n > limit {
		v.Addf(path, "%d entries, want at most %d", n, limit)
	}
	return n <= limit
}

// date checks the bounds of a date.
func (v *validator) date(path string, d calendar.Date, required bool) {
	switch {
	case d.IsZero() && required:
		v.Addf(path, "missing, want a date YYYY-MM-DD")
	case !d.IsZero() && (d.Year() < FirstYear || d.Year() > LastYear):
		v.Addf(path, "%s is out of bounds, want a year from %d through %d", d, FirstYear, LastYear)
	}
}

// amount checks the currency and bounds of an amount.
func (v *validator) amount(path string, a money.Amount, required, positive bool) {
	v.amountIn(path, a, v.c.Currency, required, positive)
}

// amountIn checks an amount of a currency.
func (v *validator) amountIn(path string, a money.Amount, want money.Currency, required, positive bool) {
	switch {
	case v.c.Currency.IsZero():
		// Without a currency no amount can be read; that is the problem to mend.
	case a == money.Amount{}:
		if required {
			v.Addf(path, "missing, want an amount")
		}
	case a.Currency() != want:
		v.Addf(path, "%s is not in the currency of the case, want %s", a, want)
	case a.Sign() < 0:
		v.Addf(path, "%s is negative, want an amount of at least 0", a)
	case positive && a.IsZero():
		v.Addf(path, "%s is nothing, want an amount above 0", a)
	case a.Minor() > money.MaxMinor:
		v.Addf(path, "%s is out of bounds, want at most %s", a, money.FromMinor(money.MaxMinor, a.Currency()))
	}
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

// addBounded adds an amount without its sign, and no further than just beyond
// MaxReceived.
func addBounded(sum, minor int64) int64 {
	minor = max(min(minor, money.MaxMinor), -money.MaxMinor)
	return min(sum+max(minor, -minor), MaxReceived+1)
}

func (v *validator) received(path string, sum int64) {
	if sum > MaxReceived {
		v.Addf(path, "add up to more than %d minor units, want less", int64(MaxReceived))
	}
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

// itemOf says what an id names. A fee that has the id of a claim is another problem.
func (v *validator) itemOf(id string) kindOfItem {
	if v.items == nil {
		v.items = map[string]kindOfItem{}
		for i := range v.c.Claims {
			v.items[v.c.Claims[i].ID] = claimItem
		}
		for i := range v.c.Fees {
			v.items[v.c.Fees[i].ID] = feeItem
		}
	}
	return v.items[id]
}

func (v *validator) isDebtor(id string) bool {
	if v.debtorIDs == nil {
		v.debtorIDs = map[string]bool{}
		for i := range v.c.Debtors {
			v.debtorIDs[v.c.Debtors[i].ID] = true
		}
	}
	return v.debtorIDs[id]
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

// clip keeps foreign text in messages short.
func clip(s string) string {
	if len(s) > MaxText {
		return strings.ToValidUTF8(s[:MaxText], "") + "…"
	}
	return s
}
