package aptic

import (
	"io"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/dunning"
	"github.com/skuld-go/skuld/internal/document"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/ledger/summary"
	"github.com/skuld-go/skuld/money"
)

// customerStorage are fields of a customer beside those of every party from which no figure
// follows, or that are worked out anew.
var customerStorage = []string{
	"clientReference", "customerReference", "parentCustomer", "idNumber", "juridicalType", "dateOfBirth", "underAged", "companyType", "glnNumber",
	"invoiceChannel", "contactPerson", "collaterals", "myGuarantors", "guaranteeFor", "totalBalance", "accountBalance", "unsettledPaymentBalance",
}

// CustomerDocument is a customer with a ledger, as it was read. Make one with
// [DecodeCustomer].
type CustomerDocument struct {
	*Document
	raw        []document.Member
	currency   money.Currency
	customers  []summary.Customer
	guarantees []summary.Guarantee
	bills      []bill
	insurances []insuranceFile
	mandates   []mandateFile
}

// bill is an invoice whose insurer may have to be told.
type bill struct {
	id          string
	issued, due calendar.Date
}

// insuranceFile and mandateFile are what their names say as the document has them. terms
// are those on which the insurer has to be told of a debt.
type insuranceFile struct {
	raw   []document.Member
	terms dunning.Report
	summary.Insurance
}

type mandateFile struct {
	raw  []document.Member
	rule summary.DebitRule
	summary.Mandate
}

// DecodeCustomer reads a customer: an object with customerGuid and, as far as they are
// known, cases in full, the lists of the ledger summary (purchases, invoices and accounts,
// each with a guid, a balance and a currencyCode; guarantees; allRelatedCustomers, customers
// themselves), unsettledPayments (amount and currencyCode), creditInsurances,
// directDebitMandates and userQuestions. A question that was put off holds dunning on the
// cases back. The error joins problems as for [Decode].
func DecodeCustomer(r io.Reader, opt Options) (*CustomerDocument, error) {
	c := &CustomerDocument{Document: newDocument(opt)}
	doc := document.Read(r, document.Limits{})
	if o, ok := doc.Root().Object(); ok {
		c.raw = o.Kept()
		for _, v := range o.Field("cases").List(maxCases) {
			if f := c.readCase(v); f != nil {
				c.cases = append(c.cases, f)
			}
		}
		c.readCustomer(o)
		document.Each(o.Field("allRelatedCustomers"), maxCases, func(o document.Object) bool {
			c.readCustomer(o)
			return true
		})
		c.readGuarantees(o)
		c.questions(o)
		c.parameters(o)
	}
	return c, c.finish(doc)
}

// readCustomer reads the ledger of one customer.
func (c *CustomerDocument) readCustomer(o document.Object) {
	o.Unused(partyStorage...)
	o.Unused(customerStorage...)
	own := currency(o.Field("currencyCode"))
	if c.currency.IsZero() {
		c.currency = own
	}
	one := summary.Customer{ID: o.Need("customerGuid").Code()}
	for _, list := range []struct {
		name, guid string
		kind       summary.ItemKind
	}{{"purchases", "purchaseGuid", summary.Purchase}, {"invoices", "invoiceGuid", summary.Invoice}, {"accounts", "accountGuid", summary.Account}} {
		document.Each(o.Field(list.name), ledger.MaxClaims, func(item document.Object) bool {
			id := item.Need(list.guid).Code()
			one.Items = append(one.Items, summary.OpenItem{ID: id, Kind: list.kind, Balance: balanceOf(item, "balance", own)})
			if list.kind == summary.Invoice {
				c.bills = append(c.bills, bill{id, item.Field("billDate").Date(c.opt.Zone), item.Field("dueDate").Date(c.opt.Zone)})
			}
			return true
		})
	}
	document.Each(o.Field("unsettledPayments"), ledger.MaxPayments, func(item document.Object) bool {
		one.Unsettled = append(one.Unsettled, balanceOf(item, "amount", own))
		return true
	})
	c.readInsurances(o, own, &one)
	c.readMandates(o)
	c.customers = append(c.customers, one)
}

// balanceOf reads an amount in a currency of its own, else that of the customer.
func balanceOf(o document.Object, name string, of money.Currency) money.Amount {
	if own := currency(o.Field("currencyCode")); !own.IsZero() {
		of = own
	}
	if of.IsZero() {
		o.Need("currencyCode").Text()
	}
	return o.Need(name).Amount(of)
}

// readInsurances reads credit insurances.
func (c *CustomerDocument) readInsurances(of document.Object, own money.Currency, to *summary.Customer) {
	document.Each(of.Field("creditInsurances"), ledger.MaxClaims, func(o document.Object) bool {
		in := currency(o.Field("currencyCode"))
		if in.IsZero() {
			in = own
		}
		file := insuranceFile{raw: o.Kept(), Insurance: summary.Insurance{
			ID: o.Field("insuranceGuid").Code(), Amount: o.Field("amount").Amount(in), End: o.Field("endDate").Date(c.opt.Zone),
			Extra: o.Field("extraLimitAmount").Amount(in), ExtraEnd: o.Field("extraLimitEndDate").Date(c.opt.Zone),
		}}
		if file.ID == "" {
			file.ID = unnamed("insurance", len(c.insurances))
		}
		file.terms = dunning.Report{Kind: "insurer", MaxTerm: days(o.Field("paymentTerm")), Days: days(o.Field("graceDays"))}
		o.Unused("insuranceDate", "insuranceCompanyReferenceCode", "insuranceCompanyName", "insuranceCompanyNumber", "insuranceCompanyCustomerNumber", "note", "links")
		if file.Amount == (money.Amount{}) && file.Extra == (money.Amount{}) {
			o.Field("amount").Problemf("%s beside no extraLimitAmount, want an amount that is insured", o.Field("amount"))
			return false
		}
		c.insurances = append(c.insurances, file)
		to.Insurances = append(to.Insurances, file.Insurance)
		return true
	})
}

// days is a number of days, 0 where it is not said.
func days(v document.Value) int {
	if !v.Given() {
		return 0
	}
	return int(v.Int(0, 3660))
}

// readMandates reads the mandates of direct debits.
func (c *CustomerDocument) readMandates(of document.Object) {
	document.Each(of.Field("directDebitMandates"), ledger.MaxClaims, func(o document.Object) bool {
		file := mandateFile{raw: o.Kept(), Mandate: summary.Mandate{
			ID: o.Field("mandateGuid").Code(), Approved: o.Field("approvedAt").Date(c.opt.Zone), From: o.Field("validfrom").Date(c.opt.Zone),
			Until: o.Field("validuntil").Date(c.opt.Zone), Closed: o.Field("closedAt").Date(c.opt.Zone),
		}}
		kind := o.Field("directDebitMandateType")
		if file.rule, _ = lookupNumber(kind, c.codes.Mandates); !kind.Given() {
			kind.Problemf("%s, want %s", kind, names(c.codes.Mandates))
		}
		o.Field("requestedAt").Date(c.opt.Zone)
		o.Field("signedDate").Date(c.opt.Zone)
		o.Unused("receivingBankAccountNo", "sendingBankAccountClass", "sendingBankAccountNo", "bankAccountNo", "referenceNo", "links")
		c.mandates = append(c.mandates, file)
		return true
	})
}
