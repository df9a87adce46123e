package oracle

import (
	"fmt"
	"slices"
)

// solve finds the level. Where the request has one, that is it; else it is
// searched among the multiples of the step.
func (p *plan) solve() int64 {
	if !p.ready() {
		return 0
	}
	switch {
	case p.unlevelled():
		return 0
	case p.amount > 0:
		return p.amount
	case p.allInPeriods():
		return p.inPeriod[0]
	case p.final > 0:
		return p.solveFinal()
	case p.byPrincipal():
		return p.found(p.greatest(func(x int64) bool {
			r := p.run(x, p.n)
			return p.reached(r) && r.last().opening >= r.last().level
		}))
	case p.lastRow == lastHigher:
		return p.found(p.greatest(func(level int64) bool {
			r := p.run(level, p.n)
			return p.reached(r) && r.last().bare() >= r.last().level
		}))
	case p.lastRow == lastSimilar:
		return p.found(p.similar())
	}
	return p.found(p.least(func(level int64) bool {
		r := p.run(level, p.n)
		return r.over || len(r.rows) < p.n || r.closed && r.last().bare() <= r.last().level
	}))
}

// reached says whether a run came to the last row and none was beyond it.
func (p *plan) reached(r *planRun) bool { return len(r.rows) == p.n && !r.over }

// found refuses the request where no level is, unless the amounts of periods close
// the plan before any row goes by it.
func (p *plan) found(level int64) int64 {
	if p.ready() && level == 0 {
		if r := p.run(p.step, p.n); r.closed && !slices.Contains(p.inPeriod[:len(r.rows)], 0) {
			return p.step
		}
	}
	if p.ready() && level == 0 {
		p.b.fail("/step", fmt.Errorf("no multiple of it does what is asked"))
	}
	return level
}

// solveFinal finds the level whose last row pays at most what it may, and, where
// the number of rows is not known, the fewest rows of which that level does not
// exceed it either.
func (p *plan) solveFinal() int64 {
	within := func(level int64, n int) bool {
		r := p.run(level, n)
		return r.over || len(r.rows) < n || r.last().amount-r.last().registration <= p.final
	}
	if p.n > 0 {
		return p.found(p.least(func(level int64) bool { return within(level, p.n) }))
	}
	top := p.final / p.step * p.step
	if top == 0 {
		return p.found(0)
	}
	fewest := max(p.principalGrace, p.interestFree) + 1
	for no := range p.deviations {
		fewest = max(fewest, no)
	}
	for n := fewest; n <= min(maxPlanRows, len(p.dates)); n++ {
		if p.deviations[n].paid || !within(top, n) {
			continue
		}
		p.n = n
		return p.found(p.least(func(level int64) bool { return within(level, n) }))
	}
	p.refusal = planEndless
	return 0
}

// smallest is the least amount on the step that pays the interest of every row
// and closes the plan in time, unless something may stay open; empty if there is
// none.
func (p *plan) smallest() string {
	n := p.n
	works := func(level int64) bool {
		r := p.run(level, n)
		return r.over || !r.negative && (r.closed || n > 0 && !p.closesLast())
	}
	level := p.least(works)
	if level == 0 {
		return ""
	}
	r := p.run(level, n)
	for no := range p.deviations {
		if no > len(r.rows) {
			return ""
		}
	}
	if r.over {
		return ""
	}
	return p.b.book.print(level)
}

// beside is how many multiples of the step beside the one found are tried, to see
// that none of them does what is asked.
const beside = 6

// tooMuch is more than any plan can ask of a row.
const tooMuch = int64(1) << 52

// border finds two neighbouring multiples, in steps, of which the lower is as
// asked and the higher is not; high is 0 if all are, low 0 if none is. It looks
// first where a plan without interest would be.
func (p *plan) border(lower func(k int64) bool) (low, high int64) {
	rows := int64(max(1, p.n))
	guess := max(1, p.debt/rows/p.step)
	stride := max(1, guess/32)
	if lower(guess) {
		for low, high = guess, guess+stride; lower(high); stride *= 2 {
			if low, high = high, high+2*stride; high > tooMuch/p.step {
				return low, 0
			}
		}
	} else {
		for low, high = max(0, guess-stride), guess; low > 0 && !lower(low); stride *= 2 {
			low, high = max(0, low-2*stride), low
		}
	}
	for high-low > 1 {
		if middle := (low + high) / 2; lower(middle) {
			low = middle
		} else {
			high = middle
		}
	}
	return low, high
}

// least is the smallest multiple of the step that does what is asked, or 0 if
// none does; what a multiple does every greater one does too, but for roundings,
// and so those just below are tried one by one.
func (p *plan) least(does func(level int64) bool) int64 {
	_, high := p.border(func(k int64) bool { return !does(k * p.step) })
	for k := high - 1; k > max(0, high-beside); k-- {
		if does(k * p.step) {
			high = k
		}
	}
	return high * p.step
}

// greatest is the largest multiple of the step that does what is asked, or 0 if
// not even the first does; those just above are tried one by one.
func (p *plan) greatest(does func(level int64) bool) int64 {
	low, high := p.border(func(k int64) bool { return does(k * p.step) })
	if high == 0 {
		return 0
	}
	for k := low + 1; k < low+beside; k++ {
		if does(k * p.step) {
			low = k
		}
	}
	return low * p.step
}
