package document

import (
	"strings"
	"testing"
)

func TestDecimal(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"0", "0"}, {"-0", "0"}, {"0.000", "0"}, {"-0.00e-5", "0"}, {"100", "100"}, {"100.0", "100"}, {"1e2", "100"}, {"1E+2", "100"},
		{"0.01e4", "100"}, {"1000e-1", "100"}, {"-12.340", "-12.34"}, {"1234e-2", "12.34"}, {"5e-3", "0.005"}, {"0.5", "0.5"}, {"10.10", "10.1"},
		{"1e27", "1" + strings.Repeat("0", 27)}, {"1e-27", "0." + strings.Repeat("0", 26) + "1"}, {"1." + strings.Repeat("0", 50), "1"},
		{"1e28", ""}, {"1e-28", ""}, {"1e29", ""}, {"1e999999999999", ""}, {"0e999999999999", ""}, {"0e-29", ""}, {strings.Repeat("1", 28), strings.Repeat("1", 28)},
		{strings.Repeat("1", 29), ""}, {"0." + strings.Repeat("1", 28), ""}, {"0." + strings.Repeat("1", 27), "0." + strings.Repeat("1", 27)},
		{"", ""}, {"-", ""}, {"+1", ""}, {" 1", ""}, {"1 ", ""}, {"1,5", ""}, {"01", ""}, {".5", ""}, {"5.", ""}, {"1e", ""}, {"0x10", ""}, {"NaN", ""}, {"1_000", ""}, {"١", ""},
	} {
		d, err := ParseDecimal(c.text)
		if err != nil && c.want != "" || err == nil && d.String() != c.want {
			t.Errorf("%s: %s, %v, want %s", c.text, d, err, c.want)
		}
		if err == nil && d.IsZero() != (c.want == "0") {
			t.Errorf("%s is zero: %v", c.text, d.IsZero())
		}
	}
}

func FuzzDecimal(f *testing.F) {
	for _, s := range []string{"0", "-1.50", "1e2", "1e-2", "0.000001", "1e999", "123456789.987654321e-5"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := ParseDecimal(s)
		if err != nil {
			return
		}
		again, err := ParseDecimal(d.String())
		if err != nil || again != d || len(d.String()) > 30 || strings.ContainsAny(d.String(), "eE") {
			t.Errorf("%q: %s, %s, %v", s, d, again, err)
		}
		want, ok := rational(s)
		if got, _ := rational(d.String()); ok && got.Cmp(want) != 0 {
			t.Errorf("%q is not %s", s, d)
		}
	})
}
