package contract_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/paymentplan/contract"
)

// due writes the payments of interest as "date amount".
func due(list []contract.Event) string {
	var out []string
	for _, e := range list {
		if e.Kind == contract.InterestPaid {
			out = append(out, fmt.Sprintf("%s %s", e.Date, number(e.Amount)))
		}
	}
	return strings.Join(out, ", ")
}

// Days of 30-day months bear 4 each.
func TestStubs(t *testing.T) {
	for _, c := range []struct {
		first, maturity string
		stub            calendar.Stub
		want            string
	}{
		{"2024-02-15", "2024-04-01", calendar.ShortLast, "2024-02-15 176, 2024-03-15 120, 2024-04-01 64"},
		{"2024-02-15", "2024-04-01", calendar.LongLast, "2024-02-15 176, 2024-04-01 184"},
		{"2024-01-15", "2024-03-15", calendar.LongLast, "2024-01-15 56, 2024-02-15 120, 2024-03-15 120"},
		{"", "2024-03-15", calendar.ShortLast, "2024-02-01 120, 2024-03-01 120, 2024-03-15 56"},
		{"", "2024-03-15", calendar.LongLast, "2024-02-01 120, 2024-03-15 176"},
		{"", "2024-03-15", calendar.ShortFirst, "2024-01-15 56, 2024-02-15 120, 2024-03-15 120"},
		{"", "2024-03-15", calendar.LongFirst, "2024-02-15 176, 2024-03-15 120"},
		{"", "2024-03-01", calendar.NoStub, "2024-02-01 120, 2024-03-01 120"},
		{"2024-06-01", "2024-03-01", calendar.NoStub, "2024-03-01 240"},
		{"2023-12-20", "2024-03-01", calendar.ShortLast, "2024-01-20 76, 2024-02-20 120, 2024-03-01 44"},
	} {
		terms := loan(contract.Bullet)
		terms.Maturity, terms.Interest = day(c.maturity), []contract.Cycle{{Every: calendar.Months(1), Stub: c.stub}}
		if c.first != "" {
			terms.Interest[0].First = day(c.first)
		}
		if have := due(events(t, terms)); have != c.want {
			t.Errorf("%s to %s, stub %d: %s, want %s", c.first, c.maturity, c.stub, have, c.want)
		}
	}
	terms := loan(contract.Bullet)
	terms.Maturity, terms.Interest = day("2024-03-15"), []contract.Cycle{{Every: calendar.Months(1)}}
	if _, err := terms.Events(0); problems(err) != "/interest/0" {
		t.Errorf("a rest without a stub: %v", err)
	}
}

func TestMonthEnds(t *testing.T) {
	terms := loan(contract.Bullet)
	terms.Start, terms.Maturity = day("2024-02-29"), day("2024-05-31")
	terms.Interest = []contract.Cycle{{Every: calendar.Months(1), Stub: calendar.ShortLast}}
	if have, want := due(events(t, terms)), "2024-03-29 120, 2024-04-29 120, 2024-05-29 120, 2024-05-31 4"; have != want {
		t.Errorf("same day: %s, want %s", have, want)
	}
	terms.EndOfMonth = true
	if have, want := due(events(t, terms)), "2024-03-31 124, 2024-04-30 120, 2024-05-31 120"; have != want {
		t.Errorf("month ends: %s, want %s", have, want)
	}
}

// 31 March 2024 is a Sunday, 1 June a Saturday.
func TestBusinessDays(t *testing.T) {
	for _, c := range []struct {
		adjust calendar.Convention
		on     contract.AccrueOn
		want   string
	}{
		{calendar.Following, contract.Adjusted, "2024-04-01 120, 2024-04-30 116, 2024-06-03 132"},
		{calendar.Following, contract.Unadjusted, "2024-04-01 116, 2024-04-30 120, 2024-06-03 124"},
		{calendar.ModifiedFollowing, contract.Adjusted, "2024-03-29 112, 2024-04-30 124, 2024-06-03 132"},
		{calendar.ModifiedFollowing, contract.Unadjusted, "2024-03-29 116, 2024-04-30 120, 2024-06-03 124"},
		{calendar.Preceding, contract.Adjusted, "2024-03-29 112, 2024-04-30 124, 2024-05-31 120"},
		{calendar.ModifiedPreceding, contract.Adjusted, "2024-03-29 112, 2024-04-30 124, 2024-06-03 132"},
		{calendar.Unadjusted, contract.Adjusted, "2024-03-31 116, 2024-04-30 120, 2024-06-01 124"},
	} {
		terms := loan(contract.Bullet)
		terms.Start, terms.Maturity, terms.EndOfMonth = day("2024-03-01"), day("2024-06-01"), true
		terms.Interest = []contract.Cycle{{First: day("2024-03-31"), Every: calendar.Months(1), Stub: calendar.LongLast}}
		terms.Calendar, terms.Adjust, terms.AccrueOn = weekdays(), c.adjust, c.on
		list := events(t, terms)
		if have := due(list); have != c.want {
			t.Errorf("%s, %s: %s, want %s", c.adjust, c.on, have, c.want)
		}
		if list[1].Scheduled != day("2024-03-31") {
			t.Errorf("%s: scheduled on %s", c.adjust, list[1].Scheduled)
		}
	}
	terms := loan(contract.Bullet)
	terms.Calendar, terms.Adjust, terms.AccrueOn, terms.Maturity = calendar.SE(), calendar.Following, contract.Adjusted, day("2110-01-01")
	if _, err := terms.Events(0); problems(err) != "/calendar" {
		t.Errorf("beyond the calendar: %v", err)
	}
}

// A date that would be moved before the start stays on the start; what is set for the
// first repayment stays before it.
func TestMovedToTheStart(t *testing.T) {
	terms := loan(contract.Annuity)
	terms.Start, terms.Maturity = day("2024-06-01"), day("2024-08-01")
	terms.Repayments = repay("2024-06-01", "0")
	for _, adjust := range []calendar.Convention{calendar.Preceding, calendar.Following} {
		for _, on := range []contract.AccrueOn{contract.Adjusted, contract.Unadjusted} {
			terms.Calendar, terms.Adjust, terms.AccrueOn = weekdays(), adjust, on
			list := events(t, terms)
			if list[0].Kind != contract.Disbursed || list[0].Date != day("2024-06-01") {
				t.Errorf("%s, %s: begins with %s", adjust, on, show(list[0]))
			}
			n := len(list)
			closing := rat("0").Add(list[n-1].Amount.Rat(), list[n-2].Amount.Rat())
			if closing.Cmp(list[n-1].Level.Rat()) != 0 {
				t.Errorf("%s, %s: closes with %s, level %s", adjust, on, closing.RatString(), list[n-1].Level)
			}
		}
	}
}

// Saturday 1 June moves to Friday 31 May, on which other things happen as well: they keep
// the order of a day, and no level is spread over a date that is paid.
func TestMovedToOneDay(t *testing.T) {
	terms := loan(contract.Annuity)
	terms.Start, terms.Maturity, terms.Repayments = day("2024-05-01"), day("2024-09-01"), repay("2024-06-01", "3120")
	terms.Calendar, terms.Adjust, terms.AccrueOn = weekdays(), calendar.Preceding, contract.Unadjusted
	terms.Resets = []contract.Reset{{Cycle: contract.Cycle{First: day("2024-05-31")}, Next: rat("0")}}
	lines(t, "reset", events(t, terms), `
		2024-05-01 disbursed -12000 > 12000 3/25 0
		2024-05-31 repaid 3000 > 9000 3/25 120
		2024-05-31 interest-paid 120 > 9000 3/25 0
		2024-05-31 rate-fixed 0 > 9000 0 0
		2024-05-31 level-set 0 > 9000 0 0
		2024-07-01 repaid 3000 > 6000 0 0
		2024-07-01 interest-paid 0 > 6000 0 0
		2024-08-01 repaid 3000 > 3000 0 0
		2024-08-01 interest-paid 0 > 3000 0 0
		2024-08-30 interest-paid 0 > 3000 0 0
		2024-08-30 matured 3000 > 0 0 0`)
	terms = loan(contract.Linear)
	terms.Start, terms.Maturity = day("2024-05-01"), day("2024-09-01")
	terms.Repayments, terms.Interest = repay("2024-06-01", "3000"), []contract.Cycle{monthly("2024-06-01")}
	terms.Calendar, terms.Adjust, terms.AccrueOn = weekdays(), calendar.Preceding, contract.Unadjusted
	terms.Termination = &contract.Termination{On: day("2024-05-31"), Price: eur("9100")}
	lines(t, "termination", events(t, terms), `
		2024-05-01 disbursed -12000 > 12000 3/25 0
		2024-05-31 repaid 3000 > 9000 3/25 120
		2024-05-31 interest-paid 120 > 9000 3/25 0
		2024-05-31 terminated 9100 > 0 3/25 0`)
}

func TestTooManyDates(t *testing.T) {
	terms := loan(contract.Bullet)
	terms.Start, terms.Maturity = day("1900-01-01"), day("2200-12-31")
	terms.Interest = []contract.Cycle{{Every: calendar.DaySpan(1)}}
	if _, err := terms.Events(0); problems(err) != "/interest" {
		t.Errorf("daily: %v", err)
	}
	terms.Maturity = 0
	if _, err := terms.Events(day("2200-12-31")); problems(err) != "/interest" {
		t.Errorf("daily, open: %v", err)
	}
	terms.Interest[0].Every = calendar.Months(3)
	if list, err := terms.Events(day("2200-01-01")); err != nil || len(list) != contract.MaxDates+1 {
		t.Errorf("quarterly: %d events, %v", len(list), err)
	}
}
