package calendar

import (
	"errors"
	"fmt"
)

// DayCount is a published convention that turns a period into a number of
// years. Only full names exist: a bare "Actual/Actual" or "30/360" means
// different things to different people. The zero value is invalid.
//
// Which rule each name stands for is said at the constant. D1, M1, Y1 and D2,
// M2, Y2 are day, month and year of the period's From and To; a 30/360 count is
// 360·(Y2−Y1) + 30·(M2−M1) + (D2−D1) after the changes of D1 and D2 described,
// made in the order given.
type DayCount uint8

// The conventions. Sources: ISDA 2006 Definitions, section 4.16; ICMA Rule
// Book, rule 251; Fédération bancaire française (formerly AFB) master agreement
// for financial instruments; the rules of FpML, QuantLib and Strata where no
// publication names the convention.
const (
	// Act365Fixed is actual days over 365, in leap years as well (ISDA 4.16(d)).
	Act365Fixed DayCount = iota + 1
	// Act360 is actual days over 360 (ISDA 4.16(e)).
	Act360
	// Act364 is actual days over 364, that is weeks over 52.
	Act364
	// ActActISDA is the days in common years over 365 plus the days in leap
	// years over 366 (ISDA 4.16(b)).
	ActActISDA
	// ActActICMA is the actual days over the days of the coupon period they
	// are in times the coupons per year (ICMA 251.1(iii), ISDA 4.16(c)). It needs
	// a schedule.
	ActActICMA
	// ActActAFB is whole years counted back from the end, then the days left
	// over 366 if they hold a 29 February and 365 if not. Counting back from
	// 29 February reaches 28 February in common years; counting back from
	// 28 February stays on 28 February in leap years (ISDA's wording of 1999
	// moves it to the 29th).
	ActActAFB
	// Act365L is the actual days over 365 or 366: with yearly coupons 366 if a
	// 29 February lies after the start and through the end of the coupon period,
	// else 366 if the coupon period ends in a leap year (ICMA 251.1(i), used for
	// sterling). It needs a schedule and a frequency.
	Act365L
	// Act365Actual is actual days over 366 if a 29 February lies after From and
	// through To, else over 365.
	Act365Actual
	// NL365 is the actual days without any 29 February after From and through
	// To, over 365 ("no leap").
	NL365
	// NL360 is the days of NL365 over 360.
	NL360
	// ThirtyE360 is 30/360 where a 31st becomes a 30th at both ends: Eurobond
	// basis (ISDA 4.16(g)).
	ThirtyE360
	// ThirtyE360ISDA is 30/360 where the last day of any month becomes a 30th at
	// both ends, except a To in February that is the maturity (ISDA 4.16(h)).
	// Without a maturity in the context every end of February becomes a 30th.
	ThirtyE360ISDA
	// ThirtyEPlus360 is 30/360 where D1 31 becomes 30, and D2 31 becomes the
	// first of the next month.
	ThirtyEPlus360
	// ThirtyU360 is the US rule: if both ends are the last of February D2
	// becomes 30; if From is the last of February D1 becomes 30; D2 31 becomes 30
	// if D1 is 30 or 31; D1 31 becomes 30. The February rule is applied from the
	// dates alone.
	ThirtyU360
	// ThirtyU360EOM is the rule of ThirtyU360 under the name that says that the
	// February rule applies whatever the schedule rolls on.
	ThirtyU360EOM
	// Thirty360Bond is bond basis: D1 31 becomes 30; D2 31 becomes 30 if D1 is
	// then 30 (ISDA 4.16(f)).
	Thirty360Bond
	// Thirty360PSA is 30/360 where D1 becomes 30 on a 31st and on the last of
	// February, then D2 31 becomes 30 if D1 is 30.
	Thirty360PSA
	// ThirtyE365 is 30/365 where the last day of any month, of February too,
	// becomes a 30th at both ends: the days of ThirtyE360ISDA over 365.
	ThirtyE365
	// Thirty365 is 30/365 where a 31st becomes a 30th at both ends and February
	// stays as it is: the days of ThirtyE360 over 365 (ISO 20022, 30/365).
	Thirty365
)

var dayCountNames = [...]string{
	Act365Fixed:    "ACT/365F",
	Act360:         "ACT/360",
	Act364:         "ACT/364",
	ActActISDA:     "ACT/ACT-ISDA",
	ActActICMA:     "ACT/ACT-ICMA",
	ActActAFB:      "ACT/ACT-AFB",
	Act365L:        "ACT/365L",
	Act365Actual:   "ACT/365-ACTUAL",
	NL365:          "NL/365",
	NL360:          "NL/360",
	ThirtyE360:     "30E/360",
	ThirtyE360ISDA: "30E/360-ISDA",
	ThirtyEPlus360: "30E+/360",
	ThirtyU360:     "30U/360",
	ThirtyU360EOM:  "30U/360-EOM",
	Thirty360Bond:  "30/360-BOND",
	Thirty360PSA:   "30/360-PSA",
	ThirtyE365:     "30E/365",
	Thirty365:      "30/365",
}

// ErrNoDayCount says that a day count is the zero value or a number without a
// convention.
var ErrNoDayCount = errors.New("not a day count")

// ErrNeedsContext says that a day count cannot be computed from two dates
// alone: ActActICMA and Act365L need a schedule and its frequency.
var ErrNeedsContext = errors.New("day count needs a schedule and its frequency")

// Valid reports whether c is one of the conventions.
func (c DayCount) Valid() bool { return c >= 1 && int(c) < len(dayCountNames) }

// Thirty reports whether c is of the 30/360 family, where months have 30 days.
// By-hand counting of these begins at the day before the first bearing day: the
// due date, not the day after it.
func (c DayCount) Thirty() bool { return c >= ThirtyE360 && c <= Thirty365 }

// NeedsContext reports whether c can only be computed by FractionIn with a
// schedule.
func (c DayCount) NeedsContext() bool { return c == ActActICMA || c == Act365L }

// Additive reports whether splitting a period changes nothing: for all
// a ≤ b ≤ c the fraction of [a, c) is the sum of those of [a, b) and [b, c).
// For ActActICMA and Act365L that holds under one schedule, for
// ThirtyE360ISDA without a maturity between.
func (c DayCount) Additive() bool {
	switch c {
	case Act365Fixed, Act360, Act364, ActActISDA, ActActICMA, Act365L, NL365, NL360,
		ThirtyE360, ThirtyE360ISDA, ThirtyE365, Thirty365:
		return true
	}
	return false
}

// Fraction returns the years that c counts from p.From up to but not including
// p.To, exactly. A period without days, From = To, is 0 in every convention.
//
// Errors: [ErrNoDayCount]; [ErrNeedsContext] for conventions that FractionIn
// computes; a date outside the range or a To before From.
func (c DayCount) Fraction(p Period) (Fraction, error) {
	return c.FractionIn(p, Context{})
}

// Days returns the days that c counts in p, the numerator before it is divided
// by a year: actual days, actual days without 29 February, or days of 30-day
// months. The errors are those of Fraction.
func (c DayCount) Days(p Period) (int, error) { return c.DaysIn(p, Context{}) }

// DaysIn is Days with a context. Only the maturity bears on it.
func (c DayCount) DaysIn(p Period, ctx Context) (int, error) {
	if err := c.check(p); err != nil {
		return 0, err
	}
	switch {
	case c.Thirty():
		return c.thirtyDays(p, ctx), nil
	case c == NL365 || c == NL360:
		return p.Len() - leapDaysIn(p), nil
	}
	return p.Len(), nil
}

// FractionIn is Fraction for conventions that need to know more than two dates;
// for the others it gives what Fraction gives. What ctx must hold is said at
// [Context].
func (c DayCount) FractionIn(p Period, ctx Context) (Fraction, error) {
	if err := c.check(p); err != nil {
		return Fraction{}, err
	}
	actual := int64(p.Len())
	switch c {
	case Act365Fixed:
		return Fraction{actual, 365}, nil
	case Act360:
		return Fraction{actual, 360}, nil
	case Act364:
		return Fraction{actual, 364}, nil
	case ActActISDA:
		return actActISDA(p), nil
	case ActActICMA:
		return actActICMA(p, ctx)
	case ActActAFB:
		return actActAFB(p), nil
	case Act365L:
		return act365L(p, ctx)
	case Act365Actual:
		return Fraction{actual, yearOf(leapDaysIn(p) > 0)}, nil
	case NL365, ThirtyE365, Thirty365:
		days, err := c.DaysIn(p, ctx)
		return Fraction{int64(days), 365}, err
	}
	days, err := c.DaysIn(p, ctx)
	return Fraction{int64(days), 360}, err
}

// check refuses what no convention can count.
func (c DayCount) check(p Period) error {
	switch {
	case !c.Valid():
		return fmt.Errorf("day count %d: %w, want one such as ACT/365F", uint8(c), ErrNoDayCount)
	case p.From < 1 || p.To < p.From || p.To > maxDate+1:
		return fmt.Errorf("%s from %v to %v: want two dates in order", c, p.From, p.To)
	}
	return nil
}

// ParseDayCount reads a name as String gives it, "ACT/365F" or "30E/360".
func ParseDayCount(s string) (DayCount, error) {
	for c, name := range dayCountNames {
		if name == s && s != "" {
			return DayCount(c), nil
		}
	}
	return 0, fmt.Errorf("%.40q is not a day count, want one such as ACT/365F, ACT/360, ACT/ACT-ISDA or 30E/360", s)
}

// String returns the name, "DayCount(n)" for a number without one.
func (c DayCount) String() string {
	if !c.Valid() {
		return fmt.Sprintf("DayCount(%d)", uint8(c))
	}
	return dayCountNames[c]
}

// AppendText appends the name, nothing for the zero value. A number without a
// name is an error that wraps [ErrNoDayCount].
func (c DayCount) AppendText(b []byte) ([]byte, error) {
	if c == 0 {
		return b, nil
	}
	if !c.Valid() {
		return b, fmt.Errorf("day count %d: %w, want one such as ACT/365F", uint8(c), ErrNoDayCount)
	}
	return append(b, dayCountNames[c]...), nil
}

// MarshalText is AppendText on a new slice.
func (c DayCount) MarshalText() ([]byte, error) { return c.AppendText(nil) }

// UnmarshalText reads what MarshalText writes; the empty text is the zero
// value. On an error c is left as it was.
func (c *DayCount) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*c = 0
		return nil
	}
	d, err := ParseDayCount(string(text))
	if err != nil {
		return err
	}
	*c = d
	return nil
}
