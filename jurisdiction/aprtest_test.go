package jurisdiction_test

import (
	"errors"
	"testing"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/jurisdiction"
	"github.com/skuld-go/skuld/law"
	"github.com/skuld-go/skuld/law/rates"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
)

func TestAPRTests(t *testing.T) {
	for _, c := range []struct {
		code, contracted, apr, amount string
		debtor                        ledger.DebtorKind
		limit                         string // "" for no test
		met                           bool
	}{
		{"DK", "2023-01-01", "35.00", "", ledger.Consumer, "35", false},
		{"DK", "2023-01-01", "35.01", "", ledger.Consumer, "35", true},
		{"DK", "2020-06-30", "99.00", "", ledger.Consumer, "", false},
		{"DK", "2023-01-01", "99.00", "", ledger.Business, "", false},
		{"SE", "2024-03-01", "34.00", "", ledger.Consumer, "34", true}, // 4 % and 30 points
		{"SE", "2024-03-01", "33.99", "", ledger.Consumer, "34", false},
		{"SE", "2025-03-01", "99.00", "", ledger.Consumer, "", false},
		{"FI", "2015-01-01", "51.00", "500.00 EUR", ledger.Consumer, "50.5", true}, // 0.5 % and 50 points
		{"FI", "2015-01-01", "51.00", "2000.00 EUR", ledger.Consumer, "", false},
		{"FI", "2015-01-01", "51.00", "", ledger.Consumer, "", false},
		{"DE", "2024-01-01", "99.00", "", ledger.Consumer, "", false},
	} {
		f := jurisdiction.CreditFacts{Contracted: calendar.MustParseDate(c.contracted), Debtor: c.debtor}
		if c.amount != "" {
			f.Amount = money.MustParse(c.amount)
		}
		tests, err := jurisdiction.APRTests(c.code, f, interest.MustPercent(c.apr), rates.BuiltIn())
		if err != nil {
			t.Errorf("%+v: %v", c, err)
			continue
		}
		if c.limit == "" {
			if len(tests) != 0 {
				t.Errorf("%+v: %+v, want no test", c, tests)
			}
			continue
		}
		if len(tests) != 1 || tests[0].Limit.String() != c.limit || tests[0].Met != c.met || tests[0].Citation == "" || tests[0].Meaning == "" {
			t.Errorf("%+v: %+v", c, tests)
		}
	}
	if _, err := jurisdiction.APRTests("SE", jurisdiction.CreditFacts{Debtor: ledger.Consumer}, 0, rates.BuiltIn()); err == nil {
		t.Error("a contract without a day was put to the tests")
	}
	var none rates.Set
	f := jurisdiction.CreditFacts{Contracted: calendar.MustParseDate("2024-03-01"), Debtor: ledger.Consumer}
	if _, err := jurisdiction.APRTests("SE", f, 0, &none); err == nil || errors.Is(err, law.ErrNotKnown) {
		t.Errorf("without tables: %v", err)
	}
}
