package solaris

import (
	"fmt"

	"github.com/skuld-go/skuld/internal/document"
	"github.com/skuld-go/skuld/internal/words"
	"github.com/skuld-go/skuld/money"
)

// cents is the only unit in which amounts are counted.
const cents = "cents"

// money reads an amount. Where its currency or its unit cannot be, there is none.
func (d *decoder) money(v document.Value) money.Amount {
	o, ok := v.Object()
	if !ok {
		return money.Amount{}
	}
	minor := o.Need("value").Int(-money.MaxMinor, money.MaxMinor)
	unit := o.Need("unit")
	word := unit.Text()
	if word != "" && word != cents {
		unit.Problemf("%s is not a unit that is known, want %q", words.Quote(word), cents)
	}
	in := o.Need("currency")
	c := document.TextAs(in, `a currency such as "EUR"`, currency)
	switch {
	case c.IsZero() || word != cents:
		return money.Amount{}
	case d.currency.IsZero():
		d.currency = c
	case d.currency != c:
		in.Problemf("%q, want %s as all amounts of the loan", c.Code(), d.currency)
		return money.Amount{}
	}
	return money.FromMinor(minor, c)
}

// currency reads a currency that is counted in hundredths.
func currency(s string) (money.Currency, error) {
	c, err := money.ParseCurrency(s)
	switch {
	case err != nil:
		return c, fmt.Errorf(`%s is not a currency, want a code of ISO 4217 such as "EUR"`, words.Quote(s))
	case c.Digits() != 2:
		return money.Currency{}, fmt.Errorf("%s has %d decimals, want a currency that is counted in cents", c, c.Digits())
	}
	return c, nil
}

// sum writes an amount. One that does not exist is nothing owed.
func sum(a money.Amount, c money.Currency) (document.JSON, error) {
	if c.Digits() != 2 || a != (money.Amount{}) && a.Currency() != c {
		return "", fmt.Errorf("%s of a case in %q cannot be written in cents, want a currency with 2 decimals, one for all", a, c.Code())
	}
	return document.Members([]document.Member{
		{Name: "value", Value: document.Whole(a.Minor())}, {Name: "unit", Value: document.Text(cents)}, {Name: "currency", Value: document.Text(c.Code())},
	}), nil
}
