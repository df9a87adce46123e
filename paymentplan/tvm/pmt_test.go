package tvm_test

import (
	"errors"
	"math/big"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/skuld-go/skuld/money"
	"github.com/skuld-go/skuld/paymentplan/tvm"
)

func numbers(texts ...string) []tvm.Number {
	var all []tvm.Number
	for _, s := range texts {
		all = append(all, tvm.MustParse(s))
	}
	return all
}

func rounded(t *testing.T, n tvm.Number, places int) string {
	t.Helper()
	d, err := n.Round(places, money.HalfUp)
	if err != nil {
		t.Fatal(err)
	}
	return d.StringFixed(int32(places))
}

// annuity reads rate, payment, present and future value.
func annuity(rate string, periods int, payment, present, future string, when tvm.When) tvm.Annuity {
	return tvm.Annuity{
		Rate: tvm.MustParse(rate), Periods: periods, Payment: tvm.MustParse(payment),
		Present: tvm.MustParse(present), Future: tvm.MustParse(future), When: when,
	}
}

func ipmt(per int) func(tvm.Annuity) (tvm.Number, error) {
	return func(a tvm.Annuity) (tvm.Number, error) { return tvm.IPMT(a, per) }
}

func ppmt(per int) func(tvm.Annuity) (tvm.Number, error) {
	return func(a tvm.Annuity) (tvm.Number, error) { return tvm.PPMT(a, per) }
}

// Values of the documentation and tests of numpy-financial, rounded to the places
// given, and values that follow by hand from 1.1² = 1.21.
func TestExactFunctions(t *testing.T) {
	for _, tt := range []struct {
		name    string
		compute func(tvm.Annuity) (tvm.Number, error)
		a       tvm.Annuity
		places  int
		want    string
	}{
		{"pmt, 15 years at 7.5 %", tvm.PMT, annuity("0.075/12", 180, "0", "200000", "0", tvm.End), 8, "-1854.02472001"},
		{"pmt, 5 years at 8 %", tvm.PMT, annuity("0.08/12", 60, "0", "15000", "0", tvm.End), 21, "-304.145914326205237033870"},
		{"pmt, 12 at 30 %", tvm.PMT, annuity("0.3", 12, "0", "2000", "0", tvm.End), 25, "-626.9081401700757748402586600"},
		{"pmt, 3 at 80 %", tvm.PMT, annuity("0.8", 3, "0", "20000", "0", tvm.End), 23, "-19311.25827814569536423841060"},
		{"pmt without interest", tvm.PMT, annuity("0", 60, "0", "15000", "3000", tvm.Begin), 2, "-300.00"},
		{"pmt by hand", tvm.PMT, annuity("0.1", 2, "7", "210", "0", tvm.End), 3, "-121.000"},
		{"pmt by hand, begin", tvm.PMT, annuity("0.1", 2, "7", "210", "0", tvm.Begin), 3, "-110.000"},
		{"pmt with a loss", tvm.PMT, annuity("-0.5", 2, "0", "300", "0", tvm.End), 3, "-50.000"},
		{"fv of savings", tvm.FV, annuity("0.075", 20, "-2000", "0", "9", tvm.End), 21, "86609.362673043000405367316"},
		{"fv of savings, begin", tvm.FV, annuity("0.075", 20, "-2000", "0", "0", tvm.Begin), 6, "93105.064874"},
		{"fv, 10 years", tvm.FV, annuity("0.05/12", 120, "-100", "-100", "0", tvm.End), 8, "15692.92889434"},
		{"fv, begin", tvm.FV, annuity("0.2", 5, "100", "0", "0", tvm.Begin), 6, "-892.992000"},
		{"fv without interest", tvm.FV, annuity("0", 5, "100", "0", "0", tvm.End), 1, "-500.0"},
		{"fv that is lost", tvm.FV, annuity("-0.9", 3, "0", "-1000", "0", tvm.End), 3, "1.000"},
		{"pv", tvm.PV, annuity("0.07", 20, "12000", "0", "0", tvm.End), 18, "-127128.170946193932729522"},
		{"pv, begin", tvm.PV, annuity("0.24/12", 12, "-300", "0", "1000", tvm.Begin), 8, "2447.56123802"},
		{"pv, end", tvm.PV, annuity("0.24/12", 12, "-300", "0", "1000", tvm.End), 8, "2384.10919069"},
		{"pv without interest", tvm.PV, annuity("0", 4, "-300", "5", "1000", tvm.End), 0, "200"},
		{"ipmt of the first period", ipmt(1), annuity("0.1/12", 24, "0", "2000", "0", tvm.End), 26, "-16.66666666666666666666666667"},
		{"ipmt", ipmt(4), annuity("0.1/12", 24, "0", "2000", "0", tvm.End), 8, "-14.76028842"},
		{"ipmt, begin, first", ipmt(1), annuity("0.1/12", 24, "0", "2000", "0", tvm.Begin), 2, "0.00"},
		{"ipmt, begin", ipmt(3), annuity("0.001988079518355057", 360, "0", "300000", "0", tvm.Begin), 6, "-592.971592"},
		{"ipmt with a balloon", ipmt(2), annuity("0.1", 2, "0", "100", "-100", tvm.End), 2, "-10.00"},
		{"ipmt without interest", ipmt(2), annuity("0", 2, "0", "100", "-50", tvm.End), 2, "0.00"},
		{"ppmt", ppmt(1), annuity("0.1/12", 60, "0", "55000", "0", tvm.End), 22, "-710.2541257864217612489831"},
		{"ppmt, begin, first", ppmt(1), annuity("0.1/12", 60, "0", "55000", "0", tvm.Begin), 6, "-1158.929712"},
		{"ppmt, begin", ppmt(1), annuity("0.08/12", 60, "0", "15000", "0", tvm.Begin), 6, "-302.131703"},
		{"ppmt without interest", ppmt(3), annuity("0", 4, "0", "100", "0", tvm.Begin), 2, "-25.00"},
	} {
		got, err := tt.compute(tt.a)
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
		} else if s := rounded(t, got, tt.places); s != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, s, tt.want)
		}
	}
}

func TestNPV(t *testing.T) {
	for _, tt := range []struct {
		rate, want string
		flows      []tvm.Number
	}{
		{"0.05", "122.8948549509426921616287", numbers("-15000", "1500", "2500", "3500", "4500", "6000")},
		{"0.2", "-789.3518518518518518518519", numbers("-1000", "100", "100", "100")},
		{"0", "3.0000000000000000000000", numbers("0.5", "1/2", "2")},
		{"-0.5", "11.0000000000000000000000", numbers("1", "1", "2")},
		{"0.3", "0.0000000000000000000000", nil},
	} {
		n, err := tvm.NPV(tvm.MustParse(tt.rate), tt.flows)
		if err != nil {
			t.Errorf("%s, %v: %v", tt.rate, tt.flows, err)
		} else if got := rounded(t, n, 22); got != tt.want {
			t.Errorf("%s, %v: %s, want %s", tt.rate, tt.flows, got, tt.want)
		}
	}
}

// What is asked beyond the bounds is refused by name.
func TestRefusals(t *testing.T) {
	fine := annuity("0.01", 12, "-10", "100", "0", tvm.End)
	with := func(change func(*tvm.Annuity)) tvm.Annuity {
		a := fine
		change(&a)
		return a
	}
	third := tvm.NumberOf(new(big.Rat).SetFrac(big.NewInt(1), new(big.Int).Exp(big.NewInt(3), big.NewInt(200), nil)))
	huge := tvm.NumberOf(new(big.Rat).SetInt(new(big.Int).Lsh(big.NewInt(1), 1<<25)))
	for _, tt := range []struct {
		name string
		a    tvm.Annuity
		want error
	}{
		{"rate -1", with(func(a *tvm.Annuity) { a.Rate = tvm.Whole(-1) }), tvm.ErrRate},
		{"no periods", with(func(a *tvm.Annuity) { a.Periods = 0 }), tvm.ErrPeriods},
		{"too many periods", with(func(a *tvm.Annuity) { a.Periods = tvm.MaxPeriods + 1 }), tvm.ErrPeriods},
		{"long rate", with(func(a *tvm.Annuity) { a.Rate, a.Periods = third, tvm.MaxPeriods }), tvm.ErrTooLarge},
		{"longer rate", with(func(a *tvm.Annuity) { a.Rate = tvm.NumberOf(new(big.Rat).SetInt(new(big.Int).Lsh(big.NewInt(1), 600))) }), tvm.ErrTooLarge},
		{"longest rate", with(func(a *tvm.Annuity) { a.Rate = huge }), tvm.ErrTooLarge},
		{"long value", with(func(a *tvm.Annuity) { a.Present, a.Future, a.Payment = huge, huge, huge }), tvm.ErrTooLarge},
	} {
		for name, compute := range map[string]func(tvm.Annuity) (tvm.Number, error){"PMT": tvm.PMT, "FV": tvm.FV, "PV": tvm.PV, "IPMT": ipmt(1), "PPMT": ppmt(1)} {
			if n, err := compute(tt.a); !errors.Is(err, tt.want) || n.Sign() != 0 || len(err.Error()) > 200 {
				t.Errorf("%s, %s: %v, %v, want %v", tt.name, name, n, err, tt.want)
			}
		}
	}
	for _, per := range []int{-1, 0, 13} {
		if _, err := tvm.PPMT(fine, per); !errors.Is(err, tvm.ErrPeriods) {
			t.Errorf("period %d: %v", per, err)
		}
	}
	if _, err := tvm.PMT(with(func(a *tvm.Annuity) { a.When = 0 })); err == nil {
		t.Error("no error without a When")
	}
	if _, err := tvm.NPV(tvm.Whole(-2), numbers("1")); !errors.Is(err, tvm.ErrRate) {
		t.Errorf("rate -2: %v", err)
	}
	if _, err := tvm.NPV(third, make([]tvm.Number, tvm.MaxPeriods+1)); !errors.Is(err, tvm.ErrTooLarge) {
		t.Errorf("long rate: %v", err)
	}
	if _, err := tvm.NPV(third, make([]tvm.Number, tvm.MaxPeriods+2)); !errors.Is(err, tvm.ErrPeriods) {
		t.Errorf("too many flows: %v", err)
	}
	if _, err := tvm.FromDecimal(decimal.New(1, 1<<30)); !errors.Is(err, tvm.ErrTooLarge) {
		t.Errorf("a great exponent: %v", err)
	}
}
