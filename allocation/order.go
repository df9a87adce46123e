package allocation

import (
	"errors"
	"fmt"
)

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
	Direction  Direction
	// Grounds are the rules behind directed lines; empty ones say only that the
	// debtor directed the money.
	Grounds Grounds
}

// Grounds name the rules by which a debtor directs a payment.
type Grounds struct {
	// Item is why the debtor may choose the item.
	Item string
	// Consent is why a direction that changes the order within an item holds only
	// because the creditor took the money so; empty where that needs no consent.
	Consent string
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
	if o.Direction != 0 && o.Direction.String() == "" {
		errs = append(errs, fmt.Errorf("%w: direction %d, want a known one", ErrNoOrder, o.Direction))
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
		if r.Sequence == HighestRate || r.Sequence.onerous() {
			return true
		}
	}
	return false
}
