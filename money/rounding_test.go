package money_test

import (
	"errors"
	"math"
	"math/big"
	"testing"

	"github.com/skuld-go/skuld/internal/wide"
	"github.com/skuld-go/skuld/money"
)

// modes are all modes that round.
var modes = []money.Rounding{
	money.HalfUp, money.HalfEven, money.HalfDown, money.Down, money.Up, money.Floor, money.Ceiling,
}

// Tenths of a minor unit in every mode: ties, their neighbours and both signs.
func TestRoundTenths(t *testing.T) {
	for _, tt := range []struct {
		tenths                                               int64
		halfUp, halfEven, halfDown, down, up, floor, ceiling int64
	}{
		{-25, -3, -2, -2, -2, -3, -3, -2},
		{-24, -2, -2, -2, -2, -3, -3, -2},
		{-20, -2, -2, -2, -2, -2, -2, -2},
		{-16, -2, -2, -2, -1, -2, -2, -1},
		{-15, -2, -2, -1, -1, -2, -2, -1},
		{-14, -1, -1, -1, -1, -2, -2, -1},
		{-9, -1, -1, -1, 0, -1, -1, 0},
		{-5, -1, 0, 0, 0, -1, -1, 0},
		{-1, 0, 0, 0, 0, -1, -1, 0},
		{0, 0, 0, 0, 0, 0, 0, 0},
		{1, 0, 0, 0, 0, 1, 0, 1},
		{5, 1, 0, 0, 0, 1, 0, 1},
		{6, 1, 1, 1, 0, 1, 0, 1},
		{9, 1, 1, 1, 0, 1, 0, 1},
		{10, 1, 1, 1, 1, 1, 1, 1},
		{14, 1, 1, 1, 1, 2, 1, 2},
		{15, 2, 2, 1, 1, 2, 1, 2},
		{16, 2, 2, 2, 1, 2, 1, 2},
		{25, 3, 2, 2, 2, 3, 2, 3},
		{35, 4, 4, 3, 3, 4, 3, 4},
	} {
		want := []int64{tt.halfUp, tt.halfEven, tt.halfDown, tt.down, tt.up, tt.floor, tt.ceiling}
		for i, mode := range modes {
			got, err := mode.Quotient(wide.FromInt64(tt.tenths), 10)
			if err != nil || got != want[i] {
				t.Errorf("%d tenths %s = %d, %v, want %d", tt.tenths, mode, got, err, want[i])
			}
		}
	}
}

// The same with steps: thirds and whole minor units to 5, 100 and 3 of them.
func TestRoundToStep(t *testing.T) {
	for _, tt := range []struct {
		num                                                  int64
		den                                                  uint64
		step                                                 int64
		halfUp, halfEven, halfDown, down, up, floor, ceiling int64
	}{
		// 2.5 of an odd step is a tie only with the fraction.
		{5, 2, 5, 5, 0, 0, 0, 5, 0, 5},
		{-5, 2, 5, -5, 0, 0, 0, -5, -5, 0},
		{15, 2, 5, 10, 10, 5, 5, 10, 5, 10},
		{-15, 2, 5, -10, -10, -5, -5, -10, -10, -5},
		{7, 3, 5, 0, 0, 0, 0, 5, 0, 5},
		{8, 3, 5, 5, 5, 5, 0, 5, 0, 5},
		{2, 1, 5, 0, 0, 0, 0, 5, 0, 5},
		{3, 1, 5, 5, 5, 5, 0, 5, 0, 5},
		{10, 1, 5, 10, 10, 10, 10, 10, 10, 10},
		// Half of an even step is whole, and a fraction more breaks the tie.
		{50, 1, 100, 100, 0, 0, 0, 100, 0, 100},
		{150, 1, 100, 200, 200, 100, 100, 200, 100, 200},
		{151, 3, 100, 100, 100, 100, 0, 100, 0, 100},
		{-151, 3, 100, -100, -100, -100, 0, -100, -100, 0},
		{149, 3, 100, 0, 0, 0, 0, 100, 0, 100},
		{-150, 1, 100, -200, -200, -100, -100, -200, -200, -100},
		{3, 2, 3, 3, 0, 0, 0, 3, 0, 3},
		{9, 2, 3, 6, 6, 3, 3, 6, 3, 6},
		{1, 1_000_000, 100, 0, 0, 0, 0, 100, 0, 100},
	} {
		want := []int64{tt.halfUp, tt.halfEven, tt.halfDown, tt.down, tt.up, tt.floor, tt.ceiling}
		for i, mode := range modes {
			got, err := mode.ToStep(tt.step).Quotient(wide.FromInt64(tt.num), tt.den)
			if err != nil || got != want[i] {
				t.Errorf("%d/%d %s to %d = %d, %v, want %d", tt.num, tt.den, mode, tt.step, got, err, want[i])
			}
		}
	}
}

func TestQuotientByDefinition(t *testing.T) {
	for _, mode := range append([]money.Rounding{money.Exactly}, modes...) {
		for _, step := range []int64{1, 2, 3, 4, 5, 10} {
			for den := int64(1); den <= 12; den++ {
				for num := int64(-130); num <= 130; num++ {
					r := mode.ToStep(step)
					got, err := r.Quotient(wide.FromInt64(num), uint64(den))
					want := ratAmount{big.NewRat(num, den)}.round(r)
					if want == nil && errors.Is(err, money.ErrInexact) {
						continue
					}
					if err != nil || want == nil || got != want.Int64() {
						t.Fatalf("%d/%d %s = %d, %v, want %v", num, den, r, got, err, want)
					}
				}
			}
		}
	}
}

func TestQuotientAtTheLimits(t *testing.T) {
	most := wide.FromInt64(math.MaxInt64)
	least := wide.FromInt64(-math.MaxInt64)
	half, _ := most.MulUint64(2)
	half, _ = half.Add(wide.FromInt64(1)) // over 2: the most, and a half
	for _, tt := range []struct {
		name string
		r    money.Rounding
		num  wide.Int
		den  uint64
		want int64
		err  error
	}{
		{"most", money.Exactly, most, 1, math.MaxInt64, nil},
		{"least", money.Exactly, least, 1, -math.MaxInt64, nil},
		{"one below the least", money.Exactly, wide.FromInt64(math.MinInt64), 1, 0, money.ErrTooLarge},
		{"one above the most", money.Down, wide.FromUint64(1 << 63), 1, 0, money.ErrTooLarge},
		{"rounded to the most", money.Down, half, 2, math.MaxInt64, nil},
		{"rounded over the most", money.Up, half, 2, 0, money.ErrTooLarge},
		{"stepped over the most", money.Up.ToStep(1000), most, 1, 0, money.ErrTooLarge},
		{"stepped over 64 bits", money.Up.ToStep(1000), wide.FromUint64(math.MaxUint64), 1, 0, money.ErrTooLarge},
		{"stepped below the most", money.Down.ToStep(1000), most, 1, 9_223_372_036_854_775_000, nil},
		{"quotient of two words", money.Down, wide.Mul(math.MaxInt64, math.MaxInt64), 3, 0, money.ErrTooLarge},
		{"largest divisor, tie", money.HalfEven, wide.FromUint64(1 << 63), math.MaxUint64, 1, nil},
		{"largest divisor, below", money.HalfUp, wide.FromUint64(1<<63 - 1), math.MaxUint64, 0, nil},
	} {
		got, err := tt.r.Quotient(tt.num, tt.den)
		if got != tt.want || !errors.Is(err, tt.err) {
			t.Errorf("%s: %d, %v, want %d, %v", tt.name, got, err, tt.want, tt.err)
		}
	}
}

func TestRoundingText(t *testing.T) {
	for _, text := range []string{
		"exactly", "half-up", "half-even", "half-down", "down", "up", "floor", "ceiling",
		"half-up/5", "exactly/100", "ceiling/1000000000000000",
	} {
		r, err := money.ParseRounding(text)
		if err != nil {
			t.Error(err)
			continue
		}
		if !r.Valid() || r.String() != text {
			t.Errorf("%q came back as %q", text, r)
		}
		out, err := r.MarshalText()
		if err != nil || string(out) != text {
			t.Errorf("%q marshals as %q, %v", text, out, err)
		}
		var back money.Rounding
		if err := back.UnmarshalText(out); err != nil || back != r {
			t.Errorf("%q unmarshals as %v, %v", text, back, err)
		}
	}
	for _, text := range []string{
		"", "halfup", "Half-Up", "half-up ", "half-up/", "half-up/0", "half-up/1", "half-up/05", "half-up/+5",
		"half-up/-5", "half-up/5.0", "half-up/1000000000000001", "half-up/5/5", "/5", "bankers",
	} {
		r := money.Up
		if err := r.UnmarshalText([]byte(text)); err == nil || r != money.Up {
			t.Errorf("%q gave %v, %v, want an error", text, r, err)
		}
	}
}

func TestRoundingParts(t *testing.T) {
	var zero money.Rounding
	if zero != money.Exactly || zero.Step() != 1 || !zero.Valid() {
		t.Errorf("the zero Rounding is %v", zero)
	}
	r := money.HalfUp.ToStep(100)
	if r.Mode() != money.HalfUp || r.Step() != 100 || r.String() != "half-up/100" {
		t.Errorf("half-up to 100 is %v, mode %v, step %d", r, r.Mode(), r.Step())
	}
	if r.ToStep(0) != money.HalfUp || r.ToStep(1) != money.HalfUp || r.ToStep(5) != money.HalfUp.ToStep(5) {
		t.Error("a new step does not replace the old one")
	}
}

func TestRoundingInvalid(t *testing.T) {
	for _, r := range []money.Rounding{
		money.HalfUp.ToStep(-1), money.HalfUp.ToStep(money.MaxMinor + 1), money.HalfUp.ToStep(math.MinInt64),
		money.Rounding(8), money.Rounding(255), money.Rounding(math.MaxUint64), money.HalfUp.ToStep(-1).ToStep(5),
	} {
		if r.Valid() {
			t.Errorf("%v is valid", r)
		}
		if _, err := r.MarshalText(); err == nil {
			t.Errorf("%v marshals", r)
		}
		if _, err := r.Quotient(wide.Int{}, 1); err == nil {
			t.Errorf("%v divides", r)
		}
		if _, err := money.ExactOf(money.MustParse("1.00 SEK")).Round(r); err == nil {
			t.Errorf("%v rounds", r)
		}
		if _, err := tooWide().Round(r); err == nil {
			t.Errorf("%v rounds a big fraction", r)
		}
	}
}
