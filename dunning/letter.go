package dunning

import (
	"fmt"

	"github.com/skuld-go/skuld/fee"
	"github.com/skuld-go/skuld/ledger"
)

// letter lets a notice reach a level of the run that it was sent in.
func (c *course) letter(i int) {
	n := &c.h.Notices[i]
	if !c.asks(n.Kind) {
		return
	}
	if !c.running && !(c.had && c.run.end == n.Sent) {
		c.find(FindingNoArrears, ledger.Info, noticePath(i), "nothing was overdue on %s; the %s has no effect", n.Sent, n.Kind)
		return
	}
	k := c.levelOf(n)
	if k < 0 {
		return
	}
	l := &c.p.Levels[k]
	if l.Gate != nil {
		if reason := c.against(l.Gate); reason != "" {
			c.findInRun(FindingUnfounded, ledger.Warning, noticePath(i), "the %s of %s had no ground: %s", n.Kind, n.Sent, reason)
			return
		}
	}
	c.reach(k, i)
	if l.Accelerates && c.accelerated.IsZero() && c.running {
		c.accelerate(n)
	}
}

func noticePath(i int) string { return fmt.Sprintf("/notices/%d", i) }

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
			c.findInRun(FindingSkipped, ledger.Warning, noticePath(notice), "the %s of %s left out %d levels of the policy", n.Kind, n.Sent, skipped)
		}
		c.run.top[t] = k + 1
	}
	number := int32(notice + 1)
	c.run.reached[k], c.run.latest[t], c.run.last = number, number, number
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

// accelerate makes the whole debt late from the day after a letter.
func (c *course) accelerate(n *ledger.Notice) {
	c.accelerated = n.Sent
	for i := c.nextLate; i < len(c.accounts); i++ {
		if a := &c.accounts[i]; a.open > 0 && a.debt.Principal.IsZero() {
			c.findInRun(FindingWholeAmount, ledger.Info, "/loan/installments", "installments after %s count in full; their principal is not known", n.Sent)
			return
		}
	}
}

// track is the position of the level's track.
func (l *Level) track() int {
	if l.Track == 0 {
		return 0
	}
	return int(l.Track) - 1
}

func (p *Policy) maxStep() int { return max(1, p.MaxStep) }
