package law_test

import (
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/law"
)

// Late interest of a contract that follows a bank's published list.
const bankList = `# series: BANK-LENDING
# name: the bank's lending rate for companies
# unit: percent per year
# citation: framework agreement § 7
# changes: any-day
# known-through: 2024-09-30
# note: the bank publishes on its web pages; read on 2024-09-30
valid_from,value,citation,source,url,evidence
2023-11-02,7.25,,"price list, November 2023",,sourced
2024-05-20,7.00,,"price list, May 2024",,sourced
`

func ExampleReadRates() {
	rates, err := law.ReadRates(strings.NewReader(bankList), "bank.csv")
	if err != nil {
		fmt.Println(err)
		return
	}
	pieces, err := rates.Over(calendar.Days(calendar.MustParseDate("2024-05-01"), calendar.MustParseDate("2024-06-30")))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, p := range pieces {
		fmt.Printf("%s: %s %%, %s (%s, %s)\n", p.Period, p.Value.Value.StringFixed(2), p.Citation, p.Source, p.Evidence)
	}
	// Output:
	// 2024-05-01 – 2024-05-19: 7.25 %, framework agreement § 7 (price list, November 2023, sourced)
	// 2024-05-20 – 2024-06-30: 7.00 %, framework agreement § 7 (price list, May 2024, sourced)
}

func ExampleReadRates_problems() {
	file := strings.NewReplacer("2024-05-20", "2024-05-32", "7.25", "7,25%", ",,sourced", ",,").Replace(bankList)
	_, err := law.ReadRates(strings.NewReader(strings.Replace(file, "7,25%", `"7,25%"`, 1)), "bank.csv")
	fmt.Println(err)
	// Output:
	// bank.csv:9: value: "7,25%" is not a rate, want percent from -1000 to 1000 with a point and at most 6 decimals
	// bank.csv:9: evidence: is missing, want one of sourced, derived, secondary, unverified
	// bank.csv:10: valid_from: "2024-05-32" is not a date, want YYYY-MM-DD
	// bank.csv:10: evidence: is missing, want one of sourced, derived, secondary, unverified
}

func ExampleTable_At() {
	rates, err := law.ReadRates(strings.NewReader(bankList), "bank.csv")
	if err != nil {
		fmt.Println(err)
		return
	}
	day := calendar.MustParseDate("2024-11-21")
	_, err = rates.At(day)
	fmt.Println(err)
	fmt.Println(errors.Is(err, law.ErrNotKnown))

	v, err := rates.Extended().At(day)
	fmt.Println(v.Value, v.Provisional, err)
	// Output:
	// BANK-LENDING is not known on 2024-11-21, known through 2024-09-30: give a table of your own with later rows, or extend the last value
	// true
	// 7 true <nil>
}

// A table may hold any value, here a fee ceiling in whole kronor.
func ExampleNewTable() {
	reminder, err := law.NewTable(law.Meta{
		Series:       "SE-reminder",
		Jurisdiction: "SE",
		Name:         "påminnelseavgift",
		Unit:         "SEK",
		KnownThrough: calendar.MustParseDate("2024-12-31"),
		Changes:      law.AnyDay,
	}, []law.Entry[int]{
		{From: calendar.MustParseDate("2003-07-01"), Value: 50, Citation: "förordning (1981:1057)", Source: "statute book", Evidence: law.Sourced},
		{From: calendar.MustParseDate("2013-03-16"), Value: 60, Citation: "lag (1981:739) 4 §", Source: "statute book", Evidence: law.Sourced},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	v, err := reminder.At(calendar.MustParseDate("2013-03-15"))
	fmt.Println(v.Value, v.Citation, err)
	// Output: 50 förordning (1981:1057) <nil>
}

func ExampleTable_HalfYearly() {
	rates, err := law.ReadRates(strings.NewReader(bankList), "bank.csv")
	if err != nil {
		fmt.Println(err)
		return
	}
	v, err := rates.HalfYearly().At(calendar.MustParseDate("2024-06-30"))
	fmt.Println(v.Value, err) // the change of May counts from July
	// Output: 7.25 <nil>
}

func ExampleWriteRates() {
	rates, err := law.ReadRates(strings.NewReader(bankList), "bank.csv")
	if err != nil {
		fmt.Println(err)
		return
	}
	if err := law.WriteRates(os.Stdout, rates); err != nil {
		fmt.Println(err)
	}
	// Output:
	// # series: BANK-LENDING
	// # name: the bank's lending rate for companies
	// # unit: percent per year
	// # citation: framework agreement § 7
	// # kind: reference
	// # changes: any-day
	// # known-through: 2024-09-30
	// # note: the bank publishes on its web pages; read on 2024-09-30
	// valid_from,value,citation,source,url,evidence
	// 2023-11-02,7.25,framework agreement § 7,"price list, November 2023",,sourced
	// 2024-05-20,7,framework agreement § 7,"price list, May 2024",,sourced
}
