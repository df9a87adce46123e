package apr

import (
	"cmp"
	"fmt"
	"slices"
)

// A term is what flows at one time. Its value is minor · g^at · c, where g is the
// growth factor of a step to the power −1 and c is 1, or for US what the fraction
// of a period does.
type term struct {
	at    int64 // in steps: 1/den of a year; for US whole unit-periods
	part  int64 // US: the fraction of a unit-period in 1/den
	minor int64 // not 0
}

// An equation is what [Solve] works on: terms in the order of time, no two of
// opposite direction at one time.
type equation struct {
	terms []term
	back  []term // in reverse with negative times; nil where it is not kept
	den   int64  // common denominator of all times
	us    bool
	// A rate of q·10^-9 per cent a year is q·perDen/(perNum·10^11) a period.
	perNum, perDen int64
	first          int    // direction of the first term
	patience       uint64 // bits that [equation.zero] multiplies at most
}

// patience is about a second of work.
const patience = 1 << 35

// steps is the number of steps of [term.at] in a period.
func (e *equation) steps() int64 {
	if e.us {
		return 1
	}
	return e.den
}

// build checks flows and makes terms of them; terms is where to keep them.
func build(terms []term, flows []Flow, m Method) (equation, error) {
	if err := m.Validate(); err != nil {
		return equation{}, err
	}
	if len(flows) > MaxFlows {
		return equation{}, fmt.Errorf("%w: %d flows, want at most %d", ErrFlow, len(flows), MaxFlows)
	}
	den, err := common(flows, m.Law)
	if err != nil {
		return equation{}, err
	}
	if len(flows) > stackTerms {
		terms = make([]term, 0, len(flows))
	}
	year := m.PerYear()
	e := equation{us: m.Law == US, perNum: year.Num, perDen: year.Den, den: den, patience: patience}
	terms, done := e.collect(terms, flows)
	if !done {
		slices.SortFunc(terms, compareTerms)
		terms = merge(terms)
	}
	if e.terms = terms; len(terms) > 0 {
		e.first = cmp.Compare(terms[0].minor, 0)
	}
	return e, nil
}

// common checks all flows and returns the common denominator of their times.
func common(flows []Flow, law Law) (int64, error) {
	den := int64(1)
	for i := range flows {
		f := &flows[i]
		if i == 0 || !f.sound(flows[0].Amount.Currency(), law == US) {
			if err := f.check(i, flows[0].Amount.Currency(), law); err != nil {
				return 0, err
			}
		}
		if d := f.Time.Den; d != den && d > 1 && den%d != 0 {
			if den = lcm(den, d); den > MaxDenominator {
				return 0, fmt.Errorf("%w: the times have no common denominator up to %d", ErrFlow, MaxDenominator)
			}
		}
	}
	return den, nil
}

// collect turns flows into terms. It is done if they are in the order of time and
// what falls on one time is added up.
func (e *equation) collect(terms []term, flows []Flow) (_ []term, done bool) {
	done = true
	known, factor := int64(0), int64(0) // a denominator, 0 for the zero value, and den over it
	for i := range flows {
		f := &flows[i]
		if f.Time.Den != known {
			known, factor = f.Time.Den, e.den/max(f.Time.Den, 1)
		}
		t := term{at: f.Time.Num * factor, minor: f.Amount.Minor()}
		if e.us {
			t.at, t.part = t.at/e.den, t.at%e.den
		}
		if n := len(terms); n > 0 && t.at <= terms[n-1].at {
			last := &terms[n-1]
			if t.at == last.at && t.part == last.part && t.minor != -last.minor && len(flows) <= stackTerms {
				last.minor += t.minor
				continue
			}
			done = done && t.at == last.at && t.part > last.part
		}
		done = done && t.minor != 0
		terms = append(terms, t)
	}
	return terms, done
}

func compareTerms(a, b term) int {
	if a.at != b.at {
		return cmp.Compare(a.at, b.at)
	}
	return cmp.Compare(a.part, b.part)
}

// chunk is the largest amount of a term. An int64 holds several.
const chunk = 1_000_000_000_000_000_000

// merge adds up in place what falls on one time. A sum beyond an int64 stays in
// several terms of one direction, never more than it came from.
func merge(terms []term) []term {
	out := terms[:0]
	for i := 0; i < len(terms); {
		t, chunks, rest := terms[i], int64(0), int64(0)
		for ; i < len(terms) && compareTerms(terms[i], t) == 0; i++ {
			switch rest += terms[i].minor; {
			case rest > chunk:
				chunks, rest = chunks+1, rest-chunk
			case rest < -chunk:
				chunks, rest = chunks-1, rest+chunk
			}
		}
		out = appendSum(out, t, chunks, rest)
	}
	return out
}

// appendSum appends terms worth chunks·chunk + rest.
func appendSum(out []term, t term, chunks, rest int64) []term {
	if chunks > 0 && rest < 0 {
		chunks, rest = chunks-1, rest+chunk
	}
	if chunks < 0 && rest > 0 {
		chunks, rest = chunks+1, rest-chunk
	}
	for t.minor = chunk * int64(cmp.Compare(chunks, 0)); chunks != 0; chunks -= int64(cmp.Compare(chunks, 0)) {
		out = append(out, t)
	}
	if t.minor = rest; rest != 0 {
		out = append(out, t)
	}
	return out
}

// turns counts the changes of direction.
func (e *equation) turns() int {
	n := 0
	for i := 1; i < len(e.terms); i++ {
		n += int(uint64(e.terms[i].minor^e.terms[i-1].minor) >> 63) // 1 where signs differ
	}
	return n
}
