package rates_test

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/leanovate/gopter"
	"github.com/leanovate/gopter/gen"
	"github.com/leanovate/gopter/prop"
	"github.com/shopspring/decimal"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/law"
	"github.com/skuld-go/skuld/law/rates"
)

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

		"SE-margin":                      {"2002-07-01 – 2026-06-30", 1, law.Margin, law.AnyDay},
		"SE-return-margin":               {"2002-07-01 – 2026-06-30", 1, law.Margin, law.AnyDay},
		"SE-credit-ceiling-margin":       {"2018-09-01 – 2026-11-19", 2, law.Margin, law.AnyDay},
		"FI-margin":                      {"2002-07-01 – 2026-12-31", 1, law.Margin, law.AnyDay},
		"FI-margin-commercial":           {"2013-03-16 – 2026-12-31", 1, law.Margin, law.AnyDay},
		"FI-credit-ceiling-margin":       {"2023-10-01 – 2026-11-19", 1, law.Margin, law.AnyDay},
		"FI-credit-apr-ceiling-margin":   {"2013-06-01 – 2019-08-31", 1, law.Margin, law.AnyDay},
		"NO-minimum-margin":              {"2004-01-01 – 2026-12-31", 2, law.Margin, law.AnyDay},
		"DK-margin":                      {"2002-08-01 – 2026-11-20", 2, law.Margin, law.AnyDay},
		"DK-diskonto-margin":             {"1978-07-01 – 2026-06-30", 3, law.Margin, law.AnyDay},
		"DK-public-collection-deduction": {"2013-08-01 – 2026-06-30", 1, law.Margin, law.AnyDay},
		"DE-margin":                      {"2000-05-01 – 2026-12-31", 2, law.Margin, law.AnyDay},
		"DE-margin-business":             {"2000-05-01 – 2026-12-31", 3, law.Margin, law.AnyDay},
		"DE-margin-mortgage":             {"2010-06-11 – 2026-11-19", 1, law.Margin, law.AnyDay},
		"AT-margin-business":             {"2002-08-01 – 2026-12-31", 2, law.Margin, law.AnyDay},
		"GB-margin":                      {"1998-11-01 – 2026-12-31", 1, law.Margin, law.AnyDay},
		"EU-margin":                      {"2002-08-08 – 2026-12-31", 2, law.Margin, law.AnyDay},
		"NL-commercial-margin":           {"2002-12-01 – 2026-12-31", 2, law.Margin, law.AnyDay},

		"FI-credit-ceiling":           {"2019-09-01 – 2023-09-30", 1, law.Ceiling, law.AnyDay},
		"FI-credit-ceiling-temporary": {"2020-07-01 – 2021-09-30", 2, law.Ceiling, law.AnyDay},
		"DK-credit-ceiling":           {"2020-07-01 – 2026-11-19", 1, law.Ceiling, law.AnyDay},

		"FI-before-1995":                {"1983-01-01 – 1994-12-31", 1, law.Total, law.AnyDay},
		"NO-general-before-1994":        {"1978-01-01 – 1993-12-31", 3, law.Total, law.AnyDay},
		"NO-consumer-before-1994":       {"1978-01-01 – 1993-12-31", 3, law.Total, law.AnyDay},
		"AT-statutory":                  {"1900-01-01 – 2026-12-31", 1, law.Total, law.AnyDay},
		"DE-statutory":                  {"1900-01-01 – 2026-12-31", 1, law.Total, law.AnyDay},
		"DE-business-before-2000-05-01": {"1900-01-01 – 2000-04-30", 1, law.Total, law.AnyDay},
		"DE-consumer-before-2000-05-01": {"1900-01-01 – 2000-04-30", 1, law.Total, law.AnyDay},
		"GB-judgment-debt":              {"1993-04-01 – 2026-12-31", 1, law.Total, law.AnyDay},
		"GB-court-customary":            {"1984-01-01 – 2026-12-31", 1, law.Total, law.AnyDay},

		"FI-ministry-reference": {"1999-01-01 – 2002-06-30", 4, law.Reference, law.HalfYear},
		"DK-diskonto":           {"1985-01-01 – 2003-03-07", 60, law.Reference, law.AnyDay},
		"DK-diskonto-2005":      {"2005-12-02 – 2008-10-08", 10, law.Reference, law.AnyDay},
		"DE-DUEG":               {"1999-01-01 – 2002-04-03", 7, law.Reference, law.AnyDay},
		"EU-MRO":                {"2008-10-15 – 2026-09-16", 37, law.Reference, law.AnyDay},
		"GB-bank-rate":          {"1998-06-04 – 2026-06-30", 66, law.Reference, law.AnyDay},
	}
	got := map[string]knowledge{}
	for series, table := range all(t) {
		got[series] = knowledge{table.Known().String(), table.Len(), table.Meta().Kind, table.Meta().Changes}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("want -, got +:\n%s", diff)
	}
}

// TestKnowledgeEnds: no table answers outside its days, and extended ones only
// provisionally and only later.
func TestKnowledgeEnds(t *testing.T) {
	for series, table := range all(t) {
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

// TestNoAnswerBeyondKnowledge asks any built-in table for any days. First day and
// known-through day, read off the rows and the head, decide whether there is an
// answer; the row that begins last before the day is the answer.
func TestNoAnswerBeyondKnowledge(t *testing.T) {
	series := rates.BuiltIn().Series()
	genTable := gen.IntRange(0, len(series)-1).Map(func(i int) *rates.Table { return lookup(t, series[i]) })
	genDay := gen.IntRange(int(day("1890-01-01")), int(day("2060-12-31"))).Map(func(n int) calendar.Date { return calendar.Date(n) })
	parameters := gopter.DefaultTestParametersWithSeed(1)
	parameters.MinSuccessfulTests = 5000
	properties := gopter.NewProperties(parameters)
	properties.Property("a value only inside the knowledge, or provisionally behind it", prop.ForAll(
		func(table *rates.Table, d calendar.Date) bool {
			var last law.Entry[decimal.Decimal]
			for _, e := range table.Entries() {
				if e.From <= d {
					last = e
				}
			}
			known := last.From.Valid() && d <= table.Meta().KnownThrough
			v, err := table.At(d)
			w, longErr := table.Extended().At(d)
			switch {
			case !last.From.Valid():
				return errors.Is(err, law.ErrNotKnown) && errors.Is(longErr, law.ErrNotKnown)
			case !known && !errors.Is(err, law.ErrNotKnown):
				return false
			case known && (err != nil || v.From != last.From || !v.Value.Equal(last.Value) || v.Provisional):
				return false
			}
			return longErr == nil && w.From == last.From && w.Provisional == !known
		}, genTable, genDay))
	properties.Property("a run of days is answered whole or not at all", prop.ForAll(
		func(table *rates.Table, a, b calendar.Date) bool {
			days := calendar.Days(min(a, b), max(a, b))
			first, through := table.Entries()[0].From, table.Meta().KnownThrough
			pieces, err := table.Over(days)
			if days.From < first || days.To > through+1 {
				return pieces == nil && errors.Is(err, law.ErrNotKnown)
			}
			for _, p := range pieces {
				if p.Provisional || p.Period.From < first || p.Period.To > through+1 {
					return false
				}
			}
			return err == nil
		}, genTable, genDay, genDay))
	properties.TestingRun(t)
}
