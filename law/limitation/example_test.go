package limitation_test

import (
	"fmt"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/law/limitation"
)

// A part payment begins three years anew, on a claim whose period started with the end
// of the year in which it fell due.
func ExampleRule_Limit() {
	rule := limitation.Rule{
		Law: "DE", Period: calendar.Years(3), From: limitation.FromYearEnd, Citation: "BGB §§ 195, 199(1)",
		Acts: []limitation.Effect{{Act: limitation.Payment, Does: limitation.Restarts, Citation: "BGB § 212(1) no. 1"}},
	}
	limit, err := rule.Limit(limitation.Facts{
		Due:    calendar.MustParseDate("2023-05-10"),
		Events: []limitation.Event{{Act: limitation.Payment, ID: "P-1", Day: calendar.MustParseDate("2025-03-03")}},
	}, calendar.MustParseDate("2025-12-31"))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, s := range limit.Steps {
		fmt.Printf("%s: %s (%s)\n", s.Last, s.Text, s.Citation)
	}
	// Output:
	// 2026-12-31: 3 years from the end of 2023, the year of the due date 2023-05-10 (BGB §§ 195, 199(1))
	// 2028-03-03: payment P-1 of 2025-03-03 begins the period anew (BGB § 212(1) no. 1)
}
