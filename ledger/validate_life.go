package ledger

import (
	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/money"
)

const (
	// MaxLife bounds each list of adjustments, capitalizations, holds, reversals and
	// refunds, of notices and of promises.
	MaxLife = 10_000
	// MaxWriteOffs bounds the write-offs of a case, each of which may be on all items.
	MaxWriteOffs = 1_000
	// MaxLevel is the highest level of dunning that a notice can be of.
	MaxLevel = 50
)

// opening checks the figures with which a claim's books begin.
func (v *validator) opening(path string, o *Opening) {
	if o == nil {
		return
	}
	v.date(path+"/through", o.Through, true)
	v.amount(path+"/principal", o.Principal, true, false)
	v.amount(path+"/contractInterest", o.ContractInterest, false, false)
	v.amount(path+"/interest", o.Interest, false, false)
}

// life checks what happens to a case besides claims, fees and payments.
func (v *validator) life() {
	v.adjustments()
	v.capitalizations()
	v.holds()
	v.reversals()
	v.refunds()
	v.writeOffs()
	v.closing()
	v.letters()
	v.date("/plan/start", v.c.PlanAgreed, false)
	v.withinOpenings()
}

// item checks that a fact names an item of the case, and gives its kind.
func (v *validator) item(path, id string) kindOfItem {
	kind := v.itemOf(id)
	if kind == noItem {
		v.notAbout(path, id)
	}
	return kind
}

func (v *validator) notAbout(path, id string) {
	v.Addf(path, "%q is no item that this can be about, want the id of one", clip(id))
}

func (v *validator) adjustments() {
	if !v.count("/adjustments", len(v.c.Adjustments), MaxLife) {
		return
	}
	var sum int64
	for i, a := range v.c.Adjustments {
		sum = addBounded(sum, a.Amount.Minor())
		path := v.at("/adjustments", i)
		v.id(path+"/id", a.ID)
		v.date(path+"/date", a.Date, true)
		v.date(path+"/recorded", a.Recorded, false)
		v.text(path+"/reason", a.Reason, false)
		if kind := v.item(path+"/item", a.Item); kind != noItem {
			v.components(path, allocation.Directed{Item: a.Item, Components: []allocation.Component{a.Component}}, kind == feeItem)
		}
		v.signed(path+"/amount", a.Amount)
	}
	v.received("/adjustments", sum)
}

// signed checks an amount that may be negative but not zero.
func (v *validator) signed(path string, a money.Amount) {
	if a.Sign() < 0 && a.Currency() == v.c.Currency {
		a = a.Neg()
	}
	v.amount(path, a, true, true)
}

func (v *validator) capitalizations() {
	if !v.count("/capitalizations", len(v.c.Capitalizations), MaxLife) {
		return
	}
	for i, c := range v.c.Capitalizations {
		path := v.at("/capitalizations", i)
		v.id(path+"/id", c.ID)
		v.date(path+"/date", c.Date, true)
		v.date(path+"/recorded", c.Recorded, false)
		if v.itemOf(c.Item) != claimItem {
			v.notAbout(path+"/item", c.Item)
		}
	}
}

func (v *validator) holds() {
	if !v.count("/holds", len(v.c.Holds), MaxLife) {
		return
	}
	for i, h := range v.c.Holds {
		path := v.at("/holds", i)
		if h.ID != "" {
			v.id(path+"/id", h.ID)
		}
		if h.Scope.String() == "" {
			v.Addf(path+"/scope", "missing, want interest, dunning, fees or payments")
		}
		v.date(path+"/from", h.From, true)
		v.date(path+"/through", h.Through, false)
		v.date(path+"/recorded", h.Recorded, false)
		v.text(path+"/reason", h.Reason, false)
		if !h.Through.IsZero() && h.Through < h.From {
			v.Addf(path+"/through", "%s is before %s, want that day or later", h.Through, h.From)
		}
		if v.count(path+"/items", len(h.Items), MaxLife) {
			for k, id := range h.Items {
				v.item(v.at(v.in(path, "/items"), k), id)
			}
		}
	}
}

func (v *validator) reversals() {
	if len(v.c.Reversals) == 0 || !v.count("/reversals", len(v.c.Reversals), MaxLife) {
		return
	}
	paid := map[string]calendar.Date{}
	for _, p := range v.c.Payments {
		paid[p.ID] = p.Date
	}
	seen := map[string]bool{}
	for i, r := range v.c.Reversals {
		path := v.at("/reversals", i)
		v.id(path+"/id", r.ID)
		v.date(path+"/date", r.Date, true)
		v.date(path+"/recorded", r.Recorded, false)
		known(v, path+"/effect", r.Effect)
		on, there := paid[r.Payment]
		switch {
		case !there:
			v.Addf(path+"/payment", "%q is not a payment of the case, want the id of one", clip(r.Payment))
		case seen[r.Payment]:
			v.Addf(path+"/payment", "%q is reversed already, want each payment once", clip(r.Payment))
		case !r.Date.IsZero() && r.Date < on:
			v.Addf(path+"/date", "%s is before the payment of %s, want that day or later", r.Date, on)
		}
		seen[r.Payment] = true
	}
}

func (v *validator) closing() {
	c := v.c.Closed
	if c == nil {
		return
	}
	v.date("/closed/date", c.Date, true)
	v.date("/closed/recorded", c.Recorded, false)
	known(v, "/closed/disposition", c.Disposition)
	v.amount("/closed/tolerance", c.Tolerance, c.Disposition == SmallBalance, false)
}

// letters checks notices and promises.
func (v *validator) letters() {
	if v.count("/notices", len(v.c.Notices), MaxLife) {
		for i, n := range v.c.Notices {
			path := v.at("/notices", i)
			v.id(path+"/id", n.ID)
			v.text(path+"/kind", n.Kind, false)
			v.date(path+"/sent", n.Sent, true)
			v.date(path+"/delivered", n.Delivered, false)
			if !n.Delivered.IsZero() && n.Delivered < n.Sent {
				v.Addf(path+"/delivered", "%s is before %s, want that day or later", n.Delivered, n.Sent)
			}
			v.date(path+"/through", n.Through, false)
			v.lasting(path, n)
			v.date(path+"/recorded", n.Recorded, false)
			if n.Level < 0 || n.Level > MaxLevel {
				v.Addf(path+"/level", "%d, want the number of a level from 1 to %d, or 0 for none", n.Level, MaxLevel)
			}
			v.amount(path+"/fee", n.Fee, false, false)
		}
	}
	if v.count("/promises", len(v.c.Promises), MaxLife) {
		for i, p := range v.c.Promises {
			path := v.at("/promises", i)
			v.id(path+"/id", p.ID)
			v.date(path+"/date", p.Date, true)
			v.date(path+"/due", p.Due, true)
			v.date(path+"/recorded", p.Recorded, false)
			v.amount(path+"/amount", p.Amount, true, true)
		}
	}
}

// creditNote checks that a credit note has a value date and bears nothing.
func (v *validator) creditNote(path string, cl Claim) {
	if cl.raisedOn().IsZero() {
		v.Addf(path+"/issued", "missing, want the value date of the credit note")
	}
	if cl.Interest != nil {
		v.Addf(path+"/interest", "on a credit note, want none")
	}
	if cl.ContractInterest != nil {
		v.Addf(path+"/contractInterest", "on a credit note, want none")
	}
	if cl.Opening != nil {
		v.Addf(path+"/opening", "on a credit note, want none")
	}
	if cl.Limitation != nil {
		v.Addf(path+"/limitation", "on a credit note, want none")
	}
}

// capitalized checks a claim that is capitalized interest: whether interest may bear
// interest is not left to a default, and it holds no value added tax.
func (v *validator) capitalized(path string, cl Claim) {
	if cl.Interest == nil {
		v.Addf(path+"/interest", "missing on capitalized interest, want its terms, such as basis none")
	}
	if cl.VAT.Sign() > 0 {
		v.Addf(path+"/vat", "on capitalized interest, want none")
	}
}

// contract checks contract interest beside the claim's other interest.
func (v *validator) contract(path string, cl Claim) {
	t := cl.ContractInterest
	if t == nil {
		return
	}
	switch t.Basis {
	case 0, BasisStatutory:
		v.Addf(path+"/basis", "%q, want fixed, reference or none", t.Basis)
		return
	}
	if cl.Interest != nil && cl.Interest.Kind == ForCredit {
		v.Addf(path, "beside interest of kind contract, want one of the two")
	}
	if t.Kind == ForDelay {
		v.Addf(path+"/kind", "default, want contract or nothing")
	}
	if t.From.IsZero() {
		v.Addf(path+"/from", "missing, want the first day that bears")
	}
	own := cl
	own.Interest = t
	v.interest(path, own)
}

// refixes checks the later rates of a fixed rate.
func (v *validator) refixes(path string, t *InterestFacts) {
	if len(t.Refixes) == 0 {
		return
	}
	if t.Basis != BasisFixed {
		v.Addf(path, "beside basis %s, want it with fixed only", t.Basis)
	}
	if !v.count(path, len(t.Refixes), MaxLife) {
		return
	}
	for i, r := range t.Refixes {
		at := v.at(path, i)
		v.date(at+"/from", r.From, true)
		if i > 0 && !r.From.IsZero() && r.From <= t.Refixes[i-1].From {
			v.Addf(at+"/from", "%s, want a day after %s", r.From, t.Refixes[i-1].From)
		}
		v.bounded(at, RateFacts{Rate: r.Rate})
	}
}

// withinOpenings refuses facts that are in the opening figures already.
func (v *validator) withinOpenings() {
	var latest calendar.Date
	for i := range v.c.Claims {
		if o := v.c.Claims[i].Opening; o != nil {
			latest = max(latest, o.Through)
		}
	}
	if latest.IsZero() {
		return
	}
	through := map[string]calendar.Date{}
	for i := range v.c.Claims {
		if cl := &v.c.Claims[i]; cl.Opening != nil {
			through[cl.ID] = cl.Opening.Through
		}
	}
	refuse := func(path string, day, within calendar.Date) {
		if !day.IsZero() && day <= within {
			v.Addf(path, "%s is within an opening that ends on %s, want a later day", day, within)
		}
	}
	for i, a := range v.c.Adjustments {
		refuse(v.at("/adjustments", i)+"/date", a.Date, through[a.Item])
	}
	for i, c := range v.c.Capitalizations {
		refuse(v.at("/capitalizations", i)+"/date", c.Date, through[c.Item])
	}
	for i, p := range v.c.Payments {
		refuse(v.at("/payments", i)+"/date", p.Date, latest)
	}
	for i, w := range v.c.WriteOffs {
		within, named := through[w.Item]
		if !named && w.Item == "" {
			within = latest
		}
		refuse(v.at("/writeOffs", i)+"/date", w.Date, within)
	}
}
