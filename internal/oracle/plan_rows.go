package oracle

import "math/big"

// planRow is what of a row does not depend on the level.
type planRow struct {
	nominal, due day
	invoiced     day
	until        day   // the first day after its interest
	factor       int64 // of interest, over the plan's basis
	fixed        int64 // the amount of its period, or 0
	deviation    planDeviation
}

// row is a row by its number, or nil where the dates end.
func (p *plan) row(no int) *planRow {
	for len(p.rows) < no {
		k := len(p.rows) + 1
		if k > len(p.dates) || k > maxPlanRows {
			return nil
		}
		p.rows = append(p.rows, p.newRow(k))
	}
	return &p.rows[no-1]
}

func (p *plan) newRow(k int) planRow {
	r := planRow{nominal: p.nominal(k), fixed: p.inPeriod[k-1], deviation: p.deviations[k]}
	if r.due = r.nominal; !p.deviates(k) && !p.asItStands {
		r.due = p.moved(r.nominal, p.adjust)
	}
	if r.invoiced = r.due - day(p.lead); p.holidays != nil {
		r.invoiced = p.moved(r.invoiced, "preceding")
	}
	from := p.start
	if k > 1 {
		from = p.rows[k-2].until
	}
	if r.until = r.nominal; p.accrueAdjusted {
		r.until = r.due
	}
	if r.until < from {
		p.b.fail("/accrueOn", errBackwards)
		return r
	}
	r.factor = p.factor(from, r.until)
	return r
}

// deviates says whether a row has a date of its own.
func (p *plan) deviates(no int) bool {
	one, is := p.deviations[no]
	return is && one.due != noDay
}

// factor is what a unit bears over the nights from one day to the other, times
// the basis: for every stretch of one rate the rate times the days counted.
func (p *plan) factor(from, to day) (sum int64) {
	if p.rate == nil {
		return 0
	}
	for first := from; first < to; {
		rate, after := p.rateOn(first), first+1
		for after < to && p.rateOn(after) == rate {
			after++
		}
		sum += int64(rate) * p.counted(from, first, after)
		first = after
	}
	return sum
}

func (p *plan) rateOn(d day) micro {
	q, err := p.rate.terms.on(d)
	p.b.fail("/interest", err)
	return q.rate
}

// counted are the days of a stretch within an accrual that began on from. A count
// that does not add up is taken from there. Under ACT/ACT-ISDA the days of common
// years are worth 366 each, those of leap years 365.
func (p *plan) counted(from, first, after day) int64 {
	switch c := p.rate.convention; c {
	case thirtyU360, thirtyBond:
		return countBetween(c, from, after) - countBetween(c, from, first)
	case actActISDA:
		sum := int64(0)
		for d := first; d < after; {
			y, _, _ := d.civil()
			next := min(after, date(y+1, 1, 1))
			sum += int64(next-d) * (365 + 366 - yearLength(y))
			d = next
		}
		return sum
	default:
		return countBetween(c, first, after)
	}
}

// feesOf are the fees of a row.
func (p *plan) feesOf(no int) int64 {
	invoice, registration := p.feeParts(no)
	return invoice + registration
}

// feeParts are the two. There is no invoice for a row in which neither interest
// nor principal is paid, nor where a deviation leaves nothing to be invoiced.
func (p *plan) feeParts(no int) (invoice, registration int64) {
	if no == 1 {
		registration = p.registration
	}
	one := p.deviations[no]
	if p.fullGrace(no) && !one.paid || one.paid && (one.amount == 0 || one.amount == registration) {
		return 0, registration
	}
	return p.invoice, registration
}

func (p *plan) fullGrace(no int) bool { return no <= min(p.principalGrace, p.interestFree) }

// planState is what is open after a row.
type planState struct {
	principal, carried int64
	below              *big.Int // negative interest to set off later, over the basis; nil: none
}

// own is the interest of one row, rounded; what is below 0 waits.
func (p *plan) own(s *planState, r *planRow) int64 {
	x := new(big.Int).Mul(big.NewInt(s.principal), big.NewInt(r.factor))
	if s.below != nil {
		x.Add(x, s.below)
	}
	if s.below = nil; x.Sign() < 0 {
		s.below = x
		return 0
	}
	if x.Sign() == 0 {
		return 0
	}
	return p.rounding.round(new(big.Rat).SetFrac(x, big.NewInt(p.basis)))
}
