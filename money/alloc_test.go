package money_test

import (
	"testing"

	"github.com/shopspring/decimal"

	"github.com/skuld-go/skuld/money"
)

// What a portfolio does a million times takes nothing from the heap.
func TestNoAllocations(t *testing.T) {
	a, b := money.MustParse("12345.67 SEK"), money.MustParse("60.00 SEK")
	e, f := money.ExactOf(a).Times(1150*184, 3_650_000), money.ExactOf(a).Times(800*90, 3_660_000)
	d := decimal.New(1234567, -2)
	buf := make([]byte, 0, 64)
	var failed error
	for name, do := range map[string]func() error{
		"Exact.Times":           func() error { e.Times(12*100, 100*365); return nil },
		"Exact.Add":             func() error { _, err := e.Add(e); return err },
		"Exact.Add, other base": func() error { _, err := e.Add(f); return err },
		"Exact.Sub":             func() error { _, err := e.Sub(f); return err },
		"Exact.Compare":         func() error { _, err := e.Compare(f); return err },
		"Exact.Round":           func() error { _, err := e.Round(money.HalfUp); return err },
		"Exact.Round to step":   func() error { _, err := e.Round(money.HalfEven.ToStep(100)); return err },
		"Exact.AppendFixed":     func() error { buf = e.AppendFixed(buf[:0], 10, money.HalfEven); return nil },
		"Amount.Add":            func() error { _, err := a.Add(b); return err },
		"Amount.Sub":            func() error { _, err := a.Sub(b); return err },
		"Amount.Compare":        func() error { _, err := a.Compare(b); return err },
		"Amount.AppendNumber":   func() error { buf = a.AppendNumber(buf[:0]); return nil },
		"Amount.AppendText":     func() error { _, err := a.AppendText(buf[:0]); return err },
		"Parse":                 func() error { _, err := money.Parse("12345.67 SEK"); return err },
		"New":                   func() error { _, err := money.New(d, sek); return err },
		"Round":                 func() error { _, err := money.Round(d, sek, money.HalfUp); return err },
		"Convert":               func() error { _, err := a.Convert(eur, d, money.HalfUp); return err },
	} {
		allocs := testing.AllocsPerRun(100, func() { failed = do() })
		if allocs != 0 || failed != nil {
			t.Errorf("%s: %v allocations, %v, want none", name, allocs, failed)
		}
	}
}
