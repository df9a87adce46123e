package rival_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/skuld-go/skuld"
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
	"github.com/skuld-go/skuld/wire/rival"
)

var calc = skuld.Default()

// answered decodes a document and answers it on a day.
func answered(t *testing.T, text string, o rival.Options, day string) (*rival.Document, []rival.Answer) {
	t.Helper()
	o.Check = calc.Check
	d, err := rival.Decode(strings.NewReader(text), o)
	if err != nil {
		t.Fatal(err)
	}
	var answers []rival.Answer
	for _, c := range d.Cases() {
		st, err := calc.Statement(c, skuld.At{AsOf: calendar.MustParseDate(day)})
		if err != nil {
			t.Fatal(err)
		}
		answers = append(answers, rival.Answer{Statement: st})
	}
	return d, answers
}

func encoded(t *testing.T, d *rival.Document, answers []rival.Answer) string {
	t.Helper()
	var b bytes.Buffer
	if err := rival.Encode(&b, d, answers...); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// bare is an answer without the findings, which tell of the document that came in.
func bare(t *testing.T, text string) string {
	t.Helper()
	var list []map[string]any
	d := json.NewDecoder(strings.NewReader(text))
	d.UseNumber()
	if err := d.Decode(&list); err != nil {
		t.Fatal(err)
	}
	for _, m := range list {
		delete(m, "Findings")
		delete(m, "Limitation") // acts before the answer are not in it
	}
	out, err := json.MarshalIndent(list, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}

// documents are those that answer to a case, with options under which all of them do.
func documents(t *testing.T) (map[string]string, rival.Options) {
	t.Helper()
	paths, err := filepath.Glob("../../testdata/wire/rival/*case*.json")
	if err != nil || len(paths) < 10 {
		t.Fatal(paths, err)
	}
	all := map[string]string{}
	for _, p := range paths {
		raw, err := os.ReadFile(p)
		if err != nil {
			t.Fatal(err)
		}
		all[filepath.Base(p)] = string(raw)
	}
	rate, _ := money.ParseExchangeRate("11.2")
	return all, rival.Options{
		Debtor: ledger.Business, Through: calendar.MustParseDate("2024-04-10"),
		Exchange: map[money.Currency]money.ExchangeRate{money.MustCurrency("EUR"): rate},
	}
}

// plainly compares values that are comparable by ==.
var plainly = []cmp.Option{
	cmp.Comparer(func(a, b money.Amount) bool { return a == b }), cmp.Comparer(func(a, b money.Currency) bool { return a == b }),
	cmp.Comparer(func(a, b calendar.Span) bool { return a == b }), cmp.Comparer(func(a, b interest.Rounding) bool { return a == b }),
}

// lawOf is the law that a document needs in the options.
func lawOf(text string) string {
	switch {
	case strings.Contains(text, `"COLLECTION"`):
		return "NL"
	case strings.Contains(text, `"EUR"`):
		return "FI"
	}
	return ""
}

// debtorOf is the kind of the first debtor, whom answers do not tell.
func debtorOf(text string) ledger.DebtorKind {
	if strings.Contains(text, `"Trader": false`) && !strings.Contains(text, `"Trader": true`) {
		return ledger.Consumer
	}
	return ledger.Business
}

// An answer that comes in again is answered alike on its day, to the cent.
func TestAnswersComeBack(t *testing.T) {
	all, o := documents(t)
	for name, text := range all {
		t.Run(name, func(t *testing.T) {
			const day = "2024-12-31"
			o.Jurisdiction, o.Debtor = lawOf(text), debtorOf(text)
			d, answers := answered(t, text, o, day)
			first := encoded(t, d, answers)
			again := o
			again.Through = calendar.MustParseDate(day)
			d, answers = answered(t, first, again, day)
			if diff := cmp.Diff(bare(t, first), bare(t, encoded(t, d, answers))); diff != "" {
				t.Error(diff)
			}
			third, _ := answered(t, encoded(t, d, answers), again, day)
			if diff := cmp.Diff(d.Cases(), third.Cases(), plainly...); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// What remains in all is the sum of its parts, of a case and of an invoice, in the
// currency of the system and in that of the claims.
func TestTotalsAreSums(t *testing.T) {
	all, o := documents(t)
	for name, text := range all {
		o.Jurisdiction, o.Debtor = lawOf(text), debtorOf(text)
		d, answers := answered(t, text, o, "2024-12-31")
		var list []map[string]any
		in := json.NewDecoder(strings.NewReader(encoded(t, d, answers)))
		in.UseNumber()
		if err := in.Decode(&list); err != nil {
			t.Fatal(err)
		}
		for _, m := range list {
			sum(t, name, m, "", "RemainingPrincipalAmount", "RemainingInterestAmount", "RemainingCostAmount")
			for _, i := range m["Invoices"].([]any) {
				sum(t, name, i.(map[string]any), "", "RemainingPrincipalAmount", "RemainingInterestAmount")
				sum(t, name, i.(map[string]any), "Curr", "RemainingPrincipalAmount", "RemainingInterestAmount")
			}
		}
	}
}

func sum(t *testing.T, name string, m map[string]any, suffix string, parts ...string) {
	t.Helper()
	cents := func(field string) int64 {
		n, ok := m[field+suffix].(json.Number)
		if !ok {
			t.Fatalf("%s: %s is %v", name, field+suffix, m[field+suffix])
		}
		a, err := money.ParseIn(n.String(), money.MustCurrency("SEK"))
		if err != nil {
			t.Fatal(err)
		}
		return a.Minor()
	}
	want := cents("RemainingTotalAmount")
	for _, p := range parts {
		want -= cents(p)
	}
	if want != 0 {
		t.Errorf("%s: parts of %s leave %d", name, suffix, want)
	}
}

func TestEncodeRefuses(t *testing.T) {
	all, o := documents(t)
	d, answers := answered(t, all["v1-case.json"], o, "2024-12-31")
	other, otherAnswers := answered(t, all["v1-case-closed.json"], o, "2024-12-31")
	var b bytes.Buffer
	for name, err := range map[string]error{
		"no answer": rival.Encode(&b, d), "two answers": rival.EncodeCreated(&b, d, answers[0], answers[0]),
		"another case": rival.Encode(&b, d, otherAnswers...), "no statement": rival.Encode(&b, other, rival.Answer{}),
		"no client": rival.EncodeClient(&b, d), "no payment": rival.EncodePayments(&b, d), "no schedule": rival.EncodeInstallments(&b, nil),
	} {
		if !errors.Is(err, rival.ErrAnswer) || b.Len() > 0 {
			t.Errorf("%s: %v, %d bytes", name, err, b.Len())
		}
	}
	if _, _, err := d.Installments(0); !errors.Is(err, rival.ErrNoCalculation) {
		t.Error(err)
	}
}

func TestSettlement(t *testing.T) {
	all, o := documents(t)
	d, _ := answered(t, all["file-case-client.json"], o, "2024-12-31")
	if _, _, err := d.Settlement(); err == nil || !strings.HasPrefix(err.Error(), `/Client/SettlementCode: "A" is not a known code, want none`) {
		t.Error(err)
	}
	if d, _ = answered(t, all["v1-case.json"], o, "2024-12-31"); d.Phase(0) != "claim" {
		t.Error(d.Phase(0))
	}
	if _, ok, err := d.Settlement(); ok || err != nil {
		t.Error(ok, err)
	}
}
