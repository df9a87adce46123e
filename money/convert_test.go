package money_test

import (
	"errors"
	"math"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/skuld-go/skuld/money"
)

func TestConvert(t *testing.T) {
	for _, tt := range []struct {
		amount string
		to     money.Currency
		rate   string
		r      money.Rounding
		want   string
	}{
		{"100.00 EUR", sek, "11.2345", money.HalfUp, "1123.45 SEK"},
		{"0.01 EUR", sek, "11.5", money.HalfUp, "0.12 SEK"},
		{"0.01 EUR", sek, "11.5", money.HalfEven, "0.12 SEK"},
		{"0.03 EUR", sek, "11.5", money.HalfEven, "0.34 SEK"},
		{"0.03 EUR", sek, "11.5", money.HalfUp, "0.35 SEK"},
		{"-0.03 EUR", sek, "11.5", money.HalfUp, "-0.35 SEK"},
		{"-0.03 EUR", sek, "11.5", money.Ceiling, "-0.34 SEK"},
		{"100.00 EUR", jpy, "163.455", money.HalfUp, "16346 JPY"},
		{"100.00 EUR", jpy, "163.455", money.Down, "16345 JPY"},
		{"16345 JPY", eur, "0.0061179", money.HalfUp, "100.00 EUR"},
		{"1 JPY", kwd, "0.002", money.Exactly, "0.002 KWD"},
		{"5 JPY", kwd, "2", money.Exactly, "10.000 KWD"},
		{"1.2345 CLF", jpy, "10000", money.Exactly, "12345 JPY"},
		{"100.00 EUR", eur, "1", money.Exactly, "100.00 EUR"},
		{"1.00 EUR", sek, "1.00000000000000000000000000001", money.Up, "1.01 SEK"}, // 30 digits, the most
		{"1.00 EUR", sek, "0.000000000000000000000000000001", money.Up, "0.01 SEK"},
		{"0.00 EUR", sek, "11.5", money.Exactly, "0.00 SEK"},
		{"10.00 EUR", sek, "11.123", money.HalfUp.ToStep(100), "111.00 SEK"},
	} {
		a, err := money.MustParse(tt.amount).Convert(tt.to, dec(t, tt.rate), tt.r)
		if err != nil || a.String() != tt.want {
			t.Errorf("%s at %s %s = %v, %v, want %s", tt.amount, tt.rate, tt.r, a, err, tt.want)
		}
	}
}

func TestConvertRefuses(t *testing.T) {
	a := money.MustParse("100.00 EUR")
	for _, rate := range []decimal.Decimal{
		{}, dec(t, "-1"), dec(t, "1.000000000000000000000000000001"),
		decimal.New(1, 31), decimal.New(1, -31), decimal.New(1, math.MaxInt32), decimal.New(1, math.MinInt32),
	} {
		if got, err := a.Convert(sek, rate, money.HalfUp); err == nil || !strings.Contains(err.Error(), "the rate is") {
			t.Errorf("exponent %d: %v, %v, want an error", rate.Exponent(), got, err)
		}
	}
	for _, tt := range []struct {
		a    money.Amount
		to   money.Currency
		rate string
		r    money.Rounding
		want error
	}{
		{a, sek, "11.23456", money.Exactly, money.ErrInexact},
		{a, sek, "11.23456789012345678901", money.Exactly, money.ErrInexact},
		{a, sek, "100000000000.01", money.HalfUp, money.ErrTooLarge},
		{a, sek, "1000000000000000000000000000", money.HalfUp, money.ErrTooLarge},
		{money.FromMinor(money.MaxMinor+1, eur), sek, "1", money.HalfUp, money.ErrTooLarge},
		{a, money.Currency{}, "1", money.HalfUp, money.ErrUnknownCurrency},
		{money.Amount{}, sek, "1", money.HalfUp, money.ErrUnknownCurrency},
	} {
		if got, err := tt.a.Convert(tt.to, dec(t, tt.rate), tt.r); !errors.Is(err, tt.want) {
			t.Errorf("%v at %s: %v, %v, want %v", tt.a, tt.rate, got, err, tt.want)
		}
	}
	_, err := a.Convert(sek, dec(t, "11.23456"), money.Exactly)
	if want := "convert 100.00 EUR to SEK at 11.23456: not a whole number of the rounding step"; err.Error() != want {
		t.Errorf("got %q, want %q", err, want)
	}
	if _, err := a.Convert(sek, dec(t, "1"), money.Rounding(99)); err == nil {
		t.Error("no rounding converts")
	}
}

// The fast way and the slow way of a conversion agree: a rate means the same
// with zeros behind it, which take it out of the fast form.
func TestConvertIgnoresTrailingZeros(t *testing.T) {
	for _, minor := range []int64{1, 3, -7, 12345, -99999, 1_000_000_007} {
		for _, rate := range []string{"11.5", "0.0061179", "163.455"} {
			for _, r := range modes {
				a := money.FromMinor(minor, eur)
				fast, err1 := a.Convert(sek, dec(t, rate), r)
				slow, err2 := a.Convert(sek, dec(t, rate).Mul(decimal.New(1_000_000_000_000_000_000, -18)), r)
				if err1 != nil || err2 != nil || fast != slow {
					t.Errorf("%v at %s %s: %v, %v and %v, %v", a, rate, r, fast, err1, slow, err2)
				}
			}
		}
	}
}
