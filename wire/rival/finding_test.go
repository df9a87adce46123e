package rival_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/skuld-go/skuld"
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/wire/rival"
)

// What came in and is not what follows from the rest is said, at its place.
func TestFindingsOfAnswers(t *testing.T) {
	const invoice = `"Invoices":[{"InvoiceDate":"2024-01-02","DueDate":"2024-01-31","PrincipalAmount":100,"InvoiceNo":"A"$}]`
	for code, text := range map[string]string{
		rival.FindingStatus:       `{"CaseIDNew":7,` + invoice + `,"Status":{"Trader":true,"KravStatus":"DEMAND"}}`,
		rival.FindingLimitation:   `{"CaseIDNew":7,` + invoice + `,"Status":{"Trader":true,"LimitationDate":"2030-01-02"}}`,
		rival.FindingRestated:     `[{"CaseID":7,` + strings.Replace(invoice, "$", `,"InterestType":"REF","InterestAddPct":8,"InterestTotPct":11`, 1) + `}]`,
		rival.FindingUnknownField: `{"CaseIDNew":7,"Colour":1,` + invoice + `,"Status":{"Trader":true}}`,
		rival.FindingGap: `{"CaseIDNew":7,` + strings.Replace(invoice, "$", `,"InterestAccruedDate":"2024-02-28","InterestFromDate":"2024-04-01","InterestType":"LAW"`, 1) +
			`,"Status":{"Trader":true}}`,
	} {
		o := rival.Options{Debtor: ledger.Business, Through: calendar.MustParseDate("2024-06-30")}
		d, answers := answered(t, strings.Replace(text, "$", "", 1), o, "2024-06-30")
		r, plan := d.Dunning(0)
		var err error
		if answers[0].Decision, err = calc.Dunning(r, plan, skuld.At{AsOf: calendar.MustParseDate("2024-06-30")}); err != nil {
			t.Fatal(err)
		}
		for name, write := range map[string]func(*bytes.Buffer) error{
			"answer":  func(b *bytes.Buffer) error { return rival.Encode(b, d, answers...) },
			"created": func(b *bytes.Buffer) error { return rival.EncodeCreated(b, d, answers...) },
		} {
			var b bytes.Buffer
			if err := write(&b); err != nil {
				t.Fatal(err)
			}
			said := `"Code": "` + code + `"`
			if name == "created" {
				said = map[string]string{
					rival.FindingStatus: "DEMAND came in", rival.FindingLimitation: "2030-01-02 came in", rival.FindingRestated: "11 % came in",
					rival.FindingUnknownField: "not known here", rival.FindingGap: "nobody counts the days between",
				}[code]
			}
			if !strings.Contains(b.String(), said) {
				t.Errorf("%s says nothing of %s:\n%s", name, code, b.String())
			}
		}
	}
}

// Of a stage that the letters lead to the answer has the word.
func TestStatusOfALetter(t *testing.T) {
	d, answers := answered(t, `{"CaseIDNew":7,"Invoices":[{"InvoiceDate":"2024-01-02","DueDate":"2024-01-31","PrincipalAmount":1000,"InvoiceNo":"A"}],
		"Actions":[{"ActionID":4,"Date":"2024-03-01","Type":1,"Name":"REMINDER","Processed":1}],"Status":{"Trader":true}}`, rival.Options{}, "2024-03-05")
	r, plan := d.Dunning(0)
	var err error
	if answers[0].Decision, err = calc.Dunning(r, plan, skuld.At{AsOf: calendar.MustParseDate("2024-03-05")}); err != nil {
		t.Fatal(err)
	}
	text := encoded(t, d, answers)
	for _, want := range []string{`"KravStatus": "REMINDER"`, `"RemainingCostAmount": 60.00`, `"Name": "DEMAND"`} {
		if !strings.Contains(text, want) {
			t.Errorf("no %s in\n%s", want, text)
		}
	}
}
