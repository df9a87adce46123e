package interest

import (
	"errors"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
)

func TestParsePercent(t *testing.T) {
	tests := []struct {
		in   string
		want Percent
		text string
		err  error
	}{
		{"12", 12_000_000, "12", nil},
		{"11.50", 11_500_000, "11.5", nil},
		{"-0.88", -880_000, "-0.88", nil},
		{"-0.00", 0, "0", nil},
		{"0.000001", 1, "0.000001", nil},
		{"3.1400000000", 3_140_000, "3.14", nil},
		{"1000", MaxPercent, "1000", nil},
		{"-1000", -MaxPercent, "-1000", nil},
		{"1000.000001", 0, "", ErrRateTooLarge},
		{"99999999999999999999", 0, "", ErrRateTooLarge},
		{"0.0000001", 0, "", ErrTooFine},
		{"", 0, "", ErrNotPercent},
		{"-", 0, "", ErrNotPercent},
		{"+1", 0, "", ErrNotPercent},
		{"1e2", 0, "", ErrNotPercent},
		{".5", 0, "", ErrNotPercent},
		{"5.", 0, "", ErrNotPercent},
		{"1,5", 0, "", ErrNotPercent},
		{" 1", 0, "", ErrNotPercent},
		{"NaN", 0, "", ErrNotPercent},
		{strings.Repeat("0", 31), 0, "", ErrNotPercent},
	}
	for _, tt := range tests {
		got, err := ParsePercent(tt.in)
		if got != tt.want || !errors.Is(err, tt.err) {
			t.Errorf("ParsePercent(%q) = %d, %v; want %d, %v", tt.in, got, err, tt.want, tt.err)
		}
		if err == nil && got.String() != tt.text {
			t.Errorf("ParsePercent(%q).String() = %q, want %q", tt.in, got, tt.text)
		}
	}
}

func TestFactor(t *testing.T) {
	f, err := ParseFactor("1.5")
	if err != nil {
		t.Fatal(err)
	}
	if got, err := f.apply(MustPercent("2.5")); err != nil || got != MustPercent("3.75") {
		t.Errorf("2.5 %% × 1.5 = %s, %v; want 3.75", got, err)
	}
	third, err := ParseFactor("0.333333")
	if err != nil {
		t.Fatal(err)
	}
	if got, err := third.apply(MustPercent("0.1")); !errors.Is(err, ErrTooFine) {
		t.Errorf("0.1 %% × 0.333333 = %s, %v; want ErrTooFine", got, err)
	}
	if got, err := Factor(MaxPercent).apply(MustPercent("900")); !errors.Is(err, ErrRateTooLarge) {
		t.Errorf("900 %% × 1000 = %s, %v; want ErrRateTooLarge", got, err)
	}
	for _, bad := range []string{"0", "0.0", "x", "1e3", "1001", "-1001", "0.0000001"} {
		if f, err := ParseFactor(bad); err == nil {
			t.Errorf("ParseFactor(%q) = %s, want an error", bad, f)
		}
	}
}

// A change of shopspring's globals must not move a rate.
func TestPercentIgnoresDecimalGlobals(t *testing.T) {
	precision, trim := decimal.DivisionPrecision, decimal.MarshalJSONWithoutQuotes
	defer func() { decimal.DivisionPrecision, decimal.MarshalJSONWithoutQuotes = precision, trim }()
	decimal.DivisionPrecision, decimal.MarshalJSONWithoutQuotes = 0, true
	if p := MustPercent("-0.88"); p != -880_000 || p.String() != "-0.88" {
		t.Errorf("got %d %q, want -880000 -0.88", p, p)
	}
}

func FuzzParsePercent(f *testing.F) {
	for _, s := range []string{"12", "-0.88", "1000.000001", "1e9", "", "0.0000001"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		p, err := ParsePercent(s)
		if err != nil {
			return
		}
		q, err := ParsePercent(p.String())
		if err != nil || q != p {
			t.Errorf("%q → %s → %s, %v", s, p, q, err)
		}
		want, err := decimal.NewFromString(s)
		if err != nil || !want.Equal(p.Decimal()) {
			t.Errorf("%q is %s, want %s", s, p.Decimal(), want)
		}
	})
}
