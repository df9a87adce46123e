package native

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/paymentplan"
)

// aPlanInCase is a plan over the case of the file that it is in.
const aPlanInCase = `{"type":"annuity","start":"2024-07-01","count":12,"tolerance":{"amount":"10.00","days":5},"onShortage":"break"}`

// A plan says since when it is agreed, and changes nothing else of the case.
func TestPlanInCase(t *testing.T) {
	for fields, want := range map[string]calendar.Date{
		`"titles":[]`:           0,
		`"plan":{}`:             0,
		`"plan":` + aPlanInCase: day("2024-07-01"),
		inPlanOfCase(``):        day("2024-07-01"),
		inPlanOfCase(`"proposal":false,"currency":"SEK"`):                           day("2024-07-01"),
		inPlanOfCase(`"proposal":true`):                                             0,
		inPlanOfCase(`"ended":{"date":"2024-09-01","reason":"no answer"}`):          day("2024-07-01"),
		inPlanOfCase(`"debt":"","payments":[],"asOf":"","search":{"maxAmount":""}`): day("2024-07-01"),
	} {
		plain := decode(t, fill(inCase, `"extendRates":true`))
		c := decode(t, fill(inCase, `"extendRates":true,`+fields))
		if c.PlanAgreed != want {
			t.Errorf("%s: agreed %q, want %q", fields, c.PlanAgreed, want)
		}
		c.PlanAgreed = 0
		if diff := same(plain, c); diff != "" {
			t.Errorf("%s: case (-without +with):\n%s", fields, diff)
		}
	}
}

// inPlanOfCase is a case's plan with more fields.
func inPlanOfCase(fields string) string {
	if fields != "" {
		fields = "," + fields
	}
	return `"plan":{"type":"linear","start":"2024-07-01","count":12` + fields + `}`
}

func TestProblemsOfPlansInCases(t *testing.T) {
	runProblems(t, []problemCase{
		{"type", inCase, `"plan":"annuity"`, []string{`/plan: the string "annuity", want an object`}},
		{"nothing but the kind", inCase, `"plan":{"type":"annuity"}`, []string{
			"/plan/start: missing, want a date", "/plan/count: missing, want one of count, amount, end and final",
		}},
		{"no rows", inCase, `"plan":{"count":0}`, []string{
			"/plan/count: 0 is no number of rows, want 1 or more", "/plan/type: missing, want a kind of plan such as annuity", "/plan/start: missing, want a date",
		}},
		{"of a plan on its own", inCase, inPlanOfCase(`"jurisdiction":"SE","debtor":"consumer","extendRates":true,"debt":"1.00","case":{"id":"C"},"interest":{"basis":"none"},
			"rounding":{"mode":"down"},"creditors":[{}],"payments":[{}],"asOf":"2024-09-01","settleOn":"2024-09-01","restructure":{"date":"2024-09-01"},"search":{"maxCount":1}`), []string{
			"/plan/jurisdiction: means nothing in a case, want it absent", "/plan/debtor: means nothing in a case, want it absent",
			"/plan/extendRates: means nothing in a case, want it absent", "/plan/debt: means nothing in a case, want it absent",
			"/plan/case: means nothing in a case, want it absent", "/plan/interest: means nothing in a case, want it absent",
			"/plan/rounding: means nothing in a case, want it absent", "/plan/creditors: means nothing in a case, want it absent",
			"/plan/payments: means nothing in a case, want it absent", "/plan/asOf: means nothing in a case, want it absent",
			"/plan/settleOn: means nothing in a case, want it absent", "/plan/restructure: means nothing in a case, want it absent",
			"/plan/search: means nothing in a case, want it absent",
		}},
		{"currency", inCase, inPlanOfCase(`"currency":"EUR"`), []string{"/plan/currency: EUR in a case in SEK, want it absent or the same"}},
		{"currency of the case unread", "", `{"id":"C","currency":"sek","claims":[{"id":"A","principal":"1.00","due":"2024-01-31"}],"plan":{"type":"annuity","start":"2024-07-01","amount":"1O","count":2}}`, []string{
			`/currency: "sek" is not a currency with a minor unit, ` + likeACurrency, `/plan/amount: "1O" is not an amount, ` + likeAnAmount,
		}},
		{"fields", inCase, `"plan":{"type":"loan","start":"2024-7-1","count":"12","every":"1m","fees":{"late":"1.00"},"ended":{"reason":"x"}}`, []string{
			`/plan/type: "loan" is not a kind of plan, want one of annuity, annuity-limited, linear, linear-limited, debt-relief, fixed-amount, interest-only, bullet`,
			`/plan/start: "2024-7-1" is not a date, want YYYY-MM-DD`,
			`/plan/every: "1m" is not a length of time, want a count and D, W, M or Y such as 14D or 1M`,
			`/plan/count: the string "12", want a whole number such as 12`,
			"/plan/fees/late: unknown field, want one of registration, invoice, reminder",
			"/plan/ended/date: missing, want a date",
		}},
		{"values", inCase, inPlanOfCase(`"first":"2024-06-01","ended":{"date":"2024-06-01"},"proposal":true`), []string{
			"/plan/first: 2024-06-01, want a day on or after the start, 2024-07-01",
			"/plan/ended/date: 2024-06-01, want a day on or after the start, 2024-07-01",
			"/plan/ended: beside a proposal, want one of them",
		}},
		{"start out of bounds", inCase, `"plan":{"type":"annuity","start":"1850-01-01","count":12}`, []string{
			"/plan/start: 1850-01-01 is out of bounds, want a year from 1900 through 2200",
		}},
		{"too many problems", inCase, `"plan":{"type":"annuity","start":"2024-07-01","count":12,"deviations":[` + strings.Repeat("0,", 1199) + `0]}`, append(notObjects("/plan/deviations", 1000),
			"200 problems more, want these 1000 solved first")},
	})
}

// The case knows only the day of a plan, which is too little to write one.
func TestEncodeCaseWithPlan(t *testing.T) {
	c := decode(t, fill(inCase, `"plan":`+aPlanInCase))
	var b bytes.Buffer
	err := EncodeCase(&b, c)
	const want = "/plan: only its day, 2024-07-01, is known to the case, want none: the format has whole plans"
	if err == nil || err.Error() != want || b.Len() > 0 {
		t.Errorf("error %v, wrote %q, want %s", err, b.String(), want)
	}
}

// A plan over a case that has one is read like any other.
func TestPlanInCaseOfPlan(t *testing.T) {
	p := planOf(t, strings.Replace(fill(inCasePlan, ""), `{"id":"C-1",`, `{"id":"C-1","plan":`+aPlanInCase+`,`, 1))
	if p.Case == nil || p.Case.PlanAgreed != day("2024-07-01") || p.Request.Kind != paymentplan.Annuity {
		t.Errorf("read %+v over %+v", p.Request, p.Case)
	}
}

// A day of a plan that is no day of cases is refused.
func TestValidatePlanAgreed(t *testing.T) {
	c := decode(t, fill(inCase, `"extendRates":true`))
	c.PlanAgreed = day("2201-01-01")
	if p := ledger.AsProblems(c.Validate()); len(p) != 1 || p[0].Path != "/plan/start" {
		t.Errorf("problems %v, want one at /plan/start", p)
	}
}

// notObjects are the problems of the first elements of a list of numbers.
func notObjects(path string, n int) []string {
	var all []string
	for i := range n {
		all = append(all, fmt.Sprintf("%s/%d: the number 0, want an object", path, i))
	}
	return all
}
