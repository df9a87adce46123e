package remittance_test

import (
	"fmt"

	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/allocation/remittance"
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/money"
)

// caseTariff is 10 % of interest and principal with Swedish VAT; the collector
// keeps the fees.
func caseTariff() remittance.Tariff {
	return remittance.Tariff{
		VAT: interest.MustPercent("25"),
		Rules: []remittance.Rule{
			{Label: "collection fees", Components: []allocation.Component{allocation.Fee}, Retain: true},
			{Label: "10 % of the debt", Percent: interest.MustPercent("10"), Components: []allocation.Component{
				allocation.ContractInterest, allocation.DefaultInterest, allocation.Capitalized, allocation.Principal,
			}},
		},
	}
}

// A payment is allocated, and then settled with the creditor.
func ExampleCompute() {
	day := calendar.MustParseDate("2024-05-10")
	open := []allocation.Item{
		{ID: "INV-1", Due: calendar.MustParseDate("2024-01-31"), Open: allocation.Balances{
			allocation.DefaultInterest: 120_00, allocation.Principal: 5000_00,
		}},
		{ID: "FEE-1", Fee: true, Due: calendar.MustParseDate("2024-04-01"), Open: allocation.Balances{allocation.Fee: 180_00}},
	}
	order, _ := allocation.Preset(allocation.PresetSE)
	payment := money.MustParse("1000.00 SEK")
	allocated, err := allocation.Allocate(allocation.Payment{Date: day, Amount: payment}, open, order)
	if err != nil {
		fmt.Println(err)
		return
	}
	r, err := remittance.Compute(remittance.Input{
		Received: payment, Lines: remittance.LinesOf(allocated), Tariff: caseTariff(),
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, l := range r.Retentions {
		fmt.Println(l.Label, l.Components, l.Amount)
	}
	for _, l := range r.Lines {
		fmt.Println(l.Label, l.Components, "base", l.Base, "commission", l.Amount)
	}
	fmt.Println("VAT", r.VAT.Due)
	fmt.Println("deducted", r.TotalAmountDeducted())
	fmt.Println("remitted", r.RemittenceAmount())
	// Output:
	// collection fees [fee] 180.00 SEK
	// 10 % of the debt [default-interest principal] base 820.00 SEK commission 82.00 SEK
	// VAT 20.50 SEK
	// deducted 282.50 SEK
	// remitted 717.50 SEK
}

// The debtor paid the creditor: nothing is in hand, and other money of the
// creditor covers a part.
func ExampleCompute_direct() {
	r, err := remittance.Compute(remittance.Input{
		Received: money.MustParse("820.00 SEK"),
		Direct:   true,
		Lines:    []remittance.Line{{Component: allocation.Principal, Amount: money.MustParse("820.00 SEK")}},
		Tariff:   caseTariff(), CreditorCredit: money.MustParse("90.00 SEK"),
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("commission", r.Commission.Due, "netted", r.Commission.Netted, "to invoice", r.Commission.ToInvoice)
	fmt.Println("VAT", r.VAT.Due, "netted", r.VAT.Netted, "to invoice", r.VAT.ToInvoice)
	// Output:
	// commission 82.00 SEK netted 82.00 SEK to invoice 0.00 SEK
	// VAT 20.50 SEK netted 8.00 SEK to invoice 12.50 SEK
}

// A payment bounces after it was settled: the statement of the period shows
// neither.
func ExampleReverse() {
	in := remittance.Input{
		Received: money.MustParse("820.00 SEK"),
		Lines:    []remittance.Line{{Component: allocation.Principal, Amount: money.MustParse("820.00 SEK")}},
		Tariff:   caseTariff(),
	}
	r, err := remittance.Compute(in)
	if err != nil {
		fmt.Println(err)
		return
	}
	back := remittance.Reverse(r)
	total, err := remittance.Sum([]remittance.Remittance{r, back})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("payable", r.Payable, "and", back.Payable)
	fmt.Println("commission of the period", total.Commission.Due, "payable", total.Payable)
	// Output:
	// payable 717.50 SEK and -717.50 SEK
	// commission of the period 0.00 SEK payable 0.00 SEK
}
