package apr

import "math"

// levelSteps bounds the search among level payments, which mostly takes one or two.
const levelSteps = 8

// leastDiscount is above 0 by more than many units of rates.
const leastDiscount = 1e-6

// rate finds and proves the rate of a few runs. False means that this takes more
// than float64, or a closer look at the flows.
func (l *levels) rate() (Rate, bool) {
	zero, near, ok := l.newton()
	q := l.unit(math.Expm1(zero))
	if !ok || q <= 0 || q >= highestRate || !l.proves(l.accuracy(), near, q, -l.first) {
		return Rate{}, false
	}
	return Rate{low: q, high: q + 1}, true
}

// newton is [side.newton] without what keeps it from going astray. It begins at 0 as
// well but always ends above, near enough to the zero for [levels.accuracy].
func (l *levels) newton() (zero float64, p point, ok bool) {
	longest := l.longest() + 2
	before, after := l.undiscounted()
	_, step := householder(&before, &after)
	for range levelSteps {
		p.u -= step
		if !(p.u > leastDiscount && p.u < farthest) {
			return 0, p, false
		}
		before, after = l.at(p.u)
		_, step = householder(&before, &after)
		if math.Abs(step)*longest < nearEnough && math.Abs(step) < p.u/32 {
			p.in, p.out = before, after
			if l.first < 0 {
				p.in, p.out = after, before
			}
			return p.u - step, p, true
		}
	}
	return 0, p, false
}

// longest is the distance between the first and the last flow, in periods.
func (l *levels) longest() float64 {
	return float64(l.runs[l.met-1].last()-l.runs[0].at) / float64(l.steps())
}

// fraction is the part of a period before the flows of a run, for US.
func (l *levels) fraction(r *run) float64 { return float64(r.part) / float64(l.den) }

// undiscounted sums up what comes before the turning point and what comes after
// it at a rate of 0.
func (l *levels) undiscounted() (before, after sums) {
	for k := range l.met {
		r := &l.runs[k]
		n, gap, p := float64(r.count), float64(r.gap), l.fraction(r)
		p1 := p * (1 - p)
		mean, variance := float64(r.at-l.runs[0].at)+gap*(n-1)/2+p, gap*gap*(n*n-1)/12-p1
		if s := moments(n*math.Abs(float64(r.minor)), mean, variance, p1*(1-2*p)); k < l.turn {
			before.add(s)
		} else {
			after.add(s)
		}
	}
	steps := float64(l.steps())
	return before.periods(steps), after.periods(steps)
}

// at sums them up where log(1+i) is u, above 0.
func (l *levels) at(u float64) (before, after sums) {
	steps, i := float64(l.steps()), 0.0
	if l.us {
		i = math.Expm1(u)
	}
	for k := range l.met {
		r := &l.runs[k]
		if s := l.run(r, u/steps, i); k < l.turn {
			before.add(s)
		} else {
			after.add(s)
		}
	}
	return before.periods(steps), after.periods(steps)
}

// moments turns a worth and the cumulants of its distances into sums.
func moments(worth, c1, c2, c3 float64) sums {
	return sums{worth, worth * c1, worth * (c1*c1 + c2), worth * (c1*(c1*c1+3*c2) + c3)}
}

// run values a run, discounted by x a step and at a rate of i a period. It is a geometric
// sum, of 1−v^n over 1−v for the discount v from one flow to the next.
func (l *levels) run(r *run, x, i float64) sums {
	distance, gap, length := float64(r.at-l.runs[0].at), float64(r.gap), float64(r.gap*r.count)
	worth := math.Abs(float64(r.minor)) * math.Exp(-x*distance)
	c1, c2, c3 := distance, 0.0, 0.0
	if r.count > 1 {
		one, all := -math.Expm1(-x*gap), -math.Expm1(-x*length)
		worth *= all / one
		// gap/(1/v−1) and length/(1/v^n−1), and their derivatives
		g, n := gap*(1-one)/one, length*(1-all)/all
		g2, n2 := g*gap/one, n*length/all
		c1, c2, c3 = c1+g-n, g2-n2, g2*(g+gap/one)-n2*(n+length/all)
	}
	if r.part > 0 {
		f := l.fraction(r)
		within := 1 / (1 + f*i)
		p := f * (1 + i) * within
		p1 := p * (1 - p)
		worth, c1, c2, c3 = worth*within, c1+p, c2-p1, c3+p1*(1-2*p)
	}
	return moments(worth, c1, c2, c3)
}

// accuracy is that of [levels.at] and of what [equation.proves] makes of it, with L
// for the longest distance and 2 and d for the distance to the rate, below u/16.
//
// Of the worth: in 1−v^n and 1−v the exponents are off by three ulps each, and the
// results by no more, as y/(e^y−1) is at most 1. The rest are three functions, and
// ten operations with those of sums.
//
// Of the derivatives: gap/(1−v) is at most L+1/u and length/(1−v^n) at most twice
// that. 1−v and 1−v^n are off by eleven ulps. So the first derivative is off by 60
// ulps of L+1/u, half the second by 140 of its square, a sixth of the third by 260 of
// its cube, all times the worth. Times powers of d that is less than 8 ulps.
func (l *levels) accuracy() accuracy {
	return accuracy{l.longest(), 3*libm + 20*ulp + 8*ulp, l.us}
}
