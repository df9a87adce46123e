package rates_test

import (
	"errors"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/law"
	"github.com/skuld-go/skuld/law/rates"
)

func day(s string) calendar.Date { return calendar.MustParseDate(s) }

// all gives the built-in tables by name, as the functions of the package do.
func all() map[string]*rates.Table {
	return map[string]*rates.Table{
		"SE": rates.SE(), "FI": rates.FI(), "DK": rates.DK(), "DE": rates.DE(), "AT": rates.AT(), "GB": rates.GB(), "EU": rates.EU(),
		"NO": rates.NO(), "NL": rates.NL(), "NL-commercial": rates.NLCommercial(),
	}
}

// TestBuiltIn reads and lints every embedded table, and holds each to more than
// a user's table: a text of law on every row, a jurisdiction, a note that says
// why the knowledge ends where it does, no address of a code repository.
func TestBuiltIn(t *testing.T) {
	set := rates.BuiltIn()
	want := []string{"AT", "DE", "DK", "EU", "FI", "GB", "NL", "NL-commercial", "NO", "SE"}
	if diff := cmp.Diff(want, set.Series()); diff != "" {
		t.Errorf("series, want -, got +:\n%s", diff)
	}
	code := regexp.MustCompile(`(?i)github|gitlab|raw\.|https?:|[0-9]{9}`)
	for series, table := range all() {
		meta := table.Meta()
		if found, ok := set.Lookup(series); !ok || found != table || meta.Series != series {
			t.Errorf("%s is table %s, in the set %v", series, meta.Series, ok)
		}
		if len(meta.Jurisdiction) != 2 || !strings.HasPrefix(series, meta.Jurisdiction) || meta.Citation == "" || meta.Unit != law.RateUnit {
			t.Errorf("%s: jurisdiction %q, citation %q, unit %q", series, meta.Jurisdiction, meta.Citation, meta.Unit)
		}
		through := "known through " + meta.KnownThrough.String() + ": "
		if !slices.ContainsFunc(meta.Notes, func(s string) bool { return strings.HasPrefix(s, through) }) {
			t.Errorf("%s: no note begins with %q", series, through)
		}
		for _, e := range table.Entries() {
			if e.Citation == "" || code.MatchString(e.Source) || code.MatchString(e.Citation) {
				t.Errorf("%s %s: citation %q, source %q", series, e.From, e.Citation, e.Source)
			}
			if strings.Contains(e.Source, "no source found") && e.Evidence != law.Unverified {
				t.Errorf("%s %s: no source, but evidence %s", series, e.From, e.Evidence)
			}
			if e.Value.Abs().GreaterThan(decimal.New(20, 0)) {
				t.Errorf("%s %s: %s %% is out of all proportion", series, e.From, e.Value)
			}
		}
	}
}

// TestKnowledge pins where each table begins and ends, how many rows it has, and
// what they stand for. Whoever adds a half-year changes this on purpose.
func TestKnowledge(t *testing.T) {
	type knowledge struct {
		Days    string
		Rows    int
		Kind    law.Kind
		Changes law.ChangeRule
	}
	want := map[string]knowledge{
		"SE":            {"2002-07-01 – 2026-06-30", 48, law.Reference, law.HalfYear},
		"FI":            {"2002-07-01 – 2026-12-31", 49, law.Reference, law.HalfYear},
		"DK":            {"2002-08-01 – 2026-06-30", 48, law.Reference, law.HalfYear},
		"DE":            {"2002-01-01 – 2026-12-31", 50, law.Reference, law.HalfYear},
		"AT":            {"1999-01-01 – 2026-09-16", 38, law.Reference, law.AnyDay},
		"GB":            {"1999-01-01 – 2026-12-31", 56, law.Reference, law.HalfYear},
		"EU":            {"1999-01-01 – 2026-12-31", 56, law.Reference, law.HalfYear},
		"NO":            {"1994-01-01 – 2026-12-31", 47, law.Total, law.HalfYear},
		"NL":            {"1934-01-01 – 2026-12-31", 32, law.Total, law.MonthStart},
		"NL-commercial": {"2002-12-01 – 2026-12-31", 38, law.Total, law.HalfYear},
	}
	got := map[string]knowledge{}
	for series, table := range all() {
		got[series] = knowledge{table.Known().String(), table.Len(), table.Meta().Kind, table.Meta().Changes}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("want -, got +:\n%s", diff)
	}
}

// TestKnowledgeEnds: no table answers outside its days, and extended ones only
// provisionally and only later.
func TestKnowledgeEnds(t *testing.T) {
	for series, table := range all() {
		known, long := table.Known(), table.Extended()
		for d := known.From - 400; d < known.To+400; d++ {
			v, err := table.At(d)
			if inside := known.Contains(d); (err == nil) != inside || v.Provisional || inside == errors.Is(err, law.ErrNotKnown) {
				t.Fatalf("%s: At(%s) = %s provisional %v, %v; known %s", series, d, v.Value, v.Provisional, err, known)
			}
			w, err := long.At(d)
			if (err == nil) != (d >= known.From) || err == nil && w.Provisional != (d >= known.To) {
				t.Fatalf("%s extended: At(%s) = %s provisional %v, %v; known %s", series, d, w.Value, w.Provisional, err, known)
			}
		}
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
