package dunning_test

import (
	"testing"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/dunning"
	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/ledger"
)

func on(s string) calendar.Date { return calendar.MustParseDate(s) }

// TestOracleBGB498 asks the oracle for the examples of the law: which arrears suffice for
// the letter before termination.
func TestOracleBGB498(t *testing.T) {
	gate := &dunning.Gate{Consecutive: 2, Shares: []dunning.Share{{Months: 36, Percent: percent(10)}, {Percent: percent(5)}},
		Secured: interest.MustPercent("2.5")}
	for _, c := range []struct {
		months, missed int
		amount         int64
		secured, want  bool
	}{
		{48, 2, 20_000, false, false}, {48, 3, 20_000, false, true},
		{24, 2, 43_000, false, false}, {24, 3, 43_000, false, true},
		{36, 2, 50_000, false, true}, {36, 2, 49_999, false, false}, {37, 2, 25_000, false, true},
		{48, 1, 90_000, false, false}, {240, 2, 12_500, true, true}, {240, 2, 12_499, true, false},
	} {
		h := dunning.History{Currency: euro, Debtor: ledger.Consumer,
			Loan: &dunning.Loan{Nominal: cents(1_000_000), Months: c.months, Secured: c.secured}}
		for i := range c.missed {
			h.Debts = append(h.Debts, dunning.Debt{ID: "d", Due: on("2024-01-15").AddMonths(i), Amount: cents(c.amount)})
		}
		p := dunning.Policy{Levels: []dunning.Level{{Kind: "warning", Gate: gate}}}
		v := Oracle(p, h, on("2024-12-01"))
		if got := len(v.Actions) == 1; got != c.want {
			t.Errorf("%d months, %d missed of %d: letter %t, want %t", c.months, c.missed, c.amount, got, c.want)
		}
	}
}

// TestOracleByHand walks through a ladder with dates found on paper: an invoice due on
// Saturday 2 March 2024, rolled to Monday.
func TestOracleByHand(t *testing.T) {
	h := dunning.History{Currency: euro, Debtor: ledger.Consumer,
		Debts: []dunning.Debt{{ID: "a", Due: on("2024-03-02"), Amount: cents(10_000)}}}
	p := dunning.Policy{Calendar: calendar.DE(), Grace: dunning.Grace{Roll: true}, Levels: []dunning.Level{
		{Kind: "reminder", After: 5, Term: dunning.Term{Days: 7}},
		{Kind: "letter", After: 15, Gap: 7, Expired: true, Term: dunning.Term{Days: 10}}}}
	reminder := ledger.Notice{Kind: "reminder", Sent: on("2024-03-11")}
	for _, c := range []struct {
		day   string
		sent  bool
		stage string
		act   string
		until string
	}{
		{"2024-03-04", false, "new", "", ""},
		{"2024-03-05", false, "new", "", "2024-03-09"},
		{"2024-03-08", false, "new", "", "2024-03-09"},
		{"2024-03-09", false, "new", "2024-03-09", ""},
		{"2024-03-11", true, "reminder", "", "2024-03-19"},
		{"2024-03-18", true, "reminder", "", "2024-03-19"},
		{"2024-03-19", true, "reminder", "2024-03-19", ""},
		{"2024-03-25", true, "reminder", "2024-03-19", ""},
	} {
		h.Notices = nil
		if c.sent {
			h.Notices = []ledger.Notice{reminder}
		}
		v := Oracle(p, h, on(c.day))
		var act, until calendar.Date
		for _, a := range v.Actions {
			act = a.Since
		}
		for _, b := range v.Blocks {
			until = max(until, b.Until)
		}
		if v.Stage != c.stage || act.String() != c.act || until.String() != c.until {
			t.Errorf("%s: stage %s, letter since %q, blocked until %q, want %s, %q, %q", c.day, v.Stage, act, until, c.stage, c.act, c.until)
		}
	}
	h.Receipts = []dunning.Receipt{{Date: on("2024-03-20"), Amount: cents(10_000)}}
	if v := Oracle(p, h, on("2024-03-20")); v.Stage != "closed" || len(v.Actions) != 0 || v.NextReview != 0 {
		t.Errorf("paid: stage %s, %d actions, next review %q, want closed and nothing", v.Stage, len(v.Actions), v.NextReview)
	}
}
