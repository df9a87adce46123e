package jurisdiction

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/dunning"
	"github.com/skuld-go/skuld/fee"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
)

// courseOf is what a policy does about a history on which nothing is paid, one line for
// each letter: its day, kind, fee, announced fee and last day.
func courseOf(t *testing.T, p dunning.Policy, h dunning.History, through string) string {
	t.Helper()
	source := func(_ calendar.Date, sent []ledger.Notice, charged []fee.Charge) (dunning.History, error) {
		now := h
		now.Notices = append(append([]ledger.Notice(nil), h.Notices...), sent...)
		now.Charged = charged
		return now, nil
	}
	list, err := dunning.Timeline(p, source, h.Debts[0].Due, day(through))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, d := range list {
		for _, a := range d.Actions {
			fmt.Fprintf(&b, "%s %s", a.Day, a.Kind)
			if a.Fee.Sign() > 0 {
				fmt.Fprintf(&b, " %s", a.Fee.Number())
			}
			if a.Announces.Sign() > 0 {
				fmt.Fprintf(&b, " names %s", a.Announces.Number())
			}
			if a.Deadline > a.Day {
				fmt.Fprintf(&b, " through %s", a.Deadline)
			}
			b.WriteString("\n")
		}
	}
	return b.String()
}

// owing is a debt due on Thursday, 15 January 2026.
func owing(amount string, debtor ledger.DebtorKind, facts dunning.Facts) dunning.History {
	a := money.MustParse(amount)
	facts.Origin = day("2026-01-01")
	none := money.FromMinor(0, a.Currency())
	return dunning.History{
		Case: "T", Currency: a.Currency(), Debtor: debtor, Interest: none, Fees: none, Facts: facts,
		Debts: []dunning.Debt{{ID: "C", Due: day("2026-01-15"), Amount: a}},
	}
}

// The days are counted on a calendar of 2026, the fees worked out from the statutes: a
// letter follows the day after the one before has run out, a last day on a Saturday or
// Sunday moves to Monday.
func TestCourseOfLadders(t *testing.T) {
	consumer, business := ledger.Consumer, ledger.Business
	for _, c := range []struct {
		country string
		h       dunning.History
		want    string
	}{
		{"SE", owing("1000.00 SEK", consumer, dunning.Facts{FeesAgreed: true}), `
2026-01-20 reminder 60.00 through 2026-01-30
2026-01-31 demand 180.00 through 2026-02-10
2026-02-11 plan-offer through 2026-02-23
2026-02-24 application 300.00 through 2026-03-06
`}, {"SE", owing("1000.00 SEK", consumer, dunning.Facts{}), `
2026-01-20 reminder through 2026-01-30
2026-01-31 demand 180.00 through 2026-02-10
2026-02-11 plan-offer through 2026-02-23
2026-02-24 application 300.00 through 2026-03-06
`}, {"FI", owing("500.00 EUR", consumer, dunning.Facts{}), `
2026-01-29 reminder 5.00 through 2026-02-12
2026-02-13 demand 24.00 through 2026-02-27
2026-02-28 second-demand 12.00 through 2026-03-16
2026-03-17 plan-offer through 2026-03-31
2026-04-01 application
`}, {"FI", owing("500.00 EUR", consumer, dunning.Facts{ByCreditor: true}), `
2026-01-29 reminder 5.00 through 2026-02-12
2026-02-13 demand 5.00 through 2026-02-27
2026-02-28 second-demand 5.00 through 2026-03-16
2026-03-17 plan-offer through 2026-03-31
2026-04-01 application
`}, {"FI", owing("500.00 EUR", consumer, dunning.Facts{Enforceable: true}), `
2026-01-29 reminder 5.00 through 2026-02-12
2026-02-13 demand 14.00 through 2026-02-27
2026-02-28 second-demand 7.00 through 2026-03-16
2026-03-17 plan-offer through 2026-03-31
2026-04-01 application
`}, {"FI", owing("3000.00 EUR", business, dunning.Facts{}), `
2026-01-22 reminder 12.00 through 2026-02-02
2026-02-03 demand 90.00 through 2026-02-13
2026-02-14 plan-offer through 2026-03-02
2026-03-03 application
`}, {"NO", owing("2000.00 NOK", consumer, dunning.Facts{}), `
2026-01-29 reminder 37.50 through 2026-02-12
2026-02-13 notice 37.50 through 2026-02-27
2026-02-28 demand 300.00 through 2026-03-16
2026-03-17 plan-offer through 2026-03-31
2026-04-01 application
`}, {"NO", owing("2000.00 NOK", consumer, dunning.Facts{ByCreditor: true}), `
2026-01-29 reminder 37.50 through 2026-02-12
2026-02-13 notice 37.50 through 2026-02-27
2026-02-28 demand 112.50 through 2026-03-16
2026-03-17 plan-offer through 2026-03-31
2026-04-01 application
`}, {"DK", owing("2000.00 DKK", consumer, dunning.Facts{}), `
2026-01-25 reminder 100.00 through 2026-02-04
2026-02-05 reminder 100.00 through 2026-02-16
2026-02-17 reminder 100.00 through 2026-02-27
2026-02-28 demand 700.00 through 2026-03-10
2026-03-11 plan-offer through 2026-03-23
2026-03-24 application
`}, {"DE", owing("800.00 EUR", consumer, dunning.Facts{}), `
2026-01-22 reminder through 2026-02-05
2026-02-06 demand 46.50 names 83.70 through 2026-02-20
2026-02-21 plan-offer through 2026-03-09
2026-03-10 application 93.00
`}, {"DE", owing("800.00 EUR", consumer, dunning.Facts{ByCreditor: true}), `
2026-01-22 reminder through 2026-02-05
2026-02-06 demand through 2026-02-20
2026-02-21 plan-offer through 2026-03-09
2026-03-10 application
`}, {"DE", owing("800.00 EUR", business, dunning.Facts{Disputed: true}), `
2026-01-22 reminder through 2026-02-05
2026-02-06 demand 120.90 through 2026-02-20
2026-02-21 plan-offer through 2026-03-09
2026-03-10 application 93.00
`}, {"AT", owing("200.00 EUR", business, dunning.Facts{}), `
2026-01-22 first-dunning 14.53 through 2026-02-05
2026-02-06 further-dunning 17.44 through 2026-02-20
2026-02-21 demand 44.00 through 2026-03-09
2026-03-10 plan-offer through 2026-03-24
2026-03-25 application
`}, {"NL", owing("500.00 EUR", consumer, dunning.Facts{}), `
2026-01-22 reminder through 2026-01-29
2026-01-30 fourteen-day-letter names 75.00 through 2026-02-16
2026-02-17 demand 75.00 through 2026-02-24
2026-02-25 plan-offer through 2026-03-11
2026-03-12 application
`}, {"NL", owing("3500.00 EUR", business, dunning.Facts{}), `
2026-01-22 reminder through 2026-01-29
2026-01-30 demand 475.00 through 2026-02-13
2026-02-14 plan-offer through 2026-03-02
2026-03-03 application
`}, {"GB", owing("2000.00 GBP", business, dunning.Facts{}), `
2026-01-22 reminder through 2026-01-29
2026-01-30 demand through 2026-02-13
2026-02-14 letter-before-claim through 2026-02-28
2026-03-01 claim-form
`}, {"GB", owing("500.00 GBP", consumer, dunning.Facts{}), `
2026-01-22 reminder through 2026-01-29
2026-01-30 demand through 2026-02-13
2026-02-14 letter-before-claim through 2026-03-16
2026-03-17 claim-form
`},
	} {
		r := dunning.Request{Case: ledger.Case{Jurisdiction: c.country, Debtor: c.h.Debtor, Currency: c.h.Currency}, Facts: c.h.Facts}
		p, err := ResolvePolicy(r, All())
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(c.want[1:], courseOf(t, p, c.h, "2026-12-31")); diff != "" {
			t.Errorf("%s, a %s, %+v (-want +got):\n%s", c.country, c.h.Debtor, c.h.Facts, diff)
		}
	}
}

// With a title the debt goes to enforcement as soon as it is overdue, and 90 days later
// under surveillance, while the letters go on.
func TestCourseOfEnforcement(t *testing.T) {
	p, _ := Policy("SE")
	h := owing("1000.00 SEK", ledger.Business, dunning.Facts{})
	h.Titles = []ledger.Title{{ID: "T", Date: day("2026-01-12")}}
	want := `2026-01-16 enforcement 600.00 through 2026-04-16
2026-04-17 surveillance
`
	var got []string
	for _, line := range strings.SplitAfter(courseOf(t, p, h, "2026-12-31"), "\n") {
		if strings.Contains(line, "enforcement") || strings.Contains(line, "surveillance") {
			got = append(got, line)
		}
	}
	if diff := cmp.Diff(want, strings.Join(got, "")); diff != "" {
		t.Error(diff)
	}
}

// lent is a loan of 10 000 euro over 48 months, 200 due on the 15th of each month.
func lent(debtor ledger.DebtorKind) dunning.History {
	h := owing("200.00 EUR", debtor, dunning.Facts{})
	h.Loan = &dunning.Loan{Nominal: money.MustParse("10000.00 EUR"), Start: day("2025-12-15"), Months: 48}
	h.Debts = nil
	for i, due := range []string{"2026-01-15", "2026-02-15", "2026-03-15", "2026-04-15", "2026-05-15", "2026-06-15"} {
		h.Debts = append(h.Debts, dunning.Debt{ID: fmt.Sprintf("R%d", i+1), Due: day(due), Amount: money.MustParse("200.00 EUR")})
	}
	return h
}

// 5 % of 10 000 is 500: two instalments (400) are too little, the third is due on
// Sunday, 15 March, and late from the 17th. The two weeks run from receipt, three days
// later, to Good Friday, 3 April, and so through the Tuesday after Easter. For a
// freelancer two instalments are enough and the oldest is more than 30 days past due
// when the second is late, on 17 February; the letter before gives time through the
// 24th.
func TestCourseOfLoans(t *testing.T) {
	for name, want := range map[string]string{
		"solaris-consumer": `
2026-01-20 reminder through 2026-01-27
2026-01-30 dunning_letter through 2026-02-09
2026-02-14 dunning_letter through 2026-02-24
2026-03-17 pre_termination_letter through 2026-04-07
2026-04-08 termination_letter through 2026-04-22
2026-04-22 pre_collection_letter through 2026-05-06
`,
		"solaris-freelancer": `
2026-01-20 reminder through 2026-01-27
2026-01-30 dunning_letter through 2026-02-09
2026-02-14 dunning_letter through 2026-02-24
2026-02-25 pre_termination_letter through 2026-03-16
2026-03-17 termination_letter through 2026-03-31
2026-03-31 pre_collection_letter through 2026-04-14
`,
	} {
		p, _ := Policy(name)
		debtor := ledger.Consumer
		if name == policySolarisFreelancer {
			debtor = ledger.Business
		}
		if diff := cmp.Diff(want[1:], courseOf(t, p, lent(debtor), "2026-12-31")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}
