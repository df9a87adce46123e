package ledger

import (
	"slices"

	"github.com/skuld-go/skuld/allocation"
	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/interest"
	"github.com/skuld-go/skuld/money"
)

// costCap is what the law lets a credit cost, while it is drawn on.
type costCap struct {
	money.Cap
	terms CapTerms
	// booked is the interest of each kind that was brought to the cap, away what of
	// it found nothing left.
	booked, away allocation.Balances
	// feesAway is what of fees found nothing left here nor on any cap behind it.
	feesAway int64
	// reached is the kind of cost that was first capped away, reachedOn the day of a
	// fee that was.
	reached   allocation.Component
	reachedOn calendar.Date
}

// CapAccount is a cost cap as it stands: Used + Left = Limit, or Used is above it.
type CapAccount struct {
	// Limit is the most that the credit may cost, Prior what it had cost before the
	// case, Used all that counts against the limit, Prior included.
	Limit, Prior, Used, Left money.Amount
	// CappedAway is interest and fees that found nothing left.
	CappedAway money.Amount
	Citation   string
	// Reached says which cost was first capped away, in the order of the facts: its
	// kind, and the days of the segment of interest, or of the fee, inclusive. A zero
	// Component means that none was. Of a fee that draws on several caps one after the
	// other, only what the last has no room for is capped away.
	Reached CapReached
}

// CapReached is where a cap was reached.
type CapReached struct {
	Component   allocation.Component
	First, Last calendar.Date
}

func newCap(t *CapTerms) *costCap {
	if t == nil {
		return nil
	}
	return &costCap{Cap: money.Cap{Limit: t.Limit, Used: t.Prior}, terms: *t}
}

// draw brings a cost to the cap and returns what is granted. What the cap has
// granted once it does not take back.
func (c *costCap) draw(minor int64) int64 {
	if minor <= 0 {
		return 0
	}
	granted, err := c.Draw(money.FromMinor(minor, c.Limit.Currency()))
	if err != nil {
		panic("ledger: " + err.Error()) // amounts of one currency, not below zero
	}
	return granted.Minor()
}

// bookInterest brings the interest of a claim that is due through a day to its cap,
// contract interest first.
func (it *item) bookInterest(through func(*accrual) calendar.Date) error {
	if it.cap == nil {
		return nil
	}
	for _, c := range bothInterests {
		a := it.of(c)
		if a == nil || a.account == nil {
			continue
		}
		rounded, err := a.account.Rounded(through(a))
		if err != nil {
			return it.problem(err)
		}
		if more := rounded.Minor() - it.cap.booked[c]; more > 0 {
			it.cap.booked[c] += more
			over := more - it.cap.draw(more)
			it.cap.away[c] += over
			if over > 0 && it.cap.reached == 0 {
				it.cap.reached = c
			}
		}
	}
	return nil
}

// bookThrough brings the interest of all claims that is due when a payment of a day
// acts to their caps.
func (b *Book) bookThrough(through func(*accrual) calendar.Date) error {
	if !b.capped {
		return nil
	}
	for _, it := range b.items {
		if it.raised {
			if err := it.bookInterest(through); err != nil {
				return err
			}
		}
	}
	return nil
}

// turnedAway is what of a fee a cap had no room for.
type turnedAway struct {
	cap   *costCap
	minor int64
}

// drawFee brings an amount of a fee to the caps that bind it, what its collection may
// cost first, and returns what is granted.
func (b *Book) drawFee(it *item, minor int64, day calendar.Date) (granted int64, err error) {
	granted = minor
	if it.totalCap != nil {
		caps, err := b.collectionCaps(it)
		if err != nil {
			return 0, err
		}
		granted = it.drawOn(caps, granted, day)
	}
	caps, err := b.creditCaps(day)
	if err != nil {
		return 0, err
	}
	granted = it.drawOn(caps, granted, day)
	it.cappedAway += minor - granted
	return granted, nil
}

// creditCaps are the caps of the case that a fee of a day draws on, after the interest
// through the day before: none unless all claims have one.
func (b *Book) creditCaps(day calendar.Date) ([]*costCap, error) {
	if err := b.bookThrough(func(*accrual) calendar.Date { return day - 1 }); err != nil {
		return nil, err
	}
	var caps []*costCap
	for _, it := range b.items {
		switch {
		case it.fee != nil || !it.raised || it.isCredit():
		case it.cap == nil:
			return nil, nil
		default:
			caps = append(caps, it.cap)
		}
	}
	return caps, nil
}

// drawOn brings an amount of a fee to one cap after the other and returns what is
// granted: all of it where there is no cap. What the last has no room for is turned
// away by that one.
func (it *item) drawOn(caps []*costCap, minor int64, day calendar.Date) (granted int64) {
	if len(caps) == 0 {
		return minor
	}
	for _, c := range caps {
		granted += c.draw(minor - granted)
	}
	if last := caps[len(caps)-1]; granted < minor {
		last.feesAway += minor - granted
		if last.reached == 0 {
			last.reached, last.reachedOn = allocation.Fee, day
		}
		it.away = append(it.away, turnedAway{last, minor - granted})
	}
	return granted
}

// uncap takes up to an amount off what of a fee was turned away, the latest first, and
// returns how much.
func (it *item) uncap(minor int64) (taken int64) {
	for i := len(it.away) - 1; i >= 0; i-- {
		t := &it.away[i]
		part := min(minor-taken, t.minor)
		t.minor, t.cap.feesAway, taken = t.minor-part, t.cap.feesAway-part, taken+part
		if t.cap.feesAway == 0 && t.cap.away.Total() == 0 {
			t.cap.reached = 0
		}
	}
	it.cappedAway -= taken
	return taken
}

// capView is a cap of a claim as it stands, with the interest as shown; nil for none.
func (b *Book) capView(c *costCap, v *Item) (*CapAccount, error) {
	if c == nil {
		return nil, nil
	}
	prior := c.terms.Prior.Minor() // no amount is nothing
	out := &CapAccount{
		Limit: c.Limit, Prior: b.money(prior), Used: b.money(c.Used.Minor()), Left: c.Left(),
		CappedAway: b.money(c.away.Total() + c.feesAway), Citation: c.terms.Citation,
	}
	switch c.reached {
	case 0:
	case allocation.Fee:
		out.Reached = CapReached{allocation.Fee, c.reachedOn, c.reachedOn}
	default:
		granted := c.booked[c.reached] - c.away[c.reached]
		s, err := b.segmentPast(v.segmentsOf(c.reached), granted)
		if err != nil {
			return nil, err
		}
		out.Reached = CapReached{c.reached, s.Period.First(), s.Period.Last()}
	}
	return out, nil
}

// segmentPast is the first segment at whose end more interest has accrued, rounded as
// the case rounds, than an amount: there are segments, and they come to more.
func (b *Book) segmentPast(segments []interest.Segment, minor int64) (interest.Segment, error) {
	sum := money.ExactOf(b.money(0))
	var counted int64
	for i, s := range segments {
		counted += s.Counted.Minor()
		more, err := sum.Add(s.Exact)
		if err != nil {
			return s, err
		}
		sum = more
		if b.rounding().Place == interest.PlaceClaim || b.rounding().Place == 0 {
			rounded, err := sum.Round(b.rounding().Mode)
			if err != nil {
				return s, err
			}
			counted = rounded.Minor()
		}
		if counted > minor || i == len(segments)-1 {
			return s, nil
		}
	}
	return interest.Segment{}, nil
}

// hasCaps reports whether some claim has a cap.
func (r Resolved) hasCaps() bool {
	return slices.ContainsFunc(r.Claims, func(t ClaimTerms) bool { return t.Cap != nil })
}

// withinCap is as much of one day's interest as the cap of a claim leaves.
func (it *item) withinCap(one money.Exact) money.Exact {
	if it.cap == nil {
		return one
	}
	left := money.ExactOf(it.cap.Left())
	if order, err := one.Compare(left); err == nil && order > 0 {
		return left
	}
	return one
}
