package bench

import (
	"slices"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/money"
)

var payday = calendar.MustParseDate("2024-06-15")

// Both programs settle the same.
func TestNaiveAllocatesTheSame(t *testing.T) {
	items, naive := OpenItems(30)
	order, _ := allocation.Preset(allocation.CostsInterestPrincipal)
	for _, minor := range []int64{0, 1, 333_33, 1500_00, 17_000_00, 90_000_00} {
		want, rest := NaiveAllocate(decimal.New(minor, -2), naive)
		res, err := allocation.Allocate(allocation.Payment{Date: payday, Amount: money.FromMinor(minor, money.MustCurrency("EUR"))}, items, order)
		if err != nil {
			t.Fatal(err)
		}
		var got []NaiveLine
		for _, l := range res.Lines {
			got = append(got, NaiveLine{l.Item, l.Component.String(), l.Amount.Decimal()})
		}
		slices.SortFunc(want, ByLine)
		slices.SortFunc(got, ByLine)
		same := slices.EqualFunc(want, got, func(a, b NaiveLine) bool {
			return a.ID == b.ID && a.Component == b.Component && a.Amount.Equal(b.Amount)
		})
		if !same || !rest.Equal(res.Unallocated.Decimal()) {
			t.Errorf("%d: %v rest %s, naive %v rest %s", minor, got, res.Unallocated, want, rest)
		}
	}
}

// One payment over 30 open items, into a slice that the caller keeps.
func BenchmarkAllocate(b *testing.B) {
	items, naive := OpenItems(30)
	const minor = 17_000_00
	b.Run("naive", func(b *testing.B) {
		pay := decimal.New(minor, -2)
		b.ReportAllocs()
		for b.Loop() {
			NaiveAllocate(pay, naive)
		}
	})
	for _, name := range []string{allocation.CostsInterestPrincipal, allocation.PresetBGB367} {
		b.Run("skuld/"+name, func(b *testing.B) {
			order, _ := allocation.Preset(name)
			p := allocation.Payment{Date: payday, Amount: money.FromMinor(minor, money.MustCurrency("EUR"))}
			lines := make([]allocation.Line, 0, 100)
			b.ReportAllocs()
			for b.Loop() {
				if _, err := allocation.AllocateInto(lines[:0], p, items, order); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
