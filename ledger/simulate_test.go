package ledger

import (
	"errors"
	"testing"

	"github.com/skuld-go/skuld/money"
)

// 30 days of 12 % on 10 000 are 98.63. The first payment finds them with the fee of 60
// and its own of 50, raised before it; it leaves 5 000, on which 30 more days are 49.32.
func TestSimulate(t *testing.T) {
	c, r := simple(t)
	planned := []Planned{
		{ID: "p-1", Date: day("2024-03-01"), Fees: []Fee{{ID: "p-1-fee", Code: "invoice", Amount: sek("50.00")}}},
		{ID: "p-2", Date: day("2024-03-31")},
		{ID: "p-3", Date: day("2024-03-31")},
	}
	var found []string
	b, err := Simulate(c, r, At{AsOf: day("2024-03-31")}, planned, func(i int, open Totals, charged money.Amount) (money.Amount, error) {
		found = append(found, open.Total.Number()+" "+open.Fees.Number()+" "+charged.Number())
		return []money.Amount{sek("5208.63"), sek("5049.32"), sek("0.00")}[i], nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(found) != 3 || found[0] != "10208.63 110.00 110.00" || found[1] != "5049.32 0.00 110.00" || found[2] != "0.00 0.00 110.00" {
		t.Errorf("payments found %q", found)
	}
	st, err := b.Statement()
	if err != nil {
		t.Fatal(err)
	}
	if st.Totals.Total.Sign() != 0 || len(st.Allocations) != 2 || len(c.Payments) != 0 || len(c.Fees) != 1 {
		t.Errorf("%s left, %d payments; the case has %d payments and %d fees", st.Totals.Total, len(st.Allocations), len(c.Payments), len(c.Fees))
	}
	stop := errors.New("enough")
	if _, err := Simulate(c, r, At{AsOf: day("2024-03-31")}, planned, func(int, Totals, money.Amount) (money.Amount, error) { return sek("0.00"), stop }); !errors.Is(err, stop) {
		t.Errorf("an error of decide: %v", err)
	}
	planned[0], planned[1] = planned[1], planned[0]
	if _, err := Simulate(c, r, At{AsOf: day("2024-03-31")}, planned, nil); err == nil {
		t.Error("payments out of order were simulated")
	}
}
