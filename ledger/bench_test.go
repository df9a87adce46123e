package ledger

import (
	"fmt"
	"testing"

	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/money"
)

// BenchmarkFold folds one claim with many facts: payments, adjustments and
// reversals in turn. The time per fact should not grow with their number.
func BenchmarkFold(b *testing.B) {
	for _, n := range []int{100, 1_000, 10_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			c, r := compounding(b)
			c.Claims[0].Principal = money.FromMinor(money.MaxMinor, c.Currency)
			for i := range n {
				on := day("2022-01-01") + calendar.Date(i/10)
				id := fmt.Sprint(i)
				switch i % 4 {
				case 0, 1:
					c.Payments = append(c.Payments, Payment{ID: "P" + id, Date: on, Amount: sek("10.00")})
				case 2:
					c.Adjustments = append(c.Adjustments, Adjustment{ID: "A" + id, Item: "INV", Date: on, Component: allocation.Principal, Amount: sek("1.00")})
				case 3:
					c.Reversals = append(c.Reversals, Reversal{ID: "R" + id, Payment: fmt.Sprint("P", i-3), Date: on, Effect: Mirror})
				}
			}
			at := At{AsOf: day("2026-12-31")}
			b.ReportAllocs()
			for b.Loop() {
				book, err := Fold(c, r, at)
				if err != nil {
					b.Fatal(err)
				}
				if _, err := book.Statement(); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n), "ns/fact")
		})
	}
}
