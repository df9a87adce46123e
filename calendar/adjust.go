package calendar

import "fmt"

// Convention says what becomes of a date that is no business day. The zero
// value is invalid.
type Convention uint8

// The conventions of ISDA 2006 Definitions, section 4.12.
const (
	// Unadjusted leaves the date where it is.
	Unadjusted Convention = iota + 1
	// Following takes the next business day.
	Following
	// ModifiedFollowing takes the next business day or, where that is in another
	// month, the one before.
	ModifiedFollowing
	// Preceding takes the business day before.
	Preceding
	// ModifiedPreceding takes the business day before or, where that is in
	// another month, the next one.
	ModifiedPreceding
)

var conventionNames = [...]string{
	Unadjusted:        "unadjusted",
	Following:         "following",
	ModifiedFollowing: "modified-following",
	Preceding:         "preceding",
	ModifiedPreceding: "modified-preceding",
}

// Valid reports whether v is one of the conventions.
func (v Convention) Valid() bool { return v >= 1 && int(v) < len(conventionNames) }

// Adjust returns d, or the day that v puts in its place if d is no business
// day.
//
// Errors: [ErrOutOfRange] if d or a day that must be looked at is not covered
// (Unadjusted looks at none); an invalid convention.
func (c *Calendar) Adjust(d Date, v Convention) (Date, error) {
	if v == Unadjusted {
		return d, nil
	}
	if !v.Valid() {
		return 0, fmt.Errorf("convention %d is no business-day convention, want one such as following", uint8(v))
	}
	open, err := c.IsBusinessDay(d)
	if err != nil || open {
		return d, err
	}
	step, modified := 1, v == ModifiedFollowing
	if v == Preceding || v == ModifiedPreceding {
		step, modified = -1, v == ModifiedPreceding
	}
	e, err := c.AddBusinessDays(d, step)
	if err == nil && modified && e.Month() != d.Month() {
		return c.AddBusinessDays(d, -step)
	}
	return e, err
}

// ParseConvention reads a name as String gives it: "unadjusted", "following",
// "modified-following", "preceding" or "modified-preceding".
func ParseConvention(s string) (Convention, error) {
	for v, name := range conventionNames {
		if name == s && s != "" {
			return Convention(v), nil
		}
	}
	return 0, fmt.Errorf("%.40q is no business-day convention, want unadjusted, following, modified-following, preceding or modified-preceding", s)
}

// String returns the name, "Convention(n)" for a number without one.
func (v Convention) String() string {
	if !v.Valid() {
		return fmt.Sprintf("Convention(%d)", uint8(v))
	}
	return conventionNames[v]
}

// AppendText appends the name, nothing for the zero value. A number without a
// name is an error.
func (v Convention) AppendText(b []byte) ([]byte, error) {
	if v == 0 {
		return b, nil
	}
	if !v.Valid() {
		return b, fmt.Errorf("convention %d is no business-day convention, want one such as following", uint8(v))
	}
	return append(b, conventionNames[v]...), nil
}

// MarshalText is AppendText on a new slice.
func (v Convention) MarshalText() ([]byte, error) { return v.AppendText(nil) }

// UnmarshalText reads what MarshalText writes; the empty text is the zero
// value. On an error v is left as it was.
func (v *Convention) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*v = 0
		return nil
	}
	w, err := ParseConvention(string(text))
	if err != nil {
		return err
	}
	*v = w
	return nil
}
