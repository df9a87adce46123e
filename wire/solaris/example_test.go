package solaris_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/skuld-go/skuld"
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/wire/solaris"
)

// A lender asks on 20 April what its system would say about an installment of 15 April
// that nobody paid.
func Example() {
	const loan = `{
	  "id": "41c8d48c-4b73-4f5b-a7d0-5778e041b7c2", "person_id": "5471cper", "billing_account_id": "1d0ecacc", "loan_account_id": "adc1cacc",
	  "credit_reference_id": "CR-1", "strategy": "consumer",
	  "loan": {
	    "id": "c134cloa", "loan_amount": {"value": 100000, "unit": "cents", "currency": "EUR"}, "start_date": "2024-01-15", "term": 4,
	    "installments": [
	      {"number": 1, "due_date": "2024-03-15", "amount": {"value": 26000, "unit": "cents", "currency": "EUR"}},
	      {"number": 2, "due_date": "2024-04-15", "amount": {"value": 26000, "unit": "cents", "currency": "EUR"}}
	    ]
	  },
	  "repayments": [{"id": "r-1", "booking_date": "2024-03-14T23:05:00Z", "amount": {"value": 26000, "unit": "cents", "currency": "EUR"}}]
	}`
	berlin := time.FixedZone("CEST", 2*60*60) // a program loads Europe/Berlin
	calc := skuld.Default()
	history, err := solaris.DecodeWith(strings.NewReader(loan), berlin, func(r skuld.DunningRequest) error { return calc.CheckDunning(r, nil) })
	if err != nil {
		fmt.Println(err) // one line for each problem, with its place in the document
		return
	}
	decision, err := calc.Dunning(history.Request, nil, skuld.At{AsOf: calendar.MustParseDate("2024-04-20")})
	if err != nil {
		fmt.Println(history.InFile(err))
		return
	}
	answer := solaris.Answer{History: history, Decision: decision}
	if err := solaris.EncodeCases(os.Stdout, []solaris.Answer{answer}); err != nil {
		fmt.Println(err)
	}
	if err := solaris.EncodeNotifications(os.Stdout, answer); err != nil {
		fmt.Println(err)
	}
	// Output:
	// [
	//   {
	//     "id": "41c8d48c-4b73-4f5b-a7d0-5778e041b7c2",
	//     "person_id": "5471cper",
	//     "loan_account_id": "adc1cacc",
	//     "status": "new",
	//     "total_overdue_amount": {
	//       "value": 26031,
	//       "unit": "cents",
	//       "currency": "EUR"
	//     }
	//   }
	// ]
	// [
	//   {
	//     "id": "7809ec4d-cb17-81a1-8246-b018d373e4ce",
	//     "created_at": "2024-04-20T00:00:00+02:00",
	//     "title": "Payment reminder",
	//     "type": "reminder"
	//   }
	// ]
}

// Money is what it says: the total is the sum of its parts, and a letter that was sent as
// the answer has it is no longer due on that day.
func TestAnswersCarriedOut(t *testing.T) {
	files, err := filepath.Glob("../../testdata/wire/solaris/*.json")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	calc, letters := skuld.Default(), 0
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for day := calendar.MustParseDate("2024-04-14"); day < calendar.MustParseDate("2024-07-10"); day += 8 {
			a := answer(t, calc, raw, day)
			x := a.Decision.Arrears
			if x.Total.Minor() != x.Installments.Minor()+x.Fees.Minor()+x.Interest.Minor() {
				t.Errorf("%s on %s: %s + %s + %s is not %s", file, day, x.Installments, x.Fees, x.Interest, x.Total)
			}
			if len(a.Decision.Actions) == 0 {
				continue
			}
			letters++
			b := answer(t, calc, carryOut(t, raw, a), day)
			if len(b.History.Notifications) != len(a.History.Notifications)+len(a.Decision.Actions) || len(b.Decision.Actions) != 0 {
				t.Errorf("%s on %s: %v are due once %v were sent", file, day, b.Decision.Actions, a.Decision.Actions)
			}
		}
	}
	if letters < 25 {
		t.Errorf("only %d letters", letters)
	}
}

func answer(t *testing.T, calc skuld.Calculator, raw []byte, day calendar.Date) solaris.Answer {
	t.Helper()
	h, err := solaris.Decode(bytes.NewReader(raw), time.FixedZone("CEST", 7200))
	if err != nil {
		t.Fatal(err)
	}
	d, err := calc.Dunning(h.Request, nil, skuld.At{AsOf: day})
	if err != nil {
		t.Fatal(err)
	}
	return solaris.Answer{History: h, Decision: d}
}

// carryOut puts the notifications of an answer into the document.
func carryOut(t *testing.T, raw []byte, a solaris.Answer) []byte {
	t.Helper()
	var document map[string]json.RawMessage
	if err := json.Unmarshal(raw, &document); err != nil {
		t.Fatal(err)
	}
	var before, after []map[string]json.RawMessage
	var list bytes.Buffer
	if err := solaris.EncodeNotifications(&list, a); err != nil {
		t.Fatal(err)
	}
	for into, text := range map[*[]map[string]json.RawMessage][]byte{&before: document["notifications"], &after: list.Bytes()} {
		if err := json.Unmarshal(text, into); err != nil {
			t.Fatal(err)
		}
	}
	text, err := json.Marshal(append(before, after[len(before):]...))
	if err != nil {
		t.Fatal(err)
	}
	document["notifications"] = text
	raw, err = json.Marshal(document)
	if err != nil {
		t.Fatal(err)
	}
	return raw
}
