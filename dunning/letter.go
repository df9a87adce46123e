package dunning

import (
	"fmt"

	"github.com/skuld-go/skuld/ledger"
)

// letter lets a notice reach a level of the run that it was sent in.
func (c *course) letter(i int) {
	n := &c.h.Notices[i]
	if !c.asks(n.Kind) {
		return
	}
	if !c.running && !(c.had && c.run.end == n.Sent) {
		c.find(FindingNoArrears, ledger.Info, c.noticePath(i), "nothing was overdue on %s; the %s has no effect", n.Sent, n.Kind)
		return
	}
	before := c.run.letters
	if c.running {
		c.forget(c.firstOpen())
	}
	if !c.placed(i) {
		c.run.letters = before
	}
}

// placed lets a notice reach its level, and reports whether there is one that it may.
func (c *course) placed(i int) bool {
	n := &c.h.Notices[i]
	k := c.levelOf(n)
	if k < 0 {
		return false
	}
	l := &c.p.Levels[k]
	if reason := c.unfounded(k, n); reason != "" {
		c.findInRun(FindingUnfounded, ledger.Warning, c.noticePath(i), "the %s of %s had no ground: %s", n.Kind, n.Sent, reason)
		return false
	}
	c.reach(k, i)
	if l.Accelerates && c.running {
		c.run.whole = true
		if c.accelerated.IsZero() {
			c.accelerate(n)
		}
	}
	return true
}

// unfounded says why a letter may not reach a level on its day, "" where it may: a gate
// is shut, or the whole debt is called due before the time that the threat of it gave
// has run out.
func (c *course) unfounded(k int, n *ledger.Notice) string {
	l := &c.p.Levels[k]
	if l.Gate != nil {
		if reason := c.against(l.Gate); reason != "" {
			return reason
		}
	}
	threat := c.threat(k)
	if !l.Accelerates || threat < 0 {
		return ""
	}
	kind, at := c.p.Levels[threat].Kind, c.run.reached[threat]
	if at == 0 {
		return "no " + kind + " that counts was sent before it"
	}
	if last, proven := c.expires(&c.p.Levels[threat], &c.h.Notices[at-1]); !proven {
		return "the delivery of the " + kind + " is not known"
	} else if last >= n.Sent {
		return "the " + kind + " gave time through " + last.String()
	}
	return ""
}

// threat is the nearest level with a gate below another on its track, -1 where there is
// none.
func (c *course) threat(k int) int {
	for i := k - 1; i >= 0; i-- {
		if l := &c.p.Levels[i]; l.Gate != nil && l.track() == c.p.Levels[k].track() && c.applies(l) {
			return i
		}
	}
	return -1
}

// noticePath is where a notice stands in its file, "" where it does not.
func (c *course) noticePath(i int) string {
	if at := c.h.Positions; i < len(at) {
		return fmt.Sprintf("/notices/%d", at[i])
	} else if at != nil {
		return ""
	}
	return fmt.Sprintf("/notices/%d", i)
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
