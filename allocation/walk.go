package allocation

import (
	"cmp"
	"slices"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/money"
)

// few is how many items are worked without memory of the heap.
const few = 64

// walk is an allocation under way. What is open is what the items have open less
// what was taken from them.
type walk struct {
	day      calendar.Date
	currency money.Currency
	items    []Item
	left     int64
	lines    []Line
	first    int  // of the walk's own lines
	mute     bool // no lines are wanted
	fewTaken [few]Balances
	fewList  [few]candidate
	// taken and list are for more items than a few; their memory is kept.
	taken []Balances
	list  []candidate
}

// begin sets a walk up, which may have been used before.
func (w *walk) begin(p *Payment, open []Item, lines []Line) {
	w.day, w.currency, w.items, w.left = p.Date, p.Amount.Currency(), open, p.Amount.Minor()
	w.lines, w.first = lines, len(lines)
	if n := len(open); n > few {
		w.taken = slices.Grow(w.taken[:0], n)[:n]
		clear(w.taken)
	} else {
		clear(w.fewTaken[:n])
	}
}

func (w *walk) amount(minor int64) money.Amount { return money.FromMinor(minor, w.currency) }

// settled is what was taken from an item so far.
func (w *walk) settled(i int) *Balances {
	if len(w.items) <= few {
		return &w.fewTaken[i]
	}
	return &w.taken[i]
}

func (w *walk) open(i int, c Component) int64 { return w.items[i].Open[c] - w.settled(i)[c] }

// pay settles one component of one item with at most limit and reports how much
// it took.
func (w *walk) pay(i int, c Component, limit int64, rung int, citation string) int64 {
	n := min(w.open(i, c), limit, w.left)
	if n <= 0 {
		return 0
	}
	w.settled(i)[c] += n
	w.left -= n
	if w.mute || rung == 0 && w.extend(i, c, n) {
		return n
	}
	w.lines = append(w.lines, Line{
		Item: w.items[i].ID, Index: i, Component: c, Amount: w.amount(n), Rung: rung, Citation: citation,
	})
	return n
}

// run walks the whole order, part by part.
func (w *walk) run(o *Order) {
	for start := 0; start < len(o.Rungs) && w.left > 0; {
		end := o.Part(start)
		w.part(o.Rungs[start:end], start+1)
		start = end
	}
}

// Part is the end, exclusive, of the rungs that are worked together with the one at
// start, which must be one of the order's: item by item where the processing is
// horizontal, else the rung by itself.
func (o Order) Part(start int) (end int) {
	end = start + 1
	if o.Processing == Horizontal && !onlyFees(o.Rungs[start]) {
		for end < len(o.Rungs) && !onlyFees(o.Rungs[end]) && sameItems(o.Rungs[start], o.Rungs[end]) {
			end++
		}
	}
	return end
}

func onlyFees(r Rung) bool {
	for _, c := range r.Components {
		if c != Fee {
			return false
		}
	}
	return true
}

// sameItems reports whether two rungs are about the same claims.
func sameItems(a, b Rung) bool {
	return slices.Equal(a.Due, b.Due) && slices.Equal(a.Groups, b.Groups)
}

// candidate is an item with something open in a part of the walk.
type candidate struct {
	index  int
	open   int64 // in any of the rungs
	lead   int64 // in the first of them, where it decides the sequence
	due    calendar.Date
	bucket int
	part   int64 // its share of the money
	rest   uint64
	place  int // among those who share
}

// part works rungs that belong together: item by item, or sharing between items
// that rank the same, each through all the rungs. The first rung decides the
// sequence.
func (w *walk) part(rungs []Rung, number int) {
	lead := &rungs[0]
	list := w.candidates(rungs)
	slices.SortFunc(list, func(a, b candidate) int {
		if n := w.rank(lead, &a, &b); n != 0 {
			return n
		}
		return a.index - b.index
	})
	for len(list) > 0 && w.left > 0 {
		n := w.equals(lead, list)
		w.share(rungs, number, list[:n])
		list = list[n:]
	}
}

// candidates lists the items with something open in any of the rungs.
func (w *walk) candidates(rungs []Rung) []candidate {
	list := w.fewList[:0]
	if len(w.items) > few {
		w.list = slices.Grow(w.list[:0], len(w.items))
		list = w.list
	}
	for i := range w.items {
		if w.items[i].Blocked {
			continue
		}
		if open := w.reach(rungs, i); open > 0 {
			c := candidate{index: i, open: open, due: w.items[i].Due, bucket: w.bucket(&rungs[0], i)}
			if rungs[0].Sequence == Largest {
				c.lead = w.reach(rungs[:1], i)
			}
			list = append(list, c)
		}
	}
	return list
}

// reach is what the rungs can settle of an item; a component that several rungs
// name counts once.
func (w *walk) reach(rungs []Rung, i int) int64 {
	var sum int64
	var seen [componentCount]bool
	open, settled := &w.items[i].Open, w.settled(i)
	for r := range rungs {
		if !w.admits(&rungs[r], i) {
			continue
		}
		for _, c := range rungs[r].Components {
			if !seen[c] {
				seen[c] = true
				sum += open[c] - settled[c]
			}
		}
	}
	return sum
}

// bucket is the position of the item's bucket in the walk, 0 where buckets do
// not matter.
func (w *walk) bucket(lead *Rung, i int) int {
	b := BucketOf(w.items[i].Due, w.day)
	if lead.Sequence.onerous() {
		return int(b)
	}
	if at := slices.Index(lead.Due, b); at >= 0 {
		return at
	}
	return len(lead.Due)
}

func (w *walk) admits(r *Rung, i int) bool {
	it := &w.items[i]
	if it.Fee && len(r.Codes) > 0 && !slices.Contains(r.Codes, it.Code) {
		return false
	}
	if !it.Fee && len(r.Groups) > 0 && !slices.Contains(r.Groups, it.Group) {
		return false
	}
	return len(r.Due) == 0 || slices.Contains(r.Due, BucketOf(it.Due, w.day))
}

// rank compares two candidates in the sequence of a rung.
func (w *walk) rank(lead *Rung, a, b *candidate) int {
	if n := cmp.Compare(a.bucket, b.bucket); n != 0 {
		return n
	}
	switch lead.Sequence {
	case ProRata:
		return 0
	case Latest:
		return cmp.Compare(b.due, a.due)
	case Largest:
		if n := cmp.Compare(b.lead, a.lead); n != 0 {
			return n
		}
	case LeastSecured:
		if a, b := w.items[a.index].Secured, w.items[b.index].Secured; a != b {
			if a {
				return 1
			}
			return -1
		}
		fallthrough
	case HighestRate, MostOnerous:
		if n := compareRates(&w.items[a.index], &w.items[b.index]); n != 0 {
			return n
		}
	}
	return cmp.Compare(a.due, b.due)
}

// compareRates puts the higher rate first and unknown rates last.
func compareRates(x, y *Item) int {
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

// equals is how many candidates at the head of the list share the money.
func (w *walk) equals(lead *Rung, list []candidate) int {
	n := 1
	switch lead.Sequence {
	case Even: // sorted by due date within a bucket
		for n < len(list) && list[n].bucket == list[0].bucket {
			n++
		}
	case ProRata, MostOnerous, LeastSecured:
		for n < len(list) && w.rank(lead, &list[0], &list[n]) == 0 {
			n++
		}
	}
	return n
}
