package aptic

import (
	"fmt"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/internal/document"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/ledger/summary"
)

// readGuarantees reads who answers for which debt: guarantorGuid for debtReference, a
// caseNumber or the guid of an item, up to guaranteeAmount, or for all of it where that is
// not given. A debt outside the document has a debtorGuid and an outstandingAmount.
func (c *CustomerDocument) readGuarantees(of document.Object) {
	document.Each(of.Field("guarantees"), ledger.MaxClaims, func(o document.Object) bool {
		in := currency(o.Field("currencyCode"))
		if in.IsZero() {
			in = c.currency
		}
		limit, owed := o.Field("guaranteeAmount"), o.Field("outstandingAmount")
		g := summary.Guarantee{
			ID: o.Need("guaranteeGuid").Code(), Guarantor: o.Need("guarantorGuid").Code(), Debt: o.Need("debtReference").Code(),
			Debtor: o.Field("debtorGuid").Code(), Outstanding: owed.Amount(in), Unlimited: !limit.Given(), Cap: limit.Amount(in),
			End: o.Field("validUntil").Date(c.opt.Zone),
		}
		o.Unused("pledgeType", "referenceNumber", "guaranteeDate", "originalGuaranteeAmount", "description", "note", "guaranteeType", "links", "liability")
		c.guarantees = append(c.guarantees, g)
		return true
	})
}

// questions reads the questions put to a customer. One that was put off holds dunning back
// on all cases of the document, from the day it was asked through the day it was put off to.
func (c *CustomerDocument) questions(of document.Object) {
	document.Each(of.Field("userQuestions"), ledger.MaxLife, func(o document.Object) bool {
		o.Unused("actionGuid", "actionItemCode", "message", "actionCategoryCode", "actionCategoryDescription", "responses", "response", "note", "links")
		to, allowed := o.Field("postponeTo"), o.Field("allowPostpone")
		asked := firstOf(o.Field("loggedAt").Date(c.opt.Zone), o.Field("processAt").Date(c.opt.Zone))
		through := to.Date(c.opt.Zone)
		switch {
		case through.IsZero():
			return false
		case allowed.Given() && !allowed.Bool():
			to.Problemf("%s of a question that may not be put off, want allowPostpone or none", to)
			return false
		case asked.IsZero():
			o.Field("loggedAt").Problemf("%s beside a postponeTo, want the day on which it was asked", o.Field("loggedAt"))
			return false
		}
		for _, f := range c.cases {
			f.c.Holds = append(f.c.Holds, ledger.Hold{Scope: ledger.HoldDunning, From: asked, Through: through, Reason: "postponeTo"})
			f.placed("holds", to.Path())
		}
		return true
	})
}

// parameters notes parameters of the customer, of which nothing is made.
func (c *CustomerDocument) parameters(of document.Object) {
	document.Each(of.Field("parameters"), ledger.MaxLife, func(o document.Object) bool {
		o.Unused("type", "value", "href")
		c.find(FindingNoReading, ledger.Info, o.Path(), "the parameter %q has no reading; nothing follows from it", o.Field("name").Text())
		return true
	})
}

// Group is the customers of the document on a day, with the statements of their cases in
// the order of the document, for summary.Customers.
func (c *CustomerDocument) Group(asOf calendar.Date, statements ...*ledger.Statement) (summary.Group, error) {
	entries, err := c.Entries(statements...)
	if err != nil {
		return summary.Group{}, fmt.Errorf("customer: %w", err)
	}
	return summary.Group{AsOf: asOf, Customers: c.customers, Cases: entries, Guarantees: c.guarantees}, nil
}
