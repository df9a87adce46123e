package rival_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
	"github.com/skuld-go/skuld/wire/rival"
)

// An answer says its day, so that it comes in again without one in the options.
func TestAnswersSayTheirDay(t *testing.T) {
	all, o := documents(t)
	for name, text := range all {
		t.Run(name, func(t *testing.T) {
			const day = "2024-12-31"
			o.Jurisdiction, o.Debtor = lawOf(text), debtorOf(text)
			d, answers := answered(t, text, o, day)
			first := encoded(t, d, answers)
			again := rival.Options{Jurisdiction: o.Jurisdiction, Debtor: o.Debtor, Exchange: o.Exchange}
			d, answers = answered(t, first, again, day)
			if diff := cmp.Diff(bare(t, first), bare(t, encoded(t, d, answers))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// In another currency, too, the totals of a case are the sums of its invoices to the cent
// when the answer comes in again: 1133.81 + 377.86 + 88.09.
func TestForeignAnswersComeBack(t *testing.T) {
	_, o := documents(t)
	o.Jurisdiction = "FI"
	o.Exchange[money.MustCurrency("EUR")], _ = money.ParseExchangeRate("11.337")
	d, answers := answered(t, `{"CaseIDNew":7,"Currency":"EUR","Invoices":[
		{"InvoiceNo":"A","DueDate":"2024-01-31","PrincipalAmount":100.01,"InterestType":"LAW"},{"InvoiceNo":"B","DueDate":"2024-02-29","PrincipalAmount":33.33,"InterestType":"LAW"},
		{"InvoiceNo":"C","DueDate":"2024-03-28","PrincipalAmount":7.77,"InterestType":"LAW"}],"Status":{"Trader":true}}`, o, "2024-12-31")
	first := encoded(t, d, answers)
	d, answers = answered(t, first, rival.Options{Jurisdiction: "FI", Debtor: ledger.Business, Exchange: o.Exchange}, "2024-12-31")
	if diff := cmp.Diff(bare(t, first), bare(t, encoded(t, d, answers))); diff != "" {
		t.Error(diff)
	}
	wrong := strings.Replace(first, `"RemainingPrincipalAmount": 1599.76`, `"RemainingPrincipalAmount": 1599.77`, 1)
	_, err := rival.Decode(strings.NewReader(wrong), rival.Options{Jurisdiction: "FI", Debtor: ledger.Business, Exchange: o.Exchange})
	if p := ledger.AsProblems(err); len(p) != 2 || p[0].Path != "/0/RemainingPrincipalAmount" || p[1].Path != "/0/RemainingTotalAmount" {
		t.Errorf("%v in %s", err, first)
	}
}

const rated = `[{"CaseID":7,$"Invoices":[{"InvoiceNo":"A","InvoiceDate":"2024-01-01","DueDate":"2024-01-31","RemainingPrincipalAmount":100,"RemainingInterestAmount":2,"InterestAccruedDate":"2024-04-10",%}]}]`

// Rates of an answer are compared on its day; on 10 April 2024 the reference rate was 4 %.
func TestRatesThatCameIn(t *testing.T) {
	for _, c := range []struct{ fields, asOf, day, want string }{
		{`"InterestType":"REF","InterestAddPct":8,"InterestTotPct":12`, `"AsOf":"2024-04-10",`, "2024-04-10", ""},
		{`"InterestType":"REF","InterestAddPct":8,"InterestTotPct":11`, `"AsOf":"2024-04-10",`, "2024-04-10",
			"rival-rate-differs /0/Invoices/0/InterestTotPct 11 % came in; the rate of 2024-04-10 is 12 %"},
		{`"InterestType":"LAW","InterestAddPct":7,"InterestTotPct":12`, `"AsOf":"2024-04-10",`, "2024-04-10",
			"rival-rate-differs /0/Invoices/0/InterestAddPct 7 % came in; on 2024-04-10 the law adds 8 %"},
		{`"InterestType":"NONE","InterestTotPct":12`, `"AsOf":"2024-04-10",`, "2024-04-10",
			"rival-rate-differs /0/Invoices/0/InterestTotPct 12 % came in; the rate of 2024-04-10 is 0 %"},
		{`"InterestType":"REF","InterestAddPct":8,"InterestTotPct":12`, `"AsOf":"2024-04-10",`, "2024-05-10",
			"rival-rate-not-compared /0/Invoices/0/InterestTotPct 12 % came in as the rate of 2024-04-10; it is not compared with that of 2024-05-10"},
		{`"InterestType":"REF","InterestAddPct":8,"InterestTotPct":12`, ``, "2024-04-10",
			"rival-rate-not-compared /0/Invoices/0/InterestTotPct 12 % came in as the rate of a day that nobody stated; it is not compared with that of 2024-04-10"},
	} {
		text := strings.Replace(strings.Replace(rated, "%", c.fields, 1), "$", c.asOf, 1)
		d, answers := answered(t, text, rival.Options{Debtor: ledger.Business}, c.day)
		out := encoded(t, d, answers)
		if c.want == "" {
			if strings.Contains(out, "Findings") {
				t.Errorf("%s: %s", c.fields, out)
			}
			continue
		}
		parts := strings.SplitN(c.want, " ", 3)
		for _, p := range []string{`"Code": "` + parts[0] + `"`, `"Path": "` + parts[1] + `"`, `"Message": "` + parts[2] + `"`} {
			if !strings.Contains(out, p) {
				t.Errorf("no %s in\n%s", p, out)
			}
		}
	}
}

// Fields of which nothing is made come back, and do so again; those that every answer has
// anew do not.
func TestFieldsAreKept(t *testing.T) {
	d, answers := answered(t, `{"CaseIDNew":7,"Colour":{"x":[1.50]},"Email":"a@b.example","GetAddress":true,"Findings":[{"Code":"old"}],
		"Invoices":[{"InvoiceDate":"2024-01-02","DueDate":"2024-01-31","PrincipalAmount":100,"InvoiceNo":"A","Shade":"blue"}],"Status":{"Trader":true}}`,
		rival.Options{}, "2024-06-30")
	first := encoded(t, d, answers)
	d, answers = answered(t, first, rival.Options{Debtor: ledger.Business}, "2024-06-30")
	for _, out := range []string{first, encoded(t, d, answers)} {
		for _, want := range []string{`"Colour": {`, `1.50`, `"Email": "a@b.example"`, `"Shade": "blue"`, `"AsOf": "2024-06-30"`} {
			if strings.Count(out, want) != 1 {
				t.Errorf("%s is not there once:\n%s", want, out)
			}
		}
		for _, unwanted := range []string{"GetAddress", `"old"`} {
			if strings.Contains(out, unwanted) {
				t.Errorf("%s in\n%s", unwanted, out)
			}
		}
	}
}
