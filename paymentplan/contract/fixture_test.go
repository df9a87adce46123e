package contract_test

import (
	"fmt"
	"math/big"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
	"github.com/skuld-go/skuld/paymentplan/contract"
)

func day(s string) calendar.Date { return calendar.MustParseDate(s) }

// eur is an amount as a decimal or a fraction.
func eur(s string) money.Exact {
	return money.ExactOfRat(rat(s), money.MustCurrency("EUR"))
}

func rat(s string) *big.Rat {
	x, ok := new(big.Rat).SetString(s)
	if !ok {
		panic(s)
	}
	return x
}

func monthly(first string) contract.Cycle {
	return contract.Cycle{First: day(first), Every: calendar.Months(1), Stub: calendar.ShortLast}
}

func repay(first, amount string) []contract.Repayment {
	return []contract.Repayment{{Cycle: monthly(first), Amount: eur(amount)}}
}

// loan is 12 000 at 12 %, months of 30 days: a month bears 1 %.
func loan(kind contract.Kind) contract.Terms {
	return contract.Terms{
		Kind: kind, Principal: eur("12000"), Rate: rat("0.12"), DayCount: calendar.ThirtyE360,
		Start: day("2024-01-01"), Maturity: day("2024-04-01"),
	}
}

// weekdays has no holidays.
func weekdays() *calendar.Calendar {
	c, err := calendar.New(calendar.Definition{
		Code: "weekdays", Covered: calendar.Days(day("1899-01-01"), day("2201-12-31")), Weekend: []time.Weekday{time.Saturday, time.Sunday},
	})
	if err != nil {
		panic(err)
	}
	return c
}

func events(t *testing.T, terms contract.Terms) []contract.Event {
	t.Helper()
	list, err := terms.Events(0)
	if err != nil {
		t.Fatal(err)
	}
	return list
}

// show writes an event as "date kind amount > balance rate accrued".
func show(e contract.Event) string {
	return fmt.Sprintf("%s %s %s > %s %s %s", e.Date, e.Kind, number(e.Amount), number(e.Balance), e.Rate.RatString(), number(e.Accrued))
}

func number(x money.Exact) string { return x.Rat().RatString() }

// lines compares events with what they are wanted to be, a line each.
func lines(t *testing.T, name string, list []contract.Event, want string) {
	t.Helper()
	var have []string
	for _, e := range list {
		have = append(have, show(e))
	}
	var wanted []string
	for _, line := range strings.Split(strings.TrimSpace(want), "\n") {
		wanted = append(wanted, strings.TrimSpace(line))
	}
	if !slices.Equal(have, wanted) {
		t.Errorf("%s:\n%s\nwant\n%s", name, strings.Join(have, "\n"), strings.Join(wanted, "\n"))
	}
}

// problems writes the places of problems.
func problems(err error) string {
	var out []string
	for _, p := range ledger.AsProblems(err) {
		out = append(out, p.Path)
	}
	return strings.Join(out, " ")
}
