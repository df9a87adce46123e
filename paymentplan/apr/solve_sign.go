package apr

import "math"

// rates gives the rate a period of q·10^-9 per cent a year, and log(1+i), both
// off by less than 16 ulps.
func (e *equation) rates(q int64) (u, i float64) {
	per := 1e11 * float64(e.perNum)
	add := float64(q) * float64(e.perDen)
	i = add / per
	if math.Abs(i) < 0.5 {
		return math.Log1p(i), i
	}
	// Here 1+i is exact to three ulps, and its logarithm at least 0.4.
	return math.Log((per + add) / per), i
}

// unit is the nearest unit at or below a rate a period, within the range.
func (e *equation) unit(i float64) int64 {
	q := math.Floor(i * 1e11 * float64(e.perNum) / float64(e.perDen))
	return int64(math.Min(math.Max(q, lowestRate), highestRate))
}

// floatSign gives the sign of the equation where float64 leaves no doubt.
func (e *equation) floatSign(q int64) (sign int, ok bool) {
	u, i := e.rates(q)
	s := e.side(q < 0)
	w := s.at(math.Abs(u), i)
	return surely(w.difference(), s.relativeError(math.Abs(u), i)*w.sum())
}

// surely is the sign of a value with a bound on its error. The factor is for the
// errors of the bound itself.
func surely(value, bound float64) (sign int, ok bool) {
	switch {
	case value > 1.01*bound:
		return 1, true
	case value < -1.01*bound:
		return -1, true
	}
	return 0, false
}

// relativeError bounds the error of the worths at a rate, relative to their sum.
func (s *side) relativeError(u, i float64) float64 { return s.accuracy().at(u, i) }

// accuracy is that of flows valued in blocks.
func (s *side) accuracy() accuracy {
	a := s.accuracyOf(min(len(s.terms), blockLength))
	a.fixed += float64(len(s.terms)/blockLength) * ulp
	return a
}

// accuracyOf is that of n flows where each power is a product of up to n powers:
// errors of powers and their products, of amounts and sums.
func (s *side) accuracyOf(n int) accuracy {
	return accuracy{s.longest(), float64(n+1)*(libm+2*ulp) + float64(n+4)*ulp, s.us}
}

// An accuracy bounds errors of the worth of flows, relative to their sum.
type accuracy struct {
	longest float64 // between two flows, in periods
	fixed   float64 // what does not grow with the rate
	us      bool
}

// at adds the errors of exponents, which are those of u and of products, and those of
// fractions of a period, which lose what 1+f·i cancels.
func (a accuracy) at(u, i float64) float64 {
	bound := 20*ulp*a.longest*u + a.fixed
	if a.us {
		bound += 24 * ulp * math.Max(1, 1/(1+i))
	}
	return bound
}
