package oracle

import "slices"

// block is a hold that keeps undirected money from items.
type block struct {
	hold
	items []string // none: from all
}

func (h hold) on(d day) bool { return h.from <= d && d <= h.through }

// covers says whether undirected money passes an item by on a day.
func (b *book) covers(it item, d day) bool {
	return slices.ContainsFunc(b.blocks, func(k block) bool {
		return k.on(d) && (len(k.items) == 0 || slices.Contains(k.items, it.name()))
	})
}

// blocksRests says whether money left over on a day may be owed to what it could
// not reach.
func (b *book) blocksRests(d day) bool {
	if slices.ContainsFunc(b.blocks, func(k block) bool { return k.on(d) && len(k.items) == 0 }) {
		return true
	}
	return slices.ContainsFunc(b.items, func(it item) bool { return b.covers(it, d) && anyOpen(it) })
}

func anyOpen(it item) bool {
	return slices.ContainsFunc(cells, func(component string) bool { return it.open(component) > 0 })
}

// releases are the days after holds have ended.
func (b *book) releases() (all []fact) {
	for _, k := range b.blocks {
		if k.through < endless {
			all = append(all, fact{k.through + 1, classRelease, noDay, 0, false, func(today day) error {
				b.release(today)
				return nil
			}})
		}
	}
	return all
}

// release lets the rests that were blocked act, the oldest payment first; where
// waiting money pays what arises, all rests.
func (b *book) release(today day) {
	for _, p := range b.worked() {
		if p.left > 0 && (p.blocked || b.order.apply) {
			b.bookInterest()
			walk{b, p, today}.undirected()
			p.blocked = p.left > 0 && b.blocksRests(today)
		}
	}
}
