package native

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/dunning"
	"github.com/skuld-go/skuld/fee"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
	"github.com/skuld-go/skuld/paymentplan"
)

// Templates of dunning files: $ is where a test puts its fields.
const (
	inDunning = `{"id":"C-1","currency":"SEK","claims":[{"id":"INV-1","principal":"10000.00","due":"2024-01-31"}],$}`
	inLoan    = `{"id":"C-1","currency":"SEK","debtor":"consumer","loan":{$}}`
	inPolicy  = `{"id":"C-1","currency":"SEK","claims":[{"id":"INV-1","principal":"10000.00","due":"2024-01-31"}],"policy":{"levels":[{"kind":"reminder"}],$}}`
	inLevel   = `{"id":"C-1","currency":"SEK","claims":[{"id":"INV-1","principal":"10000.00","due":"2024-01-31"}],"policy":{"levels":[{"kind":"reminder"},{$}]}}`
)

// everyDunningField states all that a dunning file may state beside a case.
const everyDunningField = `{
  "id": "L-1", "currency": "SEK", "jurisdiction": "SE", "debtor": "consumer",
  "loan": {
    "nominal": "10000.00", "start": "2024-01-01", "months": 48, "secured": true, "matures": "2028-01-01",
    "installments": [
      {"no": 1, "due": "2024-02-01", "amount": "250.00", "principal": "200.00"}, {"no": 2, "due": "2024-03-01", "amount": "251.00"}
    ],
    "debitReturns": [{"date": "2024-02-05", "recorded": "2024-02-06", "amount": "250.00", "code": "AC04"}]
  },
  "notices": [{"id": "N-1", "kind": "reminder", "sent": "2024-02-10", "level": 1, "fee": "60.00"}],
  "payments": [{"id": "P-1", "date": "2024-02-20", "amount": "50.00", "specification": [{"item": "installment-1", "component": "principal", "amount": "50.00"}]}],
  "plan": {"type": "linear", "start": "2024-04-01", "count": 2, "proposal": true, "tolerance": {"amount": "1.00", "days": 3}, "onShortage": "break"},
  "policy": {
    "name": "own", "citation": "contract", "anchor": "invoice", "grace": {"days": 3, "business": true, "roll": true, "retroactive": true},
    "minimum": {"amount": "50.00", "percent": "2.5"}, "maxStep": 2, "cure": {"amount": "10.00", "percent": "1"},
    "calendar": "SE", "bankCalendar": "TARGET", "delivery": 4, "review": 20, "buckets": [10, 20, 45],
    "levels": [
      {"kind": "reminder", "stage": "dunning", "audience": "all", "after": 5, "term": {"days": 7}, "fee": "reminder", "waits": true, "announces": "demand", "text": "please pay"},
      {"kind": "demand", "track": "claim", "audience": "consumer", "gap": 7, "expired": true, "minimum": {"amount": "100.00"},
       "gate": {"consecutive": 2, "missed": 1, "shares": [{"months": 36, "percent": "10"}, {"percent": "5"}], "secured": "2.5", "days": 30},
       "term": {"days": 14, "business": true, "from": "delivered", "roll": true, "least": true, "proven": true}, "accelerates": true, "citation": "BGB § 498 (1)"},
      {"kind": "enforcement", "track": "enforcement", "requires": ["demand", "reminder"], "title": true, "term": {"days": 0, "from": "sent"}}
    ],
    "returns": {"kind": "returned", "retryDays": 5, "noRetry": ["AC01", "AC04"]}, "repayment": {"partial": "part", "full": "all"},
    "stages": {"new": "fresh", "closed": "done", "matured": "ended"},
    "deadlines": [{"kind": "credit-insurance", "days": 60, "business": true, "maxTerm": 90}]
  },
  "facts": {"feesAgreed": true, "byCreditor": true, "enforceable": true, "mandate": "2024-03-01", "disputed": true, "noVATDeduction": true}
}`

// dunningOf reads a text that must be without problems.
func dunningOf(t *testing.T, text string) Dunning {
	t.Helper()
	q, err := DecodeDunning(strings.NewReader(text))
	if err != nil {
		t.Fatalf("decode %s: %v", clip(text, 400), err)
	}
	return q
}

// sameDunning compares dunning files; values without exported fields are compared by ==.
func sameDunning(want, got Dunning) string {
	return cmp.Diff(want, got,
		cmp.Comparer(func(a, b money.Amount) bool { return a == b }),
		cmp.Comparer(func(a, b money.Currency) bool { return a == b }),
		cmp.Comparer(func(a, b calendar.Span) bool { return a == b }),
		cmp.Comparer(func(a, b *calendar.Calendar) bool { return a == b || a != nil && b != nil && a.Code() == b.Code() }),
		cmp.FilterPath(func(p cmp.Path) bool { return p.String() == "Plan.Interest" }, cmp.Ignore()))
}

// everyLevel is what the policy of everyDunningField says of its levels.
func everyLevel() []dunning.Level {
	return []dunning.Level{
		{
			Kind: "reminder", Stage: "dunning", Audience: fee.Everybody, After: 5, Term: dunning.Term{Days: 7}, Fee: "reminder", Waits: true,
			Announces: "demand", Text: "please pay",
		},
		{
			Kind: "demand", Track: dunning.TrackClaim, Audience: fee.Consumer, Gap: 7, Expired: true, Minimum: dunning.Threshold{Amount: sek("100.00")},
			Gate: &dunning.Gate{
				Consecutive: 2, Missed: 1, Shares: []dunning.Share{{Months: 36, Percent: percent("10")}, {Percent: percent("5")}}, Secured: percent("2.5"), Days: 30,
			},
			Term:        dunning.Term{Days: 14, Business: true, Delivered: true, Roll: true, Least: true, Proven: true},
			Accelerates: true, Citation: "BGB § 498 (1)",
		},
		{Kind: "enforcement", Track: dunning.TrackEnforcement, Requires: []string{"demand", "reminder"}, Title: true},
	}
}

// A dunning file with every field arrives whole.
func TestDecodeDunning(t *testing.T) {
	q := dunningOf(t, everyDunningField)
	bank, _ := calendar.ByCode("TARGET")
	want := Dunning{Made: true, Plan: &paymentplan.Request{
		Kind: paymentplan.Linear, Start: day("2024-04-01"), Count: 2,
		Life: &paymentplan.Life{AsOf: day("2024-04-01"), Tolerance: sek("1.00"), ToleranceDays: 3, OnShortage: paymentplan.Break, Proposal: true},
	}}
	want.Request = dunning.Request{
		Case: q.Request.Case,
		Loan: &dunning.Loan{
			Nominal: sek("10000.00"), Start: day("2024-01-01"), Months: 48, Secured: true, Matures: day("2028-01-01"),
			Returns: []dunning.Return{{Date: day("2024-02-05"), Recorded: day("2024-02-06"), Amount: sek("250.00"), Code: "AC04"}},
		},
		Installments: []dunning.Installment{
			{No: 1, Due: day("2024-02-01"), Amount: sek("250.00"), Principal: sek("200.00")}, {No: 2, Due: day("2024-03-01"), Amount: sek("251.00")},
		},
		Policy: &dunning.Policy{
			Name: "own", Citation: "contract", Anchor: dunning.AnchorInvoice, Grace: dunning.Grace{Days: 3, Business: true, Roll: true, Retroactive: true},
			Minimum: dunning.Threshold{Amount: sek("50.00"), Percent: percent("2.5")}, MaxStep: 2,
			Cure: dunning.Threshold{Amount: sek("10.00"), Percent: percent("1")}, Calendar: calendar.SE(), Banking: bank, Delivery: 4, Review: 20,
			Buckets: []int{10, 20, 45}, Levels: everyLevel(),
			Returns:   dunning.Returns{Kind: "returned", RetryDays: 5, NoRetry: []string{"AC01", "AC04"}},
			Repayment: dunning.Repayment{Partial: "part", Full: "all"}, Stages: dunning.Stages{New: "fresh", Closed: "done", Matured: "ended"},
			Deadlines: []dunning.Report{{Kind: "credit-insurance", Days: 60, Business: true, MaxTerm: 90}},
		},
		Facts: dunning.Facts{FeesAgreed: true, ByCreditor: true, Enforceable: true, Mandate: day("2024-03-01"), Disputed: true, NoVATDeduction: true},
	}
	if diff := sameDunning(want, q); diff != "" {
		t.Errorf("dunning (-want +got):\n%s", diff)
	}
	c := q.Request.Case
	if c.ID != "L-1" || c.PlanAgreed != 0 || len(c.Claims) != 2 || c.Notices[0].Level != 1 || c.Notices[0].Fee != sek("60.00") {
		t.Errorf("case %+v", c)
	}
}

// Fields that say nothing leave nothing behind, and a case file is a dunning file.
func TestDecodeDunningEmpty(t *testing.T) {
	plain := dunningOf(t, fill(inDunning, `"titles":[]`))
	empty := dunningOf(t, fill(inDunning, `"plan":{},"loan":{"nominal":"","installments":[],"debitReturns":[],"secured":false},
		"policy":{"name":"","grace":{},"minimum":{"amount":""},"buckets":[],"levels":[],"stages":{"new":""}},"facts":{"mandate":"","disputed":false}`))
	if diff := sameDunning(plain, empty); diff != "" {
		t.Errorf("dunning (-plain +empty):\n%s", diff)
	}
	r := plain.Request
	if r.Loan != nil || r.Policy != nil || r.PolicyName != "" || r.Installments != nil || plain.Plan != nil || plain.Made || r.Facts != (dunning.Facts{}) {
		t.Errorf("read %+v, want nothing but the case", plain)
	}
	if got := dunningOf(t, fill(inDunning, `"policy":"solaris-consumer"`)).Request; got.PolicyName != "solaris-consumer" || got.Policy != nil {
		t.Errorf("policy %q %+v", got.PolicyName, got.Policy)
	}
	if got := dunningOf(t, fill(inDunning, `"policy":""`)).Request; got.PolicyName != "" {
		t.Errorf("policy %q, want none", got.PolicyName)
	}
}

// A sum of nothing asks for nothing, and says so like an absent one.
func TestThresholdOfNothing(t *testing.T) {
	p := dunningOf(t, fill(inPolicy, `"minimum":{"amount":"0.00","percent":"0"}`)).Request.Policy
	if p.Minimum != (dunning.Threshold{}) {
		t.Errorf("minimum %+v, want none", p.Minimum)
	}
}

// A file without claims has those of its installments; one with claims keeps its own.
func TestClaimsOfInstallments(t *testing.T) {
	const rows = `"installments":[{"no":7,"due":"2024-02-01","amount":"250.00"}]`
	q := dunningOf(t, fill(inLoan, `"start":"2024-01-01",`+rows))
	want := []ledger.Claim{{
		ID: "installment-7", Kind: ledger.ConsumerCredit, Principal: sek("250.00"), Due: day("2024-02-01"), Contracted: day("2024-01-01"),
	}}
	c := q.Request.Case
	c.Claims = nil
	if diff := same(ledger.Case{ID: c.ID, Currency: c.Currency, Debtor: c.Debtor, Claims: want}, q.Request.Case); diff != "" || !q.Made {
		t.Errorf("made %v, case (-want +got):\n%s", q.Made, diff)
	}
	for _, claims := range []string{`"claims":[],`, `"claims":[{"id":"A","principal":"1.00","due":"2024-01-31"}],`} {
		q := dunningOf(t, strings.Replace(fill(inLoan, rows), `"loan"`, claims+`"loan"`, 1))
		if made := claims == `"claims":[],`; q.Made != made || len(q.Request.Case.Claims) != 1 || (q.Request.Case.Claims[0].ID == "A") == made {
			t.Errorf("%s: made %v, claims %+v", claims, q.Made, q.Request.Case.Claims)
		}
	}
}
