package rates_test

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/law"
	"github.com/skuld-go/skuld/law/rates"
)

func day(s string) calendar.Date { return calendar.MustParseDate(s) }

// all gives every built-in table by name.
func all(t *testing.T) map[string]*rates.Table {
	t.Helper()
	tables := map[string]*rates.Table{}
	for _, series := range rates.BuiltIn().Series() {
		tables[series] = lookup(t, series)
	}
	return tables
}

// lookup gives a built-in table that has to be there.
func lookup(t *testing.T, series string) *rates.Table {
	t.Helper()
	table, ok := rates.BuiltIn().Lookup(series)
	if !ok {
		t.Fatalf("no built-in table %s", series)
	}
	return table
}

// TestAccessors: the functions give the tables of their names.
func TestAccessors(t *testing.T) {
	for series, table := range map[string]*rates.Table{
		"SE": rates.SE(), "FI": rates.FI(), "DK": rates.DK(), "DE": rates.DE(), "AT": rates.AT(), "GB": rates.GB(), "EU": rates.EU(),
		"NO": rates.NO(), "NL": rates.NL(), "NL-commercial": rates.NLCommercial(),
	} {
		if table != lookup(t, series) {
			t.Errorf("the function for %s gives the table %s", series, table)
		}
	}
}

// TestBuiltIn reads and lints every embedded table, and holds each to more than
// a user's table: a text of law on every row, a jurisdiction, a note that says
// why the knowledge ends where it does, no address of a code repository.
func TestBuiltIn(t *testing.T) {
	code := regexp.MustCompile(`(?i)github|gitlab|raw\.|https?:|[0-9]{9}`)
	for series, table := range all(t) {
		meta := table.Meta()
		if meta.Series != series {
			t.Errorf("%s holds the series %s", series, meta.Series)
		}
		if len(meta.Jurisdiction) != 2 || series != meta.Jurisdiction && !strings.HasPrefix(series, meta.Jurisdiction+"-") || meta.Citation == "" || meta.Unit != law.RateUnit {
			t.Errorf("%s: jurisdiction %q, citation %q, unit %q", series, meta.Jurisdiction, meta.Citation, meta.Unit)
		}
		through := "known through " + meta.KnownThrough.String() + ": "
		if !slices.ContainsFunc(meta.Notes, func(s string) bool { return strings.HasPrefix(s, through) }) {
			t.Errorf("%s: no note begins with %q", series, through)
		}
		most := decimal.New(20, 0)
		if strings.Contains(series, "ceiling") {
			most = decimal.New(50, 0)
		}
		for _, e := range table.Entries() {
			if e.Citation == "" || code.MatchString(e.Source) || code.MatchString(e.Citation) {
				t.Errorf("%s %s: citation %q, source %q", series, e.From, e.Citation, e.Source)
			}
			if strings.Contains(e.Source, "no source found") && e.Evidence != law.Unverified {
				t.Errorf("%s %s: no source, but evidence %s", series, e.From, e.Evidence)
			}
			if e.Value.Abs().GreaterThan(most) {
				t.Errorf("%s %s: %s %% is out of all proportion", series, e.From, e.Value)
			}
		}
	}
}

// TestKindFitsName: a margin is called one, or a deduction; a ceiling is called
// one; what is called neither is a rate.
func TestKindFitsName(t *testing.T) {
	for series, table := range all(t) {
		kind := table.Meta().Kind
		margin := strings.Contains(series, "margin") || strings.Contains(series, "deduction")
		ceiling := strings.Contains(series, "ceiling") && !margin
		if (kind == law.Margin) != margin || (kind == law.Ceiling) != ceiling {
			t.Errorf("%s is of kind %s", series, kind)
		}
	}
}

// TestPackageCommentListsAll: every series has its line in the package comment,
// and every line a series.
func TestPackageCommentListsAll(t *testing.T) {
	text, err := os.ReadFile("doc.go")
	if err != nil {
		t.Fatal(err)
	}
	listed := map[string]bool{}
	for _, m := range regexp.MustCompile(`(?m)^//\t([A-Z]{2}[-A-Za-z0-9]*)  +\S`).FindAllStringSubmatch(string(text), -1) {
		listed[m[1]] = true
	}
	for series := range all(t) {
		if !listed[series] {
			t.Errorf("%s has no line in the package comment", series)
		}
		delete(listed, series)
	}
	if len(listed) > 0 {
		t.Errorf("the package comment lists %v, which are no series", listed)
	}
}

// TestPublishedValues pins values that are easy to check elsewhere, among them
// the first, the last, the negative ones and those that public lists get wrong.
func TestPublishedValues(t *testing.T) {
	for _, c := range []struct {
		table *rates.Table
		day   string
		want  string
	}{
		{rates.SE(), "2002-07-01", "4.5"}, {rates.SE(), "2012-07-01", "1.5"}, {rates.SE(), "2016-07-01", "-0.5"}, {rates.SE(), "2019-06-30", "-0.5"},
		{rates.SE(), "2024-06-30", "4"}, {rates.SE(), "2026-06-30", "2"},
		{rates.FI(), "2023-06-30", "2.5"}, {rates.FI(), "2024-12-31", "4.5"}, {rates.FI(), "2026-12-31", "2.5"},
		{rates.DK(), "2021-07-01", "-0.35"}, {rates.DK(), "2022-12-31", "-0.45"}, {rates.DK(), "2024-01-01", "3.75"},
		{rates.DE(), "2002-01-01", "2.57"}, {rates.DE(), "2016-07-01", "-0.88"}, {rates.DE(), "2023-12-31", "3.12"}, {rates.DE(), "2026-07-01", "1.52"},
		{rates.AT(), "2016-03-15", "-0.12"}, {rates.AT(), "2016-03-16", "-0.62"}, {rates.AT(), "2026-09-15", "1.53"}, {rates.AT(), "2026-09-16", "2.03"},
		{rates.GB(), "2009-01-01", "2"}, {rates.GB(), "2024-12-31", "5.25"}, {rates.GB(), "2025-01-01", "4.75"}, {rates.GB(), "2025-07-01", "4.25"}, {rates.GB(), "2026-12-31", "3.75"},
		{rates.EU(), "2026-12-31", "2.4"}, {rates.EU(), "2013-01-01", "0.75"},
		{rates.NO(), "2003-12-31", "12"}, {rates.NO(), "2007-01-01", "10.5"}, {rates.NO(), "2026-07-01", "12.25"},
		{rates.NL(), "1996-06-30", "7"}, {rates.NL(), "2014-12-31", "3"}, {rates.NL(), "2025-12-31", "6"}, {rates.NL(), "2026-01-01", "4"},
		{rates.NLCommercial(), "2004-01-01", "9.02"}, {rates.NLCommercial(), "2013-03-15", "7.75"}, {rates.NLCommercial(), "2013-03-16", "8.75"}, {rates.NLCommercial(), "2019-11-21", "8"},
	} {
		v, err := c.table.At(day(c.day))
		if err != nil || !v.Value.Equal(decimal.RequireFromString(c.want)) {
			t.Errorf("%s on %s = %s, %v; want %s", c.table.Meta().Series, c.day, v.Value, err, c.want)
		}
	}
}

func TestUnverifiedRowsAreMarked(t *testing.T) {
	for _, c := range []struct {
		table *rates.Table
		day   string
		want  law.Evidence
	}{
		{rates.DK(), "2006-01-01", law.Unverified}, {rates.DK(), "2006-07-01", law.Sourced}, {rates.DK(), "2026-01-01", law.Unverified},
		{rates.FI(), "2005-07-01", law.Unverified}, {rates.FI(), "2026-07-01", law.Derived}, {rates.SE(), "2026-01-01", law.Secondary},
		{rates.AT(), "2026-09-16", law.Derived}, {rates.EU(), "2001-07-01", law.Unverified}, {rates.NLCommercial(), "2013-03-16", law.Unverified},
	} {
		if v, err := c.table.At(day(c.day)); err != nil || v.Evidence != c.want {
			t.Errorf("%s on %s is %s, %v; want %s", c.table.Meta().Series, c.day, v.Evidence, err, c.want)
		}
	}
}
