package report

import (
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/paymentplan"
)

// PlanText writes a payment plan as it can go to a debtor: what is paid off, the rows
// with their parts, the rates behind their interest, what was paid on which row, what
// is payable next and what is open at the end; then where the plan stands, what
// settles it early, what is owed after its end and how it goes on when it is
// restructured, as far as that was asked; and findings. All amounts are in the plan's
// currency, all days inclusive: a due date is the last day on which paying is in time.
// Errors are those of w, which gets the text in one piece, or of a schedule that is
// nil.
func PlanText(w io.Writer, s *paymentplan.Schedule) error {
	if s == nil {
		return errors.New("no schedule, want one")
	}
	var p page
	if s.Standing != nil && s.Standing.State == paymentplan.Proposed {
		p.line("PROPOSAL OF A PAYMENT PLAN")
	} else {
		p.line("PAYMENT PLAN")
	}
	p.line("")
	p.plan(s)
	return p.writeTo(w)
}

// plan writes everything about a plan but its title.
func (p *page) plan(s *paymentplan.Schedule) {
	p.planHeading(s)
	p.section("ROWS")
	p.table(rowsTable(s))
	p.rowNotes(s)
	p.section("INTEREST")
	p.planInterest(s)
	p.shares(s)
	p.settled(s)
	p.paidRows(s)
	p.section("TO BE PAID")
	p.toBePaid(s)
	p.standing(s)
	p.settlement(s)
	p.returned(s)
	p.findings(s.Findings)
	p.restructured(s)
}

func (p *page) planHeading(s *paymentplan.Schedule) {
	t := table{columns: "ll", indent: 2}
	if s.Case != "" {
		t.add("Case", s.Case)
	}
	if n := len(s.Rows); n > 0 {
		t.add("Debt", fmt.Sprintf("%s on %s", s.Rows[0].Opening, s.Start))
		t.add("Rows", fmt.Sprintf("%d, due from %s through %s", n, s.Rows[0].DueDate, s.Rows[n-1].DueDate))
	}
	t.add("To pay", s.Totals.Amount.String()+" in all")
	if a := s.APR; a != nil && a.Known {
		if rate, ok := a.Rate.Rounded(2); ok {
			t.add("APR", rate+" % a year ("+a.Law.Citation()+")")
		}
	}
	p.table(t)
	p.line("")
	p.para("  ", levelText(s))
}

// levelText says by which rule rows pay, in words of the kind of plan.
func levelText(s *paymentplan.Schedule) string {
	const table = " The table says what each row pays."
	regular := fmt.Sprintf("The regular amount of a row is %s, the fee of its invoice included.", s.Level)
	switch s.Kind {
	case paymentplan.Linear, paymentplan.LinearLimited:
		return fmt.Sprintf("The regular principal of a row is %s; its interest and its fee come on top.%s", s.Level, table)
	case paymentplan.InterestOnly:
		return "The rows pay the interest." + table
	case paymentplan.Bullet:
		return "One row pays the debt with its interest."
	case paymentplan.DebtRelief:
		return regular + " No interest runs while the plan holds." + table
	}
	return regular + table
}

// rowsTable has a row for each installment and their sums.
func rowsTable(s *paymentplan.Schedule) table {
	fee, late, invoice := "", "", ""
	if !s.Totals.Fee.IsZero() {
		fee = "Fee"
	}
	for _, r := range s.Rows {
		if !r.IfLate.IsZero() {
			late = "If late"
		}
		if r.InvoiceDate != r.DueDate && !r.InvoiceDate.IsZero() {
			invoice = "Invoice"
		}
	}
	t := table{columns: "rllrrrrrrr", indent: 2}
	t.add("No", invoice, "Due", "Opening", "Interest", fee, "Principal", "To pay", late, "Left")
	for _, r := range s.Rows {
		day := ""
		if invoice != "" {
			day = dayText(r.InvoiceDate)
		}
		t.add(strconv.Itoa(r.No), day, dayText(r.DueDate), r.Opening.Number(), r.Interest.Number(), under(fee, r.Fee), r.Principal.Number(),
			r.Amount.Number(), under(late, r.IfLate), r.Closing.Number())
	}
	t.addWide("Total", "", "", "", s.Totals.Interest.Number(), under(fee, s.Totals.Fee), s.Totals.Principal.Number(), s.Totals.Amount.Number())
	return t
}

// rowNotes explain what the columns alone do not.
func (p *page) rowNotes(s *paymentplan.Schedule) {
	var carried, notes []string
	late := false
	for _, r := range s.Rows {
		late = late || !r.IfLate.IsZero()
		if !r.Carried.IsZero() {
			carried = append(carried, fmt.Sprintf("%s after row %d", r.Carried.Number(), r.No))
		}
	}
	if s.Case != "" {
		notes = append(notes, "Opening and Left are the whole debt of the case, its interest and fees included.")
	}
	if late {
		notes = append(notes, "If late is what a row costs when a reminder of it has been sent.")
	}
	if len(carried) > 0 {
		notes = append(notes, "Interest left to later rows: "+strings.Join(carried, ", ")+".")
	}
	if len(notes) > 0 {
		p.line("")
		p.para("  ", strings.Join(notes, " "))
	}
}

// shares list what each creditor gets of each row.
func (p *page) shares(s *paymentplan.Schedule) {
	t := table{columns: "rllr", indent: 2}
	t.add("No", "Due", "Creditor", "Amount")
	for _, r := range s.Rows {
		no, due := strconv.Itoa(r.No), dayText(r.DueDate)
		for _, x := range r.Shares {
			t.add(no, due, x.Creditor, x.Amount.Number())
			no, due = "", ""
		}
	}
	if len(t.rows) > 1 {
		p.section("SHARES OF THE CREDITORS")
		p.table(t)
	}
}

// settled lists what the payment of each row settles in the case.
func (p *page) settled(s *paymentplan.Schedule) {
	t := table{columns: "rllr", indent: 2}
	t.add("No", "Due", "Settles", "Amount")
	for _, r := range s.Rows {
		no, due := strconv.Itoa(r.No), dayText(r.DueDate)
		for _, l := range r.Lines {
			t.add(no, due, lineText(l), l.Amount.Number())
			no, due = "", ""
		}
	}
	if len(t.rows) > 1 {
		p.section("WHAT THE ROWS SETTLE")
		p.table(t)
	}
}

func lineText(l ledger.Line) string { return l.Item + ", " + componentWords(l.Component) }

// paidRows sets what was paid beside what each row asks for, where anything was.
func (p *page) paidRows(s *paymentplan.Schedule) {
	paid := false
	t := table{columns: "rlrrrl", indent: 2}
	t.add("No", "Due", "To pay", "Paid", "Unpaid", "Paid on")
	for _, r := range s.Rows {
		paid = paid || !r.Paid.IsZero()
		t.add(strconv.Itoa(r.No), dayText(r.DueDate), r.Amount.Number(), r.Paid.Number(), r.Unpaid.Number(), dayText(r.PaidDate))
	}
	if paid {
		p.section("PAID SO FAR")
		p.table(t)
	}
}

// over reports whether a plan is over before its last row, so that its rows bind
// nobody any more.
func over(s *paymentplan.Schedule) bool {
	return s.Returned != nil || s.Standing != nil && (s.Standing.State == paymentplan.Ended || s.Standing.State == paymentplan.Broken)
}

// toBePaid says what is payable next, and what the rows leave.
func (p *page) toBePaid(s *paymentplan.Schedule) {
	if over(s) {
		p.para("  ", "The plan is over: its rows are not payable any more, and what is open is payable at once unless it was agreed otherwise.")
		return
	}
	switch {
	case s.Next != nil && s.Standing != nil && s.Next.Date < s.Standing.AsOf:
		p.para("  ", fmt.Sprintf("%s was payable by %s and is overdue. Rows that are not paid: %d.", s.Next.Amount, s.Next.Date, s.RemainingCount))
	case s.Next != nil && s.RemainingCount == 1:
		p.para("  ", fmt.Sprintf("The next payment is %s by %s. It is the last one.", s.Next.Amount, s.Next.Date))
	case s.Next != nil:
		p.para("  ", fmt.Sprintf("The next payment is %s by %s. %d rows are not paid.", s.Next.Amount, s.Next.Date, s.RemainingCount))
	case s.RemainingCount > 0:
		p.para("  ", fmt.Sprintf("By the plan nothing is payable next; %d of its rows are not paid.", s.RemainingCount))
	default:
		p.para("  ", "Every row is paid.")
	}
	switch {
	case s.Residual.IsZero():
	case s.Waived:
		p.para("  ", fmt.Sprintf("After the last row %s is open; it is waived when the plan is fulfilled.", s.Residual))
	default:
		p.para("  ", fmt.Sprintf("After the last row %s is open; it stays owed.", s.Residual))
	}
}
