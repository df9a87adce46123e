package oracle

import (
	"fmt"
	"slices"
)

// hold is a span of days, both inclusive, on which a claim does not bear.
type hold struct{ from, through day }

func (c *claim) heldOn(d day) bool {
	return slices.ContainsFunc(c.holds, func(h hold) bool { return h.on(d) })
}

// adjustment is an amount more or less on one component of one item.
type adjustment struct {
	index          int
	date, recorded day
	item           item
	component      string
	amount         int64
}

func (b *book) adjust(a *adjustment, today day) error {
	if !a.item.isRaised() {
		return fmt.Errorf("/adjustments/%d/item: %q is not raised on %s", a.index, a.item.name(), today)
	}
	if c, ok := a.item.(*claim); ok {
		c.book()
	}
	if open := a.item.open(a.component); -a.amount > open {
		return fmt.Errorf("/adjustments/%d/amount: only %s is open", a.index, b.print(open))
	}
	a.item.adjust(today, a.component, a.amount)
	return nil
}

// adjustedToday is what today's adjustments do to a track, where they come
// before an anniversary.
func (b *book) adjustedToday(c *claim, t *track, today day) (sum int64) {
	for _, a := range b.adjustments {
		if a.item == item(c) && a.component == t.component && a.date == today && !c.free {
			sum += a.amount
		}
	}
	return sum
}

// capitalization turns the interest due of a claim into a balance.
type capitalization struct {
	index          int
	date, recorded day
	claim          *claim
}

func (b *book) capitalize(k *capitalization, today day) error {
	if !k.claim.raised {
		return fmt.Errorf("/capitalizations/%d/item: %q is not raised on %s", k.index, k.claim.id, today)
	}
	k.claim.book()
	k.claim.capitalize()
	return nil
}

// anniversaries puts unpaid interest into the bases. A capitalization of the
// same day comes before and leaves nothing, unless it follows the payments.
func (b *book) anniversaries(today day) {
	for _, c := range b.claims {
		capitalized := slices.ContainsFunc(b.capitalizations, func(k *capitalization) bool {
			return k.claim == c && k.date == today && !c.free
		})
		if capitalized {
			continue
		}
		if c.main.anniversary(today) || c.other.anniversary(today) {
			c.book()
		}
		for _, t := range c.tracks() {
			t.compound(today, b.adjustedToday(c, t, today))
		}
	}
}

// credit is a credit note with what is left of it.
type credit struct {
	index          int
	id             string
	date, recorded day
	original, left int64
	lines          []line
}

// useCredits lets the credit notes settle principal, the earliest first, the
// claim oldest by due date first, with effect from the next day.
func (b *book) useCredits() {
	byDue := slices.Clone(b.claims)
	slices.SortStableFunc(byDue, func(x, y *claim) int { return int(x.due - y.due) })
	for _, n := range b.issuedCredits {
		for _, c := range byDue {
			amount := min(n.left, c.open(compPrincipal))
			if amount <= 0 {
				continue
			}
			n.left -= amount
			c.tomorrow -= amount
			vat := c.taxed(compPrincipal, func() { c.principal.adjust(-amount) })
			n.lines = b.addLine(n.lines, line{item: c.id, component: compPrincipal, vat: vat, amount: amount, rung: 1})
		}
	}
}
