package native

import (
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/skuld-go/skuld/dunning"
	"github.com/skuld-go/skuld/ledger"
)

// runDunningProblems decodes dunning files and compares how their problems begin, in
// order.
func runDunningProblems(t *testing.T, check func(Dunning) error, cases []planProblem) {
	t.Helper()
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			text := c.fields
			if c.template != "" {
				text = fill(c.template, c.fields)
			}
			_, err := DecodeDunningWith(strings.NewReader(text), check)
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

func TestDunningProblemsOfForm(t *testing.T) {
	runDunningProblems(t, nil, []planProblem{
		{"list", "", `[]`, []string{"a list, want an object"}},
		{"nothing", "", `{}`, []string{"/id: missing", "/currency: missing", "/claims: empty, want at least one claim"}},
		{"unknown", inDunning, `"case":{},"loan":{"kind":1,"debitReturns":[{"id":"R"}]},"policy":{"base":"SE","levels":[{"kind":"x","days":1}]},"facts":{"agreed":true}`, []string{
			"/case: unknown field, want one of id, currency, ", "/loan/kind: unknown field, want one of nominal, start, months, secured, matures, installments, debitReturns",
			"/loan/debitReturns/0/id: unknown field, want one of date, recorded, amount, code", "/policy/base: unknown field, want one of name, citation, anchor, ",
			"/policy/levels/0/days: unknown field, want one of kind, track, ", "/facts/agreed: unknown field, want one of feesAgreed, byCreditor, ",
			"/loan/debitReturns/0/date: missing, want a date",
		}},
		{"types", inDunning, `"loan":[],"policy":7,"facts":"x"`, []string{
			"/loan: a list, want an object", `/policy: the number 7, want a string such as "SE" or an object`, `/facts: the string "x", want an object`,
		}},
		{"null", inDunning, `"loan":null,"policy":null,"facts":null`, []string{"/loan: null, want an object", "/policy: null, want a string", "/facts: null, want an object"}},
		{"long name", inDunning, `"policy":"` + strings.Repeat("x", 201) + `"`, []string{"/policy: 201 bytes, want at most 200"}},
		{"facts", inDunning, `"facts":{"feesAgreed":"yes","mandate":"2024-02-30"}`, []string{
			`/facts/feesAgreed: the string "yes", want true or false`, `/facts/mandate: "2024-02-30" is not a date, want YYYY-MM-DD`,
		}},
		{"the case and its plan", inDunning, `"holds":[{}],"plan":{"start":"x"}`, []string{
			`/plan/start: "x" is not a date`, "/holds/0/scope: missing", "/holds/0/from: missing", "/plan/type: missing", "/plan/count: missing",
		}},
		{"long lists", inPolicy, `"returns":{"noRetry":[` + strings.Repeat(`"A",`, 1000) + `"A"]},"buckets":[` + strings.Repeat("1,", 100) + `1],"deadlines":[` + strings.Repeat("{},", 100) + `{}]`, []string{
			"/policy/buckets: 101 entries, want at most 100", "/policy/returns/noRetry: 1001 entries, want at most 1000", "/policy/deadlines: 101 entries, want at most 100",
		}},
		{"many levels", "", strings.Replace(inPolicy, `{"kind":"reminder"}],$`, strings.Repeat(`{"kind":"a"},`, 50)+`{"kind":"a"}]`, 1), []string{"/policy/levels: 51 entries, want at most 50"}},
	})
}

func TestDunningProblemsOfPolicies(t *testing.T) {
	runDunningProblems(t, nil, []planProblem{
		{"no levels", inDunning, `"policy":{"name":"x"}`, []string{"/policy/levels: 0 levels, want 1 to 50"}},
		{"levels unread", inDunning, `"policy":{"levels":"x"}`, []string{`/policy/levels: the string "x", want a list`}},
		{"words", inPolicy, `"anchor":"sent","calendar":"XX","bankCalendar":"BANK","maxStep":0`, []string{
			`/policy/anchor: "sent" is not an anchor, want one of due, invoice, notice, service`, "/policy/maxStep: 0 goes nowhere, want 1 or more",
			`/policy/calendar: "XX" has no calendar here, want AT, DE, DK, FI, GB, NL, NO, SE or TARGET`, `/policy/bankCalendar: "BANK" has no calendar here`,
		}},
		{"numbers", inPolicy, `"maxStep":-1,"delivery":3661,"review":1.5,"grace":{"days":-1},"buckets":[0,30,20,"40"],"returns":{"retryDays":3},"deadlines":[{"days":1,"maxTerm":-1}]`, []string{
			"/policy/review: the number 1.5, want a whole number", `/policy/buckets/3: the string "40", want a whole number`,
			"/policy/grace/days: -1", "/policy/delivery: 3661", "/policy/maxStep: -1, want 1 to 50",
			"/policy/buckets/0: 0, want days that rise", "/policy/buckets/2: 20, want days that rise",
			"/policy/bankCalendar: missing, want the calendar of the banks", "/policy/deadlines/0/kind: missing", "/policy/deadlines/0/maxTerm: -1",
		}},
		{"thresholds", inPolicy, `"minimum":{"amount":50,"percent":"101"},"cure":{"amount":"-1.00","percent":"ten"}`, []string{
			`/policy/minimum/amount: the number 50, want a string`, `/policy/cure/percent: "ten" is not a share, want per cent from 0 to 100 such as "2.5"`,
			"/policy/minimum/percent: 101 per cent, want 0 to 100", "/policy/cure/amount: -1.00 SEK, want 0 or more",
		}},
		{"shares too fine and too large", inPolicy, `"minimum":{"percent":"0.0000001"},"cure":{"percent":"1001"}`, []string{
			`/policy/minimum/percent: "0.0000001" has too many decimals, want at most 6`, `/policy/cure/percent: "1001" is not a share, want per cent from 0 to 100`,
		}},
		{"no calendar", inPolicy, `"grace":{"days":1,"business":true}`, []string{"/policy/calendar: missing, want the business days"}},
		{"calendar unread", inPolicy, `"grace":{"days":1,"business":true},"calendar":5`, []string{"/policy/calendar: the number 5"}},
		{"level", inLevel, `"kind":"","track":"court","audience":"person","after":-1,"gap":"7","gate":[],"requires":"reminder","term":{"business":false,"from":"due"},"waits":true`, []string{
			`/policy/levels/1/gap: the string "7", want a whole number`, `/policy/levels/1/track: "court" is not a track, want one of claim, legal, enforcement, surveillance`,
			`/policy/levels/1/audience: "person" is not an audience, want one of consumer, business, all`, "/policy/levels/1/gate: a list, want an object",
			`/policy/levels/1/requires: the string "reminder", want a list`, "/policy/levels/1/term/days: missing, want how many days the letter gives",
			`/policy/levels/1/term/from: "due" is not where a term starts, want sent or delivered`, "/policy/levels/1/kind: missing, want the kind of the letter",
			"/policy/levels/1/after: -1", "/policy/levels/1/waits: beside no fee",
		}},
		{"not a level", inLevel, `},5,{"kind":"x","requires":["y"]`, []string{"/policy/levels/2: the number 5, want an object", "/policy/levels/1/kind: missing"}},
		{"requires", inLevel, `"kind":"demand","requires":["reminder","letter","demand",5,""]`, []string{
			"/policy/levels/1/requires/3: the number 5, want a string", `/policy/levels/1/requires/1: "letter" is no kind of another level, want one`,
			`/policy/levels/1/requires/2: "demand" is no kind of another level`, `/policy/levels/1/requires/4: "" is no kind of another level`,
		}},
		{"requires of a kind that could not be read", inLevel, `"kind":"demand","requires":["letter"]},{"kind":7`, []string{"/policy/levels/2/kind: the number 7, want a string"}},
		{"gate", inLevel, `"kind":"demand","gate":{"consecutive":-1,"missed":1e2,"shares":[{"months":-1,"percent":"100.5"},7],"secured":5,"days":4000}`, []string{
			"/policy/levels/1/gate/missed: the number 1e2, want a whole number", "/policy/levels/1/gate/shares/1: the number 7, want an object",
			`/policy/levels/1/gate/secured: the number 5, want a string such as "2.5"`, "/policy/levels/1/gate/consecutive: -1", "/policy/levels/1/gate/days: 4000",
			"/policy/levels/1/gate/shares/0/months: -1", "/policy/levels/1/gate/shares/0/percent: 100.5 per cent",
		}},
		{"gate and term that say nothing", inLevel, `"kind":"demand","gate":{"shares":[]},"term":{"business":false}`, nil},
		{"term of no days", inLevel, `"kind":"demand","term":{"days":0}`, nil},
		{"business days and no calendar", inLevel, `"kind":"demand","term":{"days":5,"roll":true}`, []string{"/policy/calendar: missing, want the business days"}},
	})
}

func TestDunningProblemsOfLoans(t *testing.T) {
	runDunningProblems(t, nil, []planProblem{
		{"rows", inLoan, `"start":"2024-02-02","matures":"2024-02-20","months":-1,"nominal":"0.00","installments":[{"no":1,"due":"2024-02-01","amount":"250.00","principal":"251.00"},
			{"no":1,"due":"2024-02-01","amount":"0.00"},{"due":"2024-03-01"},{"no":4,"due":"2024-13-01","amount":1,"principal":"5.00"}]`, []string{
			`/loan/installments/3/due: "2024-13-01" is not a date`, "/loan/installments/3/amount: the number 1, want a string",
			"/loan/nominal: 0.00 SEK, want more than 0", "/loan/months: -1, want", "/loan/installments/0/principal: 251.00 SEK, want 0 to 250.00 SEK",
			"/loan/installments/1/amount: 0.00 SEK, want more than 0", "/loan/installments/1/no: 1 after 1, want more", "/loan/installments/1/due: 2024-02-01 is not after 2024-02-01",
			"/loan/installments/2/amount: missing, want an amount", "/loan/installments/2/no: 0, want 1 or more", "/loan/installments/0/due: 2024-02-01 is before the start",
		}},
		{"matures", inLoan, `"matures":"2024-02-20","installments":[{"no":1,"due":"2024-02-21","amount":"250.00"}]`, []string{"/loan/matures: 2024-02-20 is before the last installment"}},
		{"returns", inLoan, `"installments":[{"no":1,"due":"2024-02-01","amount":"250.00"}],"debitReturns":[{"amount":"-1.00"},[],{"date":"1850-01-01","code":4}]`, []string{
			"/loan/debitReturns/1: a list, want an object", "/loan/debitReturns/2/code: the number 4, want a string",
			"/loan/debitReturns/0/date: missing, want a date", "/loan/debitReturns/0/amount: -1.00 SEK, want more than 0", "/loan/debitReturns/2/date: 1850-01-01",
		}},
		{"neither claims nor installments", inLoan, `"nominal":"100.00"`, []string{"/claims: empty, want at least one claim"}},
		{"installments unread", inLoan, `"installments":{}`, []string{"/loan/installments: an object, want a list"}},
		{"loan unread", "", `{"id":"C-1","currency":"SEK","loan":"L","holds":[{"scope":"dunning","from":"2024-03-01","items":["installment-1"]}]}`, []string{`/loan: the string "L", want an object`}},
		{"numbers unread", "", strings.Replace(fill(inLoan, `"installments":[{"no":"1","due":"2024-02-01","amount":"250.00"}]`), `"loan"`,
			`"holds":[{"scope":"dunning","from":"2024-03-01","items":["installment-1"]}],"loan"`, 1), []string{`/loan/installments/0/no: the string "1", want a whole number`}},
		{"rows unread", "", strings.Replace(fill(inLoan, `"installments":[5]`), `"loan"`,
			`"holds":[{"scope":"dunning","from":"2024-03-01","items":["installment-1"]}],"loan"`, 1), []string{"/loan/installments/0: the number 5, want an object"}},
		{"unknown installment", "", strings.Replace(fill(inLoan, `"installments":[{"no":1,"due":"2024-02-01","amount":"250.00"}]`), `"loan"`,
			`"holds":[{"scope":"dunning","from":"2024-03-01","items":["installment-2"]}],"loan"`, 1), []string{`/holds/0/items/0: "installment-2" is no item`}},
		{"an id that is taken", "", strings.Replace(fill(inLoan, `"installments":[{"no":1,"due":"2024-02-01","amount":"250.00"}]`), `"loan"`,
			`"debtors":[{"id":"installment-1"}],"loan"`, 1), []string{`/loan/installments/0/no: "installment-1" is used already at /debtors/0/id`}},
		{"currency unread", "", `{"id":"C-1","currency":"kr","loan":{"nominal":"100.00","installments":[{"no":1,"due":"2024-02-01","amount":"2.505","principal":"1.00"}]}}`, []string{"/currency: "}},
		{"no statute without a debtor", "", `{"id":"C-1","currency":"SEK","jurisdiction":"SE","loan":{"installments":[{"no":1,"due":"2024-02-01","amount":"250.00"}]}}`, []string{"/debtor: missing, want consumer or business"}},
	})
}

// More installments than a case may have claims are refused where they are.
func TestManyInstallments(t *testing.T) {
	var rows []string
	for d := day("2024-01-01"); len(rows) <= ledger.MaxClaims; d++ {
		rows = append(rows, `{"no":`+strconv.Itoa(len(rows)+1)+`,"due":"`+d.String()+`","amount":"1.00"}`)
	}
	runDunningProblems(t, nil, []planProblem{
		{"claims", inLoan, `"installments":[` + strings.Join(rows, ",") + `]`, []string{"/loan/installments: 1001 entries, want at most 1000"}},
		{"beside claims", "", strings.Replace(fill(inLoan, `"installments":[`+strings.Join(rows, ",")+`]`), `"loan"`, `"claims":[{"id":"A","principal":"1.00","due":"2024-01-31"}],"loan"`, 1), nil},
	})
	if dunning.MaxInstallments < ledger.MaxClaims {
		t.Error("installments are bounded by less than claims")
	}
}

// A further check is asked of what could be read, and told where things are.
func TestDecodeDunningWith(t *testing.T) {
	var given Dunning
	check := func(q Dunning) error {
		given = q
		var ps ledger.Problems
		ps.Addf("/claims/0/interest", "refused, want another")
		ps.Addf("/plan/start", "refused, want another")
		ps.Addf("/policy", "refused, want another")
		return ps.Err()
	}
	runDunningProblems(t, check, []planProblem{
		{"claims", inDunning, `"titles":[]`, []string{"/claims/0/interest: refused", "/plan/start: refused", "/policy: refused"}},
		{"installments", inLoan, `"installments":[{"no":1,"due":"2024-02-01","amount":"250.00"}]`, []string{"/loan/installments/0: refused", "/plan/start: refused", "/policy: refused"}},
		{"policy unread", inDunning, `"policy":true`, []string{"/policy: true, want", "/claims/0/interest: refused", "/plan/start: refused"}},
		{"jurisdiction unread", inDunning, `"jurisdiction":7`, []string{"/jurisdiction: the number 7", "/claims/0/interest: refused", "/plan/start: refused"}},
		{"jurisdiction unread beside a policy", inDunning, `"jurisdiction":7,"policy":"XX"`, []string{
			"/jurisdiction: the number 7", "/claims/0/interest: refused", "/plan/start: refused", "/policy: refused",
		}},
		{"terms unread", "", strings.Replace(fill(inDunning, `"titles":[]`), `"due":"2024-01-31"`, `"due":"2024-01-31","interest":{"basis":"x","floor":"1"}`, 1), []string{
			"/claims/0/interest/basis: ", "/plan/start: refused", "/policy: refused",
		}},
	})
	if x := given.Request.Case.Claims[0].Interest; x == nil || x.Basis != ledger.BasisFixed || x.Floor == nil {
		t.Errorf("the check was given %+v, want a fixed rate with its floor", x)
	}
}

// Problems of the case have the words that they have in a case file.
func TestDunningCaseProblemsAreThoseOfTheCase(t *testing.T) {
	const broken = `{"id":"C","currency":"SEK","claims":[{"id":"A","principal":5,"due":"2024-01-31"},{"id":"A","vat":"1.00"}],"holds":[{}],
		"notices":[{"level":51}],"plan":{"type":"annuity","debt":"1.00"}}`
	_, err := DecodeDunning(strings.NewReader(broken))
	var got []string
	for _, p := range ledger.AsProblems(err) {
		got = append(got, p.Error())
	}
	if diff := cmp.Diff(problems(broken), got); diff != "" {
		t.Errorf("problems (-case file +dunning file):\n%s", diff)
	}
}

// Problems of a run stand where the file has what they are about.
func TestInFile(t *testing.T) {
	var ps ledger.Problems
	for _, path := range []string{"/claims", "/claims/3", "/claims/3/interest", "/claims/3/principal", "/claims/3/due", "/claims/3/id", "/claims/3/contracted", "/claimsmen", "/debtor", ""} {
		ps.Addf(path, "wrong, want right")
	}
	for made, want := range map[bool][]string{
		false: {"/claims", "/claims/3", "/claims/3/interest", "/claims/3/principal", "/claims/3/due", "/claims/3/id", "/claims/3/contracted", "/claimsmen", "/debtor", ""},
		true: {
			"/loan/installments", "/loan/installments/3", "/loan/installments/3", "/loan/installments/3/amount", "/loan/installments/3/due", "/loan/installments/3/no",
			"/loan/start", "/claimsmen", "/debtor", "",
		},
	} {
		var got []string
		for _, p := range ledger.AsProblems(Dunning{Made: made}.InFile(ps.Err())) {
			got = append(got, p.Path)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("made %v: paths (-want +got):\n%s", made, diff)
		}
		list := []ledger.Finding{{Path: "/claims/3/kind"}, {Path: "/notices/0"}}
		found := Dunning{Made: made}.FindingsInFile(list)
		if (found[0].Path == "/loan/installments/3") != made || found[1].Path != "/notices/0" || list[0].Path != "/claims/3/kind" {
			t.Errorf("made %v: findings at %q, those given at %q", made, found, list)
		}
	}
	if err := (Dunning{Made: true}).InFile(nil); err != nil {
		t.Error(err)
	}
}

// A file cannot make its error, or the work on it, larger than itself.
func TestHostileDunning(t *testing.T) {
	runDunningProblems(t, nil, []planProblem{
		{"installments", inLoan, `"installments":[` + strings.Repeat("{},", 100_000) + `{}]`, []string{"/loan/installments: 100001 entries, want at most 1200"}},
		{"returns", inLoan, `"installments":[{"no":1,"due":"2024-02-01","amount":"250.00"}],"debitReturns":[` + strings.Repeat("{},", ledger.MaxLife) + `{}]`, []string{
			"/loan/debitReturns: 10001 entries, want at most 10000",
		}},
		{"levels", inDunning, `"policy":{"levels":[` + strings.Repeat("{},", 100_000) + `{}]}`, []string{"/policy/levels: 100001 entries, want at most 50"}},
		{"requires", inLevel, `"kind":"a","requires":[` + strings.Repeat(`"x",`, 1000) + `"x"]`, []string{"/policy/levels/1/requires: 1001 entries, want at most 50"}},
		{"numbers", inPolicy, `"delivery":` + strings.Repeat("9", 1_000_000) + `,"review":1e999999999,"name":"` + strings.Repeat("x", 1_000_000) + `"`, []string{
			"/policy/name: 1000000 bytes, want at most 200", "/policy/delivery: the number " + strings.Repeat("9", 40) + "… is out of bounds", "/policy/review: the number 1e999999999, want",
		}},
		{"deep", inDunning, `"policy":{"levels":` + strings.Repeat("[", 40) + strings.Repeat("]", 40) + `}`, []string{"/policy/levels/0/0/0"}},
	})
}
