package law_test

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/law"
)

const goodFile = `# series: BANK-1
# jurisdiction: SE
# name: a bank's list: lending
# unit: percent per year
# citation: loan agreement § 4
# kind: total
# changes: half-year
# exceptions: 2023-03-16
# known-through: 2024-06-30
#
# note: first remark
# note: second remark: with a colon
valid_from,value,citation,source,url,evidence
2023-01-01,-0.50,,list of the bank,,sourced
2023-03-16,4,loan agreement § 4 b,"list, second edition",https://bank.example/list,secondary
2024-01-01,11.123456,,computed,,derived
`

func read(t testing.TB, file string) *law.Table[decimal.Decimal] {
	t.Helper()
	table, err := law.ReadRates(strings.NewReader(file), "bank.csv")
	if err != nil {
		t.Fatal(err)
	}
	return table
}

var compareDecimals = cmp.Comparer(func(a, b decimal.Decimal) bool { return a.Equal(b) })

func TestReadRates(t *testing.T) {
	table := read(t, goodFile)
	wantMeta := law.Meta{
		Series: "BANK-1", Jurisdiction: "SE", Name: "a bank's list: lending", Unit: law.RateUnit, Citation: "loan agreement § 4",
		Kind: law.Total, Changes: law.HalfYear, Exceptions: []calendar.Date{day("2023-03-16")}, KnownThrough: day("2024-06-30"),
		Notes: []string{"first remark", "second remark: with a colon"},
	}
	if diff := cmp.Diff(wantMeta, table.Meta()); diff != "" {
		t.Errorf("meta, want -, got +:\n%s", diff)
	}
	want := []law.Entry[decimal.Decimal]{
		{From: day("2023-01-01"), Value: decimal.New(-5, -1), Citation: "loan agreement § 4", Source: "list of the bank", Evidence: law.Sourced},
		{From: day("2023-03-16"), Value: decimal.New(4, 0), Citation: "loan agreement § 4 b", Source: "list, second edition", URL: "https://bank.example/list", Evidence: law.Secondary},
		{From: day("2024-01-01"), Value: decimal.New(11123456, -6), Citation: "loan agreement § 4", Source: "computed", Evidence: law.Derived},
	}
	if diff := cmp.Diff(want, table.Entries(), compareDecimals); diff != "" {
		t.Errorf("entries, want -, got +:\n%s", diff)
	}
}

// TestReadRatesSpellings: files that say the same in another spelling.
func TestReadRatesSpellings(t *testing.T) {
	want := read(t, goodFile)
	for name, file := range map[string]string{
		"lines end in CR LF":     strings.ReplaceAll(goodFile, "\n", "\r\n"),
		"byte order mark":        "\ufeff" + goodFile,
		"blank lines":            strings.ReplaceAll(goodFile, "# note: f", "\n# note: f"),
		"no space after #":       strings.ReplaceAll(goodFile, "# ", "#"),
		"all fields quoted":      strings.Replace(goodFile, "2024-01-01,11.123456,,computed,,derived", `"2024-01-01","11.123456","","computed","","derived"`, 1),
		"no line end at the end": strings.TrimSuffix(goodFile, "\n"),
		"keys in another order":  "# known-through: 2024-06-30\n" + strings.Replace(goodFile, "# known-through: 2024-06-30\n", "", 1),
	} {
		got := read(t, file)
		if diff := cmp.Diff(want.Meta(), got.Meta()); diff != "" {
			t.Errorf("%s: meta, want -, got +:\n%s", name, diff)
		}
		if diff := cmp.Diff(want.Entries(), got.Entries(), compareDecimals); diff != "" {
			t.Errorf("%s: entries, want -, got +:\n%s", name, diff)
		}
	}
	if got := read(t, strings.Replace(goodFile, "# kind: total\n", "", 1)).Meta().Kind; got != law.Reference {
		t.Errorf("kind of a file that names none is %q, want reference", got)
	}
}

// TestReadRatesProblems changes one thing at a time and wants exactly its message.
func TestReadRatesProblems(t *testing.T) {
	for _, c := range []struct{ old, new, want string }{
		{"2024-01-01,11.123456", "2024-02-30,11.123456", `bank.csv:16: valid_from: "2024-02-30" is not a date, want YYYY-MM-DD`},
		{"2024-01-01,11.123456", "1899-07-01,11.123456", `bank.csv:16: valid_from: 1899-07-01 is out of range, want a day from 1900-01-01 through 2200-12-31`},
		{"2024-01-01,11.123456", "2023-03-16,11.123456", `bank.csv:16: valid_from: 2023-03-16 is there twice, want one row for a day`},
		{"2024-01-01,11.123456", "2023-01-01,11.123456", `bank.csv:16: valid_from: 2023-01-01 stands after 2023-03-16, want rows in order of date`},
		{"2024-01-01,11.123456", "2024-01-02,11.123456", `bank.csv:16: valid_from: 2024-01-02 is not a day on which the series may change, want 1 January or 1 July or a day listed as exception`},
		{"2024-01-01,11.123456", ",11.123456", `bank.csv:16: valid_from: "" is not a date, want YYYY-MM-DD`},
		{"11.123456", "11,123456", `bank.csv:16: has 7 fields, want 6: valid_from,value,citation,source,url,evidence`},
		{"11.123456", `"11,12"`, `bank.csv:16: value: "11,12" is not a rate, want percent from -1000 to 1000 with a point and at most 6 decimals`},
		{"11.123456", "11.1234567", `bank.csv:16: value: "11.1234567" is not a rate, want percent from -1000 to 1000 with a point and at most 6 decimals`},
		{"11.123456", "1000.000001", `bank.csv:16: value: "1000.000001" is not a rate, want percent from -1000 to 1000 with a point and at most 6 decimals`},
		{"11.123456", "", `bank.csv:16: value: "" is not a rate, want percent from -1000 to 1000 with a point and at most 6 decimals`},
		{"list of the bank", "", `bank.csv:14: source: is missing, want some text`},
		{"list of the bank", `"list of ""the"" bank "`, `bank.csv:14: source: "list of \"the\" bank " begins or ends with a space, want none`},
		{"list of the bank", `list of "the" bank`, `bank.csv:14: has a stray quote, want the field in quotes and each quote inside it doubled`},
		{"list of the bank", "list\x1b[2J", `bank.csv:14: source: "list\x1b[2J" has characters that do not print, want plain text on one line`},
		{"list of the bank", "list \xff", `bank.csv:14: is not UTF-8 text, want UTF-8`},
		{"https://bank.example/list", "bank.example", `bank.csv:15: url: "bank.example" is not a web address, want https://… or nothing`},
		{",,derived", ",,guessed", `bank.csv:16: evidence: "guessed" is not an evidence, want one of sourced, derived, secondary, unverified`},
		{",,derived", ",,", `bank.csv:16: evidence: is missing, want one of sourced, derived, secondary, unverified`},
		{",,derived", ",derived", `bank.csv:16: has 5 fields, want 6: valid_from,value,citation,source,url,evidence`},
		{"valid_from,value,", "from,value,", `bank.csv:13: "from,value,citation,source,url,evidence" is not the header, want valid_from,value,citation,source,url,evidence`},
		{"# series: BANK-1", "# series:", `bank.csv:1: series: is missing, want a short name`},
		{"# series: BANK-1\n", "", `bank.csv: series: is missing, want a short name`},
		{"# series: BANK-1", "# series: BANK-1\n# series: BANK-2", `bank.csv:2: series: is there twice, first on line 1, want it once`},
		{"# unit: percent per year", "# unit: percent", `bank.csv:4: unit: "percent" is not the unit of rates, want percent per year`},
		{"# kind: total", "# kind: sum", `bank.csv:6: kind: "sum" is not a kind of rate, want one of reference, total, margin, ceiling`},
		{"# changes: half-year", "# changes: monthly", `bank.csv:7: changes: "monthly" is not a change rule, want one of any-day, month, half-year, year`},
		{"# exceptions: 2023-03-16", "# exceptions: 2023-03-16 2023-05-01", `bank.csv:8: exceptions: 2023-05-01 begins no row, want the first day of one`},
		{"# exceptions: 2023-03-16", "# exceptions: 2023-03-16 2023-03-16", `bank.csv:8: exceptions: 2023-03-16 stands after 2023-03-16, want days in order and once`},
		{"# known-through: 2024-06-30", "# known-through: 2024-06", `bank.csv:9: known-through: "2024-06" is not a date, want YYYY-MM-DD`},
		{"# known-through: 2024-06-30", "# known-through: 2023-12-31", `bank.csv:9: known-through: 2023-12-31 is before the last row of 2024-01-01, want that day or later`},
		{"# known-through: 2024-06-30", "# known-through: 2024-09-30", `bank.csv:9: known-through: 2024-09-30 is not the eve of a day of change, want the day before 1 January or 1 July`},
		{"# note: first remark", "# remark: first", `bank.csv:11: "remark: first" is not a head line, want "# key: value" with one of series, jurisdiction, name, unit, citation, kind, changes, exceptions, known-through, superseded, note`},
	} {
		if !strings.Contains(goodFile, c.old) {
			t.Fatalf("the file does not contain %q", c.old)
		}
		table, err := law.ReadRates(strings.NewReader(strings.Replace(goodFile, c.old, c.new, 1)), "bank.csv")
		if err == nil || err.Error() != c.want || table != nil {
			t.Errorf("%q for %q: error\n%v, want\n%s", c.new, c.old, err, c.want)
		}
	}
	for file, want := range map[string]string{
		"":               `bank.csv:1: "" is not the header, want valid_from,value,citation,source,url,evidence`,
		"<html>oops":     `bank.csv:1: "<html>oops" is not the header, want valid_from,value,citation,source,url,evidence`,
		"\n\n# nonsense": `bank.csv:3: "nonsense" is not a head line`,
	} {
		if _, err := law.ReadRates(strings.NewReader(file), "bank.csv"); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%q: error\n%v, want\n%s", file, err, want)
		}
	}
}

func TestReadRatesReportsAll(t *testing.T) {
	file := strings.NewReplacer("2023-01-01,-0.50", "2023-01-32,half", "list, second edition", "", ",,derived", ",,", "2024-06-30", "2024-06-29").Replace(goodFile)
	_, err := law.ReadRates(strings.NewReader(file), "bank.csv")
	var got []string
	for _, e := range err.(interface{ Unwrap() []error }).Unwrap() {
		var at *law.RowError
		if !errors.As(e, &at) || at.File != "bank.csv" || at.Unwrap() == nil {
			t.Fatalf("%v is a %T, want *RowError of bank.csv", e, e)
		}
		got = append(got, fmt.Sprint(at.Row, " ", at.Column))
	}
	want := []string{"9 known-through", "14 valid_from", "14 value", "15 source", "16 evidence"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("places of the problems, want -, got +:\n%s", diff)
	}
}

func TestReadRatesBounds(t *testing.T) {
	head := "# series: S\n# name: n\n# unit: percent per year\n# known-through: 2200-12-31\n# changes: any-day\n# citation: c\nvalid_from,value,citation,source,url,evidence\n"
	rows := func(n int) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, "%s,1,,s,,sourced\n", day("1950-01-01").AddDays(i))
		}
		return b.String()
	}
	if got := read(t, head+rows(5000)).Len(); got != 5000 {
		t.Errorf("%d rows of 5000 were read", got)
	}
	for want, file := range map[string]string{
		"bank.csv:5008: is row 5001, want at most 5000":                head + rows(5001),
		"bank.csv: is larger than 1048576 bytes, want less":            head + strings.Repeat("\n", 1<<20),
		"is 401 bytes long, want at most 400":                          head + "2024-01-01,1,," + strings.Repeat("s", 401) + ",,sourced\n",
		"the table has 51 notes and 0 exceptions, want at most 50":     strings.Repeat("# note: n\n", 51) + head + rows(1),
		"51 days are given, want at most 50":                           "# exceptions:" + strings.Repeat(" 2024-01-01", 51) + "\n" + head + rows(1),
		"\nbank.csv: has more problems, want these 1000 solved first":  strings.Repeat("#x\n", 5000) + head + rows(1),
		"not a series name, want at most 40 letters, digits, '-', '_'": strings.Replace(head, "series: S", "series: "+strings.Repeat("S", 41), 1) + rows(1),
	} {
		_, err := law.ReadRates(strings.NewReader(file), "bank.csv")
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("error %.200v, want %s", err, want)
		} else if n := strings.Count(err.Error(), "\n"); n > 1000 {
			t.Errorf("%d problems listed, want at most 1001", n+1)
		}
	}
}

func TestReadRatesReadError(t *testing.T) {
	_, err := law.ReadRates(io.MultiReader(strings.NewReader(goodFile), iotest.ErrReader(errors.New("disk on fire"))), "bank.csv")
	if err == nil || err.Error() != "bank.csv: disk on fire" {
		t.Errorf("error %v, want bank.csv: disk on fire", err)
	}
}
