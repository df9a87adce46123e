package rival

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/skuld-go/skuld/internal/document"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/paymentplan"
)

// created is a case as POST /Case answers it.
func (d *Document) created(i int, a Answer) (document.JSON, error) {
	m := d.cases[i]
	s, err := d.totals(m, a.Statement)
	if err != nil {
		return "", err
	}
	words, findings := d.statusWords(m, a)
	_, more := m.limitation(a.Statement)
	state := "New"
	if m.merged {
		state = "Merged"
	}
	members := []document.Member{
		{Name: "CaseID", Value: digits(m.facts.ID, m.ids[0])}, {Name: "ClientID", Value: m.first.echo["ClientID"]}, {Name: "ExtRefNo", Value: m.first.echo["ExtRefNo"]},
		{Name: "OrgNo", Value: m.first.echo["OrgNo"]}, {Name: "Name", Value: m.first.echo["Name"]},
	}
	members = append(members, s.members(false)...)
	for k, name := range trackFields[:3] {
		members = append(members, document.Member{Name: name, Value: words[k]})
	}
	return document.Members(append(members,
		document.Member{Name: "InstallmentPlan", Value: document.Truth(m.onPlan(a.Plan))}, document.Member{Name: "NewOrMerged", Value: document.Text(state)},
		document.Member{Name: "Count", Value: document.Whole(int64(len(m.facts.Claims)))},
		document.Member{Name: "Info", Value: document.TextOr(info(d.allFindings(i, a, append(findings, more...))), document.Nothing)})), nil
}

// onPlan reports whether the case has a plan that holds.
func (m *made) onPlan(plan *paymentplan.Schedule) bool {
	if plan == nil || plan.Standing == nil {
		return m.plan != nil && m.plan.agreed
	}
	return plan.Standing.State == paymentplan.Active
}

// info says findings in one text.
func info(findings []ledger.Finding) string {
	texts := make([]string, len(findings))
	for i, f := range findings {
		texts[i] = f.Message
	}
	return strings.Join(texts, "; ")
}

// allFindings are those of a case: of the document, its statement and the answer. What
// the document says as a whole is with the first case.
func (d *Document) allFindings(i int, a Answer, more []ledger.Finding) []ledger.Finding {
	if d.byCase == nil {
		d.byCase = make([][]ledger.Finding, len(d.cases))
		for _, f := range d.Findings() {
			at := d.owner(f.Path)
			d.byCase[at] = append(d.byCase[at], f)
		}
	}
	list := slices.Clone(d.byCase[i])
	return append(append(list, d.FindingsInFile(i, a.Statement.Findings)...), append(more, d.rates(i, a.Statement)...)...)
}

// owner is the number of the case that a place belongs to, the first where it is none's.
func (d *Document) owner(path string) int {
	best, at := -1, 0
	for i, m := range d.cases {
		for _, p := range m.paths {
			if len(p) > best && (p == "" || path == p || strings.HasPrefix(path, p+"/")) {
				best, at = len(p), i
			}
		}
	}
	return at
}

// findingList is the member with the findings, none where there are none.
func (d *Document) findingList(i int, a Answer, more []ledger.Finding) []document.Member {
	var list []document.JSON
	for _, f := range d.allFindings(i, a, more) {
		list = append(list, document.Members([]document.Member{
			{Name: "Code", Value: document.Text(f.Code)}, {Name: "Severity", Value: document.Text(f.Severity.String())},
			{Name: "Path", Value: document.Text(f.Path)}, {Name: "Message", Value: document.Text(f.Message)},
		}))
	}
	if list == nil {
		return nil
	}
	return []document.Member{{Name: "Findings", Value: document.Values(list...)}}
}

// EncodeClient writes what POST /v1/Client answers: the client as it came in. The error
// wraps [ErrAnswer] where the document has none, or is that of w.
func EncodeClient(w io.Writer, d *Document) error {
	if d.client == nil {
		return fmt.Errorf("%w: the document has no client", ErrAnswer)
	}
	_, err := w.Write(document.Members(d.client.fields).Indented())
	return err
}

// EncodePayments writes what POST /v1/Payment answers: an object for a payment alone, a
// list for those of a file. A payment without a number gets that of its place in the
// document, from 1. The error wraps [ErrAnswer] where there is none, or is that of w.
func EncodePayments(w io.Writer, d *Document) error {
	if len(d.payments) == 0 {
		return fmt.Errorf("%w: the document has no payment", ErrAnswer)
	}
	list := make([]document.JSON, len(d.payments))
	for i, p := range d.payments {
		members := append([]document.Member(nil), p.members...)
		if members[0].Value == document.Nothing {
			members[0].Value = document.Whole(int64(i) + 1)
		}
		list[i] = document.Members(members)
	}
	out := document.Values(list...)
	if d.form == formPayment {
		out = list[0]
	}
	_, err := w.Write(out.Indented())
	return err
}

// EncodeInstallments writes what GET /v1/CalcInstallment answers: the days between
// payments and the next one, and after the system's fields the amount of an ordinary row
// and the whole schedule. The error wraps [ErrAnswer] for a schedule that is nil, or is
// that of w.
func EncodeInstallments(w io.Writer, s *paymentplan.Schedule) error {
	if s == nil {
		return fmt.Errorf("%w: no schedule", ErrAnswer)
	}
	in := s.Installment()
	rows := make([]document.JSON, len(s.Rows))
	for i, r := range s.Rows {
		rows[i] = document.Members([]document.Member{
			{Name: "No", Value: document.Whole(int64(r.No))}, {Name: "Date", Value: document.Day(r.DueDate)}, {Name: "Amount", Value: amount(r.Amount)},
			{Name: "InterestAmount", Value: amount(r.Interest)}, {Name: "CostAmount", Value: amount(r.Fee)},
			{Name: "PrincipalAmount", Value: amount(r.Principal)}, {Name: "RemainingAmount", Value: amount(r.Closing)},
		})
	}
	_, err := w.Write(document.Members([]document.Member{
		{Name: "PaymentIntervalDays", Value: document.Whole(int64(in.PaymentIntervalDays))}, {Name: "NextPaymentDate", Value: document.Day(in.NextPaymentDate)},
		{Name: "NextPaymentAmount", Value: amount(in.NextPaymentAmount)}, {Name: "StandardPaymentAmount", Value: amount(in.StandardPaymentAmount)},
		{Name: "Schedule", Value: document.Values(rows...)},
	}).Indented())
	return err
}
