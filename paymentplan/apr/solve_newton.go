package apr

import "math"

// newtonSteps bounds the search, halvings included.
const newtonSteps = 120

// only finds the rate of flows that change direction once. Over the value of the
// turning point, what comes before it grows with the rate and what comes after it
// shrinks, so that there is at most one rate and signs tell on which side it is.
func (e *equation) only() (Rate, bool) {
	total := e.total().Sign()
	if total == 0 {
		return Rate{}, true
	}
	low, high := int64(0), int64(highestRate)
	if total == e.first {
		low, high = lowestRate, 0
	}
	s := e.side(high == 0)
	zero, near := s.newton()
	q := e.unit(math.Expm1(s.sign * zero))
	if low <= q && q < high && e.proves(s.accuracy(), near, q, -e.first) {
		return Rate{low: q, high: q + 1}, true
	}
	return e.kept().narrow(q, low, high, e.first)
}

// farthest is above |log(1+i)| of all rates that are looked for.
const farthest = 9.5

// A point is what flows are worth where |log(1+i)| is u.
type point struct {
	u float64
	worth
}

// rate is i at a point, for US; other laws do not need it to value flows.
func (s *side) rate(u float64) float64 {
	if !s.us {
		return 0
	}
	return math.Expm1(s.sign * u)
}

// newton looks for the zero of the logarithm of what comes before the turning point
// over what comes after it, from 0 to farthest. That grows nearly in a straight line,
// so that Householder's steps of the third order meet it soon. It returns the
// zero and the last point valued.
func (s *side) newton() (zero float64, p point) {
	low, high, u := 0.0, farthest, 0.0
	for n := 0; ; n++ {
		p = point{u, s.at(u, s.rate(u))}
		before, after := &p.in, &p.out
		if s.terms[0].minor < 0 {
			before, after = after, before
		}
		value, step := householder(before, after)
		if value > 0 {
			high = u
		} else {
			low = u
		}
		next := u - step
		// Halves where the step leaves the bounds, is no number or does not get there.
		if good := next >= low && next <= high; !good || n > newtonSteps/2 {
			next = low + (high-low)/2
		} else if math.Abs(next-u)*(s.longest()+2) < nearEnough {
			return next, p
		}
		if next == u || n == newtonSteps {
			return next, p
		}
		u = next
	}
}

// nearEnough is the distance of the point at which flows were valued from the
// rate, times the longest time, from which the signs around the rate are told.
const nearEnough = 2e-4

// householder returns the logarithm of what comes before the turning point over what
// comes after it, and how far its zero is by Householder's method of the third order.
func householder(before, after *sums) (value, step float64) {
	a1, a2, a3 := before.cumulants()
	b1, b2, b3 := after.cumulants()
	value = math.Log(before.worth / after.worth)
	f1, f2, f3 := b1-a1, a2-b2, b3-a3
	return value, value * (6*f1*f1 - 3*value*f2) / (6*f1*f1*f1 - 6*value*f1*f2 + value*value*f3)
}

// cumulants of the distances, weighted by worth: what the derivatives of the
// logarithm of the worth are without their signs.
func (s *sums) cumulants() (c1, c2, c3 float64) {
	m1, m2, m3 := s.first/s.worth, s.second/s.worth, s.third/s.worth
	return m1, m2 - m1*m1, m3 - 3*m1*m2 + 2*m1*m1*m1
}

// proves reports whether the rate is above the unit q and below the next: whether
// the flows have at both the sign that they must, where below is the one at q.
// Taylor's formula carries them there from the point at which they were valued. Its
// remainder is at most the fourth derivative: the worths times the fourth power of
// the longest time, to which a fraction of a period adds less than 2.
func (e *equation) proves(a accuracy, p point, q int64, below int) bool {
	longest := a.longest + 2
	first, second, third := p.in.first-p.out.first, p.in.second-p.out.second, p.in.third-p.out.third
	for range 2 {
		u, i := e.rates(q)
		u = math.Abs(u)
		delta := u - p.u
		reach := math.Abs(delta) * longest
		if !(reach < 2*nearEnough) {
			return false
		}
		// Errors of the derivatives are those of the worth times powers of reach.
		relative := a.at(max(u, p.u), i) + 40*ulp*u + reach*reach*reach*reach/24
		value := p.difference() - delta*(first-delta*(second/2-delta*third/6))
		if sign, ok := surely(value, 1.001*relative*p.sum()); !ok || sign != below {
			return false
		}
		q, below = q+1, -below
	}
	return true
}
