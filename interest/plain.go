package interest

import (
	"github.com/shopspring/decimal"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/law"
)

// plainRate is a rate of the form series × factor + series × factor + margin, either
// series being absent or both.
type plainRate struct {
	tables  [2]*law.Table[decimal.Decimal]
	factors [2]Factor
	// margin is the sum of all margins, moved the sum of their sizes: so far may a rate
	// on the way to the whole be from its series.
	margin, moved Percent
}

// plain takes a rate apart, if it has that form. Labels and citations change no figure.
func (r Rate) plain() (plainRate, bool) {
	switch n := r.n.(type) {
	case fixed:
		return plainRate{}.plus(n.rate)
	case reference:
		return n.times(onePercent)
	case cited:
		return n.rate.plain()
	case named:
		return n.rate.plain()
	case plus:
		if p, ok := n.rate.plain(); ok {
			return p.plus(n.margin)
		}
	case times:
		if of, isTable := n.rate.n.(reference); isTable && n.factor != 0 {
			return of.times(n.factor)
		}
	case fixedAt:
		if s, err := n.rate.At(n.day); err == nil {
			return plainRate{}.plus(s.Rate)
		}
	case sumOf:
		a, okA := n.a.plain()
		b, okB := n.b.plain()
		if okA && okB {
			return a.and(b)
		}
	}
	return plainRate{}, false
}

// times is a series times a multiplier.
func (n reference) times(f Factor) (plainRate, bool) {
	return plainRate{tables: [2]*law.Table[decimal.Decimal]{n.table}, factors: [2]Factor{f}}, n.table != nil
}

// plus adds a margin.
func (p plainRate) plus(margin Percent) (plainRate, bool) {
	if margin > MaxPercent || margin < -MaxPercent {
		return p, false
	}
	p.margin += margin
	p.moved += max(margin, -margin)
	return p, true
}

// and adds two rates, of which at most two series can come.
func (p plainRate) and(q plainRate) (plainRate, bool) {
	p.margin += q.margin
	p.moved += q.moved
	for i, t := range q.tables {
		switch {
		case t == nil:
		case p.tables[0] == nil:
			p.tables[0], p.factors[0] = t, q.factors[i]
		case p.tables[1] == nil:
			p.tables[1], p.factors[1] = t, q.factors[i]
		default:
			return p, false
		}
	}
	return p, true
}

// key names one of the series.
func (p plainRate) key(i int) multiple {
	if p.tables[i] == nil {
		return multiple{}
	}
	return multiple{p.tables[i].Identity(), p.factors[i]}
}

// series is the rate without its margin.
func (p plainRate) series() Rate {
	r := Fixed(0)
	for i, t := range p.tables {
		switch {
		case t == nil:
		case i == 0:
			r = Reference(t).Times(p.factors[0])
		default:
			r = Sum(r, Reference(t).Times(p.factors[1]))
		}
	}
	return r
}

// reach is how far from 0 the series come over days that are known, each by itself,
// together.
func (p plainRate) reach(days calendar.Period) (sum Percent) {
	for i, t := range p.tables {
		if t == nil {
			continue
		}
		steps, err := Reference(t).Times(p.factors[i]).steps(days)
		if err != nil {
			return MaxPercent + 1
		}
		var most Percent
		for _, s := range steps {
			most = max(most, s.Rate, -s.Rate)
		}
		sum += most
	}
	return sum
}
