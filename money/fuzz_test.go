package money_test

import (
	"regexp"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/skuld-go/skuld/money"
)

// amountForm is the grammar of an amount, as an oracle for the parser.
var amountForm = regexp.MustCompile(`\A-?[0-9]+(\.[0-9]+)? [A-Z]{3}\z`)

func FuzzParseAmount(f *testing.F) {
	for _, s := range []string{
		"10000.00 SEK", "-0.00 EUR", "12.345 EUR", "1e5 SEK", "NaN SEK", ".5 SEK", "5. SEK", "1 JPY", "0.001 KWD",
		"+1 SEK", "007 CLF", "10000000000000.01 SEK", "1.00 XAU", "", " SEK", "999999999999999999999999999999 SEK",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		a, err := money.Parse(s)
		if err != nil {
			if a != (money.Amount{}) || len(err.Error()) > 300 {
				t.Fatalf("%q gave %v and an error of %d characters", s, a, len(err.Error()))
			}
			return
		}
		if !amountForm.MatchString(s) {
			t.Fatalf("%q was read as %v", s, a)
		}
		if a.Minor() > money.MaxMinor || a.Minor() < -money.MaxMinor {
			t.Fatalf("%q is beyond the bound", s)
		}
		back, err := money.Parse(a.String())
		if err != nil || back != a {
			t.Fatalf("%q came back as %v, %v", a, back, err)
		}
		// The decimal library reads the same number.
		d, err := decimal.NewFromString(s[:len(s)-4])
		if err != nil || !d.Equal(a.Decimal()) {
			t.Fatalf("%q is %v, the decimal library says %v, %v", s, a, d, err)
		}
	})
}

func FuzzParseCurrency(f *testing.F) {
	for _, s := range []string{"SEK", "sek", "XXX", "", "ÅÄÖ", "AAA", "ZZZ"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		c, err := money.ParseCurrency(s)
		if err == nil && (c.IsZero() || c.Code() != s) || err != nil && !c.IsZero() {
			t.Fatalf("%q is %v, %v", s, c, err)
		}
	})
}

func FuzzParseRounding(f *testing.F) {
	for _, s := range []string{"half-up", "exactly/5", "ceiling/1", "up/-1", "/", "half-even/1000000000000000"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		r, err := money.ParseRounding(s)
		if err == nil && (!r.Valid() || r.String() != s) {
			t.Fatalf("%q is %v", s, r)
		}
	})
}

func FuzzExactText(f *testing.F) {
	for _, s := range []string{"24000/73 SEK", "-1/3 EUR", "010/08 JPY", "1/0 SEK", "0x1/2 SEK", "1/3", ""} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		var e money.Exact
		if e.UnmarshalText([]byte(s)) != nil {
			return
		}
		text, err := e.MarshalText()
		if err != nil {
			t.Fatalf("%q does not print: %v", s, err)
		}
		var back money.Exact
		if err := back.UnmarshalText(text); err != nil || !sameExact(back, e) || back.String() != string(text) {
			t.Fatalf("%q came back as %v, %v", text, back, err)
		}
	})
}

func FuzzRoundDecimal(f *testing.F) {
	f.Add(int64(12345), int32(-3), uint8(1), uint16(5))
	f.Add(int64(-1), int32(-2147483648), uint8(6), uint16(0))
	f.Add(int64(1), int32(2147483647), uint8(0), uint16(100))
	f.Fuzz(func(t *testing.T, coefficient int64, exponent int32, mode uint8, step uint16) {
		r := money.Rounding(mode % 8).ToStep(int64(step))
		d := decimal.New(coefficient, exponent)
		a, err := money.Round(d, eur, r)
		if exponent < -60 || exponent > 60 {
			return // the exact answer would take all day; that it came back is the point
		}
		slow, slowErr := money.ExactOfRat(d.Rat(), eur).Round(r)
		if err == nil && (slowErr != nil || slow != a) {
			t.Fatalf("%d·10^%d %s is %v, exactly %v, %v", coefficient, exponent, r, a, slow, slowErr)
		}
		if err != nil && slowErr == nil && slow.Minor() <= money.MaxMinor && slow.Minor() >= -money.MaxMinor {
			t.Fatalf("%d·10^%d %s fails with %v, exactly %v", coefficient, exponent, r, err, slow)
		}
	})
}
