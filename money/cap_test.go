package money_test

import (
	"errors"
	"math"
	"testing"

	"github.com/leanovate/gopter"
	"github.com/leanovate/gopter/gen"
	"github.com/leanovate/gopter/prop"

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

// Whatever is drawn in whatever order, what was granted is never more than what was
// left, and nothing is granted that was not asked for.
func TestCapProperties(t *testing.T) {
	properties := gopter.NewProperties(gopter.DefaultTestParametersWithSeed(1))
	properties.Property("used and granted stay within the limit", prop.ForAll(
		func(limit, used int64, draws []int64) bool {
			c := money.Cap{Limit: money.FromMinor(limit, sek), Used: money.FromMinor(used, sek)}
			sum := used
			for _, minor := range draws {
				granted := must(c.Draw(money.FromMinor(minor, sek))).Minor()
				sum += granted
				if granted < 0 || granted > minor || granted < minor && c.Left().Sign() > 0 || c.Used.Minor() != sum {
					return false
				}
			}
			return sum <= max(limit, used) && c.Left().Minor() == max(0, limit-sum)
		}, gen.Int64Range(0, 100_000), gen.Int64Range(0, 100_000), gen.SliceOf(gen.Int64Range(0, 20_000))))
	properties.TestingRun(t)
}
