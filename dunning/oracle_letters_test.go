package dunning_test

import (
	"testing"

	"github.com/skuld-go/skuld/dunning"
	"github.com/skuld-go/skuld/ledger"
)

// TestOracleLettersByHand follows a reminder of 20 January about an invoice due on the
// 1st, while another is due on 1 February: it counts as long as the first is open.
func TestOracleLettersByHand(t *testing.T) {
	p := dunning.Policy{Levels: []dunning.Level{
		{Kind: "reminder", After: 5, Term: dunning.Term{Days: 7}}, {Kind: "demand", After: 5, Expired: true}}}
	paid := []dunning.Receipt{{Date: on("2024-02-10"), Amount: cents(10_000), Debt: 1}}
	held := []ledger.Hold{{Scope: ledger.HoldDunning, Items: []string{"a"}, From: on("2024-02-10")}}
	again := ledger.Notice{Kind: "reminder", Sent: on("2024-02-12")}
	for _, c := range []struct {
		name, day  string
		receipts   []dunning.Receipt
		holds      []ledger.Hold
		more       []ledger.Notice
		stage, act string
	}{
		{name: "open", day: "2024-02-12", stage: "reminder", act: "demand"},
		{name: "the day before it is paid", day: "2024-02-09", receipts: paid, stage: "reminder", act: "demand"},
		{name: "paid", day: "2024-02-12", receipts: paid, stage: "new", act: "reminder"},
		{name: "held", day: "2024-02-12", holds: held, stage: "reminder", act: "reminder"},
		{name: "paid and reminded again", day: "2024-02-19", receipts: paid, more: []ledger.Notice{again}, stage: "reminder"},
		{name: "time is over again", day: "2024-02-20", receipts: paid, more: []ledger.Notice{again}, stage: "reminder", act: "demand"},
		{name: "opened again too late", day: "2024-02-19", more: []ledger.Notice{{Kind: "demand", Sent: on("2024-02-01")}, again}, stage: "reminder",
			receipts: append(paid, dunning.Receipt{Date: on("2024-02-15"), Amount: cents(-100), Debt: 1})},
		{name: "opened again in time", day: "2024-02-12", stage: "reminder", act: "demand",
			receipts: append(paid, dunning.Receipt{Date: on("2024-02-11"), Amount: cents(-100), Debt: 1})},
	} {
		h := dunning.History{Currency: euro, Debtor: ledger.Consumer, Receipts: c.receipts, Holds: c.holds,
			Debts:   []dunning.Debt{{ID: "a", Due: on("2024-01-01"), Amount: cents(10_000)}, {ID: "b", Due: on("2024-02-01"), Amount: cents(10_000)}},
			Notices: append([]ledger.Notice{{Kind: "reminder", Sent: on("2024-01-20")}}, c.more...)}
		v := Oracle(p, h, on(c.day))
		act := ""
		for _, a := range v.Actions {
			act += a.Kind
		}
		if v.Stage != c.stage || act != c.act {
			t.Errorf("%s: stage %s and %q to send, want %s and %q", c.name, v.Stage, act, c.stage, c.act)
		}
	}
}

// TestOracleEndByHand makes a loan due after a warning of 10 January, delivered on the
// 12th, with two weeks' time: through 26 January.
func TestOracleEndByHand(t *testing.T) {
	p := dunning.Policy{Delivery: 1, Levels: []dunning.Level{
		{Kind: "warning", Gate: &dunning.Gate{Missed: 1}, Term: dunning.Term{Days: 14, Delivered: true, Proven: true}},
		{Kind: "end", Accelerates: true}}}
	for _, c := range []struct {
		name, delivered, end string
		warned               bool
		count                int
	}{
		{"in time", "2024-01-12", "2024-01-27", true, 2},
		{"on its last day", "2024-01-12", "2024-01-26", true, 1},
		{"delivery not known", "", "2024-02-20", true, 1},
		{"delivered after the end", "2024-01-30", "2024-01-28", true, 1},
		{"without a warning", "", "2024-01-27", false, 1},
	} {
		h := dunning.History{Currency: euro, Debtor: ledger.Consumer,
			Debts: []dunning.Debt{{ID: "a", Due: on("2024-01-01"), Amount: cents(10_000)}, {ID: "b", Due: on("2024-12-01"), Amount: cents(10_000)}}}
		if warning := (ledger.Notice{Kind: "warning", Sent: on("2024-01-10")}); c.warned {
			if c.delivered != "" {
				warning.Delivered = on(c.delivered)
			}
			h.Notices = append(h.Notices, warning)
		}
		h.Notices = append(h.Notices, ledger.Notice{Kind: "end", Sent: on(c.end)})
		v := Oracle(p, h, on("2024-03-01"))
		unfounded := len(v.Findings) > 0 && v.Findings[0] == dunning.FindingUnfounded
		if v.Count != c.count || unfounded != (c.count == 1) {
			t.Errorf("%s: %d late, findings %q, want %d", c.name, v.Count, v.Findings, c.count)
		}
	}
}
