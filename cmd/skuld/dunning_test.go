package main

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
)

// remindedCase is goodCase after its reminder; bankLoan a loan whose claims are its
// installments, with a debit that came back.
const (
	remindedCase = `{
  "id": "SE-1001", "currency": "SEK", "jurisdiction": "SE", "debtor": "consumer",
  "claims": [{"id": "INV-1", "principal": "10000.00", "issued": "2024-01-01", "due": "2024-01-31"}],
  "payments": [{"id": "P-1", "date": "2024-05-10", "recorded": "2024-05-12", "amount": "2500.00"}],
  "notices": [{"id": "N-1", "kind": "reminder", "sent": "2024-02-15"}]$
}`
	bankLoan = `{
  "id": "L-1", "currency": "EUR", "jurisdiction": "DE", "debtor": "consumer", "policy": "solaris-consumer", "allocation": {"preset": "DE-BGB-497"},
  "loan": {"nominal": "1000.00", "start": "2024-01-01", "months": 12, "installments": [
    {"no": 1, "due": "2024-02-01", "amount": "90.00"}, {"no": 2, "due": "2024-03-01", "amount": "90.00"}, {"no": 3, "due": "2024-04-02", "amount": "90.00"}],
    "debitReturns": [{"date": "2024-02-05", "amount": "90.00", "code": "AM04"}]}$
}`
	// ownLadder is a policy of one's own: one letter, five days after the due day, with ten
	// days to pay.
	ownLadder = `, "policy": {"name": "own", "levels": [{"kind": "reminder", "after": 5, "term": {"days": 10}}]}`
)

func TestDunning(t *testing.T) {
	dir := folder(t)
	for _, c := range []struct {
		line, file string
		want       []string
	}{
		{"dunning --as-of 2024-03-10 -", with(remindedCase, ""), []string{"DUNNING\n", "Case         SE-1001", "Policy       SE", "reminder (level 1 of the policy)", "demand, level 2, claim track", "180.00 SEK (demand)"}},
		{"dunning --as-of 2024-03-10 --format json -", with(remindedCase, ""), []string{`"case":"SE-1001"`, `"asOf":"2024-03-10"`, `"stage":"reminder"`, `"kind":"demand"`, `"fee":"180.00"`}},
		{"dunning --format json -", with(remindedCase, ""), []string{`"asOf":"2024-12-31"`}},
		{"dunning --as-of 2024-05-11 --format json -", with(remindedCase, ""), []string{`"installments":"7`}},
		{"dunning --as-of 2024-05-11 --known-at 2024-05-11 --format json -", with(remindedCase, ""), []string{`"installments":"10000.00"`}},
		{"dunning --as-of 2024-03-10 $/good.json", "", []string{"Stage        new", "reminder, level 1, claim track"}},
		// By hand: 5 days after 2024-01-31 is 2024-02-05; ten days from 2024-02-10 end on the 20th.
		{"dunning --as-of 2024-02-10 --format json -", strings.Replace(with(remindedCase, ownLadder), `"sent": "2024-02-15"`, `"sent": "2024-03-15"`, 1), []string{
			`"policy":"own"`, `"since":"2024-02-05"`, `"deadline":"2024-02-20"`, `"fee":""`, `"daysPastDue":10`}},
		{"dunning --as-of 2024-02-10 -", with(remindedCase, `, "plan": {"type": "linear", "start": "2024-02-05", "count": 3}, "policy": "SE"`), []string{"WHAT HAS TO WAIT", "a payment plan is kept"}},
		{"dunning --as-of 2024-02-10 -", with(bankLoan, ""), []string{"sddr_notification, claim track", "It may be tried again from 2024-02-12 on.", "installment-1", "reminder, level 1"}},
		{"dunning --as-of 2024-02-01 --timeline 2024-06-30 -", with(bankLoan, ""), []string{"TIMELINE OF DUNNING", "pre_termination_letter", "2024-04-17", "RULES"}},
		{"dunning --as-of 2024-02-01 --timeline 2024-06-30 --format json -", with(bankLoan, ""), []string{`[{"case":"L-1"`, `"kind":"termination_letter"`}},
		{"dunning --as-of 2027-03-10 --extend-rates --format json -", with(bankLoan, ""), []string{`"path":"/loan/installments/0`}},
	} {
		t.Run(c.line, func(t *testing.T) {
			r := invoke(t, dir, c.file, c.line)
			if r.code != exitDone || r.stderr != "" {
				t.Fatalf("exit %d, standard error %q, want 0 and nothing", r.code, r.stderr)
			}
			if strings.Contains(c.line, "json -") {
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

// Everything that is wrong with a file is said in one run, also what rules and tables
// refuse, and where the file has it.
func TestDunningInvalid(t *testing.T) {
	dir := folder(t)
	for _, c := range []struct {
		line, file string
		want       []string // the start of each line
	}{
		{"dunning -", "", []string{"standard input: "}},
		{"dunning $/none.json", "", []string{"$/none.json: no such file or directory, want a dunning file"}},
		{"dunning -", with(remindedCase, `, "policy": "nobody"`), []string{`/policy: "nobody"`}},
		{"dunning -", strings.Replace(with(remindedCase, ""), `, "jurisdiction": "SE", "debtor": "consumer"`, "", 1), []string{"/policy: "}},
		{"dunning -", strings.Replace(with(remindedCase, `, "policy": {"levels": []}, "facts": {"fees": true}, "plan": {"type": "linear", "debt": "1.00"}`), `"due": "2024-01-31"`,
			`"due": "2024-01-31", "interest": {"basis": "reference", "series": "XX"}`, 1), []string{
			"/plan/debt: ", "/facts/fees: unknown field", "/plan/start: missing", "/plan/count: missing", `/claims/0/interest/series: "XX" is not a known series`}},
		{"dunning -", strings.Replace(with(bankLoan, ""), `"jurisdiction": "DE"`, `"jurisdiction": "XX"`, 1), []string{`/jurisdiction: "XX" has no rules here`}},
		{"dunning -", strings.Replace(with(bankLoan, ""), `"no": 2`, `"no": 1`, 1), []string{"/loan/installments/1/no: "}},
		{"dunning -", strings.Replace(with(bankLoan, ""), `"nominal": "1000.00", `, "", 1), []string{"/loan/nominal: missing"}},
		{"dunning --as-of 2027-03-10 -", with(bankLoan, ""), []string{"/loan/installments/0: ", "/loan/installments/1: ", "/loan/installments/2: "}},
		{"dunning --as-of 2026-06-25 --timeline 2027-03-10 -", strings.Replace(with(remindedCase, ""), `"reminder", "sent"`, `"x", "sent"`, 1), []string{"/claims/0/interest: "}},
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
func TestDunningTextAndJSONAgree(t *testing.T) {
	file := with(remindedCase, "")
	var d struct {
		Stage, NextReview string
		Arrears           struct{ Total string }
		Actions           []struct{ Kind, Deadline string }
	}
	if err := json.Unmarshal([]byte(invoke(t, "", file, "dunning --as-of 2024-03-10 --format json -").stdout), &d); err != nil {
		t.Fatal(err)
	}
	text := invoke(t, "", file, "dunning --as-of 2024-03-10 -").stdout
	for _, want := range []string{d.Stage, "Next review  " + d.NextReview, d.Arrears.Total, d.Actions[0].Kind, "Deadline   " + d.Actions[0].Deadline} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is missing in\n%s", want, text)
		}
	}
}

// A dunning file of a case alone is a case file.
func TestDunningTakesCases(t *testing.T) {
	dir := folder(t)
	if r := invoke(t, dir, "", "dunning --as-of 2024-09-15 $/good.json"); r.code != exitDone {
		t.Errorf("exit %d: %s", r.code, r.stderr)
	}
	if r := invoke(t, dir, with(remindedCase, `, "plan": {"type": "linear", "start": "2024-02-05", "count": 3}`), "statement --as-of 2024-03-10 -"); r.code != exitDone {
		t.Errorf("exit %d: %s", r.code, r.stderr)
	}
}

// FuzzDunning feeds any bytes as a dunning file: either a decision and nothing on standard
// error, or problems, one in each line, and nothing on standard output.
func FuzzDunning(f *testing.F) {
	for _, seed := range []string{with(remindedCase, ""), with(remindedCase, ownLadder), with(bankLoan, ""), "", "{}", `{"loan": {"installments": [{}]}, "policy": {"levels": [{}]}}`} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var stdout, stderr bytes.Buffer
		code := run([]string{"dunning", "--as-of", "2024-03-10", "-"}, bytes.NewReader(data), &stdout, &stderr, nil)
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
