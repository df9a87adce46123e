package native

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/skuld-go/skuld/ledger"
)

func FuzzDecodeCase(f *testing.F) {
	files, err := filepath.Glob("testdata/*.json")
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(text)
	}
	for _, text := range []string{
		"", "{", "[]", "\ufeff{}", `{"a":{"a":1,"a":2}}`, `{"id":"\ud800"}`, `{"id":1e999999}`,
		fill(inInterest, `"basis":"reference","series":"SE","margin":"8","floor":{"series":"EU"},"ceiling":"20"`),
		fill(inPayment, `"amount":"10.00","specification":[{"item":"INV-1","component":"interest","amount":"1.00"}]`),
		fill(inCase, `"allocation":{"rungs":[{"components":["interest"],"due":["due"]}],"processing":"horizontal"}`),
		fill(inCase, `"plan":`+aPlanInCase),
	} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		c, err := DecodeCase(bytes.NewReader(text))
		if err != nil {
			problems := ledger.AsProblems(err)
			if len(problems) == 0 || len(problems) > MaxProblems+1 {
				t.Fatalf("%d problems", len(problems))
			}
			for _, p := range problems {
				if p.Message == "" {
					t.Errorf("%s: no message", p.Path)
				}
			}
			return
		}
		if !json.Valid(bytes.TrimPrefix(text, []byte("\ufeff"))) {
			t.Fatalf("read %q, which is no JSON", text)
		}
		c.PlanAgreed = 0 // which has no written form
		var b bytes.Buffer
		if err := EncodeCase(&b, c); err != nil {
			t.Fatalf("encode: %v", err)
		}
		again, err := DecodeCase(&b)
		if err != nil {
			t.Fatalf("decode what was encoded: %v", err)
		}
		if diff := same(c, again); diff != "" {
			t.Errorf("case (-first +second):\n%s", diff)
		}
	})
}

func FuzzDecodeDunning(f *testing.F) {
	for _, text := range []string{
		"", "[]", "{}", everyDunningField, fill(inDunning, `"policy":"SE","plan":`+aPlanInCase), fill(inDunning, `"loan":{"installments":[{}]},"facts":5`),
		fill(inLoan, `"installments":[{"no":1,"due":"2024-02-01","amount":"250.00"},{"no":1},7]`), fill(inLoan, `"installments":{}`),
		fill(inLevel, `"kind":"demand","requires":["reminder",5],"gate":{"shares":[{"percent":"1001"}]},"term":{"from":"x"}`),
		fill(inPolicy, `"maxStep":0,"buckets":[1,1],"minimum":{"amount":"0.00"},"deadlines":[{}],"calendar":"XX","grace":{"roll":true}`),
		`{"currency":"X","jurisdiction":7,"claims":[],"loan":{"nominal":"1.00","installments":[{"no":1e9,"amount":"1.00"}]},"policy":{"levels":[5]}}`,
	} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		q, err := DecodeDunning(bytes.NewReader(text))
		again, second := DecodeDunning(bytes.NewReader(text))
		if diff := sameDunning(q, again); diff != "" || fmt.Sprint(err) != fmt.Sprint(second) {
			t.Fatalf("read twice: %v, then %v\n%s", err, second, diff)
		}
		for _, problem := range ledger.AsProblems(err) {
			if problem.Message == "" || problem.Path != "" && problem.Path[0] != '/' {
				t.Errorf("problem %q at %q, want words and a JSON Pointer", problem.Message, problem.Path)
			}
		}
		if n := len(ledger.AsProblems(err)); n > MaxProblems+1 {
			t.Errorf("%d problems", n)
		}
		if err == nil {
			if err := errors.Join(q.Request.Validate(), q.Request.Case.Validate()); err != nil {
				t.Errorf("read without problems, and has some: %v", err)
			}
		}
	})
}

func FuzzDecodePlan(f *testing.F) {
	for _, text := range []string{
		"", "[]", "{}", everyPlanField, fill(inPlan, ""), fill(inCasePlan, `"amount":"500.00",`), `{"case":5,"debt":"1.00"}`,
		fill(inPlan, `"interest":{"basis":"reference","series":"SE","from":"2024-01-01"},"settleOn":"2024-10-01",`),
		fill(inPlan, `"periods":[{"no":2}],"deviations":[{"no":1}],"freeMonths":[13],"count":-1,`),
		`{"currency":"EUR","type":"bullet","start":"2024-07-01","case":{"currency":"SEK","claims":[{"id":1}],"jurisdiction":7}}`,
	} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		p, err := DecodePlan(bytes.NewReader(text))
		again, second := DecodePlan(bytes.NewReader(text))
		if diff := samePlan(p, again); diff != "" || fmt.Sprint(err) != fmt.Sprint(second) {
			t.Fatalf("read twice: %v, then %v\n%s", err, second, diff)
		}
		for _, problem := range ledger.AsProblems(err) {
			if problem.Message == "" || problem.Path != "" && problem.Path[0] != '/' {
				t.Errorf("problem %q at %q, want words and a JSON Pointer", problem.Message, problem.Path)
			}
		}
		if n := len(ledger.AsProblems(err)); n > MaxProblems+1 {
			t.Errorf("%d problems", n)
		}
		if err == nil {
			valid(t, p)
		}
	})
}

// valid checks that a plan read without problems has none.
func valid(t *testing.T, p Plan) {
	t.Helper()
	d := &planDecoder{over: p.Case != nil}
	d.currency = p.Request.Debt.Currency()
	if d.over {
		d.currency = p.Case.Currency
		if err := p.Case.Validate(); err != nil {
			t.Errorf("read without problems, and its case has some: %v", err)
		}
	}
	if err := d.validate(p); err != nil {
		t.Errorf("read without problems, and has some: %v", err)
	}
}
