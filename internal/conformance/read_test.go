package conformance

import (
	"strings"
	"testing"
)

func TestReadAllocationsRefuses(t *testing.T) {
	allRefused(t, map[string][]string{
		``:    {"want one JSON object"},
		`[]`:  {"want one JSON object"},
		`{`:   {"want one JSON object"},
		`{}{`: {"more follows it"},
		`{}`:  {"neither allocations nor allocation_unit"},
		`{"allocations": 1, "allocation_unit": [1, {"charges_due_at_transaction_date": [{"kind": []}]}]}`: {
			"allocations is 1, want a list", "allocation_unit[0] is 1, want an object",
			"allocation_unit[1].timing is missing", "allocation_unit[1].amount is missing", "allocation_unit[1].order_due is missing",
			"allocation_unit[1].expected_paid and expected_unallocated are missing",
			"allocation_unit[1].charges_due_at_transaction_date[0].kind is [], want a string or a number",
			"allocation_unit[1].charges_due_at_transaction_date[0].amount is missing",
		},
		`{"allocation_unit": [{"timing": "in_advance", "order_due": ["fee"], "amount": "1e2"}]}`: {
			`allocation_unit[0].amount is "1e2", want an amount as 100.00`, "order_in_advance is missing",
		},
	})
}

func TestReadAllocationsRefusesPayments(t *testing.T) {
	allRefused(t, map[string][]string{
		`{"allocations": [{}]}`: {
			"allocations[0].processing is missing", "allocations[0].allocation_order is missing", "allocations[0].instalments_before is missing",
			"allocations[0].payment lacks its date or amount", "expected_after and expected_transaction have no figures, want some",
		},
		`{"allocations": [{` + horizontal + next + steps(principal) + before("1 32 1", "1 -") + `"expected_after": [7],
			"payment": {"date": "2026-07-15", "amount": "1,000"}, "expected_transaction": {"date": "2026-07-16", "amount": 5}}]}`: {
			"instalments_before[0].due_date: ", "instalments_before[0] lacks its due_date", "instalments_before[1] lacks its due_date or what is owed",
			"instalments_before[1].nr 1 stands in instalments_before twice", "expected_after[0] is 7, want an object",
			`payment.amount is "1,000"`, "expected_transaction.date is 2026-07-16, want that of the payment, 2026-07-15",
		},
		`{"allocations": [{"expected_after": [{"nr": 1, "due": 4}], "payment": {"date": "2026-07-15", "amount": 6}, "expected_transaction": {"amount": 5}}]}`: {
			"expected_after and expected_transaction have no figures, want some", "expected_transaction.amount is 5, want that of the payment, 6",
		},
	})
}

// allRefused wants everything that is malformed named.
func allRefused(t *testing.T, files map[string][]string) {
	t.Helper()
	for text, want := range files {
		_, _, err := ReadAllocations(strings.NewReader(text))
		for _, part := range want {
			if err == nil || !strings.Contains(err.Error(), part) {
				t.Errorf("%s: error %v, want in it %q", text, err, part)
			}
		}
	}
}

func TestReadAllocationsKeepsSoundVectors(t *testing.T) {
	_, waterfalls, err := ReadAllocations(strings.NewReader(`{"allocation_unit": [{}, {` + waterfall("12", "on_time", "", paid("0 0.5 5 6.5 0")) + `}]}`))
	if err == nil || len(waterfalls) != 1 || waterfalls[0].Judge() != (Verdict{}) {
		t.Errorf("%d waterfalls kept and error %v, want one that passes and an error", len(waterfalls), err)
	}
}
