package oracle

import (
	"fmt"
	"slices"
)

// limited says whether the plan may end with something open.
func (p *plan) limited() bool {
	return p.kind == planAnnuityLimited || p.kind == planLinearLimited || p.kind == planRelief && p.amount > 0 && p.n > 0
}

// byPrincipal says whether the level is a principal part.
func (p *plan) byPrincipal() bool { return p.kind == planLinear || p.kind == planLinearLimited }

// unlevelled says whether the plan has no level at all.
func (p *plan) unlevelled() bool { return p.kind == planInterestOnly || p.kind == planBullet }

// closesLast says whether the last row pays all that is open.
func (p *plan) closesLast() bool {
	if p.limited() || p.kind == planInterestOnly {
		return p.residual == residualBalloon
	}
	return true
}

// length reads how many rows there are, and that the request says neither too
// much nor too little of it.
func (p *plan) length(in *planInput) {
	p.asItStands = p.kind == planBullet && in.End != ""
	known := in.Count != 0 || in.End != ""
	switch end := p.b.day("/end", in.End); {
	case in.Count != 0 && in.End != "":
		p.b.fail("/count", fmt.Errorf("either a count or an end"))
	case in.Count < 0 || in.Count > maxPlanRows:
		p.b.fail("/count", fmt.Errorf("%d is not within 1 and %d", in.Count, maxPlanRows))
	case p.kind == planBullet:
		p.bullet(in.Count, end)
	case in.Count > 0:
		p.n = in.Count
	case in.End != "":
		p.n = p.through(end)
	case len(in.Periods) > 0 && in.Periods[len(in.Periods)-1].End != "" && (p.amount == 0 || p.kind == planAnnuityLimited || p.kind == planLinearLimited || p.kind == planRelief):
		p.n = p.through(p.b.day("/periods", in.Periods[len(in.Periods)-1].End))
		known = true
	}
	if p.ready() && known && (p.n == 0 || p.n > min(maxPlanRows, len(p.dates))) {
		p.b.fail("/count", fmt.Errorf("there is no row, or no date for one"))
	}
	if p.ready() && p.n > 0 && max(p.principalGrace, p.interestFree) >= p.n {
		p.b.fail("/grace", fmt.Errorf("no row is left"))
	}
	p.enough(known)
}

// enough refuses what does not tell a plan.
func (p *plan) enough(known bool) {
	levelled := p.amount > 0 || p.allInPeriods()
	switch {
	case p.unlevelled() && (p.amount > 0 || p.final > 0):
		p.b.fail("/amount", fmt.Errorf("the kind takes none"))
	case p.kind == planInterestOnly && !known:
		p.b.fail("/count", fmt.Errorf("want a count or an end"))
	case p.unlevelled():
	case p.limited() || p.kind == planAnnuityLimited || p.kind == planLinearLimited:
		if !known || !levelled || p.final > 0 {
			p.b.fail("/amount", fmt.Errorf("a limited plan wants an amount and a count"))
		}
	case known && levelled && p.final > 0:
		p.b.fail("/final", fmt.Errorf("too much is said"))
	case !known && !levelled && p.final == 0:
		p.b.fail("/count", fmt.Errorf("too little is said"))
	case p.final > 0 && p.final < p.amount:
		p.b.fail("/final", fmt.Errorf("below the amount"))
	}
}

// bullet leaves the only date.
func (p *plan) bullet(number int, end day) {
	p.n = 1
	switch number = max(number, 1); {
	case end != noDay:
		p.dates, p.inPeriod = []day{end}, []int64{0}
		if end < p.start {
			p.b.fail("/end", fmt.Errorf("%s is before the start", end))
		}
	case number <= len(p.dates):
		p.dates, p.inPeriod = p.dates[number-1:number], []int64{0}
	default:
		p.dates = nil
	}
}

// through counts the rows up to a day.
func (p *plan) through(end day) int {
	n := 0
	for n < len(p.dates) && p.dates[n] <= end {
		n++
	}
	return n
}

// allInPeriods says whether every row has the amount of its period.
func (p *plan) allInPeriods() bool {
	rows := p.inPeriod
	if p.n > 0 && p.n < len(rows) {
		rows = rows[:p.n]
	}
	return len(rows) > 0 && !slices.Contains(rows, 0)
}

func (p *plan) deviating(in *planInput) {
	p.deviations = map[int]planDeviation{}
	for i, r := range in.Deviations {
		path := fmt.Sprintf("/deviations/%d", i)
		one := planDeviation{due: p.b.day(path+"/due", r.Due), paid: r.Amount != ""}
		if one.paid {
			one.amount = p.b.notBelow0(path+"/amount", r.Amount)
		}
		_, twice := p.deviations[r.No]
		if twice || r.No < 1 || p.n > 0 && r.No > p.n || !one.paid && one.due == noDay {
			p.b.fail(path, fmt.Errorf("row %d is named twice or is none, or nothing is said of it", r.No))
		}
		p.deviations[r.No] = one
	}
	for no, one := range p.deviations {
		if !p.ready() || no > len(p.dates) {
			continue
		}
		if one.paid && one.amount < p.feesOf(no) {
			p.b.fail("/deviations", fmt.Errorf("row %d does not pay its fees", no))
		}
		p.between(no)
	}
}

// between refuses a date that passes its neighbours.
func (p *plan) between(no int) {
	due := p.deviations[no].due
	if due == noDay {
		return
	}
	if no == 1 && due < p.start || no > 1 && due <= p.nominal(no-1) ||
		no != p.n && no < len(p.dates) && due >= p.nominal(no+1) || due > lastPlanDay {
		p.b.fail("/deviations", fmt.Errorf("row %d passes its neighbours", no))
	}
}

// ending reads how the plan ends.
func (p *plan) ending(in *planInput) {
	p.lastRow = p.oneOf("/lastRow", in.LastRow, lastLower, lastLower, lastSimilar, lastHigher)
	byDefault := residualOpen
	switch p.kind {
	case planRelief:
		byDefault = residualWaive
	case planInterestOnly:
		byDefault = residualBalloon
	}
	p.residual = p.oneOf("/residual", in.Residual, byDefault, residualOpen, residualBalloon, residualWaive)
	if p.n > 0 && p.deviations[p.n].paid && p.closesLast() {
		p.b.fail("/deviations", fmt.Errorf("the last row pays what is open"))
	}
}
