package conformance

import (
	"fmt"
	"strings"
	"testing"
)

const (
	horizontal = `"processing": "HORIZONTAL", `
	vertical   = `"processing": "VERTICAL", `
	next       = `"future_instalment_rule": "NEXT_INSTALLMENT", `
	last       = `"future_instalment_rule": "LAST_INSTALLMENT", `
	even       = `"future_instalment_rule": "REAMORTIZATION", `
)

// steps writes an allocation order of its words.
func steps(words string) string {
	return `"allocation_order": ["` + strings.ReplaceAll(words, " ", `", "`) + `"], `
}

// plan writes rows of: nr, day of July 2026, principal, interest, fees and
// penalties owed, paid, in advance, late and outstanding; "-" is not given.
func plan(key string, rows ...string) string {
	names := []string{"nr", "due_date", "principal", "interest", "fees", "penalties", "paid", "paid_in_advance", "paid_late", "outstanding"}
	var objects []string
	for _, row := range rows {
		var fields []string
		for i, value := range strings.Fields(row) {
			switch {
			case value == "-":
				continue
			case names[i] == "due_date":
				value = `"2026-07-` + value + `"`
			case i%2 == 0: // amounts are numbers here and text there
				value = `"` + value + `"`
			}
			fields = append(fields, `"`+names[i]+`": `+value)
		}
		objects = append(objects, "{"+strings.Join(fields, ", ")+"}")
	}
	return `"` + key + `": [` + strings.Join(objects, ", ") + `], `
}

func before(rows ...string) string { return plan("instalments_before", rows...) }
func after(rows ...string) string  { return plan("expected_after", rows...) }

// pays writes a payment of 15 July 2026.
func pays(amount string) string {
	return `"payment": {"date": "2026-07-15", "amount": ` + amount + `}, `
}

// splits writes the transaction: principal, interest, fees, penalties, balance.
func splits(values string) string {
	v := strings.Fields(values)
	return fmt.Sprintf(`"expected_transaction": {"principal": "%s", "interest": %s, "fees": %s, "penalties": %s, "balance": "%s"}, `, v[0], v[1], v[2], v[3], v[4])
}

func judgeAllocation(t *testing.T, vector string) Verdict {
	t.Helper()
	payments, _, err := ReadAllocations(strings.NewReader(`{"allocations": [{` + vector + `"id": "own"}]}`))
	if err != nil {
		t.Fatalf("%s: %v", vector, err)
	}
	return payments[0].Judge()
}

const (
	byPenalty = "PAST_DUE_PENALTY PAST_DUE_FEE PAST_DUE_INTEREST PAST_DUE_PRINCIPAL"
	mixed     = "DUE_PENALTY IN_ADVANCE_PRINCIPAL DUE_FEE DUE_PRINCIPAL"
	principal = "PAST_DUE_PRINCIPAL DUE_PRINCIPAL IN_ADVANCE_PRINCIPAL"
	byBucket  = "PAST_DUE_INTEREST PAST_DUE_PRINCIPAL DUE_INTEREST DUE_PRINCIPAL IN_ADVANCE_PRINCIPAL IN_ADVANCE_INTEREST"
)

func threeLater() string {
	return before("1 22 10 0 0 0 0 0 0 10", "2 24 10 0 0 0 0 0 0 10", "3 24 10 0 0 0 0 0 0 10")
}
