package paymentplan_test

import (
	"testing"

	"github.com/skuld-go/skuld"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/paymentplan"
)

// A hold on payments keeps back what nobody directs; a plan directs its own payments, and
// those that come under it.
func TestPlansOverHeldPayments(t *testing.T) {
	free := twoInvoices()
	free.Payments = nil
	held := free
	held.Holds = []ledger.Hold{{ID: "H", Scope: ledger.HoldPayments, From: day("2024-01-15"), Reason: "stopped"}}
	one := []paymentplan.Payment{{ID: "P", Date: day("2024-04-01"), Amount: sek("500.00")}}
	for _, r := range []paymentplan.Request{
		{Kind: paymentplan.Linear, Start: day("2024-03-01"), Count: 3},
		{Kind: paymentplan.Annuity, Start: day("2024-03-01"), Count: 4, Fees: paymentplan.Fees{Invoice: sek("20.00")}},
		{Kind: paymentplan.FixedAmount, Start: day("2024-03-01"), Amount: sek("700.00"), Life: &paymentplan.Life{
			AsOf: day("2024-05-15"), SettleOn: day("2024-05-15"), Payments: one,
			Restructure: &paymentplan.Restructuring{Date: day("2024-05-15"), Change: paymentplan.Reage, Interest: paymentplan.WaiveInterest, Count: 3},
		}},
	} {
		want, got := overCase(t, free, r), overCase(t, held, r)
		if show(got.Rows) != show(want.Rows) {
			t.Errorf("%s: %s, want %s", r.Kind, show(got.Rows), show(want.Rows))
		}
		if r.Life != nil && (*got.Settlement != *want.Settlement || show(got.Restructured.Schedule.Rows) != show(want.Restructured.Schedule.Rows)) {
			t.Errorf("settled by %+v, want %+v; then %s, want %s", got.Settlement, want.Settlement, show(got.Restructured.Schedule.Rows), show(want.Restructured.Schedule.Rows))
		}
		paid, err := got.Apply(held)
		if err != nil {
			t.Fatal(err)
		}
		if st, err := skuld.Default().Statement(paid, skuld.At{AsOf: got.Rows[len(got.Rows)-1].DueDate}); err != nil || st.Totals.Total.Sign() != 0 {
			t.Errorf("%s: %v left of a plan paid to the letter: %v", r.Kind, st, err)
		}
	}
}
