package solaris

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/skuld-go/skuld/dunning"
	"github.com/skuld-go/skuld/ledger"
)

func TestProblems(t *testing.T) {
	amount := `"amount":` + euro(10000)
	for _, c := range []struct {
		text string
		want []string
	}{
		{`[]`, []string{`a list, want an object`}},
		{`{`, []string{`line 1, column 2, byte 1: the text ends here, want a field or "}"`}},
		{swap(t, `"id":"C-1",`, ``), []string{"/id: missing, want a text"}},
		{swap(t, `"person_id":"P-1"`, `"person_id":17`), []string{"/person_id: the number 17, want a text"}},
		{swap(t, `"strategy":"consumer"`, `"strategy":null`), []string{"/strategy: null, want a text"}},
		{swap(t, `"strategy":"consumer"`, `"strategy":"Consumer"`), []string{`/strategy: "Consumer" is no strategy that is known, want consumer or freelancer`}},
		{swap(t, `"term":3`, `"term":3.5`), []string{"/loan/term: the number 3.5, want a whole number from 1 to 1200"}},
		{swap(t, `"term":3`, `"term":0`), []string{"/loan/term: the number 0, want a whole number from 1 to 1200"}},
		{swap(t, `"start_date":"2024-01-02"`, `"start_date":"2024-02-02"`), []string{"/loan/installments/0/due_date: 2024-02-01 is before the start of the loan 2024-02-02, want that day or later"}},
		{swap(t, `{"value":20000,`, `{"value":0,`), []string{"/loan/loan_amount/value: 0.00 EUR, want more than 0"}},
		{swap(t, `{"value":20000,`, `{"value":200.5,`), []string{"/loan/loan_amount/value: the number 200.5, want a whole number from -1000000000000000 to 1000000000000000"}},
		{swap(t, `{"value":20000,`, `{"value":"200",`), []string{`/loan/loan_amount/value: the string "200", want a whole number from -1000000000000000 to 1000000000000000`}},
		{swap(t, `{"value":20000,"unit":"cents"`, `{"value":20000,"unit":"euros"`), []string{`/loan/loan_amount/unit: "euros" is not a unit that is known, want "cents"`}},
		{swap(t, `{"value":20000,"unit":"cents",`, `{"value":20000,`), []string{`/loan/loan_amount/unit: missing, want a text`}},
		{swap(t, `"currency":"EUR"},"start`, `"currency":"euro"},"start`), []string{`/loan/loan_amount/currency: "euro" is not a currency, want a code of ISO 4217 such as "EUR"`}},
		{swap(t, `"currency":"EUR"},"start`, `"currency":"KWD"},"start`), []string{`/loan/loan_amount/currency: KWD has 3 decimals, want a currency that is counted in cents`}},
		{swap(t, `"currency":"EUR"}},`+"\n", `"currency":"SEK"}},`), []string{`/loan/installments/0/amount/currency: "SEK", want EUR as all amounts of the loan`}},
		{swap(t, `"number":2`, `"number":1`), []string{`/loan/installments/1/number: 1 after 1, want more`}},
		{with(`"repayments":[{"id":"X","booking_date":"2024-02-01",` + amount + `},{"id":"X","booking_date":"2024-02-01",` + amount + `},{"id":"installment-2","booking_date":"2024-02-01",` + amount + `}]`), []string{
			`/repayments/1/id: "X" is used already at /repayments/0/id, want ids unique over the document`,
			`/repayments/2/id: "installment-2" is used already at /loan/installments/1/number, want ids unique over the document`,
		}},
		{with(`"repayments":[{"id":"X","booking_date":"2024-02-01",` + amount + `}],"direct_debit_returns":[{"id":"D","booking_date":"2024-01-31",` + amount + `},{"id":"E","booking_date":"2024-01-31",` + amount + `,"repayment_id":"X"},{"id":"F","booking_date":"2024-03-01",` + amount + `,"repayment_id":"Y"}]`), []string{
			`/direct_debit_returns/1/booking_date: 2024-01-31 is before the payment of 2024-02-01, want that day or later`,
			`/direct_debit_returns/2/repayment_id: "Y" is not a payment of the case, want the id of one`,
		}},
		{with(`"repayments":[{"booking_date":"2024-02-01",` + amount + `}],"direct_debit_returns":[{"id":"D","booking_date":"2024-02-03",` + amount + `,"repayment_id":"Y"}]`), []string{`/repayments/0/id: missing, want a text`}},
		{with(`"repayments":[{"id":"X","booking_date":"1850-02-01",` + amount + `}]`), []string{`/repayments/0/booking_date: 1850-02-01 is out of bounds, want a year from 1900 through 2200`}},
		{with(`"notifications":[{"id":"N","type":"reminder","created_at":"2024-04-01T25:00:00Z","title":"x","deadline":"soon"}]`), []string{
			`/notifications/0/created_at: "2024-04-01T25:00:00Z" is not a date, want one such as "2024-05-31" or "2024-05-31T22:00:00Z"`,
			`/notifications/0/deadline: "soon" is not a date, want YYYY-MM-DD`,
		}},
		{with(`"payment_promises":[{"id":"M","created_at":"2024-04-01","due_date":"2024-04-10","amount":` + euro(0) + `}]`), []string{`/payment_promises/0/amount/value: 0.00 EUR is nothing, want an amount above 0`}},
		{with(`"dunning_stops":[{"id":"S","from":"2024-04-10","through":"2024-04-01"}]`), []string{`/dunning_stops/0/through: 2024-04-01 is before 2024-04-10, want that day or later`}},
		{with(`"repayments":[{"id":"X","booking_date":"2024-02-01",` + amount + `}],"direct_debit_returns":[{"id":"D","booking_date":"2024-02-02","amount":` + euro(1) + `},{"id":"E","booking_date":"2024-02-03","amount":` + euro(9999) + `,"repayment_id":"X"}]`), []string{
			`/direct_debit_returns/1/amount: 99.99 EUR, want 100.00 EUR: that of the repayment it names, which it takes back as a whole`,
		}},
		{swap(t, `"term":3`, `"term":1`), []string{`/loan/term: a term of 1 for 2 installments, want at least a month for each`}},
		{strings.ReplaceAll(swap(t, `{"value":20000,`, `{"value":19999,`), `"amount":`+euro(10000)+`}`, amount+`,"principal":`+euro(10000)+`}`), []string{
			`/loan/loan_amount: 199.99 EUR, though the installments repay 200.00 EUR of principal, want at least that`,
		}},
		{with(`"id":"again"`), []string{"/id: given twice, want each field once"}},
	} {
		_, err := Decode(strings.NewReader(c.text), nil)
		if diff := cmp.Diff(c.want, lines(err)); diff != "" {
			t.Errorf("%.300s\n%s", c.text, diff)
		}
	}
}

// A further check speaks of a dunning file; its problems come with the places of the
// document.
func TestFurtherCheck(t *testing.T) {
	cause := errors.New("cause")
	text := with(`"direct_debit_returns":[{"id":"D","booking_date":"2024-02-03","amount":` + euro(1) + `},{"id":"E","booking_date":"2024-02-03","amount":` + euro(1) + `,"repayment_id":"X"}],
		"repayments":[{"id":"X","booking_date":"2024-02-01","amount":` + euro(1) + `}]`)
	h, err := DecodeWith(strings.NewReader(text), nil, func(r dunning.Request) error {
		var problems ledger.Problems
		for _, path := range []string{
			"/policy", "/claims/1/interest", "/claims/0/principal", "/claims/1/contracted", "/reversals/0/payment", "/reversals/7/id", "/notices/3/sent", "/loan/debitReturns/1/code",
			"/payments/0/rate/deep", "/titles/0", "", "/debtors/0/id",
		} {
			problems.AddError(path, cause)
		}
		return problems.Err()
	})
	if !errors.Is(err, cause) {
		t.Errorf("%v has lost its cause", err)
	}
	want := []string{
		"/strategy: cause", "/loan/installments/1: cause", "/loan/installments/0/amount/value: cause", "/loan/start_date: cause", "/direct_debit_returns/1/repayment_id: cause",
		"/direct_debit_returns/7/id: cause", "/notifications/3/created_at: cause", "/direct_debit_returns/1/reason_code: cause", "/repayments/0: cause", "cause", "cause", "/person_id: cause",
	}
	if diff := cmp.Diff(want, lines(err)); diff != "" {
		t.Error(diff)
	}
	found := h.FindingsInFile([]ledger.Finding{{Path: "/notices/0"}, {Path: "/promises"}})
	if found[0].Path != "/notifications/0" || found[1].Path != "/payment_promises" || h.InFile(nil) != nil {
		t.Errorf("%v", found)
	}
}

// Hostile documents give problems with pointers, in bounded length and time.
func TestHostile(t *testing.T) {
	long := strings.Repeat("x", 10<<20)
	many := strings.TrimSuffix(strings.Repeat(`{"id":"X","booking_date":"2024-02-01","amount":`+euro(-1)+`},`, 9999), ",")
	for name, text := range map[string]string{
		"long id":          swap(t, `"C-1"`, `"`+long+`"`),
		"long strategy":    swap(t, `"consumer"`, `"`+long+`"`),
		"long title":       with(`"notifications":[{"id":"N","type":"reminder","created_at":"2024-04-01","title":"` + long + `"}]`),
		"long field":       with(`"` + long + `":1,"id":2`),
		"huge number":      swap(t, `20000`, strings.Repeat("9", 10<<20)),
		"huge exponent":    swap(t, `20000`, "1e999999999"),
		"tiny exponent":    swap(t, `20000`, "1e-999999999"),
		"deep":             with(`"x":` + strings.Repeat("[", 1<<20)),
		"amounts in lists": swap(t, `"loan_amount":{"value":20000,"unit":"cents","currency":"EUR"}`, `"loan_amount":[`+euro(1)+`]`),
		"bad repayments":   with(`"repayments":[` + many + `]`),
		"many repayments":  with(`"repayments":[` + many + `,{},{}]`),
		"lone surrogate":   swap(t, `"C-1"`, `"\ud800"`),
		"many twice":       with(strings.TrimSuffix(strings.Repeat(`"id":"C",`, 100_000), ",")),
		"null list":        with(`"repayments":[null,null]`),
		"wrong types":      with(`"repayments":{},"direct_debit_returns":1,"fees":"x","notifications":true,"dunning_stops":[[]],"payment_promises":[7]`),
		"no installments":  swap(t, plainLoan[strings.Index(plainLoan, `{"number":1`):strings.Index(plainLoan, `]}`)], ``),
	} {
		t.Run(name, func(t *testing.T) {
			_, err := Decode(strings.NewReader(text), nil)
			problems := ledger.AsProblems(err)
			if len(problems) == 0 || len(problems) > 1001 || len(err.Error()) > 400_000 {
				t.Fatalf("%d problems, %d bytes", len(problems), len(fmt.Sprint(err)))
			}
			for _, p := range problems {
				if p.Message == "" || p.Path != "" && p.Path[0] != '/' {
					t.Errorf("%q at %q", p.Message, p.Path)
				}
			}
		})
	}
}
