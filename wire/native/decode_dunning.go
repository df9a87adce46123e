package native

import (
	"io"
	"slices"

	"github.com/skuld-go/skuld/dunning"
	"github.com/skuld-go/skuld/jurisdiction"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
	"github.com/skuld-go/skuld/paymentplan"
)

// Dunning is a case with what dunning asks of it beside.
type Dunning struct {
	// Request is the case with the loan behind it, the policy and facts. Amounts are in
	// the currency of the case.
	Request dunning.Request
	// Made says that the claims of the case were made of the installments of the loan,
	// because the file has none of its own; claim N is installment N.
	Made bool
	// Plan is the payment plan over the case; nil where the file has none. The AsOf of its
	// Life only stands in for the day on which it is asked what became of the plan.
	Plan *paymentplan.Request
}

// Fields of the dunning file beside those of the case file, in the order in which they
// are documented.
var (
	dunningFields     = append(slices.Clone(caseFields), "loan", "policy", "facts")
	loanFields        = []string{"nominal", "start", "months", "secured", "matures", "installments", "debitReturns"}
	installmentFields = []string{"no", "due", "amount", "principal"}
	returnFields      = []string{"date", "recorded", "amount", "code"}
	askedFields       = []string{"feesAgreed", "byCreditor", "enforceable", "mandate", "disputed", "noVATDeduction"}
)

// DecodeDunning reads a dunning file: a case file that may also state the loan behind
// the case, the policy (its name, or a policy of its own) and facts for the guards of
// fees. It returns the file as far as it could be read, and an error that joins a
// [ledger.Problem] for everything that is wrong with it, in the way of [DecodeCase]:
// first what the file states in another form than the format has, in the order of the
// fields, then what [dunning.Request.Validate], the case and its plan have against the
// rest.
//
// A file without claims gets them of its installments, as [dunning.CaseOf] makes them;
// what is wrong with such a claim is reported at its installment.
func DecodeDunning(r io.Reader) (Dunning, error) { return DecodeDunningWith(r, nil) }

// DecodeDunningWith is [DecodeDunning] with one more check of what could be read, such
// as Calculator.CheckDunning of package skuld, in the way of [DecodeCaseWith]: check is
// given a case in which a rate that could not be read, or that needs a jurisdiction
// that could not be read, is fixed at 0 %. Its paths are JSON Pointers into the dunning
// file, those of the plan below /plan. A nil check is none.
func DecodeDunningWith(r io.Reader, check func(Dunning) error) (Dunning, error) {
	d := &dunningDecoder{}
	o, ok := d.document(r, dunningFields)
	if !ok {
		return Dunning{}, d.err()
	}
	q := d.dunning(o)
	d.check(q, check)
	return q, d.err()
}

// dunningDecoder reads one dunning file.
type dunningDecoder struct{ decoder }

// dunning reads the fields of the case and then those beside them, in their order.
func (d *dunningDecoder) dunning(o object) Dunning {
	var q Dunning
	q.Request.Case = d.readCase(o)
	q.Plan = d.planned.request()
	d.loan(o, &q.Request)
	d.policy(o, &q.Request)
	q.Request.Facts = asked(o)
	d.claimsOf(o, &q)
	return q
}

// claimsOf makes the claims of a file that has none of the installments of its loan.
func (d *dunningDecoder) claimsOf(o object, q *Dunning) {
	loan := o.field("loan")
	if loan == nil || o.states("claims") {
		return
	}
	schedule := loan.field("installments")
	if loan.kind != isObject || schedule != nil && schedule.kind != isList {
		// There are claims, but unknown.
		d.itemsUnread = true
		d.cannotTell("/claims")
		return
	}
	r := &q.Request
	if q.Made = len(r.Installments) > 0; !q.Made {
		return
	}
	d.place = ofInstallment
	r.Case = jurisdiction.OrderOfLoan(dunning.CaseOf(r.Case, r.Installments, r.Loan))
}

// loan reads the loan behind the case.
func (d *dunningDecoder) loan(of object, r *dunning.Request) {
	o, ok := of.child("loan", loanFields)
	if !ok {
		return
	}
	l := &dunning.Loan{
		Nominal: o.amount("nominal"), Start: o.day("start"), Months: o.whole("months"), Secured: o.yes("secured"), Matures: o.day("matures"),
	}
	r.Installments, ok = objects(o, "installments", dunning.MaxInstallments, installmentFields, d.installment)
	d.itemsUnread = d.itemsUnread || !ok && !of.states("claims")
	l.Returns, _ = objects(o, "debitReturns", ledger.MaxLife, returnFields, debitReturn)
	if !o.blank() {
		r.Loan = l
	}
}

// installment reads a row of a loan's schedule. Its number may be named as that of a
// claim.
func (d *dunningDecoder) installment(o object) dunning.Installment {
	i := dunning.Installment{No: o.whole("no"), Due: o.day("due"), Amount: o.amount("amount"), Principal: o.amount("principal")}
	if o.states("no") && i.No == 0 {
		d.itemsUnread = true
	}
	if i.Amount == (money.Amount{}) {
		// No part is above an amount that is not known.
		d.cannotTell(o.path("principal"))
	}
	return i
}

func debitReturn(o object) dunning.Return {
	return dunning.Return{Date: o.day("date"), Recorded: o.day("recorded"), Amount: o.amount("amount"), Code: o.label("code")}
}

// asked reads what guards of fees ask.
func asked(of object) dunning.Facts {
	o, ok := of.child("facts", askedFields)
	if !ok {
		return dunning.Facts{}
	}
	return dunning.Facts{
		FeesAgreed: o.yes("feesAgreed"), ByCreditor: o.yes("byCreditor"), Enforceable: o.yes("enforceable"), Mandate: o.day("mandate"),
		Disputed: o.yes("disputed"), NoVATDeduction: o.yes("noVATDeduction"),
	}
}
