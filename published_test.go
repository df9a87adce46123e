package skuld_test

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/skuld-go/skuld"
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/fee"
	"github.com/skuld-go/skuld/jurisdiction"
	"github.com/skuld-go/skuld/money"
	"github.com/skuld-go/skuld/wire/native"
)

// published is a row of testdata/published.csv: somebody's worked example, the
// options that pose the same question to skuld, their figure, ours, and why the
// two differ where they do.
type published struct {
	id, options, published, ours, agrees, cause, source string
}

func readPublished(t *testing.T) []published {
	t.Helper()
	f, err := os.Open("testdata/published.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(rows[0], ","); got != "id,jurisdiction,description,options,published,ours,agrees,cause,source" {
		t.Fatalf("columns %s", got)
	}
	var out []published
	for _, r := range rows[1:] {
		out = append(out, published{r[0], r[3], r[4], r[5], r[6], r[7], r[8]})
	}
	return out
}

// TestPublished answers every published example. Where the row says that we
// agree, the figure is theirs and cannot be changed without saying why.
func TestPublished(t *testing.T) {
	rows := readPublished(t)
	agree := 0
	for _, p := range rows {
		t.Run(p.id, func(t *testing.T) {
			var o publishedOptions
			d := json.NewDecoder(strings.NewReader(p.options))
			d.DisallowUnknownFields()
			if err := d.Decode(&o); err != nil {
				t.Fatal(err)
			}
			if got := o.answer(t); got != p.ours {
				t.Errorf("got %s, the row says %s", got, p.ours)
			}
			same := p.ours == p.published || number(p.ours).Equal(number(p.published))
			if same != (p.agrees == "yes") || same != (p.cause == "") || p.source == "" {
				t.Errorf("published %s, ours %s, agrees %s, cause %q, source %q", p.published, p.ours, p.agrees, p.cause, p.source)
			}
		})
		if p.agrees == "yes" {
			agree++
		}
	}
	t.Logf("%d of %d published examples agree", agree, len(rows))
}

// number is a figure for comparison, so that 163 is 163.00; text that is none
// is unlike every other.
func number(s string) decimal.Decimal {
	d, err := decimal.NewFromString(s)
	if err != nil {
		return decimal.New(-1, 18)
	}
	return d
}

// publishedOptions pose an example: interest of a claim over given days, the rate
// on a day, or the settlement of a payment.
type publishedOptions struct {
	Currency, Principal, Rate, Series, Margin, Reset string
	First, Last, DayCount, Place, Mode, Quantum      string
	Days                                             int
	On, Figure                                       string
	Preset, Fee, Interest, Payment                   string
	// A fee by tariff.
	Jurisdiction, Code, Debtor, Date, Base, Due string
	VATDeductible                               *bool // true where absent
}

func (o publishedOptions) answer(t *testing.T) string {
	t.Helper()
	switch {
	case o.Figure == "rate":
		st := o.statement(t, fmt.Sprintf(`{"id": "x", "currency": "EUR", "claims": [{"id": "c", "principal": "1.00", "due": %q,
			"interest": {"basis": "reference", "series": %q, "margin": %q}}]}`, o.On, o.Series, o.Margin), o.On)
		return st.Items[0].Rate.String()
	case o.Figure == "fee":
		return o.fee(t)
	case o.Preset != "":
		return o.settlement(t)
	}
	terms := fmt.Sprintf(`"basis": "fixed", "rate": %q`, o.Rate)
	if o.Series != "" {
		terms = fmt.Sprintf(`"basis": "reference", "series": %q, "margin": %q, "reset": %q`, o.Series, o.Margin, o.Reset)
	}
	st := o.statement(t, fmt.Sprintf(`{"id": "x", "currency": %q, "claims": [{"id": "c", "principal": %q, "interest": {%s, "from": %q, "dayCount": %q}}],
		"rounding": {"mode": %q, "place": %q, "quantum": %q}}`, o.Currency, o.Principal, terms, o.First, o.DayCount, o.Mode, o.Place, o.Quantum), o.Last)
	days := 0
	for _, s := range st.Items[0].Segments {
		if st.Items[0].Segments[0].Fraction.Den == s.Fraction.Den {
			days += int(s.Fraction.Num)
		}
	}
	if days != o.Days {
		t.Errorf("%d days, the example has %d", days, o.Days)
	}
	return st.Totals.Interest.Number()
}

// fee is what a tariff gives, value added tax included where it is not deductible.
func (o publishedOptions) fee(t *testing.T) string {
	t.Helper()
	rules, ok := jurisdiction.Find(jurisdiction.All(), o.Jurisdiction)
	if !ok {
		t.Fatalf("no rules for %q", o.Jurisdiction)
	}
	audience, err := fee.ParseAudience(o.Debtor)
	if err != nil {
		t.Fatal(err)
	}
	tariff, ok := fee.Find(rules.Fees, o.Code, audience)
	if !ok {
		t.Fatalf("no tariff %s", o.Code)
	}
	facts := fee.Facts{Date: calendar.MustParseDate(o.Date), VATDeductible: o.VATDeductible == nil || *o.VATDeductible, Currency: rules.Currency}
	if o.Due != "" {
		facts.Due = calendar.MustParseDate(o.Due)
	}
	if o.Base != "" {
		facts.Base = money.MustParse(o.Base + " " + tariff.Versions[0].Currency.Code())
	}
	a, err := tariff.Assess(facts)
	if err != nil {
		t.Fatal(err)
	}
	return a.Total.Number()
}

// settlement pays a fee, interest and principal in part; the interest is that of
// one year at the rate that gives it.
func (o publishedOptions) settlement(t *testing.T) string {
	t.Helper()
	rate := number(o.Interest).Div(number(o.Principal)).Mul(decimal.NewFromInt(100))
	st := o.statement(t, fmt.Sprintf(`{"id": "x", "currency": %q, "allocation": {"preset": %q},
		"claims": [{"id": "c", "principal": %q, "due": "2022-12-31", "interest": {"basis": "fixed", "rate": %q}}],
		"fees": [{"id": "f", "date": "2023-06-01", "amount": %q}], "payments": [{"id": "p", "date": "2023-12-31", "amount": %q}]}`,
		o.Currency, o.Preset, o.Principal, rate, o.Fee, o.Payment), "2023-12-31")
	paid := st.Paid
	return fmt.Sprintf("%s/%s/%s, left %s", paid.Fees.Number(), paid.Interest.Number(), paid.Principal.Number(), st.Totals.Total.Number())
}

func (o publishedOptions) statement(t *testing.T, file, asOf string) *skuld.Statement {
	t.Helper()
	c, err := native.DecodeCase(strings.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	st, err := skuld.Default().Statement(c, skuld.At{AsOf: calendar.MustParseDate(asOf)})
	if err != nil {
		t.Fatal(err)
	}
	if err := st.Verify(); err != nil {
		t.Error(err)
	}
	return st
}
