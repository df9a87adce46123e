package aptic

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/paymentplan"
)

func inPlan(fields string) string {
	return `{"paymentPlanType":1,"startDate":"2024-07-01T00:00:00+01:00",` + fields + `"cases":[` + inCase("") + `]}`
}

func planOptions() PlanOptions { return PlanOptions{Options: options()} }

func TestPlanRequests(t *testing.T) {
	day := calendar.MustParseDate
	for text, want := range map[string]paymentplan.Request{
		inPlan(`"numberOfPayments":12,`): {Kind: paymentplan.Annuity, Count: 12},
		inPlan(`"amount":0,"numberOfPayments":12,"intervalType":0,"interval":0,"payments":[{"paymentNo":1,"specifiedAmount":null}],`): {Kind: paymentplan.Annuity, Count: 12},
		inPlan(`"numberOfPayments":4,"intervalType":2,"interval":2,`):                                                                 {Kind: paymentplan.Annuity, Count: 4, Every: calendar.Weeks(2)},
		inPlan(`"numberOfPayments":4,"intervalType":1,"interval":30,`):                                                                {Kind: paymentplan.Annuity, Count: 4, Every: calendar.DaySpan(30)},
		inPlan(`"numberOfPayments":4,"intervalType":4,"interval":1,`):                                                                 {Kind: paymentplan.Annuity, Count: 4, Every: calendar.Years(1)},
		inPlan(`"numberOfPayments":4,"payments":[{"paymentNo":2,"specifiedDueDate":"2024-09-15"}],`):                                  {Kind: paymentplan.Annuity, Count: 4, Deviations: []paymentplan.Deviation{{No: 2, Due: day("2024-09-15")}}},
		inPlan(`"numberOfPayments":4,"periods":[{"periodNo":1,"startDate":"2024-08-01","paymentType":1}],`):                           {Kind: paymentplan.Annuity, Count: 4, Periods: []paymentplan.Period{{Start: day("2024-08-01")}}},
	} {
		p, err := DecodePlan(strings.NewReader(text), planOptions())
		if err != nil {
			t.Errorf("%s\n%v", text, err)
			continue
		}
		want.Start = day("2024-07-01")
		if diff := cmp.Diff(want, p.Request(), values); diff != "" {
			t.Errorf("%s\n%s", text, diff)
		}
	}
}

func TestPlanProblems(t *testing.T) {
	two := func(one, other string) string {
		return `{"paymentPlanType":1,"startDate":"2024-07-01","numberOfPayments":3,"cases":[` + one + `,` + other + `]}`
	}
	second := strings.Replace(inCase(""), "C-1", "C-2", 1)
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"nothing", `{}`, []string{"/paymentPlanType: missing, want one of 1, 2, 3, 4, 5", "/cases: missing"}},
		{"by guid", `{"paymentPlanType":1,"cases":["g"]}`, []string{`/cases/0: the string "g", want the case in full`}},
		{"no case", `{"paymentPlanType":1,"cases":[]}`, []string{"/cases: no case"}},
		{"kind", inPlan(`"numberOfPayments":3,`)[:0] + strings.Replace(inPlan(`"numberOfPayments":3,`), `"paymentPlanType":1`, `"paymentPlanType":9`, 1), []string{"/paymentPlanType: the number 9, want one of 1, 2, 3, 4, 5"}},
		{"start", strings.Replace(inPlan(`"numberOfPayments":3,`), `"startDate":"2024-07-01T00:00:00+01:00",`, ``, 1), []string{"/startDate: missing"}},
		{"length", inPlan(``), []string{"/numberOfPayments: "}},
		{"currency", inPlan(`"numberOfPayments":3,"feeCurrencyCode":"EUR",`), []string{"/feeCurrencyCode: EUR for a plan over cases in SEK"}},
		{"interval", inPlan(`"numberOfPayments":3,"interval":2,`), []string{"/intervalType: missing beside an interval"}},
		{"interval of", inPlan(`"numberOfPayments":3,"intervalType":3,`), []string{"/interval: missing beside an intervalType"}},
		{"interval type", inPlan(`"numberOfPayments":3,"intervalType":7,"interval":1,`), []string{"/intervalType: the number 7, want one of 1, 2, 3, 4"}},
		{"period", inPlan(`"numberOfPayments":3,"periods":[{"startDate":"2024-08-01","paymentType":3}],`), []string{"/periods/0/paymentType: the number 3, a period of another kind"}},
		{"payment", inPlan(`"numberOfPayments":3,"payments":[{"paymentNo":0,"specifiedAmount":5},{"paymentNo":9,"specifiedAmount":5}],`), []string{"/payments/0/paymentNo: "}},
		{"in the case", inPlan(`"numberOfPayments":3,"active":3,`), []string{"/active: the number 3"}},
		{"apart", two(inCase(""), strings.Replace(second, `"juridicalType":0`, `"juridicalType":1`, 1)), []string{"/cases: case 2 is in another currency"}},
		{"paid", two(inCase(""), strings.Replace(second, `"debts"`, `"payments":[{"paymentDate":"2024-05-01","paymentAmount":5}],"debts"`, 1)), []string{"/cases: /cases/1 has payments after its remaining figures"}},
	} {
		_, err := DecodePlan(strings.NewReader(c.text), planOptions())
		refused(t, c.name, err, c.want)
	}
	if _, err := DecodePlan(strings.NewReader(two(inCase(`"stopPayments":true,`), second)), planOptions()); err != nil {
		t.Error(err)
	}
}

func TestCustomerProblems(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"nobody", `{}`, []string{"/customerGuid: missing"}},
		{"balances", `{"customerGuid":"c","invoices":[{"balance":1}],"currencyCode":"EUR","accounts":[{"accountGuid":"a"}]}`, []string{"/invoices/0/invoiceGuid: missing", "/accounts/0/balance: missing"}},
		{"currency", `{"customerGuid":"c","purchases":[{"purchaseGuid":"p","balance":1}]}`, []string{"/purchases/0/currencyCode: missing"}},
		{"insurance", `{"customerGuid":"c","currencyCode":"EUR","creditInsurances":[{"graceDays":-1}]}`, []string{"/creditInsurances/0/graceDays: ", "/creditInsurances/0/amount: missing"}},
		{"mandate", `{"customerGuid":"c","directDebitMandates":[{"directDebitMandateType":6},{}]}`, []string{"/directDebitMandates/0/directDebitMandateType: the number 6, want one of 1, 2, 3, 4, 5, 7", "/directDebitMandates/1/directDebitMandateType: missing"}},
		{"question", `{"customerGuid":"c","userQuestions":[{"postponeTo":"2024-05-01","allowPostpone":false,"loggedAt":"2024-04-01"},{"postponeTo":"2024-05-01"}]}`, []string{"/userQuestions/0/postponeTo: ", "/userQuestions/1/loggedAt: missing"}},
		{"guarantee", `{"customerGuid":"c","currencyCode":"EUR","guarantees":[{}]}`, []string{"/guarantees/0/guaranteeGuid: missing", "/guarantees/0/guarantorGuid: missing", "/guarantees/0/debtReference: missing"}},
	} {
		_, err := DecodeCustomer(strings.NewReader(c.text), options())
		refused(t, c.name, err, c.want)
	}
}

func FuzzDecodePlan(f *testing.F) {
	f.Add([]byte(inPlan(`"numberOfPayments":4,"intervalType":2,"interval":2,"payments":[{"paymentNo":2,"specifiedDueDate":"2024-09-15"}],`)))
	f.Fuzz(func(t *testing.T, text []byte) {
		p, err := DecodePlan(strings.NewReader(string(text)), planOptions())
		if err == nil && p.Request().ValidateCase(p.Case().Currency) != nil {
			t.Error("a request that is not valid")
		}
	})
}

func FuzzDecodeCustomer(f *testing.F) {
	f.Add([]byte(`{"customerGuid":"c","currencyCode":"EUR","invoices":[{"invoiceGuid":"i","balance":1}],"directDebitMandates":[{"directDebitMandateType":3}],"cases":[` + inCase("") + `]}`))
	f.Fuzz(func(t *testing.T, text []byte) {
		c, err := DecodeCustomer(strings.NewReader(string(text)), options())
		if err != nil {
			return
		}
		for _, one := range c.Cases() {
			if err := one.Validate(); err != nil {
				t.Error(err)
			}
		}
	})
}
