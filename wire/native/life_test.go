package native

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
)

func TestDecodeAdjustments(t *testing.T) {
	c := decode(t, fill(inCase, `"adjustments":[
		{"id":"A-1","date":"2024-03-01","item":"INV-1","component":"interest","amount":"-100.00"},
		{"id":"A-2","date":"2024-03-01","item":"INV-1","component":"contract-interest","amount":"0.01"}]`))
	if a := c.Adjustments[0]; a.Component != allocation.DefaultInterest || a.Amount != sek("-100.00") {
		t.Errorf("read %+v, want -100.00 of default interest", a)
	}
	if a := c.Adjustments[1]; a.Component != allocation.ContractInterest || a.Amount != sek("0.01") {
		t.Errorf("read %+v, want 0.01 of contract interest", a)
	}
}

func TestProblemsOfLife(t *testing.T) {
	const payment = `"payments":[{"id":"P-1","date":"2024-05-10","amount":"10.00"}],`
	runProblems(t, []problemCase{
		{"empty is absent", inCase, `"reversals":[],"adjustments":[],"capitalizations":[],"holds":[],"notices":[],"promises":[],
			"closed":{"date":"","disposition":"","tolerance":"","recorded":""}`, nil},
		{"types", inCase, `"reversals":{},"adjustments":[5],"holds":[{"items":"INV-1","scope":"interest","from":"2024-03-01"}],"closed":[]`, []string{
			"/reversals: an object, want a list",
			"/adjustments/0: the number 5, want an object",
			`/holds/0/items: the string "INV-1", want a list`,
			"/closed: a list, want an object",
		}},
		{"adjustment", inCase, `"adjustments":[{"id":"A-1","date":"2024-03-01","item":"INV-1","component":"capital","amount":"0.00"},
			{"id":"A-2","item":"INV-9","component":"principal","amount":-1},{"id":"A-3","date":"2024-03-01","item":"INV-1","component":"fee","amount":"-1.00"}]`, []string{
			`/adjustments/0/component: not a component: "capital", want ` + ofComponents,
			`/adjustments/1/amount: the number -1, want a string such as "10000.00"`,
			"/adjustments/0/amount: 0.00 SEK is nothing, want an amount above 0",
			"/adjustments/1/date: missing, want a date YYYY-MM-DD",
			`/adjustments/1/item: "INV-9" is no item that this can be about, want the id of one`,
			`/adjustments/2/component: "fee" is no component of item "INV-1"`,
		}},
		{"hold", inCase, `"holds":[{"scope":"rates","from":"2024-03-01"},{"from":"2024-03-01","through":"2024-02-01","items":["INV-1",7,"F-1"]}]`, []string{
			`/holds/0/scope: "rates" is not a known word, want interest, dunning, fees or payments`,
			"/holds/1/items/1: the number 7, want a string",
			"/holds/1/scope: missing, want interest, dunning, fees or payments",
			"/holds/1/through: 2024-02-01 is before 2024-03-01, want that day or later",
			`/holds/1/items/2: "F-1" is no item that this can be about, want the id of one`,
		}},
		{"reversal", inCase, payment + `"reversals":[{"id":"R-1","payment":"P-1","date":"2024-05-09","effect":"undo"},
			{"id":"R-2","payment":"P-1","date":"2024-06-01"},{"id":"R-3","payment":"P-9","date":"2024-06-01"}]`, []string{
			`/reversals/0/effect: "undo" is not a known word, want void, mirror, principal or ratio`,
			"/reversals/0/date: 2024-05-09 is before the payment of 2024-05-10, want that day or later",
			`/reversals/1/payment: "P-1" is reversed already, want each payment once`,
			`/reversals/2/payment: "P-9" is not a payment of the case, want the id of one`,
		}},
		{"closing", inCase, `"closed":{"disposition":"small-balance"}`, []string{
			"/closed/date: missing, want a date YYYY-MM-DD", "/closed/tolerance: missing, want an amount",
		}},
		{"disposition", inCase, `"closed":{"date":"2024-09-01","disposition":"forgotten","reason":""}`, []string{
			"/closed/reason: unknown field, want one of date, disposition, tolerance, recorded",
			`/closed/disposition: "forgotten" is not a known word, want written-off, returned, waived, settled, debt-relief or small-balance`,
		}},
		{"letters", inCase, `"notices":[{"id":"N-1","sent":"soon"}],"promises":[{"id":"N-1","date":"2024-03-01"}]`, []string{
			`/notices/0/sent: "soon" is not a date, want YYYY-MM-DD`,
			`/promises/0/id: "N-1" is used already at /notices/0/id, want ids unique over the case`,
			"/promises/0/due: missing, want a date YYYY-MM-DD", "/promises/0/amount: missing, want an amount",
		}},
		{"letters of dunning", inCase, `"notices":[{"id":"N-1","sent":"2024-03-01","level":51,"fee":"-1.00"},{"id":"N-2","sent":"2024-03-01","level":-1,"fee":1},
			{"id":"N-3","sent":"2024-03-01","level":"1"},{"id":"N-4","sent":"2024-03-01","level":50,"fee":"0.00"}]`, []string{
			`/notices/1/fee: the number 1, want a string such as "10000.00"`,
			`/notices/2/level: the string "1", want a whole number such as 12`,
			"/notices/0/level: 51, want the number of a level from 1 to 50, or 0 for none",
			"/notices/0/fee: -1.00 SEK is negative, want an amount of at least 0",
			"/notices/1/level: -1, want the number of a level from 1 to 50, or 0 for none",
		}},
		{"too many", inCase, `"notices":[` + strings.Repeat(`{"id":"N","sent":"2024-03-01"},`, ledger.MaxLife) + `{}]`, []string{
			"/notices: 10001 entries, want at most 10000",
		}},
	})
}

func TestProblemsOfOpenings(t *testing.T) {
	runProblems(t, []problemCase{
		{"without", inClaim, `"due":"2024-01-31","opening":{"interest":"1.00"}`, []string{
			"/claims/0/opening/through: missing, want a date YYYY-MM-DD", "/claims/0/opening/principal: missing, want an amount",
		}},
		{"of another type", inClaim, `"due":"2024-01-31","opening":"2024-03-01"`, []string{
			`/claims/0/opening: the string "2024-03-01", want an object`,
		}},
		{"that says nothing", inClaim, `"due":"2024-01-31","opening":{"through":"","principal":""}`, nil},
	})
}

func TestProblemsOfContractInterest(t *testing.T) {
	const due = `"due":"2024-01-31",`
	runProblems(t, []problemCase{
		{"that says nothing", inClaim, due + `"contractInterest":{"basis":""}`, nil},
		{"basis", inClaim, due + `"contractInterest":{"basis":"legal","refixes":[{"from":"2024-06-01","rate":"1"}]}`, []string{
			`/claims/0/contractInterest/basis: "legal" is not a known word, want statutory, fixed, reference or none`,
			"/claims/0/contractInterest/from: missing, want the first day that bears",
		}},
		{"first day", inClaim, due + `"contractInterest":{"basis":"fixed","rate":"5","from":"x","through":"2024-01-01"}`, []string{
			`/claims/0/contractInterest/from: "x" is not a date, want YYYY-MM-DD`,
		}},
		{"no due date beside its first day", inClaim, `"contractInterest":{"basis":"fixed","rate":"5","from":"x"}`, []string{
			`/claims/0/contractInterest/from: "x" is not a date, want YYYY-MM-DD`,
			"/claims/0/due: missing, want a due date or interest.from",
		}},
		{"kind", inClaim, due + `"contractInterest":{"basis":"fixed","rate":"5","from":"2024-01-01","kind":"default"}`, []string{
			"/claims/0/contractInterest/kind: default, want contract or nothing",
		}},
		{"refixes", inInterest, `"basis":"fixed","rate":"5","refixes":[{"from":"2024-06-01"},{"from":"2024-05-01","rate":"1001"},{"rate":"4"}]`, []string{
			`/claims/0/interest/refixes/0/rate: missing, want per cent a year such as "11.5"`,
			`/claims/0/interest/refixes/1/rate: "1001" is out of bounds, want -1000 to 1000 per cent a year`,
			"/claims/0/interest/refixes/1/from: 2024-05-01, want a day after 2024-06-01",
			"/claims/0/interest/refixes/2/from: missing, want a date YYYY-MM-DD",
		}},
		{"refixes of a basis that could not be read", inInterest, `"basis":"fixd","refixes":[{"from":"2024-06-01","rate":"4"}]`, []string{
			`/claims/0/interest/basis: "fixd" is not a known word, want statutory, fixed, reference or none`,
		}},
		{"refixes of another basis", inInterest, `"basis":"none","refixes":[{"from":"2024-06-01","rate":"4"}]`, []string{
			"/claims/0/interest/refixes: beside basis none, want it with fixed only",
		}},
		{"refixes on a fee", inFee, `"amount":"60.00","interest":{"basis":"none","refixes":[{"from":"2024-06-01","rate":"4"}]}`, []string{
			"/fees/0/interest/refixes: beside basis none, want it with fixed only",
		}},
	})
}

// What could not be read has no further consequences for the facts that refer to
// it.
func TestLifeOfUnreadItems(t *testing.T) {
	wantProblems(t, `{"id":"C-1","currency":"SEK","claims":[{"id":17,"principal":"1.00","due":"2024-01-31"}],
		"payments":[{"id":18,"date":"2024-05-10","amount":"1.00"}],
		"reversals":[{"id":"R-1","payment":"18","date":"2024-06-01"}],
		"adjustments":[{"id":"A-1","date":"2024-03-01","item":"17","component":"principal","amount":"-1.00"}],
		"capitalizations":[{"id":"K-1","date":"2024-03-01","item":"17"}],
		"holds":[{"scope":"interest","items":["17"],"from":"2024-03-01"}]}`,
		"/claims/0/id: the number 17, want a string", "/payments/0/id: the number 18, want a string")
	wantProblems(t, fill(inCase, `"payments":{},"reversals":[{"id":"R-1","payment":"P-1","date":"2024-06-01"}]`),
		"/payments: an object, want a list")
}

// The fields of the life of a case, each with a figure of its own.
func TestEncodeStatementLife(t *testing.T) {
	held := interest.Segment{
		Period: calendar.Days(day("2024-02-10"), day("2024-02-20")), Principal: sek("1.00"), Fraction: calendar.Fraction{Num: 11, Den: 366},
		Exact: money.ExactOf(sek("0.00")), Basis: interest.Basis{Label: "disputed"}, Held: true,
	}
	f := statement(&ledger.Statement{
		Items: []ledger.Item{
			{
				ID:          "INV-1",
				Principal:   ledger.PrincipalAccount{Original: sek("1.01"), Opening: sek("0.00"), Disposed: sek("1.02")},
				Capitalized: ledger.CapitalizedAccount{Raised: sek("2.01"), Adjusted: sek("-2.02"), Disposed: sek("2.03")},
				Interest: ledger.InterestAccount{
					Opening: sek("3.01"), Capitalized: sek("3.02"), Disposed: sek("3.03"), Compounded: sek("3.04"),
				},
				ContractSegments: []interest.Segment{held},
			},
			{ID: "F-1", Fee: true, Charge: ledger.ChargeAccount{Original: sek("4.01"), Adjusted: sek("4.02"), Disposed: sek("4.03")}},
			{ID: "CN-1", CreditNote: true, Credit: ledger.CreditAccount{Original: sek("5.03"), Used: sek("5.01"), Remaining: sek("5.02")}},
		},
		Allocations: []ledger.PaymentAllocation{
			{Payment: "P-1", Reversal: "R-1", Date: day("2024-05-20"), Amount: sek("-6.01"), Unallocated: sek("0.00"), Lines: []ledger.Line{
				{Date: day("2024-05-20"), Item: "F-1", Component: allocation.Fee, Amount: sek("-6.01"), Citation: "reversal"},
			}},
			{Payment: "CN-1", CreditNote: true, Date: day("2024-04-02"), Amount: sek("5.03"), Unallocated: sek("5.02")},
		},
		Closing: &ledger.ClosingLines{Date: day("2024-12-01"), Disposition: ledger.WrittenOff, Lines: []ledger.DisposedLine{
			{Item: "INV-1", Component: allocation.Principal, Amount: sek("1.02"), VAT: sek("0.20")},
		}, VAT: sek("0.20")},
	})
	for _, c := range []struct {
		form any
		want string
	}{
		{f.Items[0], `{"id":"INV-1","kind":"claim",` +
			`"principal":{"original":"1.01","opening":"0.00","adjusted":"","paid":"","disposed":"1.02","remaining":"","vatRemaining":""},` +
			`"capitalized":{"raised":"2.01","adjusted":"-2.02","paid":"","disposed":"2.03","remaining":""},` +
			`"interest":{"opening":"3.01","accrued":"","exact":"0.0000000000","paid":"","adjusted":"","capitalized":"3.02","disposed":"3.03",` +
			`"remaining":"","cappedAway":"","compounded":"3.04"},"rate":"","limitation":"","daysPastDue":0,"segments":[],` +
			`"contractSegments":[{"first":"2024-02-10","last":"2024-02-20","days":11,"principal":"1.00","rate":"0","fraction":"11/366",` +
			`"interest":"0.0000000000","label":"disputed","source":"disputed","citation":"","provisional":false,"held":true}]}`},
		{f.Items[1], `{"id":"F-1","kind":"fee","code":"","fee":{"original":"4.01","adjusted":"4.02","paid":"","disposed":"4.03","remaining":""}}`},
		{f.Items[2], `{"id":"CN-1","kind":"credit-note","credit":{"original":"5.03","used":"5.01","remaining":"5.02"}}`},
		{f.Allocations[0], `{"payment":"P-1","reversal":"R-1","date":"2024-05-20","amount":"-6.01","lines":[{"date":"2024-05-20","item":"F-1",` +
			`"component":"fee","amount":"-6.01","vat":"","rung":0,"citation":"reversal","deviates":false}],"unallocated":"0.00"}`},
		{f.Allocations[1], `{"payment":"CN-1","creditNote":true,"date":"2024-04-02","amount":"5.03","lines":[],"unallocated":"5.02"}`},
		{f.Closing, `{"date":"2024-12-01","disposition":"written-off","lines":[{"item":"INV-1","component":"principal","amount":"1.02","vat":"0.20"}],"vat":"0.20"}`},
	} {
		got, err := json.Marshal(c.form)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(c.want, string(got)); diff != "" {
			t.Errorf("form (-want +got):\n%s", diff)
		}
	}
}

func TestEncodeLifeRefusals(t *testing.T) {
	c := fullCase()
	c.Adjustments[0].Component, c.Holds[0].Scope, c.Closed.Disposition = 99, 98, 97
	c.Holds[1].Reason = "\xff"
	var got []string
	for _, p := range ledger.AsProblems(EncodeCase(&bytes.Buffer{}, c)) {
		got = append(got, p.Error())
	}
	want := []string{
		"/adjustments/0/component: 99 has no word, want one of the constants",
		"/holds/0/scope: 98 has no word, want one of the constants",
		`/holds/1/reason: "\xff" is not UTF-8 text, want UTF-8`,
		"/closed/disposition: 97 has no word, want one of the constants",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("problems (-want +got):\n%s", diff)
	}
}

func ExampleDecodeCase_life() {
	c, err := DecodeCase(strings.NewReader(`{
		"id": "C-1", "currency": "EUR",
		"claims": [{"id": "L-1", "kind": "loan", "principal": "1000.00", "interest": {
			"basis": "fixed", "rate": "6", "from": "2024-01-01", "refixes": [{"from": "2025-01-01", "rate": "4.5"}]}}],
		"adjustments": [{"id": "A-1", "date": "2024-03-01", "item": "L-1", "component": "principal", "amount": "-100.00"}],
		"closed": {"date": "2025-06-30", "disposition": "waived"}}`))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(c.Claims[0].Interest.Refixes[0].Rate, c.Adjustments[0].Amount, c.Closed.Disposition)
	// Output: 4.5 -100.00 EUR waived
}
