package tvm_test

import (
	"errors"
	"math/big"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/skuld-go/skuld/money"
	"github.com/skuld-go/skuld/paymentplan/tvm"
)

func TestParse(t *testing.T) {
	for text, want := range map[string]string{
		"0.24/12": "0.02", "-1/3": "-1/3", "007.50": "7.5", "-0.0": "0", "0": "0", "2/0.5": "4", "-0.075": "-0.075",
		"1/1000000000000000000000000000000":  "0.000000000000000000000000000001",
		"1/10000000000000000000000000000000": "1/10000000000000000000000000000000",
	} {
		n, err := tvm.Parse(text)
		if err != nil || n.String() != want {
			t.Errorf("%q is %v, %v, want %s", text, n, err, want)
		}
	}
	for _, text := range []string{"", "-", ".5", "5.", "1e5", "+1", "1/0", "1/-2", "1/2/3", " 1", "1,5", "--1", "٣", strings.Repeat("1", tvm.MaxText+1), "1/" + strings.Repeat("1", tvm.MaxText)} {
		if n, err := tvm.Parse(text); !errors.Is(err, tvm.ErrNotNumber) || n.Sign() != 0 {
			t.Errorf("%q is %v, %v, want %v", text, n, err, tvm.ErrNotNumber)
		}
	}
	defer func() {
		if recover() == nil {
			t.Error("MustParse did not panic")
		}
	}()
	tvm.MustParse("x")
}

func TestRound(t *testing.T) {
	for _, tt := range []struct {
		number string
		places int
		mode   money.Rounding
		want   string
	}{
		{"2.5", 0, money.HalfUp, "3"}, {"-2.5", 0, money.HalfUp, "-3"}, {"2.49", 0, money.HalfUp, "2"},
		{"2.5", 0, money.HalfEven, "2"}, {"3.5", 0, money.HalfEven, "4"}, {"2.51", 0, money.HalfEven, "3"},
		{"2.5", 0, money.HalfDown, "2"}, {"-2.51", 0, money.HalfDown, "-3"},
		{"2.9", 0, money.Down, "2"}, {"-2.1", 0, money.Up, "-3"}, {"-2.1", 0, money.Floor, "-3"}, {"2.9", 0, money.Floor, "2"},
		{"2.1", 0, money.Ceiling, "3"}, {"-2.9", 0, money.Ceiling, "-2"}, {"2.25", 2, money.Exactly, "2.25"},
		{"1/3", 5, money.HalfUp, "0.33333"}, {"0.075", 2, money.HalfUp.ToStep(5), "0.10"}, {"0.074", 2, money.HalfUp.ToStep(5), "0.05"},
	} {
		d, err := tvm.MustParse(tt.number).Round(tt.places, tt.mode)
		if err != nil || d.StringFixed(int32(tt.places)) != tt.want {
			t.Errorf("%s to %d places %v: %v, %v, want %s", tt.number, tt.places, tt.mode, d, err, tt.want)
		}
	}
	third := tvm.MustParse("1/3")
	if _, err := third.Round(9, money.Exactly); !errors.Is(err, money.ErrInexact) {
		t.Errorf("exactly: %v", err)
	}
	for _, places := range []int{-1, tvm.MaxPlaces + 1} {
		if _, err := third.Round(places, money.Down); !errors.Is(err, tvm.ErrDigits) {
			t.Errorf("%d places: %v", places, err)
		}
	}
	if _, err := third.Round(2, money.HalfUp.ToStep(-1)); err == nil {
		t.Error("no error of a bad rounding")
	}
}

func TestNumber(t *testing.T) {
	source := big.NewRat(1, 3)
	n := tvm.NumberOf(source)
	source.SetInt64(5)
	if r := n.Rat(); r.Cmp(big.NewRat(1, 3)) != 0 || r.SetInt64(7) == nil || n.String() != "1/3" {
		t.Errorf("%v moved with its source or its copy", n)
	}
	if d, err := tvm.FromDecimal(decimal.RequireFromString("-12.50")); err != nil || d.Compare(tvm.MustParse("-12.5")) != 0 {
		t.Errorf("%v, %v", d, err)
	}
	if d, err := tvm.FromDecimal(decimal.New(3, 2)); err != nil || d.Compare(tvm.Whole(300)) != 0 {
		t.Errorf("%v, %v", d, err)
	}
	var zero tvm.Number
	if zero.Sign() != 0 || zero.String() != "0" || zero.Compare(tvm.Whole(0)) != 0 || zero.Rat().Sign() != 0 || tvm.Whole(-1).Compare(zero) >= 0 {
		t.Error("the zero value is not 0")
	}
	long := tvm.NumberOf(new(big.Rat).SetFrac(new(big.Int).Exp(big.NewInt(7), big.NewInt(500), nil), new(big.Int).Exp(big.NewInt(3), big.NewInt(880), nil)))
	if s := long.String(); !strings.HasSuffix(s, "…") || len(s) > 80 {
		t.Errorf("a long number is %s", s)
	}
}

// The settings of the decimal library bear on nothing.
func TestGlobals(t *testing.T) {
	precision, trim := decimal.DivisionPrecision, decimal.MarshalJSONWithoutQuotes
	defer func() { decimal.DivisionPrecision, decimal.MarshalJSONWithoutQuotes = precision, trim }()
	decimal.DivisionPrecision, decimal.MarshalJSONWithoutQuotes = 0, true
	payment, err := tvm.PMT(annuity("0.08/12", 60, "0", "15000", "0", tvm.End))
	if got := rounded(t, payment, 21); err != nil || got != "-304.145914326205237033870" {
		t.Errorf("%s, %v", got, err)
	}
}
