package apr

import "math"

const (
	// isolateWork bounds the terms that are valued in the search for several rates.
	isolateWork = 12_000_000
	// leastWidth is the width in log(1+i) below which a piece is not cut further.
	leastWidth = 3e-9
)

// isolate finds all rates of flows that change direction several times, in
// ascending order. It cuts the range into pieces until in each the value is proven
// not to be zero, or proven to rise or fall throughout so that the signs at both
// ends tell. Pieces that stay in doubt become unsure rates.
func (e *equation) isolate() []Rate {
	type ends struct{ low, high int64 }
	todo := []ends{{0, highestRate}, {lowestRate, 0}}
	var found []Rate
	for work := 0; len(todo) > 0; work += 4 * len(e.terms) {
		r := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if work > isolateWork {
			found = appendRate(found, Rate{low: r.low, high: r.high, unsure: true})
			continue
		}
		p := e.piece(r.low, r.high)
		mid := e.unit(math.Expm1((p.low + p.high) / 2))
		switch nonzero, monotone := p.verdict(); {
		case nonzero:
		case monotone:
			found = e.crossing(found, r.low, r.high)
		case mid <= r.low || mid >= r.high || p.high-p.low < leastWidth:
			found = appendRate(found, Rate{low: r.low, high: r.high, unsure: true})
		default:
			todo = append(todo, ends{mid, r.high}, ends{r.low, mid})
		}
	}
	return found
}

// crossing appends the rate of a piece through which the value rises or falls, if
// there is one.
func (e *equation) crossing(found []Rate, low, high int64) []Rate {
	under, ok1 := e.sign(low)
	over, ok2 := e.sign(high)
	switch {
	case !ok1 || !ok2:
		return appendRate(found, Rate{low: low, high: high, unsure: true})
	case under == 0:
		return appendRate(found, Rate{low: low, high: low})
	case over == 0:
		return appendRate(found, Rate{low: high, high: high})
	case under == over:
		return found
	}
	r, _ := e.narrow(e.inside(low, high), low, high, over)
	return appendRate(found, r)
}

// inside guesses the rate between two others on one side of 0 by secants in
// log(1+i), each in the part of the bounds that holds it.
func (e *equation) inside(low, high int64) int64 {
	s := e.side(low < 0)
	value := func(u float64) float64 {
		w := s.at(math.Abs(u), math.Expm1(u))
		return w.difference()
	}
	a, _ := e.rates(low)
	b, _ := e.rates(high)
	fa, fb := value(a), value(b)
	for range newtonSteps {
		c := b - fb*(b-a)/(fb-fa)
		if !(c > math.Min(a, b) && c < math.Max(a, b)) {
			c = (a + b) / 2
		}
		if math.Abs(c-b) < 1e-12 {
			break
		}
		fc := value(c)
		if (fc > 0) != (fb > 0) {
			a, fa = b, fb
		} else {
			fa /= 2 // Illinois: the end that stays loses weight
		}
		b, fb = c, fc
	}
	return e.unit(math.Expm1(b))
}

// appendRate joins doubts that touch, and drops what was found already at the end
// that two pieces share.
func appendRate(found []Rate, r Rate) []Rate {
	if n := len(found); n > 0 && found[n-1].high == r.low {
		switch last := &found[n-1]; {
		case last.unsure && (r.unsure || r.Exact()):
			last.high = r.high
			return found
		case r.unsure && last.Exact():
			*last = Rate{low: last.low, high: r.high, unsure: true}
			return found
		case last.Exact() && r.Exact():
			return found
		}
	}
	return append(found, r)
}
