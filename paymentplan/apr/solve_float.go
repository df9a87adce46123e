package apr

import "math"

// The bounds on the errors of float64, relative to the result. A sum, product or
// quotient is off by half an ulp at most, here ulp; math.Exp, Log and Log1p promise
// to be off by less than one ulp, which is two of these, and are taken to be off by
// four times that.
const (
	ulp  = 1.0 / (1 << 53)
	libm = 8 * ulp
)

// blockLength is after how many products of powers a power is made anew, so that
// errors do not grow with the number of flows.
const blockLength = 32

// A side is an equation seen from one end: the terms in the order in which rates
// of one sign, growing away from 0, diminish them.
type side struct {
	terms []term  // of rates below 0 in reverse, with negative times
	sign  float64 // of the rates: 1 or −1
	steps float64 // of term.at in a period
	den   float64
	us    bool
}

// side is that of the rates up from 0, or down.
func (e *equation) side(down bool) side {
	s := side{terms: e.terms, sign: 1, steps: float64(e.steps()), den: float64(e.den), us: e.us}
	if down {
		s.sign = -1
		if s.terms = e.back; s.terms == nil {
			s.terms = e.reversed()
		}
	}
	return s
}

// reversed is what [equation.back] is.
func (e *equation) reversed() []term {
	back := make([]term, 0, len(e.terms))
	for k := len(e.terms) - 1; k >= 0; k-- {
		t := e.terms[k]
		t.at = -t.at
		back = append(back, t)
	}
	return back
}

// longest is the distance between the first and the last term, in periods.
func (s *side) longest() float64 {
	return float64(s.terms[len(s.terms)-1].at-s.terms[0].at) / s.steps
}

// sums of one direction: of the worths, and of their first three derivatives by
// |log(1+i)| without their signs, which are worths times powers of the distances.
type sums struct{ worth, first, second, third float64 }

func (s *sums) add(t sums) {
	s.worth, s.first, s.second, s.third = s.worth+t.worth, s.first+t.first, s.second+t.second, s.third+t.third
}

// periods turns distances in steps into distances in periods.
func (s sums) periods(steps float64) sums {
	return sums{s.worth, s.first / steps, s.second / (steps * steps), s.third / (steps * steps * steps)}
}

// worth is what the flows of each direction are worth at a rate, over the value of
// the period in which the first term of the side falls: no power is above 1.
type worth struct{ in, out sums }

func (w *worth) difference() float64 { return w.in.worth - w.out.worth }

func (w *worth) sum() float64 { return w.in.worth + w.out.worth }

// at values the flows at a rate of i a period; u is |log(1+i)|. Powers are products
// of those of the gaps between flows, since gaps repeat.
func (s *side) at(u, i float64) (w worth) {
	r := ratios{perStep: -u / s.steps}
	for rest := s.terms; len(rest) > 0; {
		n := min(len(rest), blockLength)
		var b worth // sums of few are off by little
		if s.us {
			b = s.unitPeriods(rest[:n], i, &r)
		} else {
			b = s.years(rest[:n], &r)
		}
		w.in.add(b.in)
		w.out.add(b.out)
		rest = rest[n:]
	}
	w.in, w.out = w.in.periods(s.steps), w.out.periods(s.steps)
	return w
}

// years values a block by yearly compounding, with distances in steps.
func (s *side) years(block []term, r *ratios) worth {
	var in, in1, in2, in3, out, out1, out2, out3 float64 // kept in registers
	last, origin := block[0].at, s.terms[0].at
	power, gap, ratio := r.fresh(last-origin), int64(0), 1.0
	for k := range block {
		t := &block[k]
		if g := t.at - last; g != gap {
			gap, ratio = g, r.of(g)
		}
		power *= ratio
		last = t.at
		d := float64(t.at - origin)
		v := float64(t.minor) * power
		v1 := v * d
		v2 := v1 * d
		if v > 0 {
			in, in1, in2, in3 = in+v, in1+v1, in2+v2, in3+v2*d
		} else {
			out, out1, out2, out3 = out-v, out1-v1, out2-v2, out3-v2*d
		}
	}
	return worth{sums{in, in1, in2, in3}, sums{out, out1, out2, out3}}
}

// unitPeriods values a block by Appendix J: no interest on interest within the
// fraction of a period, whose part in the logarithm of the worth has the
// derivatives p, p(1−p) and p(1−p)(1−2p).
func (s *side) unitPeriods(block []term, i float64, r *ratios) (w worth) {
	last, origin := block[0].at, s.terms[0].at
	power, part := r.fresh(last-origin), int64(0)
	within, p, p1, p2 := 1.0, 0.0, 0.0, 0.0
	for k := range block {
		t := &block[k]
		power *= r.of(t.at - last)
		last = t.at
		if t.part != part {
			part = t.part
			f := float64(part) / s.den
			within = 1 / (1 + f*i)
			p = f * (1 + i) * within
			p1 = p * (1 - p)
			p2 = s.sign * p1 * (1 - 2*p)
		}
		d := float64(t.at-origin) + s.sign*p
		v := float64(t.minor) * power * within
		square := d * d
		if v > 0 {
			w.in.add(sums{v, v * d, v * (square - p1), v * (d*(square-3*p1) + p2)})
		} else {
			w.out.add(sums{-v, -v * d, -v * (square - p1), -v * (d*(square-3*p1) + p2)})
		}
	}
	return w
}

// ratios keeps the powers of the gaps met last.
type ratios struct {
	perStep float64 // −u a step
	gaps    [8]int64
	powers  [8]float64
	met     uint
}

// fresh makes a power without products.
func (r *ratios) fresh(distance int64) float64 {
	if distance == 0 || r.perStep == 0 {
		return 1
	}
	return math.Exp(r.perStep * float64(distance))
}

func (r *ratios) of(gap int64) float64 {
	if gap == 0 || r.perStep == 0 { // as where a search begins
		return 1
	}
	for j, g := range r.gaps[:min(r.met, uint(len(r.gaps)))] {
		if g == gap {
			return r.powers[j]
		}
	}
	power := r.fresh(gap)
	at := r.met % uint(len(r.gaps))
	r.gaps[at], r.powers[at] = gap, power
	r.met++
	return power
}
