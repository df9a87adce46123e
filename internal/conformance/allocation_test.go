package conformance

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// tally counts the verdicts on a set of vectors.
type tally struct {
	vectors, attempted, passed int
	outside                    map[string]int
}

func (c *tally) add(t *testing.T, name string, v Verdict) {
	t.Helper()
	c.vectors++
	if v.OutOfScope != "" {
		if c.outside == nil {
			c.outside = map[string]int{}
		}
		c.outside[v.OutOfScope]++
		return
	}
	c.attempted++
	if v.Problem != nil {
		t.Errorf("%s:\n\t%s", name, strings.ReplaceAll(v.Problem.Error(), "\n", "\n\t"))
		return
	}
	c.passed++
}

func (c *tally) print(t *testing.T, set string) {
	t.Helper()
	fmt.Printf("%s: %d/%d, out of scope (%s)\n", set, c.passed, c.attempted, counts(c.outside))
	if c.vectors > 0 && c.attempted == 0 {
		t.Errorf("%d vectors of %s and none in scope", c.vectors, set)
	}
}

// TestAllocations runs the foreign payment-allocation vectors of the directory
// that SKULD_VECTORS names.
func TestAllocations(t *testing.T) {
	dir := os.Getenv("SKULD_VECTORS")
	if dir == "" {
		t.Skip("SKULD_VECTORS is not set: no foreign vectors to run")
	}
	file, err := os.Open(filepath.Join(dir, "fineract.json"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	payments, waterfalls, err := ReadAllocations(file)
	if err != nil {
		t.Error(err)
	}
	var c tally
	for _, v := range payments {
		c.add(t, v.ID, v.Judge())
	}
	c.print(t, "allocations")
	c = tally{}
	for _, v := range waterfalls {
		c.add(t, v.ID, v.Judge())
	}
	c.print(t, "allocation_unit")
}

// TestAllocationOrders works vectors whose figures were found by hand.
func TestAllocationOrders(t *testing.T) {
	twoLate := before("1 01 50 5 2 1 0 0 0 58", "2 08 50 5 2 1 0 0 0 58")
	dueAndLater := before("1 15 10 0 4 3 0 0 0 17", "2 22 5 0 0 0 0 0 0 5")
	allPass(t, map[string]string{
		// 1 + 2 + 5 of the first, then 4 of its principal.
		"installment by installment": horizontal + next + steps(byPenalty) + twoLate + pays(`12`) +
			after("1 01 50 5 2 1 12 0 12 46", "2 08 50 5 2 1 0 0 0 58") + splits("4 5 2 1 96"),
		// Penalties 1 + 1, fees 2 + 2, interest 5 + 1.
		"type by type": vertical + next + steps(byPenalty) + twoLate + pays(`"12.00"`) +
			after("1 01 50 5 2 1 8 0 8 50", "2 08 50 5 2 1 4 0 4 54") + splits("0 6 4 2 100"),
		// Penalty 3, principal in advance 5, fee 2.
		"interleaved": vertical + next + steps(mixed) + dueAndLater + pays(`10`) +
			after("1 15 10 0 4 3 5 0 0 12", "2 22 5 0 0 0 5 5 0 0") + splits("5 0 2 3 10"),
		// The due type comes first: penalty 3, fee 4, principal 3.
		"interleaved, gathered": horizontal + next + steps(mixed) + dueAndLater + pays(`10`) +
			after("1 15 10 0 4 3 10 0 0 7", "2 22 5 0 0 0 0 0 0 5") + splits("3 0 4 3 12"),
	})
}

// TestAllocationInAdvance works the rules for money beyond what is due.
func TestAllocationInAdvance(t *testing.T) {
	three := threeLater()
	allPass(t, map[string]string{
		"next": horizontal + next + steps(principal) + three + pays(`12`) +
			after("1 22 10 0 0 0 10 10 0 0", "2 24 10 0 0 0 2 2 0 8", "3 24 10 0 0 0 0 0 0 10") + splits("12 0 0 0 18"),
		"last, the higher number of two": horizontal + last + steps(principal) + three + pays(`12`) +
			after("1 22 10 0 0 0 0 0 0 10", "2 24 10 0 0 0 2 2 0 8", "3 24 10 0 0 0 10 10 0 0") + splits("12 0 0 0 18"),
		"even, the odd cent last": vertical + even + steps(principal) + three + pays(`10`) +
			after("1 22 10 0 0 0 3.33 3.33 0 6.67", "2 24 10 0 0 0 3.33 3.33 0 6.67", "3 24 10 0 0 0 3.34 3.34 0 6.66") + splits("10 0 0 0 20"),
		"even in thousandths": horizontal + even + steps(principal) + three + pays(`"1.0"`) +
			after("1 22 10 0 0 0 0.333 0.333 0 9.667", "2 24 10 0 0 0 0.333 0.333 0 9.667", "3 24 10 0 0 0 0.334 0.334 0 9.666"),
	})
}

// TestAllocationPlans reads plans with earlier payments and with keys that are
// not given.
func TestAllocationPlans(t *testing.T) {
	allPass(t, map[string]string{
		// 4 in advance were principal, 4 when due were interest: 6 interest, 96
		// principal are open.
		"earlier money": vertical + next + steps(byBucket) + before("1 01 100 10 0 0 8 4 0 102") + pays(`10`) +
			after("1 01 100 10 0 0 18 4 10 92") + splits("4 6 0 0 92"),
		"overpaid, outstanding from what was paid": vertical + next + steps(principal) + before("1 15 100 0 0 0 - - - 30") + pays(`40`) +
			after("1 15 100 0 0 0 100 0 0 0") + splits("30 0 0 0 0"),
		"no rule where nothing is in advance": horizontal + steps(principal) + before("1 15 9 - - - - - - -") + pays(`4`) +
			after("1 - - - - - 4 - - 5"),
		"transaction only": horizontal + last + steps(principal) + threeLater() + pays(`12`) +
			`"expected_transaction": {"date": "2026-07-15", "type": "Goodwill Credit", "amount": "12.00", "principal": 12}, `,
	})
}

func allPass(t *testing.T, vectors map[string]string) {
	t.Helper()
	for name, vector := range vectors {
		if v := judgeAllocation(t, vector); v != (Verdict{}) {
			t.Errorf("%s: verdict %+v, want passed", name, v)
		}
	}
}

// TestAllocationFails shows that every figure is compared and that figures which
// contradict each other are reported.
func TestAllocationFails(t *testing.T) {
	base := horizontal + next + steps(principal) + pays(`10`)
	one := before("1 15 20 0 0 0 0 0 0 20")
	for vector, want := range map[string]string{
		base + one + after("1 15 20 0 0 0 9 0 0 10"):                       "installment 1 paid 10.00, want 9.00",
		base + one + after("1 15 20 0 0 0 10 0 0 9"):                       "installment 1 outstanding 10.00, want 9.00",
		base + one + after("1 15 20 0 0 0 10 1 0 10"):                      "installment 1 paid in advance 0.00, want 1.00",
		base + one + after("1 15 20 0 0 0 10 0 10 10"):                     "installment 1 paid late 0.00, want 10.00",
		base + one + splits("10 0 0 0 9"):                                  "balance after the transaction 10.00, want 9.00",
		base + one + splits("9 0 0 1 10"):                                  "transaction principal 10.00, want 9.00\ntransaction penalties 0.00, want 1.00",
		base + before("1 15 20 0 0 0 25 0 0 0") + after("1 15 20 0 0 0 0"): "installment 1 owes 20.00 and has 25.00 paid, of it 0.00 in advance and 0.00 late, want no less than the parts of each",
		base + before("1 15 20 0 0 0 5 3 3 15") + after("1 15 20 0 0 0 0"): "installment 1 owes 20.00 and has 5.00 paid, of it 3.00 in advance and 3.00 late, want no less than the parts of each",
		base + one + after("1 15 20 0 0 0 10 0 0 9999999999999999999"):     "9999999999999999999 EUR is over 10^15 minor units: amount too large",
	} {
		v := judgeAllocation(t, vector)
		if v.OutOfScope != "" || v.Problem == nil || v.Problem.Error() != want {
			t.Errorf("%s: verdict %+v, want %q", vector, v, want)
		}
	}
	v := judgeAllocation(t, base+`"instalments_before": [{"nr": 1, "due_date": "2026-07-15", "principal": 20, "due": 21}], `+splits("10 0 0 0 10"))
	if want := "installment 1 owes 21, its components 20.00"; v.Problem == nil || v.Problem.Error() != want {
		t.Errorf("verdict %+v, want %q", v, want)
	}
}

// TestAllocationOutOfScope names the features that the library does not have.
func TestAllocationOutOfScope(t *testing.T) {
	pay := pays(`10`)
	one, done := before("1 15 20 0 0 0 0 0 0 20"), after("1 15 20 0 0 0 10 0 0 10")
	later := before("1 22 20 0 0 5 0 0 0 25", "2 23 20 0 0 0 0 0 0 20")
	split := splits("10 0 0 0 10")
	for vector, want := range map[string]string{
		`"processing": "DIAGONAL", ` + next + steps(principal) + one + done + pay:                                       "processing DIAGONAL",
		horizontal + `"future_instalment_rule": "OLDEST", ` + steps(principal) + one + done + pay:                       "future_instalment_rule OLDEST",
		horizontal + next + steps("DUE_INSURANCE DUE_PRINCIPAL SOME_FEE") + one + done + pay:                            "allocation_order DUE_INSURANCE and allocation_order SOME_FEE",
		horizontal + next + steps(principal) + one + done + pay + `"moratorium": true, "note": "x", `:                   "key moratorium",
		horizontal + next + steps(principal) + one + pay + `"expected_transaction": {"type": "Chargeback", "fees": 0},`: "transaction Chargeback",
		horizontal + next + steps(principal) + one + done + pays(`"1.0001"`):                                            "amounts of 4 decimals",
		horizontal + next + steps(principal) + one + done + pays(`-1`):                                                  "amounts below 0",
		horizontal + next + steps(principal) + before("1 15 20 0 0 0 5 0 0 10") + split + pay:                           "installments of which something is waived or written off",
		horizontal + next + steps(principal) + one + after("1 15 19 0 0 0 10 0 0 9") + pay:                              "installments that the payment changes",
		horizontal + next + steps(principal) + one + after("2 15 20 0 0 0 10 0 0 10") + pay:                             "installments that the payment changes",
		horizontal + next + steps(principal) + one + after("1 16 20 0 0 0 10 0 0 10") + pay:                             "installments that the payment changes",
		horizontal + next + steps(principal) + later + done + pay:                                                       "installments that the payment changes",
		horizontal + next + steps(byPenalty) + before("1 01 20 0 0 5 7 0 7 18") + split + pay:                           "earlier money of which the components are not known",
		horizontal + next + steps(principal) + before("1 01 20 5 0 0 21 0 21 4") + split + pay:                          "earlier money of which the components are not known",
		horizontal + even + steps(byBucket) + before("1 01 20 5 0 0 7 7 0 18") + split + pay:                            "earlier money of which the components are not known",
		horizontal + even + steps("IN_ADVANCE_PENALTY IN_ADVANCE_PRINCIPAL") + later + split + pay:                      "horizontal REAMORTIZATION of several components",
		horizontal + steps(principal) + later + split + pay:                                                             "money in advance without future_instalment_rule",
	} {
		if v := judgeAllocation(t, vector); v.OutOfScope != want || v.Problem != nil {
			t.Errorf("%s: verdict %+v, want out of scope %q", vector, v, want)
		}
	}
}
