package aptic

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/ledger/summary"
	"github.com/skuld-go/skuld/money"
)

func TestRules(t *testing.T) {
	day := calendar.MustParseDate
	d := decode(t, inCase(`"registrationDate":"2024-02-01","stopPayments":true,"prohibitTrustAccounting":true,"closureDate":"2024-06-01","closureCode":"WRITTENOFF",
		"pledges":[{"pledgeGuid":"P","pledgeDate":"2024-05-01","dueDate":"2024-05-31","amount":100}],
		"actionDates":[{"actionCode":"REMIND","actionDate":"2024-02-10"},{"actionCode":"VERDICT","actionDate":"2024-04-01"},{"actionCode":"TERMINATION","actionDate":"2024-03-01"},{"actionCode":"DEMAND","actionDate":"2024-02-20"}],
		"claimant":{"juridicalType":0},`), options())
	c := d.Case()
	want := ledger.Case{
		Titles:   []ledger.Title{{ID: "title-1", Kind: "judgment", Date: day("2024-04-01")}},
		Notices:  []ledger.Notice{{ID: "notice-1", Kind: "reminder", Sent: day("2024-02-10")}, {ID: "notice-2", Kind: "demand", Sent: day("2024-02-20")}},
		Promises: []ledger.Promise{{ID: "P", Date: day("2024-05-01"), Due: day("2024-05-31"), Amount: money.MustParse("100.00 SEK")}},
		Holds:    []ledger.Hold{{Scope: ledger.HoldPayments, From: day("2024-02-01"), Reason: "stopPayments"}},
		Closed:   &ledger.Closing{Date: day("2024-06-01"), Disposition: ledger.WrittenOff},
	}
	got := ledger.Case{Titles: c.Titles, Notices: c.Notices, Promises: c.Promises, Holds: c.Holds, Closed: c.Closed}
	if diff := cmp.Diff(want, got, values); diff != "" {
		t.Error(diff)
	}
	cl := c.Claims[0]
	if cl.Accelerated != day("2024-03-01") || cl.Demanded != day("2024-02-20") || !cl.Limitation.PrivateCreditor || !d.cases[0].trustProhibited {
		t.Errorf("claim %+v, trust prohibited %t", cl, d.cases[0].trustProhibited)
	}
}

func TestPaymentsAndDirections(t *testing.T) {
	c := decode(t, inCase(`"fees":[{"feeGuid":"F","name":"REMIND","feeDate":"2024-03-01","originalPrincipal":60}],
		"payments":[{"paymentGuid":"A","paymentDate":"2024-04-01","accountingDate":"2024-04-03","paymentAmount":100,"paidBy":1,"specification":[{"debtGuid":"d-1","principal":50,"interest":1.5},{"feeGuid":"F","fee":10},{"debtGuid":"d-1","amount":5}]},
		{"paymentDate":"2024-04-02","paidAmount":"7.50"},{"paymentDate":"2024-04-02","paymentAmount":7.5,"directPayment":false}],`), options()).Case()
	sek := func(s string) money.Amount { return money.MustParse(s + " SEK") }
	want := []allocation.Directed{
		{Item: "d-1", Components: []allocation.Component{allocation.Principal}, Amount: sek("50.00")},
		{Item: "d-1", Components: allocation.Interest(), Amount: sek("1.50")},
		{Item: "F", Components: []allocation.Component{allocation.Fee}, Amount: sek("10.00")},
		{Item: "d-1", Amount: sek("5.00")},
	}
	if diff := cmp.Diff(want, c.Payments[0].Specification, values); diff != "" {
		t.Error(diff)
	}
	for i, direct := range []bool{true, false, false} {
		if c.Payments[i].Direct != direct {
			t.Errorf("payment %d is direct: %t, want %t", i, c.Payments[i].Direct, direct)
		}
	}
	if p := c.Payments[0]; p.By != "D-1" || p.Recorded != calendar.MustParseDate("2024-04-03") || c.Payments[1].ID != "payment-2" {
		t.Errorf("%+v, %q", p, c.Payments[1].ID)
	}
}

func TestFindings(t *testing.T) {
	d := decode(t, `{"caseNumber":"1","currencyCode":"SEK","claimType":"OWN","news":1,"debtors":[{"juridicalType":0,"shoe":44}],"debts":[{"debtGuid":"d","originalPrincipal":1000,"originalVAT":200,
		"remainingPrincipal":500,"remainingVAT":90,"remainingInterest":0,"interestTo":"2024-05-31","billDate":"2024-01-01","paymentCondition":20,"dueDate":"2024-01-31","interestCondition":40,"interestFrom":"2024-02-01",
		"enforceableDebtType":"X","adjustments":[{"adjustmentDate":"2024-05-31","principalAdjustment":-100}]}],
		"fees":[{"name":"PAMINN","feeDate":"2024-03-01","originalPrincipal":60},{"name":"Påminnelse 2","feeDate":"2024-03-01","originalPrincipal":60}],
		"payments":[{"paymentDate":"2024-05-31","paymentAmount":400}]}`, options())
	got := map[string]string{}
	for _, f := range d.Findings() {
		got[f.Path] = f.Code
	}
	want := map[string]string{
		"/claimType": FindingNoReading, "/news": FindingUnknownField, "/debtors/0/shoe": FindingUnknownField, "/debts/0/remainingVAT": FindingOverruled,
		"/debts/0/paymentCondition": FindingOverruled, "/debts/0/interestCondition": FindingOverruled, "/debts/0/enforceableDebtType": FindingNoReading,
		"/debts/0/adjustments/0": FindingWithinOpening, "/fees/0/name": FindingNoReading, "/fees/1/name": FindingNoReading, "/payments/0": FindingWithinOpening,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	c := d.Case()
	if len(c.Payments) != 0 || len(c.Adjustments) != 0 || c.Fees[0].Code != "paminn" || c.Fees[1].Code != "" {
		t.Errorf("%+v", c)
	}
}

func TestHighCostReadings(t *testing.T) {
	text := strings.Replace(inDebt(due+`"loanTypeCode":"LumpSumLoan","agreementDate":"2022-01-01","grantedCreditAmount":1000,"oneTimeServiceFees":50`), `"debts"`,
		`"highCostCredit":true,"highCostCreditAmount":1000,"highCostCreditUsedAmount":300,"debts"`, 1)
	sek := func(s string) money.Amount { return money.MustParse(s + " SEK") }
	opt := options()
	for i, want := range []ledger.Credit{
		{Granted: sek("1000.00"), Used: sek("300.00"), PriorCosts: sek("50.00")}, {Granted: sek("1000.00"), PriorCosts: sek("300.00")},
	} {
		if got := decode(t, text, opt).Case().Claims[0].Credit; *got != want {
			t.Errorf("reading %d: %v, want %v", i, *got, want)
		}
		codes := DefaultCodes()
		codes.Used = UsedIsCosts
		opt.Codes = &codes
	}
	if c := decode(t, strings.Replace(text, `"highCostCredit":true,"highCostCreditAmount":1000,"highCostCreditUsedAmount":300`, `"highCostCredit":false`, 1), options()).Case(); c.Claims[0].Credit != nil {
		t.Errorf("no high-cost credit, but %v", c.Claims[0].Credit)
	}
}

func TestEncodeAsksForStatements(t *testing.T) {
	d := decode(t, inCase(""), options())
	var out bytes.Buffer
	if err := Encode(&out, d); err == nil || out.Len() > 0 {
		t.Errorf("%v, %q", err, out.String())
	}
	if err := EncodeDebtorSummary(&out, d, "nobody", statementsOf(t, d, "2024-05-01")...); err == nil {
		t.Error("nobody has a summary")
	}
	if err := EncodeDebtorSummary(&out, d, "D-1", statementsOf(t, d, "2024-05-01")...); err != nil || !strings.Contains(out.String(), `"remaininFee": 0.00`) {
		t.Errorf("%v, %s", err, out.String())
	}
	if err := EncodeLedgerSummary(&out, &CustomerDocument{Document: d}, &summary.GroupView{}); err == nil {
		t.Error("a view of nobody")
	}
}

// A later error of the calculator is told at the document's own field.
func TestInFile(t *testing.T) {
	d := decode(t, `[`+inDebt(due+`"interestCode":"ÖGR","interestRate":8`)+`]`, options())
	_, err := d.InFile(0, &ledger.Problem{Path: "/claims/0/interest", Message: "x"}), error(nil)
	if err != nil {
		t.Fatal(err)
	}
	if got := d.InFile(0, &ledger.Problem{Path: "/claims/0/interest", Message: "SE is known through"}).Error(); !strings.HasPrefix(got, "/0/debts/0/interestCode: ") {
		t.Error(got)
	}
	if got := d.Pointer(0, "/claims/0/opening/through"); got != "/0/debts/0/interestTo" {
		t.Error(got)
	}
	if got := d.Pointer(7, "/id"); got != "/id" {
		t.Error(got)
	}
}
