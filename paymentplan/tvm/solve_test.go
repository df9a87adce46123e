package tvm_test

import (
	"errors"
	"fmt"
	"math/big"
	"slices"
	"strings"
	"testing"

	"github.com/skuld-go/skuld/paymentplan/tvm"
)

// show writes an answer: outcome, roots, "?" if not complete.
func show(s tvm.Solution) string {
	text := s.Outcome.String()
	for _, root := range s.Roots {
		text += " " + root.String()
	}
	if !s.Complete {
		text += " ?"
	}
	return text
}

// Flows with values of the tests of numpy-financial, and flows whose roots follow
// by hand: (x − a)(x − b) for 1+r = a, b.
func TestIRR(t *testing.T) {
	for _, tt := range []struct {
		flows  string
		digits int
		want   string
	}{
		{"-150000 15000 25000 35000 45000 60000", 4, "found 0.0524"},
		{"-100 39 59 55 20", 5, "found 0.28095"},
		{"-100 0 0 74", 4, "found -0.0955"},
		{"0 -100 0 0 74 0", 4, "found -0.0955"},
		{"-100 100 0 7", 5, "found 0.06206"},
		{"-100 100 0 -7", 4, "ambiguous -0.6789 -0.0833"},
		{"-5 10.5 1 -8 1", 4, "ambiguous -0.8702 0.0886 0.7096"},
		{"-1678.87 771.96 1814.05 3520.30 3552.95 3584.99 4789.91 -1", 4, "ambiguous -0.9998 1.0043"},
		{"-100 110", 12, "found 0.100000000000"},
		{"-100 110", 0, "found 0"},
		{"-100 115.5", 2, "found 0.16"}, // a tie
		{"-100 84.5", 2, "found -0.16"}, // a tie
		{"-200 301", 2, "found 0.51"},   // a tie
		{"-3 4", 40, "found 0.3333333333333333333333333333333333333333"},
		{"-1 2 -1", 3, "found 0.000"},
		{"-1 2.2 -1.21", 12, "found 0.100000000000"},
		{"-1 1.8 -0.81", 12, "found -0.100000000000"},
		{"1 -6 11 -6", 2, "ambiguous 0.00 1.00 2.00"},
		{"8 -6 1", 2, "ambiguous -0.75 -0.50"},
		{"1 -2.2000001 1.21000011", 8, "ambiguous 0.10000000 0.10000010"},
		{"1 -2.2 1.2100001", 8, "none"},
		{"-1 -2 -3", 2, "none"},
		{"5", 2, "none"},
		{"1 0 1", 2, "none"},
		{"0 0", 2, "ambiguous ?"},
		{"", 2, "ambiguous ?"},
		// Rates near −100 %, and beyond all bounds of money.
		{"-1000000 1", 5, "found -1.00000"},
		{"-1000000 1", 6, "found -0.999999"},
		{"-100000000000000000000000000000 0 1", 12, "found -1.000000000000"},
		{"-100000000000000000000000000000 0 1", 15, "found -0.999999999999997"},
		{"-1 0 100000000000000000000", 1, "found 9999999999.0"},
	} {
		s, err := tvm.IRR(numbers(strings.Fields(tt.flows)...), tt.digits)
		if err != nil || show(s) != tt.want {
			t.Errorf("%s: %s, %v, want %s", tt.flows, show(s), err, tt.want)
		}
	}
}

// Values of go-financial and numpy-financial in the digits to which their steps had
// come; the first in full is (20/7)^(1/10) − 1.
func TestRATE(t *testing.T) {
	for _, tt := range []struct {
		a      tvm.Annuity
		digits int
		want   string
	}{
		{annuity("9", 10, "0", "-3500", "10000", tvm.End), 28, "found 0.1106908537107528062538259006"},
		{annuity("9", 4, "100", "2000", "-3000", tvm.Begin), 16, "found 0.0610625798982521"},
		{annuity("9", 2, "500", "-3000", "1000", tvm.Begin), 16, "found -0.2596875762567151"},
		{annuity("9", 2, "0", "-593.06", "214.07", tvm.End), 8, "found -0.39920185"},
		{annuity("9", 2, "0", "-13.65", "-329.67", tvm.End), 8, "none"},
		{annuity("9", 12, "400", "10000", "5000", tvm.Begin), 8, "none"},
		{annuity("9", 60, "-300", "18000", "0", tvm.End), 8, "found 0.00000000"},
		{annuity("9", 2, "-30", "20", "40", tvm.End), 4, "ambiguous -0.5000 0.0000"},
		{annuity("9", 3, "0", "0", "0", tvm.End), 4, "ambiguous ?"},
		{annuity("9", 100000, "-1100", "1000000", "0", tvm.End), 12, "found 0.001100000000"},
	} {
		if testing.Short() && tt.a.Periods > 20_000 {
			continue
		}
		s, err := tvm.RATE(tt.a, tt.digits)
		if err != nil || show(s) != tt.want {
			t.Errorf("%+v: %s, %v, want %s", tt.a, show(s), err, tt.want)
		}
	}
}

func TestMIRR(t *testing.T) {
	for _, tt := range []struct {
		flows, finance, reinvest string
		digits                   int
		want                     string
	}{
		{"-4500 -800 800 800 600 600 800 800 700 3000", "0.08", "0.055", 22, "found 0.0665971750315535488742"},
		{"-120000 39000 30000 21000 37000 46000", "0.10", "0.12", 22, "found 0.1260941303659051458284"},
		{"100 200 -50 300 -200", "0.05", "0.06", 22, "found 0.3428233878421766636478"},
		{"-100 0 121", "0.5", "-0.2", 12, "found 0.100000000000"},
		{"-100 0 25", "0", "0", 2, "found -0.50"},
		{"39000 30000", "0.1", "0.1", 2, "none"},
		{"-39000 0", "0.1", "0.1", 2, "none"},
	} {
		s, err := tvm.MIRR(numbers(strings.Fields(tt.flows)...), tvm.MustParse(tt.finance), tvm.MustParse(tt.reinvest), tt.digits)
		if err != nil || show(s) != tt.want {
			t.Errorf("%s: %s, %v, want %s", tt.flows, show(s), err, tt.want)
		}
	}
}

// Values of numpy-financial's tests, the logarithm of 3 to base 2, and powers that
// are exact or ties.
func TestNPER(t *testing.T) {
	for _, tt := range []struct {
		a      tvm.Annuity
		digits int
		want   string
		exact  bool
	}{
		{annuity("0.075", 0, "-2000", "0", "100000", tvm.End), 6, "found 21.544944", false},
		{annuity("0.075", 0, "-2000", "0", "100000", tvm.Begin), 8, "found 20.76156441", false},
		{annuity("0.07/12", 0, "-150", "8000", "0", tvm.End), 13, "found 64.0733487706621", false},
		{annuity("0.1", 0, "0", "-500", "1500", tvm.End), 8, "found 11.52670461", false},
		{annuity("1", 0, "0", "-1", "3", tvm.End), 40, "found 1.5849625007211561814537389439478165087598", false},
		{annuity("-0.5", 0, "0", "-3", "1", tvm.End), 20, "found 1.58496250072115618145", false},
		{annuity("0.1", 0, "0", "-121", "100", tvm.End), 3, "found -2.000", true},
		{annuity("0", 0, "-2000", "0", "100000", tvm.End), 2, "found 50.00", true},
		{annuity("0", 0, "-100", "1000", "1", tvm.End), 1, "found 10.0", false},
		{annuity("3", 0, "0", "-1", "2", tvm.End), 2, "found 0.50", true},
		{annuity("3", 0, "0", "-1", "2", tvm.End), 0, "found 1", false},
		{annuity("3", 0, "0", "-2", "1", tvm.End), 0, "found -1", false},
		{annuity("15", 0, "0", "-1", "2", tvm.End), 1, "found 0.3", false},
		{annuity("0.1", 0, "0", "-100", "100", tvm.End), 3, "found 0.000", true},
		{annuity("0.01", 0, "-10", "1000", "0", tvm.End), 2, "none", false},
		{annuity("0.01", 0, "-9", "1000", "0", tvm.End), 2, "none", false},
		{annuity("0.01", 0, "-10", "1000", "-1000", tvm.End), 2, "ambiguous ?", false},
		{annuity("0", 0, "0", "1000", "0", tvm.End), 2, "none", false},
		{annuity("0", 0, "0", "1000", "-1000", tvm.End), 2, "ambiguous ?", false},
		{annuity("0.000000000000000000000000000001", 0, "0", "-1", "2", tvm.End), 2, "found 693147180559945309417232121458.52", false},
	} {
		s, err := tvm.NPER(tt.a, tt.digits)
		if err != nil || show(s) != tt.want || len(s.Roots) == 1 && s.Roots[0].Exact() != tt.exact {
			t.Errorf("%+v: %s, %v, want %s, exact %v", tt.a, show(s), err, tt.want, tt.exact)
		}
	}
}

// Flows that break solvers end with an answer.
func TestHostileFlows(t *testing.T) {
	repeat := func(n int, pattern ...int64) (flows []tvm.Number) {
		for i := range n {
			flows = append(flows, tvm.Whole(pattern[i%len(pattern)]))
		}
		return flows
	}
	loan := repeat(tvm.MaxPeriods+1, 12)
	loan[0] = tvm.Whole(-100_000)
	for _, tt := range []struct {
		name  string
		flows []tvm.Number
		want  string
	}{
		{"as many payments as there may be", loan, "found 0.000119999262"},
		{"the same, all in", repeat(tvm.MaxPeriods+1, 12), "none"},
		{"to and fro", repeat(tvm.MaxPeriods, 1, -1), "found 0.000000000000"},
		{"to and fro and in", repeat(tvm.MaxPeriods+1, 1, -1), "none"},
		{"a saw", repeat(10_001, 1, -3, 5, -2), "none"},
		{"(1 − t)^4 and more", append(numbers("1", "-4", "6", "-4", "1"), repeat(3000, 0)...), "found 0.000000000000"},
		{"a triple root", numbers("1", "-3.3", "3.63", "-1.331"), "found 0.100000000000"},
		{"two double roots", numbers("1", "-4.5", "7.5825", "-5.67", "1.5876"), "ambiguous 0.050000000000 0.200000000000"},
	} {
		if testing.Short() && len(tt.flows) > 20_000 {
			continue
		}
		s, err := tvm.IRR(tt.flows, tvm.DefaultDigits)
		if err != nil || show(s) != tt.want {
			t.Errorf("%s: %s, %v, want %s", tt.name, show(s), err, tt.want)
		}
	}
}

// Where the work is bounded before the answer is sure, it says so.
func TestIncomplete(t *testing.T) {
	// (1 − 1.1·t^1500)²: a double root, for which no common divisor with the
	// derivative is looked for at this length.
	flows := make([]tvm.Number, 3001)
	flows[0], flows[1500], flows[3000] = tvm.Whole(1), tvm.MustParse("-2.2"), tvm.MustParse("1.21")
	s, err := tvm.IRR(flows, 6)
	if err != nil || s.Outcome != tvm.Ambiguous || s.Complete {
		t.Errorf("%s, %v, want ambiguous and not complete", show(s), err)
	}
}

func TestSolverRefusals(t *testing.T) {
	fine := annuity("0.01", 12, "-10", "100", "0", tvm.End)
	solvers := map[string]func(a tvm.Annuity, flows []tvm.Number, digits int) (tvm.Solution, error){
		"IRR": func(_ tvm.Annuity, flows []tvm.Number, digits int) (tvm.Solution, error) {
			return tvm.IRR(flows, digits)
		},
		"RATE": func(a tvm.Annuity, _ []tvm.Number, digits int) (tvm.Solution, error) { return tvm.RATE(a, digits) },
		"NPER": func(a tvm.Annuity, _ []tvm.Number, digits int) (tvm.Solution, error) { return tvm.NPER(a, digits) },
		"MIRR": func(a tvm.Annuity, flows []tvm.Number, digits int) (tvm.Solution, error) {
			return tvm.MIRR(flows, a.Rate, a.Rate, digits)
		},
	}
	huge := tvm.NumberOf(new(big.Rat).SetInt(new(big.Int).Lsh(big.NewInt(1), 1<<17)))
	long := fine
	long.Payment = huge
	early, many, odd := fine, fine, fine
	early.Rate, many.Periods, odd.When = tvm.Whole(-1), tvm.MaxPeriods+1, 0
	for _, tt := range []struct {
		names  string
		a      tvm.Annuity
		flows  []tvm.Number
		digits int
		want   error
	}{
		{"IRR RATE NPER MIRR", fine, numbers("-1", "2"), 41, tvm.ErrDigits},
		{"IRR RATE NPER MIRR", fine, numbers("-1", "2"), -1, tvm.ErrDigits},
		{"IRR MIRR", fine, make([]tvm.Number, tvm.MaxPeriods+2), 2, tvm.ErrPeriods},
		{"MIRR", fine, numbers("1"), 2, tvm.ErrPeriods},
		{"RATE", many, nil, 2, tvm.ErrPeriods},
		{"NPER MIRR", early, numbers("-1", "2"), 2, tvm.ErrRate},
		{"IRR RATE NPER MIRR", long, []tvm.Number{huge, tvm.Whole(-1)}, 2, tvm.ErrTooLarge},
		{"IRR MIRR", fine, slices.Repeat([]tvm.Number{tvm.NumberOf(new(big.Rat).SetInt(new(big.Int).Lsh(big.NewInt(1), 60_000)))}, 2000), 2, tvm.ErrTooLarge},
		{"IRR", fine, coprime(3000), 2, tvm.ErrTooLarge},
	} {
		for name := range strings.FieldsSeq(tt.names) {
			if s, err := solvers[name](tt.a, tt.flows, tt.digits); !errors.Is(err, tt.want) || s.Outcome != 0 {
				t.Errorf("%s: %s, %v, want %v", name, show(s), err, tt.want)
			}
		}
	}
	for _, name := range []string{"RATE", "NPER"} {
		if _, err := solvers[name](odd, nil, 2); err == nil {
			t.Errorf("%s: no error without a When", name)
		}
	}
}

// coprime returns fractions whose common denominator is long.
func coprime(n int64) (flows []tvm.Number) {
	for i := range n {
		flows = append(flows, tvm.NumberOf(new(big.Rat).SetFrac64(1, 1<<40+2*i+1)))
	}
	return flows
}

func TestSolution(t *testing.T) {
	s, err := tvm.IRR(numbers("-5", "10.5", "1", "-8", "1"), 2)
	if err != nil {
		t.Fatal(err)
	}
	for guess, want := range map[string]string{"-1": "-0.87", "0": "0.09", "0.1": "0.09", "5": "0.71", "-0.39": "-0.87"} {
		if root, ok := s.Nearest(tvm.MustParse(guess)); !ok || root.String() != want {
			t.Errorf("nearest to %s: %v, %v, want %s", guess, root, ok, want)
		}
	}
	if root, ok := s.Usual(); !ok || root.String() != "0.09" {
		t.Errorf("usual: %v, %v", root, ok)
	}
	if root, ok := s.Root(); ok {
		t.Errorf("%v is the one root of %s", root, show(s))
	}
	below, _ := tvm.IRR(numbers("8", "-6", "1"), 2)
	if root, ok := below.Usual(); !ok || root.String() != "-0.50" {
		t.Errorf("usual: %v, %v", root, ok)
	}
	var none tvm.Solution
	_, usual := none.Usual()
	if _, nearest := none.Nearest(tvm.Number{}); usual || nearest {
		t.Error("a root of nothing")
	}
	one, _ := tvm.IRR(numbers("-100", "115.25"), 3)
	root, ok := one.Root()
	low, high := root.Borders()
	if got := fmt.Sprint(root, ok, root.Digits(), root.Exact(), low, high, root.Number(), root.Decimal()); got != "0.153 true 3 false 0.1525 0.1535 0.153 0.153" {
		t.Error(got)
	}
	var zero tvm.Root
	low, high = zero.Borders()
	if got := fmt.Sprint(zero, zero.Number(), zero.Decimal(), low, high, tvm.Outcome(9), tvm.When(9), tvm.Begin, tvm.End); got != "0 0 0 -0.5 0.5 Outcome(9) When(9) begin end" {
		t.Error(got)
	}
}
