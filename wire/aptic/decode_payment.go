package aptic

import (
	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/internal/document"
	"github.com/skuld-go/skuld/ledger"
)

// paymentStorage are fields of a payment that nothing is made of; the figures of the
// response are worked out anew.
var paymentStorage = []string{
	"paymentReference", "source", "note", "amountNotDeducted", "totalAmountDeducted", "withdrawnCommission", "withdrawnVAT", "remittenceAmount",
	"commissionNettedOnCreditorAccount", "vatNettedOnCreditorAccount", "commissionToInvoice", "vatToInvoice", "specifications", "pledges", "links",
}

// paymentFile is a payment as the document has it.
type paymentFile struct {
	raw    []document.Member
	id     string
	direct bool
	by     int64
	// within says that it is in the remaining figures of the debts already.
	within bool
}

// readPayments reads the payments of the case. Those within the figures with which debts
// begin are in them already, where all of them begin after it.
func (r *caseReader) readPayments() {
	first, last := r.openings()
	document.Each(r.o.Field("payments"), ledger.MaxPayments, func(o document.Object) bool {
		file := paymentFile{raw: o.Kept(), id: o.Field("paymentGuid").Code()}
		o.Unused(paymentStorage...)
		if file.id == "" {
			file.id = r.unnamed("payment", len(r.f.payments))
		}
		p := r.payment(o, &file)
		switch {
		case p.Date.IsZero() || p.Date > last:
			r.f.c.Payments = append(r.f.c.Payments, p)
			r.f.placed("payments", o.Path())
		case p.Date > first:
			o.Field("paymentDate").Problemf("%s is within the remaining figures of some debts, through %s, and not of others, want all as of one day", p.Date, last)
		default:
			file.within = true
			r.find(FindingWithinOpening, ledger.Info, o.Path(), "of %s, within the remaining figures of %s; it is not counted again", p.Date, first)
		}
		r.f.payments = append(r.f.payments, file)
		return true
	})
}

// openings are the first and the last day on which the debts of the case begin with what
// remained of them; the first is zero where one does not, the last where none does. A debt
// that was raised only after the last one has nothing to do with payments before.
func (r *caseReader) openings() (first, last calendar.Date) {
	for _, cl := range r.f.c.Claims {
		if cl.Kind != ledger.CreditNote {
			last = max(last, openingOf(cl))
		}
	}
	first = last
	for _, cl := range r.f.c.Claims {
		if cl.Kind == ledger.CreditNote || cl.Opening == nil && last > 0 && max(cl.Issued, cl.Recorded) > last {
			continue
		}
		first = min(first, openingOf(cl))
	}
	return first, last
}

// payment reads one payment.
func (r *caseReader) payment(o document.Object, file *paymentFile) ledger.Payment {
	p := ledger.Payment{ID: file.id, Date: o.Need("paymentDate").Date(r.opt.Zone), Recorded: o.Field("accountingDate").Date(r.opt.Zone)}
	c := currency(o.Field("currencyCode"))
	if c.IsZero() {
		c = r.f.c.Currency
	}
	amount := o.Field("paymentAmount")
	posted := amount.Given()
	switch paid := o.Field("paidAmount"); {
	case posted && paid.Given() && paid.Amount(c) != amount.Amount(c):
		paid.Problemf("%s beside a paymentAmount of %s, want one of the two, or the same", paid.Amount(c), amount.Amount(c))
	case !posted && paid.Given():
		amount = paid
	case !posted:
		amount = o.Need("paymentAmount")
	}
	p.Amount = amount.Amount(c)
	books := r.opt.Base
	if books.IsZero() {
		books = r.f.c.Currency
	}
	p.Received, p.Exchanged = o.Field("receivedAmount").Amount(books), o.Field("exchangeDate").Date(r.opt.Zone)
	direct := o.Field("directPayment")
	p.Direct = direct.Bool() || !direct.Given() && posted
	file.direct = p.Direct
	if v := o.Field("paidBy"); v.Given() {
		file.by = v.Int(0, ledger.MaxDebtors)
		switch n := int(file.by); {
		case n > len(r.f.c.Debtors):
			v.Problemf("%s, want the number of a debtor from 1 to %d, or 0 where it is not known", v, len(r.f.c.Debtors))
		case n > 0:
			p.By = r.f.c.Debtors[n-1].ID
		}
	}
	p.Specification = r.specification(o.Field("specification"))
	return p
}

// specification reads what the payer directed.
func (r *caseReader) specification(v document.Value) []allocation.Directed {
	var list []allocation.Directed
	document.Each(v, ledger.MaxSpecification, func(o document.Object) bool {
		item, claim := r.named(o)
		if item == "" {
			return false
		}
		body := allocation.Fee
		if claim != nil {
			body = bodyOf(*claim)
		}
		given := false
		for _, part := range []struct {
			name string
			to   []allocation.Component
		}{
			{"principal", []allocation.Component{body}}, {"interest", allocation.Interest()}, {"fee", []allocation.Component{allocation.Fee}}, {"amount", nil},
		} {
			given = given || o.Field(part.name).Given()
			if a := o.Field(part.name).Amount(r.f.c.Currency); a.Sign() != 0 {
				list = append(list, allocation.Directed{Item: item, Components: part.to, Amount: a})
			}
		}
		if !given {
			o.Field("amount").Problemf("%s, want it, or a principal, interest or fee: the entry directs no amount", o.Field("amount"))
		}
		return true
	})
	return list
}

// named finds the debt or fee that an entry of a specification names.
func (r *caseReader) named(o document.Object) (string, *ledger.Claim) {
	fee, debt, reference := o.Field("feeGuid").Code(), o.Field("debtGuid").Code(), o.Field("referenceNumber").Code()
	if fee != "" {
		return fee, nil
	}
	at := o.Field("debtGuid")
	if debt == "" {
		debt, at = reference, o.Field("referenceNumber")
	}
	if i, known := r.byName()[debt]; known && debt != "" {
		if i < 0 {
			at.Problemf("%s is the reference of several debts, want the debtGuid of the one that is meant", at)
			return "", nil
		}
		return r.f.c.Claims[i].ID, &r.f.c.Claims[i]
	}
	o.Field("debtGuid").Problemf("names no debt or fee of the case, want its debtGuid, feeGuid or referenceNumber")
	return "", nil
}

// byName finds debts by their ids and references; a reference that several have is -1.
func (r *caseReader) byName() map[string]int {
	if r.debtNames != nil {
		return r.debtNames
	}
	r.debtNames = map[string]int{}
	for i := range r.f.c.Claims {
		reference := r.f.debts[i].o.Field("referenceNumber").Code()
		if _, twice := r.debtNames[reference]; twice {
			i = -1
		}
		r.debtNames[reference] = i
	}
	for i, cl := range r.f.c.Claims {
		r.debtNames[cl.ID] = i
	}
	return r.debtNames
}
