package rates_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"

	"github.com/skuld-go/skuld/law"
	"github.com/skuld-go/skuld/law/rates"
)

// TestMargins pins every margin and ceiling by date, with the day before each
// change, and how well it is evidenced.
func TestMargins(t *testing.T) {
	for _, c := range []struct {
		series, day, want string
		evidence          law.Evidence
	}{
		{"SE-margin", "2002-07-01", "8", law.Sourced}, {"SE-return-margin", "2026-06-30", "2", law.Sourced},
		{"SE-credit-ceiling-margin", "2018-09-01", "40", law.Sourced}, {"SE-credit-ceiling-margin", "2025-02-28", "40", law.Sourced}, {"SE-credit-ceiling-margin", "2025-03-01", "20", law.Sourced},
		{"FI-margin", "2002-07-01", "7", law.Sourced}, {"FI-margin-commercial", "2013-03-16", "8", law.Sourced},
		{"FI-credit-apr-ceiling-margin", "2019-08-31", "50", law.Unverified}, {"FI-credit-ceiling", "2019-09-01", "20", law.Sourced}, {"FI-credit-ceiling", "2023-09-30", "20", law.Sourced},
		{"FI-credit-ceiling-temporary", "2020-12-31", "10", law.Unverified}, {"FI-credit-ceiling-temporary", "2021-09-30", "10", law.Unverified}, {"FI-credit-ceiling-margin", "2023-10-01", "15", law.Sourced},
		{"NO-minimum-margin", "2013-06-30", "7", law.Sourced}, {"NO-minimum-margin", "2013-07-01", "8", law.Sourced},
		{"DK-margin", "2013-02-28", "7", law.Sourced}, {"DK-margin", "2013-03-01", "8", law.Sourced}, {"DK-credit-ceiling", "2020-07-01", "35", law.Sourced},
		{"DK-diskonto-margin", "1984-12-31", "2", law.Sourced}, {"DK-diskonto-margin", "1990-12-31", "6", law.Sourced}, {"DK-diskonto-margin", "1991-01-01", "5", law.Sourced},
		{"DK-public-collection-deduction", "2013-08-01", "-4", law.Unverified},
		{"DE-margin", "2001-12-31", "5", law.Secondary}, {"DE-margin", "2002-01-01", "5", law.Sourced}, {"DE-margin-mortgage", "2010-06-11", "2.5", law.Unverified},
		{"DE-margin-business", "2001-12-31", "5", law.Secondary}, {"DE-margin-business", "2002-01-01", "8", law.Sourced}, {"DE-margin-business", "2014-07-28", "8", law.Sourced}, {"DE-margin-business", "2014-07-29", "9", law.Sourced},
		{"AT-margin-business", "2013-03-15", "8", law.Sourced}, {"AT-margin-business", "2013-03-16", "9.2", law.Sourced},
		{"GB-margin", "1998-11-01", "8", law.Sourced},
		{"EU-margin", "2013-03-15", "7", law.Unverified}, {"EU-margin", "2013-03-16", "8", law.Sourced},
		{"NL-commercial-margin", "2013-03-15", "7", law.Sourced}, {"NL-commercial-margin", "2013-03-16", "8", law.Sourced},
	} {
		pin(t, c.series, c.day, c.want, c.evidence)
	}
}

// TestOtherSeries pins values of the tables that are neither margin nor ceiling
// nor one of the ten main series.
func TestOtherSeries(t *testing.T) {
	for _, c := range []struct {
		series, day, want string
		evidence          law.Evidence
	}{
		{"FI-before-1995", "1994-12-31", "16", law.Sourced}, {"FI-ministry-reference", "2000-06-30", "3", law.Unverified},
		{"NO-general-before-1994", "1980-11-30", "10", law.Sourced}, {"NO-general-before-1994", "1986-01-31", "15", law.Sourced}, {"NO-general-before-1994", "1993-12-31", "18", law.Sourced},
		{"NO-consumer-before-1994", "1986-01-31", "15", law.Derived}, {"NO-consumer-before-1994", "1993-12-31", "15", law.Sourced},
		{"AT-statutory", "2026-12-31", "4", law.Sourced}, {"DE-statutory", "1900-01-01", "4", law.Sourced},
		{"DE-business-before-2000-05-01", "2000-04-30", "5", law.Secondary}, {"DE-consumer-before-2000-05-01", "2000-04-30", "4", law.Secondary},
		{"DE-DUEG", "2001-12-31", "3.62", law.Sourced}, {"DE-DUEG", "2002-04-03", "2.71", law.Secondary},
		{"DK-diskonto", "1985-01-01", "7", law.Sourced}, {"DK-diskonto", "2002-12-05", "3.25", law.Sourced}, {"DK-diskonto", "2003-03-07", "2.5", law.Secondary}, {"DK-diskonto-2005", "2008-10-08", "4.5", law.Secondary},
		{"EU-MRO", "2016-03-15", "0.05", law.Unverified}, {"EU-MRO", "2026-09-16", "2.65", law.Sourced},
		{"GB-bank-rate", "2020-03-18", "0.25", law.Sourced}, {"GB-bank-rate", "2026-06-30", "3.75", law.Sourced},
		{"GB-judgment-debt", "1993-04-01", "8", law.Unverified}, {"GB-court-customary", "1984-01-01", "8", law.Secondary},
	} {
		pin(t, c.series, c.day, c.want, c.evidence)
	}
}

func pin(t *testing.T, series, on, want string, evidence law.Evidence) {
	t.Helper()
	v, err := lookup(t, series).At(day(on))
	if err != nil || !v.Value.Equal(decimal.RequireFromString(want)) || v.Evidence != evidence {
		t.Errorf("%s on %s = %s, %s, %v; want %s, %s", series, on, v.Value, v.Evidence, err, want, evidence)
	}
}

// TestMarginsLastAsLongAsTheirBase: where the law in force adds a margin to a
// series, both are known through the same day, so that neither seems to know more
// about late interest than there is evidence for.
func TestMarginsLastAsLongAsTheirBase(t *testing.T) {
	for margin, base := range map[string]*rates.Table{
		"SE-margin": rates.SE(), "SE-return-margin": rates.SE(),
		"FI-margin": rates.FI(), "FI-margin-commercial": rates.FI(), "NO-minimum-margin": rates.NO(),
		"DE-margin": rates.DE(), "DE-margin-business": rates.DE(), "AT-margin-business": rates.AT().HalfYearly(),
		"GB-margin": rates.GB(), "EU-margin": rates.EU(), "NL-commercial-margin": rates.NLCommercial(),
	} {
		if got, want := lookup(t, margin).Meta().KnownThrough, base.Meta().KnownThrough; got != want {
			t.Errorf("%s is known through %s, the rate it goes on through %s", margin, got, want)
		}
	}
}

// TestSuperseded: the Swedish rate of 2012-07-01 is the one value that was decided
// twice; the table holds the second decision.
func TestSuperseded(t *testing.T) {
	want := map[string][]law.Superseded{"SE": {{
		From: day("2012-07-01"), Decided: day("2012-06-29"), Replaced: day("2012-07-02"),
		Replacement: "the correcting decision of the Riksbank, SFS 2012:533, with retroactive effect from 2012-07-01",
	}}}
	got := map[string][]law.Superseded{}
	for series, table := range all(t) {
		if s := table.Meta().Superseded; s != nil {
			got[series] = s
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("want -, got +:\n%s", diff)
	}
	if v, err := rates.SE().At(day("2012-07-01")); err != nil || !v.Value.Equal(decimal.New(15, -1)) || v.Citation != "räntelagen (1975:635) 9 §; SFS 2012:533" {
		t.Errorf("SE on 2012-07-01 = %s by %s, %v", v.Value, v.Citation, err)
	}
}
