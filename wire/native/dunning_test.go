package native

import (
	"bytes"
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/skuld-go/skuld/dunning"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
)

// aDecision is made by hand, with a different figure in every place.
func aDecision() *dunning.Decision {
	return &dunning.Decision{
		Case: "C-1", AsOf: day("2024-03-10"), Policy: "SE", Currency: money.MustCurrency("SEK"), Stage: "reminder",
		Tracks: [dunning.Tracks]string{"reminder", "application", "enforcement", "surveillance"}, Level: 1, Deadline: day("2024-02-29"),
		Arrears: dunning.Arrears{
			Installments: sek("1.01"), Interest: sek("1.02"), Fees: sek("1.03"), Total: sek("1.04"), Since: day("2024-02-01"), DaysPastDue: 39,
			Count: 2, Consecutive: 3,
			Buckets: []dunning.Bucket{{From: 1, Through: 30, Count: 4, Amount: sek("2.01")}, {From: 31, Count: 5, Amount: sek("2.02")}},
			Items: []dunning.Overdue{
				{
					ID: "INV-1", Due: day("2024-01-31"), DaysPastDue: 38, Open: sek("3.01"),
					Owed: dunning.Owed{Principal: sek("3.02"), Capitalized: sek("3.03"), ContractInterest: sek("3.04"), DefaultInterest: sek("3.05")},
				},
				{ID: "installment-2", Due: day("2024-02-01"), DaysPastDue: 37, Open: sek("3.06")},
				{ID: "INV-3", Due: day("2024-02-02"), Open: sek("3.07"), Owed: dunning.Owed{Principal: sek("3.08")}},
			},
		},
		Actions: []dunning.Action{
			{
				Track: dunning.TrackClaim, Kind: "demand", Level: 2, Day: day("2024-03-10"), Since: day("2024-03-01"), Rule: "the day after the deadline",
				Deadline: day("2024-03-20"), Fee: sek("180.00"), FeeCode: "demand", Announces: sek("40.00"), Text: "pay", Citation: "law 5 §",
			},
			{Track: dunning.TrackLegal, Kind: "told", Fee: sek("0.00"), FeeCode: "x", FeeReason: "not agreed"},
		},
		Blocked: []dunning.Block{
			{Track: dunning.TrackEnforcement, Action: "enforcement", Reason: "no title", Until: day("2024-04-09"), Open: true, Citation: "law 6 §"},
		},
		NextReview: day("2024-03-11"), Limitation: dunning.Limitation{Date: day("2027-01-31"), NextInterruption: day("2026-11-02")},
		LastReturn: day("2024-02-05"), Retry: day("2024-02-12"),
		Promises: []dunning.PromiseState{
			{ID: "M-1", Due: day("2024-03-31"), Amount: sek("5.01"), Paid: sek("5.02"), State: dunning.PromiseBroken},
		},
		Deadlines: []dunning.Notification{{Kind: "credit-insurance", Item: "INV-1", Day: day("2024-03-31"), State: dunning.NotCovered}},
		Findings:  []ledger.Finding{{Code: "level-skipped", Severity: ledger.Warning, Path: "/notices/0", Message: "skipped"}},
	}
}

const aDecisionText = `{"case":"C-1","asOf":"2024-03-10","currency":"SEK","policy":"SE","stage":"reminder",
"tracks":{"claim":"reminder","legal":"application","enforcement":"enforcement","surveillance":"surveillance"},
"level":1,"since":"2024-02-01","deadline":"2024-02-29",
"arrears":{"installments":"1.01","interest":"1.02","fees":"1.03","total":"1.04","daysPastDue":39,"since":"2024-02-01","count":2,"consecutive":3,
"buckets":[{"from":1,"through":30,"amount":"2.01","count":4},{"from":31,"through":null,"amount":"2.02","count":5}],
"items":[{"id":"INV-1","due":"2024-01-31","daysPastDue":38,"open":"3.01","principal":"3.02","capitalized":"3.03","contractInterest":"3.04","defaultInterest":"3.05"},
{"id":"installment-2","due":"2024-02-01","daysPastDue":37,"open":"3.06","principal":"","capitalized":"","contractInterest":"","defaultInterest":""},
{"id":"INV-3","due":"2024-02-02","daysPastDue":0,"open":"3.07","principal":"3.08","capitalized":"0.00","contractInterest":"0.00","defaultInterest":"0.00"}]},
"actions":[{"track":"claim","kind":"demand","level":2,"day":"2024-03-10","since":"2024-03-01","rule":"the day after the deadline","deadline":"2024-03-20",
"fee":"180.00","feeCode":"demand","feeReason":"","announces":"40.00","text":"pay","citation":"law 5 §"},
{"track":"legal","kind":"told","level":0,"day":"","since":"","rule":"","deadline":"","fee":"","feeCode":"x","feeReason":"not agreed","announces":"","text":"","citation":""}],
"blocked":[{"track":"enforcement","action":"enforcement","reason":"no title","until":"2024-04-09","open":true,"citation":"law 6 §"}],
"nextReview":"2024-03-11","limitation":{"date":"2027-01-31","nextInterruption":"2026-11-02"},"lastDebitReturn":"2024-02-05","retry":"2024-02-12",
"promises":[{"id":"M-1","due":"2024-03-31","amount":"5.01","paid":"5.02","state":"broken"}],
"deadlines":[{"kind":"credit-insurance","item":"INV-1","day":"2024-03-31","state":"not-covered"}],
"findings":[{"code":"level-skipped","severity":"warning","path":"/notices/0","message":"skipped"}]}`

// aQuietDecision has nothing to say.
const aQuietDecision = `{"case":"","asOf":"","currency":"JPY","policy":"","stage":"","tracks":{"claim":"","legal":"","enforcement":"","surveillance":""},
"level":0,"since":"","deadline":"","arrears":{"installments":"0","interest":"0","fees":"0","total":"0","daysPastDue":0,"since":"","count":0,"consecutive":0,
"buckets":[],"items":[]},"actions":[],"blocked":[],"nextReview":"","limitation":{"date":"","nextInterruption":""},"lastDebitReturn":"","retry":"",
"promises":[],"deadlines":[],"findings":[]}`

func TestEncodeDecision(t *testing.T) {
	for want, d := range map[string]*dunning.Decision{
		aDecisionText: aDecision(), aQuietDecision: {Currency: money.MustCurrency("JPY")},
	} {
		var b bytes.Buffer
		if err := EncodeDecision(&b, d); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(compact(t, want), compact(t, b.String())); diff != "" {
			t.Errorf("decision (-want +got):\n%s", diff)
		}
	}
}

func TestEncodeTimeline(t *testing.T) {
	for want, list := range map[string][]dunning.Decision{
		"[" + aDecisionText + "," + aQuietDecision + "]": {*aDecision(), {Currency: money.MustCurrency("JPY")}}, "[]": nil,
	} {
		var b bytes.Buffer
		if err := EncodeTimeline(&b, list); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(compact(t, want), compact(t, b.String())); diff != "" {
			t.Errorf("timeline (-want +got):\n%s", diff)
		}
	}
}

// Nothing is written where there is nothing to write, or nobody to take it.
func TestEncodeDecisionErrors(t *testing.T) {
	var b bytes.Buffer
	if err := EncodeDecision(&b, nil); err == nil || b.Len() > 0 {
		t.Errorf("no decision: %v, wrote %q", err, b.String())
	}
	full := brokenWriter{errors.New("disk full")}
	if err := EncodeDecision(full, aDecision()); !errors.Is(err, full.err) {
		t.Errorf("%v, want the error of the writer", err)
	}
	if err := EncodeTimeline(full, nil); !errors.Is(err, full.err) {
		t.Errorf("%v, want the error of the writer", err)
	}
}
