package oracle

import (
	"cmp"
	"slices"
)

// candidate is an item of a run, with what its place in the order depends on.
type candidate struct {
	item    item
	file    int
	bucket  int // rank
	secured int // 1 where that matters and the claim is
	rate    micro
	known   bool
	inFirst int64 // open in the first rung of the run
	inRun   int64 // open in all of it
}

// candidates are the items with something open in the run, in file order,
// claims before fees.
func (w walk) candidates(rungs []rung, claimByClaim bool) []candidate {
	buckets := rungs[0].due
	if claimByClaim {
		buckets = []string{pastDue, dueToday, inAdvance}
	}
	var all []candidate
	for i, it := range w.book.items {
		c := candidate{item: it, file: i, inFirst: w.openIn(rungs[:1], it), inRun: w.openIn(rungs, it)}
		if c.inRun == 0 || !w.payment.planned && w.book.covers(it, w.today) {
			continue
		}
		c.bucket = slices.Index(buckets, bucket(it.dueDay(), w.today))
		if c.bucket < 0 {
			c.bucket = len(buckets)
		}
		c.rate, c.known = it.rateOn(w.today)
		if cl, is := it.(*claim); is && cl.secured && w.order().bySecurity {
			c.secured = 1
		}
		all = append(all, c)
	}
	return all
}

// openIn is what an item has open in the rungs, each component once.
func (w walk) openIn(rungs []rung, it item) int64 {
	sum := int64(0)
	seen := map[string]bool{}
	for i := range rungs {
		if !w.admits(&rungs[i], it) {
			continue
		}
		for _, component := range rungs[i].components {
			if !seen[component] {
				seen[component] = true
				sum += it.open(component)
			}
		}
	}
	return sum
}

func (w walk) admits(r *rung, it item) bool {
	return it.passes(r) && (len(r.due) == 0 || slices.Contains(r.due, bucket(it.dueDay(), w.today)))
}

func compareBy(order string) func(a, b candidate) int {
	return func(a, b candidate) int {
		inOrder := 0
		switch order {
		case proRata:
			return cmp.Or(cmp.Compare(a.bucket, b.bucket), cmp.Compare(a.file, b.file))
		case highestRate:
			inOrder = compareRates(a, b)
		case largest:
			inOrder = cmp.Compare(b.inFirst, a.inFirst)
		case latest:
			inOrder = cmp.Compare(b.item.dueDay(), a.item.dueDay())
		}
		return cmp.Or(cmp.Compare(a.bucket, b.bucket), inOrder,
			cmp.Compare(a.item.dueDay(), b.item.dueDay()), cmp.Compare(a.file, b.file))
	}
}

func compareClaimByClaim(a, b candidate) int {
	return cmp.Or(cmp.Compare(a.bucket, b.bucket), cmp.Compare(a.secured, b.secured), compareRates(a, b), cmp.Compare(a.item.dueDay(), b.item.dueDay()))
}

// compareRates puts the higher rate first and an unknown one last.
func compareRates(a, b candidate) int {
	if a.known != b.known {
		if a.known {
			return -1
		}
		return 1
	}
	if !a.known {
		return 0
	}
	return cmp.Compare(b.rate, a.rate)
}
