package money_test

import (
	"math/big"
	"testing"

	"github.com/skuld-go/skuld/money"
)

// The ranges that the package comment promises, from their constants: the
// largest principal at the largest rate over the longest time, over the common
// denominator of all day counts, stays in the fast form.
func TestRanges(t *testing.T) {
	const (
		rate    = 1_000_000_000 // 1000 % in millionths of a per cent
		days    = 18_263        // 50 years
		perCent = 100_000_000   // millionths of a per cent in 1
		years   = 1_603_080     // least common multiple of 360, 365 and 366
		longest = years / 360   // what a day weighs at most over it
	)
	num := big.NewInt(money.MaxMinor)
	for _, factor := range []int64{rate, days, longest} {
		num.Mul(num, big.NewInt(factor))
	}
	den := new(big.Int).Mul(big.NewInt(years), big.NewInt(perCent))
	if num.BitLen() > 107 || den.BitLen() > 48 {
		t.Errorf("numerator of %d and denominator of %d bits, want 107 and 48", num.BitLen(), den.BitLen())
	}
	for _, sign := range []int64{1, -1} {
		e := money.ExactOf(money.FromMinor(sign*money.MaxMinor, sek)).Times(rate*days*longest, den.Int64())
		if e.IsLarge() {
			t.Errorf("%v has left the fast form", e)
		}
		if a, err := e.Round(money.HalfUp); err != nil {
			t.Errorf("%v: %v", a, err)
		}
	}
	sum := money.FromMinor(0, sek)
	for range 9223 {
		var err error
		if sum, err = sum.Add(money.FromMinor(money.MaxMinor, sek)); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := sum.Add(money.FromMinor(money.MaxMinor, sek)); err == nil {
		t.Error("9224 amounts of the bound fit, the package comment says that they do not")
	}
}
