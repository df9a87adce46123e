package oracle

import (
	"math/big"
	"slices"
)

// costCap is what all costs of a claim may come to, by law.
type costCap struct {
	limit, prior int64
	used         int64 // beside prior
	cappedAway   int64
	feesOnly     bool // interest is none of its business
	shown        bool // a fee asked it

	// What first found nothing left.
	component string
	track     *track // of interest, with the place of the segment
	segment   int
	date      day // of a fee
}

func (k *costCap) left() int64 { return max(0, k.limit-k.prior-k.used) }

// draw takes an amount off what is left and gives what found nothing.
func (k *costCap) draw(amount int64) (over int64) {
	over = max(0, amount-k.left())
	k.used += amount - over
	k.cappedAway += over
	return over
}

// atMost cuts a day's interest to what is left; a claim may have no cap.
func (k *costCap) atMost(interest *big.Rat) *big.Rat {
	if k == nil || k.feesOnly {
		return interest
	}
	left := new(big.Rat).SetInt64(k.left())
	if interest.Cmp(left) > 0 {
		return left
	}
	return interest
}

func (c *claim) interestCapped() bool { return c.limit != nil && !c.limit.feesOnly }

// drawing are the tracks in the order in which they draw.
func (c *claim) drawing() []*track { return []*track{c.track(compContract), c.track(compDefault)} }

// undrawn is by how much the interest has risen over what it ever was when it
// drew. An opening's is as old as the costs before the file.
func (t *track) undrawn() int64 { return max(0, t.accrued()-t.opening-t.drawn) }

// book lets the interest that has run since the last time draw on the cap.
func (c *claim) book() {
	if !c.interestCapped() {
		return
	}
	for _, t := range c.drawing() {
		left, amount, before := c.limit.left(), t.undrawn(), t.drawn
		t.drawn += amount
		over := c.limit.draw(amount)
		t.cappedAway += over
		if over > 0 && c.limit.component == "" {
			c.limit.component, c.limit.track, c.limit.segment = t.component, t, t.passes(before+left)
		}
	}
}

// passes is the place of the first segment at whose end there was more interest
// than an amount.
func (t *track) passes(amount int64) int {
	for i := range t.segments {
		if t.roundedOf(t.segments[:i+1]) > amount {
			return i
		}
	}
	return len(t.segments) - 1
}

// unbooked is what of a track's interest would be capped away, were it booked.
func (c *claim) unbooked(t *track) int64 {
	if !c.interestCapped() {
		return 0
	}
	left := c.limit.left()
	for _, one := range c.drawing() {
		amount := one.undrawn()
		over := max(0, amount-left)
		if one == t {
			return over
		}
		left -= amount - over
	}
	return 0
}

func (b *book) bookInterest() {
	for _, c := range b.claims {
		if c.raised {
			c.book()
		}
	}
}

// beforeFees books interest through yesterday if a fee is raised today, also of claims
// that are raised today.
func (b *book) beforeFees(today day) {
	if !slices.ContainsFunc(b.fees, func(f *fee) bool { return f.date == today }) {
		return
	}
	for _, c := range b.claims {
		if c.raise <= today {
			c.book()
		}
	}
}

// overCaps lets a fee draw on one claim's cap after the other and gives what
// found nothing left on any. It does not where the costs of a claim are free.
func (b *book) overCaps(f *fee) int64 {
	if f.totalCapped() {
		return drawOn(b.meantBy(f), f)
	}
	var all []*claim
	for _, c := range b.claims {
		switch {
		case !c.raised:
		case !c.interestCapped():
			return 0
		default:
			all = append(all, c)
		}
	}
	return drawOn(all, f)
}

// meantBy are the claims that a fee goes by: those due before it, or all.
func (b *book) meantBy(f *fee) []*claim {
	var due, all []*claim
	for _, c := range b.claims {
		if !c.raised {
			continue
		}
		all = append(all, c)
		if c.due < f.date {
			due = append(due, c)
		}
	}
	if len(due) > 0 {
		return due
	}
	return all
}

// drawOn asks one cap after the other. What the last has not is capped away.
func drawOn(claims []*claim, f *fee) (rest int64) {
	if len(claims) == 0 {
		return 0
	}
	rest = f.original
	for i, c := range claims {
		k := c.limit
		k.shown = true
		granted := min(rest, k.left())
		k.used += granted
		rest -= granted
		if rest == 0 {
			return 0
		}
		if i < len(claims)-1 {
			continue
		}
		k.cappedAway += rest
		if k.component == "" {
			k.component, k.date = compFee, f.date
		}
	}
	return rest
}

func (b *book) shownCap(c *claim) *Cap {
	k := c.limit
	if k == nil || k.feesOnly && !k.shown {
		return nil
	}
	shown := &Cap{Limit: b.print(k.limit), Prior: b.print(k.prior), Used: b.print(k.prior + k.used), Left: b.print(k.left()),
		CappedAway: b.print(k.cappedAway), Component: k.component, Collection: k.feesOnly}
	switch {
	case k.track != nil:
		s := &k.track.segments[k.segment]
		shown.First, shown.Last = s.first.String(), s.last.String()
	case k.component != "":
		shown.First, shown.Last = k.date.String(), k.date.String()
	}
	return shown
}
