package tvm

import (
	"math/big"
	"math/rand/v2"
	"testing"
)

// random returns so many coefficients, the first and the last not 0.
func random(r *rand.Rand, n int, most int64) []*big.Int {
	coefs := make([]*big.Int, n)
	for i := range coefs {
		coefs[i] = big.NewInt(r.Int64N(2*most+1) - most)
	}
	coefs[0].Add(coefs[0], big.NewInt(2*most))
	coefs[n-1].Sub(coefs[n-1], big.NewInt(2*most))
	return coefs
}

// Sums in floats are within their bound of those in whole numbers, also where the
// difference of both is nothing.
func TestSumsAreWithinTheirBound(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		f := newPoly(random(r, 2+r.IntN(60), 1000))
		place := big.NewRat(r.Int64N(999)+1, 1000)
		got, slope := f.at(newFloat(lowBits).SetRat(place), lowBits, true)
		half := f.slack(lowBits)
		half.Quo(half, newFloat(64).SetInt64(2))
		var parts, slopes [2]*big.Rat
		for k := range parts {
			parts[k], slopes[k] = new(big.Rat), new(big.Rat)
		}
		for _, c := range f.coefs {
			for k, sign := range []int{1, -1} {
				slopes[k].Add(slopes[k].Mul(slopes[k], place), parts[k])
				parts[k].Mul(parts[k], place)
				if c.Sign() == sign {
					parts[k].Add(parts[k], new(big.Rat).SetInt(new(big.Int).Abs(c)))
				}
			}
		}
		for k, pair := range [][2]*big.Float{{got.pos, slope.pos}, {got.neg, slope.neg}} {
			for i, want := range []*big.Rat{parts[k], slopes[k]} {
				have, _ := pair[i].Rat(nil)
				room, _ := half.Rat(nil)
				gap := new(big.Rat).Sub(have, want)
				if gap.Abs(gap).Cmp(room.Mul(room, want)) > 0 {
					t.Fatalf("%v at %v: %v, want %v", f.coefs, place, have, want)
				}
			}
		}
	}
}

// The sign of a sum is that of whole numbers, also at a root and next to it.
func TestSign(t *testing.T) {
	f := newPoly(quotient([]*big.Int{big.NewInt(999_999), big.NewInt(-1_000_000), big.NewInt(0)}, []*big.Int{big.NewInt(1), big.NewInt(0)}))
	tiny := new(big.Rat).SetFrac(bigOne, new(big.Int).Lsh(bigOne, 700))
	root := big.NewRat(1_000_000, 999_999)
	root.Inv(root) // f has the root 1000000/999999 > 1; its mirror image is inside
	f = newPoly(reverse(f.coefs))
	for want, place := range map[int]*big.Rat{0: root, -1: new(big.Rat).Add(root, tiny), 1: new(big.Rat).Sub(root, tiny)} {
		if sign, ok := f.sign(place); !ok || sign != want {
			t.Errorf("sign %d, %v, want %d", sign, ok, want)
		}
	}
}

// What the search in floats finds is what the one in whole numbers does.
func TestBothSearchesAgree(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 300 {
		coefs := squareFree(random(r, 3+r.IntN(12), 20))
		if sumOf(coefs).Sign() == 0 {
			continue
		}
		exact, floats := newSide(coefs, true), newSide(coefs, true)
		exact.halve()
		floats.cut(floats.look(new(big.Rat)), floats.look(big.NewRat(1, 1)))
		if !exact.complete || !floats.complete || len(exact.found) != len(floats.found) {
			t.Fatalf("%v: %d roots by whole numbers, %d by floats", coefs, len(exact.found), len(floats.found))
		}
		if bound := newSide(coefs, true).bound; bound < len(exact.found) {
			t.Fatalf("%v: bound %d, %d roots", coefs, bound, len(exact.found))
		}
	}
}

func TestSquareFree(t *testing.T) {
	times := func(a, b []*big.Int) []*big.Int {
		product := make([]*big.Int, len(a)+len(b)-1)
		for i := range product {
			product[i] = new(big.Int)
		}
		for i := range a {
			for j := range b {
				product[i+j].Add(product[i+j], new(big.Int).Mul(a[i], b[j]))
			}
		}
		return product
	}
	r := rand.New(rand.NewPCG(5, 6))
	for range 100 {
		// Odd and even, so that the factor has no repeated root by chance.
		g, h := []*big.Int{big.NewInt(3), big.NewInt(-5 - r.Int64N(9)), big.NewInt(1)}, []*big.Int{big.NewInt(7), big.NewInt(-r.Int64N(5) - 30)}
		got := squareFree(times(times(g, g), times(h, times(h, h))))
		if want := primitive(times(g, h)); !proportional(got, want) {
			t.Fatalf("%v of (%v)²·(%v)³", got, g, h)
		}
		if simple := times(g, h); len(squareFree(simple)) != len(simple) {
			t.Fatalf("%v has no repeated root", simple)
		}
	}
}

func proportional(a, b []*big.Int) bool {
	for i := range a {
		if len(a) != len(b) || new(big.Int).Mul(a[i], b[0]).Cmp(new(big.Int).Mul(b[i], a[0])) != 0 {
			return false
		}
	}
	return len(a) > 0
}

// Published digits of log 2, log 10 and log 1.000001.
func TestLogarithm(t *testing.T) {
	for _, tt := range []struct {
		number *big.Rat
		want   string
	}{
		{big.NewRat(2, 1), "0.69314718055994530941723212145817656807550013436026"},
		{big.NewRat(1, 10), "-2.30258509299404568401799145468436420760110148862877"},
		{big.NewRat(1_000_001, 1_000_000), "0.00000099999950000033333308333353333316666680952368"},
	} {
		want, _ := new(big.Rat).SetString(tt.want)
		for _, prec := range []uint{128, 160, 1024} {
			s := logarithm(tt.number.Num(), tt.number.Denom(), prec)
			unit := new(big.Int).Lsh(bigOne, prec)
			low, high := new(big.Rat).SetFrac(s.low, unit), new(big.Rat).SetFrac(s.high, unit)
			room := new(big.Rat).SetFrac(bigOne, pow(bigTen, 49))
			if low.Sub(low, room).Cmp(want) > 0 || high.Add(high, room).Cmp(want) < 0 || new(big.Int).Sub(s.high, s.low).Cmp(big.NewInt(4)) > 0 {
				t.Errorf("log %v at %d bits: %v … %v", tt.number, prec, low.FloatString(50), high.FloatString(50))
			}
		}
	}
}
