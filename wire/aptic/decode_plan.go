package aptic

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/internal/document"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
	"github.com/skuld-go/skuld/paymentplan"
)

// PlanOptions say what a request for a plan leaves open, beside what its cases do.
type PlanOptions struct {
	Options
	// Start is the day from which the plan runs where the document has no startDate; it
	// needs one of the two.
	Start calendar.Date
	// AsOf is the day through which payments count in the answer; zero shows the plan as
	// agreed.
	AsOf calendar.Date
	// InvoiceLeadDays is how long before its due date an installment is invoiced.
	InvoiceLeadDays int
	// Calendar tells the business days to which due dates move; nil leaves them.
	Calendar *calendar.Calendar
	// Step is what a level that is solved is a multiple of; zero is one minor unit.
	Step money.Amount
}

// PlanDocument is a request for a payment plan, as for "create" and "calculate", with the
// cases that it is over. Make one with [DecodePlan].
type PlanDocument struct {
	*Document
	raw     []document.Member
	request paymentplan.Request
	c       ledger.Case
	active  int64
	at      planPlaces
}

// planPlaces are where the lists of a request stand in the document.
type planPlaces struct{ deviations, periods []string }

// planStorage are fields of a plan that are worked out anew, or from which no figure
// follows.
var planStorage = []string{
	"paymentPlanGuid", "paymentplanGuid", "remainingNumberOfPayments", "totalAmount", "totalPrincipal", "totalInterest", "totalFee", "annualPercentage",
	"links", "findings",
}

// DecodePlan reads a request for a payment plan. Its cases are the cases in full, in place
// of their guids: a plan is worked out from what is owed on them. Several cases are one debt
// where all are in one currency under one law and none has payments of its own that a plan
// would have to keep apart. A row of a response among the payments, which specifies neither
// date nor amount, asks for nothing.
//
// The error joins problems as for [Decode], with what [paymentplan.Request.ValidateCase]
// finds.
func DecodePlan(r io.Reader, opt PlanOptions) (*PlanDocument, error) {
	p := &PlanDocument{Document: newDocument(opt.Options)}
	doc := document.Read(r, document.Limits{})
	if o, ok := doc.Root().Object(); ok {
		p.raw = o.Kept()
		o.Unused(planStorage...)
		p.readCasesOf(o)
		reader := planReader{p: p, o: o, opt: opt}
		reader.read()
	}
	err := p.finish(doc)
	ps := ledger.AsProblems(err)
	if doc.Readable() && len(p.cases) > 0 {
		ps.Merge(p.Problems(p.request.ValidateCase(p.c.Currency)))
	}
	return p, ps.Err()
}

// readCasesOf reads the cases of a plan.
func (p *PlanDocument) readCasesOf(o document.Object) {
	v := o.Need("cases")
	for _, one := range v.List(maxCases) {
		if one.Kind() == document.String {
			one.Problemf("%s, want the case in full: a plan is worked out from what is owed on it", one)
			continue
		}
		if f := p.readCase(one); f != nil {
			p.cases = append(p.cases, f)
		}
	}
	switch {
	case v.Kind() == document.List && len(v.List(maxCases)) == 0:
		v.Problemf("no case, want at least one")
	case len(p.cases) == 1:
		p.c = p.cases[0].c
	case len(p.cases) > 1:
		p.merge(v)
	}
}

// merge makes one case of several, whose items are told apart by the case's id before
// theirs.
func (p *PlanDocument) merge(v document.Value) {
	first := p.cases[0].c
	all := ledger.Case{
		Currency: first.Currency, Base: first.Base, Jurisdiction: first.Jurisdiction, Debtor: first.Debtor, ExtendRates: first.ExtendRates,
	}
	var ids []string
	for i, f := range p.cases {
		at := v.Path() + fmt.Sprintf("/%d", i)
		if f.c.Currency != first.Currency || f.c.Jurisdiction != first.Jurisdiction || f.c.Debtor != first.Debtor {
			v.Problemf("case %d is in another currency, under another law or of another kind of debtor than the first, want a plan of its own for it", i+1)
			return
		}
		if len(f.c.Payments)+len(f.c.Reversals)+len(f.c.Refunds) > 0 || f.c.Closed != nil {
			v.Problemf("%s has payments after its remaining figures, or is closed, want it with the figures that remain (interestTo), or a plan of its own", at)
			return
		}
		ids = append(ids, f.c.ID)
		joinCase(&all, f.c)
	}
	all.ID = strings.Join(ids, "+")
	p.c = all
}

// joinCase adds the facts of a case to another, the ids with that of the case before them.
func joinCase(all *ledger.Case, c ledger.Case) {
	of := func(id string) string { return c.ID + "/" + id }
	for _, cl := range c.Claims {
		cl.ID = of(cl.ID)
		all.Claims = append(all.Claims, cl)
	}
	for _, f := range c.Fees {
		f.ID = of(f.ID)
		all.Fees = append(all.Fees, f)
	}
	for _, a := range c.Adjustments {
		a.ID, a.Item = of(a.ID), of(a.Item)
		all.Adjustments = append(all.Adjustments, a)
	}
	for _, w := range c.WriteOffs {
		w.ID, w.Item = of(w.ID), of(w.Item)
		all.WriteOffs = append(all.WriteOffs, w)
	}
	for _, h := range c.Holds {
		items := slices.Clone(h.Items)
		for i := range items {
			items[i] = of(items[i])
		}
		if len(items) == 0 {
			for _, cl := range c.Claims {
				items = append(items, of(cl.ID))
			}
			for _, f := range c.Fees {
				items = append(items, of(f.ID))
			}
		}
		h.Items = items
		all.Holds = append(all.Holds, h)
	}
	for _, t := range c.Titles {
		t.ID = of(t.ID)
		all.Titles = append(all.Titles, t)
	}
}

// Request is what is asked for, for Calculator.Plan of package skuld.
func (p *PlanDocument) Request() paymentplan.Request { return p.request }

// Case is the debt that the plan is over: its case, or its cases as one.
func (p *PlanDocument) Case() ledger.Case { return p.c }
