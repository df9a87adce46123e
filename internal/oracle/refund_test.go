package oracle

import (
	"fmt"
	"strings"
	"testing"
)

// 4 000.00 on 10 January settle 10.00 and 3 650.00 and leave 340.00; 50.00 of the
// 12th find nothing open.
const overpaid = `, "payments": [{"id": "P", "date": "2025-01-10", "amount": "4000.00"}, {"id": "Q", "date": "2025-01-12", "amount": "50.00"}]`

func TestRefund(t *testing.T) {
	for _, c := range []struct{ name, rest, unallocated, balance string }{
		{"none", "", "340.00 50.00, 390.00", "refund-due 0.00 390.00 0.00"},
		{"part", `, "refunds": [{"id": "R", "date": "2025-01-12", "amount": "100.00", "payment": "P"}]`, "340.00 50.00 -100.00, 290.00", "refund-due 0.00 290.00 0.00"},
		{"before the second payment", `, "refunds": [{"id": "R", "date": "2025-01-11", "amount": "100.00"}]`, "340.00 -100.00 50.00, 290.00", "refund-due 0.00 290.00 0.00"},
		{"all", `, "refunds": [{"id": "R", "date": "2025-01-13", "amount": "390.00"}]`, "340.00 50.00 -390.00, 0.00", "settled 0.00 0.00 0.00"},
		{"more than there was", `, "refunds": [{"id": "R", "date": "2025-01-13", "amount": "400.01"}]`, "340.00 50.00 -400.01, 0.00", "over-refunded 0.00 0.00 10.01"},
		{"while something is open", `, "refunds": [{"id": "R", "date": "2025-01-13", "amount": "40.00"}], "fees": [{"id": "F", "code": "notice", "date": "2025-01-20", "amount": "5.00"}]`,
			"340.00 50.00 -40.00, 350.00", "open 350.00 0.00 0.00"},
		{"of a payment that came back: it went out still", `, "refunds": [{"id": "R", "date": "2025-01-13", "amount": "40.00", "payment": "Q"}],
			"reversals": [{"id": "S", "payment": "Q", "date": "2025-01-15", "effect": "mirror"}]`, "340.00 50.00 -40.00 -50.00, 300.00", "refund-due 0.00 300.00 0.00"},
		{"of one that was never made", `, "refunds": [{"id": "R", "date": "2025-01-13", "amount": "40.00", "payment": "Q"}],
			"reversals": [{"id": "S", "payment": "Q", "date": "2025-01-15"}]`, "340.00 -40.00, 300.00", "refund-due 0.00 300.00 0.00"},
	} {
		r := statement(t, lifeCase(`}`, overpaid+c.rest), "2025-01-31")
		var each []string
		for _, a := range r.Allocations {
			each = append(each, a.Unallocated)
			if a.Refund != "" {
				wantEqual(t, c.name+", entry", []any{a.Refund, a.Amount, a.Lines}, []any{"R", a.Unallocated, []Line(nil)})
			}
		}
		b := r.Balance
		wantEqual(t, c.name, []string{strings.Join(each, " ") + ", " + r.Paid.Unallocated, fmt.Sprint(b.Status, " ", b.Held, " ", b.RefundDue, " ", b.OverRefunded)},
			[]string{c.unallocated, c.balance})
	}
}

// 60.00 back, 50.00 of them of Q, which it names, and 10.00 of P; the fee finds
// 330.00 waiting. The payments' own figures stay.
func TestRefundedNoLongerWaits(t *testing.T) {
	r := statement(t, lifeCase(`}`, overpaid+`, "refunds": [{"id": "R", "date": "2025-01-12", "amount": "60.00", "payment": "Q"}], "allocation": {"unallocated": "apply"},
		"fees": [{"id": "F", "code": "notice", "date": "2025-01-20", "amount": "400.00"}]`), "2025-01-31")
	wantEqual(t, "lines", []string{shownLines(r.Allocations[0]), shownLines(r.Allocations[1]), r.Allocations[0].Unallocated, r.Allocations[1].Unallocated},
		[]string{"C default-interest 10.00 2; C principal 3650.00 4; F fee 330.00 1", "", "10.00", "50.00"})
	wantEqual(t, "sums", []any{r.Allocations[2].Payment, r.Totals.Total, r.Paid.Unallocated, r.Balance}, []any{"Q", "70.00", "0.00", Balance{"open", "0.00", "0.00", "0.00"}})
}

// The rest of 340.00 goes back, and the payment too: more went out than came in.
func TestOverRefundByReversal(t *testing.T) {
	for day, order := range map[string]string{"10": "P S R", "15": "P R S"} {
		r := statement(t, lifeCase(`}`, fmt.Sprintf(`, "payments": [{"id": "P", "date": "2025-01-10", "amount": "4000.00"}], "refunds": [{"id": "R", "date": "2025-01-11", "amount": "340.00"}],
			"reversals": [{"id": "S", "payment": "P", "date": "2025-01-%s", "effect": "mirror"}]`, day)), "2025-01-31")
		var entries, left []string
		for _, a := range r.Allocations {
			entries, left = append(entries, or(or(a.Refund, a.Reversal), a.Payment)), append(left, a.Unallocated)
		}
		wantEqual(t, day, []any{strings.Join(entries, " "), left, r.Balance.Status, r.Balance.OverRefunded, r.Paid.Unallocated},
			[]any{order, []string{"340.00", "-340.00", "-340.00"}, "over-refunded", "340.00", "0.00"})
	}
}

func TestRefundRefused(t *testing.T) {
	for path, refund := range map[string]string{
		"/amount":  `"date": "2025-01-11", "amount": "0.00"`,
		"/payment": `"date": "2025-01-11", "amount": "1.00", "payment": "X"`,
		"/date":    `"date": "2025-01-11", "amount": "1.00", "payment": "Q"`,
	} {
		_, err := Statement([]byte(lifeCase(`}`, overpaid+`, "refunds": [{"id": "R", `+refund+`}]`)), At{AsOf: "2025-01-31"}, fixture)
		if err == nil || !strings.HasPrefix(err.Error(), "/refunds/0"+path+":") {
			t.Errorf("want an error at %s, got %v", path, err)
		}
	}
}
