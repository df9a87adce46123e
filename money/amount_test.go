package money_test

import (
	"encoding/json"
	"errors"
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/skuld-go/skuld/money"
)

var (
	sek = money.MustCurrency("SEK")
	eur = money.MustCurrency("EUR")
	jpy = money.MustCurrency("JPY")
	kwd = money.MustCurrency("KWD")
	clf = money.MustCurrency("CLF")
)

func TestArithmetic(t *testing.T) {
	a, b := money.MustParse("100.10 SEK"), money.MustParse("0.25 SEK")
	sum, err := a.Add(b)
	if err != nil || sum != money.MustParse("100.35 SEK") {
		t.Errorf("%s plus %s = %s, %v", a, b, sum, err)
	}
	diff, err := b.Sub(a)
	if err != nil || diff != money.MustParse("-99.85 SEK") {
		t.Errorf("%s minus %s = %s, %v", b, a, diff, err)
	}
	if a.Neg() != money.MustParse("-100.10 SEK") || a.Neg().Neg() != a {
		t.Errorf("the opposite of %s is %s", a, a.Neg())
	}
	for _, tt := range []struct {
		a, b string
		want int
	}{{"1.00 SEK", "1.01 SEK", -1}, {"1.00 SEK", "1 SEK", 0}, {"0.01 SEK", "-5.00 SEK", 1}} {
		got, err := money.MustParse(tt.a).Compare(money.MustParse(tt.b))
		if err != nil || got != tt.want {
			t.Errorf("%s with %s: %d, %v, want %d", tt.a, tt.b, got, err, tt.want)
		}
	}
}

func TestArithmeticOverflow(t *testing.T) {
	most, least := money.FromMinor(math.MaxInt64, sek), money.FromMinor(-math.MaxInt64, sek)
	one := money.FromMinor(1, sek)
	for name, f := range map[string]func() (money.Amount, error){
		"most plus one":        func() (money.Amount, error) { return most.Add(one) },
		"least minus one":      func() (money.Amount, error) { return least.Sub(one) },
		"least plus minus one": func() (money.Amount, error) { return least.Add(one.Neg()) },
		"most plus most":       func() (money.Amount, error) { return most.Add(most) },
		"least plus least":     func() (money.Amount, error) { return least.Add(least) },
		"most minus least":     func() (money.Amount, error) { return most.Sub(least) },
	} {
		if got, err := f(); !errors.Is(err, money.ErrTooLarge) || got != (money.Amount{}) {
			t.Errorf("%s: %v, %v, want ErrTooLarge", name, got, err)
		}
	}
	if sum, err := most.Add(least); err != nil || !sum.IsZero() {
		t.Errorf("most plus least: %v, %v", sum, err)
	}
	if sum, err := most.Add(money.FromMinor(0, sek)); err != nil || sum != most {
		t.Errorf("most plus nothing: %v, %v", sum, err)
	}
	defer func() {
		if recover() == nil {
			t.Error("FromMinor(−2⁶³) did not panic")
		}
	}()
	money.FromMinor(math.MinInt64, sek)
}

func TestMismatch(t *testing.T) {
	var none money.Amount
	kr, euro := money.MustParse("5.00 SEK"), money.MustParse("3.00 EUR")
	for _, pair := range [][2]money.Amount{{kr, euro}, {kr, none}, {none, kr}, {none, none}} {
		_, addErr := pair[0].Add(pair[1])
		_, subErr := pair[0].Sub(pair[1])
		_, cmpErr := pair[0].Compare(pair[1])
		for _, err := range []error{addErr, subErr, cmpErr} {
			if !errors.Is(err, money.ErrCurrencyMismatch) {
				t.Errorf("%v and %v: %v, want ErrCurrencyMismatch", pair[0], pair[1], err)
			}
		}
	}
	_, err := kr.Sub(euro)
	if want := "5.00 SEK and 3.00 EUR: currencies differ"; err.Error() != want {
		t.Errorf("got %q, want %q", err, want)
	}
	_, err = none.Add(kr)
	if want := "no amount and 5.00 SEK: currencies differ"; err.Error() != want {
		t.Errorf("got %q, want %q", err, want)
	}
}

func TestNoAmount(t *testing.T) {
	var none money.Amount
	if none.String() != "" || none.Number() != "" || none.Minor() != 0 || none.Sign() != 0 ||
		!none.IsZero() || !none.Currency().IsZero() {
		t.Errorf("the zero Amount is %q", none)
	}
	if none == money.MustParse("0.00 SEK") {
		t.Error("no amount equals 0.00 SEK")
	}
}

func TestParse(t *testing.T) {
	for _, tt := range []struct {
		text  string
		minor int64
		out   string
	}{
		{"10000.00 SEK", 1_000_000, "10000.00 SEK"},
		{"10000 SEK", 1_000_000, "10000.00 SEK"},
		{"0.5 EUR", 50, "0.50 EUR"},
		{"-0.05 EUR", -5, "-0.05 EUR"},
		{"-0.00 EUR", 0, "0.00 EUR"},
		{"-0 EUR", 0, "0.00 EUR"},
		{"007.10 EUR", 710, "7.10 EUR"},
		{"123 JPY", 123, "123 JPY"},
		{"-123 JPY", -123, "-123 JPY"},
		{"0.001 KWD", 1, "0.001 KWD"},
		{"1.2345 CLF", 12345, "1.2345 CLF"},
		{"10000000000000.00 SEK", money.MaxMinor, "10000000000000.00 SEK"},
		{"-10000000000000.00 SEK", -money.MaxMinor, "-10000000000000.00 SEK"},
		{"1000000000000000 JPY", money.MaxMinor, "1000000000000000 JPY"},
		{"000000000000000000000000001.00 SEK", 100, "1.00 SEK"},
	} {
		a, err := money.Parse(tt.text)
		if err != nil || a.Minor() != tt.minor || a.String() != tt.out {
			t.Errorf("%q is %d, %q, %v, want %d, %q", tt.text, a.Minor(), a, err, tt.minor, tt.out)
		}
	}
}

func TestParseRefuses(t *testing.T) {
	other := errors.New("any")
	for _, tt := range []struct {
		text string
		want error
	}{
		{"12.345 EUR", money.ErrOffQuantum},
		{"12.340 EUR", money.ErrOffQuantum},
		{"1.0 JPY", money.ErrOffQuantum},
		{"10000000000000.01 SEK", money.ErrTooLarge},
		{"-10000000000000.01 SEK", money.ErrTooLarge},
		{"1000000000000001 JPY", money.ErrTooLarge},
		{"999999999999999999999999999999 SEK", money.ErrTooLarge},
		{"18446744073709551617.00 SEK", money.ErrTooLarge},
		{"1.00 XAU", money.ErrUnknownCurrency},
		{"1.00 sek", money.ErrUnknownCurrency},
		{"1.00  SEK", money.ErrUnknownCurrency},
		{"1.00 SEK ", money.ErrUnknownCurrency},
		{"0000000000000000000000000001.00 SEK", other},
		{"", other}, {" ", other}, {"SEK", other}, {"1.00", other}, {"1.00SEK", other}, {"SEK 1.00", other},
		{" 1.00 SEK", other}, {"+1.00 SEK", other}, {"--1 SEK", other}, {"- SEK", other}, {"-.5 SEK", other},
		{".5 SEK", other}, {"5. SEK", other}, {". SEK", other}, {"1.0.0 SEK", other}, {"1,00 SEK", other},
		{"1e5 SEK", other}, {"1E5 SEK", other}, {"NaN SEK", other}, {"Inf SEK", other}, {"0x10 SEK", other},
		{"1_000 SEK", other}, {"1\u00a0000 SEK", other}, {"١ SEK", other}, {"1.00\tSEK", other}, {"1.00\n SEK", other},
	} {
		a, err := money.Parse(tt.text)
		if err == nil || a != (money.Amount{}) || tt.want != other && !errors.Is(err, tt.want) {
			t.Errorf("%q gave %v, %v, want %v", tt.text, a, err, tt.want)
		}
	}
	_, err := money.Parse(strings.Repeat("9", 1_000_000))
	if err == nil || len(err.Error()) > 200 {
		t.Errorf("a million digits gave an error of %d characters", len(err.Error()))
	}
}

func TestParseErrorText(t *testing.T) {
	for text, want := range map[string]string{
		"12.345 EUR": `"12.345" has more than the 2 decimals of EUR: more decimals than the currency has`,
		"1e5 EUR":    `"1e5" is not an amount, want digits as 10000.00 in at most 30 characters`,
		"100":        `"100" is not an amount, want one as 10000.00 SEK`,
		"100 EURO":   `"EURO" is not a currency, want a code of ISO 4217 as SEK: unknown currency`,
	} {
		if _, err := money.Parse(text); err == nil || err.Error() != want {
			t.Errorf("got %v, want %s", err, want)
		}
	}
}

func TestParseInNoCurrency(t *testing.T) {
	if a, err := money.ParseIn("1.00", money.Currency{}); !errors.Is(err, money.ErrUnknownCurrency) {
		t.Errorf("got %v, %v, want ErrUnknownCurrency", a, err)
	}
}

func TestNumber(t *testing.T) {
	for _, tt := range []struct {
		a    money.Amount
		want string
	}{
		{money.FromMinor(0, sek), "0.00"},
		{money.FromMinor(5, sek), "0.05"},
		{money.FromMinor(-5, sek), "-0.05"},
		{money.FromMinor(-100, sek), "-1.00"},
		{money.FromMinor(7, jpy), "7"},
		{money.FromMinor(-7, kwd), "-0.007"},
		{money.FromMinor(12345, clf), "1.2345"},
		{money.FromMinor(math.MaxInt64, sek), "92233720368547758.07"},
		{money.FromMinor(-math.MaxInt64, clf), "-922337203685477.5807"},
	} {
		if got := tt.a.Number(); got != tt.want {
			t.Errorf("%d %s is %q, want %q", tt.a.Minor(), tt.a.Currency(), got, tt.want)
		}
		if got := string(tt.a.AppendNumber([]byte("x"))); got != "x"+tt.want {
			t.Errorf("appended %q, want %q", got, "x"+tt.want)
		}
	}
}

func TestAmountJSON(t *testing.T) {
	type file struct {
		Amount money.Amount `json:"amount"`
		Exact  money.Exact  `json:"exact"`
	}
	in := file{money.MustParse("-7.50 SEK"), money.ExactOf(money.MustParse("100.00 SEK")).Times(1, 3)}
	text, err := json.Marshal(in)
	if want := `{"amount":"-7.50 SEK","exact":"100/3 SEK"}`; err != nil || string(text) != want {
		t.Fatalf("got %s, %v, want %s", text, err, want)
	}
	var back file
	if err := json.Unmarshal(text, &back); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(in, back, cmp.Comparer(sameExact), cmp.AllowUnexported(money.Amount{}, money.Currency{})); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	if err := json.Unmarshal([]byte(`{"amount":"","exact":""}`), &back); err != nil {
		t.Fatal(err)
	}
	if back.Amount != (money.Amount{}) || back.Exact.String() != "" {
		t.Errorf("empty text gave %v and %v", back.Amount, back.Exact)
	}
	a := money.MustParse("1.00 SEK")
	if err := a.UnmarshalText([]byte("1.005 SEK")); !errors.Is(err, money.ErrOffQuantum) || a.Minor() != 100 {
		t.Errorf("got %v, %v, want an error and the amount kept", a, err)
	}
}

func TestMustParsePanics(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("no panic")
		}
	}()
	money.MustParse("1.00")
}
