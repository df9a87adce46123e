package solaris

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/dunning"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
)

func TestDecodeEverything(t *testing.T) {
	zone := time.FixedZone("Berlin in summer", 2*3600)
	text := with(`"status":"dunning","closed_at":"2024-08-31T22:00:00Z",
		"repayments":[{"id":"R-1","booking_date":"2024-02-01","recorded_at":"2024-02-02T22:30:00Z","amount":` + euro(10000) + `}],
		"direct_debit_returns":[{"id":"D-1","booking_date":"2024-02-02","amount":` + euro(1) + `},
			{"id":"D-2","booking_date":"2024-02-05","recorded_at":"2024-02-06","amount":` + euro(10000) + `,"reason_code":"AM04","repayment_id":"R-1"}],
		"fees":[{"id":"F-1","type":"sddr_fee","booking_date":"2024-02-05","recorded_at":null,"amount":` + euro(300) + `}],
		"notifications":[{"id":"N-1","type":"pre_termination_letter","created_at":"2024-05-31T22:30:00Z","title":"x","delivered_at":"2024-06-03","deadline":"2024-06-17"}],
		"dunning_stops":[{"id":"S-1","from":"2024-07-01","through":"2024-07-31","reason":"dispute"}],
		"payment_promises":[{"id":"M-1","created_at":"2024-07-01T22:00:00Z","due_date":"2024-07-15","amount":` + euro(5000) + `}]`)
	text = strings.Replace(text, `"term":3,`, `"term":3,"maturity_date":"2024-04-01","secured_by_land":true,`, 1)
	h, err := Decode(strings.NewReader(text), zone)
	if err != nil {
		t.Fatal(err)
	}
	day := calendar.MustParseDate
	eur := func(s string) money.Amount { return money.MustParse(s + " EUR") }
	r := h.Request
	for what, pair := range map[string][2]any{
		"loan": {r.Loan, &dunning.Loan{
			Nominal: eur("200.00"), Start: day("2024-01-02"), Months: 3, Secured: true, Matures: day("2024-04-01"),
			Returns: []dunning.Return{
				{Date: day("2024-02-02"), Amount: eur("0.01")},
				{Date: day("2024-02-05"), Recorded: day("2024-02-06"), Amount: eur("100.00"), Code: "AM04"},
			},
		}},
		"installments": {r.Installments, []dunning.Installment{
			{No: 1, Due: day("2024-02-01"), Amount: eur("100.00")}, {No: 2, Due: day("2024-03-01"), Amount: eur("100.00")},
		}},
		"payments":  {r.Case.Payments, []ledger.Payment{{ID: "R-1", Date: day("2024-02-01"), Recorded: day("2024-02-03"), Amount: eur("100.00")}}},
		"reversals": {r.Case.Reversals, []ledger.Reversal{{ID: "D-2", Payment: "R-1", Date: day("2024-02-05"), Recorded: day("2024-02-06")}}},
		"fees":      {r.Case.Fees, []ledger.Fee{{ID: "F-1", Code: "sddr_fee", Date: day("2024-02-05"), Amount: eur("3.00")}}},
		"notices": {r.Case.Notices, []ledger.Notice{{
			ID: "N-1", Kind: TypePreTermination, Sent: day("2024-06-01"), Delivered: day("2024-06-03"), Through: day("2024-06-17"),
		}}},
		"holds":    {r.Case.Holds, []ledger.Hold{{ID: "S-1", Scope: ledger.HoldDunning, From: day("2024-07-01"), Through: day("2024-07-31"), Reason: "dispute"}}},
		"promises": {r.Case.Promises, []ledger.Promise{{ID: "M-1", Date: day("2024-07-02"), Due: day("2024-07-15"), Amount: eur("50.00")}}},
		"closed":   {r.Case.Closed, &ledger.Closing{Date: day("2024-09-01")}},
		"debtor":   {[]any{r.Case.Debtor, r.Case.Jurisdiction, r.PolicyName, r.Case.Allocation.Name}, []any{ledger.Consumer, "DE", "solaris-consumer", "DE-BGB-497"}},
		"ids":      {h.IDs, IDs{"C-1", "P-1", "L-1", "B-1", "A-1", "CR-1"}},
		"words":    {[]string{h.Strategy, h.Status}, []string{"consumer", "dunning"}},
		"findings": {len(h.Findings), 0},
		"claims":   {len(r.Case.Claims), 2},
	} {
		if diff := cmp.Diff(fmt.Sprintf("%+v", pair[1]), fmt.Sprintf("%+v", pair[0])); diff != "" {
			t.Errorf("%s (-want +got):\n%s", what, diff)
		}
	}
}

func TestFreelancer(t *testing.T) {
	r := decode(t, swap(t, `"consumer"`, `"freelancer"`)).Request
	if r.PolicyName != "solaris-freelancer" || r.Case.Debtor != ledger.Business || r.Case.Allocation.Name != "DE-BGB-367" || r.Case.Claims[0].Kind != ledger.Loan {
		t.Errorf("%+v", r)
	}
}

// Null, absent and empty lists are the same: nothing is known.
func TestNothingKnown(t *testing.T) {
	want := decode(t, plainLoan).Request
	for _, fields := range []string{
		`"status":null,"closed_at":null,"repayments":null,"direct_debit_returns":null,"fees":null,"notifications":null,"dunning_stops":null,"payment_promises":null`,
		`"status":"","closed_at":"","repayments":[],"direct_debit_returns":[],"fees":[],"notifications":[],"dunning_stops":[],"payment_promises":[]`,
	} {
		h := decode(t, with(fields))
		if diff := cmp.Diff(fmt.Sprintf("%+v", want.Case), fmt.Sprintf("%+v", h.Request.Case)); diff != "" || len(h.Findings) != 0 {
			t.Errorf("%v\n%s", h.Findings, diff)
		}
	}
}

func TestUnknownWordsAndFieldsAreFindings(t *testing.T) {
	h := decode(t, with(`"status":"frozen","colour":{"deep":[1]},"notifications":[{"id":"N","type":"postcard","created_at":"2024-04-01","title":"x","channel":"app"}]`))
	var got []string
	for _, f := range h.Findings {
		got = append(got, f.Code+" "+f.Path+" "+f.Severity.String()+": "+f.Message)
	}
	want := []string{
		`unknown-value /status info: "frozen" is not known here and is kept as it is`,
		`unknown-value /notifications/0/type info: "postcard" is not known here and is kept as it is`,
		`unknown-field /colour info: this field is not known here and is kept as it is: an object`,
		`unknown-field /notifications/0/channel info: this field is not known here and is kept as it is: the string "app"`,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if h.Status != "frozen" || h.Notifications[0].Type != "postcard" || h.Request.Case.Notices[0].Kind != "postcard" {
		t.Errorf("%+v", h.Notifications)
	}
}
