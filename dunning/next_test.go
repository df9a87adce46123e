package dunning_test

import (
	"testing"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/dunning"
	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
)

func eur(s string) money.Amount { return money.MustParse(s + " EUR") }

func day(s string) calendar.Date { return calendar.MustParseDate(s) }

// consumer is the ladder of a consumer loan under BGB § 498, cut to what the tests ask.
func consumer() dunning.Policy {
	return dunning.Policy{
		Name: "consumer", Calendar: calendar.DE(), Delivery: 3, Grace: dunning.Grace{Roll: true},
		Levels: []dunning.Level{
			{Kind: "reminder", Stage: "dunning", After: 5, Term: dunning.Term{Days: 7}},
			{
				Kind: "pre_termination_letter", Stage: "pre_termination", After: 30, Gap: 7, Expired: true,
				Gate: &dunning.Gate{
					Consecutive: 2, Secured: interest.MustPercent("2.5"),
					Shares: []dunning.Share{{Months: 36, Percent: interest.MustPercent("10")}, {Percent: interest.MustPercent("5")}},
				},
				Term: dunning.Term{Days: 14, Delivered: true, Roll: true, Least: true, Proven: true}, Citation: "BGB § 498 (1)",
			},
			{Kind: "termination_letter", Stage: "terminated", Expired: true, Accelerates: true, Term: dunning.Term{Days: 14}},
		},
	}
}

// loan has monthly installments from 1 January 2026 on.
func loan(nominal, installment string, months, paid int) dunning.History {
	h := dunning.History{
		Case: "L-1", Currency: money.MustCurrency("EUR"), Debtor: ledger.Consumer,
		Loan: &dunning.Loan{Nominal: eur(nominal), Months: months},
	}
	for i := range months {
		h.Debts = append(h.Debts, dunning.Debt{ID: string(rune('a' + i%26)), Due: day("2026-01-01").AddMonths(i), Amount: eur(installment)})
		if i < paid {
			h.Receipts = append(h.Receipts, dunning.Receipt{Date: day("2026-01-01").AddMonths(i), Amount: eur(installment)})
		}
	}
	return h
}

// The examples of BGB § 498 (1) no. 1: so many installments of a loan are overdue, and
// the loan may be threatened to be terminated or not.
func TestGateOfConsumerLoans(t *testing.T) {
	for _, c := range []struct {
		nominal, installment string
		months, missed       int
		want                 bool
	}{
		{"10000", "200", 48, 2, false}, {"10000", "200", 48, 3, true},
		{"10000", "430", 24, 2, false}, {"10000", "430", 24, 3, true},
		{"10000", "500", 36, 2, true}, {"10000", "499.99", 36, 2, false},
		{"10000", "250", 37, 2, true},
	} {
		h := loan(c.nominal, c.installment, c.months, 1)
		asOf := h.Debts[c.missed].Due.AddDays(10)
		h.Notices = []ledger.Notice{{ID: "N-1", Kind: "reminder", Sent: h.Debts[1].Due.AddDays(6)}}
		asOf = max(asOf, h.Debts[1].Due.AddDays(30))
		d, err := dunning.Next(consumer(), h, asOf)
		if err != nil {
			t.Fatal(err)
		}
		got := len(d.Actions) == 1 && d.Actions[0].Kind == "pre_termination_letter"
		if d.Arrears.Count != c.missed || got != c.want {
			t.Errorf("%s in %d months of %s, %d missed (%d): %+v, blocked %+v", c.nominal, c.months, c.installment, c.missed, d.Arrears.Count, d.Actions, d.Blocked)
		}
	}
}
