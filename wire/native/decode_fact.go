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
		Facts: d.feeFacts(o),
	}
	if f.Code == "" && o.states("code") {
		d.cannotTell(o.path("amount"))
	}
	if t := d.interest(o); t != nil && !bearsNothing(t) {
		f.Interest = t
	}
	return f
}

// feeFacts reads what a tariff may ask.
func (d *decoder) feeFacts(of object) ledger.FeeFacts {
	o, ok := of.child("facts", factsFields)
	if !ok {
		return ledger.FeeFacts{}
	}
	return ledger.FeeFacts{
		Base: o.amount("base"), Sent: o.day("sent"), Mandate: o.day("mandate"), Disputed: o.yes("disputed"),
		NoVATDeduction: o.field("vatDeductible") != nil && !o.yes("vatDeductible"),
	}
}

// credit reads the credit behind a claim, nil where nothing is said of it.
func (d *decoder) credit(of object) *ledger.Credit {
	o, ok := of.child("credit", creditFields)
	if !ok || o.blank() {
		return nil
	}
	return &ledger.Credit{Granted: o.amount("granted"), Used: o.amount("used"), PriorCosts: o.amount("priorCosts")}
}

// payment reads a payment.
func (d *decoder) payment(o object) ledger.Payment {
	id, ok := o.text("id")
	d.paymentsUnread = d.paymentsUnread || !ok
	p := ledger.Payment{
		ID: id, Date: o.day("date"), Recorded: o.day("recorded"), Amount: o.amountIn("amount", d.paymentCurrency(o)),
		Received: o.amountIn("received", d.base), Exchanged: o.day("exchanged"), By: o.label("by"), Direct: o.yes("direct"),
	}
	p.Rate = d.exchangeRate(o)
	p.Order = d.allocation(o)
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

// paymentCurrency is the currency of a payment, that of the case where it names
// none; zero where it cannot be read.
func (d *decoder) paymentCurrency(o object) money.Currency {
	c, ok := parse(o, "currency", wantCode, parseCurrency)
	switch {
	case !ok:
		return money.Currency{}
	case c.IsZero():
		return d.currency
	}
	return c
}

// exchangeRate is the rate in a field rate. What a payment lacks without one cannot
// be told where it cannot be read.
func (d *decoder) exchangeRate(o object) money.ExchangeRate {
	r, ok := parse(o, "rate", wantExchange, parseExchangeRate)
	if !ok {
		d.cannotTell(o.path("received"))
	}
	return r
}

// exchange reads at which rate a claim stands in the creditor's books.
func (d *decoder) exchange(of object) ledger.Exchange {
	o, ok := of.child("exchange", exchangeFields)
	if !ok {
		return ledger.Exchange{}
	}
	if d.base.IsZero() {
		d.cannotTell(o.in.String())
	}
	return ledger.Exchange{Rate: d.exchangeRate(o), Date: o.day("date")}
}

// directed reads an entry of a payment's specification.
func (d *decoder) directed(o object) allocation.Directed {
	components, _ := parse(o, "component", wantText, allocation.ParseComponents)
	return allocation.Directed{Item: o.label("item"), Components: components, Amount: o.amount("amount")}
}
