package allocation

import (
	"errors"
	"fmt"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/money"
)

// Item is something open on the payment day.
type Item struct {
	ID string
	// Fee says that the item is a fee and not a claim.
	Fee bool
	// Code of a fee.
	Code string
	// Group of a claim.
	Group string
	// Due is the due date of a claim and the date of a fee.
	Due calendar.Date
	// Rate on the payment day in millionths of a per cent a year; only orders
	// that look at rates read it. RateUnknown puts the item after all others.
	Rate        int64
	RateUnknown bool
	// Secured says that the creditor has security for a claim; only LeastSecured
	// reads it.
	Secured bool
	// Open is what can be settled, per component; never negative.
	Open Balances
	// Blocked keeps the item from money that nobody directed to it.
	Blocked bool
}

// Directed is money that the debtor directs to components of an item, worked in
// the listed order; without components, in the order in which the rungs name them.
type Directed struct {
	Item       string
	Components []Component
	Amount     money.Amount
}

// Payment is money to be allocated.
type Payment struct {
	Date          calendar.Date
	Amount        money.Amount
	Specification []Directed
}

// Line is a part of a payment that settles one component of one item.
type Line struct {
	// Item and Index name the item; Index is its position among those given.
	Item      string
	Index     int
	Component Component
	Amount    money.Amount
	// Rung counts from 1; 0 means that the debtor directed the money.
	Rung int
	// Citation is the rule behind the line.
	Citation string
	// Deviates marks a directed line that the order alone would not have made.
	Deviates bool
	// ByConsent marks a directed line that leaves something open on the item which
	// the order settles first: the debtor cannot demand that.
	ByConsent bool
}

// Clip is directed money that found too little open.
type Clip struct {
	// Specification is the position in the payment's specification.
	Specification int
	// Rest went on to the order.
	Rest money.Amount
}

// Result of an allocation: the lines and Unallocated add up to the payment.
type Result struct {
	Lines       []Line
	Unallocated money.Amount
	Clipped     []Clip
}

// ErrPayment marks a payment that cannot be allocated as given.
var ErrPayment = errors.New("not an allocatable payment")

// Allocate walks the order over the open items. A specification comes first, as
// far as the order lets the debtor direct; each of its entries takes what is open
// there and leaves the rest to the order. The open items are not changed. Errors
// wrap [ErrPayment] (a negative amount, a specification above the payment, in
// another currency, of an unknown item or component; balances that are negative or
// add up beyond [MaxOpen]) or [ErrNoOrder].
func Allocate(p Payment, open []Item, o Order) (Result, error) {
	return AllocateInto(nil, p, open, o)
}

// AllocateInto is [Allocate] with the lines appended to dst. It allocates no memory
// where dst has room, no more than 64 items are open and nothing is directed; an
// [Allocator] allocates none in any case.
func AllocateInto(dst []Line, p Payment, open []Item, o Order) (Result, error) {
	var w walk
	if len(p.Specification) == 0 {
		return w.allocate(nil, nil, dst, &p, open, &o)
	}
	var plain walk
	return w.allocate(&plain, nil, dst, &p, open, &o)
}

// Allocator allocates one payment after the other with memory of its own, for portfolios.
// The zero value is ready. Use it from one goroutine.
type Allocator struct {
	walk, plain walk
	clipped     []Clip
}

// AllocateInto is the function [AllocateInto], with its errors; Result.Clipped is good until
// the next call. It allocates no memory where dst has room, once it has seen as many items and clips.
func (a *Allocator) AllocateInto(dst []Line, p Payment, open []Item, o Order) (Result, error) {
	r, err := a.walk.allocate(&a.plain, a.clipped[:0], dst, &p, open, &o)
	if cap(r.Clipped) > cap(a.clipped) {
		a.clipped = r.Clipped
	}
	return r, err
}

// allocate is a whole allocation. plain is a second walk for a payment that is directed.
func (w *walk) allocate(plain *walk, clipped []Clip, dst []Line, p *Payment, open []Item, o *Order) (Result, error) {
	if err := o.Validate(); err != nil {
		return Result{}, err
	}
	if err := check(p, open); err != nil {
		return Result{}, err
	}
	w.begin(p, open, dst)
	if len(p.Specification) > 0 {
		var err error
		if clipped, err = w.specification(plain, clipped, p, o); err != nil {
			return Result{}, err
		}
	}
	w.run(o)
	if len(clipped) == 0 {
		clipped = nil
	}
	return Result{Lines: w.lines, Unallocated: w.amount(w.left), Clipped: clipped}, nil
}

// MaxOpen bounds what all items together may have open, in minor units, so that
// sums cannot overflow.
const MaxOpen = 8_000_000_000_000_000_000

// check refuses what the walk could not add up.
func check(p *Payment, open []Item) error {
	if p.Amount.Sign() < 0 {
		return fmt.Errorf("%w: %s is negative, want an amount of at least 0", ErrPayment, p.Amount)
	}
	for n, d := range p.Specification {
		if d.Amount.Currency() != p.Amount.Currency() {
			return fmt.Errorf("%w: specification %d is %s, want the currency of the payment, %s", ErrPayment, n, d.Amount, p.Amount.Currency())
		}
		for _, c := range d.Components {
			if c.String() == "" {
				return fmt.Errorf("%w: specification %d has component %d, want a known one", ErrPayment, n, c)
			}
		}
	}
	var sum int64
	for _, it := range open {
		for _, minor := range it.Open {
			if minor < 0 || minor > MaxOpen-sum {
				return fmt.Errorf("%w: %d minor units open on %q, want none negative and at most %d together", ErrPayment, minor, it.ID, int64(MaxOpen))
			}
			sum += minor
		}
	}
	return nil
}
