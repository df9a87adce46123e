package tvm_test

import (
	"math/big"
	"regexp"
	"strings"
	"testing"

	"github.com/skuld-go/skuld/paymentplan/tvm"
)

// numberForm is the grammar of a number, as an oracle for the parser.
var numberForm = regexp.MustCompile(`\A-?[0-9]+(\.[0-9]+)?(/[0-9]+(\.[0-9]+)?)?\z`)

func FuzzParse(f *testing.F) {
	for _, s := range []string{"0.24/12", "-0.075", "1/3", "-1/0.0", "1e5", "", ".5", "5.", "--1", "1/-3", "007", "0." + strings.Repeat("3", 98), "1/2/3", "+1", "NaN"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		n, err := tvm.Parse(s)
		if err != nil {
			if n.Sign() != 0 || len(err.Error()) > 600 {
				t.Fatalf("%q gave %v and an error of %d characters", s, n, len(err.Error()))
			}
			return
		}
		above, below, quotient := strings.Cut(s, "/")
		want, ok := new(big.Rat).SetString(above)
		if quotient && ok {
			divisor, _ := new(big.Rat).SetString(below)
			want.Quo(want, divisor)
		}
		if !ok || !numberForm.MatchString(s) || n.Rat().Cmp(want) != 0 {
			t.Fatalf("%q was read as %v", s, n)
		}
		if text := n.String(); len(text) <= tvm.MaxText && !strings.HasSuffix(text, "…") && must(tvm.Parse(text)).Compare(n) != 0 {
			t.Fatalf("%q came back from %q", s, text)
		}
	})
}

// FuzzIRR compares with the number of roots by Sturm's theorem, and wants a change of
// sign at the borders of each root.
func FuzzIRR(f *testing.F) {
	for _, seed := range []string{"\x9c\x00\x00\x4a", "\x9c\x64\x00\xf9", "\xff\x02\xff", "\x01\xfa\x0b\xfa", "\x01\xfe\x03\xfe\x01", "", "\x00\x00", "Y\x8f\xc02"} {
		f.Add([]byte(seed), uint8(6))
		f.Add([]byte(seed), uint8(0))
	}
	f.Fuzz(func(t *testing.T, data []byte, digits uint8) {
		data = data[:min(len(data), 16)]
		var flows []tvm.Number
		var values []*big.Rat
		for _, b := range data {
			flows = append(flows, tvm.Whole(int64(int8(b))))
			values = append(values, big.NewRat(int64(int8(b)), 1))
		}
		s, err := tvm.IRR(flows, int(digits)%(tvm.MaxDigits+1))
		if err != nil {
			t.Fatal(err)
		}
		distinct, any := sturm(values)
		if any == s.Complete || s.Complete && distinct != len(s.Roots) {
			t.Fatalf("%v: %s, Sturm has %d roots", flows, show(s), distinct)
		}
		simple := countChanges(values)%2 == len(s.Roots)%2 && countChanges(values) <= len(s.Roots)
		for i, root := range s.Roots {
			if i > 0 && root.Number().Compare(s.Roots[i-1].Number()) == 0 {
				simple = false // two roots between the borders
			}
		}
		for _, root := range s.Roots {
			if simple && !straddles(flows, root) {
				t.Fatalf("%v: no change of sign at %v", flows, root)
			}
		}
	})
}

// sturm counts the distinct roots above 0 of values, highest power first, by the
// variations of the chain f, f′, −rem(f, f′), … at 0 and at infinity; any is true
// if all values are 0.
func sturm(values []*big.Rat) (distinct int, any bool) {
	f := strip(values)
	for len(f) > 0 && f[len(f)-1].Sign() == 0 {
		f = f[:len(f)-1]
	}
	if len(f) == 0 {
		return 0, true
	}
	var slope []*big.Rat
	for i, v := range f[:len(f)-1] {
		slope = append(slope, new(big.Rat).Mul(v, big.NewRat(int64(len(f)-1-i), 1)))
	}
	chain := [][]*big.Rat{f}
	for next := slope; len(next) > 0; {
		chain = append(chain, next)
		rest := chain[len(chain)-2]
		for len(rest) >= len(next) {
			quotient := new(big.Rat).Quo(rest[0], next[0])
			less := make([]*big.Rat, len(rest))
			for i, v := range rest {
				less[i] = new(big.Rat).Set(v)
				if i < len(next) {
					less[i].Sub(less[i], new(big.Rat).Mul(quotient, next[i]))
				}
			}
			rest = strip(less[1:])
		}
		var negated []*big.Rat
		for _, v := range rest {
			negated = append(negated, new(big.Rat).Neg(v))
		}
		next = negated
	}
	var atZero, atInfinity []*big.Rat
	for _, p := range chain {
		atZero, atInfinity = append(atZero, p[len(p)-1]), append(atInfinity, p[0])
	}
	return countChanges(atZero) - countChanges(atInfinity), false
}

func strip(values []*big.Rat) []*big.Rat {
	for len(values) > 0 && values[0].Sign() == 0 {
		values = values[1:]
	}
	return values
}

func countChanges(values []*big.Rat) (count int) {
	last := 0
	for _, v := range values {
		if s := v.Sign(); s != 0 {
			if s == -last {
				count++
			}
			last = s
		}
	}
	return count
}
