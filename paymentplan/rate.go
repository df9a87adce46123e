package paymentplan

import (
	"errors"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/paymentplan/apr"
)

// APR is what a plan costs a year by law: the rate at which its rows, registration and
// invoice fees included, are worth the debt at the start.
type APR struct {
	Law apr.Law
	// Answer says whether there is one rate, none or several.
	Answer apr.Answer
	// Rate is the one that is shown, Known whether there is one: the rate found or,
	// where the law says which of several counts, that one.
	Rate  apr.Rate
	Known bool
}

// addAPR works out what the plan costs a year. Rows that leave something open have no
// rate to show.
func (f *frame) addAPR(sched *Schedule) error {
	law := f.req.APR
	if law == 0 {
		law = apr.EU
	}
	m := method(law, f.req.every())
	dated := []apr.Dated{{Amount: sched.Rows[0].Opening, Date: sched.Start}}
	for _, row := range sched.Rows {
		if row.Amount.Sign() != 0 {
			dated = append(dated, apr.Dated{Amount: row.Amount.Neg(), Date: row.DueDate})
		}
	}
	flows, err := m.Flows(sched.Start, dated)
	if err != nil {
		return &ledger.Problem{Path: "/apr", Message: err.Error(), Cause: err}
	}
	answer, err := apr.Solve(flows, m)
	if errors.Is(err, apr.ErrFlow) { // rows of more than an amount at the door may be
		sched.APR = &APR{Law: law}
		f.noteAPR(sched)
		return nil
	}
	if err != nil {
		return &ledger.Problem{Path: "/apr", Message: err.Error(), Cause: err}
	}
	out := &APR{Law: law, Answer: answer}
	out.Rate, out.Known = answer.Rate, answer.Outcome == apr.Found
	if law == apr.UK && answer.Outcome == apr.Ambiguous {
		out.Rate, out.Known = answer.Nearest()
	}
	if sched.Residual.Sign() > 0 {
		out.Known = false // the rate of rows that do not pay the debt says nothing of its cost
	}
	sched.APR = out
	if !out.Known {
		f.noteAPR(sched)
	}
	return nil
}

// noteAPR says why no annual percentage rate is shown.
func (f *frame) noteAPR(sched *Schedule) {
	why := "more than one rate fits its rows"
	switch {
	case sched.Residual.Sign() > 0:
		why = "its rows leave " + sched.Residual.String() + " open"
	case sched.APR.Answer.Outcome == 0:
		why = "its rows are larger than rates are worked out for"
	case sched.APR.Answer.Outcome == apr.None:
		why = "no rate above -99.99 % fits its rows"
	}
	sched.Findings = append(sched.Findings, ledger.Finding{
		Code: FindingNoAPR, Severity: ledger.Info, Path: "/apr", Message: "the plan has no annual percentage rate: " + why,
	})
}

// method counts intervals in the unit of the plan. The unit-period of Regulation Z is
// the distance of its rows, as far as the regulation knows it.
func method(law apr.Law, every calendar.Span) apr.Method {
	m := apr.Method{Law: law, Unit: apr.UnitOf(every)}
	switch law {
	case apr.EIR:
		m.Unit = apr.Day
	case apr.US:
		m.Per = every.N()
		if m.Unit == apr.Week && every.Unit() == calendar.UnitDay {
			m.Per /= 7
		}
		if n, ok := every.Months(); ok && n%12 == 0 {
			m.Unit, m.Per = apr.Year, 1
		}
		if m.Validate() != nil {
			m.Unit, m.Per = apr.Day, 1
		}
	}
	return m
}
