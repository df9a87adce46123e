package money_test

import (
	"encoding/binary"
	"errors"
	"math"
	"math/big"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/skuld-go/skuld/money"
)

// pair is an Exact and the big.Rat that it must be.
type pair struct {
	exact money.Exact
	rat   ratAmount
}

func newPair(minor int64, c money.Currency) pair {
	return pair{money.ExactOf(money.FromMinor(minor, c)), ratAmount{new(big.Rat).SetInt64(minor)}}
}

// step does one operation on both sides.
func (p pair) step(t *testing.T, op byte, q pair, num, den int64) pair {
	t.Helper()
	var err error
	switch op % 4 {
	case 0:
		if den == 0 {
			den = 365
		}
		p.exact, p.rat = p.exact.Times(num, den), p.rat.times(num, den)
	case 1:
		p.exact, err = p.exact.Add(q.exact)
		p.rat = p.rat.add(q.rat)
	case 2:
		p.exact, err = p.exact.Sub(q.exact)
		p.rat = p.rat.add(q.rat.neg())
	case 3:
		p.exact, p.rat = p.exact.Neg(), p.rat.neg()
	}
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// check compares everything that can be asked of both sides.
func (p pair) check(t *testing.T, q pair) {
	t.Helper()
	scale := new(big.Rat).SetInt(minorPerMajor(p.exact.Currency()))
	major := new(big.Rat).Quo(p.rat.minor, scale)
	if p.exact.Rat().Cmp(major) != 0 {
		t.Fatalf("exact is %v, want %v", p.exact.Rat(), major)
	}
	if got, want := p.exact.Sign(), major.Sign(); got != want {
		t.Fatalf("sign of %v is %d", major, got)
	}
	order, err := p.exact.Compare(q.exact)
	if want := p.rat.minor.Cmp(q.rat.minor); err != nil || order != want {
		t.Fatalf("%v with %v: %d, %v, want %d", p.exact, q.exact, order, err, want)
	}
	fits := p.rat.minor.Denom().IsUint64() && p.rat.minor.Num().BitLen() < 128
	if p.exact.IsLarge() && fits {
		t.Fatalf("%v is large though it fits", p.exact)
	}
	p.checkRound(t, scale)
	// Rat prints ties away from zero, and a minus sign before zero.
	for _, places := range []int{0, 2, 4, 10, 25} {
		want := major.FloatString(places)
		if strings.Trim(want, "-0.") == "" {
			want = strings.TrimPrefix(want, "-")
		}
		if got := p.exact.FixedMode(places, money.HalfUp); got != want {
			t.Fatalf("%v with %d decimals is %s, want %s", major, places, got, want)
		}
	}
}

// minorPerMajor returns how many minor units a major unit has.
func minorPerMajor(c money.Currency) *big.Int {
	return new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(c.Digits())), nil)
}

// checkRound compares every rounding, and what comes back from text.
func (p pair) checkRound(t *testing.T, scale *big.Rat) {
	t.Helper()
	for mode := money.Exactly; mode <= money.Ceiling; mode++ {
		for _, r := range []money.Rounding{mode, mode.ToStep(5), mode.ToStep(100), mode.ToStep(money.MaxMinor)} {
			a, err := p.exact.Round(r)
			want := p.rat.round(r)
			switch {
			case want == nil && errors.Is(err, money.ErrInexact):
			case errors.Is(err, money.ErrTooLarge) && (want == nil || !isAmount(want)):
			case err != nil || want == nil || a.Minor() != want.Int64() || a.Currency() != p.exact.Currency():
				t.Fatalf("%v %s is %v, %v, want %v minor units", p.exact, r, a, err, want)
			}
		}
	}
	back := money.ExactOfRat(new(big.Rat).Quo(p.rat.minor, scale), p.exact.Currency())
	if !sameExact(back, p.exact) || back.IsLarge() != p.exact.IsLarge() {
		t.Fatalf("%v came back as %v", p.exact, back)
	}
}

// isAmount reports whether an Amount can hold so many minor units.
func isAmount(minor *big.Int) bool { return minor.IsInt64() && minor.Int64() != math.MinInt64 }

// Operands as they come in claims, and at random from the whole range.
func TestExactAgainstRat(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	dens := []int64{1, 100, 360, 365, 366, 133_590, 36_500_000_000, 160_308_000_000_000, -365, math.MaxInt64}
	for range 400 {
		p, q := newPair(rng.Int64N(money.MaxMinor), sek), newPair(rng.Int64()>>rng.IntN(63), sek)
		for range 12 {
			num, den := int64(rng.Uint64())>>rng.IntN(63), dens[rng.IntN(len(dens))]
			p = p.step(t, byte(rng.Uint32()), q, num, den)
			p.check(t, q)
			if rng.IntN(3) == 0 {
				p, q = q, p
			}
		}
	}
}

// Random data meets a tie about once in 10⁵; these are ties by construction.
func TestExactTies(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	for range 2000 {
		den := 2 * (1 + rng.Int64N(1_000_000_000))
		whole := rng.Int64N(1_000_000) - 500_000
		// (whole·den + den/2) / den is whole and a half.
		p := newPair(whole*den+den/2, sek).step(t, 0, pair{}, 1, den)
		for _, nudge := range []int64{-1, 0, 1} {
			newPair(whole*den+den/2+nudge, sek).step(t, 0, pair{}, 1, den).check(t, p)
		}
	}
}

func FuzzExactAgainstRat(f *testing.F) {
	f.Add(int64(1_000_000), int64(5), []byte{0})
	f.Add(int64(money.MaxMinor), int64(-1), binary.BigEndian.AppendUint64([]byte{0, 0, 0, 1, 109, 0}, 36_500_000_000))
	f.Fuzz(func(t *testing.T, a, b int64, program []byte) {
		if a == math.MinInt64 || b == math.MinInt64 {
			t.Skip("no amount")
		}
		p, q := newPair(a, kwd), newPair(b, kwd)
		// Each operation is a byte, and 16 more for the operands of a product.
		for n := 0; len(program) > 0 && n < 16; n++ {
			op := program[0]
			program = program[1:]
			var operands [16]byte
			if op%4 == 0 {
				program = program[copy(operands[:], program):]
			}
			num, den := int64(binary.BigEndian.Uint64(operands[:8])), int64(binary.BigEndian.Uint64(operands[8:]))
			p = p.step(t, op, q, num, den)
			if op&4 != 0 {
				p, q = q, p
			}
		}
		p.check(t, q)
	})
}
