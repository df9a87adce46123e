package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/internal/golden"
)

// goodCase is a Swedish consumer case with a fee and a payment.
const goodCase = `{
  "id": "SE-1001", "currency": "SEK", "jurisdiction": "SE", "debtor": "consumer",
  "claims": [{"id": "INV-1", "principal": "10000.00", "issued": "2024-01-01", "due": "2024-01-31"}],
  "fees": [{"id": "F-1", "code": "reminder", "date": "2024-02-15", "amount": "60.00"}],
  "payments": [{"id": "P-1", "date": "2024-05-10", "recorded": "2024-05-12", "amount": "2500.00"}]
}`

// bankCase follows a series that only a table of one's own knows.
const bankCase = `{
  "id": "B-1", "currency": "EUR",
  "claims": [{"id": "L-1", "kind": "loan", "principal": "1000.00", "due": "2025-01-31",
    "interest": {"basis": "reference", "series": "MY-BANK", "margin": "1"}}]
}`

const bankTable = `# series: MY-BANK
# name: lending rate
# unit: percent per year
# changes: any-day
# known-through: 2025-12-31
valid_from,value,citation,source,url,evidence
2025-01-01,4.25,terms of business 7,price list 2025,,sourced
`

// ownSE and ownMargin replace what is built in for Sweden.
const ownSE = `# series: SE
# jurisdiction: SE
# name: reference rate by our own reading
# unit: percent per year
# changes: half-year
# known-through: 2026-12-31
valid_from,value,citation,source,url,evidence
2024-01-01,5.00,our reading of the act,our own archive,,unverified
`

const ownMargin = `# series: SE-margin
# name: margin by our own reading
# unit: percent per year
# kind: margin
# changes: any-day
# known-through: 2026-12-31
valid_from,value,citation,source,url,evidence
2024-01-01,1.00,our reading of the act,our own archive,,sourced
`

// brokenTable has two problems.
const brokenTable = `# series: OTHER
# name: other rate
# unit: percent per year
# changes: any-day
# known-through: 2025-12-31
valid_from,value,citation,source,url,evidence
2025-02-30,4.25,terms,price list,,sourced
2025-03-01,much,terms,price list,,sourced
`

// folder holds the files of the tests.
func folder(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range map[string]string{
		"good.json":        goodCase,
		"bank.json":        bankCase,
		"syntax.json":      `{"id": `,
		"invalid.json":     `{"id": "X", "currency": "SEK", "jurisdiction": "SE", "debtor": "somebody", "claims": [{"id": "A", "principal": "1.00", "due": "2026-02-30"}, {"id": "B", "principal": "1.00", "due": "2026-02-28", "interest": {"basis": "reference", "series": "XX"}}]}`,
		"odd-name.json":    "{\"id\": \"X\", \"cur\\nrency\\u001b\": \"SEK\"}",
		"tables/bank.csv":  bankTable,
		"tables/notes.txt": "not a table",
		"broken/other.csv": brokenTable,
		"empty/notes.txt":  "not a table",
		"own/se.csv":       ownSE,
		"own/margin.csv":   ownMargin,
	} {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// result is what a run left behind.
type result struct {
	code           int
	stdout, stderr string
}

// invoke runs the command line with the test files as $ and the day 2024-12-31.
func invoke(t *testing.T, dir, stdin, line string) result {
	t.Helper()
	args := strings.Fields(line)
	for i := range args {
		args[i] = strings.ReplaceAll(args[i], "$", dir)
	}
	var stdout, stderr bytes.Buffer
	today := func() calendar.Date { return calendar.MustDate(2024, 12, 31) }
	code := run(args, strings.NewReader(stdin), &stdout, &stderr, today)
	return result{code, stdout.String(), strings.ReplaceAll(stderr.String(), dir, "$")}
}

func TestDone(t *testing.T) {
	dir := folder(t)
	for _, c := range []struct {
		line, stdin string
		want        []string
	}{
		{"statement $/good.json", "", []string{"Case      SE-1001", "As of     2024-12-31", "CLAIM INV-1", "reminder"}},
		{"statement --as-of 2024-09-15 $/good.json", "", []string{"As of     2024-09-15", "days past due: 228", "F-1, fee"}},
		{"statement $/good.json --as-of=2024-09-15", "", []string{"As of     2024-09-15"}},
		{"statement --as-of 2024-09-15 --from native --format text -", goodCase, []string{"SE-1001"}},
		{"statement --as-of 2024-09-15 --known-at 2024-05-11 $/good.json", "", []string{"Known at  2024-05-11", "Original principal   10000.00"}},
		{"statement --as-of 2024-09-15 --known-at 1900-01-01 $/good.json", "", []string{"Owed      0.00 SEK"}},
		{"statement --as-of 1900-01-01 $/good.json", "", []string{"Owed      0.00 SEK"}},
		{"statement --as-of 2024-09-15 --format json $/good.json", "", []string{`"case":"SE-1001"`, `"asOf":"2024-09-15"`}},
		{"statement --as-of 2025-03-31 --rates $/tables $/bank.json", "", []string{"reference rate MY-BANK 4.25 % + 1", "5.25"}},
		{"statement --as-of 2026-03-31 --rates $/tables --extend-rates $/bank.json", "", []string{"provisional"}},
		{"payoff --on 2024-09-15 $/good.json", "", []string{"PAYOFF", "Paid on   2024-09-15", "To pay"}},
		{"payoff --on 2024-09-15 --format json -", goodCase, []string{`"on":"2024-09-15"`, `"breakdown"`}},
		{"rates", "", []string{"SERIES AT", "SERIES SE", "SERIES NL-commercial"}},
		{"rates SE", "", []string{"SERIES SE", "referensränta", "Known through"}},
		{"rates --format json NO", "", []string{`"series":"NO"`, `"knownThrough"`}},
		{"statement --as-of 2026-09-15 --rates $/own $/good.json", "", []string{
			"reference rate SE 5 % + 1", "our own archive", "our reading of the act", "rests on unverified evidence"}},
		{"diff --as-of 2024-09-15 --old-known-at 2024-05-11 $/good.json", "", []string{"then all", "INV-1", "principal", "-2111.23", "2024-05-10"}},
		{"diff --as-of 2024-09-15 --known-at 2024-05-11 --format json $/good.json", "", []string{`"component":"principal"`, `"by":"2111.23"`, `"from":"2024-05-10"`}},
		{"diff --as-of 2024-05-11 --old-known-at 2024-05-12 $/good.json", "", []string{"Nothing changed."}},
		{"diff --as-of 2024-09-15 $/good.json -", goodCase, []string{"Nothing changed."}},
		{"rates --rates $/own SE", "", []string{"reference rate by our own reading", "our own archive", "2026-12-31"}},
		{"rates --extend-rates SE", "", []string{"the last value goes on, provisionally", "Superseded", "2012-07-02"}},
		{"rates --format json --extend-rates SE", "", []string{`"extended":true`}},
		{"rates --rates $/tables MY-BANK", "", []string{"SERIES MY-BANK", "4.25"}},
		{"rates --rates $/tables", "", []string{"SERIES MY-BANK", "SERIES SE"}},
		{"version", "", []string{"skuld ", "rate tables sha256:"}},
		{"version --rates $/own", "", []string{"skuld ", "rate tables sha256:"}},
		{"help", "", []string{"skuld statement [flags] FILE", "skuld payoff [flags] --on DATE FILE", "skuld rates [flags] [SERIES]", "skuld version", "--known-at DATE"}},
		{"--help", "", []string{"skuld statement", "Exit: 0 done"}},
		{"-h", "", []string{"skuld statement"}},
		{"help payoff", "", []string{"skuld payoff", "--on DATE"}},
		{"help help", "", []string{"skuld statement"}},
		{"statement --help", "", []string{"skuld statement [flags] FILE", "--as-of DATE"}},
		{"rates -h", "", []string{"skuld rates"}},
	} {
		t.Run(c.line, func(t *testing.T) {
			r := invoke(t, dir, c.stdin, c.line)
			if r.code != exitDone || r.stderr != "" {
				t.Fatalf("exit %d, standard error %q, want 0 and nothing", r.code, r.stderr)
			}
			text := strings.ReplaceAll(r.stdout, `": `, `":`)
			for _, want := range c.want {
				if !strings.Contains(text, want) {
					t.Errorf("%q is missing in\n%s", want, r.stdout)
				}
			}
		})
	}
}

func TestInvalid(t *testing.T) {
	dir := folder(t)
	for _, c := range []struct {
		line, stdin string
		want        []string // the start of each line
	}{
		{"statement $/none.json", "", []string{"$/none.json: no such file or directory, want a case file"}},
		{"statement $/tables", "", []string{"$/tables: is a directory, want a case file"}},
		{"statement $/syntax.json", "", []string{"$/syntax.json: "}},
		{"payoff --on 2024-09-15 -", "", []string{"standard input: "}},
		{"statement -", "[]", []string{"standard input: "}},
		{"statement $/invalid.json", "", []string{"/debtor: ", "/claims/0/due: ", `/claims/1/interest/series: "XX" is not a known series, want one of`}},
		{"statement $/odd-name.json", "", []string{"/cur rency\ufffd: ", "/currency: ", "/claims: "}},
		{"statement --as-of 2025-03-31 $/bank.json", "", []string{`/claims/0/interest/series: "MY-BANK" is not a known series`}},
		{"statement --as-of 2026-03-31 --rates $/tables $/bank.json", "", []string{"/claims/0/interest: "}},
		{"payoff --on 2026-03-31 --rates $/tables $/bank.json", "", []string{"/claims/0/interest: "}},
		{"statement --rates $/none $/good.json", "", []string{"$/none: no such file or directory, want a directory of rate tables"}},
		{"statement --rates $/good.json $/good.json", "", []string{"$/good.json: is no directory, want a directory of rate tables"}},
		{"version --rates $/none", "", []string{"$/none: no such file or directory, want a directory of rate tables"}},
		{"version --rates $/broken", "", []string{"$/broken/other.csv:7: valid_from: ", "$/broken/other.csv:8: value: "}},
		{"statement -", partOf(`"interest": {"from": "2024-13-01", "basis": "fixed", "rate": "5"}`), []string{"/claims/0/interest/from: "}},
		{"statement -", partOf(`"due": "2024-01-31", "interest": {"basis": "statutory"}}], "jurisdiction": 5, "holds": [{"id": "H"`), []string{
			"/jurisdiction: the number 5, want a string", "/holds/0/scope: missing", "/holds/0/from: missing"}},
		{"statement -", partOf(`"due": "2024-01-31", "interest": {"basis": "fixed", "rate": "5", "agreed": 7, "cutoff": "2024-05-01"}`), []string{
			"/claims/0/interest/agreed: the number 7, want an object"}},
		{"statement -", `{"id": "X", "currency": "SEK", "debtors": [{"id": 1}], "claims": [{"id": 2, "principal": "1.00", "due": "2024-01-31"}],
			"payments": [{"id": "P", "date": "2024-05-10", "amount": "1.00", "by": "1", "specification": [{"item": "2", "component": "principal", "amount": "1.00"}]}]}`,
			[]string{"/debtors/0/id: ", "/claims/0/id: "}},
		{"statement -", `{"holds": ` + strings.Repeat("[", 40) + strings.Repeat("]", 40) + `}`, []string{"/holds/0"}},
		{"statement --rates $/empty $/good.json", "", []string{"$/empty: "}},
		{"rates --rates $/broken", "", []string{"$/broken/other.csv:7: valid_from: ", "$/broken/other.csv:8: value: "}},
		{"rates XX", "", []string{"XX: is not a known series, want one of AT, AT-margin-business"}},
	} {
		t.Run(c.line, func(t *testing.T) {
			r := invoke(t, dir, c.stdin, c.line)
			if r.code != exitInvalid || r.stdout != "" {
				t.Fatalf("exit %d, standard output %q, want 1 and nothing\n%s", r.code, r.stdout, r.stderr)
			}
			lines := strings.Split(strings.TrimSuffix(r.stderr, "\n"), "\n")
			if len(lines) != len(c.want) {
				t.Fatalf("%d problems, want %d:\n%s", len(lines), len(c.want), r.stderr)
			}
			for _, want := range c.want {
				if !strings.Contains("\n"+r.stderr, "\n"+want) {
					t.Errorf("no line starts with %q:\n%s", want, r.stderr)
				}
			}
		})
	}
}

func TestUsage(t *testing.T) {
	dir := folder(t)
	for _, c := range []struct{ line, want string }{
		{"", "no command"},
		{"nonsense", `"nonsense" is not a command`},
		{"--as-of 2024-01-01 statement -", `"--as-of" is not a command`},
		{"dunning", "want one FILE"},
		{"dunning $/good.json $/bank.json", "want one FILE"},
		{"dunning --on 2024-01-01 -", "unknown flag: --on"},
		{"dunning --format html -", "want text or json"},
		{"dunning --from aptic -", "want native or solaris"},
		{"dunning --zone UTC -", "--zone beside --from native"},
		{"dunning --from solaris --answer all -", "want case, list or notifications"},
		{"dunning --from solaris --answer list -", "--answer picks a shape of JSON"},
		{"dunning --from solaris --answer list --format json --timeline 2025-02-01 -", "--answer picks a shape of JSON"},
		{"dunning --answer list --format json -", "--answer beside --from native"},
		{"statement --from rival --base EUR -", "--base beside --from rival"},
		{"dunning --timeline 2024-12-30 -", "--timeline 2024-12-30 is before the as-of day 2024-12-31, want that day or later"},
		{"dunning --as-of 2024-03-01 --timeline soon -", `"soon" is not a date`},
		{"portfolio --workers 4", "portfolio is not in this version"},
		{"fees", `--jurisdiction "", want AT, DE, DK, EU, FI, GB, NL, NO or SE`},
		{"fees --jurisdiction XX", `--jurisdiction "XX"`},
		{"fees --jurisdiction SE x", `"x" after the command`},
		{"fees --jurisdiction SE --tariffs=", "--tariffs is empty"},
		{"statement --tariffs= -", "--tariffs is empty"},
		{"help portfolio", "portfolio is not in this version"},
		{"help nonsense", `"nonsense" is not a command`},
		{"help rates version", "want at most one"},
		{"statement", "want one FILE"},
		{"statement $/good.json $/bank.json", "want one FILE"},
		{"statement --as-off 2024-01-01 -", "unknown flag: --as-off"},
		{"statement --on 2024-01-01 -", "unknown flag: --on"},
		{"statement --as-of 2026-02-30 -", `"2026-02-30" is not a date, want YYYY-MM-DD`},
		{"statement --as-of 2201-01-01 -", "want a year from 1900 through 2200"},
		{"statement --as-of= -", "is not a date"},
		{"statement --as-of", "flag needs an argument"},
		{"statement --format html -", "html is not in this version, want text or json"},
		{"statement --format xml -", "want text or json"},
		{"statement --from solaris -", "want native, aptic or rival"},
		{"statement --from rival --zone Nowhere/Else -", "is not a time zone"},
		{"statement --from aptic --jurisdiction XX -", "--jurisdiction \"XX\", want AT"},
		{"statement --debtor consumer -", "--debtor beside --from native"},
		{"statement --from other -", "want native"},
		{"statement --rates= -", "--rates is empty"},
		{"diff --as-of 2024-09-15 $/good.json", "nothing to compare"},
		{"diff --as-of 2024-09-15 - -", "2 files"},
		{"diff --as-of 2024-09-15", "0 files"},
		{"payoff $/good.json", "want --on DATE"},
		{"payoff --on 2024-01-01", "want one FILE"},
		{"payoff --on 2024-01-01 --format html -", "want text or json"},
		{"plan", "want one FILE"},
		{"plan --format html -", "html is not in this version, want text or json"},
		{"plan --from rival -", "want native or aptic"},
		{"plan --as-of 2024-01-01 -", "unknown flag: --as-of"},
		{"rates SE NO", "want at most one"},
		{"version 2", `"2" after the command`},
		{"version --format json", "unknown flag: --format"},
		{"version --extend-rates", "unknown flag: --extend-rates"},
		{"version --rates=", "--rates is empty"},
	} {
		t.Run(c.line, func(t *testing.T) {
			r := invoke(t, dir, goodCase, c.line)
			if r.code != exitUsage || r.stdout != "" {
				t.Fatalf("exit %d, standard output %q, want 2 and nothing\n%s", r.code, r.stdout, r.stderr)
			}
			if !strings.Contains(r.stderr, c.want) || !strings.HasPrefix(r.stderr, "skuld") || strings.Count(r.stderr, "\n") != 1 {
				t.Errorf("standard error %q, want one line with %q", r.stderr, c.want)
			}
		})
	}
}

// partOf is a case that ends in the given fields of its only claim.
func partOf(fields string) string {
	return `{"id": "X", "currency": "SEK", "claims": [{"id": "A", "principal": "1.00", ` + fields + `}]}`
}

// TestVersionNamesTables: the digest of version is that of a statement on the same
// tables.
func TestVersionNamesTables(t *testing.T) {
	dir := folder(t)
	digest := func(line, stdin string) string {
		t.Helper()
		r := invoke(t, dir, stdin, line)
		found := regexp.MustCompile(`(?i)rate tables +(sha256:[0-9a-f]{64})`).FindStringSubmatch(r.stdout)
		if found == nil {
			t.Fatalf("%s: no digest in\n%s%s", line, r.stdout, r.stderr)
		}
		return found[1]
	}
	builtIn, own := digest("version", ""), digest("version --rates $/own", "")
	if builtIn == own {
		t.Errorf("the digest is %s with own tables and without", own)
	}
	for flags, want := range map[string]string{"": builtIn, " --rates $/own": own, " --rates $/own --extend-rates": own} {
		if got := digest("statement --as-of 2024-09-15 -"+flags, goodCase); got != want {
			t.Errorf("statement%s names tables %s, version names %s", flags, got, want)
		}
	}
}

// TestJSONIsJSON reads the machine form back.
func TestJSONIsJSON(t *testing.T) {
	dir := folder(t)
	for _, line := range []string{
		"statement --as-of 2024-09-15 --format json $/good.json", "payoff --on 2024-09-15 --format json $/good.json", "rates --format json",
	} {
		if r := invoke(t, dir, "", line); !json.Valid([]byte(r.stdout)) {
			t.Errorf("%s: not JSON:\n%s%s", line, r.stdout, r.stderr)
		}
	}
}

// TestRepeats runs the same line twice: text depends on nothing but its input.
func TestRepeats(t *testing.T) {
	dir := folder(t)
	const line = "statement --as-of 2024-09-15 $/good.json"
	if a, b := invoke(t, dir, "", line), invoke(t, dir, "", line); a != b {
		t.Errorf("two runs differ:\n%s\n%s", a.stdout, b.stdout)
	}
}

// TestTextAndJSONAgree compares the total of both forms.
func TestTextAndJSONAgree(t *testing.T) {
	dir := folder(t)
	var st struct{ Totals struct{ Total string } }
	if err := json.Unmarshal([]byte(invoke(t, dir, "", "statement --as-of 2024-09-15 --format json $/good.json").stdout), &st); err != nil {
		t.Fatal(err)
	}
	text := invoke(t, dir, "", "statement --as-of 2024-09-15 $/good.json").stdout
	if want := "Owed      " + st.Totals.Total + " SEK"; !strings.Contains(text, want) {
		t.Errorf("%q is missing in\n%s", want, text)
	}
}

// TestPayoffPays adds the payoff to the case as a payment: nothing is left.
func TestPayoffPays(t *testing.T) {
	dir := folder(t)
	var p struct{ Amount string }
	if err := json.Unmarshal([]byte(invoke(t, dir, "", "payoff --on 2024-09-15 --format json $/good.json").stdout), &p); err != nil {
		t.Fatal(err)
	}
	paid := strings.Replace(goodCase, `"payments": [`, `"payments": [{"id": "P-2", "date": "2024-09-15", "amount": "`+p.Amount+`"}, `, 1)
	if r := invoke(t, dir, paid, "statement --as-of 2024-09-15 -"); !strings.Contains(r.stdout, "Owed      0.00 SEK") {
		t.Errorf("paying %s leaves something open:\n%s%s", p.Amount, r.stdout, r.stderr)
	}
}

// full is a writer that takes half of the first piece.
type full struct{}

func (full) Write(b []byte) (int, error) { return len(b) / 2, errors.New("no space left on device") }

func TestWriteError(t *testing.T) {
	var stderr bytes.Buffer
	code := run([]string{"rates", "SE"}, strings.NewReader(""), full{}, &stderr, nil)
	if code != exitInvalid || !strings.HasPrefix(stderr.String(), "standard output: no space left on device") {
		t.Errorf("exit %d, standard error %q", code, stderr.String())
	}
}

// TestHelpIsWhole mentions every command and keeps to its width.
func TestHelpIsWhole(t *testing.T) {
	text := invoke(t, "", "", "help").stdout
	for _, cmd := range commands() {
		if !regexp.MustCompile(`(?m)^skuld ` + cmd.name + `\b`).MatchString(text) {
			t.Errorf("%s is missing in the help", cmd.name)
		}
	}
	for _, line := range strings.Split(text, "\n") {
		if len(line) > helpWidth {
			t.Errorf("line of %d columns, want at most %d: %s", len(line), helpWidth, line)
		}
	}
}

// TestHelpText shows the help as users see it.
func TestHelpText(t *testing.T) {
	f, err := golden.Read(filepath.Join("testdata", "help.golden"))
	if err != nil {
		t.Fatal(err)
	}
	text := invoke(t, "", "", "help").stdout
	if golden.Updating() {
		if err := f.Rewrite([]byte(text)); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(string(f.Body), text); diff != "" {
		t.Errorf("help (-want +got):\n%s", diff)
	}
}

// FuzzStatement feeds any bytes as a case: either a statement and nothing on
// standard error, or problems, one in each line, and nothing on standard output.
func FuzzStatement(f *testing.F) {
	for _, seed := range []string{goodCase, bankCase, "", "{}", "[1]", `{"id":"A","claims":[{}]}`} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var stdout, stderr bytes.Buffer
		code := run([]string{"statement", "--as-of", "2024-12-31", "-"}, bytes.NewReader(data), &stdout, &stderr, nil)
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
