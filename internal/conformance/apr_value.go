package conformance

import (
	"math/big"
	"strconv"
	"strings"

	"github.com/skuld-go/skuld/calendar"
)

// Bounds of the times in files, so that series of them can be added up.
const (
	mostTime        = 1000
	mostDenominator = 300_000
)

// sum reads a sum of fractions that must be there: 3/365+1/12, -1.
func (o object) sum(key string) calendar.Fraction {
	none := calendar.Fraction{Den: 1}
	text := o.need(key)
	if text == "" {
		return none
	}
	total := new(big.Rat)
	for part := range strings.SplitSeq(strings.ReplaceAll(text, "-", "+-"), "+") {
		if part = strings.TrimSpace(part); part == "" {
			continue
		}
		r, ok := new(big.Rat).SetString(part)
		if !ok || len(part) > 20 || strings.ContainsAny(part, "eEpPxX_") {
			o.notes.fail("%s%s is %q, want a sum of fractions as 3/365+1/12", o.path, key, text)
			return none
		}
		total.Add(total, r)
	}
	size := new(big.Rat).Abs(total)
	if size.Cmp(big.NewRat(mostTime, 1)) > 0 || total.Denom().Cmp(big.NewInt(mostDenominator)) > 0 {
		o.notes.fail("%s%s is %q, want at most %d and a denominator of at most %d", o.path, key, text, mostTime, mostDenominator)
		return none
	}
	return calendar.Fraction{Num: total.Num().Int64(), Den: total.Denom().Int64()}
}

// count reads a whole number that must be there, from 0 to most.
func (o object) count(key string, most int) int {
	text := o.need(key)
	n, err := strconv.Atoi(text)
	if text != "" && (err != nil || n < 0 || n > most) {
		o.notes.fail("%s%s is %q, want a whole number up to %d", o.path, key, text, most)
		return 0
	}
	return n
}

// flag reads a boolean, false if absent.
func (o object) flag(key string) bool {
	v := o.take(key)
	b, ok := v.(bool)
	if v != nil && !ok {
		o.notes.fail("%s%s is %v, want true or false", o.path, key, v)
	}
	return b
}

// needFigure is a figure that must be there.
func (o object) needFigure(key string) figure {
	f := o.figure(key)
	if f == "" && len(o.notes.errs) == 0 {
		o.notes.fail("%s%s is missing", o.path, key)
	}
	return f
}

// needDate is a date that must be there.
func (o object) needDate(key string) calendar.Date {
	o.values[key] = o.need(key)
	return o.date(key)
}
