package rates_test

import (
	"fmt"
	"testing/fstest"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/law/rates"
)

// What was the Swedish reference rate over the turn of a year, and who says so?
func ExampleSE() {
	turn := calendar.Days(calendar.MustParseDate("2024-12-01"), calendar.MustParseDate("2025-01-31"))
	pieces, err := rates.SE().Over(turn)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, p := range pieces {
		fmt.Printf("%s: %s %%, %s\n", p.Period, p.Value.Value.StringFixed(2), p.Citation)
	}
	// Output:
	// 2024-12-01 – 2024-12-31: 4.00 %, räntelagen (1975:635) 9 §; SFS 2024:613
	// 2025-01-01 – 2025-01-31: 3.00 %, räntelagen (1975:635) 9 §; SFS 2024:1373
}

// UGB § 456 adds 9.2 points to the base rate of the half-year's first day.
func ExampleAT() {
	base := rates.AT().HalfYearly()
	v, err := base.At(calendar.MustParseDate("2024-11-21")) // lowered on 2024-09-18
	fmt.Println(v.Value.StringFixed(2), v.From, err)
	// Output: 3.88 2024-01-01 <nil>
}

// All series as the program knows them; here those of Finland.
func ExampleBuiltIn() {
	set := rates.BuiltIn()
	for _, series := range set.Series() {
		if table, _ := set.Lookup(series); table.Meta().Jurisdiction == "FI" {
			fmt.Printf("%-28s %-9s %s\n", series, table.Meta().Kind, table.Known())
		}
	}
	// Output:
	// FI                           reference 2002-07-01 – 2026-12-31
	// FI-before-1995               total     1983-01-01 – 1994-12-31
	// FI-credit-apr-ceiling-margin margin    2013-06-01 – 2019-08-31
	// FI-credit-ceiling            ceiling   2019-09-01 – 2023-09-30
	// FI-credit-ceiling-margin     margin    2023-10-01 – 2026-11-19
	// FI-credit-ceiling-temporary  ceiling   2020-07-01 – 2021-09-30
	// FI-margin                    margin    2002-07-01 – 2026-12-31
	// FI-margin-commercial         margin    2013-03-16 – 2026-12-31
	// FI-ministry-reference        reference 1999-01-01 – 2002-06-30
}

// Danish late interest on a day: the reference rate of that day and the margin of
// the day on which the claim fell due.
func ExampleSet_Lookup() {
	margins, ok := rates.BuiltIn().Lookup("DK-margin")
	if !ok {
		return
	}
	base, err := rates.DK().At(calendar.MustParseDate("2024-05-02"))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, due := range []string{"2013-02-28", "2013-03-01"} {
		margin, err := margins.At(calendar.MustParseDate(due))
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Printf("due %s: %s + %s = %s %%\n", due, base.Value.StringFixed(2), margin.Value.StringFixed(2), base.Value.Add(margin.Value).StringFixed(2))
	}
	// Output:
	// due 2013-02-28: 3.75 + 7.00 = 10.75 %
	// due 2013-03-01: 3.75 + 8.00 = 11.75 %
}

// A Swedish rate was decided wrongly at first; the table says when and what for.
func ExampleSE_superseded() {
	for _, s := range rates.SE().Meta().Superseded {
		fmt.Println(s)
	}
	// Output:
	// 2012-07-01 decided 2012-06-29, replaced 2012-07-02: the correcting decision of the Riksbank, SFS 2012:533, with retroactive effect from 2012-07-01
}

// A user's own table, of a directory on disk with os.DirFS, beside the built-in ones.
func ExampleSet_With() {
	dir := fstest.MapFS{"prime.csv": {Data: []byte(`# series: PRIME
# name: the bank's prime rate
# unit: percent per year
# citation: framework agreement § 7
# changes: any-day
# known-through: 2024-09-30
valid_from,value,citation,source,url,evidence
2023-11-02,7.25,,price list of November 2023,,sourced
`)}}
	own, err := rates.ReadDir(dir)
	if err != nil {
		fmt.Println(err)
		return
	}
	set := rates.BuiltIn().With(own).Extended()
	prime, _ := set.Lookup("PRIME")
	v, err := prime.At(calendar.MustParseDate("2024-10-01"))
	fmt.Println(v.Value.StringFixed(2), "provisional:", v.Provisional, err)
	// Output: 7.25 provisional: true <nil>
}
