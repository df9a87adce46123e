package apr

import (
	"cmp"

	"github.com/skuld-go/skuld/internal/wide"
	"github.com/skuld-go/skuld/money"
)

// mostRuns is how many runs a loan has at most: charges, a drawdown, payments and
// a last one that differs.
const mostRuns = 4

// A run is flows of one amount at equal steps.
type run struct {
	at, part   int64 // of the first flow, like those of a term
	gap, count int64 // gap is in steps, 0 for one flow
	minor      int64 // not 0
}

func (r *run) last() int64 { return r.at + r.gap*(r.count-1) }

// levels is an equation as a few runs that change direction once. Payments that do
// not change have a sum that needs no loop, and most loans are made of these.
type levels struct {
	equation               // without terms
	runs     [mostRuns]run // in the order of time
	met      int
	turn     int // the first run of the other direction
}

// read makes runs of flows, false where they are not a few: not in the order of
// time, over several denominators, or not sound. What is wrong is for [build] to say.
func (l *levels) read(flows []Flow, m Method) bool {
	year := m.PerYear()
	if year.Den == 0 || len(flows) == 0 || len(flows) > MaxFlows {
		return false
	}
	l.us, l.perNum, l.perDen = m.Law == US, year.Num, year.Den
	l.den = flows[len(flows)-1].Time.Den // the first may be at a time 0 over anything
	currency := flows[0].Amount.Currency()
	if currency.IsZero() || l.den <= 0 || l.den > MaxDenominator {
		return false
	}
	for len(flows) > 0 {
		f, n := &flows[0], 1
		switch d := f.Time.Den; {
		case d == l.den:
			n = evenly(flows, MaxTime*l.den)
		case f.Time.Num != 0 || d != 0 && d != 1:
			return false
		}
		if f.Amount.Currency() != currency || !l.take(f, int64(n)) {
			return false
		}
		if n > 1 {
			l.runs[l.met-1].gap = flows[1].Time.Num - f.Time.Num
		}
		flows = flows[n:]
	}
	return l.settle()
}

// evenly is how many flows from the first are one run up to a latest time.
func evenly(flows []Flow, latest int64) int {
	f := &flows[0]
	if len(flows) < 2 || flows[1].Time.Num <= f.Time.Num {
		return 1
	}
	last, gap := f.Time.Num, flows[1].Time.Num-f.Time.Num
	for n := 1; n < len(flows); n++ {
		g := &flows[n]
		if g.Amount != f.Amount || g.Time.Den != f.Time.Den || g.Time.Num-last != gap || g.Time.Num > latest {
			return n
		}
		last = g.Time.Num
	}
	return len(flows)
}

// take keeps a run of which f is the first flow.
func (l *levels) take(f *Flow, count int64) bool {
	at, minor, latest := f.Time.Num, f.Amount.Minor(), MaxTime*l.den
	if minor == 0 || minor > money.MaxMinor || minor < -money.MaxMinor || at > latest || at < -latest || l.us && at < 0 {
		return false
	}
	if l.met > 0 {
		last := &l.runs[l.met-1]
		switch end := last.last(); {
		case end > at:
			return false
		case end == at: // such as a charge on the day of the drawdown
			last.minor += minor
			return last.count == 1 && count == 1 && last.minor != 0 && max(last.minor, -last.minor) <= money.MaxMinor
		case l.met == mostRuns:
			return false
		}
	}
	l.runs[l.met] = run{at: at, count: count, minor: minor}
	l.met++
	return true
}

// settle turns times into steps and says whether the runs change direction once,
// at a rate above 0.
func (l *levels) settle() bool {
	var total wide.Int
	l.first, l.turn = cmp.Compare(l.runs[0].minor, 0), 0
	for k := range l.met {
		r := &l.runs[k]
		total = total.AddMul(r.minor, r.count)
		if l.us {
			if r.gap%l.den != 0 { // the fractions of a period differ
				return false
			}
			r.at, r.part, r.gap = r.at/l.den, r.at%l.den, r.gap/l.den
		}
		switch turned := cmp.Compare(r.minor, 0) != l.first; {
		case turned && l.turn == 0:
			l.turn = k
		case !turned && l.turn != 0:
			return false
		}
	}
	return total.Sign() == -l.first // then there was a turn
}
