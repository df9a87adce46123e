package allocation

import (
	"cmp"
	"errors"
	"fmt"
	"slices"

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
	// Open is what can be settled, per component; never negative.
	Open Balances
}

// Directed is money that the debtor directs to components of an item, worked in
// the listed order.
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

// Allocate walks the order over the open items. A specification comes first;
// each of its entries takes what is open there and leaves the rest to the order.
// The open items are not changed. Errors wrap [ErrPayment] (a negative amount, a
// specification above the payment, in another currency, of an unknown item or
// component; balances that are negative or add up beyond [MaxOpen]) or
// [ErrNoOrder].
func Allocate(p Payment, open []Item, o Order) (Result, error) {
	if err := o.Validate(); err != nil {
		return Result{}, err
	}
	if err := check(p, open); err != nil {
		return Result{}, err
	}
	w := newWalk(p, open)
	if len(p.Specification) > 0 {
		if err := w.directed(p.Specification); err != nil {
			return Result{}, err
		}
		w.markDeviations(p, open, o)
	}
	w.run(o)
	return Result{Lines: w.lines, Unallocated: w.amount(w.left), Clipped: w.clipped}, nil
}

// MaxOpen bounds what all items together may have open, in minor units, so that
// sums cannot overflow.
const MaxOpen = 8_000_000_000_000_000_000

// check refuses what the walk could not add up.
func check(p Payment, open []Item) error {
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

// walk is an allocation under way.
type walk struct {
	day      calendar.Date
	currency money.Currency
	items    []Item
	open     []Balances
	left     int64
	lines    []Line
	clipped  []Clip
}

func newWalk(p Payment, items []Item) *walk {
	w := &walk{day: p.Date, currency: p.Amount.Currency(), items: items, left: p.Amount.Minor()}
	w.open = make([]Balances, len(items))
	for i, it := range items {
		w.open[i] = it.Open
	}
	return w
}

func (w *walk) amount(minor int64) money.Amount { return money.FromMinor(minor, w.currency) }

// pay settles one component of one item with at most limit and reports how much
// it took.
func (w *walk) pay(i int, c Component, limit int64, rung int, citation string) int64 {
	n := min(w.open[i][c], limit, w.left)
	if n <= 0 {
		return 0
	}
	w.open[i][c] -= n
	w.left -= n
	if rung == 0 && w.extend(i, c, n) {
		return n
	}
	w.lines = append(w.lines, Line{
		Item: w.items[i].ID, Index: i, Component: c, Amount: w.amount(n), Rung: rung, Citation: citation,
	})
	return n
}

// extend adds to the line that directed money to the same component before, if
// there is one: a specification may name a component twice.
func (w *walk) extend(i int, c Component, n int64) bool {
	for k := range w.lines {
		if l := &w.lines[k]; l.Index == i && l.Component == c {
			l.Amount = w.amount(l.Amount.Minor() + n)
			return true
		}
	}
	return false
}

func (w *walk) directed(spec []Directed) error {
	var sum int64
	for n, d := range spec {
		i := slices.IndexFunc(w.items, func(it Item) bool { return it.ID == d.Item })
		if i < 0 {
			return fmt.Errorf("%w: specification %d names item %q, which is not open", ErrPayment, n, d.Item)
		}
		if sum += d.Amount.Minor(); d.Amount.Sign() < 0 || sum > w.left+w.paid() {
			return fmt.Errorf("%w: specification %d brings the sum to %s, above the payment", ErrPayment, n, w.amount(sum))
		}
		rest := d.Amount.Minor()
		for _, c := range d.Components {
			rest -= w.pay(i, c, rest, 0, directedCitation)
		}
		if rest > 0 {
			w.clipped = append(w.clipped, Clip{n, w.amount(rest)})
		}
	}
	return nil
}

// directedCitation names the common rule that a debtor may direct a payment.
const directedCitation = "debtor's direction"

func (w *walk) paid() int64 {
	var sum int64
	for _, l := range w.lines {
		sum += l.Amount.Minor()
	}
	return sum
}

// markDeviations compares the directed lines with what the order alone would
// have done with the same payment.
func (w *walk) markDeviations(p Payment, open []Item, o Order) {
	plain := newWalk(p, open)
	plain.run(o)
	for i := range w.lines {
		l := &w.lines[i]
		by := open[l.Index].Open[l.Component] - plain.open[l.Index][l.Component]
		l.Deviates = l.Amount.Minor() > by
	}
}

// run walks the whole order, part by part.
func (w *walk) run(o Order) {
	for start := 0; start < len(o.Rungs) && w.left > 0; {
		end := start + 1
		if o.Processing == Horizontal && !onlyFees(o.Rungs[start]) {
			for end < len(o.Rungs) && !onlyFees(o.Rungs[end]) {
				end++
			}
		}
		w.part(o.Rungs[start:end], start+1)
		start = end
	}
}

func onlyFees(r Rung) bool {
	return !slices.ContainsFunc(r.Components, func(c Component) bool { return c != Fee })
}

// candidate is an item with something open in a part of the walk.
type candidate struct {
	index  int
	open   int64 // in any of the rungs
	lead   int64 // in the first of them, which decides the sequence
	bucket int
}

// part works rungs that belong together: item by item, or sharing pro rata
// between items that rank the same, each through all the rungs. The first rung
// decides the sequence.
func (w *walk) part(rungs []Rung, number int) {
	lead := rungs[0]
	list := w.candidates(rungs)
	slices.SortStableFunc(list, func(a, b candidate) int { return w.rank(lead, a, b) })
	for len(list) > 0 && w.left > 0 {
		n := w.equals(lead, list)
		w.share(rungs, number, list[:n])
		list = list[n:]
	}
}

// candidates lists the items with something open in any of the rungs.
func (w *walk) candidates(rungs []Rung) []candidate {
	var list []candidate
	for i := range w.items {
		if open := w.reach(rungs, i).Total(); open > 0 {
			lead := w.reach(rungs[:1], i).Total()
			list = append(list, candidate{i, open, lead, w.bucket(rungs[0], i)})
		}
	}
	return list
}

// reach is what the rungs can settle of an item; a component that several rungs
// name counts once.
func (w *walk) reach(rungs []Rung, i int) Balances {
	var open Balances
	for _, r := range rungs {
		if w.admits(r, i) {
			for _, c := range r.Components {
				open[c] = w.open[i][c]
			}
		}
	}
	return open
}

// bucket is the position of the item's bucket in the walk, 0 where buckets do
// not matter.
func (w *walk) bucket(lead Rung, i int) int {
	b := BucketOf(w.items[i].Due, w.day)
	if lead.Sequence == MostOnerous {
		return int(b)
	}
	if at := slices.Index(lead.Due, b); at >= 0 {
		return at
	}
	return len(lead.Due)
}

func (w *walk) admits(r Rung, i int) bool {
	it := w.items[i]
	if it.Fee && len(r.Codes) > 0 && !slices.Contains(r.Codes, it.Code) {
		return false
	}
	if !it.Fee && len(r.Groups) > 0 && !slices.Contains(r.Groups, it.Group) {
		return false
	}
	return len(r.Due) == 0 || slices.Contains(r.Due, BucketOf(it.Due, w.day))
}

// rank compares two candidates in the sequence of a rung.
func (w *walk) rank(lead Rung, a, b candidate) int {
	if n := cmp.Compare(a.bucket, b.bucket); n != 0 {
		return n
	}
	x, y := w.items[a.index], w.items[b.index]
	switch lead.Sequence {
	case ProRata:
		return 0
	case Largest:
		if n := cmp.Compare(b.lead, a.lead); n != 0 {
			return n
		}
	case HighestRate, MostOnerous:
		if n := compareRates(x, y); n != 0 {
			return n
		}
	}
	return cmp.Compare(x.Due, y.Due)
}

// compareRates puts the higher rate first and unknown rates last.
func compareRates(x, y Item) int {
	switch {
	case x.RateUnknown && y.RateUnknown:
		return 0
	case x.RateUnknown:
		return 1
	case y.RateUnknown:
		return -1
	}
	return cmp.Compare(y.Rate, x.Rate)
}

// equals is how many candidates at the head of the list share pro rata.
func (w *walk) equals(lead Rung, list []candidate) int {
	if lead.Sequence != ProRata && lead.Sequence != MostOnerous {
		return 1
	}
	n := 1
	for n < len(list) && w.rank(lead, list[0], list[n]) == 0 {
		n++
	}
	return n
}

// share gives each of the items its part and works it through the rungs.
func (w *walk) share(rungs []Rung, number int, list []candidate) {
	weights := make([]int64, len(list))
	var total int64
	for i, c := range list {
		weights[i] = c.open
		total += c.open
	}
	parts := weights
	if w.left < total {
		parts = w.split(weights)
	}
	for i, c := range list {
		rest := parts[i]
		for r, rung := range rungs {
			if !w.admits(rung, c.index) {
				continue
			}
			for _, component := range rung.Components {
				rest -= w.pay(c.index, component, rest, number+r, rung.Citation)
			}
		}
	}
}

// split divides what is left by weight, largest remainder first.
func (w *walk) split(weights []int64) []int64 {
	if len(weights) == 1 {
		return []int64{w.left}
	}
	amounts, err := w.amount(w.left).Split(weights)
	if err != nil {
		// Weights are positive and check bounds their sum.
		panic(fmt.Sprintf("allocation: split %d over %v: %v", w.left, weights, err))
	}
	parts := make([]int64, len(amounts))
	for i, a := range amounts {
		parts[i] = a.Minor()
	}
	return parts
}
