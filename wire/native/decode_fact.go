package native

import (
	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
)

// fee reads a fee.
func (d *decoder) fee(o object) ledger.Fee {
	f := ledger.Fee{
		ID: d.itemID(o), Code: o.label("code"), Date: o.day("date"), Recorded: o.day("recorded"), Amount: o.amount("amount"),
	}
	if o.field("amount").missing(isString) {
		o.problemf("amount", "missing, and working a fee out is not supported by this version, want an amount")
	}
	if t := d.interest(o); t != nil && !bearsNothing(t) {
		o.problemf("interest", "not supported by this version, want basis none alone or nothing")
	}
	o.later("facts", isObject, factsFields)
	return f
}

// payment reads a payment.
func (d *decoder) payment(o object) ledger.Payment {
	id, ok := o.text("id")
	d.paymentsUnread = d.paymentsUnread || !ok
	p := ledger.Payment{
		ID: id, Date: o.day("date"), Recorded: o.day("recorded"), Amount: o.amount("amount"),
		By: o.label("by"), Direct: o.yes("direct"),
	}
	d.paymentCurrency(o)
	o.later("received", isString, nil)
	p.Specification, _ = objects(o, "specification", ledger.MaxSpecification, specificationFields, d.directed)
	if p.Amount == (money.Amount{}) {
		// No sum is above an amount that is not known.
		d.cannotTell(o.path("specification"))
	}
	return p
}

// title reads an enforceable title.
func (d *decoder) title(o object) ledger.Title {
	return ledger.Title{ID: o.label("id"), Kind: o.label("kind"), Date: o.day("date"), Recorded: o.day("recorded")}
}

// paymentCurrency checks that a payment is in the currency of the case.
func (d *decoder) paymentCurrency(o object) {
	c, _ := parse(o, "currency", wantCode, parseCurrency)
	if !c.IsZero() && !d.currency.IsZero() && c != d.currency {
		o.problemf("currency", "%q is not supported by this version, want %s, the currency of the case", c, d.currency)
	}
}

// directed reads an entry of a payment's specification.
func (d *decoder) directed(o object) allocation.Directed {
	components, _ := parse(o, "component", wantText, allocation.ParseComponents)
	return allocation.Directed{Item: o.label("item"), Components: components, Amount: o.amount("amount")}
}
