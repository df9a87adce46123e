package calendar

import (
	"fmt"
	"strconv"
)

// Unit is the calendar unit of a [Span]. The zero value is no unit.
type Unit uint8

// The units, with the letters that texts use: D, W, M, Y.
const (
	UnitDay   Unit = iota + 1 // D
	UnitWeek                  // W, seven days
	UnitMonth                 // M, clamped at month ends
	UnitYear                  // Y, twelve months
)

const unitLetters = "?DWMY"

// String returns the letter D, W, M or Y, and "?" for anything else.
func (u Unit) String() string {
	if u > UnitYear {
		u = 0
	}
	return unitLetters[u : u+1]
}

// maxSpan bounds the count of a span: no two dates are further apart in days.
const maxSpan = int(maxDate)

// Span is a length of calendar time: so many days, weeks, months or years. It
// keeps the unit it was written in, so 2W and 14D are different values of equal
// effect. The zero value is invalid; a span of no days (0D) is not. Negative
// spans reach back.
//
// A span has no length in days of its own: that depends on where it begins.
type Span struct {
	n    int32
	unit Unit
}

// DaySpan returns n days. (Days is the period between two dates.) A count
// beyond ±3652059, the days between the first and the last date, gives the
// invalid span, here and in the other constructors.
func DaySpan(n int) Span { return newSpan(n, UnitDay) }

// Weeks returns n weeks.
func Weeks(n int) Span { return newSpan(n, UnitWeek) }

// Months returns n months.
func Months(n int) Span { return newSpan(n, UnitMonth) }

// Years returns n years.
func Years(n int) Span { return newSpan(n, UnitYear) }

func newSpan(n int, u Unit) Span {
	if n > maxSpan || n < -maxSpan {
		return Span{}
	}
	return Span{n: int32(n), unit: u}
}

// N returns the count of units, negative for a span that reaches back.
func (s Span) N() int { return int(s.n) }

// Unit returns the unit, zero for the invalid span.
func (s Span) Unit() Unit { return s.unit }

// IsZero reports whether s is the invalid zero value.
func (s Span) IsZero() bool { return s == Span{} }

// Neg returns the span of the same length in the other direction.
func (s Span) Neg() Span { return Span{n: -s.n, unit: s.unit} }

// Months returns the span in whole months and true, or false for days and
// weeks, which are no number of months.
func (s Span) Months() (int, bool) {
	switch s.unit {
	case UnitMonth:
		return int(s.n), true
	case UnitYear:
		return 12 * int(s.n), true
	}
	return 0, false
}

// ParseSpan reads a count and a unit letter: 14D, 2W, 1M, 3M, 1Y, with "-"
// before it to reach back. Counts have no leading zeros and at most seven
// digits; letters are capitals.
func ParseSpan(s string) (Span, error) {
	t, sign := s, 1
	if len(t) > 0 && t[0] == '-' {
		t, sign = t[1:], -1
	}
	if len(t) < 2 || len(t) > 8 || len(t) > 2 && t[0] == '0' || sign < 0 && t[0] == '0' {
		return Span{}, spanError(s)
	}
	n := 0
	for i := range len(t) - 1 {
		c := t[i] - '0'
		if c > 9 {
			return Span{}, spanError(s)
		}
		n = 10*n + int(c)
	}
	for u := UnitDay; u <= UnitYear; u++ {
		if t[len(t)-1] == unitLetters[u] && n <= maxSpan {
			return Span{n: int32(sign * n), unit: u}, nil
		}
	}
	return Span{}, spanError(s)
}

func spanError(s string) error {
	return fmt.Errorf("%.40q is not a length of time, want a count and D, W, M or Y such as 14D or 1M", s)
}

// String returns the form that ParseSpan reads, "" for the invalid span.
func (s Span) String() string {
	if s.unit == 0 {
		return ""
	}
	return strconv.Itoa(int(s.n)) + s.unit.String()
}

// AppendText appends what String returns.
func (s Span) AppendText(b []byte) ([]byte, error) {
	return append(b, s.String()...), nil
}

// MarshalText returns what String returns; the invalid span is the empty text.
func (s Span) MarshalText() ([]byte, error) { return s.AppendText(nil) }

// UnmarshalText reads what MarshalText writes. On an error s is left as it was.
func (s *Span) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*s = Span{}
		return nil
	}
	t, err := ParseSpan(string(text))
	if err != nil {
		return err
	}
	*s = t
	return nil
}
