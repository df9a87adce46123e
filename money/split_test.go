package money_test

import (
	"errors"
	"math"
	"math/big"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/skuld-go/skuld/money"
)

func TestSplit(t *testing.T) {
	for _, tt := range []struct {
		amount  string
		weights []int64
		want    []int64
	}{
		{"100.00 SEK", []int64{1, 1, 1}, []int64{3334, 3333, 3333}},
		{"-100.00 SEK", []int64{1, 1, 1}, []int64{-3334, -3333, -3333}},
		{"0.05 EUR", []int64{3, 7}, []int64{2, 3}}, // 1.5 and 3.5: a tie to the first
		{"0.05 EUR", []int64{7, 3}, []int64{4, 1}}, // 3.5 and 1.5: again the first
		{"0.01 EUR", []int64{1, 2}, []int64{0, 1}}, // the larger remainder, not the first
		{"0.02 EUR", []int64{0, 1, 1, 1}, []int64{0, 1, 1, 0}},
		{"0.00 EUR", []int64{1, 2, 3}, []int64{0, 0, 0}},
		{
			"0.03 EUR", // more parts than a short sort
			[]int64{1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1},
			[]int64{1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0},
		},
		{"10.00 EUR", []int64{5}, []int64{1000}},
		{"10.00 EUR", []int64{0, 5, 0}, []int64{0, 1000, 0}},
		{"7 JPY", []int64{math.MaxInt64 / 2, math.MaxInt64/2 + 1}, []int64{3, 4}},
		{"10000000000000.00 SEK", []int64{1, math.MaxInt64 - 1}, []int64{0, money.MaxMinor}},
	} {
		parts, err := money.MustParse(tt.amount).Split(tt.weights)
		if err != nil {
			t.Errorf("%s by %v: %v", tt.amount, tt.weights, err)
			continue
		}
		got := make([]int64, len(parts))
		for i, p := range parts {
			got[i] = p.Minor()
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s by %v (-want +got):\n%s", tt.amount, tt.weights, diff)
		}
	}
}

// Ties among many parts of several sizes, where a sort that is not stable would
// show.
func TestSplitTiesByIndex(t *testing.T) {
	weights := make([]int64, 60)
	for i := range weights {
		weights[i] = int64(1 + i*7%5)
	}
	for minor := int64(-2000); minor <= 2000; minor += 111 {
		checkSplit(t, money.FromMinor(minor, sek), weights)
	}
}

func TestSplitRefuses(t *testing.T) {
	a := money.MustParse("1.00 SEK")
	for _, tt := range []struct {
		weights []int64
		want    string
	}{
		{nil, "0 weights sum to 0"},
		{[]int64{0, 0}, "2 weights sum to 0"},
		{[]int64{1, -1, 2}, "weight 1 is -1"},
		{[]int64{math.MaxInt64, 1}, "2^63-1"},
	} {
		if parts, err := a.Split(tt.weights); err == nil || parts != nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("by %v: %v, %v, want an error with %q", tt.weights, parts, err, tt.want)
		}
	}
	if _, err := a.Split([]int64{math.MaxInt64, 1}); !errors.Is(err, money.ErrTooLarge) {
		t.Errorf("got %v, want ErrTooLarge", err)
	}
	if _, err := (money.Amount{}).Split([]int64{1}); !errors.Is(err, money.ErrUnknownCurrency) {
		t.Errorf("got %v, want ErrUnknownCurrency", err)
	}
}

// checkSplit holds the laws of a split for any amount and weights.
func checkSplit(t *testing.T, a money.Amount, weights []int64) {
	t.Helper()
	parts, err := a.Split(weights)
	if err != nil {
		t.Fatal(err)
	}
	total := new(big.Rat)
	for _, w := range weights {
		total.Add(total, new(big.Rat).SetInt64(w))
	}
	var sum int64
	one := big.NewRat(1, 1)
	for i, p := range parts {
		sum += p.Minor()
		share := big.NewRat(a.Minor(), 1)
		share.Mul(share, new(big.Rat).SetInt64(weights[i]))
		share.Quo(share, total)
		off := share.Sub(share, new(big.Rat).SetInt64(p.Minor()))
		if off.Abs(off).Cmp(one) >= 0 {
			t.Fatalf("%v by %v: part %d is %v, off by %v", a, weights, i, p, off)
		}
		if p.Currency() != a.Currency() || weights[i] == 0 && !p.IsZero() || p.Sign()*a.Sign() < 0 {
			t.Fatalf("%v by %v: part %d is %v", a, weights, i, p)
		}
	}
	if sum != a.Minor() {
		t.Fatalf("%v by %v: the parts sum to %d", a, weights, sum)
	}
	for i := range parts {
		for j := range i {
			// The later of two equals never gets more, seen from zero.
			if weights[i] == weights[j] && parts[i].Minor()*int64(a.Sign()) > parts[j].Minor()*int64(a.Sign()) {
				t.Fatalf("%v by %v: part %d gets more than %d", a, weights, i, j)
			}
		}
	}
}

func FuzzSplit(f *testing.F) {
	f.Add(int64(10000), []byte{1, 1, 1})
	f.Add(int64(-5), []byte{3, 0, 7})
	f.Add(int64(math.MaxInt64), []byte{255, 254, 1, 0, 128})
	f.Fuzz(func(t *testing.T, minor int64, bytes []byte) {
		if minor == math.MinInt64 || len(bytes) > 64 {
			t.Skip("no amount, or many weights")
		}
		weights := make([]int64, len(bytes))
		var sum int64
		for i, b := range bytes {
			// Weights of all sizes: seven bits of value, and a large factor.
			weights[i] = int64(b&0x7f) << (b >> 7 * 40)
			sum += weights[i]
		}
		if sum == 0 {
			t.Skip("no weight")
		}
		checkSplit(t, money.FromMinor(minor, sek), weights)
	})
}
