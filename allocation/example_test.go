package allocation_test

import (
	"fmt"

	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/money"
)

// Dutch law settles costs, then interest, then principal (BW 6:44).
func ExampleAllocate() {
	open := []allocation.Item{
		{ID: "INV-1", Due: calendar.MustParseDate("2024-01-31"), Open: allocation.Balances{
			allocation.DefaultInterest: 600_00, allocation.Principal: 5000_00,
		}},
		{ID: "COSTS", Fee: true, Due: calendar.MustParseDate("2024-04-01"), Open: allocation.Balances{allocation.Fee: 875_00}},
	}
	order, _ := allocation.Preset(allocation.PresetNL)
	res, err := allocation.Allocate(allocation.Payment{
		Date: calendar.MustParseDate("2024-05-10"), Amount: money.MustParse("2000.00 EUR"),
	}, open, order)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, l := range res.Lines {
		fmt.Println(l.Item, l.Component, l.Amount, l.Citation)
	}
	fmt.Println("unallocated", res.Unallocated)
	// Output:
	// COSTS fee 875.00 EUR BW 6:44(1)
	// INV-1 default-interest 600.00 EUR BW 6:43(2), 6:44(1)
	// INV-1 principal 525.00 EUR BW 6:43(2), 6:44(1)
	// unallocated 0.00 EUR
}
