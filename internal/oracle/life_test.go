package oracle

import (
	"fmt"
	"strings"
	"testing"
)

// lifeCase is a claim of 3 650.00 at 10 %, 1.00 a day from 1 January 2025 on, with more
// terms of the claim and more of the case.
func lifeCase(claim, rest string) string {
	return fmt.Sprintf(`{"id": "X", "currency": "EUR", "claims": [{"id": "C", "principal": "3650.00", "due": "2024-12-31", "interest": {"basis": "fixed", "rate": "10"%s}]%s}`, claim, rest)
}

// short shows balances and spans.
func short(segments []Segment) string {
	var all []string
	for _, s := range segments {
		mark := ""
		if s.Held {
			mark = " held"
		}
		all = append(all, fmt.Sprintf("%s %s %s%s", s.First[5:], s.Last[5:], s.Principal, mark))
	}
	return strings.Join(all, ", ")
}

func accounts(it Item) string {
	p, k, i := it.Principal, it.Capitalized, it.Interest
	return fmt.Sprintf("%s/%s/%s/%s %s/%s/%s/%s %s/%s/%s/%s/%s", p.Opening, p.Adjusted, p.Paid, p.Remaining,
		k.Raised, k.Adjusted, k.Paid, k.Remaining, i.Accrued, i.Adjusted, i.Capitalized, i.Paid, i.Remaining)
}

// One fact each, as of 31 January 2025 unless said otherwise.
//
//	accounts: principal opening/adjusted/paid/remaining, capitalized
//	raised/adjusted/paid/remaining, interest accrued/adjusted/capitalized/paid/remaining
func TestLife(t *testing.T) {
	for _, c := range []struct{ name, claim, rest, asOf, segments, accounts, total, perDiem string }{
		{
			"opening: 1 825.00 bears 0.50 on 16 days beside 7.00",
			`}, "opening": {"through": "2025-01-15", "principal": "1825.00", "interest": "7.00"}`, "", "",
			"01-16 01-31 1825.00", "1825.00/0.00/0.00/1825.00 0.00/0.00/0.00/0.00 15.00/0.00/0.00/0.00/15.00", "1840.00", "0.5000",
		},
		{
			"opening: its interest joins at the next anniversary: 15 × 1.00 + 5.00 join, 16 × 3 670.00 / 3 650 = 16.09",
			`, "from": "2024-01-16", "compounding": "annual"}, "opening": {"through": "2024-12-31", "principal": "3650.00", "interest": "5.00"}`, "", "",
			"01-01 01-15 3650.00, 01-16 01-31 3670.00", "3650.00/0.00/0.00/3650.00 0.00/0.00/0.00/0.00 36.09/0.00/0.00/0.00/36.09", "3686.09", "1.0055",
		},
		{
			"principal up by half on the 10th", `}`, `, "adjustments": [{"id": "A", "date": "2025-01-10", "item": "C", "component": "principal", "amount": "1825.00"}]`, "",
			"01-01 01-10 3650.00, 01-11 01-31 5475.00", "/1825.00/0.00/5475.00 0.00/0.00/0.00/0.00 41.50/0.00/0.00/0.00/41.50", "5516.50", "1.5000",
		},
		{
			"capitalized up by 365.00 on the 11th", `}`, `, "adjustments": [{"id": "A", "date": "2025-01-11", "item": "C", "component": "capitalized", "amount": "365.00"}]`, "",
			"01-01 01-11 3650.00, 01-12 01-31 4015.00", "/0.00/0.00/3650.00 0.00/365.00/0.00/365.00 33.00/0.00/0.00/0.00/33.00", "4048.00", "1.1000",
		},
		{
			"interest down by all that has run", `}`, `, "adjustments": [{"id": "A", "date": "2025-01-10", "item": "C", "component": "interest", "amount": "-10.00"}]`, "",
			"01-01 01-31 3650.00", "/0.00/0.00/3650.00 0.00/0.00/0.00/0.00 31.00/-10.00/0.00/0.00/21.00", "3671.00", "1.0000",
		},
		{
			"interest down on the anniversary comes before it: 366 - 100 join the base of that day",
			`, "from": "2024-01-01", "compounding": "annual"}`, `, "adjustments": [{"id": "A", "date": "2025-01-01", "item": "C", "component": "default-interest", "amount": "-100.00"}]`, "2025-01-10",
			"01-01 12-31 3650.00, 01-01 01-10 3916.00", "/0.00/0.00/3650.00 0.00/0.00/0.00/0.00 376.73/-100.00/0.00/0.00/276.73", "3926.73", "1.0729",
		},
		{
			"and so does one in two parts, one up, one down",
			`, "from": "2024-01-01", "compounding": "annual"}`, `, "adjustments": [
				{"id": "A", "date": "2025-01-01", "item": "C", "component": "interest", "amount": "34.00"},
				{"id": "B", "date": "2025-01-01", "item": "C", "component": "interest", "amount": "-35.00"}]`, "2025-01-10",
			"01-01 12-31 3650.00, 01-01 01-10 4015.00", "/0.00/0.00/3650.00 0.00/0.00/0.00/0.00 377.00/-1.00/0.00/0.00/376.00", "4026.00", "1.1000",
		},
		{
			"later it takes what has joined first",
			`, "from": "2024-01-01", "compounding": "annual"}`, `, "adjustments": [{"id": "A", "date": "2025-01-05", "item": "C", "component": "interest", "amount": "-366.00"}]`, "2025-01-10",
			"01-01 12-31 3650.00, 01-01 01-05 4016.00, 01-06 01-10 3650.00", "/0.00/0.00/3650.00 0.00/0.00/0.00/0.00 376.50/-366.00/0.00/0.00/10.50", "3660.50", "1.0000",
		},
		{
			"capitalized on the 10th: 10.00 bear from the 11th", `}`, `, "capitalizations": [{"id": "K", "date": "2025-01-10", "item": "C"}]`, "",
			"01-01 01-10 3650.00, 01-11 01-31 3660.00", "/0.00/0.00/3650.00 10.00/0.00/0.00/10.00 31.06/0.00/10.00/0.00/21.06", "3681.06", "1.0027",
		},
		{
			"capitalized where the payment day is free: the payment of the day sees nine days and the principal that it leaves bears on the tenth",
			`, "paymentDay": "free"}`, `, "capitalizations": [{"id": "K", "date": "2025-01-10", "item": "C"}], "payments": [{"id": "P", "date": "2025-01-10", "amount": "1834.00"}]`, "2025-01-11",
			"01-01 01-09 3650.00, 01-10 01-10 1825.00, 01-11 01-11 1825.50", "/0.00/1825.00/1825.00 0.50/0.00/0.00/0.50 10.00/0.00/0.50/9.00/0.50", "1826.00", "0.5001",
		},
		{
			"held from the 11th through the 20th", `}`, `, "holds": [{"scope": "interest", "from": "2025-01-11", "through": "2025-01-15"}, {"scope": "interest", "items": ["C"], "from": "2025-01-13", "through": "2025-01-20"}]`, "",
			"01-01 01-10 3650.00, 01-11 01-20 3650.00 held, 01-21 01-31 3650.00", "/0.00/0.00/3650.00 0.00/0.00/0.00/0.00 21.00/0.00/0.00/0.00/21.00", "3671.00", "1.0000",
		},
		{
			"held for ever", `}`, `, "holds": [{"scope": "interest", "from": "2025-01-11"}, {"scope": "dunning", "from": "2025-01-01"}]`, "",
			"01-01 01-10 3650.00, 01-11 01-31 3650.00 held", "/0.00/0.00/3650.00 0.00/0.00/0.00/0.00 10.00/0.00/0.00/0.00/10.00", "3660.00", "0.0000",
		},
		{
			"closed on the 10th", `}`, `, "closed": {"date": "2025-01-10"}`, "",
			"01-01 01-10 3650.00", "/0.00/0.00/3650.00 0.00/0.00/0.00/0.00 10.00/0.00/0.00/0.00/10.00", "3660.00", "0.0000",
		},
		{
			"refixed to 20 and to 0", `, "refixes": [{"from": "2025-01-11", "rate": "20"}, {"from": "2025-01-21", "rate": "0"}]}`, "", "",
			"01-01 01-10 3650.00, 01-11 01-20 3650.00, 01-21 01-31 3650.00", "/0.00/0.00/3650.00 0.00/0.00/0.00/0.00 30.00/0.00/0.00/0.00/30.00", "3680.00", "0.0000",
		},
	} {
		asOf := or(c.asOf, "2025-01-31")
		r := statement(t, lifeCase(c.claim, c.rest), asOf)
		it := r.Items[0]
		wantEqual(t, c.name, []string{short(it.Segments), accounts(it), r.Totals.Total, r.PerDiem}, []string{c.segments, c.accounts, c.total, c.perDiem})
	}
}

// The tax follows the principal, 20 in 100 of the original, and never exceeds
// what there was; 1 460.00 after the opening's 1 825.00 is 292.00.
func TestTaxFollows(t *testing.T) {
	const text = `, "adjustments": [{"id": "A", "date": "2025-01-10", "item": "C", "component": "principal", "amount": "%s"}]`
	for amount, want := range map[string]string{"-365.00": "292.00", "1000.00": "565.00", "1825.00": "730.00", "9999.00": "730.00"} {
		r := statement(t, lifeCase(`}, "vat": "730.00", "opening": {"through": "2025-01-05", "principal": "1825.00"}`, fmt.Sprintf(text, amount)), "2025-01-31")
		wantEqual(t, amount, r.Items[0].Principal.VATRemaining, want)
	}
}

// 10.00 interest and 1 825.00 principal are paid on the 10th and taken back on the
// 20th, when 5.00 more have run.
func TestReversals(t *testing.T) {
	const rest = `, "payments": [{"id": "P", "date": "2025-01-10", "amount": "1835.00"}], "reversals": [{"id": "R", "payment": "P", "date": "2025-01-20", "effect": "%s"}]`
	for _, c := range []struct{ effect, segments, accounts, lines string }{
		{"void", "01-01 01-31 3650.00", "/0.00/0.00/3650.00 0.00/0.00/0.00/0.00 31.00/0.00/0.00/0.00/31.00", ""},
		{"", "01-01 01-31 3650.00", "/0.00/0.00/3650.00 0.00/0.00/0.00/0.00 31.00/0.00/0.00/0.00/31.00", ""},
		{
			"mirror", "01-01 01-10 3650.00, 01-11 01-20 1825.00, 01-21 01-31 3650.00",
			"/0.00/0.00/3650.00 0.00/0.00/0.00/0.00 26.00/0.00/0.00/0.00/26.00", "C default-interest -10.00 0; C principal -1825.00 0",
		},
		{
			"principal", "01-01 01-10 3650.00, 01-11 01-20 1825.00, 01-21 01-31 3660.00", // 11 × 3660 / 3650 = 11.03
			"/0.00/-10.00/3660.00 0.00/0.00/0.00/0.00 26.03/0.00/0.00/10.00/16.03", "C principal -1835.00 0",
		},
		{
			// 5.00 and 1 825.00 are open: 1 835.00 × 5 / 1830 = 5.0137, the rest 1 829.9863
			"ratio", "01-01 01-10 3650.00, 01-11 01-20 1825.00, 01-21 01-31 3654.99",
			"/0.00/-4.99/3654.99 0.00/0.00/0.00/0.00 26.02/0.00/0.00/4.99/21.03", "C default-interest -5.01 0; C principal -1829.99 0",
		},
	} {
		r := statement(t, lifeCase(`}`, fmt.Sprintf(rest, c.effect)), "2025-01-31")
		lines, payments := "", 0
		for _, a := range r.Allocations {
			if a.Reversal == "" {
				payments++
				continue
			}
			lines = shownLines(a)
			wantEqual(t, "entry", []string{a.Payment, a.Reversal, a.Date, a.Amount, a.Unallocated}, []string{"P", "R", "2025-01-20", "-1835.00", "0.00"})
		}
		wantEqual(t, c.effect, []string{short(r.Items[0].Segments), accounts(r.Items[0]), lines}, []string{c.segments, c.accounts, c.lines})
		wantEqual(t, c.effect+", payments", payments, map[bool]int{true: 1}[c.lines != ""])
		if c.lines != "" {
			wantEqual(t, c.effect+", paid", []string{r.Paid.Total, r.Paid.Unallocated}, []string{"0.00", "0.00"})
		}
	}
}

// A payment of 4 000.00 leaves 340.00 waiting; its reversal takes the rest too.
// What is reversed before it is known stands.
func TestReversalOfRest(t *testing.T) {
	text := lifeCase(`}`, `, "payments": [{"id": "P", "date": "2025-01-10", "amount": "4000.00"}],
		"reversals": [{"id": "R", "payment": "P", "date": "2025-01-20", "effect": "mirror", "recorded": "2025-02-03"}]`)
	r := statement(t, text, "2025-01-31")
	wantEqual(t, "entries", []string{r.Allocations[0].Unallocated, r.Allocations[1].Unallocated, r.Paid.Unallocated, r.Paid.Total}, []string{"340.00", "-340.00", "0.00", "0.00"})
	r = statementKnown(t, text, At{AsOf: "2025-01-31", KnownAt: "2025-02-02"})
	wantEqual(t, "not yet known", []any{len(r.Allocations), r.Paid.Unallocated, r.Totals.Total}, []any{1, "340.00", "0.00"})
}

// 366.00 have joined; 100.00 of them are paid on 5 January and come back on the
// 10th as what they were: 4 016, 3 916, 4 016.
func TestMirrorCompounded(t *testing.T) {
	r := statement(t, lifeCase(`, "from": "2024-01-01", "compounding": "annual"}`, `, "payments": [{"id": "P", "date": "2025-01-05", "amount": "100.00"}],
		"reversals": [{"id": "R", "payment": "P", "date": "2025-01-10", "effect": "mirror"}]`), "2025-01-20")
	wantEqual(t, "segments", short(r.Items[0].Segments), "01-01 12-31 3650.00, 01-01 01-05 4016.00, 01-06 01-10 3916.00, 01-11 01-20 4016.00")
}

// Where the payment day is free a payment acts on its day, its reversal on the
// next; both in one, the day sees the balance that the payment would have left.
func TestReversalFree(t *testing.T) {
	r := statement(t, lifeCase(`, "paymentDay": "free"}`, `, "payments": [{"id": "P", "date": "2025-01-11", "amount": "1835.00"}, {"id": "Q", "date": "2025-01-21", "amount": "20.00"}],
		"reversals": [{"id": "R", "payment": "P", "date": "2025-01-21", "effect": "mirror"}]`), "2025-01-31")
	// 10.00 paid with the 11th; 5.00 by the 20th; with them back 15.00 are due, of which 15.00 are paid and 5.00 of principal.
	wantEqual(t, "segments", short(r.Items[0].Segments), "01-01 01-10 3650.00, 01-11 01-20 1825.00, 01-21 01-21 1820.00, 01-22 01-31 3645.00")
}

func TestClosing(t *testing.T) {
	r := statement(t, lifeCase(`}`, `, "fees": [{"id": "F", "code": "notice", "date": "2025-01-02", "amount": "60.00"}, {"id": "G", "code": "notice", "date": "2025-01-12", "amount": "5.00"}],
		"adjustments": [{"id": "A", "date": "2025-01-03", "item": "F", "component": "fee", "amount": "-10.00"}],
		"capitalizations": [{"id": "K", "date": "2025-01-10", "item": "C"}],
		"payments": [{"id": "P", "date": "2025-01-11", "amount": "1.00"}],
		"closed": {"date": "2025-01-10", "disposition": "small-balance", "tolerance": "3710.00"}`), "2025-01-31")
	wantEqual(t, "closing", r.Closing, &Closing{"2025-01-10", "small-balance", "0.00", []Line{
		{Item: "C", Component: "capitalized", Amount: "10.00"}, {Item: "C", Component: "principal", Amount: "3650.00"}, {Item: "F", Component: "fee", Amount: "50.00"},
	}})
	it := r.Items[0]
	wantEqual(t, "disposed", []string{it.Principal.Disposed, it.Capitalized.Disposed, it.Interest.Disposed, r.Totals.Total, r.Paid.Unallocated}, []string{"3650.00", "10.00", "", "5.00", "1.00"})
	wantEqual(t, "fees", []Fee{r.Items[1].Fee, r.Items[2].Fee}, []Fee{{"60.00", "0.00", "0.00", "-10.00", "50.00", ""}, {"5.00", "0.00", "5.00", "0.00", "", ""}})
	r = statement(t, lifeCase(`}`, `, "closed": {"date": "2025-01-10", "disposition": "waived"}`), "2025-01-10")
	wantEqual(t, "on the day", []string{r.Items[0].Interest.Disposed, r.Items[0].Interest.Remaining, r.Totals.Total}, []string{"10.00", "0.00", "0.00"})
}

// 1 000.00 credited on 5 January: 200.00 settle the older claim, 800.00 wait for
// the next one, issued on the 10th.
func TestCreditNote(t *testing.T) {
	r := statement(t, `{"id": "X", "currency": "EUR", "claims": [
		{"id": "N", "kind": "credit-note", "principal": "1000.00", "issued": "2025-01-05"},
		{"id": "B", "principal": "3650.00", "vat": "730.00", "issued": "2025-01-10", "due": "2024-12-31", "interest": {"basis": "fixed", "rate": "10"}},
		{"id": "A", "principal": "200.00", "due": "2025-01-31", "interest": {"basis": "none"}}]}`, "2025-01-31")
	wantEqual(t, "note", r.Items[0], Item{ID: "N", Kind: "credit-note", Credit: Credit{"1000.00", "1000.00", "0.00"}})
	a := r.Allocations[0]
	wantEqual(t, "entry", []any{a.Payment, a.CreditNote, a.Date, a.Amount, a.Unallocated, shownLines(a), a.Lines[1].VAT}, []any{"N", true, "2025-01-05", "1000.00", "0.00", "A principal 200.00 1; B principal 800.00 1", "160.00"})
	wantEqual(t, "claim", []string{short(r.Items[1].Segments), r.Items[1].Principal.Adjusted, r.Items[1].Principal.Paid, r.Items[1].Principal.VATRemaining}, []string{"01-01 01-10 3650.00, 01-11 01-31 2850.00", "-800.00", "0.00", "570.00"})
	wantEqual(t, "sums", []string{r.Totals.Principal, r.Paid.Total, r.Paid.Unallocated}, []string{"2850.00", "0.00", "0.00"})
}

// 1.00 default interest a day from 1 January and 0.50 contract interest from
// 22 December; each joins its own base on its own day.
func TestContractInterest(t *testing.T) {
	r := statement(t, lifeCase(`}, "contractInterest": {"basis": "fixed", "rate": "5", "from": "2024-12-22", "through": "2025-01-20"}`, `,
		"allocation": {"preset": "DE-BGB-497"}, "payments": [{"id": "P", "date": "2025-01-10", "amount": "15.00"}], "capitalizations": [{"id": "K", "date": "2025-01-20", "item": "C"}]`), "2025-01-31")
	it := r.Items[0]
	// By the 10th 10.00 contract interest; 5.00 of the payment go to principal. Then 10 × 3 645 / 3 650 = 9.99 and 4.99.
	wantEqual(t, "default", short(it.Segments), "01-01 01-10 3650.00, 01-11 01-20 3645.00, 01-21 01-31 3669.98")
	wantEqual(t, "contract", short(it.ContractSegments), "12-22 01-10 3650.00, 01-11 01-20 3645.00")
	wantEqual(t, "lines", shownLines(r.Allocations[0]), "C contract-interest 10.00 2; C principal 5.00 2")
	wantEqual(t, "rate", []string{it.Rate, it.Capitalized.Raised, it.Interest.Capitalized, it.Interest.Accrued}, []string{"10", "24.98", "24.98", "46.04"})
	r = statement(t, `{"id": "X", "currency": "EUR", "claims": [{"id": "C", "principal": "3650.00", "due": "2024-12-31", "interest": {"basis": "none"},
		"contractInterest": {"basis": "fixed", "rate": "10", "from": "2024-01-01", "compounding": "annual"}}]}`, "2025-01-01")
	wantEqual(t, "alone", []string{r.Items[0].Rate, short(r.Items[0].ContractSegments), r.Totals.ContractInterest, r.PerDiem}, []string{"10", "01-01 12-31 3650.00, 01-01 01-01 4016.00", "367.10", "1.1003"})
}

func TestFeeHeld(t *testing.T) {
	const rest = `, "fees": [{"id": "F", "code": "notice", "date": "2025-01-10", "amount": "60.00"}], "holds": [{"scope": "fees", "from": "2025-01-10", "through": "2025-01-12"%s}]`
	for items, held := range map[string]bool{"": true, `, "items": ["F"]`: true, `, "items": ["C"]`: false, `, "recorded": "2025-02-01"`: false} {
		r := statementKnown(t, lifeCase(`}`, fmt.Sprintf(rest, items)), At{"2025-01-31", "2025-01-31"})
		wantEqual(t, "held "+items, []any{len(r.Items) == 1, strings.Join(r.Findings, " ")}, []any{held, map[bool]string{true: "fee-held"}[held]})
	}
}

// What a life can not be.
func TestLifeRefused(t *testing.T) {
	const paid = `, "payments": [{"id": "P", "date": "2025-01-10", "amount": "100.00"}]`
	for _, c := range []struct{ path, claim, rest string }{
		{"/claims/0/opening/through", `}, "opening": {"through": "2025-02-01", "principal": "1.00"}`, ""},
		{"/claims/0/opening/principal", `}, "opening": {"through": "2025-01-01"}`, ""},
		{"/payments/0/date", `}, "opening": {"through": "2025-01-10", "principal": "1.00"}`, paid},
		{"/adjustments/0/date", `}, "opening": {"through": "2025-01-10", "principal": "1.00"}`, `, "adjustments": [{"id": "A", "date": "2025-01-10", "item": "C", "component": "principal", "amount": "1.00"}]`},
		{"/capitalizations/0/date", `}, "opening": {"through": "2025-01-10", "principal": "1.00"}`, `, "capitalizations": [{"id": "A", "date": "2025-01-10", "item": "C"}]`},
		{"/adjustments/0/amount", `}`, `, "adjustments": [{"id": "A", "date": "2025-01-10", "item": "C", "component": "principal", "amount": "-3650.01"}]`},
		{"/adjustments/0/amount", `}`, `, "adjustments": [{"id": "A", "date": "2025-01-10", "item": "C", "component": "interest", "amount": "-10.01"}]`},
		{"/adjustments/0/amount", `}`, `, "adjustments": [{"id": "A", "date": "2025-01-10", "item": "C", "component": "interest", "amount": "0.00"}]`},
		{"/adjustments/0/item", `}, "issued": "2025-01-11"`, `, "adjustments": [{"id": "A", "date": "2025-01-10", "item": "C", "component": "principal", "amount": "1.00"}]`},
		{"/adjustments/0/item", `}`, `, "adjustments": [{"id": "A", "date": "2025-01-10", "item": "D", "component": "principal", "amount": "1.00"}]`},
		{"/adjustments/0/component", `}`, `, "adjustments": [{"id": "A", "date": "2025-01-10", "item": "C", "component": "fee", "amount": "1.00"}]`},
		{"/holds/0/items/0", `}`, `, "holds": [{"scope": "interest", "from": "2025-01-01", "items": ["D"]}]`},
		{"/reversals/1/payment", `}`, paid + `, "reversals": [{"id": "R", "payment": "P", "date": "2025-01-10", "effect": "mirror"}, {"id": "S", "payment": "P", "date": "2025-01-11"}]`},
		{"/reversals/0/date", `}`, paid + `, "reversals": [{"id": "R", "payment": "P", "date": "2025-01-09"}]`},
		{"/closed/tolerance", `}`, `, "closed": {"date": "2025-01-10", "disposition": "small-balance", "tolerance": "3659.99"}`},
		{"/closed/disposition", `}`, `, "closed": {"date": "2025-01-10", "disposition": "gone"}`},
		{"/claims/0/contractInterest", `, "kind": "contract"}, "contractInterest": {"basis": "fixed", "rate": "5", "from": "2024-12-22"}`, ""},
		{"/claims/0/contractInterest/basis", `}, "contractInterest": {"basis": "statutory", "from": "2024-12-22"}`, ""},
		{"/claims/0/contractInterest/from", `}, "contractInterest": {"basis": "fixed", "rate": "5"}`, ""},
		{"/claims/0/interest/refixes/1/from", `, "refixes": [{"from": "2025-01-11", "rate": "20"}, {"from": "2025-01-11", "rate": "0"}]}`, ""},
	} {
		_, err := Statement([]byte(lifeCase(c.claim, c.rest)), At{AsOf: "2025-01-31"}, fixture)
		if err == nil || !strings.HasPrefix(err.Error(), c.path+":") {
			t.Errorf("want an error at %s, got %v for %s %s", c.path, err, c.claim, c.rest)
		}
	}
}
