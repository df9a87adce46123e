package conformance

import (
	"fmt"
	"strings"
	"testing"
)

// waterfall writes a vector: amount, timing, charges, and what is wanted, on an
// installment with principal 30, interest 4, fee 5 and penalty 6.50.
func waterfall(amount, timing, charges, want string) string {
	return fmt.Sprintf(`"amount": %s, "timing": "%s", "charges_due_at_transaction_date": [%s], %s,
		"order_due": ["penalty", "fee", "interest", "principal"], "order_in_advance": ["principal", "interest", "fee", "penalty"],
		"installment_outstanding": {"principal": 30, "interest": "4.0", "fee": 5, "penalty": "6.5"}`, amount, timing, charges, want)
}

// paid writes what is wanted: principal, interest, fee, penalty, unallocated.
func paid(values string) string {
	v := strings.Fields(values)
	return fmt.Sprintf(`"expected_paid": {"principal": %s, "interest": %s, "fee": "%s", "penalty": "%s"}, "expected_unallocated": %s`, v[0], v[1], v[2], v[3], v[4])
}

func chargeOf(kind, amount, due string) string {
	return fmt.Sprintf(`{"kind": "%s", "amount": %s, "effective_due": "%s"}`, kind, amount, due)
}

func judgeWaterfall(t *testing.T, vector string) Verdict {
	t.Helper()
	_, waterfalls, err := ReadAllocations(strings.NewReader(`{"allocation_unit": [{` + vector + `}]}`))
	if err != nil {
		t.Fatalf("%s: %v", vector, err)
	}
	return waterfalls[0].Judge()
}

func TestWaterfall(t *testing.T) {
	penalty := chargeOf("penalty", "2", "transactionDate")
	fee := chargeOf("fee", `"1.25"`, "transactionDate.minusDays(1")
	later := chargeOf("fee", "5", "transactionDate.plusMonths(1)")
	for _, tt := range []struct{ vector, outside, problem string }{
		{vector: waterfall("50", "on_time", "", paid("30 4 5 6.50 4.5"))},
		{vector: waterfall("12", "on_time", "", paid("0 0.5 5 6.50 0"))},
		{vector: waterfall("12", "late", later, paid("0 0.5 5 6.50 0"))},
		{vector: waterfall("12", "in_advance", "", paid("12 0 0 0 0"))},
		{vector: waterfall("12", "in_advance", later, paid("12 0 0 0 0"))},
		// Penalty 2 and fee 1.25 are due: 8.75 are left for principal.
		{vector: waterfall("12", "in_advance", penalty+","+fee, paid("8.75 0 1.25 2 0"))},
		// Whole charges of 20 and more than that: no more than the 5 open.
		{vector: waterfall(`"12.000"`, "in_advance", chargeOf("fee", "20", "transactionDate.minusYears(1)"), paid("7 0 5 0 0"))},
		{vector: waterfall("12", "in_advance", `{"kind": "fee", "amount": 2}`, `"expected_paid": {"principal": 10}`)},
		{vector: waterfall("50", "late", "", `"expected_unallocated": "4.5"`)},
		{vector: waterfall("12", "in_advance", penalty, paid("11 0 0 2 0")), problem: "paid principal 10.00, want 11.00"},
		{vector: waterfall("50", "late", "", `"expected_unallocated": 4`), problem: "unallocated 4.50, want 4.00"},
		{vector: waterfall("12", "never", "", paid("12 0 0 0 0")), outside: "timing never"},
		{vector: waterfall("12.3456", "late", "", paid("12 0 0 0 0")), outside: "amounts of 4 decimals"},
		{vector: waterfall("12", "late", chargeOf("tax", "1", ""), paid("12 0 0 0 0")), outside: "charge tax"},
		{vector: waterfall("12", "late", chargeOf("interest", "1", ""), paid("12 0 0 0 0")), outside: "charge interest"},
		{vector: waterfall("12", "late", chargeOf("fee", "1", "dueDate"), paid("12 0 0 0 0")), outside: "effective_due dueDate"},
		{vector: strings.Replace(waterfall("12", "late", "", paid("12 0 0 0 0")), `"fee",`, `"tax",`, 2), outside: "component tax"},
		{vector: strings.Replace(waterfall("12", "late", "", paid("12 0 0 0 0")), `"fee": 5`, `"tax": 5`, 1), outside: "key tax"},
	} {
		v := judgeWaterfall(t, tt.vector)
		problem := ""
		if v.Problem != nil {
			problem = v.Problem.Error()
		}
		if v.OutOfScope != tt.outside || problem != tt.problem {
			t.Errorf("%s:\nverdict %+v, want out of scope %q, problem %q", tt.vector, v, tt.outside, tt.problem)
		}
	}
}

func TestEffectiveDue(t *testing.T) {
	for text, want := range map[string]int{
		"": 0, "transactionDate": 0, "transactionDate.minusDays(1": -1, "transactionDate.plusDays(12)": 12,
		"transactionDate.minusWeeks(2)": -14, "transactionDate.plusDays(0)": 0,
	} {
		if got, ok := effectiveDue(text); !ok || int(got-paymentDay) != want {
			t.Errorf("%q is %d days off, want %d", text, got-paymentDay, want)
		}
	}
	for _, text := range []string{"yesterday", "transactionDate.minusHours(1)", "transactionDate.minusDays(x)", "transactionDate.minusDays(1))"} {
		if got, ok := effectiveDue(text); ok {
			t.Errorf("%q is %v, want unknown", text, got)
		}
	}
}
