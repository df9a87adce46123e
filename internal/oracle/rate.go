package oracle

import (
	"encoding/json"
	"fmt"
	"math/big"
)

// yearly is a rate as a function of the day. It is provisional where the table
// behind it had to be extended.
type yearly interface {
	on(d day, extend bool) (value micro, provisional bool, err error)
}

// source is a fixed rate, or a series times a multiplier plus a margin, read on
// the day itself, if halfYearly on the first day of its calendar half-year, or,
// if frozen, as it is read on the anchor for ever.
type source struct {
	fixed      micro
	series     *table // nil: fixed
	multiplier *big.Rat
	margin     micro
	halfYearly bool
	frozen     bool
	anchor     day
}

func (s *source) on(d day, extend bool) (value micro, provisional bool, err error) {
	if s.series == nil {
		return s.fixed, false, nil
	}
	if s.frozen {
		d = s.anchor
	}
	if s.halfYearly {
		d = d.halfYear()
	}
	value, provisional, err = s.series.on(d, extend)
	if err != nil {
		return 0, false, err
	}
	if s.multiplier != nil {
		product := new(big.Rat).Mul(s.multiplier, new(big.Rat).SetInt64(int64(value)))
		n, err := whole(product, 1)
		if err != nil {
			return 0, false, fmt.Errorf("%s %% times %s is finer than 0.000001 %%", value, s.multiplier.RatString())
		}
		value = micro(n)
	}
	return value + s.margin, provisional, nil
}

// inTurn is one rate before a day and another from it on.
type inTurn struct {
	before yearly
	turn   day
	after  yearly
}

func (s inTurn) on(d day, extend bool) (micro, bool, error) {
	if d < s.turn {
		return s.before.on(d, extend)
	}
	return s.after.on(d, extend)
}

// lower is the lower of two rates; provisional if either is.
type lower [2]yearly

func (s lower) on(d day, extend bool) (micro, bool, error) {
	x, early, err := s[0].on(d, extend)
	if err != nil {
		return 0, false, err
	}
	y, late, err := s[1].on(d, extend)
	return min(x, y), early || late, err
}

// quote is the rate of a claim on one day.
type quote struct {
	rate              micro
	provisional       bool
	floorAboveCeiling bool
}

// terms say which rate a claim has on which day.
type terms struct {
	rest          yearly // nil: no interest
	agreed        yearly
	agreedThrough day
	floor         yearly
	ceiling       yearly // nil, the file's, the statute's, or the lower of both
	extend        bool
}

// on is the rate of the day: the higher of the agreed rate, while it lasts, and
// the rest, lifted to the floor, then cut to the ceiling. It is provisional if
// any value that had to be looked at is.
func (t *terms) on(d day) (quote, error) {
	if t.rest == nil {
		return quote{}, nil
	}
	value, q, err := t.look(t.rest, d, quote{})
	if err != nil {
		return quote{}, err
	}
	q.rate = value
	if t.agreed != nil && d <= t.agreedThrough {
		if value, q, err = t.look(t.agreed, d, q); err != nil {
			return quote{}, err
		}
		q.rate = max(q.rate, value)
	}
	return t.bound(d, q)
}

func (t *terms) bound(d day, q quote) (quote, error) {
	var low, high micro
	var err error
	if t.floor != nil {
		if low, q, err = t.look(t.floor, d, q); err != nil {
			return quote{}, err
		}
		q.rate = max(q.rate, low)
	}
	if t.ceiling != nil {
		if high, q, err = t.look(t.ceiling, d, q); err != nil {
			return quote{}, err
		}
		q.rate = min(q.rate, high)
		q.floorAboveCeiling = t.floor != nil && low > high
	}
	return q, nil
}

func (t *terms) look(s yearly, d day, q quote) (micro, quote, error) {
	value, provisional, err := s.on(d, t.extend)
	q.provisional = q.provisional || provisional
	return value, q, err
}

// readSource turns the basis fixed or reference into a source; anchor is the
// day on which a rate that is fixed at start is read.
func (t *Tables) readSource(in rateInput, anchor day) (*source, error) {
	switch in.Basis {
	case "fixed":
		if in.Rate == "" || in.Series+in.Margin+in.Multiplier+in.Reset != "" {
			return nil, fmt.Errorf("a fixed basis takes a rate and nothing else")
		}
		rate, err := parseMicro(in.Rate)
		return &source{fixed: rate}, err
	case "reference":
		return t.readReference(in, anchor)
	}
	return nil, fmt.Errorf("basis %q is not known here", in.Basis)
}

func (t *Tables) readReference(in rateInput, anchor day) (*source, error) {
	s := &source{series: t.series[in.Series], anchor: anchor}
	if s.series == nil || in.Rate != "" {
		return nil, fmt.Errorf("a reference basis takes a known series and no rate, not %q", in.Series)
	}
	if in.Margin != "" && publishedTotal(in.Series) {
		return nil, fmt.Errorf("%s is published as a total, it takes no margin", in.Series)
	}
	var err error
	if s.margin, err = parseMicro(in.Margin); err != nil {
		return nil, err
	}
	if in.Multiplier != "" {
		if s.multiplier, err = parseDecimal(in.Multiplier); err != nil {
			return nil, err
		}
	}
	s.frozen, err = readReset(in.Reset, false)
	return s, err
}

func readReset(reset string, byDefault bool) (frozen bool, err error) {
	switch reset {
	case "":
		return byDefault, nil
	case "floating":
		return false, nil
	case "fixed-at-start":
		return true, nil
	}
	return false, fmt.Errorf("reset %q is not known", reset)
}

// readBound reads a floor or ceiling: a percentage, or a series with a margin.
func (t *Tables) readBound(text json.RawMessage) (yearly, error) {
	if len(text) == 0 || string(text) == `""` || string(text) == "null" || string(text) == "{}" {
		return nil, nil
	}
	if text[0] == '"' {
		var percent string
		if err := json.Unmarshal(text, &percent); err != nil {
			return nil, err
		}
		rate, err := parseMicro(percent)
		return &source{fixed: rate}, err
	}
	var in struct{ Series, Margin string }
	if err := json.Unmarshal(text, &in); err != nil {
		return nil, err
	}
	return t.readReference(rateInput{Series: in.Series, Margin: in.Margin}, noDay)
}
