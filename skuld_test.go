package skuld_test

import (
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/skuld-go/skuld"
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
)

// plain is a case of one claim at an agreed rate.
func plain() skuld.Case {
	return skuld.Case{
		ID: "1", Currency: money.MustCurrency("SEK"),
		Claims: []skuld.Claim{{
			ID: "INV", Principal: money.MustParse("10000.00 SEK"), Due: calendar.MustParseDate("2023-12-31"),
			Interest: &ledger.InterestFacts{RateFacts: ledger.RateFacts{Basis: ledger.BasisFixed, Rate: interest.MustPercent("10")}},
		}},
	}
}

func TestZeroCalculatorKnowsAgreedTerms(t *testing.T) {
	at := skuld.At{AsOf: calendar.MustParseDate("2024-12-31")}
	st, err := skuld.Calculator{}.Statement(plain(), at)
	if err != nil || st.Totals.Interest.Number() != "1002.74" {
		t.Errorf("got %+v, %v", st, err)
	}
	statutory := plain()
	statutory.Jurisdiction, statutory.Debtor, statutory.Claims[0].Interest = "SE", ledger.Consumer, nil
	if _, err := (skuld.Calculator{}).Statement(statutory, at); err == nil || !strings.HasPrefix(err.Error(), "/jurisdiction: ") {
		t.Errorf("got %v", err)
	}
	series := plain()
	series.Claims[0].Interest.RateFacts = ledger.RateFacts{Basis: ledger.BasisReference, Series: "SE"}
	if _, err := (skuld.Calculator{}).Statement(series, at); err == nil || !strings.HasPrefix(err.Error(), "/claims/0/interest/series: ") {
		t.Errorf("got %v", err)
	}
}

func TestExtendRatesOfTheCalculator(t *testing.T) {
	c := plain()
	c.Jurisdiction, c.Debtor, c.Claims[0].Interest = "SE", ledger.Consumer, nil
	at := skuld.At{AsOf: calendar.MustParseDate("2035-01-01")}
	calc := skuld.Default()
	if _, err := calc.Statement(c, at); err == nil {
		t.Error("a rate of 2035 is known")
	}
	calc.ExtendRates = true
	st, err := calc.Statement(c, at)
	if err != nil {
		t.Fatal(err)
	}
	last := st.Items[0].Segments[len(st.Items[0].Segments)-1]
	found := slices.ContainsFunc(st.Findings, func(f skuld.Finding) bool { return f.Code == ledger.FindingProvisional })
	if !last.Provisional || !found {
		t.Errorf("got %+v, findings %v", last, st.Findings)
	}
}

// A case is not changed by being worked out, and one calculator serves many
// goroutines.
func TestStatementIsPure(t *testing.T) {
	c, calc := plain(), skuld.Default()
	c.Payments = []skuld.Payment{{ID: "P", Date: calendar.MustParseDate("2024-03-01"), Amount: money.MustParse("1234.56 SEK")}}
	at := skuld.At{AsOf: calendar.MustParseDate("2024-12-31")}
	digests := make([]string, 16)
	var group sync.WaitGroup
	for i := range digests {
		group.Go(func() {
			if st, err := calc.Statement(c, at); err == nil {
				digests[i] = st.Digest
			}
		})
	}
	group.Wait()
	for _, d := range digests {
		if d == "" || d != digests[0] {
			t.Fatalf("digests %q", digests)
		}
	}
}

// No figure depends on the global settings of the decimal library.
func TestGlobalsOfDecimalChangeNothing(t *testing.T) {
	c, at := plain(), skuld.At{AsOf: calendar.MustParseDate("2026-05-05")}
	c.Jurisdiction, c.Debtor, c.Claims[0].Interest = "DE", ledger.Consumer, nil
	before, err := skuld.Default().Statement(c, at)
	if err != nil {
		t.Fatal(err)
	}
	precision, quotes, pow := decimal.DivisionPrecision, decimal.MarshalJSONWithoutQuotes, decimal.PowPrecisionNegativeExponent
	defer func() {
		decimal.DivisionPrecision, decimal.MarshalJSONWithoutQuotes, decimal.PowPrecisionNegativeExponent = precision, quotes, pow
	}()
	decimal.DivisionPrecision, decimal.MarshalJSONWithoutQuotes, decimal.PowPrecisionNegativeExponent = 0, true, 0
	after, err := skuld.Default().Statement(c, at)
	if err != nil || after.Digest != before.Digest {
		t.Errorf("%v: %s and %s", err, before.Digest, after.Digest)
	}
}

func TestVersion(t *testing.T) {
	if skuld.Version == "" || skuld.Version != ledger.Version {
		t.Errorf("version %q", skuld.Version)
	}
}
