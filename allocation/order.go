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
	// Largest takes the item with most open in the rung first, then the oldest.
	Largest
	// ProRata shares by what is open in the rung: largest remainder, ties in the
	// order of the items.
	ProRata
	// MostOnerous takes past due before due before in advance, then the highest
	// rate, then the oldest, and shares pro rata between equals (BGB § 366(2)).
	MostOnerous
)

var sequenceNames = [...]string{
	Oldest: "oldest", HighestRate: "highest-rate", Largest: "largest", ProRata: "pro-rata", MostOnerous: "most-onerous",
}

// Processing says whether a rung or an item is finished first. The zero value
// means Vertical.
type Processing uint8

const (
	// Vertical works rung by rung over all items.
	Vertical Processing = iota + 1
	// Horizontal works rungs that name only fees as they stand, and runs of
	// other rungs item by item through all of them.
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

// ParseSequence reads "oldest", "highest-rate", "largest" or "pro-rata".
// The error wraps ErrNoName.
func ParseSequence(s string) (Sequence, error) {
	i, err := parse(sequenceNames[:MostOnerous], s, "oldest, highest-rate, largest or pro-rata")
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

// String is the name used in files.
func (b Bucket) String() string { return nameOf(bucketNames[:], uint8(b)) }

// String is the name used in files; MostOnerous has none of its own there.
func (s Sequence) String() string { return nameOf(sequenceNames[:], uint8(s)) }

// String is the name used in files.
func (p Processing) String() string { return nameOf(processingNames[:], uint8(p)) }

// String is the name used in files.
func (r Rest) String() string { return nameOf(restNames[:], uint8(r)) }

// Rung is one step of an order.
type Rung struct {
	// Components that the rung settles, in this order within an item.
	Components []Component
	// Codes narrows fees to these codes; empty takes all. Claims are not affected.
	Codes []string
	// Groups narrows claims to these debt groups; empty takes all. Fees are not
	// affected.
	Groups []string
	// Due narrows items to these buckets and works the buckets in this order;
	// empty takes all items without regard to buckets.
	Due []Bucket
	// Sequence of the items.
	Sequence Sequence
	// Citation is the rule behind the rung.
	Citation string
}

// Order is a walk over what is open. The zero value is invalid.
type Order struct {
	// Name of the preset, or "" for an order of the user's own.
	Name       string
	Rungs      []Rung
	Processing Processing
	Rest       Rest
}

// ErrNoOrder marks an order that cannot be walked.
var ErrNoOrder = errors.New("not an order of settlement")

// MaxRungs bounds an order.
const MaxRungs = 100

// Validate reports everything that is wrong with an order; the errors wrap
// ErrNoOrder.
func (o Order) Validate() error {
	var errs []error
	if o.Processing != 0 && o.Processing.String() == "" {
		errs = append(errs, fmt.Errorf("%w: processing %d, want a known one", ErrNoOrder, o.Processing))
	}
	if o.Rest != 0 && o.Rest.String() == "" {
		errs = append(errs, fmt.Errorf("%w: rest %d, want a known one", ErrNoOrder, o.Rest))
	}
	if len(o.Rungs) == 0 || len(o.Rungs) > MaxRungs {
		errs = append(errs, fmt.Errorf("%w: %d rungs, want 1 to %d", ErrNoOrder, len(o.Rungs), MaxRungs))
	}
	for i, r := range o.Rungs {
		if r.Sequence != 0 && r.Sequence.String() == "" {
			errs = append(errs, fmt.Errorf("%w: rung %d has sequence %d, want a known one", ErrNoOrder, i+1, r.Sequence))
		}
		for _, b := range r.Due {
			if b.String() == "" {
				errs = append(errs, fmt.Errorf("%w: rung %d has bucket %d, want a known one", ErrNoOrder, i+1, b))
			}
		}
		if len(r.Components) == 0 {
			errs = append(errs, fmt.Errorf("%w: rung %d names no component, want at least one", ErrNoOrder, i+1))
		}
		for _, c := range r.Components {
			if c.String() == "" {
				errs = append(errs, fmt.Errorf("%w: rung %d has component %d, want a known one", ErrNoOrder, i+1, c))
			}
		}
	}
	return errors.Join(errs...)
}

// NeedsRates reports whether the walk asks for the rates of items, so that a
// caller need not work them out in vain.
func (o Order) NeedsRates() bool {
	for _, r := range o.Rungs {
		if r.Sequence == HighestRate || r.Sequence == MostOnerous {
			return true
		}
	}
	return false
}
