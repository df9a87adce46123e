package law

import (
	"slices"

	"github.com/skuld-go/skuld/calendar"
	"github.com/skuld-go/skuld/internal/words"
)

// Meta describes a table as a whole.
type Meta struct {
	// Series is the short unique name by which files and errors refer to the
	// table: 1 to 40 letters, digits, '-', '_' or '.'.
	Series string
	// Jurisdiction is the country code or "EU"; empty for a table of no country,
	// as a bank's own list of rates.
	Jurisdiction string
	// Name is what the series is called where it is published.
	Name string
	// Unit of the values, as "percent per year" ([RateUnit]) or "SEK".
	Unit string
	// Citation is the text of law behind the series; it stands for entries that
	// have none of their own.
	Citation string
	// KnownThrough is the last day, inclusive, on which the value is known.
	KnownThrough calendar.Date
	// Changes says on which days the law lets the value change.
	Changes ChangeRule
	// Exceptions are days outside Changes on which the value did begin, in order;
	// each must be the From of an entry.
	Exceptions []calendar.Date
	// Kind tells what the values stand for: a reference rate, a published total, a
	// margin or a ceiling; zero for tables that hold no interest rate.
	Kind Kind
	// Superseded are the rows whose value was first decided otherwise and then
	// replaced, in order of row and replacement; each must name an entry.
	Superseded []Superseded
	// Notes are remarks for the reader: known doubts, why KnownThrough is what it is.
	Notes []string
}

// RateUnit is the unit of every interest rate table; margins in it are percentage
// points per year.
const RateUnit = "percent per year"

func (m Meta) clone() Meta {
	m.Exceptions = slices.Clone(m.Exceptions)
	m.Superseded = slices.Clone(m.Superseded)
	m.Notes = slices.Clone(m.Notes)
	return m
}

// mayBegin reports whether an entry may start on d.
func (m Meta) mayBegin(d calendar.Date) bool {
	return m.Changes.Allows(d) || slices.Contains(m.Exceptions, d)
}

// Kind tells what a rate table's values stand for. The zero value says nothing:
// the table holds no interest rate.
type Kind uint8

const (
	// Reference: a base to which a law or contract adds its margin.
	Reference Kind = iota + 1
	// Total: the whole rate as published, as for Norway and the Netherlands; a
	// margin on it has no meaning and is to be refused.
	Total
	// Margin: percentage points that a law puts on top of a reference rate, or, as
	// a negative number, takes off another rate. It is added to the rate that the
	// law names and to no other; by itself it is no rate that anybody owes. Whether
	// the accrual day, the day of the contract or the due date picks the value is
	// for the law to say, not for the table.
	Margin
	// Ceiling: the highest rate that a law allows. A rate is compared with it and
	// the lower one counts; by itself it is owed by nobody, and no margin goes on it.
	Ceiling
)

var kindNames = []string{"reference", "total", "margin", "ceiling"}

// ParseKind reads "reference", "total", "margin" or "ceiling"; the empty string is
// the zero Kind.
func ParseKind(s string) (Kind, error) {
	if s == "" {
		return 0, nil
	}
	return words.Parse[Kind](kindNames, "a kind of rate", s)
}

// String gives the text form, "" for the zero Kind.
func (k Kind) String() string {
	if k == 0 {
		return ""
	}
	return words.Of(kindNames, "kind", k)
}

// MarshalText gives the text form; a value beyond the constants is an error.
func (k Kind) MarshalText() ([]byte, error) {
	if k == 0 {
		return nil, nil
	}
	return words.Marshal(kindNames, "kind", k)
}

// UnmarshalText is the inverse of MarshalText, as [ParseKind].
func (k *Kind) UnmarshalText(text []byte) error {
	v, err := ParseKind(string(text))
	if err == nil {
		*k = v
	}
	return err
}
