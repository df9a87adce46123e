package aptic

import (
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/internal/document"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
)

// caseStorage are fields of a case from which no figure follows.
var caseStorage = []string{
	"clientReferenceNumber", "clientGuid", "clientName", "receivedFrom", "referenceNumber", "deliverySystemCode", "description",
	"paymentReferenceNumber", "originalClaimantName", "protected", "note", "status", "subStatus", "links", "energyDebt", "relations",
	"extraFields", "caseGuid", "mainDebtorName", "juridicalType", "placeOfBirth", "birthDate", "naceCode", "workPhone", "cellularPhone", "email",
	"originalFee", "originalInterest", "originalPrincipal", "originalSum", "paidFee", "paidInterest", "paidPrincipal", "paidSum",
	"paidToThirdParty", "findings", "remainingFee", "remainingInterest", "remainingPrincipal", "remainingSum",
}

// caseReader reads one case.
type caseReader struct {
	*Document
	f *caseFile
	o document.Object
	v document.Value // the same
	// registered is the day of registration, zero where it is not said.
	registered calendar.Date
	// feeBase is feeBasePrincipalAmount, accelerated the day on which an action made the
	// whole debt fall due, demanded that of the first demand.
	feeBase               money.Amount
	accelerated, demanded calendar.Date
	privateCreditor       bool
	// debtNames are the positions of debts by id and reference; nil until they are asked for.
	debtNames map[string]int
	// taken are the ids that the case itself gives.
	taken map[string]bool
}

// readCase reads a case; nil where there is none.
func (d *Document) readCase(v document.Value) *caseFile {
	o, ok := v.Object()
	if !ok {
		return nil
	}
	f := &caseFile{at: o.Path(), raw: o.Kept(), places: map[string][]string{}}
	r := &caseReader{Document: d, f: f, o: o, v: v}
	o.Unused(caseStorage...)
	r.taken = r.idsOf()
	r.identity()
	debts := r.openDebts()
	r.jurisdiction()
	r.claimant()
	r.readDebtors()
	r.actions()
	r.readDebts(debts)
	r.readFees()
	r.readPayments()
	r.pledges()
	r.rules()
	r.closing()
	return f
}

// identity reads what names the case.
func (r *caseReader) identity() {
	for _, name := range []string{"caseNumber", "caseGuid", "clientReferenceNumber", "referenceNumber"} {
		if r.f.c.ID = r.o.Field(name).Code(); r.f.c.ID != "" {
			break
		}
	}
	r.registered = r.day("registrationDate")
	r.f.entry.Registered = r.registered
	r.f.service = r.o.Field("service").Text()
	r.f.c.Currency = currency(r.o.Field("currencyCode"))
	r.f.c.Base, r.f.c.ExtendRates = r.opt.Base, r.opt.ExtendRates
}

// currency reads a code of ISO 4217.
func currency(v document.Value) money.Currency {
	return document.TextAs(v, `a currency such as "SEK"`, money.ParseCurrency)
}

func (r *caseReader) day(name string) calendar.Date { return r.o.Field(name).Date(r.opt.Zone) }

// percent reads a rate; it reports false where there is none.
func percent(v document.Value) (interest.Percent, bool) {
	if !v.Given() {
		return 0, false
	}
	p, err := interest.ParsePercent(v.Decimal().String())
	v.ProblemOf(err)
	return p, true
}

// claimant reads who the creditor is.
func (r *caseReader) claimant() {
	o, ok := r.o.Field("claimant").Object()
	if !ok {
		return
	}
	kind, known := lookupNumber(o.Field("juridicalType"), r.codes.Juridical)
	r.privateCreditor = known && kind == ledger.Consumer
	o.Unused(partyStorage...)
	o.Unused("idNumber", "dateOfBirth", "underAged")
}

// rules reads what holds for the case as a whole.
func (r *caseReader) rules() {
	f := r.f
	if r.o.Field("stopPayments").Bool() {
		from := r.registered
		if from.IsZero() {
			from = calendar.MustDate(ledger.FirstYear, 1, 1)
		}
		f.c.Holds = append(f.c.Holds, ledger.Hold{Scope: ledger.HoldPayments, From: from, Reason: "stopPayments"})
		f.placed("holds", r.o.Field("stopPayments").Path())
	}
	f.trustProhibited = r.o.Field("prohibitTrustAccounting").Bool()
	f.reportPaid = r.o.Field("reportPaidInterest").Bool()
	f.entry.InterestFrom = r.day("reportPaidInterestFrom")
	if v := r.o.Field("creditRegistryStatus"); v.Given() {
		v.Int(0, 4)
	}
	r.day("creditRegistrySubmissionDate")
}

// closing reads how a case ended.
func (r *caseReader) closing() {
	code, day := r.o.Field("closureCode"), r.day("closureDate")
	disposition, known := lookup(code, r.codes.Closures)
	switch {
	case known && day.IsZero():
		r.o.Field("closureDate").Problemf("%s beside a closureCode, want the day of the closing", r.o.Field("closureDate"))
	case !day.IsZero():
		r.f.c.Closed = &ledger.Closing{Date: day, Disposition: disposition}
	}
}

// pledges reads promises to pay.
func (r *caseReader) pledges() {
	document.Each(r.o.Field("pledges"), ledger.MaxLife, func(o document.Object) bool {
		id := o.Field("pledgeGuid").Code()
		if id == "" {
			id = r.unnamed("pledge", len(r.f.c.Promises))
		}
		r.f.c.Promises = append(r.f.c.Promises, ledger.Promise{
			ID: id, Date: o.Need("pledgeDate").Date(r.opt.Zone), Due: o.Need("dueDate").Date(r.opt.Zone), Amount: o.Need("amount").Amount(r.f.c.Currency),
		})
		r.f.placed("promises", o.Path())
		return true
	})
}
