package ledger_test

import (
	"testing"

	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/jurisdiction"
	"github.com/skuld-go/skuld/law/rates"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
)

// A claim that is capitalized interest owes capitalized interest, which its order
// settles in its own place, and bears only what it states.
func TestCapitalizedInterestAsAClaim(t *testing.T) {
	sek := money.MustParse
	day := calendar.MustParseDate
	c := ledger.Case{
		ID: "C", Currency: money.MustCurrency("SEK"), Jurisdiction: "SE", Debtor: ledger.Business,
		Claims: []ledger.Claim{
			{ID: "main", Principal: sek("1000.00 SEK"), Due: day("2024-01-31"), Interest: &ledger.InterestFacts{RateFacts: ledger.RateFacts{Basis: ledger.BasisNone}}},
			{ID: "former", Kind: ledger.CapitalizedInterest, Principal: sek("300.00 SEK"), Due: day("2024-01-31"),
				Opening:  &ledger.Opening{Through: day("2024-03-31"), Principal: sek("250.00 SEK")},
				Interest: &ledger.InterestFacts{RateFacts: ledger.RateFacts{Basis: ledger.BasisNone}}},
		},
		Payments: []ledger.Payment{{ID: "P", Date: day("2024-04-10"), Amount: sek("400.00 SEK")}},
	}
	if err := c.Validate(); err != nil {
		t.Fatal(err)
	}
	terms, err := jurisdiction.Resolve(c, jurisdiction.All(), rates.BuiltIn())
	if err != nil {
		t.Fatal(err)
	}
	b, err := ledger.Fold(c, terms, ledger.At{AsOf: day("2024-06-30")})
	if err != nil {
		t.Fatal(err)
	}
	st, err := b.Statement()
	if err != nil {
		t.Fatal(err)
	}
	if err := st.Verify(); err != nil {
		t.Error(err)
	}
	got := st.Items[1].Capitalized
	want := ledger.CapitalizedAccount{
		Original: sek("300.00 SEK"), Opening: sek("250.00 SEK"), Raised: sek("0.00 SEK"), Paid: sek("250.00 SEK"),
		Remaining: sek("0.00 SEK"), Adjusted: sek("0.00 SEK"), Disposed: sek("0.00 SEK"),
	}
	if got != want {
		t.Errorf("got %v, want %v", got, want)
	}
	if l := st.Allocations[0].Lines[0]; l.Component != allocation.Capitalized || st.Totals.Total != sek("850.00 SEK") {
		t.Errorf("first line %v, total %s: want capitalized interest before principal, 850.00 SEK left", l, st.Totals.Total)
	}
}
