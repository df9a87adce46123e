package skuld_test

import (
	"fmt"

	"github.com/skuld-go/skuld"
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
)

// Totals of many cases: each is resolved and appended once, and workers write what is
// owed into a slice.
func ExampleCalculator_Resolve() {
	calc := skuld.Default()
	at := skuld.At{AsOf: calendar.MustParseDate("2025-12-31")}
	var arena ledger.Arena
	for _, principal := range []string{"10000.00 SEK", "250.00 SEK"} {
		c := skuld.Case{
			ID: "case", Currency: money.MustCurrency("SEK"), Jurisdiction: "SE", Debtor: ledger.Consumer,
			Claims:   []skuld.Claim{{ID: "invoice", Principal: money.MustParse(principal), Due: calendar.MustParseDate("2025-01-31")}},
			Payments: []skuld.Payment{{ID: "payment", Date: calendar.MustParseDate("2025-06-30"), Amount: money.MustParse("200.00 SEK")}},
		}
		resolved, err := calc.Resolve(c, at)
		if err != nil {
			fmt.Println(err)
			return
		}
		arena.Append(c, resolved, at)
	}
	totals := make([]ledger.CaseTotals, arena.Len())
	arena.Worker().Run(totals, 0, arena.Len())
	for _, t := range totals {
		fmt.Println(t.Totals().Total, t.Paid().Interest, t.Way)
	}
	// Output:
	// 10756.16 SEK 200.00 SEK integral
	// 64.39 SEK 11.30 SEK integral
}
