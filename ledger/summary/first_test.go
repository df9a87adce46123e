package summary

import (
	"testing"

	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
)

// The interest with which a claim was registered is original, whatever of it was left when
// the books were taken over.
func TestFirstInterest(t *testing.T) {
	sek := func(s string) money.Amount { return money.MustParse(s + " SEK") }
	zero, asOf := sek("0.00"), money.ExactOf(sek("4.20"))
	interest := ledger.InterestAccount{
		Component: 3, Opening: sek("4.20"), Accrued: sek("4.20"), Exact: asOf, Remaining: sek("4.20"), Paid: zero, Adjusted: zero,
		Capitalized: zero, Disposed: zero, CappedAway: zero,
	}
	st := &ledger.Statement{
		Case: "C", AsOf: 738000, Currency: sek("0.00").Currency(),
		Totals: ledger.Totals{Principal: sek("100.00"), Capitalized: zero, Interest: sek("4.20"), DefaultInterest: sek("4.20"), ContractInterest: zero, Fees: zero, Total: sek("104.20")},
		Paid:   ledger.Paid{Principal: zero, Capitalized: zero, Interest: zero, Fees: zero, Total: zero},
		Items: []ledger.Item{{
			ID: "D", Principal: ledger.PrincipalAccount{Original: sek("150.00"), Opening: sek("100.00"), Remaining: sek("100.00")}, Parts: []ledger.InterestAccount{interest},
		}},
	}
	v, err := Case(Entry{Case: ledger.Case{ID: "C", Currency: st.Currency}, Statement: st, FirstInterest: map[string]money.Amount{"D": sek("14.20")}})
	if err != nil {
		t.Fatal(err)
	}
	if v.Original.Interest != sek("14.20") || v.Original.Sum != sek("164.20") || v.Before.Interest != sek("10.00") || v.Before.Sum != sek("60.00") {
		t.Errorf("original %s, before %s", v.Original, v.Before)
	}
}
