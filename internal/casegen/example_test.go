package casegen_test

import (
	"fmt"
	"slices"

	"github.com/skuld-go/skuld/internal/casegen"
)

// The first seed whose case has a claim due on 29 February.
func ExampleCase() {
	for seed := uint64(0); ; seed++ {
		_, _, features := casegen.Case(seed)
		if slices.Contains(features, "due/29-february") {
			fmt.Println("found early:", seed < 100)
			return
		}
	}
	// Output: found early: true
}
