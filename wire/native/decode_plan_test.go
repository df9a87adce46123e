package native

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
	"github.com/skuld-go/skuld/paymentplan"
)

// Templates of plan requests: $ is where a test puts its fields.
const (
	inPlan     = `{"currency":"SEK","type":"annuity","debt":"10000.00","start":"2024-07-01",$"count":12}`
	inCasePlan = `{"type":"annuity","start":"2024-07-01","count":12,$"case":` + aCase + `}`
	aCase      = `{"id":"C-1","currency":"SEK","claims":[{"id":"INV-1","principal":"10000.00","due":"2024-01-31","interest":{"basis":"fixed","rate":"8"}}]}`
)

// everyPlanField states all that a plan over a bare debt may state.
const everyPlanField = `{
  "currency": "SEK", "jurisdiction": "SE", "debtor": "business", "extendRates": true, "type": "debt-relief", "debt": "10000.00",
  "interest": {"basis": "reference", "series": "SE", "margin": "8", "dayCount": "30E/360", "floor": "1", "ceiling": "20"},
  "rounding": {"mode": "down", "quantum": "1.00"},
  "start": "2024-07-01", "first": "2024-08-01", "every": "2W", "count": 12, "amount": "500.00", "final": "600.00", "step": "5.00",
  "lastRow": "similar", "residual": "balloon", "posting": "rounded",
  "fees": {"registration": "170.00", "invoice": "60.00", "reminder": "50.00"}, "grace": {"principal": 2, "interest": 1}, "freeMonths": [7, 12],
  "deviations": [{"no": 3, "due": "2024-10-15", "amount": "0.00"}, {"no": 4, "due": "2024-10-30"}],
  "periods": [{"no": 1, "start": "2024-07-01", "end": "2024-12-31", "every": "1M", "amount": "500.00"}, {"no": 2, "start": "2025-01-01"}],
  "invoiceLeadDays": 14, "calendar": "SE", "adjust": "preceding", "accrueOn": "adjusted", "apr": "",
  "creditors": [{"id": "K-1", "admitted": "4000.00"}, {"id": "K-2", "admitted": "6000.00"}], "suspendInterest": true,
  "payments": [{"id": "P-1", "date": "2024-08-03", "amount": "888.49"}], "asOf": "2024-09-15",
  "tolerance": {"amount": "10.00", "days": 5}, "onShortage": "break", "proposal": true,
  "ended": {"date": "2024-09-01", "reason": "no answer", "revive": true}, "settleOn": "2024-10-01",
  "restructure": {"date": "2024-09-10", "change": "re-age", "interest": "keep", "first": "2024-10-01", "every": "1M", "count": 6, "amount": "100.00", "end": "2025-06-30"},
  "search": {"maxCount": 24, "maxAmount": "900.00", "endBefore": "2026-01-01", "minimize": "count"}
}`

// planOf reads a text of which the form must be right, whatever its values are.
func planOf(t *testing.T, text string) Plan {
	t.Helper()
	p, err := DecodePlan(strings.NewReader(text))
	for _, problem := range ledger.AsProblems(err) {
		if strings.Contains(problem.Message, "unknown") || strings.Contains(problem.Message, "a string") {
			t.Fatal(problem)
		}
	}
	return p
}

// A plan with every field arrives whole.
func TestDecodePlan(t *testing.T) {
	p := planOf(t, everyPlanField)
	facts := p.Facts
	if facts.Jurisdiction != "SE" || facts.Debtor != ledger.Business || !facts.ExtendRates || p.Case != nil {
		t.Errorf("facts %+v", facts)
	}
	if x := facts.Interest; x.Series != "SE" || x.DayCount != calendar.ThirtyE360 || x.Floor == nil || x.Ceiling == nil || x.Margin != percent("8") {
		t.Errorf("interest %+v", x)
	}
	r := p.Request
	none := sek("0.00")
	se := r.Calendar
	want := paymentplan.Request{
		Kind: paymentplan.DebtRelief, Debt: sek("10000.00"), Rounding: money.Down.ToStep(100),
		Start: day("2024-07-01"), First: day("2024-08-01"), Every: calendar.Weeks(2), FreeMonths: []time.Month{time.July, time.December},
		Count: 12, Amount: sek("500.00"), Final: sek("600.00"), Step: sek("5.00"), Posting: paymentplan.Rounded, LastRow: paymentplan.Similar, Residual: paymentplan.Balloon,
		Fees:  paymentplan.Fees{Registration: sek("170.00"), Invoice: sek("60.00"), Reminder: sek("50.00")},
		Grace: paymentplan.Grace{Principal: 2, Interest: 1},
		Deviations: []paymentplan.Deviation{
			{No: 3, Due: day("2024-10-15"), Amount: &none}, {No: 4, Due: day("2024-10-30")},
		},
		Periods: []paymentplan.Period{
			{Start: day("2024-07-01"), End: day("2024-12-31"), Every: calendar.Months(1), Amount: sek("500.00")}, {Start: day("2025-01-01")},
		},
		InvoiceLeadDays: 14, Calendar: se, Adjust: calendar.Preceding, AccrueOn: paymentplan.Adjusted,
		Creditors:       []paymentplan.Creditor{{ID: "K-1", Admitted: sek("4000.00")}, {ID: "K-2", Admitted: sek("6000.00")}},
		SuspendInterest: true,
		Life: &paymentplan.Life{
			AsOf: day("2024-09-15"), Payments: []paymentplan.Payment{{ID: "P-1", Date: day("2024-08-03"), Amount: sek("888.49")}},
			Tolerance: sek("10.00"), ToleranceDays: 5, OnShortage: paymentplan.Break, Proposal: true,
			Ended: &paymentplan.Ending{Date: day("2024-09-01"), Reason: "no answer", Revive: true}, SettleOn: day("2024-10-01"),
			Restructure: &paymentplan.Restructuring{
				Date: day("2024-09-10"), Change: paymentplan.Reage, Interest: paymentplan.Keep, First: day("2024-10-01"),
				Every: calendar.Months(1), Count: 6, Amount: sek("100.00"), End: day("2025-06-30"),
			},
		},
	}
	if diff := samePlan(Plan{Request: want, Facts: facts, Search: &paymentplan.Search{
		MaxCount: 24, MaxAmount: sek("900.00"), EndBefore: day("2026-01-01"), Minimize: paymentplan.FewestRows,
	}}, p); diff != "" {
		t.Errorf("plan (-want +got):\n%s", diff)
	}
	if se == nil || se.Code() != "SE" {
		t.Errorf("calendar %v, want that of SE", se)
	}
}

// samePlan compares plans; values without exported fields are compared by ==.
func samePlan(want, got Plan) string {
	return cmp.Diff(want, got,
		cmp.Comparer(func(a, b money.Amount) bool { return a == b }),
		cmp.Comparer(func(a, b money.Currency) bool { return a == b }),
		cmp.Comparer(func(a, b calendar.Span) bool { return a == b }),
		cmp.Comparer(func(a, b *calendar.Calendar) bool { return a == b || a != nil && b != nil && a.Code() == b.Code() }),
		cmp.FilterPath(func(p cmp.Path) bool { return p.String() == "Request.Interest" }, cmp.Ignore()))
}

// Fields that say nothing leave nothing behind.
func TestDecodePlanEmpty(t *testing.T) {
	plain := planOf(t, fill(inPlan, ""))
	empty := planOf(t, fill(inPlan, `"jurisdiction":"","debtor":"","extendRates":false,"case":{},"interest":{"basis":""},"rounding":{"mode":"","quantum":""},
		"first":"","every":"","amount":"","end":"","final":"","step":"","lastRow":"","residual":"","posting":"","fees":{},"grace":{},"freeMonths":[],
		"deviations":[],"periods":[],"calendar":"","adjust":"","accrueOn":"","apr":"","creditors":[],"suspendInterest":false,"payments":[],"asOf":"",
		"tolerance":{"amount":""},"onShortage":"","proposal":false,"ended":{"date":""},"settleOn":"","restructure":{"date":""},"search":{"minimize":""},`))
	if diff := samePlan(plain, empty); diff != "" {
		t.Errorf("plan (-plain +empty):\n%s", diff)
	}
	if plain.Request.Life != nil || plain.Search != nil || plain.Facts.Interest != nil || plain.Request.Rounding != 0 {
		t.Errorf("plan %+v, want nothing but what is stated", plain)
	}
}

// A plan over a case takes the currency of the case.
func TestDecodePlanOverCase(t *testing.T) {
	p := planOf(t, fill(inCasePlan, `"amount":"","fees":{"invoice":"60.00"},`))
	if p.Case == nil || p.Case.ID != "C-1" || p.Request.Fees.Invoice != sek("60.00") || p.Request.Debt != (money.Amount{}) {
		t.Errorf("plan %+v over %+v", p.Request, p.Case)
	}
	if got := planOf(t, fill(inCasePlan, `"currency":"SEK",`)); got.Case == nil {
		t.Error("the currency of the case is refused")
	}
}

// What is asked for on a day needs no other day.
func TestPlanAsOf(t *testing.T) {
	for fields, want := range map[string]string{
		`"settleOn":"2024-10-01",`:                               "2024-10-01",
		`"settleOn":"2024-10-01","ended":{"date":"2024-11-01"},`: "2024-11-01",
		`"ended":{"date":"2024-11-01"},"restructure":{"date":"2024-12-01","change":"re-amortize","interest":"waive"},`: "2024-12-01",
		`"settleOn":"2024-10-01","asOf":"2024-09-01",`:                                                                 "2024-09-01",
		`"onShortage":"break",`: "",
	} {
		p := planOf(t, fill(inPlan, fields))
		got := ""
		if p.Request.Life != nil {
			got = p.Request.Life.AsOf.String()
		}
		if got != want {
			t.Errorf("%s: as of %q, want %q", fields, got, want)
		}
	}
}

// A step alone rounds half up, as a plan without rounding does.
func TestPlanRounding(t *testing.T) {
	for fields, want := range map[string]money.Rounding{
		`"rounding":{"quantum":"1.00"},`:                  money.HalfUp.ToStep(100),
		`"rounding":{"mode":"half-even"},`:                money.HalfEven,
		`"rounding":{"mode":"up","quantum":"0.05"},`:      money.Up.ToStep(5),
		`"rounding":{"mode":"half-up","quantum":"0.01"},`: money.HalfUp,
	} {
		if got := planOf(t, fill(inPlan, fields)).Request.Rounding; got != want {
			t.Errorf("%s: %v, want %v", fields, got, want)
		}
	}
}
