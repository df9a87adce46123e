package apr

import (
	"errors"
	"fmt"

	"github.com/skuld-go/skuld/calendar"
)

// Law says whose equation values the flows and whose rules measure time. The
// zero value is no law.
type Law uint8

// The laws.
const (
	// EU is Directive 2008/48/EC Annex I part I, which Directive 2014/17/EU Annex I
	// and Directive (EU) 2023/2225 Annex III keep: yearly compounding, intervals by
	// remark (c), the result rounded half up by remark (d).
	EU Law = iota + 1
	// UK is FCA Handbook CONC App 1.2 (and MCOB 10A for mortgages): the equation and
	// the intervals of EU, from which they were taken over. Odd days are over 365, or
	// over 366 where the year that ends with the count has a 29 February.
	UK
	// US is the actuarial method of 12 CFR 1026 (Regulation Z) Appendix J.
	US
	// EIR is the effective interest rate of IFRS 9 (Appendix A, 5.4.1, B5.4.1): the
	// equation of EU over actual days/365. The standard fixes no day count; this is
	// the usual one.
	EIR
)

var lawTexts = [...]struct{ code, citation string }{
	{"", ""},
	{"EU", "EU 2008/48/EC Annex I"},
	{"UK", "FCA CONC App 1.2"},
	{"US", "12 CFR 1026 Appendix J"},
	{"EIR", "IFRS 9 B5.4.1"},
}

// ErrMethod marks a method that no law knows.
var ErrMethod = errors.New("not a method of annual percentage rates")

// Valid reports whether l is one of the laws.
func (l Law) Valid() bool { return l >= EU && l <= EIR }

// String returns "EU", "UK", "US" or "EIR", "" for no law.
func (l Law) String() string {
	if !l.Valid() {
		return ""
	}
	return lawTexts[l].code
}

// Citation returns the legal source in short: "EU 2008/48/EC Annex I".
func (l Law) Citation() string {
	if !l.Valid() {
		return ""
	}
	return lawTexts[l].citation
}

// ParseLaw reads what [Law.String] returns. Errors wrap ErrMethod.
func ParseLaw(s string) (Law, error) {
	for l := EU; l <= EIR; l++ {
		if lawTexts[l].code == s {
			return l, nil
		}
	}
	return 0, fmt.Errorf("%w: %.40q, want EU, UK, US or EIR", ErrMethod, s)
}

// Unit is what the intervals of a method count. The zero value is no unit.
type Unit uint8

// The units.
const (
	Day       Unit = iota + 1
	Week           // seven days, 1/52 of a year
	HalfMonth      // US only: 1/24 of a year
	Month          // clamped at month ends, 1/12 of a year
	Year
)

var unitTexts = [...]string{"", "day", "week", "half month", "month", "year"}

// String returns the unit in words, "" for no unit.
func (u Unit) String() string {
	if u > Year {
		return ""
	}
	return unitTexts[u]
}

// UnitOf returns the unit of a plan whose installments are so far apart: years,
// months, or weeks, also for days that are whole weeks; other days stay days. It
// is 0 for a span of no length.
func UnitOf(every calendar.Span) Unit {
	switch {
	case every.N() == 0:
		return 0
	case every.Unit() == calendar.UnitYear:
		return Year
	case every.Unit() == calendar.UnitMonth:
		return Month
	case every.Unit() == calendar.UnitWeek || every.N()%7 == 0:
		return Week
	}
	return Day
}

// Method is a law and what it leaves to the transaction. The zero value is
// invalid.
type Method struct {
	Law Law
	// Unit is the unit in which intervals are counted: Day, Week, Month or Year for
	// EU and UK, Day for EIR, any for US.
	Unit Unit
	// Per is the number of units in a unit-period, 0 for one: 4 with Week is the four
	// weeks of Appendix J. US only: up to 366 days, 52 weeks or 11 months.
	Per int
	// MonthDay is the day of the month on which payments are agreed, 29 to 31 where
	// short months shorten it: a payment on 28 February that was agreed for the 31st
	// counts back to 31 January. 0 counts back from the day of the payment itself,
	// to 28 January. Appendix J (b)(3)(iv) wants it for payments on the 29th, the
	// 30th and the last day; EU law has no rule on it.
	MonthDay int
}

// Validate returns what is wrong with m; the error wraps ErrMethod.
func (m Method) Validate() error {
	switch {
	case !m.Law.Valid():
		return fmt.Errorf("%w: law %d, want EU, UK, US or EIR", ErrMethod, m.Law)
	case m.Unit < Day || m.Unit > Year:
		return fmt.Errorf("%w: unit %d, want Day, Week, Month or Year", ErrMethod, m.Unit)
	case m.Law != US && m.Unit == HalfMonth || m.Law == EIR && m.Unit != Day:
		return fmt.Errorf("%w: %s in units of a %s", ErrMethod, m.Law, m.Unit)
	case m.MonthDay < 0 || m.MonthDay > 31:
		return fmt.Errorf("%w: day %d of the month, want 1 to 31, or 0 for the day of the payment", ErrMethod, m.MonthDay)
	}
	if most := m.mostPer(); m.Per < 0 || m.Per > most {
		return fmt.Errorf("%w: %s with %d times a %s, want 1 to %d", ErrMethod, m.Law, m.Per, m.Unit, most)
	}
	return nil
}

func (m Method) mostPer() int {
	if m.Law == US {
		switch m.Unit {
		case Day:
			return 366
		case Week:
			return 52
		case Month:
			return 11
		}
	}
	return 1
}

// per returns Per, 1 for 0.
func (m Method) per() int64 { return int64(max(m.Per, 1)) }

// PerYear returns the unit-periods in a year, by Appendix J (b)(5): 365 days, 52
// weeks, 24 half months or 12 months over [Method.Per]. For other laws it is 1,
// since their rates are for a year already; for an invalid method it is nothing.
func (m Method) PerYear() calendar.Fraction {
	if m.Validate() != nil {
		return calendar.Fraction{}
	}
	units := int64(1)
	if m.Law == US {
		units = [...]int64{Day: 365, Week: 52, HalfMonth: 24, Month: 12, Year: 1}[m.Unit]
	}
	return calendar.Fraction{Num: units, Den: m.per()}
}
