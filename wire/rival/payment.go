package rival

import (
	"github.com/skuld-go/skuld/internal/document"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
)

// payment is a payment as it was posted.
type payment struct {
	o       document.Object
	caseID  string
	members []document.Member
	method  Method
	facts   ledger.Payment
	own     string // place of the code or method that chose an order
}

// paymentFields are the fields of a payment in the order of the answer, whose first is
// the number that the system gave it.
var paymentFields = []string{
	"InbDatID", "CaseID", "Amount", "PaymentMethod", "AccountingDate", "DebtorNo", "Payer", "BundleName", "CurrAmount",
	"PaymentCode", "PaymentRef",
}

// readPayment reads a payment but for its amounts, whose currency depends on the case.
func (d *Document) readPayment(o document.Object) *payment {
	p := &payment{o: o, caseID: o.Field("CaseID").Code()}
	for _, name := range []string{"InbDatID", "Payer", "BundleName", "PaymentRef"} {
		o.Field(name).Code()
	}
	p.facts.ID = "payment-" + count(len(d.payments)+1)
	p.facts.Date = o.Need("AccountingDate").Date(d.opt.Zone)
	method := o.Field("PaymentMethod")
	p.method, _ = read(method, d.opt.Codes.Methods)
	p.facts.Direct, p.facts.Order, p.own = p.method.Direct, p.method.Order, method.Path()
	code := o.Field("PaymentCode")
	if order, word := read(code, d.opt.Codes.Payments); word != "" && len(order.Rungs) > 0 {
		p.facts.Order, p.own = order, code.Path()
	}
	if no := o.Field("DebtorNo").Code(); no != "" {
		p.facts.By = debtorID(no)
	}
	for _, name := range paymentFields {
		p.members = append(p.members, document.Member{Name: name, Value: asItCame(o.Field(name))})
	}
	return p
}

// place makes a payment a fact of the case that it names.
func (d *Document) place(p *payment) {
	to := d.caseOf(p.caseID)
	if to == nil {
		d.amountsOf(p, nil)
		if len(d.posts) > 0 {
			v := p.o.Field("CaseID")
			v.Problemf("%s is no case of the document, want the number of one", v)
		}
		return
	}
	d.amountsOf(p, to)
	c := &to.facts
	p.known(c)
	n := len(c.Payments)
	c.Payments = append(c.Payments, p.facts)
	amount := "CurrAmount"
	if !to.foreign {
		amount = "Amount"
	}
	to.fields("payments", n, p.o.Path(), "date", "AccountingDate", "amount", amount, "received", "Amount", "rate", "CurrAmount", "by", "DebtorNo",
		"allocation", p.own)
}

// known lets the case know the debtor who paid: one with a number of his own owes it
// beside the first.
func (p *payment) known(c *ledger.Case) {
	if p.facts.By == "" {
		return
	}
	for _, debtor := range c.Debtors {
		if debtor.ID == p.facts.By {
			return
		}
	}
	c.Debtors = append(c.Debtors, ledger.Debtor{ID: p.facts.By, Kind: c.Debtor, Role: "joint"})
}

// caseOf is the case of a number; without one the only case.
func (d *Document) caseOf(id string) *post {
	if id == "" && len(d.posts) == 1 {
		return d.posts[0]
	}
	for _, p := range d.posts {
		if p.update == "" && p.id == id && id != "" {
			return p
		}
	}
	return nil
}

// amountsOf reads what was paid: Amount in the currency of the system, CurrAmount in that
// of the claims.
func (d *Document) amountsOf(p *payment, to *post) {
	system, curr := p.o.Need("Amount"), p.o.Field("CurrAmount")
	received := system.Amount(d.opt.System)
	switch {
	case to == nil:
		curr.Amount(money.Currency{})
	case !to.foreign:
		p.facts.Amount = received
		if paid := curr.Amount(to.currency); curr.Given() && paid.Currency() == received.Currency() && paid != received {
			curr.Problemf("%s beside %s, want the same in one currency", curr, system)
		}
	default:
		p.facts.Amount, p.facts.Received = p.o.Need("CurrAmount").Amount(to.currency), received
	}
}
