package law_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/law"
)

// FuzzReadRates: whatever the bytes, the reader neither panics nor lets a table
// through that the promises of Table do not hold for; what it accepts is written
// and read back to the same table.
func FuzzReadRates(f *testing.F) {
	f.Add([]byte(goodFile))
	f.Add([]byte(strings.ReplaceAll(goodFile, "\n", "\r\n")))
	f.Add([]byte("# series: A\n# name: n\n# unit: percent per year\n# known-through: 1999-12-31\n# changes: year\n# citation: c\nvalid_from,value,citation,source,url,evidence\n1999-01-01,0.000001,,\"a \"\"b\"\"\",,unverified\n"))
	f.Add([]byte("# known-through: 2024-06-30\nvalid_from,value,citation,source,url,evidence\n\"2024-01-01\n"))
	f.Add([]byte("#\xff"))
	f.Add([]byte(strings.Replace(goodFile, "# note: f", "# superseded: 2023-01-01 decided 2022-12-30, replaced 2023-01-02: notice 7: corrected\n# note: f", 1)))
	f.Add([]byte(strings.Replace(goodFile, "kind: total", "kind: ceiling\n# superseded: 2023-01-02 decided 2022-12-30, replaced : ", 1)))
	f.Fuzz(func(t *testing.T, data []byte) {
		table, err := law.ReadRates(bytes.NewReader(data), "f")
		if err != nil {
			if table != nil || len(err.Error()) > 1<<20 {
				t.Errorf("table %v beside an error of %d bytes", table, len(err.Error()))
			}
			return
		}
		known := table.Known()
		for _, d := range []calendar.Date{known.From - 1, known.To} {
			if v, err := table.At(d); err == nil {
				t.Errorf("At(%s) = %s outside %s", d, v.Value, known)
			}
		}
		if _, err := table.Over(known); err != nil || known.IsEmpty() {
			t.Errorf("Over(%s): %v", known, err)
		}
		text := write(t, table)
		again := read(t, text)
		if diff := cmp.Diff(table.Meta(), again.Meta()); diff != "" {
			t.Errorf("meta after writing, want -, got +:\n%s", diff)
		}
		if diff := cmp.Diff(table.Entries(), again.Entries(), compareDecimals); diff != "" {
			t.Errorf("entries after writing, want -, got +:\n%s", diff)
		}
		if text != write(t, again) {
			t.Errorf("written twice, two texts:\n%s", text)
		}
	})
}

// FuzzEnums: what parses prints as it was.
func FuzzEnums(f *testing.F) {
	for _, s := range []string{"sourced", "unverified", "half-year", "any-day", "total", "reference", "margin", "ceiling", "", "Sourced "} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if v, err := law.ParseEvidence(s); err == nil && (v.String() != s || !v.Valid()) {
			t.Errorf("evidence %q prints as %q", s, v)
		}
		if v, err := law.ParseChangeRule(s); err == nil && (v.String() != s || !v.Valid()) {
			t.Errorf("change rule %q prints as %q", s, v)
		}
		if v, err := law.ParseKind(s); err == nil && v.String() != s {
			t.Errorf("kind %q prints as %q", s, v)
		}
	})
}
