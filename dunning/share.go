package dunning

import (
	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/internal/wide"
)

// hundred per cent.
const hundred = 100 * percentUnit

// percentUnit is one per cent in the units of [interest.Percent].
const percentUnit = 1_000_000

// compare says how a sum lies to a share of a base, exactly: below, at or above it as
// the result is negative, zero or positive.
func compare(sum int64, p interest.Percent, base int64) int {
	return wide.Mul(sum, hundred).Compare(wide.Mul(base, int64(p)))
}

func atMost(sum int64, p interest.Percent, base int64) bool { return compare(sum, p, base) <= 0 }

func atLeast(sum int64, p interest.Percent, base int64) bool { return compare(sum, p, base) >= 0 }
