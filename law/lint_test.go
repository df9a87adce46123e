package law_test

import (
	"strings"
	"testing"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/law"
)

// TestNewTableLint breaks one thing at a time and wants exactly its message.
func TestNewTableLint(t *testing.T) {
	type parts struct {
		meta    *law.Meta
		entries *[]law.Entry[int]
	}
	for _, c := range []struct {
		name   string
		damage func(p parts)
		want   string
	}{
		{"no series", func(p parts) { p.meta.Series = "" }, `table "": series: is missing, want a short name`},
		{"series with space", func(p parts) { p.meta.Series = "S E" }, `table "S E": series: "S E" is not a series name, want at most 40 letters, digits, '-', '_' or '.'`},
		{"no name", func(p parts) { p.meta.Name = "" }, `table "X": name: is missing, want some text`},
		{"no unit", func(p parts) { p.meta.Unit = "" }, `table "X": unit: is missing, want some text`},
		{"no change rule", func(p parts) { p.meta.Changes = 0 }, `table "X": changes: is missing, want one of any-day, month, half-year, year`},
		{"strange kind", func(p parts) { p.meta.Kind = 9 }, `table "X": kind: kind(9) is no kind of rate, want one of reference, total, margin, ceiling`},
		{"line break in a note", func(p parts) { p.meta.Notes = []string{"a\nb"} }, `table "X": note: "a\nb" has characters that do not print, want plain text on one line`},
		{"no end of knowledge", func(p parts) { p.meta.KnownThrough = 0 }, `table "X": known-through: is missing, want YYYY-MM-DD`},
		{"knowledge ends before the last row", func(p parts) { p.meta.KnownThrough = day("2023-06-30") }, `table "X": known-through: 2023-06-30 is before the last row of 2024-07-01, want that day or later`},
		{"knowledge ends inside a half-year", func(p parts) { p.meta.KnownThrough = day("2024-11-21") }, `table "X": known-through: 2024-11-21 is not the eve of a day of change, want the day before 1 January or 1 July`},
		{"knowledge for ever", func(p parts) { p.meta.KnownThrough = day("9999-12-31") }, `table "X": known-through: 9999-12-31 is for ever, want the last day with evidence`},
		{"no rows", func(p parts) { *p.entries = nil }, `table "X": rows: the table has no row, want at least one`},
		{"no day", func(p parts) { (*p.entries)[1].From = 0 }, `table "X": entry 2: valid_from: is missing, want YYYY-MM-DD`},
		{"twice", func(p parts) { (*p.entries)[1].From = day("2023-01-01") }, `table "X": entry 2: valid_from: 2023-01-01 is there twice, want one row for a day`},
		{"out of order", func(p parts) { (*p.entries)[1].From = day("2022-07-01") }, `table "X": entry 2: valid_from: 2022-07-01 stands after 2023-01-01, want rows in order of date`},
		{"day of no change", func(p parts) { (*p.entries)[1].From = day("2023-07-02") }, `table "X": entry 2: valid_from: 2023-07-02 is not a day on which the series may change, want 1 January or 1 July or a day listed as exception`},
		{"exception without row", func(p parts) { p.meta.Exceptions = []calendar.Date{day("2023-02-03")} }, `table "X": exceptions: 2023-02-03 begins no row, want the first day of one`},
		{"exception that is none", func(p parts) { p.meta.Exceptions = []calendar.Date{day("2023-07-01")} }, `table "X": exceptions: 2023-07-01 is 1 January or 1 July, want only days outside the rule`},
		{"no citation anywhere", func(p parts) { (*p.entries)[2].Citation = "" }, `table "X": entry 3: citation: is missing, want the text of law or contract, here or for the whole table`},
		{"no source", func(p parts) { (*p.entries)[0].Source = "" }, `table "X": entry 1: source: is missing, want some text`},
		{"space around a source", func(p parts) { (*p.entries)[0].Source = " gazette" }, `table "X": entry 1: source: " gazette" begins or ends with a space, want none`},
		{"source that is no text", func(p parts) { (*p.entries)[0].Source = "a\xff" }, `table "X": entry 1: source: "a\xff" has characters that do not print, want plain text on one line`},
		{"no web address", func(p parts) { (*p.entries)[0].URL = "gazette.example" }, `table "X": entry 1: url: "gazette.example" is not a web address, want https://… or nothing`},
		{"script for an address", func(p parts) { (*p.entries)[0].URL = "javascript://x/" }, `table "X": entry 1: url: "javascript://x/" is not a web address, want https://… or nothing`},
		{"no evidence", func(p parts) { (*p.entries)[0].Evidence = 0 }, `table "X": entry 1: evidence: is missing, want one of sourced, derived, secondary, unverified`},
	} {
		t.Run(c.name, func(t *testing.T) {
			meta := testMeta()
			entries := []law.Entry[int]{entry("2023-01-01", 1), entry("2023-07-01", 2), entry("2024-07-01", 3)}
			c.damage(parts{&meta, &entries})
			table, err := law.NewTable(meta, entries)
			if err == nil || err.Error() != c.want || table != nil {
				t.Errorf("NewTable = %v, error\n%v, want\n%s", table, err, c.want)
			}
		})
	}
}

func TestNewTableReportsAll(t *testing.T) {
	meta := testMeta()
	meta.Name, meta.KnownThrough = "", day("2023-02-01")
	entries := []law.Entry[int]{entry("2023-01-01", 1), entry("2023-01-02", 2)}
	entries[1].Source, entries[1].Evidence = "", 77
	_, err := law.NewTable(meta, entries)
	if err == nil {
		t.Fatal("no error")
	}
	for _, part := range []string{": name: ", ": known-through: ", "entry 2: valid_from: ", "entry 2: source: ", "entry 2: evidence: "} {
		if strings.Count(err.Error(), part) != 1 {
			t.Errorf("problems do not have %q once:\n%v", part, err)
		}
	}
	if n := strings.Count(err.Error(), "\n") + 1; n != 5 {
		t.Errorf("%d problems, want 5:\n%v", n, err)
	}
}
