package report

import (
	"fmt"

	"github.com/skuld-go/skuld/paymentplan"
)

// standing says where the plan stands.
func (p *page) standing(s *paymentplan.Schedule) {
	st := s.Standing
	if st == nil {
		return
	}
	p.section("STANDING")
	text := fmt.Sprintf("As of %s the plan is %s", st.AsOf, st.State)
	if !st.Since.IsZero() {
		text += ", since " + st.Since.String()
	}
	if st.Reason != "" {
		text += ": " + st.Reason
	}
	p.para("  ", sentences([]string{text}))
	if !st.Shortage.IsZero() {
		of := "is past due and unpaid"
		if st.State == paymentplan.Ended || st.State == paymentplan.Broken {
			of = "of its rows was past due and unpaid"
		}
		p.para("  ", fmt.Sprintf("%s %s.", st.Shortage, of))
	}
	if !st.Overpaid.IsZero() {
		p.para("  ", fmt.Sprintf("%s was paid beyond the last row.", st.Overpaid))
	}
}

// settlement says what settles the plan early.
func (p *page) settlement(s *paymentplan.Schedule) {
	x := s.Settlement
	if x == nil {
		return
	}
	p.section("EARLY SETTLEMENT")
	t := table{columns: "lr", indent: 2}
	t.add("Principal", x.Principal.Number())
	t.add("Interest", x.Interest.Number())
	t.add("Fees", x.Fee.Number())
	if !x.Prepaid.IsZero() {
		t.add("Prepaid", x.Prepaid.Neg().Number())
	}
	t.add("To pay", x.Amount.Number())
	p.table(t)
	p.line("")
	text := fmt.Sprintf("A payment of %s with value date %s settles the plan.", x.Amount, x.On)
	if !x.Saved.IsZero() {
		text += fmt.Sprintf(" %s of interest and fees of later rows falls away.", x.Saved)
	}
	p.para("  ", text)
}

// returned says what is owed when the plan has ended early.
func (p *page) returned(s *paymentplan.Schedule) {
	x := s.Returned
	if x == nil {
		return
	}
	p.section("AFTER THE END OF THE PLAN")
	text := fmt.Sprintf("The plan ended on %s", x.On)
	if x.Reason != "" {
		text += ": " + x.Reason
	}
	p.para("  ", sentences([]string{text}))
	p.para("  ", "What is owed since:")
	p.line("")
	t := table{columns: "lr", indent: 2}
	t.add("Principal", x.Principal.Number())
	t.add("Interest", x.Interest.Number())
	if !x.Revived.IsZero() {
		t.add("  of it suspended by the plan", x.Revived.Number())
	}
	t.add("Fees", x.Fee.Number())
	t.add("Total", x.Total.Number())
	p.table(t)
	if len(x.Segments) > 0 {
		p.line("")
		p.para("  ", "The interest that the plan had suspended:")
		p.rateSpans(x.Segments)
	}
}

// restructured shows how the plan goes on otherwise.
func (p *page) restructured(s *paymentplan.Schedule) {
	x := s.Restructured
	if x == nil {
		return
	}
	p.section("IF RESTRUCTURED ON " + x.On.String())
	text := "The due dates that are left stay, and what is open is spread over them."
	if x.Change == paymentplan.Reage {
		text = "The plan begins anew, with due dates and rows of its own."
	}
	p.para("  ", fmt.Sprintf("%s The new rows pay off %s.", text, x.Principal))
	if !x.OpenInterest.IsZero() {
		p.para("  ", fmt.Sprintf("Interest of %s is open on that day: it %s.", x.OpenInterest, policyText(x.Interest)))
	}
	if !x.OpenFees.IsZero() {
		p.para("  ", fmt.Sprintf("Fees of %s are open on that day: they are paid on top of the first new row.", x.OpenFees))
	}
	if x.Schedule != nil {
		p.line("")
		p.plan(x.Schedule)
	}
}

// policyText says what becomes of open interest.
func policyText(i paymentplan.InterestPolicy) string {
	switch i {
	case paymentplan.ToFirstRow:
		return "is paid first, with the first row as far as that goes"
	case paymentplan.Spread:
		return "is paid in equal parts with every row"
	case paymentplan.Capitalize:
		return "joins the principal and bears interest"
	case paymentplan.WaiveInterest:
		return "is waived"
	case paymentplan.ByOrder:
		return "is paid in the order of settlement of the case"
	}
	return "stays due beside the plan"
}
