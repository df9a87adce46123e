package conformance

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"math/big"
	"slices"
	"strconv"
	"strings"

	"github.com/skuld-go/skuld/calendar"
)

// A DayCount is one row of a day-count file: a convention applied from Start up
// to End must give so many days or such a fraction of a year.
type DayCount struct {
	Row        int               // line in the file, from 2
	Convention string            // name without its bracket, as written
	Features   map[string]string // what stood in the bracket, by key; a flag has the value ""
	Start, End calendar.Date
	Want       string // "days=N", "yf=p/q" or "yf=0.123"
}

// A Verdict is what became of a vector: it passed, it is out of scope for a
// feature that the library does not have, or it failed for a reason.
type Verdict struct {
	OutOfScope string // the feature, "" if attempted
	Problem    error  // nil if passed
}

// ReadDayCounts reads a file with the columns convention, start, end and
// expected_days_or_fraction in any order. All malformed rows are reported.
func ReadDayCounts(r io.Reader) ([]DayCount, error) {
	rows, err := csv.NewReader(r).ReadAll()
	if err != nil {
		return nil, err
	}
	if len(rows) == 0 {
		return nil, errors.New("no header, want convention,start,end,expected_days_or_fraction")
	}
	var columns [4]int
	for i, name := range []string{"convention", "start", "end", "expected_days_or_fraction"} {
		if columns[i] = slices.Index(rows[0], name); columns[i] < 0 {
			return nil, fmt.Errorf("header %q has no column %s", rows[0], name)
		}
	}
	var vectors []DayCount
	var errs []error
	for i, row := range rows[1:] {
		v, err := newDayCount(row[columns[0]], row[columns[1]], row[columns[2]], row[columns[3]])
		if err != nil {
			errs = append(errs, fmt.Errorf("row %d: %w", i+2, err))
			continue
		}
		v.Row = i + 2
		vectors = append(vectors, v)
	}
	return vectors, errors.Join(errs...)
}

func newDayCount(convention, start, end, want string) (DayCount, error) {
	from, err1 := calendar.ParseDate(start)
	to, err2 := calendar.ParseDate(end)
	name, bracket, _ := strings.Cut(convention, "[")
	v := DayCount{Convention: strings.TrimSpace(name), Features: map[string]string{}, Start: from, End: to, Want: want}
	for part := range strings.SplitSeq(strings.TrimSuffix(strings.TrimSpace(bracket), "]"), ";") {
		key, value, _ := strings.Cut(part, "=")
		if key = strings.TrimSpace(key); key != "" {
			v.Features[key] = strings.TrimSpace(value)
		}
	}
	return v, errors.Join(err1, err2)
}

// dayCountName brings the ways in which files write a convention to one. What
// stands in round brackets is a remark, except where it tells two conventions
// apart.
func dayCountName(s string) string {
	s = strings.ToLower(s)
	s = strings.NewReplacer("actual", "act", "isma", "icma", " (fixed)", "f", " fixed", "f",
		"(isda)", "isda", "(icma)", "icma", "(afb)", "afb", "(bond", "bond (").Replace(s)
	if open := strings.Index(s, "("); open >= 0 {
		s = s[:open]
	}
	return strings.Join(strings.Fields(s), " ")
}

var dayCounts = map[string]calendar.DayCount{
	"act/365f":         calendar.Act365Fixed,
	"act/360":          calendar.Act360,
	"act/364":          calendar.Act364,
	"act/act isda":     calendar.ActActISDA,
	"act/act icma":     calendar.ActActICMA,
	"act/act afb":      calendar.ActActAFB,
	"act/365l":         calendar.Act365L,
	"act/365 act":      calendar.Act365Actual,
	"nl/365":           calendar.NL365,
	"nl/360":           calendar.NL360,
	"30e/360":          calendar.ThirtyE360,
	"30e/360 isda":     calendar.ThirtyE360ISDA,
	"30e+/360":         calendar.ThirtyEPlus360,
	"30u/360":          calendar.ThirtyU360,
	"30u/360 eom":      calendar.ThirtyU360EOM,
	"30/360 isda":      calendar.Thirty360Bond,
	"30/360 isda bond": calendar.Thirty360Bond,
	"30/360 bond":      calendar.Thirty360Bond,
	"30/360 psa":       calendar.Thirty360PSA,
	"30e/365":          calendar.ThirtyE365,
	"30/365":           calendar.Thirty365,
}

// Judge computes the vector through the library's public functions.
func (v DayCount) Judge() Verdict {
	c, ok := dayCounts[dayCountName(v.Convention)]
	if !ok {
		return Verdict{OutOfScope: v.Convention}
	}
	c, ctx, missing, err := v.terms(c)
	if missing != "" || err != nil {
		return Verdict{OutOfScope: missing, Problem: err}
	}
	p, sign := calendar.Period{From: v.Start, To: v.End}, int64(1)
	if v.End < v.Start {
		if !antisymmetric(c) {
			return Verdict{OutOfScope: v.Convention + " with reversed dates"}
		}
		p, sign = calendar.Period{From: v.End, To: v.Start}, -1
	}
	err = v.compare(c, p, ctx, sign)
	if errors.Is(err, calendar.ErrNeedsContext) {
		return Verdict{OutOfScope: v.Convention + " without coupon periods"}
	}
	return Verdict{Problem: err}
}

// antisymmetric says that the convention counts backwards what it counts
// forwards, with the other sign.
func antisymmetric(c calendar.DayCount) bool {
	return c.Additive() && !c.NeedsContext()
}

// terms translates the features in brackets. A key that the convention has no
// use for is a feature the library does not have.
func (v DayCount) terms(c calendar.DayCount) (_ calendar.DayCount, ctx calendar.Context, missing string, err error) {
	rest := features{values: map[string]string{}}
	for k, value := range v.Features {
		rest.values[k] = value
	}
	switch c {
	case calendar.ThirtyU360:
		// The flag false is bond basis: no rule for February.
		if eom, ok := rest.take("schedule eom"); ok && eom != "true" {
			c = calendar.Thirty360Bond
		}
	case calendar.ThirtyE360ISDA:
		ctx.Maturity = rest.date("termination")
		if end, ok := rest.take("end"); ok && end == "maturity" {
			ctx.Maturity = v.End
		}
		rest.take("end<>maturity")
	case calendar.Act365L:
		ctx.Frequency = rest.span("freq")
		ctx.Schedule = bounds(v.Start, rest.date("period_end"))
	case calendar.ActActICMA:
		ctx = v.coupons(&rest)
	}
	if rest.err == nil && len(rest.values) > 0 {
		keys := make([]string, 0, len(rest.values))
		for k := range rest.values {
			keys = append(keys, k)
		}
		slices.Sort(keys)
		missing = v.Convention + " with " + strings.Join(keys, ", ")
	}
	return c, ctx, missing, rest.err
}

// coupons reads the three ways in which files describe coupon periods: a
// reference period, the period of the row within a schedule, or a whole
// schedule.
func (v DayCount) coupons(f *features) calendar.Context {
	var ctx calendar.Context
	ctx.Frequency = f.span("freq")
	eom, _ := f.take("eom")
	ctx.EndOfMonth = eom == "true"
	if from, to, ok := f.period("ref"); ok {
		ctx.Schedule = bounds(min(v.Start, from), from, to, max(to, v.End))
		// The coupon's length in months is the nearest whole number.
		ctx.Frequency = calendar.Months((12*int(to-from) + 365/2) / 365)
		return ctx
	}
	if from, to, ok := f.period("sched"); ok {
		whole, err := calendar.Schedule{
			From: from, To: to, Every: ctx.Frequency, EndOfMonth: ctx.EndOfMonth,
			FirstRegular: f.date("first"), LastRegular: f.date("penultimate"),
		}.Context()
		f.fail(err)
		return whole
	}
	ctx.Schedule = bounds(f.date("sched_start"), v.Start, f.date("period_end"), f.date("sched_end"))
	return ctx
}

// bounds sorts the dates given and drops repetitions and absent ones.
func bounds(dates ...calendar.Date) []calendar.Date {
	slices.Sort(dates)
	dates = slices.Compact(dates)
	if len(dates) > 0 && dates[0].IsZero() {
		dates = dates[1:]
	}
	return dates
}

// compare sets what the library counts against what the row wants.
func (v DayCount) compare(c calendar.DayCount, p calendar.Period, ctx calendar.Context, sign int64) error {
	kind, text, _ := strings.Cut(v.Want, "=")
	switch kind {
	case "days":
		want, err := strconv.Atoi(text)
		if err != nil {
			return err
		}
		got, err := c.DaysIn(p, ctx)
		if err == nil && int(sign)*got != want {
			err = fmt.Errorf("%d days, want %d", int(sign)*got, want)
		}
		return err
	case "yf":
		want, tolerance, err := parseFraction(text)
		if err != nil {
			return err
		}
		f, err := c.FractionIn(p, ctx)
		if err != nil {
			return err
		}
		got := new(big.Rat).Mul(f.Rat(), big.NewRat(sign, 1))
		if diff := new(big.Rat).Sub(got, want); diff.Abs(diff).Cmp(tolerance) > 0 {
			return fmt.Errorf("fraction %v, want %s", got, text)
		}
		return nil
	}
	return fmt.Errorf("expectation %q, want days=N or yf=p/q", v.Want)
}

// parseFraction reads p/q or a decimal. A decimal of nine places or more is a
// printed number, cut or rounded in its last place; anything shorter is meant
// exactly.
func parseFraction(s string) (want, tolerance *big.Rat, err error) {
	want, ok := new(big.Rat).SetString(s)
	if !ok {
		return nil, nil, fmt.Errorf("fraction %q, want p/q or a decimal", s)
	}
	tolerance = new(big.Rat)
	if _, places, _ := strings.Cut(s, "."); len(places) >= 9 {
		unit := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(len(places))), nil)
		tolerance.SetFrac(big.NewInt(1), unit)
	}
	return want, tolerance, nil
}

// features hands out the values of a bracket and keeps the first error.
type features struct {
	values map[string]string
	err    error
}

func (f *features) fail(err error) {
	if f.err == nil {
		f.err = err
	}
}

func (f *features) take(key string) (string, bool) {
	value, ok := f.values[key]
	delete(f.values, key)
	return value, ok
}

// date returns no date for a key that is absent.
func (f *features) date(key string) calendar.Date {
	value, ok := f.take(key)
	if !ok {
		return 0
	}
	d, err := calendar.ParseDate(value)
	f.fail(err)
	return d
}

// span reads an ISO 8601 duration of one unit, P6M.
func (f *features) span(key string) calendar.Span {
	value, ok := f.take(key)
	if !ok {
		return calendar.Span{}
	}
	s, err := calendar.ParseSpan(strings.TrimPrefix(value, "P"))
	f.fail(err)
	return s
}

// period reads A..B.
func (f *features) period(key string) (from, to calendar.Date, ok bool) {
	value, ok := f.take(key)
	if !ok {
		return 0, 0, false
	}
	a, b, _ := strings.Cut(value, "..")
	from, err := calendar.ParseDate(a)
	f.fail(err)
	to, err = calendar.ParseDate(b)
	f.fail(err)
	return from, to, true
}
