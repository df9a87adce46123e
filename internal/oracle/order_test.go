package oracle

import (
	"fmt"
	"testing"
)

// On 28 February A, due first, owes 28.00 of contract interest, B 36.00 of
// default interest; C is due in December; the fees are of 20 and 28 February.
func TestLatestAndEven(t *testing.T) {
	for _, c := range []struct{ name, amount, allocation, lines string }{
		{"the latest due date first", "9010.00", `{"rungs": [{"components": ["principal"], "order": "latest"}]}`, "C principal 9000.00 1; B principal 10.00 1"},
		{"fees among claims", "50.00", `{"rungs": [{"components": ["fee", "interest"], "order": "latest"}]}`,
			"G fee 7.00 1; F fee 5.00 1; B default-interest 36.00 1; A contract-interest 2.00 1"},
		{"buckets come first", "40.00", `{"rungs": [{"components": ["interest", "fee"], "due": ["past-due", "due"], "order": "latest"}]}`,
			"F fee 5.00 1; B default-interest 35.00 1"},
		// 12.50 each; of the fees' parts 7.50 and 5.50 come back and are shared by two.
		{"equal parts", "50.00", `{"rungs": [{"components": ["fee", "interest"], "order": "even"}]}`,
			"A contract-interest 19.00 1; B default-interest 19.00 1; F fee 5.00 1; G fee 7.00 1"},
		{"the difference to the last", "0.05", `{"rungs": [{"components": ["principal"], "order": "even"}]}`, "A principal 0.02 1; B principal 0.02 1; C principal 0.01 1"},
		{"less than one each", "0.02", `{"rungs": [{"components": ["principal"], "order": "even"}]}`, "A principal 0.01 1; B principal 0.01 1"},
		{"money enough", "20.00", `{"rungs": [{"components": ["fee"], "order": "even"}]}`, "F fee 5.00 1; G fee 7.00 1"},
		{"each bucket by itself", "9000.03", `{"rungs": [{"components": ["principal"], "due": ["in-advance", "past-due"], "order": "even"}]}`,
			"C principal 9000.00 1; A principal 0.02 1; B principal 0.01 1"},
		// 45.00 each: B has 36.00 of interest, the rest is principal.
		{"components in turn", "90.00", `{"rungs": [{"components": ["interest", "principal"], "due": ["past-due"], "order": "even"}]}`,
			"A contract-interest 28.00 1; A principal 17.00 1; B default-interest 36.00 1; B principal 9.00 1"},
		{"items through a run", "90.00", `{"rungs": [{"components": ["interest"], "due": ["past-due"], "order": "even"}, {"components": ["principal"], "due": ["past-due"]}], "processing": "horizontal"}`,
			"A contract-interest 28.00 1; A principal 17.00 2; B default-interest 36.00 1; B principal 9.00 2"},
	} {
		r := statement(t, fmt.Sprintf(twoClaims, c.amount, "", c.allocation), "2025-02-28")
		wantEqual(t, c.name, shownLines(r.Allocations[0]), c.lines)
	}
}

func TestEvenly(t *testing.T) {
	for _, c := range []struct {
		amount        int64
		weights, want []int64
	}{
		{10, []int64{100, 100, 100}, []int64{3, 3, 4}},
		{100, []int64{10, 20, 30}, []int64{10, 20, 30}},
		{30, []int64{2, 100, 3}, []int64{2, 25, 3}},
		{2, []int64{5, 5, 1}, []int64{1, 1, 0}},        // 2/3 rounds up
		{10, []int64{9, 9, 9, 9}, []int64{2, 2, 2, 4}}, // 2.5 to even
		{7, nil, []int64{}},
	} {
		wantEqual(t, fmt.Sprint(c.amount, c.weights), evenly(c.amount, c.weights), c.want)
	}
}

// A run ends where the next rung looks at other claims.
func TestRunsEnd(t *testing.T) {
	for _, c := range []struct{ name, rungs, lines string }{
		{"of other groups", `{"components": ["interest"]}, {"components": ["principal"], "groups": ["g"]}`, "A contract-interest 28.00 1; B default-interest 36.00 1; A principal 6.00 2"},
		{"otherwise due", `{"components": ["interest"], "due": ["past-due"]}, {"components": ["principal"]}`, "A contract-interest 28.00 1; B default-interest 36.00 1; A principal 6.00 2"},
		{"alike", `{"components": ["interest"], "due": ["past-due"]}, {"components": ["principal"], "due": ["past-due"]}`, "A contract-interest 28.00 1; A principal 42.00 2"},
		{"interleaved", `{"components": ["interest"], "groups": ["g"]}, {"components": ["interest"], "due": ["past-due"]}, {"components": ["principal"], "due": ["past-due"]}`,
			"A contract-interest 28.00 1; A principal 42.00 3"},
	} {
		r := statement(t, fmt.Sprintf(twoClaims, "70.00", "", `{"processing": "horizontal", "rungs": [`+c.rungs+`]}`), "2025-02-28")
		wantEqual(t, c.name, shownLines(r.Allocations[0]), c.lines)
	}
}

// 40.00 of 60.00 are for B, of which 36.00 are interest.
func TestDirection(t *testing.T) {
	const toItem, toPrincipal = `{"item": "B", "amount": "40.00"}`, `{"item": "B", "component": "principal", "amount": "40.00"}`
	const order = "F fee 5.00 1; G fee 7.00 1; A contract-interest 28.00 2; B default-interest 20.00 2"
	for _, c := range []struct{ name, entry, allocation, lines, rest, finding string }{
		{"in the order of the case", toItem, `{}`, "B default-interest 36.00 0; B principal 4.00 0; F fee 5.00 1; G fee 7.00 1; A contract-interest 8.00 2", "0.00", ""},
		{"of a preset", toItem, `{"preset": "DE-BGB-497"}`, "B principal 40.00 0; F fee 5.00 1; G fee 7.00 1; A contract-interest 8.00 2", "0.00", ""},
		{"without the filters", toItem, `{"rungs": [{"components": ["fee"], "codes": ["plan"]}, {"components": ["principal"], "groups": ["g"]}, {"components": ["principal", "interest"]}]}`,
			"B principal 40.00 0; A principal 20.00 2", "0.00", ""},
		{"not to what no rung names", toItem, `{"rungs": [{"components": ["fee"]}]}`, "F fee 5.00 1; G fee 7.00 1", "48.00", "specification-clipped"},
		{"clipped", `{"item": "F", "amount": "40.00"}`, `{}`, "F fee 5.00 0; G fee 7.00 1; A contract-interest 28.00 2; B default-interest 20.00 2", "0.00", "specification-clipped"},
		{"to the item at most", toPrincipal, `{"direction": "item"}`, "B default-interest 36.00 0; B principal 4.00 0; F fee 5.00 1; G fee 7.00 1; A contract-interest 8.00 2", "0.00", ""},
		{"free", toPrincipal, `{"direction": "free"}`, "B principal 40.00 0; F fee 5.00 1; G fee 7.00 1; A contract-interest 8.00 2", "0.00", ""},
		{"not at all", toPrincipal, `{"direction": "none"}`, order, "0.00", "direction-refused"},
		{"nor clipped", `{"item": "F", "component": "fee", "amount": "40.00"}`, `{"direction": "none"}`, order, "0.00", "direction-refused"},
	} {
		a := statement(t, fmt.Sprintf(twoClaims, "60.00", `, "specification": [`+c.entry+`]`, c.allocation), "2025-02-28")
		var findings []string
		if c.finding != "" {
			findings = []string{c.finding}
		}
		wantEqual(t, c.name, []any{shownLines(a.Allocations[0]), a.Allocations[0].Unallocated, a.Findings}, []any{c.lines, c.rest, findings})
	}
}

func TestDirectionRefused(t *testing.T) {
	for _, c := range []struct{ entry, allocation string }{
		{`{"item": "B", "amount": "60.01"}`, `{"direction": "none"}`},
		{`{"item": "X", "amount": "1.00"}`, `{"direction": "none"}`},
		{`{"item": "B", "component": "rest", "amount": "1.00"}`, `{}`},
		{`{"item": "B", "amount": "1.00"}`, `{"direction": "claim"}`},
	} {
		text := fmt.Sprintf(twoClaims, "60.00", `, "specification": [`+c.entry+`]`, c.allocation)
		if _, err := Statement([]byte(text), At{AsOf: "2025-02-28"}, fixture); err == nil {
			t.Errorf("no error for %s under %s", c.entry, c.allocation)
		}
	}
}
