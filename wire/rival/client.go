package rival

import (
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/internal/document"
	"github.com/skuld-go/skuld/ledger"
)

// maxCondition bounds a payment condition, in days.
const maxCondition = 3660

// client is the creditor, with what its cases leave out.
type client struct {
	path   string
	fields []document.Member // as the answer has them
	id     string

	interest     Interest
	interestWord string
	rate         interest.Percent
	rated        bool
	// condition is the days from invoice to due date, negative where none is stated.
	condition  int
	limitation calendar.Span
	// noVAT says that the client is not registered for value added tax.
	noVAT bool
	// invoiceVAT says that its invoices include the tax.
	invoiceVAT bool

	settlement, settlementAt string
}

// clientTexts are the fields of a client that say who it is, in the order of the answer.
var clientTexts = []string{
	"OrganisationNumber", "Name", "Address1", "Address2", "PostCode", "PostTown", "PhoneNumber1", "PhoneNumber2",
	"Email", "ContactName1", "ContactName2", "PlusGiro", "BankGiro", "BankAccountClearingNumber", "BankAccountNumber",
}

// readClient reads a client.
func (d *Document) readClient(o document.Object) *client {
	c := &client{path: o.Path(), id: o.Field("ClientID").Code(), condition: -1}
	c.keep(o, "ClientID")
	for _, name := range clientTexts {
		o.Field(name).Code()
		c.keep(o, name)
	}
	if v := o.Field("VAT"); v.Given() {
		c.noVAT = !v.Bool()
	}
	c.keep(o, "VAT")
	o.Field("DebtText").TextUpTo(maxNote)
	c.keep(o, "DebtText")
	if v := o.Field("PaymentCondition"); v.Given() {
		c.condition = int(v.Int(0, maxCondition))
	}
	c.keep(o, "PaymentCondition")
	c.interest, c.interestWord = read(o.Field("InterestType"), d.opt.Codes.Interest)
	c.keep(o, "InterestType")
	c.rate, c.rated = percent(o.Field("InterestRate"))
	d.clientRate(o, c)
	c.keep(o, "InterestRate")
	v := o.Field("SettlementCode")
	c.settlement, c.settlementAt = v.Code(), v.Path()
	c.keep(o, "SettlementCode")
	if v := o.Field("PeriodOfLimitation"); v.Given() {
		c.limitation = calendar.Years(int(v.Int(1, ledger.MaxLimitationYears)))
	}
	c.keep(o, "PeriodOfLimitation")
	c.invoiceVAT = o.Field("InvoiceVAT").Bool()
	c.keep(o, "InvoiceVAT")
	o.Field("Note").TextUpTo(maxNote)
	c.keep(o, "Note")
	return c
}

// clientRate refuses a rate of a client that none of its cases could use.
func (d *Document) clientRate(o document.Object, c *client) {
	typ, takes := o.Field("InterestType"), c.interest.Agreed || c.interest.Basis == ledger.BasisFixed || c.interest.Basis == ledger.BasisReference
	unknown := says(typ) && c.interest.Basis == 0 // a problem already
	if c.rated && c.rate != 0 && !takes && !unknown {
		d.rateWithoutUse(typ, o.Field("InterestRate"), c.interestWord)
	}
}

// keep notes a field for the answer, as it came.
func (c *client) keep(o document.Object, name string) {
	c.fields = append(c.fields, document.Member{Name: name, Value: asItCame(o.Field(name))})
}
