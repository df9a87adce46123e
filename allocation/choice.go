package allocation

import (
	"errors"
	"fmt"

	"github.com/skuld-go/skuld/calendar"
)

// Bucket says how an item stands on the payment day. The zero value is invalid.
type Bucket uint8

const (
	// PastDue items were due before the payment day.
	PastDue Bucket = iota + 1
	// Due items are due on the payment day.
	Due
	// InAdvance items are due later.
	InAdvance
)

var bucketNames = [...]string{PastDue: "past-due", Due: "due", InAdvance: "in-advance"}

// BucketOf is the bucket of an item with the given due date on the payment day.
func BucketOf(due, day calendar.Date) Bucket {
	switch {
	case due < day:
		return PastDue
	case due == day:
		return Due
	}
	return InAdvance
}

// Sequence says which item of a rung comes first. The zero value means Oldest.
type Sequence uint8

const (
	// Oldest takes the earliest due date first, then the order of the items.
	Oldest Sequence = iota + 1
	// HighestRate takes the highest rate on the payment day first, then the
	// oldest. Items whose rate is not known come last.
	HighestRate
	// Largest takes the item with most open in the rung first, then the oldest. A
	// payment in pieces may settle other components than one at once, where a rung
	// names several or a run is worked item by item: what is largest changes.
	Largest
	// ProRata shares by what is open in the rung: largest remainder, ties in the
	// order of the items.
	ProRata
	// Latest takes the latest due date first, then the order of the items: of the
	// installments of a plan, the last.
	Latest
	// Even shares in equal parts, whatever is open, rounded half even; the latest
	// takes the difference. An item takes at most what it has open, and what does
	// not fit is shared again. Installments fall by the same amount
	// (re-amortization).
	Even
	// MostOnerous takes past due before due before in advance, then the highest
	// rate, then the oldest, and shares pro rata between equals (BW 6:43(2), ABGB
	// § 1416).
	MostOnerous
	// LeastSecured is MostOnerous with debts for which the creditor has no security
	// before those for which there is, ahead of the rate (BGB § 366(2)).
	LeastSecured
)

var sequenceNames = [...]string{
	Oldest: "oldest", HighestRate: "highest-rate", Largest: "largest", ProRata: "pro-rata",
	Latest: "latest", Even: "even", MostOnerous: "most-onerous",
	LeastSecured: "least-secured",
}

// onerous reports whether the burden on the debtor decides, and equals share.
func (s Sequence) onerous() bool { return s == MostOnerous || s == LeastSecured }

// Processing says whether a rung or an item is finished first. The zero value
// means Vertical.
type Processing uint8

const (
	// Vertical works rung by rung over all items.
	Vertical Processing = iota + 1
	// Horizontal works rungs that name only fees as they stand, and runs of other
	// rungs item by item through all of them. A run ends where the buckets or the
	// groups of the rungs change, so that interleaved rungs keep their order.
	Horizontal
)

var processingNames = [...]string{Vertical: "vertical", Horizontal: "horizontal"}

// Rest says what becomes of money that finds nothing open. The zero value means
// Hold.
type Rest uint8

const (
	// Hold leaves it unallocated.
	Hold Rest = iota + 1
	// Apply uses it for what arises later.
	Apply
)

var restNames = [...]string{Hold: "hold", Apply: "apply"}

// Direction says what a debtor may direct when paying. The zero value means
// DirectFreely.
type Direction uint8

const (
	// DirectFreely follows every direction, to items and to components.
	DirectFreely Direction = iota + 1
	// DirectItem follows the choice of an item; within it the components go in the
	// order of the rungs, whatever the debtor named.
	DirectItem
	// DirectNothing follows no direction, as for the proceeds of enforcement.
	DirectNothing
)

var directionNames = [...]string{DirectFreely: "free", DirectItem: "item", DirectNothing: "none"}

// ErrNoName marks a name that none of the lists here has.
var ErrNoName = errors.New("not a known name")

// parse finds a name in a list whose first entry is the invalid zero value.
func parse(names []string, s, what string) (uint8, error) {
	for i, name := range names {
		if i > 0 && name == s {
			return uint8(i), nil
		}
	}
	return 0, fmt.Errorf("%w: %q, want %s", ErrNoName, s, what)
}

func nameOf(names []string, i uint8) string {
	if int(i) < len(names) {
		return names[i]
	}
	return ""
}

// ParseBucket reads "past-due", "due" or "in-advance".
// The error wraps ErrNoName.
func ParseBucket(s string) (Bucket, error) {
	i, err := parse(bucketNames[:], s, "past-due, due or in-advance")
	return Bucket(i), err
}

// ParseSequence reads "oldest", "highest-rate", "largest", "pro-rata", "latest" or
// "even". The error wraps ErrNoName.
func ParseSequence(s string) (Sequence, error) {
	i, err := parse(sequenceNames[:MostOnerous], s, "oldest, highest-rate, largest, pro-rata, latest or even")
	return Sequence(i), err
}

// ParseProcessing reads "vertical" or "horizontal".
// The error wraps ErrNoName.
func ParseProcessing(s string) (Processing, error) {
	i, err := parse(processingNames[:], s, "vertical or horizontal")
	return Processing(i), err
}

// ParseRest reads "hold" or "apply".
// The error wraps ErrNoName.
func ParseRest(s string) (Rest, error) {
	i, err := parse(restNames[:], s, "hold or apply")
	return Rest(i), err
}

// ParseDirection reads "free", "item" or "none".
// The error wraps ErrNoName.
func ParseDirection(s string) (Direction, error) {
	i, err := parse(directionNames[:], s, "free, item or none")
	return Direction(i), err
}

// String is the name used in files.
func (d Direction) String() string { return nameOf(directionNames[:], uint8(d)) }

// String is the name used in files.
func (b Bucket) String() string { return nameOf(bucketNames[:], uint8(b)) }

// String is the name used in files; MostOnerous and LeastSecured have none of their
// own there.
func (s Sequence) String() string { return nameOf(sequenceNames[:], uint8(s)) }

// String is the name used in files.
func (p Processing) String() string { return nameOf(processingNames[:], uint8(p)) }

// String is the name used in files.
func (r Rest) String() string { return nameOf(restNames[:], uint8(r)) }
