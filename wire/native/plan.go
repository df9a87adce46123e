package native

import (
	"errors"
	"io"

	"github.com/skuld-go/skuld/money"
	"github.com/skuld-go/skuld/paymentplan"
)

type scheduleForm struct {
	Case     string         `json:"case,omitempty"`
	Type     string         `json:"type"`
	Currency string         `json:"currency"`
	Start    string         `json:"start"`
	Rows     []planRowForm  `json:"rows"`
	Totals   rowsTotalsForm `json:"totals"`
	Level    string         `json:"level"`
	Residual string         `json:"residual"`
	// RemainingCount counts rows that are not paid.
	RemainingCount int               `json:"remainingCount"`
	Next           *dueForm          `json:"next"` // null where nothing is left to pay
	APR            string            `json:"apr"`
	APRMethod      string            `json:"aprMethod"`
	APRLegal       string            `json:"aprLegal,omitempty"`
	Findings       []findingForm     `json:"findings"`
	Waived         bool              `json:"waived,omitempty"` // of the residual
	Standing       *standingForm     `json:"standing,omitempty"`
	Settlement     *settlementForm   `json:"settlement,omitempty"`
	Returned       *returnedForm     `json:"returned,omitempty"`
	Restructured   *restructuredForm `json:"restructured,omitempty"`
}

type planRowForm struct {
	No          int           `json:"no"`
	InvoiceDate string        `json:"invoiceDate"`
	DueDate     string        `json:"dueDate"`
	Opening     string        `json:"opening"`
	Interest    string        `json:"interest"`
	Fee         string        `json:"fee"`
	Principal   string        `json:"principal"`
	Amount      string        `json:"amount"`
	Closing     string        `json:"closing"`
	Paid        string        `json:"paid"`
	Unpaid      string        `json:"unpaid"`
	PaidDate    string        `json:"paidDate"`
	Carried     string        `json:"carried,omitempty"` // interest left to later rows
	IfLate      string        `json:"ifLate,omitempty"`  // amount with the reminder fee
	Shares      []shareForm   `json:"shares,omitempty"`
	Lines       []lineForm    `json:"lines,omitempty"`
	Segments    []segmentForm `json:"segments,omitempty"`
}

type shareForm struct {
	Creditor string `json:"creditor"`
	Amount   string `json:"amount"`
}

type rowsTotalsForm struct {
	Amount    string `json:"amount"`
	Principal string `json:"principal"`
	Interest  string `json:"interest"`
	Fee       string `json:"fee"`
}

type dueForm struct {
	Date   string `json:"date"`
	Amount string `json:"amount"`
}

type foundForm struct {
	Candidates []candidateForm `json:"candidates"`
	Reason     string          `json:"reason"`
	Best       *scheduleForm   `json:"best"` // null where there is no candidate
}

type candidateForm struct {
	Count   int    `json:"count"`
	Level   string `json:"level"`
	Largest string `json:"largest"`
	Last    string `json:"last"`
	End     string `json:"end"`
	Cost    string `json:"cost"`
	Total   string `json:"total"`
}

// EncodeSchedule writes a payment plan, indented by two blanks. Money has the decimals
// of its currency; the exact interest of segments has 10 decimals, rounded half to
// even; dates that do not exist are "", and days of segments are inclusive. next is
// null where every row is paid; figures of a plan that is not rounded have 10 decimals,
// rounded half to even; apr has two decimals and aprLegal the one that the law
// asks for, rounded half up, and both are "" where no rate fits the rows. What comes after the findings of the plan, and in a row after paidDate, is
// there only where it says something.
//
// Nothing is written on an error, which can only come from w or from a schedule that
// is nil.
func EncodeSchedule(w io.Writer, s *paymentplan.Schedule) error {
	if s == nil {
		return errors.New("no schedule, want one")
	}
	text, err := indented(schedule(s))
	if err != nil {
		return err
	}
	_, err = w.Write(text)
	return err
}

// EncodeFound writes the answer of a search, best candidate first, as
// [EncodeSchedule] writes a plan. best is the schedule of the first candidate, null
// where there is none; reason then says why, and is "" else. End dates are inclusive.
// Nothing is written on an error, which can only come from w or from an answer that is
// nil.
func EncodeFound(w io.Writer, f *paymentplan.Found) error {
	if f == nil {
		return errors.New("no answer of a search, want one")
	}
	text, err := indented(foundForm{Candidates: each(f.Candidates, candidate), Reason: f.Reason, Best: schedule(f.Best)})
	if err != nil {
		return err
	}
	_, err = w.Write(text)
	return err
}

func candidate(c paymentplan.Candidate) candidateForm {
	return candidateForm{
		Count: c.Count, Level: c.Level.Number(), Largest: c.Largest.Number(), Last: c.Last.Number(), End: c.End.String(),
		Cost: c.Cost.Number(), Total: c.Total.Number(),
	}
}

// schedule is the form of a plan, nil where there is none.
func schedule(s *paymentplan.Schedule) *scheduleForm {
	if s == nil {
		return nil
	}
	// A figure that does not exist in a kind of plan is nothing owed.
	sum := func(a money.Amount) string { return money.FromMinor(a.Minor(), s.Currency).Number() }
	f := &scheduleForm{
		Case: s.Case, Type: s.Kind.String(), Currency: s.Currency.Code(), Start: s.Start.String(),
		Rows: each(s.Rows, func(r paymentplan.Row) planRowForm { return planRow(r, sum) }),
		Totals: rowsTotalsForm{
			sum(s.Totals.Amount), sum(s.Totals.Principal), sum(s.Totals.Interest), sum(s.Totals.Fee),
		},
		Level: sum(s.Level), Residual: sum(s.Residual), RemainingCount: s.RemainingCount,
		Findings: each(s.Findings, finding), Waived: s.Waived, Standing: standing(s.Standing, sum),
		Settlement: settlement(s.Settlement, sum), Returned: returned(s.Returned, sum), Restructured: restructured(s.Restructured, sum),
	}
	if a := s.APR; a != nil {
		f.APRMethod = a.Law.Citation()
		if a.Known {
			f.APR, _ = a.Rate.Rounded(2)
			f.APRLegal, _ = a.Rate.Rounded(1)
		}
	}
	if s.Next != nil {
		f.Next = &dueForm{s.Next.Date.String(), sum(s.Next.Amount)}
	}
	if s.Exact != nil {
		unrounded(f, s.Exact)
	}
	return f
}

// unrounded prints a plan that is not rounded with its own figures.
func unrounded(f *scheduleForm, x *paymentplan.ExactPlan) {
	of := func(e money.Exact) string { return e.Fixed(exactPlaces) }
	for i, r := range x.Rows {
		row := &f.Rows[i]
		row.Opening, row.Interest, row.Fee, row.Principal = of(r.Opening), of(r.Interest), of(r.Fee), of(r.Principal)
		row.Amount, row.Closing, row.Paid, row.Unpaid = of(r.Amount), of(r.Closing), of(money.Exact{}), of(r.Amount)
	}
	t := x.Totals
	f.Totals = rowsTotalsForm{of(t.Amount), of(t.Principal), of(t.Interest), of(t.Fee)}
	f.Level, f.Residual = of(x.Level), of(x.Residual)
	if f.Next != nil {
		f.Next.Amount = f.Rows[0].Amount
	}
}

func planRow(r paymentplan.Row, sum func(money.Amount) string) planRowForm {
	return planRowForm{
		No: r.No, InvoiceDate: r.InvoiceDate.String(), DueDate: r.DueDate.String(),
		Opening: sum(r.Opening), Interest: sum(r.Interest), Fee: sum(r.Fee), Principal: sum(r.Principal), Amount: sum(r.Amount),
		Closing: sum(r.Closing), Paid: sum(r.Paid), Unpaid: sum(r.Unpaid), PaidDate: r.PaidDate.String(),
		Carried: some(r.Carried), IfLate: some(r.IfLate),
		Shares: each(r.Shares, func(s paymentplan.Share) shareForm { return shareForm{s.Creditor, sum(s.Amount)} }),
		Lines:  each(r.Lines, line), Segments: each(r.Segments, segment),
	}
}
