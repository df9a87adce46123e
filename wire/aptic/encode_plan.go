package aptic

import (
	"io"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/internal/document"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/paymentplan"
)

// EncodePlan writes the schedule of a plan as Aptic answers "create", "calculate" and "get
// payment plan". annualPercentage has two decimals; it is null where there is no one rate.
// The findings of the schedule and of the document follow, at the document's own fields.
func EncodePlan(w io.Writer, p *PlanDocument, s *paymentplan.Schedule) error {
	_, err := w.Write(p.answer(s).Indented())
	return err
}

// fee is a fee as it was asked for.
func (p *PlanDocument) fee(name string) document.JSON {
	return or(p.raw, name, document.Nothing).Value
}

func (p *PlanDocument) answer(s *paymentplan.Schedule) document.JSON {
	currency := document.Text(s.Currency.Code())
	list := asCame(p.raw, "paymentPlanGuid", "registrationDate")
	list = append(list,
		document.Member{Name: "active", Value: document.Whole(p.active)}, document.Member{Name: "paymentPlanType", Value: was(p.raw, "paymentPlanType")},
		document.Member{Name: "numberOfPayments", Value: document.Whole(int64(len(s.Rows)))},
		document.Member{Name: "remainingNumberOfPayments", Value: document.Whole(int64(s.RemainingCount))},
		document.Member{Name: "currencyCode", Value: currency},
		document.Member{Name: "registrationFee", Value: p.fee("registrationFee")}, document.Member{Name: "invoiceFee", Value: p.fee("invoiceFee")},
		document.Member{Name: "reminderFee", Value: p.fee("reminderFee")}, or(p.raw, "feeCurrencyCode", currency),
		document.Member{Name: "totalAmount", Value: document.Sum(s.Totals.Amount)}, document.Member{Name: "totalPrincipal", Value: document.Sum(s.Totals.Principal)},
		document.Member{Name: "totalInterest", Value: document.Sum(s.Totals.Interest)}, document.Member{Name: "totalFee", Value: document.Sum(s.Totals.Fee)},
		document.Member{Name: "annualPercentage", Value: annual(s.APR)}, document.Member{Name: "payments", Value: document.Values(p.rows(s)...)},
		document.Member{Name: "cases", Value: document.Values(p.casesOf()...)}, document.Member{Name: "periods", Value: document.Values(p.periodsOf(s)...)},
		document.Member{Name: "findings", Value: p.findingsOf(s)})
	return document.Members(list, p.raw...)
}

// annual is the annual percentage rate; null where there is no one rate.
func annual(a *paymentplan.APR) document.JSON {
	if a == nil || !a.Known {
		return document.Nothing
	}
	text, ok := a.Rate.Rounded(places)
	if !ok {
		return document.Nothing
	}
	return document.JSON(text)
}

// places are the decimals of an annual percentage rate.
const places = 2

// rows are the payments of the plan.
func (p *PlanDocument) rows(s *paymentplan.Schedule) []document.JSON {
	list := make([]document.JSON, len(s.Rows))
	for i, r := range s.Rows {
		list[i] = document.Members([]document.Member{
			{Name: "paymentNo", Value: document.Whole(int64(r.No))},
			{Name: "invoiceDate", Value: p.midnight(r.InvoiceDate)}, {Name: "dueDate", Value: p.midnight(r.DueDate)},
			{Name: "instalment", Value: document.Sum(r.Principal)}, {Name: "interest", Value: document.Sum(r.Interest)},
			{Name: "fee", Value: document.Sum(r.Fee)}, {Name: "amount", Value: document.Sum(r.Amount)},
			{Name: "unpaid", Value: document.Sum(r.Unpaid)}, {Name: "paidDate", Value: p.midnight(r.PaidDate)},
		})
	}
	return list
}

// casesOf name the cases of the plan.
func (p *PlanDocument) casesOf() []document.JSON {
	list := make([]document.JSON, len(p.cases))
	for i, f := range p.cases {
		list[i] = document.Members([]document.Member{
			{Name: "caseGuid", Value: was(f.raw, "caseGuid")}, {Name: "caseNumber", Value: was(f.raw, "caseNumber")},
			{Name: "clientReference", Value: was(f.raw, "clientReferenceNumber")}, {Name: "clientGuid", Value: was(f.raw, "clientGuid")},
		})
	}
	return list
}

// periodsOf are the periods of the plan as they came; a plan without any has one, from its
// start through its last due date.
func (p *PlanDocument) periodsOf(s *paymentplan.Schedule) []document.JSON {
	if given := was(p.raw, "periods"); given != document.Nothing && len(p.request.Periods) > 0 {
		return p.periodsAsCame(given)
	}
	if len(s.Rows) == 0 {
		return nil
	}
	kind, n := p.interval()
	return []document.JSON{document.Members([]document.Member{
		{Name: "periodNo", Value: document.Whole(1)}, {Name: "startDate", Value: p.midnight(s.Start)},
		{Name: "endDate", Value: p.midnight(s.Rows[len(s.Rows)-1].DueDate)}, {Name: "intervalType", Value: document.Whole(kind)},
		{Name: "interval", Value: document.Whole(n)}, {Name: "amount", Value: document.Sum(s.Level)}, {Name: "paymentType", Value: was(p.raw, "paymentPlanType")},
	})}
}

// periodsAsCame are the elements of a list as it came.
func (p *PlanDocument) periodsAsCame(given document.JSON) []document.JSON {
	d := document.Parse([]byte(given), document.Limits{})
	var list []document.JSON
	for _, v := range d.Root().List(paymentplan.MaxRows) {
		list = append(list, v.JSON())
	}
	return list
}

// interval is the distance of the payments in Aptic's numbers: a month where none was said,
// 0 where its unit has no number.
func (p *PlanDocument) interval() (kind, n int64) {
	every := p.request.Every
	if every.IsZero() {
		every = calendar.Months(1)
	}
	for number, unit := range p.codes.Intervals {
		if unit == every.Unit() && (kind == 0 || number < kind) {
			kind = number
		}
	}
	return kind, int64(every.N())
}

// EncodePlans writes plans as the list of a debtor's plans shows them.
func EncodePlans(w io.Writer, plans []*PlanDocument, schedules []*paymentplan.Schedule) error {
	var rows []document.JSON
	for i, p := range plans {
		if i < len(schedules) {
			rows = append(rows, p.row(schedules[i]))
		}
	}
	_, err := w.Write(envelope(rows).Indented())
	return err
}

// row is a plan in a list.
func (p *PlanDocument) row(s *paymentplan.Schedule) document.JSON {
	kind, n := p.interval()
	list := asCame(p.raw, "paymentPlanGuid", "registrationDate")
	list = append(list,
		document.Member{Name: "startDate", Value: p.midnight(s.Start)}, document.Member{Name: "active", Value: document.Whole(p.active)},
		document.Member{Name: "paymentPlanType", Value: was(p.raw, "paymentPlanType")},
		document.Member{Name: "numberOfPayments", Value: document.Whole(int64(len(s.Rows)))},
		document.Member{Name: "remainingNumberOfPayments", Value: document.Whole(int64(s.RemainingCount))},
		document.Member{Name: "amount", Value: document.Sum(s.Level)}, document.Member{Name: "currencyCode", Value: document.Text(s.Currency.Code())},
		document.Member{Name: "paymentType", Value: was(p.raw, "paymentPlanType")}, document.Member{Name: "intervalType", Value: document.Whole(kind)},
		document.Member{Name: "interval", Value: document.Whole(n)}, document.Member{Name: "findings", Value: p.findingsOf(s)})
	return document.Members(list)
}

// findingsOf are the findings of a schedule, at the document's own fields, and those of the
// document.
func (p *PlanDocument) findingsOf(s *paymentplan.Schedule) document.JSON {
	list := make([]ledger.Finding, len(s.Findings), len(s.Findings)+len(p.findings))
	for i, one := range s.Findings {
		one.Path = p.pointer(one.Path)
		list[i] = one
	}
	return findingList(append(list, p.findings...))
}
