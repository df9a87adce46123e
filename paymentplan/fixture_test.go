package paymentplan_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
	"github.com/skuld-go/skuld/paymentplan"
)

func day(s string) calendar.Date { return calendar.MustParseDate(s) }

func sek(s string) money.Amount { return money.MustParse(s + " SEK") }

func sekAmount(s string) *money.Amount {
	a := sek(s)
	return &a
}

// percent are fixed terms that count months of 30 days.
func percent(s string) interest.Terms {
	return interest.Terms{Rate: interest.Fixed(interest.MustPercent(s)), DayCount: calendar.ThirtyE360}
}

// loan is 10 000 at 12 % over 12 months: the level of every textbook, 888.49.
func loan() paymentplan.Request {
	return paymentplan.Request{Kind: paymentplan.Annuity, Debt: sek("10000.00"), Interest: percent("12"), Start: day("2024-07-01"), Count: 12}
}

func build(t *testing.T, r paymentplan.Request) *paymentplan.Schedule {
	t.Helper()
	s, err := paymentplan.Build(r)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// show writes rows as "amount=principal+interest+fee>closing".
func show(rows []paymentplan.Row) string {
	var out []string
	for _, r := range rows {
		out = append(out, fmt.Sprintf("%s=%s+%s+%s>%s", r.Amount.Number(), r.Principal.Number(), r.Interest.Number(), r.Fee.Number(), r.Closing.Number()))
	}
	return strings.Join(out, " ")
}

// problems writes the places of problems.
func problems(err error) string {
	var out []string
	for _, p := range ledger.AsProblems(err) {
		out = append(out, p.Path)
	}
	return strings.Join(out, " ")
}
