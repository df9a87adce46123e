package ledger

import (
	"slices"

	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/money"
)

// exchange checks at which rate a claim stands in the creditor's books.
func (v *validator) exchange(path string, x Exchange) {
	v.date(path+"/date", x.Date, false)
	switch {
	case x == Exchange{}:
	case v.c.base() == v.c.Currency:
		v.Addf(path, "without a base currency of the case, want none")
	case x.Rate == 0:
		v.Addf(path+"/rate", "missing, want units of %s for one of %s", v.c.base(), v.c.Currency)
	default:
		v.exchangeRate(v.in(path, "/rate"), x.Rate)
	}
}

func (v *validator) exchangeRate(path string, r money.ExchangeRate) {
	if r < 0 || r >= money.MaxExchangeRate {
		v.Addf(path, "%s is out of bounds, want more than 0 and below %s", r, money.MaxExchangeRate)
	}
}

// credited checks the amounts of a payment and gives what it counts for, the zero
// Amount where that cannot be said.
func (v *validator) credited(path string, p Payment) money.Amount {
	v.date(path+"/exchanged", p.Exchanged, false)
	v.exchangeRate(v.in(path, "/rate"), p.Rate)
	v.amountIn(path+"/received", p.Received, v.c.base(), false, true)
	v.amountIn(path+"/amount", p.Amount, p.Amount.Currency(), true, true)
	if v.c.Currency.IsZero() || p.Amount.Sign() <= 0 || p.Rate < 0 {
		return money.Amount{}
	}
	credited, err := v.c.Credited(p)
	if err != nil {
		v.notCredited(path, err)
	}
	return credited
}

// notCredited notes why it cannot be said what a payment counts for.
func (v *validator) notCredited(path string, err error) {
	v.wrong = true
	if v.problems != nil {
		for _, p := range AsProblems(err) {
			v.problems.AddBelow(path, p)
		}
	}
}

func (v *validator) refunds() {
	if len(v.c.Refunds) == 0 || !v.count("/refunds", len(v.c.Refunds), MaxLife) {
		return
	}
	paid := map[string]calendar.Date{}
	for _, p := range v.c.Payments {
		paid[p.ID] = p.Date
	}
	var sum int64
	for i, r := range v.c.Refunds {
		path := v.at("/refunds", i)
		v.id(path+"/id", r.ID)
		v.date(path+"/date", r.Date, true)
		v.date(path+"/recorded", r.Recorded, false)
		v.text(path+"/reason", r.Reason, false)
		v.amount(path+"/amount", r.Amount, true, true)
		sum = addBounded(sum, r.Amount.Minor())
		on, there := paid[r.Payment]
		switch {
		case r.Payment == "":
		case !there:
			v.Addf(path+"/payment", "%q is not a payment of the case, want the id of one", clip(r.Payment))
		case !r.Date.IsZero() && r.Date < on:
			v.Addf(path+"/date", "%s is before the payment of %s, want that day or later", r.Date, on)
		}
	}
	v.received("/refunds", sum)
}

func (v *validator) writeOffs() {
	if !v.count("/writeOffs", len(v.c.WriteOffs), MaxWriteOffs) {
		return
	}
	for i, w := range v.c.WriteOffs {
		path := v.at("/writeOffs", i)
		v.id(path+"/id", w.ID)
		v.date(path+"/date", w.Date, true)
		v.date(path+"/recorded", w.Recorded, false)
		v.text(path+"/reason", w.Reason, false)
		known(v, path+"/kind", w.Kind)
		v.amount(path+"/amount", w.Amount, false, true)
		v.writtenOff(path, w)
	}
}

// writtenOff checks what a write-off is about.
func (v *validator) writtenOff(path string, w WriteOff) {
	if w.Item != "" {
		if v.isCreditNote(w.Item) {
			v.Addf(path+"/item", "%q is a credit note, want the id of a claim or fee", clip(w.Item))
		} else if kind := v.item(path+"/item", w.Item); kind != noItem {
			v.components(path, allocation.Directed{Item: w.Item, Components: w.Components}, kind == feeItem)
		}
	} else {
		for _, c := range w.Components {
			if c.String() == "" {
				v.Addf(path+"/component", "%d is no component, want a known one", c)
			}
		}
	}
	if w.Amount == (money.Amount{}) {
		return
	}
	if w.Item == "" {
		v.Addf(path+"/item", "missing beside an amount, want the id of a claim or fee")
	}
	if len(w.Components) != 1 {
		v.Addf(path+"/component", "missing beside an amount, want the name of one component")
	}
}

// isCreditNote reports whether an id is that of a credit note.
func (v *validator) isCreditNote(id string) bool {
	return slices.ContainsFunc(v.c.Claims, func(c Claim) bool { return c.ID == id && c.Kind == CreditNote })
}
