package money_test

import (
	"testing"

	"github.com/shopspring/decimal"

	"github.com/skuld-go/skuld/money"
)

func BenchmarkExactTimes(b *testing.B) {
	e := money.ExactOf(money.MustParse("12345.67 SEK"))
	for b.Loop() {
		e.Times(11_500_000*184, 36_500_000_000)
	}
}

func BenchmarkExactAdd(b *testing.B) {
	e := money.ExactOf(money.MustParse("12345.67 SEK")).Times(11_500_000*184, 36_500_000_000)
	for b.Loop() {
		if _, err := e.Add(e); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkExactAddOtherBase(b *testing.B) {
	e := money.ExactOf(money.MustParse("12345.67 SEK"))
	f := e.Times(11_500_000*184, 36_500_000_000)
	g := e.Times(11_500_000*184, 36_600_000_000)
	for b.Loop() {
		if _, err := f.Add(g); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkExactRound(b *testing.B) {
	e := money.ExactOf(money.MustParse("12345.67 SEK")).Times(11_500_000*184, 36_500_000_000)
	for b.Loop() {
		if _, err := e.Round(money.HalfEven); err != nil {
			b.Fatal(err)
		}
	}
}

// The step that peers are measured by: amount · rate · days / 365, rounded.
func BenchmarkInterestStep(b *testing.B) {
	a := money.MustParse("12345.67 SEK")
	b.Run("exact", func(b *testing.B) {
		for b.Loop() {
			if _, err := money.ExactOf(a).Times(11_500_000*184, 36_500_000_000).Round(money.HalfEven); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("large", func(b *testing.B) {
		e := money.ExactOf(a).Times(1, 1<<62)
		for b.Loop() {
			if _, err := e.Times(11_500_000*184, 36_500_000_000).Round(money.HalfEven); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("decimal", func(b *testing.B) {
		d, rate := a.Decimal(), decimal.New(115, -3)
		days, year := decimal.New(184, 0), decimal.New(365, 0)
		for b.Loop() {
			d.Mul(rate).Mul(days).Div(year).RoundBank(2)
		}
	})
}

func BenchmarkParse(b *testing.B) {
	for b.Loop() {
		if _, err := money.ParseIn("12345.67", sek); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkAppendNumber(b *testing.B) {
	a, buf := money.MustParse("12345.67 SEK"), make([]byte, 0, 32)
	for b.Loop() {
		buf = a.AppendNumber(buf[:0])
	}
}

func BenchmarkAppendFixed(b *testing.B) {
	e := money.ExactOf(money.MustParse("12345.67 SEK")).Times(11_500_000*184, 36_500_000_000)
	buf := make([]byte, 0, 32)
	for b.Loop() {
		buf = e.AppendFixed(buf[:0], 10, money.HalfEven)
	}
}

func BenchmarkNew(b *testing.B) {
	d := decimal.New(1234567, -2)
	for b.Loop() {
		if _, err := money.New(d, sek); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkSplit(b *testing.B) {
	a, weights := money.MustParse("12345.67 SEK"), []int64{1, 2, 3, 4, 5, 6}
	for b.Loop() {
		if _, err := a.Split(weights); err != nil {
			b.Fatal(err)
		}
	}
}
