package bench

import (
	"cmp"
	"slices"
	"time"

	"github.com/shopspring/decimal"

	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/calendar"
)

// NaiveItem is an open item in the types of the naive program.
type NaiveItem struct {
	ID                           string
	Due                          time.Time
	Fee, Late, Credit, Principal decimal.Decimal
}

// NaiveLine is a line of the naive program.
type NaiveLine struct {
	ID, Component string
	Amount        decimal.Decimal
}

// NaiveAllocate settles costs, interest and principal of the oldest item first, as
// it is usually written: sort, then a loop over components and items.
func NaiveAllocate(payment decimal.Decimal, items []NaiveItem) ([]NaiveLine, decimal.Decimal) {
	sorted := slices.Clone(items)
	slices.SortStableFunc(sorted, func(a, b NaiveItem) int { return a.Due.Compare(b.Due) })
	var lines []NaiveLine
	pay := func(it *NaiveItem, component string, open *decimal.Decimal) {
		n := decimal.Min(payment, *open)
		if !n.IsPositive() {
			return
		}
		*open, payment = open.Sub(n), payment.Sub(n)
		lines = append(lines, NaiveLine{it.ID, component, n})
	}
	for i := range sorted {
		pay(&sorted[i], "fee", &sorted[i].Fee)
	}
	for i := range sorted {
		pay(&sorted[i], "default-interest", &sorted[i].Late)
		pay(&sorted[i], "contract-interest", &sorted[i].Credit)
	}
	for i := range sorted {
		pay(&sorted[i], "principal", &sorted[i].Principal)
	}
	return lines, payment
}

// OpenItems is a debt of n items: claims of several months, each with both
// interests, and every third a fee.
func OpenItems(n int) ([]allocation.Item, []NaiveItem) {
	items, naive := make([]allocation.Item, n), make([]NaiveItem, n)
	for i := range n {
		due := calendar.MustDate(2024, time.Month(1+i%7), 1+i%28)
		id := "INV-" + string(rune('A'+i%26)) + string(rune('a'+i/26))
		open := allocation.Balances{allocation.Fee: 60_00}
		if i%3 != 2 {
			open = allocation.Balances{
				allocation.DefaultInterest: 42_07, allocation.ContractInterest: 17_31, allocation.Principal: 1000_00 + int64(i)*13,
			}
		}
		items[i] = allocation.Item{ID: id, Due: due, Fee: i%3 == 2, Code: "reminder", Rate: int64(i % 4), Open: open}
		of := func(c allocation.Component) decimal.Decimal { return decimal.New(open[c], -2) }
		naive[i] = NaiveItem{ID: id, Due: due.Time(time.UTC), Fee: of(allocation.Fee), Late: of(allocation.DefaultInterest),
			Credit: of(allocation.ContractInterest), Principal: of(allocation.Principal)}
	}
	return items, naive
}

// ByLine orders lines by item and component, for comparing.
func ByLine(a, b NaiveLine) int {
	return cmp.Or(cmp.Compare(a.ID, b.ID), cmp.Compare(a.Component, b.Component))
}
