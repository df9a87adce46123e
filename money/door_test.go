package money_test

import (
	"errors"
	"math"
	"math/big"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/skuld-go/skuld/money"
)

// dec reads a decimal written in a test.
func dec(t testing.TB, s string) decimal.Decimal {
	t.Helper()
	d, err := decimal.NewFromString(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestNew(t *testing.T) {
	for _, tt := range []struct {
		number   string
		currency money.Currency
		minor    int64
		err      error
	}{
		{"10000", sek, 1_000_000, nil},
		{"12.34", eur, 1234, nil},
		{"12.340000", eur, 1234, nil},
		{"-0.01", eur, -1, nil},
		{"0", eur, 0, nil},
		{"0.000", jpy, 0, nil},
		{"12.345", eur, 0, money.ErrOffQuantum},
		{"0.5", jpy, 0, money.ErrOffQuantum},
		{"0.0001", kwd, 0, money.ErrOffQuantum},
		{"1.2345", clf, 12345, nil},
		{"12.34000000000000000000000000000000000000", eur, 1234, nil},
		{"12.34000000000000000000000000000000000001", eur, 0, money.ErrOffQuantum},
		{"0.00000000000000000000000000000000000001", eur, 0, money.ErrOffQuantum},
		{"10000000000000", sek, money.MaxMinor, nil},
		{"-10000000000000", sek, -money.MaxMinor, nil},
		{"10000000000000.01", sek, 0, money.ErrTooLarge},
		{"-10000000000000.01", sek, 0, money.ErrTooLarge},
		{"1000000000000000000", sek, 0, money.ErrTooLarge},
		{"100000000000000000000000000000000000000", sek, 0, money.ErrTooLarge},
	} {
		a, err := money.New(dec(t, tt.number), tt.currency)
		if !errors.Is(err, tt.err) || (err == nil) != (tt.err == nil) || a.Minor() != tt.minor {
			t.Errorf("%s %s: %v, %v, want %d, %v", tt.number, tt.currency, a, err, tt.minor, tt.err)
		}
	}
	if _, err := money.New(dec(t, "1"), money.Currency{}); !errors.Is(err, money.ErrUnknownCurrency) {
		t.Errorf("without a currency: %v, want ErrUnknownCurrency", err)
	}
	for _, tt := range []struct {
		d    decimal.Decimal
		want string
	}{
		{decimal.New(12345, -3), "12.345 EUR: more decimals than the currency has"},
		{decimal.New(-5, -4), "-0.0005 EUR: more decimals than the currency has"},
		{decimal.New(12, 14), "1200000000000000 EUR is over 10^15 minor units: amount too large"},
		{decimal.New(12, 99), "a number of 2 digits with exponent 99 EUR: amount too large"},
	} {
		if _, err := money.New(tt.d, eur); err == nil || err.Error() != tt.want {
			t.Errorf("got %v, want %s", err, tt.want)
		}
	}
}

// A decimal of a few bytes can stand for a number of two billion digits: no
// such power of ten is ever made.
func TestExtremeExponents(t *testing.T) {
	for _, tt := range []struct {
		d     decimal.Decimal
		up    int64
		upErr error
	}{
		{decimal.New(1, 17), 0, money.ErrTooLarge},
		{decimal.New(1, 18), 0, money.ErrTooLarge},
		{decimal.New(1, math.MaxInt32), 0, money.ErrTooLarge},
		{decimal.New(-1, math.MaxInt32), 0, money.ErrTooLarge},
		{decimal.New(1, math.MinInt32), 1, nil},
		{decimal.New(-1, math.MinInt32), -1, nil},
		{decimal.New(0, math.MaxInt32), 0, nil},
		{decimal.New(0, math.MinInt32), 0, nil},
		{decimal.New(math.MaxInt64, -1000), 1, nil},
		{decimal.NewFromBigInt(new(big.Int).Lsh(big.NewInt(1), 200), -1000), 1, nil},
		{decimal.NewFromBigInt(new(big.Int).Lsh(big.NewInt(1), 200), 1000), 0, money.ErrTooLarge},
	} {
		a, err := money.Round(tt.d, sek, money.Up)
		if !errors.Is(err, tt.upErr) || a.Minor() != tt.up {
			t.Errorf("exponent %d: %v, %v, want %d, %v", tt.d.Exponent(), a, err, tt.up, tt.upErr)
		}
		if _, err := money.New(tt.d, sek); !tt.d.IsZero() && (err == nil || len(err.Error()) > 120) {
			t.Errorf("exponent %d: %v, want a short error", tt.d.Exponent(), err)
		}
	}
}

func TestRoundDecimal(t *testing.T) {
	for _, tt := range []struct {
		number string
		r      money.Rounding
		want   string
	}{
		{"12.345", money.HalfUp, "12.35 EUR"},
		{"12.345", money.HalfEven, "12.34 EUR"},
		{"12.345", money.HalfDown, "12.34 EUR"},
		{"-12.345", money.HalfUp, "-12.35 EUR"},
		{"-12.345", money.Floor, "-12.35 EUR"},
		{"-12.345", money.Ceiling, "-12.34 EUR"},
		{"12.3450000000000000000000000000000000001", money.HalfEven, "12.35 EUR"},
		{"12.3449999999999999999999999999999999999", money.HalfUp, "12.34 EUR"},
		{"12.34", money.HalfUp.ToStep(5), "12.35 EUR"},
		{"12.50", money.HalfUp.ToStep(100), "13.00 EUR"},
		{"12.50", money.HalfEven.ToStep(100), "12.00 EUR"},
		{"12.50", money.Exactly.ToStep(50), "12.50 EUR"},
		{"0.0000000000000000000000000000000000000001", money.Up, "0.01 EUR"},
		{"0.0000000000000000000000000000000000000001", money.HalfUp, "0.00 EUR"},
		{"-0.000000000000000000000000000000000000001", money.Floor, "-0.01 EUR"},
		{"0.004", money.HalfUp, "0.00 EUR"},
		{"0.005", money.HalfUp, "0.01 EUR"},
	} {
		a, err := money.Round(dec(t, tt.number), eur, tt.r)
		if err != nil || a.String() != tt.want {
			t.Errorf("%s %s = %v, %v, want %s", tt.number, tt.r, a, err, tt.want)
		}
	}
	for _, tt := range []struct {
		number string
		r      money.Rounding
		want   error
	}{
		{"12.345", money.Exactly, money.ErrInexact},
		{"12.34", money.Exactly.ToStep(5), money.ErrInexact},
		{"10000000000000.005", money.HalfUp, money.ErrTooLarge},
		{"12.3400000000000000000000000000000000001", money.Exactly, money.ErrInexact},
	} {
		if a, err := money.Round(dec(t, tt.number), eur, tt.r); !errors.Is(err, tt.want) || a != (money.Amount{}) {
			t.Errorf("%s %s = %v, %v, want %v", tt.number, tt.r, a, err, tt.want)
		}
	}
	for _, number := range []string{"12.345", "0", "1e-40", "12.3400000000000000000000000000000000001"} {
		if _, err := money.Round(dec(t, number), eur, money.Rounding(99)); err == nil {
			t.Errorf("%s rounds by no rounding", number)
		}
	}
}

func TestDecimalRoundTrip(t *testing.T) {
	for _, minor := range []int64{0, 1, -1, 99, 100, -12345, money.MaxMinor, -money.MaxMinor} {
		for _, c := range []money.Currency{sek, jpy, kwd, clf} {
			a := money.FromMinor(minor, c)
			back, err := money.New(a.Decimal(), c)
			if err != nil || back != a {
				t.Errorf("%s came back as %v, %v", a, back, err)
			}
			if got := a.Decimal().StringFixed(int32(c.Digits())); got != a.Number() {
				t.Errorf("%s as a decimal is %s", a, got)
			}
		}
	}
}

// A number of more than 64 bits is not cut off, whatever its low bits say.
func TestNewBeyondAWord(t *testing.T) {
	sek := money.MustCurrency("SEK")
	for shift := uint(63); shift < 130; shift++ {
		coefficient := new(big.Int).Add(new(big.Int).Lsh(big.NewInt(1), shift), big.NewInt(5))
		for _, n := range []*big.Int{coefficient, new(big.Int).Neg(coefficient)} {
			if a, err := money.New(decimal.NewFromBigInt(n, -2), sek); !errors.Is(err, money.ErrTooLarge) {
				t.Errorf("2^%d + 5 minor units: %v, %v, want %v", shift, a, err, money.ErrTooLarge)
			}
		}
	}
}
