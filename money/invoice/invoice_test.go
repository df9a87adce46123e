package invoice

import (
	"errors"
	"math/big"
	"strings"
	"testing"

	"github.com/skuld-go/skuld/money"
)

var sek = money.MustCurrency("SEK")

func num(s string) *big.Rat {
	if s == "" {
		return nil
	}
	r, ok := new(big.Rat).SetString(s)
	if !ok {
		panic(s)
	}
	return r
}

// row reads "quantity price discount vat", with a discount in per cent where it says so.
func row(s string) Row {
	f := strings.Split(s, " ")
	r := Row{Quantity: num(f[0]), UnitPrice: num(f[1]), VATPercent: num(f[3])}
	if p, ok := strings.CutSuffix(f[2], "%"); ok {
		r.DiscountPercent = num(p)
	} else {
		r.Discount = num(f[2])
	}
	return r
}

// Every expectation is net, tax, gross, worked out on paper.
func TestAdd(t *testing.T) {
	whole := Rounding{Place: WholeInvoice, Mode: money.HalfUp}
	kronor := Rounding{Place: EachRow, Mode: money.HalfUp, Total: money.HalfUp.ToStep(100)}
	for _, c := range []struct {
		name     string
		rows     []string
		includes bool
		rounding Rounding
		want     string
	}{
		{"one row", []string{"2 100 0 25"}, false, Commercial(), "200.00 50.00 250.00"},
		{"discount in money", []string{"2 100 20 25"}, false, Commercial(), "180.00 45.00 225.00"},
		{"discount in per cent", []string{"2 100 10% 25"}, false, Commercial(), "180.00 45.00 225.00"},
		{"tax included", []string{"1 250 0 25"}, true, Commercial(), "200.00 50.00 250.00"},
		{"two rates", []string{"1 100 0 25", "1 100 0 6"}, false, Commercial(), "200.00 31.00 231.00"},
		{"rows rounded, three times 0.335", []string{"1 0.335 0 0", "1 0.335 0 0", "1 0.335 0 0"}, false, Commercial(), "1.02 0.00 1.02"},
		{"rounded once, 1.005", []string{"1 0.335 0 0", "1 0.335 0 0", "1 0.335 0 0"}, false, whole, "1.01 0.00 1.01"},
		{"tax of rows, three times 0.125", []string{"1 0.5 0 25", "1 0.5 0 25", "1 0.5 0 25"}, false, Commercial(), "1.50 0.39 1.89"},
		{"tax once, 0.375", []string{"1 0.5 0 25", "1 0.5 0 25", "1 0.5 0 25"}, false, whole, "1.50 0.38 1.88"},
		{"whole kronor", []string{"1 99.60 0 25"}, false, kronor, "99.60 24.90 125.00"},
		{"goods back", []string{"3 100 0 25", "-1 100 0 25"}, false, Commercial(), "200.00 50.00 250.00"},
		{"no quantity is one", []string{" 80 0 25"}, false, Commercial(), "80.00 20.00 100.00"},
	} {
		var rows []Row
		for _, r := range c.rows {
			rows = append(rows, row(r))
		}
		got, err := Add(rows, c.includes, sek, c.rounding)
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if s := got.Total.Net.Number() + " " + got.Total.VAT.Number() + " " + got.Total.Gross.Number(); s != c.want {
			t.Errorf("%s: %s, want %s", c.name, s, c.want)
		}
		if len(got.Rows) != len(rows) {
			t.Errorf("%s: %d rows", c.name, len(got.Rows))
		}
	}
}

func TestAddRefuses(t *testing.T) {
	one := []Row{row("1 1 0 25")}
	for name, err := range map[string]error{
		"no rows":     second(Add(nil, false, sek, Commercial())),
		"many rows":   second(Add(make([]Row, MaxRows+1), false, sek, Commercial())),
		"no rounding": second(Add(one, false, sek, Rounding{})),
		"no place":    second(Add(one, false, sek, Rounding{Mode: money.HalfUp})),
		"no mode":     second(Add(one, false, sek, Rounding{Place: EachRow})),
		"tax below 0": second(Add([]Row{row("1 1 0 -1")}, false, sek, Commercial())),
		"too large":   second(Add([]Row{row("1e30 1e30 0 0")}, false, sek, Commercial())),
	} {
		if !errors.Is(err, ErrRows) {
			t.Errorf("%s: %v, want ErrRows", name, err)
		}
	}
}

func second(_ Result, err error) error { return err }
