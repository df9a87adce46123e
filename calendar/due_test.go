package calendar_test

import (
	"testing"

	"github.com/skuld-go/skuld/calendar"
)

func TestPaymentTerm(t *testing.T) {
	for _, c := range []struct{ term, invoice, want string }{
		{"30D", "2024-01-31", "2024-03-01"},
		{"0D", "2024-01-31", "2024-01-31"},
		{"1M", "2024-01-31", "2024-02-29"},
		{"EOM", "2024-02-01", "2024-02-29"},
		{"EOM", "2024-02-29", "2024-02-29"},
		{"30D+EOM", "2024-01-15", "2024-02-29"},
		{"EOM+10D", "2024-01-15", "2024-02-10"},
		{"EOM+1M", "2024-01-15", "2024-02-29"},
		{"EOM+1M", "2024-02-15", "2024-03-31"},
		{"EOM+0D", "2024-02-15", "2024-02-29"},
		{"30D+EOM+10D", "2024-01-15", "2024-03-10"},
		{"1M+EOM+2W", "2024-01-31", "2024-03-14"},
	} {
		term, err := calendar.ParsePaymentTerm(c.term)
		if err != nil {
			t.Errorf("%s: %v", c.term, err)
			continue
		}
		got, err := term.Due(day(c.invoice))
		if err != nil || got != day(c.want) {
			t.Errorf("%s from %s = %v, %v, want %s", c.term, c.invoice, got, err, c.want)
		}
	}
	if got, err := (calendar.PaymentTerm{}).Due(day("2024-01-31")); err != nil || got != day("2024-01-31") {
		t.Errorf("no term = %v, %v, want the date of the invoice", got, err)
	}
}

func TestPaymentTermRefuses(t *testing.T) {
	for _, s := range []string{"", "EOM+EOM", "30", "30D+", "+EOM", "30D+30D", "EOM+1D+1D", "30D+EOM+1D+1D", "-30D", "EOM+-1D", "eom", "30D EOM"} {
		if term, err := calendar.ParsePaymentTerm(s); err == nil {
			t.Errorf("ParsePaymentTerm(%q) = %v, want an error", s, term)
		}
	}
	for _, term := range []calendar.PaymentTerm{
		{Plus: calendar.DaySpan(-1)}, {MonthEnd: true, Then: calendar.Months(-1)}, {Then: calendar.DaySpan(10)},
	} {
		if d, err := term.Due(day("2024-01-31")); err == nil {
			t.Errorf("%+v = %v, want an error", term, d)
		}
		if _, err := term.MarshalText(); err == nil {
			t.Errorf("%+v is marshalled", term)
		}
	}
	month := calendar.PaymentTerm{Plus: calendar.Months(1)}
	for _, invoice := range []calendar.Date{0, lastDate} {
		if d, err := month.Due(invoice); err == nil {
			t.Errorf("a month from %q = %v, want an error", invoice, d)
		}
	}
}

func FuzzParsePaymentTerm(f *testing.F) {
	for _, s := range []string{"30D", "EOM", "30D+EOM+10D", "EOM+1M", "1M+EOM"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		term, err := calendar.ParsePaymentTerm(s)
		if err != nil {
			return
		}
		text, err := term.MarshalText()
		if err != nil || string(text) != s {
			t.Errorf("%q is written %q, %v", s, text, err)
		}
		var back calendar.PaymentTerm
		if err := back.UnmarshalText(text); err != nil || back != term {
			t.Errorf("%q comes back as %+v, %v", s, back, err)
		}
	})
}
