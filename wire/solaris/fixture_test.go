package solaris

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/dunning"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
)

// euro is an amount as the API writes it.
func euro(cents int) string {
	return fmt.Sprintf(`{"value":%d,"unit":"cents","currency":"EUR"}`, cents)
}

// plainLoan is a small document that is fine, in lines that tests replace.
const plainLoan = `{
"id":"C-1","person_id":"P-1","billing_account_id":"B-1","loan_account_id":"A-1","credit_reference_id":"CR-1","strategy":"consumer",
"loan":{"id":"L-1","loan_amount":{"value":20000,"unit":"cents","currency":"EUR"},"start_date":"2024-01-02","term":3,
"installments":[{"number":1,"due_date":"2024-02-01","amount":{"value":10000,"unit":"cents","currency":"EUR"}},
{"number":2,"due_date":"2024-03-01","amount":{"value":10000,"unit":"cents","currency":"EUR"}}]}
}`

// with puts more fields into the plain document.
func with(fields string) string { return plainLoan[:len(plainLoan)-1] + "," + fields + "}" }

// swap replaces a part of the plain document that is there.
func swap(t *testing.T, old, replacement string) string {
	t.Helper()
	if !strings.Contains(plainLoan, old) {
		t.Fatalf("no %s in the plain loan", old)
	}
	return strings.Replace(plainLoan, old, replacement, 1)
}

func decode(t *testing.T, text string) History {
	t.Helper()
	h, err := Decode(strings.NewReader(text), nil)
	if err != nil {
		t.Fatal(err)
	}
	return h
}

// decided is a decision with figures and nothing behind them.
func decided(stage string, actions ...dunning.Action) *dunning.Decision {
	eur := money.MustCurrency("EUR")
	return &dunning.Decision{
		Stage: stage, Currency: eur, AsOf: calendar.MustParseDate("2024-06-01"), Actions: actions,
		Arrears: dunning.Arrears{
			Installments: money.FromMinor(10000, eur), Fees: money.FromMinor(300, eur), Interest: money.FromMinor(12, eur), Total: money.FromMinor(10312, eur),
		},
	}
}

func encoded(t *testing.T, encode func(*bytes.Buffer) error) string {
	t.Helper()
	var b bytes.Buffer
	if err := encode(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// lines are the problems of an error, one each.
func lines(err error) []string {
	var all []string
	for _, p := range ledger.AsProblems(err) {
		all = append(all, p.Error())
	}
	return all
}
