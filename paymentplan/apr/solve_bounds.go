package apr

import "math"

// A piece is a range of rates on one side of 0, in which the value of the flows
// and its slope are enclosed.
type piece struct {
	*equation
	side              side
	low, high         float64 // log(1+i) at the ends, outwards
	lowRate, highRate float64 // i at the ends, outwards
	near, far         float64 // the smallest and the largest |log(1+i)|
	shift             float64
}

func (e *equation) piece(low, high int64) piece {
	p := piece{equation: e, side: e.side(low < 0)}
	p.low, p.lowRate = e.rates(low)
	p.high, p.highRate = e.rates(high)
	const off = 16 * ulp
	p.low, p.high = p.low-off*math.Abs(p.low), p.high+off*math.Abs(p.high)
	p.lowRate, p.highRate = p.lowRate-off*math.Abs(p.lowRate), p.highRate+off*math.Abs(p.highRate)
	p.near, p.far = p.low, p.high
	if low < 0 {
		p.near, p.far = -p.high, -p.low
	}
	return p
}

// verdict is what the bounds of a piece prove: that the value is nowhere zero, or
// that it rises or falls throughout. It is about the equation times the growth
// factor to a fixed power, which has the same zeros: with the mean time of the flows
// for that power the slope is small and its bounds are narrow.
func (p *piece) verdict() (nonzero, monotone bool) {
	mid := (p.low + p.high) / 2
	w := p.side.at(math.Abs(mid), math.Expm1(mid))
	p.shift = p.side.sign * (w.in.first + w.out.first) / w.sum()
	var value, slope interval
	var size, slopeSize float64 // without direction, for the errors
	for k := range p.side.terms {
		v, s, longest := p.term(&p.side.terms[k])
		value, slope = value.plus(v), slope.plus(v.times(s))
		size += v.size()
		slopeSize += v.size() * longest
	}
	relative := p.side.accuracyOf(len(p.terms)).at(p.far, p.lowRate)
	slope = slope.wider(1.01 * (relative + 8*ulp) * slopeSize)
	value = value.wider(1.01 * relative * size)
	// From the middle the value moves by at most half the width times the slope.
	half := (p.high - p.low) / 2
	reach := half*math.Exp(math.Abs(p.shift)*half)*slope.size() + relative*w.sum()
	return value.nonzero() || math.Abs(w.difference()) > 1.01*reach, slope.nonzero()
}

// term encloses the value of a term and its slope over that value; longest bounds
// the parts of which that slope is the sum.
func (p *piece) term(t *term) (value, slope interval, longest float64) {
	d := float64(t.at-p.side.terms[0].at) / p.side.steps
	value = interval{math.Exp(-d * p.far), math.Exp(-d * p.near)}
	slope = interval{-p.side.sign * d, -p.side.sign * d}
	longest = d + math.Abs(p.shift)
	if p.us && t.part > 0 {
		f := float64(t.part) / p.side.den
		low, high := 1+f*p.lowRate, 1+f*p.highRate
		value.low, value.high = value.low/high, value.high/low
		// The fraction f(1+i)/(1+f·i) of a period grows with the rate.
		most := f * (1 + p.highRate) / high
		slope.low, slope.high = slope.low-most, slope.high-f*(1+p.lowRate)/low
		longest += most
	}
	amount := float64(t.minor)
	return value.times(interval{amount, amount}), slope.plus(interval{p.shift, p.shift}), longest
}

// An interval of numbers, low to high. Its operations do not round outwards; the
// errors are added at the end.
type interval struct{ low, high float64 }

func (a interval) plus(b interval) interval { return interval{a.low + b.low, a.high + b.high} }

func (a interval) times(b interval) interval {
	w, x, y, z := a.low*b.low, a.low*b.high, a.high*b.low, a.high*b.high
	return interval{min(w, x, y, z), max(w, x, y, z)}
}

func (a interval) size() float64 { return max(-a.low, a.high) }

func (a interval) nonzero() bool { return a.low > 0 || a.high < 0 }

func (a interval) wider(by float64) interval { return interval{a.low - by, a.high + by} }
