package money_test

import (
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/skuld-go/skuld/money"
)

// Facts of ISO 4217 that the library's jurisdictions rest on, and one currency
// for each number of digits.
func TestCurrencyFacts(t *testing.T) {
	for _, want := range []struct {
		code    string
		numeric int
		digits  int
		name    string
	}{
		{"SEK", 752, 2, "Swedish Krona"},
		{"NOK", 578, 2, "Norwegian Krone"},
		{"DKK", 208, 2, "Danish Krone"},
		{"ISK", 352, 0, "Iceland Krona"},
		{"EUR", 978, 2, "Euro"},
		{"GBP", 826, 2, "Pound Sterling"},
		{"CHF", 756, 2, "Swiss Franc"},
		{"ALL", 8, 2, "Lek"},
		{"JPY", 392, 0, "Yen"},
		{"RSD", 941, 2, "Serbian Dinar"},
		{"IQD", 368, 3, "Iraqi Dinar"},
		{"KWD", 414, 3, "Kuwaiti Dinar"},
		{"CLF", 990, 4, "Unidad de Fomento"},
		{"UYI", 940, 0, "Uruguay Peso en Unidades Indexadas (UI)"},
	} {
		c, err := money.ParseCurrency(want.code)
		if err != nil {
			t.Error(err)
			continue
		}
		if c.Code() != want.code || c.Numeric() != want.numeric || c.Digits() != want.digits || c.Name() != want.name {
			t.Errorf("%s is %d %d %q, want %d %d %q", c.Code(), c.Numeric(), c.Digits(), c.Name(),
				want.numeric, want.digits, want.name)
		}
	}
}

func TestCurrencies(t *testing.T) {
	all := money.Currencies()
	if len(all) < 150 {
		t.Fatalf("%d currencies, want the whole list", len(all))
	}
	if !slices.IsSortedFunc(all, func(a, b money.Currency) int { return strings.Compare(a.Code(), b.Code()) }) {
		t.Error("the currencies are not in the order of their codes")
	}
	for _, c := range all {
		back, err := money.ParseCurrency(c.String())
		if err != nil || back != c {
			t.Errorf("%s came back as %v, %v", c, back, err)
		}
		if c.IsZero() || c.Name() == "" || c.Numeric() <= 0 || c.Digits() < 0 || c.Digits() > 4 {
			t.Errorf("%s: %q, %d, %d digits", c, c.Name(), c.Numeric(), c.Digits())
		}
	}
}

func TestNoCurrency(t *testing.T) {
	var none money.Currency
	if !none.IsZero() || none.Code() != "" || none.String() != "" || none.Name() != "" ||
		none.Digits() != 0 || none.Numeric() != 0 {
		t.Errorf("the zero Currency is %q with %d digits", none, none.Digits())
	}
}

func TestParseCurrencyRefuses(t *testing.T) {
	for _, code := range []string{
		"", "sek", "Sek", " SEK", "SEK ", "SE", "SEKK", "QQQ", "€", "752", "HRK", "DEM",
		"XAU", "XAG", "XPT", "XPD", "XDR", "XUA", "XSU", "XBA", "XBB", "XBC", "XBD", "XTS", "XXX",
		strings.Repeat("S", 1000),
	} {
		c, err := money.ParseCurrency(code)
		if !errors.Is(err, money.ErrUnknownCurrency) || !c.IsZero() {
			t.Errorf("%.20q gave %v, %v, want ErrUnknownCurrency", code, c, err)
			continue
		}
		if len(err.Error()) > 160 {
			t.Errorf("an error of %d characters", len(err.Error()))
		}
	}
	_, err := money.ParseCurrency("XAU")
	if want := `"XAU" has no minor unit to count an amount in: unknown currency`; err.Error() != want {
		t.Errorf("got %q, want %q", err, want)
	}
}

func TestCurrencyText(t *testing.T) {
	type file struct {
		Currency money.Currency `json:"currency"`
	}
	for _, text := range []string{`{"currency":"SEK"}`, `{"currency":""}`} {
		var f file
		if err := json.Unmarshal([]byte(text), &f); err != nil {
			t.Fatal(err)
		}
		if out, err := json.Marshal(f); err != nil || string(out) != text {
			t.Errorf("%s came back as %s, %v", text, out, err)
		}
	}
	f := file{money.MustCurrency("EUR")}
	if err := json.Unmarshal([]byte(`{"currency":"sek"}`), &f); !errors.Is(err, money.ErrUnknownCurrency) || f.Currency.Code() != "EUR" {
		t.Errorf("sek gave %v, %v, want an error and EUR kept", f.Currency, err)
	}
}

func TestMustCurrencyPanics(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("no panic")
		}
	}()
	money.MustCurrency("XXX")
}
