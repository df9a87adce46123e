package invoice_test

import (
	"fmt"
	"math/big"

	"github.com/skuld-go/skuld/money"
	"github.com/skuld-go/skuld/money/invoice"
)

// Three pieces at 199.90, 50.00 off, 25 % tax: 549.70 and 137.425, which is rounded half up.
func ExampleAdd() {
	r, err := invoice.Add([]invoice.Row{
		{Quantity: big.NewRat(3, 1), UnitPrice: big.NewRat(19990, 100), Discount: big.NewRat(50, 1), VATPercent: big.NewRat(25, 1)},
	}, false, money.MustCurrency("SEK"), invoice.Commercial())
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(r.Total.Net, r.Total.VAT, r.Total.Gross)
	// Output: 549.70 SEK 137.43 SEK 687.13 SEK
}
