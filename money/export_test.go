package money

import "github.com/skuld-go/skuld/internal/wide"

// Quotient opens the one rounding division to the tests.
func (r Rounding) Quotient(num wide.Int, den uint64) (int64, error) { return r.quotient(num, den) }

// IsLarge reports whether e is held as a big.Rat, so that tests can see that the
// two forms are both met.
func (e Exact) IsLarge() bool { return e.large != nil }
