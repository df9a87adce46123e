package native

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/skuld-go/skuld/ledger"
)

type planProblem struct {
	name, template, fields string
	want                   []string // how the problems begin
}

// runPlanProblems decodes plans and compares how their problems begin, in order.
func runPlanProblems(t *testing.T, check func(Plan) error, cases []planProblem) {
	t.Helper()
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			text := c.fields
			if c.template != "" {
				text = fill(c.template, c.fields)
			}
			_, err := DecodePlanWith(strings.NewReader(text), check)
			got := ledger.AsProblems(err)
			if len(got) != len(c.want) {
				t.Fatalf("%d problems, want %d:\n%v", len(got), len(c.want), err)
			}
			for i, want := range c.want {
				if !strings.HasPrefix(got[i].Error(), want) {
					t.Errorf("problem %d is %q, want it to begin with %q", i, got[i], want)
				}
			}
		})
	}
}

func TestPlanProblemsOfForm(t *testing.T) {
	runPlanProblems(t, nil, []planProblem{
		{"list", "", `[]`, []string{"a list, want an object"}},
		{"nothing", "", `{}`, []string{
			"/currency: missing, want a currency code such as SEK", "/debt: missing", "/type: missing", "/start: missing", "/count: missing",
		}},
		{"unknown", inPlan, `"principal":"1.00","fees":{"late":"1.00"},"grace":{"rows":1},`, []string{
			"/principal: unknown field, want one of currency, jurisdiction,", "/fees/late: unknown field, want one of registration, invoice, reminder",
			"/grace/rows: unknown field, want one of principal, interest",
		}},
		{"whole numbers", inPlan, `"invoiceLeadDays":"14","grace":{"principal":1.0,"interest":1e1},"freeMonths":[true,10000000,1],"deviations":[{"no":"3","amount":"1.00"}],`, []string{
			"/grace/principal: the number 1.0, want a whole number such as 12 in plain digits",
			"/grace/interest: the number 1e1, want", "/freeMonths/0: true, want a whole number", "/freeMonths/1: the number 10000000 is out of bounds, want at most 1000000",
			`/deviations/0/no: the string "3", want`, `/invoiceLeadDays: the string "14", want a whole number such as 12`,
		}},
		{"null", inPlan, `"first":null,`, []string{`/first: null, want a string such as "2024-01-31"`}},
		{"no rows", "", `{"currency":"SEK","type":"annuity","debt":"1.00","start":"2024-07-01","count":0,"search":{"maxCount":0}}`, []string{
			"/count: 0 is no number of rows, want 1 or more", "/search/maxCount: 0 is no number of rows",
		}},
		{"words", inPlan, `"lastRow":"middle","residual":"x","posting":"daily","apr":"DE","calendar":"XX","adjust":"x","accrueOn":"x","onShortage":"x",
			"every":"1m","search":{"minimize":"x"},"restructure":{"date":"2024-09-01","change":"x","interest":"y"},`, []string{
			`/every: "1m" is not a length of time`, `/lastRow: "middle" is not a last row, want one of lower, similar, higher`, "/residual: ",
			`/posting: "daily" is not a posting, want one of rounded, unrounded`, `/calendar: "XX" has no calendar here, want AT, DE, DK, FI, GB, NL, NO, SE or TARGET`,
			"/adjust: ", "/accrueOn: ", "/apr: ", "/onShortage: ", "/restructure/change: ", "/restructure/interest: ", "/search/minimize: ",
		}},
		{"numbers of periods", "", `{"currency":"SEK","type":"annuity","debt":"1.00","start":"2024-07-01","periods":[
			{"start":"2024-07-01","end":"2024-07-31"},{"no":1,"start":"2024-08-01","end":"2024-08-31"},5,{"no":"4","start":"2024-10-01","end":"2024-10-31"}]}`, []string{
			"/periods/0/no: missing, want 1", "/periods/1/no: the number 1, want 2: periods are numbered in their order", "/periods/2: the number 5, want an object",
			`/periods/3/no: the string "4", want a whole number`,
		}},
		{"too long", inPlan, `"freeMonths":[1,2,3,4,5,6,7,8,9,10,11,12,1],"periods":[` + strings.Repeat(`{},`, 1200) + `{}],`, append([]string{
			"/freeMonths: 13 entries, want at most 12", "/periods: 1201 entries, want at most 1200",
		}, missingNumbers(998)...)},
	})
}

// missingNumbers are the problems of periods without numbers, and the one that counts
// the others.
func missingNumbers(n int) []string {
	var all []string
	for i := range n {
		all = append(all, fmt.Sprintf("/periods/%d/no: missing", i))
	}
	return append(all, fmt.Sprintf("%d problems more", 1200-n))
}

func TestPlanProblemsOfTerms(t *testing.T) {
	runPlanProblems(t, nil, []planProblem{
		{"terms", inPlan, `"interest":{"basis":"fixed","rate":"8","from":"2024-07-32","through":"2024-12-31","paymentDay":"free","agreed":{"basis":"fixed","rate":"9"},
			"cutoff":"2024-12-31","compounding":"annual","kind":"contract"},`, []string{
			"/interest/from: means nothing in a plan, want it absent", "/interest/through: means", "/interest/paymentDay: means", "/interest/agreed: means",
			"/interest/cutoff: means", "/interest/compounding: means", "/interest/kind: means",
		}},
		{"day counts", inPlan, `"interest":{"basis":"fixed","rate":"8","dayCount":"ACT/365L"},`, []string{
			`/interest/dayCount: "ACT/365L" is not supported by this version, want one of ` + ofDayCounts,
		}},
		{"no day count", inPlan, `"interest":{"basis":"fixed","rate":"8","dayCount":"360"},`, []string{`/interest/dayCount: "360" is not a day count, want one of `}},
		{"rate", inPlan, `"interest":{"basis":"reference","margin":"1","rate":"4","refixes":[{"from":"2024-09-01","rate":"5"}]},`, []string{
			"/interest/rate: beside basis reference", "/interest/series: missing, want the name of a series", "/interest/refixes",
		}},
		{"no basis", inPlan, `"interest":{"rate":"4"},`, []string{"/interest/basis: missing"}},
		{"basis unread", inPlan, `"interest":{"basis":"x","floor":"1"},`, []string{"/interest/basis: "}},
		{"statutory", inPlan, `"interest":{"basis":"statutory"},`, []string{"/interest/basis: statutory without a jurisdiction"}},
		{"statutory, jurisdiction unread", inPlan, `"jurisdiction":5,"interest":{"basis":"statutory"},`, []string{"/jurisdiction: the number 5"}},
		{"no debtor", inPlan, `"jurisdiction":"SE","interest":{"basis":"statutory"},`, []string{"/debtor: missing"}},
		{"debtor unread", inPlan, `"jurisdiction":"SE","debtor":"person","interest":{"basis":"statutory"},`, []string{"/debtor: "}},
		{"currency unread", "", `{"currency":"XAU","type":"debt-relief","debt":"10.00","amount":"x","start":"2024-07-01","deviations":[{"no":1,"amount":"1.00"}],
			"creditors":[{"id":"A","admitted":"10.00"}]}`, []string{"/currency: ", `/amount: "x" is not an amount`}},
		{"type unread", "", `{"currency":"SEK","type":"loan","debt":"10.00","start":"2024-07-01","creditors":[{"id":"A","admitted":"10.00"}]}`, []string{
			`/type: "loan" is not a kind of plan, want one of annuity, `,
		}},
		{"amount unread", "", `{"currency":"SEK","type":"annuity","debt":"10.00","start":"2024-07-01","amount":5,"restructure":{"date":"2024-08-01","change":"re-age","interest":"keep","end":1}}`, []string{
			"/amount: the number 5", "/restructure/end: the number 1",
		}},
		{"search", "", `{"currency":"SEK","type":"annuity","debt":"10.00","start":"2024-07-01","search":{"maxCount":1201,"endBefore":"2024-07-01"}}`, []string{
			"/search/maxCount: 1201", "/search/endBefore: 2024-07-01",
		}},
		{"search unread", "", `{"currency":"SEK","type":"annuity","debt":"10.00","start":"2024-07-01","search":7}`, []string{"/search: the number 7"}},
		{"no search for what is given", inPlan, `"search":{"maxCount":3},`, []string{"/count: beside a search"}},
		{"as of", inPlan, `"payments":[{"id":"P-1","date":"2024-08-03","amount":"1.00"}],"settleOn":"2024-10-01",`, []string{"/asOf: missing"}},
		{"as of unread", inPlan, `"settleOn":"2024-13-01",`, []string{"/settleOn: "}},
		{"values", inPlan, `"end":"2024-12-31","first":"2024-06-01",`, []string{"/first: 2024-06-01", "/end: beside count"}},
	})
}

func TestPlanProblemsOfCases(t *testing.T) {
	runPlanProblems(t, nil, []planProblem{
		{"debt", inCasePlan, `"debt":5,`, []string{"/debt: beside a case, want one of them"}},
		{"of a debt", inCasePlan, `"jurisdiction":"SE","debtor":"consumer","extendRates":true,"interest":{"basis":"none"},"creditors":[{}],`, []string{
			"/jurisdiction: beside a case, want it with a debt only", "/debtor: beside", "/extendRates: beside", "/interest: beside", "/creditors: beside",
		}},
		{"currency", inCasePlan, `"currency":"EUR",`, []string{"/currency: EUR beside a case in SEK, want it absent or the same"}},
		{"no object", "", `{"type":"annuity","start":"2024-07-01","count":12,"amount":"","fees":{"invoice":"60.00"},"case":5}`, []string{"/case: the number 5, want an object"}},
		{"plan in a case", "", `{"type":"annuity","start":"2024-07-01","count":12,"case":{"id":"C","currency":"SEK","plan":{"type":"annuity"},
			"claims":[{"id":"A","principal":"1.00","due":"2024-01-31","interest":{"basis":"none"}}]}}`, []string{
			"/case/plan/start: missing, want a date", "/case/plan/count: missing"}},
		{"in the case", "", `{"type":"annuity","start":"2024-7-01","count":12,"case":{"id":"C","currency":"SEK","claims":[{"id":1,"principal":"1.00","due":"2024-01-31"},{"id":"B"}],
			"payments":[{"id":"P","date":"2024-05-10","amount":"1.00","specification":[{"item":"1","component":"principal","amount":"1.00"}]}]},"step":7}`, []string{
			"/case/claims/0/id: the number 1, want a string", `/start: "2024-7-01" is not a date`, "/step: the number 7",
			"/case/claims/1/principal: missing", "/case/claims/1/due: missing",
		}},
		{"case without a currency", "", `{"type":"annuity","start":"2024-07-01","count":12,"amount":"5.00","case":{"id":"C","claims":[{"id":"A","principal":"1.00","due":"2024-01-31"}]}}`, []string{
			"/case/currency: missing",
		}},
	})
}

// A further check is asked of a plan in which nothing unread is left, and its problems
// do not follow from others.
func TestDecodePlanWith(t *testing.T) {
	var given Plan
	check := func(p Plan) error {
		given = p
		var ps ledger.Problems
		ps.Addf("/interest", "refused, want another")
		ps.Addf("/case/claims/0/interest", "refused, want another")
		ps.Addf("/start", "refused, want another")
		return ps.Err()
	}
	runPlanProblems(t, check, []planProblem{
		{"debt", inPlan, ``, []string{"/interest: refused", "/case/claims/0/interest: refused", "/start: refused"}},
		{"terms unread", inPlan, `"interest":{"basis":"x"},`, []string{"/interest/basis: ", "/case/claims/0/interest: refused", "/start: refused"}},
		{"start unread", "", `{"currency":"SEK","type":"annuity","debt":"1.00","start":5,"count":12}`, []string{"/start: the number 5", "/case/claims/0/interest: refused"}},
		{"case", inCasePlan, ``, []string{"/case/claims/0/interest: refused", "/interest: refused", "/start: refused"}},
		{"case unread", "", `{"type":"annuity","start":"","count":12,"case":{"id":"C","currency":"SEK","claims":[{"id":"A","principal":"1.00","due":"2024-01-31","contracted":1}]}}`, []string{
			"/case/claims/0/contracted: ", "/start: missing", "/interest: refused",
		}},
	})
	text := fill(inPlan, `"jurisdiction":7,"interest":{"basis":"statutory","floor":"1"},`)
	p, err := DecodePlanWith(strings.NewReader(text), check)
	if err == nil || p.Facts.Interest.Basis != ledger.BasisStatutory {
		t.Errorf("read %+v, error %v", p.Facts.Interest, err)
	}
	if x := given.Facts.Interest; x == nil || x.Basis != ledger.BasisFixed || x.Floor == nil {
		t.Errorf("the check was given %+v, want a fixed rate with its floor", x)
	}
}

// Problems of a case have the words that they have in a case file.
func TestPlanCaseProblemsAreThoseOfTheCase(t *testing.T) {
	const broken = `{"id":"C","currency":"SEK","claims":[{"id":"A","principal":5,"due":"2024-01-31"},{"id":"A","vat":"1.00"}],"holds":[{}],"loan":1}`
	_, err := DecodePlan(strings.NewReader(`{"type":"annuity","start":"2024-07-01","count":12,"case":` + broken + `}`))
	var got []string
	for _, p := range ledger.AsProblems(err) {
		got = append(got, strings.TrimPrefix(p.Error(), "/case"))
	}
	if diff := cmp.Diff(problems(broken), got); diff != "" {
		t.Errorf("problems (-case file +plan):\n%s", diff)
	}
}
