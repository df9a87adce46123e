package rival

import (
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/internal/document"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
)

// bill is what an answer repeats of an invoice.
type bill struct {
	path            string
	no, description document.JSON
	word            string // type of interest
	agreed          document.JSON
	stated          []statedRate      // rates that an answer stated
	kept            []document.Member // fields of which nothing is made
}

// storedInInvoice are fields of which nothing is made.
var storedInInvoice = []string{
	"ExtraText", "OurOrderno", "YourOrderno", "OurRef", "YourRef", "DeliveryAddress", "Parking",
}

// readInvoice makes a claim of an invoice.
func (d *Document) readInvoice(o document.Object, p *post) {
	o.Unused(storedInInvoice...)
	n := len(p.facts.Claims)
	cl := ledger.Claim{
		ID: firstOf(o.Field("InvoiceNo").Code(), "invoice-"+count(n+1)+suffix(len(d.posts))), Kind: ledger.Invoice,
		Issued: o.Field("InvoiceDate").Date(d.opt.Zone), Exchange: ledger.Exchange{Rate: d.rateOf(p)},
	}
	b := bill{path: o.Path(), no: asItCame(o.Field("InvoiceNo")), description: asItCame(o.Field("Description"))}
	o.Field("Description").TextUpTo(maxNote)
	d.dueDate(o, &cl)
	before := len(d.in.Problems())
	d.amounts(o, p, &cl)
	d.left(o, p, &cl)
	p.left.unknown = p.left.unknown || len(d.in.Problems()) > before // nothing to compare with
	d.rows(o, p, &cl)
	cl.Interest = d.interest(o, p, &cl, &b)
	d.gap(o, &cl)
	b.kept = o.Kept()
	p.facts.Claims, p.bills = append(p.facts.Claims, cl), append(p.bills, b)
	p.fields("claims", n, o.Path(), "id", "InvoiceNo", "principal", "PrincipalAmount", "vat", "InvoiceRows",
		"issued", "InvoiceDate", "due", "DueDate", "opening", "RemainingPrincipalAmount", "opening/interest", "RemainingInterestAmount",
		"opening/through", "InterestAccruedDate", "interest", "InterestType", "interest/rate", "InterestRate",
		"interest/margin", "InterestRate", "interest/from", "InterestFromDate", "limitation", below(p.path, "Status"),
		"limitation/interval", below(p.path, "Status/LimitationInterruptInterval"))
	if d.client != nil {
		p.at("claims", n, "limitation/period", below(d.client.path, "PeriodOfLimitation"))
	}
}

// rateOf is the rate at which claims stand in the system's books, 0 where there is none.
func (d *Document) rateOf(p *post) money.ExchangeRate {
	if !p.foreign {
		return 0
	}
	return d.opt.Exchange[p.currency]
}

// dueDate is the one stated, or the payment condition after the day of the invoice.
func (d *Document) dueDate(o document.Object, cl *ledger.Claim) {
	v := o.Field("DueDate")
	cl.Due = v.Date(d.opt.Zone)
	if d.client == nil || d.client.condition < 0 || cl.Issued.IsZero() {
		return
	}
	due, err := calendar.PaymentTerm{Plus: calendar.DaySpan(d.client.condition)}.Due(cl.Issued)
	if err != nil {
		o.Field("InvoiceDate").ProblemOf(err)
		return
	}
	switch {
	case says(v) && cl.Due.IsZero(): // not readable, and a problem already
	case cl.Due.IsZero():
		cl.Due = due
	case cl.Due != due:
		d.find(FindingDueDate, ledger.Info, v.Path(), "%s holds, though %d days after the invoice of %s are %s", cl.Due, d.client.condition, cl.Issued, due)
	}
}

// amounts are the principal and, where the books were taken over, what remained.
func (d *Document) amounts(o document.Object, p *post, cl *ledger.Claim) {
	principal := o.Field("PrincipalAmount")
	remaining, left := d.remaining(o, p, "RemainingPrincipalAmount")
	accrued, interest := d.remaining(o, p, "RemainingInterestAmount")
	d.sumOf(o, "RemainingTotalAmount", d.opt.System, "RemainingPrincipalAmount", "RemainingInterestAmount")
	d.sumOf(o, "RemainingTotalAmountCurr", p.currency, "RemainingPrincipalAmountCurr", "RemainingInterestAmountCurr")
	cl.Principal = principal.Amount(p.currency)
	if !principal.Given() {
		if cl.Principal = remaining; !left.Given() {
			o.Need("PrincipalAmount").Amount(p.currency)
			return
		}
	}
	v := o.Field("InterestAccruedDate")
	through := v.Date(d.opt.Zone)
	if left.Given() && remaining == (money.Amount{}) || principal.Given() && cl.Principal == (money.Amount{}) {
		return // not readable, and a problem already
	}
	untouched := principal.Given() && (!left.Given() || remaining == cl.Principal) && accrued.Sign() == 0
	if through.IsZero() {
		if untouched || says(v) {
			return
		}
		if through = p.through; through.IsZero() {
			v.Problemf("%s beside remaining amounts, want the day through which they stand, here or in the options", v)
			return
		}
	}
	cl.Opening = &ledger.Opening{Through: through, Principal: cl.Principal, Interest: money.FromMinor(0, p.currency)}
	if left.Given() {
		cl.Opening.Principal = remaining
	}
	if interest.Given() {
		cl.Opening.Interest = accrued
	}
}

// remaining is an amount that remains, in the currency of the claim: the one ending in
// Curr where there is one. It comes with the field that gave it.
func (d *Document) remaining(o document.Object, p *post, name string) (money.Amount, document.Value) {
	curr := o.Field(name + "Curr")
	if !curr.Given() {
		v := o.Field(name)
		return v.Amount(p.currency), v
	}
	a, own := curr.Amount(p.currency), o.Field(name)
	if system := own.Amount(d.opt.System); own.Given() && !p.foreign && system != a && a.Currency() == system.Currency() {
		curr.Problemf("%s beside %s, want the same in one currency", curr, own)
	}
	return a, curr
}

// gap finds days between what was counted and what is to be counted.
func (d *Document) gap(o document.Object, cl *ledger.Claim) {
	if cl.Opening == nil || cl.Interest == nil || cl.Interest.From.IsZero() || cl.Interest.From <= cl.Opening.Through+1 {
		return
	}
	d.find(FindingGap, ledger.Warning, o.Field("InterestFromDate").Path(),
		"interest was counted through %s and goes on from %s: nobody counts the days between", cl.Opening.Through, cl.Interest.From)
}
