package rival

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/paymentplan"
)

var on = calendar.MustParseDate

const merging = `{"Merge":true,"Cases":[
	{"CaseIDNew":1,"OrgNo":"5","ClientID":3,"RegistrationDate":"2024-03-01","Invoices":[{"InvoiceNo":"A","DueDate":"2024-01-31","PrincipalAmount":100}],
	 "Actions":[{"ActionID":1,"Date":"2024-05-01","Name":"DEMAND","Processed":1}],"Status":{"Trader":true,"KravStatus":"NEW"}},
	{"CaseIDNew":2,"OrgNo":"6","ClientID":3,"Invoices":[{"InvoiceNo":"B","DueDate":"2024-01-31","PrincipalAmount":100}],"Status":{"Trader":true}},
	{"CaseIDNew":3,"OrgNo":"5","ClientID":3,"RegistrationDate":"2024-04-01","Invoices":[{"InvoiceNo":"A","DueDate":"2024-01-31","PrincipalAmount":100},{"InvoiceNo":"C","DueDate":"2024-02-29","PrincipalAmount":100}],
	 "Actions":[{"ActionID":2,"Date":"2024-05-01","Name":"DEMAND","Processed":1},{"ActionID":3,"Date":"2024-06-01","Name":"APPLICATION","Processed":1}],"Status":{"Trader":true}},
	{"CaseIDUpdate":1,"Invoices":[{"InvoiceNo":"D","DueDate":"2024-03-31","PrincipalAmount":100}],"Status":{"KravStatus":"CLOSED","ClosingDate":"2024-09-01","ClosingCode":"PAID"}}]}`

// Cases of one debtor and client become one, with what updates them; places stay those of
// the parts, and what was there already is found.
func TestMerging(t *testing.T) {
	d := decoded(t, merging, Options{})
	if len(d.Cases()) != 2 || d.Cases()[1].ID != "2" {
		t.Fatalf("%+v", d.Cases())
	}
	var ids []string
	for _, cl := range d.Case().Claims {
		ids = append(ids, cl.ID)
	}
	if !slices.Equal(ids, []string{"A", "C", "D"}) || len(d.Case().Fees) != 2 || d.Case().Closed.Disposition != ledger.Settled {
		t.Errorf("%q %+v %+v", ids, d.Case().Fees, d.Case().Closed)
	}
	if s := d.cases[0].status; s.words[0] != "CLOSED" || s.stages[0] != "closed" {
		t.Errorf("%+v", s)
	}
	for native, foreign := range map[string]string{
		"/claims/0/due": "/Cases/0/Invoices/0/DueDate", "/claims/1/due": "/Cases/2/Invoices/1/DueDate", "/claims/2/due": "/Cases/3/Invoices/0/DueDate",
		"/fees/0/date": "/Cases/0/Actions/0/Date", "/fees/1/date": "/Cases/2/Actions/1/Date", "/notices/1/sent": "/Cases/2/Actions/0/Date",
		"/closed/date": "/Cases/3/Status/ClosingDate", "/currency": "/Cases/0/Currency", "/claims": "/Cases/0/Invoices", "": "/Cases/0",
	} {
		if got := d.cases[0].locate(native); got != foreign {
			t.Errorf("%s is at %s, want %s", native, got, foreign)
		}
	}
	var found []string
	for _, f := range d.Findings() {
		found = append(found, f.Code+" "+f.Path)
	}
	if diff := cmp.Diff([]string{"rival-merged /Cases/2/Invoices/0", "rival-merged /Cases/2/Actions/0"}, found); diff != "" {
		t.Error(diff)
	}
}

// A payment from before a case joined is settled in the merged case, with a warning.
func TestPaidBeforeTheMerge(t *testing.T) {
	d := decoded(t, `{"Case":`+merging+`,"Payment":[{"CaseID":1,"Amount":10,"AccountingDate":"2024-03-15"},{"CaseID":3,"Amount":10,"AccountingDate":"2024-04-15"}]}`, Options{})
	if n := len(d.Case().Payments); n != 2 {
		t.Errorf("%d payments", n)
	}
	var warned []string
	for _, f := range d.Findings() {
		if f.Severity == ledger.Warning {
			warned = append(warned, f.Code+" "+f.Path)
		}
	}
	if diff := cmp.Diff([]string{"rival-merged /Payment/0"}, warned); diff != "" {
		t.Error(diff)
	}
}

func TestPaymentOrders(t *testing.T) {
	order := func(fields string) allocation.Order {
		d := decoded(t, fill(inPayment, `"Amount":5,"AccountingDate":"2024-03-01",`+fields), Options{})
		return d.Case().Payments[0].Order
	}
	for fields, want := range map[string]string{
		`"PaymentCode":"PRINCIPAL"`: allocation.PrincipalFirst, `"PaymentCode":"STD"`: "", `"PaymentMethod":"Card"`: "",
		`"PaymentMethod":"Enforcement"`:                          allocation.CostsInterestPrincipal,
		`"PaymentMethod":"Enforcement","PaymentCode":"INTEREST"`: allocation.InterestFirst,
		`"PaymentMethod":"Enforcement","PaymentCode":"STD"`:      allocation.CostsInterestPrincipal,
	} {
		if got := order(fields); got.Name != want {
			t.Errorf("%s: %q, want %q", fields, got.Name, want)
		}
	}
	if order(`"PaymentCode":"ENFORCEMENT"`).Direction != allocation.DirectNothing {
		t.Error("the proceeds of enforcement may be directed")
	}
	d := decoded(t, fill(inPayment, `"Amount":5,"AccountingDate":"2024-03-01","PaymentMethod":"Client","DebtorNo":3`), Options{})
	p := d.Case().Payments[0]
	if !p.Direct || p.By != "debtor-3" || len(d.Case().Debtors) != 2 || d.Case().Debtors[1].Role != "joint" {
		t.Errorf("%+v %+v", p, d.Case().Debtors)
	}
}

// What keeps dunning and payments back, and from when.
func TestHolds(t *testing.T) {
	holds := func(text string) []ledger.Hold { return decoded(t, text, Options{}).Case().Holds }
	for _, c := range []struct {
		text string
		want []ledger.Hold
	}{
		{fill(inCase, `"Action":{"Date":"2024-05-01","Name":"CALL"}`), []ledger.Hold{{Scope: ledger.HoldDunning, From: on("2024-01-01"), Through: on("2024-04-30"), Reason: "next action CALL"}}},
		{fill(inCase, `"Action":{"Date":"2024-05-01","Name":"CALL","Separate":true}`), nil},
		{fill(inCase, `"Action":{"Date":"2023-05-01","Name":"CALL"}`), nil},
		{fill(inCase, `"StartDateResponseAction":"2024-05-01","ResponseAction":"CALL"`), nil},
		{fill(inCase, `"InstallmentPlan":true`), []ledger.Hold{{Scope: ledger.HoldDunning, From: on("2024-01-01"), Reason: "installment plan"}}},
		{fill(inCase, `"InstallmentPlan":false`), nil},
		{fill(inStatus, `"BlockOCRPayments":true`), []ledger.Hold{{Scope: ledger.HoldPayments, From: on("2024-01-01"), Reason: "payments are blocked"}}},
		{fill(inStatus, `"BlockOCRPayments":"true"`), []ledger.Hold{{Scope: ledger.HoldPayments, From: on("2024-01-01"), Reason: "payments are blocked"}}},
		{fill(inStatus, `"BlockOCRPayments":"false"`), nil},
		{fill(inStatus, `"BlockOCRPayments":""`), nil},
	} {
		if diff := cmp.Diff(c.want, holds(c.text)); diff != "" {
			t.Errorf("%s\n%s", c.text, diff)
		}
	}
}

func TestInstallmentBlock(t *testing.T) {
	d := decoded(t, fill(inCase, `"Installment":{"StandardPaymentAmount":25,"PaymentIntervalDays":14,"RemainingPayments":4,"NextPaymentDate":"2024-05-15","NextPaymentAmount":30}`), Options{})
	r := d.Plan(0)
	if r == nil || r.Kind != paymentplan.FixedAmount || r.Start != on("2024-05-01") || r.First != on("2024-05-15") || r.Every != calendar.DaySpan(14) ||
		r.Amount.Number() != "25.00" || len(r.Deviations) != 1 || r.Deviations[0].Amount.Number() != "30.00" || d.Case().PlanAgreed != r.Start {
		t.Errorf("%+v", r)
	}
	if err := r.ValidateCase(d.Case().Currency); err != nil {
		t.Error(err)
	}
}

// Nothing and the empty text are the same, as are a number 0 of a case and none.
func TestEmptyTexts(t *testing.T) {
	d := decoded(t, `{"CaseIDUpdate":0,"CaseIDNew":7,"Currency":"","RegistrationDate":"","ResponseAction":"","StartDateResponseAction":"","CheckDuplicates":"","ExtRefNo":"",
		"Invoices":[{"InvoiceDate":"","DueDate":"2024-01-31","InterestType":"","PrincipalAmount":100,"InvoiceNo":"","Description":"","InterestAccruedDate":"","InterestFromDate":""}],
		"Action":{"Date":"","Name":""},
		"Status":{"Trader":true,"KravStatus":"","ExeTitleType":"","ExeTitleDate":"","ExeTitleNo":"","LimitationInterruptCode":"","LimitationInterruptDate":"","LimitationDate":"","ClosingDate":"","ClosingCode":""}}`, Options{})
	bare := decoded(t, `{"CaseIDNew":7,"Invoices":[{"DueDate":"2024-01-31","PrincipalAmount":100}],"Status":{"Trader":true}}`, Options{})
	if len(d.Findings()) > 0 || d.Case().ID != "7" || len(d.Case().Claims) != 1 || d.Case().Claims[0] != bare.Case().Claims[0] {
		t.Errorf("%+v\n%+v", d.Case(), bare.Case())
	}
}

func TestNumbersOfOtherDocuments(t *testing.T) {
	for _, c := range []struct{ more, want string }{
		{`"CalcInstallment":{"CaseID":8,"NumbInstallments":3}`, `/CalcInstallment/CaseID: "8" is no case of the document, want the number of one`},
		{`"SearchDate":{"CaseID":8,"SearchDate":"2024-05-01"}`, `/SearchDate/CaseID: the number 8 is no case of the document, want the number of one`},
	} {
		d, err := Decode(strings.NewReader(`{"Case":{"CaseIDNew":7,"Invoices":[{"DueDate":"2024-01-31","PrincipalAmount":100}],"Status":{"Trader":true}},`+c.more+`}`), Options{})
		if err == nil {
			_, _, err = d.Installments(on("2024-05-01"))
		}
		if err == nil || err.Error() != c.want {
			t.Errorf("%v, want %s", err, c.want)
		}
	}
}
