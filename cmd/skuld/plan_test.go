package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"testing"
)

// debtPlan is a plan over a bare debt: two rows of 30 and 30 days at 12 %, by hand
// 1000.00 × 30/360 × 12 % = 10.00, 507.51 to pay (497.51 of it principal), then
// 502.49 × 30/360 × 12 % = 5.02 and 507.51 to pay.
const debtPlan = `{"currency": "SEK", "type": "annuity", "debt": "1000.00", "interest": {"basis": "fixed", "rate": "12", "dayCount": "30E/360"},
	"start": "2024-07-01", "count": 2$}`

// casePlan is a plan over goodCase, bankPlan one whose rate only a table of one's own
// knows.
const (
	casePlan = `{"type": "annuity", "start": "2024-06-30", "count": 4, "case": ` + goodCase + `$}`
	bankPlan = `{"currency": "EUR", "type": "linear", "debt": "1000.00", "interest": {"basis": "reference", "series": "MY-BANK", "margin": "1"}, "start": "2025-03-01", "count": 3}`
)

func with(file, fields string) string { return strings.Replace(file, "$", fields, 1) }

func TestPlan(t *testing.T) {
	dir := folder(t)
	for _, c := range []struct {
		line, file string
		want       []string
	}{
		{"plan -", with(debtPlan, ""), []string{"PAYMENT PLAN", "Debt    1000.00 SEK on 2024-07-01", "The next payment is 507.51 SEK by 2024-08-01. 2 rows are not paid.", "12 % a year from 2024-07-01 through 2024-08-31."}},
		{"plan --format json -", with(debtPlan, ""), []string{`"level":"507.51"`, `"interest":"5.02"`, `"closing":"502.49"`, `"remainingCount":2`, `"apr":"12.68"`, `"findings":[]`}},
		{"plan --format json -", with(debtPlan, `, "payments": [{"id": "P-1", "date": "2024-07-30", "amount": "507.51"}], "asOf": "2024-08-15"`), []string{
			`"paidDate":"2024-07-30"`, `"remainingCount":1`, `"state":"active"`}},
		{"plan -", with(debtPlan, `, "settleOn": "2024-08-01"`), []string{"EARLY SETTLEMENT", "with value date 2024-08-01 settles the plan."}},
		{"plan -", with(casePlan, ""), []string{"Case    SE-1001", "WHAT THE ROWS SETTLE", "INV-1, principal"}},
		{"plan --format json -", with(casePlan, ""), []string{`"case":"SE-1001"`, `"currency":"SEK"`}},
		{"plan --format json -", strings.Replace(with(debtPlan, `, "search": {"maxAmount": "400.00"}`), `, "count": 2`, "", 1), []string{`"candidates":[`, `"count":3`, `"reason":""`}},
		{"plan -", strings.Replace(with(debtPlan, `, "search": {"maxAmount": "400.00"}`), `, "count": 2`, "", 1), []string{"PLANS FOUND", "THE BEST ONE, 3 ROWS"}},
		{"plan -", strings.Replace(with(debtPlan, `, "search": {"maxAmount": "400.00", "maxCount": 2}`), `, "count": 2`, "", 1), []string{"PLANS FOUND\n\n  None: "}},
		{"plan --rates $/tables -", bankPlan, []string{"5.25 % a year"}},
		{"plan --rates $/tables --extend-rates -", strings.Replace(bankPlan, "2025-03-01", "2026-03-01", 1), []string{"5.25 % a year (provisional)"}},
	} {
		t.Run(c.line, func(t *testing.T) {
			r := invoke(t, dir, c.file, c.line)
			if r.code != exitDone || r.stderr != "" {
				t.Fatalf("exit %d, standard error %q, want 0 and nothing", r.code, r.stderr)
			}
			if strings.Contains(c.line, "json") {
				var b bytes.Buffer
				if err := json.Compact(&b, []byte(r.stdout)); err != nil {
					t.Fatal(err)
				}
				r.stdout = b.String()
			}
			for _, want := range c.want {
				if !strings.Contains(r.stdout, want) {
					t.Errorf("%q is missing in\n%s", want, r.stdout)
				}
			}
		})
	}
}

// Everything that is wrong with a plan is said in one run, also what rules and tables
// refuse.
func TestPlanInvalid(t *testing.T) {
	dir := folder(t)
	for _, c := range []struct {
		line, file string
		want       []string // the start of each line
	}{
		{"plan -", "", []string{"standard input: "}},
		{"plan $/none.json", "", []string{"$/none.json: no such file or directory, want a plan file"}},
		{"plan -", with(debtPlan, `, "first": "2024-13-01", "jurisdiction": "XX"`), []string{"/first: ", `/jurisdiction: "XX" has no rules here`}},
		{"plan -", strings.Replace(with(debtPlan, `, "step": 1`), `"basis": "fixed", "rate": "12"`, `"basis": "reference", "series": "XX"`, 1), []string{
			"/step: the number 1", `/interest/series: "XX" is not a known series`}},
		{"plan -", with(casePlan, `, "grace": {"rows": 1}`), []string{"/grace/rows: unknown field"}},
		{"plan -", strings.Replace(with(casePlan, ""), `"due": "2024-01-31"`, `"due": "2024-01-31", "interest": {"basis": "reference", "series": "XX"}`, 1), []string{
			`/case/claims/0/interest/series: "XX" is not a known series`}},
		{"plan --rates $/tables -", strings.Replace(bankPlan, "2025-03-01", "2026-03-01", 1), []string{"/interest: "}},
		{"plan -", strings.Replace(with(debtPlan, ""), `"count": 2`, `"amount": "1.00"`, 1), []string{"/amount: "}},
	} {
		t.Run(c.line, func(t *testing.T) {
			r := invoke(t, dir, c.file, c.line)
			if r.code != exitInvalid || r.stdout != "" {
				t.Fatalf("exit %d, standard output %q, want 1 and nothing\n%s", r.code, r.stdout, r.stderr)
			}
			lines := strings.Split(strings.TrimSuffix(r.stderr, "\n"), "\n")
			if len(lines) != len(c.want) {
				t.Fatalf("%d problems, want %d:\n%s", len(lines), len(c.want), r.stderr)
			}
			for i, want := range c.want {
				if !strings.HasPrefix(lines[i], want) {
					t.Errorf("line %d is %q, want it to start with %q", i, lines[i], want)
				}
			}
		})
	}
}

// Both forms say the same.
func TestPlanTextAndJSONAgree(t *testing.T) {
	file := with(debtPlan, "")
	var s struct {
		Rows   []struct{ Amount, Closing string }
		Totals struct{ Amount string }
	}
	if err := json.Unmarshal([]byte(invoke(t, "", file, "plan --format json -").stdout), &s); err != nil {
		t.Fatal(err)
	}
	text := invoke(t, "", file, "plan -").stdout
	for _, want := range []string{fmt.Sprintf("To pay  %s SEK in all", s.Totals.Amount), s.Rows[0].Amount, s.Rows[0].Closing} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is missing in\n%s", want, text)
		}
	}
}

// FuzzPlan feeds any bytes as a plan: either a plan and nothing on standard error, or
// problems, one in each line, and nothing on standard output.
func FuzzPlan(f *testing.F) {
	for _, seed := range []string{with(debtPlan, ""), with(casePlan, ""), with(debtPlan, `, "asOf": "2024-08-15"`), "", "{}", `{"case": {"claims": [{}]}}`} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var stdout, stderr bytes.Buffer
		code := run([]string{"plan", "-"}, bytes.NewReader(data), &stdout, &stderr, nil)
		switch {
		case code == exitDone && stdout.Len() > 0 && stderr.Len() == 0:
		case code == exitInvalid && stdout.Len() == 0 && bytes.HasSuffix(stderr.Bytes(), []byte("\n")):
			for _, line := range strings.Split(strings.TrimSuffix(stderr.String(), "\n"), "\n") {
				if !strings.HasPrefix(line, "/") && !strings.HasPrefix(line, "standard input: ") {
					t.Errorf("no path in %q", line)
				}
			}
		default:
			t.Errorf("exit %d, standard output %q, standard error %q", code, stdout.String(), stderr.String())
		}
	})
}
