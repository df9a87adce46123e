package native

import (
	"bytes"
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
	"github.com/skuld-go/skuld/paymentplan"
)

// aSchedule is made by hand, with a different figure in every place.
func aSchedule() *paymentplan.Schedule {
	segment := interest.Segment{
		Period: calendar.Days(day("2024-07-01"), day("2024-07-31")), Principal: sek("10000.00"), Rate: percent("12"),
		Fraction: calendar.Fraction{Num: 30, Den: 360}, Exact: money.ExactOf(sek("10000.00")).Times(12*30, 100*360),
		Basis: interest.Basis{Label: "12 % fixed", Citation: "terms of the contract"},
	}
	return &paymentplan.Schedule{
		Kind: paymentplan.Annuity, Currency: money.MustCurrency("SEK"), Case: "C-1", Start: day("2024-07-01"),
		Rows: []paymentplan.Row{
			{
				No: 1, InvoiceDate: day("2024-07-18"), DueDate: day("2024-08-01"), Opening: sek("1.01"), Interest: sek("1.02"), Fee: sek("1.03"),
				Principal: sek("1.04"), Amount: sek("1.05"), Closing: sek("1.06"), Paid: sek("1.07"), Unpaid: sek("1.08"), PaidDate: day("2024-08-02"),
				Carried: sek("1.09"), IfLate: sek("1.10"), Segments: []interest.Segment{segment},
				Shares: []paymentplan.Share{{Creditor: "K-1", Amount: sek("1.11")}},
				Lines:  []ledger.Line{{Date: day("2024-08-01"), Item: "INV-1", Component: allocation.Principal, Amount: sek("1.12"), Rung: 4, Citation: "order"}},
			},
			{No: 2, DueDate: day("2024-09-01"), Opening: sek("2.01"), Closing: sek("0.00"), Carried: sek("0.00")},
		},
		Totals: paymentplan.Totals{Amount: sek("3.01"), Principal: sek("3.02"), Interest: sek("3.03"), Fee: sek("3.04")},
		Level:  sek("4.01"), Residual: sek("4.02"), Waived: true, RemainingCount: 1,
		Next:     &paymentplan.Due{Date: day("2024-09-01"), Amount: sek("4.03")},
		Standing: &paymentplan.Standing{AsOf: day("2024-08-15"), State: paymentplan.Broken, Since: day("2024-08-06"), Reason: "row 1", Shortage: sek("5.01"), Overpaid: sek("5.02")},
		Settlement: &paymentplan.Settlement{
			On: day("2024-08-20"), Amount: sek("6.01"), Principal: sek("6.02"), Interest: sek("6.03"), Fee: sek("6.04"), Prepaid: sek("6.05"), Saved: sek("6.06"),
		},
		Returned: &paymentplan.Returned{
			On: day("2024-08-21"), Reason: "broken", Total: sek("7.01"), Principal: sek("7.02"), Interest: sek("7.03"), Fee: sek("7.04"), Revived: sek("7.05"),
			Segments: []interest.Segment{segment},
		},
		Restructured: &paymentplan.Restructured{
			On: day("2024-08-22"), Change: paymentplan.Reage, Interest: paymentplan.Capitalize, Principal: sek("8.01"), OpenInterest: sek("8.02"), OpenFees: sek("8.03"),
			Schedule: &paymentplan.Schedule{Kind: paymentplan.Linear, Currency: money.MustCurrency("SEK"), Start: day("2024-08-22")},
		},
		Findings: []ledger.Finding{{Code: "plan-fewer-rows", Severity: ledger.Info, Path: "/count", Message: "2 rows"}},
	}
}

const aScheduleText = `{"case":"C-1","type":"annuity","currency":"SEK","start":"2024-07-01","rows":[
{"no":1,"invoiceDate":"2024-07-18","dueDate":"2024-08-01","opening":"1.01","interest":"1.02","fee":"1.03","principal":"1.04","amount":"1.05","closing":"1.06",
"paid":"1.07","unpaid":"1.08","paidDate":"2024-08-02","carried":"1.09","ifLate":"1.10","shares":[{"creditor":"K-1","amount":"1.11"}],
"lines":[{"date":"2024-08-01","item":"INV-1","component":"principal","amount":"1.12","vat":"","rung":4,"citation":"order","deviates":false}],
"segments":[{"first":"2024-07-01","last":"2024-07-31","days":31,"principal":"10000.00","rate":"12","fraction":"30/360","interest":"100.0000000000",
"label":"12 % fixed","source":"12 % fixed","citation":"terms of the contract","provisional":false,"held":false}]},
{"no":2,"invoiceDate":"","dueDate":"2024-09-01","opening":"2.01","interest":"0.00","fee":"0.00","principal":"0.00","amount":"0.00","closing":"0.00",
"paid":"0.00","unpaid":"0.00","paidDate":""}],
"totals":{"amount":"3.01","principal":"3.02","interest":"3.03","fee":"3.04"},"level":"4.01","residual":"4.02","remainingCount":1,
"next":{"date":"2024-09-01","amount":"4.03"},"apr":"","aprMethod":"","findings":[{"code":"plan-fewer-rows","severity":"info","path":"/count","message":"2 rows"}],
"waived":true,"standing":{"asOf":"2024-08-15","state":"broken","since":"2024-08-06","reason":"row 1","shortage":"5.01","overpaid":"5.02"},
"settlement":{"on":"2024-08-20","amount":"6.01","principal":"6.02","interest":"6.03","fee":"6.04","prepaid":"6.05","saved":"6.06"},
"returned":{"on":"2024-08-21","reason":"broken","total":"7.01","principal":"7.02","interest":"7.03","fee":"7.04","revived":"7.05",
"segments":[{"first":"2024-07-01","last":"2024-07-31","days":31,"principal":"10000.00","rate":"12","fraction":"30/360","interest":"100.0000000000",
"label":"12 % fixed","source":"12 % fixed","citation":"terms of the contract","provisional":false,"held":false}]},
"restructured":{"on":"2024-08-22","change":"re-age","interest":"capitalize","principal":"8.01","openInterest":"8.02","openFees":"8.03","schedule":
{"type":"linear","currency":"SEK","start":"2024-08-22","rows":[],"totals":{"amount":"0.00","principal":"0.00","interest":"0.00","fee":"0.00"},
"level":"0.00","residual":"0.00","remainingCount":0,"next":null,"apr":"","aprMethod":"","findings":[]}}}`

// compact drops the layout of a JSON text, and keeps the order of its fields.
func compact(t *testing.T, text string) string {
	t.Helper()
	var b bytes.Buffer
	if err := json.Compact(&b, []byte(text)); err != nil {
		t.Fatalf("%v in\n%s", err, text)
	}
	return strings.ReplaceAll(b.String(), `},"`, "},\n\"")
}

func TestEncodeSchedule(t *testing.T) {
	var b bytes.Buffer
	if err := EncodeSchedule(&b, aSchedule()); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(compact(t, aScheduleText), compact(t, b.String())); diff != "" {
		t.Errorf("schedule (-want +got):\n%s", diff)
	}
}

func TestEncodeFound(t *testing.T) {
	found := &paymentplan.Found{
		Candidates: []paymentplan.Candidate{{
			Count: 12, Level: sek("1.01"), Largest: sek("1.02"), Last: sek("1.03"), End: day("2025-07-01"), Cost: sek("1.04"), Total: sek("1.05"),
		}},
		Best: &paymentplan.Schedule{Kind: paymentplan.Annuity, Currency: money.MustCurrency("JPY"), Start: day("2024-08-22")},
	}
	const want = `{"candidates":[{"count":12,"level":"1.01","largest":"1.02","last":"1.03","end":"2025-07-01","cost":"1.04","total":"1.05"}],"reason":"",
		"best":{"type":"annuity","currency":"JPY","start":"2024-08-22","rows":[],"totals":{"amount":"0","principal":"0","interest":"0","fee":"0"},
		"level":"0","residual":"0","remainingCount":0,"next":null,"apr":"","aprMethod":"","findings":[]}}`
	var b bytes.Buffer
	if err := EncodeFound(&b, found); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(compact(t, want), compact(t, b.String())); diff != "" {
		t.Errorf("found (-want +got):\n%s", diff)
	}
	b.Reset()
	if err := EncodeFound(&b, &paymentplan.Found{Reason: "too little"}); err != nil {
		t.Fatal(err)
	}
	if got := compact(t, b.String()); got != `{"candidates":[],"reason":"too little","best":null}` {
		t.Errorf("found %s", got)
	}
}

// Nothing is written where there is nothing to write, or nobody to take it.
func TestEncodePlanErrors(t *testing.T) {
	var b bytes.Buffer
	if err := EncodeSchedule(&b, nil); err == nil || b.Len() > 0 {
		t.Errorf("no schedule: %v, wrote %q", err, b.String())
	}
	if err := EncodeFound(&b, nil); err == nil || b.Len() > 0 {
		t.Errorf("no answer: %v, wrote %q", err, b.String())
	}
	full := brokenWriter{errors.New("disk full")}
	if err := EncodeSchedule(full, aSchedule()); !errors.Is(err, full.err) {
		t.Errorf("%v, want the error of the writer", err)
	}
	if err := EncodeFound(full, &paymentplan.Found{}); !errors.Is(err, full.err) {
		t.Errorf("%v, want the error of the writer", err)
	}
}
