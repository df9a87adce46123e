package money_test

import (
	"errors"
	"math"
	"testing"

	"github.com/skuld-go/skuld/money"
)

func TestCap(t *testing.T) {
	c := money.Cap{Limit: money.MustParse("100.00 EUR")}
	for _, tt := range []struct{ want, granted, left string }{
		{"60.00 EUR", "60.00 EUR", "40.00 EUR"},
		{"0.00 EUR", "0.00 EUR", "40.00 EUR"},
		{"40.01 EUR", "40.00 EUR", "0.00 EUR"},
		{"0.01 EUR", "0.00 EUR", "0.00 EUR"},
	} {
		granted, err := c.Draw(money.MustParse(tt.want))
		if err != nil || granted.String() != tt.granted || c.Left().String() != tt.left {
			t.Errorf("drew %s: %v, %v, left %v, want %s, left %s", tt.want, granted, err, c.Left(), tt.granted, tt.left)
		}
	}
	// A limit that falls below what was drawn leaves nothing, and takes nothing back.
	c.Limit = money.MustParse("50.00 EUR")
	if granted, err := c.Draw(money.MustParse("1.00 EUR")); err != nil || !granted.IsZero() || c.Used.String() != "100.00 EUR" {
		t.Errorf("over the limit: %v, %v, used %v", granted, err, c.Used)
	}
}

func TestCapRefuses(t *testing.T) {
	euro := money.MustParse("1.00 EUR")
	for name, tt := range map[string]struct {
		cap  money.Cap
		draw money.Amount
		want error
	}{
		"other currency":     {money.Cap{Limit: euro}, money.MustParse("1.00 SEK"), money.ErrCurrencyMismatch},
		"no amount":          {money.Cap{Limit: euro}, money.Amount{}, money.ErrCurrencyMismatch},
		"zero cap":           {money.Cap{}, euro, money.ErrCurrencyMismatch},
		"used of another":    {money.Cap{Limit: euro, Used: money.MustParse("1.00 SEK")}, euro, money.ErrCurrencyMismatch},
		"no limit but used":  {money.Cap{Used: euro}, euro, money.ErrCurrencyMismatch},
		"beyond all amounts": {money.Cap{Limit: money.FromMinor(math.MaxInt64, eur), Used: money.FromMinor(-5, eur)}, euro, money.ErrCurrencyMismatch},
		"below zero":         {money.Cap{Limit: euro}, euro.Neg(), nil},
	} {
		before := tt.cap
		granted, err := tt.cap.Draw(tt.draw)
		if err == nil || tt.want != nil && !errors.Is(err, tt.want) || granted != (money.Amount{}) || tt.cap != before {
			t.Errorf("%s: %v, %v, cap %v", name, granted, err, tt.cap)
		}
	}
	if left := (money.Cap{}).Left(); left != (money.Amount{}) {
		t.Errorf("the zero cap leaves %v", left)
	}
}
