package apr

// Outcome says what became of the search for a rate. The zero value is none of
// them.
type Outcome uint8

// The outcomes.
const (
	// Found is exactly one rate from −99.99 % through 1,000,000 %.
	Found Outcome = iota + 1
	// None is no such rate, by proof.
	None
	// Ambiguous is more than one rate, or bounds between which it could not be told
	// how many there are.
	Ambiguous
)

// String returns "found", "none" or "ambiguous".
func (o Outcome) String() string {
	if o > Ambiguous {
		o = 0
	}
	return [...]string{"", "found", "none", "ambiguous"}[o]
}

// An Answer is what [Solve] returns.
type Answer struct {
	Outcome Outcome
	// Rate is the rate that was found, where the outcome is Found.
	Rate Rate
	// Rates are all the rates in ascending order where the outcome is Ambiguous. They
	// do not overlap.
	Rates []Rate
	// Turns is the number of times that the flows change direction in the order of
	// time, what falls on one time taken together. With 0 there is no rate, with 1
	// there is at most one.
	Turns int
}

// Nearest returns one rate of an ambiguous answer, and the rate of one that is
// found: the one nearest to zero among those of at least 0, or, if there are none,
// among those below. That is the choice of the United Kingdom's rules for the
// total charge for credit; Directive 2008/48/EC and Regulation Z make none. False
// means that there is no rate or that the bounds in question may hold none or
// several.
func (a Answer) Nearest() (Rate, bool) {
	if a.Outcome == Found {
		return a.Rate, true
	}
	for _, r := range a.Rates {
		if r.high > 0 || r.high == 0 && r.low == 0 {
			return r, r.Single() && (r.low >= 0)
		}
	}
	if n := len(a.Rates); n > 0 {
		return a.Rates[n-1], a.Rates[n-1].Single()
	}
	return Rate{}, false
}
