package main

import (
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"
)

// Every case of another system among the documents is answered without further flags, as
// text and in the system's own shape.
func TestForeignCases(t *testing.T) {
	for _, c := range []struct{ system, command string }{
		{"aptic", "statement"}, {"rival", "statement"}, {"solaris", "dunning"},
	} {
		files, err := filepath.Glob(filepath.Join("..", "..", "testdata", "wire", c.system, "*case*.json"))
		if err != nil || len(files) < 10 {
			t.Errorf("%s: %d documents, %v, want at least 10", c.system, len(files), err)
		}
		for _, file := range files {
			t.Run(c.system+" "+filepath.Base(file), func(t *testing.T) {
				line := c.command + " --as-of 2025-01-15 --from " + c.system + " "
				text := invoke(t, t.TempDir(), "", line+file)
				answer := invoke(t, t.TempDir(), "", line+"--format json "+file)
				if text.code != exitDone || answer.code != exitDone || text.stdout == "" || !json.Valid([]byte(answer.stdout)) {
					t.Errorf("exits %d and %d: %s%s", text.code, answer.code, text.stderr, answer.stderr)
				}
			})
		}
	}
}

func TestForeignAnswers(t *testing.T) {
	wire := filepath.Join("..", "..", "testdata", "wire")
	for _, c := range []struct {
		line string
		want []string
	}{
		{"statement --as-of 2024-09-30 --from aptic --format json " + wire + "/aptic/se-consumer-case.json", []string{`"remainingPrincipal"`, `870.37`}},
		{"payoff --on 2024-09-30 --from aptic --format json " + wire + "/aptic/se-consumer-case.json", []string{`"amount"`, `"on": "2024-09-30"`}},
		{"statement --as-of 2024-12-31 --from aptic --format json " + wire + "/aptic/fi-b2c-case.json", []string{`"remainingSum": 3633.21`}},
		{"payoff --on 2024-09-30 --from rival " + wire + "/rival/v1-case.json", []string{"PAYOFF"}},
		{"plan --from aptic --format json " + wire + "/aptic/plan-annuity.json", []string{`"annualPercentage"`}},
		{"dunning --as-of 2024-06-15 --from solaris --format json --answer notifications " + wire + "/solaris/case-terminated.json", []string{`"type"`, `"created_at"`}},
		{"dunning --as-of 2024-06-15 --from solaris --format json --answer list " + wire + "/solaris/case-terminated.json", []string{`"total_overdue_amount"`}},
		{"dunning --as-of 2024-03-01 --timeline 2024-12-31 --from solaris " + wire + "/solaris/case-first-reminder.json", []string{"TIMELINE"}},
	} {
		r := invoke(t, t.TempDir(), "", c.line)
		if r.code != exitDone {
			t.Errorf("%s: exit %d, %s", c.line, r.code, r.stderr)
		}
		for _, w := range c.want {
			if !strings.Contains(r.stdout, w) {
				t.Errorf("%s: no %s in\n%s", c.line, w, r.stdout)
			}
		}
	}
}

// Problems stand at the fields of the document that came in.
func TestForeignProblems(t *testing.T) {
	for _, c := range []struct{ line, file, want string }{
		{"statement --from aptic -", `{"caseNumber": "1", "currencyCode": "SEK", "debts": [{"billDate": 7}]}`, "/debts/0/billDate: "},
		{"statement --from rival -", `{"CaseIDNew": 1, "Invoices": [{"PrincipalAmount": "x"}]}`, "/Invoices/0/PrincipalAmount: "},
		{"dunning --from solaris -", `{"strategy": "robot"}`, "/strategy: "},
	} {
		r := invoke(t, t.TempDir(), c.file, c.line)
		if r.code != exitInvalid || r.stdout != "" || !strings.Contains(r.stderr, c.want) {
			t.Errorf("%s: exit %d, %q, want %s", c.line, r.code, r.stderr, c.want)
		}
	}
}
