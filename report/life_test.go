package report_test

import (
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/skuld-go/skuld"
	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
	"github.com/skuld-go/skuld/wire/native"
)

func fixed(rate string) ledger.RateFacts {
	return ledger.RateFacts{Basis: ledger.BasisFixed, Rate: interest.MustPercent(rate)}
}

// lived is a case with every kind of fact, as of the given day.
func lived(t *testing.T, asOf string) *ledger.Statement {
	t.Helper()
	c := skuld.Case{
		ID: "SE-2002", Currency: money.MustCurrency("SEK"),
		Claims: []skuld.Claim{
			{
				ID: "LOAN-1", Kind: ledger.Loan, Principal: sek("10000.00"), Due: day("2024-01-31"),
				Opening: &ledger.Opening{
					Through: day("2024-02-29"), Principal: sek("8000.00"), ContractInterest: sek("12.34"), Interest: sek("56.78"),
				},
				Interest:         &ledger.InterestFacts{RateFacts: fixed("12")},
				ContractInterest: &ledger.InterestFacts{RateFacts: fixed("5.5"), From: day("2023-02-01")},
			},
			{ID: "INV-1", Principal: sek("500.00"), Due: day("2024-03-31"), Interest: &ledger.InterestFacts{RateFacts: ledger.RateFacts{Basis: ledger.BasisNone}}},
			{ID: "CN-1", Kind: ledger.CreditNote, Principal: sek("600.00"), Issued: day("2024-04-15")},
		},
		Fees: []ledger.Fee{{ID: "F-1", Code: "reminder", Date: day("2024-03-10"), Amount: sek("60.00")}},
		Payments: []skuld.Payment{
			{ID: "P-1", Date: day("2024-05-10"), Amount: sek("1000.00")},
			{ID: "P-2", Date: day("2024-07-10"), Amount: sek("700.00")},
		},
		Reversals: []ledger.Reversal{{ID: "R-1", Payment: "P-1", Date: day("2024-05-20"), Effect: ledger.Mirror}},
		Adjustments: []ledger.Adjustment{
			{ID: "A-1", Date: day("2024-06-15"), Item: "LOAN-1", Component: allocation.Principal, Amount: sek("-250.00"), Reason: "goodwill"},
			{ID: "A-2", Date: day("2024-06-15"), Item: "F-1", Component: allocation.Fee, Amount: sek("-10.00")},
			{ID: "A-3", Date: day("2024-08-15"), Item: "LOAN-1", Component: allocation.Capitalized, Amount: sek("-5.00")},
		},
		Capitalizations: []ledger.Capitalization{{ID: "K-1", Date: day("2024-07-31"), Item: "LOAN-1"}},
		Holds: []ledger.Hold{
			{ID: "H-1", Scope: ledger.HoldInterest, From: day("2024-03-15"), Through: day("2024-03-31"), Reason: "payment plan under negotiation"},
			{Scope: ledger.HoldDunning, From: day("2024-04-01")},
		},
		Notices:  []ledger.Notice{{ID: "N-1", Kind: "reminder", Sent: day("2024-03-10")}},
		Promises: []ledger.Promise{{ID: "V-1", Date: day("2024-04-20"), Due: day("2024-05-10"), Amount: sek("1000.00")}},
		Closed:   &ledger.Closing{Date: day("2024-09-30"), Disposition: ledger.WrittenOff},
	}
	st, err := skuld.Default().Statement(c, skuld.At{AsOf: day(asOf)})
	if err != nil {
		t.Fatal(err)
	}
	// They change with the tables and the software.
	st.Versions, st.Digest = ledger.Versions{}, ""
	return st
}

func TestTextLife(t *testing.T) {
	got := text(t, lived(t, "2024-12-31"))
	compare(t, "life.golden", got)
	for _, line := range strings.Split(got, "\n") {
		if n := utf8.RuneCountInString(line); n > 100 {
			t.Errorf("line of %d columns, want at most 100: %s", n, line)
		}
	}
}

// TestTextEveryFact has a line for each fact, with its effect.
func TestTextEveryFact(t *testing.T) {
	st := lived(t, "2024-12-31")
	if len(st.Facts) < 15 {
		t.Errorf("%d facts, want one for each of the case", len(st.Facts))
	}
	_, facts, _ := strings.Cut(text(t, st), "\nFACTS\n")
	flat := strings.Join(strings.Fields(facts), " ")
	for _, f := range st.Facts {
		date := ""
		if !f.Date.IsZero() {
			date = f.Date.String()
		}
		if want := strings.Join(strings.Fields(date+" "+f.Kind+" "+f.ID+" "+f.Effect), " "); !strings.Contains(flat, want) {
			t.Errorf("%q is missing in\n%s", want, facts)
		}
	}
}

// TestTextBeforeTheClosing shows what is still open, and held days as the last run.
func TestTextBeforeTheClosing(t *testing.T) {
	if got := text(t, lived(t, "2024-08-31")); strings.Contains(got, "CLOSING") || strings.Contains(got, "disposed of") {
		t.Errorf("a closing before its day:\n%s", got)
	}
	if got := text(t, lived(t, "2024-03-31")); !strings.Contains(got, "Default interest (held on 2024-03-31)") {
		t.Errorf("the last run is not shown as held:\n%s", got)
	}
}

// TestTextClosingOfNothing says that nothing was open.
func TestTextClosingOfNothing(t *testing.T) {
	st := handBuilt(t)
	st.Closing = &ledger.ClosingLines{Date: day("2024-12-31"), Disposition: ledger.DebtRelief}
	if got := text(t, st); !strings.Contains(got, "Closed at the end of 2024-12-31 (debt relief); nothing was open.") {
		t.Errorf("the closing is missing in\n%s", got)
	}
}

// TestTextHeldWithoutAReason marks the days all the same.
func TestTextHeldWithoutAReason(t *testing.T) {
	st := handBuilt(t)
	s := &st.Items[0].Segments[0]
	s.Held, s.Rate, s.Basis = true, 0, interest.Basis{Label: "held"}
	s.Period = calendar.Days(day("2024-02-01"), day("2024-05-10"))
	if got := text(t, st); !strings.Contains(got, "  held\n") {
		t.Errorf("held days are not marked in\n%s", got)
	}
}

// Payments in other currencies, a blocked case, a refund and write-offs.
func TestTextMoney(t *testing.T) {
	file, err := os.Open("testdata/money.json")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	c, err := native.DecodeCase(file)
	if err != nil {
		t.Fatal(err)
	}
	for name, asOf := range map[string]string{"money.golden": "2024-06-30", "money-open.golden": "2024-04-30"} {
		st, err := skuld.Default().Statement(c, skuld.At{AsOf: day(asOf)})
		if err != nil {
			t.Fatal(err)
		}
		st.Versions, st.Digest = ledger.Versions{}, ""
		compare(t, name, text(t, st))
	}
}
