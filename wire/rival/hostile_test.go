package rival

import (
	"bytes"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/ledger"
)

// hostile are documents that are not meant well, and where the trouble is.
var hostile = map[string]struct{ text, path string }{
	"empty":            {``, ""},
	"not JSON":         {`{"CaseIDNew":`, ""},
	"not UTF-8":        {"{\"Name\":\"\xff\"}", ""},
	"list of numbers":  {`[1]`, "/0"},
	"fields twice":     {fill(inCase, `"Name":"a","Name":"b"`), "/Name"},
	"principal twice":  {fill(inInvoice, `"PrincipalAmount":200`), "/Invoices/0/PrincipalAmount"},
	"huge exponent":    {fill(inInvoice, `"RemainingInterestAmount":1e999999999`), "/Invoices/0/RemainingInterestAmount"},
	"huge amount":      {fill(inInvoice, `"RemainingInterestAmount":99999999999999999999`), "/Invoices/0/RemainingInterestAmount"},
	"many digits":      {fill(inInvoice, `"RemainingInterestAmount":0.`+strings.Repeat("1", 500)), "/Invoices/0/RemainingInterestAmount"},
	"long name":        {fill(inCase, `"Name":"`+strings.Repeat("x", 10<<20)+`"`), "/Name"},
	"long code":        {fill(inStatus, `"KravStatus":"`+strings.Repeat("x", 10<<20)+`"`), "/Status/KravStatus"},
	"deep":             {fill(inCase, `"Notes":`+strings.Repeat("[", 10_000)+strings.Repeat("]", 10_000)), "/Notes" + strings.Repeat("/0", 31)},
	"object for list":  {fill(inCase, `"Actions":{}`), "/Actions"},
	"list for object":  {fill(inCase, `"Status":[]`), "/Status"},
	"text for object":  {fill(inCase, `"Installment":"x"`), "/Installment"},
	"object for text":  {fill(inCase, `"Name":{}`), "/Name"},
	"list for number":  {fill(inInvoice, `"InterestRate":[8]`), "/Invoices/0/InterestRate"},
	"number for date":  {fill(inInvoice, `"InterestFromDate":20240101`), "/Invoices/0/InterestFromDate"},
	"null invoice":     {`{"CaseIDNew":7,"Invoices":[null],"Status":{"Trader":true}}`, "/Invoices/0"},
	"null for needed":  {fill(inPayment, `"Amount":null,"AccountingDate":"2024-03-01"`), "/Payment/Amount"},
	"year 9999":        {fill(inInvoice, `"InterestFromDate":"9999-12-31"`), "/Invoices/0/InterestFromDate"},
	"rows of nothing":  {fill(inInvoice, `"InvoiceRows":[{}]`), "/Invoices/0/InvoiceRows/0/UnitPrice"},
	"many invoices":    {`{"Invoices":[` + strings.Repeat(`{"DueDate":"2024-01-31","PrincipalAmount":1},`, 1001) + `{}],"Status":{"Trader":true}}`, "/Invoices"},
	"update of itself": {fill(inCase, `"CaseIDUpdate":7`), "/CaseIDUpdate"},
}

func TestHostileDocuments(t *testing.T) {
	for name, c := range hostile {
		_, err := Decode(strings.NewReader(c.text), Options{})
		found := false
		for _, p := range ledger.AsProblems(err) {
			found = found || p.Path == c.path
			if len(p.Message) > 2_000 {
				t.Errorf("%s: a message of %d bytes", name, len(p.Message))
			}
		}
		if !found {
			t.Errorf("%s: %.300v, want a problem at %q", name, err, c.path)
		}
	}
}

// samples are the documents of testdata.
func samples(t testing.TB) []string {
	t.Helper()
	paths, err := filepath.Glob("../../testdata/wire/rival/*.json")
	if err != nil || len(paths) < 10 {
		t.Fatal(paths, err)
	}
	var texts []string
	for _, p := range paths {
		raw, err := os.ReadFile(p)
		if err != nil {
			t.Fatal(err)
		}
		texts = append(texts, string(raw))
	}
	return texts
}

// survives reads a document and does with it whatever can be done without figures.
func survives(t *testing.T, text string) {
	t.Helper()
	d, err := Decode(strings.NewReader(text), Options{Debtor: ledger.Consumer, Through: calendar.MustParseDate("2024-04-10"), Jurisdiction: "SE"})
	for i, c := range d.Cases() {
		if err == nil && c.Validate() != nil {
			t.Errorf("accepted, and yet %v: %.300s", c.Validate(), text)
		}
		d.Dunning(i)
		d.Plan(i)
		d.Phase(i)
		d.FindingsInFile(i, d.Findings())
	}
	d.Case()
	var b bytes.Buffer
	_ = EncodeClient(&b, d)
	_ = EncodePayments(&b, d)
	_, _, _ = d.Installments(calendar.MustParseDate("2024-04-10"))
	_, _, _ = d.Settlement()
}

// Documents that were cut, or in which bytes were exchanged, are read or refused.
func TestDamagedDocuments(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for _, text := range samples(t) {
		for range 150 {
			raw := []byte(text)
			for range 1 + r.IntN(4) {
				switch r.IntN(3) {
				case 0:
					raw = raw[:r.IntN(len(raw))+1]
				case 1:
					raw[r.IntN(len(raw))] = `{}[]",:-0e9"ntf `[r.IntN(16)]
				case 2:
					a, b := r.IntN(len(raw)), r.IntN(len(raw))
					raw = append(raw[:min(a, b)], raw[max(a, b):]...)
				}
				if len(raw) == 0 {
					raw = []byte("0")
				}
			}
			survives(t, string(raw))
		}
	}
}

func FuzzDecode(f *testing.F) {
	for _, text := range samples(f) {
		f.Add(text)
	}
	for _, c := range hostile {
		if len(c.text) < 10_000 {
			f.Add(c.text)
		}
	}
	f.Fuzz(survives)
}

// A document with a hundred thousand mistakes costs no more than it is long.
func TestProblemsAreBounded(t *testing.T) {
	one := `{"Invoices":[` + strings.TrimSuffix(strings.Repeat(`{"DueDate":"2024-13-31","PrincipalAmount":1},`, 100), ",") + `],"Status":{"Trader":true}},`
	_, err := Decode(strings.NewReader(`{"Merge":true,"CheckDuplicates":"InvoicenoWithinClient","Cases":[`+strings.TrimSuffix(strings.Repeat(one, 300), ",")+`]}`), Options{})
	if n := len(ledger.AsProblems(err)); n < 1_000 || n > 1_001 {
		t.Errorf("%d problems", n)
	}
}
