package report_test

import (
	"fmt"
	"os"
	"strings"

	"github.com/skuld-go/skuld"
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/law"
	"github.com/skuld-go/skuld/law/rates"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
	"github.com/skuld-go/skuld/report"
)

// loan is a case at a fixed rate with one payment.
func loan() skuld.Case {
	return skuld.Case{
		ID: "LOAN-7", Currency: money.MustCurrency("EUR"),
		Claims: []skuld.Claim{{
			ID: "L-7", Principal: money.MustParse("1000.00 EUR"), Due: calendar.MustDate(2025, 1, 31),
			Interest: &ledger.InterestFacts{RateFacts: ledger.RateFacts{
				Basis: ledger.BasisFixed, Rate: interest.MustPercent("9"),
			}},
		}},
		Payments: []skuld.Payment{{
			ID: "P-1", Date: calendar.MustDate(2025, 3, 31), Amount: money.MustParse("250.00 EUR"),
		}},
	}
}

func ExampleText() {
	st, err := skuld.Default().Statement(loan(), skuld.At{AsOf: calendar.MustDate(2025, 4, 30)})
	if err != nil {
		fmt.Println(err)
		return
	}
	// Versions and digest are the last lines of a statement; they change with the
	// tables, so this example leaves them out.
	st.Versions, st.Digest = ledger.Versions{}, ""
	if err := report.Text(os.Stdout, st); err != nil {
		fmt.Println(err)
	}
	// Output:
	// STATEMENT
	//
	//   Case      LOAN-7
	//   As of     2025-04-30, interest through this day
	//   Currency  EUR
	//   Owed      770.20 EUR
	//
	// CLAIM L-7
	//
	//   Due 2025-01-31, days past due: 89.
	//
	//   Original principal   1000.00
	//     paid               -235.45
	//   Remaining principal   764.55
	//
	//   Default interest (9 % a year on 2025-04-30)
	//   First day   Last day    Days  Balance  Rate %  Of a year  Interest  Ground
	//   2025-02-01  2025-03-31    59  1000.00       9     59/365   14.5479  [1]
	//   2025-04-01  2025-04-30    30   764.55       9     30/365    5.6556  [1]
	//   Sum                                                        20.2035
	//   Rounded half up                                            20.20
	//     paid                                                    -14.55
	//   Remaining                                                   5.65
	//
	// PAYMENTS
	//
	//   Steps of the order that settled something: 2 default interest, 4 principal.
	//
	//   Date        Payment                  Amount  Step  Ground
	//   2025-03-31  P-1                      250.00
	//                 L-7, default interest   14.55     2  [2]
	//                 L-7, principal         235.45     4  [2]
	//
	// TOTALS
	//
	//                        Paid so far  Remaining
	//   Principal                 235.45     764.55
	//   Interest                   14.55       5.65
	//     contract interest                    0.00
	//     default interest                     5.65
	//   Fees                        0.00       0.00
	//   Total                     250.00     770.20
	//
	//   The next day, 2025-05-01, adds 0.1885 EUR (its interest on what remains).
	//
	// FACTS
	//
	//               claim    L-7  raises principal 1000.00 EUR
	//   2025-03-31  payment  P-1  settles 250.00 EUR
	//
	// GROUNDS
	//
	//   [1] 9 % fixed. Basis: terms of the claim.
	//   [2] Settlement: agreed order: costs, interest, principal.
}

func ExamplePayoffText() {
	p, err := skuld.Default().Payoff(loan(), calendar.MustDate(2025, 4, 30))
	if err != nil {
		fmt.Println(err)
		return
	}
	if err := report.PayoffText(os.Stdout, p); err != nil {
		fmt.Println(err)
	}
	// Output:
	// PAYOFF
	//
	//   Case      LOAN-7
	//   Paid on   2025-04-30
	//   Currency  EUR
	//
	//   Principal          764.55
	//   Contract interest    0.00
	//   Default interest     5.65
	//   Fees                 0.00
	//   To pay             770.20
	//
	//   A payment of 770.20 EUR with value date 2025-04-30 leaves nothing open.
}

func ExampleRatesText() {
	table, err := law.ReadRates(strings.NewReader(`# series: BANK
# name: lending rate
# unit: percent per year
# citation: terms of business 7
# changes: any-day
# known-through: 2025-12-31
valid_from,value,citation,source,url,evidence
2025-01-01,4.25,,price list of January 2025,,sourced
2025-03-10,4,,price list of March 2025,,sourced
`), "bank.csv")
	if err != nil {
		fmt.Println(err)
		return
	}
	if err := report.RatesText(os.Stdout, []*rates.Table{table}); err != nil {
		fmt.Println(err)
	}
	// Output:
	// SERIES BANK
	//
	//   Name           lending rate
	//   Values         percent per year, reference rate: a margin goes on it
	//   Known through  2025-12-31
	//   Citation       terms of business 7
	//
	//   First day   Last day       %  Evidence  Source
	//   2025-01-01  2025-03-09  4.25  sourced   [1]
	//   2025-03-10  2025-12-31  4.00  sourced   [2]
	//
	//   [1] price list of January 2025.
	//   [2] price list of March 2025.
}
