package apr

import "github.com/skuld-go/skuld/internal/wide"

// The rates that are looked for, in units of 10^-9 per cent.
const (
	lowestRate  = -9_999 * unitsPerPercent / 100 // −99.99 %
	highestRate = 1_000_000 * unitsPerPercent    // 1,000,000 %
)

// stackTerms is how many terms are kept without allocation.
const stackTerms = 96

// Solve returns the yearly rate at which the flows are worth nothing together, by
// the equation of m. Flows may come in any order, several at one time, and with
// amounts of 0. Only the law, the unit and Per of m are used.
//
// Up to 96 flows with one change of direction cost no allocation where float64
// proves the rate. Work is bounded for any flows that pass the checks. Errors wrap
// ErrMethod or ErrFlow: more than [MaxFlows] flows, several currencies, amounts
// over 10^15 minor units, times beyond [MaxTime] or [MaxDenominator], for US below 0.
func Solve(flows []Flow, m Method) (Answer, error) {
	if promising(flows) {
		if r, ok := levelRate(flows, m); ok {
			return Answer{Outcome: Found, Rate: r, Turns: 1}, nil
		}
	}
	return solveTerms(flows, m)
}

// promising looks at the flows in the middle, so that others than level payments lose
// no time.
func promising(flows []Flow) bool {
	n := len(flows) / 2
	return n < 2 || evenly(flows[n-1:n+2], MaxTime*MaxDenominator) == 3
}

// levelRate finds the rate of level payments with its proof.
func levelRate(flows []Flow, m Method) (Rate, bool) {
	var l levels
	if !l.read(flows, m) {
		return Rate{}, false
	}
	return l.rate()
}

// solveTerms is Solve for any flows.
func solveTerms(flows []Flow, m Method) (Answer, error) {
	var buf [stackTerms]term
	e, err := build(buf[:0], flows, m)
	if err != nil {
		return Answer{}, err
	}
	switch a := (Answer{Outcome: None, Turns: e.turns()}); a.Turns {
	case 0:
		return a, nil
	case 1:
		switch r, ok := e.only(); {
		case ok && r.Single():
			a.Outcome, a.Rate = Found, r
		case ok:
			a.Outcome, a.Rates = Ambiguous, []Rate{r}
		}
		return a, nil
	default:
		return e.kept().several(a), nil
	}
}

// kept is a copy that does not use the caller's stack.
func (e *equation) kept() *equation {
	k := *e
	k.terms = make([]term, len(e.terms))
	copy(k.terms, e.terms)
	k.back = k.reversed()
	return &k
}

// several is for flows that change direction more than once.
func (e *equation) several(a Answer) Answer {
	switch rates := e.isolate(); {
	case len(rates) == 1 && rates[0].Single():
		a.Outcome, a.Rate = Found, rates[0]
	case len(rates) > 0:
		a.Outcome, a.Rates = Ambiguous, rates
	}
	return a
}

// where returns −1 where the rate looked for is below q, +1 where it is above, 0 if
// q is it. up is the sign of the equation at what is above the rate.
func (e *equation) where(q int64, up int) (s int, ok bool) {
	s, ok = e.sign(q)
	return -s * up, ok
}

// narrow finds the one rate from low through high: from a guess in steps that
// double until the rate is between, then by halves. False means that it is not there.
func (e *equation) narrow(at, low, high int64, up int) (Rate, bool) {
	at = min(max(at, low), high)
	below, above := low-1, high+1 // what is known to be below the rate, and above
	for step := int64(1); below < low || above > high; step *= 2 {
		s, ok := e.where(at, up)
		switch {
		case !ok:
			r := e.around(at, low, high, up)
			return r, true
		case s == 0:
			return Rate{low: at, high: at}, true
		case s > 0 && at == high, s < 0 && at == low:
			return Rate{}, false
		case s > 0:
			below, at = at, min(at+step, high)
		default:
			above, at = at, max(at-step, low)
		}
	}
	return e.halve(below, above, up), true
}

// halve narrows the rate between two units until nothing is between them.
func (e *equation) halve(below, above int64, up int) Rate {
	for above-below > 1 {
		mid := below + (above-below)/2
		s, ok := e.where(mid, up)
		switch {
		case !ok:
			r := e.around(mid, below, above, up)
			r.unsure = false // the signs at both ends are known
			return r
		case s == 0:
			return Rate{low: mid, high: mid}
		case s > 0:
			below = mid
		default:
			above = mid
		}
	}
	return Rate{low: below, high: above}
}

// around is for a unit at which bounded work gives no sign: the bounds are units
// near it that have one. Where there are none it is unsure that there is a rate.
func (e *equation) around(at, low, high int64, up int) Rate {
	r := Rate{low: low, high: high}
	var under, over bool
	for step := int64(1); at-step > low && !under; step *= 4 {
		if s, ok := e.where(at-step, up); ok && s > 0 {
			r.low, under = at-step, true
		}
	}
	for step := int64(1); at+step < high && !over; step *= 4 {
		if s, ok := e.where(at+step, up); ok && s < 0 {
			r.high, over = at+step, true
		}
	}
	r.unsure = !under || !over
	return r
}

// sign returns the sign of the equation at a rate, in units of 10^-9 per cent;
// false means that bounded work does not tell.
func (e *equation) sign(q int64) (sign int, ok bool) {
	if q == 0 {
		return e.total().Sign(), true
	}
	if s, ok := e.floatSign(q); ok {
		return s, true
	}
	return e.bigSign(q)
}

// total is the sum of the flows, their value at 0 %. It has no more than 17 bits
// over the 64 of an amount.
func (e *equation) total() wide.Int {
	var sum wide.Int
	for k := range e.terms {
		sum, _ = sum.Add(wide.FromInt64(e.terms[k].minor))
	}
	return sum
}
