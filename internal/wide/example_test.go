package wide_test

import (
	"fmt"

	"github.com/skuld-go/skuld/internal/wide"
)

// Interest of several spans over one denominator: the numerators are summed in
// 128 bits, and the division comes once, at the end.
func ExampleInt_AddMul() {
	const denominator = 365 * 100_000_000 // of rates in millionths of a per cent
	var sum wide.Int
	sum = sum.AddMul(1_000_000, 11_500_000*90)
	sum = sum.AddMul(1_000_000, 12_000_000*10)
	quo, rem := sum.QuoUint64(denominator)
	fmt.Println(quo, rem)
	// Output: 31643 30500000000
}
