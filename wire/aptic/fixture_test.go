package aptic

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/skuld-go/skuld"
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
)

// values compare by ==, whatever is in them.
var values = cmp.Options{
	cmp.Comparer(func(a, b money.Amount) bool { return a == b }), cmp.Comparer(func(a, b money.Currency) bool { return a == b }),
	cmp.Comparer(func(a, b calendar.Span) bool { return a == b }), cmp.Comparer(func(a, b money.Rounding) bool { return a == b }),
	cmp.Comparer(func(a, b interest.Rate) bool { return a.IsZero() == b.IsZero() }),
}

var stockholm = time.FixedZone("Stockholm in winter", 3600)

// options are those of the tests: with the checks of the calculator.
func options() Options { return Options{Zone: stockholm, Check: skuld.Default().Check} }

// decode reads a document that is right.
func decode(t *testing.T, text string, opt Options) *Document {
	t.Helper()
	d, err := Decode(strings.NewReader(text), opt)
	if err != nil {
		t.Fatalf("%s\n%v", text, err)
	}
	return d
}

// statementsOf works the cases of a document out.
func statementsOf(t *testing.T, d *Document, on string) []*ledger.Statement {
	t.Helper()
	var list []*ledger.Statement
	for i, c := range d.Cases() {
		st, err := skuld.Default().Statement(c, skuld.At{AsOf: calendar.MustParseDate(on)})
		if err != nil {
			t.Fatal(d.InFile(i, err))
		}
		list = append(list, st)
	}
	return list
}

// encoded is a document as it is answered on a day.
func encoded(t *testing.T, d *Document, on string) string {
	t.Helper()
	var out bytes.Buffer
	if err := Encode(&out, d, statementsOf(t, d, on)...); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// inCase is a Swedish case of a person with one debt; extra stands in the case.
func inCase(extra string) string {
	return `{"caseNumber":"C-1","currencyCode":"SEK","debtors":[{"debtorGuid":"D-1","juridicalType":0}],` + extra +
		`"debts":[{"debtGuid":"d-1","originalPrincipal":1000,"dueDate":"2024-01-31"}]}`
}

// inDebt is such a case with fields of its debt, which states no more itself.
func inDebt(fields string) string {
	return `{"caseNumber":"C-1","currencyCode":"SEK","debtors":[{"debtorGuid":"D-1","juridicalType":0}],"debts":[{"debtGuid":"d-1",` + fields + `}]}`
}

const due = `"originalPrincipal":1000,"dueDate":"2024-01-31",`
