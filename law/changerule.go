package law

import (
	"time"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/internal/words"
)

// ChangeRule names the days on which the law lets a series change. It guards
// against mistyped dates, and against a table that claims to know a period which
// the law has yet to fill. The zero value is invalid.
type ChangeRule uint8

const (
	// AnyDay: whenever the authority decides, as the Austrian base rate.
	AnyDay ChangeRule = iota + 1
	// MonthStart: on the first of a month.
	MonthStart
	// HalfYear: on 1 January and 1 July, as the reference rates of Directive 2011/7/EU.
	HalfYear
	// YearStart: on 1 January.
	YearStart
)

var changeRuleNames = []string{"any-day", "month", "half-year", "year"}

// ParseChangeRule reads "any-day", "month", "half-year" or "year".
func ParseChangeRule(s string) (ChangeRule, error) {
	return words.Parse[ChangeRule](changeRuleNames, "a change rule", s)
}

// Valid reports whether r is one of the constants.
func (r ChangeRule) Valid() bool { return r != 0 && int(r) <= len(changeRuleNames) }

// Allows reports whether a value may begin on d. The zero rule allows no day.
func (r ChangeRule) Allows(d calendar.Date) bool {
	if !d.Valid() {
		return false
	}
	_, month, day := d.Civil()
	switch r {
	case AnyDay:
		return true
	case MonthStart:
		return day == 1
	case HalfYear:
		return day == 1 && (month == time.January || month == time.July)
	case YearStart:
		return day == 1 && month == time.January
	}
	return false
}

// days says in words what Allows allows, for messages.
func (r ChangeRule) days() string {
	switch r {
	case MonthStart:
		return "the first of a month"
	case HalfYear:
		return "1 January or 1 July"
	case YearStart:
		return "1 January"
	}
	return "a day"
}

// String gives the text form, or change rule(n) for an invalid value.
func (r ChangeRule) String() string { return words.Of(changeRuleNames, "change rule", r) }

// MarshalText gives the text form; an invalid value is an error.
func (r ChangeRule) MarshalText() ([]byte, error) {
	return words.Marshal(changeRuleNames, "change rule", r)
}

// UnmarshalText is the inverse of MarshalText, as [ParseChangeRule].
func (r *ChangeRule) UnmarshalText(text []byte) error {
	v, err := ParseChangeRule(string(text))
	if err == nil {
		*r = v
	}
	return err
}
