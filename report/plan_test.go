package report_test

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/law"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
	"github.com/skuld-go/skuld/paymentplan"
	"github.com/skuld-go/skuld/report"
)

// handBuiltPlan is a plan of two rows over a bare debt. Its rows add up.
func handBuiltPlan() *paymentplan.Schedule {
	zero := sek("0.00")
	s := &paymentplan.Schedule{
		Kind: paymentplan.Annuity, Currency: money.MustCurrency("SEK"), Start: day("2024-07-01"),
		Rows: []paymentplan.Row{
			{
				No: 1, InvoiceDate: day("2024-07-18"), DueDate: day("2024-08-01"), Opening: sek("1000.00"), Interest: sek("10.16"), Fee: sek("60.00"),
				Principal: sek("455.02"), Amount: sek("525.18"), Closing: sek("544.98"), Paid: zero, Unpaid: sek("525.18"),
				Segments: []interest.Segment{segment("2024-07-01", "2024-07-31", "1000.00", "12", 31, basis("4", law.Sourced))},
			},
			{
				No: 2, InvoiceDate: day("2024-08-18"), DueDate: day("2024-09-01"), Opening: sek("544.98"), Interest: sek("5.32"), Fee: sek("20.00"),
				Principal: sek("544.98"), Amount: sek("570.30"), Closing: zero, Paid: zero, Unpaid: sek("570.30"),
				Segments: []interest.Segment{
					segment("2024-08-01", "2024-08-15", "544.98", "12", 15, basis("4", law.Sourced)),
					segment("2024-08-16", "2024-08-31", "544.98", "11.5", 16, basis("3.5", law.Secondary)),
				},
			},
		},
		Totals: paymentplan.Totals{Amount: sek("1095.48"), Principal: sek("1000.00"), Interest: sek("15.48"), Fee: sek("80.00")},
		Level:  sek("525.18"), Residual: zero, RemainingCount: 2, Next: &paymentplan.Due{Date: day("2024-08-01"), Amount: sek("525.18")},
	}
	s.Rows[1].Segments[1].Provisional = true
	return s
}

// livedPlan shows everything that became of a plan.
func livedPlan() *paymentplan.Schedule {
	s := handBuiltPlan()
	s.Case = "SE-1001"
	for i := range s.Rows {
		r := &s.Rows[i]
		r.Segments = nil
		r.Lines = []ledger.Line{
			{Item: "INV-1", Component: allocation.DefaultInterest, Amount: r.Interest}, {Item: "INV-1", Component: allocation.Principal, Amount: r.Principal},
		}
	}
	s.Rows[0].Paid, s.Rows[0].Unpaid, s.Rows[0].PaidDate = s.Rows[0].Amount, sek("0.00"), day("2024-08-02")
	s.Rows[0].Carried, s.Rows[0].IfLate, s.Rows[1].IfLate = sek("3.00"), sek("585.18"), sek("630.30")
	s.RemainingCount, s.Next = 1, &paymentplan.Due{Date: day("2024-09-01"), Amount: sek("570.30")}
	s.Residual, s.Waived = sek("100.00"), true
	s.Standing = &paymentplan.Standing{AsOf: day("2024-08-15"), State: paymentplan.Active, Shortage: sek("0.00"), Overpaid: sek("0.00")}
	s.Settlement = &paymentplan.Settlement{
		On: day("2024-08-20"), Amount: sek("500.00"), Principal: sek("544.98"), Interest: sek("3.02"), Fee: sek("0.00"), Prepaid: sek("48.00"), Saved: sek("22.30"),
	}
	s.Restructured = &paymentplan.Restructured{
		On: day("2024-08-15"), Change: paymentplan.Reage, Interest: paymentplan.Capitalize, Principal: sek("547.00"), OpenInterest: sek("2.02"), OpenFees: sek("20.00"),
		Schedule: handBuiltPlan(),
	}
	s.Findings = []ledger.Finding{{Code: "plan-fewer-rows", Severity: ledger.Info, Path: "/count", Message: "the level found needs 2 rows, not 3"}}
	return s
}

func planText(t *testing.T, s *paymentplan.Schedule) string {
	t.Helper()
	var b bytes.Buffer
	if err := report.PlanText(&b, s); err != nil {
		t.Fatal(err)
	}
	for _, line := range strings.Split(b.String(), "\n") {
		if n := utf8.RuneCountInString(line); n > 100 || strings.TrimRight(line, " ") != line {
			t.Errorf("line of %d columns, want at most 100 and no blank at the end: %q", n, line)
		}
	}
	return b.String()
}

func TestPlanText(t *testing.T) {
	compare(t, "plan.golden", planText(t, handBuiltPlan()))
	compare(t, "plan-life.golden", planText(t, livedPlan()))
}

func TestFoundText(t *testing.T) {
	f := &paymentplan.Found{
		Candidates: []paymentplan.Candidate{
			{Count: 2, Level: sek("525.18"), Largest: sek("570.30"), Last: sek("570.30"), End: day("2024-09-01"), Cost: sek("95.48"), Total: sek("1095.48")},
			{Count: 3, Level: sek("380.00"), Largest: sek("380.00"), Last: sek("379.99"), End: day("2024-10-01"), Cost: sek("139.99"), Total: sek("1139.99")},
		},
		Best: handBuiltPlan(),
	}
	var b bytes.Buffer
	if err := report.FoundText(&b, f); err != nil {
		t.Fatal(err)
	}
	compare(t, "found.golden", b.String())
	b.Reset()
	if err := report.FoundText(&b, &paymentplan.Found{Reason: "no row pays its interest"}); err != nil {
		t.Fatal(err)
	}
	if got := b.String(); got != "PLANS FOUND\n\n  None: no row pays its interest.\n" {
		t.Errorf("wrote %q", got)
	}
}

// TestPlanTextWords says in words what the figures alone do not.
func TestPlanTextWords(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*paymentplan.Schedule)
		want   []string
		absent []string
	}{
		"plain":         {func(*paymentplan.Schedule) {}, []string{"PAYMENT PLAN\n", "2 rows are not paid."}, []string{"Case", "If late", "PAID SO FAR", "SHARES", "STANDING", "FINDINGS"}},
		"linear":        {func(s *paymentplan.Schedule) { s.Kind = paymentplan.Linear }, []string{"The regular principal of a row is 525.18 SEK"}, nil},
		"bullet":        {func(s *paymentplan.Schedule) { s.Kind = paymentplan.Bullet }, []string{"One row pays the debt with its interest."}, nil},
		"interest only": {func(s *paymentplan.Schedule) { s.Kind = paymentplan.InterestOnly }, []string{"The rows pay the interest."}, nil},
		"debt relief": {func(s *paymentplan.Schedule) {
			s.Kind = paymentplan.DebtRelief
			s.Rows[0].Shares = []paymentplan.Share{{Creditor: "K-1", Amount: sek("400.00")}, {Creditor: "K-2", Amount: sek("55.02")}}
		}, []string{"No interest runs while\n  the plan holds.", "SHARES OF THE CREDITORS", "   1  2024-08-01  K-1       400.00\n                  K-2        55.02\n"}, nil},
		"no fees": {func(s *paymentplan.Schedule) { s.Totals.Fee = sek("0.00") }, nil, []string{"  Fee"}},
		"invoices on the due dates": {func(s *paymentplan.Schedule) {
			for i := range s.Rows {
				s.Rows[i].InvoiceDate = s.Rows[i].DueDate
			}
		}, nil, []string{"  Invoice"}},
		"no interest": {func(s *paymentplan.Schedule) {
			s.Rows[0].Segments, s.Rows[1].Segments, s.Totals.Interest = nil, nil, sek("0.00")
		}, []string{"The plan bears no interest."}, nil},
		"interest from before": {func(s *paymentplan.Schedule) { s.Rows[0].Segments, s.Rows[1].Segments = nil, nil },
			[]string{"The rows pay interest from before the plan"}, nil},
		"held": {func(s *paymentplan.Schedule) {
			x := &s.Rows[0].Segments[0]
			x.Held, x.Rate, x.Basis = true, 0, interest.Basis{Label: "dispute"}
		}, []string{"No interest from 2024-07-01 through 2024-07-31. dispute."}, nil},
		"residual":    {func(s *paymentplan.Schedule) { s.Residual = sek("7.00") }, []string{"After the last row 7.00 SEK is open; it stays owed."}, nil},
		"paid":        {func(s *paymentplan.Schedule) { s.Next, s.RemainingCount = nil, 0 }, []string{"Every row is paid."}, nil},
		"not payable": {func(s *paymentplan.Schedule) { s.Next = nil }, []string{"nothing is payable next; 2 of its rows are not paid."}, nil},
		"proposal": {func(s *paymentplan.Schedule) {
			s.Standing = &paymentplan.Standing{AsOf: day("2024-07-01"), State: paymentplan.Proposed}
		}, []string{"PROPOSAL OF A PAYMENT PLAN\n", "the plan is proposed."}, nil},
		"broken": {func(s *paymentplan.Schedule) {
			s.Standing = &paymentplan.Standing{
				AsOf: day("2024-08-15"), State: paymentplan.Broken, Since: day("2024-08-06"), Reason: "row 1 was short", Shortage: sek("5.00"), Overpaid: sek("6.00"),
			}
			s.Returned = &paymentplan.Returned{
				On: day("2024-08-06"), Total: sek("1070.00"), Principal: sek("1000.00"), Interest: sek("10.00"), Fee: sek("60.00"), Revived: sek("9.00"),
				Segments: s.Rows[0].Segments,
			}
		}, []string{
			"the plan is broken, since 2024-08-06: row 1 was short.", "5.00 SEK of its rows was past due and unpaid.", "6.00 SEK was paid beyond the last row.", "The plan is over",
			"The plan ended on 2024-08-06.", "of it suspended by the plan", "The interest that the plan had suspended:\n  12 % a year from 2024-07-01 through 2024-07-31.",
		}, []string{"next payment"}},
	} {
		s := handBuiltPlan()
		c.change(s)
		got := planText(t, s)
		for _, want := range c.want {
			if !strings.Contains(got, want) {
				t.Errorf("%s: %q is missing in\n%s", name, want, got)
			}
		}
		for _, absent := range c.absent {
			if strings.Contains(got, absent) {
				t.Errorf("%s: %q in\n%s", name, absent, got)
			}
		}
	}
}

// TestPlanTextPolicies words every fate of open interest.
func TestPlanTextPolicies(t *testing.T) {
	for policy, want := range map[paymentplan.InterestPolicy]string{
		paymentplan.ToFirstRow: "is paid first, with the first row as far as that\n  goes", paymentplan.Spread: "is paid in equal parts with every row",
		paymentplan.WaiveInterest: "is waived", paymentplan.Keep: "stays due beside the plan",
		paymentplan.ByOrder: "is paid in the order of settlement of the case",
	} {
		s := livedPlan()
		s.Restructured.Change, s.Restructured.Interest, s.Restructured.Schedule = paymentplan.Reamortize, policy, nil
		got := planText(t, s)
		if !strings.Contains(got, "Interest of 2.02 SEK is open on that day: it "+want+".") || !strings.Contains(got, "The due dates that are left stay") {
			t.Errorf("%v: %q is missing in\n%s", policy, want, got)
		}
	}
}

func TestPlanTextErrors(t *testing.T) {
	if err := report.PlanText(broken{}, handBuiltPlan()); !errors.Is(err, errBroken) {
		t.Errorf("%v, want the writer's error", err)
	}
	if err := report.FoundText(broken{}, &paymentplan.Found{}); !errors.Is(err, errBroken) {
		t.Errorf("%v, want the writer's error", err)
	}
	var b bytes.Buffer
	if err := report.PlanText(&b, nil); err == nil || b.Len() > 0 {
		t.Errorf("no schedule: %v, wrote %q", err, b.String())
	}
	if err := report.FoundText(&b, nil); err == nil || b.Len() > 0 {
		t.Errorf("no answer: %v, wrote %q", err, b.String())
	}
}
