package oracle

import "math/big"

// track is the interest of one component of a claim: what it runs at, what has
// run, and what became of it.
type track struct {
	component      string
	terms          terms
	convention     string
	first, through day // bearing days, were there no opening
	opened         day // the end of the opening, or noDay
	annual         bool
	rounding       rounding

	segments     []segment
	accruedKnown bool
	accruedSum   int64

	opening    int64 // owed at the end of the opening
	adjusted   int64
	moved      int64 // capitalized
	paid       int64
	disposed   int64
	drawn      int64 // how much has asked a cap, the most it ever came to
	cappedAway int64 // of it, what the cap had not
	compounded int64 // unpaid interest that has joined the base
	tomorrow   int64 // the part of it that bears from the next day on
	joined     day   // the last anniversary that acted

	floorAboveCeiling bool
}

func newTrack(component string, r rounding) *track {
	return &track{component: component, rounding: r, first: endless, through: endless, opened: noDay, joined: noDay}
}

func (t *track) bears(d day, base int64) bool {
	return t.terms.rest != nil && t.first <= d && t.opened < d && d <= t.through && base > 0
}

// anniversary says whether today is one of the first bearing day, after the
// opening and not after the last bearing day.
func (t *track) anniversary(today day) bool {
	if !t.annual || today <= t.first || today <= t.opened || today > t.through {
		return false
	}
	from, _, _ := t.first.civil()
	to, _, _ := today.civil()
	return t.first.years(to-from) == today
}

// compound puts the interest unpaid through the day before, with what today
// adjusts of it, into the base. It stays interest. Where nothing is due nothing
// happens.
func (t *track) compound(today day, adjusted int64) {
	if due := t.balance() + adjusted; t.anniversary(today) && due > 0 {
		t.compounded, t.joined = due, today
	}
}

// accrue lets the track bear on the day d on a base; a held day is only listed.
func (t *track) accrue(d day, base int64, held bool) error {
	if !t.bears(d, base) {
		return nil
	}
	var q quote
	if !held {
		var err error
		if q, err = t.terms.on(d); err != nil {
			return err
		}
	}
	t.floorAboveCeiling = t.floorAboveCeiling || q.floorAboveCeiling
	t.accruedKnown = false
	num, den := dayFraction(t.convention, t.first, d)
	one := segment{first: d, last: d, balance: base, rate: q.rate, provisional: q.provisional, held: held, num: num, den: den}
	if t.convention == actActISDA {
		one.year, _, _ = d.civil()
	}
	if n := len(t.segments); n > 0 && t.segments[n-1].alike(&one) {
		t.segments[n-1].last = d
		t.segments[n-1].num += num
		return nil
	}
	t.segments = append(t.segments, one)
	return nil
}

// exact is all interest so far with the opening, unrounded, in minor units.
func (t *track) exact() *big.Rat {
	return new(big.Rat).Add(new(big.Rat).SetInt64(t.opening), t.run())
}

// run is all interest that ran day by day.
func (t *track) run() *big.Rat {
	sum := new(big.Rat)
	for i := range t.segments {
		sum.Add(sum, t.segments[i].exact())
	}
	return sum
}

// accrued is all interest so far with the opening, the rest rounded at the place
// the case asks for.
func (t *track) accrued() int64 {
	if !t.accruedKnown {
		t.accruedSum, t.accruedKnown = t.opening+t.roundedSum(), true
	}
	return t.accruedSum
}

func (t *track) roundedSum() int64 { return t.roundedOf(t.segments) }

// roundedOf is the interest of the first segments.
func (t *track) roundedOf(segments []segment) int64 {
	sum := int64(0)
	exact := new(big.Rat)
	for i := range segments {
		s := &segments[i]
		switch t.rounding.place {
		case placeSegment:
			sum += t.rounding.round(s.exact())
		case placeDay:
			sum += t.rounding.round(s.perYear(1)) * s.num
		default:
			exact.Add(exact, s.exact())
		}
	}
	return sum + t.rounding.round(exact)
}

// balance is what accruals and all that was done to them come to; below zero
// where negative interest is carried.
func (t *track) balance() int64 {
	return t.accrued() + t.adjusted - t.moved - t.paid - t.disposed - t.cappedAway
}

// due is what can be paid now.
func (t *track) due() int64 { return max(0, t.balance()) }

// pay takes the oldest interest first, so that what has joined the base goes
// before the rest; it tells how much of that went.
func (t *track) pay(amount int64) (joined int64) {
	t.paid += amount
	joined = min(t.compounded, amount)
	t.compounded -= joined
	return joined
}

// adjust changes what is owed. Less takes the oldest first; on an anniversary
// that has acted the base has it already, if the adjustment came first.
func (t *track) adjust(today day, amount int64, first bool) {
	t.adjusted += amount
	if amount < 0 && !(first && t.joined == today) {
		t.compounded -= min(t.compounded, -amount)
	}
}

// capitalize moves all that is due away.
func (t *track) capitalize() int64 {
	due := t.due()
	t.moved += due
	t.compounded = 0
	return due
}

// perDay is the interest of one day on a base.
func (t *track) perDay(d day, base int64) (*big.Rat, error) {
	if !t.bears(d, base) {
		return new(big.Rat), nil
	}
	q, err := t.terms.on(d)
	if err != nil {
		return nil, err
	}
	num, den := dayFraction(t.convention, t.first, d)
	one := segment{balance: base, rate: q.rate, num: num, den: den}
	return one.exact(), nil
}
