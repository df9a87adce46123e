package aptic

import (
	"fmt"
	"io"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/internal/document"
	"github.com/skuld-go/skuld/ledger/summary"
	"github.com/skuld-go/skuld/money"
)

// EncodeLedgerSummary writes the ledger of the document's customer as "get customer ledger
// summary" does: the balances in the currency of the customer, what it is made of as it
// came, and who answers for whom with the sum that comes to. Balances in other currencies
// are in balances, with what the cases are. totalBalance = purchases + invoices + cases +
// accountBalance − unsettledPaymentBalance.
func EncodeLedgerSummary(w io.Writer, c *CustomerDocument, view *summary.GroupView) error {
	if len(view.Customers) == 0 || len(c.customers) == 0 || view.Customers[0].Customer != c.customers[0].ID {
		return fmt.Errorf("the view is not of the customer of the document, want that of its Group")
	}
	own := view.Customers[0]
	var main summary.Balance
	var all []document.JSON
	for _, b := range own.Balances {
		if b.Currency == c.currency {
			main = b
		}
		all = append(all, balance(b))
	}
	list := []document.Member{
		{Name: "totalBalance", Value: orZero(main.Total, c.currency)}, {Name: "accountBalance", Value: orZero(main.Accounts, c.currency)},
		{Name: "currencyCode", Value: document.TextOr(c.currency.Code(), document.Nothing)},
		{Name: "unsettledPaymentBalance", Value: orZero(main.Unsettled, c.currency)},
		or(c.raw, "purchases", document.Values()), or(c.raw, "invoices", document.Values()), or(c.raw, "accounts", document.Values()),
		{Name: "guarantees", Value: document.Values(liabilities(view.Guarantees)...)}, or(c.raw, "collaterals", document.Values()),
		{Name: "myGuarantors", Value: document.Values(liabilities(own.Guarantors)...)},
		{Name: "guaranteeFor", Value: document.Values(liabilities(own.GuaranteeFor)...)},
		{Name: "allRelatedCustomers", Value: document.Values(c.related(view)...)}, {Name: "balances", Value: document.Values(all...)},
	}
	_, err := w.Write(document.Members(list).Indented())
	return err
}

// orZero is an amount, nothing in a currency where there is none.
func orZero(a money.Amount, c money.Currency) document.JSON {
	if a == (money.Amount{}) && !c.IsZero() {
		a = money.FromMinor(0, c)
	}
	return document.Sum(a)
}

// balance is a ledger in one currency.
func balance(b summary.Balance) document.JSON {
	return document.Members([]document.Member{
		{Name: "currencyCode", Value: document.Text(b.Currency.Code())}, {Name: "purchaseBalance", Value: document.Sum(b.Purchases)},
		{Name: "invoiceBalance", Value: document.Sum(b.Invoices)}, {Name: "caseBalance", Value: document.Sum(b.Cases)},
		{Name: "accountBalance", Value: document.Sum(b.Accounts)}, {Name: "unsettledPaymentBalance", Value: document.Sum(b.Unsettled)},
		{Name: "totalBalance", Value: document.Sum(b.Total)}, {Name: "contingentBalance", Value: document.Sum(b.Contingent)},
	})
}

// liabilities are guarantees with what they come to.
func liabilities(list []summary.GuaranteeView) []document.JSON {
	out := make([]document.JSON, len(list))
	for i, g := range list {
		limit := document.Nothing
		if !g.Unlimited {
			limit = document.Sum(g.Cap)
		}
		out[i] = document.Members([]document.Member{
			{Name: "guaranteeGuid", Value: document.Text(g.ID)}, {Name: "guarantorGuid", Value: document.Text(g.Guarantor)},
			{Name: "debtReference", Value: document.Text(g.Debt)}, {Name: "guaranteeAmount", Value: limit},
			{Name: "outstandingAmount", Value: document.Sum(g.Owed)}, {Name: "liability", Value: document.Sum(g.Liability)},
		})
	}
	return out
}

// related are the other customers with their balances.
func (c *CustomerDocument) related(view *summary.GroupView) []document.JSON {
	var list []document.JSON
	for _, v := range view.Customers[1:] {
		var all []document.JSON
		for _, b := range v.Balances {
			all = append(all, balance(b))
		}
		list = append(list, document.Members([]document.Member{
			{Name: "customerGuid", Value: document.Text(v.Customer)}, {Name: "balances", Value: document.Values(all...)},
		}))
	}
	return list
}

// EncodeCreditInsurances writes the credit insurances of the document as a list response on
// the day of a view of its Group: each with limitAmount, what it insures on that day, and
// the last day by which the insurer has to be told of each invoice; and what all of them
// cover, by currency.
func EncodeCreditInsurances(w io.Writer, c *CustomerDocument, view *summary.GroupView) error {
	var rows []document.JSON
	for _, i := range c.insurances {
		limit, err := i.Limit(view.AsOf)
		if err != nil {
			return err
		}
		rows = append(rows, document.Members(append(c.insurance(i), document.Member{Name: "limitAmount", Value: document.Sum(limit)},
			document.Member{Name: "invoices", Value: document.Values(c.deadlines(i)...)})))
	}
	var covers []document.JSON
	for _, v := range view.Customers[:min(1, len(view.Customers))] {
		for _, x := range v.Cover {
			covers = append(covers, document.Members([]document.Member{
				{Name: "currencyCode", Value: document.Text(x.Currency.Code())}, {Name: "limitAmount", Value: document.Sum(x.Limit)},
				{Name: "outstandingAmount", Value: document.Sum(x.Outstanding)}, {Name: "coveredAmount", Value: document.Sum(x.Covered)},
				{Name: "uncoveredAmount", Value: document.Sum(x.Uncovered)},
			}))
		}
	}
	_, err := w.Write(envelope(rows, document.Member{Name: "cover", Value: document.Values(covers...)}).Indented())
	return err
}

// envelope is a list response.
func envelope(rows []document.JSON, more ...document.Member) document.JSON {
	n := int64(len(rows))
	return document.Members(append([]document.Member{
		{Name: "count", Value: document.Whole(n)}, {Name: "skip", Value: document.Whole(0)}, {Name: "total", Value: document.Whole(n)},
		{Name: "value", Value: document.Values(rows...)},
	}, more...))
}

// insurance is a credit insurance as it came, in the order of the response.
func (c *CustomerDocument) insurance(i insuranceFile) []document.Member {
	list := []document.Member{or(i.raw, "insuranceGuid", document.Text(i.ID))}
	list = append(list, asCame(i.raw, "insuranceDate", "insuranceCompanyName", "insuranceCompanyNumber", "insuranceCompanyCustomerNumber", "note", "endDate",
		"currencyCode", "amount", "extraLimitAmount", "extraLimitEndDate", "paymentTerm", "graceDays")...)
	return append(list, or(i.raw, "links", document.Values()))
}

// deadlines are the days by which the insurer has to be told of invoices.
func (c *CustomerDocument) deadlines(i insuranceFile) []document.JSON {
	var list []document.JSON
	for _, b := range c.bills {
		if b.due.IsZero() {
			continue
		}
		within := document.Nothing
		if !b.issued.IsZero() {
			within = document.Truth(i.terms.Covers(b.issued, b.due))
		}
		deadline, _ := i.terms.Deadline(b.due, nil) // calendar days are always known
		list = append(list, document.Members([]document.Member{
			{Name: "invoiceGuid", Value: document.Text(b.id)}, {Name: "dueDate", Value: c.midnight(b.due)},
			{Name: "notificationDeadline", Value: c.midnight(deadline)}, {Name: "withinPaymentTerm", Value: within},
		}))
	}
	return list
}

// EncodeMandates writes the direct debit mandates of the document as a list response, each
// with the collection of a day that is ordered today: the day on which it can be, the last
// days to submit it to the bank and to tell the debtor, and whether the mandate holds then.
// Errors are those of [summary.DebitRule.Collect].
func EncodeMandates(w io.Writer, c *CustomerDocument, wanted, today calendar.Date) error {
	var rows []document.JSON
	for _, m := range c.mandates {
		debit, err := m.rule.Collect(m.Mandate, wanted, today)
		if err != nil {
			return err
		}
		list := asCame(m.raw, "mandateGuid", "directDebitMandateType", "referenceNo", "bankAccountNo", "requestedAt", "approvedAt", "signedDate", "validfrom",
			"validuntil", "closedAt")
		rows = append(rows, document.Members(append(list, or(m.raw, "links", document.Values()),
			document.Member{Name: "collectionDate", Value: c.midnight(debit.On)}, document.Member{Name: "submitBy", Value: c.midnight(debit.SubmitBy)},
			document.Member{Name: "notifyBy", Value: c.midnight(debit.NotifyBy)}, document.Member{Name: "collectable", Value: document.Truth(debit.Feasible)},
			document.Member{Name: "reason", Value: document.TextOr(debit.Reason, document.Nothing)})))
	}
	_, err := w.Write(envelope(rows).Indented())
	return err
}
