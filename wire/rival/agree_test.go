package rival

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/skuld-go/skuld/ledger"
)

// inAnswer is an invoice of an answer on 10 April 2024; $ is where a test puts fields.
const inAnswer = `[{"CaseID":7,"AsOf":"2024-04-10","Invoices":[{"InvoiceNo":"A","InvoiceDate":"2024-01-01","DueDate":"2024-01-31","RemainingPrincipalAmount":100,"RemainingInterestAmount":2,$}]}]`

// What is said twice and differs is wrong, and what would be dropped is.
func TestWhatDoesNotAgree(t *testing.T) {
	const rest = `"InterestAccruedDate":"2024-04-10","RemainingPrincipalAmount":90,"RemainingInterestAmount":2.50`
	totals := func(fields string) string {
		return strings.Replace(fill(inInvoice, rest), `"Status"`, fields+`,"Status"`, 1)
	}
	for _, c := range []struct {
		text string
		want []string
	}{
		{fill(inClient, `"InterestRate":8`), []string{`/Client/InterestType: missing beside a rate, want what the rate is: one of AGREED, FIX, LAW, NONE, REF`}},
		{fill(inClient, `"InterestType":"","InterestRate":8`), []string{`/Client/InterestType: the string "" beside a rate, want what the rate is: one of AGREED, FIX, LAW, NONE, REF`}},
		{fill(inClient, `"InterestType":"LAW","InterestRate":8`), []string{`/Client/InterestRate: the number 8 beside the type LAW, which has no rate of its own, want none`}},
		{fill(inClient, `"InterestType":"NONE","InterestRate":8`), []string{`/Client/InterestRate: the number 8 beside the type NONE, which has no rate of its own, want none`}},
		{fill(inClient, `"InterestType":"LAW","InterestRate":0`), nil},
		{fill(inClient, `"InterestType":"REF","InterestRate":8`), nil},

		{fill(inInvoice, `"InterestAddPct":8`), []string{`/Invoices/0/InterestType: missing beside a rate, want what the rate is: one of AGREED, FIX, LAW, NONE, REF`}},
		{fill(inInvoice, `"InterestType":"LAW","InterestAddPct":8`), []string{`/Invoices/0/InterestAddPct: the number 8 beside the type LAW, which has no rate of its own, want none`}},
		{fill(inInvoice, `"InterestType":"AGREED","InterestRate":9,"InterestAddPct":8`), []string{`/Invoices/0/InterestAddPct: the number 8 beside an agreed rate, want none: the rate is in InterestRate`}},
		{fill(inInvoice, `"InterestType":"REF","InterestRate":8,"InterestAddPct":9`), []string{`/Invoices/0/InterestAddPct: the number 9 beside InterestRate 8, want the same, or one of them`}},
		{fill(inInvoice, `"InterestType":"FIX","InterestRate":8,"InterestAddPct":9`), []string{`/Invoices/0/InterestAddPct: the number 9 beside InterestRate 8, want the same, or one of them`}},
		{fill(inInvoice, `"InterestType":"REF","InterestRate":8.0,"InterestAddPct":"8"`), nil},
		{fill(inAnswer, `"InterestType":"LAW","InterestAddPct":8,"InterestTotPct":12`), nil},

		{totals(`"RemainingPrincipalAmount":90,"RemainingInterestAmount":2.5,"RemainingTotalAmount":92.5`), nil},
		{totals(`"RemainingTotalAmount":92.5`), nil},
		{totals(`"RemainingPrincipalAmount":91`), []string{`/RemainingPrincipalAmount: the number 91, want 90.00: the sum of the invoices`}},
		{totals(`"RemainingInterestAmount":0`), []string{`/RemainingInterestAmount: the number 0, want 2.50: the sum of the invoices`}},
		{totals(`"RemainingTotalAmount":100`), []string{`/RemainingTotalAmount: the number 100, want 92.50: the sum of its parts`}},
		{totals(`"RemainingPrincipalAmount":"x","RemainingTotalAmount":100`), []string{`/RemainingPrincipalAmount: "x" is not a number, want one such as 100.50`}},
		{strings.Replace(totals(`"RemainingPrincipalAmount":91`), "2.50", `"x"`, 1), []string{`/Invoices/0/RemainingInterestAmount: "x" is not a number, want one such as 100.50`}},

		{`[]`, []string{`no case, want at least one`}},
		{`{"Cases":[]}`, []string{`/Cases: no case, want at least one`}},
		{`{"Client":{"ClientID":1},"Case":[]}`, []string{`/Case: no case, want at least one`}},

		{`{"CaseIDNew":7,"Invoices":[{"DueDate":"2024-01-31","PrincipalAmount":1,"InvoiceNo":"A"},{"DueDate":"2024-01-31","PrincipalAmount":1,"InvoiceNo":"A"}],"Status":{"Trader":true}}`,
			[]string{`/Invoices/1/InvoiceNo: "A" is used already at /Invoices/0/InvoiceNo, want ids unique over the case`}},
	} {
		if diff := cmp.Diff(c.want, problems(c.text, Options{Debtor: ledger.Business})); diff != "" {
			t.Errorf("%s\n%s", c.text, diff)
		}
	}
}

// A document without a case has none, and cannot be answered as one.
func TestNoCase(t *testing.T) {
	for _, text := range []string{`{"Client":{"ClientID":1}}`, `{"CaseID":7,"SearchDate":"2024-05-01"}`, `{"CaseID":7,"NumbInstallments":3}`} {
		d := decoded(t, text, Options{})
		err := Encode(&strings.Builder{}, d)
		if len(d.Cases()) != 0 || err == nil || err.Error() != "no answer in the form of the system: the document has no case" {
			t.Errorf("%s: %d cases, %v", text, len(d.Cases()), err)
		}
	}
}

// What a plan over a case says names places of the document, in its words too.
func TestPlansInWords(t *testing.T) {
	d := decoded(t, `{"Case":[`+fill(inCase, `"X":1`)+`]}`, Options{})
	var ps ledger.Problems
	ps.Addf("/case/claims/0/due", "after /case/claims/0/issued (at /claims/0/id), want 3/4 of /case")
	ps.Addf("/case", "nothing")
	got := d.InFile(0, ps.Err()).Error()
	want := "/Case/0/Invoices/0/DueDate: after /Case/0/Invoices/0/InvoiceDate (at /Case/0/Invoices/0/InvoiceNo), want 3/4 of /Case/0\n/Case/0: nothing"
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	found := d.FindingsInFile(0, []ledger.Finding{{Path: "/case/claims/0", Message: "see /claims/0/due"}})
	if found[0].Path != "/Case/0/Invoices/0" || found[0].Message != "see /Case/0/Invoices/0/DueDate" {
		t.Errorf("%+v", found)
	}
}

// Two ends that differ are found; that of the answer holds.
func TestTwoEnds(t *testing.T) {
	for fields, want := range map[string][]string{
		`"EndDate":"2024-09-01","EndReasonCode":"PAID"`: nil,
		`"EndDate":"2024-09-02","EndReasonCode":"PAID"`: {"rival-end-differs /EndDate 2024-09-02 holds, though ClosingDate of the status is 2024-09-01"},
		`"EndDate":"2024-09-01","EndReasonCode":null`:   {`rival-end-differs /EndReasonCode no reason holds, though ClosingCode of the status is "PAID"`},
	} {
		d := decoded(t, strings.Replace(fill(inCase, fields), `"Trader":true`, `"Trader":true,"ClosingDate":"2024-09-01","ClosingCode":"PAID"`, 1), Options{})
		var got []string
		for _, f := range d.Findings() {
			got = append(got, f.Code+" "+f.Path+" "+f.Message)
		}
		if closed := d.Case().Closed; !slices.Equal(got, want) || !strings.Contains(fields, closed.Date.String()) {
			t.Errorf("%s: %q %+v", fields, got, closed)
		}
	}
}
