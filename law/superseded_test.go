package law_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/law"
)

const (
	oneSuperseded = "# superseded: 2024-01-01 decided 2023-12-29, replaced 2024-01-02: notice 7/2024: corrects notice 6/2024\n"
	twoSuperseded = "# superseded: 2023-01-01 decided 2022-12-30, replaced 2023-01-03: notice 2\n" + oneSuperseded
)

// withSuperseded puts head lines before the notes of the good file.
func withSuperseded(lines string) string {
	return strings.Replace(goodFile, "#\n# note: f", lines+"# note: f", 1)
}

func TestReadSuperseded(t *testing.T) {
	table := read(t, withSuperseded(twoSuperseded))
	want := []law.Superseded{
		{From: day("2023-01-01"), Decided: day("2022-12-30"), Replaced: day("2023-01-03"), Replacement: "notice 2"},
		{From: day("2024-01-01"), Decided: day("2023-12-29"), Replaced: day("2024-01-02"), Replacement: "notice 7/2024: corrects notice 6/2024"},
	}
	if diff := cmp.Diff(want, table.Meta().Superseded); diff != "" {
		t.Errorf("want -, got +:\n%s", diff)
	}
	text := write(t, table)
	if !strings.Contains(text, "# known-through: 2024-06-30\n"+twoSuperseded+"# note: first remark\n") {
		t.Errorf("written as\n%s", text)
	}
	if diff := cmp.Diff(table.Meta(), read(t, text).Meta()); diff != "" {
		t.Errorf("written and read again, want -, got +:\n%s", diff)
	}
	if diff := cmp.Diff(read(t, goodFile).Entries(), table.Entries(), compareDecimals); diff != "" {
		t.Errorf("the head line changed the rows:\n%s", diff)
	}
	if got := want[1].String(); "# superseded: "+got+"\n" != oneSuperseded {
		t.Errorf("String() = %q", got)
	}
	if table.Meta().Superseded[0].From = day("2024-01-01"); table.Meta().Superseded[0] != want[0] {
		t.Error("the table's description can be changed through a copy of it")
	}
}

// TestSupersededProblems: each fault at its own line, and all of them.
func TestSupersededProblems(t *testing.T) {
	const form = ` is not a superseded value, want "DAY decided DAY, replaced DAY: what replaced it"`
	for line, want := range map[string]string{
		"2024-01-02 decided 2023-12-29, replaced 2024-01-02: n": "2024-01-02 begins no row, want the first day of one",
		"2024-01-01 decided 2024-01-02, replaced 2024-01-02: n": "replaced on 2024-01-02, decided on 2024-01-02, want the replacement after the decision",
		"2024-01-01 decided 2023-12-29, replaced 2024-01-02:":   "does not say what replaced the value, want some text behind the colon",
		"2024-01-01 decided 2023-12-29, replaced 2024-01-02 n":  `"2024-01-01 decided 2023-12-29, replaced 2024-01-02 n"` + form,
		"2024-01-01, replaced 2024-01-02: n":                    `"2024-01-01, replaced 2024-01-02: n"` + form,
		"2024-01-01 decided 2023-12-29: n":                      `"2024-01-01 decided 2023-12-29: n"` + form,
		"2024-01-01 decided 2023-13-29, replaced 2024-01-02: n": `"2023-13-29" is not a date, want YYYY-MM-DD`,
		"2024-01-01 decided 1899-12-31, replaced 2024-01-02: n": "1899-12-31 is out of range, want a day from 1900-01-01 through 2200-12-31",
		"2022-07-01 decided 2022-06-29, replaced 2022-07-02: n": "2022-07-01 begins no row, want the first day of one",
	} {
		file := withSuperseded("# superseded: " + line + "\n" + strings.Replace(oneSuperseded, "2024-01-01", "2024-05-05", 1))
		_, err := law.ReadRates(strings.NewReader(file), "bank.csv")
		want := "bank.csv:10: superseded: " + want + "\nbank.csv:11: superseded: 2024-05-05 begins no row, want the first day of one"
		if err == nil || err.Error() != want {
			t.Errorf("%s: error\n%v, want\n%s", line, err, want)
		}
	}
	for lines, want := range map[string]string{
		oneSuperseded + oneSuperseded:                                                               "bank.csv:11: superseded: 2024-01-01 replaced 2024-01-02 stands after 2024-01-01 replaced 2024-01-02, want them in order and once",
		oneSuperseded + strings.SplitAfter(twoSuperseded, "\n")[0]:                                  "bank.csv:11: superseded: 2023-01-01 replaced 2023-01-03 stands after 2024-01-01 replaced 2024-01-02, want them in order and once",
		strings.Repeat("# superseded: 2024-01-01 decided 2023-12-29, replaced 2024-01-02: n\n", 51): "bank.csv:10: superseded: the table has 51 superseded values, want at most 50",
	} {
		_, err := law.ReadRates(strings.NewReader(withSuperseded(lines)), "bank.csv")
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("error\n%.400v, want\n%s", err, want)
		}
	}
}

// TestNewTableSuperseded: the lint of tables that come from no file.
func TestNewTableSuperseded(t *testing.T) {
	good := law.Superseded{From: day("2023-07-01"), Decided: day("2023-06-30"), Replaced: day("2023-07-03"), Replacement: "notice 7"}
	for want, s := range map[string]law.Superseded{
		"": good,
		"row no day, decided 2023-06-30, replaced 2023-07-03: a day is missing, want all three":  {Decided: good.Decided, Replaced: good.Replaced, Replacement: "n"},
		"row 2023-07-01, decided no day, replaced 2023-07-03: a day is missing, want all three":  {From: good.From, Replaced: good.Replaced, Replacement: "n"},
		"replaced on 2023-06-30, decided on 2023-06-30, want the replacement after the decision": {From: good.From, Decided: good.Decided, Replaced: good.Decided, Replacement: "n"},
		"does not say what replaced the value, want some text behind the colon":                  {From: good.From, Decided: good.Decided, Replaced: good.Replaced},
		`"a\nb" has characters that do not print, want plain text on one line`:                   {From: good.From, Decided: good.Decided, Replaced: good.Replaced, Replacement: "a\nb"},
		"2023-08-01 begins no row, want the first day of one":                                    {From: day("2023-08-01"), Decided: good.Decided, Replaced: good.Replaced, Replacement: "n"},
	} {
		meta := testMeta()
		meta.Superseded = []law.Superseded{s}
		_, err := law.NewTable(meta, []law.Entry[int]{entry("2023-01-01", 1), entry("2023-07-01", 2), entry("2024-07-01", 3)})
		if want == "" && err == nil {
			continue
		}
		if err == nil || err.Error() != `table "X": superseded: `+want {
			t.Errorf("error %v, want %s", err, want)
		}
	}
}

// TestHalfYearlySuperseded keeps what is said of rows that still begin on their day.
func TestHalfYearlySuperseded(t *testing.T) {
	meta := testMeta()
	meta.Changes, meta.KnownThrough = law.AnyDay, day("2024-03-31")
	for _, d := range []string{"2023-01-01", "2023-02-01", "2023-07-01"} {
		meta.Superseded = append(meta.Superseded, law.Superseded{From: day(d), Decided: day(d) - 1, Replaced: day(d) + 1, Replacement: "n"})
	}
	table, err := law.NewTable(meta, []law.Entry[int]{entry("2023-01-01", 1), entry("2023-02-01", 2), entry("2023-07-01", 3)})
	if err != nil {
		t.Fatal(err)
	}
	var got []calendar.Date
	for _, s := range table.HalfYearly().Meta().Superseded {
		got = append(got, s.From)
	}
	if diff := cmp.Diff([]calendar.Date{day("2023-01-01"), day("2023-07-01")}, got); diff != "" {
		t.Errorf("want -, got +:\n%s", diff)
	}
	if n := len(table.Meta().Superseded); n != 3 {
		t.Errorf("HalfYearly left %d of 3 in the table it came from", n)
	}
}
