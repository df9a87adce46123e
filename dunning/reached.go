package dunning

import (
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/fee"
	"github.com/skuld-go/skuld/ledger"
)

// forget drops the letters that were sent before any debt from first on had become late:
// what they asked for is settled. It drops none once the whole debt is due.
func (c *course) forget(first int) {
	x := &c.run.letters
	if x.last == 0 || x.whole {
		return
	}
	dropped := false
	for k, n := range x.reached {
		if n > 0 && int(x.covers[k]) <= first {
			x.reached[k], dropped = 0, true
		}
	}
	if !dropped {
		return
	}
	x.top, x.latest, x.last = [Tracks]int{}, [Tracks]int32{}, 0
	for k, n := range x.reached {
		if n == 0 {
			continue
		}
		t := c.p.Levels[k].track()
		x.top[t] = k + 1
		if c.later(n, x.latest[t]) {
			x.latest[t] = n
		}
		if c.later(n, x.last) {
			x.last = n
		}
	}
}

// firstOpen is the position of the first debt that is open, their number if none is.
func (c *course) firstOpen() int {
	for c.oldest < len(c.accounts) && c.accounts[c.oldest].open == 0 {
		c.oldest++
	}
	return c.oldest
}

// hasOther reports whether a level of the policy beside one has a kind.
func (p *Policy) hasOther(than *Level, kind string) bool {
	for i := range p.Levels {
		if l := &p.Levels[i]; l != than && l.Kind == kind {
			return true
		}
	}
	return false
}

// asks reports whether a level for the debtor has a kind.
func (c *course) asks(kind string) bool {
	for i := range c.p.Levels {
		if l := &c.p.Levels[i]; l.Kind == kind && c.applies(l) {
			return true
		}
	}
	return false
}

// levelOf is the position of the level that a notice reaches, -1 for none: the one
// that it names, else the first of its kind that no notice has reached.
func (c *course) levelOf(n *ledger.Notice) int {
	if k := n.Level - 1; k >= 0 && k < len(c.p.Levels) && c.p.Levels[k].Kind == n.Kind && c.applies(&c.p.Levels[k]) {
		return k
	}
	for k := range c.p.Levels {
		if l := &c.p.Levels[k]; l.Kind == n.Kind && c.run.reached[k] == 0 && c.applies(l) {
			return k
		}
	}
	return -1
}

// applies reports whether a level is for the debtor.
func (c *course) applies(l *Level) bool {
	switch l.Audience {
	case fee.Consumer:
		return c.h.Debtor == ledger.Consumer
	case fee.Business:
		return c.h.Debtor == ledger.Business
	}
	return true
}

// reach notes that a notice reached a level.
func (c *course) reach(k, notice int) {
	n := &c.h.Notices[notice]
	t := c.p.Levels[k].track()
	if k+1 > c.run.top[t] {
		if skipped := c.between(c.run.top[t], k); skipped >= c.p.maxStep() {
			c.findInRun(FindingSkipped, ledger.Warning, c.noticePath(notice), "the %s of %s left out %d levels of the policy", n.Kind, n.Sent, skipped)
		}
		c.run.top[t] = k + 1
	}
	number := int32(notice + 1)
	c.run.reached[k], c.run.covers[k], c.run.sums[k] = number, int32(c.nextLate), c.overdue
	c.run.latest[t], c.run.last = number, number
	if c.run.firstLetter.IsZero() {
		c.run.firstLetter = n.Sent
	}
}

// between counts the levels of a track from one position to another, the other left
// out.
func (c *course) between(from, to int) int {
	count, t := 0, c.p.Levels[to].track()
	for k := from; k < to; k++ {
		if l := &c.p.Levels[k]; l.track() == t && c.applies(l) {
			count++
		}
	}
	return count
}

// track is the position of the level's track.
func (l *Level) track() int {
	if l.Track == 0 {
		return 0
	}
	return int(l.Track) - 1
}

func (p *Policy) maxStep() int { return max(1, p.MaxStep) }

// expires is the last day of the time that a letter gave, and whether that day is sure. A
// delivery to come is not known yet.
func (c *course) expires(l *Level, n *ledger.Notice) (last calendar.Date, proven bool) {
	delivered := n.Delivered
	if delivered > c.day {
		delivered = 0
	}
	proven = !l.Term.Proven || !delivered.IsZero()
	if !n.Through.IsZero() && !l.Term.Least {
		return n.Through, proven
	}
	return max(n.Through, c.deadline(l.Term, n.Sent, delivered)), proven
}
