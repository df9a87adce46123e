package oracle

import (
	"fmt"
	"strings"
	"testing"
)

// B, 100.00 without interest, beside C, 1.00 a day on 3 650.00, and a hold.
func blockedCase(hold, rest string) string {
	return lifeCase(`}, "due": "2024-12-31"}, {"id": "B", "principal": "100.00", "due": "2025-01-05", "interest": {"basis": "none"}`,
		`, "holds": [{"scope": "payments", `+hold+`}]`+rest)
}

func TestBlocked(t *testing.T) {
	const paid = `, "payments": [{"id": "P", "date": "2025-01-10", "amount": "150.00"%s}]`
	const clipped = `, "specification": [{"item": "C", "component": "principal", "amount": "30.00"}]`
	for _, c := range []struct{ name, hold, rest, asOf, lines, left, segments, findings string }{
		{
			"one claim: B is paid, 50.00 wait", `"from": "2025-01-10", "items": ["C"]`, fmt.Sprintf(paid, ""), "2025-01-31",
			"B principal 100.00 4", "50.00", "01-01 01-31 3650.00", "payment-blocked",
		},
		{
			"until the 20th: on the 21st, 21.00 of interest", `"from": "2025-01-10", "through": "2025-01-20", "items": ["C"]`, fmt.Sprintf(paid, ""), "2025-01-31",
			"B principal 100.00 4; C default-interest 21.00 2; C principal 29.00 4", "0.00", "01-01 01-21 3650.00, 01-22 01-31 3621.00", "payment-blocked",
		},
		{
			"not before that day has come", `"from": "2025-01-10", "through": "2025-01-20", "items": ["C"]`, fmt.Sprintf(paid, ""), "2025-01-20",
			"B principal 100.00 4", "50.00", "01-01 01-20 3650.00", "payment-blocked",
		},
		{
			"directed money goes there", `"from": "2025-01-10"`, fmt.Sprintf(paid, clipped), "2025-01-31",
			"C principal 30.00 0", "120.00", "01-01 01-10 3650.00, 01-11 01-31 3620.00", "payment-blocked",
		},
		{
			"a hold that is over or to come", `"from": "2025-01-11", "items": ["C"]`, fmt.Sprintf(paid, ""), "2025-01-31",
			"C default-interest 10.00 2; C principal 140.00 4", "0.00", "01-01 01-10 3650.00, 01-11 01-31 3510.00", "",
		},
		{
			"one that leaves no rest blocks nothing", `"from": "2025-01-10", "items": ["B"]`, fmt.Sprintf(paid, ""), "2025-01-31",
			"C default-interest 10.00 2; C principal 140.00 4", "0.00", "01-01 01-10 3650.00, 01-11 01-31 3510.00", "",
		},
	} {
		r := statement(t, blockedCase(c.hold, c.rest), c.asOf)
		wantEqual(t, c.name, []string{shownLines(r.Allocations[0]), r.Allocations[0].Unallocated, short(r.Items[0].Segments), strings.Join(r.Findings, " ")},
			[]string{c.lines, c.left, c.segments, c.findings})
	}
}

// A rest is blocked only where something is covered: 3 810.00 settle all there is
// (3 650.00, 10.00, 100.00); of the 50.00 left a later fee gets nothing, unless
// the hold is on the whole case and ends.
func TestBlockedByWhom(t *testing.T) {
	const rest = `, "payments": [{"id": "P", "date": "2025-01-10", "amount": "3810.00", "specification": [
		{"item": "C", "component": "interest", "amount": "10.00"}, {"item": "C", "component": "principal", "amount": "3650.00"}, {"item": "B", "component": "principal", "amount": "100.00"}]}],
		"fees": [{"id": "F", "code": "notice", "date": "2025-01-15", "amount": "60.00"}], "allocation": {"unallocated": %q}`
	for _, c := range []struct{ hold, unallocated, fee, findings string }{
		{`"from": "2025-01-01", "through": "2025-01-20", "items": ["C", "F"]`, "", "0.00", ""},
		{`"from": "2025-01-01", "through": "2025-01-20"`, "hold", "50.00", "payment-blocked"},
		{`"from": "2025-01-01"`, "hold", "0.00", "payment-blocked"},
		{`"from": "2025-01-01"`, "apply", "0.00", "payment-blocked"},
		{`"from": "2025-01-01", "through": "2025-01-20", "items": ["C", "F"]`, "apply", "50.00", ""},
		{`"from": "2025-01-01", "through": "2025-01-20", "items": ["C"]`, "apply", "50.00", ""},
		{`"from": "2025-01-01", "through": "2025-01-20", "items": ["C"], "recorded": "2025-02-01"`, "hold", "0.00", ""},
	} {
		r := statementKnown(t, blockedCase(c.hold, fmt.Sprintf(rest, c.unallocated)), At{"2025-01-31", "2025-01-31"})
		wantEqual(t, c.hold+" "+c.unallocated, []string{r.Items[2].Fee.Paid, strings.Join(r.Findings, " ")}, []string{c.fee, c.findings})
	}
}

// Two holds: the first ends on the 12th, the second on the 15th. Of 200.00 and
// 60.00 that find all covered B gets 100.00 on the 13th, before the payment of
// that day; the 100.00 and 60.00 left go to C on the 16th, with 16.00 of interest.
func TestReleaseInSteps(t *testing.T) {
	r := statement(t, lifeCase(`}}, {"id": "B", "principal": "100.00", "due": "2025-01-05", "interest": {"basis": "none"}`, `,
		"holds": [{"scope": "payments", "from": "2025-01-10", "through": "2025-01-15", "items": ["C"]}, {"scope": "payments", "items": ["B"], "from": "2025-01-10", "through": "2025-01-12"}],
		"payments": [{"id": "S", "date": "2025-01-13", "amount": "7.00"}, {"id": "P", "date": "2025-01-10", "amount": "200.00"}, {"id": "Q", "date": "2025-01-11", "amount": "60.00"}]`), "2025-01-31")
	var lines []string
	for _, a := range r.Allocations {
		lines = append(lines, a.Payment+": "+shownLines(a))
	}
	wantEqual(t, "lines", lines, []string{"P: B principal 100.00 4; C default-interest 16.00 2; C principal 84.00 4", "Q: C principal 60.00 4", "S: C principal 7.00 4"})
	wantEqual(t, "segments", short(r.Items[0].Segments), "01-01 01-16 3650.00, 01-17 01-31 3499.00")
}

// Where the payment day is free the day of the release does not bear on what it
// settles: 20.00 by the 20th, 3 630.00 of principal.
func TestReleaseOnAFreeDay(t *testing.T) {
	r := statement(t, lifeCase(`, "paymentDay": "free"}`, `, "holds": [{"scope": "payments", "from": "2025-01-10", "through": "2025-01-20"}],
		"payments": [{"id": "P", "date": "2025-01-10", "amount": "1845.00"}]`), "2025-01-31")
	wantEqual(t, "segments", []string{short(r.Items[0].Segments), shownLines(r.Allocations[0])},
		[]string{"01-01 01-20 3650.00, 01-21 01-31 1825.00", "C default-interest 20.00 2; C principal 1825.00 4"})
	p, err := Payoff([]byte(blockedCase(`"from": "2025-01-01"`, "")), "2025-01-31", fixture)
	if err != nil {
		t.Fatal(err)
	}
	wantEqual(t, "a payoff sees no hold", p.Amount, "3781.00")
}

// A chargeback reaches what is held: 5.00 and 1 825.00 are open, as in the case
// without a hold.
func TestReversalSeesAll(t *testing.T) {
	r := statement(t, lifeCase(`}`, `, "payments": [{"id": "P", "date": "2025-01-10", "amount": "1835.00"}],
		"reversals": [{"id": "R", "payment": "P", "date": "2025-01-20", "effect": "ratio"}], "holds": [{"scope": "payments", "from": "2025-01-15"}]`), "2025-01-31")
	wantEqual(t, "lines", shownLines(r.Allocations[1]), "C default-interest -5.01 0; C principal -1829.99 0")
}
