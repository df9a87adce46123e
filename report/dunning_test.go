package report_test

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/skuld-go/skuld/dunning"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
	"github.com/skuld-go/skuld/report"
)

// handBuiltDecision shows everything that a decision can say. Its figures add up.
func handBuiltDecision() *dunning.Decision {
	zero := sek("0.00")
	return &dunning.Decision{
		Case: "SE-1001", AsOf: day("2024-03-10"), Policy: "SE", Currency: money.MustCurrency("SEK"), Stage: "reminder",
		Tracks: [dunning.Tracks]string{"reminder", "application"}, Level: 1, Deadline: day("2024-02-29"), NextReview: day("2024-03-21"),
		Arrears: dunning.Arrears{
			Installments: sek("750.00"), Interest: sek("12.34"), Fees: sek("60.00"), Total: sek("822.34"), Since: day("2024-02-01"),
			DaysPastDue: 39, Count: 2, Consecutive: 2,
			Buckets: []dunning.Bucket{{From: 1, Through: 30, Count: 1, Amount: sek("250.00")}, {From: 31, Through: 60, Count: 1, Amount: sek("500.00")}, {From: 61, Amount: zero}},
			Items: []dunning.Overdue{
				{ID: "INV-1", Due: day("2024-01-31"), DaysPastDue: 39, Open: sek("500.00"), Owed: dunning.Owed{Principal: sek("500.00"), ContractInterest: zero, DefaultInterest: sek("12.34")}},
				{ID: "INV-2", Due: day("2024-02-29"), DaysPastDue: 10, Open: sek("250.00"), Owed: dunning.Owed{Principal: sek("250.00"), DefaultInterest: zero}},
			},
		},
		Actions: []dunning.Action{
			{
				Track: dunning.TrackClaim, Kind: "demand", Level: 2, Day: day("2024-03-10"), Since: day("2024-03-01"), Rule: "the reminder of 2024-02-15 gave time through 2024-02-29",
				Deadline: day("2024-03-20"), Fee: sek("180.00"), FeeCode: "demand", Announces: sek("500.00"),
				Text:     "Demands payment and states principal, interest and costs apart; of interest the sum, rate, time and base.",
				Citation: "inkassolag (1974:182) 5 § (form); lag (1981:739) 3 § 1 p., 4 § 2 p. (fee); else ladder default",
			},
			{Track: dunning.TrackClaim, Kind: "sddr_notification", Day: day("2024-03-10"), Since: day("2024-03-05"), Rule: "a direct debit came back on 2024-03-05", Fee: zero},
			{Track: dunning.TrackLegal, Kind: "application", Level: 4, Day: day("2024-03-10"), Fee: zero, FeeCode: "application", FeeReason: "only if agreed"},
		},
		Blocked: []dunning.Block{
			{Track: dunning.TrackEnforcement, Action: "enforcement", Reason: "there is no enforceable title", Until: day("2024-04-09"), Open: true, Citation: "ladder default"},
			{Track: dunning.TrackEnforcement, Action: "enforcement", Reason: "the debtor promised 100.00 SEK by 2024-03-31", Until: day("2024-04-01"), Citation: "promise M-1"},
			{Track: dunning.TrackSurveillance, Action: "surveillance", Reason: "no enforcement was sent", Until: day("2024-04-09"), Open: true},
		},
		Limitation: dunning.Limitation{Date: day("2027-01-31"), NextInterruption: day("2026-11-02")},
		LastReturn: day("2024-03-05"), Retry: day("2024-03-12"),
		Promises: []dunning.PromiseState{
			{ID: "M-1", Due: day("2024-03-31"), Amount: sek("100.00"), Paid: sek("40.00"), State: dunning.PromiseOpen},
			{ID: "M-0", Due: day("2024-02-20"), Amount: sek("100.00"), Paid: sek("100.00"), State: dunning.PromiseKept},
		},
		Deadlines: []dunning.Notification{{Kind: "credit-insurance", Item: "INV-1", Day: day("2024-03-31"), State: dunning.NotificationPending}},
		Findings:  []ledger.Finding{{Code: "level-skipped", Severity: ledger.Warning, Path: "/notices/0", Message: "the demand of 2024-02-20 left out 2 levels of the policy"}},
	}
}

// quietDecision has nothing to say.
func quietDecision() *dunning.Decision {
	zero := sek("0.00")
	return &dunning.Decision{
		Case: "SE-1002", AsOf: day("2024-03-10"), Policy: "SE", Currency: money.MustCurrency("SEK"), Stage: "new",
		Arrears: dunning.Arrears{Installments: zero, Interest: zero, Fees: zero, Total: zero, Buckets: []dunning.Bucket{{From: 1, Amount: zero}}},
	}
}

// kept checks that a text keeps to its columns.
func kept(t *testing.T, text string) string {
	t.Helper()
	for _, line := range strings.Split(text, "\n") {
		if n := utf8.RuneCountInString(line); n > 100 || strings.TrimRight(line, " ") != line {
			t.Errorf("line of %d columns, want at most 100 and no blank at the end: %q", n, line)
		}
	}
	return text
}

func dunningText(t *testing.T, d *dunning.Decision) string {
	t.Helper()
	var b bytes.Buffer
	if err := report.DunningText(&b, d); err != nil {
		t.Fatal(err)
	}
	return kept(t, b.String())
}

func timelineText(t *testing.T, list ...dunning.Decision) string {
	t.Helper()
	var b bytes.Buffer
	if err := report.TimelineText(&b, list); err != nil {
		t.Fatal(err)
	}
	return kept(t, b.String())
}

func TestDunningText(t *testing.T) {
	compare(t, "dunning.golden", dunningText(t, handBuiltDecision()))
	compare(t, "dunning-quiet.golden", dunningText(t, quietDecision()))
}

func TestTimelineText(t *testing.T) {
	later := *handBuiltDecision()
	later.AsOf, later.Stage = day("2024-03-21"), "demand"
	later.Actions = []dunning.Action{{
		Track: dunning.TrackClaim, Kind: "plan-offer", Level: 3, Day: day("2024-03-21"), Since: day("2024-03-21"),
		Rule: "the demand of 2024-03-10 gave time through 2024-03-20", Deadline: day("2024-03-31"), Fee: sek("0.00"), FeeReason: "the policy charges none",
	}}
	compare(t, "timeline.golden", timelineText(t, *quietDecision(), *handBuiltDecision(), later))
	if got := timelineText(t); got != "TIMELINE OF DUNNING\n\n  There is no day to decide on.\n" {
		t.Errorf("wrote %q", got)
	}
}

// What is not there is not spoken of, and what is there is worded.
func TestDunningTextWords(t *testing.T) {
	for name, c := range map[string]struct {
		change       func(*dunning.Decision)
		want, absent []string
	}{
		"plain": {func(*dunning.Decision) {}, []string{
			"level 1 of the policy", "claim: reminder, legal: application", "Fee        180.00 SEK (demand)", "Fee        none: only if agreed", "Fee        none\n",
			"until 2024-04-01  the debtor promised", "open, 2024-04-09  ", "It may be tried again from 2024-03-12 on.",
		}, []string{"Capitalized", "Contract interest"}},
		"no retry":             {func(d *dunning.Decision) { d.Retry = 0 }, []string{"It is not to be tried again."}, nil},
		"no review":            {func(d *dunning.Decision) { d.NextReview = 0 }, []string{"Next review  none: nothing changes by itself"}, nil},
		"nothing to do":        {func(d *dunning.Decision) { d.Actions = nil }, []string{"WHAT MAY BE DONE ON 2024-03-10\n\n  Nothing.\n"}, nil},
		"nothing open":         {func(d *dunning.Decision) { d.Blocked = d.Blocked[1:2] }, []string{"until 2024-04-01"}, []string{"Open: "}},
		"nothing blocked":      {func(d *dunning.Decision) { d.Blocked = nil }, nil, []string{"WHAT HAS TO WAIT"}},
		"a day":                {func(d *dunning.Decision) { d.Arrears.Count, d.Arrears.DaysPastDue = 1, 1 }, []string{"One debt is overdue, 1 day past its due day."}, nil},
		"no limitation":        {func(d *dunning.Decision) { d.Limitation = dunning.Limitation{} }, nil, []string{"LIMITATION"}},
		"one limitation":       {func(d *dunning.Decision) { d.Limitation.NextInterruption = 0 }, []string{"2027-01-31 is the last day"}, []string{"interrupted"}},
		"a fee without a code": {func(d *dunning.Decision) { d.Actions[0].FeeCode = "" }, []string{"Fee        180.00 SEK\n"}, nil},
		"parts not known": {func(d *dunning.Decision) {
			for i := range d.Arrears.Items {
				d.Arrears.Items[i].Owed = dunning.Owed{}
			}
		}, []string{"Debt   Due         Days    Open\n"}, []string{"Principal", "Default interest"}},
		"capitalized": {func(d *dunning.Decision) { d.Arrears.Items[0].Owed.Capitalized = sek("1.00") }, []string{"Capitalized"}, nil},
		"steering":    {func(d *dunning.Decision) { d.Actions[0].Text = "a\x1b[2Jb\nc" }, []string{"a\ufffd[2Jb c"}, []string{"\x1b"}},
	} {
		d := handBuiltDecision()
		c.change(d)
		got := dunningText(t, d)
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

// Findings that every day repeats are listed once.
func TestTimelineFindings(t *testing.T) {
	got := timelineText(t, *handBuiltDecision(), *handBuiltDecision())
	if n := strings.Count(got, "level-skipped"); n != 1 {
		t.Errorf("the finding is there %d times in\n%s", n, got)
	}
}

func TestDunningTextErrors(t *testing.T) {
	if err := report.DunningText(broken{}, handBuiltDecision()); !errors.Is(err, errBroken) {
		t.Errorf("%v, want the writer's error", err)
	}
	if err := report.TimelineText(broken{}, nil); !errors.Is(err, errBroken) {
		t.Errorf("%v, want the writer's error", err)
	}
	var b bytes.Buffer
	if err := report.DunningText(&b, nil); err == nil || b.Len() > 0 {
		t.Errorf("no decision: %v, wrote %q", err, b.String())
	}
}
