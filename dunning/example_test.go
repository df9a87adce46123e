package dunning_test

import (
	"fmt"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/dunning"
	"github.com/skuld-go/skuld/fee"
	"github.com/skuld-go/skuld/ledger"
	"github.com/skuld-go/skuld/money"
)

// A ladder of two letters: a reminder ten days after the due day, and a demand after
// twenty, once the week that the reminder gave is over.
var ladder = dunning.Policy{Name: "own", Levels: []dunning.Level{
	{Kind: "reminder", After: 10, Term: dunning.Term{Days: 7}},
	{Kind: "demand", After: 20, Expired: true, Term: dunning.Term{Days: 7}},
}}

// invoice is a debt of which nothing was paid.
func invoice() dunning.History {
	return dunning.History{
		Case: "C-1", Currency: money.MustCurrency("EUR"), Debtor: ledger.Business,
		Debts: []dunning.Debt{{ID: "INV-1", Due: calendar.MustParseDate("2024-01-31"), Amount: money.MustParse("1000.00 EUR")}},
	}
}

func ExampleNext() {
	d, err := dunning.Next(ladder, invoice(), calendar.MustParseDate("2024-02-12"))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, a := range d.Actions {
		fmt.Println(a.Day, a.Kind, "to pay by", a.Deadline)
	}
	for _, b := range d.Blocked {
		fmt.Println(b.Action, "not before", b.Until)
	}
	fmt.Println("look again on", d.NextReview)
	// Output:
	// 2024-02-12 reminder to pay by 2024-02-19
	// look again on 2024-02-20
}

// What follows if nothing is paid.
func ExampleTimeline() {
	source := func(_ calendar.Date, sent []ledger.Notice, charged []fee.Charge) (dunning.History, error) {
		h := invoice()
		h.Notices, h.Charged = sent, charged
		return h, nil
	}
	list, err := dunning.Timeline(ladder, source, calendar.MustParseDate("2024-01-31"), calendar.MustParseDate("2024-06-30"))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, d := range list {
		for _, a := range d.Actions {
			fmt.Println(a.Day, a.Kind)
		}
	}
	// Output:
	// 2024-02-10 reminder
	// 2024-02-20 demand
}
