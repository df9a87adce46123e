package jurisdiction

import (
	"fmt"
	"time"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/law/rates"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
)

// APRTest is what a law makes of the annual percentage rate of a credit.
type APRTest struct {
	// Meaning is what follows where the test is met.
	Meaning string
	// Limit is per cent a year on the day of the contract. The test is met by a rate
	// above it, or where Inclusive by one that reaches it.
	Limit     interest.Percent
	Inclusive bool
	// Met says that the rate that was asked about meets the test.
	Met      bool
	Citation string
}

// CreditFacts are what the tests of an annual percentage rate ask about a credit.
type CreditFacts struct {
	// Contracted is the day of the contract, which picks the law.
	Contracted calendar.Date
	Debtor     ledger.DebtorKind
	// Amount of the credit; the zero Amount leaves out tests that ask for it.
	Amount money.Amount
}

// APRTests puts an annual percentage rate to the tests that the law of a jurisdiction
// has for credits to consumers: DK, forbidden above 35 %; SE, high-cost credit from the
// reference rate and 30 points on; FI, the former ceiling of small credits. A rate has
// to be given as the law rounds it. Jurisdictions without a test, contracts outside the
// time of one and debtors that are no consumers have none. An error is a reference rate
// that is not known on the day ([github.com/skuld-go/skuld/law.ErrNotKnown]) or a
// contract without a day.
func APRTests(code string, f CreditFacts, apr interest.Percent, tables *rates.Set) ([]APRTest, error) {
	if !f.Contracted.Valid() {
		return nil, fmt.Errorf("contract date %q, want the day that picks the law", f.Contracted)
	}
	if f.Debtor != ledger.Consumer {
		return nil, nil
	}
	var out []APRTest
	for _, t := range aprTests() {
		if t.code != code || f.Contracted < t.from || f.Contracted > t.through || !t.covers(f.Amount) {
			continue
		}
		limit, err := t.limit(tables, f.Contracted)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", t.citation, err)
		}
		out = append(out, APRTest{
			Meaning: t.meaning, Limit: limit, Inclusive: t.inclusive, Citation: t.citation,
			Met: apr > limit || t.inclusive && apr == limit,
		})
	}
	return out, nil
}

// aprTest is a test as a law has it: a table of limits, or one of margins on a
// reference rate, or points on one.
type aprTest struct {
	code          string
	from, through calendar.Date // days of the contract, inclusive
	series        string        // of limits, or of the reference rate
	margins       string        // of margins on it, "" for none
	points        interest.Percent
	below         money.Amount // only credits below it; the zero Amount for all
	inclusive     bool
	meaning       string
	citation      string
}

func aprTests() []aprTest {
	return []aprTest{
		{
			code: "DK", from: calendar.MustDate(2020, time.July, 1), through: calendar.MustDate(2026, time.November, 19), series: "DK-credit-ceiling",
			meaning: "the credit is forbidden at this rate and reckoned anew at the limit", citation: "lov om forbrugslånsvirksomheder § 11 a",
		},
		{
			code: "SE", from: calendar.MustDate(2018, time.September, 1), through: calendar.MustDate(2025, time.February, 28), series: "SE",
			points: interest.MustPercent("30"), inclusive: true,
			meaning: "the credit is a high-cost credit", citation: "konsumentkreditlagen (2010:1846) 2 § as in force through 2025-02-28",
		},
		{
			code: "FI", from: calendar.MustDate(2013, time.June, 1), through: calendar.MustDate(2019, time.August, 31), series: "FI",
			margins: "FI-credit-apr-ceiling-margin", below: money.MustParse("2000.00 EUR"),
			meaning: "the credit costs more than the law allows", citation: "kuluttajansuojalaki (38/1978) ch. 7 as in force through 2019-08-31",
		},
	}
}

// covers reports whether a test is about credits of an amount.
func (t aprTest) covers(a money.Amount) bool {
	if t.below == (money.Amount{}) {
		return true
	}
	c, err := a.Compare(t.below)
	return err == nil && a.Sign() > 0 && c < 0
}

// limit is the limit on the day of a contract.
func (t aprTest) limit(tables *rates.Set, on calendar.Date) (interest.Percent, error) {
	table, ok := tables.Lookup(t.series)
	if !ok {
		return 0, fmt.Errorf("no series %s, want a table of it", t.series)
	}
	rate := interest.Reference(table).Plus(t.points)
	if t.margins != "" {
		margins, ok := tables.Lookup(t.margins)
		if !ok {
			return 0, fmt.Errorf("no series %s, want a table of it", t.margins)
		}
		rate = interest.Sum(rate, interest.Reference(margins))
	}
	step, err := rate.At(on)
	return step.Rate, err
}
