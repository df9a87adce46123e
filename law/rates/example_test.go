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

// All series as the program knows them.
func ExampleBuiltIn() {
	set := rates.BuiltIn()
	for _, series := range set.Series() {
		table, _ := set.Lookup(series)
		fmt.Printf("%-13s %s\n", series, table.Known())
	}
	// Output:
	// AT            1999-01-01 – 2026-09-16
	// DE            2002-01-01 – 2026-12-31
	// DK            2002-08-01 – 2026-06-30
	// EU            1999-01-01 – 2026-12-31
	// FI            2002-07-01 – 2026-12-31
	// GB            1999-01-01 – 2026-12-31
	// NL            1934-01-01 – 2026-12-31
	// NL-commercial 2002-12-01 – 2026-12-31
	// NO            1994-01-01 – 2026-12-31
	// SE            2002-07-01 – 2026-06-30
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
