package rival

import (
	"errors"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/internal/document"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/paymentplan"
)

// calculation asks for installments.
type calculation struct {
	path   string
	caseID string
	idAt   string
	count  int
}

// readCalculation reads the question for installments; its fields are the parameters of
// the query.
func readCalculation(o document.Object) *calculation {
	v := o.Field("CaseID")
	c := &calculation{path: o.Path(), caseID: v.Code(), idAt: v.Path(), count: int(o.Need("NumbInstallments").Int(1, paymentplan.MaxRows))}
	o.Field("DebtorNo").Code()
	return c
}

// ErrNoCalculation says that a document asks for no installments.
var ErrNoCalculation = errors.New("the document asks for no installments")

// Installments is what CalcInstallment asks: an annuity over a case in as many rows as
// it says, every Options.Interval days after the start, interest and costs included. It
// comes with the number of the case among [Document.Cases]. The error is
// [ErrNoCalculation] or a problem at the number of a case that the document lacks.
func (d *Document) Installments(start calendar.Date) (int, paymentplan.Request, error) {
	if d.calc == nil {
		return 0, paymentplan.Request{}, ErrNoCalculation
	}
	r := paymentplan.Request{Kind: paymentplan.Annuity, Start: start, Every: calendar.DaySpan(d.opt.Interval), Count: d.calc.count}
	for i, m := range d.cases {
		if d.calc.caseID == "" && len(d.cases) == 1 || d.calc.caseID != "" && m.has(d.calc.caseID) {
			return i, r, nil
		}
	}
	var ps ledger.Problems
	ps.Addf(d.calc.idAt, "%s is no case of the document, want the number of one", document.Text(d.calc.caseID))
	return 0, r, ps.Err()
}

// search is a day in the diary of a case.
type search struct {
	o      document.Object
	caseID string
	day    calendar.Date
}

// readSearch reads a search date.
func (d *Document) readSearch(o document.Object) search {
	o.Unused("PSID")
	o.Field("DebtorNo").Code()
	return search{o, o.Field("CaseID").Code(), o.Need("SearchDate").Date(d.opt.Zone)}
}

// searchDays puts search dates among what is to be done on their cases.
func (d *Document) searchDays() {
	for _, s := range d.searches {
		to := -1
		for i, m := range d.cases {
			if s.caseID == "" && len(d.cases) == 1 || s.caseID != "" && m.has(s.caseID) {
				to = i
			}
		}
		switch v := s.o.Field("CaseID"); {
		case to >= 0:
			d.cases[to].next = append(d.cases[to].next, planned{s.day, "SEARCH"})
		case len(d.cases) > 0:
			v.Problemf("%s is no case of the document, want the number of one", v)
		}
	}
}
