package contract_test

import (
	"math/big"
	"testing"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/paymentplan/contract"
)

// longest is a contract with as many dates as there may be, each with a fixing of
// eighteen digits and a level of its own.
func longest() contract.Terms {
	c := loan(contract.Annuity)
	c.Start, c.Maturity, c.DayCount = day("1950-01-01"), day("2049-12-01"), calendar.ActActISDA
	c.Repayments = repay("1950-02-01", "0")
	c.Resets = []contract.Reset{{Cycle: monthly("1950-02-01"), Spread: rat("0.02")}}
	for k := range contract.MaxDates {
		c.Fixings = append(c.Fixings, contract.Fixing{Date: day("1950-01-01").AddMonths(k), Rate: new(big.Rat).SetFrac64(27182818284590453+int64(k)*977, 1e18)})
	}
	return c
}

func TestLongest(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds under the race detector")
	}
	list := events(t, longest())
	if n := len(list); n < 4*1198 {
		t.Fatalf("%d events", n)
	}
	if sum := paid(list, contract.Repaid, contract.Matured); sum.Cmp(rat("12000")) != 0 {
		t.Errorf("%s repaid", sum.FloatString(70))
	}
	last := list[len(list)-1]
	if closing := paid(list[len(list)-2:], contract.InterestPaid, contract.Matured); !close(closing, last.Level.Rat()) {
		t.Errorf("closes with %s, level %s", closing.FloatString(60), last.Level.Fixed(60))
	}
	for _, e := range list {
		for _, x := range []*big.Rat{e.Amount.Rat(), e.Balance.Rat(), e.Accrued.Rat(), e.Level.Rat()} {
			if x.Denom().BitLen() > 4200 {
				t.Fatalf("%s on %s: a denominator of %d bits", e.Kind, e.Date, x.Denom().BitLen())
			}
		}
	}
}

func BenchmarkEvents(b *testing.B) {
	mortgage := longest()
	mortgage.Maturity = day("1980-01-01")
	for b.Loop() {
		if _, err := mortgage.Events(0); err != nil {
			b.Fatal(err)
		}
	}
}
