package money

import (
	"errors"
	"testing"
)

func TestParseExchangeRate(t *testing.T) {
	for in, want := range map[string]string{
		"11.2345": "11.2345", "1": "1", "0.0000000001": "0.0000000001", "007.50": "7.5", "899999999.9999999999": "899999999.9999999999", "100": "100",
	} {
		r, err := ParseExchangeRate(in)
		if err != nil || r.String() != want {
			t.Errorf("%s: %s, %v, want %s", in, r, err, want)
		}
		if back, err := ParseExchangeRate(r.String()); err != nil || back != r {
			t.Errorf("%s comes back as %s, %v", r, back, err)
		}
	}
	for _, in := range []string{"", "0", "-1", "0.00000000001", "900000000", "1e3", "x", "1,5", ".5", "+1", "99999999999999999999"} {
		if r, err := ParseExchangeRate(in); !errors.Is(err, ErrNotExchangeRate) {
			t.Errorf("%q: %s, %v, want ErrNotExchangeRate", in, r, err)
		}
	}
	if ExchangeRate(0).String() != "" {
		t.Errorf("no rate is %q", ExchangeRate(0))
	}
}
