package money_test

import (
	"errors"
	"math"
	"math/big"
	"strings"
	"testing"

	"github.com/skuld-go/skuld/money"
)

// sameExact compares exact amounts by value.
func sameExact(a, b money.Exact) bool {
	order, err := a.Compare(b)
	return err == nil && order == 0 && a.Currency() == b.Currency()
}

// tooWide is an exact amount that no 64-bit denominator holds.
func tooWide() money.Exact {
	return money.ExactOf(money.MustParse("1.00 SEK")).Times(1, math.MaxInt64).Times(1, math.MaxInt64-1)
}

func TestInterestOfATextbook(t *testing.T) {
	// 10 000 at 12 % for 100 days of 365.
	e := money.ExactOf(money.MustParse("10000.00 SEK")).Times(12*100, 100*365)
	if got, want := e.String(), "24000/73 SEK"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if got, want := e.Fixed(10), "328.7671232877"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	a, err := e.Round(money.HalfUp)
	if err != nil || a.String() != "328.77 SEK" {
		t.Errorf("got %v, %v, want 328.77 SEK", a, err)
	}
	if a, err := e.Round(money.Exactly); !errors.Is(err, money.ErrInexact) {
		t.Errorf("got %v, %v, want ErrInexact", a, err)
	} else if want := "24000/73 SEK rounded exactly: not a whole number of the rounding step"; err.Error() != want {
		t.Errorf("got %q, want %q", err, want)
	}
}

func TestExactNothing(t *testing.T) {
	var nothing money.Exact
	e := money.ExactOf(money.MustParse("1.00 SEK")).Times(1, 3)
	for _, pair := range [][2]money.Exact{{nothing, e}, {e, nothing}} {
		if sum, err := pair[0].Add(pair[1]); err != nil || !sameExact(sum, e) {
			t.Errorf("%q plus %q is %v, %v", pair[0], pair[1], sum, err)
		}
	}
	if diff, err := nothing.Sub(e); err != nil || !sameExact(diff, e.Neg()) {
		t.Errorf("nothing minus %v is %v, %v", e, diff, err)
	}
	if order, err := nothing.Compare(e); err != nil || order != -1 {
		t.Errorf("nothing with %v: %d, %v", e, order, err)
	}
	sum, err := nothing.Add(nothing)
	if err != nil || sum.String() != "" || sum.Sign() != 0 || !sum.Currency().IsZero() {
		t.Errorf("nothing plus nothing is %q, %v", sum, err)
	}
	if a, err := nothing.Times(5, 7).Round(money.Exactly); err != nil || a != (money.Amount{}) {
		t.Errorf("nothing rounds to %v, %v", a, err)
	}
	if nothing.Rat().Sign() != 0 || nothing.Fixed(2) != "0.00" || nothing.Neg().Sign() != 0 {
		t.Errorf("nothing is %v, %s", nothing.Rat(), nothing.Fixed(2))
	}
}

func TestExactMismatch(t *testing.T) {
	kr, euro := money.ExactOf(money.MustParse("1.00 SEK")), money.ExactOf(money.MustParse("0.00 EUR"))
	_, addErr := kr.Add(euro)
	_, subErr := kr.Sub(euro)
	_, cmpErr := kr.Compare(euro)
	for _, err := range []error{addErr, subErr, cmpErr} {
		if !errors.Is(err, money.ErrCurrencyMismatch) {
			t.Errorf("got %v, want ErrCurrencyMismatch", err)
		}
	}
	if want := "1/1 SEK and 0/1 EUR: currencies differ"; addErr.Error() != want {
		t.Errorf("got %q, want %q", addErr, want)
	}
	// A number without a currency is a mistake, not nothing.
	stray := money.ExactOf(money.FromMinor(5, money.Currency{}))
	if _, err := kr.Add(stray); !errors.Is(err, money.ErrCurrencyMismatch) {
		t.Errorf("got %v, want ErrCurrencyMismatch", err)
	}
}

// Times takes any pair of int64s but a denominator of 0.
func TestTimesAtTheLimits(t *testing.T) {
	extremes := []int64{math.MinInt64, -3, -1, 1, 2, math.MaxInt64}
	start := money.ExactOf(money.MustParse("-12345.67 SEK"))
	for _, num := range append(extremes, 0) {
		for _, den := range extremes {
			e := start.Times(num, den)
			want := new(big.Rat).Mul(start.Rat(), new(big.Rat).SetFrac(big.NewInt(num), big.NewInt(den)))
			if e.Rat().Cmp(want) != 0 {
				t.Errorf("times %d/%d is %v, want %v", num, den, e.Rat(), want)
			}
		}
	}
	defer func() {
		if recover() == nil {
			t.Error("a denominator of 0 did not panic")
		}
	}()
	start.Times(1, 0)
}

// Each operand fits the common denominator, and only their sum does not.
func TestExactSumLeavesTheFastForm(t *testing.T) {
	power := func(n uint) *big.Int { return new(big.Int).Lsh(big.NewInt(1), n) }
	a := new(big.Rat).SetInt(power(125))
	b := new(big.Rat).SetFrac(power(126), big.NewInt(3))
	e, f := money.ExactOfRat(a, jpy), money.ExactOfRat(b, jpy)
	sum, err := e.Add(f)
	if err != nil || sum.Rat().Cmp(new(big.Rat).Add(a, b)) != 0 || !sum.IsLarge() || e.IsLarge() || f.IsLarge() {
		t.Errorf("%v plus %v is %v, %v", e, f, sum, err)
	}
	if back, err := sum.Sub(f); err != nil || !sameExact(back, e) || back.IsLarge() {
		t.Errorf("it came back as %v, %v", back, err)
	}
}

func TestExactIsImmutable(t *testing.T) {
	e := tooWide()
	before := e.String()
	e.Rat().SetInt64(7)
	e.Neg()
	e.Times(3, 7)
	if _, err := e.Add(e); err != nil {
		t.Fatal(err)
	}
	if _, err := e.Round(money.Up); err != nil {
		t.Fatal(err)
	}
	e.FixedMode(50, money.Up)
	if e.String() != before {
		t.Errorf("%s became %s", before, e)
	}
	r := big.NewRat(1, 3)
	f := money.ExactOfRat(r, sek)
	r.SetInt64(7)
	if f.String() != "1/3 SEK" {
		t.Errorf("1/3 became %s", f)
	}
}

func TestExactErrorsAreShort(t *testing.T) {
	_, err := tooWide().Times(1, math.MaxInt64).Round(money.Exactly)
	if want := "about 0.0000000000 SEK rounded exactly: not a whole number of the rounding step"; err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
	if _, err := (money.Exact{}).Round(money.Rounding(99)); err == nil || !strings.HasPrefix(err.Error(), "nothing rounded Rounding(99): ") {
		t.Errorf("got %v, want an error about nothing", err)
	}
}

func TestExactRoundTooLarge(t *testing.T) {
	most := money.ExactOf(money.FromMinor(math.MaxInt64, sek))
	// −2⁶³ öre and a hair, which only a big.Rat holds.
	hair := new(big.Rat).SetFrac(big.NewInt(-1), new(big.Int).Lsh(big.NewInt(1), 90))
	least := hair.Add(hair, new(big.Rat).SetFrac(big.NewInt(math.MinInt64), big.NewInt(100)))
	for name, e := range map[string]money.Exact{
		"least": money.ExactOfRat(least, sek),
		"fast":  most.Times(2, 1),
		"large": most.Times(math.MaxInt64, 1).Times(math.MaxInt64, 1),
	} {
		if a, err := e.Round(money.HalfUp); !errors.Is(err, money.ErrTooLarge) {
			t.Errorf("%s: %v, %v, want ErrTooLarge", name, a, err)
		}
	}
}

func TestFixed(t *testing.T) {
	third := money.ExactOf(money.MustParse("100.00 SEK")).Times(1, 3)
	for _, tt := range []struct {
		e      money.Exact
		places int
		r      money.Rounding
		want   string
	}{
		{third, 10, money.HalfEven, "33.3333333333"},
		{third, 2, money.Up, "33.34"},
		{third, 0, money.HalfEven, "33"},
		{third, -3, money.HalfEven, "33"},
		{third, 1, money.HalfEven, "33.3"},
		{third.Neg(), 4, money.Floor, "-33.3334"},
		{third, 40, money.HalfEven, "33.3333333333333333333333333333333333333333"},
		{third, 21, money.HalfEven, "33.333333333333333333333"},
		{third, 22, money.HalfEven, "33.3333333333333333333333"},
		{third, 2, money.HalfUp.ToStep(5), "33.35"},
		{third, 2, money.Exactly, "100/3"},
		{third, 40, money.Exactly, "100/3"},
		{third, 40, money.Rounding(99), "100/3"},
		{third.Times(3, 1), 0, money.Exactly, "100"},
		{third.Times(3, 8), 10, money.Exactly, "12.5000000000"},
		{third.Times(-1, 100_000), 2, money.HalfEven, "0.00"},
		{money.ExactOf(money.MustParse("7 JPY")).Times(1, 2), 4, money.HalfEven, "3.5000"},
		{money.ExactOf(money.MustParse("7 JPY")).Times(1, 2), 0, money.HalfEven, "4"},
		{money.ExactOf(money.MustParse("1.2345 CLF")), 2, money.HalfEven, "1.23"},
		{money.ExactOf(money.FromMinor(math.MaxInt64, sek)).Times(1000, 1), 2, money.HalfEven, "92233720368547758070.00"},
		{tooWide(), 30, money.Down, "0.000000000000000000000000000000"},
		{tooWide(), 3, money.Up, "0.001"},
	} {
		if got := tt.e.FixedMode(tt.places, tt.r); got != tt.want {
			t.Errorf("%s to %d %s is %s, want %s", tt.e, tt.places, tt.r, got, tt.want)
		}
	}
}

func TestExactText(t *testing.T) {
	for _, text := range []string{
		"", "24000/73 SEK", "-1/3 EUR", "0/1 SEK", "100/1 JPY",
		"1/340282366920938463463374607431768211457 SEK",
	} {
		var e money.Exact
		if err := e.UnmarshalText([]byte(text)); err != nil {
			t.Error(err)
			continue
		}
		if out, err := e.MarshalText(); err != nil || string(out) != text {
			t.Errorf("%q came back as %q, %v", text, out, err)
		}
	}
	for in, want := range map[string]string{
		"6/4 SEK":     "3/2 SEK",
		"010/08 SEK":  "5/4 SEK",
		"-0/5 SEK":    "0/1 SEK",
		"-00/007 SEK": "0/1 SEK",
	} {
		var e money.Exact
		if err := e.UnmarshalText([]byte(in)); err != nil || e.String() != want {
			t.Errorf("%q is %s, %v, want %s", in, e, err, want)
		}
	}
	for _, text := range []string{
		" ", "1/3", "1/0 SEK", "1/000 SEK", "1 SEK", "1/ SEK", "/3 SEK", "1/-3 SEK", "+1/3 SEK", "--1/3 SEK",
		"1.5/3 SEK", "1e5/3 SEK", "0x1/3 SEK", "1_0/3 SEK", "1/3 XXX", "1/3 SEK ", "1/3/5 SEK", "1 / 3 SEK",
	} {
		e := money.ExactOf(money.MustParse("7.00 SEK"))
		if err := e.UnmarshalText([]byte(text)); err == nil || e.String() != "7/1 SEK" {
			t.Errorf("%q gave %s, %v, want an error and the value kept", text, e, err)
		}
	}
	var e money.Exact
	long := strings.Repeat("9", 10_000) + "/7 SEK"
	if err := e.UnmarshalText([]byte(long)); !errors.Is(err, money.ErrTooLarge) {
		t.Errorf("got %v, want ErrTooLarge", err)
	}
	e = money.ExactOf(money.MustParse("0.01 SEK"))
	for range 2000 {
		e = e.Times(1, math.MaxInt64)
	}
	if _, err := e.MarshalText(); !errors.Is(err, money.ErrTooLarge) {
		t.Errorf("got %v, want ErrTooLarge", err)
	}
}
